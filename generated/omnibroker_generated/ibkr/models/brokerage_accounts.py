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

T = TypeVar("T", bound="BrokerageAccounts")
_new = object.__new__


_KNOWN: frozenset[str] = frozenset(
    (
        "accounts",
        "acctProps",
        "aliases",
        "allowFeatures",
        "chartPeriods",
        "groups",
        "isFT",
        "isPaper",
        "profiles",
        "selectedAccount",
        "serverInfo",
        "sessionId",
    )
)
_REQUIRED: frozenset[str] = frozenset(())


@_attrs_define(eq=False)
class BrokerageAccounts:
    """Accounts of the login. Multi-account logins also list the pseudo account All.

    Attributes:
        accounts (list[str] | Unset):
        acct_props (BrokerageAccountsAcctProps | Unset): Keyed by account id
        aliases (BrokerageAccountsAliases | Unset): Keyed by account id
        allow_features (AllowedFeatures | Unset):
        chart_periods (BrokerageAccountsChartPeriods | Unset): Allowed chart periods, keyed by security type
        groups (list[str] | Unset):
        is_ft (bool | Unset):
        is_paper (bool | Unset): The safest sign of a paper login
        profiles (list[str] | Unset):
        selected_account (str | Unset):
        server_info (ServerInfo | Unset):
        session_id (str | Unset):
    """

    accounts: list[str] | Unset = UNSET
    acct_props: BrokerageAccountsAcctProps | Unset = UNSET
    aliases: BrokerageAccountsAliases | Unset = UNSET
    allow_features: AllowedFeatures | Unset = UNSET
    chart_periods: BrokerageAccountsChartPeriods | Unset = UNSET
    groups: list[str] | Unset = UNSET
    is_ft: bool | Unset = UNSET
    is_paper: bool | Unset = UNSET
    profiles: list[str] | Unset = UNSET
    selected_account: str | Unset = UNSET
    server_info: ServerInfo | Unset = UNSET
    session_id: str | Unset = UNSET
    _extra: dict[str, Any] | None = _attrs_field(init=False, default=None, repr=False)
    _source: Mapping[str, Any] | None = _attrs_field(init=False, default=None, repr=False)

    def to_dict(self) -> dict[str, Any]:
        """The JSON object; properties that are unset are left out"""
        _object: dict[str, Any] = {}
        _value = self.accounts
        if _value is not UNSET:
            _object["accounts"] = _value
        _value = self.acct_props
        if _value is not UNSET:
            _object["acctProps"] = (
                _value.to_dict() if isinstance(_value, BrokerageAccountsAcctProps) else write_value(_value)
            )
        _value = self.aliases
        if _value is not UNSET:
            _object["aliases"] = (
                _value.to_dict() if isinstance(_value, BrokerageAccountsAliases) else write_value(_value)
            )
        _value = self.allow_features
        if _value is not UNSET:
            _object["allowFeatures"] = _value.to_dict() if isinstance(_value, AllowedFeatures) else write_value(_value)
        _value = self.chart_periods
        if _value is not UNSET:
            _object["chartPeriods"] = (
                _value.to_dict() if isinstance(_value, BrokerageAccountsChartPeriods) else write_value(_value)
            )
        _value = self.groups
        if _value is not UNSET:
            _object["groups"] = _value
        _value = self.is_ft
        if _value is not UNSET:
            _object["isFT"] = _value
        _value = self.is_paper
        if _value is not UNSET:
            _object["isPaper"] = _value
        _value = self.profiles
        if _value is not UNSET:
            _object["profiles"] = _value
        _value = self.selected_account
        if _value is not UNSET:
            _object["selectedAccount"] = _value
        _value = self.server_info
        if _value is not UNSET:
            _object["serverInfo"] = _value.to_dict() if isinstance(_value, ServerInfo) else write_value(_value)
        _value = self.session_id
        if _value is not UNSET:
            _object["sessionId"] = _value
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
        _model.accounts = src_dict["accounts"] if "accounts" in src_dict else UNSET
        _value = src_dict.get("acctProps", UNSET)
        _model.acct_props = BrokerageAccountsAcctProps.from_dict(_value) if isinstance(_value, dict) else _value
        _value = src_dict.get("aliases", UNSET)
        _model.aliases = BrokerageAccountsAliases.from_dict(_value) if isinstance(_value, dict) else _value
        _value = src_dict.get("allowFeatures", UNSET)
        _model.allow_features = AllowedFeatures.from_dict(_value) if isinstance(_value, dict) else _value
        _value = src_dict.get("chartPeriods", UNSET)
        _model.chart_periods = BrokerageAccountsChartPeriods.from_dict(_value) if isinstance(_value, dict) else _value
        _model.groups = src_dict["groups"] if "groups" in src_dict else UNSET
        _model.is_ft = src_dict["isFT"] if "isFT" in src_dict else UNSET
        _model.is_paper = src_dict["isPaper"] if "isPaper" in src_dict else UNSET
        _model.profiles = src_dict["profiles"] if "profiles" in src_dict else UNSET
        _model.selected_account = src_dict["selectedAccount"] if "selectedAccount" in src_dict else UNSET
        _value = src_dict.get("serverInfo", UNSET)
        _model.server_info = ServerInfo.from_dict(_value) if isinstance(_value, dict) else _value
        _model.session_id = src_dict["sessionId"] if "sessionId" in src_dict else UNSET
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


from ..models.allowed_features import AllowedFeatures
from ..models.brokerage_accounts_acct_props import BrokerageAccountsAcctProps
from ..models.brokerage_accounts_aliases import BrokerageAccountsAliases
from ..models.brokerage_accounts_chart_periods import BrokerageAccountsChartPeriods
from ..models.server_info import ServerInfo
