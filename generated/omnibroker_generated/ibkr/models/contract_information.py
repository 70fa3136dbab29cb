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

T = TypeVar("T", bound="ContractInformation")
_new = object.__new__


_KNOWN: frozenset[str] = frozenset(
    (
        "allow_sell_long",
        "category",
        "cfi_code",
        "classifier",
        "company_name",
        "con_id",
        "contract_clarification_type",
        "contract_month",
        "currency",
        "cusip",
        "exchange",
        "expiry_full",
        "has_related_contracts",
        "industry",
        "instrument_type",
        "is_zero_commission_security",
        "local_symbol",
        "maturity_date",
        "multiplier",
        "r_t_h",
        "rules",
        "smart_available",
        "symbol",
        "text",
        "trading_class",
        "underlying_con_id",
        "underlying_issuer",
        "valid_exchanges",
    )
)
_REQUIRED: frozenset[str] = frozenset(())


@_attrs_define(eq=False)
class ContractInformation:
    """One contract; rules is sent by info-and-rules only.

    Attributes:
        allow_sell_long (bool | Unset):
        category (None | str | Unset):
        cfi_code (str | Unset):
        classifier (None | str | Unset):
        company_name (str | Unset):
        con_id (int | Unset):
        contract_clarification_type (None | str | Unset):
        contract_month (None | str | Unset):
        currency (str | Unset):
        cusip (None | str | Unset):
        exchange (str | Unset):
        expiry_full (None | str | Unset): YYYYMM
        has_related_contracts (bool | Unset):
        industry (None | str | Unset):
        instrument_type (str | Unset):
        is_zero_commission_security (bool | Unset):
        local_symbol (str | Unset):
        maturity_date (None | str | Unset): YYYYMMDD
        multiplier (Any | Unset): Number, or number as text
        r_t_h (bool | Unset):
        rules (ContractRules | Unset): What may be sent for one contract. Failures stand in the field error of a 200.
        smart_available (bool | Unset):
        symbol (str | Unset):
        text (None | str | Unset):
        trading_class (str | Unset):
        underlying_con_id (int | Unset):
        underlying_issuer (None | str | Unset):
        valid_exchanges (str | Unset): Comma list
    """

    allow_sell_long: bool | Unset = UNSET
    category: None | str | Unset = UNSET
    cfi_code: str | Unset = UNSET
    classifier: None | str | Unset = UNSET
    company_name: str | Unset = UNSET
    con_id: int | Unset = UNSET
    contract_clarification_type: None | str | Unset = UNSET
    contract_month: None | str | Unset = UNSET
    currency: str | Unset = UNSET
    cusip: None | str | Unset = UNSET
    exchange: str | Unset = UNSET
    expiry_full: None | str | Unset = UNSET
    has_related_contracts: bool | Unset = UNSET
    industry: None | str | Unset = UNSET
    instrument_type: str | Unset = UNSET
    is_zero_commission_security: bool | Unset = UNSET
    local_symbol: str | Unset = UNSET
    maturity_date: None | str | Unset = UNSET
    multiplier: Any | Unset = UNSET
    r_t_h: bool | Unset = UNSET
    rules: ContractRules | Unset = UNSET
    smart_available: bool | Unset = UNSET
    symbol: str | Unset = UNSET
    text: None | str | Unset = UNSET
    trading_class: str | Unset = UNSET
    underlying_con_id: int | Unset = UNSET
    underlying_issuer: None | str | Unset = UNSET
    valid_exchanges: str | Unset = UNSET
    _extra: dict[str, Any] | None = _attrs_field(init=False, default=None, repr=False)
    _source: Mapping[str, Any] | None = _attrs_field(init=False, default=None, repr=False)

    def to_dict(self) -> dict[str, Any]:
        """The JSON object; properties that are unset are left out"""
        _object: dict[str, Any] = {}
        _value = self.allow_sell_long
        if _value is not UNSET:
            _object["allow_sell_long"] = _value
        _value = self.category
        if _value is not UNSET:
            _object["category"] = _value
        _value = self.cfi_code
        if _value is not UNSET:
            _object["cfi_code"] = _value
        _value = self.classifier
        if _value is not UNSET:
            _object["classifier"] = _value
        _value = self.company_name
        if _value is not UNSET:
            _object["company_name"] = _value
        _value = self.con_id
        if _value is not UNSET:
            _object["con_id"] = _value
        _value = self.contract_clarification_type
        if _value is not UNSET:
            _object["contract_clarification_type"] = _value
        _value = self.contract_month
        if _value is not UNSET:
            _object["contract_month"] = _value
        _value = self.currency
        if _value is not UNSET:
            _object["currency"] = _value
        _value = self.cusip
        if _value is not UNSET:
            _object["cusip"] = _value
        _value = self.exchange
        if _value is not UNSET:
            _object["exchange"] = _value
        _value = self.expiry_full
        if _value is not UNSET:
            _object["expiry_full"] = _value
        _value = self.has_related_contracts
        if _value is not UNSET:
            _object["has_related_contracts"] = _value
        _value = self.industry
        if _value is not UNSET:
            _object["industry"] = _value
        _value = self.instrument_type
        if _value is not UNSET:
            _object["instrument_type"] = _value
        _value = self.is_zero_commission_security
        if _value is not UNSET:
            _object["is_zero_commission_security"] = _value
        _value = self.local_symbol
        if _value is not UNSET:
            _object["local_symbol"] = _value
        _value = self.maturity_date
        if _value is not UNSET:
            _object["maturity_date"] = _value
        _value = self.multiplier
        if _value is not UNSET:
            _object["multiplier"] = write_value(_value)
        _value = self.r_t_h
        if _value is not UNSET:
            _object["r_t_h"] = _value
        _value = self.rules
        if _value is not UNSET:
            _object["rules"] = _value.to_dict() if isinstance(_value, ContractRules) else write_value(_value)
        _value = self.smart_available
        if _value is not UNSET:
            _object["smart_available"] = _value
        _value = self.symbol
        if _value is not UNSET:
            _object["symbol"] = _value
        _value = self.text
        if _value is not UNSET:
            _object["text"] = _value
        _value = self.trading_class
        if _value is not UNSET:
            _object["trading_class"] = _value
        _value = self.underlying_con_id
        if _value is not UNSET:
            _object["underlying_con_id"] = _value
        _value = self.underlying_issuer
        if _value is not UNSET:
            _object["underlying_issuer"] = _value
        _value = self.valid_exchanges
        if _value is not UNSET:
            _object["valid_exchanges"] = _value
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
        _model.allow_sell_long = src_dict["allow_sell_long"] if "allow_sell_long" in src_dict else UNSET
        _model.category = src_dict["category"] if "category" in src_dict else UNSET
        _model.cfi_code = src_dict["cfi_code"] if "cfi_code" in src_dict else UNSET
        _model.classifier = src_dict["classifier"] if "classifier" in src_dict else UNSET
        _model.company_name = src_dict["company_name"] if "company_name" in src_dict else UNSET
        _model.con_id = src_dict["con_id"] if "con_id" in src_dict else UNSET
        _model.contract_clarification_type = (
            src_dict["contract_clarification_type"] if "contract_clarification_type" in src_dict else UNSET
        )
        _model.contract_month = src_dict["contract_month"] if "contract_month" in src_dict else UNSET
        _model.currency = src_dict["currency"] if "currency" in src_dict else UNSET
        _model.cusip = src_dict["cusip"] if "cusip" in src_dict else UNSET
        _model.exchange = src_dict["exchange"] if "exchange" in src_dict else UNSET
        _model.expiry_full = src_dict["expiry_full"] if "expiry_full" in src_dict else UNSET
        _model.has_related_contracts = (
            src_dict["has_related_contracts"] if "has_related_contracts" in src_dict else UNSET
        )
        _model.industry = src_dict["industry"] if "industry" in src_dict else UNSET
        _model.instrument_type = src_dict["instrument_type"] if "instrument_type" in src_dict else UNSET
        _model.is_zero_commission_security = (
            src_dict["is_zero_commission_security"] if "is_zero_commission_security" in src_dict else UNSET
        )
        _model.local_symbol = src_dict["local_symbol"] if "local_symbol" in src_dict else UNSET
        _model.maturity_date = src_dict["maturity_date"] if "maturity_date" in src_dict else UNSET
        _model.multiplier = src_dict["multiplier"] if "multiplier" in src_dict else UNSET
        _model.r_t_h = src_dict["r_t_h"] if "r_t_h" in src_dict else UNSET
        _value = src_dict.get("rules", UNSET)
        _model.rules = ContractRules.from_dict(_value) if isinstance(_value, dict) else _value
        _model.smart_available = src_dict["smart_available"] if "smart_available" in src_dict else UNSET
        _model.symbol = src_dict["symbol"] if "symbol" in src_dict else UNSET
        _model.text = src_dict["text"] if "text" in src_dict else UNSET
        _model.trading_class = src_dict["trading_class"] if "trading_class" in src_dict else UNSET
        _model.underlying_con_id = src_dict["underlying_con_id"] if "underlying_con_id" in src_dict else UNSET
        _model.underlying_issuer = src_dict["underlying_issuer"] if "underlying_issuer" in src_dict else UNSET
        _model.valid_exchanges = src_dict["valid_exchanges"] if "valid_exchanges" in src_dict else UNSET
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


from ..models.contract_rules import ContractRules
