from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import (
    UNSET,
    Unset,
)

T = TypeVar("T", bound="Bar")
_new = object.__new__


_KNOWN: frozenset[str] = frozenset(
    (
        "close",
        "high",
        "low",
        "open",
        "closed",
        "end_at",
        "start_at",
        "trading_date",
        "volume",
    )
)
_REQUIRED: frozenset[str] = frozenset(
    (
        "close",
        "high",
        "low",
        "open",
    )
)


@_attrs_define(eq=False)
class Bar:
    """One bar; intraday it has `start_at` and `end_at`, from a day upwards `trading_date`

    Attributes:
        close (str): Exact decimal number as text, with a sign where it is negative; no exponent Example: -1.25.
        high (str): Exact decimal number as text, with a sign where it is negative; no exponent Example: -1.25.
        low (str): Exact decimal number as text, with a sign where it is negative; no exponent Example: -1.25.
        open_ (str): Exact decimal number as text, with a sign where it is negative; no exponent Example: -1.25.
        closed (bool | Unset): False while the bar is still forming Example: True.
        end_at (str | Unset): Instant in UTC, RFC 3339 with `Z` Example: 2026-03-02T14:30:00Z.
        start_at (str | Unset): Instant in UTC, RFC 3339 with `Z` Example: 2026-03-02T14:30:00Z.
        trading_date (str | Unset): Date in the calendar of the market, `YYYY-MM-DD` Example: 2026-03-02.
        volume (str | Unset): Exact decimal number as text, zero or more; no sign, no exponent Example: 0.
    """

    close: str
    high: str
    low: str
    open_: str
    closed: bool | Unset = UNSET
    end_at: str | Unset = UNSET
    start_at: str | Unset = UNSET
    trading_date: str | Unset = UNSET
    volume: str | Unset = UNSET
    _partial: bool = _attrs_field(init=False, default=False, repr=False)

    def to_dict(self) -> dict[str, Any]:
        """The JSON object; properties that are unset are left out"""
        _object: dict[str, Any] = {
            "close": self.close,
            "high": self.high,
            "low": self.low,
            "open": self.open_,
        }
        _value = self.closed
        if _value is not UNSET:
            _object["closed"] = _value
        _value = self.end_at
        if _value is not UNSET:
            _object["end_at"] = _value
        _value = self.start_at
        if _value is not UNSET:
            _object["start_at"] = _value
        _value = self.trading_date
        if _value is not UNSET:
            _object["trading_date"] = _value
        _value = self.volume
        if _value is not UNSET:
            _object["volume"] = _value
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
            _model.close = src_dict["close"]
            _model.high = src_dict["high"]
            _model.low = src_dict["low"]
            _model.open_ = src_dict["open"]
            _model._partial = False
        except KeyError:
            _model._partial = True
            _model.close = src_dict.get("close", UNSET)
            _model.high = src_dict.get("high", UNSET)
            _model.low = src_dict.get("low", UNSET)
            _model.open_ = src_dict.get("open", UNSET)
        _model.closed = src_dict["closed"] if "closed" in src_dict else UNSET
        _model.end_at = src_dict["end_at"] if "end_at" in src_dict else UNSET
        _model.start_at = src_dict["start_at"] if "start_at" in src_dict else UNSET
        _model.trading_date = src_dict["trading_date"] if "trading_date" in src_dict else UNSET
        _model.volume = src_dict["volume"] if "volume" in src_dict else UNSET
        return _model

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self) and self.to_dict() == other.to_dict()

    __hash__ = None  # type: ignore[assignment]
