"""Futures: exchanges, contracts, quotes and trading times. Only one product is traded, ES."""

from typing import Any

from omnibroker_sandbox.instruments import Instrument
from omnibroker_sandbox.sessions import VENUES, real_windows
from omnibroker_sandbox.tiger import symbols, wire
from omnibroker_sandbox.tiger.backend import Backend, Request

EXCHANGE, PRODUCT = "CME", "ES"
DAY = 86_400


def future_exchange(_backend: Backend, request: Request) -> Any:
    """List the exchanges of futures; options on futures have none."""
    if wire.text(request, "sec_type") != "FUT":
        return []
    return [{"code": EXCHANGE, "name": EXCHANGE, "zoneId": VENUES[EXCHANGE].zone}]


def future_contract_by_exchange_code(backend: Backend, request: Request) -> Any:
    """List the contracts of an exchange, the main one last."""
    if wire.text(request, "exchange_code") != EXCHANGE:
        return []
    backend.exchange.advance()
    listed = backend.exchange.catalogue.futures(PRODUCT, backend.exchange.today)
    rows = [_contract(each) for each in listed]
    return [*rows, _main(rows[0])]


def future_contract_by_contract_code(backend: Backend, request: Request) -> Any:
    """Return one contract, or nothing."""
    code = wire.text(request, "contract_code")
    found = symbols.find_future(backend.exchange, code)
    if found is None:
        return []
    row = _contract(found)
    return _main(row) if code.endswith(symbols.MAIN) else row


def future_current_contract(backend: Backend, request: Request) -> Any:
    """Return the nearest contract of a product."""
    backend.exchange.advance()
    product = wire.text(request, "type")
    listed = backend.exchange.catalogue.futures(product, backend.exchange.today)
    return _contract(listed[0]) if listed else []


def _contract(instrument: Instrument) -> dict[str, Any]:
    day = instrument.expiry
    return {
        "contractCode": symbols.symbol(instrument),
        "type": instrument.symbol,
        "name": instrument.name,
        "ibCode": instrument.symbol,
        "contractMonth": f"{day:%Y%m}" if day else "",
        "exchange": EXCHANGE,
        "exchangeCode": "GLOBEX",
        "currency": instrument.currency,
        "multiplier": instrument.multiplier,
        "displayMultiplier": 1,
        "minTick": instrument.tick_at(instrument.base_price),
        "deliveryMode": "Cash",
        "lastTradingDate": f"{day:%Y%m%d}" if day else "",
        "firstNoticeDate": "",
        "lastBiddingCloseTime": 0,
        "continuous": False,
        "trade": True,
    }


def _main(row: dict[str, Any]) -> dict[str, Any]:
    named = {"contractCode": f"{row['type']}{symbols.MAIN}", "name": f"{row['name']} Main"}
    return row | named | {"contractMonth": "", "lastTradingDate": ""}


def future_real_time_quote(backend: Backend, request: Request) -> Any:
    """Return quotes of contracts; unknown ones are left out."""
    codes = [str(each) for each in request.get("contract_codes") or ()]
    found = ((code, symbols.find_future(backend.exchange, code)) for code in codes)
    return [_quote(backend, code, each) for code, each in found if each]


def _quote(backend: Backend, code: str, instrument: Instrument) -> dict[str, Any]:
    quote = backend.exchange.quote(instrument)
    return {
        "contractCode": code,
        "latestPrice": quote.last,
        "latestSize": int(quote.last_size),
        "latestTime": quote.time * 1000,
        "askPrice": quote.ask,
        "askSize": int(quote.ask_size),
        "bidPrice": quote.bid,
        "bidSize": int(quote.bid_size),
        "preClose": quote.previous_close,
        "open": quote.open,
        "high": quote.high,
        "low": quote.low,
        "settlement": quote.previous_close,
        "limitUp": 0,
        "limitDown": 0,
        "volume": int(quote.volume),
        "openInterest": 0,
        "openInterestChange": 0,
    }


def future_trading_date(backend: Backend, request: Request) -> Any:
    """Return the sessions of one day, the running one unless another is asked for."""
    found = symbols.find_future(backend.exchange, wire.text(request, "contract_code"))
    if found is None:
        return {}
    asked = wire.millis(request, "trading_date")
    second = backend.exchange.second if asked is None else asked // 1000
    start = wire.midnight_ms(found.venue.local(second).date(), found.venue.zone) // 1000
    spans = real_windows(found.venue, start, start + DAY, extended=False)
    times = [{"start": opening * 1000, "end": closing * 1000} for opening, closing in spans]
    return {"timeSection": found.venue.zone, "biddingTimes": [], "tradingTimes": times}


OPERATIONS = {
    "future_exchange": future_exchange,
    "future_contract_by_exchange_code": future_contract_by_exchange_code,
    "future_contract_by_contract_code": future_contract_by_contract_code,
    "future_current_contract": future_current_contract,
    "future_real_time_quote": future_real_time_quote,
    "future_trading_date": future_trading_date,
}
REAL_TIME = frozenset({"future_real_time_quote", "future_kline"})
"""What needs a permission for quotes of futures."""
