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
        "account",
        "action",
        "algoParameters",
        "algoStrategy",
        "attrDesc",
        "attrList",
        "auxPrice",
        "avgFillPrice",
        "canCancel",
        "canModify",
        "cancelStatus",
        "charges",
        "comboLegs",
        "comboType",
        "comboTypeDesc",
        "commission",
        "commissionDiscountAmount",
        "currency",
        "discount",
        "expireTime",
        "expiry",
        "externalId",
        "filledCashAmount",
        "filledQuantity",
        "filledQuantityScale",
        "goodTillDate",
        "gst",
        "id",
        "identifier",
        "isOpen",
        "lastFillPrice",
        "latestPrice",
        "latestTime",
        "legs",
        "limitPrice",
        "liquidation",
        "market",
        "multiplier",
        "name",
        "ocaGroupId",
        "openTime",
        "orderDiscount",
        "orderDiscountAmount",
        "orderId",
        "orderType",
        "outsideRth",
        "parentId",
        "percentOffset",
        "realizedPnl",
        "refundCashAmount",
        "remark",
        "replaceStatus",
        "right",
        "secType",
        "source",
        "status",
        "strike",
        "symbol",
        "timeInForce",
        "totalCashAmount",
        "totalQuantity",
        "totalQuantityScale",
        "tradingSessionType",
        "trailStopPrice",
        "trailingPercent",
        "triggerStatus",
        "updateTime",
        "userMark",
    )
)
_REQUIRED: frozenset[str] = frozenset(())


