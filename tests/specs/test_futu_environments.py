"""Numbers that decide where an order goes: environments and markets of openapi/futu against protobuf."""

import importlib
import re
from importlib import metadata
from pathlib import Path

import pytest
from jsonschema_rs import Draft4Validator

# The modules of messages alone: importing the package itself opens log files in the home folder.
FOLDER = Path(metadata.distribution("futu-api").locate_file("futu/common/pb"))
FILES = (
    "Common", "GetDelayStatistics", "GetUserInfo", "Qot_Common", "Qot_GetOptionChain", "Qot_GetReference",
    "Qot_StockFilter", "Trd_Common",
)  # fmt: skip
PAIR = re.compile(r"(-?[0-9]+) (\w+(?: or \w+)*)")
# The number of one market in the three enumerations that requests carry; only HK has the same in all.
MARKETS = {
    "HK": {"QotMarket": ("HK_Security", 1), "TrdMarket": ("HK", 1), "TrdSecMarket": ("HK", 1)},
    "US": {"QotMarket": ("US_Security", 11), "TrdMarket": ("US", 2), "TrdSecMarket": ("US", 2)},
    "SH": {"QotMarket": ("CNSH_Security", 21), "TrdMarket": ("HKCC", 4), "TrdSecMarket": ("CN_SH", 31)},
    "SZ": {"QotMarket": ("CNSZ_Security", 22), "TrdMarket": ("HKCC", 4), "TrdSecMarket": ("CN_SZ", 32)},
    "SG": {"QotMarket": ("SG_Security", 31), "TrdMarket": ("SG", 6), "TrdSecMarket": ("SG", 41)},
    "JP": {"QotMarket": ("JP_Security", 41), "TrdMarket": ("JP", 15), "TrdSecMarket": ("JP", 51)},
    "MY": {"QotMarket": ("MY_Security", 61), "TrdMarket": ("MY", 111), "TrdSecMarket": ("MY", 71)},
}  # fmt: skip


@pytest.fixture(scope="module")
def numbers():
    """The enumerations of protobuf: simple name → number → its names without the prefix."""
    found: dict[str, dict[int, list[str]]] = {}
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(FOLDER))
        files = [importlib.import_module(f"{name}_pb2").DESCRIPTOR for name in FILES]
    for enum in (enum for file in files for enum in file.enum_types_by_name.values()):
        rows = found.setdefault(enum.name, {})
        for value in enum.values:
            rows.setdefault(value.number, []).append(value.name.removeprefix(f"{enum.name}_"))
    return found


@pytest.fixture(scope="module")
def schemas(bundles):
    """The schemas of the bundled spec of Futu."""
    return bundles["futu"]["components"]["schemas"]


def values(schema):
    """The numbers that a schema of the spec lists, with the names that its description gives them."""
    listed = schema["description"].partition(".")[0]
    names = {int(number): text.split(" or ") for number, text in PAIR.findall(listed)}
    assert sorted(names) == sorted(int(number) for number in schema["x-known-values"])
    return names


def validator(schemas, name):
    """Accepts or refuses a value as the named schema does."""
    schema = {"$ref": f"#/components/schemas/{name}", "components": {"schemas": schemas}}
    return Draft4Validator(schema)


def objects(node):
    """Every JSON object at or below a node."""
    if isinstance(node, dict):
        yield node
    for item in node.values() if isinstance(node, dict) else node:
        if isinstance(item, dict | list):
            yield from objects(item)


def test_every_number_has_its_name(numbers, schemas):
    """Each enumeration of the spec lists all numbers of protobuf's, with their names, and no others."""
    found = {name for name, schema in schemas.items() if "x-known-values" in schema}
    assert found
    assert {name: values(schemas[name]) for name in found} == {
        name: numbers.get(name) for name in found
    }


def test_simulated_is_0_and_real_is_1(numbers, schemas):
    """The older numbers 1 and 2 would send a simulated order to a real account."""
    assert numbers["TrdEnv"] == {0: ["Simulate"], 1: ["Real"]}
    assert values(schemas["TrdEnv"]) == {0: ["Simulate"], 1: ["Real"]}


@pytest.mark.parametrize("environment", [-1, 2, "0", "REAL", None])
def test_no_other_environment_is_let_through(environment, schemas):
    """A request in the older numbers, or without a number, is refused before it is sent."""
    header = validator(schemas, "RequestTrdHeader")
    rest = {"acc_id": 1007001, "trd_market": 1}
    assert header.is_valid({**rest, "trd_env": 0})
    assert header.is_valid({**rest, "trd_env": 1})
    assert not header.is_valid({**rest, "trd_env": environment})
    assert not header.is_valid(rest)


@pytest.mark.parametrize("market", MARKETS)
def test_markets_have_a_number_in_each_enumeration(market, numbers, schemas):
    """Quotes, accounts and orders number the same market each in its own way."""
    for enum, (name, number) in MARKETS[market].items():
        assert name in numbers[enum][number]
        assert name in values(schemas[enum])[number]


def test_7_is_crypto_and_not_jp(numbers, schemas):
    """The older number of JP is another market now."""
    assert numbers["TrdMarket"][7] == values(schemas["TrdMarket"])[7] == ["Crypto"]


def test_examples_keep_simulated_and_real_accounts_apart(bundles):
    """An account of the examples is simulated with 0, real with 1, and the same wherever it is named."""
    shown = [
        node
        for node in objects(bundles["futu"]["components"]["examples"])
        if {"trd_env", "acc_id"} <= node.keys()
    ]
    kinds = {
        int(row["acc_id"]): 1 if row["sim_acc_type"] is None else 0
        for row in shown
        if "sim_acc_type" in row
    }
    assert set(kinds.values()) == {0, 1}
    assert all(kinds.get(int(row["acc_id"]), row["trd_env"]) == row["trd_env"] for row in shown)
