"""Orders at Futu: place, read, change, cancel."""

from dataclasses import replace

from omnibroker.kit.errors import NotSent
from omnibroker.kit.upstream import Parted, Upstream
from omnibroker_generated.futu import models as futu
from omnibroker_generated.futu.api.orders import history_orders as futu_history_orders
from omnibroker_generated.futu.api.orders import modify_order as futu_modify_order
from omnibroker_generated.futu.api.orders import orders as futu_orders
from omnibroker_generated.futu.api.orders import place_order as futu_place_order
from omnibroker_generated.unified import models as unified
from omnibroker_handlers.futu import (
    _answers,
    _headers,
    _history,
    _orders,
    _outcomes,
    _tickets,
)
from omnibroker_handlers.futu._orders import from_order


async def place_order(upstream: Upstream, request: unified.PlaceOrderRequest) -> unified.Order:
    """Place one order; the tag at Futu (`remark`) is the gateway's order id."""
    resolved = await upstream.resolve(request.instrument)
    body = _tickets.to_place_order_request(upstream.account, upstream.order_id, resolved, request)
    placed = _orders.to_placed(upstream, resolved, request)
    accepted = await upstream.write(
        futu_place_order.asyncio_detailed, _outcomes.classify_place_order, body=body
    )
    return _orders.from_placed(placed, accepted)


async def get_order(upstream: Upstream, broker_order_id: str) -> unified.Order:
    """Return one order, of today or of the last 90 days; raises `unknown_order` where no market lists it.

    Some gateways list a new order only when the server has confirmed it.
    """
    for read in (_today, _earlier):
        listed = await read(upstream, broker_order_id)
        row = _orders.named(listed.rows, broker_order_id)
        if row is not None:
            return from_order(upstream, row)
        # It may stand where Futu could not be read: that is no proof of absence.
        listed.raise_first()
    raise NotSent("unknown_order", f"Futu lists no order {broker_order_id} of this account.")


async def list_orders(upstream: Upstream) -> Parted[unified.Order]:
    """List the orders of today in all states, market by market."""
    found = await _today(upstream)
    return Parted([from_order(upstream, row) for row in found.rows], found.failed)


async def modify_order(
    upstream: Upstream, order: unified.Order, request: unified.ModifyOrderRequest
) -> unified.Order:
    """Change an order's quantity and prices in place; Futu says only that it has received the change."""
    body = _tickets.to_modify_order_request(upstream.account, order, request)
    changed = _tickets.modified_fields(order, request)
    await upstream.write(
        futu_modify_order.asyncio_detailed, _outcomes.classify_modify_order, body=body
    )
    return _orders.from_change(order, changed)


async def cancel_order(upstream: Upstream, order: unified.Order) -> unified.Order:
    """Ask for a cancellation; fills may still come until the order is read as cancelled."""
    body = _tickets.to_cancel_order_request(upstream.account, order)
    await upstream.write(
        futu_modify_order.asyncio_detailed, _outcomes.classify_cancel_order, body=body
    )
    return _orders.from_cancellation(order)


async def _today(upstream: Upstream, _order_id: str = "") -> Parted[futu.Order]:
    """Read the orders of today, whichever is meant: the same question as for the list."""

    async def read(header: futu.RequestTrdHeader) -> list[futu.Order]:
        body = futu.OrdersRequest(header=header, refresh_cache=_headers.refresh(upstream.account))
        answer = await upstream.call(futu_orders.asyncio_detailed, body=body)
        content = _answers.content(answer, futu.OrdersS2C)
        return _answers.rows(content.order_list, futu.Order)

    return await _by_market(upstream, read)


async def _earlier(upstream: Upstream, order_id: str) -> Parted[futu.Order]:
    span = _history.whole(upstream.received_at)

    async def read(header: futu.RequestTrdHeader) -> list[futu.Order]:
        conditions = _history.conditions(span, header.trd_market, order_id)
        body = futu.HistoryOrdersRequest(header=header, filter_conditions=conditions)
        answer = await upstream.call(futu_history_orders.asyncio_detailed, body=body)
        content = _answers.content(answer, futu.HistoryOrdersS2C)
        return _answers.rows(content.order_list, futu.Order)

    return await _by_market(upstream, read)


async def _by_market(upstream: Upstream, read: _headers.Read[futu.Order]) -> Parted[futu.Order]:
    """Read each market; gateways that answer for all markets at once list a row several times."""
    found = await _headers.by_market(upstream, _headers.ordering_markets(upstream.account), read)
    rows = {tuple(_orders.ids_of(row).items()): row for row in found.rows}
    return replace(found, rows=list(rows.values()))
