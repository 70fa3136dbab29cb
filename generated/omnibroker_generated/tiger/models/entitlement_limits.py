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

T = TypeVar("T", bound="EntitlementLimits")
_new = object.__new__


_KNOWN: frozenset[str] = frozenset(
    (
        "highFreqLimit",
        "historyFutureLimit",
        "historyFutureRemaining",
        "historyOptionLimit",
        "historyOptionRemaining",
        "historyStockLimit",
        "historyStockRemaining",
        "lowFreqLimit",
        "midFreqLimit",
        "rateMultiple",
        "subscribeDepthLimit",
        "subscribeDepthRemaining",
        "subscribeLimit",
        "subscribeRemaining",
    )
)
_REQUIRED: frozenset[str] = frozenset(())


@_attrs_define(eq=False)
class EntitlementLimits:
    """
    Attributes:
        high_freq_limit (int | None | Unset): Requests a minute and method of the high class, 120 without an add-on
        history_future_limit (int | None | Unset):
        history_future_remaining (int | None | Unset):
        history_option_limit (int | None | Unset):
        history_option_remaining (int | None | Unset):
        history_stock_limit (int | None | Unset):
        history_stock_remaining (int | None | Unset):
        low_freq_limit (int | None | Unset): 10 without an add-on
        mid_freq_limit (int | None | Unset): 60 without an add-on
        rate_multiple (Decimal | None | Unset):
        subscribe_depth_limit (int | None | Unset):
        subscribe_depth_remaining (int | None | Unset):
        subscribe_limit (int | None | Unset):
        subscribe_remaining (int | None | Unset):
    """

    high_freq_limit: int | None | Unset = UNSET
    history_future_limit: int | None | Unset = UNSET
    history_future_remaining: int | None | Unset = UNSET
    history_option_limit: int | None | Unset = UNSET
    history_option_remaining: int | None | Unset = UNSET
    history_stock_limit: int | None | Unset = UNSET
    history_stock_remaining: int | None | Unset = UNSET
    low_freq_limit: int | None | Unset = UNSET
    mid_freq_limit: int | None | Unset = UNSET
    rate_multiple: Decimal | None | Unset = UNSET
    subscribe_depth_limit: int | None | Unset = UNSET
    subscribe_depth_remaining: int | None | Unset = UNSET
    subscribe_limit: int | None | Unset = UNSET
    subscribe_remaining: int | None | Unset = UNSET
    _extra: dict[str, Any] | None = _attrs_field(init=False, default=None, repr=False)
    _source: Mapping[str, Any] | None = _attrs_field(init=False, default=None, repr=False)

    def to_dict(self) -> dict[str, Any]:
        """The JSON object; properties that are unset are left out"""
        _object: dict[str, Any] = {}
        _value = self.high_freq_limit
        if _value is not UNSET:
            _object["highFreqLimit"] = _value
        _value = self.history_future_limit
        if _value is not UNSET:
            _object["historyFutureLimit"] = _value
        _value = self.history_future_remaining
        if _value is not UNSET:
            _object["historyFutureRemaining"] = _value
        _value = self.history_option_limit
        if _value is not UNSET:
            _object["historyOptionLimit"] = _value
        _value = self.history_option_remaining
        if _value is not UNSET:
            _object["historyOptionRemaining"] = _value
        _value = self.history_stock_limit
        if _value is not UNSET:
            _object["historyStockLimit"] = _value
        _value = self.history_stock_remaining
        if _value is not UNSET:
            _object["historyStockRemaining"] = _value
        _value = self.low_freq_limit
        if _value is not UNSET:
            _object["lowFreqLimit"] = _value
        _value = self.mid_freq_limit
        if _value is not UNSET:
            _object["midFreqLimit"] = _value
        _value = self.rate_multiple
        if _value is not UNSET:
            _object["rateMultiple"] = _value
        _value = self.subscribe_depth_limit
        if _value is not UNSET:
            _object["subscribeDepthLimit"] = _value
        _value = self.subscribe_depth_remaining
        if _value is not UNSET:
            _object["subscribeDepthRemaining"] = _value
        _value = self.subscribe_limit
        if _value is not UNSET:
            _object["subscribeLimit"] = _value
        _value = self.subscribe_remaining
        if _value is not UNSET:
            _object["subscribeRemaining"] = _value
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
        _model.high_freq_limit = src_dict["highFreqLimit"] if "highFreqLimit" in src_dict else UNSET
        _model.history_future_limit = src_dict["historyFutureLimit"] if "historyFutureLimit" in src_dict else UNSET
        _model.history_future_remaining = (
            src_dict["historyFutureRemaining"] if "historyFutureRemaining" in src_dict else UNSET
        )
        _model.history_option_limit = src_dict["historyOptionLimit"] if "historyOptionLimit" in src_dict else UNSET
        _model.history_option_remaining = (
            src_dict["historyOptionRemaining"] if "historyOptionRemaining" in src_dict else UNSET
        )
        _model.history_stock_limit = src_dict["historyStockLimit"] if "historyStockLimit" in src_dict else UNSET
        _model.history_stock_remaining = (
            src_dict["historyStockRemaining"] if "historyStockRemaining" in src_dict else UNSET
        )
        _model.low_freq_limit = src_dict["lowFreqLimit"] if "lowFreqLimit" in src_dict else UNSET
        _model.mid_freq_limit = src_dict["midFreqLimit"] if "midFreqLimit" in src_dict else UNSET
        _model.rate_multiple = src_dict["rateMultiple"] if "rateMultiple" in src_dict else UNSET
        _model.subscribe_depth_limit = src_dict["subscribeDepthLimit"] if "subscribeDepthLimit" in src_dict else UNSET
        _model.subscribe_depth_remaining = (
            src_dict["subscribeDepthRemaining"] if "subscribeDepthRemaining" in src_dict else UNSET
        )
        _model.subscribe_limit = src_dict["subscribeLimit"] if "subscribeLimit" in src_dict else UNSET
        _model.subscribe_remaining = src_dict["subscribeRemaining"] if "subscribeRemaining" in src_dict else UNSET
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
