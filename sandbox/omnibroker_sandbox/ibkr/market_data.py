"""Snapshots that warm up, and history with its own units."""

import re
from decimal import Decimal
from typing import Any

from omnibroker_sandbox.answers import Answer
from omnibroker_sandbox.ibkr import conids, wire
from omnibroker_sandbox.ibkr.gateway import Gateway
from omnibroker_sandbox.ibkr.refusals import (
    SERVER_ERROR,
    Refused,
    body_object,
    error,
    require,
)
from omnibroker_sandbox.instruments import Instrument, Kind
from omnibroker_sandbox.market import Bar, Quote
from omnibroker_sandbox.sessions import Span

MOST_CONIDS, MOST_FIELDS, MOST_POINTS = 100, 50, 1000
DAY = 86_400
AVAILABILITY = {"realtime": "RpB", "delayed": "DPB", "none": "N"}
BAR_SECONDS = {
    **{f"{count}min": count * 60 for count in (1, 2, 3, 5, 10, 15, 30)},
    **{f"{count}h": count * 3600 for count in (1, 2, 3, 4, 8)},
    "1d": DAY,
    "1w": 7 * DAY,
    "1m": 30 * DAY,
}
PERIOD = re.compile(r"^([0-9]{1,4})(min|h|d|w|m|y)$")
PERIOD_UNITS = {
    "min": (60, 30),
    "h": (3600, 8),
    "d": (DAY, 1000),
    "w": (7 * DAY, 792),
    "m": (30 * DAY, 182),
    "y": (365 * DAY, 15),
}
"""Rows of (seconds, greatest count)."""


def live_marketdata_snapshot(gateway: Gateway, parameters: wire.Parameters, _body: Any) -> Answer:
    """Return quotes; the first call of a contract only opens the feed and carries the ids."""
    wanted = [wire.whole(each, "conids") for each in _bare_conids(parameters)]
    require(wanted, error(400, "Bad Request: missing parameter conids"))
    fields = set(wire.items(parameters, "fields"))
    within = len(wanted) <= MOST_CONIDS and len(fields) <= MOST_FIELDS
    require(within, error(400, "Bad Request: at most 100 conids and 50 fields"))
    return Answer(200, [_snapshot(gateway, number, fields) for number in wanted])


def marketdata_unsubscribe(gateway: Gateway, _parameters: wire.Parameters, body: Any) -> Answer:
    """Close one feed; one that is not open is a server error."""
    number = wire.whole(body_object(body).get("conid"), "conid")
    if gateway.session.quoted.pop(number, None) is None:
        return Answer(500, {"error": "unknown"})
    return Answer(200, {"success": True})


def marketdata_unsubscribe_all(
    gateway: Gateway, _parameters: wire.Parameters, _body: Any
) -> Answer:
    """Close every feed."""
    gateway.session.quoted.clear()
    return Answer(200, {"unsubscribed": True})


def marketdata_history_by_conid(
    gateway: Gateway, parameters: wire.Parameters, _body: Any
) -> Answer:
    """Return bars, oldest first; volumes are in units of `volumeFactor`."""
    number = wire.whole(wire.needed(parameters, "conid"), "conid")
    instrument = gateway.conids.get(number)
    bar, period = wire.needed(parameters, "bar"), wire.text(parameters, "period", "1w")
    require(bar in BAR_SECONDS, SERVER_ERROR)
    gateway.exchange.advance()
    now = gateway.exchange.second
    start_time = wire.text(parameters, "startTime")
    end = min(wire.parse_long_time(start_time), now) if start_time else now
    extended = wire.flag(parameters, "outsideRth")
    spans = _spans(
        gateway, instrument, bar, (end - _period_seconds(period), end), extended=extended
    )
    bars = [gateway.exchange.market.bar(instrument, span) for span in spans[-MOST_POINTS:]]
    history = _history(gateway, instrument, bars)
    asked = {"timePeriod": period, "barLength": BAR_SECONDS[bar], "outsideRth": extended}
    return Answer(200, history | asked)


def _bare_conids(parameters: wire.Parameters) -> list[str]:
    return [each.partition("@")[0] for each in wire.items(parameters, "conids")]


def _snapshot(gateway: Gateway, number: int, fields: set[str]) -> dict[str, Any]:
    row: dict[str, Any] = {"conid": number, "conidEx": str(number)}
    instrument = gateway.conids.find(number)
    if instrument is None:
        return row
    feeds = gateway.session.quoted
    if number not in feeds:
        feeds[number] = fields
        return row
    feeds[number] |= fields
    quote = gateway.exchange.quote(instrument)
    row |= {
        "server_id": f"q{number % 97}",
        "_updated": gateway.exchange.now_ms,
        "6119": f"q{number % 97}",
        "6509": AVAILABILITY[gateway.options.market_data],
    }
    if gateway.options.market_data == "none":
        return row
    tags = _tags(instrument, quote)
    return row | {tag: tags[tag] for tag in sorted(feeds[number]) if tag in tags}


