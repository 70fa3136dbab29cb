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

T = TypeVar("T", bound="ModifyOrderRequest")
_new = object.__new__


_KNOWN: frozenset[str] = frozenset(
    (
        "account",
        "id",
        "action",
        "adjust_limit",
        "aux_price",
        "currency",
        "exchange",
        "expire_time",
        "expiry",
        "lang",
        "limit_price",
        "local_symbol",
        "multiplier",
        "order_id",
        "order_type",
        "outside_rth",
        "percent_offset",
        "right",
        "sec_type",
        "strike",
        "symbol",
        "time_in_force",
        "total_quantity",
        "total_quantity_scale",
        "trail_stop_price",
        "trailing_percent",
    )
)
_REQUIRED: frozenset[str] = frozenset(
    (
        "account",
        "id",
    )
)


@_attrs_define(eq=False)
class ModifyOrderRequest:
    """The pages need account, id and what shall change; the vendor's Python client sends the whole order again, as read
    back, without its mark. Instrument, side and type cannot change.

        Attributes:
            account (str): 17 digits paper, 5 to 10 digits standard, U or DU and digits global
            id (int): 17 or 18 digits: more than a binary floating-point number holds
            action (str | Unset):
            adjust_limit (Decimal | Unset):
            aux_price (Decimal | Unset): A JSON number; negative for combinations only
            currency (str | Unset):
            exchange (str | Unset):
            expire_time (int | Unset): Epoch milliseconds; -1 where a range may stay open
            expiry (str | Unset): YYYYMMDD
            lang (str | Unset): Language of names and display texts
            limit_price (Decimal | Unset): A JSON number; negative for combinations only
            local_symbol (str | Unset):
            multiplier (Decimal | Unset):
            order_id (int | Unset):
            order_type (str | Unset):
            outside_rth (bool | Unset): US stocks only; must be false for MKT and STP
            percent_offset (Decimal | Unset):
            right (str | Unset):
            sec_type (str | Unset): WAR warrant, IOPT bull and bear certificate, MLEG combination, CC crypto
            strike (Decimal | str | Unset): A decimal number, as text or as a JSON number; the vendor's clients send either
            symbol (str | Unset): Upper case; 5 digits in Hong Kong, a leading dot for an index, BTC/USD for crypto
            time_in_force (str | Unset): GTC neither for MKT nor on paper accounts; OPG and DAY for auctions
            total_quantity (int | Unset): Divided by ten to the power of the scale: 111 with scale 2 is 1.11
            total_quantity_scale (int | Unset):
            trail_stop_price (Decimal | Unset): A JSON number; negative for combinations only
            trailing_percent (Decimal | Unset):
    """

    account: str
    id: int
    action: str | Unset = UNSET
    adjust_limit: Decimal | Unset = UNSET
    aux_price: Decimal | Unset = UNSET
    currency: str | Unset = UNSET
    exchange: str | Unset = UNSET
    expire_time: int | Unset = UNSET
    expiry: str | Unset = UNSET
    lang: str | Unset = UNSET
    limit_price: Decimal | Unset = UNSET
    local_symbol: str | Unset = UNSET
    multiplier: Decimal | Unset = UNSET
    order_id: int | Unset = UNSET
    order_type: str | Unset = UNSET
    outside_rth: bool | Unset = UNSET
    percent_offset: Decimal | Unset = UNSET
    right: str | Unset = UNSET
    sec_type: str | Unset = UNSET
    strike: Decimal | str | Unset = UNSET
    symbol: str | Unset = UNSET
    time_in_force: str | Unset = UNSET
    total_quantity: int | Unset = UNSET
    total_quantity_scale: int | Unset = UNSET
    trail_stop_price: Decimal | Unset = UNSET
    trailing_percent: Decimal | Unset = UNSET
    _extra: dict[str, Any] | None = _attrs_field(init=False, default=None, repr=False)
    _source: Mapping[str, Any] | None = _attrs_field(init=False, default=None, repr=False)
    _partial: bool = _attrs_field(init=False, default=False, repr=False)

    def to_dict(self) -> dict[str, Any]:
        """The JSON object; properties that are unset are left out"""
        _object: dict[str, Any] = {
            "account": self.account,
            "id": self.id,
        }
        _value = self.action
        if _value is not UNSET:
            _object["action"] = _value
        _value = self.adjust_limit
        if _value is not UNSET:
            _object["adjust_limit"] = _value
        _value = self.aux_price
        if _value is not UNSET:
            _object["aux_price"] = _value
        _value = self.currency
        if _value is not UNSET:
            _object["currency"] = _value
        _value = self.exchange
        if _value is not UNSET:
            _object["exchange"] = _value
        _value = self.expire_time
        if _value is not UNSET:
            _object["expire_time"] = _value
        _value = self.expiry
        if _value is not UNSET:
            _object["expiry"] = _value
        _value = self.lang
        if _value is not UNSET:
            _object["lang"] = _value
        _value = self.limit_price
        if _value is not UNSET:
            _object["limit_price"] = _value
        _value = self.local_symbol
        if _value is not UNSET:
            _object["local_symbol"] = _value
        _value = self.multiplier
        if _value is not UNSET:
            _object["multiplier"] = _value
        _value = self.order_id
        if _value is not UNSET:
            _object["order_id"] = _value
        _value = self.order_type
        if _value is not UNSET:
            _object["order_type"] = _value
        _value = self.outside_rth
        if _value is not UNSET:
            _object["outside_rth"] = _value
        _value = self.percent_offset
        if _value is not UNSET:
            _object["percent_offset"] = _value
        _value = self.right
        if _value is not UNSET:
            _object["right"] = _value
        _value = self.sec_type
        if _value is not UNSET:
            _object["sec_type"] = _value
        _value = self.strike
        if _value is not UNSET:
            _object["strike"] = _value
        _value = self.symbol
        if _value is not UNSET:
            _object["symbol"] = _value
        _value = self.time_in_force
        if _value is not UNSET:
            _object["time_in_force"] = _value
        _value = self.total_quantity
        if _value is not UNSET:
            _object["total_quantity"] = _value
        _value = self.total_quantity_scale
        if _value is not UNSET:
            _object["total_quantity_scale"] = _value
        _value = self.trail_stop_price
        if _value is not UNSET:
            _object["trail_stop_price"] = _value
        _value = self.trailing_percent
        if _value is not UNSET:
            _object["trailing_percent"] = _value
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
            _model.id = src_dict["id"]
            _model._partial = False
        except KeyError:
            _model._partial = True
            _model.account = src_dict.get("account", UNSET)
            _model.id = src_dict.get("id", UNSET)
        _model.action = src_dict["action"] if "action" in src_dict else UNSET
        _model.adjust_limit = src_dict["adjust_limit"] if "adjust_limit" in src_dict else UNSET
        _model.aux_price = src_dict["aux_price"] if "aux_price" in src_dict else UNSET
        _model.currency = src_dict["currency"] if "currency" in src_dict else UNSET
        _model.exchange = src_dict["exchange"] if "exchange" in src_dict else UNSET
        _model.expire_time = src_dict["expire_time"] if "expire_time" in src_dict else UNSET
        _model.expiry = src_dict["expiry"] if "expiry" in src_dict else UNSET
        _model.lang = src_dict["lang"] if "lang" in src_dict else UNSET
        _model.limit_price = src_dict["limit_price"] if "limit_price" in src_dict else UNSET
        _model.local_symbol = src_dict["local_symbol"] if "local_symbol" in src_dict else UNSET
        _model.multiplier = src_dict["multiplier"] if "multiplier" in src_dict else UNSET
        _model.order_id = src_dict["order_id"] if "order_id" in src_dict else UNSET
        _model.order_type = src_dict["order_type"] if "order_type" in src_dict else UNSET
        _model.outside_rth = src_dict["outside_rth"] if "outside_rth" in src_dict else UNSET
        _model.percent_offset = src_dict["percent_offset"] if "percent_offset" in src_dict else UNSET
        _model.right = src_dict["right"] if "right" in src_dict else UNSET
        _model.sec_type = src_dict["sec_type"] if "sec_type" in src_dict else UNSET
        _model.strike = src_dict["strike"] if "strike" in src_dict else UNSET
        _model.symbol = src_dict["symbol"] if "symbol" in src_dict else UNSET
        _model.time_in_force = src_dict["time_in_force"] if "time_in_force" in src_dict else UNSET
        _model.total_quantity = src_dict["total_quantity"] if "total_quantity" in src_dict else UNSET
        _model.total_quantity_scale = src_dict["total_quantity_scale"] if "total_quantity_scale" in src_dict else UNSET
        _model.trail_stop_price = src_dict["trail_stop_price"] if "trail_stop_price" in src_dict else UNSET
        _model.trailing_percent = src_dict["trailing_percent"] if "trailing_percent" in src_dict else UNSET
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
