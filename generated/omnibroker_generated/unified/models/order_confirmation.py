from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import (
    UNSET,
)

T = TypeVar("T", bound="OrderConfirmation")
_new = object.__new__


_KNOWN: frozenset[str] = frozenset(
    (
        "confirm_by",
        "message_ids",
        "messages",
    )
)
_REQUIRED: frozenset[str] = frozenset(
    (
        "confirm_by",
        "message_ids",
        "messages",
    )
)


@_attrs_define(eq=False)
class OrderConfirmation:
    """The broker's questions before it takes the order, answered with `confirm_order`

    Attributes:
        confirm_by (str): Instant in UTC, RFC 3339 with `Z` Example: 2026-03-02T14:30:00Z.
        message_ids (list[str]): Ids of the questions; confirm exactly these
        messages (list[str]): The questions in the broker's words
    """

    confirm_by: str
    message_ids: list[str]
    messages: list[str]
    _partial: bool = _attrs_field(init=False, default=False, repr=False)

    def to_dict(self) -> dict[str, Any]:
        """The JSON object; properties that are unset are left out"""
        _object: dict[str, Any] = {
            "confirm_by": self.confirm_by,
            "message_ids": self.message_ids,
            "messages": self.messages,
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
            _model.confirm_by = src_dict["confirm_by"]
            _model.message_ids = src_dict["message_ids"]
            _model.messages = src_dict["messages"]
            _model._partial = False
        except KeyError:
            _model._partial = True
            _model.confirm_by = src_dict.get("confirm_by", UNSET)
            _model.message_ids = src_dict.get("message_ids", UNSET)
            _model.messages = src_dict.get("messages", UNSET)
        return _model

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self) and self.to_dict() == other.to_dict()

    __hash__ = None  # type: ignore[assignment]
