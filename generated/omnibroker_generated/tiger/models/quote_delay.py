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

T = TypeVar("T", bound="QuoteDelay")
_new = object.__new__


_KNOWN: frozenset[str] = frozenset(
    (
        "close",
        "halted",
        "high",
        "low",
        "open",
        "preClose",
        "symbol",
        "time",
        "volume",
    )
)
_REQUIRED: frozenset[str] = frozenset(())


@_attrs_define(eq=False)
class QuoteDelay:
    """A delayed quote; close is the latest price.

    Attributes:
        close (Decimal | None | Unset):
        halted (Decimal | None | Unset): 0 normal, 3 halted, 4 delisted
        high (Decimal | None | Unset):
        low (Decimal | None | Unset):
        open_ (Decimal | None | Unset):
        pre_close (Decimal | None | Unset):
        symbol (str | Unset):
        time (int | None | Unset): Epoch milliseconds
        volume (int | None | Unset):
    """

    close: Decimal | None | Unset = UNSET
    halted: Decimal | None | Unset = UNSET
    high: Decimal | None | Unset = UNSET
    low: Decimal | None | Unset = UNSET
    open_: Decimal | None | Unset = UNSET
    pre_close: Decimal | None | Unset = UNSET
    symbol: str | Unset = UNSET
    time: int | None | Unset = UNSET
    volume: int | None | Unset = UNSET
    _extra: dict[str, Any] | None = _attrs_field(init=False, default=None, repr=False)
    _source: Mapping[str, Any] | None = _attrs_field(init=False, default=None, repr=False)

    def to_dict(self) -> dict[str, Any]:
        """The JSON object; properties that are unset are left out"""
        _object: dict[str, Any] = {}
        _value = self.close
        if _value is not UNSET:
            _object["close"] = _value
        _value = self.halted
        if _value is not UNSET:
            _object["halted"] = _value
        _value = self.high
        if _value is not UNSET:
            _object["high"] = _value
        _value = self.low
        if _value is not UNSET:
            _object["low"] = _value
        _value = self.open_
        if _value is not UNSET:
            _object["open"] = _value
        _value = self.pre_close
        if _value is not UNSET:
            _object["preClose"] = _value
        _value = self.symbol
        if _value is not UNSET:
            _object["symbol"] = _value
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
        _model.halted = src_dict["halted"] if "halted" in src_dict else UNSET
        _model.high = src_dict["high"] if "high" in src_dict else UNSET
        _model.low = src_dict["low"] if "low" in src_dict else UNSET
        _model.open_ = src_dict["open"] if "open" in src_dict else UNSET
        _model.pre_close = src_dict["preClose"] if "preClose" in src_dict else UNSET
        _model.symbol = src_dict["symbol"] if "symbol" in src_dict else UNSET
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
