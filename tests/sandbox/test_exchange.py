"""The exchange: matching, partial fills, refusals, expiry, money, determinism."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from omnibroker_sandbox.book import book
from omnibroker_sandbox.clock import SandboxClock
from omnibroker_sandbox.exchange import Exchange
from omnibroker_sandbox.instruments import MARGINED, Instrument, Kind
from omnibroker_sandbox.orders import LIMITS, OrderRefused, OrderType, State, Terms

AAPL = "AAPL.US"
START = datetime(2026, 11, 18, 15, 0, tzinfo=UTC)
BUY_10 = Terms(AAPL, "BUY", OrderType.MARKET, Decimal(10), "DAY")


def make(**options: bool) -> Exchange:
    exchange = Exchange(7, SandboxClock(lambda: START), **options)
    exchange.open_account("A")
    return exchange


def near(exchange: Exchange, key: str, ratio: str) -> Decimal:
    """Return a price on tick that is `ratio` times the last one."""
    instrument = exchange.catalogue.get(key)
    return instrument.rounded(exchange.quote(instrument).last * Decimal(ratio))


def limit(exchange: Exchange, side: str, ratio: str, tif: str = "DAY") -> Terms:
    price = near(exchange, AAPL, ratio)
    return Terms(AAPL, side, OrderType.LIMIT, Decimal(10), tif, limit_price=price)


def test_market_order_fills_at_the_touch(exchange: Exchange) -> None:
    """A small market order to buy is filled at the ask, at the next look."""
    ask = exchange.quote(exchange.catalogue.get(AAPL)).ask
    order = exchange.place("A", BUY_10)
    assert order.state is State.WORKING
    exchange.advance()
    assert (order.state, order.average_price) == (State.FILLED, ask)


def test_limit_order_never_pays_more_than_its_limit(exchange: Exchange) -> None:
    """A limit far above the market is filled at the market; one below it rests."""
    generous = exchange.place("A", limit(exchange, "BUY", "1.02"))
    modest = exchange.place("A", limit(exchange, "BUY", "0.90"))
    exchange.advance()
    assert generous.average_price is not None
    assert generous.average_price < generous.terms.limit_price
    assert (modest.state, modest.filled) == (State.WORKING, 0)


def test_resting_limit_fills_when_the_market_comes(exchange: Exchange) -> None:
    """A resting order to buy is filled at or below its limit once the price has fallen."""
    order = exchange.place("A", replace(limit(exchange, "BUY", "0.97"), tif="GTC"))
    exchange.clock.advance(60 * 86_400)
    exchange.advance()
    assert order.state is State.FILLED
    assert all(fill.price <= order.terms.limit_price for fill in exchange.fills("A"))


def test_large_order_fills_in_parts(exchange: Exchange) -> None:
    """An order larger than the displayed size takes what is shown, bucket after bucket."""
    order = exchange.place("A", replace(BUY_10, quantity=Decimal(2_000)))
    exchange.advance()
    assert 0 < order.filled < 2_000
    for _ in range(10):
        exchange.clock.advance(5)
        exchange.advance()
    assert order.state is State.FILLED
    assert len(exchange.fills("A")) > 1
    assert sum(fill.quantity for fill in exchange.fills("A")) == 2_000


def test_commission_minimum_counts_once_per_order(exchange: Exchange) -> None:
    """The fees of an order's parts add up to the fee of the whole."""
    order = exchange.place("A", replace(BUY_10, quantity=Decimal(2_000)))
    exchange.clock.advance(60)
    exchange.advance()
    assert order.state is State.FILLED
    assert sum(fill.fee for fill in exchange.fills("A")) == order.fees == Decimal("10.00")


@pytest.mark.parametrize(
    ("terms", "code"),
    [
        (replace(BUY_10, key="NOPE.US"), "unknown_instrument"),
        (replace(BUY_10, quantity=Decimal(0)), "quantity"),
        (replace(BUY_10, quantity=Decimal("0.5")), "lot"),
        (replace(BUY_10, key="00700.HK", quantity=Decimal(50)), "lot"),
        (replace(BUY_10, side="HOLD"), "side"),
        (replace(BUY_10, tif="FOREVER"), "tif"),
        (replace(BUY_10, tif="GTD"), "expiry"),
        (replace(BUY_10, type=OrderType.LIMIT), "price"),
        (replace(BUY_10, type=OrderType.LIMIT, limit_price=Decimal("100.005")), "tick"),
        (replace(BUY_10, type=OrderType.LIMIT, limit_price=Decimal(-1)), "tick"),
        (replace(BUY_10, type=OrderType.TRAILING_STOP), "price"),
        (replace(BUY_10, quantity=Decimal(1_000_000)), "insufficient_funds"),
        (replace(BUY_10, key="OPT:AAPL.US:20250117:C:200"), "expired"),
    ],
)
def test_bad_orders_are_refused_with_a_reason(exchange: Exchange, terms: Terms, code: str) -> None:
    """What cannot be worked is refused with its own code and leaves no order behind."""
    with pytest.raises(OrderRefused) as refused:
        exchange.place("A", terms)
    assert refused.value.code == code
    assert refused.value.text
    assert exchange.orders("A") == []


