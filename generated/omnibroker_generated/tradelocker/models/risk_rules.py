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

T = TypeVar("T", bound="RiskRules")
_new = object.__new__


_KNOWN: frozenset[str] = frozenset(
    (
        "balanceRelativeDrawdown",
        "dailyLossLimit",
        "dailyProfitTarget",
        "maxDrawdownLevel",
        "maxOrderAmount",
        "maxOrderCapital",
        "maxOrdersCount",
        "maxPendingOrdersNumber",
        "maxPositionsNumber",
        "maxTrailingDrawdown",
        "positionLossLimit",
        "totalMaxPositionQty",
        "unrealizedLossLimit",
        "weeklyLossLimit",
    )
)
_REQUIRED: frozenset[str] = frozenset(())


@_attrs_define(eq=False)
class RiskRules:
    """Null where the broker sets no rule.

    Attributes:
        balance_relative_drawdown (Decimal | None | Unset):
        daily_loss_limit (LossLimitRuleType0 | None | Unset):
        daily_profit_target (Decimal | None | Unset):
        max_drawdown_level (Decimal | None | Unset):
        max_order_amount (Decimal | None | Unset):
        max_order_capital (Decimal | None | Unset):
        max_orders_count (Decimal | None | Unset):
        max_pending_orders_number (Decimal | None | Unset):
        max_positions_number (Decimal | None | Unset):
        max_trailing_drawdown (Decimal | None | Unset):
        position_loss_limit (Decimal | None | Unset): Percent
        total_max_position_qty (Decimal | None | Unset): Lots
        unrealized_loss_limit (LossLimitRuleType0 | None | Unset):
        weekly_loss_limit (LossLimitRuleType0 | None | Unset):
    """

    balance_relative_drawdown: Decimal | None | Unset = UNSET
    daily_loss_limit: LossLimitRuleType0 | None | Unset = UNSET
    daily_profit_target: Decimal | None | Unset = UNSET
    max_drawdown_level: Decimal | None | Unset = UNSET
    max_order_amount: Decimal | None | Unset = UNSET
    max_order_capital: Decimal | None | Unset = UNSET
    max_orders_count: Decimal | None | Unset = UNSET
    max_pending_orders_number: Decimal | None | Unset = UNSET
    max_positions_number: Decimal | None | Unset = UNSET
    max_trailing_drawdown: Decimal | None | Unset = UNSET
    position_loss_limit: Decimal | None | Unset = UNSET
    total_max_position_qty: Decimal | None | Unset = UNSET
    unrealized_loss_limit: LossLimitRuleType0 | None | Unset = UNSET
    weekly_loss_limit: LossLimitRuleType0 | None | Unset = UNSET
    _extra: dict[str, Any] | None = _attrs_field(init=False, default=None, repr=False)
    _source: Mapping[str, Any] | None = _attrs_field(init=False, default=None, repr=False)

    def to_dict(self) -> dict[str, Any]:
        """The JSON object; properties that are unset are left out"""
        _object: dict[str, Any] = {}
        _value = self.balance_relative_drawdown
        if _value is not UNSET:
            _object["balanceRelativeDrawdown"] = _value
        _value = self.daily_loss_limit
        if _value is not UNSET:
            _object["dailyLossLimit"] = write_value(_value)
        _value = self.daily_profit_target
        if _value is not UNSET:
            _object["dailyProfitTarget"] = _value
        _value = self.max_drawdown_level
        if _value is not UNSET:
            _object["maxDrawdownLevel"] = _value
        _value = self.max_order_amount
        if _value is not UNSET:
            _object["maxOrderAmount"] = _value
        _value = self.max_order_capital
        if _value is not UNSET:
            _object["maxOrderCapital"] = _value
        _value = self.max_orders_count
        if _value is not UNSET:
            _object["maxOrdersCount"] = _value
        _value = self.max_pending_orders_number
        if _value is not UNSET:
            _object["maxPendingOrdersNumber"] = _value
        _value = self.max_positions_number
        if _value is not UNSET:
            _object["maxPositionsNumber"] = _value
        _value = self.max_trailing_drawdown
        if _value is not UNSET:
            _object["maxTrailingDrawdown"] = _value
        _value = self.position_loss_limit
        if _value is not UNSET:
            _object["positionLossLimit"] = _value
        _value = self.total_max_position_qty
        if _value is not UNSET:
            _object["totalMaxPositionQty"] = _value
        _value = self.unrealized_loss_limit
        if _value is not UNSET:
            _object["unrealizedLossLimit"] = write_value(_value)
        _value = self.weekly_loss_limit
        if _value is not UNSET:
            _object["weeklyLossLimit"] = write_value(_value)
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
        _model.balance_relative_drawdown = (
            src_dict["balanceRelativeDrawdown"] if "balanceRelativeDrawdown" in src_dict else UNSET
        )
        _value = src_dict.get("dailyLossLimit", UNSET)
        _model.daily_loss_limit = LossLimitRuleType0.from_dict(_value) if isinstance(_value, dict) else _value

        _model.daily_profit_target = src_dict["dailyProfitTarget"] if "dailyProfitTarget" in src_dict else UNSET
        _model.max_drawdown_level = src_dict["maxDrawdownLevel"] if "maxDrawdownLevel" in src_dict else UNSET
        _model.max_order_amount = src_dict["maxOrderAmount"] if "maxOrderAmount" in src_dict else UNSET
        _model.max_order_capital = src_dict["maxOrderCapital"] if "maxOrderCapital" in src_dict else UNSET
        _model.max_orders_count = src_dict["maxOrdersCount"] if "maxOrdersCount" in src_dict else UNSET
        _model.max_pending_orders_number = (
            src_dict["maxPendingOrdersNumber"] if "maxPendingOrdersNumber" in src_dict else UNSET
        )
        _model.max_positions_number = src_dict["maxPositionsNumber"] if "maxPositionsNumber" in src_dict else UNSET
        _model.max_trailing_drawdown = src_dict["maxTrailingDrawdown"] if "maxTrailingDrawdown" in src_dict else UNSET
        _model.position_loss_limit = src_dict["positionLossLimit"] if "positionLossLimit" in src_dict else UNSET
        _model.total_max_position_qty = src_dict["totalMaxPositionQty"] if "totalMaxPositionQty" in src_dict else UNSET
        _value = src_dict.get("unrealizedLossLimit", UNSET)
        _model.unrealized_loss_limit = LossLimitRuleType0.from_dict(_value) if isinstance(_value, dict) else _value

        _value = src_dict.get("weeklyLossLimit", UNSET)
        _model.weekly_loss_limit = LossLimitRuleType0.from_dict(_value) if isinstance(_value, dict) else _value

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


from ..models.loss_limit_rule_type_0 import LossLimitRuleType0
