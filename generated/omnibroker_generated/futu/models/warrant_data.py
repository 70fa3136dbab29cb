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

T = TypeVar("T", bound="WarrantData")
_new = object.__new__


_KNOWN: frozenset[str] = frozenset(
    (
        "amplitude",
        "ask_price",
        "ask_vol",
        "bid_price",
        "bid_vol",
        "break_even_point",
        "change_rate",
        "conversion_price",
        "conversion_ratio",
        "cur_price",
        "delta",
        "effective_leverage",
        "high_price",
        "implied_volatility",
        "in_line_price_status",
        "ipop",
        "issue_size",
        "issuer",
        "last_close_price",
        "last_trade_time",
        "last_trade_timestamp",
        "leverage",
        "list_time",
        "list_timestamp",
        "lot_size",
        "low_price",
        "lower_strike_price",
        "maturity_time",
        "maturity_timestamp",
        "name",
        "owner",
        "premium",
        "price_change_val",
        "price_recovery_ratio",
        "recovery_price",
        "score",
        "status",
        "stock",
        "street_rate",
        "street_vol",
        "strike_price",
        "turnover",
        "type",
        "upper_strike_price",
        "volume",
    )
)
_REQUIRED: frozenset[str] = frozenset(())


@_attrs_define(eq=False)
class WarrantData:
    """
    Attributes:
        amplitude (Decimal | Unset): Amplitude, percent
        ask_price (Decimal | Unset): Best ask
        ask_vol (int | Unset): Best ask volume
        bid_price (Decimal | Unset): Best bid
        bid_vol (int | Unset): Best bid volume
        break_even_point (Decimal | Unset): Break-even price
        change_rate (Decimal | Unset): Change, percent
        conversion_price (Decimal | Unset):
        conversion_ratio (Decimal | Unset): Warrants for one share of the underlying
        cur_price (Decimal | Unset): Last price
        delta (Decimal | None | Unset):
        effective_leverage (Decimal | Unset): Effective gearing
        high_price (Decimal | Unset):
        implied_volatility (Decimal | None | Unset): Implied volatility, percent
        in_line_price_status (int | None | Unset): In/out of range (inline warrants)
        ipop (Decimal | Unset): In/out of the money, percent, positive is in
        issue_size (int | Unset):
        issuer (int | Unset): 0 Unknow, 1 SG, 2 BP, 3 CS, 4 CT, 5 EA, 6 GS, 7 HS, 8 JP, 9 MB, 10 SC, 11 UB, 12 BI, 13
            DB, 14 DC, 15 ML, 16 NM, 17 RB, 18 RS, 19 BC, 20 HT, 21 VT, 22 KC, 23 MS, 24 GJ, 25 XZ, 26 HU, 27 KS, 28 CI.
        last_close_price (Decimal | Unset): Previous close
        last_trade_time (str | Unset): Last trading day text
        last_trade_timestamp (Decimal | None | Unset): Last trading day, epoch seconds
        leverage (Decimal | Unset): Gearing
        list_time (str | Unset): Listing date text
        list_timestamp (Decimal | None | Unset): Listing date, epoch seconds
        lot_size (int | Unset):
        low_price (Decimal | Unset):
        lower_strike_price (Decimal | None | Unset): Lower strike (inline warrants)
        maturity_time (str | Unset): Maturity date text
        maturity_timestamp (Decimal | None | Unset): Maturity, epoch seconds
        name (str | Unset):
        owner (Security | Unset): A code without prefix, and its quote market.
        premium (Decimal | Unset): Premium, percent
        price_change_val (Decimal | Unset):
        price_recovery_ratio (Decimal | None | Unset): Distance of the underlying to the call price, percent
        recovery_price (Decimal | None | Unset): Call price (bull/bear)
        score (Decimal | Unset):
        status (int | Unset): 0 Unknow, 1 Normal, 2 Suspend, 3 StopTrade, 4 PendingListing.
        stock (Security | Unset): A code without prefix, and its quote market.
        street_rate (Decimal | Unset): Street rate, percent
        street_vol (int | Unset): Street volume
        strike_price (Decimal | Unset):
        turnover (Decimal | Unset):
        type_ (int | Unset): 0 Unknown, 1 Buy, 2 Sell, 3 Bull, 4 Bear, 5 InLine.
        upper_strike_price (Decimal | None | Unset): Upper strike (inline warrants)
        volume (int | Unset):
    """

    amplitude: Decimal | Unset = UNSET
    ask_price: Decimal | Unset = UNSET
    ask_vol: int | Unset = UNSET
    bid_price: Decimal | Unset = UNSET
    bid_vol: int | Unset = UNSET
    break_even_point: Decimal | Unset = UNSET
    change_rate: Decimal | Unset = UNSET
    conversion_price: Decimal | Unset = UNSET
    conversion_ratio: Decimal | Unset = UNSET
    cur_price: Decimal | Unset = UNSET
    delta: Decimal | None | Unset = UNSET
    effective_leverage: Decimal | Unset = UNSET
    high_price: Decimal | Unset = UNSET
    implied_volatility: Decimal | None | Unset = UNSET
    in_line_price_status: int | None | Unset = UNSET
    ipop: Decimal | Unset = UNSET
    issue_size: int | Unset = UNSET
    issuer: int | Unset = UNSET
    last_close_price: Decimal | Unset = UNSET
    last_trade_time: str | Unset = UNSET
    last_trade_timestamp: Decimal | None | Unset = UNSET
    leverage: Decimal | Unset = UNSET
    list_time: str | Unset = UNSET
    list_timestamp: Decimal | None | Unset = UNSET
    lot_size: int | Unset = UNSET
    low_price: Decimal | Unset = UNSET
    lower_strike_price: Decimal | None | Unset = UNSET
    maturity_time: str | Unset = UNSET
    maturity_timestamp: Decimal | None | Unset = UNSET
    name: str | Unset = UNSET
    owner: Security | Unset = UNSET
    premium: Decimal | Unset = UNSET
    price_change_val: Decimal | Unset = UNSET
    price_recovery_ratio: Decimal | None | Unset = UNSET
    recovery_price: Decimal | None | Unset = UNSET
    score: Decimal | Unset = UNSET
    status: int | Unset = UNSET
    stock: Security | Unset = UNSET
    street_rate: Decimal | Unset = UNSET
    street_vol: int | Unset = UNSET
    strike_price: Decimal | Unset = UNSET
    turnover: Decimal | Unset = UNSET
    type_: int | Unset = UNSET
    upper_strike_price: Decimal | None | Unset = UNSET
    volume: int | Unset = UNSET
    _extra: dict[str, Any] | None = _attrs_field(init=False, default=None, repr=False)
    _source: Mapping[str, Any] | None = _attrs_field(init=False, default=None, repr=False)

    def to_dict(self) -> dict[str, Any]:
        """The JSON object; properties that are unset are left out"""
        _object: dict[str, Any] = {}
        _value = self.amplitude
        if _value is not UNSET:
            _object["amplitude"] = _value
        _value = self.ask_price
        if _value is not UNSET:
            _object["ask_price"] = _value
        _value = self.ask_vol
        if _value is not UNSET:
            _object["ask_vol"] = _value
        _value = self.bid_price
        if _value is not UNSET:
            _object["bid_price"] = _value
        _value = self.bid_vol
        if _value is not UNSET:
            _object["bid_vol"] = _value
        _value = self.break_even_point
        if _value is not UNSET:
            _object["break_even_point"] = _value
        _value = self.change_rate
        if _value is not UNSET:
            _object["change_rate"] = _value
        _value = self.conversion_price
        if _value is not UNSET:
            _object["conversion_price"] = _value
        _value = self.conversion_ratio
        if _value is not UNSET:
            _object["conversion_ratio"] = _value
        _value = self.cur_price
        if _value is not UNSET:
            _object["cur_price"] = _value
        _value = self.delta
        if _value is not UNSET:
            _object["delta"] = _value
        _value = self.effective_leverage
        if _value is not UNSET:
            _object["effective_leverage"] = _value
        _value = self.high_price
        if _value is not UNSET:
            _object["high_price"] = _value
        _value = self.implied_volatility
        if _value is not UNSET:
            _object["implied_volatility"] = _value
        _value = self.in_line_price_status
        if _value is not UNSET:
            _object["in_line_price_status"] = _value
        _value = self.ipop
        if _value is not UNSET:
            _object["ipop"] = _value
        _value = self.issue_size
        if _value is not UNSET:
            _object["issue_size"] = _value
        _value = self.issuer
        if _value is not UNSET:
            _object["issuer"] = _value
        _value = self.last_close_price
        if _value is not UNSET:
            _object["last_close_price"] = _value
        _value = self.last_trade_time
        if _value is not UNSET:
            _object["last_trade_time"] = _value
        _value = self.last_trade_timestamp
        if _value is not UNSET:
            _object["last_trade_timestamp"] = _value
        _value = self.leverage
        if _value is not UNSET:
            _object["leverage"] = _value
        _value = self.list_time
        if _value is not UNSET:
            _object["list_time"] = _value
        _value = self.list_timestamp
        if _value is not UNSET:
            _object["list_timestamp"] = _value
        _value = self.lot_size
        if _value is not UNSET:
            _object["lot_size"] = _value
        _value = self.low_price
        if _value is not UNSET:
            _object["low_price"] = _value
        _value = self.lower_strike_price
        if _value is not UNSET:
            _object["lower_strike_price"] = _value
        _value = self.maturity_time
        if _value is not UNSET:
            _object["maturity_time"] = _value
        _value = self.maturity_timestamp
        if _value is not UNSET:
            _object["maturity_timestamp"] = _value
        _value = self.name
        if _value is not UNSET:
            _object["name"] = _value
        _value = self.owner
        if _value is not UNSET:
            _object["owner"] = _value.to_dict() if isinstance(_value, Security) else write_value(_value)
        _value = self.premium
        if _value is not UNSET:
            _object["premium"] = _value
        _value = self.price_change_val
        if _value is not UNSET:
            _object["price_change_val"] = _value
        _value = self.price_recovery_ratio
        if _value is not UNSET:
            _object["price_recovery_ratio"] = _value
        _value = self.recovery_price
        if _value is not UNSET:
            _object["recovery_price"] = _value
        _value = self.score
        if _value is not UNSET:
            _object["score"] = _value
        _value = self.status
        if _value is not UNSET:
            _object["status"] = _value
        _value = self.stock
        if _value is not UNSET:
            _object["stock"] = _value.to_dict() if isinstance(_value, Security) else write_value(_value)
        _value = self.street_rate
        if _value is not UNSET:
            _object["street_rate"] = _value
        _value = self.street_vol
        if _value is not UNSET:
            _object["street_vol"] = _value
        _value = self.strike_price
        if _value is not UNSET:
            _object["strike_price"] = _value
        _value = self.turnover
        if _value is not UNSET:
            _object["turnover"] = _value
        _value = self.type_
        if _value is not UNSET:
            _object["type"] = _value
        _value = self.upper_strike_price
        if _value is not UNSET:
            _object["upper_strike_price"] = _value
        _value = self.volume
        if _value is not UNSET:
            _object["volume"] = _value
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
        _model.amplitude = src_dict["amplitude"] if "amplitude" in src_dict else UNSET
        _model.ask_price = src_dict["ask_price"] if "ask_price" in src_dict else UNSET
        _model.ask_vol = src_dict["ask_vol"] if "ask_vol" in src_dict else UNSET
        _model.bid_price = src_dict["bid_price"] if "bid_price" in src_dict else UNSET
        _model.bid_vol = src_dict["bid_vol"] if "bid_vol" in src_dict else UNSET
        _model.break_even_point = src_dict["break_even_point"] if "break_even_point" in src_dict else UNSET
        _model.change_rate = src_dict["change_rate"] if "change_rate" in src_dict else UNSET
        _model.conversion_price = src_dict["conversion_price"] if "conversion_price" in src_dict else UNSET
        _model.conversion_ratio = src_dict["conversion_ratio"] if "conversion_ratio" in src_dict else UNSET
        _model.cur_price = src_dict["cur_price"] if "cur_price" in src_dict else UNSET
        _model.delta = src_dict["delta"] if "delta" in src_dict else UNSET
        _model.effective_leverage = src_dict["effective_leverage"] if "effective_leverage" in src_dict else UNSET
        _model.high_price = src_dict["high_price"] if "high_price" in src_dict else UNSET
        _model.implied_volatility = src_dict["implied_volatility"] if "implied_volatility" in src_dict else UNSET
        _model.in_line_price_status = src_dict["in_line_price_status"] if "in_line_price_status" in src_dict else UNSET
        _model.ipop = src_dict["ipop"] if "ipop" in src_dict else UNSET
        _model.issue_size = src_dict["issue_size"] if "issue_size" in src_dict else UNSET
        _model.issuer = src_dict["issuer"] if "issuer" in src_dict else UNSET
        _model.last_close_price = src_dict["last_close_price"] if "last_close_price" in src_dict else UNSET
        _model.last_trade_time = src_dict["last_trade_time"] if "last_trade_time" in src_dict else UNSET
        _model.last_trade_timestamp = src_dict["last_trade_timestamp"] if "last_trade_timestamp" in src_dict else UNSET
        _model.leverage = src_dict["leverage"] if "leverage" in src_dict else UNSET
        _model.list_time = src_dict["list_time"] if "list_time" in src_dict else UNSET
        _model.list_timestamp = src_dict["list_timestamp"] if "list_timestamp" in src_dict else UNSET
        _model.lot_size = src_dict["lot_size"] if "lot_size" in src_dict else UNSET
        _model.low_price = src_dict["low_price"] if "low_price" in src_dict else UNSET
        _model.lower_strike_price = src_dict["lower_strike_price"] if "lower_strike_price" in src_dict else UNSET
        _model.maturity_time = src_dict["maturity_time"] if "maturity_time" in src_dict else UNSET
        _model.maturity_timestamp = src_dict["maturity_timestamp"] if "maturity_timestamp" in src_dict else UNSET
        _model.name = src_dict["name"] if "name" in src_dict else UNSET
        _value = src_dict.get("owner", UNSET)
        _model.owner = Security.from_dict(_value) if isinstance(_value, dict) else _value
        _model.premium = src_dict["premium"] if "premium" in src_dict else UNSET
        _model.price_change_val = src_dict["price_change_val"] if "price_change_val" in src_dict else UNSET
        _model.price_recovery_ratio = src_dict["price_recovery_ratio"] if "price_recovery_ratio" in src_dict else UNSET
        _model.recovery_price = src_dict["recovery_price"] if "recovery_price" in src_dict else UNSET
        _model.score = src_dict["score"] if "score" in src_dict else UNSET
        _model.status = src_dict["status"] if "status" in src_dict else UNSET
        _value = src_dict.get("stock", UNSET)
        _model.stock = Security.from_dict(_value) if isinstance(_value, dict) else _value
        _model.street_rate = src_dict["street_rate"] if "street_rate" in src_dict else UNSET
        _model.street_vol = src_dict["street_vol"] if "street_vol" in src_dict else UNSET
        _model.strike_price = src_dict["strike_price"] if "strike_price" in src_dict else UNSET
        _model.turnover = src_dict["turnover"] if "turnover" in src_dict else UNSET
        _model.type_ = src_dict["type"] if "type" in src_dict else UNSET
        _model.upper_strike_price = src_dict["upper_strike_price"] if "upper_strike_price" in src_dict else UNSET
        _model.volume = src_dict["volume"] if "volume" in src_dict else UNSET
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


from ..models.security import Security
