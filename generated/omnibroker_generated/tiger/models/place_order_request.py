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

T = TypeVar("T", bound="PlaceOrderRequest")
_new = object.__new__


_KNOWN: frozenset[str] = frozenset(
    (
        "account",
        "action",
        "order_type",
        "sec_type",
        "adjust_limit",
        "algo_params",
        "attach_type",
        "aux_price",
        "cash_amount",
        "check_intervals",
        "combo_type",
        "contract_legs",
        "currency",
        "display_size",
        "end_time",
        "exchange",
        "expire_time",
        "expiry",
        "lang",
        "limit_price",
        "local_symbol",
        "market",
        "min_display_size",
        "multiplier",
        "order_id",
        "outside_rth",
        "percent_offset",
        "price_type",
        "profit_taker_price",
        "profit_taker_rth",
        "profit_taker_tif",
        "right",
        "start_time",
        "stop_loss_limit_price",
        "stop_loss_price",
        "stop_loss_rth",
        "stop_loss_tif",
        "stop_loss_trailing_amount",
        "stop_loss_trailing_percent",
        "strike",
        "symbol",
        "time_in_force",
        "total_quantity",
        "total_quantity_scale",
        "trading_session_type",
        "trail_stop_price",
        "trailing_percent",
        "user_mark",
    )
)
_REQUIRED: frozenset[str] = frozenset(
    (
        "account",
        "action",
        "order_type",
        "sec_type",
    )
)


