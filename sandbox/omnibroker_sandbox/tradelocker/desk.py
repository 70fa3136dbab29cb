"""What all simulated TradeLocker operations share: exchange, accounts, instruments, tokens, ledger."""

from dataclasses import dataclass, field
from decimal import Decimal

from omnibroker_sandbox.exchange import Exchange
from omnibroker_sandbox.tradelocker import refusals, wire
from omnibroker_sandbox.tradelocker.ledger import ZERO, Booking, Ledger, Position
from omnibroker_sandbox.tradelocker.listing import Listing, Listings
from omnibroker_sandbox.tradelocker.refusals import Refused, require
from omnibroker_sandbox.tradelocker.tokens import Tokens


@dataclass(frozen=True, slots=True)
class AccountEntry:
    """One account of the login: `id` goes into paths, `number` into the header."""

    id: str
    number: str
    currency: str
    cash: Decimal

    @property
    def name(self) -> str:
        """Return the account's name as the list shows it."""
        return f"SANDBOX#demo#1#{self.number}"


ACCOUNTS = (
    AccountEntry("800101", "1", "USD", Decimal(1_000_000)),
    AccountEntry("800202", "4", "EUR", Decimal(250_000)),
)


@dataclass(slots=True)
class Desk:
    """One simulated server; `close_only` refuses every order that opens a position."""

    exchange: Exchange
    listings: Listings
    tokens: Tokens
    ledger: Ledger
    close_only: bool = False
    entries: dict[str, AccountEntry] = field(
        default_factory=lambda: {entry.number: entry for entry in ACCOUNTS}
    )

    def account(self, parameters: wire.Parameters) -> AccountEntry:
        """Return the account of accNum, which has to be that of the path where there is one."""
        number = wire.text(parameters, "accNum")
        require(number, refusals.NO_ACCOUNT_NUMBER)
        entry = self.entries.get(number)
        if entry is None:
            raise Refused(refusals.FOREIGN_ACCOUNT)
        wanted = wire.text(parameters, "accountId")
        known = {each.id for each in self.entries.values()}
        require(not wanted or wanted in known, refusals.UNKNOWN_ACCOUNT)
        require(wanted in {"", entry.id}, refusals.FOREIGN_ACCOUNT)
        return entry

    def listing(self, parameters: wire.Parameters) -> Listing:
        """Return the instrument that a request names, over one of its living INFO routes."""
        listing = self.listings.by_id.get(wire.needed(parameters, "tradableInstrumentId"))
        if listing is None:
            raise Refused(refusals.UNKNOWN_INSTRUMENT)
        route = wire.needed(parameters, "routeId")
        require(route == listing.info_routes[-1], refusals.DEAD_ROUTE)
        return listing

    def booking(self, parameters: wire.Parameters) -> Booking:
        """Return the order that a path names, of the account of accNum."""
        booking = self.ledger.bookings.get(wire.text(parameters, "orderId"))
        account = self.account(parameters)
        if booking is None or booking.order.account_id != account.id:
            raise Refused(refusals.UNKNOWN_ORDER)
        return booking

    def position(self, parameters: wire.Parameters) -> Position:
        """Return the open position that a path names, of the account of accNum."""
        position = self.ledger.positions.get(wire.text(parameters, "positionId"))
        account = self.account(parameters)
        own = position is not None and position.entry.account_id == account.id
        if position is None or not own or not position.opened_ms:
            raise Refused(refusals.UNKNOWN_POSITION)
        require(position.units, refusals.CLOSED_POSITION)
        return position

    def is_open(self, listing: Listing) -> bool:
        """Tell whether an instrument trades now."""
        calendar, second = self.exchange.market.calendar, self.exchange.second
        return calendar.is_open(listing.instrument.venue, second, extended=False)

    def rate(self, listing: Listing, entry: AccountEntry) -> Decimal:
        """Return the account's currency for one unit of the quoting currency."""
        return self.exchange.rate(listing.instrument.currency, entry.currency)

    def open_profit(self, position: Position, entry: AccountEntry) -> Decimal:
        """Return a position's open profit at the last price, in the account's currency."""
        price = self.exchange.price(position.listing.instrument)
        earned = position.profit(price, position.units)
        return earned * self.rate(position.listing, entry)

    def margin(self, entry: AccountEntry) -> Decimal:
        """Return what open positions and working entries tie up, in the account's currency."""
        held = [(each.listing, each.units) for each in self.ledger.open_positions(entry.id)]
        held += [
            (each.position.listing, each.order.remaining)
            for each in self.ledger.of_account(entry.id)
            if each.is_entry and not each.order.is_final
        ]
        parts = (
            listing.margin(units, self.exchange.price(listing.instrument))
            * self.rate(listing, entry)
            for listing, units in held
        )
        return sum(parts, ZERO)
