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

T = TypeVar("T", bound="QuoteRealTime")
_new = object.__new__


_KNOWN: frozenset[str] = frozenset(
    (
        "adjPreClose",
        "amount",
        "askPrice",
        "askSize",
        "bidPrice",
        "bidSize",
        "close",
        "high",
        "hourTrading",
        "latestPrice",
        "latestTime",
        "low",
        "open",
        "preClose",
        "status",
        "symbol",
        "volume",
    )
)
_REQUIRED: frozenset[str] = frozenset(())


@_attrs_define(eq=False)
class QuoteRealTime:
    """A quote; the price stays that of the regular session.

    Attributes:
        adj_pre_close (Decimal | None | Unset):
        amount (Decimal | None | Unset):
        ask_price (Decimal | None | Unset):
        ask_size (int | None | Unset):
        bid_price (Decimal | None | Unset):
        bid_size (int | None | Unset):
        close (Decimal | None | Unset):
        high (Decimal | None | Unset):
        hour_trading (HourTradingType0 | None | Unset): The quote outside regular hours.
        latest_price (Decimal | None | Unset):
        latest_time (int | None | Unset): Epoch milliseconds
        low (Decimal | None | Unset):
        open_ (Decimal | None | Unset):
        pre_close (Decimal | None | Unset):
        status (None | str | Unset):
        symbol (str | Unset):
        volume (int | None | Unset):
    """

    adj_pre_close: Decimal | None | Unset = UNSET
    amount: Decimal | None | Unset = UNSET
    ask_price: Decimal | None | Unset = UNSET
    ask_size: int | None | Unset = UNSET
    bid_price: Decimal | None | Unset = UNSET
    bid_size: int | None | Unset = UNSET
    close: Decimal | None | Unset = UNSET
    high: Decimal | None | Unset = UNSET
    hour_trading: HourTradingType0 | None | Unset = UNSET
    latest_price: Decimal | None | Unset = UNSET
    latest_time: int | None | Unset = UNSET
    low: Decimal | None | Unset = UNSET
    open_: Decimal | None | Unset = UNSET
    pre_close: Decimal | None | Unset = UNSET
    status: None | str | Unset = UNSET
    symbol: str | Unset = UNSET
    volume: int | None | Unset = UNSET
    _extra: dict[str, Any] | None = _attrs_field(init=False, default=None, repr=False)
    _source: Mapping[str, Any] | None = _attrs_field(init=False, default=None, repr=False)

    def to_dict(self) -> dict[str, Any]:
        """The JSON object; properties that are unset are left out"""
        _object: dict[str, Any] = {}
        _value = self.adj_pre_close
        if _value is not UNSET:
            _object["adjPreClose"] = _value
        _value = self.amount
        if _value is not UNSET:
            _object["amount"] = _value
        _value = self.ask_price
        if _value is not UNSET:
            _object["askPrice"] = _value
        _value = self.ask_size
        if _value is not UNSET:
            _object["askSize"] = _value
        _value = self.bid_price
        if _value is not UNSET:
            _object["bidPrice"] = _value
        _value = self.bid_size
        if _value is not UNSET:
            _object["bidSize"] = _value
        _value = self.close
        if _value is not UNSET:
            _object["close"] = _value
        _value = self.high
        if _value is not UNSET:
            _object["high"] = _value
        _value = self.hour_trading
        if _value is not UNSET:
            _object["hourTrading"] = write_value(_value)
        _value = self.latest_price
        if _value is not UNSET:
            _object["latestPrice"] = _value
        _value = self.latest_time
        if _value is not UNSET:
            _object["latestTime"] = _value
        _value = self.low
        if _value is not UNSET:
            _object["low"] = _value
        _value = self.open_
        if _value is not UNSET:
            _object["open"] = _value
        _value = self.pre_close
        if _value is not UNSET:
            _object["preClose"] = _value
        _value = self.status
        if _value is not UNSET:
            _object["status"] = _value
        _value = self.symbol
        if _value is not UNSET:
            _object["symbol"] = _value
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
        _model.adj_pre_close = src_dict["adjPreClose"] if "adjPreClose" in src_dict else UNSET
        _model.amount = src_dict["amount"] if "amount" in src_dict else UNSET
        _model.ask_price = src_dict["askPrice"] if "askPrice" in src_dict else UNSET
        _model.ask_size = src_dict["askSize"] if "askSize" in src_dict else UNSET
        _model.bid_price = src_dict["bidPrice"] if "bidPrice" in src_dict else UNSET
        _model.bid_size = src_dict["bidSize"] if "bidSize" in src_dict else UNSET
        _model.close = src_dict["close"] if "close" in src_dict else UNSET
        _model.high = src_dict["high"] if "high" in src_dict else UNSET
        _value = src_dict.get("hourTrading", UNSET)
        _model.hour_trading = HourTradingType0.from_dict(_value) if isinstance(_value, dict) else _value

        _model.latest_price = src_dict["latestPrice"] if "latestPrice" in src_dict else UNSET
        _model.latest_time = src_dict["latestTime"] if "latestTime" in src_dict else UNSET
        _model.low = src_dict["low"] if "low" in src_dict else UNSET
        _model.open_ = src_dict["open"] if "open" in src_dict else UNSET
        _model.pre_close = src_dict["preClose"] if "preClose" in src_dict else UNSET
        _model.status = src_dict["status"] if "status" in src_dict else UNSET
        _model.symbol = src_dict["symbol"] if "symbol" in src_dict else UNSET
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


from ..models.hour_trading_type_0 import HourTradingType0
