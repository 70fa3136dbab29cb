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

T = TypeVar("T", bound="BasicQot")
_new = object.__new__


_KNOWN: frozenset[str] = frozenset(
    (
        "after_market",
        "amplitude",
        "cur_price",
        "dark_status",
        "future_ex_data",
        "high_price",
        "hp_volume",
        "is_suspended",
        "last_close_price",
        "list_time",
        "list_timestamp",
        "low_price",
        "name",
        "open_price",
        "option_ex_data",
        "overnight",
        "pre_market",
        "price_spread",
        "sec_status",
        "security",
        "turnover",
        "turnover_rate",
        "update_time",
        "update_timestamp",
        "volume",
        "warrant_ex_data",
    )
)
_REQUIRED: frozenset[str] = frozenset(())


@_attrs_define(eq=False)
class BasicQot:
    """
    Attributes:
        after_market (None | PreAfterMarketData | Unset):
        amplitude (Decimal | Unset): Amplitude, percent
        cur_price (Decimal | Unset): Last price
        dark_status (int | None | Unset): Grey-market state
        future_ex_data (FutureBasicQotExData | None | Unset):
        high_price (Decimal | Unset):
        hp_volume (Decimal | None | Unset): High-precision volume
        is_suspended (bool | Unset):
        last_close_price (Decimal | Unset): Previous close
        list_time (str | Unset): Listing date text
        list_timestamp (Decimal | None | Unset): Listing date, epoch seconds
        low_price (Decimal | Unset):
        name (None | str | Unset):
        open_price (Decimal | Unset):
        option_ex_data (None | OptionBasicQotExData | Unset):
        overnight (None | PreAfterMarketData | Unset):
        pre_market (None | PreAfterMarketData | Unset):
        price_spread (Decimal | Unset): Tick size at the current price
        sec_status (int | None | Unset):
        security (Security | Unset): A code without prefix, and its quote market.
        turnover (Decimal | Unset):
        turnover_rate (Decimal | Unset): Turnover rate, percent
        update_time (str | Unset): Local time of the market
        update_timestamp (Decimal | None | Unset): Last update, epoch seconds
        volume (int | Unset):
        warrant_ex_data (None | Unset | WarrantBasicQotExData):
    """

    after_market: None | PreAfterMarketData | Unset = UNSET
    amplitude: Decimal | Unset = UNSET
    cur_price: Decimal | Unset = UNSET
    dark_status: int | None | Unset = UNSET
    future_ex_data: FutureBasicQotExData | None | Unset = UNSET
    high_price: Decimal | Unset = UNSET
    hp_volume: Decimal | None | Unset = UNSET
    is_suspended: bool | Unset = UNSET
    last_close_price: Decimal | Unset = UNSET
    list_time: str | Unset = UNSET
    list_timestamp: Decimal | None | Unset = UNSET
    low_price: Decimal | Unset = UNSET
    name: None | str | Unset = UNSET
    open_price: Decimal | Unset = UNSET
    option_ex_data: None | OptionBasicQotExData | Unset = UNSET
    overnight: None | PreAfterMarketData | Unset = UNSET
    pre_market: None | PreAfterMarketData | Unset = UNSET
    price_spread: Decimal | Unset = UNSET
    sec_status: int | None | Unset = UNSET
    security: Security | Unset = UNSET
    turnover: Decimal | Unset = UNSET
    turnover_rate: Decimal | Unset = UNSET
    update_time: str | Unset = UNSET
    update_timestamp: Decimal | None | Unset = UNSET
    volume: int | Unset = UNSET
    warrant_ex_data: None | Unset | WarrantBasicQotExData = UNSET
    _extra: dict[str, Any] | None = _attrs_field(init=False, default=None, repr=False)
    _source: Mapping[str, Any] | None = _attrs_field(init=False, default=None, repr=False)

    def to_dict(self) -> dict[str, Any]:
        """The JSON object; properties that are unset are left out"""
        _object: dict[str, Any] = {}
        _value = self.after_market
        if _value is not UNSET:
            _object["after_market"] = write_value(_value)
        _value = self.amplitude
        if _value is not UNSET:
            _object["amplitude"] = _value
        _value = self.cur_price
        if _value is not UNSET:
            _object["cur_price"] = _value
        _value = self.dark_status
        if _value is not UNSET:
            _object["dark_status"] = _value
        _value = self.future_ex_data
        if _value is not UNSET:
            _object["future_ex_data"] = write_value(_value)
        _value = self.high_price
        if _value is not UNSET:
            _object["high_price"] = _value
        _value = self.hp_volume
        if _value is not UNSET:
            _object["hp_volume"] = _value
        _value = self.is_suspended
        if _value is not UNSET:
            _object["is_suspended"] = _value
        _value = self.last_close_price
        if _value is not UNSET:
            _object["last_close_price"] = _value
        _value = self.list_time
        if _value is not UNSET:
            _object["list_time"] = _value
        _value = self.list_timestamp
        if _value is not UNSET:
            _object["list_timestamp"] = _value
        _value = self.low_price
        if _value is not UNSET:
            _object["low_price"] = _value
        _value = self.name
        if _value is not UNSET:
            _object["name"] = _value
        _value = self.open_price
        if _value is not UNSET:
            _object["open_price"] = _value
        _value = self.option_ex_data
        if _value is not UNSET:
            _object["option_ex_data"] = write_value(_value)
        _value = self.overnight
        if _value is not UNSET:
            _object["overnight"] = write_value(_value)
        _value = self.pre_market
        if _value is not UNSET:
            _object["pre_market"] = write_value(_value)
        _value = self.price_spread
        if _value is not UNSET:
            _object["price_spread"] = _value
        _value = self.sec_status
        if _value is not UNSET:
            _object["sec_status"] = _value
        _value = self.security
        if _value is not UNSET:
            _object["security"] = _value.to_dict() if isinstance(_value, Security) else write_value(_value)
        _value = self.turnover
        if _value is not UNSET:
            _object["turnover"] = _value
        _value = self.turnover_rate
        if _value is not UNSET:
            _object["turnover_rate"] = _value
        _value = self.update_time
        if _value is not UNSET:
            _object["update_time"] = _value
        _value = self.update_timestamp
        if _value is not UNSET:
            _object["update_timestamp"] = _value
        _value = self.volume
        if _value is not UNSET:
            _object["volume"] = _value
        _value = self.warrant_ex_data
        if _value is not UNSET:
            _object["warrant_ex_data"] = write_value(_value)
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
        _value = src_dict.get("after_market", UNSET)
        _model.after_market = PreAfterMarketData.from_dict(_value) if isinstance(_value, dict) else _value

        _model.amplitude = src_dict["amplitude"] if "amplitude" in src_dict else UNSET
        _model.cur_price = src_dict["cur_price"] if "cur_price" in src_dict else UNSET
        _model.dark_status = src_dict["dark_status"] if "dark_status" in src_dict else UNSET
        _value = src_dict.get("future_ex_data", UNSET)
        _model.future_ex_data = FutureBasicQotExData.from_dict(_value) if isinstance(_value, dict) else _value

        _model.high_price = src_dict["high_price"] if "high_price" in src_dict else UNSET
        _model.hp_volume = src_dict["hp_volume"] if "hp_volume" in src_dict else UNSET
        _model.is_suspended = src_dict["is_suspended"] if "is_suspended" in src_dict else UNSET
        _model.last_close_price = src_dict["last_close_price"] if "last_close_price" in src_dict else UNSET
        _model.list_time = src_dict["list_time"] if "list_time" in src_dict else UNSET
        _model.list_timestamp = src_dict["list_timestamp"] if "list_timestamp" in src_dict else UNSET
        _model.low_price = src_dict["low_price"] if "low_price" in src_dict else UNSET
        _model.name = src_dict["name"] if "name" in src_dict else UNSET
        _model.open_price = src_dict["open_price"] if "open_price" in src_dict else UNSET
        _value = src_dict.get("option_ex_data", UNSET)
        _model.option_ex_data = OptionBasicQotExData.from_dict(_value) if isinstance(_value, dict) else _value

        _value = src_dict.get("overnight", UNSET)
        _model.overnight = PreAfterMarketData.from_dict(_value) if isinstance(_value, dict) else _value

        _value = src_dict.get("pre_market", UNSET)
        _model.pre_market = PreAfterMarketData.from_dict(_value) if isinstance(_value, dict) else _value

        _model.price_spread = src_dict["price_spread"] if "price_spread" in src_dict else UNSET
        _model.sec_status = src_dict["sec_status"] if "sec_status" in src_dict else UNSET
        _value = src_dict.get("security", UNSET)
        _model.security = Security.from_dict(_value) if isinstance(_value, dict) else _value
        _model.turnover = src_dict["turnover"] if "turnover" in src_dict else UNSET
        _model.turnover_rate = src_dict["turnover_rate"] if "turnover_rate" in src_dict else UNSET
        _model.update_time = src_dict["update_time"] if "update_time" in src_dict else UNSET
        _model.update_timestamp = src_dict["update_timestamp"] if "update_timestamp" in src_dict else UNSET
        _model.volume = src_dict["volume"] if "volume" in src_dict else UNSET
        _value = src_dict.get("warrant_ex_data", UNSET)
        _model.warrant_ex_data = WarrantBasicQotExData.from_dict(_value) if isinstance(_value, dict) else _value

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


from ..models.future_basic_qot_ex_data import FutureBasicQotExData
from ..models.option_basic_qot_ex_data import OptionBasicQotExData
from ..models.pre_after_market_data import PreAfterMarketData
from ..models.security import Security
from ..models.warrant_basic_qot_ex_data import WarrantBasicQotExData
