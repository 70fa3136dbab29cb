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

T = TypeVar("T", bound="FutureSnapshotExData")
_new = object.__new__


_KNOWN: frozenset[str] = frozenset(
    (
        "is_main_contract",
        "last_settle_price",
        "last_trade_time",
        "last_trade_timestamp",
        "position",
        "position_change",
    )
)
_REQUIRED: frozenset[str] = frozenset(())


@_attrs_define(eq=False)
class FutureSnapshotExData:
    """
    Attributes:
        is_main_contract (bool | Unset): Is a main (continuous) contract
        last_settle_price (Decimal | Unset): Previous settlement
        last_trade_time (str | Unset): Last trading day text (non-main futures)
        last_trade_timestamp (Decimal | None | Unset): Last trading day, epoch seconds
        position (int | Unset): Open interest
        position_change (int | Unset): Daily change of open interest
    """

    is_main_contract: bool | Unset = UNSET
    last_settle_price: Decimal | Unset = UNSET
    last_trade_time: str | Unset = UNSET
    last_trade_timestamp: Decimal | None | Unset = UNSET
    position: int | Unset = UNSET
    position_change: int | Unset = UNSET
    _extra: dict[str, Any] | None = _attrs_field(init=False, default=None, repr=False)
    _source: Mapping[str, Any] | None = _attrs_field(init=False, default=None, repr=False)

    def to_dict(self) -> dict[str, Any]:
        """The JSON object; properties that are unset are left out"""
        _object: dict[str, Any] = {}
        _value = self.is_main_contract
        if _value is not UNSET:
            _object["is_main_contract"] = _value
        _value = self.last_settle_price
        if _value is not UNSET:
            _object["last_settle_price"] = _value
        _value = self.last_trade_time
        if _value is not UNSET:
            _object["last_trade_time"] = _value
        _value = self.last_trade_timestamp
        if _value is not UNSET:
            _object["last_trade_timestamp"] = _value
        _value = self.position
        if _value is not UNSET:
            _object["position"] = _value
        _value = self.position_change
        if _value is not UNSET:
            _object["position_change"] = _value
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
        _model.is_main_contract = src_dict["is_main_contract"] if "is_main_contract" in src_dict else UNSET
        _model.last_settle_price = src_dict["last_settle_price"] if "last_settle_price" in src_dict else UNSET
        _model.last_trade_time = src_dict["last_trade_time"] if "last_trade_time" in src_dict else UNSET
        _model.last_trade_timestamp = src_dict["last_trade_timestamp"] if "last_trade_timestamp" in src_dict else UNSET
        _model.position = src_dict["position"] if "position" in src_dict else UNSET
        _model.position_change = src_dict["position_change"] if "position_change" in src_dict else UNSET
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
