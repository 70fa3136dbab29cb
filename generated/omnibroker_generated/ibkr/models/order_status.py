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

T = TypeVar("T", bound="OrderStatus")
_new = object.__new__


_KNOWN: frozenset[str] = frozenset(
    (
        "account",
        "alert_active",
        "all_or_none",
        "allowed_duplicate_opposite",
        "available_chart_periods",
        "average_price",
        "avg_fill_price",
        "bg_color",
        "cannot_cancel_order",
        "child_order_type",
        "clearing_id",
        "clearing_name",
        "company_name",
        "conid",
        "conidex",
        "contract_description_1",
        "cum_fill",
        "currency",
        "deactivate_order",
        "editable_fields",
        "exit_strategy_chart_description",
        "exit_strategy_display_price",
        "exit_strategy_tool_availability",
        "fg_color",
        "fill_price",
        "filled_quantity",
        "last_fill_price",
        "limit_price",
        "listing_exchange",
        "option_acct",
        "order_ccp_status",
        "order_clearing_account",
        "order_description",
        "order_description_with_contract",
        "order_id",
        "order_not_editable",
        "order_status",
        "order_status_description",
        "order_time",
        "order_type",
        "outside_rth",
        "remaining_quantity",
        "request_id",
        "sec_type",
        "server_id",
        "side",
        "size",
        "size_and_fills",
        "stop_price",
        "sub_type",
        "symbol",
        "tif",
        "total_size",
        "use_price_mgmt_algo",
    )
)
_REQUIRED: frozenset[str] = frozenset(())