@pytest.mark.parametrize(
    ("key", "price", "fits"),
    [
        ("00700.HK", "420.2", True),
        ("00700.HK", "420.1", False),
        ("00005.HK", "80.05", True),
        ("00005.HK", "80.02", False),
        ("D05.SG", "43.01", True),
        ("FX:EURUSD", "1.10005", True),
        ("FX:EURUSD", "1.10002", False),
        ("FUT:ES.CME:202612", "5900.25", True),
        ("FUT:ES.CME:202612", "5900.10", False),
    ],
)
def test_tick_tables(exchange: Exchange, key: str, price: str, fits: bool) -> None:
    """Prices are on tick by the instrument's own table."""
    assert exchange.catalogue.get(key).on_tick(Decimal(price)) is fits


def test_stop_waits_for_its_trigger(exchange: Exchange) -> None:
    """A stop to sell below the market does nothing until the last price is at or under it."""
    exchange.place("A", BUY_10)
    stop = near(exchange, AAPL, "0.98")
    terms = Terms(AAPL, "SELL", OrderType.STOP, Decimal(10), "GTC", stop_price=stop)
    order = exchange.place("A", terms)
    exchange.advance()
    assert order.state is State.UNTRIGGERED
    exchange.clock.advance(90 * 86_400)
    exchange.advance()
    assert order.state is State.FILLED
    assert exchange.fills("A")[-1].price <= stop


def test_trailing_stop_follows_the_price_one_way(exchange: Exchange) -> None:
    """The trigger of a trailing stop to sell never falls."""
    exchange.place("A", BUY_10)
    trail = {"trail_percent": Decimal(2)}
    order = exchange.place(
        "A", replace(BUY_10, side="SELL", type=OrderType.TRAILING_STOP, tif="GTC", **trail)
    )
    triggers = [order.trigger_price]
    for _ in range(20):
        exchange.clock.advance(600)
        exchange.advance()
        triggers.append(order.trigger_price)
    assert triggers == sorted(triggers)
    assert triggers[-1] > triggers[0]


def test_day_order_expires_at_the_real_close() -> None:
    """A day order is gone after the venue's published close, even in a market that never closes."""
    exchange = make()
    order = exchange.place("A", limit(exchange, "BUY", "0.80"))
    exchange.clock.advance(timedelta(hours=5, minutes=59).total_seconds())
    assert exchange.order(order.id).state is State.WORKING
    exchange.clock.advance(120)
    assert exchange.order(order.id).state is State.EXPIRED


def test_immediate_or_cancel_leaves_nothing_working(exchange: Exchange) -> None:
    """An IOC order takes what is there at once and cancels the rest."""
    order = exchange.place("A", replace(BUY_10, quantity=Decimal(2_000), tif="IOC"))
    exchange.clock.advance(1)
    exchange.advance()
    assert order.state is State.CANCELLED
    assert 0 < order.filled < 2_000


def test_good_till_date_expires_then(exchange: Exchange) -> None:
    """A GTD order ends at its own time."""
    ends = exchange.clock.milliseconds() + 60_000
    order = exchange.place("A", replace(limit(exchange, "BUY", "0.80"), tif="GTD", expires_ms=ends))
    exchange.clock.advance(61)
    exchange.advance()
    assert (order.state, order.updated_ms) == (State.EXPIRED, ends)


def test_cancel_takes_a_moment(exchange: Exchange) -> None:
    """A cancel request does not end an order at once; a moment later it does."""
    order = exchange.place("A", limit(exchange, "BUY", "0.80"))
    exchange.cancel(order.id)
    assert order.state is State.WORKING
    exchange.clock.advance(1)
    exchange.advance()
    assert order.state is State.CANCELLED
    with pytest.raises(OrderRefused) as refused:
        exchange.cancel(order.id)
    assert refused.value.code == "not_open"


