"""Answers of Tiger with anything odd in them: a read gives rows that fit the contract, or a clear error."""

import asyncio
import copy
import json
import sys
from dataclasses import dataclass
from types import SimpleNamespace
from typing import Any

import jsonschema_rs
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from omnibroker import exactjson
from omnibroker.kit.errors import GatewayError, malformed
from omnibroker.kit.instruments import Resolved
from omnibroker.kit.upstream import Account, Parted
from omnibroker_generated.tiger import models as tiger
from omnibroker_generated.unified import models as unified
from omnibroker_handlers.tiger import (
    accounts,
    executions,
    instruments,
    market_data,
    orders,
    positions,
)
from omnibroker_handlers.tiger._times import DAY_MS

NOW = "2026-09-21T14:13:25.000Z"
DERIVED = {"units_per_quantity": "1", "price_multiplier": "100", "market": "US"}
OPTION = {"expiry": "20261218", "right": "CALL", "strike": "32.5"}
KNOWN = {
    "ACME.US": Resolved(
        *("ACME.US", "STK:ACME:USD", "STOCK", "USD", "SHARE", "ACME"),
        {"asset_class": "STK", **DERIVED},
    ),
    "OPT:ACME.US:20261218:C:32.5": Resolved(
        *("OPT:ACME.US:20261218:C:32.5", "OPT:ACME:USD:20261218:C:32.5", "OPTION", "USD"),
        *("CONTRACT", "ACME"),
        {"asset_class": "OPT", **DERIVED, **OPTION},
    ),
    "FUT:AC.CME:202612": Resolved(
        *("FUT:AC.CME:202612", "FUT:AC2612:USD", "FUTURE", "USD", "CONTRACT", "AC2612"),
        {"asset_class": "FUT", **DERIVED, "exchange": "CME"},
    ),
}
KEYS = list(KNOWN)
DAILY = {"interval": "1DAY", "session": "REGULAR"}
PREVIEW = {
    "instrument": "ACME.US",
    "side": "BUY",
    "type": "LIMIT",
    "quantity": "10",
    "limit_price": "30.5",
    "time_in_force": "DAY",
    "session": "REGULAR",
    "position_effect": "AUTO",
}
# Each read: its function, its parameters, and the kind of account that it is asked for.
READS = [
    (accounts.list_accounts, {}, "STANDARD"),
    (accounts.get_account, {}, "STANDARD"),
    (accounts.get_balances, {}, "STANDARD"),
    (accounts.get_balances, {}, "GLOBAL"),
    (positions.list_positions, {}, "STANDARD"),
    (orders.list_orders, {}, "STANDARD"),
    (orders.get_order, {"broker_order_id": "40000000000005001"}, "STANDARD"),
    (orders.preview_order, {"request": unified.PreviewOrderRequest.from_dict(PREVIEW)}, "STANDARD"),
    (executions.list_executions, {"start_at": "2026-09-20T00:00:00Z"}, "STANDARD"),
    (instruments.search_instruments, {"query": "a"}, "STANDARD"),
    (instruments.get_instrument, {"instrument": KEYS[0]}, "STANDARD"),
    (instruments.get_instrument, {"instrument": KEYS[1]}, "STANDARD"),
    (instruments.get_instrument, {"instrument": KEYS[2]}, "STANDARD"),
    (market_data.get_quotes, {"instrument": KEYS}, "STANDARD"),
    (market_data.list_bars, {"instrument": KEYS[0], "adjustment": "FORWARD", **DAILY}, "STANDARD"),
    (market_data.list_bars, {"instrument": KEYS[1], "adjustment": "NONE", **DAILY}, "STANDARD"),
    (
        market_data.list_bars,
        {"instrument": KEYS[2], "adjustment": "NONE", "interval": "1DAY", "session": "ALL"},
        "STANDARD",
    ),
    (market_data.get_market_status, {"instrument": KEYS}, "STANDARD"),
]
odd = st.sampled_from(
    [
        *(None, True, False, 0, -1, 7, 1.5, -2.25, 10**40, 1e308, "", "text", "7", "inf", "-"),
        *([], {}, [7], [None], {"a": 7}, [[]], "x" * 5000, "20261218", 1790000000000),
    ]
)


