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

T = TypeVar("T", bound="SnapshotBasicData")
_new = object.__new__


_KNOWN: frozenset[str] = frozenset(
    (
        "after_market",
        "amplitude",
        "ask_price",
        "ask_vol",
        "avg_price",
        "bid_ask_ratio",
        "bid_price",
        "bid_vol",
        "close_price5_minute",
        "cur_price",
        "enable_margin",
        "enable_short_sell",
        "high_price",
        "highest52_weeks_price",
        "highest_history_price",
        "hp_ask_vol",
        "hp_bid_vol",
        "hp_volume",
        "is_suspend",
        "last_close_price",
        "list_time",
        "list_timestamp",
        "long_margin_initial_ratio",
        "lot_size",
        "low_price",
        "lowest52_weeks_price",
        "lowest_history_price",
        "mortgage_ratio",
        "name",
        "open_price",
        "overnight",
        "pre_market",
        "price_spread",
        "sec_status",
        "security",
        "short_available_volume",
        "short_margin_initial_ratio",
        "short_sell_rate",
        "turnover",
        "turnover_rate",
        "type",
        "update_time",
        "update_timestamp",
        "volume",
        "volume_ratio",
    )
)
_REQUIRED: frozenset[str] = frozenset(())


@_attrs_define(eq=False)
class SnapshotBasicData:
    """
    Attributes:
        after_market (None | PreAfterMarketData | Unset):
        amplitude (Decimal | None | Unset): Amplitude, percent
        ask_price (Decimal | None | Unset): Best ask
        ask_vol (int | None | Unset): Best ask volume
        avg_price (Decimal | None | Unset): Average price
        bid_ask_ratio (Decimal | None | Unset): Bid/ask imbalance, percent
        bid_price (Decimal | None | Unset): Best bid
        bid_vol (int | None | Unset): Best bid volume
        close_price5_minute (Decimal | None | Unset): Close of 5 minutes ago
        cur_price (Decimal | Unset): Last price
        enable_margin (bool | None | Unset): Can be bought on margin (next two fields valid only then)
        enable_short_sell (bool | None | Unset): Can be sold short (next three fields valid only then)
        high_price (Decimal | Unset):
        highest52_weeks_price (Decimal | None | Unset): 52-week high
        highest_history_price (Decimal | None | Unset): All-time high
        hp_ask_vol (Decimal | None | Unset): High-precision ask volume
        hp_bid_vol (Decimal | None | Unset): High-precision bid volume
        hp_volume (Decimal | None | Unset): High-precision volume
        is_suspend (bool | Unset): Suspended
        last_close_price (Decimal | Unset): Previous close
        list_time (str | Unset): Listing date text
        list_timestamp (Decimal | None | Unset): Listing date, epoch seconds
        long_margin_initial_ratio (Decimal | None | Unset): Initial margin ratio for buying, percent
        lot_size (int | Unset): Lot size (contract multiplier for options/futures)
        low_price (Decimal | Unset):
        lowest52_weeks_price (Decimal | None | Unset): 52-week low
        lowest_history_price (Decimal | None | Unset): All-time low
        mortgage_ratio (Decimal | None | Unset): Collateral ratio, percent
        name (None | str | Unset):
        open_price (Decimal | Unset):
        overnight (None | PreAfterMarketData | Unset):
        pre_market (None | PreAfterMarketData | Unset):
        price_spread (Decimal | Unset): Tick size at the current price
        sec_status (int | None | Unset):
        security (Security | Unset): A code without prefix, and its quote market.
        short_available_volume (int | None | Unset): Shares left to short
        short_margin_initial_ratio (Decimal | None | Unset): Initial margin ratio for short, percent
        short_sell_rate (Decimal | None | Unset): Borrow reference rate, percent
        turnover (Decimal | Unset):
        turnover_rate (Decimal | Unset): Turnover rate, percent
        type_ (int | Unset): 0 Unknown, 1 Bond, 2 Bwrt, 3 Eqty, 4 Trust, 5 Warrant, 6 Index, 7 Plate, 8 Drvt, 9
            PlateSet, 10 Future, 11 Forex, 12 Crypto.
        update_time (str | Unset): Local time of the market
        update_timestamp (Decimal | None | Unset): Last update, epoch seconds
        volume (int | Unset):
        volume_ratio (Decimal | None | Unset):
    """

    after_market: None | PreAfterMarketData | Unset = UNSET
    amplitude: Decimal | None | Unset = UNSET
    ask_price: Decimal | None | Unset = UNSET
    ask_vol: int | None | Unset = UNSET
    avg_price: Decimal | None | Unset = UNSET
    bid_ask_ratio: Decimal | None | Unset = UNSET
    bid_price: Decimal | None | Unset = UNSET
    bid_vol: int | None | Unset = UNSET
    close_price5_minute: Decimal | None | Unset = UNSET
    cur_price: Decimal | Unset = UNSET
    enable_margin: bool | None | Unset = UNSET
    enable_short_sell: bool | None | Unset = UNSET
    high_price: Decimal | Unset = UNSET
    highest52_weeks_price: Decimal | None | Unset = UNSET
    highest_history_price: Decimal | None | Unset = UNSET
    hp_ask_vol: Decimal | None | Unset = UNSET
    hp_bid_vol: Decimal | None | Unset = UNSET
    hp_volume: Decimal | None | Unset = UNSET
    is_suspend: bool | Unset = UNSET
    last_close_price: Decimal | Unset = UNSET
    list_time: str | Unset = UNSET
    list_timestamp: Decimal | None | Unset = UNSET
    long_margin_initial_ratio: Decimal | None | Unset = UNSET
    lot_size: int | Unset = UNSET
    low_price: Decimal | Unset = UNSET
    lowest52_weeks_price: Decimal | None | Unset = UNSET
    lowest_history_price: Decimal | None | Unset = UNSET
    mortgage_ratio: Decimal | None | Unset = UNSET
    name: None | str | Unset = UNSET
    open_price: Decimal | Unset = UNSET
    overnight: None | PreAfterMarketData | Unset = UNSET
    pre_market: None | PreAfterMarketData | Unset = UNSET
    price_spread: Decimal | Unset = UNSET
    sec_status: int | None | Unset = UNSET
    security: Security | Unset = UNSET
    short_available_volume: int | None | Unset = UNSET
    short_margin_initial_ratio: Decimal | None | Unset = UNSET
    short_sell_rate: Decimal | None | Unset = UNSET
    turnover: Decimal | Unset = UNSET
    turnover_rate: Decimal | Unset = UNSET
    type_: int | Unset = UNSET
    update_time: str | Unset = UNSET
    update_timestamp: Decimal | None | Unset = UNSET
    volume: int | Unset = UNSET
    volume_ratio: Decimal | None | Unset = UNSET
    _extra: dict[str, Any] | None = _attrs_field(init=False, default=None, repr=False)
    _source: Mapping[str, Any] | None = _attrs_field(init=False, default=None, repr=False)

    def to_dict(self) -> dict[str, Any]:
        """The JSON object; properties that are unset are left out"""
        _object: dict[str, Any] = {}
        _value = self.after_market
        if _value is not UNSET:
            _object["after_market"] = write_value(_value)
        _value = self.amplitude
        if _value is not UNSET:
            _object["amplitude"] = _value
        _value = self.ask_price
        if _value is not UNSET:
            _object["ask_price"] = _value
        _value = self.ask_vol
        if _value is not UNSET:
            _object["ask_vol"] = _value
        _value = self.avg_price
        if _value is not UNSET:
            _object["avg_price"] = _value
        _value = self.bid_ask_ratio
        if _value is not UNSET:
            _object["bid_ask_ratio"] = _value
        _value = self.bid_price
        if _value is not UNSET:
            _object["bid_price"] = _value
        _value = self.bid_vol
        if _value is not UNSET:
            _object["bid_vol"] = _value
        _value = self.close_price5_minute
        if _value is not UNSET:
            _object["close_price5_minute"] = _value
        _value = self.cur_price
        if _value is not UNSET:
            _object["cur_price"] = _value
        _value = self.enable_margin
        if _value is not UNSET:
            _object["enable_margin"] = _value
        _value = self.enable_short_sell
        if _value is not UNSET:
            _object["enable_short_sell"] = _value
        _value = self.high_price
        if _value is not UNSET:
            _object["high_price"] = _value
        _value = self.highest52_weeks_price
        if _value is not UNSET:
            _object["highest52_weeks_price"] = _value
        _value = self.highest_history_price
        if _value is not UNSET:
            _object["highest_history_price"] = _value
        _value = self.hp_ask_vol
        if _value is not UNSET:
            _object["hp_ask_vol"] = _value
        _value = self.hp_bid_vol
        if _value is not UNSET:
            _object["hp_bid_vol"] = _value
        _value = self.hp_volume
        if _value is not UNSET:
            _object["hp_volume"] = _value
        _value = self.is_suspend
        if _value is not UNSET:
            _object["is_suspend"] = _value
        _value = self.last_close_price
        if _value is not UNSET:
            _object["last_close_price"] = _value
        _value = self.list_time
        if _value is not UNSET:
            _object["list_time"] = _value
        _value = self.list_timestamp
        if _value is not UNSET:
            _object["list_timestamp"] = _value
        _value = self.long_margin_initial_ratio
        if _value is not UNSET:
            _object["long_margin_initial_ratio"] = _value
        _value = self.lot_size
        if _value is not UNSET:
            _object["lot_size"] = _value
        _value = self.low_price
        if _value is not UNSET:
            _object["low_price"] = _value
        _value = self.lowest52_weeks_price
        if _value is not UNSET:
            _object["lowest52_weeks_price"] = _value
        _value = self.lowest_history_price
        if _value is not UNSET:
            _object["lowest_history_price"] = _value
        _value = self.mortgage_ratio
        if _value is not UNSET:
            _object["mortgage_ratio"] = _value
        _value = self.name
        if _value is not UNSET:
            _object["name"] = _value
        _value = self.open_price
        if _value is not UNSET:
            _object["open_price"] = _value
        _value = self.overnight
        if _value is not UNSET:
            _object["overnight"] = write_value(_value)
        _value = self.pre_market
        if _value is not UNSET:
            _object["pre_market"] = write_value(_value)
        _value = self.price_spread
        if _value is not UNSET:
            _object["price_spread"] = _value
        _value = self.sec_status
        if _value is not UNSET:
            _object["sec_status"] = _value
        _value = self.security
        if _value is not UNSET:
            _object["security"] = _value.to_dict() if isinstance(_value, Security) else write_value(_value)
        _value = self.short_available_volume
        if _value is not UNSET:
            _object["short_available_volume"] = _value
        _value = self.short_margin_initial_ratio
        if _value is not UNSET:
            _object["short_margin_initial_ratio"] = _value
        _value = self.short_sell_rate
        if _value is not UNSET:
            _object["short_sell_rate"] = _value
        _value = self.turnover
        if _value is not UNSET:
            _object["turnover"] = _value
        _value = self.turnover_rate
        if _value is not UNSET:
            _object["turnover_rate"] = _value
        _value = self.type_
        if _value is not UNSET:
            _object["type"] = _value
        _value = self.update_time
        if _value is not UNSET:
            _object["update_time"] = _value
        _value = self.update_timestamp
        if _value is not UNSET:
            _object["update_timestamp"] = _value
        _value = self.volume
        if _value is not UNSET:
            _object["volume"] = _value
        _value = self.volume_ratio
        if _value is not UNSET:
            _object["volume_ratio"] = _value
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
        _value = src_dict.get("after_market", UNSET)
        _model.after_market = PreAfterMarketData.from_dict(_value) if isinstance(_value, dict) else _value

        _model.amplitude = src_dict["amplitude"] if "amplitude" in src_dict else UNSET
        _model.ask_price = src_dict["ask_price"] if "ask_price" in src_dict else UNSET
        _model.ask_vol = src_dict["ask_vol"] if "ask_vol" in src_dict else UNSET
        _model.avg_price = src_dict["avg_price"] if "avg_price" in src_dict else UNSET
        _model.bid_ask_ratio = src_dict["bid_ask_ratio"] if "bid_ask_ratio" in src_dict else UNSET
        _model.bid_price = src_dict["bid_price"] if "bid_price" in src_dict else UNSET
        _model.bid_vol = src_dict["bid_vol"] if "bid_vol" in src_dict else UNSET
        _model.close_price5_minute = src_dict["close_price5_minute"] if "close_price5_minute" in src_dict else UNSET
        _model.cur_price = src_dict["cur_price"] if "cur_price" in src_dict else UNSET
        _model.enable_margin = src_dict["enable_margin"] if "enable_margin" in src_dict else UNSET
        _model.enable_short_sell = src_dict["enable_short_sell"] if "enable_short_sell" in src_dict else UNSET
        _model.high_price = src_dict["high_price"] if "high_price" in src_dict else UNSET
        _model.highest52_weeks_price = (
            src_dict["highest52_weeks_price"] if "highest52_weeks_price" in src_dict else UNSET
        )
        _model.highest_history_price = (
            src_dict["highest_history_price"] if "highest_history_price" in src_dict else UNSET
        )
        _model.hp_ask_vol = src_dict["hp_ask_vol"] if "hp_ask_vol" in src_dict else UNSET
        _model.hp_bid_vol = src_dict["hp_bid_vol"] if "hp_bid_vol" in src_dict else UNSET
        _model.hp_volume = src_dict["hp_volume"] if "hp_volume" in src_dict else UNSET
        _model.is_suspend = src_dict["is_suspend"] if "is_suspend" in src_dict else UNSET
        _model.last_close_price = src_dict["last_close_price"] if "last_close_price" in src_dict else UNSET
        _model.list_time = src_dict["list_time"] if "list_time" in src_dict else UNSET
        _model.list_timestamp = src_dict["list_timestamp"] if "list_timestamp" in src_dict else UNSET
        _model.long_margin_initial_ratio = (
            src_dict["long_margin_initial_ratio"] if "long_margin_initial_ratio" in src_dict else UNSET
        )
        _model.lot_size = src_dict["lot_size"] if "lot_size" in src_dict else UNSET
        _model.low_price = src_dict["low_price"] if "low_price" in src_dict else UNSET
        _model.lowest52_weeks_price = src_dict["lowest52_weeks_price"] if "lowest52_weeks_price" in src_dict else UNSET
        _model.lowest_history_price = src_dict["lowest_history_price"] if "lowest_history_price" in src_dict else UNSET
        _model.mortgage_ratio = src_dict["mortgage_ratio"] if "mortgage_ratio" in src_dict else UNSET
        _model.name = src_dict["name"] if "name" in src_dict else UNSET
        _model.open_price = src_dict["open_price"] if "open_price" in src_dict else UNSET
        _value = src_dict.get("overnight", UNSET)
        _model.overnight = PreAfterMarketData.from_dict(_value) if isinstance(_value, dict) else _value

        _value = src_dict.get("pre_market", UNSET)
        _model.pre_market = PreAfterMarketData.from_dict(_value) if isinstance(_value, dict) else _value

        _model.price_spread = src_dict["price_spread"] if "price_spread" in src_dict else UNSET
        _model.sec_status = src_dict["sec_status"] if "sec_status" in src_dict else UNSET
        _value = src_dict.get("security", UNSET)
        _model.security = Security.from_dict(_value) if isinstance(_value, dict) else _value
        _model.short_available_volume = (
            src_dict["short_available_volume"] if "short_available_volume" in src_dict else UNSET
        )
        _model.short_margin_initial_ratio = (
            src_dict["short_margin_initial_ratio"] if "short_margin_initial_ratio" in src_dict else UNSET
        )
        _model.short_sell_rate = src_dict["short_sell_rate"] if "short_sell_rate" in src_dict else UNSET
        _model.turnover = src_dict["turnover"] if "turnover" in src_dict else UNSET
        _model.turnover_rate = src_dict["turnover_rate"] if "turnover_rate" in src_dict else UNSET
        _model.type_ = src_dict["type"] if "type" in src_dict else UNSET
        _model.update_time = src_dict["update_time"] if "update_time" in src_dict else UNSET
        _model.update_timestamp = src_dict["update_timestamp"] if "update_timestamp" in src_dict else UNSET
        _model.volume = src_dict["volume"] if "volume" in src_dict else UNSET
        _model.volume_ratio = src_dict["volume_ratio"] if "volume_ratio" in src_dict else UNSET
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


from ..models.pre_after_market_data import PreAfterMarketData
from ..models.security import Security
