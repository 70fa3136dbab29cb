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

T = TypeVar("T", bound="CustomIndicatorData")
_new = object.__new__


_KNOWN: frozenset[str] = frozenset(
    (
        "field_name",
        "field_para_list",
        "kl_type",
        "value",
    )
)
_REQUIRED: frozenset[str] = frozenset(())


@_attrs_define(eq=False)
class CustomIndicatorData:
    """
    Attributes:
        field_name (int | Unset): 0 Unknown, 1 Price, 2 MA5, 3 MA10, 4 MA20, 5 MA30, 6 MA60, 7 MA120, 8 MA250, 9 RSI, 10
            EMA5, 11 EMA10, 12 EMA20, 13 EMA30, 14 EMA60, 15 EMA120, 16 EMA250, 17 Value, 30 MA, 40 EMA, 50 KDJ_K, 51 KDJ_D,
            52 KDJ_J, 60 MACD_DIFF, 61 MACD_DEA, 62 MACD, 70 BOLL_UPPER, 71 BOLL_MIDDLER, 72 BOLL_LOWER.
        field_para_list (list[int] | Unset): Indicator parameters
        kl_type (int | Unset): 0 Unknown, 1 1Min, 2 Day, 3 Week, 4 Month, 5 Year, 6 5Min, 7 15Min, 8 30Min, 9 60Min, 10
            3Min, 11 Quarter, 12 10Min, 13 120Min, 14 180Min, 15 240Min. Not the numbers of SubType.
        value (Decimal | Unset):
    """

    field_name: int | Unset = UNSET
    field_para_list: list[int] | Unset = UNSET
    kl_type: int | Unset = UNSET
    value: Decimal | Unset = UNSET
    _extra: dict[str, Any] | None = _attrs_field(init=False, default=None, repr=False)
    _source: Mapping[str, Any] | None = _attrs_field(init=False, default=None, repr=False)

    def to_dict(self) -> dict[str, Any]:
        """The JSON object; properties that are unset are left out"""
        _object: dict[str, Any] = {}
        _value = self.field_name
        if _value is not UNSET:
            _object["field_name"] = _value
        _value = self.field_para_list
        if _value is not UNSET:
            _object["field_para_list"] = _value
        _value = self.kl_type
        if _value is not UNSET:
            _object["kl_type"] = _value
        _value = self.value
        if _value is not UNSET:
            _object["value"] = _value
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
        _model.field_name = src_dict["field_name"] if "field_name" in src_dict else UNSET
        _model.field_para_list = src_dict["field_para_list"] if "field_para_list" in src_dict else UNSET
        _model.kl_type = src_dict["kl_type"] if "kl_type" in src_dict else UNSET
        _model.value = src_dict["value"] if "value" in src_dict else UNSET
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
