"""The rows of an account's orders: the working ones, and those that are final."""

from omnibroker.kit.upstream import Upstream
from omnibroker_generated.tradelocker import models as tradelocker
from omnibroker_generated.tradelocker.api.orders import get_orders as tradelocker_get_orders
from omnibroker_generated.tradelocker.api.orders import (
    get_orders_history as tradelocker_get_orders_history,
)
from omnibroker_handlers.tradelocker import _answers, _orders, _panels


async def read_all(upstream: Upstream) -> list[_panels.Row]:
    """Read every order once, the newest first.

    One after the other: an order that ends between the two reads then stands in both, and its final row
    is the one that is taken; the other way round it would stand in neither.
    """
    working = await _read_working(upstream)
    rows = _joined(working, await _read_final(upstream))
    return sorted(rows, key=_orders.age, reverse=True)


async def read_with(upstream: Upstream, order_id: str) -> list[_panels.Row]:
    """Read the rows that tell an order: the working ones where that is enough, else all (or it is nowhere).

    Whose tag an order has that belongs to a position shows only beside the one that opened it.
    """
    working = await _read_working(upstream)
    own = [row for row in working if _orders.row_id(row) == order_id]
    if own and not any(_orders.may_inherit(row) for row in own):
        return working
    return _joined(working, await _read_final(upstream))


def _joined(working: list[_panels.Row], final: list[_panels.Row]) -> list[_panels.Row]:
    """Return every order once, as its final row tells it where it has one."""
    return list({_orders.row_id(row): row for row in (*working, *final)}.values())


async def _read_working(upstream: Upstream) -> list[_panels.Row]:
    config = await _panels.read_config(upstream)
    own = upstream.account.broker_account_id
    answer = await upstream.call(tradelocker_get_orders.asyncio_detailed, account_id=own)
    held = _answers.content(answer, tradelocker.OrdersResponse, tradelocker.Orders)
    return _panels.named(config.orders_config, held.orders)


async def _read_final(upstream: Upstream) -> list[_panels.Row]:
    """Read the history; no interval is asked for, as with which of an order's dates it is compared is not known."""
    config = await _panels.read_config(upstream)
    own = upstream.account.broker_account_id
    answer = await upstream.call(tradelocker_get_orders_history.asyncio_detailed, account_id=own)
    held = _answers.content(answer, tradelocker.OrdersHistoryResponse, tradelocker.OrdersHistory)
    return _panels.named(config.orders_history_config, held.orders_history)
