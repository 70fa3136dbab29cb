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

T = TypeVar("T", bound="TrustSnapshotExData")
_new = object.__new__


_KNOWN: frozenset[str] = frozenset(
    (
        "asset_class",
        "aum",
        "dividend_yield",
        "net_asset_value",
        "outstanding_units",
        "premium",
    )
)
_REQUIRED: frozenset[str] = frozenset(())


@_attrs_define(eq=False)
class TrustSnapshotExData:
    """
    Attributes:
        asset_class (int | Unset): 0 Unknow, 1 Stock, 2 Bond, 3 Commodity, 4 CurrencyMarket, 5 Future, 6 Swap.
        aum (Decimal | Unset): Fund size
        dividend_yield (Decimal | Unset): Dividend yield, percent
        net_asset_value (Decimal | Unset): Unit net value
        outstanding_units (int | Unset):
        premium (Decimal | Unset): Premium, percent
    """

    asset_class: int | Unset = UNSET
    aum: Decimal | Unset = UNSET
    dividend_yield: Decimal | Unset = UNSET
    net_asset_value: Decimal | Unset = UNSET
    outstanding_units: int | Unset = UNSET
    premium: Decimal | Unset = UNSET
    _extra: dict[str, Any] | None = _attrs_field(init=False, default=None, repr=False)
    _source: Mapping[str, Any] | None = _attrs_field(init=False, default=None, repr=False)

    def to_dict(self) -> dict[str, Any]:
        """The JSON object; properties that are unset are left out"""
        _object: dict[str, Any] = {}
        _value = self.asset_class
        if _value is not UNSET:
            _object["asset_class"] = _value
        _value = self.aum
        if _value is not UNSET:
            _object["aum"] = _value
        _value = self.dividend_yield
        if _value is not UNSET:
            _object["dividend_yield"] = _value
        _value = self.net_asset_value
        if _value is not UNSET:
            _object["net_asset_value"] = _value
        _value = self.outstanding_units
        if _value is not UNSET:
            _object["outstanding_units"] = _value
        _value = self.premium
        if _value is not UNSET:
            _object["premium"] = _value
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
        _model.asset_class = src_dict["asset_class"] if "asset_class" in src_dict else UNSET
        _model.aum = src_dict["aum"] if "aum" in src_dict else UNSET
        _model.dividend_yield = src_dict["dividend_yield"] if "dividend_yield" in src_dict else UNSET
        _model.net_asset_value = src_dict["net_asset_value"] if "net_asset_value" in src_dict else UNSET
        _model.outstanding_units = src_dict["outstanding_units"] if "outstanding_units" in src_dict else UNSET
        _model.premium = src_dict["premium"] if "premium" in src_dict else UNSET
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
