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

T = TypeVar("T", bound="PostOrder")
_new = object.__new__


_KNOWN: frozenset[str] = frozenset(
    (
        "qty",
        "routeId",
        "side",
        "tradableInstrumentId",
        "type",
        "validity",
        "price",
        "stopLoss",
        "stopLossType",
        "stopPrice",
        "strategyId",
        "takeProfit",
        "takeProfitType",
        "trStopOffset",
    )
)
_REQUIRED: frozenset[str] = frozenset(
    (
        "qty",
        "routeId",
        "side",
        "tradableInstrumentId",
        "type",
        "validity",
    )
)


@_attrs_define(eq=False)
class PostOrder:
    """One order. A market order needs IOC; limit and stop need GTC. A limit needs price, a stop stopPrice. There is no
    client order id and nothing removes duplicates.

        Attributes:
            qty (Decimal | str): Lots; a JSON number, or text
            route_id (int | str): A JSON integer, or digits as text
            side (str):
            tradable_instrument_id (int | str): A JSON integer, or digits as text
            type_ (str):
            validity (str):
            price (Decimal | None | str | Unset): A JSON number, text, or null for none
            stop_loss (Decimal | None | str | Unset): A JSON number, text, or null for none
            stop_loss_type (None | str | Unset): absolute is a price, offset a distance in pips; with trailingOffset the
                distance goes into trStopOffset. Never without its value
            stop_price (Decimal | None | str | Unset): A JSON number, text, or null for none
            strategy_id (None | str | Unset): The caller's tag, not unique. Documented as at most 31 characters; 32 have
                been accepted, 33 refused
            take_profit (Decimal | None | str | Unset): A JSON number, text, or null for none
            take_profit_type (None | str | Unset):
            tr_stop_offset (Decimal | None | str | Unset): A JSON number, text, or null for none
    """

    qty: Decimal | str
    route_id: int | str
    side: str
    tradable_instrument_id: int | str
    type_: str
    validity: str
    price: Decimal | None | str | Unset = UNSET
    stop_loss: Decimal | None | str | Unset = UNSET
    stop_loss_type: None | str | Unset = UNSET
    stop_price: Decimal | None | str | Unset = UNSET
    strategy_id: None | str | Unset = UNSET
    take_profit: Decimal | None | str | Unset = UNSET
    take_profit_type: None | str | Unset = UNSET
    tr_stop_offset: Decimal | None | str | Unset = UNSET
    _extra: dict[str, Any] | None = _attrs_field(init=False, default=None, repr=False)
    _source: Mapping[str, Any] | None = _attrs_field(init=False, default=None, repr=False)
    _partial: bool = _attrs_field(init=False, default=False, repr=False)

    def to_dict(self) -> dict[str, Any]:
        """The JSON object; properties that are unset are left out"""
        _object: dict[str, Any] = {
            "qty": self.qty,
            "routeId": self.route_id,
            "side": self.side,
            "tradableInstrumentId": self.tradable_instrument_id,
            "type": self.type_,
            "validity": self.validity,
        }
        _value = self.price
        if _value is not UNSET:
            _object["price"] = _value
        _value = self.stop_loss
        if _value is not UNSET:
            _object["stopLoss"] = _value
        _value = self.stop_loss_type
        if _value is not UNSET:
            _object["stopLossType"] = _value
        _value = self.stop_price
        if _value is not UNSET:
            _object["stopPrice"] = _value
        _value = self.strategy_id
        if _value is not UNSET:
            _object["strategyId"] = _value
        _value = self.take_profit
        if _value is not UNSET:
            _object["takeProfit"] = _value
        _value = self.take_profit_type
        if _value is not UNSET:
            _object["takeProfitType"] = _value
        _value = self.tr_stop_offset
        if _value is not UNSET:
            _object["trStopOffset"] = _value
        if self._partial:
            _object = {_key: _value for _key, _value in _object.items() if _value is not UNSET}
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
        try:
            _model.qty = src_dict["qty"]
            _model.route_id = src_dict["routeId"]
            _model.side = src_dict["side"]
            _model.tradable_instrument_id = src_dict["tradableInstrumentId"]
            _model.type_ = src_dict["type"]
            _model.validity = src_dict["validity"]
            _model._partial = False
        except KeyError:
            _model._partial = True
            _model.qty = src_dict.get("qty", UNSET)
            _model.route_id = src_dict.get("routeId", UNSET)
            _model.side = src_dict.get("side", UNSET)
            _model.tradable_instrument_id = src_dict.get("tradableInstrumentId", UNSET)
            _model.type_ = src_dict.get("type", UNSET)
            _model.validity = src_dict.get("validity", UNSET)
        _model.price = src_dict["price"] if "price" in src_dict else UNSET
        _model.stop_loss = src_dict["stopLoss"] if "stopLoss" in src_dict else UNSET
        _model.stop_loss_type = src_dict["stopLossType"] if "stopLossType" in src_dict else UNSET
        _model.stop_price = src_dict["stopPrice"] if "stopPrice" in src_dict else UNSET
        _model.strategy_id = src_dict["strategyId"] if "strategyId" in src_dict else UNSET
        _model.take_profit = src_dict["takeProfit"] if "takeProfit" in src_dict else UNSET
        _model.take_profit_type = src_dict["takeProfitType"] if "takeProfitType" in src_dict else UNSET
        _model.tr_stop_offset = src_dict["trStopOffset"] if "trStopOffset" in src_dict else UNSET
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
