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

T = TypeVar("T", bound="ContractRules")
_new = object.__new__


_KNOWN: frozenset[str] = frozenset(
    (
        "algoEligible",
        "allOrNoneEligible",
        "canTradeAcctIds",
        "cashCcy",
        "cashQtyIncr",
        "cashSize",
        "costReport",
        "cqtTypes",
        "defaultSize",
        "displaySize",
        "error",
        "forceOrderPreview",
        "fraqInt",
        "fraqTypes",
        "hasSecondary",
        "ibAlgoTypes",
        "increment",
        "incrementDigits",
        "incrementRules",
        "incrementType",
        "limitPrice",
        "modTypes",
        "negativeCapable",
        "orderDefaults",
        "orderOrigination",
        "orderTypes",
        "orderTypesOutside",
        "overnightEligible",
        "preview",
        "priceMagnifier",
        "sizeIncrement",
        "stopprice",
        "tifDefaults",
        "tifTypes",
    )
)
_REQUIRED: frozenset[str] = frozenset(())


@_attrs_define(eq=False)
class ContractRules:
    """What may be sent for one contract. Failures stand in the field error of a 200.

    Attributes:
        algo_eligible (bool | Unset):
        all_or_none_eligible (bool | Unset):
        can_trade_acct_ids (list[str] | Unset):
        cash_ccy (str | Unset):
        cash_qty_incr (Decimal | Unset):
        cash_size (Decimal | Unset):
        cost_report (bool | Unset):
        cqt_types (list[str] | Unset): Order types that take a cash quantity
        default_size (Decimal | Unset):
        display_size (int | None | Unset):
        error (None | str | Unset):
        force_order_preview (bool | Unset):
        fraq_int (int | Unset): Decimal digits of a fractional quantity
        fraq_types (list[str] | Unset): Order types that take fractional quantities
        has_secondary (bool | Unset):
        ib_algo_types (list[str] | Unset):
        increment (Decimal | Unset):
        increment_digits (int | Unset):
        increment_rules (list[IncrementRule] | Unset):
        increment_type (int | Unset):
        limit_price (Decimal | Unset):
        mod_types (list[str] | Unset):
        negative_capable (bool | Unset):
        order_defaults (ContractRulesOrderDefaults | Unset): Default values by order type; prices are numbers as text
        order_origination (None | str | Unset):
        order_types (list[str] | Unset):
        order_types_outside (list[str] | Unset): Order types allowed outside regular hours
        overnight_eligible (bool | Unset):
        preview (bool | Unset):
        price_magnifier (int | None | Unset):
        size_increment (Decimal | Unset):
        stopprice (Decimal | Unset): Lower-case p on the wire
        tif_defaults (TifDefaults | Unset):
        tif_types (list[str] | Unset): Time in force, slash, order types; o also outside hours, a also algorithms
    """

    algo_eligible: bool | Unset = UNSET
    all_or_none_eligible: bool | Unset = UNSET
    can_trade_acct_ids: list[str] | Unset = UNSET
    cash_ccy: str | Unset = UNSET
    cash_qty_incr: Decimal | Unset = UNSET
    cash_size: Decimal | Unset = UNSET
    cost_report: bool | Unset = UNSET
    cqt_types: list[str] | Unset = UNSET
    default_size: Decimal | Unset = UNSET
    display_size: int | None | Unset = UNSET
    error: None | str | Unset = UNSET
    force_order_preview: bool | Unset = UNSET
    fraq_int: int | Unset = UNSET
    fraq_types: list[str] | Unset = UNSET
    has_secondary: bool | Unset = UNSET
    ib_algo_types: list[str] | Unset = UNSET
    increment: Decimal | Unset = UNSET
    increment_digits: int | Unset = UNSET
    increment_rules: list[IncrementRule] | Unset = UNSET
    increment_type: int | Unset = UNSET
    limit_price: Decimal | Unset = UNSET
    mod_types: list[str] | Unset = UNSET
    negative_capable: bool | Unset = UNSET
    order_defaults: ContractRulesOrderDefaults | Unset = UNSET
    order_origination: None | str | Unset = UNSET
    order_types: list[str] | Unset = UNSET
    order_types_outside: list[str] | Unset = UNSET
    overnight_eligible: bool | Unset = UNSET
    preview: bool | Unset = UNSET
    price_magnifier: int | None | Unset = UNSET
    size_increment: Decimal | Unset = UNSET
    stopprice: Decimal | Unset = UNSET
    tif_defaults: TifDefaults | Unset = UNSET
    tif_types: list[str] | Unset = UNSET
    _extra: dict[str, Any] | None = _attrs_field(init=False, default=None, repr=False)
    _source: Mapping[str, Any] | None = _attrs_field(init=False, default=None, repr=False)

    def to_dict(self) -> dict[str, Any]:
        """The JSON object; properties that are unset are left out"""
        _object: dict[str, Any] = {}
        _value = self.algo_eligible
        if _value is not UNSET:
            _object["algoEligible"] = _value
        _value = self.all_or_none_eligible
        if _value is not UNSET:
            _object["allOrNoneEligible"] = _value
        _value = self.can_trade_acct_ids
        if _value is not UNSET:
            _object["canTradeAcctIds"] = _value
        _value = self.cash_ccy
        if _value is not UNSET:
            _object["cashCcy"] = _value
        _value = self.cash_qty_incr
        if _value is not UNSET:
            _object["cashQtyIncr"] = _value
        _value = self.cash_size
        if _value is not UNSET:
            _object["cashSize"] = _value
        _value = self.cost_report
        if _value is not UNSET:
            _object["costReport"] = _value
        _value = self.cqt_types
        if _value is not UNSET:
            _object["cqtTypes"] = _value
        _value = self.default_size
        if _value is not UNSET:
            _object["defaultSize"] = _value
        _value = self.display_size
        if _value is not UNSET:
            _object["displaySize"] = _value
        _value = self.error
        if _value is not UNSET:
            _object["error"] = _value
        _value = self.force_order_preview
        if _value is not UNSET:
            _object["forceOrderPreview"] = _value
        _value = self.fraq_int
        if _value is not UNSET:
            _object["fraqInt"] = _value
        _value = self.fraq_types
        if _value is not UNSET:
            _object["fraqTypes"] = _value
        _value = self.has_secondary
        if _value is not UNSET:
            _object["hasSecondary"] = _value
        _value = self.ib_algo_types
        if _value is not UNSET:
            _object["ibAlgoTypes"] = _value
        _value = self.increment
        if _value is not UNSET:
            _object["increment"] = _value
        _value = self.increment_digits
        if _value is not UNSET:
            _object["incrementDigits"] = _value
        _value = self.increment_rules
        if _value is not UNSET:
            _object["incrementRules"] = (
                [_item.to_dict() if isinstance(_item, IncrementRule) else write_value(_item) for _item in _value]
                if isinstance(_value, list)
                else write_value(_value)
            )
        _value = self.increment_type
        if _value is not UNSET:
            _object["incrementType"] = _value
        _value = self.limit_price
        if _value is not UNSET:
            _object["limitPrice"] = _value
        _value = self.mod_types
        if _value is not UNSET:
            _object["modTypes"] = _value
        _value = self.negative_capable
        if _value is not UNSET:
            _object["negativeCapable"] = _value
        _value = self.order_defaults
        if _value is not UNSET:
            _object["orderDefaults"] = (
                _value.to_dict() if isinstance(_value, ContractRulesOrderDefaults) else write_value(_value)
            )
        _value = self.order_origination
        if _value is not UNSET:
            _object["orderOrigination"] = _value
        _value = self.order_types
        if _value is not UNSET:
            _object["orderTypes"] = _value
        _value = self.order_types_outside
        if _value is not UNSET:
            _object["orderTypesOutside"] = _value
        _value = self.overnight_eligible
        if _value is not UNSET:
            _object["overnightEligible"] = _value
        _value = self.preview
        if _value is not UNSET:
            _object["preview"] = _value
        _value = self.price_magnifier
        if _value is not UNSET:
            _object["priceMagnifier"] = _value
        _value = self.size_increment
        if _value is not UNSET:
            _object["sizeIncrement"] = _value
        _value = self.stopprice
        if _value is not UNSET:
            _object["stopprice"] = _value
        _value = self.tif_defaults
        if _value is not UNSET:
            _object["tifDefaults"] = _value.to_dict() if isinstance(_value, TifDefaults) else write_value(_value)
        _value = self.tif_types
        if _value is not UNSET:
            _object["tifTypes"] = _value
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
        _model.algo_eligible = src_dict["algoEligible"] if "algoEligible" in src_dict else UNSET
        _model.all_or_none_eligible = src_dict["allOrNoneEligible"] if "allOrNoneEligible" in src_dict else UNSET
        _model.can_trade_acct_ids = src_dict["canTradeAcctIds"] if "canTradeAcctIds" in src_dict else UNSET
        _model.cash_ccy = src_dict["cashCcy"] if "cashCcy" in src_dict else UNSET
        _model.cash_qty_incr = src_dict["cashQtyIncr"] if "cashQtyIncr" in src_dict else UNSET
        _model.cash_size = src_dict["cashSize"] if "cashSize" in src_dict else UNSET
        _model.cost_report = src_dict["costReport"] if "costReport" in src_dict else UNSET
        _model.cqt_types = src_dict["cqtTypes"] if "cqtTypes" in src_dict else UNSET
        _model.default_size = src_dict["defaultSize"] if "defaultSize" in src_dict else UNSET
        _model.display_size = src_dict["displaySize"] if "displaySize" in src_dict else UNSET
        _model.error = src_dict["error"] if "error" in src_dict else UNSET
        _model.force_order_preview = src_dict["forceOrderPreview"] if "forceOrderPreview" in src_dict else UNSET
        _model.fraq_int = src_dict["fraqInt"] if "fraqInt" in src_dict else UNSET
        _model.fraq_types = src_dict["fraqTypes"] if "fraqTypes" in src_dict else UNSET
        _model.has_secondary = src_dict["hasSecondary"] if "hasSecondary" in src_dict else UNSET
        _model.ib_algo_types = src_dict["ibAlgoTypes"] if "ibAlgoTypes" in src_dict else UNSET
        _model.increment = src_dict["increment"] if "increment" in src_dict else UNSET
        _model.increment_digits = src_dict["incrementDigits"] if "incrementDigits" in src_dict else UNSET
        _value = src_dict.get("incrementRules", UNSET)
        _model.increment_rules = (
            [(IncrementRule.from_dict(_item) if isinstance(_item, dict) else _item) for _item in _value]
            if isinstance(_value, list)
            else _value
        )
        _model.increment_type = src_dict["incrementType"] if "incrementType" in src_dict else UNSET
        _model.limit_price = src_dict["limitPrice"] if "limitPrice" in src_dict else UNSET
        _model.mod_types = src_dict["modTypes"] if "modTypes" in src_dict else UNSET
        _model.negative_capable = src_dict["negativeCapable"] if "negativeCapable" in src_dict else UNSET
        _value = src_dict.get("orderDefaults", UNSET)
        _model.order_defaults = ContractRulesOrderDefaults.from_dict(_value) if isinstance(_value, dict) else _value
        _model.order_origination = src_dict["orderOrigination"] if "orderOrigination" in src_dict else UNSET
        _model.order_types = src_dict["orderTypes"] if "orderTypes" in src_dict else UNSET
        _model.order_types_outside = src_dict["orderTypesOutside"] if "orderTypesOutside" in src_dict else UNSET
        _model.overnight_eligible = src_dict["overnightEligible"] if "overnightEligible" in src_dict else UNSET
        _model.preview = src_dict["preview"] if "preview" in src_dict else UNSET
        _model.price_magnifier = src_dict["priceMagnifier"] if "priceMagnifier" in src_dict else UNSET
        _model.size_increment = src_dict["sizeIncrement"] if "sizeIncrement" in src_dict else UNSET
        _model.stopprice = src_dict["stopprice"] if "stopprice" in src_dict else UNSET
        _value = src_dict.get("tifDefaults", UNSET)
        _model.tif_defaults = TifDefaults.from_dict(_value) if isinstance(_value, dict) else _value
        _model.tif_types = src_dict["tifTypes"] if "tifTypes" in src_dict else UNSET
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


from ..models.contract_rules_order_defaults import ContractRulesOrderDefaults
from ..models.increment_rule import IncrementRule
from ..models.tif_defaults import TifDefaults
