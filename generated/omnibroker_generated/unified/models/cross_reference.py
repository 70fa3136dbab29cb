from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import (
    UNSET,
)

T = TypeVar("T", bound="CrossReference")
_new = object.__new__


_KNOWN: frozenset[str] = frozenset(
    (
        "scheme",
        "value",
    )
)
_REQUIRED: frozenset[str] = frozenset(
    (
        "scheme",
        "value",
    )
)


@_attrs_define(eq=False)
class CrossReference:
    """Another name of an instrument

    Attributes:
        scheme (str): Which register the name belongs to Example: ISIN.
        value (str): The name in that register Example: US0378331005.
    """

    scheme: str
    value: str
    _partial: bool = _attrs_field(init=False, default=False, repr=False)

    def to_dict(self) -> dict[str, Any]:
        """The JSON object; properties that are unset are left out"""
        _object: dict[str, Any] = {
            "scheme": self.scheme,
            "value": self.value,
        }
        if self._partial:
            _object = {_key: _value for _key, _value in _object.items() if _value is not UNSET}
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
            _model.scheme = src_dict["scheme"]
            _model.value = src_dict["value"]
            _model._partial = False
        except KeyError:
            _model._partial = True
            _model.scheme = src_dict.get("scheme", UNSET)
            _model.value = src_dict.get("value", UNSET)
        return _model

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self) and self.to_dict() == other.to_dict()

    __hash__ = None  # type: ignore[assignment]
