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

T = TypeVar("T", bound="Ticker")
_new = object.__new__


_KNOWN: frozenset[str] = frozenset(
    (
        "dir",
        "hp_volume",
        "price",
        "push_data_type",
        "recv_time",
        "sequence",
        "time",
        "timestamp",
        "turnover",
        "type",
        "type_sign",
        "volume",
    )
)
_REQUIRED: frozenset[str] = frozenset(())


@_attrs_define(eq=False)
class Ticker:
    """
    Attributes:
        dir_ (int | Unset): 0 Unknown, 1 Bid, 2 Ask, 3 Neutral.
        hp_volume (Decimal | None | Unset): High-precision volume
        price (Decimal | Unset):
        push_data_type (int | None | Unset): Origin of a pushed tick
        recv_time (Decimal | None | Unset): Local receive time, epoch seconds
        sequence (int | Unset): Unique tick id
        time (str | Unset): Local time of the market
        timestamp (Decimal | None | Unset): Epoch seconds
        turnover (Decimal | Unset):
        type_ (int | None | Unset):
        type_sign (int | None | Unset): Tick-type sign
        volume (int | Unset):
    """

    dir_: int | Unset = UNSET
    hp_volume: Decimal | None | Unset = UNSET
    price: Decimal | Unset = UNSET
    push_data_type: int | None | Unset = UNSET
    recv_time: Decimal | None | Unset = UNSET
    sequence: int | Unset = UNSET
    time: str | Unset = UNSET
    timestamp: Decimal | None | Unset = UNSET
    turnover: Decimal | Unset = UNSET
    type_: int | None | Unset = UNSET
    type_sign: int | None | Unset = UNSET
    volume: int | Unset = UNSET
    _extra: dict[str, Any] | None = _attrs_field(init=False, default=None, repr=False)
    _source: Mapping[str, Any] | None = _attrs_field(init=False, default=None, repr=False)

    def to_dict(self) -> dict[str, Any]:
        """The JSON object; properties that are unset are left out"""
        _object: dict[str, Any] = {}
        _value = self.dir_
        if _value is not UNSET:
            _object["dir"] = _value
        _value = self.hp_volume
        if _value is not UNSET:
            _object["hp_volume"] = _value
        _value = self.price
        if _value is not UNSET:
            _object["price"] = _value
        _value = self.push_data_type
        if _value is not UNSET:
            _object["push_data_type"] = _value
        _value = self.recv_time
        if _value is not UNSET:
            _object["recv_time"] = _value
        _value = self.sequence
        if _value is not UNSET:
            _object["sequence"] = _value
        _value = self.time
        if _value is not UNSET:
            _object["time"] = _value
        _value = self.timestamp
        if _value is not UNSET:
            _object["timestamp"] = _value
        _value = self.turnover
        if _value is not UNSET:
            _object["turnover"] = _value
        _value = self.type_
        if _value is not UNSET:
            _object["type"] = _value
        _value = self.type_sign
        if _value is not UNSET:
            _object["type_sign"] = _value
        _value = self.volume
        if _value is not UNSET:
            _object["volume"] = _value
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
        _model.dir_ = src_dict["dir"] if "dir" in src_dict else UNSET
        _model.hp_volume = src_dict["hp_volume"] if "hp_volume" in src_dict else UNSET
        _model.price = src_dict["price"] if "price" in src_dict else UNSET
        _model.push_data_type = src_dict["push_data_type"] if "push_data_type" in src_dict else UNSET
        _model.recv_time = src_dict["recv_time"] if "recv_time" in src_dict else UNSET
        _model.sequence = src_dict["sequence"] if "sequence" in src_dict else UNSET
        _model.time = src_dict["time"] if "time" in src_dict else UNSET
        _model.timestamp = src_dict["timestamp"] if "timestamp" in src_dict else UNSET
        _model.turnover = src_dict["turnover"] if "turnover" in src_dict else UNSET
        _model.type_ = src_dict["type"] if "type" in src_dict else UNSET
        _model.type_sign = src_dict["type_sign"] if "type_sign" in src_dict else UNSET
        _model.volume = src_dict["volume"] if "volume" in src_dict else UNSET
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
