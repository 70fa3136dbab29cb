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

T = TypeVar("T", bound="ReqReplyStatisticsItem")
_new = object.__new__


_KNOWN: frozenset[str] = frozenset(
    (
        "count",
        "is_local_reply",
        "net_delay_avg",
        "open_d_cost_avg",
        "proto_id",
        "total_cost_avg",
    )
)
_REQUIRED: frozenset[str] = frozenset(())


@_attrs_define(eq=False)
class ReqReplyStatisticsItem:
    """
    Attributes:
        count (int | Unset):
        is_local_reply (bool | Unset): Answered from local cache
        net_delay_avg (Decimal | Unset): Mean network time, ms
        open_d_cost_avg (Decimal | Unset): Mean gateway time, ms
        proto_id (int | Unset):
        total_cost_avg (Decimal | Unset): Mean total time, ms
    """

    count: int | Unset = UNSET
    is_local_reply: bool | Unset = UNSET
    net_delay_avg: Decimal | Unset = UNSET
    open_d_cost_avg: Decimal | Unset = UNSET
    proto_id: int | Unset = UNSET
    total_cost_avg: Decimal | Unset = UNSET
    _extra: dict[str, Any] | None = _attrs_field(init=False, default=None, repr=False)
    _source: Mapping[str, Any] | None = _attrs_field(init=False, default=None, repr=False)

    def to_dict(self) -> dict[str, Any]:
        """The JSON object; properties that are unset are left out"""
        _object: dict[str, Any] = {}
        _value = self.count
        if _value is not UNSET:
            _object["count"] = _value
        _value = self.is_local_reply
        if _value is not UNSET:
            _object["is_local_reply"] = _value
        _value = self.net_delay_avg
        if _value is not UNSET:
            _object["net_delay_avg"] = _value
        _value = self.open_d_cost_avg
        if _value is not UNSET:
            _object["open_d_cost_avg"] = _value
        _value = self.proto_id
        if _value is not UNSET:
            _object["proto_id"] = _value
        _value = self.total_cost_avg
        if _value is not UNSET:
            _object["total_cost_avg"] = _value
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
        _model.count = src_dict["count"] if "count" in src_dict else UNSET
        _model.is_local_reply = src_dict["is_local_reply"] if "is_local_reply" in src_dict else UNSET
        _model.net_delay_avg = src_dict["net_delay_avg"] if "net_delay_avg" in src_dict else UNSET
        _model.open_d_cost_avg = src_dict["open_d_cost_avg"] if "open_d_cost_avg" in src_dict else UNSET
        _model.proto_id = src_dict["proto_id"] if "proto_id" in src_dict else UNSET
        _model.total_cost_avg = src_dict["total_cost_avg"] if "total_cost_avg" in src_dict else UNSET
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
