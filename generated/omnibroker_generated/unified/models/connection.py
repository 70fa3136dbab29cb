from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.environment import Environment
from ..types import (
    UNSET,
    Unset,
    write_value,
)

T = TypeVar("T", bound="Connection")
_new = object.__new__


_KNOWN: frozenset[str] = frozenset(
    (
        "broker",
        "connection",
        "read_only",
        "session",
        "simulated",
        "trading_halted",
        "environment",
        "expected_environment",
    )
)
_REQUIRED: frozenset[str] = frozenset(
    (
        "broker",
        "connection",
        "read_only",
        "session",
        "simulated",
        "trading_halted",
    )
)


@_attrs_define(eq=False)
class Connection:
    """One credential at a broker with its session

    Attributes:
        broker (str): Short name of a broker Example: ibkr.
        connection (str): Name that the operator gave to one credential and its session at a broker Example: ibkr.
        read_only (bool): Whether the operator allows reads only Example: False.
        session (Session): The login of one connection at its broker
        simulated (bool): Whether the other side is this project's sandbox Example: True.
        trading_halted (bool): Whether the kill switch is on, which refuses everything but cancels Example: False.
        environment (Environment | Unset): Whether real money moves, as the broker itself proves it Example: paper.
        expected_environment (Environment | Unset): Whether real money moves, as the broker itself proves it Example:
            paper.
    """

    broker: str
    connection: str
    read_only: bool
    session: Session
    simulated: bool
    trading_halted: bool
    environment: Environment | Unset = UNSET
    expected_environment: Environment | Unset = UNSET
    _partial: bool = _attrs_field(init=False, default=False, repr=False)

    def to_dict(self) -> dict[str, Any]:
        """The JSON object; properties that are unset are left out"""
        _value = self.session
        _1 = _value.to_dict() if isinstance(_value, Session) else write_value(_value)
        _object: dict[str, Any] = {
            "broker": self.broker,
            "connection": self.connection,
            "read_only": self.read_only,
            "session": _1,
            "simulated": self.simulated,
            "trading_halted": self.trading_halted,
        }
        _value = self.environment
        if _value is not UNSET:
            _object["environment"] = _value
        _value = self.expected_environment
        if _value is not UNSET:
            _object["expected_environment"] = _value
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
            _model.read_only = src_dict["read_only"]
            _model.session = src_dict["session"]
            _model.simulated = src_dict["simulated"]
            _model.trading_halted = src_dict["trading_halted"]
            _model._partial = False
        except KeyError:
            _model._partial = True
            _model.broker = src_dict.get("broker", UNSET)
            _model.connection = src_dict.get("connection", UNSET)
            _model.read_only = src_dict.get("read_only", UNSET)
            _model.session = src_dict.get("session", UNSET)
            _model.simulated = src_dict.get("simulated", UNSET)
            _model.trading_halted = src_dict.get("trading_halted", UNSET)
        _value = _model.session
        _model.session = Session.from_dict(_value) if isinstance(_value, dict) else _value
        _model.environment = src_dict["environment"] if "environment" in src_dict else UNSET
        _model.expected_environment = src_dict["expected_environment"] if "expected_environment" in src_dict else UNSET
        return _model

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self) and self.to_dict() == other.to_dict()

    __hash__ = None  # type: ignore[assignment]


from ..models.session import Session
