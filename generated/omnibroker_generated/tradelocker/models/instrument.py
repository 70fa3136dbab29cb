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

T = TypeVar("T", bound="Instrument")
_new = object.__new__


_KNOWN: frozenset[str] = frozenset(
    (
        "barSource",
        "continuous",
        "contractMonth",
        "country",
        "description",
        "hasDaily",
        "hasIntraday",
        "id",
        "localizedName",
        "logoUrl",
        "marketDataExchange",
        "name",
        "routes",
        "strikePrice",
        "strikeType",
        "tradableInstrumentId",
        "tradingExchange",
        "type",
        "underlierId",
    )
)
_REQUIRED: frozenset[str] = frozenset(())


@_attrs_define(eq=False)
class Instrument:
    """One line of the list. Lot and tick sizes are in the details only.

    Attributes:
        bar_source (None | str | Unset):
        continuous (bool | None | Unset):
        contract_month (None | str | Unset):
        country (Any | Unset): Integer or text
        description (None | str | Unset):
        has_daily (bool | Unset):
        has_intraday (bool | Unset):
        id (int | Unset): Id of the symbol, another number than tradableInstrumentId
        localized_name (None | str | Unset):
        logo_url (None | str | Unset):
        market_data_exchange (str | Unset):
        name (str | Unset): May end in a suffix of the broker
        routes (list[Route] | Unset):
        strike_price (Decimal | None | Unset):
        strike_type (None | str | Unset):
        tradable_instrument_id (int | Unset):
        trading_exchange (str | Unset):
        type_ (str | Unset):
        underlier_id (int | None | Unset):
    """

    bar_source: None | str | Unset = UNSET
    continuous: bool | None | Unset = UNSET
    contract_month: None | str | Unset = UNSET
    country: Any | Unset = UNSET
    description: None | str | Unset = UNSET
    has_daily: bool | Unset = UNSET
    has_intraday: bool | Unset = UNSET
    id: int | Unset = UNSET
    localized_name: None | str | Unset = UNSET
    logo_url: None | str | Unset = UNSET
    market_data_exchange: str | Unset = UNSET
    name: str | Unset = UNSET
    routes: list[Route] | Unset = UNSET
    strike_price: Decimal | None | Unset = UNSET
    strike_type: None | str | Unset = UNSET
    tradable_instrument_id: int | Unset = UNSET
    trading_exchange: str | Unset = UNSET
    type_: str | Unset = UNSET
    underlier_id: int | None | Unset = UNSET
    _extra: dict[str, Any] | None = _attrs_field(init=False, default=None, repr=False)
    _source: Mapping[str, Any] | None = _attrs_field(init=False, default=None, repr=False)

    def to_dict(self) -> dict[str, Any]:
        """The JSON object; properties that are unset are left out"""
        _object: dict[str, Any] = {}
        _value = self.bar_source
        if _value is not UNSET:
            _object["barSource"] = _value
        _value = self.continuous
        if _value is not UNSET:
            _object["continuous"] = _value
        _value = self.contract_month
        if _value is not UNSET:
            _object["contractMonth"] = _value
        _value = self.country
        if _value is not UNSET:
            _object["country"] = write_value(_value)
        _value = self.description
        if _value is not UNSET:
            _object["description"] = _value
        _value = self.has_daily
        if _value is not UNSET:
            _object["hasDaily"] = _value
        _value = self.has_intraday
        if _value is not UNSET:
            _object["hasIntraday"] = _value
        _value = self.id
        if _value is not UNSET:
            _object["id"] = _value
        _value = self.localized_name
        if _value is not UNSET:
            _object["localizedName"] = _value
        _value = self.logo_url
        if _value is not UNSET:
            _object["logoUrl"] = _value
        _value = self.market_data_exchange
        if _value is not UNSET:
            _object["marketDataExchange"] = _value
        _value = self.name
        if _value is not UNSET:
            _object["name"] = _value
        _value = self.routes
        if _value is not UNSET:
            _object["routes"] = (
                [_item.to_dict() if isinstance(_item, Route) else write_value(_item) for _item in _value]
                if isinstance(_value, list)
                else write_value(_value)
            )
        _value = self.strike_price
        if _value is not UNSET:
            _object["strikePrice"] = _value
        _value = self.strike_type
        if _value is not UNSET:
            _object["strikeType"] = _value
        _value = self.tradable_instrument_id
        if _value is not UNSET:
            _object["tradableInstrumentId"] = _value
        _value = self.trading_exchange
        if _value is not UNSET:
            _object["tradingExchange"] = _value
        _value = self.type_
        if _value is not UNSET:
            _object["type"] = _value
        _value = self.underlier_id
        if _value is not UNSET:
            _object["underlierId"] = _value
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
        _model.bar_source = src_dict["barSource"] if "barSource" in src_dict else UNSET
        _model.continuous = src_dict["continuous"] if "continuous" in src_dict else UNSET
        _model.contract_month = src_dict["contractMonth"] if "contractMonth" in src_dict else UNSET
        _model.country = src_dict["country"] if "country" in src_dict else UNSET
        _model.description = src_dict["description"] if "description" in src_dict else UNSET
        _model.has_daily = src_dict["hasDaily"] if "hasDaily" in src_dict else UNSET
        _model.has_intraday = src_dict["hasIntraday"] if "hasIntraday" in src_dict else UNSET
        _model.id = src_dict["id"] if "id" in src_dict else UNSET
        _model.localized_name = src_dict["localizedName"] if "localizedName" in src_dict else UNSET
        _model.logo_url = src_dict["logoUrl"] if "logoUrl" in src_dict else UNSET
        _model.market_data_exchange = src_dict["marketDataExchange"] if "marketDataExchange" in src_dict else UNSET
        _model.name = src_dict["name"] if "name" in src_dict else UNSET
        _value = src_dict.get("routes", UNSET)
        _model.routes = (
            [(Route.from_dict(_item) if isinstance(_item, dict) else _item) for _item in _value]
            if isinstance(_value, list)
            else _value
        )
        _model.strike_price = src_dict["strikePrice"] if "strikePrice" in src_dict else UNSET
        _model.strike_type = src_dict["strikeType"] if "strikeType" in src_dict else UNSET
        _model.tradable_instrument_id = (
            src_dict["tradableInstrumentId"] if "tradableInstrumentId" in src_dict else UNSET
        )
        _model.trading_exchange = src_dict["tradingExchange"] if "tradingExchange" in src_dict else UNSET
        _model.type_ = src_dict["type"] if "type" in src_dict else UNSET
        _model.underlier_id = src_dict["underlierId"] if "underlierId" in src_dict else UNSET
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


from ..models.route import Route
