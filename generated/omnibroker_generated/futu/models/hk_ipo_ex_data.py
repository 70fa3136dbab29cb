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

T = TypeVar("T", bound="HKIpoExData")
_new = object.__new__


_KNOWN: frozenset[str] = frozenset(
    (
        "apply_end_time",
        "apply_end_timestamp",
        "entrance_price",
        "ipo_price_max",
        "ipo_price_min",
        "is_subscribe_status",
        "list_price",
        "lot_size",
    )
)
_REQUIRED: frozenset[str] = frozenset(())


@_attrs_define(eq=False)
class HKIpoExData:
    """
    Attributes:
        apply_end_time (None | str | Unset): Subscription deadline, date text
        apply_end_timestamp (Decimal | None | Unset): Subscription deadline, epoch seconds
        entrance_price (Decimal | Unset): Entry fee for one lot
        ipo_price_max (Decimal | Unset): Highest offer price
        ipo_price_min (Decimal | Unset): Lowest offer price
        is_subscribe_status (bool | Unset): False while it waits to be listed
        list_price (Decimal | Unset): Listing price
        lot_size (int | Unset):
    """

    apply_end_time: None | str | Unset = UNSET
    apply_end_timestamp: Decimal | None | Unset = UNSET
    entrance_price: Decimal | Unset = UNSET
    ipo_price_max: Decimal | Unset = UNSET
    ipo_price_min: Decimal | Unset = UNSET
    is_subscribe_status: bool | Unset = UNSET
    list_price: Decimal | Unset = UNSET
    lot_size: int | Unset = UNSET
    _extra: dict[str, Any] | None = _attrs_field(init=False, default=None, repr=False)
    _source: Mapping[str, Any] | None = _attrs_field(init=False, default=None, repr=False)

    def to_dict(self) -> dict[str, Any]:
        """The JSON object; properties that are unset are left out"""
        _object: dict[str, Any] = {}
        _value = self.apply_end_time
        if _value is not UNSET:
            _object["apply_end_time"] = _value
        _value = self.apply_end_timestamp
        if _value is not UNSET:
            _object["apply_end_timestamp"] = _value
        _value = self.entrance_price
        if _value is not UNSET:
            _object["entrance_price"] = _value
        _value = self.ipo_price_max
        if _value is not UNSET:
            _object["ipo_price_max"] = _value
        _value = self.ipo_price_min
        if _value is not UNSET:
            _object["ipo_price_min"] = _value
        _value = self.is_subscribe_status
        if _value is not UNSET:
            _object["is_subscribe_status"] = _value
        _value = self.list_price
        if _value is not UNSET:
            _object["list_price"] = _value
        _value = self.lot_size
        if _value is not UNSET:
            _object["lot_size"] = _value
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
        _model.apply_end_time = src_dict["apply_end_time"] if "apply_end_time" in src_dict else UNSET
        _model.apply_end_timestamp = src_dict["apply_end_timestamp"] if "apply_end_timestamp" in src_dict else UNSET
        _model.entrance_price = src_dict["entrance_price"] if "entrance_price" in src_dict else UNSET
        _model.ipo_price_max = src_dict["ipo_price_max"] if "ipo_price_max" in src_dict else UNSET
        _model.ipo_price_min = src_dict["ipo_price_min"] if "ipo_price_min" in src_dict else UNSET
        _model.is_subscribe_status = src_dict["is_subscribe_status"] if "is_subscribe_status" in src_dict else UNSET
        _model.list_price = src_dict["list_price"] if "list_price" in src_dict else UNSET
        _model.lot_size = src_dict["lot_size"] if "lot_size" in src_dict else UNSET
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
