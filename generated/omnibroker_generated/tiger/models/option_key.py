from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import (
    UNSET,
    write_value,
)

T = TypeVar("T", bound="OptionKey")
_new = object.__new__


_KNOWN: frozenset[str] = frozenset(
    (
        "expiry",
        "right",
        "strike",
        "symbol",
    )
)
_REQUIRED: frozenset[str] = frozenset(
    (
        "expiry",
        "right",
        "strike",
        "symbol",
    )
)


@_attrs_define(eq=False)
class OptionKey:
    """
    Attributes:
        expiry (int): Epoch milliseconds; -1 where a range may stay open
        right (str):
        strike (Decimal | str): A decimal number, as text or as a JSON number; the vendor's clients send either
        symbol (str): Upper case; 5 digits in Hong Kong, a leading dot for an index, BTC/USD for crypto
    """

    expiry: int
    right: str
    strike: Decimal | str
    symbol: str
    _extra: dict[str, Any] | None = _attrs_field(init=False, default=None, repr=False)
    _source: Mapping[str, Any] | None = _attrs_field(init=False, default=None, repr=False)
    _partial: bool = _attrs_field(init=False, default=False, repr=False)

    def to_dict(self) -> dict[str, Any]:
        """The JSON object; properties that are unset are left out"""
        _object: dict[str, Any] = {
            "expiry": self.expiry,
            "right": self.right,
            "strike": self.strike,
            "symbol": self.symbol,
        }
        if self._partial:
            _object = {_key: _value for _key, _value in _object.items() if _value is not UNSET}
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
        try:
            _model.expiry = src_dict["expiry"]
            _model.right = src_dict["right"]
            _model.strike = src_dict["strike"]
            _model.symbol = src_dict["symbol"]
            _model._partial = False
        except KeyError:
            _model._partial = True
            _model.expiry = src_dict.get("expiry", UNSET)
            _model.right = src_dict.get("right", UNSET)
            _model.strike = src_dict.get("strike", UNSET)
            _model.symbol = src_dict.get("symbol", UNSET)
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
