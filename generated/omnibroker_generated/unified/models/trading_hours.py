from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import (
    UNSET,
    Unset,
)

T = TypeVar("T", bound="TradingHours")
_new = object.__new__


_KNOWN: frozenset[str] = frozenset(
    (
        "closes_at",
        "opens_at",
        "session",
        "trading_date",
    )
)
_REQUIRED: frozenset[str] = frozenset(
    (
        "closes_at",
        "opens_at",
        "session",
    )
)


@_attrs_define(eq=False)
class TradingHours:
    """One stretch of trading

    Attributes:
        closes_at (str): Instant in UTC, RFC 3339 with `Z` Example: 2026-03-02T14:30:00Z.
        opens_at (str): Instant in UTC, RFC 3339 with `Z` Example: 2026-03-02T14:30:00Z.
        session (str): Which session it belongs to Example: REGULAR.
        trading_date (str | Unset): Date in the calendar of the market, `YYYY-MM-DD` Example: 2026-03-02.
    """

    closes_at: str
    opens_at: str
    session: str
    trading_date: str | Unset = UNSET
    _partial: bool = _attrs_field(init=False, default=False, repr=False)

    def to_dict(self) -> dict[str, Any]:
        """The JSON object; properties that are unset are left out"""
        _object: dict[str, Any] = {
            "closes_at": self.closes_at,
            "opens_at": self.opens_at,
            "session": self.session,
        }
        _value = self.trading_date
        if _value is not UNSET:
            _object["trading_date"] = _value
        if self._partial:
            _object = {_key: _value for _key, _value in _object.items() if _value is not UNSET}
        return _object

    @classmethod
    def fits(cls, src_dict: Mapping[str, Any]) -> bool:
        """True where all required properties are there"""
        return _REQUIRED <= src_dict.keys()

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read a decoded JSON object without ever raising: what is missing is UNSET, what is odd stays as it came"""
        _model = _new(cls)
        try:
            _model.closes_at = src_dict["closes_at"]
            _model.opens_at = src_dict["opens_at"]
            _model.session = src_dict["session"]
            _model._partial = False
        except KeyError:
            _model._partial = True
            _model.closes_at = src_dict.get("closes_at", UNSET)
            _model.opens_at = src_dict.get("opens_at", UNSET)
            _model.session = src_dict.get("session", UNSET)
        _model.trading_date = src_dict["trading_date"] if "trading_date" in src_dict else UNSET
        return _model

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self) and self.to_dict() == other.to_dict()

    __hash__ = None  # type: ignore[assignment]
