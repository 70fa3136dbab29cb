"""Futu's orders to unified ones: rows of the lists and acknowledgements."""

from decimal import Decimal
from typing import Any

from omnibroker.kit.documents import owner
from omnibroker.kit.errors import malformed
from omnibroker.kit.exact import canonical
from omnibroker.kit.identity import order_identity
from omnibroker.kit.instruments import Resolved
from omnibroker.kit.orders import ENDED
from omnibroker.kit.outcomes import Accepted
from omnibroker.kit.tables import recognise, required
from omnibroker.kit.upstream import Upstream
from omnibroker_generated.futu import models as futu
from omnibroker_generated.unified import models as unified
from omnibroker_handlers.futu import _answers, _keys, _outcomes, _tables, _times
from omnibroker_handlers.futu._markets import ZONE, prefix_of
from omnibroker_handlers.futu._tables import (
    CURRENCY_READ,
    ORDER_STATUS_NAME,
    SESSION_READ,
    SIDE_READ,
    TIME_IN_FORCE_READ,
    TRAIL_KIND_READ,
    UNTRADED,
    known,
)

# The fields of a request that an order repeats.
_REPEATED = (
    *("client_order_id", "instrument", "side", "type", "quantity", "limit_price", "stop_price"),
    *("trail", "time_in_force", "session", "position_effect"),
)
_LIMITED = frozenset({"1", "5", "7", "8", "9", "11", "13", "17", "19"})
_TRIGGERED = frozenset({"10", "11", "12", "13"})
_TRAILING_LIMIT = "15"
_FILLED = "11"
_MESSAGE_BOUND = 4096

Document = dict[str, Any]


def from_order(upstream: Upstream, row: futu.Order) -> unified.Order:
    """Return an order of a list; what its type does not use is left out, as Futu fills it with zeros."""
    account = upstream.account
    prefix = required(prefix_of(row.sec_market, row.trd_market), "market of an order")
    native = _keys.native_id(prefix, row.code)
    kind = _keys.row_type(native.partition(".")[2], row.trd_market)
    ids = ids_of(row)
    order_id = required(_outcomes.order_id_of(ids), "order id")
    filled = _filled(row)
    document = {
        **owner(upstream),
        "order_id": order_identity(row.remark, order_id),
        "broker_order_id": order_id,
        "broker_ids": ids,
        "instrument": _keys.row_key(account.connection, native, kind),
        "broker_instrument_id": native,
        "broker_symbol": _answers.text(row.code),
        "side": recognise(SIDE_READ, _answers.text(row.trd_side), "side"),
        "type": required(_tables.order_type(row.order_type), "order type"),
        "quantity": _answers.positive(row.qty),
        "quantity_unit": _keys.row_unit(kind),
        **_prices(row),
        "average_fill_price": _answers.number(row.fill_avg_price) if filled != "0" else None,
        "currency": known(CURRENCY_READ, row.currency),
        **_hours(row),
        **_state(row, filled),
        "submitted_at": _instant(row.create_timestamp, row.create_time, prefix),
        "updated_at": _instant(row.update_timestamp, row.update_time, prefix),
    }
    return _order(document)


def ids_of(row: futu.Order) -> dict[str, str]:
    """Return both ids of a row by Futu's names; the server's may still be empty."""
    return _outcomes.broker_ids({"order_id": row.order_id, "order_id_ex": row.order_id_ex})


def named(rows: list[futu.Order], order_id: str) -> futu.Order | None:
    """Return the row that an id names; the gateway's number of one order may read like the server's id of another."""
    known_as = [row for row in rows if _outcomes.order_id_of(ids_of(row)) == order_id]
    either = [row for row in rows if order_id in ids_of(row).values()]
    return next(iter([*known_as, *either]), None)


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
        "remaining_quantity": canonical(Decimal(fields["quantity"])),
    }


