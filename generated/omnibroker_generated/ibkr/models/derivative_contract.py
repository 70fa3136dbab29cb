from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import (
    UNSET,
    Unset,
    write_value,
)

T = TypeVar("T", bound="DerivativeContract")
_new = object.__new__


_KNOWN: frozenset[str] = frozenset(
    (
        "conid",
        "coupon",
        "currency",
        "cusip",
        "desc1",
        "desc2",
        "exchange",
        "listingExchange",
        "maturityDate",
        "multiplier",
        "right",
        "secType",
        "showPrips",
        "strike",
        "symbol",
        "tradingClass",
        "validExchanges",
    )
)
_REQUIRED: frozenset[str] = frozenset(())


@_attrs_define(eq=False)
class DerivativeContract:
    """One tradable contract of a month; weeklies are included.

    Attributes:
        conid (int | Unset):
        coupon (str | Unset):
        currency (str | Unset):
        cusip (None | str | Unset):
        desc1 (str | Unset):
        desc2 (str | Unset):
        exchange (str | Unset):
        listing_exchange (None | str | Unset):
        maturity_date (str | Unset): YYYYMMDD
        multiplier (Any | Unset): Number, or number as text
        right (None | str | Unset):
        sec_type (str | Unset):
        show_prips (bool | Unset):
        strike (Any | Unset): Number, or number as text
        symbol (str | Unset):
        trading_class (str | Unset):
        valid_exchanges (str | Unset): Comma list
    """

    conid: int | Unset = UNSET
    coupon: str | Unset = UNSET
    currency: str | Unset = UNSET
    cusip: None | str | Unset = UNSET
    desc1: str | Unset = UNSET
    desc2: str | Unset = UNSET
    exchange: str | Unset = UNSET
    listing_exchange: None | str | Unset = UNSET
    maturity_date: str | Unset = UNSET
    multiplier: Any | Unset = UNSET
    right: None | str | Unset = UNSET
    sec_type: str | Unset = UNSET
    show_prips: bool | Unset = UNSET
    strike: Any | Unset = UNSET
    symbol: str | Unset = UNSET
    trading_class: str | Unset = UNSET
    valid_exchanges: str | Unset = UNSET
    _extra: dict[str, Any] | None = _attrs_field(init=False, default=None, repr=False)
    _source: Mapping[str, Any] | None = _attrs_field(init=False, default=None, repr=False)

    def to_dict(self) -> dict[str, Any]:
        """The JSON object; properties that are unset are left out"""
        _object: dict[str, Any] = {}
        _value = self.conid
        if _value is not UNSET:
            _object["conid"] = _value
        _value = self.coupon
        if _value is not UNSET:
            _object["coupon"] = _value
        _value = self.currency
        if _value is not UNSET:
            _object["currency"] = _value
        _value = self.cusip
        if _value is not UNSET:
            _object["cusip"] = _value
        _value = self.desc1
        if _value is not UNSET:
            _object["desc1"] = _value
        _value = self.desc2
        if _value is not UNSET:
            _object["desc2"] = _value
        _value = self.exchange
        if _value is not UNSET:
            _object["exchange"] = _value
        _value = self.listing_exchange
        if _value is not UNSET:
            _object["listingExchange"] = _value
        _value = self.maturity_date
        if _value is not UNSET:
            _object["maturityDate"] = _value
        _value = self.multiplier
        if _value is not UNSET:
            _object["multiplier"] = write_value(_value)
        _value = self.right
        if _value is not UNSET:
            _object["right"] = _value
        _value = self.sec_type
        if _value is not UNSET:
            _object["secType"] = _value
        _value = self.show_prips
        if _value is not UNSET:
            _object["showPrips"] = _value
        _value = self.strike
        if _value is not UNSET:
            _object["strike"] = write_value(_value)
        _value = self.symbol
        if _value is not UNSET:
            _object["symbol"] = _value
        _value = self.trading_class
        if _value is not UNSET:
            _object["tradingClass"] = _value
        _value = self.valid_exchanges
        if _value is not UNSET:
            _object["validExchanges"] = _value
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
        _model.conid = src_dict["conid"] if "conid" in src_dict else UNSET
        _model.coupon = src_dict["coupon"] if "coupon" in src_dict else UNSET
        _model.currency = src_dict["currency"] if "currency" in src_dict else UNSET
        _model.cusip = src_dict["cusip"] if "cusip" in src_dict else UNSET
        _model.desc1 = src_dict["desc1"] if "desc1" in src_dict else UNSET
        _model.desc2 = src_dict["desc2"] if "desc2" in src_dict else UNSET
        _model.exchange = src_dict["exchange"] if "exchange" in src_dict else UNSET
        _model.listing_exchange = src_dict["listingExchange"] if "listingExchange" in src_dict else UNSET
        _model.maturity_date = src_dict["maturityDate"] if "maturityDate" in src_dict else UNSET
        _model.multiplier = src_dict["multiplier"] if "multiplier" in src_dict else UNSET
        _model.right = src_dict["right"] if "right" in src_dict else UNSET
        _model.sec_type = src_dict["secType"] if "secType" in src_dict else UNSET
        _model.show_prips = src_dict["showPrips"] if "showPrips" in src_dict else UNSET
        _model.strike = src_dict["strike"] if "strike" in src_dict else UNSET
        _model.symbol = src_dict["symbol"] if "symbol" in src_dict else UNSET
        _model.trading_class = src_dict["tradingClass"] if "tradingClass" in src_dict else UNSET
        _model.valid_exchanges = src_dict["validExchanges"] if "validExchanges" in src_dict else UNSET
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
