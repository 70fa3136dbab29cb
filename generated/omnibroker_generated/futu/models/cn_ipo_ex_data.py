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

T = TypeVar("T", bound="CNIpoExData")
_new = object.__new__


_KNOWN: frozenset[str] = frozenset(
    (
        "apply_code",
        "apply_limit_market_value",
        "apply_time",
        "apply_timestamp",
        "apply_upper_limit",
        "industry_pe_rate",
        "ipo_price",
        "is_estimate_ipo_price",
        "is_estimate_winning_ratio",
        "is_has_won",
        "issue_pe_rate",
        "issue_size",
        "online_issue_size",
        "winning_num_data",
        "winning_ratio",
        "winning_time",
        "winning_timestamp",
    )
)
_REQUIRED: frozenset[str] = frozenset(())


@_attrs_define(eq=False)
class CNIpoExData:
    """
    Attributes:
        apply_code (str | Unset): Subscription code
        apply_limit_market_value (int | Unset): Market value needed for a full-size application
        apply_time (None | str | Unset): Application date text
        apply_timestamp (Decimal | None | Unset): Application date, epoch seconds
        apply_upper_limit (int | Unset): Application upper limit
        industry_pe_rate (Decimal | Unset): Industry P/E
        ipo_price (Decimal | Unset): Issue price
        is_estimate_ipo_price (bool | Unset): Issue price is an estimate
        is_estimate_winning_ratio (bool | Unset): Winning ratio is an estimate
        is_has_won (bool | Unset): Winning numbers published
        issue_pe_rate (Decimal | Unset): Issue P/E
        issue_size (int | Unset):
        online_issue_size (int | Unset):
        winning_num_data (list[WinningNumData] | Unset): Winning numbers
        winning_ratio (Decimal | Unset): Winning ratio, percent
        winning_time (None | str | Unset): Date winners are published
        winning_timestamp (Decimal | None | Unset): The same instant in epoch seconds
    """

    apply_code: str | Unset = UNSET
    apply_limit_market_value: int | Unset = UNSET
    apply_time: None | str | Unset = UNSET
    apply_timestamp: Decimal | None | Unset = UNSET
    apply_upper_limit: int | Unset = UNSET
    industry_pe_rate: Decimal | Unset = UNSET
    ipo_price: Decimal | Unset = UNSET
    is_estimate_ipo_price: bool | Unset = UNSET
    is_estimate_winning_ratio: bool | Unset = UNSET
    is_has_won: bool | Unset = UNSET
    issue_pe_rate: Decimal | Unset = UNSET
    issue_size: int | Unset = UNSET
    online_issue_size: int | Unset = UNSET
    winning_num_data: list[WinningNumData] | Unset = UNSET
    winning_ratio: Decimal | Unset = UNSET
    winning_time: None | str | Unset = UNSET
    winning_timestamp: Decimal | None | Unset = UNSET
    _extra: dict[str, Any] | None = _attrs_field(init=False, default=None, repr=False)
    _source: Mapping[str, Any] | None = _attrs_field(init=False, default=None, repr=False)

    def to_dict(self) -> dict[str, Any]:
        """The JSON object; properties that are unset are left out"""
        _object: dict[str, Any] = {}
        _value = self.apply_code
        if _value is not UNSET:
            _object["apply_code"] = _value
        _value = self.apply_limit_market_value
        if _value is not UNSET:
            _object["apply_limit_market_value"] = _value
        _value = self.apply_time
        if _value is not UNSET:
            _object["apply_time"] = _value
        _value = self.apply_timestamp
        if _value is not UNSET:
            _object["apply_timestamp"] = _value
        _value = self.apply_upper_limit
        if _value is not UNSET:
            _object["apply_upper_limit"] = _value
        _value = self.industry_pe_rate
        if _value is not UNSET:
            _object["industry_pe_rate"] = _value
        _value = self.ipo_price
        if _value is not UNSET:
            _object["ipo_price"] = _value
        _value = self.is_estimate_ipo_price
        if _value is not UNSET:
            _object["is_estimate_ipo_price"] = _value
        _value = self.is_estimate_winning_ratio
        if _value is not UNSET:
            _object["is_estimate_winning_ratio"] = _value
        _value = self.is_has_won
        if _value is not UNSET:
            _object["is_has_won"] = _value
        _value = self.issue_pe_rate
        if _value is not UNSET:
            _object["issue_pe_rate"] = _value
        _value = self.issue_size
        if _value is not UNSET:
            _object["issue_size"] = _value
        _value = self.online_issue_size
        if _value is not UNSET:
            _object["online_issue_size"] = _value
        _value = self.winning_num_data
        if _value is not UNSET:
            _object["winning_num_data"] = (
                [_item.to_dict() if isinstance(_item, WinningNumData) else write_value(_item) for _item in _value]
                if isinstance(_value, list)
                else write_value(_value)
            )
        _value = self.winning_ratio
        if _value is not UNSET:
            _object["winning_ratio"] = _value
        _value = self.winning_time
        if _value is not UNSET:
            _object["winning_time"] = _value
        _value = self.winning_timestamp
        if _value is not UNSET:
            _object["winning_timestamp"] = _value
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
        _model.apply_code = src_dict["apply_code"] if "apply_code" in src_dict else UNSET
        _model.apply_limit_market_value = (
            src_dict["apply_limit_market_value"] if "apply_limit_market_value" in src_dict else UNSET
        )
        _model.apply_time = src_dict["apply_time"] if "apply_time" in src_dict else UNSET
        _model.apply_timestamp = src_dict["apply_timestamp"] if "apply_timestamp" in src_dict else UNSET
        _model.apply_upper_limit = src_dict["apply_upper_limit"] if "apply_upper_limit" in src_dict else UNSET
        _model.industry_pe_rate = src_dict["industry_pe_rate"] if "industry_pe_rate" in src_dict else UNSET
        _model.ipo_price = src_dict["ipo_price"] if "ipo_price" in src_dict else UNSET
        _model.is_estimate_ipo_price = (
            src_dict["is_estimate_ipo_price"] if "is_estimate_ipo_price" in src_dict else UNSET
        )
        _model.is_estimate_winning_ratio = (
            src_dict["is_estimate_winning_ratio"] if "is_estimate_winning_ratio" in src_dict else UNSET
        )
        _model.is_has_won = src_dict["is_has_won"] if "is_has_won" in src_dict else UNSET
        _model.issue_pe_rate = src_dict["issue_pe_rate"] if "issue_pe_rate" in src_dict else UNSET
        _model.issue_size = src_dict["issue_size"] if "issue_size" in src_dict else UNSET
        _model.online_issue_size = src_dict["online_issue_size"] if "online_issue_size" in src_dict else UNSET
        _value = src_dict.get("winning_num_data", UNSET)
        _model.winning_num_data = (
            [(WinningNumData.from_dict(_item) if isinstance(_item, dict) else _item) for _item in _value]
            if isinstance(_value, list)
            else _value
        )
        _model.winning_ratio = src_dict["winning_ratio"] if "winning_ratio" in src_dict else UNSET
        _model.winning_time = src_dict["winning_time"] if "winning_time" in src_dict else UNSET
        _model.winning_timestamp = src_dict["winning_timestamp"] if "winning_timestamp" in src_dict else UNSET
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


from ..models.winning_num_data import WinningNumData
