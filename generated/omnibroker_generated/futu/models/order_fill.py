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

T = TypeVar("T", bound="OrderFill")
_new = object.__new__


_KNOWN: frozenset[str] = frozenset(
    (
        "code",
        "counter_broker_id",
        "counter_broker_name",
        "create_time",
        "create_timestamp",
        "fill_id",
        "fill_id_ex",
        "jp_acc_type",
        "name",
        "order_id",
        "order_id_ex",
        "price",
        "qty",
        "sec_market",
        "status",
        "trd_market",
        "trd_side",
        "update_timestamp",
    )
)
_REQUIRED: frozenset[str] = frozenset(())


@_attrs_define(eq=False)
class OrderFill:
    """Real accounts only: simulated ones have no fills.

    Attributes:
        code (str | Unset):
        counter_broker_id (int | None | Unset): Counterparty broker id (HK)
        counter_broker_name (None | str | Unset): Counterparty broker name (HK)
        create_time (str | Unset): Local time of the market
        create_timestamp (Decimal | None | Unset): Creation time, epoch seconds
        fill_id (int | Unset):
        fill_id_ex (str | Unset): The server's id as text
        jp_acc_type (int | None | Unset):
        name (str | Unset):
        order_id (int | None | Unset): 64 bits
        order_id_ex (None | str | Unset): The server's id as text
        price (Decimal | Unset): Fill price
        qty (Decimal | Unset): Fill quantity
        sec_market (int | None | Unset):
        status (int | None | Unset):
        trd_market (int | None | Unset):
        trd_side (int | Unset): 0 Unknown, 1 Buy, 2 Sell, 3 SellShort, 4 BuyBack. Orders take 1 and 2; 3 stands in
            answers for US shorts, 4 is reserved.
        update_timestamp (Decimal | None | Unset): Last update, epoch seconds
    """

    code: str | Unset = UNSET
    counter_broker_id: int | None | Unset = UNSET
    counter_broker_name: None | str | Unset = UNSET
    create_time: str | Unset = UNSET
    create_timestamp: Decimal | None | Unset = UNSET
    fill_id: int | Unset = UNSET
    fill_id_ex: str | Unset = UNSET
    jp_acc_type: int | None | Unset = UNSET
    name: str | Unset = UNSET
    order_id: int | None | Unset = UNSET
    order_id_ex: None | str | Unset = UNSET
    price: Decimal | Unset = UNSET
    qty: Decimal | Unset = UNSET
    sec_market: int | None | Unset = UNSET
    status: int | None | Unset = UNSET
    trd_market: int | None | Unset = UNSET
    trd_side: int | Unset = UNSET
    update_timestamp: Decimal | None | Unset = UNSET
    _extra: dict[str, Any] | None = _attrs_field(init=False, default=None, repr=False)
    _source: Mapping[str, Any] | None = _attrs_field(init=False, default=None, repr=False)

    def to_dict(self) -> dict[str, Any]:
        """The JSON object; properties that are unset are left out"""
        _object: dict[str, Any] = {}
        _value = self.code
        if _value is not UNSET:
            _object["code"] = _value
        _value = self.counter_broker_id
        if _value is not UNSET:
            _object["counter_broker_id"] = _value
        _value = self.counter_broker_name
        if _value is not UNSET:
            _object["counter_broker_name"] = _value
        _value = self.create_time
        if _value is not UNSET:
            _object["create_time"] = _value
        _value = self.create_timestamp
        if _value is not UNSET:
            _object["create_timestamp"] = _value
        _value = self.fill_id
        if _value is not UNSET:
            _object["fill_id"] = _value
        _value = self.fill_id_ex
        if _value is not UNSET:
            _object["fill_id_ex"] = _value
        _value = self.jp_acc_type
        if _value is not UNSET:
            _object["jp_acc_type"] = _value
        _value = self.name
        if _value is not UNSET:
            _object["name"] = _value
        _value = self.order_id
        if _value is not UNSET:
            _object["order_id"] = _value
        _value = self.order_id_ex
        if _value is not UNSET:
            _object["order_id_ex"] = _value
        _value = self.price
        if _value is not UNSET:
            _object["price"] = _value
        _value = self.qty
        if _value is not UNSET:
            _object["qty"] = _value
        _value = self.sec_market
        if _value is not UNSET:
            _object["sec_market"] = _value
        _value = self.status
        if _value is not UNSET:
            _object["status"] = _value
        _value = self.trd_market
        if _value is not UNSET:
            _object["trd_market"] = _value
        _value = self.trd_side
        if _value is not UNSET:
            _object["trd_side"] = _value
        _value = self.update_timestamp
        if _value is not UNSET:
            _object["update_timestamp"] = _value
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
        _model.code = src_dict["code"] if "code" in src_dict else UNSET
        _model.counter_broker_id = src_dict["counter_broker_id"] if "counter_broker_id" in src_dict else UNSET
        _model.counter_broker_name = src_dict["counter_broker_name"] if "counter_broker_name" in src_dict else UNSET
        _model.create_time = src_dict["create_time"] if "create_time" in src_dict else UNSET
        _model.create_timestamp = src_dict["create_timestamp"] if "create_timestamp" in src_dict else UNSET
        _model.fill_id = src_dict["fill_id"] if "fill_id" in src_dict else UNSET
        _model.fill_id_ex = src_dict["fill_id_ex"] if "fill_id_ex" in src_dict else UNSET
        _model.jp_acc_type = src_dict["jp_acc_type"] if "jp_acc_type" in src_dict else UNSET
        _model.name = src_dict["name"] if "name" in src_dict else UNSET
        _model.order_id = src_dict["order_id"] if "order_id" in src_dict else UNSET
        _model.order_id_ex = src_dict["order_id_ex"] if "order_id_ex" in src_dict else UNSET
        _model.price = src_dict["price"] if "price" in src_dict else UNSET
        _model.qty = src_dict["qty"] if "qty" in src_dict else UNSET
        _model.sec_market = src_dict["sec_market"] if "sec_market" in src_dict else UNSET
        _model.status = src_dict["status"] if "status" in src_dict else UNSET
        _model.trd_market = src_dict["trd_market"] if "trd_market" in src_dict else UNSET
        _model.trd_side = src_dict["trd_side"] if "trd_side" in src_dict else UNSET
        _model.update_timestamp = src_dict["update_timestamp"] if "update_timestamp" in src_dict else UNSET
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
