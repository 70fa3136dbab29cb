"""However many orders are open, each is looked for: the unknown ones first, the listed ones not once more."""

import asyncio
from collections import Counter

import pytest
from houses import rows_say

VIRTUAL_TIME = True
MANY = 100
STATUS, TRADES = "/iserver/account/order/status/", "/iserver/account/trades"


@pytest.fixture
async def house(make_house):
    """A house with many open orders, within the limits that IBKR publishes."""
    made = make_house(ready=True, pacing="published")
    for number in range(MANY):
        assert (await made.place(f"c-{number}")).status == 201
    made.sent = len(made.engine.requests)
    yield made
    await made.connection.session.aclose()


def forget(house, is_forgotten):
    """Let the broker's list of orders leave some out."""
    rows_say(house, lambda rows: [row for row in rows if not is_forgotten(row)])


async def look(house):
    """Let the watch look once; return what each part of the broker was asked since the last look."""
    await house.gateway._reconciler.settle(house.connection)
    targets = [request.target for request in house.engine.requests[house.sent :]]
    house.sent = len(house.engine.requests)
    await asyncio.sleep(30)
    return Counter(target for target in targets if STATUS in target or TRADES in target)


async def test_an_unknown_order_is_found_among_the_fills_at_the_first_look(house):
    """It was done, and the list has forgotten it: the fills are read first, and they settle it."""
    await house.fault("/iserver/account/*/orders", "reset_after", count=1)
    lost = await house.place("lost", type="MARKET", limit_price=None)
    assert lost.status == 504
    order_id = lost.headers["location"].rpartition("/")[2]
    forget(house, lambda row: row.get("order_ref") == order_id)
    await look(house)
    row = await house.gateway.journal.find_order(house.account, order_id)
    assert row.document["status"] == "FILLED"


async def test_unknown_orders_share_one_look_at_the_fills_and_leave_the_others_alone(house):
    """Five that never arrived: one read of the fills each look, and none of what the list has shown."""
    await house.fault("/iserver/account/*/orders", "reset_before", count=5)
    for number in range(5):
        assert (await house.place(f"lost-{number}")).status == 504
    for _ in range(3):
        asked = await look(house)
        assert [(TRADES in target, count) for target, count in asked.items()] == [(True, 1)]
    assert len(house.gateway.journal.unsettled()) == MANY + 5


async def test_each_look_goes_on_where_the_limits_ended_the_last_one(house):
    """The list shows none of them, and one look cannot ask for them all: two can."""
    forget(house, lambda _row: True)
    first, second = await look(house), await look(house)
    assert 0 < len(first) < MANY
    assert len(first | second) == MANY
