from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.halt_scope import HaltScope
from ..types import (
    UNSET,
    Unset,
)

T = TypeVar("T", bound="TradingHalt")
_new = object.__new__


_KNOWN: frozenset[str] = frozenset(
    (
        "halted",
        "received_at",
        "scope",
        "key_id",
        "name",
        "reason",
        "since",
    )
)
_REQUIRED: frozenset[str] = frozenset(
    (
        "halted",
        "received_at",
        "scope",
    )
)


@_attrs_define(eq=False)
class TradingHalt:
    """The kill switch of one scope

    Attributes:
        halted (bool): Whether the switch of this scope is on; a wider one may be on besides Example: True.
        received_at (str): Instant in UTC, RFC 3339 with `Z` Example: 2026-03-02T14:30:00Z.
        scope (HaltScope): `gateway`, everything; `broker`, every connection to one broker; `connection`, one login;
            `account`, one account Example: account.
        key_id (str | Unset): Who did it, by the id of the key Example: 3f9a1c77d2e0.
        name (str | Unset): The broker, connection or account; absent for the whole gateway Example: ibkr:DU1234567.
        reason (str | Unset): Why it was switched on Example: Strategy 7 doubles its orders.
        since (str | Unset): Instant in UTC, RFC 3339 with `Z` Example: 2026-03-02T14:30:00Z.
    """

    halted: bool
    received_at: str
    scope: HaltScope
    key_id: str | Unset = UNSET
    name: str | Unset = UNSET
    reason: str | Unset = UNSET
    since: str | Unset = UNSET
    _partial: bool = _attrs_field(init=False, default=False, repr=False)

    def to_dict(self) -> dict[str, Any]:
        """The JSON object; properties that are unset are left out"""
        _object: dict[str, Any] = {
            "halted": self.halted,
            "received_at": self.received_at,
            "scope": self.scope,
        }
        _value = self.key_id
        if _value is not UNSET:
            _object["key_id"] = _value
        _value = self.name
        if _value is not UNSET:
            _object["name"] = _value
        _value = self.reason
        if _value is not UNSET:
            _object["reason"] = _value
        _value = self.since
        if _value is not UNSET:
            _object["since"] = _value
        if self._partial:
            _object = {_key: _value for _key, _value in _object.items() if _value is not UNSET}
        return _object

    @classmethod
    def fits(cls, src_dict: Mapping[str, Any]) -> bool:
        """True where all required properties are there"""
        return _REQUIRED <= src_dict.keys() and src_dict["scope"] in (
            "account",
            "broker",
            "connection",
            "gateway",
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read a decoded JSON object without ever raising: what is missing is UNSET, what is odd stays as it came"""
        _model = _new(cls)
        try:
            _model.halted = src_dict["halted"]
            _model.received_at = src_dict["received_at"]
            _model.scope = src_dict["scope"]
            _model._partial = False
        except KeyError:
            _model._partial = True
            _model.halted = src_dict.get("halted", UNSET)
            _model.received_at = src_dict.get("received_at", UNSET)
            _model.scope = src_dict.get("scope", UNSET)
        _model.key_id = src_dict["key_id"] if "key_id" in src_dict else UNSET
        _model.name = src_dict["name"] if "name" in src_dict else UNSET
        _model.reason = src_dict["reason"] if "reason" in src_dict else UNSET
        _model.since = src_dict["since"] if "since" in src_dict else UNSET
        return _model

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self) and self.to_dict() == other.to_dict()

    __hash__ = None  # type: ignore[assignment]
