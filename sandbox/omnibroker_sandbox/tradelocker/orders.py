"""Placing, modifying and cancelling orders."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

from omnibroker_sandbox.answers import Answer
from omnibroker_sandbox.orders import NEVER, OrderRefused, OrderType, State, Terms
from omnibroker_sandbox.tradelocker import protection, refusals, wire
from omnibroker_sandbox.tradelocker.desk import Desk
from omnibroker_sandbox.tradelocker.ledger import Booking, Position
from omnibroker_sandbox.tradelocker.protection import STOP, TARGET, Protection
from omnibroker_sandbox.tradelocker.refusals import body_object, business, require
from omnibroker_sandbox.tradelocker.tickets import (
    Ticket,
    check_lots,
    check_margin,
    check_session,
    exchange_refusal,
    no_margin,
    read_ticket,
    touch,
)

FUNDS = "insufficient_funds"


def place_order(desk: Desk, parameters: wire.Parameters, body: Any) -> Answer:
    """Accept an order for processing, or refuse it with 200; nothing removes duplicates."""
    entry = desk.account(parameters)
    ticket = read_ticket(desk, body_object(body))
    check_session(desk, ticket.listing, opens=True)
    check_margin(desk, entry, ticket)
    booking = _enter(desk, entry.id, ticket)
    return wire.ok({"orderId": booking.id})


def _enter(desk: Desk, account_id: str, ticket: Ticket) -> Booking:
    """Give the exchange the order with the orders that will protect what it opens."""
    terms = ticket.terms
    rows: list[tuple[Terms, int | None]] = [(terms, None)]
    rows += [
        (each.terms(ticket.listing, terms.side, terms.quantity), 0) for each in ticket.protection
    ]
    try:
        order, *exits = desk.exchange.place_all(account_id, rows)
    except OrderRefused as refusal:
        require(refusal.code != FUNDS, no_margin(desk, ticket))
        raise exchange_refusal(refusal) from None
    booking = desk.ledger.enter(order, ticket.listing, ticket.strategy)
    booking.shown_price = ticket.reference if terms.type is OrderType.MARKET else None
    for level, exit_order in zip(ticket.protection, exits, strict=True):
        booking.position.exits[level.name] = exit_order
        desk.ledger.book(exit_order, booking.position)
        _show(booking, level)
    return booking


def _show(booking: Booking, level: Protection) -> None:
    booking.protection[level.name] = wire.plain(level.value)
    booking.protection[f"{level.name}Type"] = level.type


def modify_order(desk: Desk, parameters: wire.Parameters, body: Any) -> Answer:
    """Change a working order; what is left out stays, and null takes a protection away."""
    booking, changes = desk.booking(parameters), body_object(body)
    order, listing = booking.order, booking.position.listing
    require(not order.is_final and order.cancel_ms == NEVER, refusals.FINAL_ORDER)
    require(desk.is_open(listing), refusals.OUT_OF_SESSION)
    validity = wire.word(changes, "validity")
    require(validity in {"", "GTC"}, business("Only GTC orders can be modified (simulated)."))
    terms = _changed(booking, changes)
    levels = _changed_protection(booking, changes, terms)
    try:
        desk.exchange.replace(order.id, terms)
        for name in _named(changes) if booking.is_entry else ():
            _protect_entry(desk, booking, name, levels.get(name))
        _resize_exits(desk, booking)
    except OrderRefused as refusal:
        raise exchange_refusal(refusal) from None
    return wire.ok()


def _named(changes: dict[str, Any]) -> list[str]:
    names = [name for name in (STOP, TARGET) if name in changes or f"{name}Type" in changes]
    trailing = "trStopOffset" in changes and STOP not in names
    return [STOP, *names] if trailing else names


def _changed(booking: Booking, changes: dict[str, Any]) -> Terms:
    """Return an order's terms with a request's changes; prices only where its type has them."""
    order, listing = booking.order, booking.position.listing
    terms = replace(order.terms, quantity=order.quantity)
    lots = wire.number(changes, "qty")
    if lots is not None:
        text = "The quantity of a protecting order follows its position (simulated)."
        require(booking.is_entry, business(text))
        check_lots(listing, lots)
        terms = replace(terms, quantity=listing.units(lots))
    price, stop = wire.number(changes, "price"), wire.number(changes, "stopPrice")
    if price is not None and terms.type is OrderType.LIMIT:
        terms = replace(terms, limit_price=price)
    if stop is not None and terms.type is OrderType.STOP:
        terms = replace(terms, stop_price=stop)
    return terms


def _changed_protection(
    booking: Booking, changes: dict[str, Any], terms: Terms
) -> dict[str, Protection]:
    reference = terms.limit_price or terms.stop_price or Decimal(0)
    listing = booking.position.listing
    levels = protection.read(changes, listing, terms.side, reference)
    require(booking.is_entry or not levels, business("It protects a position (simulated)."))
    return {level.name: level for level in levels}


def _protect_entry(desk: Desk, booking: Booking, name: str, level: Protection | None) -> None:
    """Set, change or take away what will protect the position of a working entry."""
    position, current = booking.position, booking.position.exit(name)
    booking.protection.pop(name, None)
    booking.protection.pop(f"{name}Type", None)
    if level is None:
        if current is not None:
            desk.exchange.cancel(current.id)
        return
    _show(booking, level)
    order = booking.order
    terms = level.terms(position.listing, order.terms.side, order.quantity, position.bracket)
    terms = replace(terms, parent_id=order.id)
    if current is not None:
        desk.exchange.replace(current.id, terms)
    else:
        desk.ledger.protect(position, name, terms)


def _resize_exits(desk: Desk, booking: Booking) -> None:
    """Let the protection that waits for an entry cover its new quantity."""
    for name in booking.position.exits if booking.is_entry else ():
        order = booking.position.exit(name)
        if order is not None and order.state is State.HELD:
            terms = replace(order.terms, quantity=booking.order.quantity)
            desk.exchange.replace(order.id, terms)


def cancel_order(desk: Desk, parameters: wire.Parameters, _body: Any) -> Answer:
    """Cancel an order; one that is final is refused with 200."""
    booking = desk.booking(parameters)
    require(not booking.order.is_final, refusals.FINAL_ORDER)
    desk.exchange.cancel(booking.order.id)
    return wire.ok()


def cancel_all_orders(desk: Desk, parameters: wire.Parameters, _body: Any) -> Answer:
    """Cancel every working order of the account, or those of one instrument."""
    entry = desk.account(parameters)
    wanted = wire.whole(parameters, "tradableInstrumentId")
    for booking in desk.ledger.of_account(entry.id):
        meant = wanted in {None, booking.position.listing.id}
        if meant and booking.is_listed and not booking.order.is_final:
            desk.exchange.cancel(booking.order.id)
    return wire.ok()


def place_close(desk: Desk, position: Position, lots: Decimal | None, strategy: str = "") -> None:
    """Place the order that closes so many lots of a position, or all of it with None, under a tag."""
    require(not position.working_close(), refusals.CLOSING_ALREADY)
    check_session(desk, position.listing, opens=False)
    units = position.units if lots is None else position.listing.units(lots)
    text = "The quantity is larger than the position (simulated)."
    require(units <= position.units, business(text))
    terms = Terms(
        key=position.listing.instrument.key,
        side=protection.OPPOSITE[position.entry.terms.side],
        type=OrderType.MARKET,
        quantity=units,
        tif="GTC",
        bracket=position.bracket,
    )
    try:
        order = desk.exchange.place(position.entry.account_id, terms)
    except OrderRefused as refusal:
        raise exchange_refusal(refusal) from None
    position.closing = order
    booking = desk.ledger.book(order, position)
    booking.shown_price = touch(desk, position.listing, terms.side)
    booking.strategy = strategy


OPERATIONS = {
    "place_order": place_order,
    "modify_order": modify_order,
    "cancel_order": cancel_order,
    "cancel_all_orders": cancel_all_orders,
}