def test_replace_keeps_fills_and_takes_the_new_total(exchange: Exchange) -> None:
    """A replaced order keeps its id and fills; a total that is filled already is refused."""
    order = exchange.place("A", replace(BUY_10, quantity=Decimal(2_000)))
    exchange.advance()
    filled = order.filled
    with pytest.raises(OrderRefused):
        exchange.replace(order.id, replace(BUY_10, quantity=filled))
    exchange.replace(order.id, replace(BUY_10, quantity=filled + 1))
    exchange.clock.advance(5)
    exchange.advance()
    assert (order.state, order.filled) == (State.FILLED, filled + 1)


def test_bracket_children_wait_and_then_exclude_each_other(exchange: Exchange) -> None:
    """Children are held until the parent is filled; then the fill of one cancels the other."""
    exit_limit = replace(limit(exchange, "SELL", "1.01"), tif="GTC")
    exit_stop = Terms(
        AAPL, "SELL", OrderType.STOP, Decimal(10), "GTC", stop_price=near(exchange, AAPL, "0.99")
    )
    rows = [(BUY_10, None), (exit_limit, 0), (exit_stop, 0)]
    parent, profit, loss = exchange.place_all("A", rows)
    assert [profit.state, loss.state] == [State.HELD, State.HELD]
    exchange.advance()
    assert parent.state is State.FILLED
    assert [profit.state, loss.state] == [State.WORKING, State.UNTRIGGERED]
    exchange.clock.advance(90 * 86_400)
    exchange.advance()
    assert {profit.state, loss.state} == {State.FILLED, State.CANCELLED}
    assert exchange.accounts["A"].open_positions() == ()


def test_partial_exit_reduces_the_other_child(exchange: Exchange) -> None:
    """When one exit of a bracket is filled in part, the other shrinks by as much and stays open."""
    entry = replace(BUY_10, quantity=Decimal(1_200), tif="GTC")
    target = replace(entry, side="SELL", type=OrderType.LIMIT)
    target = replace(target, limit_price=near(exchange, AAPL, "0.99"))
    loss = replace(entry, side="SELL", type=OrderType.STOP)
    loss = replace(loss, stop_price=near(exchange, AAPL, "0.80"))
    parent, profit, stop = exchange.place_all("A", [(entry, None), (target, 0), (loss, 0)])
    while not profit.filled:
        exchange.clock.advance(5)
        exchange.advance()
    assert parent.state is State.FILLED
    assert 0 < profit.filled < 1_200
    assert (stop.state, stop.quantity) == (State.UNTRIGGERED, 1_200 - profit.filled)


def test_children_end_with_their_parent(exchange: Exchange) -> None:
    """Cancelling a parent that never filled cancels its children."""
    parent_terms = limit(exchange, "BUY", "0.80")
    parent, child = exchange.place_all(
        "A", [(parent_terms, None), (limit(exchange, "SELL", "1.2"), 0)]
    )
    exchange.cancel(parent.id)
    exchange.clock.advance(1)
    exchange.advance()
    assert [parent.state, child.state] == [State.CANCELLED, State.CANCELLED]


def test_group_cancels_the_rest(exchange: Exchange) -> None:
    """The first fill in a one-cancels-all group cancels the others."""
    terms = replace(limit(exchange, "BUY", "0.80"), cancel_group="g")
    resting = exchange.place("A", terms)
    exchange.place("A", replace(BUY_10, cancel_group="g"))
    exchange.advance()
    assert resting.state is State.CANCELLED


def test_closed_market_does_not_trade_and_keeps_its_price() -> None:
    """With real hours an order of Saturday waits for Monday, and the quote stands still."""
    exchange = make(always_open=False)
    exchange.clock.advance(3 * 86_400)
    instrument = exchange.catalogue.get(AAPL)
    before = exchange.quote(instrument)
    order = exchange.place("A", replace(BUY_10, tif="GTC"))
    exchange.clock.advance(3_600)
    assert exchange.order(order.id).state is State.WORKING
    assert exchange.quote(instrument).last == before.last
    assert not before.is_open
    exchange.clock.advance(2 * 86_400)
    exchange.advance()
    assert order.state is State.FILLED
    assert datetime.fromtimestamp(order.last_fill_ms / 1000, UTC) == datetime(
        2026, 11, 23, 14, 30, tzinfo=UTC
    )


def test_order_on_close_trades_at_the_close_only(exchange: Exchange) -> None:
    """A market-on-close order is filled in the last seconds of the real session."""
    order = exchange.place("A", replace(BUY_10, type=OrderType.MARKET_ON_CLOSE))
    exchange.clock.advance(3_600)
    assert exchange.order(order.id).filled == 0
    exchange.clock.advance(6 * 3_600)
    assert exchange.order(order.id).state is State.FILLED
    assert (
        order.last_fill_ms == int(datetime(2026, 11, 18, 20, 59, 55, tzinfo=UTC).timestamp()) * 1000
    )


