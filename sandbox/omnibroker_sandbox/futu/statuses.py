"""Where an order stands, in Futu's numbers."""

from typing import Any, cast

from omnibroker_sandbox.futu.gateway import Gateway
from omnibroker_sandbox.futu.market_states import tradable_now
from omnibroker_sandbox.orders import NEVER, Order, State

UNSUBMITTED, WAITING_SUBMIT, SUBMITTING, SUBMITTED = 0, 1, 2, 5
FILLED_PART, FILLED_ALL = 10, 11
CANCELLING_PART, CANCELLING_ALL, CANCELLED_PART, CANCELLED_ALL = 12, 13, 14, 15
FAILED = 21
LISTED_AFTER_MS = 500
"""The time until the broker has confirmed an order, or a change of it."""
TICKET, SHORT, CHANGED, DELETED = "ticket", "short", "changed_ms", "deleted"
"""What is kept beside an order: the request, a sale of what nobody held, the last change, its deletion."""


def asked(order: Order) -> dict[str, Any]:
    """Return the fields of the request that placed or last changed an order."""
    return cast("dict[str, Any]", order.tags[TICKET])


def is_confirmed(gateway: Gateway, order: Order) -> bool:
    """Tell whether the broker has confirmed that the order exists."""
    return gateway.now_ms >= order.created_ms + LISTED_AFTER_MS


def is_listed(gateway: Gateway, order: Order) -> bool:
    """Tell whether lists show an order: not for a moment after it was placed, nor when deleted."""
    if order.tags.get(DELETED):
        return False
    return gateway.options.stub_orders or is_confirmed(gateway, order)


def status(gateway: Gateway, order: Order) -> int:
    """Return an order's state."""
    if not is_confirmed(gateway, order):
        return UNSUBMITTED
    if order.is_final:
        return _final(order)
    if order.cancel_ms != NEVER:
        return CANCELLING_PART if order.filled else CANCELLING_ALL
    return _working(gateway, order)


def _working(gateway: Gateway, order: Order) -> int:
    changed = order.tags.get(CHANGED)
    if isinstance(changed, int) and gateway.now_ms < changed + LISTED_AFTER_MS:
        return SUBMITTING
    if order.filled:
        return FILLED_PART
    open_now = tradable_now(gateway, order.instrument, extended=order.terms.extended)
    waits = order.state is State.UNTRIGGERED or not open_now
    return WAITING_SUBMIT if waits else SUBMITTED


def _final(order: Order) -> int:
    if order.state is State.FILLED:
        return FILLED_ALL
    if order.filled:
        return CANCELLED_PART
    return FAILED if order.state is State.REJECTED else CANCELLED_ALL
