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

T = TypeVar("T", bound="Instrument")
_new = object.__new__


_KNOWN: frozenset[str] = frozenset(
    (
        "broker",
        "connection",
        "instrument",
        "received_at",
        "type",
        "broker_instrument_id",
        "broker_symbol",
        "combinations",
        "contract_month",
        "cross_references",
        "currency",
        "exchanges",
        "exercise_style",
        "expiry_date",
        "last_trading_date",
        "lot_size",
        "market",
        "minimum_quantity",
        "name",
        "price_bands",
        "price_magnifier",
        "price_multiplier",
        "quantity_unit",
        "right",
        "sessions",
        "size_step",
        "strike",
        "tick_size",
        "time_zone",
        "tradable",
        "trading_class",
        "underlying",
        "units_per_quantity",
    )
)
_REQUIRED: frozenset[str] = frozenset(
    (
        "broker",
        "connection",
        "instrument",
        "received_at",
        "type",
    )
)


@_attrs_define(eq=False)
class Instrument:
    """An instrument as one connection trades it

    Attributes:
        broker (str): Short name of a broker Example: ibkr.
        connection (str): Name that the operator gave to one credential and its session at a broker Example: ibkr.
        instrument (str): Canonical key of an instrument, such as `AAPL.US`, `00700.HK`, `OPT:AAPL.US:20251219:C:200`,
            `FUT:ES.CME:202512`, `FX:EURUSD`, or `<connection>@<native id>` where no key exists. A form that is not
            canonical is 422 and the problem names the canonical one. Example: AAPL.US.
        received_at (str): Instant in UTC, RFC 3339 with `Z` Example: 2026-03-02T14:30:00Z.
        type_ (str): Kind of the instrument Example: STOCK.
        broker_instrument_id (str | Unset): The broker's own id of the instrument Example: 265598.
        broker_symbol (str | Unset): How the broker writes the instrument Example: AAPL.
        combinations (list[OrderCombination] | Unset): The combinations of order type, time in force and session that
            can be sent; absent when unknown
        contract_month (str | Unset): Contract month of a future, `YYYYMM` Example: 202612.
        cross_references (list[CrossReference] | Unset): Other names of the same instrument
        currency (str | Unset): ISO 4217 code, or the usual code of a crypto currency Example: USD.
        exchanges (list[str] | Unset): Venues that the broker can route to, in the broker's spelling
        exercise_style (str | Unset): When an option may be exercised Example: AMERICAN.
        expiry_date (str | Unset): Date in the calendar of the market, `YYYY-MM-DD` Example: 2026-03-02.
        last_trading_date (str | Unset): Date in the calendar of the market, `YYYY-MM-DD` Example: 2026-03-02.
        lot_size (str | Unset): Exact decimal number as text, more than zero; no sign, no exponent Example: 10.
        market (str | Unset): Listing registry or ISO 10383 market identifier, as in the key Example: US.
        minimum_quantity (str | Unset): Exact decimal number as text, more than zero; no sign, no exponent Example: 10.
        name (str | Unset): Name of the company, product or pair Example: APPLE INC.
        price_bands (list[PriceBand] | Unset): Smallest price step by price, from the lowest band upwards
        price_magnifier (str | Unset): Exact decimal number as text, more than zero; no sign, no exponent Example: 10.
        price_multiplier (str | Unset): Exact decimal number as text, more than zero; no sign, no exponent Example: 10.
        quantity_unit (str | Unset): What an order's quantity counts Example: SHARE.
        right (str | Unset): Right of an option Example: CALL.
        sessions (list[str] | Unset): The sessions in which it trades
        size_step (str | Unset): Exact decimal number as text, more than zero; no sign, no exponent Example: 10.
        strike (str | Unset): Exact decimal number as text, with a sign where it is negative; no exponent Example:
            -1.25.
        tick_size (str | Unset): Exact decimal number as text, more than zero; no sign, no exponent Example: 10.
        time_zone (str | Unset): Name of a time zone in the IANA database Example: America/New_York.
        tradable (bool | Unset): Whether orders may be placed through this connection Example: True.
        trading_class (str | Unset): Trading class of a derivative Example: AAPL.
        underlying (str | Unset): Canonical key of an instrument, such as `AAPL.US`, `00700.HK`,
            `OPT:AAPL.US:20251219:C:200`, `FUT:ES.CME:202512`, `FX:EURUSD`, or `<connection>@<native id>` where no key
            exists. A form that is not canonical is 422 and the problem names the canonical one. Example: AAPL.US.
        units_per_quantity (str | Unset): Exact decimal number as text, more than zero; no sign, no exponent Example:
            10.
    """

    broker: str
    connection: str
    instrument: str
    received_at: str
    type_: str
    broker_instrument_id: str | Unset = UNSET
    broker_symbol: str | Unset = UNSET
    combinations: list[OrderCombination] | Unset = UNSET
    contract_month: str | Unset = UNSET
    cross_references: list[CrossReference] | Unset = UNSET
    currency: str | Unset = UNSET
    exchanges: list[str] | Unset = UNSET
    exercise_style: str | Unset = UNSET
    expiry_date: str | Unset = UNSET
    last_trading_date: str | Unset = UNSET
    lot_size: str | Unset = UNSET
    market: str | Unset = UNSET
    minimum_quantity: str | Unset = UNSET
    name: str | Unset = UNSET
    price_bands: list[PriceBand] | Unset = UNSET
    price_magnifier: str | Unset = UNSET
    price_multiplier: str | Unset = UNSET
    quantity_unit: str | Unset = UNSET
    right: str | Unset = UNSET
    sessions: list[str] | Unset = UNSET
    size_step: str | Unset = UNSET
    strike: str | Unset = UNSET
    tick_size: str | Unset = UNSET
    time_zone: str | Unset = UNSET
    tradable: bool | Unset = UNSET
    trading_class: str | Unset = UNSET
    underlying: str | Unset = UNSET
    units_per_quantity: str | Unset = UNSET
    _partial: bool = _attrs_field(init=False, default=False, repr=False)

    def to_dict(self) -> dict[str, Any]:
        """The JSON object; properties that are unset are left out"""
        _object: dict[str, Any] = {
            "broker": self.broker,
            "connection": self.connection,
            "instrument": self.instrument,
            "received_at": self.received_at,
            "type": self.type_,
        }
        _value = self.broker_instrument_id
        if _value is not UNSET:
            _object["broker_instrument_id"] = _value
        _value = self.broker_symbol
        if _value is not UNSET:
            _object["broker_symbol"] = _value
        _value = self.combinations
        if _value is not UNSET:
            _object["combinations"] = (
                [_item.to_dict() if isinstance(_item, OrderCombination) else write_value(_item) for _item in _value]
                if isinstance(_value, list)
                else write_value(_value)
            )
        _value = self.contract_month
        if _value is not UNSET:
            _object["contract_month"] = _value
        _value = self.cross_references
        if _value is not UNSET:
            _object["cross_references"] = (
                [_item.to_dict() if isinstance(_item, CrossReference) else write_value(_item) for _item in _value]
                if isinstance(_value, list)
                else write_value(_value)
            )
        _value = self.currency
        if _value is not UNSET:
            _object["currency"] = _value
        _value = self.exchanges
        if _value is not UNSET:
            _object["exchanges"] = _value
        _value = self.exercise_style
        if _value is not UNSET:
            _object["exercise_style"] = _value
        _value = self.expiry_date
        if _value is not UNSET:
            _object["expiry_date"] = _value
        _value = self.last_trading_date
        if _value is not UNSET:
            _object["last_trading_date"] = _value
        _value = self.lot_size
        if _value is not UNSET:
            _object["lot_size"] = _value
        _value = self.market
        if _value is not UNSET:
            _object["market"] = _value
        _value = self.minimum_quantity
        if _value is not UNSET:
            _object["minimum_quantity"] = _value
        _value = self.name
        if _value is not UNSET:
            _object["name"] = _value
        _value = self.price_bands
        if _value is not UNSET:
            _object["price_bands"] = (
                [_item.to_dict() if isinstance(_item, PriceBand) else write_value(_item) for _item in _value]
                if isinstance(_value, list)
                else write_value(_value)
            )
        _value = self.price_magnifier
        if _value is not UNSET:
            _object["price_magnifier"] = _value
        _value = self.price_multiplier
        if _value is not UNSET:
            _object["price_multiplier"] = _value
        _value = self.quantity_unit
        if _value is not UNSET:
            _object["quantity_unit"] = _value
        _value = self.right
        if _value is not UNSET:
            _object["right"] = _value
        _value = self.sessions
        if _value is not UNSET:
            _object["sessions"] = _value
        _value = self.size_step
        if _value is not UNSET:
            _object["size_step"] = _value
        _value = self.strike
        if _value is not UNSET:
            _object["strike"] = _value
        _value = self.tick_size
        if _value is not UNSET:
            _object["tick_size"] = _value
        _value = self.time_zone
        if _value is not UNSET:
            _object["time_zone"] = _value
        _value = self.tradable
        if _value is not UNSET:
            _object["tradable"] = _value
        _value = self.trading_class
        if _value is not UNSET:
            _object["trading_class"] = _value
        _value = self.underlying
        if _value is not UNSET:
            _object["underlying"] = _value
        _value = self.units_per_quantity
        if _value is not UNSET:
            _object["units_per_quantity"] = _value
        if self._partial:
            _object = {_key: _value for _key, _value in _object.items() if _value is not UNSET}
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
            _model.broker = src_dict["broker"]
            _model.connection = src_dict["connection"]
            _model.instrument = src_dict["instrument"]
            _model.received_at = src_dict["received_at"]
            _model.type_ = src_dict["type"]
            _model._partial = False
        except KeyError:
            _model._partial = True
            _model.broker = src_dict.get("broker", UNSET)
            _model.connection = src_dict.get("connection", UNSET)
            _model.instrument = src_dict.get("instrument", UNSET)
            _model.received_at = src_dict.get("received_at", UNSET)
            _model.type_ = src_dict.get("type", UNSET)
        _model.broker_instrument_id = src_dict["broker_instrument_id"] if "broker_instrument_id" in src_dict else UNSET
        _model.broker_symbol = src_dict["broker_symbol"] if "broker_symbol" in src_dict else UNSET
        _value = src_dict.get("combinations", UNSET)
        _model.combinations = (
            [(OrderCombination.from_dict(_item) if isinstance(_item, dict) else _item) for _item in _value]
            if isinstance(_value, list)
            else _value
        )
        _model.contract_month = src_dict["contract_month"] if "contract_month" in src_dict else UNSET
        _value = src_dict.get("cross_references", UNSET)
        _model.cross_references = (
            [(CrossReference.from_dict(_item) if isinstance(_item, dict) else _item) for _item in _value]
            if isinstance(_value, list)
            else _value
        )
        _model.currency = src_dict["currency"] if "currency" in src_dict else UNSET
        _model.exchanges = src_dict["exchanges"] if "exchanges" in src_dict else UNSET
        _model.exercise_style = src_dict["exercise_style"] if "exercise_style" in src_dict else UNSET
        _model.expiry_date = src_dict["expiry_date"] if "expiry_date" in src_dict else UNSET
        _model.last_trading_date = src_dict["last_trading_date"] if "last_trading_date" in src_dict else UNSET
        _model.lot_size = src_dict["lot_size"] if "lot_size" in src_dict else UNSET
        _model.market = src_dict["market"] if "market" in src_dict else UNSET
        _model.minimum_quantity = src_dict["minimum_quantity"] if "minimum_quantity" in src_dict else UNSET
        _model.name = src_dict["name"] if "name" in src_dict else UNSET
        _value = src_dict.get("price_bands", UNSET)
        _model.price_bands = (
            [(PriceBand.from_dict(_item) if isinstance(_item, dict) else _item) for _item in _value]
            if isinstance(_value, list)
            else _value
        )
        _model.price_magnifier = src_dict["price_magnifier"] if "price_magnifier" in src_dict else UNSET
        _model.price_multiplier = src_dict["price_multiplier"] if "price_multiplier" in src_dict else UNSET
        _model.quantity_unit = src_dict["quantity_unit"] if "quantity_unit" in src_dict else UNSET
        _model.right = src_dict["right"] if "right" in src_dict else UNSET
        _model.sessions = src_dict["sessions"] if "sessions" in src_dict else UNSET
        _model.size_step = src_dict["size_step"] if "size_step" in src_dict else UNSET
        _model.strike = src_dict["strike"] if "strike" in src_dict else UNSET
        _model.tick_size = src_dict["tick_size"] if "tick_size" in src_dict else UNSET
        _model.time_zone = src_dict["time_zone"] if "time_zone" in src_dict else UNSET
        _model.tradable = src_dict["tradable"] if "tradable" in src_dict else UNSET
        _model.trading_class = src_dict["trading_class"] if "trading_class" in src_dict else UNSET
        _model.underlying = src_dict["underlying"] if "underlying" in src_dict else UNSET
        _model.units_per_quantity = src_dict["units_per_quantity"] if "units_per_quantity" in src_dict else UNSET
        return _model

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self) and self.to_dict() == other.to_dict()

    __hash__ = None  # type: ignore[assignment]


from ..models.cross_reference import CrossReference
from ..models.order_combination import OrderCombination
from ..models.price_band import PriceBand
