"""An order and a fill as answers show them: ids, scaled quantities, states."""

from decimal import Decimal
from typing import Any

from omnibroker_sandbox.instruments import Instrument
from omnibroker_sandbox.orders import NEVER, Fill, Order, OrderType, State
from omnibroker_sandbox.tiger import symbols, wire
from omnibroker_sandbox.tiger.backend import Backend
from omnibroker_sandbox.tiger.tickets import WIRE_TYPES

ORDER_IDS_FROM = 40_000_000_000_000_000
"""Global ids have 17 digits: more than a binary floating-point number holds."""
FILL_IDS_FROM = 41_000_000_000_000_000
FINAL_STATES = {
    State.FILLED: "Filled",
    State.CANCELLED: "Cancelled",
    State.EXPIRED: "Invalid",
    State.REJECTED: "Inactive",
}
INACTIVE = frozenset({State.CANCELLED, State.EXPIRED, State.REJECTED})
PRICE_STEP = Decimal("0.000001")


def global_id(order_id: int) -> int:
    """Return the global id of one of the exchange's orders."""
    return ORDER_IDS_FROM + order_id


def status_of(backend: Backend, order: Order) -> str:
    """Return the state word; a partial fill shows in the quantities only."""
    if order.is_final:
        return FINAL_STATES[order.state]
    if order.cancel_ms < NEVER:
        return "PendingCancel"
    if order.state is State.HELD:
        return "PendingSubmit"
    fresh = backend.exchange.now_ms <= order.created_ms and not order.filled
    return "Initial" if fresh else "Submitted"


def order_row(backend: Backend, order: Order, *, charges: bool = False) -> dict[str, Any]:
    """Return one order; `charges` adds the fees one by one."""
    row = {
        **_identity(order),
        **_instrument(order.instrument),
        **_terms(order),
        **_progress(order),
        **_state(backend, order),
        "latestPrice": backend.exchange.price(order.instrument),
    }
    return row | ({"charges": _charges(order)} if charges else {})


def _identity(order: Order) -> dict[str, Any]:
    number = order.tags.get("number", 0)
    parent = order.terms.parent_id
    return {
        "id": global_id(order.id),
        "orderId": number,
        "externalId": str(number),
        "parentId": global_id(parent) if parent else None,
        "account": order.account_id,
        "userMark": order.terms.reference,
        "source": "openapi",
    }


def _instrument(instrument: Instrument) -> dict[str, Any]:
    return {
        "symbol": symbols.symbol(instrument),
        "secType": symbols.sec_type(instrument),
        "market": symbols.market_of(instrument),
        "currency": instrument.currency,
        "identifier": symbols.identifier(instrument),
        "name": instrument.name,
        "multiplier": instrument.multiplier,
        **symbols.derivative_fields(instrument),
    }


def _terms(order: Order) -> dict[str, Any]:
    terms = order.terms
    trailing = terms.type is OrderType.TRAILING_STOP
    quantity, scale = wire.scaled(order.quantity)
    cash = order.tags.get("cash")
    return {
        "action": terms.side,
        "orderType": WIRE_TYPES[terms.type],
        "limitPrice": terms.limit_price,
        "auxPrice": terms.trail_amount if trailing else terms.stop_price,
        "trailStopPrice": order.trigger_price if trailing else None,
        "trailingPercent": terms.trail_percent,
        "totalQuantity": quantity if cash is None else None,
        "totalQuantityScale": scale if cash is None else None,
        "totalCashAmount": cash,
        "timeInForce": terms.tif,
        "expireTime": terms.expires_ms,
        "outsideRth": terms.extended,
        "tradingSessionType": "PRE_RTH_POST" if terms.extended else "RTH",
        "algoStrategy": WIRE_TYPES[terms.type],
    }


def _progress(order: Order) -> dict[str, Any]:
    filled, scale = wire.scaled(order.filled)
    average = order.average_price
    return {
        "filledQuantity": filled,
        "filledQuantityScale": scale,
        "filledCashAmount": wire.money(order.value * order.instrument.multiplier),
        "avgFillPrice": wire.plain_number((average or Decimal(0)).quantize(PRICE_STEP).normalize()),
        "commission": order.fees,
        "gst": Decimal(0),
        "realizedPnl": Decimal(0),
        "openTime": order.created_ms,
        "updateTime": order.updated_ms,
        "latestTime": order.last_fill_ms or order.updated_ms,
    }


def _state(backend: Backend, order: Order) -> dict[str, Any]:
    cancelling = order.cancel_ms < NEVER and not order.is_final
    return {
        "status": status_of(backend, order),
        "replaceStatus": "NONE",
        "cancelStatus": "NONE",
        "remark": order.reason,
        "isOpen": not order.is_final,
        "canModify": not order.is_final and not cancelling,
        "canCancel": not order.is_final and not cancelling,
        "liquidation": False,
        "attrList": [],
    }


def _charges(order: Order) -> list[dict[str, Any]]:
    if not order.fees:
        return []
    amounts = {"originalAmount": order.fees, "afterDiscountAmount": order.fees}
    detail = {"type": "commission", "typeDesc": "Commission", **amounts}
    total = {"category": "commission", "categoryDesc": "Commission", "total": order.fees}
    return [{**total, "details": [detail]}]


def fill_row(number: int, fill: Fill) -> dict[str, Any]:
    """Return one fill; `number` is its place among the account's fills."""
    quantity, scale = wire.scaled(fill.quantity)
    amount = fill.price * fill.quantity * fill.instrument.multiplier
    return {
        "id": FILL_IDS_FROM + fill.order_id * 1000 + number,
        "accountId": fill.account_id,
        "orderId": global_id(fill.order_id),
        **_instrument(fill.instrument),
        "action": fill.side,
        "filledQuantity": quantity,
        "filledQuantityScale": scale,
        "filledPrice": fill.price,
        "filledAmount": wire.money(amount),
        "transactedAt": wire.server_time(fill.time_ms),
        "transactionTime": fill.time_ms,
    }
