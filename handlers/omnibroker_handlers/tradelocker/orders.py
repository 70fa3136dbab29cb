"""Orders at TradeLocker: place, read, change, cancel."""

from collections.abc import Awaitable
from typing import Any

from omnibroker.kit.errors import NotSent
from omnibroker.kit.upstream import Upstream
from omnibroker_generated.tradelocker.api.orders import cancel_order as tradelocker_cancel_order
from omnibroker_generated.tradelocker.api.orders import modify_order as tradelocker_modify_order
from omnibroker_generated.tradelocker.api.orders import place_order as tradelocker_place_order
from omnibroker_generated.tradelocker.api.positions import (
    close_position as tradelocker_close_position,
)
from omnibroker_generated.unified import models as unified
from omnibroker_handlers.tradelocker import (
    _accounts,
    _answers,
    _history,
    _listing,
    _orders,
    _outcomes,
    _positions,
    _tickets,
)


async def place_order(upstream: Upstream, request: unified.PlaceOrderRequest) -> unified.Order:
    """Place one order; the tag at TradeLocker (`strategyId`) is the gateway's order id."""
    if request.position_effect == "CLOSE":
        return await _close_position(upstream, request)
    resolved = await upstream.resolve(request.instrument)
    body = _tickets.to_post_order(upstream.order_id, resolved, request)
    placed = _orders.to_placed(upstream, request, resolved.native_id, resolved.broker_symbol)
    accepted = await upstream.write(
        tradelocker_place_order.asyncio_detailed,
        _outcomes.classify_place_order,
        account_id=upstream.account.broker_account_id,
        body=body,
    )
    return _orders.from_acknowledgement(placed, accepted)


async def get_order(upstream: Upstream, broker_order_id: str) -> unified.Order:
    """Return one order, from the working ones or else from the history; raises `unknown_order`."""
    order_id = _known_id(broker_order_id)
    calls: list[Awaitable[Any]] = [
        _history.read_with(upstream, order_id),
        _listing.read(upstream),
    ]
    rows, listing = await upstream.gather(calls)
    ids = _orders.identities(rows)
    for row in rows:
        if _orders.row_id(row) == order_id:
            return _orders.from_row(upstream, row, ids[order_id], listing)
    raise NotSent("unknown_order", f"{order_id} is not among the account's orders at TradeLocker.")


async def list_orders(upstream: Upstream) -> list[unified.Order]:
    """List the working orders, those that protect positions among them, and the final ones."""
    calls: list[Awaitable[Any]] = [_history.read_all(upstream), _listing.read(upstream)]
    rows, listing = await upstream.gather(calls)
    ids = _orders.identities(rows)
    return [_orders.from_row(upstream, row, ids[_orders.row_id(row)], listing) for row in rows]


async def modify_order(
    upstream: Upstream, order: unified.Order, request: unified.ModifyOrderRequest
) -> unified.Order:
    """Change an order in place; what is not asked for stays."""
    body = _tickets.to_patch_order(order, request)
    await upstream.write(
        tradelocker_modify_order.asyncio_detailed,
        _outcomes.classify_modify_order,
        order_id=_known_id(order.broker_order_id),
        body=body,
    )
    return _orders.from_modification(order, request)


async def cancel_order(upstream: Upstream, order: unified.Order) -> unified.Order:
    """Ask for a cancellation; fills may have come before it until the order is read as cancelled."""
    await upstream.write(
        tradelocker_cancel_order.asyncio_detailed,
        _outcomes.classify_cancel_order,
        order_id=_known_id(order.broker_order_id),
    )
    return _orders.from_cancel_acknowledgement(order)


async def _close_position(upstream: Upstream, request: unified.PlaceOrderRequest) -> unified.Order:
    """Close so much of a position; the answer names no order, so the tag alone can find it again."""
    position_id = _tickets.closed_position(request)
    held = await _positions.read_of(upstream, position_id, request.instrument)
    body = _tickets.to_close_position(request, held.row)
    if _tickets.is_part(request, held.row) and not await _accounts.may_close_a_part(upstream):
        # Some brokers are said to close the whole position then, whatever the quantity.
        detail = "The rules of this account let positions be closed as a whole only."
        raise NotSent("value_not_supported", detail)
    placed = _orders.to_placed(upstream, request, held.instrument_id, held.symbol)
    accepted = await upstream.write(
        tradelocker_close_position.asyncio_detailed,
        _outcomes.classify_close_position,
        position_id=position_id,
        strategy_id=upstream.order_id,
        body=body,
    )
    return _orders.from_acknowledgement(placed, accepted)


def _known_id(value: object) -> str:
    """Return TradeLocker's order id; nothing but digits passes."""
    order_id = _answers.identifier(value)
    if order_id is None:
        raise NotSent(
            "unknown_order", "TradeLocker's id of this order is not known; ask for the order first."
        )
    return order_id
