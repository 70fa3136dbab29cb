from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import (
    UNSET,
    write_value,
)

T = TypeVar("T", bound="Fee")
_new = object.__new__


_KNOWN: frozenset[str] = frozenset(
    (
        "amount",
        "kind",
    )
)
_REQUIRED: frozenset[str] = frozenset(
    (
        "amount",
        "kind",
    )
)


@_attrs_define(eq=False)
class Fee:
    """One fee of a fill

    Attributes:
        amount (Money): An amount of money; amounts of different currencies are never added up
        kind (str): What the fee is for Example: COMMISSION.
    """

    amount: Money
    kind: str
    _partial: bool = _attrs_field(init=False, default=False, repr=False)

    def to_dict(self) -> dict[str, Any]:
        """The JSON object; properties that are unset are left out"""
        _value = self.amount
        _1 = _value.to_dict() if isinstance(_value, Money) else write_value(_value)
        _object: dict[str, Any] = {
            "amount": _1,
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
            _model.amount = src_dict["amount"]
            _model.kind = src_dict["kind"]
            _model._partial = False
        except KeyError:
            _model._partial = True
            _model.amount = src_dict.get("amount", UNSET)
            _model.kind = src_dict.get("kind", UNSET)
        _value = _model.amount
        _model.amount = Money.from_dict(_value) if isinstance(_value, dict) else _value
        return _model

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self) and self.to_dict() == other.to_dict()

    __hash__ = None  # type: ignore[assignment]


from ..models.money import Money
