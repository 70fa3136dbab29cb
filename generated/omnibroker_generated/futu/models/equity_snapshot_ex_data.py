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

T = TypeVar("T", bound="EquitySnapshotExData")
_new = object.__new__


_KNOWN: frozenset[str] = frozenset(
    (
        "dividend_lfy",
        "dividend_lfy_ratio",
        "dividend_ratio_ttm",
        "dividend_ttm",
        "earnings_pershare",
        "ey_rate",
        "issued_market_val",
        "issued_shares",
        "net_asset",
        "net_asset_pershare",
        "net_profit",
        "outstanding_market_val",
        "outstanding_shares",
        "pb_rate",
        "pe_rate",
        "pe_ttm_rate",
    )
)
_REQUIRED: frozenset[str] = frozenset(())


@_attrs_define(eq=False)
class EquitySnapshotExData:
    """
    Attributes:
        dividend_lfy (Decimal | None | Unset): Dividend of last fiscal year
        dividend_lfy_ratio (Decimal | None | Unset): Dividend yield of last fiscal year, percent
        dividend_ratio_ttm (Decimal | None | Unset): Dividend yield TTM, percent
        dividend_ttm (Decimal | None | Unset):
        earnings_pershare (Decimal | Unset): Earnings per share
        ey_rate (Decimal | Unset): Earnings yield, percent
        issued_market_val (Decimal | Unset): Total market value
        issued_shares (int | Unset):
        net_asset (Decimal | Unset):
        net_asset_pershare (Decimal | Unset): Net assets per share
        net_profit (Decimal | Unset):
        outstanding_market_val (Decimal | Unset): Float market value
        outstanding_shares (int | Unset): Float shares
        pb_rate (Decimal | Unset): P/B
        pe_rate (Decimal | Unset): P/E
        pe_ttm_rate (Decimal | Unset): P/E TTM
    """

    dividend_lfy: Decimal | None | Unset = UNSET
    dividend_lfy_ratio: Decimal | None | Unset = UNSET
    dividend_ratio_ttm: Decimal | None | Unset = UNSET
    dividend_ttm: Decimal | None | Unset = UNSET
    earnings_pershare: Decimal | Unset = UNSET
    ey_rate: Decimal | Unset = UNSET
    issued_market_val: Decimal | Unset = UNSET
    issued_shares: int | Unset = UNSET
    net_asset: Decimal | Unset = UNSET
    net_asset_pershare: Decimal | Unset = UNSET
    net_profit: Decimal | Unset = UNSET
    outstanding_market_val: Decimal | Unset = UNSET
    outstanding_shares: int | Unset = UNSET
    pb_rate: Decimal | Unset = UNSET
    pe_rate: Decimal | Unset = UNSET
    pe_ttm_rate: Decimal | Unset = UNSET
    _extra: dict[str, Any] | None = _attrs_field(init=False, default=None, repr=False)
    _source: Mapping[str, Any] | None = _attrs_field(init=False, default=None, repr=False)

    def to_dict(self) -> dict[str, Any]:
        """The JSON object; properties that are unset are left out"""
        _object: dict[str, Any] = {}
        _value = self.dividend_lfy
        if _value is not UNSET:
            _object["dividend_lfy"] = _value
        _value = self.dividend_lfy_ratio
        if _value is not UNSET:
            _object["dividend_lfy_ratio"] = _value
        _value = self.dividend_ratio_ttm
        if _value is not UNSET:
            _object["dividend_ratio_ttm"] = _value
        _value = self.dividend_ttm
        if _value is not UNSET:
            _object["dividend_ttm"] = _value
        _value = self.earnings_pershare
        if _value is not UNSET:
            _object["earnings_pershare"] = _value
        _value = self.ey_rate
        if _value is not UNSET:
            _object["ey_rate"] = _value
        _value = self.issued_market_val
        if _value is not UNSET:
            _object["issued_market_val"] = _value
        _value = self.issued_shares
        if _value is not UNSET:
            _object["issued_shares"] = _value
        _value = self.net_asset
        if _value is not UNSET:
            _object["net_asset"] = _value
        _value = self.net_asset_pershare
        if _value is not UNSET:
            _object["net_asset_pershare"] = _value
        _value = self.net_profit
        if _value is not UNSET:
            _object["net_profit"] = _value
        _value = self.outstanding_market_val
        if _value is not UNSET:
            _object["outstanding_market_val"] = _value
        _value = self.outstanding_shares
        if _value is not UNSET:
            _object["outstanding_shares"] = _value
        _value = self.pb_rate
        if _value is not UNSET:
            _object["pb_rate"] = _value
        _value = self.pe_rate
        if _value is not UNSET:
            _object["pe_rate"] = _value
        _value = self.pe_ttm_rate
        if _value is not UNSET:
            _object["pe_ttm_rate"] = _value
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
        _model.dividend_lfy = src_dict["dividend_lfy"] if "dividend_lfy" in src_dict else UNSET
        _model.dividend_lfy_ratio = src_dict["dividend_lfy_ratio"] if "dividend_lfy_ratio" in src_dict else UNSET
        _model.dividend_ratio_ttm = src_dict["dividend_ratio_ttm"] if "dividend_ratio_ttm" in src_dict else UNSET
        _model.dividend_ttm = src_dict["dividend_ttm"] if "dividend_ttm" in src_dict else UNSET
        _model.earnings_pershare = src_dict["earnings_pershare"] if "earnings_pershare" in src_dict else UNSET
        _model.ey_rate = src_dict["ey_rate"] if "ey_rate" in src_dict else UNSET
        _model.issued_market_val = src_dict["issued_market_val"] if "issued_market_val" in src_dict else UNSET
        _model.issued_shares = src_dict["issued_shares"] if "issued_shares" in src_dict else UNSET
        _model.net_asset = src_dict["net_asset"] if "net_asset" in src_dict else UNSET
        _model.net_asset_pershare = src_dict["net_asset_pershare"] if "net_asset_pershare" in src_dict else UNSET
        _model.net_profit = src_dict["net_profit"] if "net_profit" in src_dict else UNSET
        _model.outstanding_market_val = (
            src_dict["outstanding_market_val"] if "outstanding_market_val" in src_dict else UNSET
        )
        _model.outstanding_shares = src_dict["outstanding_shares"] if "outstanding_shares" in src_dict else UNSET
        _model.pb_rate = src_dict["pb_rate"] if "pb_rate" in src_dict else UNSET
        _model.pe_rate = src_dict["pe_rate"] if "pe_rate" in src_dict else UNSET
        _model.pe_ttm_rate = src_dict["pe_ttm_rate"] if "pe_ttm_rate" in src_dict else UNSET
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
