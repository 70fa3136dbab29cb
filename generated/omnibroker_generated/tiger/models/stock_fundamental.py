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

T = TypeVar("T", bound="StockFundamental")
_new = object.__new__


_KNOWN: frozenset[str] = frozenset(
    (
        "divideRate",
        "floatMarketCap",
        "lyrEps",
        "lyrPeRate",
        "marketCap",
        "pbRate",
        "psRate",
        "roa",
        "roe",
        "symbol",
        "ttmEps",
        "ttmPeRate",
        "turnoverRate",
        "volumeRatio",
        "week52High",
        "week52Low",
    )
)
_REQUIRED: frozenset[str] = frozenset(())


@_attrs_define(eq=False)
class StockFundamental:
    """
    Attributes:
        divide_rate (Decimal | None | Unset):
        float_market_cap (Decimal | None | Unset):
        lyr_eps (Decimal | None | Unset):
        lyr_pe_rate (Decimal | None | Unset):
        market_cap (Decimal | None | Unset):
        pb_rate (Decimal | None | Unset):
        ps_rate (Decimal | None | Unset):
        roa (Decimal | None | Unset):
        roe (Decimal | None | Unset):
        symbol (str | Unset): In a group the group names it
        ttm_eps (Decimal | None | Unset):
        ttm_pe_rate (Decimal | None | Unset):
        turnover_rate (Decimal | None | Unset):
        volume_ratio (Decimal | None | Unset):
        week_52_high (Decimal | None | Unset):
        week_52_low (Decimal | None | Unset):
    """

    divide_rate: Decimal | None | Unset = UNSET
    float_market_cap: Decimal | None | Unset = UNSET
    lyr_eps: Decimal | None | Unset = UNSET
    lyr_pe_rate: Decimal | None | Unset = UNSET
    market_cap: Decimal | None | Unset = UNSET
    pb_rate: Decimal | None | Unset = UNSET
    ps_rate: Decimal | None | Unset = UNSET
    roa: Decimal | None | Unset = UNSET
    roe: Decimal | None | Unset = UNSET
    symbol: str | Unset = UNSET
    ttm_eps: Decimal | None | Unset = UNSET
    ttm_pe_rate: Decimal | None | Unset = UNSET
    turnover_rate: Decimal | None | Unset = UNSET
    volume_ratio: Decimal | None | Unset = UNSET
    week_52_high: Decimal | None | Unset = UNSET
    week_52_low: Decimal | None | Unset = UNSET
    _extra: dict[str, Any] | None = _attrs_field(init=False, default=None, repr=False)
    _source: Mapping[str, Any] | None = _attrs_field(init=False, default=None, repr=False)

    def to_dict(self) -> dict[str, Any]:
        """The JSON object; properties that are unset are left out"""
        _object: dict[str, Any] = {}
        _value = self.divide_rate
        if _value is not UNSET:
            _object["divideRate"] = _value
        _value = self.float_market_cap
        if _value is not UNSET:
            _object["floatMarketCap"] = _value
        _value = self.lyr_eps
        if _value is not UNSET:
            _object["lyrEps"] = _value
        _value = self.lyr_pe_rate
        if _value is not UNSET:
            _object["lyrPeRate"] = _value
        _value = self.market_cap
        if _value is not UNSET:
            _object["marketCap"] = _value
        _value = self.pb_rate
        if _value is not UNSET:
            _object["pbRate"] = _value
        _value = self.ps_rate
        if _value is not UNSET:
            _object["psRate"] = _value
        _value = self.roa
        if _value is not UNSET:
            _object["roa"] = _value
        _value = self.roe
        if _value is not UNSET:
            _object["roe"] = _value
        _value = self.symbol
        if _value is not UNSET:
            _object["symbol"] = _value
        _value = self.ttm_eps
        if _value is not UNSET:
            _object["ttmEps"] = _value
        _value = self.ttm_pe_rate
        if _value is not UNSET:
            _object["ttmPeRate"] = _value
        _value = self.turnover_rate
        if _value is not UNSET:
            _object["turnoverRate"] = _value
        _value = self.volume_ratio
        if _value is not UNSET:
            _object["volumeRatio"] = _value
        _value = self.week_52_high
        if _value is not UNSET:
            _object["week52High"] = _value
        _value = self.week_52_low
        if _value is not UNSET:
            _object["week52Low"] = _value
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
        _model.divide_rate = src_dict["divideRate"] if "divideRate" in src_dict else UNSET
        _model.float_market_cap = src_dict["floatMarketCap"] if "floatMarketCap" in src_dict else UNSET
        _model.lyr_eps = src_dict["lyrEps"] if "lyrEps" in src_dict else UNSET
        _model.lyr_pe_rate = src_dict["lyrPeRate"] if "lyrPeRate" in src_dict else UNSET
        _model.market_cap = src_dict["marketCap"] if "marketCap" in src_dict else UNSET
        _model.pb_rate = src_dict["pbRate"] if "pbRate" in src_dict else UNSET
        _model.ps_rate = src_dict["psRate"] if "psRate" in src_dict else UNSET
        _model.roa = src_dict["roa"] if "roa" in src_dict else UNSET
        _model.roe = src_dict["roe"] if "roe" in src_dict else UNSET
        _model.symbol = src_dict["symbol"] if "symbol" in src_dict else UNSET
        _model.ttm_eps = src_dict["ttmEps"] if "ttmEps" in src_dict else UNSET
        _model.ttm_pe_rate = src_dict["ttmPeRate"] if "ttmPeRate" in src_dict else UNSET
        _model.turnover_rate = src_dict["turnoverRate"] if "turnoverRate" in src_dict else UNSET
        _model.volume_ratio = src_dict["volumeRatio"] if "volumeRatio" in src_dict else UNSET
        _model.week_52_high = src_dict["week52High"] if "week52High" in src_dict else UNSET
        _model.week_52_low = src_dict["week52Low"] if "week52Low" in src_dict else UNSET
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
