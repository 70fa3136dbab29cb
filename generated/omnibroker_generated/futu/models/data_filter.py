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

T = TypeVar("T", bound="DataFilter")
_new = object.__new__


_KNOWN: frozenset[str] = frozenset(
    (
        "delta_max",
        "delta_min",
        "gamma_max",
        "gamma_min",
        "implied_volatility_max",
        "implied_volatility_min",
        "net_open_interest_max",
        "net_open_interest_min",
        "open_interest_max",
        "open_interest_min",
        "rho_max",
        "rho_min",
        "theta_max",
        "theta_min",
        "vega_max",
        "vega_min",
        "vol_max",
        "vol_min",
    )
)
_REQUIRED: frozenset[str] = frozenset(())


@_attrs_define(eq=False)
class DataFilter:
    """
    Attributes:
        delta_max (Decimal | Unset): Delta, upper bound
        delta_min (Decimal | Unset): Delta, lower bound
        gamma_max (Decimal | Unset): Gamma, upper bound
        gamma_min (Decimal | Unset): Gamma, lower bound
        implied_volatility_max (Decimal | Unset): Implied volatility, upper bound
        implied_volatility_min (Decimal | Unset): Implied volatility, lower bound
        net_open_interest_max (Decimal | Unset): Net open interest, upper bound
        net_open_interest_min (Decimal | Unset): Net open interest, lower bound
        open_interest_max (Decimal | Unset): Open interest, upper bound
        open_interest_min (Decimal | Unset): Open interest, lower bound
        rho_max (Decimal | Unset): Rho, upper bound
        rho_min (Decimal | Unset): Rho, lower bound
        theta_max (Decimal | Unset): Theta, upper bound
        theta_min (Decimal | Unset): Theta, lower bound
        vega_max (Decimal | Unset): Vega, upper bound
        vega_min (Decimal | Unset): Vega, lower bound
        vol_max (Decimal | Unset): Volume, upper bound
        vol_min (Decimal | Unset): Volume, lower bound
    """

    delta_max: Decimal | Unset = UNSET
    delta_min: Decimal | Unset = UNSET
    gamma_max: Decimal | Unset = UNSET
    gamma_min: Decimal | Unset = UNSET
    implied_volatility_max: Decimal | Unset = UNSET
    implied_volatility_min: Decimal | Unset = UNSET
    net_open_interest_max: Decimal | Unset = UNSET
    net_open_interest_min: Decimal | Unset = UNSET
    open_interest_max: Decimal | Unset = UNSET
    open_interest_min: Decimal | Unset = UNSET
    rho_max: Decimal | Unset = UNSET
    rho_min: Decimal | Unset = UNSET
    theta_max: Decimal | Unset = UNSET
    theta_min: Decimal | Unset = UNSET
    vega_max: Decimal | Unset = UNSET
    vega_min: Decimal | Unset = UNSET
    vol_max: Decimal | Unset = UNSET
    vol_min: Decimal | Unset = UNSET
    _extra: dict[str, Any] | None = _attrs_field(init=False, default=None, repr=False)
    _source: Mapping[str, Any] | None = _attrs_field(init=False, default=None, repr=False)

    def to_dict(self) -> dict[str, Any]:
        """The JSON object; properties that are unset are left out"""
        _object: dict[str, Any] = {}
        _value = self.delta_max
        if _value is not UNSET:
            _object["delta_max"] = _value
        _value = self.delta_min
        if _value is not UNSET:
            _object["delta_min"] = _value
        _value = self.gamma_max
        if _value is not UNSET:
            _object["gamma_max"] = _value
        _value = self.gamma_min
        if _value is not UNSET:
            _object["gamma_min"] = _value
        _value = self.implied_volatility_max
        if _value is not UNSET:
            _object["implied_volatility_max"] = _value
        _value = self.implied_volatility_min
        if _value is not UNSET:
            _object["implied_volatility_min"] = _value
        _value = self.net_open_interest_max
        if _value is not UNSET:
            _object["net_open_interest_max"] = _value
        _value = self.net_open_interest_min
        if _value is not UNSET:
            _object["net_open_interest_min"] = _value
        _value = self.open_interest_max
        if _value is not UNSET:
            _object["open_interest_max"] = _value
        _value = self.open_interest_min
        if _value is not UNSET:
            _object["open_interest_min"] = _value
        _value = self.rho_max
        if _value is not UNSET:
            _object["rho_max"] = _value
        _value = self.rho_min
        if _value is not UNSET:
            _object["rho_min"] = _value
        _value = self.theta_max
        if _value is not UNSET:
            _object["theta_max"] = _value
        _value = self.theta_min
        if _value is not UNSET:
            _object["theta_min"] = _value
        _value = self.vega_max
        if _value is not UNSET:
            _object["vega_max"] = _value
        _value = self.vega_min
        if _value is not UNSET:
            _object["vega_min"] = _value
        _value = self.vol_max
        if _value is not UNSET:
            _object["vol_max"] = _value
        _value = self.vol_min
        if _value is not UNSET:
            _object["vol_min"] = _value
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
        _model.delta_max = src_dict["delta_max"] if "delta_max" in src_dict else UNSET
        _model.delta_min = src_dict["delta_min"] if "delta_min" in src_dict else UNSET
        _model.gamma_max = src_dict["gamma_max"] if "gamma_max" in src_dict else UNSET
        _model.gamma_min = src_dict["gamma_min"] if "gamma_min" in src_dict else UNSET
        _model.implied_volatility_max = (
            src_dict["implied_volatility_max"] if "implied_volatility_max" in src_dict else UNSET
        )
        _model.implied_volatility_min = (
            src_dict["implied_volatility_min"] if "implied_volatility_min" in src_dict else UNSET
        )
        _model.net_open_interest_max = (
            src_dict["net_open_interest_max"] if "net_open_interest_max" in src_dict else UNSET
        )
        _model.net_open_interest_min = (
            src_dict["net_open_interest_min"] if "net_open_interest_min" in src_dict else UNSET
        )
        _model.open_interest_max = src_dict["open_interest_max"] if "open_interest_max" in src_dict else UNSET
        _model.open_interest_min = src_dict["open_interest_min"] if "open_interest_min" in src_dict else UNSET
        _model.rho_max = src_dict["rho_max"] if "rho_max" in src_dict else UNSET
        _model.rho_min = src_dict["rho_min"] if "rho_min" in src_dict else UNSET
        _model.theta_max = src_dict["theta_max"] if "theta_max" in src_dict else UNSET
        _model.theta_min = src_dict["theta_min"] if "theta_min" in src_dict else UNSET
        _model.vega_max = src_dict["vega_max"] if "vega_max" in src_dict else UNSET
        _model.vega_min = src_dict["vega_min"] if "vega_min" in src_dict else UNSET
        _model.vol_max = src_dict["vol_max"] if "vol_max" in src_dict else UNSET
        _model.vol_min = src_dict["vol_min"] if "vol_min" in src_dict else UNSET
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
