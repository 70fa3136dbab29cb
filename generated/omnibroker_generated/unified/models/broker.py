from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import (
    UNSET,
)

T = TypeVar("T", bound="Broker")
_new = object.__new__


_KNOWN: frozenset[str] = frozenset(
    (
        "broker",
        "connections",
        "name",
        "operations",
    )
)
_REQUIRED: frozenset[str] = frozenset(
    (
        "broker",
        "connections",
        "name",
        "operations",
    )
)


@_attrs_define(eq=False)
class Broker:
    """A broker that this gateway speaks to

    Attributes:
        broker (str): Short name of a broker Example: ibkr.
        connections (list[str]): The connections to this broker that the key may see
        name (str): The broker's name as people write it Example: Interactive Brokers.
        operations (list[str]): The operations that work with this broker
    """

    broker: str
    connections: list[str]
    name: str
    operations: list[str]
    _partial: bool = _attrs_field(init=False, default=False, repr=False)

    def to_dict(self) -> dict[str, Any]:
        """The JSON object; properties that are unset are left out"""
        _object: dict[str, Any] = {
            "broker": self.broker,
            "connections": self.connections,
            "name": self.name,
            "operations": self.operations,
        }
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
            _model.connections = src_dict["connections"]
            _model.name = src_dict["name"]
            _model.operations = src_dict["operations"]
            _model._partial = False
        except KeyError:
            _model._partial = True
            _model.broker = src_dict.get("broker", UNSET)
            _model.connections = src_dict.get("connections", UNSET)
            _model.name = src_dict.get("name", UNSET)
            _model.operations = src_dict.get("operations", UNSET)
        return _model

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self) and self.to_dict() == other.to_dict()

    __hash__ = None  # type: ignore[assignment]
