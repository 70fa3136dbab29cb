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

T = TypeVar("T", bound="SubscribeRequest")
_new = object.__new__


_KNOWN: frozenset[str] = frozenset(
    (
        "is_sub_or_un_sub",
        "security_list",
        "sub_type_list",
        "extended_time",
        "header",
        "is_first_push",
        "is_reg_or_un_reg_push",
        "is_sub_order_book_detail",
        "is_unsub_all",
        "reg_push_rehab_type_list",
        "session",
    )
)
_REQUIRED: frozenset[str] = frozenset(
    (
        "is_sub_or_un_sub",
        "security_list",
        "sub_type_list",
    )
)


@_attrs_define(eq=False)
class SubscribeRequest:
    """
    Attributes:
        is_sub_or_un_sub (bool): True subscribes; false unsubscribes, possible after 60 seconds
        security_list (list[RequestSecurity]): One unknown code makes the whole call fail
        sub_type_list (list[int]):
        extended_time (bool | Unset): Include US pre/post market (legacy switch; session is newer)
        header (QotHeader | Unset):
        is_first_push (bool | Unset): Push the cached data once after registering; default true
        is_reg_or_un_reg_push (bool | Unset): Register (true) or unregister (false) push on this connection; absent =
            leave as is
        is_sub_order_book_detail (bool | Unset): Subscribe order-level book detail (SF level); default false
        is_unsub_all (bool | Unset): Refused from gateway 1.4.104: all callers share one connection
        reg_push_rehab_type_list (list[int] | Unset): Adjustments of pushed bars; forward when absent
        session (int | Unset): 0 NONE, 1 RTH, 2 ETH, 3 ALL, 4 OVERNIGHT. RTH 09:30-16:00, ETH with pre- and post-market,
            ALL 24 hours, OVERNIGHT 20:00-04:00, US Eastern time.
    """

    is_sub_or_un_sub: bool
    security_list: list[RequestSecurity]
    sub_type_list: list[int]
    extended_time: bool | Unset = UNSET
    header: QotHeader | Unset = UNSET
    is_first_push: bool | Unset = UNSET
    is_reg_or_un_reg_push: bool | Unset = UNSET
    is_sub_order_book_detail: bool | Unset = UNSET
    is_unsub_all: bool | Unset = UNSET
    reg_push_rehab_type_list: list[int] | Unset = UNSET
    session: int | Unset = UNSET
    _extra: dict[str, Any] | None = _attrs_field(init=False, default=None, repr=False)
    _source: Mapping[str, Any] | None = _attrs_field(init=False, default=None, repr=False)
    _partial: bool = _attrs_field(init=False, default=False, repr=False)

    def to_dict(self) -> dict[str, Any]:
        """The JSON object; properties that are unset are left out"""
        _value = self.security_list
        _1 = (
            [_item.to_dict() if isinstance(_item, RequestSecurity) else write_value(_item) for _item in _value]
            if isinstance(_value, list)
            else write_value(_value)
        )
        _object: dict[str, Any] = {
            "is_sub_or_un_sub": self.is_sub_or_un_sub,
            "security_list": _1,
            "sub_type_list": self.sub_type_list,
        }
        _value = self.extended_time
        if _value is not UNSET:
            _object["extended_time"] = _value
        _value = self.header
        if _value is not UNSET:
            _object["header"] = _value.to_dict() if isinstance(_value, QotHeader) else write_value(_value)
        _value = self.is_first_push
        if _value is not UNSET:
            _object["is_first_push"] = _value
        _value = self.is_reg_or_un_reg_push
        if _value is not UNSET:
            _object["is_reg_or_un_reg_push"] = _value
        _value = self.is_sub_order_book_detail
        if _value is not UNSET:
            _object["is_sub_order_book_detail"] = _value
        _value = self.is_unsub_all
        if _value is not UNSET:
            _object["is_unsub_all"] = _value
        _value = self.reg_push_rehab_type_list
        if _value is not UNSET:
            _object["reg_push_rehab_type_list"] = _value
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
            _model.is_sub_or_un_sub = src_dict["is_sub_or_un_sub"]
            _model.security_list = src_dict["security_list"]
            _model.sub_type_list = src_dict["sub_type_list"]
            _model._partial = False
        except KeyError:
            _model._partial = True
            _model.is_sub_or_un_sub = src_dict.get("is_sub_or_un_sub", UNSET)
            _model.security_list = src_dict.get("security_list", UNSET)
            _model.sub_type_list = src_dict.get("sub_type_list", UNSET)
        _value = _model.security_list
        _model.security_list = (
            [(RequestSecurity.from_dict(_item) if isinstance(_item, dict) else _item) for _item in _value]
            if isinstance(_value, list)
            else _value
        )
        _model.extended_time = src_dict["extended_time"] if "extended_time" in src_dict else UNSET
        _value = src_dict.get("header", UNSET)
        _model.header = QotHeader.from_dict(_value) if isinstance(_value, dict) else _value
        _model.is_first_push = src_dict["is_first_push"] if "is_first_push" in src_dict else UNSET
        _model.is_reg_or_un_reg_push = (
            src_dict["is_reg_or_un_reg_push"] if "is_reg_or_un_reg_push" in src_dict else UNSET
        )
        _model.is_sub_order_book_detail = (
            src_dict["is_sub_order_book_detail"] if "is_sub_order_book_detail" in src_dict else UNSET
        )
        _model.is_unsub_all = src_dict["is_unsub_all"] if "is_unsub_all" in src_dict else UNSET
        _model.reg_push_rehab_type_list = (
            src_dict["reg_push_rehab_type_list"] if "reg_push_rehab_type_list" in src_dict else UNSET
        )
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
