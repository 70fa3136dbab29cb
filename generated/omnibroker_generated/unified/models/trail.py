from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.trail_kind import TrailKind
from ..types import (
    UNSET,
    Unset,
)

T = TypeVar("T", bound="Trail")
_new = object.__new__


_KNOWN: frozenset[str] = frozenset(
    (
        "kind",
        "value",
        "limit_offset",
    )
)
_REQUIRED: frozenset[str] = frozenset(
    (
        "kind",
        "value",
    )
)


@_attrs_define(eq=False)
class Trail:
    """How a trailing stop follows the price

    Attributes:
        kind (TrailKind): What the distance is measured in Example: AMOUNT.
        value (str): Exact decimal number as text, more than zero; no sign, no exponent Example: 10.
        limit_offset (str | Unset): Exact decimal number as text, with a sign where it is negative; no exponent Example:
            -1.25.
    """

    kind: TrailKind
    value: str
    limit_offset: str | Unset = UNSET
    _partial: bool = _attrs_field(init=False, default=False, repr=False)

    def to_dict(self) -> dict[str, Any]:
        """The JSON object; properties that are unset are left out"""
        _object: dict[str, Any] = {
            "kind": self.kind,
            "value": self.value,
        }
        _value = self.limit_offset
        if _value is not UNSET:
            _object["limit_offset"] = _value
        if self._partial:
            _object = {_key: _value for _key, _value in _object.items() if _value is not UNSET}
        return _object

    @classmethod
    def fits(cls, src_dict: Mapping[str, Any]) -> bool:
        """True where all required properties are there"""
        return _REQUIRED <= src_dict.keys() and src_dict["kind"] in (
            "AMOUNT",
            "PERCENT",
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read a decoded JSON object without ever raising: what is missing is UNSET, what is odd stays as it came"""
        _model = _new(cls)
        try:
            _model.kind = src_dict["kind"]
            _model.value = src_dict["value"]
            _model._partial = False
        except KeyError:
            _model._partial = True
            _model.kind = src_dict.get("kind", UNSET)
            _model.value = src_dict.get("value", UNSET)
        _model.limit_offset = src_dict["limit_offset"] if "limit_offset" in src_dict else UNSET
        return _model

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self) and self.to_dict() == other.to_dict()

    __hash__ = None  # type: ignore[assignment]
