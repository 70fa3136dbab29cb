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

T = TypeVar("T", bound="Account")
_new = object.__new__


_KNOWN: frozenset[str] = frozenset(
    (
        "currency",
        "id",
        "name",
        "riskRules",
        "status",
        "tradingRules",
        "type",
    )
)
_REQUIRED: frozenset[str] = frozenset(())


@_attrs_define(eq=False)
class Account:
    """
    Attributes:
        currency (str | Unset):
        id (str | Unset):
        name (str | Unset):
        risk_rules (RiskRules | Unset): Null where the broker sets no rule.
        status (str | Unset):
        trading_rules (TradingRules | Unset):
        type_ (str | Unset):
    """

    currency: str | Unset = UNSET
    id: str | Unset = UNSET
    name: str | Unset = UNSET
    risk_rules: RiskRules | Unset = UNSET
    status: str | Unset = UNSET
    trading_rules: TradingRules | Unset = UNSET
    type_: str | Unset = UNSET
    _extra: dict[str, Any] | None = _attrs_field(init=False, default=None, repr=False)
    _source: Mapping[str, Any] | None = _attrs_field(init=False, default=None, repr=False)

    def to_dict(self) -> dict[str, Any]:
        """The JSON object; properties that are unset are left out"""
        _object: dict[str, Any] = {}
        _value = self.currency
        if _value is not UNSET:
            _object["currency"] = _value
        _value = self.id
        if _value is not UNSET:
            _object["id"] = _value
        _value = self.name
        if _value is not UNSET:
            _object["name"] = _value
        _value = self.risk_rules
        if _value is not UNSET:
            _object["riskRules"] = _value.to_dict() if isinstance(_value, RiskRules) else write_value(_value)
        _value = self.status
        if _value is not UNSET:
            _object["status"] = _value
        _value = self.trading_rules
        if _value is not UNSET:
            _object["tradingRules"] = _value.to_dict() if isinstance(_value, TradingRules) else write_value(_value)
        _value = self.type_
        if _value is not UNSET:
            _object["type"] = _value
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
        _model.currency = src_dict["currency"] if "currency" in src_dict else UNSET
        _model.id = src_dict["id"] if "id" in src_dict else UNSET
        _model.name = src_dict["name"] if "name" in src_dict else UNSET
        _value = src_dict.get("riskRules", UNSET)
        _model.risk_rules = RiskRules.from_dict(_value) if isinstance(_value, dict) else _value
        _model.status = src_dict["status"] if "status" in src_dict else UNSET
        _value = src_dict.get("tradingRules", UNSET)
        _model.trading_rules = TradingRules.from_dict(_value) if isinstance(_value, dict) else _value
        _model.type_ = src_dict["type"] if "type" in src_dict else UNSET
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


from ..models.risk_rules import RiskRules
from ..models.trading_rules import TradingRules
