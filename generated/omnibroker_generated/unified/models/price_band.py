from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import (
    UNSET,
)

T = TypeVar("T", bound="PriceBand")
_new = object.__new__


_KNOWN: frozenset[str] = frozenset(
    (
        "from_price",
        "tick_size",
    )
)
_REQUIRED: frozenset[str] = frozenset(
    (
        "from_price",
        "tick_size",
    )
)


@_attrs_define(eq=False)
class PriceBand:
    """Prices that share a smallest step

    Attributes:
        from_price (str): Exact decimal number as text, with a sign where it is negative; no exponent Example: -1.25.
        tick_size (str): Exact decimal number as text, more than zero; no sign, no exponent Example: 10.
    """

    from_price: str
    tick_size: str
    _partial: bool = _attrs_field(init=False, default=False, repr=False)

    def to_dict(self) -> dict[str, Any]:
        """The JSON object; properties that are unset are left out"""
        _object: dict[str, Any] = {
            "from_price": self.from_price,
            "tick_size": self.tick_size,
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
            _model.from_price = src_dict["from_price"]
            _model.tick_size = src_dict["tick_size"]
            _model._partial = False
        except KeyError:
            _model._partial = True
            _model.from_price = src_dict.get("from_price", UNSET)
            _model.tick_size = src_dict.get("tick_size", UNSET)
        return _model

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self) and self.to_dict() == other.to_dict()

    __hash__ = None  # type: ignore[assignment]
