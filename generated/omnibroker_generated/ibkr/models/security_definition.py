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

T = TypeVar("T", bound="SecurityDefinition")
_new = object.__new__


_KNOWN: frozenset[str] = frozenset(
    (
        "allExchanges",
        "assetClass",
        "chineseName",
        "conid",
        "countryCode",
        "currency",
        "displayRule",
        "expiry",
        "fullName",
        "group",
        "hasOptions",
        "incrementRules",
        "isEventContract",
        "isUS",
        "lastTradingDay",
        "listingExchange",
        "multiplier",
        "name",
        "pageSize",
        "putOrCall",
        "sector",
        "sectorGroup",
        "strike",
        "ticker",
        "time",
        "type",
        "undConid",
    )
)
_REQUIRED: frozenset[str] = frozenset(())


@_attrs_define(eq=False)
class SecurityDefinition:
    """
    Attributes:
        all_exchanges (str | Unset): Comma list
        asset_class (str | Unset):
        chinese_name (None | str | Unset): May hold HTML entities
        conid (int | Unset):
        country_code (None | str | Unset):
        currency (str | Unset):
        display_rule (DisplayRule | Unset):
        expiry (None | str | Unset): YYYYMMDD
        full_name (str | Unset):
        group (None | str | Unset):
        has_options (bool | Unset):
        increment_rules (list[IncrementRule] | Unset):
        is_event_contract (bool | Unset):
        is_us (bool | Unset):
        last_trading_day (None | str | Unset): YYYYMMDD
        listing_exchange (None | str | Unset):
        multiplier (Decimal | None | Unset):
        name (None | str | Unset):
        page_size (int | Unset):
        put_or_call (None | str | Unset):
        sector (None | str | Unset):
        sector_group (None | str | Unset):
        strike (Any | Unset): The text 0 when there is none; number, or number as text
        ticker (str | Unset):
        time (int | Unset): Milliseconds the server took
        type_ (None | str | Unset):
        und_conid (int | Unset): 0 when there is no underlying
    """

    all_exchanges: str | Unset = UNSET
    asset_class: str | Unset = UNSET
    chinese_name: None | str | Unset = UNSET
    conid: int | Unset = UNSET
    country_code: None | str | Unset = UNSET
    currency: str | Unset = UNSET
    display_rule: DisplayRule | Unset = UNSET
    expiry: None | str | Unset = UNSET
    full_name: str | Unset = UNSET
    group: None | str | Unset = UNSET
    has_options: bool | Unset = UNSET
    increment_rules: list[IncrementRule] | Unset = UNSET
    is_event_contract: bool | Unset = UNSET
    is_us: bool | Unset = UNSET
    last_trading_day: None | str | Unset = UNSET
    listing_exchange: None | str | Unset = UNSET
    multiplier: Decimal | None | Unset = UNSET
    name: None | str | Unset = UNSET
    page_size: int | Unset = UNSET
    put_or_call: None | str | Unset = UNSET
    sector: None | str | Unset = UNSET
    sector_group: None | str | Unset = UNSET
    strike: Any | Unset = UNSET
    ticker: str | Unset = UNSET
    time: int | Unset = UNSET
    type_: None | str | Unset = UNSET
    und_conid: int | Unset = UNSET
    _extra: dict[str, Any] | None = _attrs_field(init=False, default=None, repr=False)
    _source: Mapping[str, Any] | None = _attrs_field(init=False, default=None, repr=False)

    def to_dict(self) -> dict[str, Any]:
        """The JSON object; properties that are unset are left out"""
        _object: dict[str, Any] = {}
        _value = self.all_exchanges
        if _value is not UNSET:
            _object["allExchanges"] = _value
        _value = self.asset_class
        if _value is not UNSET:
            _object["assetClass"] = _value
        _value = self.chinese_name
        if _value is not UNSET:
            _object["chineseName"] = _value
        _value = self.conid
        if _value is not UNSET:
            _object["conid"] = _value
        _value = self.country_code
        if _value is not UNSET:
            _object["countryCode"] = _value
        _value = self.currency
        if _value is not UNSET:
            _object["currency"] = _value
        _value = self.display_rule
        if _value is not UNSET:
            _object["displayRule"] = _value.to_dict() if isinstance(_value, DisplayRule) else write_value(_value)
        _value = self.expiry
        if _value is not UNSET:
            _object["expiry"] = _value
        _value = self.full_name
        if _value is not UNSET:
            _object["fullName"] = _value
        _value = self.group
        if _value is not UNSET:
            _object["group"] = _value
        _value = self.has_options
        if _value is not UNSET:
            _object["hasOptions"] = _value
        _value = self.increment_rules
        if _value is not UNSET:
            _object["incrementRules"] = (
                [_item.to_dict() if isinstance(_item, IncrementRule) else write_value(_item) for _item in _value]
                if isinstance(_value, list)
                else write_value(_value)
            )
        _value = self.is_event_contract
        if _value is not UNSET:
            _object["isEventContract"] = _value
        _value = self.is_us
        if _value is not UNSET:
            _object["isUS"] = _value
        _value = self.last_trading_day
        if _value is not UNSET:
            _object["lastTradingDay"] = _value
        _value = self.listing_exchange
        if _value is not UNSET:
            _object["listingExchange"] = _value
        _value = self.multiplier
        if _value is not UNSET:
            _object["multiplier"] = _value
        _value = self.name
        if _value is not UNSET:
            _object["name"] = _value
        _value = self.page_size
        if _value is not UNSET:
            _object["pageSize"] = _value
        _value = self.put_or_call
        if _value is not UNSET:
            _object["putOrCall"] = _value
        _value = self.sector
        if _value is not UNSET:
            _object["sector"] = _value
        _value = self.sector_group
        if _value is not UNSET:
            _object["sectorGroup"] = _value
        _value = self.strike
        if _value is not UNSET:
            _object["strike"] = write_value(_value)
        _value = self.ticker
        if _value is not UNSET:
            _object["ticker"] = _value
        _value = self.time
        if _value is not UNSET:
            _object["time"] = _value
        _value = self.type_
        if _value is not UNSET:
            _object["type"] = _value
        _value = self.und_conid
        if _value is not UNSET:
            _object["undConid"] = _value
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
        _model.all_exchanges = src_dict["allExchanges"] if "allExchanges" in src_dict else UNSET
        _model.asset_class = src_dict["assetClass"] if "assetClass" in src_dict else UNSET
        _model.chinese_name = src_dict["chineseName"] if "chineseName" in src_dict else UNSET
        _model.conid = src_dict["conid"] if "conid" in src_dict else UNSET
        _model.country_code = src_dict["countryCode"] if "countryCode" in src_dict else UNSET
        _model.currency = src_dict["currency"] if "currency" in src_dict else UNSET
        _value = src_dict.get("displayRule", UNSET)
        _model.display_rule = DisplayRule.from_dict(_value) if isinstance(_value, dict) else _value
        _model.expiry = src_dict["expiry"] if "expiry" in src_dict else UNSET
        _model.full_name = src_dict["fullName"] if "fullName" in src_dict else UNSET
        _model.group = src_dict["group"] if "group" in src_dict else UNSET
        _model.has_options = src_dict["hasOptions"] if "hasOptions" in src_dict else UNSET
        _value = src_dict.get("incrementRules", UNSET)
        _model.increment_rules = (
            [(IncrementRule.from_dict(_item) if isinstance(_item, dict) else _item) for _item in _value]
            if isinstance(_value, list)
            else _value
        )
        _model.is_event_contract = src_dict["isEventContract"] if "isEventContract" in src_dict else UNSET
        _model.is_us = src_dict["isUS"] if "isUS" in src_dict else UNSET
        _model.last_trading_day = src_dict["lastTradingDay"] if "lastTradingDay" in src_dict else UNSET
        _model.listing_exchange = src_dict["listingExchange"] if "listingExchange" in src_dict else UNSET
        _model.multiplier = src_dict["multiplier"] if "multiplier" in src_dict else UNSET
        _model.name = src_dict["name"] if "name" in src_dict else UNSET
        _model.page_size = src_dict["pageSize"] if "pageSize" in src_dict else UNSET
        _model.put_or_call = src_dict["putOrCall"] if "putOrCall" in src_dict else UNSET
        _model.sector = src_dict["sector"] if "sector" in src_dict else UNSET
        _model.sector_group = src_dict["sectorGroup"] if "sectorGroup" in src_dict else UNSET
        _model.strike = src_dict["strike"] if "strike" in src_dict else UNSET
        _model.ticker = src_dict["ticker"] if "ticker" in src_dict else UNSET
        _model.time = src_dict["time"] if "time" in src_dict else UNSET
        _model.type_ = src_dict["type"] if "type" in src_dict else UNSET
        _model.und_conid = src_dict["undConid"] if "undConid" in src_dict else UNSET
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


from ..models.display_rule import DisplayRule
from ..models.increment_rule import IncrementRule
