from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define

from ..types import (
    UNSET,
    Unset,
    write_value,
)

T = TypeVar("T", bound="BalanceFigures")
_new = object.__new__


_KNOWN: frozenset[str] = frozenset(
    (
        "available_funds",
        "buying_power",
        "cash",
        "derived",
        "excess_liquidity",
        "initial_margin",
        "maintenance_margin",
        "market_value",
        "net_liquidation",
        "realized_pnl",
        "settled_cash",
        "unrealized_pnl",
    )
)
_REQUIRED: frozenset[str] = frozenset(())


@_attrs_define(eq=False)
class BalanceFigures:
    """Figures in the reporting currency, each as the broker states it

    Attributes:
        available_funds (Money | Unset): An amount of money; amounts of different currencies are never added up
        buying_power (Money | Unset): An amount of money; amounts of different currencies are never added up
        cash (Money | Unset): An amount of money; amounts of different currencies are never added up
        derived (bool | Unset): Present and true when the gateway worked these figures out itself Example: True.
        excess_liquidity (Money | Unset): An amount of money; amounts of different currencies are never added up
        initial_margin (Money | Unset): An amount of money; amounts of different currencies are never added up
        maintenance_margin (Money | Unset): An amount of money; amounts of different currencies are never added up
        market_value (Money | Unset): An amount of money; amounts of different currencies are never added up
        net_liquidation (Money | Unset): An amount of money; amounts of different currencies are never added up
        realized_pnl (Money | Unset): An amount of money; amounts of different currencies are never added up
        settled_cash (Money | Unset): An amount of money; amounts of different currencies are never added up
        unrealized_pnl (Money | Unset): An amount of money; amounts of different currencies are never added up
    """

    available_funds: Money | Unset = UNSET
    buying_power: Money | Unset = UNSET
    cash: Money | Unset = UNSET
    derived: bool | Unset = UNSET
    excess_liquidity: Money | Unset = UNSET
    initial_margin: Money | Unset = UNSET
    maintenance_margin: Money | Unset = UNSET
    market_value: Money | Unset = UNSET
    net_liquidation: Money | Unset = UNSET
    realized_pnl: Money | Unset = UNSET
    settled_cash: Money | Unset = UNSET
    unrealized_pnl: Money | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        """The JSON object; properties that are unset are left out"""
        _object: dict[str, Any] = {}
        _value = self.available_funds
        if _value is not UNSET:
            _object["available_funds"] = _value.to_dict() if isinstance(_value, Money) else write_value(_value)
        _value = self.buying_power
        if _value is not UNSET:
            _object["buying_power"] = _value.to_dict() if isinstance(_value, Money) else write_value(_value)
        _value = self.cash
        if _value is not UNSET:
            _object["cash"] = _value.to_dict() if isinstance(_value, Money) else write_value(_value)
        _value = self.derived
        if _value is not UNSET:
            _object["derived"] = _value
        _value = self.excess_liquidity
        if _value is not UNSET:
            _object["excess_liquidity"] = _value.to_dict() if isinstance(_value, Money) else write_value(_value)
        _value = self.initial_margin
        if _value is not UNSET:
            _object["initial_margin"] = _value.to_dict() if isinstance(_value, Money) else write_value(_value)
        _value = self.maintenance_margin
        if _value is not UNSET:
            _object["maintenance_margin"] = _value.to_dict() if isinstance(_value, Money) else write_value(_value)
        _value = self.market_value
        if _value is not UNSET:
            _object["market_value"] = _value.to_dict() if isinstance(_value, Money) else write_value(_value)
        _value = self.net_liquidation
        if _value is not UNSET:
            _object["net_liquidation"] = _value.to_dict() if isinstance(_value, Money) else write_value(_value)
        _value = self.realized_pnl
        if _value is not UNSET:
            _object["realized_pnl"] = _value.to_dict() if isinstance(_value, Money) else write_value(_value)
        _value = self.settled_cash
        if _value is not UNSET:
            _object["settled_cash"] = _value.to_dict() if isinstance(_value, Money) else write_value(_value)
        _value = self.unrealized_pnl
        if _value is not UNSET:
            _object["unrealized_pnl"] = _value.to_dict() if isinstance(_value, Money) else write_value(_value)
        return _object

    @classmethod
    def fits(cls, src_dict: Mapping[str, Any]) -> bool:
        """True where all required properties are there"""
        return _REQUIRED <= src_dict.keys()

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read a decoded JSON object without ever raising: what is missing is UNSET, what is odd stays as it came"""
        _model = _new(cls)
        _value = src_dict.get("available_funds", UNSET)
        _model.available_funds = Money.from_dict(_value) if isinstance(_value, dict) else _value
        _value = src_dict.get("buying_power", UNSET)
        _model.buying_power = Money.from_dict(_value) if isinstance(_value, dict) else _value
        _value = src_dict.get("cash", UNSET)
        _model.cash = Money.from_dict(_value) if isinstance(_value, dict) else _value
        _model.derived = src_dict["derived"] if "derived" in src_dict else UNSET
        _value = src_dict.get("excess_liquidity", UNSET)
        _model.excess_liquidity = Money.from_dict(_value) if isinstance(_value, dict) else _value
        _value = src_dict.get("initial_margin", UNSET)
        _model.initial_margin = Money.from_dict(_value) if isinstance(_value, dict) else _value
        _value = src_dict.get("maintenance_margin", UNSET)
        _model.maintenance_margin = Money.from_dict(_value) if isinstance(_value, dict) else _value
        _value = src_dict.get("market_value", UNSET)
        _model.market_value = Money.from_dict(_value) if isinstance(_value, dict) else _value
        _value = src_dict.get("net_liquidation", UNSET)
        _model.net_liquidation = Money.from_dict(_value) if isinstance(_value, dict) else _value
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
