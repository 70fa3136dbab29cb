from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define

from ..types import (
    UNSET,
    Unset,
)

T = TypeVar("T", bound="IbkrOrderOptions")
_new = object.__new__


_KNOWN: frozenset[str] = frozenset(
    (
        "all_or_none",
        "ext_operator",
        "manual_indicator",
        "use_price_management_algo",
    )
)
_REQUIRED: frozenset[str] = frozenset(())


@_attrs_define(eq=False)
class IbkrOrderOptions:
    """Extras that Interactive Brokers documents

    Attributes:
        all_or_none (bool | Unset): Whether the order trades only as a whole Example: False.
        ext_operator (str | Unset): Who entered the order; needed for US futures and their options Example: desk-7.
        manual_indicator (bool | Unset): Whether a person entered the order; needed for US futures and their options
            Example: True.
        use_price_management_algo (bool | Unset): Whether the broker's price management algorithm may adjust the order
            Example: True.
    """

    all_or_none: bool | Unset = UNSET
    ext_operator: str | Unset = UNSET
    manual_indicator: bool | Unset = UNSET
    use_price_management_algo: bool | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        """The JSON object; properties that are unset are left out"""
        _object: dict[str, Any] = {}
        _value = self.all_or_none
        if _value is not UNSET:
            _object["all_or_none"] = _value
        _value = self.ext_operator
        if _value is not UNSET:
            _object["ext_operator"] = _value
        _value = self.manual_indicator
        if _value is not UNSET:
            _object["manual_indicator"] = _value
        _value = self.use_price_management_algo
        if _value is not UNSET:
            _object["use_price_management_algo"] = _value
        return _object

    @classmethod
    def fits(cls, src_dict: Mapping[str, Any]) -> bool:
        """True where all required properties are there"""
        return _REQUIRED <= src_dict.keys()

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read a decoded JSON object without ever raising: what is missing is UNSET, what is odd stays as it came"""
        _model = _new(cls)
        _model.all_or_none = src_dict["all_or_none"] if "all_or_none" in src_dict else UNSET
        _model.ext_operator = src_dict["ext_operator"] if "ext_operator" in src_dict else UNSET
        _model.manual_indicator = src_dict["manual_indicator"] if "manual_indicator" in src_dict else UNSET
        _model.use_price_management_algo = (
            src_dict["use_price_management_algo"] if "use_price_management_algo" in src_dict else UNSET
        )
        return _model

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self) and self.to_dict() == other.to_dict()

    __hash__ = None  # type: ignore[assignment]
