"""Orders at Tiger: place, preview, read, change, cancel."""

from omnibroker.kit.errors import NotSent, malformed
from omnibroker.kit.tables import required
from omnibroker.kit.upstream import Parted, Upstream
from omnibroker_generated.tiger import models as tiger
from omnibroker_generated.tiger.api.orders import active_orders as tiger_active_orders
from omnibroker_generated.tiger.api.orders import cancel_order as tiger_cancel_order
from omnibroker_generated.tiger.api.orders import modify_order as tiger_modify_order
from omnibroker_generated.tiger.api.orders import order_no as tiger_order_no
from omnibroker_generated.tiger.api.orders import orders as tiger_orders
from omnibroker_generated.tiger.api.orders import place_order as tiger_place_order
from omnibroker_generated.tiger.api.orders import preview_order as tiger_preview_order
from omnibroker_generated.unified import models as unified
from omnibroker_handlers.tiger import _answers, _orders, _outcomes, _previews, _tickets, _times
from omnibroker_handlers.tiger._tables import LANGUAGE

_DAYS_BACK = 7
_PAGE = 300
# Each page is full but the last; so many are more than a week can hold in practice.
_MOST_PAGES = 40


async def place_order(upstream: Upstream, request: unified.PlaceOrderRequest) -> unified.Order:
    """Place one order under a number drawn for it; the tag at Tiger (`user_mark`) is the gateway's order id.

    The number lets Tiger refuse a second copy of the same request.
    """
    resolved = await upstream.resolve(request.instrument)
    body = _tickets.to_place_order_request(upstream.account, resolved, request)
    number = await _drawn(upstream)
    body.order_id, body.user_mark = number, upstream.order_id
    placed = _orders.to_placed(upstream, resolved, request, number)
    accepted = await upstream.write(
        tiger_place_order.asyncio_detailed, _outcomes.classify_place_order, body=body
    )
    return _orders.from_acknowledgement(placed, accepted)


async def preview_order(
    upstream: Upstream, request: unified.PreviewOrderRequest
) -> unified.OrderPreview:
    """Ask what an order would tie up and cost; raises Rejected where Tiger says that it would refuse it."""
    resolved = await upstream.resolve(request.instrument)
    body = _tickets.to_place_order_request(upstream.account, resolved, request)
    answer = await upstream.call(tiger_preview_order.asyncio_detailed, body=body)
    preview = _answers.single(answer, tiger.OrderPreview)
    return _previews.from_order_preview(upstream, request, preview)


async def get_order(upstream: Upstream, broker_order_id: str) -> unified.Order:
    """Return one order by its global id; raises `unknown_order` where the account does not have it."""
    account, order_id = upstream.account.broker_account_id, _known_id(broker_order_id)
    body = tiger.OrdersRequest(account=account, id=int(order_id), lang=LANGUAGE)
    answer = await upstream.call(tiger_orders.asyncio_detailed, body=body)
    found = [row for row in _one(answer) if _answers.digits(row.id) == order_id]
    if not found or not _is_own(upstream, found[0]):
        raise NotSent("unknown_order", f"The account {account} has no order {order_id}.")
    return _orders.from_order(upstream, found[0])


async def list_orders(upstream: Upstream) -> Parted[unified.Order]:
    """List the orders that are open, and those of the last seven days.

    The open ones have no pages that could be asked for; where Tiger says that there are more, some are missing.
    """
    own = upstream.account.broker_account_id
    asked = tiger.OrderStateRequest(account=own, market="ALL", sec_type="ALL", lang=LANGUAGE)
    answer = await upstream.call(tiger_active_orders.asyncio_detailed, body=asked)
    listed = _answers.items(answer, tiger.Order)
    # Read after the open ones, so an order that has ended between the two is shown as ended.
    listed += await _recent(upstream)
    own_rows = [row for row in listed if _is_own(upstream, row)]
    latest = {required(_answers.digits(row.id), "order id"): row for row in own_rows}
    rows = [_orders.from_order(upstream, row) for row in latest.values()]
    return Parted(rows, _answers.cut_off({"orders": answer}))


async def modify_order(
    upstream: Upstream, order: unified.Order, request: unified.ModifyOrderRequest
) -> unified.Order:
    """Change an order in place; Tiger's clients repeat it whole, so one that we know too little of is refused."""
    body = _tickets.to_modify_order_request(upstream.account, order, request)
    changed = _tickets.modified_fields(order, request)
    await upstream.write(
        tiger_modify_order.asyncio_detailed, _outcomes.classify_modify_order, body=body
    )
    return _orders.from_modify_acknowledgement(changed)


async def cancel_order(upstream: Upstream, order: unified.Order) -> unified.Order:
    """Ask for a cancellation; fills may still come until the order is read as cancelled."""
    body = tiger.CancelOrderRequest(
        account=upstream.account.broker_account_id,
        id=int(_known_id(order.broker_order_id)),
        lang=LANGUAGE,
    )
    await upstream.write(
        tiger_cancel_order.asyncio_detailed, _outcomes.classify_cancel_order, body=body
    )
    return _orders.from_cancel_acknowledgement(order)


async def _drawn(upstream: Upstream) -> int:
    """Draw the account's next order number, which stands under one of two names."""
    own = upstream.account.broker_account_id
    body = tiger.OrderNoRequest(account=own, lang=LANGUAGE)
    answer = await upstream.call(tiger_order_no.asyncio_detailed, body=body)
    drawn = _answers.single(answer, tiger.OrderNo)
    found = _answers.positive(drawn.order_id) or _answers.positive(
        drawn.additional_properties.get("order_id")
    )
    return int(required(_answers.digits(found), "order number"))


async def _recent(upstream: Upstream) -> list[tiger.Order]:
    """Read page after page of the orders of the last days; both ends are sent, as Tiger's own are not known."""
    now = _times.milliseconds(upstream.received_at)
    rows: list[tiger.Order] = []
    token = ""
    for _ in range(_MOST_PAGES):
        body = tiger.OrdersRequest(
            account=upstream.account.broker_account_id,
            market="ALL",
            sec_type="ALL",
            start_date=now - _DAYS_BACK * _times.DAY_MS,
            end_date=now + _times.DAY_MS,
            limit=_PAGE,
            page_token=token,
            lang=LANGUAGE,
        )
        answer = await upstream.call(tiger_orders.asyncio_detailed, body=body)
        rows += _answers.items(answer, tiger.Order)
        token = _answers.next_page(answer)
        if not token:
            return rows
    raise malformed("Tiger's pages of orders do not end.")


def _one(answer: object) -> list[tiger.Order]:
    """Return the order that was asked for: within items, or the answer itself."""
    if isinstance(answer, tiger.Orders) and "id" in answer.additional_properties:
        return [tiger.Order.from_dict(answer.additional_properties)]
    return _answers.items(answer, tiger.Order)


def _is_own(upstream: Upstream, row: tiger.Order) -> bool:
    return _answers.text(row.account) in {None, upstream.account.broker_account_id}


def _known_id(value: object) -> str:
    order_id = _answers.digits(value)
    if order_id is None or not order_id.strip("0"):
        raise NotSent(
            "unknown_order", "Tiger's id of this order is not known; ask for the order first."
        )
    return order_id
