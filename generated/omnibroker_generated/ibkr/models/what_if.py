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

T = TypeVar("T", bound="WhatIf")
_new = object.__new__


_KNOWN: frozenset[str] = frozenset(
    (
        "amount",
        "equity",
        "error",
        "initial",
        "maintenance",
        "position",
        "warn",
    )
)
_REQUIRED: frozenset[str] = frozenset(())


@_attrs_define(eq=False)
class WhatIf:
    """
    Attributes:
        amount (WhatIfAmount | Unset): Text with unit and thousands separators, such as 1,977.60 USD (10 Shares).
        equity (WhatIfChange | Unset):
        error (None | str | Unset):
        initial (WhatIfChange | Unset):
        maintenance (WhatIfChange | Unset):
        position (WhatIfChange | Unset):
        warn (None | str | Unset): A leading number and slash is the code of the warning
    """

    amount: WhatIfAmount | Unset = UNSET
    equity: WhatIfChange | Unset = UNSET
    error: None | str | Unset = UNSET
    initial: WhatIfChange | Unset = UNSET
    maintenance: WhatIfChange | Unset = UNSET
    position: WhatIfChange | Unset = UNSET
    warn: None | str | Unset = UNSET
    _extra: dict[str, Any] | None = _attrs_field(init=False, default=None, repr=False)
    _source: Mapping[str, Any] | None = _attrs_field(init=False, default=None, repr=False)

    def to_dict(self) -> dict[str, Any]:
        """The JSON object; properties that are unset are left out"""
        _object: dict[str, Any] = {}
        _value = self.amount
        if _value is not UNSET:
            _object["amount"] = _value.to_dict() if isinstance(_value, WhatIfAmount) else write_value(_value)
        _value = self.equity
        if _value is not UNSET:
            _object["equity"] = _value.to_dict() if isinstance(_value, WhatIfChange) else write_value(_value)
        _value = self.error
        if _value is not UNSET:
            _object["error"] = _value
        _value = self.initial
        if _value is not UNSET:
            _object["initial"] = _value.to_dict() if isinstance(_value, WhatIfChange) else write_value(_value)
        _value = self.maintenance
        if _value is not UNSET:
            _object["maintenance"] = _value.to_dict() if isinstance(_value, WhatIfChange) else write_value(_value)
        _value = self.position
        if _value is not UNSET:
            _object["position"] = _value.to_dict() if isinstance(_value, WhatIfChange) else write_value(_value)
        _value = self.warn
        if _value is not UNSET:
            _object["warn"] = _value
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
        _value = src_dict.get("amount", UNSET)
        _model.amount = WhatIfAmount.from_dict(_value) if isinstance(_value, dict) else _value
        _value = src_dict.get("equity", UNSET)
        _model.equity = WhatIfChange.from_dict(_value) if isinstance(_value, dict) else _value
        _model.error = src_dict["error"] if "error" in src_dict else UNSET
        _value = src_dict.get("initial", UNSET)
        _model.initial = WhatIfChange.from_dict(_value) if isinstance(_value, dict) else _value
        _value = src_dict.get("maintenance", UNSET)
        _model.maintenance = WhatIfChange.from_dict(_value) if isinstance(_value, dict) else _value
        _value = src_dict.get("position", UNSET)
        _model.position = WhatIfChange.from_dict(_value) if isinstance(_value, dict) else _value
        _model.warn = src_dict["warn"] if "warn" in src_dict else UNSET
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


from ..models.what_if_amount import WhatIfAmount
from ..models.what_if_change import WhatIfChange
