"""TradeLocker's orders to unified ones: rows of working and of final orders, acknowledgements."""

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from omnibroker.kit.answers import number, positive, text, unsigned
from omnibroker.kit.documents import owner
from omnibroker.kit.exact import canonical, required_number
from omnibroker.kit.identity import is_tag, order_identity
from omnibroker.kit.orders import ENDED
from omnibroker.kit.outcomes import Accepted
from omnibroker.kit.tables import known, recognise, required
from omnibroker.kit.upstream import Account, Upstream
from omnibroker_generated.unified import models as unified
from omnibroker_handlers.tradelocker import _answers, _listing, _tables
from omnibroker_handlers.tradelocker._panels import Row
from omnibroker_handlers.tradelocker._tables import (
    ORDER_TYPE_READ,
    QUANTITY_UNIT,
    SIDE_READ,
)

# The fields of a request that an order repeats.
_REPEATED = (
    *("client_order_id", "instrument", "side", "type", "quantity", "limit_price", "stop_price"),
    *("time_in_force", "session", "position_effect", "position_id", "broker_options"),
)
_PRICE_FIELD = {"LIMIT": ("limit_price", "price"), "STOP": ("stop_price", "stopPrice")}

Document = dict[str, Any]


def identities(rows: Iterable[Row]) -> dict[str, str]:
    """Return {TradeLocker's id: ours} of orders; without our tag it is `broker:<id>`.

    A position has the tag of the order that opened it and may hand it on to the orders that protect or
    close it: of several with one tag the first is the one that we placed.
    """
    found: dict[str, str] = {}
    taken: set[str] = set()
    for row in sorted(rows, key=age):
        native_id, tag = row_id(row), row.get("strategyId")
        if not is_tag(tag) or tag in taken or _protects(row):
            found[native_id] = order_identity(None, native_id)
            continue
        found[native_id] = order_identity(tag, native_id)
        taken.add(str(tag))
    return found


def row_id(row: Row) -> str:
    """Return TradeLocker's id of an order's row."""
    return required(_answers.identifier(row.get("id")), "order id")


def may_inherit(row: Row) -> bool:
    """Say whether an order may have its tag from its position instead of from us."""
    of_position = _answers.identifier(row.get("positionId")) is not None
    return of_position and is_tag(row.get("strategyId")) and not _protects(row)


def from_row(
    upstream: Upstream, row: Row, order_id: str, listing: _listing.Listing
) -> unified.Order:
    """Return an order of a list; a position's stop loss and take profit are orders of their own."""
    kind = text(row.get("type"), 64)
    filled = _filled(row)
    document = {
        **owner(upstream),
        "order_id": order_id,
        "broker_order_id": row_id(row),
        **_instrument(upstream.account, row, listing),
        "side": recognise(SIDE_READ, row.get("side"), "side"),
        "type": required(known(ORDER_TYPE_READ, kind) or kind, "order type"),
        "quantity": positive(row.get("qty")),
        "quantity_unit": QUANTITY_UNIT,
        **_price(row),
        "average_fill_price": number(row.get("avgPrice")) if filled not in {None, "0"} else None,
        "time_in_force": text(row.get("validity"), 64),
        **_position(row),
        **_state(row, filled),
        "submitted_at": _answers.instant(row.get("createdDate")),
        "updated_at": _answers.instant(row.get("lastModified")),
    }
    return _order(document)


def to_placed(
    upstream: Upstream,
    request: unified.PlaceOrderRequest,
    instrument_id: str,
    symbol: str | None,
) -> Document:
    """Return the document of an order about to be placed; nothing after the wire can fail on it.

    The currency is absent: details alone say it, and no order needs it said.
    """
    fields = request.to_dict()
    return {
        **owner(upstream),
        "order_id": upstream.order_id,
        **{name: fields[name] for name in _REPEATED if name in fields},
        "broker_instrument_id": instrument_id,
        "broker_symbol": symbol,
        "quantity_unit": QUANTITY_UNIT,
        "filled_quantity": "0",
        "remaining_quantity": fields["quantity"],
    }


