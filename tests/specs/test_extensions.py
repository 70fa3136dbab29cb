"""Vendor extensions: each is declared, fits its schema, stands where it means something, and names what exists."""

import json
from pathlib import Path

import pytest
from jsonschema import Draft7Validator

import bundle
import generate

FOLDER = Path(generate.ROOT) / "tools" / "extensions"
SCHEMAS = {path.stem: json.loads(path.read_text("utf-8")) for path in FOLDER.glob("*.json")}
APIS = generate.apis()
BROKERS = [api for api in APIS if api != "unified"]
# Cells that make one of two writes: at TradeLocker an order that closes a position is a call of its own.
EITHER = {("place_order", "tradelocker")}


def extensions(node, where=""):
    """All extensions below `node`: (place, name, value); examples hold values, not descriptions."""
    if isinstance(node, list):
        for index, item in enumerate(node):
            yield from extensions(item, f"{where}/{index}")
    elif isinstance(node, dict):
        for key, value in node.items():
            if key.startswith("x-") and not where.endswith(("/properties", "/headers")):
                yield f"{where}/{key}", key, value
            elif key not in {"example", "value"} or where.endswith("/properties"):
                yield from extensions(value, f"{where}/{key}")


def operations(document):
    """Operations of a bundle by their id."""
    return {found["operationId"]: found for _, _, found in bundle.operations(document)}


@pytest.mark.parametrize("name", sorted(SCHEMAS))
def test_schema_of_extension_is_valid_and_described(name):
    """Each schema is one, is titled like its file and says what the extension means."""
    Draft7Validator.check_schema(SCHEMAS[name])
    assert SCHEMAS[name]["title"] == name
    assert SCHEMAS[name]["description"]


@pytest.mark.parametrize("api", APIS)
def test_extensions_fit_their_schemas(api, bundles):
    """No extension is undeclared, and each value is what its schema allows."""
    wrong = []
    for where, name, value in extensions(bundles[api]):
        if name not in SCHEMAS:
            wrong.append(f"{where}: tools/extensions/{name}.json is missing")
            continue
        wrong += [
            f"{where}: {error.message}"
            for error in Draft7Validator(SCHEMAS[name]).iter_errors(value)
        ]
    assert not wrong


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("x-scope", "orders"),
        ("x-effect", "none"),
        ("x-upstream", {"ibkr": []}),
        ("x-upstream", {"other": ["place_order"]}),
        ("x-budget", {"scope": "session"}),
        ("x-budget", {"limits": [{"requests": 0, "per_seconds": 1}], "scope": "session"}),
        ("x-cache-seconds", "5"),
        ("x-preflight", [{"operation": "live_orders", "discard_first": True}]),
        ("x-known-values", ["A", "A"]),
        ("x-undocumented", False),
        ("x-shared", True),
    ],
)
def test_a_wrong_value_is_noticed(name, value):
    """The schemas refuse what the program could not read."""
    assert not Draft7Validator(SCHEMAS[name]).is_valid(value)


@pytest.mark.parametrize("api", APIS)
def test_every_operation_says_its_effect(api, bundles):
    """x-effect stands on each operation, and a GET never trades."""
    for url, method, operation in bundle.operations(bundles[api]):
        assert "x-effect" in operation, operation["operationId"]
        assert not (method == "get" and operation["x-effect"] == "trade"), url


@pytest.mark.parametrize("api", APIS)
def test_only_reads_are_cached(api, bundles):
    """x-cache-seconds stands on reads only."""
    cached = [
        name for name, found in operations(bundles[api]).items() if "x-cache-seconds" in found
    ]
    assert all(operations(bundles[api])[name]["x-effect"] == "read" for name in cached)


@pytest.mark.parametrize("api", APIS)
def test_what_is_not_shared_is_a_read_without_a_cache(api, bundles):
    """x-shared stands where a cache would give two callers one answer."""
    for name, found in operations(bundles[api]).items():
        if "x-shared" in found:
            assert found["x-effect"] == "read", name
            assert "x-cache-seconds" not in found, name


def test_a_number_that_is_drawn_is_for_one_caller(bundles):
    """Two orders with one number of Tiger's would be one order."""
    assert operations(bundles["tiger"])["order_no"]["x-shared"] is False


@pytest.mark.parametrize("api", BROKERS)
def test_preflights_are_reads_of_this_broker(api, bundles):
    """Each preflight names an operation that changes nothing; only its own id may be discarded."""
    known = operations(bundles[api])
    for name, operation in known.items():
        for step in operation.get("x-preflight", []):
            assert known[step["operation"]]["x-effect"] == "read", name
            assert step.get("discard_first", False) == (step["operation"] == name), name


@pytest.mark.parametrize("api", BROKERS)
def test_broker_declares_its_budget(api, bundles):
    """Each broker spec says at its root how often it may be asked."""
    assert "limits" in bundles[api]["x-budget"]


def test_upstream_operations_exist(bundles):
    """x-upstream names operations that the broker's spec has; brokers not described yet are not named."""
    for name, operation in operations(bundles["unified"]).items():
        for broker, calls in operation.get("x-upstream", {}).items():
            assert broker in bundles, f"{name}: openapi/{broker} does not exist"
            assert not set(calls) - operations(bundles[broker]).keys(), name


def test_a_cell_changes_one_thing_at_most(bundles):
    """Of the operations that one cell calls at most one is a write, and only where the unified one is."""
    for name, operation in operations(bundles["unified"]).items():
        for broker, calls in operation.get("x-upstream", {}).items():
            effects = [operations(bundles[broker])[call]["x-effect"] for call in calls]
            writes = [effect for effect in effects if effect != "read"]
            if (name, broker) in EITHER:
                writes.pop()
            assert len(writes) <= (operation["x-effect"] != "read"), name


def test_upstream_extensions_stand_in_their_own_specs_only(bundles):
    """x-upstream and x-scope are ours, x-budget and x-preflight are the brokers'."""
    for operation in operations(bundles["unified"]).values():
        assert not {"x-budget", "x-preflight", "x-undocumented"} & operation.keys()
    for broker in BROKERS:
        for operation in operations(bundles[broker]).values():
            assert not {"x-upstream", "x-scope"} & operation.keys()
