"""Market states by venue and clock."""

from omnibroker_sandbox.futu import symbols
from omnibroker_sandbox.futu.gateway import Gateway
from omnibroker_sandbox.instruments import Instrument, Kind
from omnibroker_sandbox.sessions import VENUES, Venue

NONE, AUCTION, MORNING, REST, AFTERNOON, CLOSED = 0, 1, 3, 4, 5, 6
PRE_MARKET, AFTER_HOURS, HK_CLOSING_AUCTION = 8, 10, 19
FUTURE_OPEN, FUTURE_BREAK, FUTURE_CLOSE = 23, 24, 26
NOON = 720
OPENING_MINUTES, CLOSING_AUCTION_MINUTES = 30, 10
BREAK_SECONDS = 3600
SEGMENTS = {
    "market_hk": "SEHK",
    "market_us": "NASDAQ",
    "market_us_future": "CME",
    "market_sg": "SGX",
}
UNTRADED = ("market_sh", "market_sz", "market_hk_future")
UNKNOWN = ("market_sg_future", "market_jp_future", "market_my", "market_jp")


def segment_states(gateway: Gateway) -> dict[str, int | None]:
    """Return the state of each segment: what the sandbox lacks is closed, nothing is known offline."""
    if not gateway.online:
        return dict.fromkeys((*SEGMENTS, *UNTRADED), NONE) | dict.fromkeys(UNKNOWN)
    states = {name: venue_state(gateway, VENUES[code]) for name, code in SEGMENTS.items()}
    return states | dict.fromkeys(UNTRADED, CLOSED) | dict.fromkeys(UNKNOWN)


def instrument_state(gateway: Gateway, instrument: Instrument) -> int:
    """Return the state of the segment that a security trades in."""
    code = "NASDAQ" if instrument.kind is Kind.OPTION else instrument.venue_code
    return venue_state(gateway, VENUES[code])


def venue_state(gateway: Gateway, venue: Venue) -> int:
    """Return a venue's state now; a sandbox that never closes is always in continuous trading."""
    second = gateway.exchange.second
    local = venue.local(second)
    minute = local.hour * 60 + local.minute
    calendar = gateway.exchange.market.calendar
    if calendar.is_open(venue, second, extended=False):
        return _open_state(venue, minute)
    if calendar.is_open(venue, second, extended=True):
        return PRE_MARKET if minute < NOON else AFTER_HOURS
    return _shut_state(venue, second, minute)


def _open_state(venue: Venue, minute: int) -> int:
    if venue.code == "CME":
        return FUTURE_OPEN
    split = venue.zone != symbols.ZONES[symbols.US]
    return MORNING if split and minute < NOON else AFTERNOON


def _shut_state(venue: Venue, second: int, minute: int) -> int:
    spans = venue.spans(venue.local(second).date(), extended=False)
    if venue.code == "CME":
        paused = any(end <= second < end + BREAK_SECONDS for _, end in spans)
        return FUTURE_BREAK if paused and len(spans) > 1 else FUTURE_CLOSE
    if not spans:
        return CLOSED
    opening, closing = (_minute(venue, spans[0][0]), _minute(venue, spans[-1][1]))
    if opening <= minute < closing:
        return REST
    if venue.code == "SEHK" and opening - OPENING_MINUTES <= minute < opening:
        return AUCTION
    if venue.code == "SEHK" and closing <= minute < closing + CLOSING_AUCTION_MINUTES:
        return HK_CLOSING_AUCTION
    return CLOSED


def _minute(venue: Venue, second: int) -> int:
    local = venue.local(second)
    return local.hour * 60 + local.minute


def tradable_now(gateway: Gateway, instrument: Instrument, *, extended: bool) -> bool:
    """Tell whether an order in a security could trade now."""
    calendar = gateway.exchange.market.calendar
    return calendar.is_open(instrument.venue, gateway.exchange.second, extended=extended)
