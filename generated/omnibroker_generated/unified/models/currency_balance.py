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

T = TypeVar("T", bound="CurrencyBalance")
_new = object.__new__


_KNOWN: frozenset[str] = frozenset(
    (
        "currency",
        "cash",
        "derived",
        "exchange_rate",
        "market_value",
        "realized_pnl",
        "settled_cash",
        "unrealized_pnl",
    )
)
_REQUIRED: frozenset[str] = frozenset(("currency",))


@_attrs_define(eq=False)
class CurrencyBalance:
    """What the account holds in one currency, not converted

    Attributes:
        currency (str): ISO 4217 code, or the usual code of a crypto currency Example: USD.
        cash (Money | Unset): An amount of money; amounts of different currencies are never added up
        derived (bool | Unset): Present and true when the gateway worked these figures out itself Example: True.
        exchange_rate (str | Unset): Exact decimal number as text, more than zero; no sign, no exponent Example: 10.
        market_value (Money | Unset): An amount of money; amounts of different currencies are never added up
        realized_pnl (Money | Unset): An amount of money; amounts of different currencies are never added up
        settled_cash (Money | Unset): An amount of money; amounts of different currencies are never added up
        unrealized_pnl (Money | Unset): An amount of money; amounts of different currencies are never added up
    """

    currency: str
    cash: Money | Unset = UNSET
    derived: bool | Unset = UNSET
    exchange_rate: str | Unset = UNSET
    market_value: Money | Unset = UNSET
    realized_pnl: Money | Unset = UNSET
    settled_cash: Money | Unset = UNSET
    unrealized_pnl: Money | Unset = UNSET
    _partial: bool = _attrs_field(init=False, default=False, repr=False)

    def to_dict(self) -> dict[str, Any]:
        """The JSON object; properties that are unset are left out"""
        _object: dict[str, Any] = {
            "currency": self.currency,
        }
        _value = self.cash
        if _value is not UNSET:
            _object["cash"] = _value.to_dict() if isinstance(_value, Money) else write_value(_value)
        _value = self.derived
        if _value is not UNSET:
            _object["derived"] = _value
        _value = self.exchange_rate
        if _value is not UNSET:
            _object["exchange_rate"] = _value
        _value = self.market_value
        if _value is not UNSET:
            _object["market_value"] = _value.to_dict() if isinstance(_value, Money) else write_value(_value)
        _value = self.realized_pnl
        if _value is not UNSET:
            _object["realized_pnl"] = _value.to_dict() if isinstance(_value, Money) else write_value(_value)
        _value = self.settled_cash
        if _value is not UNSET:
            _object["settled_cash"] = _value.to_dict() if isinstance(_value, Money) else write_value(_value)
        _value = self.unrealized_pnl
        if _value is not UNSET:
            _object["unrealized_pnl"] = _value.to_dict() if isinstance(_value, Money) else write_value(_value)
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
            _model.currency = src_dict["currency"]
            _model._partial = False
        except KeyError:
            _model._partial = True
            _model.currency = src_dict.get("currency", UNSET)
        _value = src_dict.get("cash", UNSET)
        _model.cash = Money.from_dict(_value) if isinstance(_value, dict) else _value
        _model.derived = src_dict["derived"] if "derived" in src_dict else UNSET
        _model.exchange_rate = src_dict["exchange_rate"] if "exchange_rate" in src_dict else UNSET
        _value = src_dict.get("market_value", UNSET)
        _model.market_value = Money.from_dict(_value) if isinstance(_value, dict) else _value
        _value = src_dict.get("realized_pnl", UNSET)
        _model.realized_pnl = Money.from_dict(_value) if isinstance(_value, dict) else _value
        _value = src_dict.get("settled_cash", UNSET)
        _model.settled_cash = Money.from_dict(_value) if isinstance(_value, dict) else _value
        _value = src_dict.get("unrealized_pnl", UNSET)
        _model.unrealized_pnl = Money.from_dict(_value) if isinstance(_value, dict) else _value
        return _model

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self) and self.to_dict() == other.to_dict()

    __hash__ = None  # type: ignore[assignment]


from ..models.money import Money
