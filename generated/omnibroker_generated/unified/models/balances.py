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

T = TypeVar("T", bound="Balances")
_new = object.__new__


_KNOWN: frozenset[str] = frozenset(
    (
        "account_id",
        "broker",
        "by_currency",
        "connection",
        "received_at",
        "totals",
        "as_of",
        "reporting_currency",
        "segments",
    )
)
_REQUIRED: frozenset[str] = frozenset(
    (
        "account_id",
        "broker",
        "by_currency",
        "connection",
        "received_at",
        "totals",
    )
)


@_attrs_define(eq=False)
class Balances:
    """The broker's own figures of one account; nothing is added up here

    Attributes:
        account_id (str): Account on this gateway, made of the connection and the broker's own account id Example:
            ibkr:DU1234567.
        broker (str): Short name of a broker Example: ibkr.
        by_currency (list[CurrencyBalance]): Each currency that the account holds
        connection (str): Name that the operator gave to one credential and its session at a broker Example: ibkr.
        received_at (str): Instant in UTC, RFC 3339 with `Z` Example: 2026-03-02T14:30:00Z.
        totals (BalanceFigures): Figures in the reporting currency, each as the broker states it
        as_of (str | Unset): Instant in UTC, RFC 3339 with `Z` Example: 2026-03-02T14:30:00Z.
        reporting_currency (str | Unset): ISO 4217 code, or the usual code of a crypto currency Example: USD.
        segments (list[SegmentBalance] | Unset): Parts of the account that the broker keeps apart
    """

    account_id: str
    broker: str
    by_currency: list[CurrencyBalance]
    connection: str
    received_at: str
    totals: BalanceFigures
    as_of: str | Unset = UNSET
    reporting_currency: str | Unset = UNSET
    segments: list[SegmentBalance] | Unset = UNSET
    _partial: bool = _attrs_field(init=False, default=False, repr=False)

    def to_dict(self) -> dict[str, Any]:
        """The JSON object; properties that are unset are left out"""
        _value = self.by_currency
        _1 = (
            [_item.to_dict() if isinstance(_item, CurrencyBalance) else write_value(_item) for _item in _value]
            if isinstance(_value, list)
            else write_value(_value)
        )
        _value = self.totals
        _2 = _value.to_dict() if isinstance(_value, BalanceFigures) else write_value(_value)
        _object: dict[str, Any] = {
            "account_id": self.account_id,
            "broker": self.broker,
            "by_currency": _1,
            "connection": self.connection,
            "received_at": self.received_at,
            "totals": _2,
        }
        _value = self.as_of
        if _value is not UNSET:
            _object["as_of"] = _value
        _value = self.reporting_currency
        if _value is not UNSET:
            _object["reporting_currency"] = _value
        _value = self.segments
        if _value is not UNSET:
            _object["segments"] = (
                [_item.to_dict() if isinstance(_item, SegmentBalance) else write_value(_item) for _item in _value]
                if isinstance(_value, list)
                else write_value(_value)
            )
        if self._partial:
            _object = {_key: _value for _key, _value in _object.items() if _value is not UNSET}
        return _object

    @classmethod
    def fits(cls, src_dict: Mapping[str, Any]) -> bool:
        """True where all required properties are there"""
        return _REQUIRED <= src_dict.keys()

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read a decoded JSON object without ever raising: what is missing is UNSET, what is odd stays as it came"""
        _model = _new(cls)
        try:
            _model.account_id = src_dict["account_id"]
            _model.broker = src_dict["broker"]
            _model.by_currency = src_dict["by_currency"]
            _model.connection = src_dict["connection"]
            _model.received_at = src_dict["received_at"]
            _model.totals = src_dict["totals"]
            _model._partial = False
        except KeyError:
            _model._partial = True
            _model.account_id = src_dict.get("account_id", UNSET)
            _model.broker = src_dict.get("broker", UNSET)
            _model.by_currency = src_dict.get("by_currency", UNSET)
            _model.connection = src_dict.get("connection", UNSET)
            _model.received_at = src_dict.get("received_at", UNSET)
            _model.totals = src_dict.get("totals", UNSET)
        _value = _model.by_currency
        _model.by_currency = (
            [(CurrencyBalance.from_dict(_item) if isinstance(_item, dict) else _item) for _item in _value]
            if isinstance(_value, list)
            else _value
        )
        _value = _model.totals
        _model.totals = BalanceFigures.from_dict(_value) if isinstance(_value, dict) else _value
        _model.as_of = src_dict["as_of"] if "as_of" in src_dict else UNSET
        _model.reporting_currency = src_dict["reporting_currency"] if "reporting_currency" in src_dict else UNSET
        _value = src_dict.get("segments", UNSET)
        _model.segments = (
            [(SegmentBalance.from_dict(_item) if isinstance(_item, dict) else _item) for _item in _value]
            if isinstance(_value, list)
            else _value
        )
        return _model

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self) and self.to_dict() == other.to_dict()

    __hash__ = None  # type: ignore[assignment]


from ..models.balance_figures import BalanceFigures
from ..models.currency_balance import CurrencyBalance
from ..models.segment_balance import SegmentBalance
