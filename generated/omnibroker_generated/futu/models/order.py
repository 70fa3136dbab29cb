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

T = TypeVar("T", bound="Order")
_new = object.__new__


_KNOWN: frozenset[str] = frozenset(
    (
        "aux_price",
        "code",
        "combo_legs",
        "create_time",
        "create_timestamp",
        "currency",
        "expire_time",
        "fill_avg_price",
        "fill_outside_rth",
        "fill_qty",
        "jp_acc_type",
        "last_err_msg",
        "name",
        "order_amount",
        "order_id",
        "order_id_ex",
        "order_status",
        "order_type",
        "price",
        "qty",
        "remark",
        "sec_market",
        "session",
        "strategy_type",
        "time_in_force",
        "trail_spread",
        "trail_type",
        "trail_value",
        "trd_market",
        "trd_side",
        "update_time",
        "update_timestamp",
    )
)
_REQUIRED: frozenset[str] = frozenset(())


@_attrs_define(eq=False)
class Order:
    """64-bit ids are JSON numbers; expose them as text.

    Attributes:
        aux_price (Decimal | None | Unset): Trigger price (stop / if-touched orders)
        code (str | Unset): Without prefix: sec_market tells the market
        combo_legs (list[ComboLeg] | Unset): Legs of a combo order
        create_time (str | Unset): Local time of the market
        create_timestamp (Decimal | None | Unset): Creation time, epoch seconds
        currency (int | None | Unset):
        expire_time (None | str | Unset): With time_in_force 3
        fill_avg_price (Decimal | None | Unset): Average fill price
        fill_outside_rth (bool | None | Unset): Fills before and after US hours too
        fill_qty (Decimal | None | Unset): Filled quantity
        jp_acc_type (int | None | Unset):
        last_err_msg (None | str | Unset): Last error text of the order; empty when none
        name (str | Unset):
        order_amount (Decimal | None | Unset):
        order_id (int | Unset): The gateway's number; fills and changes name it
        order_id_ex (str | Unset): The server's id as text; lasts, and may stand alone
        order_status (int | Unset): 0 Unsubmitted, 1 WaitingSubmit, 2 Submitting, 3 SubmitFailed, 4 TimeOut, 5
            Submitted, 10 Filled_Part, 11 Filled_All, 12 Cancelling_Part, 13 Cancelling_All, 14 Cancelled_Part, 15
            Cancelled_All, 21 Failed, 22 Disabled, 23 Deleted, 24 FillCancelled, -1 Unknown. Open: 1, 2, 5, 10, 12, 13.
            Final: 3, 11, 14, 15, 21, 22 until enabled again, 23, 24. Unclear: -1, 0, 4.
        order_type (int | Unset): 0 Unknown, 1 Normal, 2 Market, 5 AbsoluteLimit, 6 Auction, 7 AuctionLimit, 8
            SpecialLimit, 9 SpecialLimit_All, 10 Stop, 11 StopLimit, 12 MarketifTouched, 13 LimitifTouched, 14 TrailingStop,
            15 TrailingStopLimit, 16 TWAP_MARKET, 17 TWAP_LIMIT, 18 VWAP_MARKET, 19 VWAP_LIMIT. 16 to 19 are not supported
            for orders.
        price (Decimal | None | Unset): Limit price
        qty (Decimal | Unset): Ordered quantity, what is filled included
        remark (None | str | Unset): As sent, at most 64 bytes of UTF-8
        sec_market (int | None | Unset):
        session (int | None | Unset):
        strategy_type (int | None | Unset):
        time_in_force (int | None | Unset):
        trail_spread (Decimal | None | Unset): Limit offset (trailing stop limit)
        trail_type (int | None | Unset): Trailing by ratio or amount
        trail_value (Decimal | None | Unset): Trailing ratio or amount
        trd_market (int | None | Unset):
        trd_side (int | Unset): 0 Unknown, 1 Buy, 2 Sell, 3 SellShort, 4 BuyBack. Orders take 1 and 2; 3 stands in
            answers for US shorts, 4 is reserved.
        update_time (str | Unset): Local time of the market
        update_timestamp (Decimal | None | Unset): Last update, epoch seconds
    """

    aux_price: Decimal | None | Unset = UNSET
    code: str | Unset = UNSET
    combo_legs: list[ComboLeg] | Unset = UNSET
    create_time: str | Unset = UNSET
    create_timestamp: Decimal | None | Unset = UNSET
    currency: int | None | Unset = UNSET
    expire_time: None | str | Unset = UNSET
    fill_avg_price: Decimal | None | Unset = UNSET
    fill_outside_rth: bool | None | Unset = UNSET
    fill_qty: Decimal | None | Unset = UNSET
    jp_acc_type: int | None | Unset = UNSET
    last_err_msg: None | str | Unset = UNSET
    name: str | Unset = UNSET
    order_amount: Decimal | None | Unset = UNSET
    order_id: int | Unset = UNSET
    order_id_ex: str | Unset = UNSET
    order_status: int | Unset = UNSET
    order_type: int | Unset = UNSET
    price: Decimal | None | Unset = UNSET
    qty: Decimal | Unset = UNSET
    remark: None | str | Unset = UNSET
    sec_market: int | None | Unset = UNSET
    session: int | None | Unset = UNSET
    strategy_type: int | None | Unset = UNSET
    time_in_force: int | None | Unset = UNSET
    trail_spread: Decimal | None | Unset = UNSET
    trail_type: int | None | Unset = UNSET
    trail_value: Decimal | None | Unset = UNSET
    trd_market: int | None | Unset = UNSET
    trd_side: int | Unset = UNSET
    update_time: str | Unset = UNSET
    update_timestamp: Decimal | None | Unset = UNSET
    _extra: dict[str, Any] | None = _attrs_field(init=False, default=None, repr=False)
    _source: Mapping[str, Any] | None = _attrs_field(init=False, default=None, repr=False)

    def to_dict(self) -> dict[str, Any]:
        """The JSON object; properties that are unset are left out"""
        _object: dict[str, Any] = {}
        _value = self.aux_price
        if _value is not UNSET:
            _object["aux_price"] = _value
        _value = self.code
        if _value is not UNSET:
            _object["code"] = _value
        _value = self.combo_legs
        if _value is not UNSET:
            _object["combo_legs"] = (
                [_item.to_dict() if isinstance(_item, ComboLeg) else write_value(_item) for _item in _value]
                if isinstance(_value, list)
                else write_value(_value)
            )
        _value = self.create_time
        if _value is not UNSET:
            _object["create_time"] = _value
        _value = self.create_timestamp
        if _value is not UNSET:
            _object["create_timestamp"] = _value
        _value = self.currency
        if _value is not UNSET:
            _object["currency"] = _value
        _value = self.expire_time
        if _value is not UNSET:
            _object["expire_time"] = _value
        _value = self.fill_avg_price
        if _value is not UNSET:
            _object["fill_avg_price"] = _value
        _value = self.fill_outside_rth
        if _value is not UNSET:
            _object["fill_outside_rth"] = _value
        _value = self.fill_qty
        if _value is not UNSET:
            _object["fill_qty"] = _value
        _value = self.jp_acc_type
        if _value is not UNSET:
            _object["jp_acc_type"] = _value
        _value = self.last_err_msg
        if _value is not UNSET:
            _object["last_err_msg"] = _value
        _value = self.name
        if _value is not UNSET:
            _object["name"] = _value
        _value = self.order_amount
        if _value is not UNSET:
            _object["order_amount"] = _value
        _value = self.order_id
        if _value is not UNSET:
            _object["order_id"] = _value
        _value = self.order_id_ex
        if _value is not UNSET:
            _object["order_id_ex"] = _value
        _value = self.order_status
        if _value is not UNSET:
            _object["order_status"] = _value
        _value = self.order_type
        if _value is not UNSET:
            _object["order_type"] = _value
        _value = self.price
        if _value is not UNSET:
            _object["price"] = _value
        _value = self.qty
        if _value is not UNSET:
            _object["qty"] = _value
        _value = self.remark
        if _value is not UNSET:
            _object["remark"] = _value
        _value = self.sec_market
        if _value is not UNSET:
            _object["sec_market"] = _value
        _value = self.session
        if _value is not UNSET:
            _object["session"] = _value
        _value = self.strategy_type
        if _value is not UNSET:
            _object["strategy_type"] = _value
        _value = self.time_in_force
        if _value is not UNSET:
            _object["time_in_force"] = _value
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
        _value = self.trd_side
        if _value is not UNSET:
            _object["trd_side"] = _value
        _value = self.update_time
        if _value is not UNSET:
            _object["update_time"] = _value
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
        _model.aux_price = src_dict["aux_price"] if "aux_price" in src_dict else UNSET
        _model.code = src_dict["code"] if "code" in src_dict else UNSET
        _value = src_dict.get("combo_legs", UNSET)
        _model.combo_legs = (
            [(ComboLeg.from_dict(_item) if isinstance(_item, dict) else _item) for _item in _value]
            if isinstance(_value, list)
            else _value
        )
        _model.create_time = src_dict["create_time"] if "create_time" in src_dict else UNSET
        _model.create_timestamp = src_dict["create_timestamp"] if "create_timestamp" in src_dict else UNSET
        _model.currency = src_dict["currency"] if "currency" in src_dict else UNSET
        _model.expire_time = src_dict["expire_time"] if "expire_time" in src_dict else UNSET
        _model.fill_avg_price = src_dict["fill_avg_price"] if "fill_avg_price" in src_dict else UNSET
        _model.fill_outside_rth = src_dict["fill_outside_rth"] if "fill_outside_rth" in src_dict else UNSET
        _model.fill_qty = src_dict["fill_qty"] if "fill_qty" in src_dict else UNSET
        _model.jp_acc_type = src_dict["jp_acc_type"] if "jp_acc_type" in src_dict else UNSET
        _model.last_err_msg = src_dict["last_err_msg"] if "last_err_msg" in src_dict else UNSET
        _model.name = src_dict["name"] if "name" in src_dict else UNSET
        _model.order_amount = src_dict["order_amount"] if "order_amount" in src_dict else UNSET
        _model.order_id = src_dict["order_id"] if "order_id" in src_dict else UNSET
        _model.order_id_ex = src_dict["order_id_ex"] if "order_id_ex" in src_dict else UNSET
        _model.order_status = src_dict["order_status"] if "order_status" in src_dict else UNSET
        _model.order_type = src_dict["order_type"] if "order_type" in src_dict else UNSET
        _model.price = src_dict["price"] if "price" in src_dict else UNSET
        _model.qty = src_dict["qty"] if "qty" in src_dict else UNSET
        _model.remark = src_dict["remark"] if "remark" in src_dict else UNSET
        _model.sec_market = src_dict["sec_market"] if "sec_market" in src_dict else UNSET
        _model.session = src_dict["session"] if "session" in src_dict else UNSET
        _model.strategy_type = src_dict["strategy_type"] if "strategy_type" in src_dict else UNSET
        _model.time_in_force = src_dict["time_in_force"] if "time_in_force" in src_dict else UNSET
        _model.trail_spread = src_dict["trail_spread"] if "trail_spread" in src_dict else UNSET
        _model.trail_type = src_dict["trail_type"] if "trail_type" in src_dict else UNSET
        _model.trail_value = src_dict["trail_value"] if "trail_value" in src_dict else UNSET
        _model.trd_market = src_dict["trd_market"] if "trd_market" in src_dict else UNSET
        _model.trd_side = src_dict["trd_side"] if "trd_side" in src_dict else UNSET
        _model.update_time = src_dict["update_time"] if "update_time" in src_dict else UNSET
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


from ..models.combo_leg import ComboLeg
