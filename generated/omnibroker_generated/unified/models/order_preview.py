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

T = TypeVar("T", bound="OrderPreview")
_new = object.__new__


_KNOWN: frozenset[str] = frozenset(
    (
        "account_id",
        "broker",
        "connection",
        "instrument",
        "received_at",
        "warnings",
        "amount",
        "commission",
        "equity",
        "initial_margin",
        "maintenance_margin",
        "total",
    )
)
_REQUIRED: frozenset[str] = frozenset(
    (
        "account_id",
        "broker",
        "connection",
        "instrument",
        "received_at",
        "warnings",
    )
)


@_attrs_define(eq=False)
class OrderPreview:
    """What the broker expects of an order that has not been placed

    Attributes:
        account_id (str): Account on this gateway, made of the connection and the broker's own account id Example:
            ibkr:DU1234567.
        broker (str): Short name of a broker Example: ibkr.
        connection (str): Name that the operator gave to one credential and its session at a broker Example: ibkr.
        instrument (str): Canonical key of an instrument, such as `AAPL.US`, `00700.HK`, `OPT:AAPL.US:20251219:C:200`,
            `FUT:ES.CME:202512`, `FX:EURUSD`, or `<connection>@<native id>` where no key exists. A form that is not
            canonical is 422 and the problem names the canonical one. Example: AAPL.US.
        received_at (str): Instant in UTC, RFC 3339 with `Z` Example: 2026-03-02T14:30:00Z.
        warnings (list[PreviewWarning]): What the broker warns of; empty when it has nothing to say
        amount (Money | Unset): An amount of money; amounts of different currencies are never added up
        commission (Money | Unset): An amount of money; amounts of different currencies are never added up
        equity (PreviewChange | Unset): A figure of the account before and after the order
        initial_margin (PreviewChange | Unset): A figure of the account before and after the order
        maintenance_margin (PreviewChange | Unset): A figure of the account before and after the order
        total (Money | Unset): An amount of money; amounts of different currencies are never added up
    """

    account_id: str
    broker: str
    connection: str
    instrument: str
    received_at: str
    warnings: list[PreviewWarning]
    amount: Money | Unset = UNSET
    commission: Money | Unset = UNSET
    equity: PreviewChange | Unset = UNSET
    initial_margin: PreviewChange | Unset = UNSET
    maintenance_margin: PreviewChange | Unset = UNSET
    total: Money | Unset = UNSET
    _partial: bool = _attrs_field(init=False, default=False, repr=False)

    def to_dict(self) -> dict[str, Any]:
        """The JSON object; properties that are unset are left out"""
        _value = self.warnings
        _1 = (
            [_item.to_dict() if isinstance(_item, PreviewWarning) else write_value(_item) for _item in _value]
            if isinstance(_value, list)
            else write_value(_value)
        )
        _object: dict[str, Any] = {
            "account_id": self.account_id,
            "broker": self.broker,
            "connection": self.connection,
            "instrument": self.instrument,
            "received_at": self.received_at,
            "warnings": _1,
        }
        _value = self.amount
        if _value is not UNSET:
            _object["amount"] = _value.to_dict() if isinstance(_value, Money) else write_value(_value)
        _value = self.commission
        if _value is not UNSET:
            _object["commission"] = _value.to_dict() if isinstance(_value, Money) else write_value(_value)
        _value = self.equity
        if _value is not UNSET:
            _object["equity"] = _value.to_dict() if isinstance(_value, PreviewChange) else write_value(_value)
        _value = self.initial_margin
        if _value is not UNSET:
            _object["initial_margin"] = _value.to_dict() if isinstance(_value, PreviewChange) else write_value(_value)
        _value = self.maintenance_margin
        if _value is not UNSET:
            _object["maintenance_margin"] = (
                _value.to_dict() if isinstance(_value, PreviewChange) else write_value(_value)
            )
        _value = self.total
        if _value is not UNSET:
            _object["total"] = _value.to_dict() if isinstance(_value, Money) else write_value(_value)
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
            _model.connection = src_dict["connection"]
            _model.instrument = src_dict["instrument"]
            _model.received_at = src_dict["received_at"]
            _model.warnings = src_dict["warnings"]
            _model._partial = False
        except KeyError:
            _model._partial = True
            _model.account_id = src_dict.get("account_id", UNSET)
            _model.broker = src_dict.get("broker", UNSET)
            _model.connection = src_dict.get("connection", UNSET)
            _model.instrument = src_dict.get("instrument", UNSET)
            _model.received_at = src_dict.get("received_at", UNSET)
            _model.warnings = src_dict.get("warnings", UNSET)
        _value = _model.warnings
        _model.warnings = (
            [(PreviewWarning.from_dict(_item) if isinstance(_item, dict) else _item) for _item in _value]
            if isinstance(_value, list)
            else _value
        )
        _value = src_dict.get("amount", UNSET)
        _model.amount = Money.from_dict(_value) if isinstance(_value, dict) else _value
        _value = src_dict.get("commission", UNSET)
        _model.commission = Money.from_dict(_value) if isinstance(_value, dict) else _value
        _value = src_dict.get("equity", UNSET)
        _model.equity = PreviewChange.from_dict(_value) if isinstance(_value, dict) else _value
        _value = src_dict.get("initial_margin", UNSET)
        _model.initial_margin = PreviewChange.from_dict(_value) if isinstance(_value, dict) else _value
        _value = src_dict.get("maintenance_margin", UNSET)
        _model.maintenance_margin = PreviewChange.from_dict(_value) if isinstance(_value, dict) else _value
        _value = src_dict.get("total", UNSET)
        _model.total = Money.from_dict(_value) if isinstance(_value, dict) else _value
        return _model

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self) and self.to_dict() == other.to_dict()

    __hash__ = None  # type: ignore[assignment]


from ..models.money import Money
from ..models.preview_change import PreviewChange
from ..models.preview_warning import PreviewWarning
