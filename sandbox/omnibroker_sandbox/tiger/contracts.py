"""Instruments: one or several contracts, lists of symbols, trading rules."""

from decimal import Decimal
from itertools import pairwise
from typing import Any

from omnibroker_sandbox.instruments import Instrument, Kind
from omnibroker_sandbox.tiger import symbols, wire
from omnibroker_sandbox.tiger.backend import Backend, Request
from omnibroker_sandbox.tiger.refusals import business, require

FUND = "Equity Fund"
SHORTABLE = 1_000_000
MARGIN_LONG, MARGIN_SHORT = Decimal("0.5"), Decimal("0.5")
MAINTENANCE = Decimal("0.4")


def contract(backend: Backend, request: Request) -> Any:
    """Return one contract, or an empty list in items when nothing fits."""
    found = symbols.find(backend.exchange, request)
    return {"items": []} if found is None else contract_row(found)


def contracts(backend: Backend, request: Request) -> Any:
    """Return the contracts of a list of symbols; unknown ones are left out."""
    kind = wire.text(request, "sec_type")
    require(kind in {"STK", "FUT", "CC"}, business(f"field 'sec_type' {kind} is not supported"))
    wanted = [{"symbol": each, "sec_type": kind} for each in request.get("symbols") or ()]
    found = [each for row in wanted if (each := symbols.find(backend.exchange, row))]
    currency = wire.narrowing(request, "currency")
    return {"items": [contract_row(each) for each in found if currency in {"", each.currency}]}


def quote_contract(backend: Backend, request: Request) -> Any:
    """Return the options of one underlying and day; there are no warrants or certificates."""
    names = [str(each) for each in request.get("symbols") or ()]
    kind, on = wire.text(request, "sec_type"), wire.day(wire.text(request, "expiry"), "expiry")
    backend.exchange.advance()
    today = backend.exchange.today
    groups = []
    for name in names:
        options = backend.exchange.catalogue.options(f"{name}.US", today) if kind == "OPT" else ()
        rows = [contract_row(each) for each in options if each.expiry == on]
        groups.append({"symbol": name, "secType": kind, "items": rows})
    return groups


def all_symbols(backend: Backend, request: Request) -> Any:
    """List the symbols of a market's shares."""
    return [symbols.symbol(each) for each in _of_market(backend, request)]


def all_symbol_names(backend: Backend, request: Request) -> Any:
    """List symbols and names of a market's shares."""
    found = _of_market(backend, request)
    return [{"symbol": symbols.symbol(each), "name": each.name} for each in found]


def quote_stock_trade(backend: Backend, request: Request) -> Any:
    """Return lot and price step of shares."""
    found = symbols.of_one_market(backend.exchange, request)
    return [
        {
            "symbol": symbols.symbol(each),
            "lotSize": int(each.lot),
            "minTick": each.tick_at(each.base_price),
            "spreadScale": 0,
        }
        for each in found
    ]


def _of_market(backend: Backend, request: Request) -> tuple[Instrument, ...]:
    return symbols.shares(backend.exchange, wire.narrowing(request, "market"))


def contract_row(instrument: Instrument) -> dict[str, Any]:
    """Return the contract of an instrument; what does not apply to its kind is absent."""
    row: dict[str, Any] = {
        "contractId": symbols.contract_id(instrument),
        "symbol": symbols.symbol(instrument),
        "currency": instrument.currency,
        "secType": symbols.sec_type(instrument),
        "market": symbols.market_of(instrument),
        "localSymbol": symbols.symbol(instrument),
        "identifier": symbols.identifier(instrument),
        "name": instrument.name,
        "multiplier": instrument.multiplier,
        "lotSize": instrument.lot,
        "minTick": instrument.tick_at(instrument.base_price),
        "tickSizes": tick_sizes(instrument),
        "tradingClass": instrument.symbol,
        "status": 1,
        "tradeable": True,
        "closeOnly": False,
        **symbols.derivative_fields(instrument),
    }
    return row | _of_kind(instrument)


def _of_kind(instrument: Instrument) -> dict[str, Any]:
    if instrument.kind is Kind.STOCK:
        return _share_fields(instrument)
    if instrument.kind is Kind.FUTURE and instrument.expiry:
        return {
            "exchange": instrument.venue_code,
            "contractMonth": f"{instrument.expiry:%Y%m}",
            "lastTradingDate": f"{instrument.expiry:%Y%m%d}",
            "firstNoticeDate": "",
            "lastBiddingCloseTime": 0,
            "continuous": False,
        }
    return {"exchange": instrument.venue_code, "supportFractionalShare": False}


def _share_fields(instrument: Instrument) -> dict[str, Any]:
    return {
        "primaryExchange": instrument.venue_code,
        "marginable": True,
        "shortable": True,
        "shortableCount": SHORTABLE,
        "shortInitialMargin": MARGIN_SHORT,
        "shortMaintenanceMargin": MAINTENANCE,
        "shortFeeRate": Decimal(0),
        "longInitialMargin": MARGIN_LONG,
        "longMaintenanceMargin": MAINTENANCE,
        "isEtf": instrument.industry == FUND,
        "etfLeverage": 0,
        "supportOvernightTrading": False,
        "supportFractionalShare": False,
        "continuous": False,
    }


def tick_sizes(instrument: Instrument) -> list[dict[str, Any]]:
    """Return the price steps by range of prices, the lower end within the range."""
    edges = [(f"{edge:f}", step) for edge, step in instrument.ticks]
    return [
        {"begin": begin, "end": end, "type": "CLOSED_OPEN", "tickSize": step}
        for (begin, step), (end, _) in pairwise([*edges, ("Infinity", Decimal(0))])
    ]


OPERATIONS = {
    "contract": contract,
    "contracts": contracts,
    "quote_contract": quote_contract,
    "all_symbols": all_symbols,
    "all_symbol_names": all_symbol_names,
    "quote_stock_trade": quote_stock_trade,
}
