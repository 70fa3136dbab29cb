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

T = TypeVar("T", bound="HistoryKlineRequest")
_new = object.__new__


_KNOWN: frozenset[str] = frozenset(
    (
        "begin_time",
        "end_time",
        "kl_type",
        "rehab_type",
        "security",
        "extended_time",
        "header",
        "max_ack_kl_num",
        "need_kl_fields_flag",
        "next_req_key",
        "session",
    )
)
_REQUIRED: frozenset[str] = frozenset(
    (
        "begin_time",
        "end_time",
        "kl_type",
        "rehab_type",
        "security",
    )
)


@_attrs_define(eq=False)
class HistoryKlineRequest:
    """
    Attributes:
        begin_time (str): YYYY-MM-DD or YYYY-MM-DD HH:MM:SS, local time of the market
        end_time (str): The same form, not before begin_time
        kl_type (int): 0 Unknown, 1 1Min, 2 Day, 3 Week, 4 Month, 5 Year, 6 5Min, 7 15Min, 8 30Min, 9 60Min, 10 3Min, 11
            Quarter, 12 10Min, 13 120Min, 14 180Min, 15 240Min. Not the numbers of SubType.
        rehab_type (int): 0 None, 1 Forward, 2 Backward.
        security (RequestSecurity): A security as a request names it.
        extended_time (bool | Unset): Include US pre/post market (legacy switch; session is newer)
        header (QotHeader | Unset):
        max_ack_kl_num (int | Unset): Bars in this page
        need_kl_fields_flag (int | Unset): Sum of the wanted fields: 1 high, 2 open, 4 low, 8 close, 16 last close, 32
            volume, 64 turnover, 128 turnover rate, 256 P/E, 512 change rate; all when absent
        next_req_key (list[int] | Unset): The key of the page before, unchanged; absent for the first page
        session (int | Unset): 0 NONE, 1 RTH, 2 ETH, 3 ALL, 4 OVERNIGHT. RTH 09:30-16:00, ETH with pre- and post-market,
            ALL 24 hours, OVERNIGHT 20:00-04:00, US Eastern time.
    """

    begin_time: str
    end_time: str
    kl_type: int
    rehab_type: int
    security: RequestSecurity
    extended_time: bool | Unset = UNSET
    header: QotHeader | Unset = UNSET
    max_ack_kl_num: int | Unset = UNSET
    need_kl_fields_flag: int | Unset = UNSET
    next_req_key: list[int] | Unset = UNSET
    session: int | Unset = UNSET
    _extra: dict[str, Any] | None = _attrs_field(init=False, default=None, repr=False)
    _source: Mapping[str, Any] | None = _attrs_field(init=False, default=None, repr=False)
    _partial: bool = _attrs_field(init=False, default=False, repr=False)

    def to_dict(self) -> dict[str, Any]:
        """The JSON object; properties that are unset are left out"""
        _value = self.security
        _1 = _value.to_dict() if isinstance(_value, RequestSecurity) else write_value(_value)
        _object: dict[str, Any] = {
            "begin_time": self.begin_time,
            "end_time": self.end_time,
            "kl_type": self.kl_type,
            "rehab_type": self.rehab_type,
            "security": _1,
        }
        _value = self.extended_time
        if _value is not UNSET:
            _object["extended_time"] = _value
        _value = self.header
        if _value is not UNSET:
            _object["header"] = _value.to_dict() if isinstance(_value, QotHeader) else write_value(_value)
        _value = self.max_ack_kl_num
        if _value is not UNSET:
            _object["max_ack_kl_num"] = _value
        _value = self.need_kl_fields_flag
        if _value is not UNSET:
            _object["need_kl_fields_flag"] = _value
        _value = self.next_req_key
        if _value is not UNSET:
            _object["next_req_key"] = _value
        _value = self.session
        if _value is not UNSET:
            _object["session"] = _value
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
            _model.kl_type = src_dict["kl_type"]
            _model.rehab_type = src_dict["rehab_type"]
            _model.security = src_dict["security"]
            _model._partial = False
        except KeyError:
            _model._partial = True
            _model.begin_time = src_dict.get("begin_time", UNSET)
            _model.end_time = src_dict.get("end_time", UNSET)
            _model.kl_type = src_dict.get("kl_type", UNSET)
            _model.rehab_type = src_dict.get("rehab_type", UNSET)
            _model.security = src_dict.get("security", UNSET)
        _value = _model.security
        _model.security = RequestSecurity.from_dict(_value) if isinstance(_value, dict) else _value
        _model.extended_time = src_dict["extended_time"] if "extended_time" in src_dict else UNSET
        _value = src_dict.get("header", UNSET)
        _model.header = QotHeader.from_dict(_value) if isinstance(_value, dict) else _value
        _model.max_ack_kl_num = src_dict["max_ack_kl_num"] if "max_ack_kl_num" in src_dict else UNSET
        _model.need_kl_fields_flag = src_dict["need_kl_fields_flag"] if "need_kl_fields_flag" in src_dict else UNSET
        _model.next_req_key = src_dict["next_req_key"] if "next_req_key" in src_dict else UNSET
        _model.session = src_dict["session"] if "session" in src_dict else UNSET
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


from ..models.qot_header import QotHeader
from ..models.request_security import RequestSecurity
