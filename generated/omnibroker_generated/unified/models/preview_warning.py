from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import (
    UNSET,
    Unset,
)

T = TypeVar("T", bound="PreviewWarning")
_new = object.__new__


_KNOWN: frozenset[str] = frozenset(
    (
        "message",
        "code",
    )
)
_REQUIRED: frozenset[str] = frozenset(("message",))


@_attrs_define(eq=False)
class PreviewWarning:
    """A warning of the broker

    Attributes:
        message (str): The broker's own words Example: You are trying to submit an order without having market data..
        code (str | Unset): The broker's own code Example: 21.
    """

    message: str
    code: str | Unset = UNSET
    _partial: bool = _attrs_field(init=False, default=False, repr=False)

    def to_dict(self) -> dict[str, Any]:
        """The JSON object; properties that are unset are left out"""
        _object: dict[str, Any] = {
            "message": self.message,
        }
        _value = self.code
        if _value is not UNSET:
            _object["code"] = _value
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
            _model.message = src_dict["message"]
            _model._partial = False
        except KeyError:
            _model._partial = True
            _model.message = src_dict.get("message", UNSET)
        _model.code = src_dict["code"] if "code" in src_dict else UNSET
        return _model

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self) and self.to_dict() == other.to_dict()

    __hash__ = None  # type: ignore[assignment]
