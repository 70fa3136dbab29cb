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

T = TypeVar("T", bound="IpoData")
_new = object.__new__


_KNOWN: frozenset[str] = frozenset(
    (
        "basic",
        "cn_ex_data",
        "hk_ex_data",
        "jp_ex_data",
        "my_ex_data",
        "sg_ex_data",
        "us_ex_data",
    )
)
_REQUIRED: frozenset[str] = frozenset(())


@_attrs_define(eq=False)
class IpoData:
    """
    Attributes:
        basic (BasicIpoData | Unset):
        cn_ex_data (CNIpoExData | None | Unset):
        hk_ex_data (HKIpoExData | None | Unset):
        jp_ex_data (JPIpoExData | None | Unset):
        my_ex_data (MYIpoExData | None | Unset):
        sg_ex_data (None | SGIpoExData | Unset):
        us_ex_data (None | Unset | USIpoExData):
    """

    basic: BasicIpoData | Unset = UNSET
    cn_ex_data: CNIpoExData | None | Unset = UNSET
    hk_ex_data: HKIpoExData | None | Unset = UNSET
    jp_ex_data: JPIpoExData | None | Unset = UNSET
    my_ex_data: MYIpoExData | None | Unset = UNSET
    sg_ex_data: None | SGIpoExData | Unset = UNSET
    us_ex_data: None | Unset | USIpoExData = UNSET
    _extra: dict[str, Any] | None = _attrs_field(init=False, default=None, repr=False)
    _source: Mapping[str, Any] | None = _attrs_field(init=False, default=None, repr=False)

    def to_dict(self) -> dict[str, Any]:
        """The JSON object; properties that are unset are left out"""
        _object: dict[str, Any] = {}
        _value = self.basic
        if _value is not UNSET:
            _object["basic"] = _value.to_dict() if isinstance(_value, BasicIpoData) else write_value(_value)
        _value = self.cn_ex_data
        if _value is not UNSET:
            _object["cn_ex_data"] = write_value(_value)
        _value = self.hk_ex_data
        if _value is not UNSET:
            _object["hk_ex_data"] = write_value(_value)
        _value = self.jp_ex_data
        if _value is not UNSET:
            _object["jp_ex_data"] = write_value(_value)
        _value = self.my_ex_data
        if _value is not UNSET:
            _object["my_ex_data"] = write_value(_value)
        _value = self.sg_ex_data
        if _value is not UNSET:
            _object["sg_ex_data"] = write_value(_value)
        _value = self.us_ex_data
        if _value is not UNSET:
            _object["us_ex_data"] = write_value(_value)
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
        _model.basic = BasicIpoData.from_dict(_value) if isinstance(_value, dict) else _value
        _value = src_dict.get("cn_ex_data", UNSET)
        _model.cn_ex_data = CNIpoExData.from_dict(_value) if isinstance(_value, dict) else _value

        _value = src_dict.get("hk_ex_data", UNSET)
        _model.hk_ex_data = HKIpoExData.from_dict(_value) if isinstance(_value, dict) else _value

        _value = src_dict.get("jp_ex_data", UNSET)
        _model.jp_ex_data = JPIpoExData.from_dict(_value) if isinstance(_value, dict) else _value

        _value = src_dict.get("my_ex_data", UNSET)
        _model.my_ex_data = MYIpoExData.from_dict(_value) if isinstance(_value, dict) else _value

        _value = src_dict.get("sg_ex_data", UNSET)
        _model.sg_ex_data = SGIpoExData.from_dict(_value) if isinstance(_value, dict) else _value

        _value = src_dict.get("us_ex_data", UNSET)
        _model.us_ex_data = USIpoExData.from_dict(_value) if isinstance(_value, dict) else _value

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


from ..models.basic_ipo_data import BasicIpoData
from ..models.cn_ipo_ex_data import CNIpoExData
from ..models.hk_ipo_ex_data import HKIpoExData
from ..models.jp_ipo_ex_data import JPIpoExData
from ..models.my_ipo_ex_data import MYIpoExData
from ..models.sg_ipo_ex_data import SGIpoExData
from ..models.us_ipo_ex_data import USIpoExData
