"""IBKR's orders to unified ones: rows of the list, answers for one order, acknowledgements."""

from decimal import Decimal
from typing import Any

from omnibroker.kit.documents import owner
from omnibroker.kit.exact import canonical, required_number
from omnibroker.kit.identity import order_identity
from omnibroker.kit.instruments import Resolved
from omnibroker.kit.orders import ENDED
from omnibroker.kit.outcomes import Accepted
from omnibroker.kit.tables import known, recognise, required
from omnibroker.kit.upstream import Account, Upstream
from omnibroker_generated.ibkr import models as ibkr
from omnibroker_generated.unified import models as unified
from omnibroker_handlers.ibkr import _answers, _keys, _tables, _times
from omnibroker_handlers.ibkr._tables import HOURS_READ, ORDER_SIDE_READ, QUANTITY_UNIT

# The fields of a request that an order repeats.
_REPEATED = (
    *("client_order_id", "instrument", "side", "type", "quantity", "notional", "limit_price"),
    *("stop_price", "trail", "time_in_force", "session", "position_effect", "broker_options"),
)
# Which field IBKR's one `price` of a list row is.
_PRICE_FIELD = {
    "LIMIT": "limit_price",
    "LIMIT_ON_CLOSE": "limit_price",
    "STOP_LIMIT": "limit_price",
    "STOP": "stop_price",
    "TRAILING_STOP": "stop_price",
}
# An acknowledgement does not say what has traded; what it calls cancelled may hold fills until it is read.
_ACKNOWLEDGED = {"CANCELLED": "PENDING_CANCEL"}
# What an acknowledgement ends.
_SETTLED = frozenset({"confirmation", "end_reason"})
_MESSAGE_BOUND = 4096

Document = dict[str, Any]


def from_live_order(upstream: Upstream, row: ibkr.LiveOrder) -> unified.Order:
    """Return an order of the list; it holds no time of creation, no trigger of a stop-limit, no session flag."""
    order_id = required(_answers.digits(row.order_id), "order id")
    kind = _tables.order_type(row.orig_order_type) or _tables.order_type(row.order_type)
    filled = required_number(row.filled_quantity, "filled quantity")
    reason = _answers.text(row.order_cancellation_by_system_reason, _MESSAGE_BOUND)
    document = {
        **owner(upstream),
        "order_id": order_identity(row.order_ref, order_id),
        "broker_order_id": order_id,
        **_contract(
            upstream.account,
            conid=required(_answers.digits(row.conid), "contract id"),
            asset_class=_answers.text(row.sec_type),
            ticker=_answers.text(row.ticker),
            exchange=_answers.text(row.listing_exchange),
            currency=_answers.currency(row.cash_ccy),
        ),
        "side": recognise(ORDER_SIDE_READ, row.side, "side"),
        "type": required(kind, "order type"),
        "quantity": _answers.positive(row.total_size),
        **_price(kind, row.price),
        "average_fill_price": _answers.number(row.avg_price) if filled != "0" else None,
        **_hours(_answers.text(row.time_in_force), outside=None),
        **_state(row.status, filled, _answers.unsigned(row.remaining_quantity), reason),
        "updated_at": _times.instant(row.last_execution_time_r),
    }
    return _order(document)


def from_order_status(upstream: Upstream, row: ibkr.OrderStatus) -> unified.Order:
    """Return one order as IBKR answers for it; the names of fill fields vary by server."""
    order_id = required(_answers.digits(row.order_id), "order id")
    filled = _filled(row)
    reason = _answers.unnamed(row, "order_cancellation_by_system_reason")
    average = _answers.number(row.average_price) or _answers.number(row.avg_fill_price)
    document = {
        **owner(upstream),
        "order_id": order_identity(_answers.unnamed(row, "order_ref"), order_id),
        "broker_order_id": order_id,
        **_contract(
            upstream.account,
            conid=required(_answers.digits(row.conid), "contract id"),
            asset_class=_answers.text(row.sec_type),
            ticker=_answers.text(row.symbol),
            exchange=_answers.text(row.listing_exchange),
            currency=_answers.currency(row.currency),
        ),
        "side": recognise(ORDER_SIDE_READ, row.side, "side"),
        "type": required(_tables.order_type(row.order_type), "order type"),
        "quantity": _answers.positive(row.total_size),
        "limit_price": _answers.number(row.limit_price),
        "stop_price": _answers.number(row.stop_price),
        "average_fill_price": average if filled != "0" else None,
        **_hours(_answers.text(row.tif), outside=_answers.flag(row.outside_rth)),
        **_state(row.order_status, filled, _remaining(row), _answers.text(reason, _MESSAGE_BOUND)),
        "submitted_at": _times.short_time(row.order_time),
    }
    return _order(document)


