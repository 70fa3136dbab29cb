"""After a crash with 500 orders open the gateway finds the truth again, within each broker's published limits."""

import asyncio
import functools
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest

from faulting.facts import FACTS
from faulting.virtual import VirtualLoop
from omnibroker.storage.store import Store
from omnibroker_sandbox import catalogue, futu, ibkr, tiger, tradelocker
from omnibroker_sandbox.brokers import SANDBOXES
from omnibroker_sandbox.exchange import Exchange
from omnibroker_sandbox.futu import pacing as futu_pacing
from omnibroker_sandbox.ibkr import pacing as ibkr_pacing
from omnibroker_sandbox.orders import Fill
from omnibroker_sandbox.tiger import pacing as tiger_pacing
from omnibroker_sandbox.tradelocker import pacing as tradelocker_pacing

ORDERS, POSITIONS = 500, 200
# Long enough for the slowest of the published limits; beyond it something is asked for again and again.
PATIENCE_SECONDS = 3600
# Each simulated broker, what in it says yes or no to a request, and what its yes is.
PACED = {
    "futu": (futu.FutuSandbox, futu_pacing.Pacing, "exceeded", None),
    "ibkr": (ibkr.IbkrSandbox, ibkr_pacing.Pacing, "admit", True),
    "tiger": (tiger.TigerSandbox, tiger_pacing.Pacing, "exceeded", None),
    "tradelocker": (tradelocker.TradeLockerSandbox, tradelocker_pacing.Pacing, "admit", True),
}
# What the account can carry 500 times.
SMALLER = {"tradelocker": {"quantity": "0.01"}}
# One share at 240 dollars, without a fee.
NUMBERS = (Decimal(1), Decimal(240), Decimal(0))
TICKET_OF_A_TRADE = {
    "instrument": "CFD:EURUSD",
    "quantity": "0.01",
    "quantity_unit": "LOT",
    "time_in_force": "IOC",
    "position_effect": "OPEN",
}


class Broker:
    """A simulated broker that outlives gateways; from `enforce` on its limits hold and are watched."""

    def __init__(self, name, monkeypatch):
        loop, begun = asyncio.get_running_loop(), datetime.now(UTC)
        since = loop.time()
        self.enforced = False
        self.asked, self.refused = [], []
        self.exchange = Exchange(7, lambda: begun + timedelta(seconds=loop.time() - since))
        sandbox, pacing, word, yes = PACED[name]
        decide = getattr(pacing, word)

        @functools.wraps(decide)
        def watched(this, operation, *rest):
            if not self.enforced:
                return yes
            said = decide(this, operation, *rest)
            self.asked.append(operation)
            if said != yes:
                self.refused.append(operation)
            return said

        def build(_exchange, *, ready):
            return sandbox(self.exchange, ready=ready, pacing=True)

        self.shares = list_shares(monkeypatch)
        monkeypatch.setattr(pacing, word, watched)
        monkeypatch.setitem(SANDBOXES, name, replace(SANDBOXES[name], build=build))


def list_shares(monkeypatch):
    """List a share for each position."""
    model = catalogue.Catalogue().find("IBM.US")
    shares = {
        f"ZZ{n}.US": replace(model, key=f"ZZ{n}.US", symbol=f"ZZ{n}", name=f"SHARE {n}")
        for n in range(POSITIONS)
    }
    monkeypatch.setattr(catalogue, "_FIXED", {**catalogue._FIXED, **shares})
    return list(shares.values())


async def hold(house, simulated):
    """Let the account hold the positions: a share each, or where each trade is a position, a trade each."""
    if house.connection.broker == "tradelocker":
        await trade(house, simulated.exchange)
        return
    native_id = house.account.partition(":")[2]
    account = next(a for name, a in simulated.exchange.accounts.items() if name == native_id)
    for number, share in enumerate(simulated.shares):
        fill = Fill(f"f-{number}", 1, native_id, share, "BUY", *NUMBERS, 0)
        account.apply(fill)


