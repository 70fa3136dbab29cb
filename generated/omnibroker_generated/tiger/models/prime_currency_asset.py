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

T = TypeVar("T", bound="PrimeCurrencyAsset")
_new = object.__new__


_KNOWN: frozenset[str] = frozenset(
    (
        "cashAvailableForTrade",
        "cashBalance",
        "currency",
        "forexRate",
        "fundMarketValue",
        "futuresMarketValue",
        "grossPositionValue",
        "optionMarketValue",
        "realizedPL",
        "stockMarketValue",
        "unrealizedPL",
    )
)
_REQUIRED: frozenset[str] = frozenset(())


@_attrs_define(eq=False)
class PrimeCurrencyAsset:
    """One currency's part of a segment, in that currency.

    Attributes:
        cash_available_for_trade (Decimal | Unset):
        cash_balance (Decimal | Unset):
        currency (str | Unset):
        forex_rate (Decimal | Unset): To the segment's currency
        fund_market_value (Decimal | Unset):
        futures_market_value (Decimal | Unset):
        gross_position_value (Decimal | Unset):
        option_market_value (Decimal | Unset):
        realized_pl (Decimal | Unset):
        stock_market_value (Decimal | Unset):
        unrealized_pl (Decimal | Unset):
    """

    cash_available_for_trade: Decimal | Unset = UNSET
    cash_balance: Decimal | Unset = UNSET
    currency: str | Unset = UNSET
    forex_rate: Decimal | Unset = UNSET
    fund_market_value: Decimal | Unset = UNSET
    futures_market_value: Decimal | Unset = UNSET
    gross_position_value: Decimal | Unset = UNSET
    option_market_value: Decimal | Unset = UNSET
    realized_pl: Decimal | Unset = UNSET
    stock_market_value: Decimal | Unset = UNSET
    unrealized_pl: Decimal | Unset = UNSET
    _extra: dict[str, Any] | None = _attrs_field(init=False, default=None, repr=False)
    _source: Mapping[str, Any] | None = _attrs_field(init=False, default=None, repr=False)

    def to_dict(self) -> dict[str, Any]:
        """The JSON object; properties that are unset are left out"""
        _object: dict[str, Any] = {}
        _value = self.cash_available_for_trade
        if _value is not UNSET:
            _object["cashAvailableForTrade"] = _value
        _value = self.cash_balance
        if _value is not UNSET:
            _object["cashBalance"] = _value
        _value = self.currency
        if _value is not UNSET:
            _object["currency"] = _value
        _value = self.forex_rate
        if _value is not UNSET:
            _object["forexRate"] = _value
        _value = self.fund_market_value
        if _value is not UNSET:
            _object["fundMarketValue"] = _value
        _value = self.futures_market_value
        if _value is not UNSET:
            _object["futuresMarketValue"] = _value
        _value = self.gross_position_value
        if _value is not UNSET:
            _object["grossPositionValue"] = _value
        _value = self.option_market_value
        if _value is not UNSET:
            _object["optionMarketValue"] = _value
        _value = self.realized_pl
        if _value is not UNSET:
            _object["realizedPL"] = _value
        _value = self.stock_market_value
        if _value is not UNSET:
            _object["stockMarketValue"] = _value
        _value = self.unrealized_pl
        if _value is not UNSET:
            _object["unrealizedPL"] = _value
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
        _model.cash_available_for_trade = (
            src_dict["cashAvailableForTrade"] if "cashAvailableForTrade" in src_dict else UNSET
        )
        _model.cash_balance = src_dict["cashBalance"] if "cashBalance" in src_dict else UNSET
        _model.currency = src_dict["currency"] if "currency" in src_dict else UNSET
        _model.forex_rate = src_dict["forexRate"] if "forexRate" in src_dict else UNSET
        _model.fund_market_value = src_dict["fundMarketValue"] if "fundMarketValue" in src_dict else UNSET
        _model.futures_market_value = src_dict["futuresMarketValue"] if "futuresMarketValue" in src_dict else UNSET
        _model.gross_position_value = src_dict["grossPositionValue"] if "grossPositionValue" in src_dict else UNSET
        _model.option_market_value = src_dict["optionMarketValue"] if "optionMarketValue" in src_dict else UNSET
        _model.realized_pl = src_dict["realizedPL"] if "realizedPL" in src_dict else UNSET
        _model.stock_market_value = src_dict["stockMarketValue"] if "stockMarketValue" in src_dict else UNSET
        _model.unrealized_pl = src_dict["unrealizedPL"] if "unrealizedPL" in src_dict else UNSET
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
