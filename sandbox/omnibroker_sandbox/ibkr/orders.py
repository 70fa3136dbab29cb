"""Placing, answering, previewing, changing and cancelling orders through the Client Portal."""

from contextlib import suppress
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from omnibroker_sandbox.answers import Answer
from omnibroker_sandbox.ibkr import wire
from omnibroker_sandbox.ibkr.conids import conid
from omnibroker_sandbox.ibkr.gateway import Gateway
from omnibroker_sandbox.ibkr.questions import (
    Context,
    Pending,
    Question,
    questions_for,
    without_every_second,
)
from omnibroker_sandbox.ibkr.refusals import (
    SERVER_ERROR,
    UNAVAILABLE,
    Refused,
    body_object,
    business,
    cast_error,
    error,
    require,
)
from omnibroker_sandbox.ibkr.statuses import status_of
from omnibroker_sandbox.ibkr.tickets import Ticket, read_ticket
from omnibroker_sandbox.instruments import Instrument, Kind
from omnibroker_sandbox.orders import Order, OrderRefused, State, Terms

PARENT_PLACEHOLDER = 0
MOST_SUPPRESSED = 51


@dataclass(frozen=True, slots=True)
class Request:
    """A readable order request: new tickets, or a change of one order."""

    tickets: tuple[Ticket, ...]
    replaces: int | None = None


def place_order(gateway: Gateway, parameters: wire.Parameters, body: Any) -> Answer:
    """Take one order, a bracket or a one-cancels-all group; acks, a question, or an error."""
    gateway.own(wire.text(parameters, "accountId"))
    request = Request(_tickets(gateway, body))
    _check_group(gateway, request.tickets)
    _check_client_ids(gateway, request.tickets)
    gateway.pending.supersede()
    try:
        for ticket in request.tickets:
            gateway.exchange.check(gateway.account_id, _checkable(ticket))
    except OrderRefused as refusal:
        return business(refusal.text)
    return _ask_or_act(gateway, request, _questions(gateway, request))


def modify_order(gateway: Gateway, parameters: wire.Parameters, body: Any) -> Answer:
    """Change a working order; the body repeats the whole ticket."""
    gateway.own(wire.text(parameters, "accountId"))
    order = _own_order(gateway, wire.text(parameters, "orderId"))
    ticket = _ticket(gateway, body_object(body))
    require(not order.is_final, business("Cannot modify an order that is filled or cancelled."))
    fixed = ticket.terms.key == order.terms.key and ticket.terms.side == order.terms.side
    require(fixed, business("Contract and side of an order cannot be modified."))
    gateway.pending.supersede()
    request = Request((ticket,), replaces=order.id)
    return _ask_or_act(gateway, request, _questions(gateway, request))


def reply(gateway: Gateway, parameters: wire.Parameters, body: Any) -> Answer:
    """Answer a question: the next question, the acks, or the end of the request."""
    reply_id = wire.text(parameters, "replyId")
    confirmed = body_object(body).get("confirmed")
    require(isinstance(confirmed, bool), SERVER_ERROR)
    pending = gateway.pending.waiting.pop(reply_id, None)
    if pending is None or pending.superseded:
        return _stale(gateway, reply_id, pending, confirmed=bool(confirmed))
    if not confirmed:
        return business("Order not confirmed ")
    return _ask_or_act(gateway, pending.request, pending.questions[1:])


def whatif_order(gateway: Gateway, parameters: wire.Parameters, body: Any) -> Answer:
    """Preview one order (or a bracket's parent): strings with commas and units."""
    gateway.own(wire.text(parameters, "accountId"))
    ticket = _tickets(gateway, body)[0]
    exchange = gateway.exchange
    try:
        preview = exchange.preview(gateway.account_id, _checkable(ticket))
    except OrderRefused as refusal:
        return Answer(200, {**_empty_preview(), "error": refusal.text})
    currency, unit = ticket.instrument.currency, _unit(ticket.instrument)
    cost = preview.value + preview.fee * (1 if ticket.terms.side == "BUY" else -1)
    size = f"{wire.grouped(ticket.terms.quantity)} {unit}"
    quoted = conid(ticket.instrument) in gateway.session.quoted
    before = preview.before
    return Answer(
        200,
        {
            "amount": {
                "amount": f"{preview.value:,.2f} {currency} ({size})",
                "commission": f"{wire.plain(preview.fee)} {currency}",
                "total": f"{cost:,.2f} {currency}",
            },
            "equity": _change(before.equity, preview.equity_change),
            "initial": _change(before.initial_margin, preview.initial_change),
            "maintenance": _change(before.maintenance_margin, preview.maintenance_change),
            "position": _change(
                preview.position_before, preview.position_after - preview.position_before
            ),
            "warn": None if quoted else "21/You are trying to submit an order without market data.",
            "error": None,
        },
    )