def test_currency_trade_moves_two_purses(exchange: Exchange) -> None:
    """Spot currency settles into cash on both sides and leaves no position."""
    exchange.place("A", Terms("FX:EURUSD", "BUY", OrderType.MARKET, Decimal(1_000), "DAY"))
    fill = exchange.fills("A")[0]
    account = exchange.accounts["A"]
    assert account.open_positions() == ()
    assert account.cash["EUR"] == 1_000
    assert account.cash["USD"] == 1_000_000 - 1_000 * fill.price - fill.fee


def test_long_wait_equals_many_looks() -> None:
    """Looking once after ten days gives the same fills as looking every few hours."""
    rare, often = make(), make()
    for exchange in (rare, often):
        exchange.place("A", replace(limit(exchange, "BUY", "0.985"), tif="GTC"))
        exchange.place("A", replace(limit(exchange, "BUY", "0.97"), tif="GTC"))
        stop = near(exchange, AAPL, "1.01")
        exchange.place(
            "A", Terms(AAPL, "BUY", OrderType.STOP, Decimal(700), "GTC", stop_price=stop)
        )
    rare.clock.advance(240 * 3_600)
    for _ in range(80):
        often.clock.advance(3 * 3_600)
        often.advance()
    assert book(rare) == book(often)
    assert book(rare)["fills"]


def busy_days(seed: int, *, always_open: bool, every_look: bool) -> Exchange:
    """Run two dozen random orders over some days; the clock jumps, or somebody looks all the time."""
    chance, looks = Random(seed), Random(seed + 1)
    exchange = Exchange(seed, SandboxClock(lambda: START), always_open=always_open)
    exchange.open_account("A")
    listed = exchange.catalogue.listed(START.date())
    for wait in (*chance.choices([0, 1, 30, 600, 7_200], k=24), 2 * 86_400):
        with suppress(OrderRefused):
            exchange.place("A", random_terms(exchange, chance.choice(listed), chance))
        left = wait
        while left > 0:
            step = min(left, looks.randint(1, 7_000)) if every_look else left
            exchange.clock.advance(step)
            exchange.advance()
            left -= step
    return exchange


def random_terms(exchange: Exchange, instrument: Instrument, chance: Random) -> Terms:
    kind = chance.choice(list(OrderType))
    last = exchange.quote(instrument).last
    price = instrument.rounded(last * chance.randint(970, 1_030) / 1_000)
    return Terms(
        key=instrument.key,
        side=chance.choice(["BUY", "SELL"]),
        type=kind,
        quantity=max(instrument.size_step, Decimal("0.01")) * chance.choice([1, 2, 50]),
        tif=chance.choice(["DAY", "GTC", "IOC", "OPG"]),
        limit_price=price if kind in LIMITS else None,
        stop_price=price if kind in {OrderType.STOP, OrderType.STOP_LIMIT} else None,
        trail_percent=Decimal(1) if kind is OrderType.TRAILING_STOP else None,
        extended=chance.random() < 0.3,
        cancel_group=chance.choice(["", "", "g"]),
        bracket=chance.choice(["", "", "", "b"]),
    )


@pytest.mark.parametrize("always_open", [True, False])
@pytest.mark.parametrize("seed", [1, 2])
def test_outcome_does_not_depend_on_looking(seed: int, always_open: bool) -> None:
    """Orders of every kind end the same whether the market is worked at once or bit by bit."""
    jumped = busy_days(seed, always_open=always_open, every_look=False)
    watched = busy_days(seed, always_open=always_open, every_look=True)
    assert book(jumped) == book(watched)
    assert book(jumped)["fills"]


KEYS = ["AAPL.US", "00700.HK", "FX:EURUSD", "CFD:AAPL.US", "FUT:ES.CME:202612", "CRYPTO:BTC-USD"]


@st.composite
def scripts(draw: st.DrawFn) -> list[tuple[str, str, int, int]]:
    """Draw rows of (instrument, side, size in lots, seconds to wait after it)."""
    row = st.tuples(
        st.sampled_from(KEYS),
        st.sampled_from(["BUY", "SELL"]),
        st.integers(1, 9),
        st.integers(0, 900),
    )
    return draw(st.lists(row, max_size=8))


