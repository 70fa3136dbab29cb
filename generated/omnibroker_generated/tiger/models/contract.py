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

T = TypeVar("T", bound="Contract")
_new = object.__new__


_KNOWN: frozenset[str] = frozenset(
    (
        "categories",
        "closeOnly",
        "continuous",
        "contractId",
        "contractMonth",
        "currency",
        "discountedDayInitialMargin",
        "discountedDayMaintenanceMargin",
        "discountedEndAt",
        "discountedStartAt",
        "discountedTimeZoneCode",
        "etfLeverage",
        "exchange",
        "expiry",
        "firstNoticeDate",
        "identifier",
        "isEtf",
        "lastBiddingCloseTime",
        "lastTradingDate",
        "localSymbol",
        "longInitialMargin",
        "longMaintenanceMargin",
        "lotSize",
        "marginable",
        "market",
        "minTick",
        "multiplier",
        "name",
        "primaryExchange",
        "right",
        "secType",
        "shortFeeRate",
        "shortInitialMargin",
        "shortMaintenanceMargin",
        "shortMargin",
        "shortable",
        "shortableCount",
        "status",
        "strike",
        "supportFractionalShare",
        "supportOvernightTrading",
        "symbol",
        "tickSizes",
        "tradeable",
        "tradingClass",
        "underlyingContractName",
    )
)
_REQUIRED: frozenset[str] = frozenset(())


