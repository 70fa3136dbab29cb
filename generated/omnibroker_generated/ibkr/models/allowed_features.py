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

T = TypeVar("T", bound="AllowedFeatures")
_new = object.__new__


_KNOWN: frozenset[str] = frozenset(
    (
        "allowCrypto",
        "allowDynAccount",
        "allowEventContract",
        "allowEventTrading",
        "allowFA",
        "allowFXConv",
        "allowFinancialLens",
        "allowLiteUnderPro",
        "allowMTA",
        "allowTypeAhead",
        "allowedAssetTypes",
        "debugPnl",
        "liteUser",
        "research",
        "showEUCostReport",
        "showGFIS",
        "showImpactDashboard",
        "showTaxOpt",
        "showWebNews",
        "snapshotRefreshTimeout",
    )
)
_REQUIRED: frozenset[str] = frozenset(())


@_attrs_define(eq=False)
class AllowedFeatures:
    """
    Attributes:
        allow_crypto (bool | Unset):
        allow_dyn_account (bool | Unset):
        allow_event_contract (bool | Unset):
        allow_event_trading (bool | Unset):
        allow_fa (bool | Unset):
        allow_fx_conv (bool | Unset):
        allow_financial_lens (bool | Unset):
        allow_lite_under_pro (bool | Unset):
        allow_mta (bool | Unset):
        allow_type_ahead (bool | Unset):
        allowed_asset_types (str | Unset): Comma list of security types
        debug_pnl (bool | Unset):
        lite_user (bool | Unset):
        research (bool | Unset):
        show_eu_cost_report (bool | Unset):
        show_gfis (bool | Unset):
        show_impact_dashboard (bool | Unset):
        show_tax_opt (bool | Unset):
        show_web_news (bool | Unset):
        snapshot_refresh_timeout (int | Unset): Seconds
    """

    allow_crypto: bool | Unset = UNSET
    allow_dyn_account: bool | Unset = UNSET
    allow_event_contract: bool | Unset = UNSET
    allow_event_trading: bool | Unset = UNSET
    allow_fa: bool | Unset = UNSET
    allow_fx_conv: bool | Unset = UNSET
    allow_financial_lens: bool | Unset = UNSET
    allow_lite_under_pro: bool | Unset = UNSET
    allow_mta: bool | Unset = UNSET
    allow_type_ahead: bool | Unset = UNSET
    allowed_asset_types: str | Unset = UNSET
    debug_pnl: bool | Unset = UNSET
    lite_user: bool | Unset = UNSET
    research: bool | Unset = UNSET
    show_eu_cost_report: bool | Unset = UNSET
    show_gfis: bool | Unset = UNSET
    show_impact_dashboard: bool | Unset = UNSET
    show_tax_opt: bool | Unset = UNSET
    show_web_news: bool | Unset = UNSET
    snapshot_refresh_timeout: int | Unset = UNSET
    _extra: dict[str, Any] | None = _attrs_field(init=False, default=None, repr=False)
    _source: Mapping[str, Any] | None = _attrs_field(init=False, default=None, repr=False)

    def to_dict(self) -> dict[str, Any]:
        """The JSON object; properties that are unset are left out"""
        _object: dict[str, Any] = {}
        _value = self.allow_crypto
        if _value is not UNSET:
            _object["allowCrypto"] = _value
        _value = self.allow_dyn_account
        if _value is not UNSET:
            _object["allowDynAccount"] = _value
        _value = self.allow_event_contract
        if _value is not UNSET:
            _object["allowEventContract"] = _value
        _value = self.allow_event_trading
        if _value is not UNSET:
            _object["allowEventTrading"] = _value
        _value = self.allow_fa
        if _value is not UNSET:
            _object["allowFA"] = _value
        _value = self.allow_fx_conv
        if _value is not UNSET:
            _object["allowFXConv"] = _value
        _value = self.allow_financial_lens
        if _value is not UNSET:
            _object["allowFinancialLens"] = _value
        _value = self.allow_lite_under_pro
        if _value is not UNSET:
            _object["allowLiteUnderPro"] = _value
        _value = self.allow_mta
        if _value is not UNSET:
            _object["allowMTA"] = _value
        _value = self.allow_type_ahead
        if _value is not UNSET:
            _object["allowTypeAhead"] = _value
        _value = self.allowed_asset_types
        if _value is not UNSET:
            _object["allowedAssetTypes"] = _value
        _value = self.debug_pnl
        if _value is not UNSET:
            _object["debugPnl"] = _value
        _value = self.lite_user
        if _value is not UNSET:
            _object["liteUser"] = _value
        _value = self.research
        if _value is not UNSET:
            _object["research"] = _value
        _value = self.show_eu_cost_report
        if _value is not UNSET:
            _object["showEUCostReport"] = _value
        _value = self.show_gfis
        if _value is not UNSET:
            _object["showGFIS"] = _value
        _value = self.show_impact_dashboard
        if _value is not UNSET:
            _object["showImpactDashboard"] = _value
        _value = self.show_tax_opt
        if _value is not UNSET:
            _object["showTaxOpt"] = _value
        _value = self.show_web_news
        if _value is not UNSET:
            _object["showWebNews"] = _value
        _value = self.snapshot_refresh_timeout
        if _value is not UNSET:
            _object["snapshotRefreshTimeout"] = _value
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
        _model.allow_crypto = src_dict["allowCrypto"] if "allowCrypto" in src_dict else UNSET
        _model.allow_dyn_account = src_dict["allowDynAccount"] if "allowDynAccount" in src_dict else UNSET
        _model.allow_event_contract = src_dict["allowEventContract"] if "allowEventContract" in src_dict else UNSET
        _model.allow_event_trading = src_dict["allowEventTrading"] if "allowEventTrading" in src_dict else UNSET
        _model.allow_fa = src_dict["allowFA"] if "allowFA" in src_dict else UNSET
        _model.allow_fx_conv = src_dict["allowFXConv"] if "allowFXConv" in src_dict else UNSET
        _model.allow_financial_lens = src_dict["allowFinancialLens"] if "allowFinancialLens" in src_dict else UNSET
        _model.allow_lite_under_pro = src_dict["allowLiteUnderPro"] if "allowLiteUnderPro" in src_dict else UNSET
        _model.allow_mta = src_dict["allowMTA"] if "allowMTA" in src_dict else UNSET
        _model.allow_type_ahead = src_dict["allowTypeAhead"] if "allowTypeAhead" in src_dict else UNSET
        _model.allowed_asset_types = src_dict["allowedAssetTypes"] if "allowedAssetTypes" in src_dict else UNSET
        _model.debug_pnl = src_dict["debugPnl"] if "debugPnl" in src_dict else UNSET
        _model.lite_user = src_dict["liteUser"] if "liteUser" in src_dict else UNSET
        _model.research = src_dict["research"] if "research" in src_dict else UNSET
        _model.show_eu_cost_report = src_dict["showEUCostReport"] if "showEUCostReport" in src_dict else UNSET
        _model.show_gfis = src_dict["showGFIS"] if "showGFIS" in src_dict else UNSET
        _model.show_impact_dashboard = src_dict["showImpactDashboard"] if "showImpactDashboard" in src_dict else UNSET
        _model.show_tax_opt = src_dict["showTaxOpt"] if "showTaxOpt" in src_dict else UNSET
        _model.show_web_news = src_dict["showWebNews"] if "showWebNews" in src_dict else UNSET
        _model.snapshot_refresh_timeout = (
            src_dict["snapshotRefreshTimeout"] if "snapshotRefreshTimeout" in src_dict else UNSET
        )
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
