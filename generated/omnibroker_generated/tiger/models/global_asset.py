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

T = TypeVar("T", bound="GlobalAsset")
_new = object.__new__


_KNOWN: frozenset[str] = frozenset(
    (
        "account",
        "accruedCash",
        "accruedDividend",
        "availableFunds",
        "buyingPower",
        "capability",
        "cashValue",
        "currency",
        "cushion",
        "dayTradesRemaining",
        "equityWithLoan",
        "excessLiquidity",
        "grossPositionValue",
        "initMarginReq",
        "maintMarginReq",
        "marketValues",
        "netLiquidation",
        "realizedPnL",
        "regTEquity",
        "regTMargin",
        "sMA",
        "segments",
        "unrealizedPnL",
        "updateTime",
    )
)
_REQUIRED: frozenset[str] = frozenset(())


@_attrs_define(eq=False)
class GlobalAsset:
    """Assets of a global account, in its currency.

    Attributes:
        account (str | Unset):
        accrued_cash (Decimal | Unset):
        accrued_dividend (Decimal | Unset):
        available_funds (Decimal | Unset):
        buying_power (Decimal | Unset):
        capability (str | Unset):
        cash_value (Decimal | Unset):
        currency (str | Unset):
        cushion (Decimal | Unset):
        day_trades_remaining (int | Unset): -1 unlimited
        equity_with_loan (Decimal | Unset):
        excess_liquidity (Decimal | Unset):
        gross_position_value (Decimal | Unset):
        init_margin_req (Decimal | Unset):
        maint_margin_req (Decimal | Unset):
        market_values (Any | Unset): A list of values with their currency, or an object keyed by it; fields cashBalance,
            stockMarketValue, exchangeRate and others
        net_liquidation (Decimal | Unset):
        realized_pn_l (Decimal | Unset):
        reg_t_equity (Decimal | Unset):
        reg_t_margin (Decimal | Unset):
        s_ma (Decimal | Unset):
        segments (Any | Unset): A list of segments with their category, or an object of segments keyed by it; fields are
            those of the whole account
        unrealized_pn_l (Decimal | Unset):
        update_time (int | Unset): Epoch milliseconds
    """

    account: str | Unset = UNSET
    accrued_cash: Decimal | Unset = UNSET
    accrued_dividend: Decimal | Unset = UNSET
    available_funds: Decimal | Unset = UNSET
    buying_power: Decimal | Unset = UNSET
    capability: str | Unset = UNSET
    cash_value: Decimal | Unset = UNSET
    currency: str | Unset = UNSET
    cushion: Decimal | Unset = UNSET
    day_trades_remaining: int | Unset = UNSET
    equity_with_loan: Decimal | Unset = UNSET
    excess_liquidity: Decimal | Unset = UNSET
    gross_position_value: Decimal | Unset = UNSET
    init_margin_req: Decimal | Unset = UNSET
    maint_margin_req: Decimal | Unset = UNSET
    market_values: Any | Unset = UNSET
    net_liquidation: Decimal | Unset = UNSET
    realized_pn_l: Decimal | Unset = UNSET
    reg_t_equity: Decimal | Unset = UNSET
    reg_t_margin: Decimal | Unset = UNSET
    s_ma: Decimal | Unset = UNSET
    segments: Any | Unset = UNSET
    unrealized_pn_l: Decimal | Unset = UNSET
    update_time: int | Unset = UNSET
    _extra: dict[str, Any] | None = _attrs_field(init=False, default=None, repr=False)
    _source: Mapping[str, Any] | None = _attrs_field(init=False, default=None, repr=False)

    def to_dict(self) -> dict[str, Any]:
        """The JSON object; properties that are unset are left out"""
        _object: dict[str, Any] = {}
        _value = self.account
        if _value is not UNSET:
            _object["account"] = _value
        _value = self.accrued_cash
        if _value is not UNSET:
            _object["accruedCash"] = _value
        _value = self.accrued_dividend
        if _value is not UNSET:
            _object["accruedDividend"] = _value
        _value = self.available_funds
        if _value is not UNSET:
            _object["availableFunds"] = _value
        _value = self.buying_power
        if _value is not UNSET:
            _object["buyingPower"] = _value
        _value = self.capability
        if _value is not UNSET:
            _object["capability"] = _value
        _value = self.cash_value
        if _value is not UNSET:
            _object["cashValue"] = _value
        _value = self.currency
        if _value is not UNSET:
            _object["currency"] = _value
        _value = self.cushion
        if _value is not UNSET:
            _object["cushion"] = _value
        _value = self.day_trades_remaining
        if _value is not UNSET:
            _object["dayTradesRemaining"] = _value
        _value = self.equity_with_loan
        if _value is not UNSET:
            _object["equityWithLoan"] = _value
        _value = self.excess_liquidity
        if _value is not UNSET:
            _object["excessLiquidity"] = _value
        _value = self.gross_position_value
        if _value is not UNSET:
            _object["grossPositionValue"] = _value
        _value = self.init_margin_req
        if _value is not UNSET:
            _object["initMarginReq"] = _value
        _value = self.maint_margin_req
        if _value is not UNSET:
            _object["maintMarginReq"] = _value
        _value = self.market_values
        if _value is not UNSET:
            _object["marketValues"] = write_value(_value)
        _value = self.net_liquidation
        if _value is not UNSET:
            _object["netLiquidation"] = _value
        _value = self.realized_pn_l
        if _value is not UNSET:
            _object["realizedPnL"] = _value
        _value = self.reg_t_equity
        if _value is not UNSET:
            _object["regTEquity"] = _value
        _value = self.reg_t_margin
        if _value is not UNSET:
            _object["regTMargin"] = _value
        _value = self.s_ma
        if _value is not UNSET:
            _object["sMA"] = _value
        _value = self.segments
        if _value is not UNSET:
            _object["segments"] = write_value(_value)
        _value = self.unrealized_pn_l
        if _value is not UNSET:
            _object["unrealizedPnL"] = _value
        _value = self.update_time
        if _value is not UNSET:
            _object["updateTime"] = _value
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
        _model.account = src_dict["account"] if "account" in src_dict else UNSET
        _model.accrued_cash = src_dict["accruedCash"] if "accruedCash" in src_dict else UNSET
        _model.accrued_dividend = src_dict["accruedDividend"] if "accruedDividend" in src_dict else UNSET
        _model.available_funds = src_dict["availableFunds"] if "availableFunds" in src_dict else UNSET
        _model.buying_power = src_dict["buyingPower"] if "buyingPower" in src_dict else UNSET
        _model.capability = src_dict["capability"] if "capability" in src_dict else UNSET
        _model.cash_value = src_dict["cashValue"] if "cashValue" in src_dict else UNSET
        _model.currency = src_dict["currency"] if "currency" in src_dict else UNSET
        _model.cushion = src_dict["cushion"] if "cushion" in src_dict else UNSET
        _model.day_trades_remaining = src_dict["dayTradesRemaining"] if "dayTradesRemaining" in src_dict else UNSET
        _model.equity_with_loan = src_dict["equityWithLoan"] if "equityWithLoan" in src_dict else UNSET
        _model.excess_liquidity = src_dict["excessLiquidity"] if "excessLiquidity" in src_dict else UNSET
        _model.gross_position_value = src_dict["grossPositionValue"] if "grossPositionValue" in src_dict else UNSET
        _model.init_margin_req = src_dict["initMarginReq"] if "initMarginReq" in src_dict else UNSET
        _model.maint_margin_req = src_dict["maintMarginReq"] if "maintMarginReq" in src_dict else UNSET
        _model.market_values = src_dict["marketValues"] if "marketValues" in src_dict else UNSET
        _model.net_liquidation = src_dict["netLiquidation"] if "netLiquidation" in src_dict else UNSET
        _model.realized_pn_l = src_dict["realizedPnL"] if "realizedPnL" in src_dict else UNSET
        _model.reg_t_equity = src_dict["regTEquity"] if "regTEquity" in src_dict else UNSET
        _model.reg_t_margin = src_dict["regTMargin"] if "regTMargin" in src_dict else UNSET
        _model.s_ma = src_dict["sMA"] if "sMA" in src_dict else UNSET
        _model.segments = src_dict["segments"] if "segments" in src_dict else UNSET
        _model.unrealized_pn_l = src_dict["unrealizedPnL"] if "unrealizedPnL" in src_dict else UNSET
        _model.update_time = src_dict["updateTime"] if "updateTime" in src_dict else UNSET
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
