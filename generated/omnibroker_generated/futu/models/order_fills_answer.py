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

T = TypeVar("T", bound="OrderFillsAnswer")
_new = object.__new__


_KNOWN: frozenset[str] = frozenset(
    (
        "err_code",
        "ret_msg",
        "ret_type",
        "s2c",
    )
)
_REQUIRED: frozenset[str] = frozenset(())


@_attrs_define(eq=False)
class OrderFillsAnswer:
    """
    Attributes:
        err_code (Any | Unset): Integer or text, most often null; -401 is a real account that is not unlocked.
        ret_msg (None | str | Unset): Text for people, often Chinese, from gateway 1.4.34 with [err_code=…] in front;
            not a thing to branch on, but for backend_code=100012
        ret_type (int | Unset): 0 Succeed, -1 Failed, -100 TimeOut, -200 DisConnect, -400 Unknown, -500 Invalid. Decides
            whether a call succeeded, whatever the HTTP status. After a write -100 and -200 leave the outcome unknown; -400
            is also the default of a body that never came.
        s2c (None | OrderFillsS2C | Unset):
    """

    err_code: Any | Unset = UNSET
    ret_msg: None | str | Unset = UNSET
    ret_type: int | Unset = UNSET
    s2c: None | OrderFillsS2C | Unset = UNSET
    _extra: dict[str, Any] | None = _attrs_field(init=False, default=None, repr=False)
    _source: Mapping[str, Any] | None = _attrs_field(init=False, default=None, repr=False)

    def to_dict(self) -> dict[str, Any]:
        """The JSON object; properties that are unset are left out"""
        _object: dict[str, Any] = {}
        _value = self.err_code
        if _value is not UNSET:
            _object["err_code"] = write_value(_value)
        _value = self.ret_msg
        if _value is not UNSET:
            _object["ret_msg"] = _value
        _value = self.ret_type
        if _value is not UNSET:
            _object["ret_type"] = _value
        _value = self.s2c
        if _value is not UNSET:
            _object["s2c"] = write_value(_value)
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
        _model.err_code = src_dict["err_code"] if "err_code" in src_dict else UNSET
        _model.ret_msg = src_dict["ret_msg"] if "ret_msg" in src_dict else UNSET
        _model.ret_type = src_dict["ret_type"] if "ret_type" in src_dict else UNSET
        _value = src_dict.get("s2c", UNSET)
        _model.s2c = OrderFillsS2C.from_dict(_value) if isinstance(_value, dict) else _value

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


from ..models.order_fills_s2c import OrderFillsS2C