def run(exchange: Exchange, script: list[tuple[str, str, int, int]]) -> Iterator[str]:
    for key, side, lots, wait in script:
        step = max(exchange.catalogue.get(key).size_step, Decimal("0.01"))
        terms = Terms(key, side, OrderType.MARKET, lots * step, "GTC")
        try:
            yield str(exchange.place("A", terms).id)
        except OrderRefused as refusal:
            yield refusal.code
        exchange.clock.advance(wait)
    exchange.clock.advance(86_400)
    exchange.advance()


@settings(max_examples=40, deadline=None)
@given(script=scripts())
def test_money_is_conserved(script: list[tuple[str, str, int, int]]) -> None:
    """Cash is exactly what the fills and fees make of it, currency by currency."""
    exchange = make()
    list(run(exchange, script))
    expected = {"USD": Decimal(1_000_000)}
    for fill in exchange.fills("A"):
        currency, paid = fill.instrument.currency, fill.signed * fill.price
        margined = fill.instrument.kind in MARGINED
        change = fill.realised if margined else -paid * fill.instrument.multiplier
        expected[currency] = expected.get(currency, Decimal(0)) + change - fill.fee
        if fill.instrument.kind is Kind.FX:
            base = fill.instrument.base_currency
            expected[base] = expected.get(base, Decimal(0)) + fill.signed
    assert exchange.accounts["A"].cash == expected


@settings(max_examples=40, deadline=None)
@given(script=scripts())
def test_profit_explains_every_change_of_worth(script: list[tuple[str, str, int, int]]) -> None:
    """In one currency, worth = opening cash + realised + unrealised - fees."""
    exchange = make()
    list(run(exchange, [row for row in script if row[0] not in {"00700.HK", "FX:EURUSD"}]))
    worth, account = exchange.worth("A"), exchange.accounts["A"]
    realised, fees = (purse.get("USD", Decimal(0)) for purse in (account.realised, account.fees))
    explained = 1_000_000 + realised + worth.unrealised - fees
    assert abs(worth.equity - explained) < Decimal("1E-12")


@settings(max_examples=25, deadline=None)
@given(script=scripts())
def test_same_seed_and_clock_give_the_same_market(script: list[tuple[str, str, int, int]]) -> None:
    """Two exchanges with equal seed, clock and calls agree in every order, fill and balance."""
    first, second = make(), make()
    assert list(run(first, script)) == list(run(second, script))
    assert book(first) == book(second)


def test_another_seed_gives_another_market() -> None:
    """Prices depend on the seed."""
    clock = SandboxClock(lambda: START)
    prices = set()
    for seed in range(5):
        exchange = Exchange(seed, clock)
        prices.add(exchange.quote(exchange.catalogue.get(AAPL)).last)
    assert len(prices) == 5


def test_reset_gives_the_opening_cash_back(exchange: Exchange) -> None:
    """After a reset there is nothing but the opening cash."""
    exchange.place("A", BUY_10)
    exchange.advance()
    exchange.reset()
    rest = book(exchange)
    assert (rest["orders"], rest["fills"], rest["positions"]) == ([], [], [])
    assert rest["cash"] == {"A": {"USD": "1000000"}}


@pytest.mark.parametrize("key", ["OPT:AAPL.US:20261120:C:160", "OPT:AAPL.US:20261120:P:160"])
def test_options_are_settled_in_cash_on_expiry(exchange: Exchange, key: str) -> None:
    """After expiry an option is gone, and its worth on that day, if any, is in the cash."""
    exchange.place("A", replace(BUY_10, key=key, quantity=Decimal(2), tif="GTC"))
    exchange.clock.advance(60)
    spent = exchange.worth("A").cash
    exchange.clock.advance(3 * 86_400)
    exchange.advance()
    expiry = int(datetime(2026, 11, 20, 21, 0, tzinfo=UTC).timestamp())
    worth = exchange.market.mid(exchange.catalogue.get(key), expiry)
    gained = exchange.accounts["A"].cash["USD"] - spent
    assert exchange.accounts["A"].open_positions() == ()
    assert abs(gained - worth * 200) <= Decimal(10)
    assert (gained > 0) is (":C:" in key)


def test_orders_end_with_their_instrument(exchange: Exchange) -> None:
    """A good-till-cancelled order on an option expires with it."""
    key = "OPT:AAPL.US:20261120:C:160"
    terms = Terms(key, "BUY", OrderType.LIMIT, Decimal(1), "GTC", limit_price=Decimal("0.01"))
    order = exchange.place("A", terms)
    exchange.clock.advance(4 * 86_400)
    exchange.advance()
    assert order.state is State.EXPIRED
