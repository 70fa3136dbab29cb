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

T = TypeVar("T", bound="FutureRealTimeQuote")
_new = object.__new__


_KNOWN: frozenset[str] = frozenset(
    (
        "askPrice",
        "askSize",
        "bidPrice",
        "bidSize",
        "contractCode",
        "high",
        "latestPrice",
        "latestSize",
        "latestTime",
        "limitDown",
        "limitUp",
        "low",
        "open",
        "openInterest",
        "openInterestChange",
        "preClose",
        "settlement",
        "volume",
    )
)
_REQUIRED: frozenset[str] = frozenset(())


@_attrs_define(eq=False)
class FutureRealTimeQuote:
    """
    Attributes:
        ask_price (Decimal | None | Unset):
        ask_size (int | None | Unset):
        bid_price (Decimal | None | Unset):
        bid_size (int | None | Unset):
        contract_code (str | Unset):
        high (Decimal | None | Unset):
        latest_price (Decimal | None | Unset):
        latest_size (int | None | Unset):
        latest_time (int | None | Unset): Epoch milliseconds
        limit_down (Decimal | None | Unset): 0 where there is none
        limit_up (Decimal | None | Unset): 0 where there is none
        low (Decimal | None | Unset):
        open_ (Decimal | None | Unset):
        open_interest (int | None | Unset):
        open_interest_change (int | None | Unset):
        pre_close (Decimal | None | Unset):
        settlement (Decimal | None | Unset):
        volume (int | None | Unset):
    """

    ask_price: Decimal | None | Unset = UNSET
    ask_size: int | None | Unset = UNSET
    bid_price: Decimal | None | Unset = UNSET
    bid_size: int | None | Unset = UNSET
    contract_code: str | Unset = UNSET
    high: Decimal | None | Unset = UNSET
    latest_price: Decimal | None | Unset = UNSET
    latest_size: int | None | Unset = UNSET
    latest_time: int | None | Unset = UNSET
    limit_down: Decimal | None | Unset = UNSET
    limit_up: Decimal | None | Unset = UNSET
    low: Decimal | None | Unset = UNSET
    open_: Decimal | None | Unset = UNSET
    open_interest: int | None | Unset = UNSET
    open_interest_change: int | None | Unset = UNSET
    pre_close: Decimal | None | Unset = UNSET
    settlement: Decimal | None | Unset = UNSET
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
        _value = self.contract_code
        if _value is not UNSET:
            _object["contractCode"] = _value
        _value = self.high
        if _value is not UNSET:
            _object["high"] = _value
        _value = self.latest_price
        if _value is not UNSET:
            _object["latestPrice"] = _value
        _value = self.latest_size
        if _value is not UNSET:
            _object["latestSize"] = _value
        _value = self.latest_time
        if _value is not UNSET:
            _object["latestTime"] = _value
        _value = self.limit_down
        if _value is not UNSET:
            _object["limitDown"] = _value
        _value = self.limit_up
        if _value is not UNSET:
            _object["limitUp"] = _value
        _value = self.low
        if _value is not UNSET:
            _object["low"] = _value
        _value = self.open_
        if _value is not UNSET:
            _object["open"] = _value
        _value = self.open_interest
        if _value is not UNSET:
            _object["openInterest"] = _value
        _value = self.open_interest_change
        if _value is not UNSET:
            _object["openInterestChange"] = _value
        _value = self.pre_close
        if _value is not UNSET:
            _object["preClose"] = _value
        _value = self.settlement
        if _value is not UNSET:
            _object["settlement"] = _value
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
        _model.contract_code = src_dict["contractCode"] if "contractCode" in src_dict else UNSET
        _model.high = src_dict["high"] if "high" in src_dict else UNSET
        _model.latest_price = src_dict["latestPrice"] if "latestPrice" in src_dict else UNSET
        _model.latest_size = src_dict["latestSize"] if "latestSize" in src_dict else UNSET
        _model.latest_time = src_dict["latestTime"] if "latestTime" in src_dict else UNSET
        _model.limit_down = src_dict["limitDown"] if "limitDown" in src_dict else UNSET
        _model.limit_up = src_dict["limitUp"] if "limitUp" in src_dict else UNSET
        _model.low = src_dict["low"] if "low" in src_dict else UNSET
        _model.open_ = src_dict["open"] if "open" in src_dict else UNSET
        _model.open_interest = src_dict["openInterest"] if "openInterest" in src_dict else UNSET
        _model.open_interest_change = src_dict["openInterestChange"] if "openInterestChange" in src_dict else UNSET
        _model.pre_close = src_dict["preClose"] if "preClose" in src_dict else UNSET
        _model.settlement = src_dict["settlement"] if "settlement" in src_dict else UNSET
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
