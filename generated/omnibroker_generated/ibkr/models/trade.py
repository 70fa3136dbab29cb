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

T = TypeVar("T", bound="Trade")
_new = object.__new__


_KNOWN: frozenset[str] = frozenset(
    (
        "account",
        "accountCode",
        "account_allocation_name",
        "clearing_id",
        "clearing_name",
        "commission",
        "company_name",
        "conid",
        "conidEx",
        "contract_description_1",
        "contract_description_2",
        "exchange",
        "execution_id",
        "is_event_trading",
        "liquidation_trade",
        "listing_exchange",
        "net_amount",
        "order_description",
        "order_id",
        "order_ref",
        "price",
        "sec_type",
        "side",
        "size",
        "submitter",
        "supports_tax_opt",
        "symbol",
        "trade_time",
        "trade_time_r",
    )
)
_REQUIRED: frozenset[str] = frozenset(())


@_attrs_define(eq=False)
class Trade:
    """One execution. A correction shares the start of execution_id and raises its last part.

    Attributes:
        account (str | Unset):
        account_code (str | Unset):
        account_allocation_name (str | Unset):
        clearing_id (str | Unset):
        clearing_name (str | Unset):
        commission (Any | Unset): Number, or number as text
        company_name (str | Unset):
        conid (Any | Unset): Integer or text
        conid_ex (str | Unset):
        contract_description_1 (str | Unset):
        contract_description_2 (str | Unset):
        exchange (str | Unset):
        execution_id (str | Unset):
        is_event_trading (str | Unset):
        liquidation_trade (str | Unset):
        listing_exchange (str | Unset):
        net_amount (Decimal | Unset):
        order_description (str | Unset):
        order_id (int | Unset):
        order_ref (str | Unset): The cOID of the ticket
        price (Any | Unset): Number, or number as text
        sec_type (str | Unset):
        side (str | Unset): N marks the netting of event contracts
        size (Decimal | Unset):
        submitter (str | Unset):
        supports_tax_opt (str | Unset):
        symbol (str | Unset):
        trade_time (str | Unset): YYYYMMDD-HH:MM:SS, UTC
        trade_time_r (int | Unset): Epoch milliseconds
    """

    account: str | Unset = UNSET
    account_code: str | Unset = UNSET
    account_allocation_name: str | Unset = UNSET
    clearing_id: str | Unset = UNSET
    clearing_name: str | Unset = UNSET
    commission: Any | Unset = UNSET
    company_name: str | Unset = UNSET
    conid: Any | Unset = UNSET
    conid_ex: str | Unset = UNSET
    contract_description_1: str | Unset = UNSET
    contract_description_2: str | Unset = UNSET
    exchange: str | Unset = UNSET
    execution_id: str | Unset = UNSET
    is_event_trading: str | Unset = UNSET
    liquidation_trade: str | Unset = UNSET
    listing_exchange: str | Unset = UNSET
    net_amount: Decimal | Unset = UNSET
    order_description: str | Unset = UNSET
    order_id: int | Unset = UNSET
    order_ref: str | Unset = UNSET
    price: Any | Unset = UNSET
    sec_type: str | Unset = UNSET
    side: str | Unset = UNSET
    size: Decimal | Unset = UNSET
    submitter: str | Unset = UNSET
    supports_tax_opt: str | Unset = UNSET
    symbol: str | Unset = UNSET
    trade_time: str | Unset = UNSET
    trade_time_r: int | Unset = UNSET
    _extra: dict[str, Any] | None = _attrs_field(init=False, default=None, repr=False)
    _source: Mapping[str, Any] | None = _attrs_field(init=False, default=None, repr=False)

    def to_dict(self) -> dict[str, Any]:
        """The JSON object; properties that are unset are left out"""
        _object: dict[str, Any] = {}
        _value = self.account
        if _value is not UNSET:
            _object["account"] = _value
        _value = self.account_code
        if _value is not UNSET:
            _object["accountCode"] = _value
        _value = self.account_allocation_name
        if _value is not UNSET:
            _object["account_allocation_name"] = _value
        _value = self.clearing_id
        if _value is not UNSET:
            _object["clearing_id"] = _value
        _value = self.clearing_name
        if _value is not UNSET:
            _object["clearing_name"] = _value
        _value = self.commission
        if _value is not UNSET:
            _object["commission"] = write_value(_value)
        _value = self.company_name
        if _value is not UNSET:
            _object["company_name"] = _value
        _value = self.conid
        if _value is not UNSET:
            _object["conid"] = write_value(_value)
        _value = self.conid_ex
        if _value is not UNSET:
            _object["conidEx"] = _value
        _value = self.contract_description_1
        if _value is not UNSET:
            _object["contract_description_1"] = _value
        _value = self.contract_description_2
        if _value is not UNSET:
            _object["contract_description_2"] = _value
        _value = self.exchange
        if _value is not UNSET:
            _object["exchange"] = _value
        _value = self.execution_id
        if _value is not UNSET:
            _object["execution_id"] = _value
        _value = self.is_event_trading
        if _value is not UNSET:
            _object["is_event_trading"] = _value
        _value = self.liquidation_trade
        if _value is not UNSET:
            _object["liquidation_trade"] = _value
        _value = self.listing_exchange
        if _value is not UNSET:
            _object["listing_exchange"] = _value
        _value = self.net_amount
        if _value is not UNSET:
            _object["net_amount"] = _value
        _value = self.order_description
        if _value is not UNSET:
            _object["order_description"] = _value
        _value = self.order_id
        if _value is not UNSET:
            _object["order_id"] = _value
        _value = self.order_ref
        if _value is not UNSET:
            _object["order_ref"] = _value
        _value = self.price
        if _value is not UNSET:
            _object["price"] = write_value(_value)
        _value = self.sec_type
        if _value is not UNSET:
            _object["sec_type"] = _value
        _value = self.side
        if _value is not UNSET:
            _object["side"] = _value
        _value = self.size
        if _value is not UNSET:
            _object["size"] = _value
        _value = self.submitter
        if _value is not UNSET:
            _object["submitter"] = _value
        _value = self.supports_tax_opt
        if _value is not UNSET:
            _object["supports_tax_opt"] = _value
        _value = self.symbol
        if _value is not UNSET:
            _object["symbol"] = _value
        _value = self.trade_time
        if _value is not UNSET:
            _object["trade_time"] = _value
        _value = self.trade_time_r
        if _value is not UNSET:
            _object["trade_time_r"] = _value
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
        _model.account_code = src_dict["accountCode"] if "accountCode" in src_dict else UNSET
        _model.account_allocation_name = (
            src_dict["account_allocation_name"] if "account_allocation_name" in src_dict else UNSET
        )
        _model.clearing_id = src_dict["clearing_id"] if "clearing_id" in src_dict else UNSET
        _model.clearing_name = src_dict["clearing_name"] if "clearing_name" in src_dict else UNSET
        _model.commission = src_dict["commission"] if "commission" in src_dict else UNSET
        _model.company_name = src_dict["company_name"] if "company_name" in src_dict else UNSET
        _model.conid = src_dict["conid"] if "conid" in src_dict else UNSET
        _model.conid_ex = src_dict["conidEx"] if "conidEx" in src_dict else UNSET
        _model.contract_description_1 = (
            src_dict["contract_description_1"] if "contract_description_1" in src_dict else UNSET
        )
        _model.contract_description_2 = (
            src_dict["contract_description_2"] if "contract_description_2" in src_dict else UNSET
        )
        _model.exchange = src_dict["exchange"] if "exchange" in src_dict else UNSET
        _model.execution_id = src_dict["execution_id"] if "execution_id" in src_dict else UNSET
        _model.is_event_trading = src_dict["is_event_trading"] if "is_event_trading" in src_dict else UNSET
        _model.liquidation_trade = src_dict["liquidation_trade"] if "liquidation_trade" in src_dict else UNSET
        _model.listing_exchange = src_dict["listing_exchange"] if "listing_exchange" in src_dict else UNSET
        _model.net_amount = src_dict["net_amount"] if "net_amount" in src_dict else UNSET
        _model.order_description = src_dict["order_description"] if "order_description" in src_dict else UNSET
        _model.order_id = src_dict["order_id"] if "order_id" in src_dict else UNSET
        _model.order_ref = src_dict["order_ref"] if "order_ref" in src_dict else UNSET
        _model.price = src_dict["price"] if "price" in src_dict else UNSET
        _model.sec_type = src_dict["sec_type"] if "sec_type" in src_dict else UNSET
        _model.side = src_dict["side"] if "side" in src_dict else UNSET
        _model.size = src_dict["size"] if "size" in src_dict else UNSET
        _model.submitter = src_dict["submitter"] if "submitter" in src_dict else UNSET
        _model.supports_tax_opt = src_dict["supports_tax_opt"] if "supports_tax_opt" in src_dict else UNSET
        _model.symbol = src_dict["symbol"] if "symbol" in src_dict else UNSET
        _model.trade_time = src_dict["trade_time"] if "trade_time" in src_dict else UNSET
        _model.trade_time_r = src_dict["trade_time_r"] if "trade_time_r" in src_dict else UNSET
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
