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
        "acc_id",
        "average_cost_price",
        "average_pl_ratio",
        "can_sell_qty",
        "code",
        "combo_id",
        "cost_price",
        "currency",
        "diluted_cost_price",
        "jp_acc_type",
        "name",
        "payout_if_win",
        "pl_ratio",
        "pl_val",
        "position_id",
        "position_side",
        "position_type",
        "price",
        "qty",
        "realized_pl",
        "sec_market",
        "strategy_type",
        "td_buy_qty",
        "td_buy_val",
        "td_pl_val",
        "td_sell_qty",
        "td_sell_val",
        "td_trd_val",
        "trd_market",
        "unrealized_pl",
        "val",
    )
)
_REQUIRED: frozenset[str] = frozenset(())


@_attrs_define(eq=False)
class Position:
    """Its key is position_id: futures may be held long and short. The app shows average_cost_price, unrealized_pl and
    realized_pl; cost_price, pl_val and pl_ratio stand on diluted cost.

        Attributes:
            acc_id (Any | None | Unset):
            average_cost_price (Decimal | None | Unset): Average cost (not for simulated securities accounts)
            average_pl_ratio (Decimal | None | Unset): Percent on average cost
            can_sell_qty (Decimal | Unset): Sellable quantity
            code (str | Unset):
            combo_id (int | None | Unset): Option combo id
            cost_price (Decimal | None | Unset): Obsolete: diluted_cost_price and average_cost_price tell it apart
            currency (int | None | Unset):
            diluted_cost_price (Decimal | None | Unset): Diluted cost (securities accounts)
            jp_acc_type (int | None | Unset):
            name (str | Unset):
            payout_if_win (Decimal | None | Unset): Event-contract payout when right
            pl_ratio (Decimal | None | Unset): Profit and loss percent on diluted cost
            pl_val (Decimal | Unset): Profit and loss amount
            position_id (int | Unset):
            position_side (int | Unset): 0 Long, 1 Short, -1 Unknown.
            position_type (int | None | Unset): Combo or leg
            price (Decimal | Unset): Market price
            qty (Decimal | Unset): Shares or contracts; position_side tells the side
            realized_pl (Decimal | None | Unset): Realised profit and loss
            sec_market (int | None | Unset):
            strategy_type (int | None | Unset):
            td_buy_qty (Decimal | None | Unset): Bought today, quantity
            td_buy_val (Decimal | None | Unset): Bought today, amount
            td_pl_val (Decimal | None | Unset): Profit and loss today
            td_sell_qty (Decimal | None | Unset): Sold today, quantity
            td_sell_val (Decimal | None | Unset): Sold today, amount
            td_trd_val (Decimal | None | Unset): Traded today, amount
            trd_market (int | None | Unset):
            unrealized_pl (Decimal | None | Unset): Unrealised profit and loss
            val (Decimal | Unset): Market value (0 for futures)
    """

    acc_id: Any | None | Unset = UNSET
    average_cost_price: Decimal | None | Unset = UNSET
    average_pl_ratio: Decimal | None | Unset = UNSET
    can_sell_qty: Decimal | Unset = UNSET
    code: str | Unset = UNSET
    combo_id: int | None | Unset = UNSET
    cost_price: Decimal | None | Unset = UNSET
    currency: int | None | Unset = UNSET
    diluted_cost_price: Decimal | None | Unset = UNSET
    jp_acc_type: int | None | Unset = UNSET
    name: str | Unset = UNSET
    payout_if_win: Decimal | None | Unset = UNSET
    pl_ratio: Decimal | None | Unset = UNSET
    pl_val: Decimal | Unset = UNSET
    position_id: int | Unset = UNSET
    position_side: int | Unset = UNSET
    position_type: int | None | Unset = UNSET
    price: Decimal | Unset = UNSET
    qty: Decimal | Unset = UNSET
    realized_pl: Decimal | None | Unset = UNSET
    sec_market: int | None | Unset = UNSET
    strategy_type: int | None | Unset = UNSET
    td_buy_qty: Decimal | None | Unset = UNSET
    td_buy_val: Decimal | None | Unset = UNSET
    td_pl_val: Decimal | None | Unset = UNSET
    td_sell_qty: Decimal | None | Unset = UNSET
    td_sell_val: Decimal | None | Unset = UNSET
    td_trd_val: Decimal | None | Unset = UNSET
    trd_market: int | None | Unset = UNSET
    unrealized_pl: Decimal | None | Unset = UNSET
    val: Decimal | Unset = UNSET
    _extra: dict[str, Any] | None = _attrs_field(init=False, default=None, repr=False)
    _source: Mapping[str, Any] | None = _attrs_field(init=False, default=None, repr=False)

    def to_dict(self) -> dict[str, Any]:
        """The JSON object; properties that are unset are left out"""
        _object: dict[str, Any] = {}
        _value = self.acc_id
        if _value is not UNSET:
            _object["acc_id"] = _value
        _value = self.average_cost_price
        if _value is not UNSET:
            _object["average_cost_price"] = _value
        _value = self.average_pl_ratio
        if _value is not UNSET:
            _object["average_pl_ratio"] = _value
        _value = self.can_sell_qty
        if _value is not UNSET:
            _object["can_sell_qty"] = _value
        _value = self.code
        if _value is not UNSET:
            _object["code"] = _value
        _value = self.combo_id
        if _value is not UNSET:
            _object["combo_id"] = _value
        _value = self.cost_price
        if _value is not UNSET:
            _object["cost_price"] = _value
        _value = self.currency
        if _value is not UNSET:
            _object["currency"] = _value
        _value = self.diluted_cost_price
        if _value is not UNSET:
            _object["diluted_cost_price"] = _value
        _value = self.jp_acc_type
        if _value is not UNSET:
            _object["jp_acc_type"] = _value
        _value = self.name
        if _value is not UNSET:
            _object["name"] = _value
        _value = self.payout_if_win
        if _value is not UNSET:
            _object["payout_if_win"] = _value
        _value = self.pl_ratio
        if _value is not UNSET:
            _object["pl_ratio"] = _value
        _value = self.pl_val
        if _value is not UNSET:
            _object["pl_val"] = _value
        _value = self.position_id
        if _value is not UNSET:
            _object["position_id"] = _value
        _value = self.position_side
        if _value is not UNSET:
            _object["position_side"] = _value
        _value = self.position_type
        if _value is not UNSET:
            _object["position_type"] = _value
        _value = self.price
        if _value is not UNSET:
            _object["price"] = _value
        _value = self.qty
        if _value is not UNSET:
            _object["qty"] = _value
        _value = self.realized_pl
        if _value is not UNSET:
            _object["realized_pl"] = _value
        _value = self.sec_market
        if _value is not UNSET:
            _object["sec_market"] = _value
        _value = self.strategy_type
        if _value is not UNSET:
            _object["strategy_type"] = _value
        _value = self.td_buy_qty
        if _value is not UNSET:
            _object["td_buy_qty"] = _value
        _value = self.td_buy_val
        if _value is not UNSET:
            _object["td_buy_val"] = _value
        _value = self.td_pl_val
        if _value is not UNSET:
            _object["td_pl_val"] = _value
        _value = self.td_sell_qty
        if _value is not UNSET:
            _object["td_sell_qty"] = _value
        _value = self.td_sell_val
        if _value is not UNSET:
            _object["td_sell_val"] = _value
        _value = self.td_trd_val
        if _value is not UNSET:
            _object["td_trd_val"] = _value
        _value = self.trd_market
        if _value is not UNSET:
            _object["trd_market"] = _value
        _value = self.unrealized_pl
        if _value is not UNSET:
            _object["unrealized_pl"] = _value
        _value = self.val
        if _value is not UNSET:
            _object["val"] = _value
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
        _model.acc_id = src_dict["acc_id"] if "acc_id" in src_dict else UNSET
        _model.average_cost_price = src_dict["average_cost_price"] if "average_cost_price" in src_dict else UNSET
        _model.average_pl_ratio = src_dict["average_pl_ratio"] if "average_pl_ratio" in src_dict else UNSET
        _model.can_sell_qty = src_dict["can_sell_qty"] if "can_sell_qty" in src_dict else UNSET
        _model.code = src_dict["code"] if "code" in src_dict else UNSET
        _model.combo_id = src_dict["combo_id"] if "combo_id" in src_dict else UNSET
        _model.cost_price = src_dict["cost_price"] if "cost_price" in src_dict else UNSET
        _model.currency = src_dict["currency"] if "currency" in src_dict else UNSET
        _model.diluted_cost_price = src_dict["diluted_cost_price"] if "diluted_cost_price" in src_dict else UNSET
        _model.jp_acc_type = src_dict["jp_acc_type"] if "jp_acc_type" in src_dict else UNSET
        _model.name = src_dict["name"] if "name" in src_dict else UNSET
        _model.payout_if_win = src_dict["payout_if_win"] if "payout_if_win" in src_dict else UNSET
        _model.pl_ratio = src_dict["pl_ratio"] if "pl_ratio" in src_dict else UNSET
        _model.pl_val = src_dict["pl_val"] if "pl_val" in src_dict else UNSET
        _model.position_id = src_dict["position_id"] if "position_id" in src_dict else UNSET
        _model.position_side = src_dict["position_side"] if "position_side" in src_dict else UNSET
        _model.position_type = src_dict["position_type"] if "position_type" in src_dict else UNSET
        _model.price = src_dict["price"] if "price" in src_dict else UNSET
        _model.qty = src_dict["qty"] if "qty" in src_dict else UNSET
        _model.realized_pl = src_dict["realized_pl"] if "realized_pl" in src_dict else UNSET
        _model.sec_market = src_dict["sec_market"] if "sec_market" in src_dict else UNSET
        _model.strategy_type = src_dict["strategy_type"] if "strategy_type" in src_dict else UNSET
        _model.td_buy_qty = src_dict["td_buy_qty"] if "td_buy_qty" in src_dict else UNSET
        _model.td_buy_val = src_dict["td_buy_val"] if "td_buy_val" in src_dict else UNSET
        _model.td_pl_val = src_dict["td_pl_val"] if "td_pl_val" in src_dict else UNSET
        _model.td_sell_qty = src_dict["td_sell_qty"] if "td_sell_qty" in src_dict else UNSET
        _model.td_sell_val = src_dict["td_sell_val"] if "td_sell_val" in src_dict else UNSET
        _model.td_trd_val = src_dict["td_trd_val"] if "td_trd_val" in src_dict else UNSET
        _model.trd_market = src_dict["trd_market"] if "trd_market" in src_dict else UNSET
        _model.unrealized_pl = src_dict["unrealized_pl"] if "unrealized_pl" in src_dict else UNSET
        _model.val = src_dict["val"] if "val" in src_dict else UNSET
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
