from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import (
    UNSET,
)

T = TypeVar("T", bound="ConfirmOrderRequest")
_new = object.__new__


_KNOWN: frozenset[str] = frozenset(("message_ids",))
_REQUIRED: frozenset[str] = frozenset(("message_ids",))


@_attrs_define(eq=False)
class ConfirmOrderRequest:
    """The questions that the caller answers with yes

    Attributes:
        message_ids (list[str]): All ids in the order's `confirmation`; others are 409 `confirmation_mismatch`
    """

    message_ids: list[str]
    _partial: bool = _attrs_field(init=False, default=False, repr=False)

    def to_dict(self) -> dict[str, Any]:
        """The JSON object; properties that are unset are left out"""
        _object: dict[str, Any] = {
            "message_ids": self.message_ids,
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
            _model.message_ids = src_dict["message_ids"]
            _model._partial = False
        except KeyError:
            _model._partial = True
            _model.message_ids = src_dict.get("message_ids", UNSET)
        return _model

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self) and self.to_dict() == other.to_dict()

    __hash__ = None  # type: ignore[assignment]
