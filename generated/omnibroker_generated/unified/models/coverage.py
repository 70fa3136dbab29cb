from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import (
    UNSET,
    Unset,
)

T = TypeVar("T", bound="Coverage")
_new = object.__new__


_KNOWN: frozenset[str] = frozenset(
    (
        "complete",
        "from",
        "to",
    )
)
_REQUIRED: frozenset[str] = frozenset(("complete",))


@_attrs_define(eq=False)
class Coverage:
    """How far back the sources could look. `from` and `to` are not sent in this version, because no broker says how far
    its lists reach.

        Attributes:
            complete (bool): Whether the answer holds everything that happened in the span; false in this version Example:
                False.
            from_ (str | Unset): Instant in UTC, RFC 3339 with `Z` Example: 2026-03-02T14:30:00Z.
            to (str | Unset): Instant in UTC, RFC 3339 with `Z` Example: 2026-03-02T14:30:00Z.
    """

    complete: bool
    from_: str | Unset = UNSET
    to: str | Unset = UNSET
    _partial: bool = _attrs_field(init=False, default=False, repr=False)

    def to_dict(self) -> dict[str, Any]:
        """The JSON object; properties that are unset are left out"""
        _object: dict[str, Any] = {
            "complete": self.complete,
        }
        _value = self.from_
        if _value is not UNSET:
            _object["from"] = _value
        _value = self.to
        if _value is not UNSET:
            _object["to"] = _value
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
            _model.complete = src_dict["complete"]
            _model._partial = False
        except KeyError:
            _model._partial = True
            _model.complete = src_dict.get("complete", UNSET)
        _model.from_ = src_dict["from"] if "from" in src_dict else UNSET
        _model.to = src_dict["to"] if "to" in src_dict else UNSET
        return _model

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self) and self.to_dict() == other.to_dict()

    __hash__ = None  # type: ignore[assignment]
