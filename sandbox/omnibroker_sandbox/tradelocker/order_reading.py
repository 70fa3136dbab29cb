"""Rows of working orders, of final ones, and of executions."""

from typing import Any

from omnibroker_sandbox.answers import Answer
from omnibroker_sandbox.orders import Order, OrderType, State
from omnibroker_sandbox.tradelocker import wire
from omnibroker_sandbox.tradelocker.accounts import executions_of_today
from omnibroker_sandbox.tradelocker.desk import Desk
from omnibroker_sandbox.tradelocker.ledger import ORDER_IDS, Booking, Execution
from omnibroker_sandbox.tradelocker.listing import TRADE_ROUTE
from omnibroker_sandbox.tradelocker.panels import EXECUTIONS, HISTORY_ORDERS, ORDERS

STATUSES = {
    State.FILLED: "Filled",
    State.CANCELLED: "Cancelled",
    State.EXPIRED: "Cancelled",
    State.REJECTED: "Rejected",
}
SIDES = {"BUY": "buy", "SELL": "sell"}
_TYPES = {
    OrderType.MARKET: "market",
    OrderType.LIMIT: "limit",
    OrderType.STOP: "stop",
    OrderType.TRAILING_STOP: "stop",
}


def get_orders(desk: Desk, parameters: wire.Parameters, _body: Any) -> Answer:
    """List the working orders, those that protect positions among them."""
    rows = [each for each in _selected(desk, parameters) if not each.order.is_final]
    return wire.ok({"orders": [order_row(each) for each in rows]})


def get_orders_history(desk: Desk, parameters: wire.Parameters, _body: Any) -> Answer:
    """List the final orders, oldest first; of too many the newest."""
    rows = [each for each in _selected(desk, parameters) if each.order.is_final]
    sent = [order_row(each) for each in rows[-HISTORY_ORDERS:]]
    return wire.ok({"ordersHistory": sent, "hasMore": len(rows) > len(sent)})


def get_executions(desk: Desk, parameters: wire.Parameters, _body: Any) -> Answer:
    """List the fills since midnight UTC, oldest first."""
    rows = executions_of_today(desk, desk.account(parameters))
    return wire.ok({"executions": [_execution_row(each) for each in rows]})


def _selected(desk: Desk, parameters: wire.Parameters) -> list[Booking]:
    """Return an account's orders by instrument and time of creation, both ends included."""
    entry = desk.account(parameters)
    wanted = wire.whole(parameters, "tradableInstrumentId")
    first, last = wire.whole(parameters, "from"), wire.whole(parameters, "to")
    return [
        each
        for each in desk.ledger.of_account(entry.id)
        if each.is_listed
        and wanted in {None, each.position.listing.id}
        and (first is None or each.order.created_ms >= first)
        and (last is None or each.order.created_ms <= last)
    ]


def order_row(booking: Booking) -> wire.Row:
    """Return an order's cells in the order of the columns."""
    order, position = booking.order, booking.position
    lots = position.listing.lots
    market = order.terms.type is OrderType.MARKET
    belongs = not booking.is_entry or order.filled
    cells = {
        "id": booking.id,
        "tradableInstrumentId": str(position.listing.id),
        "routeId": str(TRADE_ROUTE),
        "qty": wire.plain(lots(order.quantity)),
        "side": SIDES[order.terms.side],
        "type": _TYPES[order.terms.type],
        "status": STATUSES.get(order.state, "New"),
        "filledQty": wire.plain(lots(order.filled)) if order.filled else None,
        "avgPrice": wire.cell(order.average_price),
        "price": wire.cell(booking.shown_price if market else order.terms.limit_price),
        "stopPrice": "0" if market else wire.cell(_stop_price(order)),
        "validity": order.terms.tif,
        "createdDate": str(order.created_ms),
        "lastModified": str(order.updated_ms // 1000 * 1000),
        "isOpen": "false" if order.is_final else "true",
        "positionId": position.id if belongs else None,
        "strategyId": booking.strategy or None,
        **booking.protection,
    }
    return [cells.get(name) for name in ORDERS]


def _stop_price(order: Order) -> Any:
    return order.trigger_price if order.terms.type is not OrderType.LIMIT else None


def _execution_row(execution: Execution) -> wire.Row:
    fill, position = execution.fill, execution.position
    cells = {
        "id": execution.id,
        "price": wire.plain(fill.price),
        "side": SIDES[fill.side],
        "createdDate": str(fill.time_ms),
        "qty": wire.plain(position.listing.lots(fill.quantity)),
        "orderId": str(ORDER_IDS + fill.order_id),
        "positionId": position.id,
        "tradableInstrumentId": str(position.listing.id),
    }
    return [cells[name] for name in EXECUTIONS]


OPERATIONS = {
    "get_orders": get_orders,
    "get_orders_history": get_orders_history,
    "get_executions": get_executions,
}
