from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import (
    UNSET,
    write_value,
)

T = TypeVar("T", bound="Capabilities")
_new = object.__new__


_KNOWN: frozenset[str] = frozenset(
    (
        "brokers",
        "contract_version",
        "operations",
    )
)
_REQUIRED: frozenset[str] = frozenset(
    (
        "brokers",
        "contract_version",
        "operations",
    )
)


@_attrs_define(eq=False)
class Capabilities:
    """What works with which broker, known before anything is sent

    Attributes:
        brokers (list[BrokerCapability]): Which values of each request field every broker takes
        contract_version (str): The `info.version` of this contract Example: 1.0.0.
        operations (list[OperationCapability]): Every operation, with every broker
    """

    brokers: list[BrokerCapability]
    contract_version: str
    operations: list[OperationCapability]
    _partial: bool = _attrs_field(init=False, default=False, repr=False)

    def to_dict(self) -> dict[str, Any]:
        """The JSON object; properties that are unset are left out"""
        _value = self.brokers
        _1 = (
            [_item.to_dict() if isinstance(_item, BrokerCapability) else write_value(_item) for _item in _value]
            if isinstance(_value, list)
            else write_value(_value)
        )
        _value = self.operations
        _2 = (
            [_item.to_dict() if isinstance(_item, OperationCapability) else write_value(_item) for _item in _value]
            if isinstance(_value, list)
            else write_value(_value)
        )
        _object: dict[str, Any] = {
            "brokers": _1,
            "contract_version": self.contract_version,
            "operations": _2,
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
            _model.brokers = src_dict["brokers"]
            _model.contract_version = src_dict["contract_version"]
            _model.operations = src_dict["operations"]
            _model._partial = False
        except KeyError:
            _model._partial = True
            _model.brokers = src_dict.get("brokers", UNSET)
            _model.contract_version = src_dict.get("contract_version", UNSET)
            _model.operations = src_dict.get("operations", UNSET)
        _value = _model.brokers
        _model.brokers = (
            [(BrokerCapability.from_dict(_item) if isinstance(_item, dict) else _item) for _item in _value]
            if isinstance(_value, list)
            else _value
        )
        _value = _model.operations
        _model.operations = (
            [(OperationCapability.from_dict(_item) if isinstance(_item, dict) else _item) for _item in _value]
            if isinstance(_value, list)
            else _value
        )
        return _model

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self) and self.to_dict() == other.to_dict()

    __hash__ = None  # type: ignore[assignment]


from ..models.broker_capability import BrokerCapability
from ..models.operation_capability import OperationCapability
