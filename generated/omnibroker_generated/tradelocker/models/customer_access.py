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

T = TypeVar("T", bound="CustomerAccess")
_new = object.__new__


_KNOWN: frozenset[str] = frozenset(
    (
        "filledOrders",
        "marketDepth",
        "orders",
        "ordersHistory",
        "positions",
        "symbolInfo",
    )
)
_REQUIRED: frozenset[str] = frozenset(())


@_attrs_define(eq=False)
class CustomerAccess:
    """Permissions to use functions and to see information.

    Attributes:
        filled_orders (bool | Unset):
        market_depth (bool | Unset):
        orders (bool | Unset):
        orders_history (bool | Unset):
        positions (bool | Unset):
        symbol_info (bool | Unset):
    """

    filled_orders: bool | Unset = UNSET
    market_depth: bool | Unset = UNSET
    orders: bool | Unset = UNSET
    orders_history: bool | Unset = UNSET
    positions: bool | Unset = UNSET
    symbol_info: bool | Unset = UNSET
    _extra: dict[str, Any] | None = _attrs_field(init=False, default=None, repr=False)
    _source: Mapping[str, Any] | None = _attrs_field(init=False, default=None, repr=False)

    def to_dict(self) -> dict[str, Any]:
        """The JSON object; properties that are unset are left out"""
        _object: dict[str, Any] = {}
        _value = self.filled_orders
        if _value is not UNSET:
            _object["filledOrders"] = _value
        _value = self.market_depth
        if _value is not UNSET:
            _object["marketDepth"] = _value
        _value = self.orders
        if _value is not UNSET:
            _object["orders"] = _value
        _value = self.orders_history
        if _value is not UNSET:
            _object["ordersHistory"] = _value
        _value = self.positions
        if _value is not UNSET:
            _object["positions"] = _value
        _value = self.symbol_info
        if _value is not UNSET:
            _object["symbolInfo"] = _value
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
        _model.filled_orders = src_dict["filledOrders"] if "filledOrders" in src_dict else UNSET
        _model.market_depth = src_dict["marketDepth"] if "marketDepth" in src_dict else UNSET
        _model.orders = src_dict["orders"] if "orders" in src_dict else UNSET
        _model.orders_history = src_dict["ordersHistory"] if "ordersHistory" in src_dict else UNSET
        _model.positions = src_dict["positions"] if "positions" in src_dict else UNSET
        _model.symbol_info = src_dict["symbolInfo"] if "symbolInfo" in src_dict else UNSET
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
