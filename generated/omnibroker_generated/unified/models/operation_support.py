from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.capability_state import CapabilityState
from ..types import (
    UNSET,
)

T = TypeVar("T", bound="OperationSupport")
_new = object.__new__


_KNOWN: frozenset[str] = frozenset(
    (
        "broker",
        "state",
    )
)
_REQUIRED: frozenset[str] = frozenset(
    (
        "broker",
        "state",
    )
)


@_attrs_define(eq=False)
class OperationSupport:
    """One operation with one broker

    Attributes:
        broker (str): Short name of a broker Example: ibkr.
        state (CapabilityState): `SUPPORTED`, the broker does it; `EMULATED`, the gateway composes it from what the
            broker does; `UNSUPPORTED`, it is answered with 422 `unsupported_by_broker`. Example: SUPPORTED.
    """

    broker: str
    state: CapabilityState
    _partial: bool = _attrs_field(init=False, default=False, repr=False)

    def to_dict(self) -> dict[str, Any]:
        """The JSON object; properties that are unset are left out"""
        _object: dict[str, Any] = {
            "broker": self.broker,
            "state": self.state,
        }
        if self._partial:
            _object = {_key: _value for _key, _value in _object.items() if _value is not UNSET}
        return _object

    @classmethod
    def fits(cls, src_dict: Mapping[str, Any]) -> bool:
        """True where all required properties are there"""
        return _REQUIRED <= src_dict.keys() and src_dict["state"] in (
            "EMULATED",
            "SUPPORTED",
            "UNSUPPORTED",
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read a decoded JSON object without ever raising: what is missing is UNSET, what is odd stays as it came"""
        _model = _new(cls)
        try:
            _model.broker = src_dict["broker"]
            _model.state = src_dict["state"]
            _model._partial = False
        except KeyError:
            _model._partial = True
            _model.broker = src_dict.get("broker", UNSET)
            _model.state = src_dict.get("state", UNSET)
        return _model

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self) and self.to_dict() == other.to_dict()

    __hash__ = None  # type: ignore[assignment]
