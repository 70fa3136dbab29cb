"""Orders at IBKR: place, preview, confirm, read, change, cancel."""

from omnibroker.kit.errors import NotSent, Rejected, malformed
from omnibroker.kit.upstream import Upstream
from omnibroker_generated.ibkr import models as ibkr
from omnibroker_generated.ibkr.api.orders import cancel_order as ibkr_cancel_order
from omnibroker_generated.ibkr.api.orders import live_orders as ibkr_live_orders
from omnibroker_generated.ibkr.api.orders import modify_order as ibkr_modify_order
from omnibroker_generated.ibkr.api.orders import order_status as ibkr_order_status
from omnibroker_generated.ibkr.api.orders import place_order as ibkr_place_order
from omnibroker_generated.ibkr.api.orders import reply as ibkr_reply
from omnibroker_generated.ibkr.api.orders import whatif_order as ibkr_whatif_order
from omnibroker_generated.ibkr.types import UNSET, Unset
from omnibroker_generated.unified import models as unified
from omnibroker_handlers.ibkr import _answers, _orders, _outcomes, _previews, _tickets
from omnibroker_handlers.ibkr._orders import from_live_order, from_order_status


async def place_order(upstream: Upstream, request: unified.PlaceOrderRequest) -> unified.Order:
    """Place one order; the tag at IBKR (`cOID`) is the gateway's order id."""
    resolved = await upstream.resolve(request.instrument)
    body = _tickets.to_orders_request(upstream.account, upstream.order_id, resolved, request)
    placed = _orders.to_placed(upstream, resolved, request)
    accepted = await upstream.write(
        ibkr_place_order.asyncio_detailed,
        _outcomes.classify_place_order,
        account_id=upstream.account.broker_account_id,
        body=body,
    )
    return _orders.from_acknowledgement(placed, accepted)


async def preview_order(
    upstream: Upstream, request: unified.PreviewOrderRequest
) -> unified.OrderPreview:
    """Ask what an order would cost; raises Rejected where IBKR says that it would refuse it."""
    resolved = await upstream.resolve(request.instrument)
    body = _tickets.to_orders_request(upstream.account, None, resolved, request)
    account_id = upstream.account.broker_account_id
    answer = await upstream.call(
        ibkr_whatif_order.asyncio_detailed, account_id=account_id, body=body
    )
    return _previews.from_what_if(upstream, request, _accepted_preview(answer))


async def confirm_order(
    upstream: Upstream, reply_id: str, order: unified.Order, confirmed: bool
) -> unified.Order:
    """Answer IBKR's question with yes, which may bring the next question, or with no.

    Only IBKR's own word that it is not confirmed ends a declined order.
    """
    document = order.to_dict()
    accepted = await upstream.write(
        ibkr_reply.asyncio_detailed,
        _outcomes.classify_confirm_order if confirmed else _outcomes.classify_decline_order,
        reply_id=reply_id,
        body=ibkr.ReplyRequest(confirmed=confirmed),
    )
    if confirmed:
        return _orders.from_acknowledgement(document, accepted)
    return _orders.from_decline(document)


async def get_order(upstream: Upstream, broker_order_id: str) -> unified.Order:
    """Return one order; raises `unknown_order` where this session or account does not know it."""
    order_id = _known_id(broker_order_id)
    answer = await upstream.call(ibkr_order_status.asyncio_detailed, order_id=order_id)
    row = _answers.single(answer, ibkr.OrderStatus)
    if _answers.text(row.account) not in {None, upstream.account.broker_account_id}:
        raise NotSent("unknown_order", f"{order_id} is an order of another account.")
    return from_order_status(upstream, row)


async def list_orders(upstream: Upstream) -> list[unified.Order]:
    """List the orders of this session and day.

    Asked for without filters, which would mute IBKR's stream; rows of other accounts are left out here.
    """
    answer = await upstream.call(ibkr_live_orders.asyncio_detailed)
    listed = _answers.rows(_answers.single(answer, ibkr.LiveOrders).orders, ibkr.LiveOrder)
    own = upstream.account.broker_account_id
    return [
        from_live_order(upstream, row)
        for row in listed
        if (_answers.text(row.acct) or _answers.text(row.account)) in {None, own}
    ]


async def modify_order(
    upstream: Upstream, order: unified.Order, request: unified.ModifyOrderRequest
) -> unified.Order:
    """Change an order in place; IBKR wants the whole ticket, so an order that we know too little of is refused."""
    ticket = _tickets.to_modified_ticket(upstream.account, order, request)
    changed = _tickets.modified_fields(order, request)
    accepted = await upstream.write(
        ibkr_modify_order.asyncio_detailed,
        _outcomes.classify_modify_order,
        account_id=upstream.account.broker_account_id,
        order_id=_known_id(order.broker_order_id),
        body=ticket,
    )
    return _orders.from_acknowledgement(changed, accepted)


async def cancel_order(upstream: Upstream, order: unified.Order) -> unified.Order:
    """Ask for a cancellation; fills may still come until the order is read as cancelled."""
    manual, operator = _who_cancels(order)
    await upstream.write(
        ibkr_cancel_order.asyncio_detailed,
        _outcomes.classify_cancel_order,
        account_id=upstream.account.broker_account_id,
        order_id=_known_id(order.broker_order_id),
        manual_indicator=manual,
        ext_operator=operator,
    )
    return _orders.from_cancel_acknowledgement(order)


def _known_id(value: object) -> str:
    """Return IBKR's order id; -1 would mean all orders, so nothing but digits passes."""
    order_id = _answers.digits(value)
    if order_id is None:
        raise NotSent(
            "unknown_order", "IBKR's id of this order is not known; ask for the order first."
        )
    return order_id


def _who_cancels(order: unified.Order) -> tuple[str | Unset, str | Unset]:
    """Return manualIndicator and extOperator of the order, which IBKR wants again to cancel futures."""
    extras = order.broker_options.ibkr if order.broker_options else None
    if not isinstance(extras, unified.IbkrOrderOptions):
        return UNSET, UNSET
    manual, operator = extras.manual_indicator, extras.ext_operator
    return (
        str(manual).lower() if isinstance(manual, bool) else UNSET,
        operator if isinstance(operator, str) else UNSET,
    )


def _accepted_preview(answer: object) -> ibkr.WhatIf:
    preview = _answers.single(answer, ibkr.WhatIf)
    if refusal := _answers.text(preview.error, 4096):
        raise Rejected("IBKR would refuse this order; see broker_message.", broker_message=refusal)
    if not preview.amount:
        raise malformed("IBKR's preview holds no amounts.")
    return preview
