"""A saturating mix makes no upstream 429 anywhere, and a cancel overtakes every queued read."""

import asyncio
import functools
import random
from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from omnibroker_sandbox import futu, ibkr, tiger, tradelocker
from omnibroker_sandbox.brokers import SANDBOXES
from omnibroker_sandbox.exchange import Exchange
from omnibroker_sandbox.futu import pacing as futu_pacing
from omnibroker_sandbox.ibkr import pacing as ibkr_pacing
from omnibroker_sandbox.tiger import pacing as tiger_pacing
from omnibroker_sandbox.tradelocker import pacing as tradelocker_pacing

VIRTUAL_TIME = True
BROKERS = ["futu", "ibkr", "tiger", "tradelocker"]
# Each simulated broker with its published limits enforced, and what in it says yes or no to a request.
PACED = {
    "futu": (futu.FutuSandbox, futu_pacing.Pacing, "exceeded"),
    "ibkr": (ibkr.IbkrSandbox, ibkr_pacing.Pacing, "admit"),
    "tiger": (tiger.TigerSandbox, tiger_pacing.Pacing, "exceeded"),
    "tradelocker": (tradelocker.TradeLockerSandbox, tradelocker_pacing.Pacing, "admit"),
}
# What the simulated brokers do not enforce: (operations or None for all, requests, seconds).
BEYOND = {
    "futu": [(None, 20, 1)],
    "ibkr": [({"trades", "trades_slash"}, 1, 5)],
    "tiger": [(None, 600, 60), ({"place_order", "modify_order", "cancel_order"}, 120, 60)],
    "tradelocker": [(None, 10, 1), ({"cancel_order"}, 5, 1)],
}
# What a cancel is called on the wire, and what the market is read by.
CANCELS = {"futu": "modify_order", "ibkr": "cancel_order"}
MARKET = {"kline", "quote_real_time", "history_kline", "snapshot", "get_history", "get_quotes"} | {
    "marketdata_history_by_conid",
    "live_marketdata_snapshot",
}
INSTRUMENTS = {"tradelocker": ["CFD:BTCUSD", "CFD:EURUSD"]}
STOCKS = ["AAPL.US", "MSFT.US", "TSLA.US", "NVDA.US", "AMZN.US", "SPY.US"]
# Tiger takes so many orders a minute that it needs more traders to be too many.
TRADERS = {"tiger": 130}
FEW_TRADERS, WATCHERS, LOOKS = 20, 6, 3
INTERVALS = ["1DAY", "1WEEK", "1MONTH", "4HOUR", "1HOUR"]
# The one adjustment of bars that each broker has.
ADJUSTMENTS = {"ibkr": "SPLIT"}


@dataclass
class Desk:
    """What a simulated broker saw at its wire: (operation, second, was it refused)."""

    house: Any
    ticket: dict[str, Any]
    seen: list[tuple[str, float, bool]] = field(default_factory=list)
    answers: Counter = field(default_factory=Counter)

    @property
    def broker(self):
        return self.house.connection.broker

    @property
    def refused(self):
        return [row for row in self.seen if row[2]]

    async def ask(self, method, path, body=None, *, query="", headers=()):
        answer = await self.house(method, path, body, query=query.encode(), headers=headers)
        self.answers[method, path.rpartition("/")[2], answer.status] += 1
        return answer

    async def place(self, name):
        answer = await self.house.place(name, **self.ticket)
        self.answers["POST", "place", answer.status] += 1
        return answer

    async def cancel(self, order_id):
        return await self.ask("POST", f"/v1/accounts/{self.house.account}/orders/{order_id}/cancel")


@pytest.fixture
def open_desk(make_house, tickets, monkeypatch):
    """Open a gateway over one simulated broker that enforces its limits: `open_desk(broker, **settings)`."""

    def make(broker, *, way=0.0, **settings):
        sandbox, pacing, word = PACED[broker]
        desk = Desk(None, tickets[broker])
        begun = datetime.now(UTC)
        loop = asyncio.get_running_loop()
        since = loop.time()

        def clock():
            return begun + timedelta(seconds=loop.time() - since)

        def build(exchange, *, ready):
            return sandbox(Exchange(exchange.seed, clock), ready=ready, pacing=True)

        decide = getattr(pacing, word)

        @functools.wraps(decide)
        def watched(self, operation, *rest):
            said = decide(self, operation, *rest)
            is_refused = said is not None if word == "exceeded" else not said
            desk.seen.append((operation, loop.time(), is_refused))
            return said

        monkeypatch.setattr(pacing, word, watched)
        monkeypatch.setitem(SANDBOXES, broker, replace(SANDBOXES[broker], build=build))
        desk.house = make_house(broker=broker, **{"pacing": "published", **settings})
        draw = random.Random(11)

        async def on_its_way(_request):
            await asyncio.sleep(draw.uniform(0, way))

        desk.house.engine.before = on_its_way
        return desk

    return make


