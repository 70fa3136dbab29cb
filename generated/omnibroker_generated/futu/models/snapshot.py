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

T = TypeVar("T", bound="Snapshot")
_new = object.__new__


_KNOWN: frozenset[str] = frozenset(
    (
        "basic",
        "equity_ex_data",
        "future_ex_data",
        "index_ex_data",
        "option_ex_data",
        "plate_ex_data",
        "trust_ex_data",
        "warrant_ex_data",
    )
)
_REQUIRED: frozenset[str] = frozenset(())


@_attrs_define(eq=False)
class Snapshot:
    """One of the blocks of extra data is filled, by security type; the others are null.

    Attributes:
        basic (SnapshotBasicData | Unset):
        equity_ex_data (EquitySnapshotExData | None | Unset):
        future_ex_data (FutureSnapshotExData | None | Unset):
        index_ex_data (IndexSnapshotExData | None | Unset):
        option_ex_data (None | OptionSnapshotExData | Unset):
        plate_ex_data (None | PlateSnapshotExData | Unset):
        trust_ex_data (None | TrustSnapshotExData | Unset):
        warrant_ex_data (None | Unset | WarrantSnapshotExData):
    """

    basic: SnapshotBasicData | Unset = UNSET
    equity_ex_data: EquitySnapshotExData | None | Unset = UNSET
    future_ex_data: FutureSnapshotExData | None | Unset = UNSET
    index_ex_data: IndexSnapshotExData | None | Unset = UNSET
    option_ex_data: None | OptionSnapshotExData | Unset = UNSET
    plate_ex_data: None | PlateSnapshotExData | Unset = UNSET
    trust_ex_data: None | TrustSnapshotExData | Unset = UNSET
    warrant_ex_data: None | Unset | WarrantSnapshotExData = UNSET
    _extra: dict[str, Any] | None = _attrs_field(init=False, default=None, repr=False)
    _source: Mapping[str, Any] | None = _attrs_field(init=False, default=None, repr=False)

    def to_dict(self) -> dict[str, Any]:
        """The JSON object; properties that are unset are left out"""
        _object: dict[str, Any] = {}
        _value = self.basic
        if _value is not UNSET:
            _object["basic"] = _value.to_dict() if isinstance(_value, SnapshotBasicData) else write_value(_value)
        _value = self.equity_ex_data
        if _value is not UNSET:
            _object["equity_ex_data"] = write_value(_value)
        _value = self.future_ex_data
        if _value is not UNSET:
            _object["future_ex_data"] = write_value(_value)
        _value = self.index_ex_data
        if _value is not UNSET:
            _object["index_ex_data"] = write_value(_value)
        _value = self.option_ex_data
        if _value is not UNSET:
            _object["option_ex_data"] = write_value(_value)
        _value = self.plate_ex_data
        if _value is not UNSET:
            _object["plate_ex_data"] = write_value(_value)
        _value = self.trust_ex_data
        if _value is not UNSET:
            _object["trust_ex_data"] = write_value(_value)
        _value = self.warrant_ex_data
        if _value is not UNSET:
            _object["warrant_ex_data"] = write_value(_value)
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
        _value = src_dict.get("basic", UNSET)
        _model.basic = SnapshotBasicData.from_dict(_value) if isinstance(_value, dict) else _value
        _value = src_dict.get("equity_ex_data", UNSET)
        _model.equity_ex_data = EquitySnapshotExData.from_dict(_value) if isinstance(_value, dict) else _value

        _value = src_dict.get("future_ex_data", UNSET)
        _model.future_ex_data = FutureSnapshotExData.from_dict(_value) if isinstance(_value, dict) else _value

        _value = src_dict.get("index_ex_data", UNSET)
        _model.index_ex_data = IndexSnapshotExData.from_dict(_value) if isinstance(_value, dict) else _value

        _value = src_dict.get("option_ex_data", UNSET)
        _model.option_ex_data = OptionSnapshotExData.from_dict(_value) if isinstance(_value, dict) else _value

        _value = src_dict.get("plate_ex_data", UNSET)
        _model.plate_ex_data = PlateSnapshotExData.from_dict(_value) if isinstance(_value, dict) else _value

        _value = src_dict.get("trust_ex_data", UNSET)
        _model.trust_ex_data = TrustSnapshotExData.from_dict(_value) if isinstance(_value, dict) else _value

        _value = src_dict.get("warrant_ex_data", UNSET)
        _model.warrant_ex_data = WarrantSnapshotExData.from_dict(_value) if isinstance(_value, dict) else _value

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


from ..models.equity_snapshot_ex_data import EquitySnapshotExData
from ..models.future_snapshot_ex_data import FutureSnapshotExData
from ..models.index_snapshot_ex_data import IndexSnapshotExData
from ..models.option_snapshot_ex_data import OptionSnapshotExData
from ..models.plate_snapshot_ex_data import PlateSnapshotExData
from ..models.snapshot_basic_data import SnapshotBasicData
from ..models.trust_snapshot_ex_data import TrustSnapshotExData
from ..models.warrant_snapshot_ex_data import WarrantSnapshotExData
