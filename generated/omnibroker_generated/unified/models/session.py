from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.environment import Environment
from ..models.session_state import SessionState
from ..types import (
    UNSET,
    Unset,
)

T = TypeVar("T", bound="Session")
_new = object.__new__


_KNOWN: frozenset[str] = frozenset(
    (
        "broker",
        "connection",
        "needs_human",
        "received_at",
        "state",
        "detail",
        "environment",
        "expires_at",
        "last_keep_alive_at",
        "since",
    )
)
_REQUIRED: frozenset[str] = frozenset(
    (
        "broker",
        "connection",
        "needs_human",
        "received_at",
        "state",
    )
)


@_attrs_define(eq=False)
class Session:
    """The login of one connection at its broker

    Attributes:
        broker (str): Short name of a broker Example: ibkr.
        connection (str): Name that the operator gave to one credential and its session at a broker Example: ibkr.
        needs_human (bool): Whether nothing goes on until a person acts, for instance logs in Example: False.
        received_at (str): Instant in UTC, RFC 3339 with `Z` Example: 2026-03-02T14:30:00Z.
        state (SessionState): `LOGGED_OUT`, no login; `READ_ONLY`, logged in without trading; `INITIALISING`, on the way
            up; `READY`, reads and orders work; `COMPETING`, another login of the same user has taken over; `DEGRADED`, the
            broker answers badly; `NEEDS_HUMAN`, a person has to act. Example: READY.
        detail (str | Unset): What a person should know or do Example: Log in at the broker's gateway, then call
            refresh_session..
        environment (Environment | Unset): Whether real money moves, as the broker itself proves it Example: paper.
        expires_at (str | Unset): Instant in UTC, RFC 3339 with `Z` Example: 2026-03-02T14:30:00Z.
        last_keep_alive_at (str | Unset): Instant in UTC, RFC 3339 with `Z` Example: 2026-03-02T14:30:00Z.
        since (str | Unset): Instant in UTC, RFC 3339 with `Z` Example: 2026-03-02T14:30:00Z.
    """

    broker: str
    connection: str
    needs_human: bool
    received_at: str
    state: SessionState
    detail: str | Unset = UNSET
    environment: Environment | Unset = UNSET
    expires_at: str | Unset = UNSET
    last_keep_alive_at: str | Unset = UNSET
    since: str | Unset = UNSET
    _partial: bool = _attrs_field(init=False, default=False, repr=False)

    def to_dict(self) -> dict[str, Any]:
        """The JSON object; properties that are unset are left out"""
        _object: dict[str, Any] = {
            "broker": self.broker,
            "connection": self.connection,
            "needs_human": self.needs_human,
            "received_at": self.received_at,
            "state": self.state,
        }
        _value = self.detail
        if _value is not UNSET:
            _object["detail"] = _value
        _value = self.environment
        if _value is not UNSET:
            _object["environment"] = _value
        _value = self.expires_at
        if _value is not UNSET:
            _object["expires_at"] = _value
        _value = self.last_keep_alive_at
        if _value is not UNSET:
            _object["last_keep_alive_at"] = _value
        _value = self.since
        if _value is not UNSET:
            _object["since"] = _value
        if self._partial:
            _object = {_key: _value for _key, _value in _object.items() if _value is not UNSET}
        return _object

    @classmethod
    def fits(cls, src_dict: Mapping[str, Any]) -> bool:
        """True where all required properties are there"""
        return _REQUIRED <= src_dict.keys() and src_dict["state"] in (
            "COMPETING",
            "DEGRADED",
            "INITIALISING",
            "LOGGED_OUT",
            "NEEDS_HUMAN",
            "READ_ONLY",
            "READY",
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read a decoded JSON object without ever raising: what is missing is UNSET, what is odd stays as it came"""
        _model = _new(cls)
        try:
            _model.broker = src_dict["broker"]
            _model.connection = src_dict["connection"]
            _model.needs_human = src_dict["needs_human"]
            _model.received_at = src_dict["received_at"]
            _model.state = src_dict["state"]
            _model._partial = False
        except KeyError:
            _model._partial = True
            _model.broker = src_dict.get("broker", UNSET)
            _model.connection = src_dict.get("connection", UNSET)
            _model.needs_human = src_dict.get("needs_human", UNSET)
            _model.received_at = src_dict.get("received_at", UNSET)
            _model.state = src_dict.get("state", UNSET)
        _model.detail = src_dict["detail"] if "detail" in src_dict else UNSET
        _model.environment = src_dict["environment"] if "environment" in src_dict else UNSET
        _model.expires_at = src_dict["expires_at"] if "expires_at" in src_dict else UNSET
        _model.last_keep_alive_at = src_dict["last_keep_alive_at"] if "last_keep_alive_at" in src_dict else UNSET
        _model.since = src_dict["since"] if "since" in src_dict else UNSET
        return _model

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self) and self.to_dict() == other.to_dict()

    __hash__ = None  # type: ignore[assignment]
