"""Quotes, depth, the bar of the day, and bars of the past."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any

from omnibroker_sandbox.answers import Answer
from omnibroker_sandbox.clock import to_milliseconds
from omnibroker_sandbox.tradelocker import wire
from omnibroker_sandbox.tradelocker.desk import Desk
from omnibroker_sandbox.tradelocker.listing import Listing
from omnibroker_sandbox.tradelocker.panels import HISTORY_BARS
from omnibroker_sandbox.tradelocker.refusals import business, error, require

LEVELS = 5
FIRST_BAR = to_milliseconds(datetime(2020, 1, 1, tzinfo=UTC)) // 1000
DAY = 86_400
MONDAY = 4 * DAY
"""The first Monday of the epoch, in seconds: weeks are counted from it."""
STEPS = {
    "1m": 60,
    "5m": 300,
    "15m": 900,
    "30m": 1_800,
    "1H": 3_600,
    "4H": 14_400,
    "1D": DAY,
    "1W": 7 * DAY,
    "1M": 30 * DAY,
}
"""Seconds of a bar; a month's is only used to estimate how many there would be."""
SIDES = ("ASK", "BID", "TRADE")


def get_quotes(desk: Desk, parameters: wire.Parameters, _body: Any) -> Answer:
    """Return ask and bid with their sizes in lots; no last price and no time."""
    desk.account(parameters)
    listing = desk.listing(parameters)
    quote = desk.exchange.quote(listing.instrument)
    return wire.ok(
        {
            "ap": quote.ask,
            "as": listing.lots(quote.ask_size),
            "bp": quote.bid,
            "bs": listing.lots(quote.bid_size),
        }
    )


def get_depth(desk: Desk, parameters: wire.Parameters, _body: Any) -> Answer:
    """Return five levels a side as [price, size in lots]; only the first is what orders meet."""
    desk.account(parameters)
    listing = desk.listing(parameters)
    quote = desk.exchange.quote(listing.instrument)
    tick = listing.instrument.tick_at(quote.bid)
    rows = range(LEVELS)
    asks = [[quote.ask + tick * row, listing.lots(quote.ask_size) * (row + 1)] for row in rows]
    bids = [[quote.bid - tick * row, listing.lots(quote.bid_size) * (row + 1)] for row in rows]
    return wire.ok({"asks": asks, "bids": bids})


def get_daily_bar(desk: Desk, parameters: wire.Parameters, _body: Any) -> Answer:
    """Return the bar since midnight UTC, of one side's prices."""
    desk.account(parameters)
    side = wire.text(parameters, "barType")
    require(side in SIDES, error(400, "barType must be ASK, BID or TRADE (simulated)."))
    listing = desk.listing(parameters)
    bar = _bar(desk, listing, desk.exchange.second // DAY * DAY, DAY)
    lift = _spread(listing) if side == "ASK" else Decimal(0)
    return wire.ok({name: bar[name] + (lift if name != "v" else 0) for name in "ohlcv"})


def get_history(desk: Desk, parameters: wire.Parameters, _body: Any) -> Answer:
    """Return the bars that begin within [from, to]; none is `no_data`, with the nearest earlier one."""
    desk.account(parameters)
    listing = desk.listing(parameters)
    resolution = wire.text(parameters, "resolution")
    require(resolution in STEPS, error(400, "The resolution is not known (simulated)."))
    # Rounded up, so that only bars that begin within the interval are taken.
    wanted = min(-(-wire.needed(parameters, "from") // 1000), desk.exchange.second + 1)
    first = max(wanted, FIRST_BAR)
    last = min(wire.needed(parameters, "to") // 1000, desk.exchange.second)
    estimate = (last - first) // STEPS[resolution]
    text = f"The interval has more than {HISTORY_BARS} bars (simulated)."
    require(estimate < HISTORY_BARS, business(text))
    starts = [each for each in _starts(resolution, first, last) if _trades(desk, listing, each)]
    if not starts:
        return _no_data(desk, listing, resolution, wanted - 1)
    bars = [_bar(desk, listing, start, end - start) for start, end in starts]
    return wire.ok({"barDetails": bars})


def _no_data(desk: Desk, listing: Listing, resolution: str, before: int) -> Answer:
    earlier = before - 10 * STEPS[resolution] - 4 * DAY
    spans = _starts(resolution, max(earlier, FIRST_BAR), before)
    starts = [start for start, end in spans if _trades(desk, listing, (start, end))]
    return Answer(200, {"s": "no_data", **({"nb": starts[-1] * 1000} if starts else {})})


def _starts(resolution: str, first: int, last: int) -> Iterator[tuple[int, int]]:
    """Yield (start, end) of each bar that begins within [first, last]."""
    if resolution == "1M":
        yield from _months(first, last)
        return
    step = STEPS[resolution]
    origin = MONDAY if resolution == "1W" else 0
    start = origin + -(-(first - origin) // step) * step
    for each in range(start, last + 1, step):
        yield each, each + step


def _months(first: int, last: int) -> Iterator[tuple[int, int]]:
    month = datetime.fromtimestamp(first, UTC).replace(day=1, hour=0, minute=0, second=0)
    while (start := int(month.timestamp())) <= last:
        month = (month + timedelta(days=32)).replace(day=1)
        if start >= first:
            yield start, int(month.timestamp())


def _trades(desk: Desk, listing: Listing, span: tuple[int, int]) -> bool:
    calendar = desk.exchange.market.calendar
    return any(calendar.windows(listing.instrument.venue, *span, extended=False))


def _bar(desk: Desk, listing: Listing, start: int, seconds: int) -> dict[str, Any]:
    """Return a bar of bid prices, cut where it is not over yet."""
    end = min(start + seconds, max(desk.exchange.second, start))
    bar = desk.exchange.market.bar(listing.instrument, (start, end))
    return {
        "t": start * 1000,
        "o": bar.open,
        "h": bar.high,
        "l": bar.low,
        "c": bar.close,
        "v": listing.lots(bar.volume),
    }


def _spread(listing: Listing) -> Decimal:
    instrument = listing.instrument
    return instrument.tick_at(instrument.base_price) * instrument.spread_ticks


OPERATIONS = {
    "get_quotes": get_quotes,
    "get_depth": get_depth,
    "get_daily_bar": get_daily_bar,
    "get_history": get_history,
}