def cancel_order(gateway: Gateway, parameters: wire.Parameters, _body: Any) -> Answer:
    """Take a cancel request; the order itself is cancelled a moment later."""
    account_id = gateway.own(wire.text(parameters, "accountId"))
    wanted = wire.text(parameters, "orderId")
    if wanted == "-1":
        return _cancel_all(gateway)
    order = _own_order(gateway, wanted)
    require(not order.is_final, _unknown_order(wanted))
    if order.instrument.kind is Kind.FUTURE:
        named = wire.text(parameters, "manualIndicator") and wire.text(parameters, "extOperator")
        require(named, business("Futures orders need manualIndicator and extOperator."))
    at_once = order.state is State.HELD
    gateway.exchange.cancel(order.id)
    number = -1 if at_once else conid(order.instrument)
    return Answer(200, _cancel_ack(order.id, number, account_id))


def suppress_messages(gateway: Gateway, _parameters: wire.Parameters, body: Any) -> Answer:
    """Replace the list of messages that are not asked in this brokerage session."""
    ids = body_object(body).get("messageIds")
    if not isinstance(ids, list):
        raise Refused(cast_error(ids, "List"))
    require(0 < len(ids) <= MOST_SUPPRESSED, SERVER_ERROR)
    gateway.session.suppressed = {str(each) for each in ids}
    return Answer(200, {"status": "submitted"})


def reset_suppressed_messages(gateway: Gateway, _parameters: wire.Parameters, _body: Any) -> Answer:
    """Ask every question again."""
    gateway.session.suppressed.clear()
    return Answer(200, {"status": "submitted"})


def _tickets(gateway: Gateway, body: Any) -> tuple[Ticket, ...]:
    rows = body_object(body).get("orders")
    if not isinstance(rows, list):
        raise Refused(cast_error(rows, "List"))
    require(rows, error(400, "Bad Request: orders is empty"))
    return tuple(_ticket(gateway, row) for row in rows)


def _ticket(gateway: Gateway, row: Any) -> Ticket:
    ticket = read_ticket(gateway.conids, gateway.exchange.price, row)
    named = row.get("acctId") or gateway.account_id
    require(named == gateway.account_id, error(400, "Bad Request: acctId differs from the path"))
    return ticket


def _check_group(gateway: Gateway, tickets: tuple[Ticket, ...]) -> None:
    """Allow one order, a parent with its children, or a group in which each row says so."""
    own_ids = {ticket.client_id for ticket in tickets if ticket.client_id}
    for ticket in tickets:
        known = ticket.parent in own_ids or _by_client_id(gateway, ticket.parent)
        require(not ticket.parent or known, business(f"Parent order {ticket.parent} is unknown."))
    if len(tickets) > 1 and not all(ticket.single_group for ticket in tickets):
        children = sum(bool(ticket.parent) for ticket in tickets)
        unrelated = error(400, "Bad Request: only brackets and one-cancels-all groups may be sent")
        require(children == len(tickets) - 1, unrelated)


def _check_client_ids(gateway: Gateway, tickets: tuple[Ticket, ...]) -> None:
    for ticket in tickets:
        taken = ticket.client_id and _by_client_id(gateway, ticket.client_id)
        text = f"Local order ID={ticket.client_id} is already registered."
        require(not taken, business(f"Order couldn't be submitted: {text}"))


def _by_client_id(gateway: Gateway, client_id: str) -> Order | None:
    """Return the order that took a client order id within the last 24 hours."""
    horizon = gateway.exchange.clock.milliseconds() - 86_400_000
    orders = gateway.exchange.referenced(gateway.account_id, client_id) if client_id else []
    fitting = [order for order in orders if order.created_ms > horizon]
    return fitting[-1] if fitting else None


def _checkable(ticket: Ticket) -> Terms:
    return replace(ticket.terms, parent_id=PARENT_PLACEHOLDER if ticket.parent else None)


def _questions(gateway: Gateway, request: Request) -> list[Question]:
    found: list[Question] = []
    old = None if request.replaces is None else gateway.exchange.order(request.replaces).quantity
    for ticket in request.tickets:
        context = Context(
            exchange=gateway.exchange,
            instrument=ticket.instrument,
            quoted=conid(ticket.instrument) in gateway.session.quoted,
            base_currency=gateway.account.base_currency,
            replaced_quantity=old,
        )
        found += questions_for(gateway.options.questions, context, ticket.terms)
    asked = [each for each in found if each.message_id not in gateway.session.suppressed]
    flaky = gateway.options.questions.flaky
    return without_every_second(asked, gateway.pending.count) if flaky else asked


def _ask_or_act(gateway: Gateway, request: Request, questions: list[Question]) -> Answer:
    if questions:
        return _ask(gateway.pending.park(request, questions))
    try:
        return _act(gateway, request)
    except OrderRefused as refusal:
        return business(refusal.text)


