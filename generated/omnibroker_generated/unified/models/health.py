from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import (
    UNSET,
)

T = TypeVar("T", bound="Health")
_new = object.__new__


_KNOWN: frozenset[str] = frozenset(
    (
        "status",
        "version",
    )
)
_REQUIRED: frozenset[str] = frozenset(
    (
        "status",
        "version",
    )
)


@_attrs_define(eq=False)
class Health:
    """The process answers; nothing is said about any broker

    Attributes:
        status (str): Always `UP`, since it answers Example: UP.
        version (str): Version of the gateway Example: 0.1.0.
    """

    status: str
    version: str
    _partial: bool = _attrs_field(init=False, default=False, repr=False)

    def to_dict(self) -> dict[str, Any]:
        """The JSON object; properties that are unset are left out"""
        _object: dict[str, Any] = {
            "status": self.status,
            "version": self.version,
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
            _model.status = src_dict["status"]
            _model.version = src_dict["version"]
            _model._partial = False
        except KeyError:
            _model._partial = True
            _model.status = src_dict.get("status", UNSET)
            _model.version = src_dict.get("version", UNSET)
        return _model

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self) and self.to_dict() == other.to_dict()

    __hash__ = None  # type: ignore[assignment]
