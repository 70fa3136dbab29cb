from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import (
    UNSET,
    Unset,
    write_value,
)

T = TypeVar("T", bound="PatternFilter")
_new = object.__new__


_KNOWN: frozenset[str] = frozenset(
    (
        "field_name",
        "kl_type",
        "consecutive_period",
        "is_no_filter",
    )
)
_REQUIRED: frozenset[str] = frozenset(
    (
        "field_name",
        "kl_type",
    )
)


@_attrs_define(eq=False)
class PatternFilter:
    """
    Attributes:
        field_name (int): 0 Unknown, 1 MAAlignmentLong, 2 MAAlignmentShort, 3 EMAAlignmentLong, 4 EMAAlignmentShort, 5
            RSIGoldCrossLow, 6 RSIDeathCrossHigh, 7 RSITopDivergence, 8 RSIBottomDivergence, 9 KDJGoldCrossLow, 10
            KDJDeathCrossHigh, 11 KDJTopDivergence, 12 KDJBottomDivergence, 13 MACDGoldCrossLow, 14 MACDDeathCrossHigh, 15
            MACDTopDivergence, 16 MACDBottomDivergence, 17 BOLLBreakUpper, 18 BOLLLower, 19 BOLLCrossMiddleUp, 20
            BOLLCrossMiddleDown.
        kl_type (int): 0 Unknown, 1 1Min, 2 Day, 3 Week, 4 Month, 5 Year, 6 5Min, 7 15Min, 8 30Min, 9 60Min, 10 3Min, 11
            Quarter, 12 10Min, 13 120Min, 14 180Min, 15 240Min. Not the numbers of SubType.
        consecutive_period (int | Unset): Number of consecutive periods that must match, 1-12
        is_no_filter (bool | Unset): True does not filter
    """

    field_name: int
    kl_type: int
    consecutive_period: int | Unset = UNSET
    is_no_filter: bool | Unset = UNSET
    _extra: dict[str, Any] | None = _attrs_field(init=False, default=None, repr=False)
    _source: Mapping[str, Any] | None = _attrs_field(init=False, default=None, repr=False)
    _partial: bool = _attrs_field(init=False, default=False, repr=False)

    def to_dict(self) -> dict[str, Any]:
        """The JSON object; properties that are unset are left out"""
        _object: dict[str, Any] = {
            "field_name": self.field_name,
            "kl_type": self.kl_type,
        }
        _value = self.consecutive_period
        if _value is not UNSET:
            _object["consecutive_period"] = _value
        _value = self.is_no_filter
        if _value is not UNSET:
            _object["is_no_filter"] = _value
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
            _model.kl_type = src_dict["kl_type"]
            _model._partial = False
        except KeyError:
            _model._partial = True
            _model.field_name = src_dict.get("field_name", UNSET)
            _model.kl_type = src_dict.get("kl_type", UNSET)
        _model.consecutive_period = src_dict["consecutive_period"] if "consecutive_period" in src_dict else UNSET
        _model.is_no_filter = src_dict["is_no_filter"] if "is_no_filter" in src_dict else UNSET
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
