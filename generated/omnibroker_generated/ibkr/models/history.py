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

T = TypeVar("T", bound="History")
_new = object.__new__


_KNOWN: frozenset[str] = frozenset(
    (
        "barLength",
        "chartPanStartTime",
        "data",
        "direction",
        "high",
        "low",
        "mdAvailability",
        "messageVersion",
        "mktDataDelay",
        "negativeCapable",
        "outsideRth",
        "points",
        "priceDisplayRule",
        "priceDisplayValue",
        "priceFactor",
        "serverId",
        "startTime",
        "symbol",
        "text",
        "timePeriod",
        "tradingDayDuration",
        "travelTime",
        "volumeFactor",
    )
)
_REQUIRED: frozenset[str] = frozenset(())


@_attrs_define(eq=False)
class History:
    """Bars, oldest first.

    Attributes:
        bar_length (int | Unset): Seconds
        chart_pan_start_time (str | Unset):
        data (list[Bar] | Unset):
        direction (int | Unset):
        high (str | Unset): price*priceFactor/volume/minute
        low (str | Unset): price*priceFactor/volume/minute
        md_availability (str | Unset): As tag 6509 of a snapshot
        message_version (int | Unset):
        mkt_data_delay (int | Unset): Milliseconds
        negative_capable (bool | Unset):
        outside_rth (bool | Unset):
        points (int | Unset): May be one less than the number of bars, or 0
        price_display_rule (int | Unset):
        price_display_value (str | Unset):
        price_factor (int | Unset): Divides the prices inside high and low
        server_id (str | Unset):
        start_time (str | Unset): YYYYMMDD-HH:MM:SS, UTC
        symbol (str | Unset):
        text (str | Unset):
        time_period (str | Unset):
        trading_day_duration (int | Unset): Minutes
        travel_time (int | Unset): Milliseconds
        volume_factor (int | Unset): Shares of one unit of v
    """

    bar_length: int | Unset = UNSET
    chart_pan_start_time: str | Unset = UNSET
    data: list[Bar] | Unset = UNSET
    direction: int | Unset = UNSET
    high: str | Unset = UNSET
    low: str | Unset = UNSET
    md_availability: str | Unset = UNSET
    message_version: int | Unset = UNSET
    mkt_data_delay: int | Unset = UNSET
    negative_capable: bool | Unset = UNSET
    outside_rth: bool | Unset = UNSET
    points: int | Unset = UNSET
    price_display_rule: int | Unset = UNSET
    price_display_value: str | Unset = UNSET
    price_factor: int | Unset = UNSET
    server_id: str | Unset = UNSET
    start_time: str | Unset = UNSET
    symbol: str | Unset = UNSET
    text: str | Unset = UNSET
    time_period: str | Unset = UNSET
    trading_day_duration: int | Unset = UNSET
    travel_time: int | Unset = UNSET
    volume_factor: int | Unset = UNSET
    _extra: dict[str, Any] | None = _attrs_field(init=False, default=None, repr=False)
    _source: Mapping[str, Any] | None = _attrs_field(init=False, default=None, repr=False)

    def to_dict(self) -> dict[str, Any]:
        """The JSON object; properties that are unset are left out"""
        _object: dict[str, Any] = {}
        _value = self.bar_length
        if _value is not UNSET:
            _object["barLength"] = _value
        _value = self.chart_pan_start_time
        if _value is not UNSET:
            _object["chartPanStartTime"] = _value
        _value = self.data
        if _value is not UNSET:
            _object["data"] = (
                [_item.to_dict() if isinstance(_item, Bar) else write_value(_item) for _item in _value]
                if isinstance(_value, list)
                else write_value(_value)
            )
        _value = self.direction
        if _value is not UNSET:
            _object["direction"] = _value
        _value = self.high
        if _value is not UNSET:
            _object["high"] = _value
        _value = self.low
        if _value is not UNSET:
            _object["low"] = _value
        _value = self.md_availability
        if _value is not UNSET:
            _object["mdAvailability"] = _value
        _value = self.message_version
        if _value is not UNSET:
            _object["messageVersion"] = _value
        _value = self.mkt_data_delay
        if _value is not UNSET:
            _object["mktDataDelay"] = _value
        _value = self.negative_capable
        if _value is not UNSET:
            _object["negativeCapable"] = _value
        _value = self.outside_rth
        if _value is not UNSET:
            _object["outsideRth"] = _value
        _value = self.points
        if _value is not UNSET:
            _object["points"] = _value
        _value = self.price_display_rule
        if _value is not UNSET:
            _object["priceDisplayRule"] = _value
        _value = self.price_display_value
        if _value is not UNSET:
            _object["priceDisplayValue"] = _value
        _value = self.price_factor
        if _value is not UNSET:
            _object["priceFactor"] = _value
        _value = self.server_id
        if _value is not UNSET:
            _object["serverId"] = _value
        _value = self.start_time
        if _value is not UNSET:
            _object["startTime"] = _value
        _value = self.symbol
        if _value is not UNSET:
            _object["symbol"] = _value
        _value = self.text
        if _value is not UNSET:
            _object["text"] = _value
        _value = self.time_period
        if _value is not UNSET:
            _object["timePeriod"] = _value
        _value = self.trading_day_duration
        if _value is not UNSET:
            _object["tradingDayDuration"] = _value
        _value = self.travel_time
        if _value is not UNSET:
            _object["travelTime"] = _value
        _value = self.volume_factor
        if _value is not UNSET:
            _object["volumeFactor"] = _value
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
        _model.bar_length = src_dict["barLength"] if "barLength" in src_dict else UNSET
        _model.chart_pan_start_time = src_dict["chartPanStartTime"] if "chartPanStartTime" in src_dict else UNSET
        _value = src_dict.get("data", UNSET)
        _model.data = (
            [(Bar.from_dict(_item) if isinstance(_item, dict) else _item) for _item in _value]
            if isinstance(_value, list)
            else _value
        )
        _model.direction = src_dict["direction"] if "direction" in src_dict else UNSET
        _model.high = src_dict["high"] if "high" in src_dict else UNSET
        _model.low = src_dict["low"] if "low" in src_dict else UNSET
        _model.md_availability = src_dict["mdAvailability"] if "mdAvailability" in src_dict else UNSET
        _model.message_version = src_dict["messageVersion"] if "messageVersion" in src_dict else UNSET
        _model.mkt_data_delay = src_dict["mktDataDelay"] if "mktDataDelay" in src_dict else UNSET
        _model.negative_capable = src_dict["negativeCapable"] if "negativeCapable" in src_dict else UNSET
        _model.outside_rth = src_dict["outsideRth"] if "outsideRth" in src_dict else UNSET
        _model.points = src_dict["points"] if "points" in src_dict else UNSET
        _model.price_display_rule = src_dict["priceDisplayRule"] if "priceDisplayRule" in src_dict else UNSET
        _model.price_display_value = src_dict["priceDisplayValue"] if "priceDisplayValue" in src_dict else UNSET
        _model.price_factor = src_dict["priceFactor"] if "priceFactor" in src_dict else UNSET
        _model.server_id = src_dict["serverId"] if "serverId" in src_dict else UNSET
        _model.start_time = src_dict["startTime"] if "startTime" in src_dict else UNSET
        _model.symbol = src_dict["symbol"] if "symbol" in src_dict else UNSET
        _model.text = src_dict["text"] if "text" in src_dict else UNSET
        _model.time_period = src_dict["timePeriod"] if "timePeriod" in src_dict else UNSET
        _model.trading_day_duration = src_dict["tradingDayDuration"] if "tradingDayDuration" in src_dict else UNSET
        _model.travel_time = src_dict["travelTime"] if "travelTime" in src_dict else UNSET
        _model.volume_factor = src_dict["volumeFactor"] if "volumeFactor" in src_dict else UNSET
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


from ..models.bar import Bar
