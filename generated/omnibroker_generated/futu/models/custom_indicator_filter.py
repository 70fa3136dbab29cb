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

T = TypeVar("T", bound="CustomIndicatorFilter")
_new = object.__new__


_KNOWN: frozenset[str] = frozenset(
    (
        "first_field_name",
        "kl_type",
        "relative_position",
        "second_field_name",
        "consecutive_period",
        "field_value",
        "first_field_para_list",
        "is_no_filter",
        "second_field_para_list",
    )
)
_REQUIRED: frozenset[str] = frozenset(
    (
        "first_field_name",
        "kl_type",
        "relative_position",
        "second_field_name",
    )
)


@_attrs_define(eq=False)
class CustomIndicatorFilter:
    """
    Attributes:
        first_field_name (int): 0 Unknown, 1 Price, 2 MA5, 3 MA10, 4 MA20, 5 MA30, 6 MA60, 7 MA120, 8 MA250, 9 RSI, 10
            EMA5, 11 EMA10, 12 EMA20, 13 EMA30, 14 EMA60, 15 EMA120, 16 EMA250, 17 Value, 30 MA, 40 EMA, 50 KDJ_K, 51 KDJ_D,
            52 KDJ_J, 60 MACD_DIFF, 61 MACD_DEA, 62 MACD, 70 BOLL_UPPER, 71 BOLL_MIDDLER, 72 BOLL_LOWER.
        kl_type (int): 0 Unknown, 1 1Min, 2 Day, 3 Week, 4 Month, 5 Year, 6 5Min, 7 15Min, 8 30Min, 9 60Min, 10 3Min, 11
            Quarter, 12 10Min, 13 120Min, 14 180Min, 15 240Min. Not the numbers of SubType.
        relative_position (int): 0 Unknown, 1 More, 2 Less, 3 CrossUp, 4 CrossDown.
        second_field_name (int): 0 Unknown, 1 Price, 2 MA5, 3 MA10, 4 MA20, 5 MA30, 6 MA60, 7 MA120, 8 MA250, 9 RSI, 10
            EMA5, 11 EMA10, 12 EMA20, 13 EMA30, 14 EMA60, 15 EMA120, 16 EMA250, 17 Value, 30 MA, 40 EMA, 50 KDJ_K, 51 KDJ_D,
            52 KDJ_J, 60 MACD_DIFF, 61 MACD_DEA, 62 MACD, 70 BOLL_UPPER, 71 BOLL_MIDDLER, 72 BOLL_LOWER.
        consecutive_period (int | Unset): Number of consecutive periods that must match, 1-12
        field_value (Decimal | Unset): Constant to compare with when the second field is Value
        first_field_para_list (list[int] | Unset): Parameters of the left indicator
        is_no_filter (bool | Unset): True only returns the attribute and does not filter; true when absent
        second_field_para_list (list[int] | Unset): Parameters of the right indicator
    """

    first_field_name: int
    kl_type: int
    relative_position: int
    second_field_name: int
    consecutive_period: int | Unset = UNSET
    field_value: Decimal | Unset = UNSET
    first_field_para_list: list[int] | Unset = UNSET
    is_no_filter: bool | Unset = UNSET
    second_field_para_list: list[int] | Unset = UNSET
    _extra: dict[str, Any] | None = _attrs_field(init=False, default=None, repr=False)
    _source: Mapping[str, Any] | None = _attrs_field(init=False, default=None, repr=False)
    _partial: bool = _attrs_field(init=False, default=False, repr=False)

    def to_dict(self) -> dict[str, Any]:
        """The JSON object; properties that are unset are left out"""
        _object: dict[str, Any] = {
            "first_field_name": self.first_field_name,
            "kl_type": self.kl_type,
            "relative_position": self.relative_position,
            "second_field_name": self.second_field_name,
        }
        _value = self.consecutive_period
        if _value is not UNSET:
            _object["consecutive_period"] = _value
        _value = self.field_value
        if _value is not UNSET:
            _object["field_value"] = _value
        _value = self.first_field_para_list
        if _value is not UNSET:
            _object["first_field_para_list"] = _value
        _value = self.is_no_filter
        if _value is not UNSET:
            _object["is_no_filter"] = _value
        _value = self.second_field_para_list
        if _value is not UNSET:
            _object["second_field_para_list"] = _value
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
            _model.first_field_name = src_dict["first_field_name"]
            _model.kl_type = src_dict["kl_type"]
            _model.relative_position = src_dict["relative_position"]
            _model.second_field_name = src_dict["second_field_name"]
            _model._partial = False
        except KeyError:
            _model._partial = True
            _model.first_field_name = src_dict.get("first_field_name", UNSET)
            _model.kl_type = src_dict.get("kl_type", UNSET)
            _model.relative_position = src_dict.get("relative_position", UNSET)
            _model.second_field_name = src_dict.get("second_field_name", UNSET)
        _model.consecutive_period = src_dict["consecutive_period"] if "consecutive_period" in src_dict else UNSET
        _model.field_value = src_dict["field_value"] if "field_value" in src_dict else UNSET
        _model.first_field_para_list = (
            src_dict["first_field_para_list"] if "first_field_para_list" in src_dict else UNSET
        )
        _model.is_no_filter = src_dict["is_no_filter"] if "is_no_filter" in src_dict else UNSET
        _model.second_field_para_list = (
            src_dict["second_field_para_list"] if "second_field_para_list" in src_dict else UNSET
        )
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
