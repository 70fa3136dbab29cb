from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.execution_status import ExecutionStatus
from ..types import (
    UNSET,
    Unset,
    write_value,
)

T = TypeVar("T", bound="Execution")
_new = object.__new__


_KNOWN: frozenset[str] = frozenset(
    (
        "account_id",
        "broker",
        "connection",
        "executed_at",
        "execution_id",
        "instrument",
        "price",
        "quantity",
        "received_at",
        "side",
        "status",
        "broker_instrument_id",
        "broker_order_id",
        "broker_symbol",
        "client_order_id",
        "corrects",
        "currency",
        "fees",
        "fees_final",
        "net_amount",
        "order_id",
        "quantity_unit",
        "venue",
    )
)
_REQUIRED: frozenset[str] = frozenset(
    (
        "account_id",
        "broker",
        "connection",
        "executed_at",
        "execution_id",
        "instrument",
        "price",
        "quantity",
        "received_at",
        "side",
        "status",
    )
)


@_attrs_define(eq=False)
class Execution:
    """One fill

    Attributes:
        account_id (str): Account on this gateway, made of the connection and the broker's own account id Example:
            ibkr:DU1234567.
        broker (str): Short name of a broker Example: ibkr.
        connection (str): Name that the operator gave to one credential and its session at a broker Example: ibkr.
        executed_at (str): Instant in UTC, RFC 3339 with `Z` Example: 2026-03-02T14:30:00Z.
        execution_id (str): Id of the fill, unique in the account Example: 0000e0d5.6576fd38.01.01.
        instrument (str): Canonical key of an instrument, such as `AAPL.US`, `00700.HK`, `OPT:AAPL.US:20251219:C:200`,
            `FUT:ES.CME:202512`, `FX:EURUSD`, or `<connection>@<native id>` where no key exists. A form that is not
            canonical is 422 and the problem names the canonical one. Example: AAPL.US.
        price (str): Exact decimal number as text, with a sign where it is negative; no exponent Example: -1.25.
        quantity (str): Exact decimal number as text, more than zero; no sign, no exponent Example: 10.
        received_at (str): Instant in UTC, RFC 3339 with `Z` Example: 2026-03-02T14:30:00Z.
        side (str): Direction of the fill Example: BUY.
        status (ExecutionStatus): `OK`, the fill stands; `CORRECTED`, another fill, which names this one in `corrects`,
            has taken its place; `BUSTED`, the venue has cancelled it. Example: OK.
        broker_instrument_id (str | Unset): The broker's own id of the instrument Example: 265598.
        broker_order_id (str | Unset): The broker's own id of the order Example: 1370093238.
        broker_symbol (str | Unset): How the broker writes the instrument Example: AAPL.
        client_order_id (str | Unset): The caller's own id of an order, unique in the account for ever. Sent again with
            the same body it is answered from the journal until 7 days after the order ended, then with 409
            `client_order_id_expired`; with another body it is 422 `idempotency_key_reused`. Example:
            rebalance-2026-03-02-007.
        corrects (str | Unset): The `execution_id` that this fill takes the place of Example: 0000e0d5.6576fd38.01.01.
        currency (str | Unset): ISO 4217 code, or the usual code of a crypto currency Example: USD.
        fees (list[Fee] | Unset): Fees of this fill, as far as they are known
        fees_final (bool | Unset): Whether the fees will not change any more Example: False.
        net_amount (Money | Unset): An amount of money; amounts of different currencies are never added up
        order_id (str | Unset): The gateway's id of an order; `broker:<broker_order_id>` for an order that was placed
            elsewhere Example: ob01K9V6T3ZQ8M4N7XW2RCH5JDGB.
        quantity_unit (str | Unset): What the quantity counts Example: SHARE.
        venue (str | Unset): Where it traded, in the broker's spelling Example: NASDAQ.
    """

    account_id: str
    broker: str
    connection: str
    executed_at: str
    execution_id: str
    instrument: str
    price: str
    quantity: str
    received_at: str
    side: str
    status: ExecutionStatus
    broker_instrument_id: str | Unset = UNSET
    broker_order_id: str | Unset = UNSET
    broker_symbol: str | Unset = UNSET
    client_order_id: str | Unset = UNSET
    corrects: str | Unset = UNSET
    currency: str | Unset = UNSET
    fees: list[Fee] | Unset = UNSET
    fees_final: bool | Unset = UNSET
    net_amount: Money | Unset = UNSET
    order_id: str | Unset = UNSET
    quantity_unit: str | Unset = UNSET
    venue: str | Unset = UNSET
    _partial: bool = _attrs_field(init=False, default=False, repr=False)

    def to_dict(self) -> dict[str, Any]:
        """The JSON object; properties that are unset are left out"""
        _object: dict[str, Any] = {
            "account_id": self.account_id,
            "broker": self.broker,
            "connection": self.connection,
            "executed_at": self.executed_at,
            "execution_id": self.execution_id,
            "instrument": self.instrument,
            "price": self.price,
            "quantity": self.quantity,
            "received_at": self.received_at,
            "side": self.side,
            "status": self.status,
        }
        _value = self.broker_instrument_id
        if _value is not UNSET:
            _object["broker_instrument_id"] = _value
        _value = self.broker_order_id
        if _value is not UNSET:
            _object["broker_order_id"] = _value
        _value = self.broker_symbol
        if _value is not UNSET:
            _object["broker_symbol"] = _value
        _value = self.client_order_id
        if _value is not UNSET:
            _object["client_order_id"] = _value
        _value = self.corrects
        if _value is not UNSET:
            _object["corrects"] = _value
        _value = self.currency
        if _value is not UNSET:
            _object["currency"] = _value
        _value = self.fees
        if _value is not UNSET:
            _object["fees"] = (
                [_item.to_dict() if isinstance(_item, Fee) else write_value(_item) for _item in _value]
                if isinstance(_value, list)
                else write_value(_value)
            )
        _value = self.fees_final
        if _value is not UNSET:
            _object["fees_final"] = _value
        _value = self.net_amount
        if _value is not UNSET:
            _object["net_amount"] = _value.to_dict() if isinstance(_value, Money) else write_value(_value)
        _value = self.order_id
        if _value is not UNSET:
            _object["order_id"] = _value
        _value = self.quantity_unit
        if _value is not UNSET:
            _object["quantity_unit"] = _value
        _value = self.venue
        if _value is not UNSET:
            _object["venue"] = _value
        if self._partial:
            _object = {_key: _value for _key, _value in _object.items() if _value is not UNSET}
        return _object

    @classmethod
    def fits(cls, src_dict: Mapping[str, Any]) -> bool:
        """True where all required properties are there"""
        return _REQUIRED <= src_dict.keys() and src_dict["status"] in (
            "BUSTED",
            "CORRECTED",
            "OK",
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read a decoded JSON object without ever raising: what is missing is UNSET, what is odd stays as it came"""
        _model = _new(cls)
        try:
            _model.account_id = src_dict["account_id"]
            _model.broker = src_dict["broker"]
            _model.connection = src_dict["connection"]
            _model.executed_at = src_dict["executed_at"]
            _model.execution_id = src_dict["execution_id"]
            _model.instrument = src_dict["instrument"]
            _model.price = src_dict["price"]
            _model.quantity = src_dict["quantity"]
            _model.received_at = src_dict["received_at"]
            _model.side = src_dict["side"]
            _model.status = src_dict["status"]
            _model._partial = False
        except KeyError:
            _model._partial = True
            _model.account_id = src_dict.get("account_id", UNSET)
            _model.broker = src_dict.get("broker", UNSET)
            _model.connection = src_dict.get("connection", UNSET)
            _model.executed_at = src_dict.get("executed_at", UNSET)
            _model.execution_id = src_dict.get("execution_id", UNSET)
            _model.instrument = src_dict.get("instrument", UNSET)
            _model.price = src_dict.get("price", UNSET)
            _model.quantity = src_dict.get("quantity", UNSET)
            _model.received_at = src_dict.get("received_at", UNSET)
            _model.side = src_dict.get("side", UNSET)
            _model.status = src_dict.get("status", UNSET)
        _model.broker_instrument_id = src_dict["broker_instrument_id"] if "broker_instrument_id" in src_dict else UNSET
        _model.broker_order_id = src_dict["broker_order_id"] if "broker_order_id" in src_dict else UNSET
        _model.broker_symbol = src_dict["broker_symbol"] if "broker_symbol" in src_dict else UNSET
        _model.client_order_id = src_dict["client_order_id"] if "client_order_id" in src_dict else UNSET
        _model.corrects = src_dict["corrects"] if "corrects" in src_dict else UNSET
        _model.currency = src_dict["currency"] if "currency" in src_dict else UNSET
        _value = src_dict.get("fees", UNSET)
        _model.fees = (
            [(Fee.from_dict(_item) if isinstance(_item, dict) else _item) for _item in _value]
            if isinstance(_value, list)
            else _value
        )
        _model.fees_final = src_dict["fees_final"] if "fees_final" in src_dict else UNSET
        _value = src_dict.get("net_amount", UNSET)
        _model.net_amount = Money.from_dict(_value) if isinstance(_value, dict) else _value
        _model.order_id = src_dict["order_id"] if "order_id" in src_dict else UNSET
        _model.quantity_unit = src_dict["quantity_unit"] if "quantity_unit" in src_dict else UNSET
        _model.venue = src_dict["venue"] if "venue" in src_dict else UNSET
        return _model

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self) and self.to_dict() == other.to_dict()

    __hash__ = None  # type: ignore[assignment]


from ..models.fee import Fee
from ..models.money import Money
