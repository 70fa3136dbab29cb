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

T = TypeVar("T", bound="CapitalDistributionS2C")
_new = object.__new__


_KNOWN: frozenset[str] = frozenset(
    (
        "capital_in_big",
        "capital_in_mid",
        "capital_in_small",
        "capital_in_super",
        "capital_out_big",
        "capital_out_mid",
        "capital_out_small",
        "capital_out_super",
        "update_time",
        "update_timestamp",
    )
)
_REQUIRED: frozenset[str] = frozenset(())


@_attrs_define(eq=False)
class CapitalDistributionS2C:
    """
    Attributes:
        capital_in_big (Decimal | Unset): Inflow, big orders
        capital_in_mid (Decimal | Unset): Inflow, medium orders
        capital_in_small (Decimal | Unset): Inflow, small orders
        capital_in_super (Decimal | None | Unset): Inflow, extra-large orders
        capital_out_big (Decimal | Unset): Outflow, big orders
        capital_out_mid (Decimal | Unset): Outflow, medium orders
        capital_out_small (Decimal | Unset): Outflow, small orders
        capital_out_super (Decimal | None | Unset): Outflow, extra-large orders
        update_time (None | str | Unset): Local time of the market
        update_timestamp (Decimal | None | Unset): Last update, epoch seconds
    """

    capital_in_big: Decimal | Unset = UNSET
    capital_in_mid: Decimal | Unset = UNSET
    capital_in_small: Decimal | Unset = UNSET
    capital_in_super: Decimal | None | Unset = UNSET
    capital_out_big: Decimal | Unset = UNSET
    capital_out_mid: Decimal | Unset = UNSET
    capital_out_small: Decimal | Unset = UNSET
    capital_out_super: Decimal | None | Unset = UNSET
    update_time: None | str | Unset = UNSET
    update_timestamp: Decimal | None | Unset = UNSET
    _extra: dict[str, Any] | None = _attrs_field(init=False, default=None, repr=False)
    _source: Mapping[str, Any] | None = _attrs_field(init=False, default=None, repr=False)

    def to_dict(self) -> dict[str, Any]:
        """The JSON object; properties that are unset are left out"""
        _object: dict[str, Any] = {}
        _value = self.capital_in_big
        if _value is not UNSET:
            _object["capital_in_big"] = _value
        _value = self.capital_in_mid
        if _value is not UNSET:
            _object["capital_in_mid"] = _value
        _value = self.capital_in_small
        if _value is not UNSET:
            _object["capital_in_small"] = _value
        _value = self.capital_in_super
        if _value is not UNSET:
            _object["capital_in_super"] = _value
        _value = self.capital_out_big
        if _value is not UNSET:
            _object["capital_out_big"] = _value
        _value = self.capital_out_mid
        if _value is not UNSET:
            _object["capital_out_mid"] = _value
        _value = self.capital_out_small
        if _value is not UNSET:
            _object["capital_out_small"] = _value
        _value = self.capital_out_super
        if _value is not UNSET:
            _object["capital_out_super"] = _value
        _value = self.update_time
        if _value is not UNSET:
            _object["update_time"] = _value
        _value = self.update_timestamp
        if _value is not UNSET:
            _object["update_timestamp"] = _value
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
        _model.capital_in_big = src_dict["capital_in_big"] if "capital_in_big" in src_dict else UNSET
        _model.capital_in_mid = src_dict["capital_in_mid"] if "capital_in_mid" in src_dict else UNSET
        _model.capital_in_small = src_dict["capital_in_small"] if "capital_in_small" in src_dict else UNSET
        _model.capital_in_super = src_dict["capital_in_super"] if "capital_in_super" in src_dict else UNSET
        _model.capital_out_big = src_dict["capital_out_big"] if "capital_out_big" in src_dict else UNSET
        _model.capital_out_mid = src_dict["capital_out_mid"] if "capital_out_mid" in src_dict else UNSET
        _model.capital_out_small = src_dict["capital_out_small"] if "capital_out_small" in src_dict else UNSET
        _model.capital_out_super = src_dict["capital_out_super"] if "capital_out_super" in src_dict else UNSET
        _model.update_time = src_dict["update_time"] if "update_time" in src_dict else UNSET
        _model.update_timestamp = src_dict["update_timestamp"] if "update_timestamp" in src_dict else UNSET
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
