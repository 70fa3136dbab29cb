from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.order_type import OrderType
from ..models.time_in_force import TimeInForce
from ..models.trading_session import TradingSession
from ..types import (
    UNSET,
)

T = TypeVar("T", bound="OrderCombination")
_new = object.__new__


_KNOWN: frozenset[str] = frozenset(
    (
        "session",
        "time_in_force",
        "type",
    )
)
_REQUIRED: frozenset[str] = frozenset(
    (
        "session",
        "time_in_force",
        "type",
    )
)


@_attrs_define(eq=False)
class OrderCombination:
    """An order type, a time in force and a session that go together

    Attributes:
        session (TradingSession): When it may trade. `REGULAR`, regular hours only; `EXTENDED`, also before and after
            them; `OVERNIGHT`, the overnight session only; `ALL`, every session. Example: REGULAR.
        time_in_force (TimeInForce): How long the order lives. `DAY`, this trading day; `GTC`, until cancelled; `IOC`,
            at once and what is left is cancelled; `GTD`, until `expires_at`; `OPG`, in the opening auction. Example: DAY.
        type_ (OrderType): How the price is found. The prices that belong to a type must be there, a price foreign to it
            is 422: `limit_price` for `LIMIT`, `STOP_LIMIT` and `LIMIT_ON_CLOSE`; `stop_price` for `STOP` and `STOP_LIMIT`;
            `trail` for `TRAILING_STOP` and `TRAILING_STOP_LIMIT`. Example: LIMIT.
    """

    session: TradingSession
    time_in_force: TimeInForce
    type_: OrderType
    _partial: bool = _attrs_field(init=False, default=False, repr=False)

    def to_dict(self) -> dict[str, Any]:
        """The JSON object; properties that are unset are left out"""
        _object: dict[str, Any] = {
            "session": self.session,
            "time_in_force": self.time_in_force,
            "type": self.type_,
        }
        if self._partial:
            _object = {_key: _value for _key, _value in _object.items() if _value is not UNSET}
        return _object

    @classmethod
    def fits(cls, src_dict: Mapping[str, Any]) -> bool:
        """True where all required properties are there"""
        return (
            _REQUIRED <= src_dict.keys()
            and src_dict["session"]
            in (
                "ALL",
                "EXTENDED",
                "OVERNIGHT",
                "REGULAR",
            )
            and src_dict["time_in_force"]
            in (
                "DAY",
                "GTC",
                "GTD",
                "IOC",
                "OPG",
            )
            and src_dict["type"]
            in (
                "LIMIT",
                "LIMIT_ON_CLOSE",
                "MARKET",
                "MARKET_ON_CLOSE",
                "STOP",
                "STOP_LIMIT",
                "TRAILING_STOP",
                "TRAILING_STOP_LIMIT",
            )
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read a decoded JSON object without ever raising: what is missing is UNSET, what is odd stays as it came"""
        _model = _new(cls)
        try:
            _model.session = src_dict["session"]
            _model.time_in_force = src_dict["time_in_force"]
            _model.type_ = src_dict["type"]
            _model._partial = False
        except KeyError:
            _model._partial = True
            _model.session = src_dict.get("session", UNSET)
            _model.time_in_force = src_dict.get("time_in_force", UNSET)
            _model.type_ = src_dict.get("type", UNSET)
        return _model

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self) and self.to_dict() == other.to_dict()

    __hash__ = None  # type: ignore[assignment]
