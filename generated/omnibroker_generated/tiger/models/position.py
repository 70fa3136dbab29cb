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

T = TypeVar("T", bound="Position")
_new = object.__new__


_KNOWN: frozenset[str] = frozenset(
    (
        "account",
        "averageCost",
        "averageCostByAverage",
        "averageCostOfCarry",
        "categories",
        "contractId",
        "currency",
        "expiry",
        "identifier",
        "isLevel0Price",
        "lastClosePrice",
        "latestPrice",
        "market",
        "marketValue",
        "mmPercent",
        "mmValue",
        "multiplier",
        "name",
        "position",
        "positionQty",
        "positionScale",
        "realizedPnl",
        "realizedPnlByAverage",
        "right",
        "salable",
        "salableQty",
        "secType",
        "strike",
        "symbol",
        "todayPnl",
        "todayPnlPercent",
        "unrealizedPnl",
        "unrealizedPnlByAverage",
        "unrealizedPnlByCostOfCarry",
        "unrealizedPnlPercent",
        "unrealizedPnlPercentByAverage",
        "unrealizedPnlPercentByCostOfCarry",
        "updateTimestamp",
        "yesterdayPnl",
    )
)
_REQUIRED: frozenset[str] = frozenset(())


@_attrs_define(eq=False)
class Position:
    """One holding, in the instrument's currency.

    Attributes:
        account (str | Unset):
        average_cost (Decimal | None | Unset): Includes commission
        average_cost_by_average (Decimal | None | Unset):
        average_cost_of_carry (Decimal | None | Unset):
        categories (list[str] | Unset):
        contract_id (int | Unset):
        currency (str | Unset):
        expiry (None | str | Unset): YYYYMMDD
        identifier (None | str | Unset): The symbol, or the 21 characters of an option with its root padded to six
        is_level_0_price (bool | None | Unset):
        last_close_price (Decimal | None | Unset):
        latest_price (Decimal | None | Unset):
        market (str | Unset):
        market_value (Decimal | None | Unset):
        mm_percent (Decimal | None | Unset):
        mm_value (Decimal | None | Unset):
        multiplier (Decimal | None | Unset):
        name (None | str | Unset):
        position (int | Unset): Scaled: divided by ten to the power of positionScale; negative when short
        position_qty (Decimal | Unset): The true quantity
        position_scale (int | Unset):
        realized_pnl (Decimal | None | Unset):
        realized_pnl_by_average (Decimal | None | Unset):
        right (None | str | Unset):
        salable (int | None | Unset):
        salable_qty (Decimal | None | Unset): What can be sold now
        sec_type (str | Unset):
        strike (Any | Unset): Text, or a number
        symbol (str | Unset):
        today_pnl (Decimal | None | Unset):
        today_pnl_percent (Decimal | None | Unset):
        unrealized_pnl (Decimal | None | Unset):
        unrealized_pnl_by_average (Decimal | None | Unset):
        unrealized_pnl_by_cost_of_carry (Decimal | None | Unset):
        unrealized_pnl_percent (Decimal | None | Unset):
        unrealized_pnl_percent_by_average (Decimal | None | Unset):
        unrealized_pnl_percent_by_cost_of_carry (Decimal | None | Unset):
        update_timestamp (int | None | Unset): Epoch milliseconds
        yesterday_pnl (Decimal | None | Unset):
    """

    account: str | Unset = UNSET
    average_cost: Decimal | None | Unset = UNSET
    average_cost_by_average: Decimal | None | Unset = UNSET
    average_cost_of_carry: Decimal | None | Unset = UNSET
    categories: list[str] | Unset = UNSET
    contract_id: int | Unset = UNSET
    currency: str | Unset = UNSET
    expiry: None | str | Unset = UNSET
    identifier: None | str | Unset = UNSET
    is_level_0_price: bool | None | Unset = UNSET
    last_close_price: Decimal | None | Unset = UNSET
    latest_price: Decimal | None | Unset = UNSET
    market: str | Unset = UNSET
    market_value: Decimal | None | Unset = UNSET
    mm_percent: Decimal | None | Unset = UNSET
    mm_value: Decimal | None | Unset = UNSET
    multiplier: Decimal | None | Unset = UNSET
    name: None | str | Unset = UNSET
    position: int | Unset = UNSET
    position_qty: Decimal | Unset = UNSET
    position_scale: int | Unset = UNSET
    realized_pnl: Decimal | None | Unset = UNSET
    realized_pnl_by_average: Decimal | None | Unset = UNSET
    right: None | str | Unset = UNSET
    salable: int | None | Unset = UNSET
    salable_qty: Decimal | None | Unset = UNSET
    sec_type: str | Unset = UNSET
    strike: Any | Unset = UNSET
    symbol: str | Unset = UNSET
    today_pnl: Decimal | None | Unset = UNSET
    today_pnl_percent: Decimal | None | Unset = UNSET
    unrealized_pnl: Decimal | None | Unset = UNSET
    unrealized_pnl_by_average: Decimal | None | Unset = UNSET
    unrealized_pnl_by_cost_of_carry: Decimal | None | Unset = UNSET
    unrealized_pnl_percent: Decimal | None | Unset = UNSET
    unrealized_pnl_percent_by_average: Decimal | None | Unset = UNSET
    unrealized_pnl_percent_by_cost_of_carry: Decimal | None | Unset = UNSET
    update_timestamp: int | None | Unset = UNSET
    yesterday_pnl: Decimal | None | Unset = UNSET
    _extra: dict[str, Any] | None = _attrs_field(init=False, default=None, repr=False)
    _source: Mapping[str, Any] | None = _attrs_field(init=False, default=None, repr=False)

    def to_dict(self) -> dict[str, Any]:
        """The JSON object; properties that are unset are left out"""
        _object: dict[str, Any] = {}
        _value = self.account
        if _value is not UNSET:
            _object["account"] = _value
        _value = self.average_cost
        if _value is not UNSET:
            _object["averageCost"] = _value
        _value = self.average_cost_by_average
        if _value is not UNSET:
            _object["averageCostByAverage"] = _value
        _value = self.average_cost_of_carry
        if _value is not UNSET:
            _object["averageCostOfCarry"] = _value
        _value = self.categories
        if _value is not UNSET:
            _object["categories"] = _value
        _value = self.contract_id
        if _value is not UNSET:
            _object["contractId"] = _value
        _value = self.currency
        if _value is not UNSET:
            _object["currency"] = _value
        _value = self.expiry
        if _value is not UNSET:
            _object["expiry"] = _value
        _value = self.identifier
        if _value is not UNSET:
            _object["identifier"] = _value
        _value = self.is_level_0_price
        if _value is not UNSET:
            _object["isLevel0Price"] = _value
        _value = self.last_close_price
        if _value is not UNSET:
            _object["lastClosePrice"] = _value
        _value = self.latest_price
        if _value is not UNSET:
            _object["latestPrice"] = _value
        _value = self.market
        if _value is not UNSET:
            _object["market"] = _value
        _value = self.market_value
        if _value is not UNSET:
            _object["marketValue"] = _value
        _value = self.mm_percent
        if _value is not UNSET:
            _object["mmPercent"] = _value
        _value = self.mm_value
        if _value is not UNSET:
            _object["mmValue"] = _value
        _value = self.multiplier
        if _value is not UNSET:
            _object["multiplier"] = _value
        _value = self.name
        if _value is not UNSET:
            _object["name"] = _value
        _value = self.position
        if _value is not UNSET:
            _object["position"] = _value
        _value = self.position_qty
        if _value is not UNSET:
            _object["positionQty"] = _value
        _value = self.position_scale
        if _value is not UNSET:
            _object["positionScale"] = _value
        _value = self.realized_pnl
        if _value is not UNSET:
            _object["realizedPnl"] = _value
        _value = self.realized_pnl_by_average
        if _value is not UNSET:
            _object["realizedPnlByAverage"] = _value
        _value = self.right
        if _value is not UNSET:
            _object["right"] = _value
        _value = self.salable
        if _value is not UNSET:
            _object["salable"] = _value
        _value = self.salable_qty
        if _value is not UNSET:
            _object["salableQty"] = _value
        _value = self.sec_type
        if _value is not UNSET:
            _object["secType"] = _value
        _value = self.strike
        if _value is not UNSET:
            _object["strike"] = write_value(_value)
        _value = self.symbol
        if _value is not UNSET:
            _object["symbol"] = _value
        _value = self.today_pnl
        if _value is not UNSET:
            _object["todayPnl"] = _value
        _value = self.today_pnl_percent
        if _value is not UNSET:
            _object["todayPnlPercent"] = _value
        _value = self.unrealized_pnl
        if _value is not UNSET:
            _object["unrealizedPnl"] = _value
        _value = self.unrealized_pnl_by_average
        if _value is not UNSET:
            _object["unrealizedPnlByAverage"] = _value
        _value = self.unrealized_pnl_by_cost_of_carry
        if _value is not UNSET:
            _object["unrealizedPnlByCostOfCarry"] = _value
        _value = self.unrealized_pnl_percent
        if _value is not UNSET:
            _object["unrealizedPnlPercent"] = _value
        _value = self.unrealized_pnl_percent_by_average
        if _value is not UNSET:
            _object["unrealizedPnlPercentByAverage"] = _value
        _value = self.unrealized_pnl_percent_by_cost_of_carry
        if _value is not UNSET:
            _object["unrealizedPnlPercentByCostOfCarry"] = _value
        _value = self.update_timestamp
        if _value is not UNSET:
            _object["updateTimestamp"] = _value
        _value = self.yesterday_pnl
        if _value is not UNSET:
            _object["yesterdayPnl"] = _value
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
        _model.account = src_dict["account"] if "account" in src_dict else UNSET
        _model.average_cost = src_dict["averageCost"] if "averageCost" in src_dict else UNSET
        _model.average_cost_by_average = (
            src_dict["averageCostByAverage"] if "averageCostByAverage" in src_dict else UNSET
        )
        _model.average_cost_of_carry = src_dict["averageCostOfCarry"] if "averageCostOfCarry" in src_dict else UNSET
        _model.categories = src_dict["categories"] if "categories" in src_dict else UNSET
        _model.contract_id = src_dict["contractId"] if "contractId" in src_dict else UNSET
        _model.currency = src_dict["currency"] if "currency" in src_dict else UNSET
        _model.expiry = src_dict["expiry"] if "expiry" in src_dict else UNSET
        _model.identifier = src_dict["identifier"] if "identifier" in src_dict else UNSET
        _model.is_level_0_price = src_dict["isLevel0Price"] if "isLevel0Price" in src_dict else UNSET
        _model.last_close_price = src_dict["lastClosePrice"] if "lastClosePrice" in src_dict else UNSET
        _model.latest_price = src_dict["latestPrice"] if "latestPrice" in src_dict else UNSET
        _model.market = src_dict["market"] if "market" in src_dict else UNSET
        _model.market_value = src_dict["marketValue"] if "marketValue" in src_dict else UNSET
        _model.mm_percent = src_dict["mmPercent"] if "mmPercent" in src_dict else UNSET
        _model.mm_value = src_dict["mmValue"] if "mmValue" in src_dict else UNSET
        _model.multiplier = src_dict["multiplier"] if "multiplier" in src_dict else UNSET
        _model.name = src_dict["name"] if "name" in src_dict else UNSET
        _model.position = src_dict["position"] if "position" in src_dict else UNSET
        _model.position_qty = src_dict["positionQty"] if "positionQty" in src_dict else UNSET
        _model.position_scale = src_dict["positionScale"] if "positionScale" in src_dict else UNSET
        _model.realized_pnl = src_dict["realizedPnl"] if "realizedPnl" in src_dict else UNSET
        _model.realized_pnl_by_average = (
            src_dict["realizedPnlByAverage"] if "realizedPnlByAverage" in src_dict else UNSET
        )
        _model.right = src_dict["right"] if "right" in src_dict else UNSET
        _model.salable = src_dict["salable"] if "salable" in src_dict else UNSET
        _model.salable_qty = src_dict["salableQty"] if "salableQty" in src_dict else UNSET
        _model.sec_type = src_dict["secType"] if "secType" in src_dict else UNSET
        _model.strike = src_dict["strike"] if "strike" in src_dict else UNSET
        _model.symbol = src_dict["symbol"] if "symbol" in src_dict else UNSET
        _model.today_pnl = src_dict["todayPnl"] if "todayPnl" in src_dict else UNSET
        _model.today_pnl_percent = src_dict["todayPnlPercent"] if "todayPnlPercent" in src_dict else UNSET
        _model.unrealized_pnl = src_dict["unrealizedPnl"] if "unrealizedPnl" in src_dict else UNSET
        _model.unrealized_pnl_by_average = (
            src_dict["unrealizedPnlByAverage"] if "unrealizedPnlByAverage" in src_dict else UNSET
        )
        _model.unrealized_pnl_by_cost_of_carry = (
            src_dict["unrealizedPnlByCostOfCarry"] if "unrealizedPnlByCostOfCarry" in src_dict else UNSET
        )
        _model.unrealized_pnl_percent = (
            src_dict["unrealizedPnlPercent"] if "unrealizedPnlPercent" in src_dict else UNSET
        )
        _model.unrealized_pnl_percent_by_average = (
            src_dict["unrealizedPnlPercentByAverage"] if "unrealizedPnlPercentByAverage" in src_dict else UNSET
        )
        _model.unrealized_pnl_percent_by_cost_of_carry = (
            src_dict["unrealizedPnlPercentByCostOfCarry"] if "unrealizedPnlPercentByCostOfCarry" in src_dict else UNSET
        )
        _model.update_timestamp = src_dict["updateTimestamp"] if "updateTimestamp" in src_dict else UNSET
        _model.yesterday_pnl = src_dict["yesterdayPnl"] if "yesterdayPnl" in src_dict else UNSET
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
