from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define

from ..types import (
    UNSET,
    Unset,
)

T = TypeVar("T", bound="TradelockerOrderOptions")
_new = object.__new__


_KNOWN: frozenset[str] = frozenset(
    (
        "stop_loss_offset",
        "stop_loss_price",
        "take_profit_offset",
        "take_profit_price",
        "trailing_stop_offset",
    )
)
_REQUIRED: frozenset[str] = frozenset(())


@_attrs_define(eq=False)
class TradelockerOrderOptions:
    """Extras that TradeLocker documents, all of them protection of the position that the order opens: at most one way to
    set the stop loss, and one to set the take profit. What a pip is, TradeLocker does not say; prices are safer.

        Attributes:
            stop_loss_offset (str | Unset): Exact decimal number as text, more than zero; no sign, no exponent Example: 10.
            stop_loss_price (str | Unset): Exact decimal number as text, with a sign where it is negative; no exponent
                Example: -1.25.
            take_profit_offset (str | Unset): Exact decimal number as text, more than zero; no sign, no exponent Example:
                10.
            take_profit_price (str | Unset): Exact decimal number as text, with a sign where it is negative; no exponent
                Example: -1.25.
            trailing_stop_offset (str | Unset): Exact decimal number as text, more than zero; no sign, no exponent Example:
                10.
    """

    stop_loss_offset: str | Unset = UNSET
    stop_loss_price: str | Unset = UNSET
    take_profit_offset: str | Unset = UNSET
    take_profit_price: str | Unset = UNSET
    trailing_stop_offset: str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        """The JSON object; properties that are unset are left out"""
        _object: dict[str, Any] = {}
        _value = self.stop_loss_offset
        if _value is not UNSET:
            _object["stop_loss_offset"] = _value
        _value = self.stop_loss_price
        if _value is not UNSET:
            _object["stop_loss_price"] = _value
        _value = self.take_profit_offset
        if _value is not UNSET:
            _object["take_profit_offset"] = _value
        _value = self.take_profit_price
        if _value is not UNSET:
            _object["take_profit_price"] = _value
        _value = self.trailing_stop_offset
        if _value is not UNSET:
            _object["trailing_stop_offset"] = _value
        return _object

    @classmethod
    def fits(cls, src_dict: Mapping[str, Any]) -> bool:
        """True where all required properties are there"""
        return _REQUIRED <= src_dict.keys()

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read a decoded JSON object without ever raising: what is missing is UNSET, what is odd stays as it came"""
        _model = _new(cls)
        _model.stop_loss_offset = src_dict["stop_loss_offset"] if "stop_loss_offset" in src_dict else UNSET
        _model.stop_loss_price = src_dict["stop_loss_price"] if "stop_loss_price" in src_dict else UNSET
        _model.take_profit_offset = src_dict["take_profit_offset"] if "take_profit_offset" in src_dict else UNSET
        _model.take_profit_price = src_dict["take_profit_price"] if "take_profit_price" in src_dict else UNSET
        _model.trailing_stop_offset = src_dict["trailing_stop_offset"] if "trailing_stop_offset" in src_dict else UNSET
        return _model

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self) and self.to_dict() == other.to_dict()

    __hash__ = None  # type: ignore[assignment]
