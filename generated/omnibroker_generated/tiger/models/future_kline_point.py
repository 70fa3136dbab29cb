from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import (
    UNSET,
    Unset,
    write_value,
)

T = TypeVar("T", bound="FutureKlinePoint")
_new = object.__new__


_KNOWN: frozenset[str] = frozenset(
    (
        "close",
        "high",
        "lastTime",
        "low",
        "open",
        "openInterest",
        "settlement",
        "time",
        "volume",
    )
)
_REQUIRED: frozenset[str] = frozenset(())


@_attrs_define(eq=False)
class FutureKlinePoint:
    """
    Attributes:
        close (Decimal | Unset):
        high (Decimal | Unset):
        last_time (int | Unset): Epoch milliseconds of the last change
        low (Decimal | Unset):
        open_ (Decimal | Unset):
        open_interest (int | Unset):
        settlement (Decimal | Unset): 0 before there is one
        time (int | Unset): Epoch milliseconds: the END of the bar
        volume (int | Unset):
    """

    close: Decimal | Unset = UNSET
    high: Decimal | Unset = UNSET
    last_time: int | Unset = UNSET
    low: Decimal | Unset = UNSET
    open_: Decimal | Unset = UNSET
    open_interest: int | Unset = UNSET
    settlement: Decimal | Unset = UNSET
    time: int | Unset = UNSET
    volume: int | Unset = UNSET
    _extra: dict[str, Any] | None = _attrs_field(init=False, default=None, repr=False)
    _source: Mapping[str, Any] | None = _attrs_field(init=False, default=None, repr=False)

    def to_dict(self) -> dict[str, Any]:
        """The JSON object; properties that are unset are left out"""
        _object: dict[str, Any] = {}
        _value = self.close
        if _value is not UNSET:
            _object["close"] = _value
        _value = self.high
        if _value is not UNSET:
            _object["high"] = _value
        _value = self.last_time
        if _value is not UNSET:
            _object["lastTime"] = _value
        _value = self.low
        if _value is not UNSET:
            _object["low"] = _value
        _value = self.open_
        if _value is not UNSET:
            _object["open"] = _value
        _value = self.open_interest
        if _value is not UNSET:
            _object["openInterest"] = _value
        _value = self.settlement
        if _value is not UNSET:
            _object["settlement"] = _value
        _value = self.time
        if _value is not UNSET:
            _object["time"] = _value
        _value = self.volume
        if _value is not UNSET:
            _object["volume"] = _value
        if self._extra or self._source:
            for _key, _value in self.additional_properties.items():
                _object.setdefault(_key, write_value(_value))
        return _object

    @classmethod
    def fits(cls, src_dict: Mapping[str, Any]) -> bool:
        """True where all required properties are there"""
        return _REQUIRED <= src_dict.keys()

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read a decoded JSON object without ever raising: what is missing is UNSET, what is odd stays as it came"""
        _model = _new(cls)
        _model.close = src_dict["close"] if "close" in src_dict else UNSET
        _model.high = src_dict["high"] if "high" in src_dict else UNSET
        _model.last_time = src_dict["lastTime"] if "lastTime" in src_dict else UNSET
        _model.low = src_dict["low"] if "low" in src_dict else UNSET
        _model.open_ = src_dict["open"] if "open" in src_dict else UNSET
        _model.open_interest = src_dict["openInterest"] if "openInterest" in src_dict else UNSET
        _model.settlement = src_dict["settlement"] if "settlement" in src_dict else UNSET
        _model.time = src_dict["time"] if "time" in src_dict else UNSET
        _model.volume = src_dict["volume"] if "volume" in src_dict else UNSET
        _model._extra = None
        _model._source = src_dict
        return _model

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self) and self.to_dict() == other.to_dict()

    __hash__ = None  # type: ignore[assignment]

    @property
    def additional_properties(self) -> dict[str, Any]:
        """Properties that the document does not name, picked out of the answer when they are first asked for"""
        if self._extra is None:
            self._extra = {_key: _value for _key, _value in (self._source or {}).items() if _key not in _KNOWN}
        return self._extra

    @additional_properties.setter
    def additional_properties(self, value: dict[str, Any]) -> None:
        self._extra = value

    @property
    def additional_keys(self) -> list[str]:
        return list(self.additional_properties.keys())

    def __getitem__(self, key: str) -> Any:
        return self.additional_properties[key]

    def __setitem__(self, key: str, value: Any) -> None:
        self.additional_properties[key] = value

    def __delitem__(self, key: str) -> None:
        del self.additional_properties[key]

    def __contains__(self, key: str) -> bool:
        return key in self.additional_properties