@_attrs_define(eq=False)
class PlaceOrderRequest:
    """One order. Everything but a combination needs symbol and currency; total_quantity or, for an order by amount,
    cash_amount; limit_price for LMT, STP_LMT and AL; aux_price for STP and STP_LMT; aux_price or trailing_percent for
    TRAIL; expire_time for GTD. What is not sent is filled in by Tiger: time_in_force DAY, and outside_rth true for US
    limit orders.

        Attributes:
            account (str): 17 digits paper, 5 to 10 digits standard, U or DU and digits global
            action (str):
            order_type (str):
            sec_type (str): WAR warrant, IOPT bull and bear certificate, MLEG combination, CC crypto
            adjust_limit (Decimal | Unset): How far Tiger may move a price onto the tick grid, as a part of the price
            algo_params (list[AlgoParam] | Unset): Of TWAP and VWAP orders, among them start_time and participation_rate
            attach_type (str | Unset): Attached orders, on limit orders only
            aux_price (Decimal | Unset): A JSON number; negative for combinations only
            cash_amount (Decimal | Unset): Amount of money instead of a quantity
            check_intervals (int | Unset): Seconds
            combo_type (str | Unset):
            contract_legs (list[ContractLeg] | Unset):
            currency (str | Unset):
            display_size (int | Unset): ICEBERG orders
            end_time (int | Unset): Epoch milliseconds; -1 where a range may stay open
            exchange (str | Unset):
            expire_time (int | Unset): Epoch milliseconds; -1 where a range may stay open
            expiry (str | Unset): YYYYMMDD
            lang (str | Unset): Language of names and display texts
            limit_price (Decimal | Unset): A JSON number; negative for combinations only
            local_symbol (str | Unset): Needed for warrants and certificates
            market (str | Unset):
            min_display_size (int | Unset):
            multiplier (Decimal | Unset):
            order_id (int | Unset): Drawn by order_no; a number that was used refuses the order as a duplicate
            outside_rth (bool | Unset): US stocks only; must be false for MKT and STP
            percent_offset (Decimal | Unset):
            price_type (str | Unset):
            profit_taker_price (Decimal | Unset): A JSON number; negative for combinations only
            profit_taker_rth (bool | Unset):
            profit_taker_tif (str | Unset): GTC neither for MKT nor on paper accounts; OPG and DAY for auctions
            right (str | Unset):
            start_time (int | Unset): Epoch milliseconds; -1 where a range may stay open
            stop_loss_limit_price (Decimal | Unset): A JSON number; negative for combinations only
            stop_loss_price (Decimal | Unset): A JSON number; negative for combinations only
            stop_loss_rth (bool | Unset):
            stop_loss_tif (str | Unset): GTC neither for MKT nor on paper accounts; OPG and DAY for auctions
            stop_loss_trailing_amount (Decimal | Unset): A JSON number; negative for combinations only
            stop_loss_trailing_percent (Decimal | Unset):
            strike (Decimal | str | Unset): A decimal number, as text or as a JSON number; the vendor's clients send either
            symbol (str | Unset): Upper case; 5 digits in Hong Kong, a leading dot for an index, BTC/USD for crypto
            time_in_force (str | Unset): GTC neither for MKT nor on paper accounts; OPG and DAY for auctions
            total_quantity (int | Unset): Divided by ten to the power of the scale: 111 with scale 2 is 1.11
            total_quantity_scale (int | Unset):
            trading_session_type (str | Unset):
            trail_stop_price (Decimal | Unset): A JSON number; negative for combinations only
            trailing_percent (Decimal | Unset):
            user_mark (str | Unset): The client's mark, echoed in queries and pushes, never changed; its true length and
                characters are not documented
    """

    account: str
    action: str
    order_type: str
    sec_type: str
    adjust_limit: Decimal | Unset = UNSET
    algo_params: list[AlgoParam] | Unset = UNSET
    attach_type: str | Unset = UNSET
    aux_price: Decimal | Unset = UNSET
    cash_amount: Decimal | Unset = UNSET
    check_intervals: int | Unset = UNSET
    combo_type: str | Unset = UNSET
    contract_legs: list[ContractLeg] | Unset = UNSET
    currency: str | Unset = UNSET
    display_size: int | Unset = UNSET
    end_time: int | Unset = UNSET
    exchange: str | Unset = UNSET
    expire_time: int | Unset = UNSET
    expiry: str | Unset = UNSET
    lang: str | Unset = UNSET
    limit_price: Decimal | Unset = UNSET
    local_symbol: str | Unset = UNSET
    market: str | Unset = UNSET
    min_display_size: int | Unset = UNSET
    multiplier: Decimal | Unset = UNSET
    order_id: int | Unset = UNSET
    outside_rth: bool | Unset = UNSET
    percent_offset: Decimal | Unset = UNSET
    price_type: str | Unset = UNSET
    profit_taker_price: Decimal | Unset = UNSET
    profit_taker_rth: bool | Unset = UNSET
    profit_taker_tif: str | Unset = UNSET
    right: str | Unset = UNSET
    start_time: int | Unset = UNSET
    stop_loss_limit_price: Decimal | Unset = UNSET
    stop_loss_price: Decimal | Unset = UNSET
    stop_loss_rth: bool | Unset = UNSET
    stop_loss_tif: str | Unset = UNSET
    stop_loss_trailing_amount: Decimal | Unset = UNSET
    stop_loss_trailing_percent: Decimal | Unset = UNSET
    strike: Decimal | str | Unset = UNSET
    symbol: str | Unset = UNSET
    time_in_force: str | Unset = UNSET
    total_quantity: int | Unset = UNSET
    total_quantity_scale: int | Unset = UNSET
    trading_session_type: str | Unset = UNSET
    trail_stop_price: Decimal | Unset = UNSET
    trailing_percent: Decimal | Unset = UNSET
    user_mark: str | Unset = UNSET
    _extra: dict[str, Any] | None = _attrs_field(init=False, default=None, repr=False)
    _source: Mapping[str, Any] | None = _attrs_field(init=False, default=None, repr=False)
    _partial: bool = _attrs_field(init=False, default=False, repr=False)

    def to_dict(self) -> dict[str, Any]:
        """The JSON object; properties that are unset are left out"""
        _object: dict[str, Any] = {
            "account": self.account,
            "action": self.action,
            "order_type": self.order_type,
            "sec_type": self.sec_type,
        }
        _value = self.adjust_limit
        if _value is not UNSET:
            _object["adjust_limit"] = _value
        _value = self.algo_params
        if _value is not UNSET:
            _object["algo_params"] = (
                [_item.to_dict() if isinstance(_item, AlgoParam) else write_value(_item) for _item in _value]
                if isinstance(_value, list)
                else write_value(_value)
            )
        _value = self.attach_type
        if _value is not UNSET:
            _object["attach_type"] = _value
        _value = self.aux_price
        if _value is not UNSET:
            _object["aux_price"] = _value
        _value = self.cash_amount
        if _value is not UNSET:
            _object["cash_amount"] = _value
        _value = self.check_intervals
        if _value is not UNSET:
            _object["check_intervals"] = _value
        _value = self.combo_type
        if _value is not UNSET:
            _object["combo_type"] = _value
        _value = self.contract_legs
        if _value is not UNSET:
            _object["contract_legs"] = (
                [_item.to_dict() if isinstance(_item, ContractLeg) else write_value(_item) for _item in _value]
                if isinstance(_value, list)
                else write_value(_value)
            )
        _value = self.currency
        if _value is not UNSET:
            _object["currency"] = _value
        _value = self.display_size
        if _value is not UNSET:
            _object["display_size"] = _value
        _value = self.end_time
        if _value is not UNSET:
            _object["end_time"] = _value
        _value = self.exchange
        if _value is not UNSET:
            _object["exchange"] = _value
        _value = self.expire_time
        if _value is not UNSET:
            _object["expire_time"] = _value
        _value = self.expiry
        if _value is not UNSET:
            _object["expiry"] = _value
        _value = self.lang
        if _value is not UNSET:
            _object["lang"] = _value
        _value = self.limit_price
        if _value is not UNSET:
            _object["limit_price"] = _value
        _value = self.local_symbol
        if _value is not UNSET:
            _object["local_symbol"] = _value
        _value = self.market
        if _value is not UNSET:
            _object["market"] = _value
        _value = self.min_display_size
        if _value is not UNSET:
            _object["min_display_size"] = _value
        _value = self.multiplier
        if _value is not UNSET:
            _object["multiplier"] = _value
        _value = self.order_id
        if _value is not UNSET:
            _object["order_id"] = _value
        _value = self.outside_rth
        if _value is not UNSET:
            _object["outside_rth"] = _value
        _value = self.percent_offset
        if _value is not UNSET:
            _object["percent_offset"] = _value
        _value = self.price_type
        if _value is not UNSET:
            _object["price_type"] = _value
        _value = self.profit_taker_price
        if _value is not UNSET:
            _object["profit_taker_price"] = _value
        _value = self.profit_taker_rth
        if _value is not UNSET:
            _object["profit_taker_rth"] = _value
        _value = self.profit_taker_tif
        if _value is not UNSET:
            _object["profit_taker_tif"] = _value
        _value = self.right
        if _value is not UNSET:
            _object["right"] = _value
        _value = self.start_time
        if _value is not UNSET:
            _object["start_time"] = _value
        _value = self.stop_loss_limit_price
        if _value is not UNSET:
            _object["stop_loss_limit_price"] = _value
        _value = self.stop_loss_price
        if _value is not UNSET:
            _object["stop_loss_price"] = _value
        _value = self.stop_loss_rth
        if _value is not UNSET:
            _object["stop_loss_rth"] = _value
        _value = self.stop_loss_tif
        if _value is not UNSET:
            _object["stop_loss_tif"] = _value
        _value = self.stop_loss_trailing_amount
        if _value is not UNSET:
            _object["stop_loss_trailing_amount"] = _value
        _value = self.stop_loss_trailing_percent
        if _value is not UNSET:
            _object["stop_loss_trailing_percent"] = _value
        _value = self.strike
        if _value is not UNSET:
            _object["strike"] = _value
        _value = self.symbol
        if _value is not UNSET:
            _object["symbol"] = _value
        _value = self.time_in_force
        if _value is not UNSET:
            _object["time_in_force"] = _value
        _value = self.total_quantity
        if _value is not UNSET:
            _object["total_quantity"] = _value
        _value = self.total_quantity_scale
        if _value is not UNSET:
            _object["total_quantity_scale"] = _value
        _value = self.trading_session_type
        if _value is not UNSET:
            _object["trading_session_type"] = _value
        _value = self.trail_stop_price
        if _value is not UNSET:
            _object["trail_stop_price"] = _value
        _value = self.trailing_percent
        if _value is not UNSET:
            _object["trailing_percent"] = _value
        _value = self.user_mark
        if _value is not UNSET:
            _object["user_mark"] = _value
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
            _model.account = src_dict["account"]
            _model.action = src_dict["action"]
            _model.order_type = src_dict["order_type"]
            _model.sec_type = src_dict["sec_type"]
            _model._partial = False
        except KeyError:
            _model._partial = True
            _model.account = src_dict.get("account", UNSET)
            _model.action = src_dict.get("action", UNSET)
            _model.order_type = src_dict.get("order_type", UNSET)
            _model.sec_type = src_dict.get("sec_type", UNSET)
        _model.adjust_limit = src_dict["adjust_limit"] if "adjust_limit" in src_dict else UNSET
        _value = src_dict.get("algo_params", UNSET)
        _model.algo_params = (
            [(AlgoParam.from_dict(_item) if isinstance(_item, dict) else _item) for _item in _value]
            if isinstance(_value, list)
            else _value
        )
        _model.attach_type = src_dict["attach_type"] if "attach_type" in src_dict else UNSET
        _model.aux_price = src_dict["aux_price"] if "aux_price" in src_dict else UNSET
        _model.cash_amount = src_dict["cash_amount"] if "cash_amount" in src_dict else UNSET
        _model.check_intervals = src_dict["check_intervals"] if "check_intervals" in src_dict else UNSET
        _model.combo_type = src_dict["combo_type"] if "combo_type" in src_dict else UNSET
        _value = src_dict.get("contract_legs", UNSET)
        _model.contract_legs = (
            [(ContractLeg.from_dict(_item) if isinstance(_item, dict) else _item) for _item in _value]
            if isinstance(_value, list)
            else _value
        )
        _model.currency = src_dict["currency"] if "currency" in src_dict else UNSET
        _model.display_size = src_dict["display_size"] if "display_size" in src_dict else UNSET
        _model.end_time = src_dict["end_time"] if "end_time" in src_dict else UNSET
        _model.exchange = src_dict["exchange"] if "exchange" in src_dict else UNSET
        _model.expire_time = src_dict["expire_time"] if "expire_time" in src_dict else UNSET
        _model.expiry = src_dict["expiry"] if "expiry" in src_dict else UNSET
        _model.lang = src_dict["lang"] if "lang" in src_dict else UNSET
        _model.limit_price = src_dict["limit_price"] if "limit_price" in src_dict else UNSET
        _model.local_symbol = src_dict["local_symbol"] if "local_symbol" in src_dict else UNSET
        _model.market = src_dict["market"] if "market" in src_dict else UNSET
        _model.min_display_size = src_dict["min_display_size"] if "min_display_size" in src_dict else UNSET
        _model.multiplier = src_dict["multiplier"] if "multiplier" in src_dict else UNSET
        _model.order_id = src_dict["order_id"] if "order_id" in src_dict else UNSET
        _model.outside_rth = src_dict["outside_rth"] if "outside_rth" in src_dict else UNSET
        _model.percent_offset = src_dict["percent_offset"] if "percent_offset" in src_dict else UNSET
        _model.price_type = src_dict["price_type"] if "price_type" in src_dict else UNSET
        _model.profit_taker_price = src_dict["profit_taker_price"] if "profit_taker_price" in src_dict else UNSET
        _model.profit_taker_rth = src_dict["profit_taker_rth"] if "profit_taker_rth" in src_dict else UNSET
        _model.profit_taker_tif = src_dict["profit_taker_tif"] if "profit_taker_tif" in src_dict else UNSET
        _model.right = src_dict["right"] if "right" in src_dict else UNSET
        _model.start_time = src_dict["start_time"] if "start_time" in src_dict else UNSET
        _model.stop_loss_limit_price = (
            src_dict["stop_loss_limit_price"] if "stop_loss_limit_price" in src_dict else UNSET
        )
        _model.stop_loss_price = src_dict["stop_loss_price"] if "stop_loss_price" in src_dict else UNSET
        _model.stop_loss_rth = src_dict["stop_loss_rth"] if "stop_loss_rth" in src_dict else UNSET
        _model.stop_loss_tif = src_dict["stop_loss_tif"] if "stop_loss_tif" in src_dict else UNSET
        _model.stop_loss_trailing_amount = (
            src_dict["stop_loss_trailing_amount"] if "stop_loss_trailing_amount" in src_dict else UNSET
        )
        _model.stop_loss_trailing_percent = (
            src_dict["stop_loss_trailing_percent"] if "stop_loss_trailing_percent" in src_dict else UNSET
        )
        _model.strike = src_dict["strike"] if "strike" in src_dict else UNSET
        _model.symbol = src_dict["symbol"] if "symbol" in src_dict else UNSET
        _model.time_in_force = src_dict["time_in_force"] if "time_in_force" in src_dict else UNSET
        _model.total_quantity = src_dict["total_quantity"] if "total_quantity" in src_dict else UNSET
        _model.total_quantity_scale = src_dict["total_quantity_scale"] if "total_quantity_scale" in src_dict else UNSET
        _model.trading_session_type = src_dict["trading_session_type"] if "trading_session_type" in src_dict else UNSET
        _model.trail_stop_price = src_dict["trail_stop_price"] if "trail_stop_price" in src_dict else UNSET
        _model.trailing_percent = src_dict["trailing_percent"] if "trailing_percent" in src_dict else UNSET
        _model.user_mark = src_dict["user_mark"] if "user_mark" in src_dict else UNSET
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


from ..models.algo_param import AlgoParam
from ..models.contract_leg import ContractLeg
