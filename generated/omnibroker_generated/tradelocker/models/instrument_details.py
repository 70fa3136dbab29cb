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

T = TypeVar("T", bound="InstrumentDetails")
_new = object.__new__


_KNOWN: frozenset[str] = frozenset(
    (
        "barSource",
        "baseCurrency",
        "betSize",
        "betStep",
        "bettingCurrency",
        "contractMonth",
        "country",
        "deliveryStatus",
        "description",
        "exerciseStyle",
        "firstTradeDate",
        "hasDaily",
        "hasIntraday",
        "industry",
        "isin",
        "lastTradeDate",
        "leverage",
        "localizedName",
        "logoUrl",
        "lotSize",
        "lotStep",
        "margin_hedging_type",
        "marketCap",
        "marketDataExchange",
        "maxLot",
        "minLot",
        "name",
        "noticeDate",
        "quotingCurrency",
        "sector",
        "settlementDate",
        "settlementSystem",
        "strikePrice",
        "strikeType",
        "symbolStatus",
        "tickCost",
        "tickSize",
        "tradeSessionId",
        "tradeSessionStatusId",
        "tradingExchange",
        "type",
    )
)
_REQUIRED: frozenset[str] = frozenset(())


@_attrs_define(eq=False)
class InstrumentDetails:
    """
    Attributes:
        bar_source (None | str | Unset):
        base_currency (None | str | Unset):
        bet_size (Decimal | None | Unset):
        bet_step (Decimal | None | Unset):
        betting_currency (None | str | Unset):
        contract_month (None | str | Unset): Date
        country (int | None | Unset):
        delivery_status (None | str | Unset):
        description (None | str | Unset):
        exercise_style (None | str | Unset):
        first_trade_date (None | str | Unset): Date
        has_daily (bool | Unset):
        has_intraday (bool | Unset):
        industry (None | str | Unset):
        isin (None | str | Unset): Empty text when there is none
        last_trade_date (None | str | Unset): Date
        leverage (Any | Unset): Documented as a number, sent as text
        localized_name (None | str | Unset):
        logo_url (None | str | Unset):
        lot_size (Decimal | None | Unset): Units of one lot
        lot_step (Decimal | None | Unset): Lots
        margin_hedging_type (None | str | Unset):
        market_cap (Decimal | None | Unset):
        market_data_exchange (str | Unset):
        max_lot (Decimal | None | Unset): Lots; null for no maximum
        min_lot (Decimal | None | Unset): Lots
        name (str | Unset):
        notice_date (None | str | Unset): Date
        quoting_currency (str | Unset):
        sector (None | str | Unset):
        settlement_date (None | str | Unset): Date
        settlement_system (None | str | Unset):
        strike_price (Decimal | None | Unset):
        strike_type (None | str | Unset):
        symbol_status (str | Unset):
        tick_cost (list[TickCost] | Unset):
        tick_size (list[TickSize] | Unset):
        trade_session_id (int | None | Unset):
        trade_session_status_id (int | None | Unset): The current status of the trade session
        trading_exchange (str | Unset):
        type_ (str | Unset):
    """

    bar_source: None | str | Unset = UNSET
    base_currency: None | str | Unset = UNSET
    bet_size: Decimal | None | Unset = UNSET
    bet_step: Decimal | None | Unset = UNSET
    betting_currency: None | str | Unset = UNSET
    contract_month: None | str | Unset = UNSET
    country: int | None | Unset = UNSET
    delivery_status: None | str | Unset = UNSET
    description: None | str | Unset = UNSET
    exercise_style: None | str | Unset = UNSET
    first_trade_date: None | str | Unset = UNSET
    has_daily: bool | Unset = UNSET
    has_intraday: bool | Unset = UNSET
    industry: None | str | Unset = UNSET
    isin: None | str | Unset = UNSET
    last_trade_date: None | str | Unset = UNSET
    leverage: Any | Unset = UNSET
    localized_name: None | str | Unset = UNSET
    logo_url: None | str | Unset = UNSET
    lot_size: Decimal | None | Unset = UNSET
    lot_step: Decimal | None | Unset = UNSET
    margin_hedging_type: None | str | Unset = UNSET
    market_cap: Decimal | None | Unset = UNSET
    market_data_exchange: str | Unset = UNSET
    max_lot: Decimal | None | Unset = UNSET
    min_lot: Decimal | None | Unset = UNSET
    name: str | Unset = UNSET
    notice_date: None | str | Unset = UNSET
    quoting_currency: str | Unset = UNSET
    sector: None | str | Unset = UNSET
    settlement_date: None | str | Unset = UNSET
    settlement_system: None | str | Unset = UNSET
    strike_price: Decimal | None | Unset = UNSET
    strike_type: None | str | Unset = UNSET
    symbol_status: str | Unset = UNSET
    tick_cost: list[TickCost] | Unset = UNSET
    tick_size: list[TickSize] | Unset = UNSET
    trade_session_id: int | None | Unset = UNSET
    trade_session_status_id: int | None | Unset = UNSET
    trading_exchange: str | Unset = UNSET
    type_: str | Unset = UNSET
    _extra: dict[str, Any] | None = _attrs_field(init=False, default=None, repr=False)
    _source: Mapping[str, Any] | None = _attrs_field(init=False, default=None, repr=False)

    def to_dict(self) -> dict[str, Any]:
        """The JSON object; properties that are unset are left out"""
        _object: dict[str, Any] = {}
        _value = self.bar_source
        if _value is not UNSET:
            _object["barSource"] = _value
        _value = self.base_currency
        if _value is not UNSET:
            _object["baseCurrency"] = _value
        _value = self.bet_size
        if _value is not UNSET:
            _object["betSize"] = _value
        _value = self.bet_step
        if _value is not UNSET:
            _object["betStep"] = _value
        _value = self.betting_currency
        if _value is not UNSET:
            _object["bettingCurrency"] = _value
        _value = self.contract_month
        if _value is not UNSET:
            _object["contractMonth"] = _value
        _value = self.country
        if _value is not UNSET:
            _object["country"] = _value
        _value = self.delivery_status
        if _value is not UNSET:
            _object["deliveryStatus"] = _value
        _value = self.description
        if _value is not UNSET:
            _object["description"] = _value
        _value = self.exercise_style
        if _value is not UNSET:
            _object["exerciseStyle"] = _value
        _value = self.first_trade_date
        if _value is not UNSET:
            _object["firstTradeDate"] = _value
        _value = self.has_daily
        if _value is not UNSET:
            _object["hasDaily"] = _value
        _value = self.has_intraday
        if _value is not UNSET:
            _object["hasIntraday"] = _value
        _value = self.industry
        if _value is not UNSET:
            _object["industry"] = _value
        _value = self.isin
        if _value is not UNSET:
            _object["isin"] = _value
        _value = self.last_trade_date
        if _value is not UNSET:
            _object["lastTradeDate"] = _value
        _value = self.leverage
        if _value is not UNSET:
            _object["leverage"] = write_value(_value)
        _value = self.localized_name
        if _value is not UNSET:
            _object["localizedName"] = _value
        _value = self.logo_url
        if _value is not UNSET:
            _object["logoUrl"] = _value
        _value = self.lot_size
        if _value is not UNSET:
            _object["lotSize"] = _value
        _value = self.lot_step
        if _value is not UNSET:
            _object["lotStep"] = _value
        _value = self.margin_hedging_type
        if _value is not UNSET:
            _object["margin_hedging_type"] = _value
        _value = self.market_cap
        if _value is not UNSET:
            _object["marketCap"] = _value
        _value = self.market_data_exchange
        if _value is not UNSET:
            _object["marketDataExchange"] = _value
        _value = self.max_lot
        if _value is not UNSET:
            _object["maxLot"] = _value
        _value = self.min_lot
        if _value is not UNSET:
            _object["minLot"] = _value
        _value = self.name
        if _value is not UNSET:
            _object["name"] = _value
        _value = self.notice_date
        if _value is not UNSET:
            _object["noticeDate"] = _value
        _value = self.quoting_currency
        if _value is not UNSET:
            _object["quotingCurrency"] = _value
        _value = self.sector
        if _value is not UNSET:
            _object["sector"] = _value
        _value = self.settlement_date
        if _value is not UNSET:
            _object["settlementDate"] = _value
        _value = self.settlement_system
        if _value is not UNSET:
            _object["settlementSystem"] = _value
        _value = self.strike_price
        if _value is not UNSET:
            _object["strikePrice"] = _value
        _value = self.strike_type
        if _value is not UNSET:
            _object["strikeType"] = _value
        _value = self.symbol_status
        if _value is not UNSET:
            _object["symbolStatus"] = _value
        _value = self.tick_cost
        if _value is not UNSET:
            _object["tickCost"] = (
                [_item.to_dict() if isinstance(_item, TickCost) else write_value(_item) for _item in _value]
                if isinstance(_value, list)
                else write_value(_value)
            )
        _value = self.tick_size
        if _value is not UNSET:
            _object["tickSize"] = (
                [_item.to_dict() if isinstance(_item, TickSize) else write_value(_item) for _item in _value]
                if isinstance(_value, list)
                else write_value(_value)
            )
        _value = self.trade_session_id
        if _value is not UNSET:
            _object["tradeSessionId"] = _value
        _value = self.trade_session_status_id
        if _value is not UNSET:
            _object["tradeSessionStatusId"] = _value
        _value = self.trading_exchange
        if _value is not UNSET:
            _object["tradingExchange"] = _value
        _value = self.type_
        if _value is not UNSET:
            _object["type"] = _value
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
        _model.bar_source = src_dict["barSource"] if "barSource" in src_dict else UNSET
        _model.base_currency = src_dict["baseCurrency"] if "baseCurrency" in src_dict else UNSET
        _model.bet_size = src_dict["betSize"] if "betSize" in src_dict else UNSET
        _model.bet_step = src_dict["betStep"] if "betStep" in src_dict else UNSET
        _model.betting_currency = src_dict["bettingCurrency"] if "bettingCurrency" in src_dict else UNSET
        _model.contract_month = src_dict["contractMonth"] if "contractMonth" in src_dict else UNSET
        _model.country = src_dict["country"] if "country" in src_dict else UNSET
        _model.delivery_status = src_dict["deliveryStatus"] if "deliveryStatus" in src_dict else UNSET
        _model.description = src_dict["description"] if "description" in src_dict else UNSET
        _model.exercise_style = src_dict["exerciseStyle"] if "exerciseStyle" in src_dict else UNSET
        _model.first_trade_date = src_dict["firstTradeDate"] if "firstTradeDate" in src_dict else UNSET
        _model.has_daily = src_dict["hasDaily"] if "hasDaily" in src_dict else UNSET
        _model.has_intraday = src_dict["hasIntraday"] if "hasIntraday" in src_dict else UNSET
        _model.industry = src_dict["industry"] if "industry" in src_dict else UNSET
        _model.isin = src_dict["isin"] if "isin" in src_dict else UNSET
        _model.last_trade_date = src_dict["lastTradeDate"] if "lastTradeDate" in src_dict else UNSET
        _model.leverage = src_dict["leverage"] if "leverage" in src_dict else UNSET
        _model.localized_name = src_dict["localizedName"] if "localizedName" in src_dict else UNSET
        _model.logo_url = src_dict["logoUrl"] if "logoUrl" in src_dict else UNSET
        _model.lot_size = src_dict["lotSize"] if "lotSize" in src_dict else UNSET
        _model.lot_step = src_dict["lotStep"] if "lotStep" in src_dict else UNSET
        _model.margin_hedging_type = src_dict["margin_hedging_type"] if "margin_hedging_type" in src_dict else UNSET
        _model.market_cap = src_dict["marketCap"] if "marketCap" in src_dict else UNSET
        _model.market_data_exchange = src_dict["marketDataExchange"] if "marketDataExchange" in src_dict else UNSET
        _model.max_lot = src_dict["maxLot"] if "maxLot" in src_dict else UNSET
        _model.min_lot = src_dict["minLot"] if "minLot" in src_dict else UNSET
        _model.name = src_dict["name"] if "name" in src_dict else UNSET
        _model.notice_date = src_dict["noticeDate"] if "noticeDate" in src_dict else UNSET
        _model.quoting_currency = src_dict["quotingCurrency"] if "quotingCurrency" in src_dict else UNSET
        _model.sector = src_dict["sector"] if "sector" in src_dict else UNSET
        _model.settlement_date = src_dict["settlementDate"] if "settlementDate" in src_dict else UNSET
        _model.settlement_system = src_dict["settlementSystem"] if "settlementSystem" in src_dict else UNSET
        _model.strike_price = src_dict["strikePrice"] if "strikePrice" in src_dict else UNSET
        _model.strike_type = src_dict["strikeType"] if "strikeType" in src_dict else UNSET
        _model.symbol_status = src_dict["symbolStatus"] if "symbolStatus" in src_dict else UNSET
        _value = src_dict.get("tickCost", UNSET)
        _model.tick_cost = (
            [(TickCost.from_dict(_item) if isinstance(_item, dict) else _item) for _item in _value]
            if isinstance(_value, list)
            else _value
        )
        _value = src_dict.get("tickSize", UNSET)
        _model.tick_size = (
            [(TickSize.from_dict(_item) if isinstance(_item, dict) else _item) for _item in _value]
            if isinstance(_value, list)
            else _value
        )
        _model.trade_session_id = src_dict["tradeSessionId"] if "tradeSessionId" in src_dict else UNSET
        _model.trade_session_status_id = (
            src_dict["tradeSessionStatusId"] if "tradeSessionStatusId" in src_dict else UNSET
        )
        _model.trading_exchange = src_dict["tradingExchange"] if "tradingExchange" in src_dict else UNSET
        _model.type_ = src_dict["type"] if "type" in src_dict else UNSET
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


from ..models.tick_cost import TickCost
from ..models.tick_size import TickSize
