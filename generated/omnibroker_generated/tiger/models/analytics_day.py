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

T = TypeVar("T", bound="AnalyticsDay")
_new = object.__new__


_KNOWN: frozenset[str] = frozenset(
    (
        "asset",
        "cashBalance",
        "date",
        "deposit",
        "grossPositionValue",
        "pnl",
        "pnlPercentage",
        "withdrawal",
    )
)
_REQUIRED: frozenset[str] = frozenset(())


@_attrs_define(eq=False)
class AnalyticsDay:
    """
    Attributes:
        asset (Decimal | Unset):
        cash_balance (Decimal | Unset):
        date (int | Unset): Epoch milliseconds
        deposit (Decimal | Unset):
        gross_position_value (Decimal | Unset):
        pnl (Decimal | Unset):
        pnl_percentage (Decimal | Unset):
        withdrawal (Decimal | Unset):
    """

    asset: Decimal | Unset = UNSET
    cash_balance: Decimal | Unset = UNSET
    date: int | Unset = UNSET
    deposit: Decimal | Unset = UNSET
    gross_position_value: Decimal | Unset = UNSET
    pnl: Decimal | Unset = UNSET
    pnl_percentage: Decimal | Unset = UNSET
    withdrawal: Decimal | Unset = UNSET
    _extra: dict[str, Any] | None = _attrs_field(init=False, default=None, repr=False)
    _source: Mapping[str, Any] | None = _attrs_field(init=False, default=None, repr=False)

    def to_dict(self) -> dict[str, Any]:
        """The JSON object; properties that are unset are left out"""
        _object: dict[str, Any] = {}
        _value = self.asset
        if _value is not UNSET:
            _object["asset"] = _value
        _value = self.cash_balance
        if _value is not UNSET:
            _object["cashBalance"] = _value
        _value = self.date
        if _value is not UNSET:
            _object["date"] = _value
        _value = self.deposit
        if _value is not UNSET:
            _object["deposit"] = _value
        _value = self.gross_position_value
        if _value is not UNSET:
            _object["grossPositionValue"] = _value
        _value = self.pnl
        if _value is not UNSET:
            _object["pnl"] = _value
        _value = self.pnl_percentage
        if _value is not UNSET:
            _object["pnlPercentage"] = _value
        _value = self.withdrawal
        if _value is not UNSET:
            _object["withdrawal"] = _value
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
        _model.asset = src_dict["asset"] if "asset" in src_dict else UNSET
        _model.cash_balance = src_dict["cashBalance"] if "cashBalance" in src_dict else UNSET
        _model.date = src_dict["date"] if "date" in src_dict else UNSET
        _model.deposit = src_dict["deposit"] if "deposit" in src_dict else UNSET
        _model.gross_position_value = src_dict["grossPositionValue"] if "grossPositionValue" in src_dict else UNSET
        _model.pnl = src_dict["pnl"] if "pnl" in src_dict else UNSET
        _model.pnl_percentage = src_dict["pnlPercentage"] if "pnlPercentage" in src_dict else UNSET
        _model.withdrawal = src_dict["withdrawal"] if "withdrawal" in src_dict else UNSET
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
