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

T = TypeVar("T", bound="CorporateAction")
_new = object.__new__


_KNOWN: frozenset[str] = frozenset(
    (
        "actionType",
        "actualEps",
        "amount",
        "announcedDate",
        "currency",
        "exchange",
        "executeDate",
        "expectedEps",
        "fiscalQuarterEnding",
        "fromFactor",
        "id",
        "market",
        "payDate",
        "ratio",
        "recordDate",
        "reportDate",
        "reportTime",
        "symbol",
        "toFactor",
        "type",
    )
)
_REQUIRED: frozenset[str] = frozenset(())


@_attrs_define(eq=False)
class CorporateAction:
    """Which fields come depends on the type.

    Attributes:
        action_type (str | Unset): Upper case in answers
        actual_eps (Decimal | None | Unset):
        amount (Any | Unset): Dividend a share; number, or text
        announced_date (None | str | Unset): YYYY-MM-DD
        currency (None | str | Unset):
        exchange (None | str | Unset):
        execute_date (None | str | Unset): YYYY-MM-DD; the ex-date
        expected_eps (Decimal | None | Unset):
        fiscal_quarter_ending (None | str | Unset):
        from_factor (Decimal | None | Unset): Shares before a split
        id (int | None | Unset):
        market (None | str | Unset):
        pay_date (None | str | Unset): YYYY-MM-DD
        ratio (Decimal | None | Unset):
        record_date (None | str | Unset): YYYY-MM-DD
        report_date (None | str | Unset): YYYY-MM-DD
        report_time (None | str | Unset): Display text, at times in Chinese
        symbol (str | Unset):
        to_factor (Decimal | None | Unset): Shares after it
        type_ (None | str | Unset):
    """

    action_type: str | Unset = UNSET
    actual_eps: Decimal | None | Unset = UNSET
    amount: Any | Unset = UNSET
    announced_date: None | str | Unset = UNSET
    currency: None | str | Unset = UNSET
    exchange: None | str | Unset = UNSET
    execute_date: None | str | Unset = UNSET
    expected_eps: Decimal | None | Unset = UNSET
    fiscal_quarter_ending: None | str | Unset = UNSET
    from_factor: Decimal | None | Unset = UNSET
    id: int | None | Unset = UNSET
    market: None | str | Unset = UNSET
    pay_date: None | str | Unset = UNSET
    ratio: Decimal | None | Unset = UNSET
    record_date: None | str | Unset = UNSET
    report_date: None | str | Unset = UNSET
    report_time: None | str | Unset = UNSET
    symbol: str | Unset = UNSET
    to_factor: Decimal | None | Unset = UNSET
    type_: None | str | Unset = UNSET
    _extra: dict[str, Any] | None = _attrs_field(init=False, default=None, repr=False)
    _source: Mapping[str, Any] | None = _attrs_field(init=False, default=None, repr=False)

    def to_dict(self) -> dict[str, Any]:
        """The JSON object; properties that are unset are left out"""
        _object: dict[str, Any] = {}
        _value = self.action_type
        if _value is not UNSET:
            _object["actionType"] = _value
        _value = self.actual_eps
        if _value is not UNSET:
            _object["actualEps"] = _value
        _value = self.amount
        if _value is not UNSET:
            _object["amount"] = write_value(_value)
        _value = self.announced_date
        if _value is not UNSET:
            _object["announcedDate"] = _value
        _value = self.currency
        if _value is not UNSET:
            _object["currency"] = _value
        _value = self.exchange
        if _value is not UNSET:
            _object["exchange"] = _value
        _value = self.execute_date
        if _value is not UNSET:
            _object["executeDate"] = _value
        _value = self.expected_eps
        if _value is not UNSET:
            _object["expectedEps"] = _value
        _value = self.fiscal_quarter_ending
        if _value is not UNSET:
            _object["fiscalQuarterEnding"] = _value
        _value = self.from_factor
        if _value is not UNSET:
            _object["fromFactor"] = _value
        _value = self.id
        if _value is not UNSET:
            _object["id"] = _value
        _value = self.market
        if _value is not UNSET:
            _object["market"] = _value
        _value = self.pay_date
        if _value is not UNSET:
            _object["payDate"] = _value
        _value = self.ratio
        if _value is not UNSET:
            _object["ratio"] = _value
        _value = self.record_date
        if _value is not UNSET:
            _object["recordDate"] = _value
        _value = self.report_date
        if _value is not UNSET:
            _object["reportDate"] = _value
        _value = self.report_time
        if _value is not UNSET:
            _object["reportTime"] = _value
        _value = self.symbol
        if _value is not UNSET:
            _object["symbol"] = _value
        _value = self.to_factor
        if _value is not UNSET:
            _object["toFactor"] = _value
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
        _model.action_type = src_dict["actionType"] if "actionType" in src_dict else UNSET
        _model.actual_eps = src_dict["actualEps"] if "actualEps" in src_dict else UNSET
        _model.amount = src_dict["amount"] if "amount" in src_dict else UNSET
        _model.announced_date = src_dict["announcedDate"] if "announcedDate" in src_dict else UNSET
        _model.currency = src_dict["currency"] if "currency" in src_dict else UNSET
        _model.exchange = src_dict["exchange"] if "exchange" in src_dict else UNSET
        _model.execute_date = src_dict["executeDate"] if "executeDate" in src_dict else UNSET
        _model.expected_eps = src_dict["expectedEps"] if "expectedEps" in src_dict else UNSET
        _model.fiscal_quarter_ending = src_dict["fiscalQuarterEnding"] if "fiscalQuarterEnding" in src_dict else UNSET
        _model.from_factor = src_dict["fromFactor"] if "fromFactor" in src_dict else UNSET
        _model.id = src_dict["id"] if "id" in src_dict else UNSET
        _model.market = src_dict["market"] if "market" in src_dict else UNSET
        _model.pay_date = src_dict["payDate"] if "payDate" in src_dict else UNSET
        _model.ratio = src_dict["ratio"] if "ratio" in src_dict else UNSET
        _model.record_date = src_dict["recordDate"] if "recordDate" in src_dict else UNSET
        _model.report_date = src_dict["reportDate"] if "reportDate" in src_dict else UNSET
        _model.report_time = src_dict["reportTime"] if "reportTime" in src_dict else UNSET
        _model.symbol = src_dict["symbol"] if "symbol" in src_dict else UNSET
        _model.to_factor = src_dict["toFactor"] if "toFactor" in src_dict else UNSET
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
