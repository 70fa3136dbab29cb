from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.environment import Environment
from ..types import (
    UNSET,
    Unset,
)

T = TypeVar("T", bound="Account")
_new = object.__new__


_KNOWN: frozenset[str] = frozenset(
    (
        "account_id",
        "broker",
        "broker_account_id",
        "connection",
        "kind",
        "received_at",
        "simulated",
        "tradable",
        "environment",
        "name",
        "position_mode",
        "reporting_currency",
        "status",
        "sub_accounts",
        "type",
    )
)
_REQUIRED: frozenset[str] = frozenset(
    (
        "account_id",
        "broker",
        "broker_account_id",
        "connection",
        "kind",
        "received_at",
        "simulated",
        "tradable",
    )
)


@_attrs_define(eq=False)
class Account:
    """An account at a broker

    Attributes:
        account_id (str): Account on this gateway, made of the connection and the broker's own account id Example:
            ibkr:DU1234567.
        broker (str): Short name of a broker Example: ibkr.
        broker_account_id (str): The broker's own id of the account Example: DU1234567.
        connection (str): Name that the operator gave to one credential and its session at a broker Example: ibkr.
        kind (str): What the account is for Example: TRADING.
        received_at (str): Instant in UTC, RFC 3339 with `Z` Example: 2026-03-02T14:30:00Z.
        simulated (bool): Whether the account lives in this project's sandbox Example: True.
        tradable (bool): Whether the broker takes orders for this account Example: True.
        environment (Environment | Unset): Whether real money moves, as the broker itself proves it Example: paper.
        name (str | Unset): The name that the broker shows for the account Example: Paper account.
        position_mode (str | Unset): Whether opposite orders net, stand side by side, or each make a position of their
            own Example: NETTING.
        reporting_currency (str | Unset): ISO 4217 code, or the usual code of a crypto currency Example: USD.
        status (str | Unset): The state of the account at the broker Example: OPEN.
        sub_accounts (list[str] | Unset): The accounts below this one
        type_ (str | Unset): How the account is financed Example: MARGIN.
    """

    account_id: str
    broker: str
    broker_account_id: str
    connection: str
    kind: str
    received_at: str
    simulated: bool
    tradable: bool
    environment: Environment | Unset = UNSET
    name: str | Unset = UNSET
    position_mode: str | Unset = UNSET
    reporting_currency: str | Unset = UNSET
    status: str | Unset = UNSET
    sub_accounts: list[str] | Unset = UNSET
    type_: str | Unset = UNSET
    _partial: bool = _attrs_field(init=False, default=False, repr=False)

    def to_dict(self) -> dict[str, Any]:
        """The JSON object; properties that are unset are left out"""
        _object: dict[str, Any] = {
            "account_id": self.account_id,
            "broker": self.broker,
            "broker_account_id": self.broker_account_id,
            "connection": self.connection,
            "kind": self.kind,
            "received_at": self.received_at,
            "simulated": self.simulated,
            "tradable": self.tradable,
        }
        _value = self.environment
        if _value is not UNSET:
            _object["environment"] = _value
        _value = self.name
        if _value is not UNSET:
            _object["name"] = _value
        _value = self.position_mode
        if _value is not UNSET:
            _object["position_mode"] = _value
        _value = self.reporting_currency
        if _value is not UNSET:
            _object["reporting_currency"] = _value
        _value = self.status
        if _value is not UNSET:
            _object["status"] = _value
        _value = self.sub_accounts
        if _value is not UNSET:
            _object["sub_accounts"] = _value
        _value = self.type_
        if _value is not UNSET:
            _object["type"] = _value
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
            _model.broker_account_id = src_dict["broker_account_id"]
            _model.connection = src_dict["connection"]
            _model.kind = src_dict["kind"]
            _model.received_at = src_dict["received_at"]
            _model.simulated = src_dict["simulated"]
            _model.tradable = src_dict["tradable"]
            _model._partial = False
        except KeyError:
            _model._partial = True
            _model.account_id = src_dict.get("account_id", UNSET)
            _model.broker = src_dict.get("broker", UNSET)
            _model.broker_account_id = src_dict.get("broker_account_id", UNSET)
            _model.connection = src_dict.get("connection", UNSET)
            _model.kind = src_dict.get("kind", UNSET)
            _model.received_at = src_dict.get("received_at", UNSET)
            _model.simulated = src_dict.get("simulated", UNSET)
            _model.tradable = src_dict.get("tradable", UNSET)
        _model.environment = src_dict["environment"] if "environment" in src_dict else UNSET
        _model.name = src_dict["name"] if "name" in src_dict else UNSET
        _model.position_mode = src_dict["position_mode"] if "position_mode" in src_dict else UNSET
        _model.reporting_currency = src_dict["reporting_currency"] if "reporting_currency" in src_dict else UNSET
        _model.status = src_dict["status"] if "status" in src_dict else UNSET
        _model.sub_accounts = src_dict["sub_accounts"] if "sub_accounts" in src_dict else UNSET
        _model.type_ = src_dict["type"] if "type" in src_dict else UNSET
        return _model

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self) and self.to_dict() == other.to_dict()

    __hash__ = None  # type: ignore[assignment]
