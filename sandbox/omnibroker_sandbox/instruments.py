"""What an instrument is: identity, price steps, sizes and how its value is counted."""

from dataclasses import dataclass
from datetime import date
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_EVEN, Decimal
from enum import StrEnum

from omnibroker_sandbox.sessions import VENUES, Venue


class Kind(StrEnum):
    """The kinds of instrument of the simulated market."""

    STOCK = "STOCK"
    OPTION = "OPTION"
    FUTURE = "FUTURE"
    FX = "FX"
    CFD = "CFD"
    CRYPTO = "CRYPTO"


MARGINED = frozenset({Kind.FUTURE, Kind.CFD})
"""Kinds whose price is never paid: only profit and loss touches cash."""

TickTable = tuple[tuple[Decimal, Decimal], ...]
"""Rows of (lower edge of the price, smallest price step from there on)."""


@dataclass(frozen=True, slots=True)
class Instrument:
    """One tradable thing; `key` names it everywhere in the sandbox."""

    key: str
    kind: Kind
    symbol: str
    name: str
    currency: str
    venue_code: str
    base_price: Decimal
    ticks: TickTable
    lot: Decimal = Decimal(1)
    size_step: Decimal = Decimal(1)
    multiplier: Decimal = Decimal(1)
    noise_key: str = ""
    swing: int = 1000
    spread_ticks: int = 1
    typical_size: int = 500
    country: str = "US"
    sector: str = ""
    industry: str = ""
    underlying: str = ""
    expiry: date | None = None
    right: str = ""
    strike: Decimal | None = None
    base_currency: str = ""

    @property
    def venue(self) -> Venue:
        """Return the exchange it is listed on."""
        return VENUES[self.venue_code]

    @property
    def bucket_ms(self) -> int:
        """Return how often its order book changes, in milliseconds."""
        return 60_000 if self.kind is Kind.OPTION else 5_000

    def tick_at(self, price: Decimal) -> Decimal:
        """Return the smallest price step at a price."""
        size = abs(price)
        return next(step for edge, step in reversed(self.ticks) if size >= edge)

    def on_tick(self, price: Decimal) -> bool:
        """Tell whether a price lies on the tick table."""
        return price % self.tick_at(price) == 0

    def rounded(self, price: Decimal, rounding: str = ROUND_HALF_EVEN) -> Decimal:
        """Return the price on the tick table: nearest, or as `rounding` says."""
        tick = self.tick_at(price)
        steps = (price / tick).quantize(Decimal(1), rounding=rounding)
        return max(steps * tick, tick)

    def rounded_or_zero(self, price: Decimal) -> Decimal:
        """Return the nearest price on the tick table, or zero for what is worth nothing."""
        return self.rounded(price) if price >= self.tick_at(price) else Decimal(0)

    def floor(self, price: Decimal) -> Decimal:
        """Return the tick at or below a price."""
        return self.rounded(price, ROUND_FLOOR)

    def ceiling(self, price: Decimal) -> Decimal:
        """Return the tick at or above a price."""
        return self.rounded(price, ROUND_CEILING)


def last_second(instrument: Instrument) -> int | None:
    """Return when an instrument stops trading for good, in epoch seconds; None for most."""
    if instrument.expiry is None:
        return None
    spans = instrument.venue.spans(instrument.expiry, extended=False)
    return spans[-1][1] if spans else None
