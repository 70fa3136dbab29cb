from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define

from ..types import (
    UNSET,
    Unset,
    write_value,
)

T = TypeVar("T", bound="BrokerOptions")
_new = object.__new__


_KNOWN: frozenset[str] = frozenset(
    (
        "ibkr",
        "tradelocker",
    )
)
_REQUIRED: frozenset[str] = frozenset(())


@_attrs_define(eq=False)
class BrokerOptions:
    """Documented extras of a broker; those of another broker than the account's are 422

    Attributes:
        ibkr (IbkrOrderOptions | Unset): Extras that Interactive Brokers documents
        tradelocker (TradelockerOrderOptions | Unset): Extras that TradeLocker documents, all of them protection of the
            position that the order opens: at most one way to set the stop loss, and one to set the take profit. What a pip
            is, TradeLocker does not say; prices are safer.
    """

    ibkr: IbkrOrderOptions | Unset = UNSET
    tradelocker: TradelockerOrderOptions | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        """The JSON object; properties that are unset are left out"""
        _object: dict[str, Any] = {}
        _value = self.ibkr
        if _value is not UNSET:
            _object["ibkr"] = _value.to_dict() if isinstance(_value, IbkrOrderOptions) else write_value(_value)
        _value = self.tradelocker
        if _value is not UNSET:
            _object["tradelocker"] = (
                _value.to_dict() if isinstance(_value, TradelockerOrderOptions) else write_value(_value)
            )
        return _object

    @classmethod
    def fits(cls, src_dict: Mapping[str, Any]) -> bool:
        """True where all required properties are there"""
        return _REQUIRED <= src_dict.keys()

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read a decoded JSON object without ever raising: what is missing is UNSET, what is odd stays as it came"""
        _model = _new(cls)
        _value = src_dict.get("ibkr", UNSET)
        _model.ibkr = IbkrOrderOptions.from_dict(_value) if isinstance(_value, dict) else _value
        _value = src_dict.get("tradelocker", UNSET)
        _model.tradelocker = TradelockerOrderOptions.from_dict(_value) if isinstance(_value, dict) else _value
        return _model

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self) and self.to_dict() == other.to_dict()

    __hash__ = None  # type: ignore[assignment]


from ..models.ibkr_order_options import IbkrOrderOptions
from ..models.tradelocker_order_options import TradelockerOrderOptions
