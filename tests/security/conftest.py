"""Every operation of the contract as a request that can be sent, and houses to send it to."""

import asyncio
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import count
from typing import Any

import pytest
from asgi import patiently, pytest_asyncio_loop_factories, request_of
from houses import (
    EVERYTHING,
    TICKETS,
    make_house,
    make_order,
    make_street,
    order,
    tickets,
)

from omnibroker import bundles as shipped
from omnibroker.security import Principal
from simulations import SIMULATIONS

__all__ = [
    "make_house",
    "make_order",
    "make_street",
    "patiently",
    "pytest_asyncio_loop_factories",
    "request_of",
    "tickets",
]


@dataclass(frozen=True)
class Operation:
    """One operation of the unified contract, and how to ask for it."""

    operation_id: str
    method: str
    path: str
    raw: dict[str, Any]
    parameters: tuple[dict[str, Any], ...]
    bundle: dict[str, Any]

    @property
    def scope(self) -> str | None:
        return self.raw.get("x-scope")

    @property
    def writes(self) -> bool:
        return self.raw.get("x-effect", "read") != "read"

    def takes(self, place: str, name: str) -> bool:
        """Say whether it has this parameter in `path`, `query` or `header`."""
        return any(p["in"] == place and p["name"] == name for p in self.parameters)

    def request(self, house: Any, *also: str, **values: Any) -> tuple[tuple, dict[str, Any]]:
        """Return what `house(...)` takes: required parameters, those named in `also`, and a body."""
        broker = house.connection.broker
        known = {
            "account_id": house.account,
            "connection": broker,
            "broker": broker,
            "instrument": SIMULATIONS[broker].ticket["instrument"],
            "interval": "1DAY",
            "adjustment": SIMULATIONS[broker].adjustment,
            "session": "REGULAR",
            "Idempotency-Key": "key-0001",
            **values,
        }
        path, query, headers = self.path, [], []
        for parameter in self.parameters:
            name, place = parameter["name"], parameter["in"]
            value = str(known.get(name, _example(self.bundle, parameter["schema"])))
            if place == "path":
                path = path.replace("{" + name + "}", value)
            elif place == "query" and (parameter.get("required") or name in also):
                query.append(f"{name}={value}")
            elif place == "header" and parameter.get("required"):
                headers.append((name.lower().encode(), value.encode()))
        body = values["body"] if "body" in values else self._body(broker)
        return (self.method, path, body), {"query": "&".join(query).encode(), "headers": headers}

    def _body(self, broker: str) -> Any:
        if "requestBody" not in self.raw:
            return None
        media = next(iter(_target(self.bundle, self.raw["requestBody"])["content"].values()))
        body = dict(_target(self.bundle, next(iter(media["examples"].values())))["value"])
        if self.operation_id in {"place_order", "preview_order"}:
            body = order("attempt-1", **TICKETS[broker])
            if self.operation_id == "preview_order":
                del body["client_order_id"]
        return body


def _target(bundle: dict[str, Any], node: dict[str, Any]) -> dict[str, Any]:
    while "$ref" in node:
        found: Any = bundle
        for part in node["$ref"].removeprefix("#/").split("/"):
            found = found[part]
        node = found
    return node


def _example(bundle: dict[str, Any], schema: dict[str, Any]) -> Any:
    """Return the example of a schema, wherever it stands."""
    schema = _target(bundle, schema)
    if "example" in schema or "enum" in schema:
        return schema.get("example", schema.get("enum", [None])[0])
    parts = [*schema.get("allOf", ()), *([schema["items"]] if "items" in schema else ())]
    return next((found for part in parts if (found := _example(bundle, part)) is not None), None)


def _operations() -> Iterator[Operation]:
    bundle = shipped.load("unified")
    for path, method, raw in shipped.operations(bundle):
        shared = bundle["paths"][path].get("parameters", ())
        parameters = tuple(_target(bundle, p) for p in (*shared, *raw.get("parameters", ())))
        yield Operation(raw["operationId"], method.upper(), path, raw, parameters, bundle)


OPERATIONS = tuple(_operations())


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Run a test that asks for `operation`, `broker` or `plans` once for each, on both roads.

    With `plans` a request goes over the compiled plans, without them over the ordinary road.
    """
    if "operation" in metafunc.fixturenames:
        ids = [operation.operation_id for operation in OPERATIONS]
        metafunc.parametrize("operation", OPERATIONS, ids=ids)
    if "broker" in metafunc.fixturenames and "broker" not in _parametrized(metafunc):
        metafunc.parametrize("broker", SIMULATIONS)
    if "plans" in metafunc.fixturenames:
        metafunc.parametrize("plans", [True, False], ids=["plans", "ordinary"])


def _parametrized(metafunc: pytest.Metafunc) -> set[str]:
    marks = metafunc.definition.iter_markers("parametrize")
    return {name for mark in marks for name in str(mark.args[0]).replace(" ", "").split(",")}


@pytest.fixture(scope="session")
def operations() -> tuple[Operation, ...]:
    """Every operation of the unified contract."""
    return OPERATIONS


@pytest.fixture(scope="session")
def guarded() -> tuple[Operation, ...]:
    """Every operation that wants a key."""
    return tuple(operation for operation in OPERATIONS if operation.scope is not None)


@pytest.fixture(scope="session")
def own_accounts() -> dict[str, str]:
    """The account of each broker that the key `narrow` names: beside the one that orders are sent to."""
    return {broker: each.neighbour for broker, each in SIMULATIONS.items()}


@pytest.fixture
def narrow() -> Callable[..., Principal]:
    """Make a principal that may do everything, on the accounts given only."""
    drawn = count(1)

    def make(*accounts: str, scopes: frozenset[str] = EVERYTHING) -> Principal:
        return Principal(f"narrow-{next(drawn)}", scopes, frozenset(accounts))

    return make


@pytest.fixture
async def open_house(make_house):
    """Build houses that are closed when the test ends."""
    opened = []

    def build(**options):
        opened.append(make_house(**options))
        return opened[-1]

    yield build
    for house in opened:
        await house.gateway.stop()


@pytest.fixture(scope="module")
def untouched_house(make_house):
    """One house for all tests of a module whose requests end at the gate: its broker is never asked."""
    built = {}

    def build(**options):
        key = tuple(sorted(options.items()))
        if key not in built:
            built[key] = make_house(**options)
        return built[key]

    yield build
    for house in built.values():
        assert not house.engine.requests
        asyncio.run(house.gateway.stop())


@pytest.fixture
async def open_street(make_street):
    """Build streets over every broker that are closed when the test ends."""
    opened = []

    def build(brokers=tuple(SIMULATIONS), **options):
        opened.append(make_street(list(brokers), **options))
        return opened[-1]

    yield build
    for street in opened:
        await street.gateway.stop()
