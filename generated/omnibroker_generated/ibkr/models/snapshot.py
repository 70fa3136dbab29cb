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
        "31",
        "55",
        "6119",
        "6509",
        "70",
        "7051",
        "7059",
        "71",
        "7295",
        "7296",
        "7635",
        "7741",
        "7762",
        "82",
        "83",
        "84",
        "85",
        "86",
        "87",
        "88",
        "_updated",
        "conid",
        "conidEx",
        "server_id",
    )
)
_REQUIRED: frozenset[str] = frozenset(())


@_attrs_define(eq=False)
class Snapshot:
    """Quote of one contract, keyed by field tag. Only tags that are open and changed are sent; sizes carry thousands
    separators.

        Attributes:
            field_31 (Any | Unset): Last price as text; a leading C marks the prior close, a leading H a halt
            field_55 (str | Unset): Symbol
            field_6119 (str | Unset): Server id of the stream
            field_6509 (str | Unset): Availability; first letter R real time, D delayed, Z frozen, Y frozen delayed, N not
                subscribed, O acknowledgement missing
            field_70 (Any | Unset): High of the day; number as text
            field_7051 (str | Unset): Company name
            field_7059 (Any | Unset): Last size; number as text with thousands separators
            field_71 (Any | Unset): Low of the day; number as text
            field_7295 (Any | Unset): Open; number as text
            field_7296 (Any | Unset): Close; number as text
            field_7635 (Any | Unset): Mark price; number as text
            field_7741 (Any | Unset): Prior close; number as text
            field_7762 (Any | Unset): Volume in full precision; number as text with thousands separators
            field_82 (Any | Unset): Change since the prior close; number as text
            field_83 (Any | Unset): Change since the prior close in percent; may end with a percent sign; number as text
            field_84 (Any | Unset): Bid price; number as text
            field_85 (Any | Unset): Ask size; number as text with thousands separators
            field_86 (Any | Unset): Ask price; number as text
            field_87 (Any | Unset): Volume as text with K or M
            field_88 (Any | Unset): Bid size; number as text with thousands separators
            field_updated (int | Unset): Epoch milliseconds
            conid (int | Unset):
            conid_ex (str | Unset): Contract id, with @EXCHANGE when routed directly
            server_id (str | Unset):
    """

    field_31: Any | Unset = UNSET
    field_55: str | Unset = UNSET
    field_6119: str | Unset = UNSET
    field_6509: str | Unset = UNSET
    field_70: Any | Unset = UNSET
    field_7051: str | Unset = UNSET
    field_7059: Any | Unset = UNSET
    field_71: Any | Unset = UNSET
    field_7295: Any | Unset = UNSET
    field_7296: Any | Unset = UNSET
    field_7635: Any | Unset = UNSET
    field_7741: Any | Unset = UNSET
    field_7762: Any | Unset = UNSET
    field_82: Any | Unset = UNSET
    field_83: Any | Unset = UNSET
    field_84: Any | Unset = UNSET
    field_85: Any | Unset = UNSET
    field_86: Any | Unset = UNSET
    field_87: Any | Unset = UNSET
    field_88: Any | Unset = UNSET
    field_updated: int | Unset = UNSET
    conid: int | Unset = UNSET
    conid_ex: str | Unset = UNSET
    server_id: str | Unset = UNSET
    _extra: dict[str, Any] | None = _attrs_field(init=False, default=None, repr=False)
    _source: Mapping[str, Any] | None = _attrs_field(init=False, default=None, repr=False)

    def to_dict(self) -> dict[str, Any]:
        """The JSON object; properties that are unset are left out"""
        _object: dict[str, Any] = {}
        _value = self.field_31
        if _value is not UNSET:
            _object["31"] = write_value(_value)
        _value = self.field_55
        if _value is not UNSET:
            _object["55"] = _value
        _value = self.field_6119
        if _value is not UNSET:
            _object["6119"] = _value
        _value = self.field_6509
        if _value is not UNSET:
            _object["6509"] = _value
        _value = self.field_70
        if _value is not UNSET:
            _object["70"] = write_value(_value)
        _value = self.field_7051
        if _value is not UNSET:
            _object["7051"] = _value
        _value = self.field_7059
        if _value is not UNSET:
            _object["7059"] = write_value(_value)
        _value = self.field_71
        if _value is not UNSET:
            _object["71"] = write_value(_value)
        _value = self.field_7295
        if _value is not UNSET:
            _object["7295"] = write_value(_value)
        _value = self.field_7296
        if _value is not UNSET:
            _object["7296"] = write_value(_value)
        _value = self.field_7635
        if _value is not UNSET:
            _object["7635"] = write_value(_value)
        _value = self.field_7741
        if _value is not UNSET:
            _object["7741"] = write_value(_value)
        _value = self.field_7762
        if _value is not UNSET:
            _object["7762"] = write_value(_value)
        _value = self.field_82
        if _value is not UNSET:
            _object["82"] = write_value(_value)
        _value = self.field_83
        if _value is not UNSET:
            _object["83"] = write_value(_value)
        _value = self.field_84
        if _value is not UNSET:
            _object["84"] = write_value(_value)
        _value = self.field_85
        if _value is not UNSET:
            _object["85"] = write_value(_value)
        _value = self.field_86
        if _value is not UNSET:
            _object["86"] = write_value(_value)
        _value = self.field_87
        if _value is not UNSET:
            _object["87"] = write_value(_value)
        _value = self.field_88
        if _value is not UNSET:
            _object["88"] = write_value(_value)
        _value = self.field_updated
        if _value is not UNSET:
            _object["_updated"] = _value
        _value = self.conid
        if _value is not UNSET:
            _object["conid"] = _value
        _value = self.conid_ex
        if _value is not UNSET:
            _object["conidEx"] = _value
        _value = self.server_id
        if _value is not UNSET:
            _object["server_id"] = _value
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
        _model.field_31 = src_dict["31"] if "31" in src_dict else UNSET
        _model.field_55 = src_dict["55"] if "55" in src_dict else UNSET
        _model.field_6119 = src_dict["6119"] if "6119" in src_dict else UNSET
        _model.field_6509 = src_dict["6509"] if "6509" in src_dict else UNSET
        _model.field_70 = src_dict["70"] if "70" in src_dict else UNSET
        _model.field_7051 = src_dict["7051"] if "7051" in src_dict else UNSET
        _model.field_7059 = src_dict["7059"] if "7059" in src_dict else UNSET
        _model.field_71 = src_dict["71"] if "71" in src_dict else UNSET
        _model.field_7295 = src_dict["7295"] if "7295" in src_dict else UNSET
        _model.field_7296 = src_dict["7296"] if "7296" in src_dict else UNSET
        _model.field_7635 = src_dict["7635"] if "7635" in src_dict else UNSET
        _model.field_7741 = src_dict["7741"] if "7741" in src_dict else UNSET
        _model.field_7762 = src_dict["7762"] if "7762" in src_dict else UNSET
        _model.field_82 = src_dict["82"] if "82" in src_dict else UNSET
        _model.field_83 = src_dict["83"] if "83" in src_dict else UNSET
        _model.field_84 = src_dict["84"] if "84" in src_dict else UNSET
        _model.field_85 = src_dict["85"] if "85" in src_dict else UNSET
        _model.field_86 = src_dict["86"] if "86" in src_dict else UNSET
        _model.field_87 = src_dict["87"] if "87" in src_dict else UNSET
        _model.field_88 = src_dict["88"] if "88" in src_dict else UNSET
        _model.field_updated = src_dict["_updated"] if "_updated" in src_dict else UNSET
        _model.conid = src_dict["conid"] if "conid" in src_dict else UNSET
        _model.conid_ex = src_dict["conidEx"] if "conidEx" in src_dict else UNSET
        _model.server_id = src_dict["server_id"] if "server_id" in src_dict else UNSET
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
