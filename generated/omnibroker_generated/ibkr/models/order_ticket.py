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

T = TypeVar("T", bound="OrderTicket")
_new = object.__new__


_KNOWN: frozenset[str] = frozenset(
    (
        "orderType",
        "side",
        "tif",
        "acctId",
        "allOrNone",
        "allocationMethod",
        "auxPrice",
        "cOID",
        "cashQty",
        "conid",
        "conidex",
        "customerAccount",
        "deactivated",
        "extOperator",
        "fxQty",
        "isCcyConv",
        "isClose",
        "isProCustomer",
        "isSingleGroup",
        "jsonPayload",
        "listingExchange",
        "manualIndicator",
        "manualOrderTime",
        "outsideRTH",
        "parentId",
        "price",
        "quantity",
        "referrer",
        "secType",
        "strategy",
        "strategyParameters",
        "taxOptimizerId",
        "ticker",
        "trailingAmt",
        "trailingType",
        "useAdaptive",
    )
)
_REQUIRED: frozenset[str] = frozenset(
    (
        "orderType",
        "side",
        "tif",
    )
)


@_attrs_define(eq=False)
class OrderTicket:
    """One order. Exactly one of quantity, cashQty and fxQty, and one of conid and conidex, is expected; a modification
    repeats every field of the original.

        Attributes:
            order_type (str):
            side (str):
            tif (str): OVT overnight only, OND overnight and day, PAX crypto only
            acct_id (str | Unset): First account of the login when missing
            all_or_none (bool | Unset):
            allocation_method (str | Unset):
            aux_price (Decimal | Unset): Stop price for STOP_LIMIT and TRAILLMT
            c_oid (str | Unset): Client order id, unique for 24 hours; not set on the children of a bracket
            cash_qty (Decimal | Unset): Amount of money instead of a quantity
            conid (int | str | Unset): IBKR takes the contract id as an integer or as text
            conidex (str | Unset): Contract id with @EXCHANGE for direct routing, or a combination string; conid wins over
                it
            customer_account (str | Unset):
            deactivated (bool | Unset): Saves the order without sending it to the market
            ext_operator (str | Unset): Required for US futures and options on them
            fx_qty (Decimal | Unset): Only with isCcyConv
            is_ccy_conv (bool | Unset):
            is_close (bool | Unset):
            is_pro_customer (bool | Unset):
            is_single_group (bool | Unset): True on every ticket of a one-cancels-all group
            json_payload (OrderPayload | Unset):
            listing_exchange (str | Unset):
            manual_indicator (bool | Unset): Required for US futures and options on them
            manual_order_time (int | Unset): Epoch time
            outside_rth (bool | Unset):
            parent_id (str | Unset): For a child of a bracket: cOID of the parent
            price (Decimal | Unset): Limit price; the stop price for STP and TRAIL; the cap for MIDPRICE
            quantity (Decimal | Unset): A JSON number: text is refused with 400
            referrer (str | Unset):
            sec_type (str | Unset): Contract id, colon, security type
            strategy (str | Unset): Id of an IB algorithm
            strategy_parameters (OrderTicketStrategyParameters | Unset):
            tax_optimizer_id (str | Unset):
            ticker (str | Unset):
            trailing_amt (Decimal | Unset):
            trailing_type (str | Unset):
            use_adaptive (bool | Unset): Price-management algorithm
    """

    order_type: str
    side: str
    tif: str
    acct_id: str | Unset = UNSET
    all_or_none: bool | Unset = UNSET
    allocation_method: str | Unset = UNSET
    aux_price: Decimal | Unset = UNSET
    c_oid: str | Unset = UNSET
    cash_qty: Decimal | Unset = UNSET
    conid: int | str | Unset = UNSET
    conidex: str | Unset = UNSET
    customer_account: str | Unset = UNSET
    deactivated: bool | Unset = UNSET
    ext_operator: str | Unset = UNSET
    fx_qty: Decimal | Unset = UNSET
    is_ccy_conv: bool | Unset = UNSET
    is_close: bool | Unset = UNSET
    is_pro_customer: bool | Unset = UNSET
    is_single_group: bool | Unset = UNSET
    json_payload: OrderPayload | Unset = UNSET
    listing_exchange: str | Unset = UNSET
    manual_indicator: bool | Unset = UNSET
    manual_order_time: int | Unset = UNSET
    outside_rth: bool | Unset = UNSET
    parent_id: str | Unset = UNSET
    price: Decimal | Unset = UNSET
    quantity: Decimal | Unset = UNSET
    referrer: str | Unset = UNSET
    sec_type: str | Unset = UNSET
    strategy: str | Unset = UNSET
    strategy_parameters: OrderTicketStrategyParameters | Unset = UNSET
    tax_optimizer_id: str | Unset = UNSET
    ticker: str | Unset = UNSET
    trailing_amt: Decimal | Unset = UNSET
    trailing_type: str | Unset = UNSET
    use_adaptive: bool | Unset = UNSET
    _extra: dict[str, Any] | None = _attrs_field(init=False, default=None, repr=False)
    _source: Mapping[str, Any] | None = _attrs_field(init=False, default=None, repr=False)
    _partial: bool = _attrs_field(init=False, default=False, repr=False)

    def to_dict(self) -> dict[str, Any]:
        """The JSON object; properties that are unset are left out"""
        _object: dict[str, Any] = {
            "orderType": self.order_type,
            "side": self.side,
            "tif": self.tif,
        }
        _value = self.acct_id
        if _value is not UNSET:
            _object["acctId"] = _value
        _value = self.all_or_none
        if _value is not UNSET:
            _object["allOrNone"] = _value
        _value = self.allocation_method
        if _value is not UNSET:
            _object["allocationMethod"] = _value
        _value = self.aux_price
        if _value is not UNSET:
            _object["auxPrice"] = _value
        _value = self.c_oid
        if _value is not UNSET:
            _object["cOID"] = _value
        _value = self.cash_qty
        if _value is not UNSET:
            _object["cashQty"] = _value
        _value = self.conid
        if _value is not UNSET:
            _object["conid"] = _value
        _value = self.conidex
        if _value is not UNSET:
            _object["conidex"] = _value
        _value = self.customer_account
        if _value is not UNSET:
            _object["customerAccount"] = _value
        _value = self.deactivated
        if _value is not UNSET:
            _object["deactivated"] = _value
        _value = self.ext_operator
        if _value is not UNSET:
            _object["extOperator"] = _value
        _value = self.fx_qty
        if _value is not UNSET:
            _object["fxQty"] = _value
        _value = self.is_ccy_conv
        if _value is not UNSET:
            _object["isCcyConv"] = _value
        _value = self.is_close
        if _value is not UNSET:
            _object["isClose"] = _value
        _value = self.is_pro_customer
        if _value is not UNSET:
            _object["isProCustomer"] = _value
        _value = self.is_single_group
        if _value is not UNSET:
            _object["isSingleGroup"] = _value
        _value = self.json_payload
        if _value is not UNSET:
            _object["jsonPayload"] = _value.to_dict() if isinstance(_value, OrderPayload) else write_value(_value)
        _value = self.listing_exchange
        if _value is not UNSET:
            _object["listingExchange"] = _value
        _value = self.manual_indicator
        if _value is not UNSET:
            _object["manualIndicator"] = _value
        _value = self.manual_order_time
        if _value is not UNSET:
            _object["manualOrderTime"] = _value
        _value = self.outside_rth
        if _value is not UNSET:
            _object["outsideRTH"] = _value
        _value = self.parent_id
        if _value is not UNSET:
            _object["parentId"] = _value
        _value = self.price
        if _value is not UNSET:
            _object["price"] = _value
        _value = self.quantity
        if _value is not UNSET:
            _object["quantity"] = _value
        _value = self.referrer
        if _value is not UNSET:
            _object["referrer"] = _value
        _value = self.sec_type
        if _value is not UNSET:
            _object["secType"] = _value
        _value = self.strategy
        if _value is not UNSET:
            _object["strategy"] = _value
        _value = self.strategy_parameters
        if _value is not UNSET:
            _object["strategyParameters"] = (
                _value.to_dict() if isinstance(_value, OrderTicketStrategyParameters) else write_value(_value)
            )
        _value = self.tax_optimizer_id
        if _value is not UNSET:
            _object["taxOptimizerId"] = _value
        _value = self.ticker
        if _value is not UNSET:
            _object["ticker"] = _value
        _value = self.trailing_amt
        if _value is not UNSET:
            _object["trailingAmt"] = _value
        _value = self.trailing_type
        if _value is not UNSET:
            _object["trailingType"] = _value
        _value = self.use_adaptive
        if _value is not UNSET:
            _object["useAdaptive"] = _value
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
            _model.order_type = src_dict["orderType"]
            _model.side = src_dict["side"]
            _model.tif = src_dict["tif"]
            _model._partial = False
        except KeyError:
            _model._partial = True
            _model.order_type = src_dict.get("orderType", UNSET)
            _model.side = src_dict.get("side", UNSET)
            _model.tif = src_dict.get("tif", UNSET)
        _model.acct_id = src_dict["acctId"] if "acctId" in src_dict else UNSET
        _model.all_or_none = src_dict["allOrNone"] if "allOrNone" in src_dict else UNSET
        _model.allocation_method = src_dict["allocationMethod"] if "allocationMethod" in src_dict else UNSET
        _model.aux_price = src_dict["auxPrice"] if "auxPrice" in src_dict else UNSET
        _model.c_oid = src_dict["cOID"] if "cOID" in src_dict else UNSET
        _model.cash_qty = src_dict["cashQty"] if "cashQty" in src_dict else UNSET
        _model.conid = src_dict["conid"] if "conid" in src_dict else UNSET
        _model.conidex = src_dict["conidex"] if "conidex" in src_dict else UNSET
        _model.customer_account = src_dict["customerAccount"] if "customerAccount" in src_dict else UNSET
        _model.deactivated = src_dict["deactivated"] if "deactivated" in src_dict else UNSET
        _model.ext_operator = src_dict["extOperator"] if "extOperator" in src_dict else UNSET
        _model.fx_qty = src_dict["fxQty"] if "fxQty" in src_dict else UNSET
        _model.is_ccy_conv = src_dict["isCcyConv"] if "isCcyConv" in src_dict else UNSET
        _model.is_close = src_dict["isClose"] if "isClose" in src_dict else UNSET
        _model.is_pro_customer = src_dict["isProCustomer"] if "isProCustomer" in src_dict else UNSET
        _model.is_single_group = src_dict["isSingleGroup"] if "isSingleGroup" in src_dict else UNSET
        _value = src_dict.get("jsonPayload", UNSET)
        _model.json_payload = OrderPayload.from_dict(_value) if isinstance(_value, dict) else _value
        _model.listing_exchange = src_dict["listingExchange"] if "listingExchange" in src_dict else UNSET
        _model.manual_indicator = src_dict["manualIndicator"] if "manualIndicator" in src_dict else UNSET
        _model.manual_order_time = src_dict["manualOrderTime"] if "manualOrderTime" in src_dict else UNSET
        _model.outside_rth = src_dict["outsideRTH"] if "outsideRTH" in src_dict else UNSET
        _model.parent_id = src_dict["parentId"] if "parentId" in src_dict else UNSET
        _model.price = src_dict["price"] if "price" in src_dict else UNSET
        _model.quantity = src_dict["quantity"] if "quantity" in src_dict else UNSET
        _model.referrer = src_dict["referrer"] if "referrer" in src_dict else UNSET
        _model.sec_type = src_dict["secType"] if "secType" in src_dict else UNSET
        _model.strategy = src_dict["strategy"] if "strategy" in src_dict else UNSET
        _value = src_dict.get("strategyParameters", UNSET)
        _model.strategy_parameters = (
            OrderTicketStrategyParameters.from_dict(_value) if isinstance(_value, dict) else _value
        )
        _model.tax_optimizer_id = src_dict["taxOptimizerId"] if "taxOptimizerId" in src_dict else UNSET
        _model.ticker = src_dict["ticker"] if "ticker" in src_dict else UNSET
        _model.trailing_amt = src_dict["trailingAmt"] if "trailingAmt" in src_dict else UNSET
        _model.trailing_type = src_dict["trailingType"] if "trailingType" in src_dict else UNSET
        _model.use_adaptive = src_dict["useAdaptive"] if "useAdaptive" in src_dict else UNSET
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


from ..models.order_payload import OrderPayload
from ..models.order_ticket_strategy_parameters import OrderTicketStrategyParameters
