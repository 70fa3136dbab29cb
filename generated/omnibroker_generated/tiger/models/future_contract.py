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

T = TypeVar("T", bound="FutureContract")
_new = object.__new__


_KNOWN: frozenset[str] = frozenset(
    (
        "continuous",
        "contractCode",
        "contractMonth",
        "currency",
        "deliveryMode",
        "displayMultiplier",
        "exchange",
        "exchangeCode",
        "firstNoticeDate",
        "ibCode",
        "lastBiddingCloseTime",
        "lastTradingDate",
        "minTick",
        "multiplier",
        "name",
        "productType",
        "productWorth",
        "trade",
        "type",
    )
)
_REQUIRED: frozenset[str] = frozenset(())


@_attrs_define(eq=False)
class FutureContract:
    """
    Attributes:
        continuous (bool | Unset):
        contract_code (str | Unset):
        contract_month (str | Unset): YYYYMM; empty for a main contract
        currency (str | Unset):
        delivery_mode (None | str | Unset):
        display_multiplier (Decimal | Unset):
        exchange (str | Unset):
        exchange_code (str | Unset):
        first_notice_date (str | Unset): YYYYMMDD, or empty
        ib_code (str | Unset): The symbol under which orders name it
        last_bidding_close_time (int | Unset): Epoch milliseconds, or 0
        last_trading_date (str | Unset): YYYYMMDD, or empty
        min_tick (Decimal | Unset):
        multiplier (Decimal | Unset):
        name (str | Unset):
        product_type (None | str | Unset):
        product_worth (None | str | Unset):
        trade (bool | Unset): Can be traded
        type_ (str | Unset): Product
    """

    continuous: bool | Unset = UNSET
    contract_code: str | Unset = UNSET
    contract_month: str | Unset = UNSET
    currency: str | Unset = UNSET
    delivery_mode: None | str | Unset = UNSET
    display_multiplier: Decimal | Unset = UNSET
    exchange: str | Unset = UNSET
    exchange_code: str | Unset = UNSET
    first_notice_date: str | Unset = UNSET
    ib_code: str | Unset = UNSET
    last_bidding_close_time: int | Unset = UNSET
    last_trading_date: str | Unset = UNSET
    min_tick: Decimal | Unset = UNSET
    multiplier: Decimal | Unset = UNSET
    name: str | Unset = UNSET
    product_type: None | str | Unset = UNSET
    product_worth: None | str | Unset = UNSET
    trade: bool | Unset = UNSET
    type_: str | Unset = UNSET
    _extra: dict[str, Any] | None = _attrs_field(init=False, default=None, repr=False)
    _source: Mapping[str, Any] | None = _attrs_field(init=False, default=None, repr=False)

    def to_dict(self) -> dict[str, Any]:
        """The JSON object; properties that are unset are left out"""
        _object: dict[str, Any] = {}
        _value = self.continuous
        if _value is not UNSET:
            _object["continuous"] = _value
        _value = self.contract_code
        if _value is not UNSET:
            _object["contractCode"] = _value
        _value = self.contract_month
        if _value is not UNSET:
            _object["contractMonth"] = _value
        _value = self.currency
        if _value is not UNSET:
            _object["currency"] = _value
        _value = self.delivery_mode
        if _value is not UNSET:
            _object["deliveryMode"] = _value
        _value = self.display_multiplier
        if _value is not UNSET:
            _object["displayMultiplier"] = _value
        _value = self.exchange
        if _value is not UNSET:
            _object["exchange"] = _value
        _value = self.exchange_code
        if _value is not UNSET:
            _object["exchangeCode"] = _value
        _value = self.first_notice_date
        if _value is not UNSET:
            _object["firstNoticeDate"] = _value
        _value = self.ib_code
        if _value is not UNSET:
            _object["ibCode"] = _value
        _value = self.last_bidding_close_time
        if _value is not UNSET:
            _object["lastBiddingCloseTime"] = _value
        _value = self.last_trading_date
        if _value is not UNSET:
            _object["lastTradingDate"] = _value
        _value = self.min_tick
        if _value is not UNSET:
            _object["minTick"] = _value
        _value = self.multiplier
        if _value is not UNSET:
            _object["multiplier"] = _value
        _value = self.name
        if _value is not UNSET:
            _object["name"] = _value
        _value = self.product_type
        if _value is not UNSET:
            _object["productType"] = _value
        _value = self.product_worth
        if _value is not UNSET:
            _object["productWorth"] = _value
        _value = self.trade
        if _value is not UNSET:
            _object["trade"] = _value
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
        _model.continuous = src_dict["continuous"] if "continuous" in src_dict else UNSET
        _model.contract_code = src_dict["contractCode"] if "contractCode" in src_dict else UNSET
        _model.contract_month = src_dict["contractMonth"] if "contractMonth" in src_dict else UNSET
        _model.currency = src_dict["currency"] if "currency" in src_dict else UNSET
        _model.delivery_mode = src_dict["deliveryMode"] if "deliveryMode" in src_dict else UNSET
        _model.display_multiplier = src_dict["displayMultiplier"] if "displayMultiplier" in src_dict else UNSET
        _model.exchange = src_dict["exchange"] if "exchange" in src_dict else UNSET
        _model.exchange_code = src_dict["exchangeCode"] if "exchangeCode" in src_dict else UNSET
        _model.first_notice_date = src_dict["firstNoticeDate"] if "firstNoticeDate" in src_dict else UNSET
        _model.ib_code = src_dict["ibCode"] if "ibCode" in src_dict else UNSET
        _model.last_bidding_close_time = (
            src_dict["lastBiddingCloseTime"] if "lastBiddingCloseTime" in src_dict else UNSET
        )
        _model.last_trading_date = src_dict["lastTradingDate"] if "lastTradingDate" in src_dict else UNSET
        _model.min_tick = src_dict["minTick"] if "minTick" in src_dict else UNSET
        _model.multiplier = src_dict["multiplier"] if "multiplier" in src_dict else UNSET
        _model.name = src_dict["name"] if "name" in src_dict else UNSET
        _model.product_type = src_dict["productType"] if "productType" in src_dict else UNSET
        _model.product_worth = src_dict["productWorth"] if "productWorth" in src_dict else UNSET
        _model.trade = src_dict["trade"] if "trade" in src_dict else UNSET
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
