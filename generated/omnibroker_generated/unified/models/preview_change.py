from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define

from ..types import (
    UNSET,
    Unset,
    write_value,
)

T = TypeVar("T", bound="PreviewChange")
_new = object.__new__


_KNOWN: frozenset[str] = frozenset(
    (
        "after",
        "change",
        "current",
    )
)
_REQUIRED: frozenset[str] = frozenset(())


@_attrs_define(eq=False)
class PreviewChange:
    """A figure of the account before and after the order

    Attributes:
        after (Money | Unset): An amount of money; amounts of different currencies are never added up
        change (Money | Unset): An amount of money; amounts of different currencies are never added up
        current (Money | Unset): An amount of money; amounts of different currencies are never added up
    """

    after: Money | Unset = UNSET
    change: Money | Unset = UNSET
    current: Money | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        """The JSON object; properties that are unset are left out"""
        _object: dict[str, Any] = {}
        _value = self.after
        if _value is not UNSET:
            _object["after"] = _value.to_dict() if isinstance(_value, Money) else write_value(_value)
        _value = self.change
        if _value is not UNSET:
            _object["change"] = _value.to_dict() if isinstance(_value, Money) else write_value(_value)
        _value = self.current
        if _value is not UNSET:
            _object["current"] = _value.to_dict() if isinstance(_value, Money) else write_value(_value)
        return _object

    @classmethod
    def fits(cls, src_dict: Mapping[str, Any]) -> bool:
        """True where all required properties are there"""
        return _REQUIRED <= src_dict.keys()

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read a decoded JSON object without ever raising: what is missing is UNSET, what is odd stays as it came"""
        _model = _new(cls)
        _value = src_dict.get("after", UNSET)
        _model.after = Money.from_dict(_value) if isinstance(_value, dict) else _value
        _value = src_dict.get("change", UNSET)
        _model.change = Money.from_dict(_value) if isinstance(_value, dict) else _value
        _value = src_dict.get("current", UNSET)
        _model.current = Money.from_dict(_value) if isinstance(_value, dict) else _value
        return _model

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self) and self.to_dict() == other.to_dict()

    __hash__ = None  # type: ignore[assignment]


from ..models.money import Money
