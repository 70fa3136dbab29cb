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

T = TypeVar("T", bound="OptionRealTimeQuoteType0")
_new = object.__new__


_KNOWN: frozenset[str] = frozenset(
    (
        "askPrice",
        "askSize",
        "bidPrice",
        "bidSize",
        "delta",
        "gamma",
        "identifier",
        "impliedVol",
        "lastTimestamp",
        "latestPrice",
        "multiplier",
        "openInterest",
        "preClose",
        "rho",
        "right",
        "strike",
        "theta",
        "vega",
        "volume",
    )
)
_REQUIRED: frozenset[str] = frozenset(())


@_attrs_define(eq=False)
class OptionRealTimeQuoteType0:
    """
    Attributes:
        ask_price (Decimal | None | Unset):
        ask_size (int | None | Unset):
        bid_price (Decimal | None | Unset):
        bid_size (int | None | Unset):
        delta (Decimal | None | Unset):
        gamma (Decimal | None | Unset):
        identifier (str | Unset): 21 characters, the root padded to six
        implied_vol (Decimal | None | Unset):
        last_timestamp (int | None | Unset): Epoch milliseconds
        latest_price (Decimal | None | Unset):
        multiplier (int | None | Unset):
        open_interest (int | None | Unset):
        pre_close (Decimal | None | Unset):
        rho (Decimal | None | Unset):
        right (str | Unset): Lower case in chains
        strike (Any | Unset): Text such as 90.0
        theta (Decimal | None | Unset):
        vega (Decimal | None | Unset):
        volume (int | None | Unset):
    """

    ask_price: Decimal | None | Unset = UNSET
    ask_size: int | None | Unset = UNSET
    bid_price: Decimal | None | Unset = UNSET
    bid_size: int | None | Unset = UNSET
    delta: Decimal | None | Unset = UNSET
    gamma: Decimal | None | Unset = UNSET
    identifier: str | Unset = UNSET
    implied_vol: Decimal | None | Unset = UNSET
    last_timestamp: int | None | Unset = UNSET
    latest_price: Decimal | None | Unset = UNSET
    multiplier: int | None | Unset = UNSET
    open_interest: int | None | Unset = UNSET
    pre_close: Decimal | None | Unset = UNSET
    rho: Decimal | None | Unset = UNSET
    right: str | Unset = UNSET
    strike: Any | Unset = UNSET
    theta: Decimal | None | Unset = UNSET
    vega: Decimal | None | Unset = UNSET
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
        _value = self.delta
        if _value is not UNSET:
            _object["delta"] = _value
        _value = self.gamma
        if _value is not UNSET:
            _object["gamma"] = _value
        _value = self.identifier
        if _value is not UNSET:
            _object["identifier"] = _value
        _value = self.implied_vol
        if _value is not UNSET:
            _object["impliedVol"] = _value
        _value = self.last_timestamp
        if _value is not UNSET:
            _object["lastTimestamp"] = _value
        _value = self.latest_price
        if _value is not UNSET:
            _object["latestPrice"] = _value
        _value = self.multiplier
        if _value is not UNSET:
            _object["multiplier"] = _value
        _value = self.open_interest
        if _value is not UNSET:
            _object["openInterest"] = _value
        _value = self.pre_close
        if _value is not UNSET:
            _object["preClose"] = _value
        _value = self.rho
        if _value is not UNSET:
            _object["rho"] = _value
        _value = self.right
        if _value is not UNSET:
            _object["right"] = _value
        _value = self.strike
        if _value is not UNSET:
            _object["strike"] = write_value(_value)
        _value = self.theta
        if _value is not UNSET:
            _object["theta"] = _value
        _value = self.vega
        if _value is not UNSET:
            _object["vega"] = _value
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
        _model.delta = src_dict["delta"] if "delta" in src_dict else UNSET
        _model.gamma = src_dict["gamma"] if "gamma" in src_dict else UNSET
        _model.identifier = src_dict["identifier"] if "identifier" in src_dict else UNSET
        _model.implied_vol = src_dict["impliedVol"] if "impliedVol" in src_dict else UNSET
        _model.last_timestamp = src_dict["lastTimestamp"] if "lastTimestamp" in src_dict else UNSET
        _model.latest_price = src_dict["latestPrice"] if "latestPrice" in src_dict else UNSET
        _model.multiplier = src_dict["multiplier"] if "multiplier" in src_dict else UNSET
        _model.open_interest = src_dict["openInterest"] if "openInterest" in src_dict else UNSET
        _model.pre_close = src_dict["preClose"] if "preClose" in src_dict else UNSET
        _model.rho = src_dict["rho"] if "rho" in src_dict else UNSET
        _model.right = src_dict["right"] if "right" in src_dict else UNSET
        _model.strike = src_dict["strike"] if "strike" in src_dict else UNSET
        _model.theta = src_dict["theta"] if "theta" in src_dict else UNSET
        _model.vega = src_dict["vega"] if "vega" in src_dict else UNSET
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
