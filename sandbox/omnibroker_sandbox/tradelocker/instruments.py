"""Instruments with their routes, their details and their trading sessions."""

from typing import Any

from omnibroker_sandbox.answers import Answer
from omnibroker_sandbox.instruments import Kind
from omnibroker_sandbox.sessions import Venue
from omnibroker_sandbox.tradelocker import refusals, wire
from omnibroker_sandbox.tradelocker.desk import Desk
from omnibroker_sandbox.tradelocker.listing import TRADE_ROUTE, Listing
from omnibroker_sandbox.tradelocker.refusals import Refused

DAYS = ("MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY")
_ABSENT = (
    *("betSize", "betStep", "bettingCurrency", "contractMonth", "country", "deliveryStatus"),
    *("exerciseStyle", "firstTradeDate", "industry", "lastTradeDate", "logoUrl", "marketCap"),
    *("maxLot", "noticeDate", "sector", "settlementDate", "strikePrice", "strikeType"),
)


def get_instruments(desk: Desk, parameters: wire.Parameters, _body: Any) -> Answer:
    """List every instrument; names are English whatever the locale."""
    desk.account(parameters)
    return wire.ok({"instruments": [_row(listing) for listing in desk.listings.by_id.values()]})


def get_instrument_details(desk: Desk, parameters: wire.Parameters, _body: Any) -> Answer:
    """Return lots, ticks, leverage as text, and the ids of the trading session."""
    desk.account(parameters)
    return wire.ok(_details(desk, desk.listing(parameters)))


def get_trade_session(desk: Desk, parameters: wire.Parameters, _body: Any) -> Answer:
    """Return a session's hours in the venue's time zone; there are no holidays."""
    desk.account(parameters)
    listing = desk.listings.session(wire.needed(parameters, "sessionId"))
    if listing is None:
        raise Refused(refusals.UNKNOWN_SESSION)
    venue = listing.instrument.venue
    return wire.ok(
        {
            "blockTrading": False,
            "name": venue.code,
            "timeZone": venue.zone,
            "holidays": [],
            "sessionPeriods": _periods(venue),
        }
    )


def get_session_status(desk: Desk, parameters: wire.Parameters, _body: Any) -> Answer:
    """Return what is allowed now: placing, modifying, cancelling, and six order types."""
    desk.account(parameters)
    listing = desk.listings.status(wire.needed(parameters, "sessionStatusId"))
    if listing is None:
        raise Refused(refusals.UNKNOWN_SESSION)
    is_open = int(desk.is_open(listing))
    placing = int(is_open and not desk.close_only)
    return wire.ok({"allowedOperations": [placing, is_open, 1], "allowedOrderTypes": [placing] * 6})


def _row(listing: Listing) -> dict[str, Any]:
    info = [{"id": route, "type": "INFO"} for route in listing.info_routes]
    return {
        "tradableInstrumentId": listing.id,
        "id": listing.symbol_id,
        "name": listing.name,
        "description": listing.instrument.name,
        "type": listing.type,
        "tradingExchange": listing.instrument.venue_code,
        "marketDataExchange": listing.instrument.venue_code,
        "country": None,
        "logoUrl": None,
        "localizedName": listing.name,
        "routes": [{"id": TRADE_ROUTE, "type": "TRADE"}, *info],
        "barSource": "BID",
        "hasIntraday": True,
        "hasDaily": True,
    }


def _details(desk: Desk, listing: Listing) -> dict[str, Any]:
    instrument = listing.instrument
    crypto = instrument.kind is Kind.CRYPTO
    return {
        **dict.fromkeys(_ABSENT),
        **{name: value for name, value in _row(listing).items() if name in _SHARED},
        "baseCurrency": instrument.base_currency or None,
        "quotingCurrency": instrument.currency,
        "isin": "",
        "leverage": listing.leverage,
        "lotSize": listing.lot_size,
        "lotStep": listing.lot_step,
        "minLot": listing.lot_step,
        "margin_hedging_type": "none" if crypto else "fx_cfd",
        "settlementSystem": "Immediate" if crypto else "SPOT",
        "symbolStatus": "FULLY_OPEN" if desk.is_open(listing) else "CLOSED",
        "tickCost": [{"leftRangeLimit": None, "tickCost": 0}],
        "tickSize": [
            {"leftRangeLimit": edge or None, "tickSize": step} for edge, step in instrument.ticks
        ],
        "tradeSessionId": listing.session_id,
        "tradeSessionStatusId": listing.status_id,
    }


_SHARED = frozenset(
    {
        *("name", "description", "type", "tradingExchange", "marketDataExchange"),
        *("localizedName", "barSource", "hasIntraday", "hasDaily"),
    }
)


def _periods(venue: Venue) -> list[dict[str, str]]:
    return [
        {"dayOfWeek": DAYS[day], "from": _hour(opening), "to": _hour(closing)}
        for day in sorted(venue.regular)
        for opening, closing in venue.regular[day]
    ]


def _hour(minute: int) -> str:
    return f"{minute // 60:02d}:{minute % 60:02d}"


OPERATIONS = {
    "get_instruments": get_instruments,
    "get_instrument_details": get_instrument_details,
    "get_trade_session": get_trade_session,
    "get_session_status": get_session_status,
}
