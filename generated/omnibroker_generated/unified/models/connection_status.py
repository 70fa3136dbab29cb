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

T = TypeVar("T", bound="ConnectionStatus")
_new = object.__new__


_KNOWN: frozenset[str] = frozenset(
    (
        "broker",
        "connection",
        "session",
        "trading_halted",
        "breaker",
    )
)
_REQUIRED: frozenset[str] = frozenset(
    (
        "broker",
        "connection",
        "session",
        "trading_halted",
    )
)


@_attrs_define(eq=False)
class ConnectionStatus:
    """One connection with its session and its breaker

    Attributes:
        broker (str): Short name of a broker Example: ibkr.
        connection (str): Name that the operator gave to one credential and its session at a broker Example: ibkr.
        session (Session): The login of one connection at its broker
        trading_halted (bool): Whether a kill switch holds for the whole connection Example: False.
        breaker (str | Unset): `OPEN` while reads fail at once because the broker did not answer; `HALF_OPEN` while one
            is tried Example: CLOSED.
    """

    broker: str
    connection: str
    session: Session
    trading_halted: bool
    breaker: str | Unset = UNSET
    _partial: bool = _attrs_field(init=False, default=False, repr=False)

    def to_dict(self) -> dict[str, Any]:
        """The JSON object; properties that are unset are left out"""
        _value = self.session
        _1 = _value.to_dict() if isinstance(_value, Session) else write_value(_value)
        _object: dict[str, Any] = {
            "broker": self.broker,
            "connection": self.connection,
            "session": _1,
            "trading_halted": self.trading_halted,
        }
        _value = self.breaker
        if _value is not UNSET:
            _object["breaker"] = _value
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
            _model.broker = src_dict["broker"]
            _model.connection = src_dict["connection"]
            _model.session = src_dict["session"]
            _model.trading_halted = src_dict["trading_halted"]
            _model._partial = False
        except KeyError:
            _model._partial = True
            _model.broker = src_dict.get("broker", UNSET)
            _model.connection = src_dict.get("connection", UNSET)
            _model.session = src_dict.get("session", UNSET)
            _model.trading_halted = src_dict.get("trading_halted", UNSET)
        _value = _model.session
        _model.session = Session.from_dict(_value) if isinstance(_value, dict) else _value
        _model.breaker = src_dict["breaker"] if "breaker" in src_dict else UNSET
        return _model

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self) and self.to_dict() == other.to_dict()

    __hash__ = None  # type: ignore[assignment]


from ..models.session import Session