async def trade(house, exchange):
    """Buy at the market, once for each position."""
    ticket = {**TICKET_OF_A_TRADE, "limit_price": None, "type": "MARKET"}
    for number in range(POSITIONS):
        assert (await house.place(f"p-{number}", **ticket)).status == 201
    await asyncio.sleep(60)
    exchange.advance()
    assert all(order.is_final for order in exchange._orders.values())


async def lose_half(house, ticket):
    """Place the orders; of every second one the answer is lost after the broker took it."""
    broker = house.connection.broker
    method, path = FACTS[broker].targets["place"]
    for number in range(ORDERS):
        if is_lost := number % 2 == 1:
            await house.fault(path, "reset_after", method=method)
        answer = await house.place(f"c-{number}", **ticket)
        assert answer.status == (504 if is_lost else 201), answer.body


def cancel_some(exchange):
    """Let the broker end a third of the orders while nobody is listening."""
    for order_id in list(exchange._open_orders)[::3]:
        exchange.cancel(order_id)


def as_at_the_broker(exchange):
    """Return how every order of the book stands: tag → state."""
    return {order.terms.reference: order.state.value for order in exchange._orders.values()}


async def as_known(house):
    """Return how the gateway says that its orders stand: order id → status."""
    rows = await house.gateway.journal.orders(house.account)
    return {row.order_id: row.document["status"] for row in rows}


async def converge(house, exchange):
    """Wait until gateway and broker agree on every order; return after how many seconds they did."""
    for seconds in range(PATIENCE_SECONDS):
        exchange.advance()
        known, there = await as_known(house), as_at_the_broker(exchange)
        if known == there:
            return seconds
        await asyncio.sleep(1)
    differ = {each: known.get(each) for each in there if known.get(each) != there[each]}
    raise AssertionError(f"{len(differ)} of {len(there)} differ: {list(differ.items())[:5]}")


async def until_whole(house, path):
    """Read a list until nothing is missing from it; return how many rows of the account it has."""
    query = f"account_id={house.account}&limit=500".encode()
    for _ in range(PATIENCE_SECONDS):
        answer = await house("GET", path, query=query)
        if answer.status == 200 and not answer.json()["incomplete"]:
            return len(answer.json()["items"])
        await asyncio.sleep(1)
    raise AssertionError(f"{path} is never whole: {answer.body}")


async def crash_and_return(make_street, broker, simulated, ticket, url):
    """Lose half of the answers, crash, come back where the limits are enforced; return what that took."""
    before = make_street([broker], store=Store.open(url)).houses[broker]
    await before.gateway.journal.open()
    await hold(before, simulated)
    await lose_half(before, ticket)
    cancel_some(simulated.exchange)
    await before.gateway.store.close()
    await before.connection.session.aclose()
    after = make_street([broker], store=Store.open(url), pacing="published").houses[broker]
    after.engine.app, simulated.enforced = before.engine.app, True
    await after.gateway.start()
    seconds = await converge(after, simulated.exchange)
    calls = len(simulated.asked)
    held = await until_whole(after, "/v1/positions")
    assert held == POSITIONS
    await after.gateway.stop()
    return seconds, calls


@pytest.mark.slow
@pytest.mark.parametrize("broker", sorted(PACED))
def test_many_open_orders_converge_within_the_published_limits(
    make_street, tickets, monkeypatch, record_property, tmp_path, broker
):
    """A crash leaves 250 orders known, 250 unknown, a third is ended meanwhile: all are told right, by no 429."""
    monkeypatch.chdir(tmp_path)
    ticket = tickets[broker] | SMALLER.get(broker, {})
    with asyncio.Runner(loop_factory=VirtualLoop) as runner:

        async def story():
            simulated = Broker(broker, monkeypatch)
            url = f"sqlite:///{tmp_path}/journal.sqlite3"
            return simulated, await crash_and_return(make_street, broker, simulated, ticket, url)

        simulated, (seconds, calls) = runner.run(story())
    record_property("orders", ORDERS)
    record_property("upstream calls", calls)
    record_property("simulated seconds", seconds)
    assert simulated.refused == []
