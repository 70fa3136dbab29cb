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

T = TypeVar("T", bound="OptionStaticExData")
_new = object.__new__


_KNOWN: frozenset[str] = frozenset(
    (
        "expiration_cycle",
        "index_option_type",
        "market",
        "option_settlement_mode",
        "option_standard_type",
        "owner",
        "strike_price",
        "strike_time",
        "strike_timestamp",
        "suspend",
        "type",
    )
)
_REQUIRED: frozenset[str] = frozenset(())


@_attrs_define(eq=False)
class OptionStaticExData:
    """
    Attributes:
        expiration_cycle (int | None | Unset):
        index_option_type (int | None | Unset):
        market (str | Unset): Issuing market text
        option_settlement_mode (int | None | Unset):
        option_standard_type (int | None | Unset):
        owner (Security | Unset): A code without prefix, and its quote market.
        strike_price (Decimal | Unset):
        strike_time (str | Unset): Expiry date text
        strike_timestamp (Decimal | None | Unset): Expiry date, epoch seconds
        suspend (bool | Unset): Suspended
        type_ (int | Unset): 0 Unknown, 1 Call, 2 Put.
    """

    expiration_cycle: int | None | Unset = UNSET
    index_option_type: int | None | Unset = UNSET
    market: str | Unset = UNSET
    option_settlement_mode: int | None | Unset = UNSET
    option_standard_type: int | None | Unset = UNSET
    owner: Security | Unset = UNSET
    strike_price: Decimal | Unset = UNSET
    strike_time: str | Unset = UNSET
    strike_timestamp: Decimal | None | Unset = UNSET
    suspend: bool | Unset = UNSET
    type_: int | Unset = UNSET
    _extra: dict[str, Any] | None = _attrs_field(init=False, default=None, repr=False)
    _source: Mapping[str, Any] | None = _attrs_field(init=False, default=None, repr=False)

    def to_dict(self) -> dict[str, Any]:
        """The JSON object; properties that are unset are left out"""
        _object: dict[str, Any] = {}
        _value = self.expiration_cycle
        if _value is not UNSET:
            _object["expiration_cycle"] = _value
        _value = self.index_option_type
        if _value is not UNSET:
            _object["index_option_type"] = _value
        _value = self.market
        if _value is not UNSET:
            _object["market"] = _value
        _value = self.option_settlement_mode
        if _value is not UNSET:
            _object["option_settlement_mode"] = _value
        _value = self.option_standard_type
        if _value is not UNSET:
            _object["option_standard_type"] = _value
        _value = self.owner
        if _value is not UNSET:
            _object["owner"] = _value.to_dict() if isinstance(_value, Security) else write_value(_value)
        _value = self.strike_price
        if _value is not UNSET:
            _object["strike_price"] = _value
        _value = self.strike_time
        if _value is not UNSET:
            _object["strike_time"] = _value
        _value = self.strike_timestamp
        if _value is not UNSET:
            _object["strike_timestamp"] = _value
        _value = self.suspend
        if _value is not UNSET:
            _object["suspend"] = _value
        _value = self.type_
        if _value is not UNSET:
            _object["type"] = _value
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
        _model.expiration_cycle = src_dict["expiration_cycle"] if "expiration_cycle" in src_dict else UNSET
        _model.index_option_type = src_dict["index_option_type"] if "index_option_type" in src_dict else UNSET
        _model.market = src_dict["market"] if "market" in src_dict else UNSET
        _model.option_settlement_mode = (
            src_dict["option_settlement_mode"] if "option_settlement_mode" in src_dict else UNSET
        )
        _model.option_standard_type = src_dict["option_standard_type"] if "option_standard_type" in src_dict else UNSET
        _value = src_dict.get("owner", UNSET)
        _model.owner = Security.from_dict(_value) if isinstance(_value, dict) else _value
        _model.strike_price = src_dict["strike_price"] if "strike_price" in src_dict else UNSET
        _model.strike_time = src_dict["strike_time"] if "strike_time" in src_dict else UNSET
        _model.strike_timestamp = src_dict["strike_timestamp"] if "strike_timestamp" in src_dict else UNSET
        _model.suspend = src_dict["suspend"] if "suspend" in src_dict else UNSET
        _model.type_ = src_dict["type"] if "type" in src_dict else UNSET
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


from ..models.security import Security
