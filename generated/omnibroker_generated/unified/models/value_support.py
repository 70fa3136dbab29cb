from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import (
    UNSET,
)

T = TypeVar("T", bound="ValueSupport")
_new = object.__new__


_KNOWN: frozenset[str] = frozenset(
    (
        "field",
        "supported",
        "unsupported",
    )
)
_REQUIRED: frozenset[str] = frozenset(
    (
        "field",
        "supported",
        "unsupported",
    )
)


@_attrs_define(eq=False)
class ValueSupport:
    """The values of one request field that a broker takes; combinations stand on the instrument

    Attributes:
        field (str): Name of the request field Example: time_in_force.
        supported (list[str]): Values that can be sent
        unsupported (list[str]): Values that are refused with 422 `value_not_supported`
    """

    field: str
    supported: list[str]
    unsupported: list[str]
    _partial: bool = _attrs_field(init=False, default=False, repr=False)

    def to_dict(self) -> dict[str, Any]:
        """The JSON object; properties that are unset are left out"""
        _object: dict[str, Any] = {
            "field": self.field,
            "supported": self.supported,
            "unsupported": self.unsupported,
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
            _model.field = src_dict["field"]
            _model.supported = src_dict["supported"]
            _model.unsupported = src_dict["unsupported"]
            _model._partial = False
        except KeyError:
            _model._partial = True
            _model.field = src_dict.get("field", UNSET)
            _model.supported = src_dict.get("supported", UNSET)
            _model.unsupported = src_dict.get("unsupported", UNSET)
        return _model

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self) and self.to_dict() == other.to_dict()

    __hash__ = None  # type: ignore[assignment]
