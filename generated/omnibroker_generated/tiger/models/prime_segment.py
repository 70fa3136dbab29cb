from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import (
    UNSET,
    Unset,
    write_value,
)

T = TypeVar("T", bound="PrimeSegment")
_new = object.__new__


_KNOWN: frozenset[str] = frozenset(
    (
        "buyingPower",
        "capability",
        "cashAvailableForTrade",
        "cashAvailableForWithdrawal",
        "cashBalance",
        "category",
        "consolidatedSegTypes",
        "currency",
        "currencyAssets",
        "equityWithLoan",
        "excessLiquidation",
        "grossPositionValue",
        "initMargin",
        "leverage",
        "lockedFunds",
        "maintainMargin",
        "netLiquidation",
        "overnightLiquidation",
        "overnightMargin",
        "realizedPL",
        "totalTodayPL",
        "uncollected",
        "unrealizedPL",
        "unrealizedPLByCostOfCarry",
    )
)
_REQUIRED: frozenset[str] = frozenset(())


@_attrs_define(eq=False)
class PrimeSegment:
    """Amounts in the segment's currency.

    Attributes:
        buying_power (Decimal | Unset):
        capability (str | Unset):
        cash_available_for_trade (Decimal | Unset):
        cash_available_for_withdrawal (Decimal | Unset):
        cash_balance (Decimal | Unset):
        category (str | Unset): S securities, C commodities and futures, F fund, D digital
        consolidated_seg_types (list[str] | Unset): SEC and FUND where S holds both
        currency (str | Unset):
        currency_assets (list[PrimeCurrencyAsset] | Unset):
        equity_with_loan (Decimal | Unset):
        excess_liquidation (Decimal | Unset):
        gross_position_value (Decimal | Unset):
        init_margin (Decimal | Unset):
        leverage (Decimal | Unset):
        locked_funds (Decimal | Unset):
        maintain_margin (Decimal | Unset):
        net_liquidation (Decimal | Unset):
        overnight_liquidation (Decimal | Unset):
        overnight_margin (Decimal | Unset):
        realized_pl (Decimal | Unset):
        total_today_pl (Decimal | Unset):
        uncollected (Decimal | Unset):
        unrealized_pl (Decimal | Unset):
        unrealized_pl_by_cost_of_carry (Decimal | Unset):
    """

    buying_power: Decimal | Unset = UNSET
    capability: str | Unset = UNSET
    cash_available_for_trade: Decimal | Unset = UNSET
    cash_available_for_withdrawal: Decimal | Unset = UNSET
    cash_balance: Decimal | Unset = UNSET
    category: str | Unset = UNSET
    consolidated_seg_types: list[str] | Unset = UNSET
    currency: str | Unset = UNSET
    currency_assets: list[PrimeCurrencyAsset] | Unset = UNSET
    equity_with_loan: Decimal | Unset = UNSET
    excess_liquidation: Decimal | Unset = UNSET
    gross_position_value: Decimal | Unset = UNSET
    init_margin: Decimal | Unset = UNSET
    leverage: Decimal | Unset = UNSET
    locked_funds: Decimal | Unset = UNSET
    maintain_margin: Decimal | Unset = UNSET
    net_liquidation: Decimal | Unset = UNSET
    overnight_liquidation: Decimal | Unset = UNSET
    overnight_margin: Decimal | Unset = UNSET
    realized_pl: Decimal | Unset = UNSET
    total_today_pl: Decimal | Unset = UNSET
    uncollected: Decimal | Unset = UNSET
    unrealized_pl: Decimal | Unset = UNSET
    unrealized_pl_by_cost_of_carry: Decimal | Unset = UNSET
    _extra: dict[str, Any] | None = _attrs_field(init=False, default=None, repr=False)
    _source: Mapping[str, Any] | None = _attrs_field(init=False, default=None, repr=False)

    def to_dict(self) -> dict[str, Any]:
        """The JSON object; properties that are unset are left out"""
        _object: dict[str, Any] = {}
        _value = self.buying_power
        if _value is not UNSET:
            _object["buyingPower"] = _value
        _value = self.capability
        if _value is not UNSET:
            _object["capability"] = _value
        _value = self.cash_available_for_trade
        if _value is not UNSET:
            _object["cashAvailableForTrade"] = _value
        _value = self.cash_available_for_withdrawal
        if _value is not UNSET:
            _object["cashAvailableForWithdrawal"] = _value
        _value = self.cash_balance
        if _value is not UNSET:
            _object["cashBalance"] = _value
        _value = self.category
        if _value is not UNSET:
            _object["category"] = _value
        _value = self.consolidated_seg_types
        if _value is not UNSET:
            _object["consolidatedSegTypes"] = _value
        _value = self.currency
        if _value is not UNSET:
            _object["currency"] = _value
        _value = self.currency_assets
        if _value is not UNSET:
            _object["currencyAssets"] = (
                [_item.to_dict() if isinstance(_item, PrimeCurrencyAsset) else write_value(_item) for _item in _value]
                if isinstance(_value, list)
                else write_value(_value)
            )
        _value = self.equity_with_loan
        if _value is not UNSET:
            _object["equityWithLoan"] = _value
        _value = self.excess_liquidation
        if _value is not UNSET:
            _object["excessLiquidation"] = _value
        _value = self.gross_position_value
        if _value is not UNSET:
            _object["grossPositionValue"] = _value
        _value = self.init_margin
        if _value is not UNSET:
            _object["initMargin"] = _value
        _value = self.leverage
        if _value is not UNSET:
            _object["leverage"] = _value
        _value = self.locked_funds
        if _value is not UNSET:
            _object["lockedFunds"] = _value
        _value = self.maintain_margin
        if _value is not UNSET:
            _object["maintainMargin"] = _value
        _value = self.net_liquidation
        if _value is not UNSET:
            _object["netLiquidation"] = _value
        _value = self.overnight_liquidation
        if _value is not UNSET:
            _object["overnightLiquidation"] = _value
        _value = self.overnight_margin
        if _value is not UNSET:
            _object["overnightMargin"] = _value
        _value = self.realized_pl
        if _value is not UNSET:
            _object["realizedPL"] = _value
        _value = self.total_today_pl
        if _value is not UNSET:
            _object["totalTodayPL"] = _value
        _value = self.uncollected
        if _value is not UNSET:
            _object["uncollected"] = _value
        _value = self.unrealized_pl
        if _value is not UNSET:
            _object["unrealizedPL"] = _value
        _value = self.unrealized_pl_by_cost_of_carry
        if _value is not UNSET:
            _object["unrealizedPLByCostOfCarry"] = _value
        if self._extra or self._source:
            for _key, _value in self.additional_properties.items():
                _object.setdefault(_key, write_value(_value))
        return _object

    @classmethod
    def fits(cls, src_dict: Mapping[str, Any]) -> bool:
        """True where all required properties are there"""
        return _REQUIRED <= src_dict.keys()

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read a decoded JSON object without ever raising: what is missing is UNSET, what is odd stays as it came"""
        _model = _new(cls)
        _model.buying_power = src_dict["buyingPower"] if "buyingPower" in src_dict else UNSET
        _model.capability = src_dict["capability"] if "capability" in src_dict else UNSET
        _model.cash_available_for_trade = (
            src_dict["cashAvailableForTrade"] if "cashAvailableForTrade" in src_dict else UNSET
        )
        _model.cash_available_for_withdrawal = (
            src_dict["cashAvailableForWithdrawal"] if "cashAvailableForWithdrawal" in src_dict else UNSET
        )
        _model.cash_balance = src_dict["cashBalance"] if "cashBalance" in src_dict else UNSET
        _model.category = src_dict["category"] if "category" in src_dict else UNSET
        _model.consolidated_seg_types = (
            src_dict["consolidatedSegTypes"] if "consolidatedSegTypes" in src_dict else UNSET
        )
        _model.currency = src_dict["currency"] if "currency" in src_dict else UNSET
        _value = src_dict.get("currencyAssets", UNSET)
        _model.currency_assets = (
            [(PrimeCurrencyAsset.from_dict(_item) if isinstance(_item, dict) else _item) for _item in _value]
            if isinstance(_value, list)
            else _value
        )
        _model.equity_with_loan = src_dict["equityWithLoan"] if "equityWithLoan" in src_dict else UNSET
        _model.excess_liquidation = src_dict["excessLiquidation"] if "excessLiquidation" in src_dict else UNSET
        _model.gross_position_value = src_dict["grossPositionValue"] if "grossPositionValue" in src_dict else UNSET
        _model.init_margin = src_dict["initMargin"] if "initMargin" in src_dict else UNSET
        _model.leverage = src_dict["leverage"] if "leverage" in src_dict else UNSET
        _model.locked_funds = src_dict["lockedFunds"] if "lockedFunds" in src_dict else UNSET
        _model.maintain_margin = src_dict["maintainMargin"] if "maintainMargin" in src_dict else UNSET
        _model.net_liquidation = src_dict["netLiquidation"] if "netLiquidation" in src_dict else UNSET
        _model.overnight_liquidation = src_dict["overnightLiquidation"] if "overnightLiquidation" in src_dict else UNSET
        _model.overnight_margin = src_dict["overnightMargin"] if "overnightMargin" in src_dict else UNSET
        _model.realized_pl = src_dict["realizedPL"] if "realizedPL" in src_dict else UNSET
        _model.total_today_pl = src_dict["totalTodayPL"] if "totalTodayPL" in src_dict else UNSET
        _model.uncollected = src_dict["uncollected"] if "uncollected" in src_dict else UNSET
        _model.unrealized_pl = src_dict["unrealizedPL"] if "unrealizedPL" in src_dict else UNSET
        _model.unrealized_pl_by_cost_of_carry = (
            src_dict["unrealizedPLByCostOfCarry"] if "unrealizedPLByCostOfCarry" in src_dict else UNSET
        )
        _model._extra = None
        _model._source = src_dict
        return _model

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self) and self.to_dict() == other.to_dict()

    __hash__ = None  # type: ignore[assignment]

    @property
    def additional_properties(self) -> dict[str, Any]:
        """Properties that the document does not name, picked out of the answer when they are first asked for"""
        if self._extra is None:
            self._extra = {_key: _value for _key, _value in (self._source or {}).items() if _key not in _KNOWN}
        return self._extra

    @additional_properties.setter
    def additional_properties(self, value: dict[str, Any]) -> None:
        self._extra = value

    @property
    def additional_keys(self) -> list[str]:
        return list(self.additional_properties.keys())

    def __getitem__(self, key: str) -> Any:
        return self.additional_properties[key]

    def __setitem__(self, key: str, value: Any) -> None:
        self.additional_properties[key] = value

    def __delitem__(self, key: str) -> None:
        del self.additional_properties[key]

    def __contains__(self, key: str) -> bool:
        return key in self.additional_properties


from ..models.prime_currency_asset import PrimeCurrencyAsset
