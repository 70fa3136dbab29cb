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

T = TypeVar("T", bound="AccountSummary")
_new = object.__new__


_KNOWN: frozenset[str] = frozenset(
    (
        "SMA",
        "accountType",
        "accruedInterest",
        "availableFunds",
        "balance",
        "buyingPower",
        "cashBalances",
        "equityWithLoanValue",
        "excessLiquidity",
        "initialMargin",
        "maintenanceMargin",
        "netLiquidationValue",
        "regTLoan",
        "regTMargin",
        "securitiesGVP",
        "status",
        "totalCashValue",
    )
)
_REQUIRED: frozenset[str] = frozenset(())


@_attrs_define(eq=False)
class AccountSummary:
    """Funds and margins in the account's base currency.

    Attributes:
        sma (Decimal | Unset):
        account_type (None | str | Unset):
        accrued_interest (Decimal | Unset):
        available_funds (Decimal | Unset):
        balance (Decimal | Unset):
        buying_power (Decimal | Unset):
        cash_balances (list[CashBalance] | Unset):
        equity_with_loan_value (Decimal | Unset):
        excess_liquidity (Decimal | Unset):
        initial_margin (Decimal | Unset):
        maintenance_margin (Decimal | Unset):
        net_liquidation_value (Decimal | Unset):
        reg_t_loan (Decimal | Unset):
        reg_t_margin (Decimal | Unset):
        securities_gvp (Decimal | Unset):
        status (None | str | Unset):
        total_cash_value (Decimal | Unset):
    """

    sma: Decimal | Unset = UNSET
    account_type: None | str | Unset = UNSET
    accrued_interest: Decimal | Unset = UNSET
    available_funds: Decimal | Unset = UNSET
    balance: Decimal | Unset = UNSET
    buying_power: Decimal | Unset = UNSET
    cash_balances: list[CashBalance] | Unset = UNSET
    equity_with_loan_value: Decimal | Unset = UNSET
    excess_liquidity: Decimal | Unset = UNSET
    initial_margin: Decimal | Unset = UNSET
    maintenance_margin: Decimal | Unset = UNSET
    net_liquidation_value: Decimal | Unset = UNSET
    reg_t_loan: Decimal | Unset = UNSET
    reg_t_margin: Decimal | Unset = UNSET
    securities_gvp: Decimal | Unset = UNSET
    status: None | str | Unset = UNSET
    total_cash_value: Decimal | Unset = UNSET
    _extra: dict[str, Any] | None = _attrs_field(init=False, default=None, repr=False)
    _source: Mapping[str, Any] | None = _attrs_field(init=False, default=None, repr=False)

    def to_dict(self) -> dict[str, Any]:
        """The JSON object; properties that are unset are left out"""
        _object: dict[str, Any] = {}
        _value = self.sma
        if _value is not UNSET:
            _object["SMA"] = _value
        _value = self.account_type
        if _value is not UNSET:
            _object["accountType"] = _value
        _value = self.accrued_interest
        if _value is not UNSET:
            _object["accruedInterest"] = _value
        _value = self.available_funds
        if _value is not UNSET:
            _object["availableFunds"] = _value
        _value = self.balance
        if _value is not UNSET:
            _object["balance"] = _value
        _value = self.buying_power
        if _value is not UNSET:
            _object["buyingPower"] = _value
        _value = self.cash_balances
        if _value is not UNSET:
            _object["cashBalances"] = (
                [_item.to_dict() if isinstance(_item, CashBalance) else write_value(_item) for _item in _value]
                if isinstance(_value, list)
                else write_value(_value)
            )
        _value = self.equity_with_loan_value
        if _value is not UNSET:
            _object["equityWithLoanValue"] = _value
        _value = self.excess_liquidity
        if _value is not UNSET:
            _object["excessLiquidity"] = _value
        _value = self.initial_margin
        if _value is not UNSET:
            _object["initialMargin"] = _value
        _value = self.maintenance_margin
        if _value is not UNSET:
            _object["maintenanceMargin"] = _value
        _value = self.net_liquidation_value
        if _value is not UNSET:
            _object["netLiquidationValue"] = _value
        _value = self.reg_t_loan
        if _value is not UNSET:
            _object["regTLoan"] = _value
        _value = self.reg_t_margin
        if _value is not UNSET:
            _object["regTMargin"] = _value
        _value = self.securities_gvp
        if _value is not UNSET:
            _object["securitiesGVP"] = _value
        _value = self.status
        if _value is not UNSET:
            _object["status"] = _value
        _value = self.total_cash_value
        if _value is not UNSET:
            _object["totalCashValue"] = _value
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
        _model.sma = src_dict["SMA"] if "SMA" in src_dict else UNSET
        _model.account_type = src_dict["accountType"] if "accountType" in src_dict else UNSET
        _model.accrued_interest = src_dict["accruedInterest"] if "accruedInterest" in src_dict else UNSET
        _model.available_funds = src_dict["availableFunds"] if "availableFunds" in src_dict else UNSET
        _model.balance = src_dict["balance"] if "balance" in src_dict else UNSET
        _model.buying_power = src_dict["buyingPower"] if "buyingPower" in src_dict else UNSET
        _value = src_dict.get("cashBalances", UNSET)
        _model.cash_balances = (
            [(CashBalance.from_dict(_item) if isinstance(_item, dict) else _item) for _item in _value]
            if isinstance(_value, list)
            else _value
        )
        _model.equity_with_loan_value = src_dict["equityWithLoanValue"] if "equityWithLoanValue" in src_dict else UNSET
        _model.excess_liquidity = src_dict["excessLiquidity"] if "excessLiquidity" in src_dict else UNSET
        _model.initial_margin = src_dict["initialMargin"] if "initialMargin" in src_dict else UNSET
        _model.maintenance_margin = src_dict["maintenanceMargin"] if "maintenanceMargin" in src_dict else UNSET
        _model.net_liquidation_value = src_dict["netLiquidationValue"] if "netLiquidationValue" in src_dict else UNSET
        _model.reg_t_loan = src_dict["regTLoan"] if "regTLoan" in src_dict else UNSET
        _model.reg_t_margin = src_dict["regTMargin"] if "regTMargin" in src_dict else UNSET
        _model.securities_gvp = src_dict["securitiesGVP"] if "securitiesGVP" in src_dict else UNSET
        _model.status = src_dict["status"] if "status" in src_dict else UNSET
        _model.total_cash_value = src_dict["totalCashValue"] if "totalCashValue" in src_dict else UNSET
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


from ..models.cash_balance import CashBalance
