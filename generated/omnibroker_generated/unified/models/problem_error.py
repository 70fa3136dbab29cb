from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import (
    UNSET,
)

T = TypeVar("T", bound="ProblemError")
_new = object.__new__


_KNOWN: frozenset[str] = frozenset(
    (
        "location",
        "message",
    )
)
_REQUIRED: frozenset[str] = frozenset(
    (
        "location",
        "message",
    )
)


@_attrs_define(eq=False)
class ProblemError:
    """One place of a request that does not fit

    Attributes:
        location (str): Where, as `body.<field>`, `query.<name>`, `path.<name>` or `header.<name>` Example:
            body.limit_price.
        message (str): What is expected there Example: must be decimal text such as "187.5".
    """

    location: str
    message: str
    _partial: bool = _attrs_field(init=False, default=False, repr=False)

    def to_dict(self) -> dict[str, Any]:
        """The JSON object; properties that are unset are left out"""
        _object: dict[str, Any] = {
            "location": self.location,
            "message": self.message,
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
            _model.location = src_dict["location"]
            _model.message = src_dict["message"]
            _model._partial = False
        except KeyError:
            _model._partial = True
            _model.location = src_dict.get("location", UNSET)
            _model.message = src_dict.get("message", UNSET)
        return _model

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self) and self.to_dict() == other.to_dict()

    __hash__ = None  # type: ignore[assignment]