@dataclass
class Changed:
    """A Tiger that answers with the examples of its spec, some values in them replaced by odd ones."""

    bundle: Any
    data: Any
    account: Account
    received_at: str = NOW

    async def call(self, operation, **_parameters):
        module = sys.modules[operation.__module__]
        name = operation.__module__.rpartition(".")[2]
        answer = exactjson.decode(json.dumps(self._answer(name)).encode())
        parsed = module._parse_response(client=None, response=SimpleNamespace(
            status_code=200, json=lambda: answer
        ))  # fmt: skip
        if parsed is None:
            raise malformed("not as documented")
        return parsed

    async def resolve(self, key):
        return KNOWN[key]

    async def resolve_each(self, keys):
        return Parted([KNOWN[key] for key in keys], {}, "instrument")

    async def gather(self, calls):
        return list(await asyncio.gather(*calls))

    async def parts(self, calls, *, by="part"):
        rows = [row for part in await asyncio.gather(*calls.values()) for row in part]
        return Parted(rows, {}, by)

    def _answer(self, name):
        examples = self.bundle["paths"][f"/{name}"]["post"]["responses"]["200"]["content"]
        named = examples["application/json"]["examples"]
        chosen = self.data.draw(st.sampled_from(sorted(named)))
        reference = named[chosen].get("$ref", "").rpartition("/")[2]
        example = self.bundle["components"]["examples"][reference] if reference else named[chosen]
        answer = [copy.deepcopy(example["value"])]
        for _ in range(self.data.draw(st.integers(0, 2))):
            self._replace(answer)
        # Pages would go on for ever: the example's token is the same each time.
        return _without_pages(answer[0])

    def _replace(self, node):
        """Go down from a container to one of its values, and put an odd one in its place."""
        places = sorted(node) if isinstance(node, dict) else range(len(node))
        if not places:
            return
        place = self.data.draw(st.sampled_from(list(places)))
        inner = node[place]
        if isinstance(inner, dict | list) and inner and self.data.draw(st.integers(0, 4)):
            self._replace(inner)
        else:
            node[place] = copy.deepcopy(self.data.draw(odd))


def _without_pages(value):
    if isinstance(value, list):
        return [_without_pages(each) for each in value]
    if not isinstance(value, dict):
        return value
    return {k: _without_pages(v) for k, v in value.items() if k != "nextPageToken"}


@pytest.fixture(scope="module")
def check(bundles):
    """Check a row against the schema of its model's name."""
    components = bundles["unified"]["components"]
    validators = {}

    def validate(row):
        name = type(row).__name__
        if name not in validators:
            schema = {"$ref": f"#/components/schemas/{name}", "components": components}
            validators[name] = jsonschema_rs.Draft4Validator(schema)
        found = [
            f"{e.instance_path}: {e.message}" for e in validators[name].iter_errors(row.to_dict())
        ]
        assert not found

    return validate


@pytest.mark.parametrize(
    ("read", "parameters", "kind"), READS, ids=[f"{r[0].__name__}_{n}" for n, r in enumerate(READS)]
)
@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_an_odd_answer_is_read_or_refused(read, parameters, kind, data, bundles, check):
    """Whatever stands in an answer, each row fits the contract, or the read says what is wrong."""
    own = "U1000001" if kind == "GLOBAL" else "20100001"
    account = Account(
        *(f"tiger:{own}", own, "tiger", "tiger", "paper"), simulated=True, native={"kind": kind}
    )
    upstream = Changed(bundles["tiger"], data, account)
    try:
        answer = asyncio.run(read(upstream, **parameters))
    except GatewayError:
        return
    rows = answer.rows if isinstance(answer, Parted) else answer
    for row in rows if isinstance(rows, list) else [rows]:
        check(row)


@pytest.mark.parametrize(
    ("update_time", "latest_time", "asked"),
    [
        (None, None, True),
        (0, 0, True),
        ("x", None, True),
        (2 * DAY_MS, DAY_MS, False),
        (2 * DAY_MS, None, False),
        (4 * DAY_MS, DAY_MS, True),
        (DAY_MS, 5 * DAY_MS, True),
    ],
)
def test_an_order_is_left_out_of_the_fills_only_where_its_times_prove_it(
    update_time, latest_time, asked
):
    """Older than the start by more than a day; without readable times its symbol is asked for."""
    row = tiger.Order.from_dict({"updateTime": update_time, "latestTime": latest_time})
    assert executions._may_have_traded(row, 5 * DAY_MS) is asked


class CutOff(Changed):
    """A Tiger that has no rows, but says in one of its answers that there are more of them."""

    async def call(self, operation, **_parameters):
        is_cut = operation.__module__.rpartition(".")[2] == self.data
        return tiger.Orders.from_dict({"items": [], "nextPageToken": "b2Zm" if is_cut else ""})


@pytest.mark.parametrize(
    ("read", "answer", "part"),
    [
        (orders.list_orders, "active_orders", "orders"),
        (executions.list_executions, "active_orders", "active_orders"),
        (executions.list_executions, "filled_orders", "filled_orders"),
        (executions.list_executions, "inactive_orders", "inactive_orders"),
    ],
)
async def test_a_list_that_is_cut_off_says_what_is_missing(read, answer, part):
    """Rows that Tiger has and does not show are never silently absent."""
    account = Account(*("t:1", "1", "tiger", "t", "live"), simulated=True, native={"kind": "X"})
    found = await read(CutOff(None, answer, account))
    assert (found.rows, list(found.failed)) == ([], [part])
    whole = await read(CutOff(None, "none", account))
    assert not whole.failed
