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

T = TypeVar("T", bound="PushFrame")
_new = object.__new__


_KNOWN: frozenset[str] = frozenset(
    (
        "acc_id",
        "body_b64",
        "proto_id",
        "rehab_type",
        "sec_key",
        "sub_type",
        "trd_market",
        "type",
    )
)
_REQUIRED: frozenset[str] = frozenset(())


@_attrs_define(eq=False)
class PushFrame:
    """One text frame. What does not apply is left out, not null. Frames come without sequence number or replay, and also
    for what other clients subscribed.

        Attributes:
            acc_id (Any | Unset): Integer, or from gateway 1.4.108 the same digits as text; real ids have 18 digits, more
                than a double holds.
            body_b64 (str | Unset): Base64 of the protobuf message, the response with ret_type 0 and s2c
            proto_id (int | Unset): 1003 notice; 2207 trade notice, 2208 order, 2218 fill; 3005 quote, 3007 bar, 3009
                minute, 3011 tick, 3013 book, 3015 broker queue, 3019 price reminder
            rehab_type (int | Unset):
            sec_key (str | Unset):
            sub_type (int | Unset):
            trd_market (str | Unset): Text in capitals such as HK
            type_ (str | Unset):
    """

    acc_id: Any | Unset = UNSET
    body_b64: str | Unset = UNSET
    proto_id: int | Unset = UNSET
    rehab_type: int | Unset = UNSET
    sec_key: str | Unset = UNSET
    sub_type: int | Unset = UNSET
    trd_market: str | Unset = UNSET
    type_: str | Unset = UNSET
    _extra: dict[str, Any] | None = _attrs_field(init=False, default=None, repr=False)
    _source: Mapping[str, Any] | None = _attrs_field(init=False, default=None, repr=False)

    def to_dict(self) -> dict[str, Any]:
        """The JSON object; properties that are unset are left out"""
        _object: dict[str, Any] = {}
        _value = self.acc_id
        if _value is not UNSET:
            _object["acc_id"] = write_value(_value)
        _value = self.body_b64
        if _value is not UNSET:
            _object["body_b64"] = _value
        _value = self.proto_id
        if _value is not UNSET:
            _object["proto_id"] = _value
        _value = self.rehab_type
        if _value is not UNSET:
            _object["rehab_type"] = _value
        _value = self.sec_key
        if _value is not UNSET:
            _object["sec_key"] = _value
        _value = self.sub_type
        if _value is not UNSET:
            _object["sub_type"] = _value
        _value = self.trd_market
        if _value is not UNSET:
            _object["trd_market"] = _value
        _value = self.type_
        if _value is not UNSET:
            _object["type"] = _value
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
        _model.acc_id = src_dict["acc_id"] if "acc_id" in src_dict else UNSET
        _model.body_b64 = src_dict["body_b64"] if "body_b64" in src_dict else UNSET
        _model.proto_id = src_dict["proto_id"] if "proto_id" in src_dict else UNSET
        _model.rehab_type = src_dict["rehab_type"] if "rehab_type" in src_dict else UNSET
        _model.sec_key = src_dict["sec_key"] if "sec_key" in src_dict else UNSET
        _model.sub_type = src_dict["sub_type"] if "sub_type" in src_dict else UNSET
        _model.trd_market = src_dict["trd_market"] if "trd_market" in src_dict else UNSET
        _model.type_ = src_dict["type"] if "type" in src_dict else UNSET
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
