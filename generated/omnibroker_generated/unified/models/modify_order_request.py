from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define

from ..models.time_in_force import TimeInForce
from ..models.trading_session import TradingSession
from ..types import (
    UNSET,
    Unset,
    write_value,
)

T = TypeVar("T", bound="ModifyOrderRequest")
_new = object.__new__


_KNOWN: frozenset[str] = frozenset(
    (
        "expires_at",
        "limit_price",
        "quantity",
        "session",
        "stop_price",
        "time_in_force",
        "trail",
    )
)
_REQUIRED: frozenset[str] = frozenset(())


@_attrs_define(eq=False)
class ModifyOrderRequest:
    """What to change, as a JSON merge patch: fields that are absent stay as they are. Instrument, side and type cannot
    change, and no field can be removed, so null is refused.

        Attributes:
            expires_at (str | Unset): Instant in UTC, RFC 3339 with `Z` Example: 2026-03-02T14:30:00Z.
            limit_price (str | Unset): Exact decimal number as text, with a sign where it is negative; no exponent Example:
                -1.25.
            quantity (str | Unset): Exact decimal number as text, more than zero; no sign, no exponent Example: 10.
            session (TradingSession | Unset): When it may trade. `REGULAR`, regular hours only; `EXTENDED`, also before and
                after them; `OVERNIGHT`, the overnight session only; `ALL`, every session. Example: REGULAR.
            stop_price (str | Unset): Exact decimal number as text, with a sign where it is negative; no exponent Example:
                -1.25.
            time_in_force (TimeInForce | Unset): How long the order lives. `DAY`, this trading day; `GTC`, until cancelled;
                `IOC`, at once and what is left is cancelled; `GTD`, until `expires_at`; `OPG`, in the opening auction. Example:
                DAY.
            trail (Trail | Unset): How a trailing stop follows the price
    """

    expires_at: str | Unset = UNSET
    limit_price: str | Unset = UNSET
    quantity: str | Unset = UNSET
    session: TradingSession | Unset = UNSET
    stop_price: str | Unset = UNSET
    time_in_force: TimeInForce | Unset = UNSET
    trail: Trail | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        """The JSON object; properties that are unset are left out"""
        _object: dict[str, Any] = {}
        _value = self.expires_at
        if _value is not UNSET:
            _object["expires_at"] = _value
        _value = self.limit_price
        if _value is not UNSET:
            _object["limit_price"] = _value
        _value = self.quantity
        if _value is not UNSET:
            _object["quantity"] = _value
        _value = self.session
        if _value is not UNSET:
            _object["session"] = _value
        _value = self.stop_price
        if _value is not UNSET:
            _object["stop_price"] = _value
        _value = self.time_in_force
        if _value is not UNSET:
            _object["time_in_force"] = _value
        _value = self.trail
        if _value is not UNSET:
            _object["trail"] = _value.to_dict() if isinstance(_value, Trail) else write_value(_value)
        return _object

    @classmethod
    def fits(cls, src_dict: Mapping[str, Any]) -> bool:
        """True where all required properties are there"""
        return _REQUIRED <= src_dict.keys()

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read a decoded JSON object without ever raising: what is missing is UNSET, what is odd stays as it came"""
        _model = _new(cls)
        _model.expires_at = src_dict["expires_at"] if "expires_at" in src_dict else UNSET
        _model.limit_price = src_dict["limit_price"] if "limit_price" in src_dict else UNSET
        _model.quantity = src_dict["quantity"] if "quantity" in src_dict else UNSET
        _model.session = src_dict["session"] if "session" in src_dict else UNSET
        _model.stop_price = src_dict["stop_price"] if "stop_price" in src_dict else UNSET
        _model.time_in_force = src_dict["time_in_force"] if "time_in_force" in src_dict else UNSET
        _value = src_dict.get("trail", UNSET)
        _model.trail = Trail.from_dict(_value) if isinstance(_value, dict) else _value
        return _model

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self) and self.to_dict() == other.to_dict()

    __hash__ = None  # type: ignore[assignment]


from ..models.trail import Trail