@_attrs_define(eq=False)
class Contract:
    """
    Attributes:
        categories (list[str] | None | Unset):
        close_only (bool | None | Unset):
        continuous (bool | None | Unset):
        contract_id (int | Unset): 0 where Tiger has no number for it
        contract_month (None | str | Unset): YYYYMM
        currency (str | Unset):
        discounted_day_initial_margin (Decimal | None | Unset):
        discounted_day_maintenance_margin (Decimal | None | Unset):
        discounted_end_at (None | str | Unset):
        discounted_start_at (None | str | Unset):
        discounted_time_zone_code (None | str | Unset):
        etf_leverage (int | None | Unset): 0 without leverage
        exchange (None | str | Unset): Mostly missing; see primaryExchange
        expiry (None | str | Unset): YYYYMMDD
        first_notice_date (None | str | Unset): YYYYMMDD
        identifier (None | str | Unset):
        is_etf (bool | None | Unset):
        last_bidding_close_time (int | None | Unset): Epoch milliseconds, or 0
        last_trading_date (None | str | Unset): YYYYMMDD
        local_symbol (None | str | Unset):
        long_initial_margin (Decimal | None | Unset):
        long_maintenance_margin (Decimal | None | Unset):
        lot_size (Decimal | None | Unset): Units in one lot; Hong Kong trades lots
        marginable (bool | None | Unset):
        market (None | str | Unset):
        min_tick (Decimal | None | Unset):
        multiplier (Decimal | None | Unset):
        name (None | str | Unset): In the language asked for
        primary_exchange (None | str | Unset):
        right (None | str | Unset):
        sec_type (str | Unset):
        short_fee_rate (Decimal | None | Unset):
        short_initial_margin (Decimal | None | Unset):
        short_maintenance_margin (Decimal | None | Unset):
        short_margin (Decimal | None | Unset):
        shortable (Any | Unset): A boolean, or a number
        shortable_count (int | None | Unset):
        status (Any | Unset): Number or text
        strike (Any | Unset): A number, or text
        support_fractional_share (bool | None | Unset):
        support_overnight_trading (bool | None | Unset):
        symbol (str | Unset):
        tick_sizes (list[TickSize] | None | Unset):
        tradeable (bool | None | Unset):
        trading_class (None | str | Unset):
        underlying_contract_name (None | str | Unset):
    """

    categories: list[str] | None | Unset = UNSET
    close_only: bool | None | Unset = UNSET
    continuous: bool | None | Unset = UNSET
    contract_id: int | Unset = UNSET
    contract_month: None | str | Unset = UNSET
    currency: str | Unset = UNSET
    discounted_day_initial_margin: Decimal | None | Unset = UNSET
    discounted_day_maintenance_margin: Decimal | None | Unset = UNSET
    discounted_end_at: None | str | Unset = UNSET
    discounted_start_at: None | str | Unset = UNSET
    discounted_time_zone_code: None | str | Unset = UNSET
    etf_leverage: int | None | Unset = UNSET
    exchange: None | str | Unset = UNSET
    expiry: None | str | Unset = UNSET
    first_notice_date: None | str | Unset = UNSET
    identifier: None | str | Unset = UNSET
    is_etf: bool | None | Unset = UNSET
    last_bidding_close_time: int | None | Unset = UNSET
    last_trading_date: None | str | Unset = UNSET
    local_symbol: None | str | Unset = UNSET
    long_initial_margin: Decimal | None | Unset = UNSET
    long_maintenance_margin: Decimal | None | Unset = UNSET
    lot_size: Decimal | None | Unset = UNSET
    marginable: bool | None | Unset = UNSET
    market: None | str | Unset = UNSET
    min_tick: Decimal | None | Unset = UNSET
    multiplier: Decimal | None | Unset = UNSET
    name: None | str | Unset = UNSET
    primary_exchange: None | str | Unset = UNSET
    right: None | str | Unset = UNSET
    sec_type: str | Unset = UNSET
    short_fee_rate: Decimal | None | Unset = UNSET
    short_initial_margin: Decimal | None | Unset = UNSET
    short_maintenance_margin: Decimal | None | Unset = UNSET
    short_margin: Decimal | None | Unset = UNSET
    shortable: Any | Unset = UNSET
    shortable_count: int | None | Unset = UNSET
    status: Any | Unset = UNSET
    strike: Any | Unset = UNSET
    support_fractional_share: bool | None | Unset = UNSET
    support_overnight_trading: bool | None | Unset = UNSET
    symbol: str | Unset = UNSET
    tick_sizes: list[TickSize] | None | Unset = UNSET
    tradeable: bool | None | Unset = UNSET
    trading_class: None | str | Unset = UNSET
    underlying_contract_name: None | str | Unset = UNSET
    _extra: dict[str, Any] | None = _attrs_field(init=False, default=None, repr=False)
    _source: Mapping[str, Any] | None = _attrs_field(init=False, default=None, repr=False)

    def to_dict(self) -> dict[str, Any]:
        """The JSON object; properties that are unset are left out"""
        _object: dict[str, Any] = {}
        _value = self.categories
        if _value is not UNSET:
            _object["categories"] = _value
        _value = self.close_only
        if _value is not UNSET:
            _object["closeOnly"] = _value
        _value = self.continuous
        if _value is not UNSET:
            _object["continuous"] = _value
        _value = self.contract_id
        if _value is not UNSET:
            _object["contractId"] = _value
        _value = self.contract_month
        if _value is not UNSET:
            _object["contractMonth"] = _value
        _value = self.currency
        if _value is not UNSET:
            _object["currency"] = _value
        _value = self.discounted_day_initial_margin
        if _value is not UNSET:
            _object["discountedDayInitialMargin"] = _value
        _value = self.discounted_day_maintenance_margin
        if _value is not UNSET:
            _object["discountedDayMaintenanceMargin"] = _value
        _value = self.discounted_end_at
        if _value is not UNSET:
            _object["discountedEndAt"] = _value
        _value = self.discounted_start_at
        if _value is not UNSET:
            _object["discountedStartAt"] = _value
        _value = self.discounted_time_zone_code
        if _value is not UNSET:
            _object["discountedTimeZoneCode"] = _value
        _value = self.etf_leverage
        if _value is not UNSET:
            _object["etfLeverage"] = _value
        _value = self.exchange
        if _value is not UNSET:
            _object["exchange"] = _value
        _value = self.expiry
        if _value is not UNSET:
            _object["expiry"] = _value
        _value = self.first_notice_date
        if _value is not UNSET:
            _object["firstNoticeDate"] = _value
        _value = self.identifier
        if _value is not UNSET:
            _object["identifier"] = _value
        _value = self.is_etf
        if _value is not UNSET:
            _object["isEtf"] = _value
        _value = self.last_bidding_close_time
        if _value is not UNSET:
            _object["lastBiddingCloseTime"] = _value
        _value = self.last_trading_date
        if _value is not UNSET:
            _object["lastTradingDate"] = _value
        _value = self.local_symbol
        if _value is not UNSET:
            _object["localSymbol"] = _value
        _value = self.long_initial_margin
        if _value is not UNSET:
            _object["longInitialMargin"] = _value
        _value = self.long_maintenance_margin
        if _value is not UNSET:
            _object["longMaintenanceMargin"] = _value
        _value = self.lot_size
        if _value is not UNSET:
            _object["lotSize"] = _value
        _value = self.marginable
        if _value is not UNSET:
            _object["marginable"] = _value
        _value = self.market
        if _value is not UNSET:
            _object["market"] = _value
        _value = self.min_tick
        if _value is not UNSET:
            _object["minTick"] = _value
        _value = self.multiplier
        if _value is not UNSET:
            _object["multiplier"] = _value
        _value = self.name
        if _value is not UNSET:
            _object["name"] = _value
        _value = self.primary_exchange
        if _value is not UNSET:
            _object["primaryExchange"] = _value
        _value = self.right
        if _value is not UNSET:
            _object["right"] = _value
        _value = self.sec_type
        if _value is not UNSET:
            _object["secType"] = _value
        _value = self.short_fee_rate
        if _value is not UNSET:
            _object["shortFeeRate"] = _value
        _value = self.short_initial_margin
        if _value is not UNSET:
            _object["shortInitialMargin"] = _value
        _value = self.short_maintenance_margin
        if _value is not UNSET:
            _object["shortMaintenanceMargin"] = _value
        _value = self.short_margin
        if _value is not UNSET:
            _object["shortMargin"] = _value
        _value = self.shortable
        if _value is not UNSET:
            _object["shortable"] = write_value(_value)
        _value = self.shortable_count
        if _value is not UNSET:
            _object["shortableCount"] = _value
        _value = self.status
        if _value is not UNSET:
            _object["status"] = write_value(_value)
        _value = self.strike
        if _value is not UNSET:
            _object["strike"] = write_value(_value)
        _value = self.support_fractional_share
        if _value is not UNSET:
            _object["supportFractionalShare"] = _value
        _value = self.support_overnight_trading
        if _value is not UNSET:
            _object["supportOvernightTrading"] = _value
        _value = self.symbol
        if _value is not UNSET:
            _object["symbol"] = _value
        _value = self.tick_sizes
        if _value is not UNSET:
            _object["tickSizes"] = write_value(_value)
        _value = self.tradeable
        if _value is not UNSET:
            _object["tradeable"] = _value
        _value = self.trading_class
        if _value is not UNSET:
            _object["tradingClass"] = _value
        _value = self.underlying_contract_name
        if _value is not UNSET:
            _object["underlyingContractName"] = _value
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
        _model.categories = src_dict["categories"] if "categories" in src_dict else UNSET
        _model.close_only = src_dict["closeOnly"] if "closeOnly" in src_dict else UNSET
        _model.continuous = src_dict["continuous"] if "continuous" in src_dict else UNSET
        _model.contract_id = src_dict["contractId"] if "contractId" in src_dict else UNSET
        _model.contract_month = src_dict["contractMonth"] if "contractMonth" in src_dict else UNSET
        _model.currency = src_dict["currency"] if "currency" in src_dict else UNSET
        _model.discounted_day_initial_margin = (
            src_dict["discountedDayInitialMargin"] if "discountedDayInitialMargin" in src_dict else UNSET
        )
        _model.discounted_day_maintenance_margin = (
            src_dict["discountedDayMaintenanceMargin"] if "discountedDayMaintenanceMargin" in src_dict else UNSET
        )
        _model.discounted_end_at = src_dict["discountedEndAt"] if "discountedEndAt" in src_dict else UNSET
        _model.discounted_start_at = src_dict["discountedStartAt"] if "discountedStartAt" in src_dict else UNSET
        _model.discounted_time_zone_code = (
            src_dict["discountedTimeZoneCode"] if "discountedTimeZoneCode" in src_dict else UNSET
        )
        _model.etf_leverage = src_dict["etfLeverage"] if "etfLeverage" in src_dict else UNSET
        _model.exchange = src_dict["exchange"] if "exchange" in src_dict else UNSET
        _model.expiry = src_dict["expiry"] if "expiry" in src_dict else UNSET
        _model.first_notice_date = src_dict["firstNoticeDate"] if "firstNoticeDate" in src_dict else UNSET
        _model.identifier = src_dict["identifier"] if "identifier" in src_dict else UNSET
        _model.is_etf = src_dict["isEtf"] if "isEtf" in src_dict else UNSET
        _model.last_bidding_close_time = (
            src_dict["lastBiddingCloseTime"] if "lastBiddingCloseTime" in src_dict else UNSET
        )
        _model.last_trading_date = src_dict["lastTradingDate"] if "lastTradingDate" in src_dict else UNSET
        _model.local_symbol = src_dict["localSymbol"] if "localSymbol" in src_dict else UNSET
        _model.long_initial_margin = src_dict["longInitialMargin"] if "longInitialMargin" in src_dict else UNSET
        _model.long_maintenance_margin = (
            src_dict["longMaintenanceMargin"] if "longMaintenanceMargin" in src_dict else UNSET
        )
        _model.lot_size = src_dict["lotSize"] if "lotSize" in src_dict else UNSET
        _model.marginable = src_dict["marginable"] if "marginable" in src_dict else UNSET
        _model.market = src_dict["market"] if "market" in src_dict else UNSET
        _model.min_tick = src_dict["minTick"] if "minTick" in src_dict else UNSET
        _model.multiplier = src_dict["multiplier"] if "multiplier" in src_dict else UNSET
        _model.name = src_dict["name"] if "name" in src_dict else UNSET
        _model.primary_exchange = src_dict["primaryExchange"] if "primaryExchange" in src_dict else UNSET
        _model.right = src_dict["right"] if "right" in src_dict else UNSET
        _model.sec_type = src_dict["secType"] if "secType" in src_dict else UNSET
        _model.short_fee_rate = src_dict["shortFeeRate"] if "shortFeeRate" in src_dict else UNSET
        _model.short_initial_margin = src_dict["shortInitialMargin"] if "shortInitialMargin" in src_dict else UNSET
        _model.short_maintenance_margin = (
            src_dict["shortMaintenanceMargin"] if "shortMaintenanceMargin" in src_dict else UNSET
        )
        _model.short_margin = src_dict["shortMargin"] if "shortMargin" in src_dict else UNSET
        _model.shortable = src_dict["shortable"] if "shortable" in src_dict else UNSET
        _model.shortable_count = src_dict["shortableCount"] if "shortableCount" in src_dict else UNSET
        _model.status = src_dict["status"] if "status" in src_dict else UNSET
        _model.strike = src_dict["strike"] if "strike" in src_dict else UNSET
        _model.support_fractional_share = (
            src_dict["supportFractionalShare"] if "supportFractionalShare" in src_dict else UNSET
        )
        _model.support_overnight_trading = (
            src_dict["supportOvernightTrading"] if "supportOvernightTrading" in src_dict else UNSET
        )
        _model.symbol = src_dict["symbol"] if "symbol" in src_dict else UNSET
        _value = src_dict.get("tickSizes", UNSET)
        _model.tick_sizes = (
            [(TickSize.from_dict(_item) if isinstance(_item, dict) else _item) for _item in _value]
            if isinstance(_value, list)
            else _value
        )

        _model.tradeable = src_dict["tradeable"] if "tradeable" in src_dict else UNSET
        _model.trading_class = src_dict["tradingClass"] if "tradingClass" in src_dict else UNSET
        _model.underlying_contract_name = (
            src_dict["underlyingContractName"] if "underlyingContractName" in src_dict else UNSET
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


from ..models.tick_size import TickSize