def _ask(pending: Pending) -> Answer:
    question = pending.questions[0]
    row = {
        "id": pending.reply_id,
        "message": [question.message],
        "isSuppressed": False,
        "messageIds": [question.message_id],
    }
    return Answer(200, [row])


def _act(gateway: Gateway, request: Request) -> Answer:
    if request.replaces is not None:
        old = gateway.exchange.order(request.replaces)
        terms = request.tickets[0].terms
        kept = {name: getattr(old.terms, name) for name in ("parent_id", "bracket", "cancel_group")}
        terms = replace(terms, reference=old.terms.reference, **kept)
        order = gateway.exchange.replace(request.replaces, terms)
        return Answer(200, [_ack(gateway, order)])
    return Answer(200, [_ack(gateway, order) for order in _place_all(gateway, request.tickets)])


def _place_all(gateway: Gateway, tickets: tuple[Ticket, ...]) -> list[Order]:
    """Place all tickets at one moment, parents before children; acks come in that order."""
    gateway.pending.count += 1
    group = f"group {gateway.pending.count}"
    ordered = sorted(tickets, key=lambda each: bool(each.parent))
    places = {each.client_id: place for place, each in enumerate(ordered) if each.client_id}
    rows = [_linked(gateway, each, places.get(each.parent), group) for each in ordered]
    placed = gateway.exchange.place_all(gateway.account_id, rows)
    for order, ticket in zip(placed, ordered, strict=True):
        order.tags["epoch"] = gateway.session.epoch
        if ticket.deactivated:
            order.tags["deactivated"], order.state = True, State.HELD
    return placed


def _linked(
    gateway: Gateway, ticket: Ticket, place: int | None, group: str
) -> tuple[Terms, int | None]:
    """Tie a ticket to its parent (in this request, or placed before) or to its group."""
    terms = ticket.terms
    if ticket.single_group and not ticket.parent:
        terms = replace(terms, cancel_group=group)
    parent = None if place is not None else _by_client_id(gateway, ticket.parent)
    if parent is not None and not parent.is_final:
        terms = replace(terms, parent_id=parent.id, bracket=f"bracket {parent.id}")
    return terms, place if ticket.parent else None


def _ack(gateway: Gateway, order: Order) -> dict[str, str]:
    row = {"order_id": str(order.id), "order_status": status_of(gateway, order)}
    if order.terms.reference:
        row["local_order_id"] = order.terms.reference
    return {**row, "encrypt_message": "1"}


def _stale(gateway: Gateway, reply_id: str, pending: Pending | None, *, confirmed: bool) -> Answer:
    """Answer a reply that comes too late; in one mode the order goes live all the same."""
    mode = gateway.options.stale_reply
    if mode == "live_503":
        if pending is not None and confirmed:
            with suppress(OrderRefused):
                _act(gateway, pending.request)
        return UNAVAILABLE
    text = f"reply id not found: '{reply_id}'"
    return error(400, text) if mode == "error_400" else business(text)


def _own_order(gateway: Gateway, wanted: str) -> Order:
    require(wanted.isdecimal(), _unknown_order(wanted))
    for order in gateway.exchange.orders(gateway.account_id):
        if order.id == int(wanted):
            return order
    raise Refused(_unknown_order(wanted))


def _unknown_order(wanted: str) -> Answer:
    return error(400, f"OrderID {wanted} doesn't exist")


def _cancel_all(gateway: Gateway) -> Answer:
    for order in gateway.exchange.orders(gateway.account_id):
        if not order.is_final:
            gateway.exchange.cancel(order.id)
    return Answer(200, _cancel_ack(-1, -1, None))


def _cancel_ack(order_id: int, number: int, account_id: str | None) -> dict[str, Any]:
    message = "Request was submitted"
    return {"msg": message, "order_id": order_id, "conid": number, "account": account_id}


def _unit(instrument: Instrument) -> str:
    contracts = instrument.kind in {Kind.OPTION, Kind.FUTURE}
    return "Contracts" if contracts else "Shares"


def _change(current: Decimal, change: Decimal) -> dict[str, str]:
    return {
        "current": wire.money_text(current),
        "change": wire.money_text(change),
        "after": wire.money_text(current + change),
    }


def _empty_preview() -> dict[str, Any]:
    nothing = {"current": None, "change": None, "after": None}
    amount = {"amount": None, "commission": None, "total": None}
    parts = ("equity", "initial", "maintenance", "position")
    return {"amount": amount, **dict.fromkeys(parts, nothing), "warn": None}


OPERATIONS = {
    "place_order": place_order,
    "reply": reply,
    "whatif_order": whatif_order,
    "modify_order": modify_order,
    "cancel_order": cancel_order,
    "suppress_messages": suppress_messages,
    "reset_suppressed_messages": reset_suppressed_messages,
}
