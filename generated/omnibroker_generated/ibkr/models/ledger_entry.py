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

T = TypeVar("T", bound="LedgerEntry")
_new = object.__new__


_KNOWN: frozenset[str] = frozenset(
    (
        "acctcode",
        "cashbalance",
        "cashbalancefxsegment",
        "commoditymarketvalue",
        "corporatebondsmarketvalue",
        "cryptocurrencyvalue",
        "currency",
        "dividends",
        "endofbundle",
        "exchangerate",
        "funds",
        "futuremarketvalue",
        "futureoptionmarketvalue",
        "futuresonlypnl",
        "interest",
        "issueroptionsmarketvalue",
        "key",
        "moneyfunds",
        "netliquidationvalue",
        "realizedpnl",
        "secondkey",
        "sessionid",
        "settledcash",
        "severity",
        "stockmarketvalue",
        "stockoptionmarketvalue",
        "tbillsmarketvalue",
        "tbondsmarketvalue",
        "timestamp",
        "unrealizedpnl",
        "warrantsmarketvalue",
    )
)
_REQUIRED: frozenset[str] = frozenset(())


@_attrs_define(eq=False)
class LedgerEntry:
    """
    Attributes:
        acctcode (str | Unset):
        cashbalance (Decimal | Unset):
        cashbalancefxsegment (Decimal | Unset):
        commoditymarketvalue (Decimal | Unset):
        corporatebondsmarketvalue (Decimal | Unset):
        cryptocurrencyvalue (Decimal | Unset):
        currency (str | Unset): Reads BASE in the entry of that name
        dividends (Decimal | Unset):
        endofbundle (int | Unset):
        exchangerate (Decimal | Unset): Units of base currency for one unit of this currency
        funds (Decimal | Unset):
        futuremarketvalue (Decimal | Unset):
        futureoptionmarketvalue (Decimal | Unset):
        futuresonlypnl (Decimal | Unset):
        interest (Decimal | Unset):
        issueroptionsmarketvalue (Decimal | Unset):
        key (str | Unset):
        moneyfunds (Decimal | Unset):
        netliquidationvalue (Decimal | Unset):
        realizedpnl (Decimal | Unset):
        secondkey (str | Unset):
        sessionid (int | Unset):
        settledcash (Decimal | Unset):
        severity (int | Unset):
        stockmarketvalue (Decimal | Unset):
        stockoptionmarketvalue (Decimal | Unset):
        tbillsmarketvalue (Decimal | Unset):
        tbondsmarketvalue (Decimal | Unset):
        timestamp (int | Unset): Epoch seconds
        unrealizedpnl (Decimal | Unset):
        warrantsmarketvalue (Decimal | Unset):
    """

    acctcode: str | Unset = UNSET
    cashbalance: Decimal | Unset = UNSET
    cashbalancefxsegment: Decimal | Unset = UNSET
    commoditymarketvalue: Decimal | Unset = UNSET
    corporatebondsmarketvalue: Decimal | Unset = UNSET
    cryptocurrencyvalue: Decimal | Unset = UNSET
    currency: str | Unset = UNSET
    dividends: Decimal | Unset = UNSET
    endofbundle: int | Unset = UNSET
    exchangerate: Decimal | Unset = UNSET
    funds: Decimal | Unset = UNSET
    futuremarketvalue: Decimal | Unset = UNSET
    futureoptionmarketvalue: Decimal | Unset = UNSET
    futuresonlypnl: Decimal | Unset = UNSET
    interest: Decimal | Unset = UNSET
    issueroptionsmarketvalue: Decimal | Unset = UNSET
    key: str | Unset = UNSET
    moneyfunds: Decimal | Unset = UNSET
    netliquidationvalue: Decimal | Unset = UNSET
    realizedpnl: Decimal | Unset = UNSET
    secondkey: str | Unset = UNSET
    sessionid: int | Unset = UNSET
    settledcash: Decimal | Unset = UNSET
    severity: int | Unset = UNSET
    stockmarketvalue: Decimal | Unset = UNSET
    stockoptionmarketvalue: Decimal | Unset = UNSET
    tbillsmarketvalue: Decimal | Unset = UNSET
    tbondsmarketvalue: Decimal | Unset = UNSET
    timestamp: int | Unset = UNSET
    unrealizedpnl: Decimal | Unset = UNSET
    warrantsmarketvalue: Decimal | Unset = UNSET
    _extra: dict[str, Any] | None = _attrs_field(init=False, default=None, repr=False)
    _source: Mapping[str, Any] | None = _attrs_field(init=False, default=None, repr=False)

    def to_dict(self) -> dict[str, Any]:
        """The JSON object; properties that are unset are left out"""
        _object: dict[str, Any] = {}
        _value = self.acctcode
        if _value is not UNSET:
            _object["acctcode"] = _value
        _value = self.cashbalance
        if _value is not UNSET:
            _object["cashbalance"] = _value
        _value = self.cashbalancefxsegment
        if _value is not UNSET:
            _object["cashbalancefxsegment"] = _value
        _value = self.commoditymarketvalue
        if _value is not UNSET:
            _object["commoditymarketvalue"] = _value
        _value = self.corporatebondsmarketvalue
        if _value is not UNSET:
            _object["corporatebondsmarketvalue"] = _value
        _value = self.cryptocurrencyvalue
        if _value is not UNSET:
            _object["cryptocurrencyvalue"] = _value
        _value = self.currency
        if _value is not UNSET:
            _object["currency"] = _value
        _value = self.dividends
        if _value is not UNSET:
            _object["dividends"] = _value
        _value = self.endofbundle
        if _value is not UNSET:
            _object["endofbundle"] = _value
        _value = self.exchangerate
        if _value is not UNSET:
            _object["exchangerate"] = _value
        _value = self.funds
        if _value is not UNSET:
            _object["funds"] = _value
        _value = self.futuremarketvalue
        if _value is not UNSET:
            _object["futuremarketvalue"] = _value
        _value = self.futureoptionmarketvalue
        if _value is not UNSET:
            _object["futureoptionmarketvalue"] = _value
        _value = self.futuresonlypnl
        if _value is not UNSET:
            _object["futuresonlypnl"] = _value
        _value = self.interest
        if _value is not UNSET:
            _object["interest"] = _value
        _value = self.issueroptionsmarketvalue
        if _value is not UNSET:
            _object["issueroptionsmarketvalue"] = _value
        _value = self.key
        if _value is not UNSET:
            _object["key"] = _value
        _value = self.moneyfunds
        if _value is not UNSET:
            _object["moneyfunds"] = _value
        _value = self.netliquidationvalue
        if _value is not UNSET:
            _object["netliquidationvalue"] = _value
        _value = self.realizedpnl
        if _value is not UNSET:
            _object["realizedpnl"] = _value
        _value = self.secondkey
        if _value is not UNSET:
            _object["secondkey"] = _value
        _value = self.sessionid
        if _value is not UNSET:
            _object["sessionid"] = _value
        _value = self.settledcash
        if _value is not UNSET:
            _object["settledcash"] = _value
        _value = self.severity
        if _value is not UNSET:
            _object["severity"] = _value
        _value = self.stockmarketvalue
        if _value is not UNSET:
            _object["stockmarketvalue"] = _value
        _value = self.stockoptionmarketvalue
        if _value is not UNSET:
            _object["stockoptionmarketvalue"] = _value
        _value = self.tbillsmarketvalue
        if _value is not UNSET:
            _object["tbillsmarketvalue"] = _value
        _value = self.tbondsmarketvalue
        if _value is not UNSET:
            _object["tbondsmarketvalue"] = _value
        _value = self.timestamp
        if _value is not UNSET:
            _object["timestamp"] = _value
        _value = self.unrealizedpnl
        if _value is not UNSET:
            _object["unrealizedpnl"] = _value
        _value = self.warrantsmarketvalue
        if _value is not UNSET:
            _object["warrantsmarketvalue"] = _value
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
        _model.acctcode = src_dict["acctcode"] if "acctcode" in src_dict else UNSET
        _model.cashbalance = src_dict["cashbalance"] if "cashbalance" in src_dict else UNSET
        _model.cashbalancefxsegment = src_dict["cashbalancefxsegment"] if "cashbalancefxsegment" in src_dict else UNSET
        _model.commoditymarketvalue = src_dict["commoditymarketvalue"] if "commoditymarketvalue" in src_dict else UNSET
        _model.corporatebondsmarketvalue = (
            src_dict["corporatebondsmarketvalue"] if "corporatebondsmarketvalue" in src_dict else UNSET
        )
        _model.cryptocurrencyvalue = src_dict["cryptocurrencyvalue"] if "cryptocurrencyvalue" in src_dict else UNSET
        _model.currency = src_dict["currency"] if "currency" in src_dict else UNSET
        _model.dividends = src_dict["dividends"] if "dividends" in src_dict else UNSET
        _model.endofbundle = src_dict["endofbundle"] if "endofbundle" in src_dict else UNSET
        _model.exchangerate = src_dict["exchangerate"] if "exchangerate" in src_dict else UNSET
        _model.funds = src_dict["funds"] if "funds" in src_dict else UNSET
        _model.futuremarketvalue = src_dict["futuremarketvalue"] if "futuremarketvalue" in src_dict else UNSET
        _model.futureoptionmarketvalue = (
            src_dict["futureoptionmarketvalue"] if "futureoptionmarketvalue" in src_dict else UNSET
        )
        _model.futuresonlypnl = src_dict["futuresonlypnl"] if "futuresonlypnl" in src_dict else UNSET
        _model.interest = src_dict["interest"] if "interest" in src_dict else UNSET
        _model.issueroptionsmarketvalue = (
            src_dict["issueroptionsmarketvalue"] if "issueroptionsmarketvalue" in src_dict else UNSET
        )
        _model.key = src_dict["key"] if "key" in src_dict else UNSET
        _model.moneyfunds = src_dict["moneyfunds"] if "moneyfunds" in src_dict else UNSET
        _model.netliquidationvalue = src_dict["netliquidationvalue"] if "netliquidationvalue" in src_dict else UNSET
        _model.realizedpnl = src_dict["realizedpnl"] if "realizedpnl" in src_dict else UNSET
        _model.secondkey = src_dict["secondkey"] if "secondkey" in src_dict else UNSET
        _model.sessionid = src_dict["sessionid"] if "sessionid" in src_dict else UNSET
        _model.settledcash = src_dict["settledcash"] if "settledcash" in src_dict else UNSET
        _model.severity = src_dict["severity"] if "severity" in src_dict else UNSET
        _model.stockmarketvalue = src_dict["stockmarketvalue"] if "stockmarketvalue" in src_dict else UNSET
        _model.stockoptionmarketvalue = (
            src_dict["stockoptionmarketvalue"] if "stockoptionmarketvalue" in src_dict else UNSET
        )
        _model.tbillsmarketvalue = src_dict["tbillsmarketvalue"] if "tbillsmarketvalue" in src_dict else UNSET
        _model.tbondsmarketvalue = src_dict["tbondsmarketvalue"] if "tbondsmarketvalue" in src_dict else UNSET
        _model.timestamp = src_dict["timestamp"] if "timestamp" in src_dict else UNSET
        _model.unrealizedpnl = src_dict["unrealizedpnl"] if "unrealizedpnl" in src_dict else UNSET
        _model.warrantsmarketvalue = src_dict["warrantsmarketvalue"] if "warrantsmarketvalue" in src_dict else UNSET
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