def to_placed(
    upstream: Upstream, resolved: Resolved, request: unified.PlaceOrderRequest
) -> Document:
    """Return the document of an order about to be placed; nothing after the wire can fail on it."""
    fields = request.to_dict()
    return {
        **owner(upstream),
        "order_id": upstream.order_id,
        **{name: fields[name] for name in _REPEATED if name in fields},
        "broker_instrument_id": resolved.native_id,
        "broker_symbol": resolved.broker_symbol,
        "quantity_unit": resolved.quantity_unit,
        "currency": resolved.currency,
        "filled_quantity": "0",
    }


def from_acknowledgement(document: Document, accepted: Accepted) -> unified.Order:
    """Return an order as an acknowledgement leaves it.

    The classifier has proven id and status; no status at all still proves that IBKR has the order.
    """
    state = "SUBMITTED"
    if accepted.broker_status is not None:
        partly = document["filled_quantity"] != "0"
        state = _tables.order_status(accepted.broker_status, filled=partly, system_reason=False)
    kept = {name: value for name, value in document.items() if name not in _SETTLED}
    changed = {
        **kept,
        "broker_order_id": accepted.broker_order_id,
        "broker_status": accepted.broker_status,
    }
    return _order({**changed, **_quantities(changed, _proven(changed, state))})


def from_cancel_acknowledgement(order: unified.Order) -> unified.Order:
    """Return an order whose cancellation is asked for and not done: fills may still come."""
    return _order({**order.to_dict(), "status": "PENDING_CANCEL"})


def from_decline(document: Document) -> unified.Order:
    """Return an order whose question was answered with no: it never reached the market."""
    ended = {"status": "CANCELLED", "end_reason": "NOT_CONFIRMED", "remaining_quantity": "0"}
    kept = {name: value for name, value in document.items() if name not in _SETTLED}
    return _order({**kept, **ended})


def _proven(document: Document, state: str) -> str:
    """Return the state that an acknowledgement proves, as it does not say how much has traded."""
    if state == "FILLED" and "quantity" not in document:
        # An order by amount: the filled quantity is not known before the next read.
        return "SUBMITTED"
    return known(_ACKNOWLEDGED, state) or state


def _quantities(document: Document, state: str) -> Document:
    """Return state, filled and remaining quantity that belong together."""
    if "quantity" not in document:
        return {"status": state}
    total = document["quantity"]
    filled = total if state == "FILLED" else document["filled_quantity"]
    remaining = Decimal(total) - Decimal(filled)
    return {
        "status": state,
        "filled_quantity": filled,
        "remaining_quantity": canonical(max(remaining, Decimal(0))),
    }


def _contract(
    account: Account,
    *,
    conid: str,
    asset_class: str | None,
    ticker: str | None,
    exchange: str | None,
    currency: str | None,
) -> Document:
    """Return what a row says of its instrument; derivatives are named by contract id, the row lacks too much."""
    contract = _keys.Contract(
        conid=conid,
        asset_class=asset_class or "",
        ticker=ticker or "",
        exchange=exchange or "",
        currency=currency or "",
    )
    return {
        "instrument": _keys.to_key(account.connection, contract),
        "broker_instrument_id": conid,
        "broker_symbol": ticker,
        "quantity_unit": known(QUANTITY_UNIT, asset_class),
        "currency": currency,
    }


def _price(kind: str | None, value: object) -> Document:
    price = _answers.number(value)
    field = known(_PRICE_FIELD, kind)
    return {field: price} if field is not None else {}


def _hours(tif: str | None, *, outside: bool | None) -> Document:
    """Return time in force and session; an unknown tif passes through, a session is never guessed."""
    if tif is None or tif not in HOURS_READ:
        return {"time_in_force": tif}
    time_in_force, session = HOURS_READ[tif]
    if session is None and outside is not None:
        session = "EXTENDED" if outside else "REGULAR"
    return {"time_in_force": time_in_force, "session": session}


def _state(status: object, filled: str, remaining: str | None, reason: str | None) -> Document:
    """Return the state with its quantities; what has ended has nothing left that may trade."""
    state = _tables.order_status(status, filled=filled != "0", system_reason=reason is not None)
    ended = state in ENDED
    end_reason = "BROKER" if reason is not None else "UNKNOWN"
    return {
        "status": state,
        "broker_status": _answers.text(status),
        "broker_message": reason,
        "filled_quantity": filled,
        "remaining_quantity": "0" if ended else remaining,
        "end_reason": end_reason if ended and state != "FILLED" else None,
    }


def _filled(row: ibkr.OrderStatus) -> str:
    """Return the filled quantity under either of its names, else what the totals leave."""
    filled = _answers.unsigned(row.cum_fill) or _answers.unsigned(row.filled_quantity)
    if filled is not None:
        return filled
    total = required_number(row.total_size, "total size")
    left = Decimal(total) - Decimal(required_number(row.size, "size"))
    return canonical(max(left, Decimal(0)))


def _remaining(row: ibkr.OrderStatus) -> str | None:
    return _answers.unsigned(row.remaining_quantity) or _answers.unsigned(row.size)


def _order(document: Document) -> unified.Order:
    return unified.Order.from_dict({n: value for n, value in document.items() if value is not None})
