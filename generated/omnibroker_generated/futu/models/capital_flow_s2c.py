from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import (
    UNSET,
    Unset,
    write_value,
)

T = TypeVar("T", bound="CapitalFlowS2C")
_new = object.__new__


_KNOWN: frozenset[str] = frozenset(
    (
        "flow_item_list",
        "last_valid_time",
        "last_valid_timestamp",
    )
)
_REQUIRED: frozenset[str] = frozenset(())


@_attrs_define(eq=False)
class CapitalFlowS2C:
    """
    Attributes:
        flow_item_list (list[CapitalFlowItem] | Unset):
        last_valid_time (None | str | Unset): Time of the last valid point
        last_valid_timestamp (Decimal | None | Unset): The same instant in epoch seconds
    """

    flow_item_list: list[CapitalFlowItem] | Unset = UNSET
    last_valid_time: None | str | Unset = UNSET
    last_valid_timestamp: Decimal | None | Unset = UNSET
    _extra: dict[str, Any] | None = _attrs_field(init=False, default=None, repr=False)
    _source: Mapping[str, Any] | None = _attrs_field(init=False, default=None, repr=False)

    def to_dict(self) -> dict[str, Any]:
        """The JSON object; properties that are unset are left out"""
        _object: dict[str, Any] = {}
        _value = self.flow_item_list
        if _value is not UNSET:
            _object["flow_item_list"] = (
                [_item.to_dict() if isinstance(_item, CapitalFlowItem) else write_value(_item) for _item in _value]
                if isinstance(_value, list)
                else write_value(_value)
            )
        _value = self.last_valid_time
        if _value is not UNSET:
            _object["last_valid_time"] = _value
        _value = self.last_valid_timestamp
        if _value is not UNSET:
            _object["last_valid_timestamp"] = _value
        if self._extra or self._source:
            for _key, _value in self.additional_properties.items():
                _object.setdefault(_key, write_value(_value))
        return _object

    @classmethod
    def fits(cls, src_dict: Mapping[str, Any]) -> bool:
        """True where all required properties are there"""
        return _REQUIRED <= src_dict.keys()

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read a decoded JSON object without ever raising: what is missing is UNSET, what is odd stays as it came"""
        _model = _new(cls)
        _value = src_dict.get("flow_item_list", UNSET)
        _model.flow_item_list = (
            [(CapitalFlowItem.from_dict(_item) if isinstance(_item, dict) else _item) for _item in _value]
            if isinstance(_value, list)
            else _value
        )
        _model.last_valid_time = src_dict["last_valid_time"] if "last_valid_time" in src_dict else UNSET
        _model.last_valid_timestamp = src_dict["last_valid_timestamp"] if "last_valid_timestamp" in src_dict else UNSET
        _model._extra = None
        _model._source = src_dict
        return _model

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self) and self.to_dict() == other.to_dict()

    __hash__ = None  # type: ignore[assignment]

    @property
    def additional_properties(self) -> dict[str, Any]:
        """Properties that the document does not name, picked out of the answer when they are first asked for"""
        if self._extra is None:
            self._extra = {_key: _value for _key, _value in (self._source or {}).items() if _key not in _KNOWN}
        return self._extra

    @additional_properties.setter
    def additional_properties(self, value: dict[str, Any]) -> None:
        self._extra = value

    @property
    def additional_keys(self) -> list[str]:
        return list(self.additional_properties.keys())

    def __getitem__(self, key: str) -> Any:
        return self.additional_properties[key]

    def __setitem__(self, key: str, value: Any) -> None:
        self.additional_properties[key] = value

    def __delitem__(self, key: str) -> None:
        del self.additional_properties[key]

    def __contains__(self, key: str) -> bool:
        return key in self.additional_properties


from ..models.capital_flow_item import CapitalFlowItem
