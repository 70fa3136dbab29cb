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

T = TypeVar("T", bound="OptionSnapshotExData")
_new = object.__new__


_KNOWN: frozenset[str] = frozenset(
    (
        "contract_multiplier",
        "contract_nominal_value",
        "contract_size",
        "contract_size_float",
        "delta",
        "expiry_date_distance",
        "gamma",
        "implied_volatility",
        "index_option_type",
        "net_open_interest",
        "open_interest",
        "option_area_type",
        "owner",
        "owner_lot_multiplier",
        "premium",
        "rho",
        "strike_price",
        "strike_time",
        "strike_timestamp",
        "theta",
        "type",
        "vega",
    )
)
_REQUIRED: frozenset[str] = frozenset(())


@_attrs_define(eq=False)
class OptionSnapshotExData:
    """
    Attributes:
        contract_multiplier (Decimal | None | Unset):
        contract_nominal_value (Decimal | None | Unset): Contract nominal value (HK options)
        contract_size (int | Unset):
        contract_size_float (Decimal | None | Unset): Contract size, float form
        delta (Decimal | Unset):
        expiry_date_distance (int | None | Unset): Days to expiry, negative when expired
        gamma (Decimal | Unset):
        implied_volatility (Decimal | Unset): Implied volatility, percent
        index_option_type (int | None | Unset):
        net_open_interest (int | None | Unset): Net open interest (HK options)
        open_interest (int | Unset):
        option_area_type (int | None | Unset): Exercise style
        owner (Security | Unset): A code without prefix, and its quote market.
        owner_lot_multiplier (Decimal | None | Unset): Underlying lots per contract (HK stock options)
        premium (Decimal | Unset): Premium, percent
        rho (Decimal | Unset):
        strike_price (Decimal | Unset):
        strike_time (str | Unset): Expiry date text
        strike_timestamp (Decimal | None | Unset): Expiry date, epoch seconds
        theta (Decimal | Unset):
        type_ (int | Unset): 0 Unknown, 1 Call, 2 Put.
        vega (Decimal | Unset):
    """

    contract_multiplier: Decimal | None | Unset = UNSET
    contract_nominal_value: Decimal | None | Unset = UNSET
    contract_size: int | Unset = UNSET
    contract_size_float: Decimal | None | Unset = UNSET
    delta: Decimal | Unset = UNSET
    expiry_date_distance: int | None | Unset = UNSET
    gamma: Decimal | Unset = UNSET
    implied_volatility: Decimal | Unset = UNSET
    index_option_type: int | None | Unset = UNSET
    net_open_interest: int | None | Unset = UNSET
    open_interest: int | Unset = UNSET
    option_area_type: int | None | Unset = UNSET
    owner: Security | Unset = UNSET
    owner_lot_multiplier: Decimal | None | Unset = UNSET
    premium: Decimal | Unset = UNSET
    rho: Decimal | Unset = UNSET
    strike_price: Decimal | Unset = UNSET
    strike_time: str | Unset = UNSET
    strike_timestamp: Decimal | None | Unset = UNSET
    theta: Decimal | Unset = UNSET
    type_: int | Unset = UNSET
    vega: Decimal | Unset = UNSET
    _extra: dict[str, Any] | None = _attrs_field(init=False, default=None, repr=False)
    _source: Mapping[str, Any] | None = _attrs_field(init=False, default=None, repr=False)

    def to_dict(self) -> dict[str, Any]:
        """The JSON object; properties that are unset are left out"""
        _object: dict[str, Any] = {}
        _value = self.contract_multiplier
        if _value is not UNSET:
            _object["contract_multiplier"] = _value
        _value = self.contract_nominal_value
        if _value is not UNSET:
            _object["contract_nominal_value"] = _value
        _value = self.contract_size
        if _value is not UNSET:
            _object["contract_size"] = _value
        _value = self.contract_size_float
        if _value is not UNSET:
            _object["contract_size_float"] = _value
        _value = self.delta
        if _value is not UNSET:
            _object["delta"] = _value
        _value = self.expiry_date_distance
        if _value is not UNSET:
            _object["expiry_date_distance"] = _value
        _value = self.gamma
        if _value is not UNSET:
            _object["gamma"] = _value
        _value = self.implied_volatility
        if _value is not UNSET:
            _object["implied_volatility"] = _value
        _value = self.index_option_type
        if _value is not UNSET:
            _object["index_option_type"] = _value
        _value = self.net_open_interest
        if _value is not UNSET:
            _object["net_open_interest"] = _value
        _value = self.open_interest
        if _value is not UNSET:
            _object["open_interest"] = _value
        _value = self.option_area_type
        if _value is not UNSET:
            _object["option_area_type"] = _value
        _value = self.owner
        if _value is not UNSET:
            _object["owner"] = _value.to_dict() if isinstance(_value, Security) else write_value(_value)
        _value = self.owner_lot_multiplier
        if _value is not UNSET:
            _object["owner_lot_multiplier"] = _value
        _value = self.premium
        if _value is not UNSET:
            _object["premium"] = _value
        _value = self.rho
        if _value is not UNSET:
            _object["rho"] = _value
        _value = self.strike_price
        if _value is not UNSET:
            _object["strike_price"] = _value
        _value = self.strike_time
        if _value is not UNSET:
            _object["strike_time"] = _value
        _value = self.strike_timestamp
        if _value is not UNSET:
            _object["strike_timestamp"] = _value
        _value = self.theta
        if _value is not UNSET:
            _object["theta"] = _value
        _value = self.type_
        if _value is not UNSET:
            _object["type"] = _value
        _value = self.vega
        if _value is not UNSET:
            _object["vega"] = _value
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
        _model.contract_multiplier = src_dict["contract_multiplier"] if "contract_multiplier" in src_dict else UNSET
        _model.contract_nominal_value = (
            src_dict["contract_nominal_value"] if "contract_nominal_value" in src_dict else UNSET
        )
        _model.contract_size = src_dict["contract_size"] if "contract_size" in src_dict else UNSET
        _model.contract_size_float = src_dict["contract_size_float"] if "contract_size_float" in src_dict else UNSET
        _model.delta = src_dict["delta"] if "delta" in src_dict else UNSET
        _model.expiry_date_distance = src_dict["expiry_date_distance"] if "expiry_date_distance" in src_dict else UNSET
        _model.gamma = src_dict["gamma"] if "gamma" in src_dict else UNSET
        _model.implied_volatility = src_dict["implied_volatility"] if "implied_volatility" in src_dict else UNSET
        _model.index_option_type = src_dict["index_option_type"] if "index_option_type" in src_dict else UNSET
        _model.net_open_interest = src_dict["net_open_interest"] if "net_open_interest" in src_dict else UNSET
        _model.open_interest = src_dict["open_interest"] if "open_interest" in src_dict else UNSET
        _model.option_area_type = src_dict["option_area_type"] if "option_area_type" in src_dict else UNSET
        _value = src_dict.get("owner", UNSET)
        _model.owner = Security.from_dict(_value) if isinstance(_value, dict) else _value
        _model.owner_lot_multiplier = src_dict["owner_lot_multiplier"] if "owner_lot_multiplier" in src_dict else UNSET
        _model.premium = src_dict["premium"] if "premium" in src_dict else UNSET
        _model.rho = src_dict["rho"] if "rho" in src_dict else UNSET
        _model.strike_price = src_dict["strike_price"] if "strike_price" in src_dict else UNSET
        _model.strike_time = src_dict["strike_time"] if "strike_time" in src_dict else UNSET
        _model.strike_timestamp = src_dict["strike_timestamp"] if "strike_timestamp" in src_dict else UNSET
        _model.theta = src_dict["theta"] if "theta" in src_dict else UNSET
        _model.type_ = src_dict["type"] if "type" in src_dict else UNSET
        _model.vega = src_dict["vega"] if "vega" in src_dict else UNSET
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
