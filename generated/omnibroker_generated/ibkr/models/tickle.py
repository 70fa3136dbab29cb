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

T = TypeVar("T", bound="Tickle")
_new = object.__new__


_KNOWN: frozenset[str] = frozenset(
    (
        "collission",
        "error",
        "hmds",
        "iserver",
        "session",
        "ssoExpires",
        "userId",
    )
)
_REQUIRED: frozenset[str] = frozenset(())


@_attrs_define(eq=False)
class Tickle:
    """Keep-alive answer; under OAuth some fields are missing.

    Attributes:
        collission (bool | Unset): Spelt this way on the wire
        error (str | Unset): Present instead of everything else when there is no session
        hmds (TickleHistoryService | Unset):
        iserver (TickleBrokerage | Unset):
        session (str | Unset): Value of the cookie that the WebSocket expects
        sso_expires (int | Unset): Milliseconds until the outer login expires
        user_id (int | Unset):
    """

    collission: bool | Unset = UNSET
    error: str | Unset = UNSET
    hmds: TickleHistoryService | Unset = UNSET
    iserver: TickleBrokerage | Unset = UNSET
    session: str | Unset = UNSET
    sso_expires: int | Unset = UNSET
    user_id: int | Unset = UNSET
    _extra: dict[str, Any] | None = _attrs_field(init=False, default=None, repr=False)
    _source: Mapping[str, Any] | None = _attrs_field(init=False, default=None, repr=False)

    def to_dict(self) -> dict[str, Any]:
        """The JSON object; properties that are unset are left out"""
        _object: dict[str, Any] = {}
        _value = self.collission
        if _value is not UNSET:
            _object["collission"] = _value
        _value = self.error
        if _value is not UNSET:
            _object["error"] = _value
        _value = self.hmds
        if _value is not UNSET:
            _object["hmds"] = _value.to_dict() if isinstance(_value, TickleHistoryService) else write_value(_value)
        _value = self.iserver
        if _value is not UNSET:
            _object["iserver"] = _value.to_dict() if isinstance(_value, TickleBrokerage) else write_value(_value)
        _value = self.session
        if _value is not UNSET:
            _object["session"] = _value
        _value = self.sso_expires
        if _value is not UNSET:
            _object["ssoExpires"] = _value
        _value = self.user_id
        if _value is not UNSET:
            _object["userId"] = _value
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
        _model.collission = src_dict["collission"] if "collission" in src_dict else UNSET
        _model.error = src_dict["error"] if "error" in src_dict else UNSET
        _value = src_dict.get("hmds", UNSET)
        _model.hmds = TickleHistoryService.from_dict(_value) if isinstance(_value, dict) else _value
        _value = src_dict.get("iserver", UNSET)
        _model.iserver = TickleBrokerage.from_dict(_value) if isinstance(_value, dict) else _value
        _model.session = src_dict["session"] if "session" in src_dict else UNSET
        _model.sso_expires = src_dict["ssoExpires"] if "ssoExpires" in src_dict else UNSET
        _model.user_id = src_dict["userId"] if "userId" in src_dict else UNSET
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


from ..models.tickle_brokerage import TickleBrokerage
from ..models.tickle_history_service import TickleHistoryService