def from_placed(document: Document, accepted: Accepted) -> unified.Order:
    """Return an order as its acknowledgement leaves it: ids, and not a word of its state."""
    reply = accepted.reply if isinstance(accepted.reply, dict) else {}
    proven = {
        "broker_order_id": accepted.broker_order_id,
        "broker_ids": _outcomes.broker_ids(reply.get("s2c")),
        "status": "SUBMITTED",
    }
    return _order({**document, **proven})


def from_change(order: unified.Order, changed: Document) -> unified.Order:
    """Return an order whose change is received and not done: until it is read with it, fills may be at the old terms."""
    left = Decimal(changed["quantity"]) - Decimal(order.filled_quantity)
    remaining = canonical(max(left, Decimal(0)))
    return _order({**changed, "status": "PENDING_REPLACE", "remaining_quantity": remaining})


def from_cancellation(order: unified.Order) -> unified.Order:
    """Return an order whose cancellation is asked for and not done: fills may still come."""
    return _order({**order.to_dict(), "status": "PENDING_CANCEL"})


def _prices(row: futu.Order) -> Document:
    kind = _answers.text(row.order_type)
    trail = known(TRAIL_KIND_READ, row.trail_type)
    value = _answers.positive(row.trail_value)
    return {
        "limit_price": _answers.number(row.price) if kind in _LIMITED else None,
        "stop_price": _answers.number(row.aux_price) if kind in _TRIGGERED else None,
        "trail": _trail(trail, value, row) if trail and value else None,
    }


def _trail(kind: str, value: str, row: futu.Order) -> Document:
    """Return how a stop follows; the distance of a limit belongs to one type, and may be none."""
    limited = _answers.text(row.order_type) == _TRAILING_LIMIT
    offset = _answers.number(row.trail_spread) if limited else None
    return {"kind": kind, "value": value} | ({"limit_offset": offset} if offset else {})


def _hours(row: futu.Order) -> Document:
    """Return time in force and session; an unknown number passes through, a session is never guessed."""
    session = known(SESSION_READ, row.session)
    if session is None and row.fill_outside_rth is True:
        session = "EXTENDED"
    life = known(TIME_IN_FORCE_READ, row.time_in_force)
    return {"time_in_force": life or _answers.text(row.time_in_force, 64), "session": session}


def _state(row: futu.Order, filled: str) -> Document:
    """Return the state with its quantities; what has ended has nothing left that may trade."""
    state = _tables.order_status(row.order_status, filled=filled != "0")
    ended = state in ENDED
    reason = _answers.text(row.last_err_msg, _MESSAGE_BOUND)
    by_broker = state == "REJECTED" or reason is not None
    return {
        "status": state,
        "broker_status": known(ORDER_STATUS_NAME, row.order_status),
        "broker_message": reason,
        "filled_quantity": filled,
        "remaining_quantity": "0" if ended else _remaining(row, filled),
        "end_reason": ("BROKER" if by_broker else "UNKNOWN")
        if ended and state != "FILLED"
        else None,
    }


def _filled(row: futu.Order) -> str:
    """Return what has traded; where the gateway leaves it out the state must settle it."""
    found, status = _answers.unsigned(row.fill_qty), _answers.text(row.order_status)
    if found is not None:
        return found
    if status in UNTRADED:
        return "0"
    if status == _FILLED and (total := _answers.positive(row.qty)) is not None:
        return total
    raise malformed("Futu's answer has no readable filled quantity of an order.")


def _remaining(row: futu.Order, filled: str) -> str | None:
    total = _answers.positive(row.qty)
    return canonical(max(Decimal(total) - Decimal(filled), Decimal(0))) if total else None


def _instant(seconds: object, local: object, prefix: str) -> str | None:
    at = _times.of_seconds(seconds) or _times.of_local(local, known(ZONE, prefix))
    return _times.instant(at)


def _order(document: Document) -> unified.Order:
    return unified.Order.from_dict({n: value for n, value in document.items() if value is not None})
