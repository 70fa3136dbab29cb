from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.session_state import SessionState
from ..types import (
    UNSET,
)

T = TypeVar("T", bound="ConnectionReadiness")
_new = object.__new__


_KNOWN: frozenset[str] = frozenset(
    (
        "broker",
        "connection",
        "ready",
        "state",
    )
)
_REQUIRED: frozenset[str] = frozenset(
    (
        "broker",
        "connection",
        "ready",
        "state",
    )
)


@_attrs_define(eq=False)
class ConnectionReadiness:
    """Whether one connection can serve

    Attributes:
        broker (str): Short name of a broker Example: ibkr.
        connection (str): Name that the operator gave to one credential and its session at a broker Example: ibkr.
        ready (bool): Whether the connection serves reads and orders Example: True.
        state (SessionState): `LOGGED_OUT`, no login; `READ_ONLY`, logged in without trading; `INITIALISING`, on the way
            up; `READY`, reads and orders work; `COMPETING`, another login of the same user has taken over; `DEGRADED`, the
            broker answers badly; `NEEDS_HUMAN`, a person has to act. Example: READY.
    """

    broker: str
    connection: str
    ready: bool
    state: SessionState
    _partial: bool = _attrs_field(init=False, default=False, repr=False)

    def to_dict(self) -> dict[str, Any]:
        """The JSON object; properties that are unset are left out"""
        _object: dict[str, Any] = {
            "broker": self.broker,
            "connection": self.connection,
            "ready": self.ready,
            "state": self.state,
        }
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
            _model.ready = src_dict["ready"]
            _model.state = src_dict["state"]
            _model._partial = False
        except KeyError:
            _model._partial = True
            _model.broker = src_dict.get("broker", UNSET)
            _model.connection = src_dict.get("connection", UNSET)
            _model.ready = src_dict.get("ready", UNSET)
            _model.state = src_dict.get("state", UNSET)
        return _model

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self) and self.to_dict() == other.to_dict()

    __hash__ = None  # type: ignore[assignment]
