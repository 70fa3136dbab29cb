"""Hedged positions over the exchange's netted account: each entry order opens one of its own.

Orders and fills stay the exchange's; here stands which position each of them belongs to.
"""

from contextlib import suppress
from dataclasses import dataclass, field, replace
from decimal import Decimal

from omnibroker_sandbox.exchange import Exchange
from omnibroker_sandbox.orders import NEVER, Fill, Order, OrderRefused, State, Terms
from omnibroker_sandbox.tradelocker.listing import Listing

ZERO = Decimal(0)
ORDER_IDS = 7_277_816_997_000_000_000
POSITION_IDS = 7_277_816_998_000_000_000
FILL_IDS = 7_277_816_999_000_000_000
PARENT_ENDED = "Parent order ended"


@dataclass(slots=True)
class Position:
    """What one entry order opened; `units` is what is still open, always positive.

    `exits` holds the orders that protect it, by the name of the field that sets them.
    """

    entry: Order
    listing: Listing
    strategy: str
    units: Decimal = ZERO
    average_price: Decimal = ZERO
    opened_ms: int = 0
    exits: dict[str, Order] = field(default_factory=dict)
    closing: Order | None = None

    @property
    def id(self) -> str:
        """Return the position's id on the wire."""
        return str(POSITION_IDS + self.entry.id)

    @property
    def sign(self) -> int:
        """Return 1 for a long position and -1 for a short one."""
        return 1 if self.entry.is_buy else -1

    @property
    def bracket(self) -> str:
        """Return the exchange's name for the orders that reduce each other as this one shrinks."""
        return f"bracket {self.entry.id}"

    def profit(self, price: Decimal, units: Decimal) -> Decimal:
        """Return what closing so many units at a price earns, in the quoting currency."""
        earned = self.sign * units * (price - self.average_price)
        return earned * self.listing.instrument.multiplier

    def exit(self, name: str) -> Order | None:
        """Return the live order that protects it, `stopLoss` or `takeProfit`, or None."""
        order = self.exits.get(name)
        gone = order is None or order.is_final or order.cancel_ms < NEVER
        return None if gone else order

    def working_close(self) -> bool:
        """Tell whether an order that closes it is still at work."""
        return self.closing is not None and not self.closing.is_final


@dataclass(slots=True)
class Booking:
    """One order with its position; `shown_price` is what a market order's row shows as price.

    `strategy` is the tag that its own request named; `protection` holds the cells stopLoss,
    stopLossType, takeProfit and takeProfitType of an entry.
    """

    order: Order
    position: Position
    shown_price: Decimal | None = None
    strategy: str = ""
    protection: dict[str, str] = field(default_factory=dict)

    @property
    def id(self) -> str:
        """Return the order's id on the wire."""
        return str(ORDER_IDS + self.order.id)

    @property
    def is_entry(self) -> bool:
        """Tell whether the order opens its position."""
        return self.order is self.position.entry

    @property
    def is_listed(self) -> bool:
        """Tell whether the order was ever at work: what waits for its entry is not shown."""
        waiting = self.order.state is State.HELD or self.order.reason == PARENT_ENDED
        return self.is_entry or not (waiting or not self.position.opened_ms)


@dataclass(frozen=True, slots=True)
class Execution:
    """One fill with its position and what it earned, in the quoting currency."""

    id: str
    fill: Fill
    position: Position
    profit: Decimal


class Ledger:
    """All orders, positions and executions of the simulated broker."""

    def __init__(self, exchange: Exchange) -> None:
        self._exchange = exchange
        self.bookings: dict[str, Booking] = {}
        self.positions: dict[str, Position] = {}
        self.executions: dict[str, list[Execution]] = {}

    def enter(self, order: Order, listing: Listing, strategy: str) -> Booking:
        """Book an order that opens a position."""
        position = Position(order, listing, strategy)
        self.positions[position.id] = position
        booking = self.book(order, position)
        booking.strategy = strategy
        return booking

    def book(self, order: Order, position: Position) -> Booking:
        """Book an order that belongs to a position."""
        booking = Booking(order, position)
        self.bookings[booking.id] = booking
        return booking

    def of_account(self, account_id: str) -> list[Booking]:
        """Return an account's orders, oldest first."""
        return [each for each in self.bookings.values() if each.order.account_id == account_id]

    def open_positions(self, account_id: str) -> list[Position]:
        """Return an account's open positions, oldest first."""
        return [
            each
            for each in self.positions.values()
            if each.entry.account_id == account_id and each.units
        ]

    def sync(self) -> None:
        """Work the exchange up to now and book what has been filled since."""
        for account_id in self._exchange.accounts:
            known = self.executions.setdefault(account_id, [])
            for fill in self._exchange.fills(account_id)[len(known) :]:
                known.append(self._booked(fill))
        for position in self.open_positions_of_all():
            self._protect_partial(position)

    def open_positions_of_all(self) -> list[Position]:
        """Return the open positions of every account."""
        return [each for each in self.positions.values() if each.units]

    def _booked(self, fill: Fill) -> Execution:
        booking = self.bookings[str(ORDER_IDS + fill.order_id)]
        position, profit = booking.position, ZERO
        if booking.is_entry:
            cost = position.units * position.average_price + fill.quantity * fill.price
            position.units += fill.quantity
            position.average_price = cost / position.units
            position.opened_ms = position.opened_ms or fill.time_ms
        else:
            profit = position.profit(fill.price, fill.quantity)
            position.units -= fill.quantity
        number = sum(len(rows) for rows in self.executions.values()) + 1
        return Execution(str(FILL_IDS + number), fill, position, profit)

    def _protect_partial(self, position: Position) -> None:
        """Give what a partly filled entry opened the protection that the exchange dropped with it."""
        if not position.entry.is_final or not position.entry.remaining:
            return
        for name, order in position.exits.items():
            if order.reason == PARENT_ENDED:
                terms = replace(order.terms, parent_id=None, quantity=position.units)
                # Where the exchange refuses it now, the next call tries again.
                with suppress(OrderRefused):
                    self.protect(position, name, terms)

    def protect(self, position: Position, name: str, terms: Terms) -> Booking:
        """Place an order that protects a position; raises OrderRefused."""
        order = self._exchange.place(position.entry.account_id, terms)
        position.exits[name] = order
        return self.book(order, position)
