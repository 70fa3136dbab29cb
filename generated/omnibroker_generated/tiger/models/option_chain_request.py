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

T = TypeVar("T", bound="OptionChainRequest")
_new = object.__new__


_KNOWN: frozenset[str] = frozenset(
    (
        "option_basic",
        "version",
        "lang",
        "market",
        "option_filter",
        "return_greek_value",
    )
)
_REQUIRED: frozenset[str] = frozenset(
    (
        "option_basic",
        "version",
    )
)


@_attrs_define(eq=False)
class OptionChainRequest:
    """
    Attributes:
        option_basic (list[OptionSeries]):
        version (str): Stands in the envelope too; other methods have 2.0 there and nothing here
        lang (str | Unset): Language of names and display texts
        market (str | Unset):
        option_filter (OptionFilter | Unset):
        return_greek_value (bool | Unset): Greeks come only when asked for
    """

    option_basic: list[OptionSeries]
    version: str
    lang: str | Unset = UNSET
    market: str | Unset = UNSET
    option_filter: OptionFilter | Unset = UNSET
    return_greek_value: bool | Unset = UNSET
    _extra: dict[str, Any] | None = _attrs_field(init=False, default=None, repr=False)
    _source: Mapping[str, Any] | None = _attrs_field(init=False, default=None, repr=False)
    _partial: bool = _attrs_field(init=False, default=False, repr=False)

    def to_dict(self) -> dict[str, Any]:
        """The JSON object; properties that are unset are left out"""
        _value = self.option_basic
        _1 = (
            [_item.to_dict() if isinstance(_item, OptionSeries) else write_value(_item) for _item in _value]
            if isinstance(_value, list)
            else write_value(_value)
        )
        _object: dict[str, Any] = {
            "option_basic": _1,
            "version": self.version,
        }
        _value = self.lang
        if _value is not UNSET:
            _object["lang"] = _value
        _value = self.market
        if _value is not UNSET:
            _object["market"] = _value
        _value = self.option_filter
        if _value is not UNSET:
            _object["option_filter"] = _value.to_dict() if isinstance(_value, OptionFilter) else write_value(_value)
        _value = self.return_greek_value
        if _value is not UNSET:
            _object["return_greek_value"] = _value
        if self._partial:
            _object = {_key: _value for _key, _value in _object.items() if _value is not UNSET}
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
        try:
            _model.option_basic = src_dict["option_basic"]
            _model.version = src_dict["version"]
            _model._partial = False
        except KeyError:
            _model._partial = True
            _model.option_basic = src_dict.get("option_basic", UNSET)
            _model.version = src_dict.get("version", UNSET)
        _value = _model.option_basic
        _model.option_basic = (
            [(OptionSeries.from_dict(_item) if isinstance(_item, dict) else _item) for _item in _value]
            if isinstance(_value, list)
            else _value
        )
        _model.lang = src_dict["lang"] if "lang" in src_dict else UNSET
        _model.market = src_dict["market"] if "market" in src_dict else UNSET
        _value = src_dict.get("option_filter", UNSET)
        _model.option_filter = OptionFilter.from_dict(_value) if isinstance(_value, dict) else _value
        _model.return_greek_value = src_dict["return_greek_value"] if "return_greek_value" in src_dict else UNSET
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


from ..models.option_filter import OptionFilter
from ..models.option_series import OptionSeries
