"""Order numbers, previews, placing, changing, cancelling, and how much could be traded."""

from dataclasses import replace
from decimal import ROUND_DOWN, Decimal
from typing import Any

from omnibroker_sandbox.funding import Preview
from omnibroker_sandbox.orders import NEVER, Order, OrderRefused
from omnibroker_sandbox.tiger import symbols, wire
from omnibroker_sandbox.tiger.backend import Backend, Request
from omnibroker_sandbox.tiger.order_rows import ORDER_IDS_FROM, global_id, order_row
from omnibroker_sandbox.tiger.refusals import DUPLICATE, Refused, business, refusal, require
from omnibroker_sandbox.tiger.tickets import Ticket, changed_terms, read_ticket

MARGIN = Decimal("0.5")


def order_no(backend: Backend, request: Request) -> Any:
    """Draw the account's next order number."""
    return {"orderId": backend.next_number(backend.own(request))}


def place_order(backend: Backend, request: Request) -> Any:
    """Take an order with those attached to it, or refuse all of them."""
    try:
        ticket = read_ticket(backend, request)
        number = _number(backend, ticket.account_id, request)
        placed = _place(backend, ticket)
    except Refused as refused:
        if backend.options.refuse_inside:
            body = refused.answer.body
            return {"code": str(body["code"]), "message": body["message"]}
        raise
    order, *attached = placed
    order.tags |= {"number": number, "cash": ticket.cash}
    for each in attached:
        each.tags["number"] = backend.next_number(ticket.account_id)
    backend.used.setdefault(ticket.account_id, {})[number] = order.id
    return {
        "id": global_id(order.id),
        "orderId": number,
        "subIds": [global_id(each.id) for each in attached],
        "orders": [order_row(backend, each) for each in placed],
    }


def _number(backend: Backend, account_id: str, request: Request) -> int:
    """Return the order's number; one that was used refuses the order as a duplicate."""
    number = wire.whole(request, "order_id", 0)
    used = backend.used.setdefault(account_id, {})
    text = f"global account response error(bad_request:duplicate order id {number})"
    require(number not in used, refusal(DUPLICATE, text))
    return number or backend.next_number(account_id)


def _place(backend: Backend, ticket: Ticket) -> list[Order]:
    rows = [(ticket.terms, None), *((each, 0) for each in ticket.attached)]
    try:
        return backend.exchange.place_all(ticket.account_id, rows)
    except OrderRefused as refused:
        raise Refused(backend.refused_order(ticket.account_id, refused.text)) from None


def preview_order(backend: Backend, request: Request) -> Any:
    """Say what an order would cost and tie up, or why it could not be placed."""
    try:
        ticket = read_ticket(backend, request)
        preview = backend.exchange.preview(ticket.account_id, ticket.terms)
    except Refused as refused:
        return {"isPass": False, "message": refused.answer.body["message"]}
    except OrderRefused as refused:
        return {"isPass": False, "message": refused.text}
    if not preview.affordable:
        return {"isPass": False, "message": "The order exceeds the available funds."}
    return _preview_row(backend, ticket, preview)


def _preview_row(backend: Backend, ticket: Ticket, preview: Preview) -> dict[str, Any]:
    before = preview.before
    amounts = {
        "initMarginBefore": before.initial_margin,
        "initMargin": before.initial_margin + preview.initial_change,
        "maintMarginBefore": before.maintenance_margin,
        "maintMargin": before.maintenance_margin + preview.maintenance_change,
        "equityWithLoanBefore": before.equity,
        "equityWithLoan": before.equity + preview.equity_change,
        "minCommission": preview.fee,
        "maxCommission": preview.fee,
        "commission": preview.fee,
    }
    return {
        "account": ticket.account_id,
        "isPass": True,
        "message": "",
        **{name: wire.money(amount) for name, amount in amounts.items()},
        "marginCurrency": backend.account(ticket.account_id).base_currency,
        "commissionCurrency": ticket.instrument.currency,
    }


def modify_order(backend: Backend, request: Request) -> Any:
    """Give a working order new terms; instrument, side and type stay."""
    account_id = backend.own(request)
    order = own_order(backend, account_id, request)
    changeable = not order.is_final and order.cancel_ms == NEVER
    require(changeable, backend.refused_order(account_id, "the order cannot be modified"))
    _check_same(backend, account_id, order, request)
    terms = changed_terms(backend, account_id, order.terms, request)
    if order.tags.get("cash") is not None:
        terms = replace(terms, quantity=order.quantity)
    try:
        backend.exchange.replace(order.id, terms)
    except OrderRefused as refused:
        raise Refused(backend.refused_order(account_id, refused.text)) from None
    return {"id": global_id(order.id), "orderId": order.tags.get("number", 0)}


def _check_same(backend: Backend, account_id: str, order: Order, request: Request) -> None:
    row = order_row(backend, order)
    fixed = {"symbol": "symbol", "action": "action", "order_type": "orderType"}
    for name, field in fixed.items():
        same = wire.text(request, name) in {"", row[field]}
        text = f"field '{name}' of an order cannot be modified"
        require(same, backend.refused_order(account_id, text))


def cancel_order(backend: Backend, request: Request) -> Any:
    """Ask for a cancel; until it takes effect the order is PendingCancel and may be filled."""
    account_id = backend.own(request)
    order = own_order(backend, account_id, request)
    require(not order.is_final, backend.refused_order(account_id, "the order cannot be cancelled"))
    backend.exchange.cancel(order.id)
    return {"id": global_id(order.id)}


def own_order(backend: Backend, account_id: str, request: Request) -> Order:
    """Return the order that a global id (or an order number) names, or refuse it."""
    order = find_order(backend, account_id, request)
    if order is None:
        raise Refused(backend.refused_order(account_id, "the order does not exist"))
    return order


def find_order(backend: Backend, account_id: str, request: Request) -> Order | None:
    """Return the account's order that `id` or `order_id` names, or None."""
    wanted, number = wire.whole(request, "id", 0), wire.whole(request, "order_id", 0)
    orders = backend.exchange.orders(account_id)
    if wanted:
        return next((each for each in orders if each.id == wanted - ORDER_IDS_FROM), None)
    return next((each for each in orders if number and each.tags.get("number") == number), None)


def estimate_tradable_quantity(backend: Backend, request: Request) -> Any:
    """Say how much the account's cash, borrowed money and holding allow."""
    account_id = backend.own(request)
    instrument = symbols.needed(backend.exchange, request)
    price = wire.number(request, "limit_price") or backend.exchange.price(instrument)
    require(price > 0, business("field 'limit_price' must be positive"))
    worth, account = backend.exchange.worth(account_id), backend.account(account_id)
    rate = backend.exchange.rate(account.base_currency, instrument.currency)
    unit = price * instrument.multiplier * instrument.size_step
    cash, funds = (max(each, Decimal(0)) * rate for each in (worth.cash, worth.available))
    steps = [(each / unit).quantize(Decimal(1), ROUND_DOWN) for each in (cash, funds / MARGIN)]
    own, borrowed = (wire.plain_number(each * instrument.size_step) for each in steps)
    held = account.positions.get(instrument.key)
    quantity = wire.plain_number(held.quantity) if held else 0
    return {
        "tradableQuantity": own,
        "financingQuantity": borrowed,
        "positionQuantity": quantity,
        "tradablePositionQuantity": quantity,
    }


OPERATIONS = {
    "order_no": order_no,
    "preview_order": preview_order,
    "place_order": place_order,
    "modify_order": modify_order,
    "cancel_order": cancel_order,
    "estimate_tradable_quantity": estimate_tradable_quantity,
}
