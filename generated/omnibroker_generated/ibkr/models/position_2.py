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

T = TypeVar("T", bound="Position2")
_new = object.__new__


_KNOWN: frozenset[str] = frozenset(
    (
        "assetClass",
        "avgCost",
        "avgPrice",
        "conid",
        "currency",
        "description",
        "group",
        "isLastToLoq",
        "marketPrice",
        "marketValue",
        "model",
        "position",
        "realizedPnl",
        "secType",
        "sector",
        "timestamp",
        "unrealizedPnl",
    )
)
_REQUIRED: frozenset[str] = frozenset(())


@_attrs_define(eq=False)
class Position2:
    """One holding, read without the server's cache.

    Attributes:
        asset_class (str | Unset):
        avg_cost (Decimal | Unset): Includes the multiplier
        avg_price (Decimal | Unset): Per unit
        conid (Any | Unset): Text here, an integer nearly everywhere else
        currency (str | Unset):
        description (str | Unset):
        group (None | str | Unset):
        is_last_to_loq (bool | Unset):
        market_price (Decimal | Unset):
        market_value (Decimal | Unset):
        model (None | str | Unset):
        position (Decimal | Unset): Signed: negative when short
        realized_pnl (Decimal | Unset):
        sec_type (str | Unset):
        sector (None | str | Unset):
        timestamp (int | Unset): Epoch seconds
        unrealized_pnl (Decimal | Unset):
    """

    asset_class: str | Unset = UNSET
    avg_cost: Decimal | Unset = UNSET
    avg_price: Decimal | Unset = UNSET
    conid: Any | Unset = UNSET
    currency: str | Unset = UNSET
    description: str | Unset = UNSET
    group: None | str | Unset = UNSET
    is_last_to_loq: bool | Unset = UNSET
    market_price: Decimal | Unset = UNSET
    market_value: Decimal | Unset = UNSET
    model: None | str | Unset = UNSET
    position: Decimal | Unset = UNSET
    realized_pnl: Decimal | Unset = UNSET
    sec_type: str | Unset = UNSET
    sector: None | str | Unset = UNSET
    timestamp: int | Unset = UNSET
    unrealized_pnl: Decimal | Unset = UNSET
    _extra: dict[str, Any] | None = _attrs_field(init=False, default=None, repr=False)
    _source: Mapping[str, Any] | None = _attrs_field(init=False, default=None, repr=False)

    def to_dict(self) -> dict[str, Any]:
        """The JSON object; properties that are unset are left out"""
        _object: dict[str, Any] = {}
        _value = self.asset_class
        if _value is not UNSET:
            _object["assetClass"] = _value
        _value = self.avg_cost
        if _value is not UNSET:
            _object["avgCost"] = _value
        _value = self.avg_price
        if _value is not UNSET:
            _object["avgPrice"] = _value
        _value = self.conid
        if _value is not UNSET:
            _object["conid"] = write_value(_value)
        _value = self.currency
        if _value is not UNSET:
            _object["currency"] = _value
        _value = self.description
        if _value is not UNSET:
            _object["description"] = _value
        _value = self.group
        if _value is not UNSET:
            _object["group"] = _value
        _value = self.is_last_to_loq
        if _value is not UNSET:
            _object["isLastToLoq"] = _value
        _value = self.market_price
        if _value is not UNSET:
            _object["marketPrice"] = _value
        _value = self.market_value
        if _value is not UNSET:
            _object["marketValue"] = _value
        _value = self.model
        if _value is not UNSET:
            _object["model"] = _value
        _value = self.position
        if _value is not UNSET:
            _object["position"] = _value
        _value = self.realized_pnl
        if _value is not UNSET:
            _object["realizedPnl"] = _value
        _value = self.sec_type
        if _value is not UNSET:
            _object["secType"] = _value
        _value = self.sector
        if _value is not UNSET:
            _object["sector"] = _value
        _value = self.timestamp
        if _value is not UNSET:
            _object["timestamp"] = _value
        _value = self.unrealized_pnl
        if _value is not UNSET:
            _object["unrealizedPnl"] = _value
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
        _model.asset_class = src_dict["assetClass"] if "assetClass" in src_dict else UNSET
        _model.avg_cost = src_dict["avgCost"] if "avgCost" in src_dict else UNSET
        _model.avg_price = src_dict["avgPrice"] if "avgPrice" in src_dict else UNSET
        _model.conid = src_dict["conid"] if "conid" in src_dict else UNSET
        _model.currency = src_dict["currency"] if "currency" in src_dict else UNSET
        _model.description = src_dict["description"] if "description" in src_dict else UNSET
        _model.group = src_dict["group"] if "group" in src_dict else UNSET
        _model.is_last_to_loq = src_dict["isLastToLoq"] if "isLastToLoq" in src_dict else UNSET
        _model.market_price = src_dict["marketPrice"] if "marketPrice" in src_dict else UNSET
        _model.market_value = src_dict["marketValue"] if "marketValue" in src_dict else UNSET
        _model.model = src_dict["model"] if "model" in src_dict else UNSET
        _model.position = src_dict["position"] if "position" in src_dict else UNSET
        _model.realized_pnl = src_dict["realizedPnl"] if "realizedPnl" in src_dict else UNSET
        _model.sec_type = src_dict["secType"] if "secType" in src_dict else UNSET
        _model.sector = src_dict["sector"] if "sector" in src_dict else UNSET
        _model.timestamp = src_dict["timestamp"] if "timestamp" in src_dict else UNSET
        _model.unrealized_pnl = src_dict["unrealizedPnl"] if "unrealizedPnl" in src_dict else UNSET
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
