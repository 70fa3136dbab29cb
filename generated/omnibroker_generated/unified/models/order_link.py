from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import (
    UNSET,
)

T = TypeVar("T", bound="OrderLink")
_new = object.__new__


_KNOWN: frozenset[str] = frozenset(
    (
        "group_id",
        "kind",
    )
)
_REQUIRED: frozenset[str] = frozenset(
    (
        "group_id",
        "kind",
    )
)


@_attrs_define(eq=False)
class OrderLink:
    """The group of orders that this one belongs to

    Attributes:
        group_id (str): Id of the group, the same in all its orders Example: ob01K9V6T3ZQ8M4N7XW2RCH5JDGB.
        kind (str): What the group does; `BRACKET`, a parent with exits; `OCO`, one cancels the other Example: BRACKET.
    """

    group_id: str
    kind: str
    _partial: bool = _attrs_field(init=False, default=False, repr=False)

    def to_dict(self) -> dict[str, Any]:
        """The JSON object; properties that are unset are left out"""
        _object: dict[str, Any] = {
            "group_id": self.group_id,
            "kind": self.kind,
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
            _model.group_id = src_dict["group_id"]
            _model.kind = src_dict["kind"]
            _model._partial = False
        except KeyError:
            _model._partial = True
            _model.group_id = src_dict.get("group_id", UNSET)
            _model.kind = src_dict.get("kind", UNSET)
        return _model

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self) and self.to_dict() == other.to_dict()

    __hash__ = None  # type: ignore[assignment]
