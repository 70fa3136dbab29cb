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

T = TypeVar("T", bound="Funds")
_new = object.__new__


_KNOWN: frozenset[str] = frozenset(
    (
        "available_funds",
        "avl_withdrawal_cash",
        "beginning_dtbp",
        "bond_assets",
        "cash",
        "cash_info_list",
        "crypto_mv",
        "currency",
        "debt_cash",
        "dt_call_amount",
        "dt_status",
        "exposure_level",
        "exposure_limit",
        "frozen_cash",
        "fund_assets",
        "initial_margin",
        "is_pdt",
        "long_mv",
        "maintenance_margin",
        "margin_call_margin",
        "market_info_list",
        "market_val",
        "max_power_short",
        "max_withdrawal",
        "net_cash_power",
        "pdt_seq",
        "pending_asset",
        "power",
        "realized_pl",
        "remaining_dtbp",
        "remaining_limit",
        "risk_level",
        "risk_status",
        "securities_assets",
        "short_mv",
        "total_assets",
        "unrealized_pl",
        "used_limit",
    )
)
_REQUIRED: frozenset[str] = frozenset(())


@_attrs_define(eq=False)
class Funds:
    """Figures in `currency`; cash is the total, not the sum of cash_info_list.

    Attributes:
        available_funds (Decimal | None | Unset): Available funds (futures accounts)
        avl_withdrawal_cash (Decimal | Unset): Withdrawable cash (securities accounts)
        beginning_dtbp (Decimal | None | Unset): Starting day-trading buying power (US firm)
        bond_assets (Decimal | None | Unset):
        cash (Decimal | Unset): Of all currencies, converted
        cash_info_list (list[AccCashInfo] | Unset): Cash per currency
        crypto_mv (Decimal | None | Unset): Crypto market value
        currency (int | None | Unset): Currency of the figures
        debt_cash (Decimal | Unset): Interest-bearing amount
        dt_call_amount (Decimal | None | Unset): Open day-trading call
        dt_status (int | None | Unset): Day-trading restriction
        exposure_level (int | None | Unset): Exposure state (crypto accounts)
        exposure_limit (Decimal | None | Unset):
        frozen_cash (Decimal | Unset): Set aside for open orders
        fund_assets (Decimal | None | Unset):
        initial_margin (Decimal | None | Unset):
        is_pdt (bool | None | Unset): Pattern day trader (US firm)
        long_mv (Decimal | None | Unset): Long market value
        maintenance_margin (Decimal | None | Unset):
        margin_call_margin (Decimal | None | Unset):
        market_info_list (list[AccMarketInfo] | Unset):
        market_val (Decimal | Unset): Securities market value (securities accounts)
        max_power_short (Decimal | None | Unset): Short-selling power
        max_withdrawal (Decimal | None | Unset): Max withdrawable with margin
        net_cash_power (Decimal | None | Unset): Cash buying power
        pdt_seq (None | str | Unset): Day trades left (text)
        pending_asset (Decimal | None | Unset): Assets in transit
        power (Decimal | Unset): Max buying power (long)
        realized_pl (Decimal | None | Unset): Realised profit and loss
        remaining_dtbp (Decimal | None | Unset): Day-trading power left
        remaining_limit (Decimal | None | Unset): Exposure left
        risk_level (int | None | Unset): Risk level (futures accounts)
        risk_status (int | None | Unset): Level 1 is the safest
        securities_assets (Decimal | None | Unset):
        short_mv (Decimal | None | Unset): Short market value
        total_assets (Decimal | Unset): Net asset value
        unrealized_pl (Decimal | None | Unset): Unrealised profit and loss
        used_limit (Decimal | None | Unset): Exposure used
    """

    available_funds: Decimal | None | Unset = UNSET
    avl_withdrawal_cash: Decimal | Unset = UNSET
    beginning_dtbp: Decimal | None | Unset = UNSET
    bond_assets: Decimal | None | Unset = UNSET
    cash: Decimal | Unset = UNSET
    cash_info_list: list[AccCashInfo] | Unset = UNSET
    crypto_mv: Decimal | None | Unset = UNSET
    currency: int | None | Unset = UNSET
    debt_cash: Decimal | Unset = UNSET
    dt_call_amount: Decimal | None | Unset = UNSET
    dt_status: int | None | Unset = UNSET
    exposure_level: int | None | Unset = UNSET
    exposure_limit: Decimal | None | Unset = UNSET
    frozen_cash: Decimal | Unset = UNSET
    fund_assets: Decimal | None | Unset = UNSET
    initial_margin: Decimal | None | Unset = UNSET
    is_pdt: bool | None | Unset = UNSET
    long_mv: Decimal | None | Unset = UNSET
    maintenance_margin: Decimal | None | Unset = UNSET
    margin_call_margin: Decimal | None | Unset = UNSET
    market_info_list: list[AccMarketInfo] | Unset = UNSET
    market_val: Decimal | Unset = UNSET
    max_power_short: Decimal | None | Unset = UNSET
    max_withdrawal: Decimal | None | Unset = UNSET
    net_cash_power: Decimal | None | Unset = UNSET
    pdt_seq: None | str | Unset = UNSET
    pending_asset: Decimal | None | Unset = UNSET
    power: Decimal | Unset = UNSET
    realized_pl: Decimal | None | Unset = UNSET
    remaining_dtbp: Decimal | None | Unset = UNSET
    remaining_limit: Decimal | None | Unset = UNSET
    risk_level: int | None | Unset = UNSET
    risk_status: int | None | Unset = UNSET
    securities_assets: Decimal | None | Unset = UNSET
    short_mv: Decimal | None | Unset = UNSET
    total_assets: Decimal | Unset = UNSET
    unrealized_pl: Decimal | None | Unset = UNSET
    used_limit: Decimal | None | Unset = UNSET
    _extra: dict[str, Any] | None = _attrs_field(init=False, default=None, repr=False)
    _source: Mapping[str, Any] | None = _attrs_field(init=False, default=None, repr=False)

    def to_dict(self) -> dict[str, Any]:
        """The JSON object; properties that are unset are left out"""
        _object: dict[str, Any] = {}
        _value = self.available_funds
        if _value is not UNSET:
            _object["available_funds"] = _value
        _value = self.avl_withdrawal_cash
        if _value is not UNSET:
            _object["avl_withdrawal_cash"] = _value
        _value = self.beginning_dtbp
        if _value is not UNSET:
            _object["beginning_dtbp"] = _value
        _value = self.bond_assets
        if _value is not UNSET:
            _object["bond_assets"] = _value
        _value = self.cash
        if _value is not UNSET:
            _object["cash"] = _value
        _value = self.cash_info_list
        if _value is not UNSET:
            _object["cash_info_list"] = (
                [_item.to_dict() if isinstance(_item, AccCashInfo) else write_value(_item) for _item in _value]
                if isinstance(_value, list)
                else write_value(_value)
            )
        _value = self.crypto_mv
        if _value is not UNSET:
            _object["crypto_mv"] = _value
        _value = self.currency
        if _value is not UNSET:
            _object["currency"] = _value
        _value = self.debt_cash
        if _value is not UNSET:
            _object["debt_cash"] = _value
        _value = self.dt_call_amount
        if _value is not UNSET:
            _object["dt_call_amount"] = _value
        _value = self.dt_status
        if _value is not UNSET:
            _object["dt_status"] = _value
        _value = self.exposure_level
        if _value is not UNSET:
            _object["exposure_level"] = _value
        _value = self.exposure_limit
        if _value is not UNSET:
            _object["exposure_limit"] = _value
        _value = self.frozen_cash
        if _value is not UNSET:
            _object["frozen_cash"] = _value
        _value = self.fund_assets
        if _value is not UNSET:
            _object["fund_assets"] = _value
        _value = self.initial_margin
        if _value is not UNSET:
            _object["initial_margin"] = _value
        _value = self.is_pdt
        if _value is not UNSET:
            _object["is_pdt"] = _value
        _value = self.long_mv
        if _value is not UNSET:
            _object["long_mv"] = _value
        _value = self.maintenance_margin
        if _value is not UNSET:
            _object["maintenance_margin"] = _value
        _value = self.margin_call_margin
        if _value is not UNSET:
            _object["margin_call_margin"] = _value
        _value = self.market_info_list
        if _value is not UNSET:
            _object["market_info_list"] = (
                [_item.to_dict() if isinstance(_item, AccMarketInfo) else write_value(_item) for _item in _value]
                if isinstance(_value, list)
                else write_value(_value)
            )
        _value = self.market_val
        if _value is not UNSET:
            _object["market_val"] = _value
        _value = self.max_power_short
        if _value is not UNSET:
            _object["max_power_short"] = _value
        _value = self.max_withdrawal
        if _value is not UNSET:
            _object["max_withdrawal"] = _value
        _value = self.net_cash_power
        if _value is not UNSET:
            _object["net_cash_power"] = _value
        _value = self.pdt_seq
        if _value is not UNSET:
            _object["pdt_seq"] = _value
        _value = self.pending_asset
        if _value is not UNSET:
            _object["pending_asset"] = _value
        _value = self.power
        if _value is not UNSET:
            _object["power"] = _value
        _value = self.realized_pl
        if _value is not UNSET:
            _object["realized_pl"] = _value
        _value = self.remaining_dtbp
        if _value is not UNSET:
            _object["remaining_dtbp"] = _value
        _value = self.remaining_limit
        if _value is not UNSET:
            _object["remaining_limit"] = _value
        _value = self.risk_level
        if _value is not UNSET:
            _object["risk_level"] = _value
        _value = self.risk_status
        if _value is not UNSET:
            _object["risk_status"] = _value
        _value = self.securities_assets
        if _value is not UNSET:
            _object["securities_assets"] = _value
        _value = self.short_mv
        if _value is not UNSET:
            _object["short_mv"] = _value
        _value = self.total_assets
        if _value is not UNSET:
            _object["total_assets"] = _value
        _value = self.unrealized_pl
        if _value is not UNSET:
            _object["unrealized_pl"] = _value
        _value = self.used_limit
        if _value is not UNSET:
            _object["used_limit"] = _value
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
        _model.available_funds = src_dict["available_funds"] if "available_funds" in src_dict else UNSET
        _model.avl_withdrawal_cash = src_dict["avl_withdrawal_cash"] if "avl_withdrawal_cash" in src_dict else UNSET
        _model.beginning_dtbp = src_dict["beginning_dtbp"] if "beginning_dtbp" in src_dict else UNSET
        _model.bond_assets = src_dict["bond_assets"] if "bond_assets" in src_dict else UNSET
        _model.cash = src_dict["cash"] if "cash" in src_dict else UNSET
        _value = src_dict.get("cash_info_list", UNSET)
        _model.cash_info_list = (
            [(AccCashInfo.from_dict(_item) if isinstance(_item, dict) else _item) for _item in _value]
            if isinstance(_value, list)
            else _value
        )
        _model.crypto_mv = src_dict["crypto_mv"] if "crypto_mv" in src_dict else UNSET
        _model.currency = src_dict["currency"] if "currency" in src_dict else UNSET
        _model.debt_cash = src_dict["debt_cash"] if "debt_cash" in src_dict else UNSET
        _model.dt_call_amount = src_dict["dt_call_amount"] if "dt_call_amount" in src_dict else UNSET
        _model.dt_status = src_dict["dt_status"] if "dt_status" in src_dict else UNSET
        _model.exposure_level = src_dict["exposure_level"] if "exposure_level" in src_dict else UNSET
        _model.exposure_limit = src_dict["exposure_limit"] if "exposure_limit" in src_dict else UNSET
        _model.frozen_cash = src_dict["frozen_cash"] if "frozen_cash" in src_dict else UNSET
        _model.fund_assets = src_dict["fund_assets"] if "fund_assets" in src_dict else UNSET
        _model.initial_margin = src_dict["initial_margin"] if "initial_margin" in src_dict else UNSET
        _model.is_pdt = src_dict["is_pdt"] if "is_pdt" in src_dict else UNSET
        _model.long_mv = src_dict["long_mv"] if "long_mv" in src_dict else UNSET
        _model.maintenance_margin = src_dict["maintenance_margin"] if "maintenance_margin" in src_dict else UNSET
        _model.margin_call_margin = src_dict["margin_call_margin"] if "margin_call_margin" in src_dict else UNSET
        _value = src_dict.get("market_info_list", UNSET)
        _model.market_info_list = (
            [(AccMarketInfo.from_dict(_item) if isinstance(_item, dict) else _item) for _item in _value]
            if isinstance(_value, list)
            else _value
        )
        _model.market_val = src_dict["market_val"] if "market_val" in src_dict else UNSET
        _model.max_power_short = src_dict["max_power_short"] if "max_power_short" in src_dict else UNSET
        _model.max_withdrawal = src_dict["max_withdrawal"] if "max_withdrawal" in src_dict else UNSET
        _model.net_cash_power = src_dict["net_cash_power"] if "net_cash_power" in src_dict else UNSET
        _model.pdt_seq = src_dict["pdt_seq"] if "pdt_seq" in src_dict else UNSET
        _model.pending_asset = src_dict["pending_asset"] if "pending_asset" in src_dict else UNSET
        _model.power = src_dict["power"] if "power" in src_dict else UNSET
        _model.realized_pl = src_dict["realized_pl"] if "realized_pl" in src_dict else UNSET
        _model.remaining_dtbp = src_dict["remaining_dtbp"] if "remaining_dtbp" in src_dict else UNSET
        _model.remaining_limit = src_dict["remaining_limit"] if "remaining_limit" in src_dict else UNSET
        _model.risk_level = src_dict["risk_level"] if "risk_level" in src_dict else UNSET
        _model.risk_status = src_dict["risk_status"] if "risk_status" in src_dict else UNSET
        _model.securities_assets = src_dict["securities_assets"] if "securities_assets" in src_dict else UNSET
        _model.short_mv = src_dict["short_mv"] if "short_mv" in src_dict else UNSET
        _model.total_assets = src_dict["total_assets"] if "total_assets" in src_dict else UNSET
        _model.unrealized_pl = src_dict["unrealized_pl"] if "unrealized_pl" in src_dict else UNSET
        _model.used_limit = src_dict["used_limit"] if "used_limit" in src_dict else UNSET
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


from ..models.acc_cash_info import AccCashInfo
from ..models.acc_market_info import AccMarketInfo
