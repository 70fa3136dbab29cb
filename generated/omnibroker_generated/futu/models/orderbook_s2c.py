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

T = TypeVar("T", bound="OrderbookS2C")
_new = object.__new__


_KNOWN: frozenset[str] = frozenset(
    (
        "name",
        "order_book_ask_list",
        "order_book_bid_list",
        "order_book_type",
        "security",
        "svr_recv_time_ask",
        "svr_recv_time_ask_timestamp",
        "svr_recv_time_bid",
        "svr_recv_time_bid_timestamp",
    )
)
_REQUIRED: frozenset[str] = frozenset(())


@_attrs_define(eq=False)
class OrderbookS2C:
    """
    Attributes:
        name (None | str | Unset):
        order_book_ask_list (list[OrderBook] | Unset): Ask levels, best first
        order_book_bid_list (list[OrderBook] | Unset): Bid levels, best first
        order_book_type (int | None | Unset): Whole lots when absent
        security (Security | Unset): A code without prefix, and its quote market.
        svr_recv_time_ask (None | str | Unset): Time the exchange data reached the server, ask side
        svr_recv_time_ask_timestamp (Decimal | None | Unset): The same instant in epoch seconds
        svr_recv_time_bid (None | str | Unset): Time the exchange data reached the server, bid side (HK)
        svr_recv_time_bid_timestamp (Decimal | None | Unset): The same instant in epoch seconds
    """

    name: None | str | Unset = UNSET
    order_book_ask_list: list[OrderBook] | Unset = UNSET
    order_book_bid_list: list[OrderBook] | Unset = UNSET
    order_book_type: int | None | Unset = UNSET
    security: Security | Unset = UNSET
    svr_recv_time_ask: None | str | Unset = UNSET
    svr_recv_time_ask_timestamp: Decimal | None | Unset = UNSET
    svr_recv_time_bid: None | str | Unset = UNSET
    svr_recv_time_bid_timestamp: Decimal | None | Unset = UNSET
    _extra: dict[str, Any] | None = _attrs_field(init=False, default=None, repr=False)
    _source: Mapping[str, Any] | None = _attrs_field(init=False, default=None, repr=False)

    def to_dict(self) -> dict[str, Any]:
        """The JSON object; properties that are unset are left out"""
        _object: dict[str, Any] = {}
        _value = self.name
        if _value is not UNSET:
            _object["name"] = _value
        _value = self.order_book_ask_list
        if _value is not UNSET:
            _object["order_book_ask_list"] = (
                [_item.to_dict() if isinstance(_item, OrderBook) else write_value(_item) for _item in _value]
                if isinstance(_value, list)
                else write_value(_value)
            )
        _value = self.order_book_bid_list
        if _value is not UNSET:
            _object["order_book_bid_list"] = (
                [_item.to_dict() if isinstance(_item, OrderBook) else write_value(_item) for _item in _value]
                if isinstance(_value, list)
                else write_value(_value)
            )
        _value = self.order_book_type
        if _value is not UNSET:
            _object["order_book_type"] = _value
        _value = self.security
        if _value is not UNSET:
            _object["security"] = _value.to_dict() if isinstance(_value, Security) else write_value(_value)
        _value = self.svr_recv_time_ask
        if _value is not UNSET:
            _object["svr_recv_time_ask"] = _value
        _value = self.svr_recv_time_ask_timestamp
        if _value is not UNSET:
            _object["svr_recv_time_ask_timestamp"] = _value
        _value = self.svr_recv_time_bid
        if _value is not UNSET:
            _object["svr_recv_time_bid"] = _value
        _value = self.svr_recv_time_bid_timestamp
        if _value is not UNSET:
            _object["svr_recv_time_bid_timestamp"] = _value
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
        _model.name = src_dict["name"] if "name" in src_dict else UNSET
        _value = src_dict.get("order_book_ask_list", UNSET)
        _model.order_book_ask_list = (
            [(OrderBook.from_dict(_item) if isinstance(_item, dict) else _item) for _item in _value]
            if isinstance(_value, list)
            else _value
        )
        _value = src_dict.get("order_book_bid_list", UNSET)
        _model.order_book_bid_list = (
            [(OrderBook.from_dict(_item) if isinstance(_item, dict) else _item) for _item in _value]
            if isinstance(_value, list)
            else _value
        )
        _model.order_book_type = src_dict["order_book_type"] if "order_book_type" in src_dict else UNSET
        _value = src_dict.get("security", UNSET)
        _model.security = Security.from_dict(_value) if isinstance(_value, dict) else _value
        _model.svr_recv_time_ask = src_dict["svr_recv_time_ask"] if "svr_recv_time_ask" in src_dict else UNSET
        _model.svr_recv_time_ask_timestamp = (
            src_dict["svr_recv_time_ask_timestamp"] if "svr_recv_time_ask_timestamp" in src_dict else UNSET
        )
        _model.svr_recv_time_bid = src_dict["svr_recv_time_bid"] if "svr_recv_time_bid" in src_dict else UNSET
        _model.svr_recv_time_bid_timestamp = (
            src_dict["svr_recv_time_bid_timestamp"] if "svr_recv_time_bid_timestamp" in src_dict else UNSET
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


from ..models.order_book import OrderBook
from ..models.security import Security
