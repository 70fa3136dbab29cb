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

T = TypeVar("T", bound="SecurityStaticBasic")
_new = object.__new__


_KNOWN: frozenset[str] = frozenset(
    (
        "delisting",
        "exch_type",
        "id",
        "list_time",
        "list_timestamp",
        "lot_size",
        "name",
        "sec_type",
        "security",
    )
)
_REQUIRED: frozenset[str] = frozenset(())


@_attrs_define(eq=False)
class SecurityStaticBasic:
    """
    Attributes:
        delisting (bool | None | Unset): Delisted
        exch_type (int | None | Unset):
        id (int | Unset): Internal security id
        list_time (str | Unset): Listing date text
        list_timestamp (Decimal | None | Unset): Listing date, epoch seconds
        lot_size (int | Unset): Lot size (contract multiplier for options/futures)
        name (str | Unset):
        sec_type (int | Unset): 0 Unknown, 1 Bond, 2 Bwrt, 3 Eqty, 4 Trust, 5 Warrant, 6 Index, 7 Plate, 8 Drvt, 9
            PlateSet, 10 Future, 11 Forex, 12 Crypto.
        security (Security | Unset): A code without prefix, and its quote market.
    """

    delisting: bool | None | Unset = UNSET
    exch_type: int | None | Unset = UNSET
    id: int | Unset = UNSET
    list_time: str | Unset = UNSET
    list_timestamp: Decimal | None | Unset = UNSET
    lot_size: int | Unset = UNSET
    name: str | Unset = UNSET
    sec_type: int | Unset = UNSET
    security: Security | Unset = UNSET
    _extra: dict[str, Any] | None = _attrs_field(init=False, default=None, repr=False)
    _source: Mapping[str, Any] | None = _attrs_field(init=False, default=None, repr=False)

    def to_dict(self) -> dict[str, Any]:
        """The JSON object; properties that are unset are left out"""
        _object: dict[str, Any] = {}
        _value = self.delisting
        if _value is not UNSET:
            _object["delisting"] = _value
        _value = self.exch_type
        if _value is not UNSET:
            _object["exch_type"] = _value
        _value = self.id
        if _value is not UNSET:
            _object["id"] = _value
        _value = self.list_time
        if _value is not UNSET:
            _object["list_time"] = _value
        _value = self.list_timestamp
        if _value is not UNSET:
            _object["list_timestamp"] = _value
        _value = self.lot_size
        if _value is not UNSET:
            _object["lot_size"] = _value
        _value = self.name
        if _value is not UNSET:
            _object["name"] = _value
        _value = self.sec_type
        if _value is not UNSET:
            _object["sec_type"] = _value
        _value = self.security
        if _value is not UNSET:
            _object["security"] = _value.to_dict() if isinstance(_value, Security) else write_value(_value)
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
        _model.delisting = src_dict["delisting"] if "delisting" in src_dict else UNSET
        _model.exch_type = src_dict["exch_type"] if "exch_type" in src_dict else UNSET
        _model.id = src_dict["id"] if "id" in src_dict else UNSET
        _model.list_time = src_dict["list_time"] if "list_time" in src_dict else UNSET
        _model.list_timestamp = src_dict["list_timestamp"] if "list_timestamp" in src_dict else UNSET
        _model.lot_size = src_dict["lot_size"] if "lot_size" in src_dict else UNSET
        _model.name = src_dict["name"] if "name" in src_dict else UNSET
        _model.sec_type = src_dict["sec_type"] if "sec_type" in src_dict else UNSET
        _value = src_dict.get("security", UNSET)
        _model.security = Security.from_dict(_value) if isinstance(_value, dict) else _value
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
