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

T = TypeVar("T", bound="LiveOrder")
_new = object.__new__


_KNOWN: frozenset[str] = frozenset(
    (
        "account",
        "acct",
        "avgPrice",
        "bgColor",
        "cashCcy",
        "companyName",
        "conid",
        "conidex",
        "description1",
        "description2",
        "exchange",
        "fgColor",
        "filledQuantity",
        "isEventTrading",
        "lastExecutionTime",
        "lastExecutionTime_r",
        "listingExchange",
        "orderDesc",
        "orderId",
        "orderType",
        "order_cancellation_by_system_reason",
        "order_ccp_status",
        "order_ref",
        "origOrderType",
        "price",
        "remainingQuantity",
        "secType",
        "side",
        "sizeAndFills",
        "status",
        "supportsTaxOpt",
        "taxOptimizerId",
        "ticker",
        "timeInForce",
        "totalCashSize",
        "totalSize",
    )
)
_REQUIRED: frozenset[str] = frozenset(())


@_attrs_define(eq=False)
class LiveOrder:
    """Holds neither the time of creation nor a separate stop price.

    Attributes:
        account (str | Unset):
        acct (str | Unset):
        avg_price (Any | Unset): Number, or number as text
        bg_color (str | Unset):
        cash_ccy (str | Unset):
        company_name (str | Unset):
        conid (int | Unset):
        conidex (str | Unset):
        description1 (str | Unset):
        description2 (str | Unset): Derivatives only
        exchange (str | Unset):
        fg_color (str | Unset):
        filled_quantity (Decimal | Unset):
        is_event_trading (str | Unset):
        last_execution_time (str | Unset): YYMMDDhhmmss, UTC
        last_execution_time_r (int | Unset): Epoch milliseconds
        listing_exchange (str | Unset):
        order_desc (str | Unset):
        order_id (int | Unset):
        order_type (str | Unset):
        order_cancellation_by_system_reason (str | Unset): Set when IBKR or the venue ended the order
        order_ccp_status (str | Unset):
        order_ref (str | Unset): The cOID of the ticket
        orig_order_type (str | Unset): Spelling varies for trailing types
        price (Any | Unset): Empty text for market orders; number, or number as text
        remaining_quantity (Decimal | Unset):
        sec_type (str | Unset):
        side (str | Unset):
        size_and_fills (str | Unset): Filled and total such as 0/5 while working, the total alone when done
        status (str | Unset): Compare without regard to case
        supports_tax_opt (str | Unset):
        tax_optimizer_id (str | Unset):
        ticker (str | Unset):
        time_in_force (str | Unset): CLOSE has been seen for day orders
        total_cash_size (Decimal | Unset):
        total_size (Decimal | Unset):
    """

    account: str | Unset = UNSET
    acct: str | Unset = UNSET
    avg_price: Any | Unset = UNSET
    bg_color: str | Unset = UNSET
    cash_ccy: str | Unset = UNSET
    company_name: str | Unset = UNSET
    conid: int | Unset = UNSET
    conidex: str | Unset = UNSET
    description1: str | Unset = UNSET
    description2: str | Unset = UNSET
    exchange: str | Unset = UNSET
    fg_color: str | Unset = UNSET
    filled_quantity: Decimal | Unset = UNSET
    is_event_trading: str | Unset = UNSET
    last_execution_time: str | Unset = UNSET
    last_execution_time_r: int | Unset = UNSET
    listing_exchange: str | Unset = UNSET
    order_desc: str | Unset = UNSET
    order_id: int | Unset = UNSET
    order_type: str | Unset = UNSET
    order_cancellation_by_system_reason: str | Unset = UNSET
    order_ccp_status: str | Unset = UNSET
    order_ref: str | Unset = UNSET
    orig_order_type: str | Unset = UNSET
    price: Any | Unset = UNSET
    remaining_quantity: Decimal | Unset = UNSET
    sec_type: str | Unset = UNSET
    side: str | Unset = UNSET
    size_and_fills: str | Unset = UNSET
    status: str | Unset = UNSET
    supports_tax_opt: str | Unset = UNSET
    tax_optimizer_id: str | Unset = UNSET
    ticker: str | Unset = UNSET
    time_in_force: str | Unset = UNSET
    total_cash_size: Decimal | Unset = UNSET
    total_size: Decimal | Unset = UNSET
    _extra: dict[str, Any] | None = _attrs_field(init=False, default=None, repr=False)
    _source: Mapping[str, Any] | None = _attrs_field(init=False, default=None, repr=False)

    def to_dict(self) -> dict[str, Any]:
        """The JSON object; properties that are unset are left out"""
        _object: dict[str, Any] = {}
        _value = self.account
        if _value is not UNSET:
            _object["account"] = _value
        _value = self.acct
        if _value is not UNSET:
            _object["acct"] = _value
        _value = self.avg_price
        if _value is not UNSET:
            _object["avgPrice"] = write_value(_value)
        _value = self.bg_color
        if _value is not UNSET:
            _object["bgColor"] = _value
        _value = self.cash_ccy
        if _value is not UNSET:
            _object["cashCcy"] = _value
        _value = self.company_name
        if _value is not UNSET:
            _object["companyName"] = _value
        _value = self.conid
        if _value is not UNSET:
            _object["conid"] = _value
        _value = self.conidex
        if _value is not UNSET:
            _object["conidex"] = _value
        _value = self.description1
        if _value is not UNSET:
            _object["description1"] = _value
        _value = self.description2
        if _value is not UNSET:
            _object["description2"] = _value
        _value = self.exchange
        if _value is not UNSET:
            _object["exchange"] = _value
        _value = self.fg_color
        if _value is not UNSET:
            _object["fgColor"] = _value
        _value = self.filled_quantity
        if _value is not UNSET:
            _object["filledQuantity"] = _value
        _value = self.is_event_trading
        if _value is not UNSET:
            _object["isEventTrading"] = _value
        _value = self.last_execution_time
        if _value is not UNSET:
            _object["lastExecutionTime"] = _value
        _value = self.last_execution_time_r
        if _value is not UNSET:
            _object["lastExecutionTime_r"] = _value
        _value = self.listing_exchange
        if _value is not UNSET:
            _object["listingExchange"] = _value
        _value = self.order_desc
        if _value is not UNSET:
            _object["orderDesc"] = _value
        _value = self.order_id
        if _value is not UNSET:
            _object["orderId"] = _value
        _value = self.order_type
        if _value is not UNSET:
            _object["orderType"] = _value
        _value = self.order_cancellation_by_system_reason
        if _value is not UNSET:
            _object["order_cancellation_by_system_reason"] = _value
        _value = self.order_ccp_status
        if _value is not UNSET:
            _object["order_ccp_status"] = _value
        _value = self.order_ref
        if _value is not UNSET:
            _object["order_ref"] = _value
        _value = self.orig_order_type
        if _value is not UNSET:
            _object["origOrderType"] = _value
        _value = self.price
        if _value is not UNSET:
            _object["price"] = write_value(_value)
        _value = self.remaining_quantity
        if _value is not UNSET:
            _object["remainingQuantity"] = _value
        _value = self.sec_type
        if _value is not UNSET:
            _object["secType"] = _value
        _value = self.side
        if _value is not UNSET:
            _object["side"] = _value
        _value = self.size_and_fills
        if _value is not UNSET:
            _object["sizeAndFills"] = _value
        _value = self.status
        if _value is not UNSET:
            _object["status"] = _value
        _value = self.supports_tax_opt
        if _value is not UNSET:
            _object["supportsTaxOpt"] = _value
        _value = self.tax_optimizer_id
        if _value is not UNSET:
            _object["taxOptimizerId"] = _value
        _value = self.ticker
        if _value is not UNSET:
            _object["ticker"] = _value
        _value = self.time_in_force
        if _value is not UNSET:
            _object["timeInForce"] = _value
        _value = self.total_cash_size
        if _value is not UNSET:
            _object["totalCashSize"] = _value
        _value = self.total_size
        if _value is not UNSET:
            _object["totalSize"] = _value
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
        _model.acct = src_dict["acct"] if "acct" in src_dict else UNSET
        _model.avg_price = src_dict["avgPrice"] if "avgPrice" in src_dict else UNSET
        _model.bg_color = src_dict["bgColor"] if "bgColor" in src_dict else UNSET
        _model.cash_ccy = src_dict["cashCcy"] if "cashCcy" in src_dict else UNSET
        _model.company_name = src_dict["companyName"] if "companyName" in src_dict else UNSET
        _model.conid = src_dict["conid"] if "conid" in src_dict else UNSET
        _model.conidex = src_dict["conidex"] if "conidex" in src_dict else UNSET
        _model.description1 = src_dict["description1"] if "description1" in src_dict else UNSET
        _model.description2 = src_dict["description2"] if "description2" in src_dict else UNSET
        _model.exchange = src_dict["exchange"] if "exchange" in src_dict else UNSET
        _model.fg_color = src_dict["fgColor"] if "fgColor" in src_dict else UNSET
        _model.filled_quantity = src_dict["filledQuantity"] if "filledQuantity" in src_dict else UNSET
        _model.is_event_trading = src_dict["isEventTrading"] if "isEventTrading" in src_dict else UNSET
        _model.last_execution_time = src_dict["lastExecutionTime"] if "lastExecutionTime" in src_dict else UNSET
        _model.last_execution_time_r = src_dict["lastExecutionTime_r"] if "lastExecutionTime_r" in src_dict else UNSET
        _model.listing_exchange = src_dict["listingExchange"] if "listingExchange" in src_dict else UNSET
        _model.order_desc = src_dict["orderDesc"] if "orderDesc" in src_dict else UNSET
        _model.order_id = src_dict["orderId"] if "orderId" in src_dict else UNSET
        _model.order_type = src_dict["orderType"] if "orderType" in src_dict else UNSET
        _model.order_cancellation_by_system_reason = (
            src_dict["order_cancellation_by_system_reason"]
            if "order_cancellation_by_system_reason" in src_dict
            else UNSET
        )
        _model.order_ccp_status = src_dict["order_ccp_status"] if "order_ccp_status" in src_dict else UNSET
        _model.order_ref = src_dict["order_ref"] if "order_ref" in src_dict else UNSET
        _model.orig_order_type = src_dict["origOrderType"] if "origOrderType" in src_dict else UNSET
        _model.price = src_dict["price"] if "price" in src_dict else UNSET
        _model.remaining_quantity = src_dict["remainingQuantity"] if "remainingQuantity" in src_dict else UNSET
        _model.sec_type = src_dict["secType"] if "secType" in src_dict else UNSET
        _model.side = src_dict["side"] if "side" in src_dict else UNSET
        _model.size_and_fills = src_dict["sizeAndFills"] if "sizeAndFills" in src_dict else UNSET
        _model.status = src_dict["status"] if "status" in src_dict else UNSET
        _model.supports_tax_opt = src_dict["supportsTaxOpt"] if "supportsTaxOpt" in src_dict else UNSET
        _model.tax_optimizer_id = src_dict["taxOptimizerId"] if "taxOptimizerId" in src_dict else UNSET
        _model.ticker = src_dict["ticker"] if "ticker" in src_dict else UNSET
        _model.time_in_force = src_dict["timeInForce"] if "timeInForce" in src_dict else UNSET
        _model.total_cash_size = src_dict["totalCashSize"] if "totalCashSize" in src_dict else UNSET
        _model.total_size = src_dict["totalSize"] if "totalSize" in src_dict else UNSET
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
