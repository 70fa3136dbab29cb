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

T = TypeVar("T", bound="BaseFilter")
_new = object.__new__


_KNOWN: frozenset[str] = frozenset(
    (
        "field_name",
        "filter_max",
        "filter_min",
        "is_no_filter",
        "sort_dir",
    )
)
_REQUIRED: frozenset[str] = frozenset(("field_name",))


@_attrs_define(eq=False)
class BaseFilter:
    """
    Attributes:
        field_name (int): 0 Unknown, 1 StockCode, 2 StockName, 3 CurPrice, 4 CurPriceToHighest52WeeksRatio, 5
            CurPriceToLowest52WeeksRatio, 6 HighPriceToHighest52WeeksRatio, 7 LowPriceToLowest52WeeksRatio, 8 VolumeRatio, 9
            BidAskRatio, 10 LotPrice, 11 MarketVal, 12 PeAnnual, 13 PeTTM, 14 PbRate, 15 ChangeRate5min, 16
            ChangeRateBeginYear, 17 PSTTM, 18 PCFTTM, 19 TotalShare, 20 FloatShare, 21 FloatMarketVal.
        filter_max (Decimal | Unset): Upper bound, inclusive
        filter_min (Decimal | Unset): Lower bound, inclusive
        is_no_filter (bool | Unset): True only returns the attribute and does not filter; true when absent
        sort_dir (int | Unset): 0 No, 1 Ascend, 2 Descend.
    """

    field_name: int
    filter_max: Decimal | Unset = UNSET
    filter_min: Decimal | Unset = UNSET
    is_no_filter: bool | Unset = UNSET
    sort_dir: int | Unset = UNSET
    _extra: dict[str, Any] | None = _attrs_field(init=False, default=None, repr=False)
    _source: Mapping[str, Any] | None = _attrs_field(init=False, default=None, repr=False)
    _partial: bool = _attrs_field(init=False, default=False, repr=False)

    def to_dict(self) -> dict[str, Any]:
        """The JSON object; properties that are unset are left out"""
        _object: dict[str, Any] = {
            "field_name": self.field_name,
        }
        _value = self.filter_max
        if _value is not UNSET:
            _object["filter_max"] = _value
        _value = self.filter_min
        if _value is not UNSET:
            _object["filter_min"] = _value
        _value = self.is_no_filter
        if _value is not UNSET:
            _object["is_no_filter"] = _value
        _value = self.sort_dir
        if _value is not UNSET:
            _object["sort_dir"] = _value
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
            _model.field_name = src_dict["field_name"]
            _model._partial = False
        except KeyError:
            _model._partial = True
            _model.field_name = src_dict.get("field_name", UNSET)
        _model.filter_max = src_dict["filter_max"] if "filter_max" in src_dict else UNSET
        _model.filter_min = src_dict["filter_min"] if "filter_min" in src_dict else UNSET
        _model.is_no_filter = src_dict["is_no_filter"] if "is_no_filter" in src_dict else UNSET
        _model.sort_dir = src_dict["sort_dir"] if "sort_dir" in src_dict else UNSET
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
