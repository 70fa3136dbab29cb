from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.position_side import PositionSide
from ..types import (
    UNSET,
    Unset,
    write_value,
)

T = TypeVar("T", bound="Position")
_new = object.__new__


_KNOWN: frozenset[str] = frozenset(
    (
        "account_id",
        "broker",
        "connection",
        "instrument",
        "position_id",
        "quantity",
        "received_at",
        "side",
        "as_of",
        "average_price",
        "broker_instrument_id",
        "broker_symbol",
        "closable_quantity",
        "cost_method",
        "currency",
        "mark_price",
        "market_value",
        "notional_value",
        "opened_at",
        "quantity_unit",
        "realized_pnl",
        "type",
        "unrealized_pnl",
    )
)
_REQUIRED: frozenset[str] = frozenset(
    (
        "account_id",
        "broker",
        "connection",
        "instrument",
        "position_id",
        "quantity",
        "received_at",
        "side",
    )
)


@_attrs_define(eq=False)
class Position:
    """What an account holds of one instrument

    Attributes:
        account_id (str): Account on this gateway, made of the connection and the broker's own account id Example:
            ibkr:DU1234567.
        broker (str): Short name of a broker Example: ibkr.
        connection (str): Name that the operator gave to one credential and its session at a broker Example: ibkr.
        instrument (str): Canonical key of an instrument, such as `AAPL.US`, `00700.HK`, `OPT:AAPL.US:20251219:C:200`,
            `FUT:ES.CME:202512`, `FX:EURUSD`, or `<connection>@<native id>` where no key exists. A form that is not
            canonical is 422 and the problem names the canonical one. Example: AAPL.US.
        position_id (str): Id of the position within the account Example: 265598.
        quantity (str): Exact decimal number as text, more than zero; no sign, no exponent Example: 10.
        received_at (str): Instant in UTC, RFC 3339 with `Z` Example: 2026-03-02T14:30:00Z.
        side (PositionSide): Direction of the position; the quantity itself is always above zero Example: LONG.
        as_of (str | Unset): Instant in UTC, RFC 3339 with `Z` Example: 2026-03-02T14:30:00Z.
        average_price (str | Unset): Exact decimal number as text, with a sign where it is negative; no exponent
            Example: -1.25.
        broker_instrument_id (str | Unset): The broker's own id of the instrument; positions are matched on it Example:
            265598.
        broker_symbol (str | Unset): How the broker writes the instrument Example: AAPL.
        closable_quantity (str | Unset): Exact decimal number as text, zero or more; no sign, no exponent Example: 0.
        cost_method (str | Unset): How the broker works out the average Example: AVERAGE.
        currency (str | Unset): ISO 4217 code, or the usual code of a crypto currency Example: USD.
        mark_price (str | Unset): Exact decimal number as text, with a sign where it is negative; no exponent Example:
            -1.25.
        market_value (Money | Unset): An amount of money; amounts of different currencies are never added up
        notional_value (Money | Unset): An amount of money; amounts of different currencies are never added up
        opened_at (str | Unset): Instant in UTC, RFC 3339 with `Z` Example: 2026-03-02T14:30:00Z.
        quantity_unit (str | Unset): What the quantity counts Example: SHARE.
        realized_pnl (Money | Unset): An amount of money; amounts of different currencies are never added up
        type_ (str | Unset): Kind of the instrument Example: STOCK.
        unrealized_pnl (Money | Unset): An amount of money; amounts of different currencies are never added up
    """

    account_id: str
    broker: str
    connection: str
    instrument: str
    position_id: str
    quantity: str
    received_at: str
    side: PositionSide
    as_of: str | Unset = UNSET
    average_price: str | Unset = UNSET
    broker_instrument_id: str | Unset = UNSET
    broker_symbol: str | Unset = UNSET
    closable_quantity: str | Unset = UNSET
    cost_method: str | Unset = UNSET
    currency: str | Unset = UNSET
    mark_price: str | Unset = UNSET
    market_value: Money | Unset = UNSET
    notional_value: Money | Unset = UNSET
    opened_at: str | Unset = UNSET
    quantity_unit: str | Unset = UNSET
    realized_pnl: Money | Unset = UNSET
    type_: str | Unset = UNSET
    unrealized_pnl: Money | Unset = UNSET
    _partial: bool = _attrs_field(init=False, default=False, repr=False)

    def to_dict(self) -> dict[str, Any]:
        """The JSON object; properties that are unset are left out"""
        _object: dict[str, Any] = {
            "account_id": self.account_id,
            "broker": self.broker,
            "connection": self.connection,
            "instrument": self.instrument,
            "position_id": self.position_id,
            "quantity": self.quantity,
            "received_at": self.received_at,
            "side": self.side,
        }
        _value = self.as_of
        if _value is not UNSET:
            _object["as_of"] = _value
        _value = self.average_price
        if _value is not UNSET:
            _object["average_price"] = _value
        _value = self.broker_instrument_id
        if _value is not UNSET:
            _object["broker_instrument_id"] = _value
        _value = self.broker_symbol
        if _value is not UNSET:
            _object["broker_symbol"] = _value
        _value = self.closable_quantity
        if _value is not UNSET:
            _object["closable_quantity"] = _value
        _value = self.cost_method
        if _value is not UNSET:
            _object["cost_method"] = _value
        _value = self.currency
        if _value is not UNSET:
            _object["currency"] = _value
        _value = self.mark_price
        if _value is not UNSET:
            _object["mark_price"] = _value
        _value = self.market_value
        if _value is not UNSET:
            _object["market_value"] = _value.to_dict() if isinstance(_value, Money) else write_value(_value)
        _value = self.notional_value
        if _value is not UNSET:
            _object["notional_value"] = _value.to_dict() if isinstance(_value, Money) else write_value(_value)
        _value = self.opened_at
        if _value is not UNSET:
            _object["opened_at"] = _value
        _value = self.quantity_unit
        if _value is not UNSET:
            _object["quantity_unit"] = _value
        _value = self.realized_pnl
        if _value is not UNSET:
            _object["realized_pnl"] = _value.to_dict() if isinstance(_value, Money) else write_value(_value)
        _value = self.type_
        if _value is not UNSET:
            _object["type"] = _value
        _value = self.unrealized_pnl
        if _value is not UNSET:
            _object["unrealized_pnl"] = _value.to_dict() if isinstance(_value, Money) else write_value(_value)
        if self._partial:
            _object = {_key: _value for _key, _value in _object.items() if _value is not UNSET}
        return _object

    @classmethod
    def fits(cls, src_dict: Mapping[str, Any]) -> bool:
        """True where all required properties are there"""
        return _REQUIRED <= src_dict.keys() and src_dict["side"] in (
            "LONG",
            "SHORT",
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read a decoded JSON object without ever raising: what is missing is UNSET, what is odd stays as it came"""
        _model = _new(cls)
        try:
            _model.account_id = src_dict["account_id"]
            _model.broker = src_dict["broker"]
            _model.connection = src_dict["connection"]
            _model.instrument = src_dict["instrument"]
            _model.position_id = src_dict["position_id"]
            _model.quantity = src_dict["quantity"]
            _model.received_at = src_dict["received_at"]
            _model.side = src_dict["side"]
            _model._partial = False
        except KeyError:
            _model._partial = True
            _model.account_id = src_dict.get("account_id", UNSET)
            _model.broker = src_dict.get("broker", UNSET)
            _model.connection = src_dict.get("connection", UNSET)
            _model.instrument = src_dict.get("instrument", UNSET)
            _model.position_id = src_dict.get("position_id", UNSET)
            _model.quantity = src_dict.get("quantity", UNSET)
            _model.received_at = src_dict.get("received_at", UNSET)
            _model.side = src_dict.get("side", UNSET)
        _model.as_of = src_dict["as_of"] if "as_of" in src_dict else UNSET
        _model.average_price = src_dict["average_price"] if "average_price" in src_dict else UNSET
        _model.broker_instrument_id = src_dict["broker_instrument_id"] if "broker_instrument_id" in src_dict else UNSET
        _model.broker_symbol = src_dict["broker_symbol"] if "broker_symbol" in src_dict else UNSET
        _model.closable_quantity = src_dict["closable_quantity"] if "closable_quantity" in src_dict else UNSET
        _model.cost_method = src_dict["cost_method"] if "cost_method" in src_dict else UNSET
        _model.currency = src_dict["currency"] if "currency" in src_dict else UNSET
        _model.mark_price = src_dict["mark_price"] if "mark_price" in src_dict else UNSET
        _value = src_dict.get("market_value", UNSET)
        _model.market_value = Money.from_dict(_value) if isinstance(_value, dict) else _value
        _value = src_dict.get("notional_value", UNSET)
        _model.notional_value = Money.from_dict(_value) if isinstance(_value, dict) else _value
        _model.opened_at = src_dict["opened_at"] if "opened_at" in src_dict else UNSET
        _model.quantity_unit = src_dict["quantity_unit"] if "quantity_unit" in src_dict else UNSET
        _value = src_dict.get("realized_pnl", UNSET)
        _model.realized_pnl = Money.from_dict(_value) if isinstance(_value, dict) else _value
        _model.type_ = src_dict["type"] if "type" in src_dict else UNSET
        _value = src_dict.get("unrealized_pnl", UNSET)
        _model.unrealized_pnl = Money.from_dict(_value) if isinstance(_value, dict) else _value
        return _model

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self) and self.to_dict() == other.to_dict()

    __hash__ = None  # type: ignore[assignment]


from ..models.money import Money
