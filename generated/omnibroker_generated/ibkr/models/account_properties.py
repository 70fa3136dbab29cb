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

T = TypeVar("T", bound="AccountProperties")
_new = object.__new__


_KNOWN: frozenset[str] = frozenset(
    (
        "allowCustomerTime",
        "autoFx",
        "hasChildAccounts",
        "isProp",
        "liteUnderPro",
        "noFXConv",
        "supportsCashQty",
        "supportsFractions",
    )
)
_REQUIRED: frozenset[str] = frozenset(())


@_attrs_define(eq=False)
class AccountProperties:
    """
    Attributes:
        allow_customer_time (bool | Unset):
        auto_fx (bool | Unset):
        has_child_accounts (bool | Unset):
        is_prop (bool | Unset):
        lite_under_pro (bool | Unset):
        no_fx_conv (bool | Unset):
        supports_cash_qty (bool | Unset):
        supports_fractions (bool | Unset):
    """

    allow_customer_time: bool | Unset = UNSET
    auto_fx: bool | Unset = UNSET
    has_child_accounts: bool | Unset = UNSET
    is_prop: bool | Unset = UNSET
    lite_under_pro: bool | Unset = UNSET
    no_fx_conv: bool | Unset = UNSET
    supports_cash_qty: bool | Unset = UNSET
    supports_fractions: bool | Unset = UNSET
    _extra: dict[str, Any] | None = _attrs_field(init=False, default=None, repr=False)
    _source: Mapping[str, Any] | None = _attrs_field(init=False, default=None, repr=False)

    def to_dict(self) -> dict[str, Any]:
        """The JSON object; properties that are unset are left out"""
        _object: dict[str, Any] = {}
        _value = self.allow_customer_time
        if _value is not UNSET:
            _object["allowCustomerTime"] = _value
        _value = self.auto_fx
        if _value is not UNSET:
            _object["autoFx"] = _value
        _value = self.has_child_accounts
        if _value is not UNSET:
            _object["hasChildAccounts"] = _value
        _value = self.is_prop
        if _value is not UNSET:
            _object["isProp"] = _value
        _value = self.lite_under_pro
        if _value is not UNSET:
            _object["liteUnderPro"] = _value
        _value = self.no_fx_conv
        if _value is not UNSET:
            _object["noFXConv"] = _value
        _value = self.supports_cash_qty
        if _value is not UNSET:
            _object["supportsCashQty"] = _value
        _value = self.supports_fractions
        if _value is not UNSET:
            _object["supportsFractions"] = _value
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
        _model.allow_customer_time = src_dict["allowCustomerTime"] if "allowCustomerTime" in src_dict else UNSET
        _model.auto_fx = src_dict["autoFx"] if "autoFx" in src_dict else UNSET
        _model.has_child_accounts = src_dict["hasChildAccounts"] if "hasChildAccounts" in src_dict else UNSET
        _model.is_prop = src_dict["isProp"] if "isProp" in src_dict else UNSET
        _model.lite_under_pro = src_dict["liteUnderPro"] if "liteUnderPro" in src_dict else UNSET
        _model.no_fx_conv = src_dict["noFXConv"] if "noFXConv" in src_dict else UNSET
        _model.supports_cash_qty = src_dict["supportsCashQty"] if "supportsCashQty" in src_dict else UNSET
        _model.supports_fractions = src_dict["supportsFractions"] if "supportsFractions" in src_dict else UNSET
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
