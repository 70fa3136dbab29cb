from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import (
    UNSET,
    Unset,
    write_value,
)

T = TypeVar("T", bound="AccountPage")
_new = object.__new__


_KNOWN: frozenset[str] = frozenset(
    (
        "incomplete",
        "items",
        "received_at",
        "next_cursor",
    )
)
_REQUIRED: frozenset[str] = frozenset(
    (
        "incomplete",
        "items",
        "received_at",
    )
)


@_attrs_define(eq=False)
class AccountPage:
    """Accounts of all connections

    Attributes:
        incomplete (list[Incomplete]): Sources whose rows are missing; empty when the answer is complete
        items (list[Account]): The accounts, by connection and id
        received_at (str): Instant in UTC, RFC 3339 with `Z` Example: 2026-03-02T14:30:00Z.
        next_cursor (str | Unset): Opaque place in a list; absent on the last page
    """

    incomplete: list[Incomplete]
    items: list[Account]
    received_at: str
    next_cursor: str | Unset = UNSET
    _partial: bool = _attrs_field(init=False, default=False, repr=False)

    def to_dict(self) -> dict[str, Any]:
        """The JSON object; properties that are unset are left out"""
        _value = self.incomplete
        _1 = (
            [_item.to_dict() if isinstance(_item, Incomplete) else write_value(_item) for _item in _value]
            if isinstance(_value, list)
            else write_value(_value)
        )
        _value = self.items
        _2 = (
            [_item.to_dict() if isinstance(_item, Account) else write_value(_item) for _item in _value]
            if isinstance(_value, list)
            else write_value(_value)
        )
        _object: dict[str, Any] = {
            "incomplete": _1,
            "items": _2,
            "received_at": self.received_at,
        }
        _value = self.next_cursor
        if _value is not UNSET:
            _object["next_cursor"] = _value
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
            _model.incomplete = src_dict["incomplete"]
            _model.items = src_dict["items"]
            _model.received_at = src_dict["received_at"]
            _model._partial = False
        except KeyError:
            _model._partial = True
            _model.incomplete = src_dict.get("incomplete", UNSET)
            _model.items = src_dict.get("items", UNSET)
            _model.received_at = src_dict.get("received_at", UNSET)
        _value = _model.incomplete
        _model.incomplete = (
            [(Incomplete.from_dict(_item) if isinstance(_item, dict) else _item) for _item in _value]
            if isinstance(_value, list)
            else _value
        )
        _value = _model.items
        _model.items = (
            [(Account.from_dict(_item) if isinstance(_item, dict) else _item) for _item in _value]
            if isinstance(_value, list)
            else _value
        )
        _model.next_cursor = src_dict["next_cursor"] if "next_cursor" in src_dict else UNSET
        return _model

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self) and self.to_dict() == other.to_dict()

    __hash__ = None  # type: ignore[assignment]


from ..models.account import Account
from ..models.incomplete import Incomplete
