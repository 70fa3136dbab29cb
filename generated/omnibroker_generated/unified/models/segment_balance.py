from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import (
    UNSET,
    write_value,
)

T = TypeVar("T", bound="SegmentBalance")
_new = object.__new__


_KNOWN: frozenset[str] = frozenset(
    (
        "figures",
        "segment",
    )
)
_REQUIRED: frozenset[str] = frozenset(
    (
        "figures",
        "segment",
    )
)


@_attrs_define(eq=False)
class SegmentBalance:
    """A part of the account that the broker keeps apart

    Attributes:
        figures (BalanceFigures): Figures in the reporting currency, each as the broker states it
        segment (str): Which part Example: SECURITIES.
    """

    figures: BalanceFigures
    segment: str
    _partial: bool = _attrs_field(init=False, default=False, repr=False)

    def to_dict(self) -> dict[str, Any]:
        """The JSON object; properties that are unset are left out"""
        _value = self.figures
        _1 = _value.to_dict() if isinstance(_value, BalanceFigures) else write_value(_value)
        _object: dict[str, Any] = {
            "figures": _1,
            "segment": self.segment,
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
            _model.figures = src_dict["figures"]
            _model.segment = src_dict["segment"]
            _model._partial = False
        except KeyError:
            _model._partial = True
            _model.figures = src_dict.get("figures", UNSET)
            _model.segment = src_dict.get("segment", UNSET)
        _value = _model.figures
        _model.figures = BalanceFigures.from_dict(_value) if isinstance(_value, dict) else _value
        return _model

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self) and self.to_dict() == other.to_dict()

    __hash__ = None  # type: ignore[assignment]


from ..models.balance_figures import BalanceFigures
