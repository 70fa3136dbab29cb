"""Prices and trading hours: pure functions of seed, instrument and time."""

from datetime import UTC, datetime
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from omnibroker_sandbox.catalogue import Catalogue, option_expiries
from omnibroker_sandbox.clock import SandboxClock
from omnibroker_sandbox.exchange import Exchange
from omnibroker_sandbox.market import Market
from omnibroker_sandbox.sessions import VENUES, Calendar, next_close, next_open, real_windows

CATALOGUE = Catalogue()
START = int(datetime(2026, 11, 18, 15, 0, tzinfo=UTC).timestamp())
KEYS = ["AAPL.US", "00700.HK", "FX:USDHKD", "CFD:EURUSD", "FUT:ES.CME:202612", "CRYPTO:BTC-USD"]
market = Market(7, CATALOGUE, Calendar(always_open=True))


@settings(max_examples=60, deadline=None)
@given(
    key=st.sampled_from(KEYS),
    start=st.integers(START - 10**7, START + 10**7),
    length=st.integers(1, 10**6),
    share=st.integers(0, 1000),
)
def test_no_quote_leaves_its_bar(key: str, start: int, length: int, share: int) -> None:
    """The last price of any second within a bar lies between the bar's low and high."""
    instrument = CATALOGUE.get(key)
    bar = market.bar(instrument, (start, start + length))
    last = market.last(instrument, start + length * share // 1000)
    assert bar.low <= last <= bar.high
    assert bar.low <= min(bar.open, bar.close) <= max(bar.open, bar.close) <= bar.high


@settings(max_examples=30, deadline=None)
@given(hour=st.integers(START // 3600 - 5000, START // 3600 + 5000), part=st.integers(0, 59))
def test_small_bars_nest_in_large_ones(hour: int, part: int) -> None:
    """A minute's bar stays within its hour's, and the minutes' volumes add up to the hour's."""
    instrument = CATALOGUE.get("AAPL.US")
    start = hour * 3600
    large = market.bar(instrument, (start, start + 3600))
    minutes = [market.bar(instrument, (start + m * 60, start + m * 60 + 60)) for m in range(60)]
    assert large.low <= minutes[part].low <= minutes[part].high <= large.high
    assert (minutes[0].open, minutes[-1].close) == (large.open, large.close)
    assert abs(sum(each.volume for each in minutes) - large.volume) < 60


def test_every_listed_instrument_has_a_sane_quote() -> None:
    """Bid < ask, all on tick, the last price inside the day, for everything that is listed."""
    exchange = Exchange(3, SandboxClock(lambda: datetime.fromtimestamp(START, UTC)))
    for instrument in exchange.catalogue.listed(exchange.today):
        quote = exchange.quote(instrument)
        assert 0 < quote.bid < quote.ask, instrument.key
        assert quote.low <= quote.last <= quote.high, instrument.key
        assert all(instrument.on_tick(price) for price in (quote.bid, quote.ask, quote.last))
        assert quote.bid_size > 0 < quote.ask_size


def test_option_chain_follows_the_clock() -> None:
    """Three monthly expiries of nine strikes, calls and puts, none of them in the past."""
    today = datetime(2026, 11, 21, tzinfo=UTC).date()
    chain = CATALOGUE.options("AAPL.US", today)
    assert len(chain) == 3 * 9 * 2
    assert [f"{day:%Y%m%d}" for day in option_expiries(today)] == [
        "20261218",
        "20270115",
        "20270219",
    ]


def test_option_is_worth_at_least_its_intrinsic_value() -> None:
    """Calls and puts never trade below what exercising them would give, but for one tick."""
    spot = market.mid(CATALOGUE.get("AAPL.US"), START)
    for option in CATALOGUE.options("AAPL.US", datetime.fromtimestamp(START, UTC).date()):
        gain = spot - option.strike if option.right == "C" else option.strike - spot
        assert market.last(option, START) >= gain - Decimal("0.05")


@pytest.mark.parametrize(
    ("venue", "moment", "opens"),
    [
        ("NASDAQ", "2026-11-20T22:30", "2026-11-23T14:30"),
        ("NASDAQ", "2026-07-06T12:00", "2026-07-06T13:30"),
        ("SEHK", "2026-11-18T04:30", "2026-11-18T05:00"),
        ("SGX", "2026-11-20T10:00", "2026-11-23T01:00"),
        ("CME", "2026-11-21T00:00", "2026-11-22T23:00"),
    ],
)
def test_next_open(venue: str, moment: str, opens: str) -> None:
    """The next session is found across lunch, nights, weekends and daylight saving."""
    second = int(datetime.fromisoformat(f"{moment}+00:00").timestamp())
    expected = int(datetime.fromisoformat(f"{opens}+00:00").timestamp())
    assert next_open(VENUES[venue], second) == expected


@pytest.mark.parametrize(
    ("venue", "moment", "extended", "closes"),
    [
        ("NASDAQ", "2026-11-18T15:00", False, "2026-11-18T21:00"),
        ("NASDAQ", "2026-11-18T15:00", True, "2026-11-19T01:00"),
        ("NASDAQ", "2026-11-21T15:00", False, "2026-11-23T21:00"),
        ("SEHK", "2026-11-18T02:00", False, "2026-11-18T08:00"),
        ("PAXOS", "2026-11-21T15:00", False, "2026-11-22T00:00"),
    ],
)
def test_next_close(venue: str, moment: str, extended: bool, closes: str) -> None:
    """A trading day ends at its last close, lunch breaks aside."""
    second = int(datetime.fromisoformat(f"{moment}+00:00").timestamp())
    expected = int(datetime.fromisoformat(f"{closes}+00:00").timestamp())
    assert next_close(VENUES[venue], second, extended=extended) == expected


def test_windows_of_a_week_have_five_days() -> None:
    """Seven days hold five regular sessions of six and a half hours in New York."""
    spans = list(real_windows(VENUES["NYSE"], START, START + 7 * 86_400, extended=False))
    assert sum(end - start for start, end in spans) == 5 * 23_400


def test_clock_never_goes_back() -> None:
    """Advancing by a negative number is refused."""
    clock = SandboxClock()
    with pytest.raises(ValueError, match="only moves forward"):
        clock.advance(-1)
