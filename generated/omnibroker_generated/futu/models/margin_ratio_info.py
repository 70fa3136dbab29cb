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

T = TypeVar("T", bound="MarginRatioInfo")
_new = object.__new__


_KNOWN: frozenset[str] = frozenset(
    (
        "alert_long_ratio",
        "alert_short_ratio",
        "im_long_ratio",
        "im_short_ratio",
        "is_long_permit",
        "is_short_permit",
        "mcm_long_ratio",
        "mcm_short_ratio",
        "mm_long_ratio",
        "mm_short_ratio",
        "security",
        "short_fee_rate",
        "short_pool_remain",
    )
)
_REQUIRED: frozenset[str] = frozenset(())


@_attrs_define(eq=False)
class MarginRatioInfo:
    """
    Attributes:
        alert_long_ratio (Decimal | None | Unset): Margin alert ratio, long
        alert_short_ratio (Decimal | None | Unset): Margin alert ratio, short
        im_long_ratio (Decimal | None | Unset): Initial margin ratio, long
        im_short_ratio (Decimal | None | Unset): Initial margin ratio, short
        is_long_permit (bool | None | Unset): Margin buying allowed
        is_short_permit (bool | None | Unset): Short selling allowed
        mcm_long_ratio (Decimal | None | Unset): Margin-call ratio, long
        mcm_short_ratio (Decimal | None | Unset): Margin-call ratio, short
        mm_long_ratio (Decimal | None | Unset): Maintenance ratio, long
        mm_short_ratio (Decimal | None | Unset): Maintenance ratio, short
        security (Security | Unset): A code without prefix, and its quote market.
        short_fee_rate (Decimal | None | Unset): Borrow rate
        short_pool_remain (Decimal | None | Unset): Borrow pool left
    """

    alert_long_ratio: Decimal | None | Unset = UNSET
    alert_short_ratio: Decimal | None | Unset = UNSET
    im_long_ratio: Decimal | None | Unset = UNSET
    im_short_ratio: Decimal | None | Unset = UNSET
    is_long_permit: bool | None | Unset = UNSET
    is_short_permit: bool | None | Unset = UNSET
    mcm_long_ratio: Decimal | None | Unset = UNSET
    mcm_short_ratio: Decimal | None | Unset = UNSET
    mm_long_ratio: Decimal | None | Unset = UNSET
    mm_short_ratio: Decimal | None | Unset = UNSET
    security: Security | Unset = UNSET
    short_fee_rate: Decimal | None | Unset = UNSET
    short_pool_remain: Decimal | None | Unset = UNSET
    _extra: dict[str, Any] | None = _attrs_field(init=False, default=None, repr=False)
    _source: Mapping[str, Any] | None = _attrs_field(init=False, default=None, repr=False)

    def to_dict(self) -> dict[str, Any]:
        """The JSON object; properties that are unset are left out"""
        _object: dict[str, Any] = {}
        _value = self.alert_long_ratio
        if _value is not UNSET:
            _object["alert_long_ratio"] = _value
        _value = self.alert_short_ratio
        if _value is not UNSET:
            _object["alert_short_ratio"] = _value
        _value = self.im_long_ratio
        if _value is not UNSET:
            _object["im_long_ratio"] = _value
        _value = self.im_short_ratio
        if _value is not UNSET:
            _object["im_short_ratio"] = _value
        _value = self.is_long_permit
        if _value is not UNSET:
            _object["is_long_permit"] = _value
        _value = self.is_short_permit
        if _value is not UNSET:
            _object["is_short_permit"] = _value
        _value = self.mcm_long_ratio
        if _value is not UNSET:
            _object["mcm_long_ratio"] = _value
        _value = self.mcm_short_ratio
        if _value is not UNSET:
            _object["mcm_short_ratio"] = _value
        _value = self.mm_long_ratio
        if _value is not UNSET:
            _object["mm_long_ratio"] = _value
        _value = self.mm_short_ratio
        if _value is not UNSET:
            _object["mm_short_ratio"] = _value
        _value = self.security
        if _value is not UNSET:
            _object["security"] = _value.to_dict() if isinstance(_value, Security) else write_value(_value)
        _value = self.short_fee_rate
        if _value is not UNSET:
            _object["short_fee_rate"] = _value
        _value = self.short_pool_remain
        if _value is not UNSET:
            _object["short_pool_remain"] = _value
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
        _model.alert_long_ratio = src_dict["alert_long_ratio"] if "alert_long_ratio" in src_dict else UNSET
        _model.alert_short_ratio = src_dict["alert_short_ratio"] if "alert_short_ratio" in src_dict else UNSET
        _model.im_long_ratio = src_dict["im_long_ratio"] if "im_long_ratio" in src_dict else UNSET
        _model.im_short_ratio = src_dict["im_short_ratio"] if "im_short_ratio" in src_dict else UNSET
        _model.is_long_permit = src_dict["is_long_permit"] if "is_long_permit" in src_dict else UNSET
        _model.is_short_permit = src_dict["is_short_permit"] if "is_short_permit" in src_dict else UNSET
        _model.mcm_long_ratio = src_dict["mcm_long_ratio"] if "mcm_long_ratio" in src_dict else UNSET
        _model.mcm_short_ratio = src_dict["mcm_short_ratio"] if "mcm_short_ratio" in src_dict else UNSET
        _model.mm_long_ratio = src_dict["mm_long_ratio"] if "mm_long_ratio" in src_dict else UNSET
        _model.mm_short_ratio = src_dict["mm_short_ratio"] if "mm_short_ratio" in src_dict else UNSET
        _value = src_dict.get("security", UNSET)
        _model.security = Security.from_dict(_value) if isinstance(_value, dict) else _value
        _model.short_fee_rate = src_dict["short_fee_rate"] if "short_fee_rate" in src_dict else UNSET
        _model.short_pool_remain = src_dict["short_pool_remain"] if "short_pool_remain" in src_dict else UNSET
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


from ..models.security import Security
