from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import (
    UNSET,
)

T = TypeVar("T", bound="OrderLeg")
_new = object.__new__


_KNOWN: frozenset[str] = frozenset(
    (
        "instrument",
        "ratio",
        "side",
    )
)
_REQUIRED: frozenset[str] = frozenset(
    (
        "instrument",
        "ratio",
        "side",
    )
)


@_attrs_define(eq=False)
class OrderLeg:
    """One part of an order for several instruments at once

    Attributes:
        instrument (str): Canonical key of an instrument, such as `AAPL.US`, `00700.HK`, `OPT:AAPL.US:20251219:C:200`,
            `FUT:ES.CME:202512`, `FX:EURUSD`, or `<connection>@<native id>` where no key exists. A form that is not
            canonical is 422 and the problem names the canonical one. Example: AAPL.US.
        ratio (str): Exact decimal number as text, more than zero; no sign, no exponent Example: 10.
        side (str): Direction of the leg when the order is bought Example: BUY.
    """

    instrument: str
    ratio: str
    side: str
    _partial: bool = _attrs_field(init=False, default=False, repr=False)

    def to_dict(self) -> dict[str, Any]:
        """The JSON object; properties that are unset are left out"""
        _object: dict[str, Any] = {
            "instrument": self.instrument,
            "ratio": self.ratio,
            "side": self.side,
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
            _model.instrument = src_dict["instrument"]
            _model.ratio = src_dict["ratio"]
            _model.side = src_dict["side"]
            _model._partial = False
        except KeyError:
            _model._partial = True
            _model.instrument = src_dict.get("instrument", UNSET)
            _model.ratio = src_dict.get("ratio", UNSET)
            _model.side = src_dict.get("side", UNSET)
        return _model

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self) and self.to_dict() == other.to_dict()

    __hash__ = None  # type: ignore[assignment]