@_attrs_define(eq=False)
class Order:
    """Quantities are scaled integers: what remains is the total by its scale less what is filled by its own scale.

    Attributes:
        account (str | Unset):
        action (str | Unset):
        algo_parameters (list[AlgoParameter] | None | Unset):
        algo_strategy (None | str | Unset):
        attr_desc (None | str | Unset):
        attr_list (list[str] | None | Unset):
        aux_price (Decimal | None | Unset): Stop price; for TRAIL the distance
        avg_fill_price (Decimal | None | Unset): With commission; 0 before a fill
        can_cancel (bool | None | Unset):
        can_modify (bool | None | Unset):
        cancel_status (None | str | Unset): State of the last cancellation
        charges (list[Charge] | None | Unset):
        combo_legs (None | str | Unset):
        combo_type (None | str | Unset):
        combo_type_desc (None | str | Unset):
        commission (Decimal | None | Unset): With stamp duty and other fees
        commission_discount_amount (Decimal | None | Unset):
        currency (None | str | Unset):
        discount (int | None | Unset):
        expire_time (int | None | Unset): Epoch milliseconds
        expiry (None | str | Unset): YYYYMMDD
        external_id (None | str | Unset):
        filled_cash_amount (Decimal | None | Unset):
        filled_quantity (int | None | Unset):
        filled_quantity_scale (int | None | Unset):
        good_till_date (None | str | Unset):
        gst (Decimal | None | Unset):
        id (int | Unset): Global id, 17 or 18 digits
        identifier (None | str | Unset):
        is_open (bool | None | Unset):
        last_fill_price (Decimal | None | Unset):
        latest_price (Decimal | None | Unset): Of the instrument
        latest_time (int | None | Unset): Epoch milliseconds: last fill
        legs (list[OrderLeg] | None | Unset):
        limit_price (Decimal | None | Unset):
        liquidation (bool | None | Unset): Placed by the broker by force
        market (None | str | Unset):
        multiplier (Decimal | None | Unset):
        name (None | str | Unset):
        oca_group_id (int | None | Unset):
        open_time (int | None | Unset): Epoch milliseconds: placed
        order_discount (int | None | Unset):
        order_discount_amount (Decimal | None | Unset):
        order_id (int | Unset): Number within the account; 0 for orders of the app
        order_type (str | Unset):
        outside_rth (bool | None | Unset):
        parent_id (int | None | Unset):
        percent_offset (Decimal | None | Unset):
        realized_pnl (Decimal | None | Unset):
        refund_cash_amount (Decimal | None | Unset):
        remark (None | str | Unset): Why the order was refused or lapsed
        replace_status (None | str | Unset): State of the last modification
        right (None | str | Unset):
        sec_type (str | Unset):
        source (None | str | Unset):
        status (Any | Unset): Initial -1, PendingSubmit 8, Submitted 5 or 2, Filled 6, PendingCancel 3, Cancelled 4,
            Inactive 7 (refused or lapsed), Invalid -2; the text or the number. A partial fill shows in filledQuantity only,
            whatever the status
        strike (Any | Unset): Text, or a number
        symbol (str | Unset):
        time_in_force (None | str | Unset):
        total_cash_amount (Decimal | None | Unset):
        total_quantity (int | None | Unset): Missing for orders by amount
        total_quantity_scale (int | None | Unset):
        trading_session_type (None | str | Unset):
        trail_stop_price (Decimal | None | Unset):
        trailing_percent (Decimal | None | Unset):
        trigger_status (None | str | Unset):
        update_time (int | None | Unset): Epoch milliseconds
        user_mark (None | str | Unset):
    """

    account: str | Unset = UNSET
    action: str | Unset = UNSET
    algo_parameters: list[AlgoParameter] | None | Unset = UNSET
    algo_strategy: None | str | Unset = UNSET
    attr_desc: None | str | Unset = UNSET
    attr_list: list[str] | None | Unset = UNSET
    aux_price: Decimal | None | Unset = UNSET
    avg_fill_price: Decimal | None | Unset = UNSET
    can_cancel: bool | None | Unset = UNSET
    can_modify: bool | None | Unset = UNSET
    cancel_status: None | str | Unset = UNSET
    charges: list[Charge] | None | Unset = UNSET
    combo_legs: None | str | Unset = UNSET
    combo_type: None | str | Unset = UNSET
    combo_type_desc: None | str | Unset = UNSET
    commission: Decimal | None | Unset = UNSET
    commission_discount_amount: Decimal | None | Unset = UNSET
    currency: None | str | Unset = UNSET
    discount: int | None | Unset = UNSET
    expire_time: int | None | Unset = UNSET
    expiry: None | str | Unset = UNSET
    external_id: None | str | Unset = UNSET
    filled_cash_amount: Decimal | None | Unset = UNSET
    filled_quantity: int | None | Unset = UNSET
    filled_quantity_scale: int | None | Unset = UNSET
    good_till_date: None | str | Unset = UNSET
    gst: Decimal | None | Unset = UNSET
    id: int | Unset = UNSET
    identifier: None | str | Unset = UNSET
    is_open: bool | None | Unset = UNSET
    last_fill_price: Decimal | None | Unset = UNSET
    latest_price: Decimal | None | Unset = UNSET
    latest_time: int | None | Unset = UNSET
    legs: list[OrderLeg] | None | Unset = UNSET
    limit_price: Decimal | None | Unset = UNSET
    liquidation: bool | None | Unset = UNSET
    market: None | str | Unset = UNSET
    multiplier: Decimal | None | Unset = UNSET
    name: None | str | Unset = UNSET
    oca_group_id: int | None | Unset = UNSET
    open_time: int | None | Unset = UNSET
    order_discount: int | None | Unset = UNSET
    order_discount_amount: Decimal | None | Unset = UNSET
    order_id: int | Unset = UNSET
    order_type: str | Unset = UNSET
    outside_rth: bool | None | Unset = UNSET
    parent_id: int | None | Unset = UNSET
    percent_offset: Decimal | None | Unset = UNSET
    realized_pnl: Decimal | None | Unset = UNSET
    refund_cash_amount: Decimal | None | Unset = UNSET
    remark: None | str | Unset = UNSET
    replace_status: None | str | Unset = UNSET
    right: None | str | Unset = UNSET
    sec_type: str | Unset = UNSET
    source: None | str | Unset = UNSET
    status: Any | Unset = UNSET
    strike: Any | Unset = UNSET
    symbol: str | Unset = UNSET
    time_in_force: None | str | Unset = UNSET
    total_cash_amount: Decimal | None | Unset = UNSET
    total_quantity: int | None | Unset = UNSET
    total_quantity_scale: int | None | Unset = UNSET
    trading_session_type: None | str | Unset = UNSET
    trail_stop_price: Decimal | None | Unset = UNSET
    trailing_percent: Decimal | None | Unset = UNSET
    trigger_status: None | str | Unset = UNSET
    update_time: int | None | Unset = UNSET
    user_mark: None | str | Unset = UNSET
    _extra: dict[str, Any] | None = _attrs_field(init=False, default=None, repr=False)
    _source: Mapping[str, Any] | None = _attrs_field(init=False, default=None, repr=False)

    def to_dict(self) -> dict[str, Any]:
        """The JSON object; properties that are unset are left out"""
        _object: dict[str, Any] = {}
        _value = self.account
        if _value is not UNSET:
            _object["account"] = _value
        _value = self.action
        if _value is not UNSET:
            _object["action"] = _value
        _value = self.algo_parameters
        if _value is not UNSET:
            _object["algoParameters"] = write_value(_value)
        _value = self.algo_strategy
        if _value is not UNSET:
            _object["algoStrategy"] = _value
        _value = self.attr_desc
        if _value is not UNSET:
            _object["attrDesc"] = _value
        _value = self.attr_list
        if _value is not UNSET:
            _object["attrList"] = _value
        _value = self.aux_price
        if _value is not UNSET:
            _object["auxPrice"] = _value
        _value = self.avg_fill_price
        if _value is not UNSET:
            _object["avgFillPrice"] = _value
        _value = self.can_cancel
        if _value is not UNSET:
            _object["canCancel"] = _value
        _value = self.can_modify
        if _value is not UNSET:
            _object["canModify"] = _value
        _value = self.cancel_status
        if _value is not UNSET:
            _object["cancelStatus"] = _value
        _value = self.charges
        if _value is not UNSET:
            _object["charges"] = write_value(_value)
        _value = self.combo_legs
        if _value is not UNSET:
            _object["comboLegs"] = _value
        _value = self.combo_type
        if _value is not UNSET:
            _object["comboType"] = _value
        _value = self.combo_type_desc
        if _value is not UNSET:
            _object["comboTypeDesc"] = _value
        _value = self.commission
        if _value is not UNSET:
            _object["commission"] = _value
        _value = self.commission_discount_amount
        if _value is not UNSET:
            _object["commissionDiscountAmount"] = _value
        _value = self.currency
        if _value is not UNSET:
            _object["currency"] = _value
        _value = self.discount
        if _value is not UNSET:
            _object["discount"] = _value
        _value = self.expire_time
        if _value is not UNSET:
            _object["expireTime"] = _value
        _value = self.expiry
        if _value is not UNSET:
            _object["expiry"] = _value
        _value = self.external_id
        if _value is not UNSET:
            _object["externalId"] = _value
        _value = self.filled_cash_amount
        if _value is not UNSET:
            _object["filledCashAmount"] = _value
        _value = self.filled_quantity
        if _value is not UNSET:
            _object["filledQuantity"] = _value
        _value = self.filled_quantity_scale
        if _value is not UNSET:
            _object["filledQuantityScale"] = _value
        _value = self.good_till_date
        if _value is not UNSET:
            _object["goodTillDate"] = _value
        _value = self.gst
        if _value is not UNSET:
            _object["gst"] = _value
        _value = self.id
        if _value is not UNSET:
            _object["id"] = _value
        _value = self.identifier
        if _value is not UNSET:
            _object["identifier"] = _value
        _value = self.is_open
        if _value is not UNSET:
            _object["isOpen"] = _value
        _value = self.last_fill_price
        if _value is not UNSET:
            _object["lastFillPrice"] = _value
        _value = self.latest_price
        if _value is not UNSET:
            _object["latestPrice"] = _value
        _value = self.latest_time
        if _value is not UNSET:
            _object["latestTime"] = _value
        _value = self.legs
        if _value is not UNSET:
            _object["legs"] = write_value(_value)
        _value = self.limit_price
        if _value is not UNSET:
            _object["limitPrice"] = _value
        _value = self.liquidation
        if _value is not UNSET:
            _object["liquidation"] = _value
        _value = self.market
        if _value is not UNSET:
            _object["market"] = _value
        _value = self.multiplier
        if _value is not UNSET:
            _object["multiplier"] = _value
        _value = self.name
        if _value is not UNSET:
            _object["name"] = _value
        _value = self.oca_group_id
        if _value is not UNSET:
            _object["ocaGroupId"] = _value
        _value = self.open_time
        if _value is not UNSET:
            _object["openTime"] = _value
        _value = self.order_discount
        if _value is not UNSET:
            _object["orderDiscount"] = _value
        _value = self.order_discount_amount
        if _value is not UNSET:
            _object["orderDiscountAmount"] = _value
        _value = self.order_id
        if _value is not UNSET:
            _object["orderId"] = _value
        _value = self.order_type
        if _value is not UNSET:
            _object["orderType"] = _value
        _value = self.outside_rth
        if _value is not UNSET:
            _object["outsideRth"] = _value
        _value = self.parent_id
        if _value is not UNSET:
            _object["parentId"] = _value
        _value = self.percent_offset
        if _value is not UNSET:
            _object["percentOffset"] = _value
        _value = self.realized_pnl
        if _value is not UNSET:
            _object["realizedPnl"] = _value
        _value = self.refund_cash_amount
        if _value is not UNSET:
            _object["refundCashAmount"] = _value
        _value = self.remark
        if _value is not UNSET:
            _object["remark"] = _value
        _value = self.replace_status
        if _value is not UNSET:
            _object["replaceStatus"] = _value
        _value = self.right
        if _value is not UNSET:
            _object["right"] = _value
        _value = self.sec_type
        if _value is not UNSET:
            _object["secType"] = _value
        _value = self.source
        if _value is not UNSET:
            _object["source"] = _value
        _value = self.status
        if _value is not UNSET:
            _object["status"] = write_value(_value)
        _value = self.strike
        if _value is not UNSET:
            _object["strike"] = write_value(_value)
        _value = self.symbol
        if _value is not UNSET:
            _object["symbol"] = _value
        _value = self.time_in_force
        if _value is not UNSET:
            _object["timeInForce"] = _value
        _value = self.total_cash_amount
        if _value is not UNSET:
            _object["totalCashAmount"] = _value
        _value = self.total_quantity
        if _value is not UNSET:
            _object["totalQuantity"] = _value
        _value = self.total_quantity_scale
        if _value is not UNSET:
            _object["totalQuantityScale"] = _value
        _value = self.trading_session_type
        if _value is not UNSET:
            _object["tradingSessionType"] = _value
        _value = self.trail_stop_price
        if _value is not UNSET:
            _object["trailStopPrice"] = _value
        _value = self.trailing_percent
        if _value is not UNSET:
            _object["trailingPercent"] = _value
        _value = self.trigger_status
        if _value is not UNSET:
            _object["triggerStatus"] = _value
        _value = self.update_time
        if _value is not UNSET:
            _object["updateTime"] = _value
        _value = self.user_mark
        if _value is not UNSET:
            _object["userMark"] = _value
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
        _model.account = src_dict["account"] if "account" in src_dict else UNSET
        _model.action = src_dict["action"] if "action" in src_dict else UNSET
        _value = src_dict.get("algoParameters", UNSET)
        _model.algo_parameters = (
            [(AlgoParameter.from_dict(_item) if isinstance(_item, dict) else _item) for _item in _value]
            if isinstance(_value, list)
            else _value
        )

        _model.algo_strategy = src_dict["algoStrategy"] if "algoStrategy" in src_dict else UNSET
        _model.attr_desc = src_dict["attrDesc"] if "attrDesc" in src_dict else UNSET
        _model.attr_list = src_dict["attrList"] if "attrList" in src_dict else UNSET
        _model.aux_price = src_dict["auxPrice"] if "auxPrice" in src_dict else UNSET
        _model.avg_fill_price = src_dict["avgFillPrice"] if "avgFillPrice" in src_dict else UNSET
        _model.can_cancel = src_dict["canCancel"] if "canCancel" in src_dict else UNSET
        _model.can_modify = src_dict["canModify"] if "canModify" in src_dict else UNSET
        _model.cancel_status = src_dict["cancelStatus"] if "cancelStatus" in src_dict else UNSET
        _value = src_dict.get("charges", UNSET)
        _model.charges = (
            [(Charge.from_dict(_item) if isinstance(_item, dict) else _item) for _item in _value]
            if isinstance(_value, list)
            else _value
        )

        _model.combo_legs = src_dict["comboLegs"] if "comboLegs" in src_dict else UNSET
        _model.combo_type = src_dict["comboType"] if "comboType" in src_dict else UNSET
        _model.combo_type_desc = src_dict["comboTypeDesc"] if "comboTypeDesc" in src_dict else UNSET
        _model.commission = src_dict["commission"] if "commission" in src_dict else UNSET
        _model.commission_discount_amount = (
            src_dict["commissionDiscountAmount"] if "commissionDiscountAmount" in src_dict else UNSET
        )
        _model.currency = src_dict["currency"] if "currency" in src_dict else UNSET
        _model.discount = src_dict["discount"] if "discount" in src_dict else UNSET
        _model.expire_time = src_dict["expireTime"] if "expireTime" in src_dict else UNSET
        _model.expiry = src_dict["expiry"] if "expiry" in src_dict else UNSET
        _model.external_id = src_dict["externalId"] if "externalId" in src_dict else UNSET
        _model.filled_cash_amount = src_dict["filledCashAmount"] if "filledCashAmount" in src_dict else UNSET
        _model.filled_quantity = src_dict["filledQuantity"] if "filledQuantity" in src_dict else UNSET
        _model.filled_quantity_scale = src_dict["filledQuantityScale"] if "filledQuantityScale" in src_dict else UNSET
        _model.good_till_date = src_dict["goodTillDate"] if "goodTillDate" in src_dict else UNSET
        _model.gst = src_dict["gst"] if "gst" in src_dict else UNSET
        _model.id = src_dict["id"] if "id" in src_dict else UNSET
        _model.identifier = src_dict["identifier"] if "identifier" in src_dict else UNSET
        _model.is_open = src_dict["isOpen"] if "isOpen" in src_dict else UNSET
        _model.last_fill_price = src_dict["lastFillPrice"] if "lastFillPrice" in src_dict else UNSET
        _model.latest_price = src_dict["latestPrice"] if "latestPrice" in src_dict else UNSET
        _model.latest_time = src_dict["latestTime"] if "latestTime" in src_dict else UNSET
        _value = src_dict.get("legs", UNSET)
        _model.legs = (
            [(OrderLeg.from_dict(_item) if isinstance(_item, dict) else _item) for _item in _value]
            if isinstance(_value, list)
            else _value
        )

        _model.limit_price = src_dict["limitPrice"] if "limitPrice" in src_dict else UNSET
        _model.liquidation = src_dict["liquidation"] if "liquidation" in src_dict else UNSET
        _model.market = src_dict["market"] if "market" in src_dict else UNSET
        _model.multiplier = src_dict["multiplier"] if "multiplier" in src_dict else UNSET
        _model.name = src_dict["name"] if "name" in src_dict else UNSET
        _model.oca_group_id = src_dict["ocaGroupId"] if "ocaGroupId" in src_dict else UNSET
        _model.open_time = src_dict["openTime"] if "openTime" in src_dict else UNSET
        _model.order_discount = src_dict["orderDiscount"] if "orderDiscount" in src_dict else UNSET
        _model.order_discount_amount = src_dict["orderDiscountAmount"] if "orderDiscountAmount" in src_dict else UNSET
        _model.order_id = src_dict["orderId"] if "orderId" in src_dict else UNSET
        _model.order_type = src_dict["orderType"] if "orderType" in src_dict else UNSET
        _model.outside_rth = src_dict["outsideRth"] if "outsideRth" in src_dict else UNSET
        _model.parent_id = src_dict["parentId"] if "parentId" in src_dict else UNSET
        _model.percent_offset = src_dict["percentOffset"] if "percentOffset" in src_dict else UNSET
        _model.realized_pnl = src_dict["realizedPnl"] if "realizedPnl" in src_dict else UNSET
        _model.refund_cash_amount = src_dict["refundCashAmount"] if "refundCashAmount" in src_dict else UNSET
        _model.remark = src_dict["remark"] if "remark" in src_dict else UNSET
        _model.replace_status = src_dict["replaceStatus"] if "replaceStatus" in src_dict else UNSET
        _model.right = src_dict["right"] if "right" in src_dict else UNSET
        _model.sec_type = src_dict["secType"] if "secType" in src_dict else UNSET
        _model.source = src_dict["source"] if "source" in src_dict else UNSET
        _model.status = src_dict["status"] if "status" in src_dict else UNSET
        _model.strike = src_dict["strike"] if "strike" in src_dict else UNSET
        _model.symbol = src_dict["symbol"] if "symbol" in src_dict else UNSET
        _model.time_in_force = src_dict["timeInForce"] if "timeInForce" in src_dict else UNSET
        _model.total_cash_amount = src_dict["totalCashAmount"] if "totalCashAmount" in src_dict else UNSET
        _model.total_quantity = src_dict["totalQuantity"] if "totalQuantity" in src_dict else UNSET
        _model.total_quantity_scale = src_dict["totalQuantityScale"] if "totalQuantityScale" in src_dict else UNSET
        _model.trading_session_type = src_dict["tradingSessionType"] if "tradingSessionType" in src_dict else UNSET
        _model.trail_stop_price = src_dict["trailStopPrice"] if "trailStopPrice" in src_dict else UNSET
        _model.trailing_percent = src_dict["trailingPercent"] if "trailingPercent" in src_dict else UNSET
        _model.trigger_status = src_dict["triggerStatus"] if "triggerStatus" in src_dict else UNSET
        _model.update_time = src_dict["updateTime"] if "updateTime" in src_dict else UNSET
        _model.user_mark = src_dict["userMark"] if "userMark" in src_dict else UNSET
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


from ..models.algo_parameter import AlgoParameter
from ..models.charge import Charge
from ..models.order_leg import OrderLeg
