"""Reports, valuations and corporate actions: invented, but the same for the same question."""

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from hashlib import blake2b
from typing import Any

from omnibroker_sandbox.clock import from_milliseconds
from omnibroker_sandbox.instruments import Instrument
from omnibroker_sandbox.tiger import symbols, wire
from omnibroker_sandbox.tiger.backend import Backend, Request

QUARTERS = ((3, 31), (6, 30), (9, 30), (12, 31))
FILED_AFTER = timedelta(days=30)
PAID_AFTER = timedelta(days=20)
MOST_YEARS = 20
RATES = ("roe", "roa", "pbRate", "psRate", "divideRate", "ttmEps", "lyrEps", "ttmPeRate")


def financial_report(backend: Backend, request: Request) -> Any:
    """Return one row for each symbol, field and period that ended before today."""
    backend.exchange.advance()
    annual = wire.text(request, "period_type") == "Annual"
    ends = [day for day in _quarter_ends(backend, request) if not annual or day.month == 12]
    return [
        {
            "symbol": symbols.symbol(share),
            "currency": share.currency,
            "field": field,
            "value": f"{_drawn(share.key, field, day) * 10**6:E}",
            "periodEndDate": day.isoformat(),
            "filingDate": (day + FILED_AFTER).isoformat(),
        }
        for share in symbols.of_one_market(backend.exchange, request)
        for field in request.get("fields") or ()
        for day in ends
    ]


def financial_daily(backend: Backend, request: Request) -> Any:
    """Return one valuation for each symbol and field, of the last day of the range."""
    backend.exchange.advance()
    _, last = _range(backend, request)
    last = min(last, backend.exchange.today)
    return [
        {
            "symbol": symbols.symbol(share),
            "field": field,
            "date": wire.midnight_ms(last, share.venue.zone),
            "value": _drawn(share.key, field, last),
        }
        for share in symbols.of_one_market(backend.exchange, request)
        for field in request.get("fields") or ()
    ]


def corporate_action(backend: Backend, request: Request) -> Any:
    """Return dividends or earnings by symbol; splits and the other kinds do not happen."""
    backend.exchange.advance()
    kind = wire.text(request, "action_type")
    if kind == "earning":
        shares = symbols.shares(backend.exchange, wire.narrowing(request, "market"))
    else:
        shares = tuple(symbols.of_one_market(backend.exchange, request))
    makers = {"dividend": _dividend, "earning": _earning}
    if kind not in makers:
        return {}
    days = list(_quarter_ends(backend, request))
    rows = {symbols.symbol(each): [makers[kind](each, day) for day in days] for each in shares}
    return {name: actions for name, actions in rows.items() if actions}


def stock_fundamental(backend: Backend, request: Request) -> Any:
    """Return the ratios of shares as groups in items."""
    backend.exchange.advance()
    today = backend.exchange.today
    rows = []
    for share in symbols.of_one_market(backend.exchange, request):
        price = backend.exchange.price(share)
        rates = {name: _drawn(share.key, name, date(today.year, 1, 1)) for name in RATES}
        extremes = {"week52High": price * 2, "week52Low": price / 2}
        rows.append({"symbol": symbols.symbol(share), **rates, **extremes})
    return {"items": rows}


def _dividend(share: Instrument, day: date) -> dict[str, Any]:
    return {
        "symbol": symbols.symbol(share),
        "actionType": "DIVIDEND",
        "amount": (_drawn(share.key, "dividend", day) / 100).quantize(wire.CENTS),
        "currency": share.currency,
        "announcedDate": (day - PAID_AFTER).isoformat(),
        "executeDate": day.isoformat(),
        "recordDate": day.isoformat(),
        "payDate": (day + PAID_AFTER).isoformat(),
        "market": symbols.market_of(share),
        "exchange": share.venue_code,
    }


def _earning(share: Instrument, day: date) -> dict[str, Any]:
    return {
        "symbol": symbols.symbol(share),
        "actionType": "EARNING",
        "reportDate": day.isoformat(),
        "reportTime": "After Market Close",
        "executeDate": day.isoformat(),
        "expectedEps": _drawn(share.key, "expected", day),
        "actualEps": _drawn(share.key, "actual", day),
        "fiscalQuarterEnding": f"{day:%b/%Y}",
        "market": symbols.market_of(share),
        "exchange": share.venue_code,
    }


def _range(backend: Backend, request: Request) -> tuple[date, date]:
    """Return first and last day of a range; without one the year before today."""
    begin, end = wire.millis(request, "begin_date"), wire.millis(request, "end_date")
    today = backend.exchange.today
    first = from_milliseconds(begin).date() if begin is not None else today - timedelta(days=365)
    last = from_milliseconds(end).date() if end is not None else today
    return first, last


def _quarter_ends(backend: Backend, request: Request) -> Iterator[date]:
    first, last = _range(backend, request)
    for year in range(max(first.year, last.year - MOST_YEARS), last.year + 1):
        for month, day in QUARTERS:
            if first <= date(year, month, day) <= last:
                yield date(year, month, day)


def _drawn(key: str, field: str, day: date) -> Decimal:
    """Return a number from 0.01 to 99.99 that depends on nothing but the arguments."""
    digest = blake2b(f"{key}|{field}|{day}".encode(), digest_size=8).digest()
    return (Decimal(int.from_bytes(digest) % 9999 + 1) / 100).quantize(wire.CENTS)


OPERATIONS = {
    "financial_report": financial_report,
    "financial_daily": financial_daily,
    "corporate_action": corporate_action,
    "stock_fundamental": stock_fundamental,
}
