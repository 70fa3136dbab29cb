"""Tiger's orders to unified ones: rows of lists, acknowledgements, changes asked for."""

from decimal import Decimal
from typing import Any

from omnibroker.kit.documents import owner
from omnibroker.kit.exact import canonical
from omnibroker.kit.identity import order_identity
from omnibroker.kit.instruments import Resolved
from omnibroker.kit.orders import ENDED
from omnibroker.kit.outcomes import Accepted
from omnibroker.kit.tables import known, recognise, required
from omnibroker.kit.upstream import Upstream
from omnibroker_generated.tiger import models as tiger
from omnibroker_generated.unified import models as unified
from omnibroker_handlers.tiger import _answers, _keys, _outcomes, _tables, _times
from omnibroker_handlers.tiger._tables import (
    END_REASON,
    OTHER_HOURS,
    QUANTITY_UNIT,
    SESSION_READ,
    SIDE_READ,
)

# The fields of a request that an order repeats.
_REPEATED = (
    *("client_order_id", "instrument", "side", "type", "quantity", "notional", "limit_price"),
    *("stop_price", "trail", "time_in_force", "expires_at", "session", "position_effect"),
)
_LIMITED = frozenset({"LIMIT", "STOP_LIMIT"})
_STOPPED = frozenset({"STOP", "STOP_LIMIT"})
# What has ended may hold fills until it is read.
_ACKNOWLEDGED = {"CANCELLED": "PENDING_CANCEL", "EXPIRED": "PENDING_CANCEL"}
_WITH_FILL = frozenset({"FILLED", "REJECTED"})
_MESSAGE_BOUND = 4096

Document = dict[str, Any]


def from_order(upstream: Upstream, row: tiger.Order) -> unified.Order:
    """Return an order as Tiger lists it; a missing id, side, type, status or fill is malformed."""
    order_id = required(_answers.digits(row.id), "order id")
    contract = _keys.Contract.read(row)
    filled = required(_filled(row), "filled quantity")
    kind = required(_tables.order_type(row.order_type), "order type")
    document = {
        **owner(upstream),
        "order_id": order_identity(_answers.text(row.user_mark), order_id),
        "broker_order_id": order_id,
        "broker_ids": _broker_ids(row.order_id),
        **_instrument(upstream, contract),
        "side": recognise(SIDE_READ, row.action, "side"),
        "type": kind,
        **_quantities(row, filled, contract.currency),
        **_prices(row, kind),
        "average_fill_price": _answers.positive(row.avg_fill_price) if filled != "0" else None,
        "time_in_force": _answers.text(row.time_in_force, 64),
        "expires_at": _times.instant(row.expire_time) if row.time_in_force == "GTD" else None,
        "session": _session(row, contract),
        **_state(row, filled),
        "legs": _legs(upstream, row),
        "submitted_at": _times.instant(row.open_time),
        "updated_at": _times.instant(row.update_time),
    }
    return _order(document)


def to_placed(
    upstream: Upstream, resolved: Resolved, request: unified.PlaceOrderRequest, number: int
) -> Document:
    """Return the document of an order about to be placed; nothing after the wire can fail on it."""
    fields = request.to_dict()
    return {
        **owner(upstream),
        "order_id": upstream.order_id,
        "broker_ids": _broker_ids(number),
        **{name: fields[name] for name in _REPEATED if name in fields},
        "broker_instrument_id": resolved.native_id,
        "broker_symbol": resolved.broker_symbol,
        "quantity_unit": resolved.quantity_unit,
        "currency": resolved.currency,
        "filled_quantity": "0",
    }


def from_acknowledgement(document: Document, accepted: Accepted) -> unified.Order:
    """Return an order as its acknowledgement leaves it; without a status it proves that Tiger has the order."""
    total = document.get("quantity")
    row = _outcomes.own_row(accepted.reply, accepted.broker_order_id)
    state = _acknowledged(accepted.broker_status, row, total)
    average = _answers.positive(row.get("avgFillPrice")) if state == "FILLED" else None
    changed = {
        **document,
        "broker_order_id": accepted.broker_order_id,
        "broker_status": accepted.broker_status,
        "status": state,
        "filled_quantity": total if state == "FILLED" else document["filled_quantity"],
        "average_fill_price": average,
        "remaining_quantity": "0" if state in ENDED else total,
        "end_reason": known(END_REASON, state),
    }
    return _order(changed)


def _acknowledged(status: str | None, row: Document, total: str | None) -> str:
    """Return the state that an acknowledgement proves: a final one needs the fill that belongs to it.

    What is final is not read again, so its fill would stay wrong.
    """
    if status is None:
        return "SUBMITTED"
    state = _tables.order_status(status, filled=False)
    filled = _answers.scaled(row.get("filledQuantity"), row.get("filledQuantityScale"))
    if state in _WITH_FILL:
        due = total if state == "FILLED" else "0"
        proven = filled is not None and due is not None and Decimal(filled) == Decimal(due)
        return state if proven else "SUBMITTED"
    return known(_ACKNOWLEDGED, state) or state


