"""Reading an order: what the trade back end refuses, and what the exchange gets."""

from dataclasses import dataclass, replace
from decimal import ROUND_DOWN, Decimal
from typing import Any

from omnibroker_sandbox.instruments import Instrument, Kind
from omnibroker_sandbox.orders import LIMITS, OrderType, Terms
from omnibroker_sandbox.tiger import symbols, wire
from omnibroker_sandbox.tiger.backend import Backend, Request, is_paper
from omnibroker_sandbox.tiger.refusals import Refused, business, require

ORDER_TYPES = {
    "MKT": OrderType.MARKET,
    "LMT": OrderType.LIMIT,
    "STP": OrderType.STOP,
    "STP_LMT": OrderType.STOP_LIMIT,
    "TRAIL": OrderType.TRAILING_STOP,
    "AM": OrderType.MARKET_ON_CLOSE,
    "AL": OrderType.LIMIT_ON_CLOSE,
}
WIRE_TYPES = {kind: name for name, kind in ORDER_TYPES.items()}
AUCTIONS = frozenset({"AM", "AL"})
REGULAR_ONLY = frozenset({"MKT", "STP"})
TIFS = frozenset({"DAY", "GTC", "GTD", "OPG"})
STOPPED = frozenset({OrderType.STOP, OrderType.STOP_LIMIT})
OPPOSITE = {"BUY": "SELL", "SELL": "BUY"}


@dataclass(frozen=True, slots=True)
class Ticket:
    """A readable order: its terms, and those of the orders that wait for it to be filled."""

    account_id: str
    instrument: Instrument
    terms: Terms
    attached: tuple[Terms, ...]
    cash: Decimal | None


def read_ticket(backend: Backend, request: Request) -> Ticket:
    """Read an order, or refuse what it asks for."""
    account_id, kind = backend.own(request), _kind(request)
    instrument = symbols.needed(backend.exchange, request)
    currency = wire.text(request, "currency")
    require(currency in {"", instrument.currency}, business(f"field 'currency' {currency}"))
    side = wire.text(request, "action")
    require(side in OPPOSITE, business("field 'action' must be BUY or SELL"))
    cash = wire.number(request, "cash_amount")
    terms = Terms(
        key=instrument.key,
        side=side,
        type=ORDER_TYPES[kind],
        quantity=_quantity(backend, instrument, request, cash),
        tif=_tif(request),
        expires_ms=wire.millis(request, "expire_time"),
        extended=_outside(instrument, request, kind),
        reference=wire.text(request, "user_mark"),
        **_prices(request, ORDER_TYPES[kind]),
    )
    _check_rules(backend, account_id, terms, kind)
    _check_through_zero(backend, account_id, terms)
    attached = _attached(request, terms)
    for each in attached:
        _check_rules(backend, account_id, each, WIRE_TYPES[each.type])
    return Ticket(account_id, instrument, terms, attached, cash)


def changed_terms(backend: Backend, account_id: str, terms: Terms, request: Request) -> Terms:
    """Return an order's terms with what a change names; quantity is the new total."""
    quantity = wire.number(request, "total_quantity")
    if quantity is not None:
        quantity = quantity.scaleb(-wire.whole(request, "total_quantity_scale", 0))
    prices = _prices(request, terms.type)
    changes: dict[str, Any] = {name: value for name, value in prices.items() if value is not None}
    if "trail_percent" in changes:
        changes["trail_amount"] = None
    elif "trail_amount" in changes:
        changes["trail_percent"] = None
    if request.get("time_in_force") is not None:
        changes["tif"] = _tif(request)
    if (expires := wire.millis(request, "expire_time")) is not None:
        changes["expires_ms"] = expires
    if request.get("outside_rth") is not None:
        changes["extended"] = bool(request["outside_rth"])
    changed = replace(terms, quantity=quantity or terms.quantity, **changes)
    _check_rules(backend, account_id, changed, WIRE_TYPES[terms.type])
    return changed


def _kind(request: Request) -> str:
    kind = wire.text(request, "order_type")
    require(not request.get("algo_params"), business("algorithmic orders are not simulated"))
    require(not request.get("contract_legs"), business("combinations are not simulated"))
    require(not request.get("oca_orders"), business("one-cancels-all groups are not simulated"))
    require(kind in ORDER_TYPES, business(f"field 'order_type' {kind} is not supported"))
    return kind


def _tif(request: Request, name: str = "time_in_force") -> str:
    tif = wire.text(request, name) or "DAY"
    require(tif in TIFS, business(f"field '{name}' {tif} is not supported"))
    return tif


