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

T = TypeVar("T", bound="OptionChainRequest")
_new = object.__new__


_KNOWN: frozenset[str] = frozenset(
    (
        "begin_time",
        "end_time",
        "owner",
        "condition",
        "data_filter",
        "header",
        "index_option_type",
        "type",
    )
)
_REQUIRED: frozenset[str] = frozenset(
    (
        "begin_time",
        "end_time",
        "owner",
    )
)


@_attrs_define(eq=False)
class OptionChainRequest:
    """
    Attributes:
        begin_time (str): First expiry date, YYYY-MM-DD
        end_time (str): Last expiry date, at most 30 days later
        owner (RequestSecurity): A security as a request names it.
        condition (int | Unset): 0 Unknow, 1 WithIn, 2 Outside.
        data_filter (DataFilter | Unset):
        header (QotHeader | Unset):
        index_option_type (int | Unset): 0 Unknown, 1 Normal, 2 Small.
        type_ (int | Unset): 0 Unknown, 1 Call, 2 Put.
    """

    begin_time: str
    end_time: str
    owner: RequestSecurity
    condition: int | Unset = UNSET
    data_filter: DataFilter | Unset = UNSET
    header: QotHeader | Unset = UNSET
    index_option_type: int | Unset = UNSET
    type_: int | Unset = UNSET
    _extra: dict[str, Any] | None = _attrs_field(init=False, default=None, repr=False)
    _source: Mapping[str, Any] | None = _attrs_field(init=False, default=None, repr=False)
    _partial: bool = _attrs_field(init=False, default=False, repr=False)

    def to_dict(self) -> dict[str, Any]:
        """The JSON object; properties that are unset are left out"""
        _value = self.owner
        _1 = _value.to_dict() if isinstance(_value, RequestSecurity) else write_value(_value)
        _object: dict[str, Any] = {
            "begin_time": self.begin_time,
            "end_time": self.end_time,
            "owner": _1,
        }
        _value = self.condition
        if _value is not UNSET:
            _object["condition"] = _value
        _value = self.data_filter
        if _value is not UNSET:
            _object["data_filter"] = _value.to_dict() if isinstance(_value, DataFilter) else write_value(_value)
        _value = self.header
        if _value is not UNSET:
            _object["header"] = _value.to_dict() if isinstance(_value, QotHeader) else write_value(_value)
        _value = self.index_option_type
        if _value is not UNSET:
            _object["index_option_type"] = _value
        _value = self.type_
        if _value is not UNSET:
            _object["type"] = _value
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
            _model.begin_time = src_dict["begin_time"]
            _model.end_time = src_dict["end_time"]
            _model.owner = src_dict["owner"]
            _model._partial = False
        except KeyError:
            _model._partial = True
            _model.begin_time = src_dict.get("begin_time", UNSET)
            _model.end_time = src_dict.get("end_time", UNSET)
            _model.owner = src_dict.get("owner", UNSET)
        _value = _model.owner
        _model.owner = RequestSecurity.from_dict(_value) if isinstance(_value, dict) else _value
        _model.condition = src_dict["condition"] if "condition" in src_dict else UNSET
        _value = src_dict.get("data_filter", UNSET)
        _model.data_filter = DataFilter.from_dict(_value) if isinstance(_value, dict) else _value
        _value = src_dict.get("header", UNSET)
        _model.header = QotHeader.from_dict(_value) if isinstance(_value, dict) else _value
        _model.index_option_type = src_dict["index_option_type"] if "index_option_type" in src_dict else UNSET
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


from ..models.data_filter import DataFilter
from ..models.qot_header import QotHeader
from ..models.request_security import RequestSecurity