@_attrs_define(eq=False)
class OrderStatus:
    """
    Attributes:
        account (str | Unset):
        alert_active (int | Unset):
        all_or_none (bool | Unset):
        allowed_duplicate_opposite (bool | Unset):
        available_chart_periods (str | Unset):
        average_price (Any | Unset): Number, or number as text
        avg_fill_price (Any | Unset): Number, or number as text
        bg_color (str | Unset):
        cannot_cancel_order (bool | Unset):
        child_order_type (str | Unset): 0 none, A attached, B beta hedge; the meaning of 3 is unknown
        clearing_id (str | Unset):
        clearing_name (str | Unset):
        company_name (str | Unset):
        conid (int | Unset):
        conidex (str | Unset):
        contract_description_1 (str | Unset):
        cum_fill (Any | Unset): Filled quantity; some servers send filled_quantity instead; number, or number as text
        currency (str | Unset):
        deactivate_order (bool | Unset):
        editable_fields (str | Unset):
        exit_strategy_chart_description (str | Unset):
        exit_strategy_display_price (Any | Unset): Number, or number as text
        exit_strategy_tool_availability (str | Unset):
        fg_color (str | Unset):
        fill_price (Any | Unset): Number, or number as text
        filled_quantity (Any | Unset): Number, or number as text
        last_fill_price (Any | Unset): Number, or number as text
        limit_price (Any | Unset): Number, or number as text
        listing_exchange (str | Unset):
        option_acct (str | Unset):
        order_ccp_status (str | Unset):
        order_clearing_account (str | Unset):
        order_description (str | Unset):
        order_description_with_contract (str | Unset):
        order_id (int | Unset):
        order_not_editable (bool | Unset):
        order_status (str | Unset): Compare without regard to case
        order_status_description (str | Unset):
        order_time (str | Unset): YYMMDDhhmmss, UTC
        order_type (str | Unset):
        outside_rth (bool | Unset):
        remaining_quantity (Any | Unset): Number, or number as text
        request_id (str | Unset):
        sec_type (str | Unset):
        server_id (str | Unset):
        side (str | Unset):
        size (Any | Unset): Remaining quantity; number, or number as text
        size_and_fills (str | Unset):
        stop_price (Any | Unset): Number, or number as text
        sub_type (None | str | Unset):
        symbol (str | Unset):
        tif (str | Unset):
        total_size (Any | Unset): Number, or number as text
        use_price_mgmt_algo (bool | Unset):
    """

    account: str | Unset = UNSET
    alert_active: int | Unset = UNSET
    all_or_none: bool | Unset = UNSET
    allowed_duplicate_opposite: bool | Unset = UNSET
    available_chart_periods: str | Unset = UNSET
    average_price: Any | Unset = UNSET
    avg_fill_price: Any | Unset = UNSET
    bg_color: str | Unset = UNSET
    cannot_cancel_order: bool | Unset = UNSET
    child_order_type: str | Unset = UNSET
    clearing_id: str | Unset = UNSET
    clearing_name: str | Unset = UNSET
    company_name: str | Unset = UNSET
    conid: int | Unset = UNSET
    conidex: str | Unset = UNSET
    contract_description_1: str | Unset = UNSET
    cum_fill: Any | Unset = UNSET
    currency: str | Unset = UNSET
    deactivate_order: bool | Unset = UNSET
    editable_fields: str | Unset = UNSET
    exit_strategy_chart_description: str | Unset = UNSET
    exit_strategy_display_price: Any | Unset = UNSET
    exit_strategy_tool_availability: str | Unset = UNSET
    fg_color: str | Unset = UNSET
    fill_price: Any | Unset = UNSET
    filled_quantity: Any | Unset = UNSET
    last_fill_price: Any | Unset = UNSET
    limit_price: Any | Unset = UNSET
    listing_exchange: str | Unset = UNSET
    option_acct: str | Unset = UNSET
    order_ccp_status: str | Unset = UNSET
    order_clearing_account: str | Unset = UNSET
    order_description: str | Unset = UNSET
    order_description_with_contract: str | Unset = UNSET
    order_id: int | Unset = UNSET
    order_not_editable: bool | Unset = UNSET
    order_status: str | Unset = UNSET
    order_status_description: str | Unset = UNSET
    order_time: str | Unset = UNSET
    order_type: str | Unset = UNSET
    outside_rth: bool | Unset = UNSET
    remaining_quantity: Any | Unset = UNSET
    request_id: str | Unset = UNSET
    sec_type: str | Unset = UNSET
    server_id: str | Unset = UNSET
    side: str | Unset = UNSET
    size: Any | Unset = UNSET
    size_and_fills: str | Unset = UNSET
    stop_price: Any | Unset = UNSET
    sub_type: None | str | Unset = UNSET
    symbol: str | Unset = UNSET
    tif: str | Unset = UNSET
    total_size: Any | Unset = UNSET
    use_price_mgmt_algo: bool | Unset = UNSET
    _extra: dict[str, Any] | None = _attrs_field(init=False, default=None, repr=False)
    _source: Mapping[str, Any] | None = _attrs_field(init=False, default=None, repr=False)

    def to_dict(self) -> dict[str, Any]:
        """The JSON object; properties that are unset are left out"""
        _object: dict[str, Any] = {}
        _value = self.account
        if _value is not UNSET:
            _object["account"] = _value
        _value = self.alert_active
        if _value is not UNSET:
            _object["alert_active"] = _value
        _value = self.all_or_none
        if _value is not UNSET:
            _object["all_or_none"] = _value
        _value = self.allowed_duplicate_opposite
        if _value is not UNSET:
            _object["allowed_duplicate_opposite"] = _value
        _value = self.available_chart_periods
        if _value is not UNSET:
            _object["available_chart_periods"] = _value
        _value = self.average_price
        if _value is not UNSET:
            _object["average_price"] = write_value(_value)
        _value = self.avg_fill_price
        if _value is not UNSET:
            _object["avg_fill_price"] = write_value(_value)
        _value = self.bg_color
        if _value is not UNSET:
            _object["bg_color"] = _value
        _value = self.cannot_cancel_order
        if _value is not UNSET:
            _object["cannot_cancel_order"] = _value
        _value = self.child_order_type
        if _value is not UNSET:
            _object["child_order_type"] = _value
        _value = self.clearing_id
        if _value is not UNSET:
            _object["clearing_id"] = _value
        _value = self.clearing_name
        if _value is not UNSET:
            _object["clearing_name"] = _value
        _value = self.company_name
        if _value is not UNSET:
            _object["company_name"] = _value
        _value = self.conid
        if _value is not UNSET:
            _object["conid"] = _value
        _value = self.conidex
        if _value is not UNSET:
            _object["conidex"] = _value
        _value = self.contract_description_1
        if _value is not UNSET:
            _object["contract_description_1"] = _value
        _value = self.cum_fill
        if _value is not UNSET:
            _object["cum_fill"] = write_value(_value)
        _value = self.currency
        if _value is not UNSET:
            _object["currency"] = _value
        _value = self.deactivate_order
        if _value is not UNSET:
            _object["deactivate_order"] = _value
        _value = self.editable_fields
        if _value is not UNSET:
            _object["editable_fields"] = _value
        _value = self.exit_strategy_chart_description
        if _value is not UNSET:
            _object["exit_strategy_chart_description"] = _value
        _value = self.exit_strategy_display_price
        if _value is not UNSET:
            _object["exit_strategy_display_price"] = write_value(_value)
        _value = self.exit_strategy_tool_availability
        if _value is not UNSET:
            _object["exit_strategy_tool_availability"] = _value
        _value = self.fg_color
        if _value is not UNSET:
            _object["fg_color"] = _value
        _value = self.fill_price
        if _value is not UNSET:
            _object["fill_price"] = write_value(_value)
        _value = self.filled_quantity
        if _value is not UNSET:
            _object["filled_quantity"] = write_value(_value)
        _value = self.last_fill_price
        if _value is not UNSET:
            _object["last_fill_price"] = write_value(_value)
        _value = self.limit_price
        if _value is not UNSET:
            _object["limit_price"] = write_value(_value)
        _value = self.listing_exchange
        if _value is not UNSET:
            _object["listing_exchange"] = _value
        _value = self.option_acct
        if _value is not UNSET:
            _object["option_acct"] = _value
        _value = self.order_ccp_status
        if _value is not UNSET:
            _object["order_ccp_status"] = _value
        _value = self.order_clearing_account
        if _value is not UNSET:
            _object["order_clearing_account"] = _value
        _value = self.order_description
        if _value is not UNSET:
            _object["order_description"] = _value
        _value = self.order_description_with_contract
        if _value is not UNSET:
            _object["order_description_with_contract"] = _value
        _value = self.order_id
        if _value is not UNSET:
            _object["order_id"] = _value
        _value = self.order_not_editable
        if _value is not UNSET:
            _object["order_not_editable"] = _value
        _value = self.order_status
        if _value is not UNSET:
            _object["order_status"] = _value
        _value = self.order_status_description
        if _value is not UNSET:
            _object["order_status_description"] = _value
        _value = self.order_time
        if _value is not UNSET:
            _object["order_time"] = _value
        _value = self.order_type
        if _value is not UNSET:
            _object["order_type"] = _value
        _value = self.outside_rth
        if _value is not UNSET:
            _object["outside_rth"] = _value
        _value = self.remaining_quantity
        if _value is not UNSET:
            _object["remaining_quantity"] = write_value(_value)
        _value = self.request_id
        if _value is not UNSET:
            _object["request_id"] = _value
        _value = self.sec_type
        if _value is not UNSET:
            _object["sec_type"] = _value
        _value = self.server_id
        if _value is not UNSET:
            _object["server_id"] = _value
        _value = self.side
        if _value is not UNSET:
            _object["side"] = _value
        _value = self.size
        if _value is not UNSET:
            _object["size"] = write_value(_value)
        _value = self.size_and_fills
        if _value is not UNSET:
            _object["size_and_fills"] = _value
        _value = self.stop_price
        if _value is not UNSET:
            _object["stop_price"] = write_value(_value)
        _value = self.sub_type
        if _value is not UNSET:
            _object["sub_type"] = _value
        _value = self.symbol
        if _value is not UNSET:
            _object["symbol"] = _value
        _value = self.tif
        if _value is not UNSET:
            _object["tif"] = _value
        _value = self.total_size
        if _value is not UNSET:
            _object["total_size"] = write_value(_value)
        _value = self.use_price_mgmt_algo
        if _value is not UNSET:
            _object["use_price_mgmt_algo"] = _value
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
        _model.alert_active = src_dict["alert_active"] if "alert_active" in src_dict else UNSET
        _model.all_or_none = src_dict["all_or_none"] if "all_or_none" in src_dict else UNSET
        _model.allowed_duplicate_opposite = (
            src_dict["allowed_duplicate_opposite"] if "allowed_duplicate_opposite" in src_dict else UNSET
        )
        _model.available_chart_periods = (
            src_dict["available_chart_periods"] if "available_chart_periods" in src_dict else UNSET
        )
        _model.average_price = src_dict["average_price"] if "average_price" in src_dict else UNSET
        _model.avg_fill_price = src_dict["avg_fill_price"] if "avg_fill_price" in src_dict else UNSET
        _model.bg_color = src_dict["bg_color"] if "bg_color" in src_dict else UNSET
        _model.cannot_cancel_order = src_dict["cannot_cancel_order"] if "cannot_cancel_order" in src_dict else UNSET
        _model.child_order_type = src_dict["child_order_type"] if "child_order_type" in src_dict else UNSET
        _model.clearing_id = src_dict["clearing_id"] if "clearing_id" in src_dict else UNSET
        _model.clearing_name = src_dict["clearing_name"] if "clearing_name" in src_dict else UNSET
        _model.company_name = src_dict["company_name"] if "company_name" in src_dict else UNSET
        _model.conid = src_dict["conid"] if "conid" in src_dict else UNSET
        _model.conidex = src_dict["conidex"] if "conidex" in src_dict else UNSET
        _model.contract_description_1 = (
            src_dict["contract_description_1"] if "contract_description_1" in src_dict else UNSET
        )
        _model.cum_fill = src_dict["cum_fill"] if "cum_fill" in src_dict else UNSET
        _model.currency = src_dict["currency"] if "currency" in src_dict else UNSET
        _model.deactivate_order = src_dict["deactivate_order"] if "deactivate_order" in src_dict else UNSET
        _model.editable_fields = src_dict["editable_fields"] if "editable_fields" in src_dict else UNSET
        _model.exit_strategy_chart_description = (
            src_dict["exit_strategy_chart_description"] if "exit_strategy_chart_description" in src_dict else UNSET
        )
        _model.exit_strategy_display_price = (
            src_dict["exit_strategy_display_price"] if "exit_strategy_display_price" in src_dict else UNSET
        )
        _model.exit_strategy_tool_availability = (
            src_dict["exit_strategy_tool_availability"] if "exit_strategy_tool_availability" in src_dict else UNSET
        )
        _model.fg_color = src_dict["fg_color"] if "fg_color" in src_dict else UNSET
        _model.fill_price = src_dict["fill_price"] if "fill_price" in src_dict else UNSET
        _model.filled_quantity = src_dict["filled_quantity"] if "filled_quantity" in src_dict else UNSET
        _model.last_fill_price = src_dict["last_fill_price"] if "last_fill_price" in src_dict else UNSET
        _model.limit_price = src_dict["limit_price"] if "limit_price" in src_dict else UNSET
        _model.listing_exchange = src_dict["listing_exchange"] if "listing_exchange" in src_dict else UNSET
        _model.option_acct = src_dict["option_acct"] if "option_acct" in src_dict else UNSET
        _model.order_ccp_status = src_dict["order_ccp_status"] if "order_ccp_status" in src_dict else UNSET
        _model.order_clearing_account = (
            src_dict["order_clearing_account"] if "order_clearing_account" in src_dict else UNSET
        )
        _model.order_description = src_dict["order_description"] if "order_description" in src_dict else UNSET
        _model.order_description_with_contract = (
            src_dict["order_description_with_contract"] if "order_description_with_contract" in src_dict else UNSET
        )
        _model.order_id = src_dict["order_id"] if "order_id" in src_dict else UNSET
        _model.order_not_editable = src_dict["order_not_editable"] if "order_not_editable" in src_dict else UNSET
        _model.order_status = src_dict["order_status"] if "order_status" in src_dict else UNSET
        _model.order_status_description = (
            src_dict["order_status_description"] if "order_status_description" in src_dict else UNSET
        )
        _model.order_time = src_dict["order_time"] if "order_time" in src_dict else UNSET
        _model.order_type = src_dict["order_type"] if "order_type" in src_dict else UNSET
        _model.outside_rth = src_dict["outside_rth"] if "outside_rth" in src_dict else UNSET
        _model.remaining_quantity = src_dict["remaining_quantity"] if "remaining_quantity" in src_dict else UNSET
        _model.request_id = src_dict["request_id"] if "request_id" in src_dict else UNSET
        _model.sec_type = src_dict["sec_type"] if "sec_type" in src_dict else UNSET
        _model.server_id = src_dict["server_id"] if "server_id" in src_dict else UNSET
        _model.side = src_dict["side"] if "side" in src_dict else UNSET
        _model.size = src_dict["size"] if "size" in src_dict else UNSET
        _model.size_and_fills = src_dict["size_and_fills"] if "size_and_fills" in src_dict else UNSET
        _model.stop_price = src_dict["stop_price"] if "stop_price" in src_dict else UNSET
        _model.sub_type = src_dict["sub_type"] if "sub_type" in src_dict else UNSET
        _model.symbol = src_dict["symbol"] if "symbol" in src_dict else UNSET
        _model.tif = src_dict["tif"] if "tif" in src_dict else UNSET
        _model.total_size = src_dict["total_size"] if "total_size" in src_dict else UNSET
        _model.use_price_mgmt_algo = src_dict["use_price_mgmt_algo"] if "use_price_mgmt_algo" in src_dict else UNSET
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
