"""Open positions: listing, protecting and closing them."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

from omnibroker_sandbox.answers import Answer
from omnibroker_sandbox.orders import Order, OrderRefused, OrderType
from omnibroker_sandbox.tradelocker import protection, refusals, wire
from omnibroker_sandbox.tradelocker.desk import AccountEntry, Desk
from omnibroker_sandbox.tradelocker.ledger import ORDER_IDS, Position
from omnibroker_sandbox.tradelocker.listing import TRADE_ROUTE
from omnibroker_sandbox.tradelocker.order_reading import SIDES
from omnibroker_sandbox.tradelocker.orders import place_close
from omnibroker_sandbox.tradelocker.panels import POSITIONS
from omnibroker_sandbox.tradelocker.protection import OPPOSITE, STOP, TARGET, Protection
from omnibroker_sandbox.tradelocker.refusals import body_object, require
from omnibroker_sandbox.tradelocker.tickets import (
    MOST_STRATEGY_ID,
    check_lots,
    exchange_refusal,
    touch,
)

TRAILING = "trailingOffset"


def get_positions(desk: Desk, parameters: wire.Parameters, _body: Any) -> Answer:
    """List the open positions, each on its own however many an instrument has."""
    entry = desk.account(parameters)
    rows = [_row(desk, entry, each) for each in desk.ledger.open_positions(entry.id)]
    return wire.ok({"positions": rows})


def close_position(desk: Desk, parameters: wire.Parameters, body: Any) -> Answer:
    """Place an order that closes a position, or so many lots of it; 0 is all of it."""
    position, strategy = desk.position(parameters), wire.text(parameters, "strategyId")
    require(len(strategy) <= MOST_STRATEGY_ID, refusals.LONG_STRATEGY)
    lots = wire.number(body_object(body), "qty")
    if lots:
        check_lots(position.listing, lots)
    require(lots is not None, refusals.NOT_POSITIVE)
    place_close(desk, position, lots or None, strategy)
    return wire.ok()


def close_all_positions(desk: Desk, parameters: wire.Parameters, _body: Any) -> Answer:
    """Place orders that close all positions, or those of an instrument or a strategy."""
    entry = desk.account(parameters)
    wanted = wire.whole(parameters, "tradableInstrumentId")
    strategy = wire.text(parameters, "strategyId")
    meant = [
        each
        for each in desk.ledger.open_positions(entry.id)
        if wanted in {None, each.listing.id}
        and strategy in {"", each.strategy}
        and not each.working_close()
    ]
    for each in meant:
        require(desk.is_open(each.listing), refusals.OUT_OF_SESSION)
    for each in meant:
        place_close(desk, each, None)
    return wire.ok()


def modify_position(desk: Desk, parameters: wire.Parameters, body: Any) -> Answer:
    """Set, change or take away the orders that protect a position; their ids stay."""
    position, changes = desk.position(parameters), body_object(body)
    require(desk.is_open(position.listing), refusals.OUT_OF_SESSION)
    wanted = _wanted(desk, position, changes)
    try:
        for name, level in wanted.items():
            _protect(desk, position, name, level)
    except OrderRefused as refusal:
        raise exchange_refusal(refusal) from None
    return wire.ok()


def _wanted(
    desk: Desk, position: Position, changes: dict[str, Any]
) -> dict[str, Protection | None]:
    """Return what each named protection shall be; None takes it away."""
    side = position.entry.terms.side
    reference = touch(desk, position.listing, OPPOSITE[side])
    levels: dict[str, Protection | None] = {}
    for name in (STOP, TARGET):
        if name in changes:
            value = wire.number(changes, name)
            if value is not None:
                protection.check_level(name, value, position.listing, side, reference)
            levels[name] = None if value is None else Protection(name, "absolute", value, value)
    if TRAILING in changes:
        levels.update(_trailing(position, wire.number(changes, TRAILING), reference))
    return levels


def _trailing(
    position: Position, pips: Decimal | None, reference: Decimal
) -> dict[str, Protection | None]:
    """Return a trailing stop; null takes away only a stop that trails."""
    if pips is None:
        current = position.exit(STOP)
        trails = current is not None and current.terms.type is OrderType.TRAILING_STOP
        return {STOP: None} if trails else {}
    require(pips > 0, refusals.STOP_LOSS)
    distance = pips * position.listing.instrument.tick_at(reference)
    return {STOP: Protection(STOP, TRAILING, pips, trail=distance)}


def _protect(desk: Desk, position: Position, name: str, level: Protection | None) -> None:
    current = position.exit(name)
    if level is None:
        if current is not None:
            desk.exchange.cancel(current.id)
        return
    units = position.units if current is None else current.quantity
    entry = position.entry
    terms = level.terms(position.listing, entry.terms.side, units, position.bracket)
    if not entry.is_final:
        terms = replace(terms, parent_id=entry.id, quantity=entry.quantity)
    if current is None:
        desk.ledger.protect(position, name, terms)
    else:
        desk.exchange.replace(current.id, terms)


def _row(desk: Desk, entry: AccountEntry, position: Position) -> wire.Row:
    cells = {
        "id": position.id,
        "tradableInstrumentId": str(position.listing.id),
        "routeId": str(TRADE_ROUTE),
        "side": SIDES[position.entry.terms.side],
        "qty": wire.plain(position.listing.lots(position.units)),
        "avgPrice": wire.plain(position.average_price),
        "stopLossId": _order_id(position.exit(STOP)),
        "takeProfitId": _order_id(position.exit(TARGET)),
        "openDate": str(position.opened_ms),
        "unrealizedPl": str(wire.money(desk.open_profit(position, entry))),
        "strategyId": position.strategy or None,
    }
    return [cells[name] for name in POSITIONS]


def _order_id(order: Order | None) -> str | None:
    return None if order is None else str(ORDER_IDS + order.id)


OPERATIONS = {
    "get_positions": get_positions,
    "close_position": close_position,
    "close_all_positions": close_all_positions,
    "modify_position": modify_position,
}
