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

T = TypeVar("T", bound="ContractSearchResult")
_new = object.__new__


_KNOWN: frozenset[str] = frozenset(
    (
        "bondid",
        "companyHeader",
        "companyName",
        "conid",
        "description",
        "fop",
        "issuers",
        "opt",
        "restricted",
        "secType",
        "sections",
        "symbol",
        "war",
    )
)
_REQUIRED: frozenset[str] = frozenset(())


@_attrs_define(eq=False)
class ContractSearchResult:
    """With name=true only conid, companyName, companyHeader and symbol are sent.

    Attributes:
        bondid (int | Unset):
        company_header (str | Unset):
        company_name (None | str | Unset):
        conid (Any | Unset): Text here, an integer nearly everywhere else
        description (None | str | Unset): Exchange
        fop (None | str | Unset): Months, semicolon list
        issuers (list[BondIssuer] | Unset):
        opt (None | str | Unset): Months, semicolon list
        restricted (None | str | Unset):
        sec_type (str | Unset):
        sections (list[ContractSearchSection] | Unset):
        symbol (None | str | Unset):
        war (None | str | Unset): Months, semicolon list
    """

    bondid: int | Unset = UNSET
    company_header: str | Unset = UNSET
    company_name: None | str | Unset = UNSET
    conid: Any | Unset = UNSET
    description: None | str | Unset = UNSET
    fop: None | str | Unset = UNSET
    issuers: list[BondIssuer] | Unset = UNSET
    opt: None | str | Unset = UNSET
    restricted: None | str | Unset = UNSET
    sec_type: str | Unset = UNSET
    sections: list[ContractSearchSection] | Unset = UNSET
    symbol: None | str | Unset = UNSET
    war: None | str | Unset = UNSET
    _extra: dict[str, Any] | None = _attrs_field(init=False, default=None, repr=False)
    _source: Mapping[str, Any] | None = _attrs_field(init=False, default=None, repr=False)

    def to_dict(self) -> dict[str, Any]:
        """The JSON object; properties that are unset are left out"""
        _object: dict[str, Any] = {}
        _value = self.bondid
        if _value is not UNSET:
            _object["bondid"] = _value
        _value = self.company_header
        if _value is not UNSET:
            _object["companyHeader"] = _value
        _value = self.company_name
        if _value is not UNSET:
            _object["companyName"] = _value
        _value = self.conid
        if _value is not UNSET:
            _object["conid"] = write_value(_value)
        _value = self.description
        if _value is not UNSET:
            _object["description"] = _value
        _value = self.fop
        if _value is not UNSET:
            _object["fop"] = _value
        _value = self.issuers
        if _value is not UNSET:
            _object["issuers"] = (
                [_item.to_dict() if isinstance(_item, BondIssuer) else write_value(_item) for _item in _value]
                if isinstance(_value, list)
                else write_value(_value)
            )
        _value = self.opt
        if _value is not UNSET:
            _object["opt"] = _value
        _value = self.restricted
        if _value is not UNSET:
            _object["restricted"] = _value
        _value = self.sec_type
        if _value is not UNSET:
            _object["secType"] = _value
        _value = self.sections
        if _value is not UNSET:
            _object["sections"] = (
                [
                    _item.to_dict() if isinstance(_item, ContractSearchSection) else write_value(_item)
                    for _item in _value
                ]
                if isinstance(_value, list)
                else write_value(_value)
            )
        _value = self.symbol
        if _value is not UNSET:
            _object["symbol"] = _value
        _value = self.war
        if _value is not UNSET:
            _object["war"] = _value
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
        _model.bondid = src_dict["bondid"] if "bondid" in src_dict else UNSET
        _model.company_header = src_dict["companyHeader"] if "companyHeader" in src_dict else UNSET
        _model.company_name = src_dict["companyName"] if "companyName" in src_dict else UNSET
        _model.conid = src_dict["conid"] if "conid" in src_dict else UNSET
        _model.description = src_dict["description"] if "description" in src_dict else UNSET
        _model.fop = src_dict["fop"] if "fop" in src_dict else UNSET
        _value = src_dict.get("issuers", UNSET)
        _model.issuers = (
            [(BondIssuer.from_dict(_item) if isinstance(_item, dict) else _item) for _item in _value]
            if isinstance(_value, list)
            else _value
        )
        _model.opt = src_dict["opt"] if "opt" in src_dict else UNSET
        _model.restricted = src_dict["restricted"] if "restricted" in src_dict else UNSET
        _model.sec_type = src_dict["secType"] if "secType" in src_dict else UNSET
        _value = src_dict.get("sections", UNSET)
        _model.sections = (
            [(ContractSearchSection.from_dict(_item) if isinstance(_item, dict) else _item) for _item in _value]
            if isinstance(_value, list)
            else _value
        )
        _model.symbol = src_dict["symbol"] if "symbol" in src_dict else UNSET
        _model.war = src_dict["war"] if "war" in src_dict else UNSET
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


from ..models.bond_issuer import BondIssuer
from ..models.contract_search_section import ContractSearchSection
