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

T = TypeVar("T", bound="BarDetails")
_new = object.__new__


_KNOWN: frozenset[str] = frozenset(
    (
        "c",
        "h",
        "l",
        "o",
        "t",
        "v",
    )
)
_REQUIRED: frozenset[str] = frozenset(())


@_attrs_define(eq=False)
class BarDetails:
    """
    Attributes:
        c (Decimal | Unset):
        h (Decimal | Unset):
        l (Decimal | Unset):
        o (Decimal | Unset):
        t (int | Unset): Start of the bar, epoch milliseconds; days at 00:00 UTC, months at 00:00 UTC of their first
            trading day
        v (Decimal | None | Unset):
    """

    c: Decimal | Unset = UNSET
    h: Decimal | Unset = UNSET
    l: Decimal | Unset = UNSET
    o: Decimal | Unset = UNSET
    t: int | Unset = UNSET
    v: Decimal | None | Unset = UNSET
    _extra: dict[str, Any] | None = _attrs_field(init=False, default=None, repr=False)
    _source: Mapping[str, Any] | None = _attrs_field(init=False, default=None, repr=False)

    def to_dict(self) -> dict[str, Any]:
        """The JSON object; properties that are unset are left out"""
        _object: dict[str, Any] = {}
        _value = self.c
        if _value is not UNSET:
            _object["c"] = _value
        _value = self.h
        if _value is not UNSET:
            _object["h"] = _value
        _value = self.l
        if _value is not UNSET:
            _object["l"] = _value
        _value = self.o
        if _value is not UNSET:
            _object["o"] = _value
        _value = self.t
        if _value is not UNSET:
            _object["t"] = _value
        _value = self.v
        if _value is not UNSET:
            _object["v"] = _value
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
        _model.c = src_dict["c"] if "c" in src_dict else UNSET
        _model.h = src_dict["h"] if "h" in src_dict else UNSET
        _model.l = src_dict["l"] if "l" in src_dict else UNSET
        _model.o = src_dict["o"] if "o" in src_dict else UNSET
        _model.t = src_dict["t"] if "t" in src_dict else UNSET
        _model.v = src_dict["v"] if "v" in src_dict else UNSET
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
