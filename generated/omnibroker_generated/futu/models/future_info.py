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

T = TypeVar("T", bound="FutureInfo")
_new = object.__new__


_KNOWN: frozenset[str] = frozenset(
    (
        "contract_size",
        "contract_size_unit",
        "contract_type",
        "exchange",
        "exchange_format_url",
        "last_trade_time",
        "last_trade_timestamp",
        "min_var",
        "min_var_unit",
        "name",
        "origin",
        "owner",
        "owner_other",
        "quote_currency",
        "quote_unit",
        "security",
        "time_zone",
        "trade_time",
    )
)
_REQUIRED: frozenset[str] = frozenset(())


@_attrs_define(eq=False)
class FutureInfo:
    """
    Attributes:
        contract_size (Decimal | Unset):
        contract_size_unit (str | Unset):
        contract_type (str | Unset): Contract kind text
        exchange (str | Unset): Exchange name
        exchange_format_url (str | Unset): Exchange rule page
        last_trade_time (str | Unset): Last trading day text (non-main futures)
        last_trade_timestamp (Decimal | None | Unset): Last trading day, epoch seconds
        min_var (Decimal | Unset): Minimum price step
        min_var_unit (str | Unset): Unit of the step
        name (str | Unset):
        origin (None | Security | Unset): Real contract behind a main contract
        owner (None | Security | Unset): Underlying
        owner_other (str | Unset): Underlying text
        quote_currency (str | Unset):
        quote_unit (None | str | Unset):
        security (Security | Unset): A code without prefix, and its quote market.
        time_zone (str | Unset):
        trade_time (list[TradeTime] | Unset): Trading periods
    """

    contract_size: Decimal | Unset = UNSET
    contract_size_unit: str | Unset = UNSET
    contract_type: str | Unset = UNSET
    exchange: str | Unset = UNSET
    exchange_format_url: str | Unset = UNSET
    last_trade_time: str | Unset = UNSET
    last_trade_timestamp: Decimal | None | Unset = UNSET
    min_var: Decimal | Unset = UNSET
    min_var_unit: str | Unset = UNSET
    name: str | Unset = UNSET
    origin: None | Security | Unset = UNSET
    owner: None | Security | Unset = UNSET
    owner_other: str | Unset = UNSET
    quote_currency: str | Unset = UNSET
    quote_unit: None | str | Unset = UNSET
    security: Security | Unset = UNSET
    time_zone: str | Unset = UNSET
    trade_time: list[TradeTime] | Unset = UNSET
    _extra: dict[str, Any] | None = _attrs_field(init=False, default=None, repr=False)
    _source: Mapping[str, Any] | None = _attrs_field(init=False, default=None, repr=False)

    def to_dict(self) -> dict[str, Any]:
        """The JSON object; properties that are unset are left out"""
        _object: dict[str, Any] = {}
        _value = self.contract_size
        if _value is not UNSET:
            _object["contract_size"] = _value
        _value = self.contract_size_unit
        if _value is not UNSET:
            _object["contract_size_unit"] = _value
        _value = self.contract_type
        if _value is not UNSET:
            _object["contract_type"] = _value
        _value = self.exchange
        if _value is not UNSET:
            _object["exchange"] = _value
        _value = self.exchange_format_url
        if _value is not UNSET:
            _object["exchange_format_url"] = _value
        _value = self.last_trade_time
        if _value is not UNSET:
            _object["last_trade_time"] = _value
        _value = self.last_trade_timestamp
        if _value is not UNSET:
            _object["last_trade_timestamp"] = _value
        _value = self.min_var
        if _value is not UNSET:
            _object["min_var"] = _value
        _value = self.min_var_unit
        if _value is not UNSET:
            _object["min_var_unit"] = _value
        _value = self.name
        if _value is not UNSET:
            _object["name"] = _value
        _value = self.origin
        if _value is not UNSET:
            _object["origin"] = write_value(_value)
        _value = self.owner
        if _value is not UNSET:
            _object["owner"] = write_value(_value)
        _value = self.owner_other
        if _value is not UNSET:
            _object["owner_other"] = _value
        _value = self.quote_currency
        if _value is not UNSET:
            _object["quote_currency"] = _value
        _value = self.quote_unit
        if _value is not UNSET:
            _object["quote_unit"] = _value
        _value = self.security
        if _value is not UNSET:
            _object["security"] = _value.to_dict() if isinstance(_value, Security) else write_value(_value)
        _value = self.time_zone
        if _value is not UNSET:
            _object["time_zone"] = _value
        _value = self.trade_time
        if _value is not UNSET:
            _object["trade_time"] = (
                [_item.to_dict() if isinstance(_item, TradeTime) else write_value(_item) for _item in _value]
                if isinstance(_value, list)
                else write_value(_value)
            )
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
        _model.contract_size = src_dict["contract_size"] if "contract_size" in src_dict else UNSET
        _model.contract_size_unit = src_dict["contract_size_unit"] if "contract_size_unit" in src_dict else UNSET
        _model.contract_type = src_dict["contract_type"] if "contract_type" in src_dict else UNSET
        _model.exchange = src_dict["exchange"] if "exchange" in src_dict else UNSET
        _model.exchange_format_url = src_dict["exchange_format_url"] if "exchange_format_url" in src_dict else UNSET
        _model.last_trade_time = src_dict["last_trade_time"] if "last_trade_time" in src_dict else UNSET
        _model.last_trade_timestamp = src_dict["last_trade_timestamp"] if "last_trade_timestamp" in src_dict else UNSET
        _model.min_var = src_dict["min_var"] if "min_var" in src_dict else UNSET
        _model.min_var_unit = src_dict["min_var_unit"] if "min_var_unit" in src_dict else UNSET
        _model.name = src_dict["name"] if "name" in src_dict else UNSET
        _value = src_dict.get("origin", UNSET)
        _model.origin = Security.from_dict(_value) if isinstance(_value, dict) else _value

        _value = src_dict.get("owner", UNSET)
        _model.owner = Security.from_dict(_value) if isinstance(_value, dict) else _value

        _model.owner_other = src_dict["owner_other"] if "owner_other" in src_dict else UNSET
        _model.quote_currency = src_dict["quote_currency"] if "quote_currency" in src_dict else UNSET
        _model.quote_unit = src_dict["quote_unit"] if "quote_unit" in src_dict else UNSET
        _value = src_dict.get("security", UNSET)
        _model.security = Security.from_dict(_value) if isinstance(_value, dict) else _value
        _model.time_zone = src_dict["time_zone"] if "time_zone" in src_dict else UNSET
        _value = src_dict.get("trade_time", UNSET)
        _model.trade_time = (
            [(TradeTime.from_dict(_item) if isinstance(_item, dict) else _item) for _item in _value]
            if isinstance(_value, list)
            else _value
        )
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
from ..models.trade_time import TradeTime
