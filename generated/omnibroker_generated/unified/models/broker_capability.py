from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import (
    UNSET,
    write_value,
)

T = TypeVar("T", bound="BrokerCapability")
_new = object.__new__


_KNOWN: frozenset[str] = frozenset(
    (
        "broker",
        "values",
    )
)
_REQUIRED: frozenset[str] = frozenset(
    (
        "broker",
        "values",
    )
)


@_attrs_define(eq=False)
class BrokerCapability:
    """The values that one broker takes

    Attributes:
        broker (str): Short name of a broker Example: ibkr.
        values (list[ValueSupport]): Each request field with a closed list of values
    """

    broker: str
    values: list[ValueSupport]
    _partial: bool = _attrs_field(init=False, default=False, repr=False)

    def to_dict(self) -> dict[str, Any]:
        """The JSON object; properties that are unset are left out"""
        _value = self.values
        _1 = (
            [_item.to_dict() if isinstance(_item, ValueSupport) else write_value(_item) for _item in _value]
            if isinstance(_value, list)
            else write_value(_value)
        )
        _object: dict[str, Any] = {
            "broker": self.broker,
            "values": _1,
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
            _model.values = src_dict["values"]
            _model._partial = False
        except KeyError:
            _model._partial = True
            _model.broker = src_dict.get("broker", UNSET)
            _model.values = src_dict.get("values", UNSET)
        _value = _model.values
        _model.values = (
            [(ValueSupport.from_dict(_item) if isinstance(_item, dict) else _item) for _item in _value]
            if isinstance(_value, list)
            else _value
        )
        return _model

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self) and self.to_dict() == other.to_dict()

    __hash__ = None  # type: ignore[assignment]


from ..models.value_support import ValueSupport
