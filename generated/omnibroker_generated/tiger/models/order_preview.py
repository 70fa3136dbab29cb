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

T = TypeVar("T", bound="OrderPreview")
_new = object.__new__


_KNOWN: frozenset[str] = frozenset(
    (
        "account",
        "commission",
        "commissionCurrency",
        "equityWithLoan",
        "equityWithLoanBefore",
        "initMargin",
        "initMarginBefore",
        "isPass",
        "maintMargin",
        "maintMarginBefore",
        "marginCurrency",
        "maxCommission",
        "message",
        "minCommission",
        "status",
        "warningText",
    )
)
_REQUIRED: frozenset[str] = frozenset(())


@_attrs_define(eq=False)
class OrderPreview:
    """Amounts in their currencies; a refusal has warningText, message or isPass false and hardly anything else.

    Attributes:
        account (str | Unset):
        commission (Decimal | None | Unset):
        commission_currency (None | str | Unset):
        equity_with_loan (Decimal | None | Unset):
        equity_with_loan_before (Decimal | None | Unset):
        init_margin (Decimal | None | Unset):
        init_margin_before (Decimal | None | Unset):
        is_pass (bool | Unset): Whether the order could be placed now
        maint_margin (Decimal | None | Unset):
        maint_margin_before (Decimal | None | Unset):
        margin_currency (None | str | Unset):
        max_commission (Decimal | None | Unset):
        message (None | str | Unset):
        min_commission (Decimal | None | Unset):
        status (str | Unset):
        warning_text (None | str | Unset):
    """

    account: str | Unset = UNSET
    commission: Decimal | None | Unset = UNSET
    commission_currency: None | str | Unset = UNSET
    equity_with_loan: Decimal | None | Unset = UNSET
    equity_with_loan_before: Decimal | None | Unset = UNSET
    init_margin: Decimal | None | Unset = UNSET
    init_margin_before: Decimal | None | Unset = UNSET
    is_pass: bool | Unset = UNSET
    maint_margin: Decimal | None | Unset = UNSET
    maint_margin_before: Decimal | None | Unset = UNSET
    margin_currency: None | str | Unset = UNSET
    max_commission: Decimal | None | Unset = UNSET
    message: None | str | Unset = UNSET
    min_commission: Decimal | None | Unset = UNSET
    status: str | Unset = UNSET
    warning_text: None | str | Unset = UNSET
    _extra: dict[str, Any] | None = _attrs_field(init=False, default=None, repr=False)
    _source: Mapping[str, Any] | None = _attrs_field(init=False, default=None, repr=False)

    def to_dict(self) -> dict[str, Any]:
        """The JSON object; properties that are unset are left out"""
        _object: dict[str, Any] = {}
        _value = self.account
        if _value is not UNSET:
            _object["account"] = _value
        _value = self.commission
        if _value is not UNSET:
            _object["commission"] = _value
        _value = self.commission_currency
        if _value is not UNSET:
            _object["commissionCurrency"] = _value
        _value = self.equity_with_loan
        if _value is not UNSET:
            _object["equityWithLoan"] = _value
        _value = self.equity_with_loan_before
        if _value is not UNSET:
            _object["equityWithLoanBefore"] = _value
        _value = self.init_margin
        if _value is not UNSET:
            _object["initMargin"] = _value
        _value = self.init_margin_before
        if _value is not UNSET:
            _object["initMarginBefore"] = _value
        _value = self.is_pass
        if _value is not UNSET:
            _object["isPass"] = _value
        _value = self.maint_margin
        if _value is not UNSET:
            _object["maintMargin"] = _value
        _value = self.maint_margin_before
        if _value is not UNSET:
            _object["maintMarginBefore"] = _value
        _value = self.margin_currency
        if _value is not UNSET:
            _object["marginCurrency"] = _value
        _value = self.max_commission
        if _value is not UNSET:
            _object["maxCommission"] = _value
        _value = self.message
        if _value is not UNSET:
            _object["message"] = _value
        _value = self.min_commission
        if _value is not UNSET:
            _object["minCommission"] = _value
        _value = self.status
        if _value is not UNSET:
            _object["status"] = _value
        _value = self.warning_text
        if _value is not UNSET:
            _object["warningText"] = _value
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
        _model.account = src_dict["account"] if "account" in src_dict else UNSET
        _model.commission = src_dict["commission"] if "commission" in src_dict else UNSET
        _model.commission_currency = src_dict["commissionCurrency"] if "commissionCurrency" in src_dict else UNSET
        _model.equity_with_loan = src_dict["equityWithLoan"] if "equityWithLoan" in src_dict else UNSET
        _model.equity_with_loan_before = (
            src_dict["equityWithLoanBefore"] if "equityWithLoanBefore" in src_dict else UNSET
        )
        _model.init_margin = src_dict["initMargin"] if "initMargin" in src_dict else UNSET
        _model.init_margin_before = src_dict["initMarginBefore"] if "initMarginBefore" in src_dict else UNSET
        _model.is_pass = src_dict["isPass"] if "isPass" in src_dict else UNSET
        _model.maint_margin = src_dict["maintMargin"] if "maintMargin" in src_dict else UNSET
        _model.maint_margin_before = src_dict["maintMarginBefore"] if "maintMarginBefore" in src_dict else UNSET
        _model.margin_currency = src_dict["marginCurrency"] if "marginCurrency" in src_dict else UNSET
        _model.max_commission = src_dict["maxCommission"] if "maxCommission" in src_dict else UNSET
        _model.message = src_dict["message"] if "message" in src_dict else UNSET
        _model.min_commission = src_dict["minCommission"] if "minCommission" in src_dict else UNSET
        _model.status = src_dict["status"] if "status" in src_dict else UNSET
        _model.warning_text = src_dict["warningText"] if "warningText" in src_dict else UNSET
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
