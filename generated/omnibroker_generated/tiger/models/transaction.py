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

T = TypeVar("T", bound="Transaction")
_new = object.__new__


_KNOWN: frozenset[str] = frozenset(
    (
        "accountId",
        "action",
        "currency",
        "expiry",
        "filledAmount",
        "filledPrice",
        "filledQuantity",
        "filledQuantityScale",
        "id",
        "identifier",
        "market",
        "multiplier",
        "orderId",
        "right",
        "secType",
        "strike",
        "symbol",
        "transactedAt",
        "transactionTime",
    )
)
_REQUIRED: frozenset[str] = frozenset(())


@_attrs_define(eq=False)
class Transaction:
    """One fill; it names no commission.

    Attributes:
        account_id (Any | Unset): Text, or a number
        action (str | Unset):
        currency (str | Unset):
        expiry (None | str | Unset):
        filled_amount (Decimal | Unset):
        filled_price (Decimal | Unset):
        filled_quantity (int | Unset): Scaled
        filled_quantity_scale (int | None | Unset):
        id (int | Unset):
        identifier (None | str | Unset):
        market (None | str | Unset):
        multiplier (Decimal | None | Unset):
        order_id (int | Unset): The order's global id
        right (None | str | Unset):
        sec_type (str | Unset):
        strike (Any | Unset): Text, or a number
        symbol (str | Unset):
        transacted_at (str | Unset): YYYY-MM-DD HH:MM:SS without a zone
        transaction_time (int | Unset): Epoch milliseconds
    """

    account_id: Any | Unset = UNSET
    action: str | Unset = UNSET
    currency: str | Unset = UNSET
    expiry: None | str | Unset = UNSET
    filled_amount: Decimal | Unset = UNSET
    filled_price: Decimal | Unset = UNSET
    filled_quantity: int | Unset = UNSET
    filled_quantity_scale: int | None | Unset = UNSET
    id: int | Unset = UNSET
    identifier: None | str | Unset = UNSET
    market: None | str | Unset = UNSET
    multiplier: Decimal | None | Unset = UNSET
    order_id: int | Unset = UNSET
    right: None | str | Unset = UNSET
    sec_type: str | Unset = UNSET
    strike: Any | Unset = UNSET
    symbol: str | Unset = UNSET
    transacted_at: str | Unset = UNSET
    transaction_time: int | Unset = UNSET
    _extra: dict[str, Any] | None = _attrs_field(init=False, default=None, repr=False)
    _source: Mapping[str, Any] | None = _attrs_field(init=False, default=None, repr=False)

    def to_dict(self) -> dict[str, Any]:
        """The JSON object; properties that are unset are left out"""
        _object: dict[str, Any] = {}
        _value = self.account_id
        if _value is not UNSET:
            _object["accountId"] = write_value(_value)
        _value = self.action
        if _value is not UNSET:
            _object["action"] = _value
        _value = self.currency
        if _value is not UNSET:
            _object["currency"] = _value
        _value = self.expiry
        if _value is not UNSET:
            _object["expiry"] = _value
        _value = self.filled_amount
        if _value is not UNSET:
            _object["filledAmount"] = _value
        _value = self.filled_price
        if _value is not UNSET:
            _object["filledPrice"] = _value
        _value = self.filled_quantity
        if _value is not UNSET:
            _object["filledQuantity"] = _value
        _value = self.filled_quantity_scale
        if _value is not UNSET:
            _object["filledQuantityScale"] = _value
        _value = self.id
        if _value is not UNSET:
            _object["id"] = _value
        _value = self.identifier
        if _value is not UNSET:
            _object["identifier"] = _value
        _value = self.market
        if _value is not UNSET:
            _object["market"] = _value
        _value = self.multiplier
        if _value is not UNSET:
            _object["multiplier"] = _value
        _value = self.order_id
        if _value is not UNSET:
            _object["orderId"] = _value
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
        _value = self.transacted_at
        if _value is not UNSET:
            _object["transactedAt"] = _value
        _value = self.transaction_time
        if _value is not UNSET:
            _object["transactionTime"] = _value
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
        _model.account_id = src_dict["accountId"] if "accountId" in src_dict else UNSET
        _model.action = src_dict["action"] if "action" in src_dict else UNSET
        _model.currency = src_dict["currency"] if "currency" in src_dict else UNSET
        _model.expiry = src_dict["expiry"] if "expiry" in src_dict else UNSET
        _model.filled_amount = src_dict["filledAmount"] if "filledAmount" in src_dict else UNSET
        _model.filled_price = src_dict["filledPrice"] if "filledPrice" in src_dict else UNSET
        _model.filled_quantity = src_dict["filledQuantity"] if "filledQuantity" in src_dict else UNSET
        _model.filled_quantity_scale = src_dict["filledQuantityScale"] if "filledQuantityScale" in src_dict else UNSET
        _model.id = src_dict["id"] if "id" in src_dict else UNSET
        _model.identifier = src_dict["identifier"] if "identifier" in src_dict else UNSET
        _model.market = src_dict["market"] if "market" in src_dict else UNSET
        _model.multiplier = src_dict["multiplier"] if "multiplier" in src_dict else UNSET
        _model.order_id = src_dict["orderId"] if "orderId" in src_dict else UNSET
        _model.right = src_dict["right"] if "right" in src_dict else UNSET
        _model.sec_type = src_dict["secType"] if "secType" in src_dict else UNSET
        _model.strike = src_dict["strike"] if "strike" in src_dict else UNSET
        _model.symbol = src_dict["symbol"] if "symbol" in src_dict else UNSET
        _model.transacted_at = src_dict["transactedAt"] if "transactedAt" in src_dict else UNSET
        _model.transaction_time = src_dict["transactionTime"] if "transactionTime" in src_dict else UNSET
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
