"""The exchange's order states in IBKR's words."""

from omnibroker_sandbox.ibkr.gateway import Gateway
from omnibroker_sandbox.orders import NEVER, Order, OrderType, State

WIRE_TYPES = {
    OrderType.MARKET: ("MARKET", "Market"),
    OrderType.LIMIT: ("LIMIT", "Limit"),
    OrderType.STOP: ("STOP", "Stop"),
    OrderType.STOP_LIMIT: ("STOP_LIMIT", "Stop Limit"),
    OrderType.TRAILING_STOP: ("TRAILING_STOP", "Trailing Stop"),
    OrderType.MARKET_ON_CLOSE: ("MARKETONCLOSE", "Market On Close"),
    OrderType.LIMIT_ON_CLOSE: ("LIMITONCLOSE", "Limit On Close"),
}
"""Rows of (origOrderType, orderType)."""

FILTERS = {
    "inactive": {"Inactive"},
    "pending_submit": {"PendingSubmit"},
    "pre_submitted": {"PreSubmitted"},
    "submitted": {"Submitted"},
    "filled": {"Filled"},
    "pending_cancel": {"PendingCancel"},
    "pre_cancelled": {"PreCancelled"},
    "cancelled": {"Cancelled"},
    "warn_state": {"WarnState"},
    "sort_by_time": set(),
}

_ENDED = {
    State.FILLED: "Filled",
    State.CANCELLED: "Cancelled",
    State.EXPIRED: "Cancelled",
    State.REJECTED: "Inactive",
}
_CCP_CODES = {"Filled": "2", "Cancelled": "4", "Inactive": "5"}


def status_of(gateway: Gateway, order: Order) -> str:
    """Return an order's status as the wire has it."""
    if order.is_final:
        return _ENDED[order.state]
    if order.cancel_ms < NEVER:
        return "PendingCancel"
    if order.tags.get("deactivated"):
        return "Inactive"
    if order.state is not State.WORKING:
        return "PreSubmitted"
    calendar, second = gateway.exchange.market.calendar, gateway.exchange.second
    venue = order.instrument.venue
    working = calendar.is_open(venue, second, extended=order.terms.extended)
    return "Submitted" if working else "PreSubmitted"


def ccp_code(status: str) -> str:
    """Return the one-digit clearing code of the order status endpoint."""
    return _CCP_CODES.get(status, "0")
