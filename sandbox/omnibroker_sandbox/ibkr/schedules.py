"""Trading hours in the gateway's two spellings: epoch seconds by day, and the older text form."""

from datetime import date, timedelta
from typing import Any

from omnibroker_sandbox.answers import Answer
from omnibroker_sandbox.ibkr import conids, wire
from omnibroker_sandbox.ibkr.gateway import Gateway
from omnibroker_sandbox.ibkr.refusals import SERVER_ERROR, require
from omnibroker_sandbox.instruments import Instrument, Kind
from omnibroker_sandbox.sessions import Minutes, Span, Venue

DAYS_BACK, DAYS = 1, 6
ASSET_CLASSES = {
    "STK": Kind.STOCK,
    "OPT": Kind.OPTION,
    "FUT": Kind.FUTURE,
    "CFD": Kind.CFD,
    "SWP": Kind.FX,
}
_NOT_SIMULATED = frozenset({"WAR", "FND", "BND", "ICS"})
_FIRST_CODE = date(2000, 1, 1)
"""A Saturday: the older form writes weekdays as the first seven days of 2000."""


def trading_schedule(gateway: Gateway, parameters: wire.Parameters, _body: Any) -> Answer:
    """Return the real hours of six days around today; days without trading are absent."""
    number = wire.whole(wire.needed(parameters, "conid"), "conid")
    venue = gateway.conids.get(number).venue
    today = venue.local(gateway.exchange.second).date()
    days = [today + timedelta(days=offset - DAYS_BACK) for offset in range(DAYS)]
    schedules = {
        f"{day:%Y%m%d}": _day(venue, day) for day in days if venue.regular.get(day.weekday())
    }
    return Answer(200, {"exchange_time_zone": venue.zone, "schedules": schedules})


def trading_schedule_by_symbol(gateway: Gateway, parameters: wire.Parameters, _body: Any) -> Answer:
    """Return the week of each instrument of a symbol, with weekday codes for dates."""
    name = wire.needed(parameters, "assetClass")
    symbol = wire.needed(parameters, "symbol")
    require(name in ASSET_CLASSES or name in _NOT_SIMULATED, SERVER_ERROR)
    kind = ASSET_CLASSES.get(name)
    found = [
        each
        for each in gateway.conids.listed()
        if each.kind is kind and symbol in {conids.symbol(each), each.name}
    ]
    exchange = wire.text(parameters, "exchange")
    venues = {each.venue_code: each for each in found if exchange in {"", each.venue_code}}
    return Answer(200, [_week(each) for each in venues.values()])


def _day(venue: Venue, day: date) -> dict[str, Any]:
    liquid = venue.spans(day, extended=False)
    extended = _merged(venue.spans(day, extended=True))
    return {
        "liquid_hours": [{"opening": start, "closing": end} for start, end in liquid],
        "extended_hours": [
            {"opening": start, "closing": end, "cancel_daily_orders": end == extended[-1][1]}
            for start, end in extended
        ],
    }


def _merged(spans: tuple[Span, ...]) -> list[Span]:
    merged: list[Span] = []
    for start, end in spans:
        if merged and merged[-1][1] == start:
            merged[-1] = (merged[-1][0], end)
        else:
            merged.append((start, end))
    return merged


def _week(instrument: Instrument) -> dict[str, Any]:
    venue = instrument.venue
    codes = [_FIRST_CODE + timedelta(days=offset) for offset in range(7)]
    return {
        "id": f"p{conids.conid(instrument)}",
        "tradeVenueId": f"v{venue.code}",
        "exchange": venue.code,
        "description": venue.code,
        "timezone": venue.zone,
        "schedules": [
            _coded_day(venue, code) for code in codes if venue.regular.get(code.weekday())
        ],
    }


def _coded_day(venue: Venue, code: date) -> dict[str, Any]:
    regular = venue.regular[code.weekday()]
    all_hours = sorted((*regular, *venue.extended.get(code.weekday(), ())))
    whole_day = (all_hours[0][0], all_hours[-1][1])
    return {
        "clearingCycleEndTime": "0000",
        "tradingScheduleDate": f"{code:%Y%m%d}",
        "sessions": [{**_hours(each), "prop": "LIQUID"} for each in regular],
        "tradingtimes": [{**_hours(whole_day), "cancelDayOrders": "Y"}],
    }


def _hours(minutes: Minutes) -> dict[str, str]:
    opening, closing = (f"{minute // 60 % 24:02d}{minute % 60:02d}" for minute in minutes)
    return {"openingTime": opening, "closingTime": closing}


OPERATIONS = {
    "trading_schedule": trading_schedule,
    "trading_schedule_by_symbol": trading_schedule_by_symbol,
}
