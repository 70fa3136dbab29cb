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

T = TypeVar("T", bound="OrderLeg")
_new = object.__new__


_KNOWN: frozenset[str] = frozenset(
    (
        "action",
        "avgFilledPrice",
        "createdAt",
        "currency",
        "expiry",
        "filledQuantity",
        "market",
        "multiplier",
        "ratio",
        "right",
        "secType",
        "strike",
        "symbol",
        "totalQuantity",
        "updatedAt",
    )
)
_REQUIRED: frozenset[str] = frozenset(())


@_attrs_define(eq=False)
class OrderLeg:
    """One leg of a combination and what is filled of it.

    Attributes:
        action (str | Unset):
        avg_filled_price (Decimal | Unset):
        created_at (int | Unset): Epoch milliseconds
        currency (str | Unset):
        expiry (None | str | Unset):
        filled_quantity (Decimal | Unset):
        market (str | Unset):
        multiplier (int | None | Unset):
        ratio (int | Unset):
        right (None | str | Unset):
        sec_type (str | Unset):
        strike (Any | Unset): Text, or a number
        symbol (str | Unset):
        total_quantity (Decimal | Unset):
        updated_at (int | Unset): Epoch milliseconds
    """

    action: str | Unset = UNSET
    avg_filled_price: Decimal | Unset = UNSET
    created_at: int | Unset = UNSET
    currency: str | Unset = UNSET
    expiry: None | str | Unset = UNSET
    filled_quantity: Decimal | Unset = UNSET
    market: str | Unset = UNSET
    multiplier: int | None | Unset = UNSET
    ratio: int | Unset = UNSET
    right: None | str | Unset = UNSET
    sec_type: str | Unset = UNSET
    strike: Any | Unset = UNSET
    symbol: str | Unset = UNSET
    total_quantity: Decimal | Unset = UNSET
    updated_at: int | Unset = UNSET
    _extra: dict[str, Any] | None = _attrs_field(init=False, default=None, repr=False)
    _source: Mapping[str, Any] | None = _attrs_field(init=False, default=None, repr=False)

    def to_dict(self) -> dict[str, Any]:
        """The JSON object; properties that are unset are left out"""
        _object: dict[str, Any] = {}
        _value = self.action
        if _value is not UNSET:
            _object["action"] = _value
        _value = self.avg_filled_price
        if _value is not UNSET:
            _object["avgFilledPrice"] = _value
        _value = self.created_at
        if _value is not UNSET:
            _object["createdAt"] = _value
        _value = self.currency
        if _value is not UNSET:
            _object["currency"] = _value
        _value = self.expiry
        if _value is not UNSET:
            _object["expiry"] = _value
        _value = self.filled_quantity
        if _value is not UNSET:
            _object["filledQuantity"] = _value
        _value = self.market
        if _value is not UNSET:
            _object["market"] = _value
        _value = self.multiplier
        if _value is not UNSET:
            _object["multiplier"] = _value
        _value = self.ratio
        if _value is not UNSET:
            _object["ratio"] = _value
        _value = self.right
        if _value is not UNSET:
            _object["right"] = _value
        _value = self.sec_type
        if _value is not UNSET:
            _object["secType"] = _value
        _value = self.strike
        if _value is not UNSET:
            _object["strike"] = write_value(_value)
        _value = self.symbol
        if _value is not UNSET:
            _object["symbol"] = _value
        _value = self.total_quantity
        if _value is not UNSET:
            _object["totalQuantity"] = _value
        _value = self.updated_at
        if _value is not UNSET:
            _object["updatedAt"] = _value
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
        _model.action = src_dict["action"] if "action" in src_dict else UNSET
        _model.avg_filled_price = src_dict["avgFilledPrice"] if "avgFilledPrice" in src_dict else UNSET
        _model.created_at = src_dict["createdAt"] if "createdAt" in src_dict else UNSET
        _model.currency = src_dict["currency"] if "currency" in src_dict else UNSET
        _model.expiry = src_dict["expiry"] if "expiry" in src_dict else UNSET
        _model.filled_quantity = src_dict["filledQuantity"] if "filledQuantity" in src_dict else UNSET
        _model.market = src_dict["market"] if "market" in src_dict else UNSET
        _model.multiplier = src_dict["multiplier"] if "multiplier" in src_dict else UNSET
        _model.ratio = src_dict["ratio"] if "ratio" in src_dict else UNSET
        _model.right = src_dict["right"] if "right" in src_dict else UNSET
        _model.sec_type = src_dict["secType"] if "secType" in src_dict else UNSET
        _model.strike = src_dict["strike"] if "strike" in src_dict else UNSET
        _model.symbol = src_dict["symbol"] if "symbol" in src_dict else UNSET
        _model.total_quantity = src_dict["totalQuantity"] if "totalQuantity" in src_dict else UNSET
        _model.updated_at = src_dict["updatedAt"] if "updatedAt" in src_dict else UNSET
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
