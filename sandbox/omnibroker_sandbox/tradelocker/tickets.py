"""Reading an order ticket: what the broker refuses, and what the exchange gets."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from omnibroker_sandbox.answers import Answer
from omnibroker_sandbox.orders import OrderRefused, OrderType, Terms
from omnibroker_sandbox.tradelocker import protection, refusals, wire
from omnibroker_sandbox.tradelocker.desk import AccountEntry, Desk
from omnibroker_sandbox.tradelocker.ledger import ORDER_IDS
from omnibroker_sandbox.tradelocker.listing import TRADE_ROUTE, Listing
from omnibroker_sandbox.tradelocker.protection import Protection
from omnibroker_sandbox.tradelocker.refusals import Refused, business, require

SIDES = {"buy": "BUY", "sell": "SELL"}
TYPES = {"market": OrderType.MARKET, "limit": OrderType.LIMIT, "stop": OrderType.STOP}
VALIDITY = {OrderType.MARKET: "IOC", OrderType.LIMIT: "GTC", OrderType.STOP: "GTC"}
MOST_STRATEGY_ID = 32


@dataclass(frozen=True, slots=True)
class Ticket:
    """A readable ticket; `reference` is the price at which the order is expected to fill."""

    listing: Listing
    terms: Terms
    reference: Decimal
    strategy: str
    protection: list[Protection]


def read_ticket(desk: Desk, body: dict[str, Any]) -> Ticket:
    """Read a ticket or refuse it with 200 and `s` error."""
    listing = _listing(desk, body)
    side = SIDES.get(wire.word(body, "side"))
    kind = TYPES.get(wire.word(body, "type"))
    if side is None or kind is None:
        raise Refused(business("side or type is not known (simulated)."))
    wanted = VALIDITY[kind]
    text = f"A {kind.value.lower()} order needs TimeInForce {wanted} (simulated)."
    require(wire.word(body, "validity") == wanted, business(text))
    lots = wire.number(body, "qty")
    check_lots(listing, lots)
    strategy = wire.word(body, "strategyId")
    require(len(strategy) <= MOST_STRATEGY_ID, refusals.LONG_STRATEGY)
    price = _price(kind, body)
    reference = price if price is not None else touch(desk, listing, side)
    terms = Terms(
        key=listing.instrument.key,
        side=side,
        type=kind,
        quantity=listing.units(lots or Decimal(0)),
        tif=wanted,
        limit_price=price if kind is OrderType.LIMIT else None,
        stop_price=price if kind is OrderType.STOP else None,
        reference=strategy,
    )
    levels = protection.read(body, listing, side, reference)
    return Ticket(listing, terms, reference, strategy, levels)


def check_lots(listing: Listing, lots: Decimal | None) -> None:
    """Refuse a quantity that is not a positive multiple of the lot step."""
    require(lots is not None and lots > 0, refusals.NOT_POSITIVE)
    step = listing.lot_step
    text = f"Quantity is not a multiple of the lot step {step} (simulated)."
    require(lots is not None and lots % step == 0, business(text))


def touch(desk: Desk, listing: Listing, side: str) -> Decimal:
    """Return the price at which a market order of this side would fill now."""
    bid, ask = desk.exchange.market.touch(listing.instrument, desk.exchange.second)
    return ask if side == "BUY" else bid


def check_session(desk: Desk, listing: Listing, *, opens: bool) -> None:
    """Refuse to trade out of session, and to open positions where only closing is allowed."""
    require(desk.is_open(listing), refusals.OUT_OF_SESSION)
    require(not (opens and desk.close_only), refusals.CLOSE_ONLY)


def check_margin(desk: Desk, entry: AccountEntry, ticket: Ticket) -> None:
    """Refuse what the account's equity does not cover, positions counted without netting."""
    own = ticket.listing.margin(ticket.terms.quantity, ticket.reference)
    needed = desk.margin(entry) + own * desk.rate(ticket.listing, entry)
    require(needed <= desk.exchange.worth(entry.id).equity, no_margin(desk, ticket))


def no_margin(desk: Desk, ticket: Ticket) -> Answer:
    """Return the refusal for want of margin, with the broker's own odd spaces."""
    number = max((each.order.id for each in desk.ledger.bookings.values()), default=0) + 1
    lots = wire.plain(ticket.listing.lots(ticket.terms.quantity))
    what = f"Order #{ORDER_IDS + number} {ticket.terms.side.capitalize()}   {lots}"
    return business(f"Not enough margin to create {what}  Price {wire.plain(ticket.reference)} ")


def exchange_refusal(refusal: OrderRefused) -> Refused:
    """Turn what the exchange refuses into the broker's answer."""
    return Refused(business(f"{refusal.text} (simulated)"))


def _listing(desk: Desk, body: dict[str, Any]) -> Listing:
    listing = desk.listings.by_id.get(wire.needed(body, "tradableInstrumentId"))
    if listing is None:
        raise Refused(business("There is no such instrument (simulated)."))
    text = "The route is not a TRADE route of this instrument (simulated)."
    require(wire.needed(body, "routeId") == TRADE_ROUTE, business(text))
    return listing


def _price(kind: OrderType, body: dict[str, Any]) -> Decimal | None:
    """Return the price that makes the order trade: a stop's `price` is no substitute."""
    if kind is OrderType.MARKET:
        return None
    name = "price" if kind is OrderType.LIMIT else "stopPrice"
    price = wire.number(body, name)
    text = f"A {kind.value.lower()} order needs {name} (simulated)."
    require(price is not None and price > 0, business(text))
    return price
