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

T = TypeVar("T", bound="OptionBrief")
_new = object.__new__


_KNOWN: frozenset[str] = frozenset(
    (
        "askPrice",
        "askSize",
        "bidPrice",
        "bidSize",
        "change",
        "expiry",
        "high",
        "identifier",
        "latestPrice",
        "latestTime",
        "low",
        "markPrice",
        "markTimestamp",
        "midPrice",
        "midTimestamp",
        "multiplier",
        "open",
        "openInt",
        "openInterest",
        "preClose",
        "preMarkPrice",
        "ratesBonds",
        "right",
        "sellingReturn",
        "strike",
        "symbol",
        "timestamp",
        "volatility",
        "volume",
    )
)
_REQUIRED: frozenset[str] = frozenset(())


@_attrs_define(eq=False)
class OptionBrief:
    """
    Attributes:
        ask_price (Decimal | None | Unset):
        ask_size (int | None | Unset):
        bid_price (Decimal | None | Unset):
        bid_size (int | None | Unset):
        change (Decimal | None | Unset):
        expiry (int | Unset): Epoch milliseconds
        high (Decimal | None | Unset):
        identifier (None | str | Unset):
        latest_price (Decimal | None | Unset):
        latest_time (Any | Unset): Epoch milliseconds, or text
        low (Decimal | None | Unset):
        mark_price (Decimal | None | Unset):
        mark_timestamp (int | None | Unset): Epoch milliseconds
        mid_price (Decimal | None | Unset):
        mid_timestamp (int | None | Unset): Epoch milliseconds
        multiplier (int | None | Unset):
        open_ (Decimal | None | Unset):
        open_int (int | None | Unset): Some servers spell it openInterest
        open_interest (int | None | Unset): Some servers spell it openInt
        pre_close (Decimal | None | Unset):
        pre_mark_price (Decimal | None | Unset):
        rates_bonds (Decimal | None | Unset):
        right (str | Unset):
        selling_return (Decimal | None | Unset):
        strike (Any | Unset): Text such as 100.0
        symbol (str | Unset):
        timestamp (int | None | Unset): Epoch milliseconds
        volatility (None | str | Unset): Text with a percent sign
        volume (int | None | Unset):
    """

    ask_price: Decimal | None | Unset = UNSET
    ask_size: int | None | Unset = UNSET
    bid_price: Decimal | None | Unset = UNSET
    bid_size: int | None | Unset = UNSET
    change: Decimal | None | Unset = UNSET
    expiry: int | Unset = UNSET
    high: Decimal | None | Unset = UNSET
    identifier: None | str | Unset = UNSET
    latest_price: Decimal | None | Unset = UNSET
    latest_time: Any | Unset = UNSET
    low: Decimal | None | Unset = UNSET
    mark_price: Decimal | None | Unset = UNSET
    mark_timestamp: int | None | Unset = UNSET
    mid_price: Decimal | None | Unset = UNSET
    mid_timestamp: int | None | Unset = UNSET
    multiplier: int | None | Unset = UNSET
    open_: Decimal | None | Unset = UNSET
    open_int: int | None | Unset = UNSET
    open_interest: int | None | Unset = UNSET
    pre_close: Decimal | None | Unset = UNSET
    pre_mark_price: Decimal | None | Unset = UNSET
    rates_bonds: Decimal | None | Unset = UNSET
    right: str | Unset = UNSET
    selling_return: Decimal | None | Unset = UNSET
    strike: Any | Unset = UNSET
    symbol: str | Unset = UNSET
    timestamp: int | None | Unset = UNSET
    volatility: None | str | Unset = UNSET
    volume: int | None | Unset = UNSET
    _extra: dict[str, Any] | None = _attrs_field(init=False, default=None, repr=False)
    _source: Mapping[str, Any] | None = _attrs_field(init=False, default=None, repr=False)

    def to_dict(self) -> dict[str, Any]:
        """The JSON object; properties that are unset are left out"""
        _object: dict[str, Any] = {}
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
        _value = self.change
        if _value is not UNSET:
            _object["change"] = _value
        _value = self.expiry
        if _value is not UNSET:
            _object["expiry"] = _value
        _value = self.high
        if _value is not UNSET:
            _object["high"] = _value
        _value = self.identifier
        if _value is not UNSET:
            _object["identifier"] = _value
        _value = self.latest_price
        if _value is not UNSET:
            _object["latestPrice"] = _value
        _value = self.latest_time
        if _value is not UNSET:
            _object["latestTime"] = write_value(_value)
        _value = self.low
        if _value is not UNSET:
            _object["low"] = _value
        _value = self.mark_price
        if _value is not UNSET:
            _object["markPrice"] = _value
        _value = self.mark_timestamp
        if _value is not UNSET:
            _object["markTimestamp"] = _value
        _value = self.mid_price
        if _value is not UNSET:
            _object["midPrice"] = _value
        _value = self.mid_timestamp
        if _value is not UNSET:
            _object["midTimestamp"] = _value
        _value = self.multiplier
        if _value is not UNSET:
            _object["multiplier"] = _value
        _value = self.open_
        if _value is not UNSET:
            _object["open"] = _value
        _value = self.open_int
        if _value is not UNSET:
            _object["openInt"] = _value
        _value = self.open_interest
        if _value is not UNSET:
            _object["openInterest"] = _value
        _value = self.pre_close
        if _value is not UNSET:
            _object["preClose"] = _value
        _value = self.pre_mark_price
        if _value is not UNSET:
            _object["preMarkPrice"] = _value
        _value = self.rates_bonds
        if _value is not UNSET:
            _object["ratesBonds"] = _value
        _value = self.right
        if _value is not UNSET:
            _object["right"] = _value
        _value = self.selling_return
        if _value is not UNSET:
            _object["sellingReturn"] = _value
        _value = self.strike
        if _value is not UNSET:
            _object["strike"] = write_value(_value)
        _value = self.symbol
        if _value is not UNSET:
            _object["symbol"] = _value
        _value = self.timestamp
        if _value is not UNSET:
            _object["timestamp"] = _value
        _value = self.volatility
        if _value is not UNSET:
            _object["volatility"] = _value
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
        _model.ask_price = src_dict["askPrice"] if "askPrice" in src_dict else UNSET
        _model.ask_size = src_dict["askSize"] if "askSize" in src_dict else UNSET
        _model.bid_price = src_dict["bidPrice"] if "bidPrice" in src_dict else UNSET
        _model.bid_size = src_dict["bidSize"] if "bidSize" in src_dict else UNSET
        _model.change = src_dict["change"] if "change" in src_dict else UNSET
        _model.expiry = src_dict["expiry"] if "expiry" in src_dict else UNSET
        _model.high = src_dict["high"] if "high" in src_dict else UNSET
        _model.identifier = src_dict["identifier"] if "identifier" in src_dict else UNSET
        _model.latest_price = src_dict["latestPrice"] if "latestPrice" in src_dict else UNSET
        _model.latest_time = src_dict["latestTime"] if "latestTime" in src_dict else UNSET
        _model.low = src_dict["low"] if "low" in src_dict else UNSET
        _model.mark_price = src_dict["markPrice"] if "markPrice" in src_dict else UNSET
        _model.mark_timestamp = src_dict["markTimestamp"] if "markTimestamp" in src_dict else UNSET
        _model.mid_price = src_dict["midPrice"] if "midPrice" in src_dict else UNSET
        _model.mid_timestamp = src_dict["midTimestamp"] if "midTimestamp" in src_dict else UNSET
        _model.multiplier = src_dict["multiplier"] if "multiplier" in src_dict else UNSET
        _model.open_ = src_dict["open"] if "open" in src_dict else UNSET
        _model.open_int = src_dict["openInt"] if "openInt" in src_dict else UNSET
        _model.open_interest = src_dict["openInterest"] if "openInterest" in src_dict else UNSET
        _model.pre_close = src_dict["preClose"] if "preClose" in src_dict else UNSET
        _model.pre_mark_price = src_dict["preMarkPrice"] if "preMarkPrice" in src_dict else UNSET
        _model.rates_bonds = src_dict["ratesBonds"] if "ratesBonds" in src_dict else UNSET
        _model.right = src_dict["right"] if "right" in src_dict else UNSET
        _model.selling_return = src_dict["sellingReturn"] if "sellingReturn" in src_dict else UNSET
        _model.strike = src_dict["strike"] if "strike" in src_dict else UNSET
        _model.symbol = src_dict["symbol"] if "symbol" in src_dict else UNSET
        _model.timestamp = src_dict["timestamp"] if "timestamp" in src_dict else UNSET
        _model.volatility = src_dict["volatility"] if "volatility" in src_dict else UNSET
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
