"""One simulated account: cash by currency, positions at average cost, margin."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from omnibroker_sandbox.instruments import MARGINED, Instrument, Kind
from omnibroker_sandbox.orders import Fill

ZERO = Decimal(0)

_MARGIN_LONG = {
    Kind.STOCK: Decimal("0.5"),
    Kind.OPTION: Decimal(1),
    Kind.FUTURE: Decimal("0.06"),
    Kind.CFD: Decimal("0.2"),
    Kind.CRYPTO: Decimal(1),
}
_MARGIN_SHORT = {**_MARGIN_LONG, Kind.OPTION: Decimal(2)}
MAINTENANCE_SHARE = Decimal("0.8")


@dataclass(slots=True)
class Position:
    """A signed quantity at its average price (multiplier excluded)."""

    instrument: Instrument
    quantity: Decimal = ZERO
    average_price: Decimal = ZERO
    realised: Decimal = ZERO

    def apply(self, quantity: Decimal, price: Decimal) -> Decimal:
        """Add a signed trade and return the profit it realised, in the instrument's currency."""
        closing = ZERO
        if self.quantity * quantity < 0:
            closing = min(abs(quantity), abs(self.quantity)).copy_sign(self.quantity)
        profit = closing * (price - self.average_price) * self.instrument.multiplier
        self._reprice(quantity, price)
        self.realised += profit
        return profit

    def _reprice(self, quantity: Decimal, price: Decimal) -> None:
        before, after = self.quantity, self.quantity + quantity
        if before * quantity >= 0 and after:
            self.average_price = (before * self.average_price + quantity * price) / after
        elif before * after < 0:
            self.average_price = price
        elif not after:
            self.average_price = ZERO
        self.quantity = after

    def value(self, price: Decimal) -> Decimal:
        """Return the signed worth of the position at a price."""
        return self.quantity * price * self.instrument.multiplier

    def unrealised(self, price: Decimal) -> Decimal:
        """Return the open profit at a price."""
        return self.quantity * (price - self.average_price) * self.instrument.multiplier


@dataclass(frozen=True, slots=True)
class Worth:
    """What an account is worth at a moment, everything in its base currency."""

    cash: Decimal
    positions: Decimal
    unrealised: Decimal
    initial_margin: Decimal
    maintenance_margin: Decimal

    @property
    def equity(self) -> Decimal:
        """Return net liquidation value."""
        return self.cash + self.positions

    @property
    def available(self) -> Decimal:
        """Return the equity that no margin needs."""
        return self.equity - self.initial_margin


@dataclass(slots=True)
class Account:
    """Cash and positions of one account."""

    id: str
    base_currency: str
    cash: dict[str, Decimal]
    positions: dict[str, Position] = field(default_factory=dict)
    realised: dict[str, Decimal] = field(default_factory=dict)
    fees: dict[str, Decimal] = field(default_factory=dict)
    equity_at_day_start: Decimal | None = None

    def apply(self, fill: Fill) -> Decimal:
        """Book a fill and return the profit it realised, fees aside."""
        currency = fill.instrument.currency
        self._add(self.cash, currency, -fill.fee)
        self._add(self.fees, currency, fill.fee)
        if fill.instrument.kind is Kind.FX:
            self._exchange(fill)
            return ZERO
        position = self.positions.setdefault(fill.instrument.key, Position(fill.instrument))
        profit = position.apply(fill.signed, fill.price)
        paid = fill.signed * fill.price * fill.instrument.multiplier
        self._add(self.cash, currency, profit if fill.instrument.kind in MARGINED else -paid)
        self._add(self.realised, currency, profit)
        return profit

    def settle(self, position: Position, price: Decimal) -> None:
        """Close an expired position in cash at a price, without a fee."""
        instrument, quantity = position.instrument, position.quantity
        worth = position.value(price)
        profit = position.apply(-quantity, price)
        change = profit if instrument.kind in MARGINED else worth
        self._add(self.cash, instrument.currency, change)
        self._add(self.realised, instrument.currency, profit)

    def _exchange(self, fill: Fill) -> None:
        """Settle spot currency into cash: it leaves no position behind."""
        self._add(self.cash, fill.instrument.base_currency, fill.signed)
        self._add(self.cash, fill.instrument.currency, -fill.signed * fill.price)

    @staticmethod
    def _add(purse: dict[str, Decimal], currency: str, amount: Decimal) -> None:
        purse[currency] = purse.get(currency, ZERO) + amount

    def open_positions(self) -> tuple[Position, ...]:
        """Return the positions that are not flat, by key."""
        return tuple(
            self.positions[key] for key in sorted(self.positions) if self.positions[key].quantity
        )

    def worth(self, prices: Mapping[str, Decimal], rates: Mapping[str, Decimal]) -> Worth:
        """Value the account: `prices` by instrument key, `rates` in base currency per unit."""
        positions = unrealised = initial = maintenance = ZERO
        for position in self.open_positions():
            price, rate = prices[position.instrument.key], rates[position.instrument.currency]
            profit = position.unrealised(price) * rate
            margined = position.instrument.kind in MARGINED
            positions += profit if margined else position.value(price) * rate
            unrealised += profit
            initial += initial_margin(position.instrument, position.quantity, price) * rate
        maintenance = initial * MAINTENANCE_SHARE
        cash = sum((amount * rates[currency] for currency, amount in self.cash.items()), ZERO)
        return Worth(cash, positions, unrealised, initial, maintenance)


def initial_margin(instrument: Instrument, quantity: Decimal, price: Decimal) -> Decimal:
    """Return what a signed position ties up, in the instrument's currency."""
    shares = _MARGIN_LONG if quantity >= 0 else _MARGIN_SHORT
    return abs(quantity) * price * instrument.multiplier * shares[instrument.kind]
