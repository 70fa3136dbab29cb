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

T = TypeVar("T", bound="AggregateAssets")
_new = object.__new__


_KNOWN: frozenset[str] = frozenset(
    (
        "availableCash",
        "cashAvailableForTrade",
        "cashBalance",
        "cashBalanceWithInTransit",
        "creditLimit",
        "currency",
        "equityWithLoan",
        "excessEquity",
        "excessLiquidity",
        "grossPositionValue",
        "initMargin",
        "intradayRiskRatio",
        "lockedCash",
        "lockedFunds",
        "maintainMargin",
        "netLiquidation",
        "optionMarketValue",
        "stockMarketValue",
        "tradeCurrencyMargin",
    )
)
_REQUIRED: frozenset[str] = frozenset(())


@_attrs_define(eq=False)
class AggregateAssets:
    """
    Attributes:
        available_cash (Decimal | Unset):
        cash_available_for_trade (Decimal | Unset):
        cash_balance (Decimal | Unset):
        cash_balance_with_in_transit (Decimal | Unset):
        credit_limit (Decimal | Unset):
        currency (str | Unset): Base currency of all amounts
        equity_with_loan (Decimal | Unset):
        excess_equity (Decimal | Unset):
        excess_liquidity (Decimal | Unset):
        gross_position_value (Decimal | Unset):
        init_margin (Decimal | Unset):
        intraday_risk_ratio (Decimal | Unset):
        locked_cash (Decimal | Unset):
        locked_funds (Decimal | Unset):
        maintain_margin (Decimal | Unset):
        net_liquidation (Decimal | Unset):
        option_market_value (Decimal | Unset):
        stock_market_value (Decimal | Unset):
        trade_currency_margin (Decimal | Unset):
    """

    available_cash: Decimal | Unset = UNSET
    cash_available_for_trade: Decimal | Unset = UNSET
    cash_balance: Decimal | Unset = UNSET
    cash_balance_with_in_transit: Decimal | Unset = UNSET
    credit_limit: Decimal | Unset = UNSET
    currency: str | Unset = UNSET
    equity_with_loan: Decimal | Unset = UNSET
    excess_equity: Decimal | Unset = UNSET
    excess_liquidity: Decimal | Unset = UNSET
    gross_position_value: Decimal | Unset = UNSET
    init_margin: Decimal | Unset = UNSET
    intraday_risk_ratio: Decimal | Unset = UNSET
    locked_cash: Decimal | Unset = UNSET
    locked_funds: Decimal | Unset = UNSET
    maintain_margin: Decimal | Unset = UNSET
    net_liquidation: Decimal | Unset = UNSET
    option_market_value: Decimal | Unset = UNSET
    stock_market_value: Decimal | Unset = UNSET
    trade_currency_margin: Decimal | Unset = UNSET
    _extra: dict[str, Any] | None = _attrs_field(init=False, default=None, repr=False)
    _source: Mapping[str, Any] | None = _attrs_field(init=False, default=None, repr=False)

    def to_dict(self) -> dict[str, Any]:
        """The JSON object; properties that are unset are left out"""
        _object: dict[str, Any] = {}
        _value = self.available_cash
        if _value is not UNSET:
            _object["availableCash"] = _value
        _value = self.cash_available_for_trade
        if _value is not UNSET:
            _object["cashAvailableForTrade"] = _value
        _value = self.cash_balance
        if _value is not UNSET:
            _object["cashBalance"] = _value
        _value = self.cash_balance_with_in_transit
        if _value is not UNSET:
            _object["cashBalanceWithInTransit"] = _value
        _value = self.credit_limit
        if _value is not UNSET:
            _object["creditLimit"] = _value
        _value = self.currency
        if _value is not UNSET:
            _object["currency"] = _value
        _value = self.equity_with_loan
        if _value is not UNSET:
            _object["equityWithLoan"] = _value
        _value = self.excess_equity
        if _value is not UNSET:
            _object["excessEquity"] = _value
        _value = self.excess_liquidity
        if _value is not UNSET:
            _object["excessLiquidity"] = _value
        _value = self.gross_position_value
        if _value is not UNSET:
            _object["grossPositionValue"] = _value
        _value = self.init_margin
        if _value is not UNSET:
            _object["initMargin"] = _value
        _value = self.intraday_risk_ratio
        if _value is not UNSET:
            _object["intradayRiskRatio"] = _value
        _value = self.locked_cash
        if _value is not UNSET:
            _object["lockedCash"] = _value
        _value = self.locked_funds
        if _value is not UNSET:
            _object["lockedFunds"] = _value
        _value = self.maintain_margin
        if _value is not UNSET:
            _object["maintainMargin"] = _value
        _value = self.net_liquidation
        if _value is not UNSET:
            _object["netLiquidation"] = _value
        _value = self.option_market_value
        if _value is not UNSET:
            _object["optionMarketValue"] = _value
        _value = self.stock_market_value
        if _value is not UNSET:
            _object["stockMarketValue"] = _value
        _value = self.trade_currency_margin
        if _value is not UNSET:
            _object["tradeCurrencyMargin"] = _value
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
        _model.available_cash = src_dict["availableCash"] if "availableCash" in src_dict else UNSET
        _model.cash_available_for_trade = (
            src_dict["cashAvailableForTrade"] if "cashAvailableForTrade" in src_dict else UNSET
        )
        _model.cash_balance = src_dict["cashBalance"] if "cashBalance" in src_dict else UNSET
        _model.cash_balance_with_in_transit = (
            src_dict["cashBalanceWithInTransit"] if "cashBalanceWithInTransit" in src_dict else UNSET
        )
        _model.credit_limit = src_dict["creditLimit"] if "creditLimit" in src_dict else UNSET
        _model.currency = src_dict["currency"] if "currency" in src_dict else UNSET
        _model.equity_with_loan = src_dict["equityWithLoan"] if "equityWithLoan" in src_dict else UNSET
        _model.excess_equity = src_dict["excessEquity"] if "excessEquity" in src_dict else UNSET
        _model.excess_liquidity = src_dict["excessLiquidity"] if "excessLiquidity" in src_dict else UNSET
        _model.gross_position_value = src_dict["grossPositionValue"] if "grossPositionValue" in src_dict else UNSET
        _model.init_margin = src_dict["initMargin"] if "initMargin" in src_dict else UNSET
        _model.intraday_risk_ratio = src_dict["intradayRiskRatio"] if "intradayRiskRatio" in src_dict else UNSET
        _model.locked_cash = src_dict["lockedCash"] if "lockedCash" in src_dict else UNSET
        _model.locked_funds = src_dict["lockedFunds"] if "lockedFunds" in src_dict else UNSET
        _model.maintain_margin = src_dict["maintainMargin"] if "maintainMargin" in src_dict else UNSET
        _model.net_liquidation = src_dict["netLiquidation"] if "netLiquidation" in src_dict else UNSET
        _model.option_market_value = src_dict["optionMarketValue"] if "optionMarketValue" in src_dict else UNSET
        _model.stock_market_value = src_dict["stockMarketValue"] if "stockMarketValue" in src_dict else UNSET
        _model.trade_currency_margin = src_dict["tradeCurrencyMargin"] if "tradeCurrencyMargin" in src_dict else UNSET
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
