"""Reading an order ticket: what the gateway refuses as malformed, and what the exchange gets."""

from dataclasses import dataclass
from decimal import ROUND_DOWN, Decimal
from typing import Any

from omnibroker_sandbox.ibkr import wire
from omnibroker_sandbox.ibkr.conids import Conids
from omnibroker_sandbox.ibkr.refusals import (
    SERVER_ERROR,
    Refused,
    business,
    cast_error,
    error,
    require,
)
from omnibroker_sandbox.instruments import Instrument, Kind
from omnibroker_sandbox.orders import OrderType, Terms

ORDER_TYPES = {
    "MKT": OrderType.MARKET,
    "LMT": OrderType.LIMIT,
    "STP": OrderType.STOP,
    "STOP_LIMIT": OrderType.STOP_LIMIT,
    "TRAIL": OrderType.TRAILING_STOP,
    "MOC": OrderType.MARKET_ON_CLOSE,
    "LOC": OrderType.LIMIT_ON_CLOSE,
}
DOCUMENTED_ELSEWHERE = frozenset({"MIDPRICE", "TRAILLMT", "MIT", "LIT", "REL"})
TIFS = {"DAY": "DAY", "GTC": "GTC", "OPG": "OPG", "IOC": "IOC"}
SIDES = {"BUY": "BUY", "SELL": "SELL", "Buy": "BUY", "Sell": "SELL"}
SATOSHI = Decimal("0.00000001")


@dataclass(frozen=True, slots=True)
class Ticket:
    """A readable ticket; `parent` is the parent's client order id."""

    instrument: Instrument
    terms: Terms
    client_id: str
    parent: str
    single_group: bool
    deactivated: bool


def read_ticket(conids: Conids, price_of: Any, row: Any) -> Ticket:
    """Read one ticket; `price_of` gives an instrument's price, needed for orders by amount of cash."""
    if not isinstance(row, dict):
        raise Refused(cast_error(row, "Map"))
    instrument = _instrument(conids, row)
    terms = Terms(
        key=instrument.key,
        side=_one_of(SIDES, row, "side"),
        type=_order_type(row),
        quantity=_quantity(instrument, price_of, row),
        tif=_one_of(TIFS, row, "tif"),
        extended=wire.boolean(row, "outsideRTH"),
        reference=_text(row, "cOID"),
        **_prices(row),
    )
    _check_prices(terms)
    _check_rules(instrument, row)
    return Ticket(
        instrument=instrument,
        terms=terms,
        client_id=_text(row, "cOID"),
        parent=_text(row, "parentId"),
        single_group=wire.boolean(row, "isSingleGroup"),
        deactivated=wire.boolean(row, "deactivated"),
    )


def _instrument(conids: Conids, row: dict[str, Any]) -> Instrument:
    value = row.get("conid")
    if value is None:
        value = _text(row, "conidex").partition("@")[0]
    require(str(value).strip(), error(400, "Bad Request: conid or conidex is missing"))
    require(";;;" not in str(value), business("Combination orders are not simulated."))
    instrument = conids.find(wire.whole(value, "conid"))
    if instrument is None:
        raise Refused(business("The contract is not available for trading."))
    return instrument


def _order_type(row: dict[str, Any]) -> OrderType:
    name = _text(row, "orderType")
    require(name not in DOCUMENTED_ELSEWHERE, business(f"Order type {name} is not simulated."))
    require(name in ORDER_TYPES, SERVER_ERROR)
    return ORDER_TYPES[name]


def _one_of(table: dict[str, str], row: dict[str, Any], name: str) -> str:
    value = _text(row, name)
    require(value, error(400, f"Bad Request: {name} is missing"))
    require(value in table, SERVER_ERROR)
    return table[value]


def _quantity(instrument: Instrument, price_of: Any, row: dict[str, Any]) -> Decimal:
    quantity, cash = wire.number(row, "quantity"), wire.number(row, "cashQty")
    if (quantity is None) == (cash is None):
        raise Refused(error(400, "Bad Request: exactly one of quantity and cashQty is needed"))
    if quantity is not None:
        return quantity
    allowed = {Kind.STOCK, Kind.FX, Kind.CRYPTO}
    require(instrument.kind in allowed, business("Cash quantity is not available here."))
    step = SATOSHI if instrument.kind is Kind.CRYPTO else instrument.size_step
    price = wire.number(row, "price") or price_of(instrument)
    steps = ((cash or Decimal(0)) / price / step).quantize(Decimal(1), rounding=ROUND_DOWN)
    require(steps > 0, business("The cash quantity is below the smallest order size."))
    return steps * step


def _prices(row: dict[str, Any]) -> dict[str, Any]:
    """Sort the price fields by order type: a stop's `price` is its trigger, not a limit."""
    kind, price, aux = (
        _text(row, "orderType"),
        wire.number(row, "price"),
        wire.number(row, "auxPrice"),
    )
    if kind in {"LMT", "LOC"}:
        return {"limit_price": price}
    if kind == "STP":
        return {"stop_price": price}
    if kind == "STOP_LIMIT":
        return {"limit_price": price, "stop_price": aux}
    if kind == "TRAIL":
        return {"stop_price": price, **_trail(row)}
    return {}


def _trail(row: dict[str, Any]) -> dict[str, Any]:
    amount, unit = wire.number(row, "trailingAmt"), _text(row, "trailingType")
    require(amount is not None, error(400, "Bad Request: trailingAmt is missing"))
    require(unit in {"amt", "%"}, error(400, "Bad Request: trailingType must be amt or %"))
    return {"trail_amount" if unit == "amt" else "trail_percent": amount}


def _check_prices(terms: Terms) -> None:
    limited = {OrderType.LIMIT, OrderType.STOP_LIMIT, OrderType.LIMIT_ON_CLOSE}
    stopped = {OrderType.STOP, OrderType.STOP_LIMIT}
    missing_limit = terms.type in limited and terms.limit_price is None
    require(not missing_limit, error(400, "Bad Request: a price is needed for this order type"))
    missing_stop = terms.type in stopped and terms.stop_price is None
    require(not missing_stop, error(400, "Bad Request: a stop price is needed for this order type"))


def _check_rules(instrument: Instrument, row: dict[str, Any]) -> None:
    if instrument.kind is Kind.FUTURE:
        named = isinstance(row.get("manualIndicator"), bool) and _text(row, "extOperator")
        require(named, business("Futures orders need manualIndicator and extOperator."))


def _text(row: dict[str, Any], name: str) -> str:
    value = row.get(name)
    if value is None:
        return ""
    if isinstance(value, dict | list | bool):
        raise Refused(cast_error(value, "String"))
    return str(value)
