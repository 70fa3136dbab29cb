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

T = TypeVar("T", bound="UnlockResult")
_new = object.__new__


_KNOWN: frozenset[str] = frozenset(
    (
        "acc_id",
        "error_msg",
        "security_firm",
        "success",
    )
)
_REQUIRED: frozenset[str] = frozenset(())


@_attrs_define(eq=False)
class UnlockResult:
    """
    Attributes:
        acc_id (Any | Unset): Integer, or from gateway 1.4.108 the same digits as text; real ids have 18 digits, more
            than a double holds.
        error_msg (None | str | Unset):
        security_firm (int | None | Unset):
        success (bool | Unset):
    """

    acc_id: Any | Unset = UNSET
    error_msg: None | str | Unset = UNSET
    security_firm: int | None | Unset = UNSET
    success: bool | Unset = UNSET
    _extra: dict[str, Any] | None = _attrs_field(init=False, default=None, repr=False)
    _source: Mapping[str, Any] | None = _attrs_field(init=False, default=None, repr=False)

    def to_dict(self) -> dict[str, Any]:
        """The JSON object; properties that are unset are left out"""
        _object: dict[str, Any] = {}
        _value = self.acc_id
        if _value is not UNSET:
            _object["acc_id"] = write_value(_value)
        _value = self.error_msg
        if _value is not UNSET:
            _object["error_msg"] = _value
        _value = self.security_firm
        if _value is not UNSET:
            _object["security_firm"] = _value
        _value = self.success
        if _value is not UNSET:
            _object["success"] = _value
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
        _model.error_msg = src_dict["error_msg"] if "error_msg" in src_dict else UNSET
        _model.security_firm = src_dict["security_firm"] if "security_firm" in src_dict else UNSET
        _model.success = src_dict["success"] if "success" in src_dict else UNSET
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