def _tags(instrument: Instrument, quote: Quote) -> dict[str, Any]:
    """Return every simulated field; all are text but the contract id (6008)."""
    change = quote.last - quote.previous_close
    percent = (change / quote.previous_close * 100).quantize(wire.CENTS)
    return {
        "31": f"{'' if quote.is_open else 'C'}{quote.last}",
        "55": conids.symbol(instrument),
        "58": instrument.name,
        "70": str(quote.high),
        "71": str(quote.low),
        "82": f"{change:+f}",
        "83": f"{percent:+f}%",
        "84": str(quote.bid),
        "85": wire.grouped(quote.ask_size),
        "86": str(quote.ask),
        "87": wire.compact(quote.volume),
        "88": wire.grouped(quote.bid_size),
        "6004": conids.listing(instrument),
        "6008": conids.conid(instrument),
        "6070": conids.sec_type(instrument),
        "7051": instrument.name,
        "7059": wire.grouped(quote.last_size),
        "7219": conids.description(instrument),
        "7221": conids.listing(instrument),
        "7295": str(quote.open),
        "7296": str(quote.last if quote.is_open else quote.previous_close),
        "7635": str(quote.last),
        "7741": str(quote.previous_close),
        "7762": wire.plain(quote.volume),
        "7768": "1",
    }


def _period_seconds(period: str) -> int:
    match = PERIOD.match(period)
    if match is None:
        raise Refused(SERVER_ERROR)
    seconds, most = PERIOD_UNITS[match[2]]
    require(1 <= int(match[1]) <= most, SERVER_ERROR)
    return seconds * int(match[1])


def _spans(
    gateway: Gateway, instrument: Instrument, bar: str, window: Span, *, extended: bool
) -> list[Span]:
    """Cut the venue's trading time within the window into bars that start on the bar's grid."""
    calendar, venue = gateway.exchange.market.calendar, instrument.venue
    start, end = window
    seconds = BAR_SECONDS[bar]
    offset = _grid_offset(instrument, end) if seconds >= DAY else 0
    spans: list[Span] = []
    for opening, closing in calendar.windows(venue, start, end, extended=extended):
        moment = opening
        while moment < closing:
            grid = moment - (moment - offset) % seconds
            following = min(grid + seconds, closing)
            _append(spans, (moment, following), grid_joins=seconds >= DAY, grid=grid)
            moment = following
    return spans


def _append(spans: list[Span], span: Span, *, grid_joins: bool, grid: int) -> None:
    """Add a span; a day's second session belongs to the same daily bar."""
    if grid_joins and spans and spans[-1][0] >= grid:
        spans[-1] = (spans[-1][0], span[1])
    else:
        spans.append(span)


def _grid_offset(instrument: Instrument, second: int) -> int:
    """Return the venue's midnight, so that daily bars begin with its own day."""
    local = instrument.venue.local(second)
    return second - (local.hour * 3600 + local.minute * 60 + local.second)


def _history(gateway: Gateway, instrument: Instrument, bars: list[Bar]) -> dict[str, Any]:
    factor = Decimal(100) if _counts_round_lots(instrument) else Decimal(1)
    start = bars[0].start if bars else gateway.exchange.second
    highest = max(bars, key=lambda each: each.high, default=None)
    lowest = min(bars, key=lambda each: each.low, default=None)
    return {
        "serverId": str(conids.conid(instrument) % 10_000),
        "symbol": conids.symbol(instrument),
        "text": instrument.name,
        "priceFactor": 100,
        "startTime": wire.long_time(start * 1000),
        "high": _extreme(highest.high, highest, start, factor) if highest else "",
        "low": _extreme(lowest.low, lowest, start, factor) if lowest else "",
        "mdAvailability": "S" if gateway.options.market_data == "realtime" else "DPB",
        "mktDataDelay": 0,
        "tradingDayDuration": 1440,
        "volumeFactor": int(factor),
        "priceDisplayRule": 1,
        "priceDisplayValue": "2",
        "negativeCapable": False,
        "messageVersion": 2,
        "data": [_bar_row(each, factor) for each in bars],
        "points": max(len(bars) - 1, 0),
        "travelTime": 12,
    }


def _counts_round_lots(instrument: Instrument) -> bool:
    return instrument.kind is Kind.STOCK and instrument.currency == "USD"


def _extreme(price: Decimal, bar: Bar, start: int, factor: Decimal) -> str:
    """Return price times factor, volume and minute of an extreme, joined by slashes."""
    minute = (bar.start - start) // 60
    return f"{wire.plain(price * 100)}/{wire.plain(bar.volume / factor)}/{minute}"


def _bar_row(bar: Bar, factor: Decimal) -> dict[str, Any]:
    return {
        "t": bar.start * 1000,
        "o": bar.open,
        "h": bar.high,
        "l": bar.low,
        "c": bar.close,
        "v": bar.volume / factor,
    }


OPERATIONS = {
    "live_marketdata_snapshot": live_marketdata_snapshot,
    "marketdata_unsubscribe": marketdata_unsubscribe,
    "marketdata_unsubscribe_all": marketdata_unsubscribe_all,
    "marketdata_history_by_conid": marketdata_history_by_conid,
}
