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

T = TypeVar("T", bound="PortfolioAccount")
_new = object.__new__


_KNOWN: frozenset[str] = frozenset(
    (
        "PrepaidCrypto-P",
        "PrepaidCrypto-Z",
        "accountAlias",
        "accountId",
        "accountStatus",
        "accountTitle",
        "accountVan",
        "acctCustType",
        "brokerageAccess",
        "businessType",
        "category",
        "clearingStatus",
        "covestor",
        "currency",
        "desc",
        "displayName",
        "faClient",
        "faclient",
        "ibEntity",
        "id",
        "noClientTrading",
        "parent",
        "trackVirtualFXPortfolio",
        "tradingType",
        "type",
    )
)
_REQUIRED: frozenset[str] = frozenset(())


@_attrs_define(eq=False)
class PortfolioAccount:
    """
    Attributes:
        prepaid_crypto_p (bool | Unset):
        prepaid_crypto_z (bool | Unset):
        account_alias (None | str | Unset):
        account_id (str | Unset):
        account_status (int | Unset): Epoch milliseconds of the last change of status
        account_title (str | Unset):
        account_van (str | Unset):
        acct_cust_type (str | Unset):
        brokerage_access (bool | Unset):
        business_type (str | Unset):
        category (str | Unset):
        clearing_status (str | Unset): O open, P or N pending, A abandoned, R rejected, C closed
        covestor (bool | Unset):
        currency (str | Unset): Base currency
        desc (str | Unset):
        display_name (str | Unset):
        fa_client (bool | Unset): Some servers spell it faclient
        faclient (bool | Unset): Some servers spell it faClient
        ib_entity (str | Unset):
        id (str | Unset):
        no_client_trading (bool | Unset):
        parent (ParentAccount | Unset):
        track_virtual_fx_portfolio (bool | Unset):
        trading_type (str | Unset):
        type_ (str | Unset):
    """

    prepaid_crypto_p: bool | Unset = UNSET
    prepaid_crypto_z: bool | Unset = UNSET
    account_alias: None | str | Unset = UNSET
    account_id: str | Unset = UNSET
    account_status: int | Unset = UNSET
    account_title: str | Unset = UNSET
    account_van: str | Unset = UNSET
    acct_cust_type: str | Unset = UNSET
    brokerage_access: bool | Unset = UNSET
    business_type: str | Unset = UNSET
    category: str | Unset = UNSET
    clearing_status: str | Unset = UNSET
    covestor: bool | Unset = UNSET
    currency: str | Unset = UNSET
    desc: str | Unset = UNSET
    display_name: str | Unset = UNSET
    fa_client: bool | Unset = UNSET
    faclient: bool | Unset = UNSET
    ib_entity: str | Unset = UNSET
    id: str | Unset = UNSET
    no_client_trading: bool | Unset = UNSET
    parent: ParentAccount | Unset = UNSET
    track_virtual_fx_portfolio: bool | Unset = UNSET
    trading_type: str | Unset = UNSET
    type_: str | Unset = UNSET
    _extra: dict[str, Any] | None = _attrs_field(init=False, default=None, repr=False)
    _source: Mapping[str, Any] | None = _attrs_field(init=False, default=None, repr=False)

    def to_dict(self) -> dict[str, Any]:
        """The JSON object; properties that are unset are left out"""
        _object: dict[str, Any] = {}
        _value = self.prepaid_crypto_p
        if _value is not UNSET:
            _object["PrepaidCrypto-P"] = _value
        _value = self.prepaid_crypto_z
        if _value is not UNSET:
            _object["PrepaidCrypto-Z"] = _value
        _value = self.account_alias
        if _value is not UNSET:
            _object["accountAlias"] = _value
        _value = self.account_id
        if _value is not UNSET:
            _object["accountId"] = _value
        _value = self.account_status
        if _value is not UNSET:
            _object["accountStatus"] = _value
        _value = self.account_title
        if _value is not UNSET:
            _object["accountTitle"] = _value
        _value = self.account_van
        if _value is not UNSET:
            _object["accountVan"] = _value
        _value = self.acct_cust_type
        if _value is not UNSET:
            _object["acctCustType"] = _value
        _value = self.brokerage_access
        if _value is not UNSET:
            _object["brokerageAccess"] = _value
        _value = self.business_type
        if _value is not UNSET:
            _object["businessType"] = _value
        _value = self.category
        if _value is not UNSET:
            _object["category"] = _value
        _value = self.clearing_status
        if _value is not UNSET:
            _object["clearingStatus"] = _value
        _value = self.covestor
        if _value is not UNSET:
            _object["covestor"] = _value
        _value = self.currency
        if _value is not UNSET:
            _object["currency"] = _value
        _value = self.desc
        if _value is not UNSET:
            _object["desc"] = _value
        _value = self.display_name
        if _value is not UNSET:
            _object["displayName"] = _value
        _value = self.fa_client
        if _value is not UNSET:
            _object["faClient"] = _value
        _value = self.faclient
        if _value is not UNSET:
            _object["faclient"] = _value
        _value = self.ib_entity
        if _value is not UNSET:
            _object["ibEntity"] = _value
        _value = self.id
        if _value is not UNSET:
            _object["id"] = _value
        _value = self.no_client_trading
        if _value is not UNSET:
            _object["noClientTrading"] = _value
        _value = self.parent
        if _value is not UNSET:
            _object["parent"] = _value.to_dict() if isinstance(_value, ParentAccount) else write_value(_value)
        _value = self.track_virtual_fx_portfolio
        if _value is not UNSET:
            _object["trackVirtualFXPortfolio"] = _value
        _value = self.trading_type
        if _value is not UNSET:
            _object["tradingType"] = _value
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
        _model.prepaid_crypto_p = src_dict["PrepaidCrypto-P"] if "PrepaidCrypto-P" in src_dict else UNSET
        _model.prepaid_crypto_z = src_dict["PrepaidCrypto-Z"] if "PrepaidCrypto-Z" in src_dict else UNSET
        _model.account_alias = src_dict["accountAlias"] if "accountAlias" in src_dict else UNSET
        _model.account_id = src_dict["accountId"] if "accountId" in src_dict else UNSET
        _model.account_status = src_dict["accountStatus"] if "accountStatus" in src_dict else UNSET
        _model.account_title = src_dict["accountTitle"] if "accountTitle" in src_dict else UNSET
        _model.account_van = src_dict["accountVan"] if "accountVan" in src_dict else UNSET
        _model.acct_cust_type = src_dict["acctCustType"] if "acctCustType" in src_dict else UNSET
        _model.brokerage_access = src_dict["brokerageAccess"] if "brokerageAccess" in src_dict else UNSET
        _model.business_type = src_dict["businessType"] if "businessType" in src_dict else UNSET
        _model.category = src_dict["category"] if "category" in src_dict else UNSET
        _model.clearing_status = src_dict["clearingStatus"] if "clearingStatus" in src_dict else UNSET
        _model.covestor = src_dict["covestor"] if "covestor" in src_dict else UNSET
        _model.currency = src_dict["currency"] if "currency" in src_dict else UNSET
        _model.desc = src_dict["desc"] if "desc" in src_dict else UNSET
        _model.display_name = src_dict["displayName"] if "displayName" in src_dict else UNSET
        _model.fa_client = src_dict["faClient"] if "faClient" in src_dict else UNSET
        _model.faclient = src_dict["faclient"] if "faclient" in src_dict else UNSET
        _model.ib_entity = src_dict["ibEntity"] if "ibEntity" in src_dict else UNSET
        _model.id = src_dict["id"] if "id" in src_dict else UNSET
        _model.no_client_trading = src_dict["noClientTrading"] if "noClientTrading" in src_dict else UNSET
        _value = src_dict.get("parent", UNSET)
        _model.parent = ParentAccount.from_dict(_value) if isinstance(_value, dict) else _value
        _model.track_virtual_fx_portfolio = (
            src_dict["trackVirtualFXPortfolio"] if "trackVirtualFXPortfolio" in src_dict else UNSET
        )
        _model.trading_type = src_dict["tradingType"] if "tradingType" in src_dict else UNSET
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


from ..models.parent_account import ParentAccount