def from_acknowledgement(document: Document, accepted: Accepted) -> unified.Order:
    """Return an order that was accepted for processing; of one that closes a position no id is said."""
    native_id = accepted.broker_order_id or None
    return _order({**document, "status": "SUBMITTED", "broker_order_id": native_id})


def from_modification(order: unified.Order, request: unified.ModifyOrderRequest) -> unified.Order:
    """Return an order with an accepted change in it; its state is the one that it had."""
    document = {**order.to_dict(), **request.to_dict()}
    if "quantity" in document:
        left = Decimal(document["quantity"]) - Decimal(document["filled_quantity"])
        document["remaining_quantity"] = canonical(max(left, Decimal(0)))
    return _order(document)


def from_cancel_acknowledgement(order: unified.Order) -> unified.Order:
    """Return an order whose cancellation is accepted; fills may have come before it."""
    return _order({**order.to_dict(), "status": "PENDING_CANCEL"})


def age(row: Row) -> tuple[int, int]:
    """Return what orders are sorted by: when TradeLocker took them, then their ids."""
    created = _answers.identifier(row.get("createdDate"))
    return int(created or 0), int(row_id(row))


def _filled(row: Row) -> str | None:
    """Return what has traded, None where the cell is empty; one that cannot be read is not nothing."""
    cell = row.get("filledQty")
    return None if cell in {None, ""} else required(unsigned(cell), "filled quantity")


def _protects(row: Row) -> bool:
    """Say whether an order waits to close a position: an entry has no position before it is filled."""
    waits = row.get("type") in {"limit", "stop"} and unsigned(row.get("filledQty")) in {None, "0"}
    return waits and _answers.identifier(row.get("positionId")) is not None


def _instrument(account: Account, row: Row, listing: _listing.Listing) -> Document:
    native = required(_answers.identifier(row.get("tradableInstrumentId")), "instrument id")
    listed = listing.get(native)
    return {
        "instrument": _listing.key_of(account, listing, native),
        "broker_instrument_id": native,
        "broker_symbol": listed.name or None if listed is not None else None,
    }


def _price(row: Row) -> Document:
    """Return the price of the order's type; in the others' places stand references and zeros."""
    found = known(_PRICE_FIELD, known(ORDER_TYPE_READ, row.get("type")))
    return {found[0]: _answers.price(row.get(found[1]))} if found is not None else {}


def _position(row: Row) -> Document:
    """Return the position that belongs to an order, and that an order that protects it closes it."""
    position_id = _answers.identifier(row.get("positionId"))
    if position_id is None:
        return {}
    closes = {"position_effect": "CLOSE", "position_id": position_id} if _protects(row) else {}
    return {"broker_ids": {"positionId": position_id}, **closes}


def _state(row: Row, filled: str | None) -> Document:
    """Return the state with its quantities; what has ended has nothing left that may trade."""
    status = row.get("status")
    state = _tables.order_status(status, filled=filled not in {None, "0"})
    if state == "FILLED":
        filled = required(positive(filled), "filled quantity of a filled order")
    done, total = filled or "0", required_number(row.get("qty"), "quantity of an order")
    left = canonical(max(Decimal(total) - Decimal(done), Decimal(0)))
    return {
        "status": state,
        "broker_status": text(status),
        "filled_quantity": done,
        "remaining_quantity": "0" if state in ENDED else left,
        "end_reason": _end_reason(state),
    }


def _end_reason(state: str) -> str | None:
    if state == "REJECTED":
        return "BROKER"
    return "UNKNOWN" if state == "CANCELLED" else None


def _order(document: Document) -> unified.Order:
    return unified.Order.from_dict({n: value for n, value in document.items() if value is not None})