def from_modify_acknowledgement(document: Document) -> unified.Order:
    """Return an order whose change is asked for and not done: it keeps its id, fills may still come."""
    total, filled = document.get("quantity"), document["filled_quantity"]
    changed = {**document, "status": "PENDING_REPLACE"}
    if total is not None:
        changed["remaining_quantity"] = _less(total, filled)
    return _order(changed)


def from_cancel_acknowledgement(order: unified.Order) -> unified.Order:
    """Return an order whose cancellation is asked for and not done: fills may still come."""
    return _order({**order.to_dict(), "status": "PENDING_CANCEL"})


def _broker_ids(number: object) -> dict[str, str] | None:
    """Return the number within the account by Tiger's name for it; orders of the app have 0."""
    found = _answers.digits(number)
    return {"orderId": found} if found not in {None, "0"} else None


def _instrument(upstream: Upstream, contract: _keys.Contract) -> Document:
    return {
        "instrument": _keys.to_key(upstream.account.connection, contract),
        "broker_instrument_id": _keys.to_native(contract),
        "broker_symbol": contract.symbol or None,
        "quantity_unit": known(QUANTITY_UNIT, contract.sec_type),
        "currency": contract.currency or None,
    }


def _filled(row: tiger.Order) -> str | None:
    return _answers.scaled(row.filled_quantity, row.filled_quantity_scale)


def _quantities(row: tiger.Order, filled: str, currency: str) -> Document:
    """Return quantity and fill, each by its own scale; an order by amount has no quantity."""
    total = _answers.scaled(row.total_quantity, row.total_quantity_scale)
    if total is not None and total != "0":
        return {
            "quantity": total,
            "filled_quantity": filled,
            "remaining_quantity": _less(total, filled),
        }
    amount = _answers.positive(row.total_cash_amount)
    notional = {"amount": amount, "currency": currency} if amount and currency else None
    return {"filled_quantity": filled, "notional": notional}


def _less(total: str, filled: str) -> str:
    return canonical(max(Decimal(total) - Decimal(filled), Decimal(0)))


def _prices(row: tiger.Order, kind: str) -> Document:
    """Return the prices that belong to a type; a trailing stop has its distance where others have the trigger."""
    document: Document = {}
    if kind in _LIMITED:
        document["limit_price"] = _answers.number(row.limit_price)
    if kind in _STOPPED:
        document["stop_price"] = _answers.number(row.aux_price)
    if kind == "TRAILING_STOP":
        percent, amount = _answers.positive(row.trailing_percent), _answers.positive(row.aux_price)
        if percent is not None:
            document["trail"] = {"kind": "PERCENT", "value": percent}
        elif amount is not None:
            document["trail"] = {"kind": "AMOUNT", "value": amount}
        document["stop_price"] = _answers.positive(row.trail_stop_price)
    return document


def _session(row: tiger.Order, contract: _keys.Contract) -> str | None:
    """Return when an order may trade; of US shares alone Tiger's flags say it."""
    if contract.sec_type != "STK":
        return known(OTHER_HOURS, contract.sec_type)
    if contract.market != "US":
        return "REGULAR" if contract.market else None
    word = _answers.text(row.trading_session_type, 64)
    if word is not None:
        return known(SESSION_READ, word) or word
    outside = _answers.flag(row.outside_rth)
    return None if outside is None else "EXTENDED" if outside else "REGULAR"


def _state(row: tiger.Order, filled: str) -> Document:
    """Return the state; what has ended has nothing left that may trade.

    What is called filled before its fills are there has not ended yet: the next read tells.
    """
    state = _tables.order_status(row.status, filled=filled != "0")
    if state == "FILLED" and _is_short(row, filled):
        state = "PARTIALLY_FILLED" if filled != "0" else "WORKING"
    document = {
        "status": state,
        "broker_status": _tables.status_word(row.status),
        "broker_message": _answers.text(row.remark, _MESSAGE_BOUND),
        "end_reason": known(END_REASON, state),
    }
    return {**document, "remaining_quantity": "0"} if state in ENDED else document


def _is_short(row: tiger.Order, filled: str) -> bool:
    total = _answers.scaled(row.total_quantity, row.total_quantity_scale)
    return filled == "0" or (total is not None and Decimal(filled) < Decimal(total))


def _legs(upstream: Upstream, row: tiger.Order) -> list[Document] | None:
    """Return the parts of a combination."""
    if row.sec_type != "MLEG" or not isinstance(row.legs, list):
        return None
    return [_leg(upstream, leg) for leg in _answers.rows(row.legs, tiger.OrderLeg)]


def _leg(upstream: Upstream, leg: tiger.OrderLeg) -> Document:
    contract = _keys.Contract(
        sec_type=_answers.text(leg.sec_type) or "",
        symbol=_answers.text(leg.symbol) or "",
        currency=_answers.currency(leg.currency) or "",
        expiry=_answers.text(leg.expiry) or "",
        right=(_answers.text(leg.right) or "").upper(),
        strike=_answers.positive(leg.strike) or "",
    )
    return {
        "instrument": _keys.to_key(upstream.account.connection, contract),
        "side": recognise(SIDE_READ, leg.action, "side of a leg"),
        "ratio": required(_answers.positive(leg.ratio), "ratio of a leg"),
    }


def _order(document: Document) -> unified.Order:
    return unified.Order.from_dict({n: value for n, value in document.items() if value is not None})
