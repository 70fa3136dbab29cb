"""The terms of an order: what it says about side, amount and prices, as exact numbers."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from omnibroker.kit.exact import canonical


@dataclass(frozen=True, slots=True)
class Trail:
    """How a stop follows the market: `kind` AMOUNT (price units) or PERCENT, and the limit's distance from it."""

    kind: str
    value: Decimal
    limit_offset: Decimal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """What limits read of an order: either `quantity` or `notional` with its `currency`, and its prices."""

    side: str
    type: str
    quantity: Decimal | None = None
    quantity_unit: str | None = None
    notional: Decimal | None = None
    currency: str | None = None
    limit_price: Decimal | None = None
    stop_price: Decimal | None = None
    trail: Trail | None = None
    position_id: str | None = None

    @classmethod
    def read(cls, body: Mapping[str, Any]) -> "Terms":
        """Return the terms of an order in the unified form: a request, or the document of one that exists."""
        notional = body.get("notional", {})
        return cls(
            side=body["side"],
            type=body["type"],
            quantity=_number(body, "quantity"),
            quantity_unit=body.get("quantity_unit", "SHARE"),
            notional=_number(notional, "amount"),
            currency=notional.get("currency"),
            limit_price=_number(body, "limit_price"),
            stop_price=_number(body, "stop_price"),
            trail=_trail(body["trail"]) if "trail" in body else None,
            position_id=body.get("position_id"),
        )

    @property
    def has_prices(self) -> bool:
        """Whether the order names a price or a distance from the market's."""
        return any(p is not None for p in (self.limit_price, self.stop_price, self.trail))

    def prices(self, market: Decimal | None) -> tuple[Decimal, ...]:
        """Return every price at which the order may trigger or trade; a trailing one from the market's price."""
        named = [price for price in (self.limit_price, self.stop_price) if price is not None]
        if self.trail is not None and market is not None:
            named += self._trailing(self.trail, market)
        return tuple(named)

    def digest(self, account_id: str, instrument: str) -> str:
        """Return what an order and its duplicate have in common (SHA-256, hex)."""
        said: dict[str, Any] = {
            "account_id": account_id,
            "instrument": instrument,
            **{name: _plain(getattr(self, name)) for name in _DUPLICATED},
        }
        if self.trail is not None:
            said["trail"] = [_plain(getattr(self.trail, name)) for name in _TRAILING]
        text = json.dumps(said, sort_keys=True, separators=(",", ":"))
        return hashlib.sha256(text.encode()).hexdigest()

    def _trailing(self, trail: Trail, market: Decimal) -> list[Decimal]:
        distance = trail.value if trail.kind == "AMOUNT" else abs(market) * trail.value / 100
        stop = market + distance if self.side == "BUY" else market - distance
        if trail.limit_offset is None:
            return [stop]
        offset = abs(trail.limit_offset)
        return [stop, stop + offset if self.side == "BUY" else stop - offset]


_DUPLICATED = (
    "side", "type", "quantity", "quantity_unit", "notional", "currency", "limit_price", "stop_price",
    "position_id",
)  # fmt: skip
_TRAILING = ("kind", "value", "limit_offset")


def _number(values: Mapping[str, Any], name: str) -> Decimal | None:
    return Decimal(values[name]) if name in values else None


def _trail(values: Mapping[str, Any]) -> Trail:
    return Trail(values["kind"], Decimal(values["value"]), _number(values, "limit_offset"))


def _plain(value: Decimal | str | None) -> str | None:
    return canonical(value) if isinstance(value, Decimal) else value
