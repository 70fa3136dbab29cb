"""Which orders belong together: parents, children, and those that reduce or cancel each other."""

from collections.abc import Iterable

from omnibroker_sandbox.orders import Order, State


def children(orders: Iterable[Order], parent: Order) -> list[Order]:
    """Return the orders that wait for a parent."""
    return [
        order
        for order in orders
        if order.terms.parent_id == parent.id and order.state is State.HELD
    ]


def siblings(orders: Iterable[Order], order: Order) -> list[Order]:
    """Return the open orders that one order's fills reduce or cancel."""
    return [
        other
        for other in orders
        if other is not order
        and not other.is_final
        and other.account_id == order.account_id
        and _grouped(other, order)
    ]


def linked(orders: Iterable[Order], order: Order) -> list[Order]:
    """Return the orders whose next event may have changed with something that happened to one."""
    return [
        other for other in orders if other.terms.parent_id == order.id or _grouped(other, order)
    ]


def _grouped(one: Order, other: Order) -> bool:
    bracket, group = one.terms.bracket, one.terms.cancel_group
    same_bracket = bool(bracket) and bracket == other.terms.bracket
    return same_bracket or (bool(group) and group == other.terms.cancel_group)
