"""What an order would cost and tie up before it is placed."""

from dataclasses import dataclass
from decimal import Decimal

from omnibroker_sandbox.accounts import MAINTENANCE_SHARE, ZERO, Position, Worth, initial_margin
from omnibroker_sandbox.fees import commission
from omnibroker_sandbox.instruments import Instrument, Kind
from omnibroker_sandbox.orders import Terms

FX_MARGIN = Decimal("0.03")


@dataclass(frozen=True, slots=True)
class Preview:
    """What an order would cost and tie up; `value` and `fee` in the instrument's currency, the rest in base."""

    price: Decimal
    value: Decimal
    fee: Decimal
    before: Worth
    initial_change: Decimal
    maintenance_change: Decimal
    equity_change: Decimal
    position_before: Decimal
    position_after: Decimal

    @property
    def affordable(self) -> bool:
        """Tell whether the available funds cover it; what frees margin always passes."""
        needed = self.initial_change - self.equity_change
        return self.initial_change <= 0 or needed <= self.before.available


def preview(
    held: Position | None,
    before: Worth,
    instrument: Instrument,
    terms: Terms,
    *,
    price: Decimal,
    rate: Decimal,
) -> Preview:
    """Work an order's effect out at a price; `rate` turns the instrument's currency into base."""
    quantity = held.quantity if held else ZERO
    after = quantity + (terms.quantity if terms.side == "BUY" else -terms.quantity)
    value = price * terms.quantity * instrument.multiplier
    fee = commission(instrument, terms.quantity, value)
    margin = _margin(instrument, after, price) - _margin(instrument, quantity, price)
    change = (value * FX_MARGIN if instrument.kind is Kind.FX else margin) * rate
    return Preview(
        price=price,
        value=value,
        fee=fee,
        before=before,
        initial_change=change,
        maintenance_change=change * MAINTENANCE_SHARE,
        equity_change=-fee * rate,
        position_before=quantity,
        position_after=after,
    )


def _margin(instrument: Instrument, quantity: Decimal, price: Decimal) -> Decimal:
    return ZERO if instrument.kind is Kind.FX else initial_margin(instrument, quantity, price)