def _outside(instrument: Instrument, request: Request, kind: str) -> bool:
    """Return whether the order may trade outside regular hours; unsaid, US limit orders may."""
    value = request.get("outside_rth")
    if value is None:
        return kind == "LMT" and instrument.kind is Kind.STOCK and instrument.country == "US"
    return bool(value)


def _quantity(
    backend: Backend, instrument: Instrument, request: Request, cash: Decimal | None
) -> Decimal:
    quantity = wire.number(request, "total_quantity")
    if (quantity is None) == (cash is None):
        raise Refused(business("exactly one of 'total_quantity' and 'cash_amount' is needed"))
    if quantity is not None:
        return quantity.scaleb(-wire.whole(request, "total_quantity_scale", 0))
    price = wire.number(request, "limit_price") or backend.exchange.price(instrument)
    steps = (cash or Decimal(0)) / price / instrument.size_step
    whole_steps = steps.quantize(Decimal(1), rounding=ROUND_DOWN)
    require(whole_steps > 0, business("field 'cash_amount' is less than one unit costs"))
    return whole_steps * instrument.size_step


def _prices(request: Request, kind: OrderType) -> dict[str, Any]:
    """Sort the price fields by order type: aux_price is a trigger, or the distance of TRAIL."""
    limit, aux = wire.number(request, "limit_price"), wire.number(request, "aux_price")
    prices: dict[str, Any] = {}
    if kind in LIMITS:
        prices["limit_price"] = limit
    if kind in STOPPED:
        prices["stop_price"] = aux
    if kind is OrderType.TRAILING_STOP:
        percent = wire.number(request, "trailing_percent")
        prices |= {"trail_amount": None if percent else aux, "trail_percent": percent or None}
    return prices


def _check_rules(backend: Backend, account_id: str, terms: Terms, kind: str) -> None:
    """Refuse what Tiger's rules exclude whatever the exchange would say."""
    gtc = terms.tif == "GTC"
    rules = {
        "market and stop orders do not trade outside regular hours": kind in REGULAR_ONLY
        and terms.extended,
        "market orders do not support GTC": kind == "MKT" and gtc,
        "paper accounts do not support GTC": is_paper(account_id) and gtc,
        "auction orders support DAY and OPG only": kind in AUCTIONS
        and terms.tif not in {"DAY", "OPG"},
    }
    for text, broken in rules.items():
        require(not broken, backend.refused_order(account_id, text))


def _check_through_zero(backend: Backend, account_id: str, terms: Terms) -> None:
    """Refuse to turn a holding around in one order: it has to be closed first."""
    held = backend.account(account_id).positions.get(terms.key)
    quantity = held.quantity if held else Decimal(0)
    signed = terms.quantity if terms.side == "BUY" else -terms.quantity
    through = quantity * signed < 0 and abs(signed) > abs(quantity)
    text = "an order must not reverse a position, close it first"
    require(not through, backend.refused_order(account_id, text))


def _attached(request: Request, parent: Terms) -> tuple[Terms, ...]:
    """Return the orders that take profit and stop losses once the order is filled."""
    wanted = wire.text(request, "attach_type")
    if not wanted:
        return ()
    require(wanted in {"PROFIT", "LOSS", "BRACKETS"}, business(f"field 'attach_type' {wanted}"))
    limited = parent.type is OrderType.LIMIT
    require(limited, business("attached orders need a limit order"))
    makers = {"PROFIT": (_profit,), "LOSS": (_loss,), "BRACKETS": (_profit, _loss)}
    exit_terms = replace(
        parent, side=OPPOSITE[parent.side], reference="", limit_price=None, expires_ms=None
    )
    return tuple(make(request, exit_terms) for make in makers[wanted])


def _profit(request: Request, terms: Terms) -> Terms:
    price = wire.number(request, "profit_taker_price")
    require(price is not None, business("field 'profit_taker_price' cannot be empty"))
    tif = _tif(request, "profit_taker_tif")
    outside = bool(request.get("profit_taker_rth"))
    return replace(terms, limit_price=price, tif=tif, extended=outside)


def _loss(request: Request, terms: Terms) -> Terms:
    stop, limit = (wire.number(request, f"stop_loss_{name}") for name in ("price", "limit_price"))
    percent = wire.number(request, "stop_loss_trailing_percent")
    amount = wire.number(request, "stop_loss_trailing_amount")
    tif = _tif(request, "stop_loss_tif")
    terms = replace(terms, tif=tif, extended=False)
    if percent or amount:
        kind = OrderType.TRAILING_STOP
        return replace(terms, type=kind, trail_percent=percent, trail_amount=amount)
    require(stop is not None, business("field 'stop_loss_price' cannot be empty"))
    kind = OrderType.STOP if limit is None else OrderType.STOP_LIMIT
    return replace(terms, type=kind, stop_price=stop, limit_price=limit)
