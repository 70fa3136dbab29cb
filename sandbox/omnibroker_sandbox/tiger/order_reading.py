"""Reading orders and fills: one, a page of all, the open, the ended, the filled."""

from collections.abc import Callable
from typing import Any

from omnibroker_sandbox.orders import Order, State
from omnibroker_sandbox.tiger import symbols, wire
from omnibroker_sandbox.tiger.backend import Backend, Request
from omnibroker_sandbox.tiger.order_rows import (
    INACTIVE,
    ORDER_IDS_FROM,
    fill_row,
    global_id,
    order_row,
)
from omnibroker_sandbox.tiger.orders import find_order
from omnibroker_sandbox.tiger.refusals import business, require

MOST_FILLED_MS = 90 * 86_400_000
ORDERS_LIMIT, FILLS_LIMIT = 100, 100


def orders(backend: Backend, request: Request) -> Any:
    """Return one order by its id or number, otherwise a page of those in the range, newest first."""
    account_id = backend.own(request)
    if request.get("id") or request.get("order_id"):
        order = find_order(backend, account_id, request)
        if order is None:
            return {"items": []}
        return order_row(backend, order, charges=bool(request.get("show_charges")))
    return wire.page(_rows(backend, request, lambda _: True), request, ORDERS_LIMIT)


def active_orders(backend: Backend, request: Request) -> Any:
    """List the orders that may still trade."""
    return {"items": _rows(backend, request, lambda order: not order.is_final)}


def inactive_orders(backend: Backend, request: Request) -> Any:
    """List cancelled, lapsed and refused orders."""
    return {"items": _rows(backend, request, lambda order: order.state in INACTIVE)}


def filled_orders(backend: Backend, request: Request) -> Any:
    """List filled orders of a range of at most 90 days."""
    start, end = wire.millis(request, "start_date"), wire.millis(request, "end_date")
    given = start is not None and end is not None
    require(given, business("field 'start_date' and 'end_date' cannot be empty"))
    short = (end or 0) - (start or 0) <= MOST_FILLED_MS
    require(short, business("the range of dates is longer than 90 days"))
    return {"items": _rows(backend, request, lambda order: order.state is State.FILLED)}


def _rows(
    backend: Backend, request: Request, wanted: Callable[[Order], bool]
) -> list[dict[str, Any]]:
    """Return what fits; `states` is ignored, as Tiger honours it for global accounts only."""
    found = backend.exchange.orders(backend.own(request))
    kept = [each for each in found if wanted(each) and _fits(each, request)]
    by_update = wire.text(request, "sort_by") == "LATEST_STATUS_UPDATED"
    kept.sort(
        key=lambda each: (each.updated_ms if by_update else each.created_ms, each.id), reverse=True
    )
    return [order_row(backend, each) for each in kept]


def _fits(order: Order, request: Request) -> bool:
    start, end = wire.millis(request, "start_date"), wire.millis(request, "end_date")
    instrument, parent = order.instrument, wire.whole(request, "parent_id", 0)
    asked = {
        "symbol": symbols.symbol(instrument),
        "sec_type": symbols.sec_type(instrument),
        "market": symbols.market_of(instrument),
        "seg_type": "SEC",
    }
    named = all(wire.narrowing(request, name) in {"", value} for name, value in asked.items())
    begun = start is None or order.created_ms >= start
    under = not parent or parent == global_id(order.terms.parent_id or 0)
    return named and begun and under and (end is None or order.created_ms < end)


def order_transactions(backend: Backend, request: Request) -> Any:
    """Return a page of fills of one order or one symbol, newest first."""
    account_id = backend.own(request)
    order_id, name = wire.whole(request, "order_id", 0), wire.narrowing(request, "symbol")
    require(order_id or name, business("field 'order_id' or 'symbol' cannot be empty"))
    rows = [
        fill_row(number, fill)
        for number, fill in enumerate(backend.exchange.fills(account_id), 1)
        if order_id in {0, fill.order_id + ORDER_IDS_FROM}
    ]
    kept = [row for row in rows if _fill_fits(row, request)]
    return wire.page(kept[::-1], request, FILLS_LIMIT)


def _fill_fits(row: dict[str, Any], request: Request) -> bool:
    names = {"symbol": "symbol", "sec_type": "secType", "expiry": "expiry", "right": "right"}
    asked = {field: wire.narrowing(request, name) for name, field in names.items()}
    named = all(row.get(field) == value for field, value in asked.items() if value)
    strike = wire.number(request, "strike")
    struck = strike is None or strike == wire.number(row, "strike")
    start, end = wire.millis(request, "start_date"), wire.millis(request, "end_date")
    since, until = wire.text(request, "since_date"), wire.text(request, "to_date")
    day = wire.day(row["transactedAt"][:10], "transactedAt")
    within = not since or wire.day(since, "since_date") <= day
    within = within and (not until or day <= wire.day(until, "to_date"))
    begun = start is None or row["transactionTime"] >= start
    return named and struck and within and begun and (end is None or row["transactionTime"] < end)


OPERATIONS = {
    "orders": orders,
    "active_orders": active_orders,
    "inactive_orders": inactive_orders,
    "filled_orders": filled_orders,
    "order_transactions": order_transactions,
}
