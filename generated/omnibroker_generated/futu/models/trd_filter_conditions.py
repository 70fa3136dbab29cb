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

T = TypeVar("T", bound="TrdFilterConditions")
_new = object.__new__


_KNOWN: frozenset[str] = frozenset(
    (
        "begin_time",
        "code_list",
        "end_time",
        "filter_market",
        "id_list",
        "order_id_ex_list",
    )
)
_REQUIRED: frozenset[str] = frozenset(())


@_attrs_define(eq=False)
class TrdFilterConditions:
    """Rows have to meet all of them.

    Attributes:
        begin_time (str | Unset): Local time of the account's market, YYYY-MM-DD HH:MM:SS with optional .mmm
        code_list (list[str] | Unset):
        end_time (str | Unset): Local time of the account's market, YYYY-MM-DD HH:MM:SS with optional .mmm
        filter_market (int | Unset): 0 Unknown, 1 HK, 2 US, 3 CN, 4 HKCC, 5 Futures, 6 SG, 7 Crypto, 8 AU, 10
            Futures_Simulate_HK, 11 Futures_Simulate_US, 12 Futures_Simulate_SG, 13 Futures_Simulate_JP, 15 JP, 17
            Prediction, 111 MY, 112 CA, 113 HK_Fund, 123 US_Fund, 124 SG_Fund, 125 MY_Fund, 126 JP_Fund. 4 is the market of
            real A-share orders, 3 of simulated ones; 10 to 13 are simulated futures, 5 real ones. An older page prints 7
            for JP. Unknown numbers occur, 100 among them.
        id_list (list[int] | Unset): Ids of orders, fills or positions, by endpoint
        order_id_ex_list (list[str] | Unset):
    """

    begin_time: str | Unset = UNSET
    code_list: list[str] | Unset = UNSET
    end_time: str | Unset = UNSET
    filter_market: int | Unset = UNSET
    id_list: list[int] | Unset = UNSET
    order_id_ex_list: list[str] | Unset = UNSET
    _extra: dict[str, Any] | None = _attrs_field(init=False, default=None, repr=False)
    _source: Mapping[str, Any] | None = _attrs_field(init=False, default=None, repr=False)

    def to_dict(self) -> dict[str, Any]:
        """The JSON object; properties that are unset are left out"""
        _object: dict[str, Any] = {}
        _value = self.begin_time
        if _value is not UNSET:
            _object["begin_time"] = _value
        _value = self.code_list
        if _value is not UNSET:
            _object["code_list"] = _value
        _value = self.end_time
        if _value is not UNSET:
            _object["end_time"] = _value
        _value = self.filter_market
        if _value is not UNSET:
            _object["filter_market"] = _value
        _value = self.id_list
        if _value is not UNSET:
            _object["id_list"] = _value
        _value = self.order_id_ex_list
        if _value is not UNSET:
            _object["order_id_ex_list"] = _value
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
        _model.begin_time = src_dict["begin_time"] if "begin_time" in src_dict else UNSET
        _model.code_list = src_dict["code_list"] if "code_list" in src_dict else UNSET
        _model.end_time = src_dict["end_time"] if "end_time" in src_dict else UNSET
        _model.filter_market = src_dict["filter_market"] if "filter_market" in src_dict else UNSET
        _model.id_list = src_dict["id_list"] if "id_list" in src_dict else UNSET
        _model.order_id_ex_list = src_dict["order_id_ex_list"] if "order_id_ex_list" in src_dict else UNSET
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
