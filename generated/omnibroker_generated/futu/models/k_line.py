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

T = TypeVar("T", bound="KLine")
_new = object.__new__


_KNOWN: frozenset[str] = frozenset(
    (
        "change_rate",
        "close_price",
        "high_price",
        "hp_volume",
        "is_blank",
        "last_close_price",
        "low_price",
        "open_price",
        "pe",
        "time",
        "timestamp",
        "turnover",
        "turnover_rate",
        "volume",
    )
)
_REQUIRED: frozenset[str] = frozenset(())


@_attrs_define(eq=False)
class KLine:
    """Rows with is_blank are points in time only.

    Attributes:
        change_rate (Decimal | None | Unset): Change, percent
        close_price (Decimal | None | Unset):
        high_price (Decimal | None | Unset):
        hp_volume (Decimal | None | Unset): High-precision volume
        is_blank (bool | Unset): Empty point: only time is valid
        last_close_price (Decimal | None | Unset): Previous close
        low_price (Decimal | None | Unset):
        open_price (Decimal | None | Unset):
        pe (Decimal | None | Unset): P/E (daily and longer bars)
        time (str | Unset): Bar time text, market time
        timestamp (Decimal | None | Unset): Epoch seconds
        turnover (Decimal | None | Unset):
        turnover_rate (Decimal | None | Unset): Turnover rate as a fraction (0.0123), unlike other percent fields
        volume (int | None | Unset):
    """

    change_rate: Decimal | None | Unset = UNSET
    close_price: Decimal | None | Unset = UNSET
    high_price: Decimal | None | Unset = UNSET
    hp_volume: Decimal | None | Unset = UNSET
    is_blank: bool | Unset = UNSET
    last_close_price: Decimal | None | Unset = UNSET
    low_price: Decimal | None | Unset = UNSET
    open_price: Decimal | None | Unset = UNSET
    pe: Decimal | None | Unset = UNSET
    time: str | Unset = UNSET
    timestamp: Decimal | None | Unset = UNSET
    turnover: Decimal | None | Unset = UNSET
    turnover_rate: Decimal | None | Unset = UNSET
    volume: int | None | Unset = UNSET
    _extra: dict[str, Any] | None = _attrs_field(init=False, default=None, repr=False)
    _source: Mapping[str, Any] | None = _attrs_field(init=False, default=None, repr=False)

    def to_dict(self) -> dict[str, Any]:
        """The JSON object; properties that are unset are left out"""
        _object: dict[str, Any] = {}
        _value = self.change_rate
        if _value is not UNSET:
            _object["change_rate"] = _value
        _value = self.close_price
        if _value is not UNSET:
            _object["close_price"] = _value
        _value = self.high_price
        if _value is not UNSET:
            _object["high_price"] = _value
        _value = self.hp_volume
        if _value is not UNSET:
            _object["hp_volume"] = _value
        _value = self.is_blank
        if _value is not UNSET:
            _object["is_blank"] = _value
        _value = self.last_close_price
        if _value is not UNSET:
            _object["last_close_price"] = _value
        _value = self.low_price
        if _value is not UNSET:
            _object["low_price"] = _value
        _value = self.open_price
        if _value is not UNSET:
            _object["open_price"] = _value
        _value = self.pe
        if _value is not UNSET:
            _object["pe"] = _value
        _value = self.time
        if _value is not UNSET:
            _object["time"] = _value
        _value = self.timestamp
        if _value is not UNSET:
            _object["timestamp"] = _value
        _value = self.turnover
        if _value is not UNSET:
            _object["turnover"] = _value
        _value = self.turnover_rate
        if _value is not UNSET:
            _object["turnover_rate"] = _value
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
        _model.change_rate = src_dict["change_rate"] if "change_rate" in src_dict else UNSET
        _model.close_price = src_dict["close_price"] if "close_price" in src_dict else UNSET
        _model.high_price = src_dict["high_price"] if "high_price" in src_dict else UNSET
        _model.hp_volume = src_dict["hp_volume"] if "hp_volume" in src_dict else UNSET
        _model.is_blank = src_dict["is_blank"] if "is_blank" in src_dict else UNSET
        _model.last_close_price = src_dict["last_close_price"] if "last_close_price" in src_dict else UNSET
        _model.low_price = src_dict["low_price"] if "low_price" in src_dict else UNSET
        _model.open_price = src_dict["open_price"] if "open_price" in src_dict else UNSET
        _model.pe = src_dict["pe"] if "pe" in src_dict else UNSET
        _model.time = src_dict["time"] if "time" in src_dict else UNSET
        _model.timestamp = src_dict["timestamp"] if "timestamp" in src_dict else UNSET
        _model.turnover = src_dict["turnover"] if "turnover" in src_dict else UNSET
        _model.turnover_rate = src_dict["turnover_rate"] if "turnover_rate" in src_dict else UNSET
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
