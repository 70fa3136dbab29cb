"""What an order is worth, exactly or not at all; and how far its prices are from the market."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import (
    Context,
    Decimal,
    DivisionByZero,
    Inexact,
    InvalidOperation,
    Overflow,
    localcontext,
)
from typing import Any

from omnibroker.kit.errors import NotSent
from omnibroker.kit.exact import canonical
from omnibroker.limits.terms import Terms

# Wide enough for every product and day's sum of what the contract lets through; beyond it, an error.
_EXACT = Context(prec=200, traps=[Inexact, InvalidOperation, DivisionByZero, Overflow])
_MOST_DIGITS = 40
_MOST_CHARACTERS = 64
_ONE = Decimal(1)


@dataclass(frozen=True, slots=True)
class MarketPrice:
    """The market at one moment: `touch`, the price that an order's side meets; `highest` of all; `quality`."""

    touch: Decimal
    highest: Decimal
    quality: str

    @classmethod
    def read(cls, quote: Mapping[str, Any], side: str) -> "MarketPrice | None":
        """Return what a quote in the unified form says; None without a price that the side meets."""
        prices = {n: Decimal(quote[n]) for n in ("bid", "ask", "last") if n in quote}
        touch = prices.get("ask" if side == "BUY" else "bid", prices.get("last"))
        if touch is None:
            return None
        return cls(touch, max(map(abs, prices.values())), quote["data_quality"])


@dataclass(frozen=True, slots=True)
class Factors:
    """What turns a quantity and a price into money."""

    currency: str
    units_per_quantity: Decimal
    price_multiplier: Decimal
    price_magnifier: Decimal

    @classmethod
    def read(cls, instrument: Mapping[str, Any]) -> "Factors":
        """Return the factors of an instrument in the unified form; raises `limit_unproven` naming what is missing.

        Brokers name the magnifier only where prices are not in the currency itself. It divides, so that
        leaving it out can make an order look dearer, never cheaper.
        """
        for name in ("currency", "units_per_quantity", "price_multiplier"):
            if name not in instrument:
                raise unproven(f"{instrument['broker']} does not say {name} of the instrument")
        return cls(
            instrument["currency"],
            Decimal(instrument["units_per_quantity"]),
            Decimal(instrument["price_multiplier"]),
            Decimal(instrument.get("price_magnifier", _ONE)),
        )


def is_bounded(terms: Terms) -> bool:
    """Say whether an order's own terms bound what it can cost: nobody buys above his limit.

    A sale is worth at least what the market pays, whatever its limit; a trailing limit moves.
    """
    if terms.notional is not None:
        return True
    limit = terms.limit_price
    return terms.side == "BUY" and limit is not None and limit > 0 and terms.trail is None


def value_of(terms: Terms, factors: Factors | None, market: MarketPrice | None) -> Decimal:
    """Return what an order is worth in its currency, without a sign; raises `limit_unproven`.

    Quantity × units per quantity × price × multiplier ÷ magnifier. The price is the limit of a purchase,
    else the highest of the order's and the market's prices.
    """
    if terms.notional is not None:
        return terms.notional
    if terms.quantity is None or factors is None:
        raise unproven("the order's quantity is not known")
    try:
        with localcontext(_EXACT):
            price = _price(terms, market)
            worth = terms.quantity * factors.units_per_quantity * price
            value = worth * factors.price_multiplier / factors.price_magnifier
    except ArithmeticError:
        raise unproven("its value cannot be written exactly") from None
    return within(value)


def added(total: Decimal | None, before: Decimal | None) -> Decimal | None:
    """Return by how much an order grows: what a change asks for less what it was, never below zero."""
    if total is None or before is None:
        return total
    return max(_EXACT.subtract(total, before), Decimal(0))


def summed(one: Decimal, other: Decimal) -> Decimal:
    """Return an exact sum."""
    return _EXACT.add(one, other)


def is_near(price: Decimal, market: Decimal, fraction: Decimal) -> bool:
    """Say whether a price is within a fraction of the market's price, on either side."""
    with localcontext(_EXACT):
        return abs(price - market) <= abs(market) * fraction


def trailing_prices(terms: Terms, market: MarketPrice | None) -> tuple[Decimal, ...]:
    """Return every price of an order, a trailing one from where the market is now."""
    with localcontext(_EXACT):
        return terms.prices(market.touch if market is not None else None)


def within(value: Decimal) -> Decimal:
    """Return a value that can be written down whole; raises `limit_unproven` for one that cannot."""
    if value and (abs(value.adjusted()) > _MOST_DIGITS or len(canonical(value)) > _MOST_CHARACTERS):
        raise unproven("its value cannot be written exactly")
    return value


def unproven(reason: str) -> NotSent:
    """Return the refusal of an order that a limit cannot be held against."""
    return NotSent("limit_unproven", f"A limit cannot be checked: {reason}. Nothing was sent.")


def _price(terms: Terms, market: MarketPrice | None) -> Decimal:
    if is_bounded(terms) and terms.limit_price is not None:
        return terms.limit_price
    if market is None or market.quality != "REALTIME":
        raise unproven("the market's price is not known in real time")
    return max(abs(price) for price in (market.highest, *terms.prices(market.touch)))
