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

T = TypeVar("T", bound="OrdersRequest")
_new = object.__new__


_KNOWN: frozenset[str] = frozenset(
    (
        "account",
        "end_date",
        "id",
        "is_brief",
        "lang",
        "limit",
        "market",
        "order_id",
        "page_token",
        "sec_type",
        "seg_type",
        "show_charges",
        "sort_by",
        "start_date",
        "states",
        "symbol",
    )
)
_REQUIRED: frozenset[str] = frozenset(("account",))


@_attrs_define(eq=False)
class OrdersRequest:
    """With id or order_id one order; without them a list, narrowed by the rest. Both ends of the range should be sent:
    what Tiger takes without them is not documented.

        Attributes:
            account (str): 17 digits paper, 5 to 10 digits standard, U or DU and digits global
            end_date (int | Unset): Epoch milliseconds, not included
            id (int | Unset): 17 or 18 digits: more than a binary floating-point number holds
            is_brief (bool | Unset):
            lang (str | Unset): Language of names and display texts
            limit (int | Unset):
            market (str | Unset):
            order_id (int | Unset):
            page_token (str | Unset): From the answer before; empty for the first page
            sec_type (str | Unset): WAR warrant, IOPT bull and bear certificate, MLEG combination, CC crypto
            seg_type (str | Unset): Segment of the account
            show_charges (bool | Unset): Also the fees, one order only
            sort_by (str | Unset):
            start_date (int | Unset): Epoch milliseconds, included
            states (list[str] | Unset): Honoured for global accounts only
            symbol (str | Unset): Upper case; 5 digits in Hong Kong, a leading dot for an index, BTC/USD for crypto
    """

    account: str
    end_date: int | Unset = UNSET
    id: int | Unset = UNSET
    is_brief: bool | Unset = UNSET
    lang: str | Unset = UNSET
    limit: int | Unset = UNSET
    market: str | Unset = UNSET
    order_id: int | Unset = UNSET
    page_token: str | Unset = UNSET
    sec_type: str | Unset = UNSET
    seg_type: str | Unset = UNSET
    show_charges: bool | Unset = UNSET
    sort_by: str | Unset = UNSET
    start_date: int | Unset = UNSET
    states: list[str] | Unset = UNSET
    symbol: str | Unset = UNSET
    _extra: dict[str, Any] | None = _attrs_field(init=False, default=None, repr=False)
    _source: Mapping[str, Any] | None = _attrs_field(init=False, default=None, repr=False)
    _partial: bool = _attrs_field(init=False, default=False, repr=False)

    def to_dict(self) -> dict[str, Any]:
        """The JSON object; properties that are unset are left out"""
        _object: dict[str, Any] = {
            "account": self.account,
        }
        _value = self.end_date
        if _value is not UNSET:
            _object["end_date"] = _value
        _value = self.id
        if _value is not UNSET:
            _object["id"] = _value
        _value = self.is_brief
        if _value is not UNSET:
            _object["is_brief"] = _value
        _value = self.lang
        if _value is not UNSET:
            _object["lang"] = _value
        _value = self.limit
        if _value is not UNSET:
            _object["limit"] = _value
        _value = self.market
        if _value is not UNSET:
            _object["market"] = _value
        _value = self.order_id
        if _value is not UNSET:
            _object["order_id"] = _value
        _value = self.page_token
        if _value is not UNSET:
            _object["page_token"] = _value
        _value = self.sec_type
        if _value is not UNSET:
            _object["sec_type"] = _value
        _value = self.seg_type
        if _value is not UNSET:
            _object["seg_type"] = _value
        _value = self.show_charges
        if _value is not UNSET:
            _object["show_charges"] = _value
        _value = self.sort_by
        if _value is not UNSET:
            _object["sort_by"] = _value
        _value = self.start_date
        if _value is not UNSET:
            _object["start_date"] = _value
        _value = self.states
        if _value is not UNSET:
            _object["states"] = _value
        _value = self.symbol
        if _value is not UNSET:
            _object["symbol"] = _value
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
            _model.account = src_dict["account"]
            _model._partial = False
        except KeyError:
            _model._partial = True
            _model.account = src_dict.get("account", UNSET)
        _model.end_date = src_dict["end_date"] if "end_date" in src_dict else UNSET
        _model.id = src_dict["id"] if "id" in src_dict else UNSET
        _model.is_brief = src_dict["is_brief"] if "is_brief" in src_dict else UNSET
        _model.lang = src_dict["lang"] if "lang" in src_dict else UNSET
        _model.limit = src_dict["limit"] if "limit" in src_dict else UNSET
        _model.market = src_dict["market"] if "market" in src_dict else UNSET
        _model.order_id = src_dict["order_id"] if "order_id" in src_dict else UNSET
        _model.page_token = src_dict["page_token"] if "page_token" in src_dict else UNSET
        _model.sec_type = src_dict["sec_type"] if "sec_type" in src_dict else UNSET
        _model.seg_type = src_dict["seg_type"] if "seg_type" in src_dict else UNSET
        _model.show_charges = src_dict["show_charges"] if "show_charges" in src_dict else UNSET
        _model.sort_by = src_dict["sort_by"] if "sort_by" in src_dict else UNSET
        _model.start_date = src_dict["start_date"] if "start_date" in src_dict else UNSET
        _model.states = src_dict["states"] if "states" in src_dict else UNSET
        _model.symbol = src_dict["symbol"] if "symbol" in src_dict else UNSET
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
