"""An order that somebody wants to place or change, as limits and the kill switch see it."""

from dataclasses import dataclass
from decimal import Decimal

from omnibroker.kit.errors import NotSent
from omnibroker.kit.instruments import parse
from omnibroker.limits.terms import Terms
from omnibroker.limits.values import MarketPrice

_KINDS_WITHOUT_MARKET = frozenset({"FX", "CFD", "CRYPTO"})


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderIntent:
    """What is asked for, by which key, where, and what it adds to what was there.

    `key_id` is the id that the key's orders are counted under. `operation` is the operationId, of the
    unified API or of a broker's own. `instrument` is the canonical key; `market` its market, or FX, CFD,
    CRYPTO, or "" where nobody knows. `terms` are those of the whole order as it will be. `added_quantity`
    and `added_value` are by how much it grows. `value` (in `currency`) and `market_price` are there where a
    limit needs them. `digest` says what a duplicate of it is; a change has none ("").
    """

    key_id: str
    account_id: str
    connection: str
    broker: str
    environment: str | None
    operation: str
    instrument: str
    market: str
    terms: Terms
    client_order_id: str | None
    digest: str
    added_quantity: Decimal | None
    value: Decimal | None = None
    added_value: Decimal | None = None
    currency: str | None = None
    market_price: MarketPrice | None = None

    @property
    def is_new(self) -> bool:
        """Whether an order comes to be: changes of one count towards fewer limits."""
        return bool(self.digest)


def market_of(instrument: str) -> str:
    """Return the market that a canonical key names, FX, CFD or CRYPTO, or "" where it names none."""
    try:
        key = parse(instrument)
    except NotSent:
        return ""  # an adopted order may have a name of its broker's own
    return key.market or (key.kind if key.kind in _KINDS_WITHOUT_MARKET else "")
