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

T = TypeVar("T", bound="KlineRequest")
_new = object.__new__


_KNOWN: frozenset[str] = frozenset(
    (
        "begin_time",
        "end_time",
        "period",
        "right",
        "symbols",
        "date",
        "lang",
        "limit",
        "page_token",
        "sec_type",
        "trade_session",
        "with_fundamental",
    )
)
_REQUIRED: frozenset[str] = frozenset(
    (
        "begin_time",
        "end_time",
        "period",
        "right",
        "symbols",
    )
)


@_attrs_define(eq=False)
class KlineRequest:
    """
    Attributes:
        begin_time (int): Epoch milliseconds; -1 where a range may stay open
        end_time (int): Epoch milliseconds; -1 where a range may stay open
        period (str):
        right (str): br adjusted to today's shares, nr as traded
        symbols (list[str]): Of one market
        date (str | Unset): YYYYMMDD
        lang (str | Unset): Language of names and display texts
        limit (int | Unset): 251 by the vendor's clients
        page_token (str | Unset): From the answer before; empty for the first page
        sec_type (str | Unset): WAR warrant, IOPT bull and bear certificate, MLEG combination, CC crypto
        trade_session (str | Unset):
        with_fundamental (bool | Unset): Also ratios such as price to earnings
    """

    begin_time: int
    end_time: int
    period: str
    right: str
    symbols: list[str]
    date: str | Unset = UNSET
    lang: str | Unset = UNSET
    limit: int | Unset = UNSET
    page_token: str | Unset = UNSET
    sec_type: str | Unset = UNSET
    trade_session: str | Unset = UNSET
    with_fundamental: bool | Unset = UNSET
    _extra: dict[str, Any] | None = _attrs_field(init=False, default=None, repr=False)
    _source: Mapping[str, Any] | None = _attrs_field(init=False, default=None, repr=False)
    _partial: bool = _attrs_field(init=False, default=False, repr=False)

    def to_dict(self) -> dict[str, Any]:
        """The JSON object; properties that are unset are left out"""
        _object: dict[str, Any] = {
            "begin_time": self.begin_time,
            "end_time": self.end_time,
            "period": self.period,
            "right": self.right,
            "symbols": self.symbols,
        }
        _value = self.date
        if _value is not UNSET:
            _object["date"] = _value
        _value = self.lang
        if _value is not UNSET:
            _object["lang"] = _value
        _value = self.limit
        if _value is not UNSET:
            _object["limit"] = _value
        _value = self.page_token
        if _value is not UNSET:
            _object["page_token"] = _value
        _value = self.sec_type
        if _value is not UNSET:
            _object["sec_type"] = _value
        _value = self.trade_session
        if _value is not UNSET:
            _object["trade_session"] = _value
        _value = self.with_fundamental
        if _value is not UNSET:
            _object["with_fundamental"] = _value
        if self._partial:
            _object = {_key: _value for _key, _value in _object.items() if _value is not UNSET}
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
        try:
            _model.begin_time = src_dict["begin_time"]
            _model.end_time = src_dict["end_time"]
            _model.period = src_dict["period"]
            _model.right = src_dict["right"]
            _model.symbols = src_dict["symbols"]
            _model._partial = False
        except KeyError:
            _model._partial = True
            _model.begin_time = src_dict.get("begin_time", UNSET)
            _model.end_time = src_dict.get("end_time", UNSET)
            _model.period = src_dict.get("period", UNSET)
            _model.right = src_dict.get("right", UNSET)
            _model.symbols = src_dict.get("symbols", UNSET)
        _model.date = src_dict["date"] if "date" in src_dict else UNSET
        _model.lang = src_dict["lang"] if "lang" in src_dict else UNSET
        _model.limit = src_dict["limit"] if "limit" in src_dict else UNSET
        _model.page_token = src_dict["page_token"] if "page_token" in src_dict else UNSET
        _model.sec_type = src_dict["sec_type"] if "sec_type" in src_dict else UNSET
        _model.trade_session = src_dict["trade_session"] if "trade_session" in src_dict else UNSET
        _model.with_fundamental = src_dict["with_fundamental"] if "with_fundamental" in src_dict else UNSET
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