async def trade(desk, number):
    """Place an order and cancel it, whatever became of either."""
    placed = await desk.place(f"t-{number}")
    if placed.status in {201, 202}:
        await desk.cancel(placed.json()["order_id"])


def bars_of(desk, key, number):
    """Return a question about bars that no other number asks."""
    start = f"2026-{1 + number % 9:02}-{1 + number // 9:02}T00:00:00Z"
    adjustment = ADJUSTMENTS.get(desk.broker, "NONE")
    interval = INTERVALS[number // 6 % len(INTERVALS)]
    asked = f"instrument={key}&connection={desk.broker}&start_at={start}&interval={interval}"
    return f"{asked}&adjustment={adjustment}&session=REGULAR"


async def watch(desk, number):
    """Look at everything, again and again."""
    of_broker = f"connection={desk.broker}"
    keys = INSTRUMENTS.get(desk.broker, STOCKS)
    for look in range(LOOKS):
        key = keys[(number + look) % len(keys)]
        quote = f"instrument={key}&{of_broker}&allow_delayed=true"
        await desk.ask("GET", "/v1/quotes", query=quote)
        await desk.ask("GET", "/v1/orders", query=of_broker)
        await desk.ask("GET", "/v1/bars", query=bars_of(desk, key, number))
        for path in ("portfolio", "positions", "executions", "accounts"):
            await desk.ask("GET", f"/v1/{path}", query=of_broker)


async def saturate(desk):
    """Let everybody at it at once, as often as it takes to exceed every limit."""
    first = await desk.place("first")
    assert first.status in {201, 202}, first.body
    traders = TRADERS.get(desk.broker, FEW_TRADERS)
    work = [trade(desk, n) for n in range(traders)] + [watch(desk, n) for n in range(WATCHERS)]
    random.Random(3).shuffle(work)
    await asyncio.gather(*work)


def most_in(seen, operations, seconds):
    """Return the most requests of some operations that came within so many seconds."""
    times = [at for name, at, _ in seen if operations is None or name in operations]
    return max((bisect_left(times, at + seconds) - n for n, at in enumerate(times)), default=0)


@pytest.mark.parametrize("broker", BROKERS)
async def test_a_saturating_mix_makes_no_upstream_429(open_desk, broker, record_property):
    """Whoever finds no room is told so by the gateway; the broker is never asked too often."""
    desk = open_desk(broker, way=0.3)
    await saturate(desk)
    assert desk.refused == []
    for operations, requests, seconds in BEYOND[broker]:
        assert most_in(desk.seen, operations, seconds) <= requests
    record_property("upstream calls", len(desk.seen))


@pytest.mark.parametrize("broker", BROKERS)
async def test_without_the_budget_the_same_mix_is_refused(open_desk, broker):
    """The limits are really enforced, and the mix really exceeds them."""
    desk = open_desk(broker, way=0.3, pacing="off")
    await saturate(desk)
    assert desk.refused


@pytest.mark.parametrize("broker", BROKERS)
async def test_a_cancel_overtakes_every_queued_read(open_desk, broker):
    """At the broker's wire it comes before all that waited when it was asked for."""
    desk = open_desk(broker)
    placed = await desk.place("resting")
    assert placed.status in {201, 202}, placed.body
    await asyncio.sleep(60)  # so that nothing of the log-in counts any more
    keys = INSTRUMENTS.get(broker, STOCKS)
    reads = [
        asyncio.create_task(
            desk.ask("GET", "/v1/bars", query=bars_of(desk, keys[n % len(keys)], n))
        )
        for n in range(90)
    ]
    line = desk.house.connection.session._budget._line
    await asyncio.sleep(0.5)
    waiting, before = len(line._waiting), len(desk.seen)
    assert waiting > 5, desk.answers
    cancelled = await desk.cancel(placed.json()["order_id"])
    assert cancelled.status in {200, 202}, cancelled.body
    came = [name for name, _, _ in desk.seen[before:]]
    assert not MARKET & set(came[: came.index(CANCELS.get(broker, "cancel_order"))])
    for read in reads:
        read.cancel()
    await asyncio.gather(*reads, return_exceptions=True)
