"""Stop loss and take profit: how requests name them, and the orders that they become."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from omnibroker_sandbox.answers import Answer
from omnibroker_sandbox.orders import OrderType, Terms
from omnibroker_sandbox.tradelocker import wire
from omnibroker_sandbox.tradelocker.listing import Listing
from omnibroker_sandbox.tradelocker.refusals import (
    STOP_LOSS,
    TAKE_PROFIT,
    business,
    require,
)

STOP, TARGET = "stopLoss", "takeProfit"
TYPES = {STOP: ("absolute", "offset", "trailingOffset"), TARGET: ("absolute", "offset")}
OPPOSITE = {"BUY": "SELL", "SELL": "BUY"}


@dataclass(frozen=True, slots=True)
class Protection:
    """One stop loss or take profit: at a price, or trailing at a distance.

    `value` and `type` are what the request said: a price, or pips, which are ticks here.
    """

    name: str
    type: str
    value: Decimal
    price: Decimal | None = None
    trail: Decimal | None = None

    def terms(self, listing: Listing, opened: str, units: Decimal, bracket: str = "") -> Terms:
        """Return the order that closes so many units of a position opened by BUY or SELL."""
        kind = OrderType.LIMIT if self.name == TARGET else OrderType.STOP
        return Terms(
            key=listing.instrument.key,
            side=OPPOSITE[opened],
            type=kind if self.trail is None else OrderType.TRAILING_STOP,
            quantity=units,
            tif="GTC",
            limit_price=self.price if self.name == TARGET else None,
            stop_price=self.price if self.name == STOP else None,
            trail_amount=self.trail,
            bracket=bracket,
        )


def read(body: dict[str, Any], listing: Listing, side: str, reference: Decimal) -> list[Protection]:
    """Read both of an order's request; offsets count from `reference`, the expected price."""
    return list(_read(body, listing, side, reference))


def _read(
    body: dict[str, Any], listing: Listing, side: str, reference: Decimal
) -> Iterator[Protection]:
    for name, types in TYPES.items():
        kind, value = wire.word(body, f"{name}Type"), wire.number(body, name)
        if kind == "trailingOffset":
            trail = wire.number(body, "trStopOffset")
            value = trail if trail is not None else value
        both = bool(kind) == (value is not None)
        require(both, business(f"{name} and {name}Type belong together (simulated)."))
        if value is None:
            continue
        require(kind in types, business(f"{name}Type {kind} is not known (simulated)."))
        yield _one(name, kind, value, listing, side, reference)


def _one(
    name: str, kind: str, value: Decimal, listing: Listing, side: str, reference: Decimal
) -> Protection:
    if kind == "absolute":
        check_level(name, value, listing, side, reference)
        return Protection(name, kind, value, price=value)
    require(value > 0, refusal(name))
    distance = value * listing.instrument.tick_at(reference)
    if kind == "trailingOffset":
        return Protection(name, kind, value, trail=distance)
    above = (name == TARGET) == (side == "BUY")
    price = listing.instrument.rounded(reference + distance if above else reference - distance)
    check_level(name, price, listing, side, reference)
    return Protection(name, kind, value, price=price)


def check_level(name: str, price: Decimal, listing: Listing, side: str, reference: Decimal) -> None:
    """Refuse a level off the tick size, or on the wrong side of a price.

    A long position's stop is below the price and its target above, a short one's the other way round.
    """
    require(price > 0 and listing.instrument.on_tick(price), refusal(name))
    above = (name == TARGET) == (side == "BUY")
    require(price > reference if above else price < reference, refusal(name))


def refusal(name: str) -> Answer:
    """Return the answer to a level that cannot be."""
    return STOP_LOSS if name == STOP else TAKE_PROFIT
