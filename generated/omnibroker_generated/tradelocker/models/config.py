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

T = TypeVar("T", bound="Config")
_new = object.__new__


_KNOWN: frozenset[str] = frozenset(
    (
        "accountDetailsConfig",
        "customerAccess",
        "filledOrdersConfig",
        "limits",
        "ordersConfig",
        "ordersHistoryConfig",
        "positionsConfig",
        "rateLimits",
    )
)
_REQUIRED: frozenset[str] = frozenset(())


@_attrs_define(eq=False)
class Config:
    """A row's cells stand in the order of its panel's columns. The panel of executions is called filledOrders, that of the
    state accountDetails.

        Attributes:
            account_details_config (PanelConfig | Unset):
            customer_access (CustomerAccess | Unset): Permissions to use functions and to see information.
            filled_orders_config (PanelConfig | Unset):
            limits (list[Limits] | Unset):
            orders_config (PanelConfig | Unset):
            orders_history_config (PanelConfig | Unset):
            positions_config (PanelConfig | Unset):
            rate_limits (list[RateLimits] | Unset):
    """

    account_details_config: PanelConfig | Unset = UNSET
    customer_access: CustomerAccess | Unset = UNSET
    filled_orders_config: PanelConfig | Unset = UNSET
    limits: list[Limits] | Unset = UNSET
    orders_config: PanelConfig | Unset = UNSET
    orders_history_config: PanelConfig | Unset = UNSET
    positions_config: PanelConfig | Unset = UNSET
    rate_limits: list[RateLimits] | Unset = UNSET
    _extra: dict[str, Any] | None = _attrs_field(init=False, default=None, repr=False)
    _source: Mapping[str, Any] | None = _attrs_field(init=False, default=None, repr=False)

    def to_dict(self) -> dict[str, Any]:
        """The JSON object; properties that are unset are left out"""
        _object: dict[str, Any] = {}
        _value = self.account_details_config
        if _value is not UNSET:
            _object["accountDetailsConfig"] = (
                _value.to_dict() if isinstance(_value, PanelConfig) else write_value(_value)
            )
        _value = self.customer_access
        if _value is not UNSET:
            _object["customerAccess"] = _value.to_dict() if isinstance(_value, CustomerAccess) else write_value(_value)
        _value = self.filled_orders_config
        if _value is not UNSET:
            _object["filledOrdersConfig"] = _value.to_dict() if isinstance(_value, PanelConfig) else write_value(_value)
        _value = self.limits
        if _value is not UNSET:
            _object["limits"] = (
                [_item.to_dict() if isinstance(_item, Limits) else write_value(_item) for _item in _value]
                if isinstance(_value, list)
                else write_value(_value)
            )
        _value = self.orders_config
        if _value is not UNSET:
            _object["ordersConfig"] = _value.to_dict() if isinstance(_value, PanelConfig) else write_value(_value)
        _value = self.orders_history_config
        if _value is not UNSET:
            _object["ordersHistoryConfig"] = (
                _value.to_dict() if isinstance(_value, PanelConfig) else write_value(_value)
            )
        _value = self.positions_config
        if _value is not UNSET:
            _object["positionsConfig"] = _value.to_dict() if isinstance(_value, PanelConfig) else write_value(_value)
        _value = self.rate_limits
        if _value is not UNSET:
            _object["rateLimits"] = (
                [_item.to_dict() if isinstance(_item, RateLimits) else write_value(_item) for _item in _value]
                if isinstance(_value, list)
                else write_value(_value)
            )
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
        _value = src_dict.get("accountDetailsConfig", UNSET)
        _model.account_details_config = PanelConfig.from_dict(_value) if isinstance(_value, dict) else _value
        _value = src_dict.get("customerAccess", UNSET)
        _model.customer_access = CustomerAccess.from_dict(_value) if isinstance(_value, dict) else _value
        _value = src_dict.get("filledOrdersConfig", UNSET)
        _model.filled_orders_config = PanelConfig.from_dict(_value) if isinstance(_value, dict) else _value
        _value = src_dict.get("limits", UNSET)
        _model.limits = (
            [(Limits.from_dict(_item) if isinstance(_item, dict) else _item) for _item in _value]
            if isinstance(_value, list)
            else _value
        )
        _value = src_dict.get("ordersConfig", UNSET)
        _model.orders_config = PanelConfig.from_dict(_value) if isinstance(_value, dict) else _value
        _value = src_dict.get("ordersHistoryConfig", UNSET)
        _model.orders_history_config = PanelConfig.from_dict(_value) if isinstance(_value, dict) else _value
        _value = src_dict.get("positionsConfig", UNSET)
        _model.positions_config = PanelConfig.from_dict(_value) if isinstance(_value, dict) else _value
        _value = src_dict.get("rateLimits", UNSET)
        _model.rate_limits = (
            [(RateLimits.from_dict(_item) if isinstance(_item, dict) else _item) for _item in _value]
            if isinstance(_value, list)
            else _value
        )
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


from ..models.customer_access import CustomerAccess
from ..models.limits import Limits
from ..models.panel_config import PanelConfig
from ..models.rate_limits import RateLimits
