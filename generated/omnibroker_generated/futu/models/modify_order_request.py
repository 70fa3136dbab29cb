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
        "header",
        "modify_order_op",
        "order_id",
        "packet_id",
        "adjust_price",
        "adjust_side_and_limit",
        "aux_price",
        "for_all",
        "order_id_ex",
        "price",
        "qty",
        "trail_spread",
        "trail_type",
        "trail_value",
        "trd_market",
    )
)
_REQUIRED: frozenset[str] = frozenset(
    (
        "header",
        "modify_order_op",
        "order_id",
        "packet_id",
    )
)


@_attrs_define(eq=False)
class ModifyOrderRequest:
    """A change, a cancellation, or the disabling, enabling or deleting of one order.

    Attributes:
        header (RequestTrdHeader): Environment, account and market of a call.
        modify_order_op (int): 0 Unknown, 1 Normal, 2 Cancel, 3 Disable, 4 Enable, 5 Delete. By market: HK all; US and
            simulated 1 and 2; A shares 2; futures 1, 2 and 5.
        order_id (int): 0 with for_all or order_id_ex
        packet_id (PacketID): Unique for each write. Sent again within 90 seconds, the same pair gives the first answer
            instead of a second order.
        adjust_price (bool | Unset): Let the server move an off-tick price; needs adjust_side_and_limit
        adjust_side_and_limit (Decimal | Unset): Direction and cap of that move as a fraction: 0.015 is up by at most
            1.5 percent, -0.01 down by at most 1 percent
        aux_price (Decimal | Unset): Trigger price of stop and if-touched orders
        for_all (bool | Unset): All orders of the account, with operation 2 the cancellation of everything
        order_id_ex (str | Unset): The server's order id, in place of order_id
        price (Decimal | Unset): New price; operation 1
        qty (Decimal | Unset): The new total quantity, what is filled included; operation 1
        trail_spread (Decimal | Unset): Distance of the limit; with trailing stop-limit orders
        trail_type (int | Unset): 0 Unknown, 1 Ratio, 2 Amount.
        trail_value (Decimal | Unset): Trailing ratio or amount; with trailing orders
        trd_market (int | Unset): 0 Unknown, 1 HK, 2 US, 3 CN, 4 HKCC, 5 Futures, 6 SG, 7 Crypto, 8 AU, 10
            Futures_Simulate_HK, 11 Futures_Simulate_US, 12 Futures_Simulate_SG, 13 Futures_Simulate_JP, 15 JP, 17
            Prediction, 111 MY, 112 CA, 113 HK_Fund, 123 US_Fund, 124 SG_Fund, 125 MY_Fund, 126 JP_Fund. 4 is the market of
            real A-share orders, 3 of simulated ones; 10 to 13 are simulated futures, 5 real ones. An older page prints 7
            for JP. Unknown numbers occur, 100 among them.
    """

    header: RequestTrdHeader
    modify_order_op: int
    order_id: int
    packet_id: PacketID
    adjust_price: bool | Unset = UNSET
    adjust_side_and_limit: Decimal | Unset = UNSET
    aux_price: Decimal | Unset = UNSET
    for_all: bool | Unset = UNSET
    order_id_ex: str | Unset = UNSET
    price: Decimal | Unset = UNSET
    qty: Decimal | Unset = UNSET
    trail_spread: Decimal | Unset = UNSET
    trail_type: int | Unset = UNSET
    trail_value: Decimal | Unset = UNSET
    trd_market: int | Unset = UNSET
    _extra: dict[str, Any] | None = _attrs_field(init=False, default=None, repr=False)
    _source: Mapping[str, Any] | None = _attrs_field(init=False, default=None, repr=False)
    _partial: bool = _attrs_field(init=False, default=False, repr=False)

    def to_dict(self) -> dict[str, Any]:
        """The JSON object; properties that are unset are left out"""
        _value = self.header
        _1 = _value.to_dict() if isinstance(_value, RequestTrdHeader) else write_value(_value)
        _value = self.packet_id
        _2 = _value.to_dict() if isinstance(_value, PacketID) else write_value(_value)
        _object: dict[str, Any] = {
            "header": _1,
            "modify_order_op": self.modify_order_op,
            "order_id": self.order_id,
            "packet_id": _2,
        }
        _value = self.adjust_price
        if _value is not UNSET:
            _object["adjust_price"] = _value
        _value = self.adjust_side_and_limit
        if _value is not UNSET:
            _object["adjust_side_and_limit"] = _value
        _value = self.aux_price
        if _value is not UNSET:
            _object["aux_price"] = _value
        _value = self.for_all
        if _value is not UNSET:
            _object["for_all"] = _value
        _value = self.order_id_ex
        if _value is not UNSET:
            _object["order_id_ex"] = _value
        _value = self.price
        if _value is not UNSET:
            _object["price"] = _value
        _value = self.qty
        if _value is not UNSET:
            _object["qty"] = _value
        _value = self.trail_spread
        if _value is not UNSET:
            _object["trail_spread"] = _value
        _value = self.trail_type
        if _value is not UNSET:
            _object["trail_type"] = _value
        _value = self.trail_value
        if _value is not UNSET:
            _object["trail_value"] = _value
        _value = self.trd_market
        if _value is not UNSET:
            _object["trd_market"] = _value
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
            _model.header = src_dict["header"]
            _model.modify_order_op = src_dict["modify_order_op"]
            _model.order_id = src_dict["order_id"]
            _model.packet_id = src_dict["packet_id"]
            _model._partial = False
        except KeyError:
            _model._partial = True
            _model.header = src_dict.get("header", UNSET)
            _model.modify_order_op = src_dict.get("modify_order_op", UNSET)
            _model.order_id = src_dict.get("order_id", UNSET)
            _model.packet_id = src_dict.get("packet_id", UNSET)
        _value = _model.header
        _model.header = RequestTrdHeader.from_dict(_value) if isinstance(_value, dict) else _value
        _value = _model.packet_id
        _model.packet_id = PacketID.from_dict(_value) if isinstance(_value, dict) else _value
        _model.adjust_price = src_dict["adjust_price"] if "adjust_price" in src_dict else UNSET
        _model.adjust_side_and_limit = (
            src_dict["adjust_side_and_limit"] if "adjust_side_and_limit" in src_dict else UNSET
        )
        _model.aux_price = src_dict["aux_price"] if "aux_price" in src_dict else UNSET
        _model.for_all = src_dict["for_all"] if "for_all" in src_dict else UNSET
        _model.order_id_ex = src_dict["order_id_ex"] if "order_id_ex" in src_dict else UNSET
        _model.price = src_dict["price"] if "price" in src_dict else UNSET
        _model.qty = src_dict["qty"] if "qty" in src_dict else UNSET
        _model.trail_spread = src_dict["trail_spread"] if "trail_spread" in src_dict else UNSET
        _model.trail_type = src_dict["trail_type"] if "trail_type" in src_dict else UNSET
        _model.trail_value = src_dict["trail_value"] if "trail_value" in src_dict else UNSET
        _model.trd_market = src_dict["trd_market"] if "trd_market" in src_dict else UNSET
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


from ..models.packet_id import PacketID
from ..models.request_trd_header import RequestTrdHeader
