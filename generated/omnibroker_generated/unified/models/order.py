from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.environment import Environment
from ..models.order_status import OrderStatus
from ..types import (
    UNSET,
    Unset,
    write_value,
)

T = TypeVar("T", bound="Order")
_new = object.__new__


_KNOWN: frozenset[str] = frozenset(
    (
        "account_id",
        "broker",
        "connection",
        "environment",
        "filled_quantity",
        "instrument",
        "order_id",
        "received_at",
        "side",
        "simulated",
        "status",
        "type",
        "average_fill_price",
        "broker_code",
        "broker_ids",
        "broker_instrument_id",
        "broker_message",
        "broker_options",
        "broker_order_id",
        "broker_status",
        "broker_symbol",
        "children",
        "client_order_id",
        "confirmation",
        "currency",
        "end_reason",
        "expires_at",
        "legs",
        "limit_price",
        "link",
        "notional",
        "parent_order_id",
        "pending_action",
        "position_effect",
        "position_id",
        "quantity",
        "quantity_unit",
        "remaining_quantity",
        "session",
        "stop_price",
        "submitted_at",
        "time_in_force",
        "trail",
        "updated_at",
    )
)
_REQUIRED: frozenset[str] = frozenset(
    (
        "account_id",
        "broker",
        "connection",
        "environment",
        "filled_quantity",
        "instrument",
        "order_id",
        "received_at",
        "side",
        "simulated",
        "status",
        "type",
    )
)


@_attrs_define(eq=False)
class Order:
    """An order; of one placed elsewhere, what is not known is absent

    Attributes:
        account_id (str): Account on this gateway, made of the connection and the broker's own account id Example:
            ibkr:DU1234567.
        broker (str): Short name of a broker Example: ibkr.
        connection (str): Name that the operator gave to one credential and its session at a broker Example: ibkr.
        environment (Environment): Whether real money moves, as the broker itself proves it Example: paper.
        filled_quantity (str): Exact decimal number as text, zero or more; no sign, no exponent Example: 0.
        instrument (str): Canonical key of an instrument, such as `AAPL.US`, `00700.HK`, `OPT:AAPL.US:20251219:C:200`,
            `FUT:ES.CME:202512`, `FX:EURUSD`, or `<connection>@<native id>` where no key exists. A form that is not
            canonical is 422 and the problem names the canonical one. Example: AAPL.US.
        order_id (str): The gateway's id of an order; `broker:<broker_order_id>` for an order that was placed elsewhere
            Example: ob01K9V6T3ZQ8M4N7XW2RCH5JDGB.
        received_at (str): Instant in UTC, RFC 3339 with `Z` Example: 2026-03-02T14:30:00Z.
        side (str): Direction of the order Example: BUY.
        simulated (bool): Whether the order lives in this project's sandbox Example: True.
        status (OrderStatus): Where the order stands. `PENDING_SUBMIT`, on its way to the broker; `SUBMITTED`, the
            broker has it; `HELD`, it waits for a trigger, a session or its parent; `WORKING`, at the market;
            `PARTIALLY_FILLED` and `FILLED`; `NEEDS_CONFIRMATION`, the broker asks a question first; `INACTIVE`, not at the
            market, may return; `PENDING_REPLACE` and `PENDING_CANCEL`, asked for and not yet done, fills are still
            possible; `CANCELLED`; `REJECTED`, refused with the broker's reason and without a fill; `EXPIRED`, by the
            broker's word; `UNKNOWN`, it is not proven whether it was placed. In every state `filled_quantity` is the truth.
            Example: WORKING.
        type_ (str): How the price is found Example: LIMIT.
        average_fill_price (str | Unset): Exact decimal number as text, with a sign where it is negative; no exponent
            Example: -1.25.
        broker_code (str | Unset): The broker's own code for a refusal or warning Example: 201.
        broker_ids (BrokerIds | Unset): Further ids that the broker gave the order, by the broker's own names
        broker_instrument_id (str | Unset): The broker's own id of the instrument Example: 265598.
        broker_message (str | Unset): The broker's own words, cleaned of secrets and never interpreted Example: Order
            held until 14:30 UTC..
        broker_options (BrokerOptions | Unset): Documented extras of a broker; those of another broker than the
            account's are 422
        broker_order_id (str | Unset): The broker's own id of the order; orders are matched on it Example: 1370093238.
        broker_status (str | Unset): The broker's own word for the state Example: Submitted.
        broker_symbol (str | Unset): How the broker writes the instrument Example: AAPL.
        children (list[str] | Unset): The orders that a fill of this one activates
        client_order_id (str | Unset): The caller's own id of an order, unique in the account for ever. Sent again with
            the same body it is answered from the journal until 7 days after the order ended, then with 409
            `client_order_id_expired`; with another body it is 422 `idempotency_key_reused`. Example:
            rebalance-2026-03-02-007.
        confirmation (OrderConfirmation | Unset): The broker's questions before it takes the order, answered with
            `confirm_order`
        currency (str | Unset): ISO 4217 code, or the usual code of a crypto currency Example: USD.
        end_reason (str | Unset): Who or what ended the order; absent while it lives and when it is filled Example:
            USER.
        expires_at (str | Unset): Instant in UTC, RFC 3339 with `Z` Example: 2026-03-02T14:30:00Z.
        legs (list[OrderLeg] | Unset): The parts of an order for several instruments at once
        limit_price (str | Unset): Exact decimal number as text, with a sign where it is negative; no exponent Example:
            -1.25.
        link (OrderLink | Unset): The group of orders that this one belongs to
        notional (Money | Unset): An amount of money; amounts of different currencies are never added up
        parent_order_id (str | Unset): The gateway's id of an order; `broker:<broker_order_id>` for an order that was
            placed elsewhere Example: ob01K9V6T3ZQ8M4N7XW2RCH5JDGB.
        pending_action (PendingAction | Unset): A change that was sent and of which it is not proven whether it happened
        position_effect (str | Unset): Whether the order opens or closes Example: AUTO.
        position_id (str | Unset): The position that the order closes Example: 265598.
        quantity (str | Unset): Exact decimal number as text, more than zero; no sign, no exponent Example: 10.
        quantity_unit (str | Unset): What the quantities count Example: SHARE.
        remaining_quantity (str | Unset): Exact decimal number as text, zero or more; no sign, no exponent Example: 0.
        session (str | Unset): When the order may trade Example: REGULAR.
        stop_price (str | Unset): Exact decimal number as text, with a sign where it is negative; no exponent Example:
            -1.25.
        submitted_at (str | Unset): Instant in UTC, RFC 3339 with `Z` Example: 2026-03-02T14:30:00Z.
        time_in_force (str | Unset): How long the order lives Example: DAY.
        trail (Trail | Unset): How a trailing stop follows the price
        updated_at (str | Unset): Instant in UTC, RFC 3339 with `Z` Example: 2026-03-02T14:30:00Z.
    """

    account_id: str
    broker: str
    connection: str
    environment: Environment
    filled_quantity: str
    instrument: str
    order_id: str
    received_at: str
    side: str
    simulated: bool
    status: OrderStatus
    type_: str
    average_fill_price: str | Unset = UNSET
    broker_code: str | Unset = UNSET
    broker_ids: BrokerIds | Unset = UNSET
    broker_instrument_id: str | Unset = UNSET
    broker_message: str | Unset = UNSET
    broker_options: BrokerOptions | Unset = UNSET
    broker_order_id: str | Unset = UNSET
    broker_status: str | Unset = UNSET
    broker_symbol: str | Unset = UNSET
    children: list[str] | Unset = UNSET
    client_order_id: str | Unset = UNSET
    confirmation: OrderConfirmation | Unset = UNSET
    currency: str | Unset = UNSET
    end_reason: str | Unset = UNSET
    expires_at: str | Unset = UNSET
    legs: list[OrderLeg] | Unset = UNSET
    limit_price: str | Unset = UNSET
    link: OrderLink | Unset = UNSET
    notional: Money | Unset = UNSET
    parent_order_id: str | Unset = UNSET
    pending_action: PendingAction | Unset = UNSET
    position_effect: str | Unset = UNSET
    position_id: str | Unset = UNSET
    quantity: str | Unset = UNSET
    quantity_unit: str | Unset = UNSET
    remaining_quantity: str | Unset = UNSET
    session: str | Unset = UNSET
    stop_price: str | Unset = UNSET
    submitted_at: str | Unset = UNSET
    time_in_force: str | Unset = UNSET
    trail: Trail | Unset = UNSET
    updated_at: str | Unset = UNSET
    _partial: bool = _attrs_field(init=False, default=False, repr=False)

    def to_dict(self) -> dict[str, Any]:
        """The JSON object; properties that are unset are left out"""
        _object: dict[str, Any] = {
            "account_id": self.account_id,
            "broker": self.broker,
            "connection": self.connection,
            "environment": self.environment,
            "filled_quantity": self.filled_quantity,
            "instrument": self.instrument,
            "order_id": self.order_id,
            "received_at": self.received_at,
            "side": self.side,
            "simulated": self.simulated,
            "status": self.status,
            "type": self.type_,
        }
        _value = self.average_fill_price
        if _value is not UNSET:
            _object["average_fill_price"] = _value
        _value = self.broker_code
        if _value is not UNSET:
            _object["broker_code"] = _value
        _value = self.broker_ids
        if _value is not UNSET:
            _object["broker_ids"] = _value.to_dict() if isinstance(_value, BrokerIds) else write_value(_value)
        _value = self.broker_instrument_id
        if _value is not UNSET:
            _object["broker_instrument_id"] = _value
        _value = self.broker_message
        if _value is not UNSET:
            _object["broker_message"] = _value
        _value = self.broker_options
        if _value is not UNSET:
            _object["broker_options"] = _value.to_dict() if isinstance(_value, BrokerOptions) else write_value(_value)
        _value = self.broker_order_id
        if _value is not UNSET:
            _object["broker_order_id"] = _value
        _value = self.broker_status
        if _value is not UNSET:
            _object["broker_status"] = _value
        _value = self.broker_symbol
        if _value is not UNSET:
            _object["broker_symbol"] = _value
        _value = self.children
        if _value is not UNSET:
            _object["children"] = _value
        _value = self.client_order_id
        if _value is not UNSET:
            _object["client_order_id"] = _value
        _value = self.confirmation
        if _value is not UNSET:
            _object["confirmation"] = _value.to_dict() if isinstance(_value, OrderConfirmation) else write_value(_value)
        _value = self.currency
        if _value is not UNSET:
            _object["currency"] = _value
        _value = self.end_reason
        if _value is not UNSET:
            _object["end_reason"] = _value
        _value = self.expires_at
        if _value is not UNSET:
            _object["expires_at"] = _value
        _value = self.legs
        if _value is not UNSET:
            _object["legs"] = (
                [_item.to_dict() if isinstance(_item, OrderLeg) else write_value(_item) for _item in _value]
                if isinstance(_value, list)
                else write_value(_value)
            )
        _value = self.limit_price
        if _value is not UNSET:
            _object["limit_price"] = _value
        _value = self.link
        if _value is not UNSET:
            _object["link"] = _value.to_dict() if isinstance(_value, OrderLink) else write_value(_value)
        _value = self.notional
        if _value is not UNSET:
            _object["notional"] = _value.to_dict() if isinstance(_value, Money) else write_value(_value)
        _value = self.parent_order_id
        if _value is not UNSET:
            _object["parent_order_id"] = _value
        _value = self.pending_action
        if _value is not UNSET:
            _object["pending_action"] = _value.to_dict() if isinstance(_value, PendingAction) else write_value(_value)
        _value = self.position_effect
        if _value is not UNSET:
            _object["position_effect"] = _value
        _value = self.position_id
        if _value is not UNSET:
            _object["position_id"] = _value
        _value = self.quantity
        if _value is not UNSET:
            _object["quantity"] = _value
        _value = self.quantity_unit
        if _value is not UNSET:
            _object["quantity_unit"] = _value
        _value = self.remaining_quantity
        if _value is not UNSET:
            _object["remaining_quantity"] = _value
        _value = self.session
        if _value is not UNSET:
            _object["session"] = _value
        _value = self.stop_price
        if _value is not UNSET:
            _object["stop_price"] = _value
        _value = self.submitted_at
        if _value is not UNSET:
            _object["submitted_at"] = _value
        _value = self.time_in_force
        if _value is not UNSET:
            _object["time_in_force"] = _value
        _value = self.trail
        if _value is not UNSET:
            _object["trail"] = _value.to_dict() if isinstance(_value, Trail) else write_value(_value)
        _value = self.updated_at
        if _value is not UNSET:
            _object["updated_at"] = _value
        if self._partial:
            _object = {_key: _value for _key, _value in _object.items() if _value is not UNSET}
        return _object

    @classmethod
    def fits(cls, src_dict: Mapping[str, Any]) -> bool:
        """True where all required properties are there"""
        return (
            _REQUIRED <= src_dict.keys()
            and src_dict["environment"]
            in (
                "live",
                "paper",
            )
            and src_dict["status"]
            in (
                "CANCELLED",
                "EXPIRED",
                "FILLED",
                "HELD",
                "INACTIVE",
                "NEEDS_CONFIRMATION",
                "PARTIALLY_FILLED",
                "PENDING_CANCEL",
                "PENDING_REPLACE",
                "PENDING_SUBMIT",
                "REJECTED",
                "SUBMITTED",
                "UNKNOWN",
                "WORKING",
            )
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read a decoded JSON object without ever raising: what is missing is UNSET, what is odd stays as it came"""
        _model = _new(cls)
        try:
            _model.account_id = src_dict["account_id"]
            _model.broker = src_dict["broker"]
            _model.connection = src_dict["connection"]
            _model.environment = src_dict["environment"]
            _model.filled_quantity = src_dict["filled_quantity"]
            _model.instrument = src_dict["instrument"]
            _model.order_id = src_dict["order_id"]
            _model.received_at = src_dict["received_at"]
            _model.side = src_dict["side"]
            _model.simulated = src_dict["simulated"]
            _model.status = src_dict["status"]
            _model.type_ = src_dict["type"]
            _model._partial = False
        except KeyError:
            _model._partial = True
            _model.account_id = src_dict.get("account_id", UNSET)
            _model.broker = src_dict.get("broker", UNSET)
            _model.connection = src_dict.get("connection", UNSET)
            _model.environment = src_dict.get("environment", UNSET)
            _model.filled_quantity = src_dict.get("filled_quantity", UNSET)
            _model.instrument = src_dict.get("instrument", UNSET)
            _model.order_id = src_dict.get("order_id", UNSET)
            _model.received_at = src_dict.get("received_at", UNSET)
            _model.side = src_dict.get("side", UNSET)
            _model.simulated = src_dict.get("simulated", UNSET)
            _model.status = src_dict.get("status", UNSET)
            _model.type_ = src_dict.get("type", UNSET)
        _model.average_fill_price = src_dict["average_fill_price"] if "average_fill_price" in src_dict else UNSET
        _model.broker_code = src_dict["broker_code"] if "broker_code" in src_dict else UNSET
        _value = src_dict.get("broker_ids", UNSET)
        _model.broker_ids = BrokerIds.from_dict(_value) if isinstance(_value, dict) else _value
        _model.broker_instrument_id = src_dict["broker_instrument_id"] if "broker_instrument_id" in src_dict else UNSET
        _model.broker_message = src_dict["broker_message"] if "broker_message" in src_dict else UNSET
        _value = src_dict.get("broker_options", UNSET)
        _model.broker_options = BrokerOptions.from_dict(_value) if isinstance(_value, dict) else _value
        _model.broker_order_id = src_dict["broker_order_id"] if "broker_order_id" in src_dict else UNSET
        _model.broker_status = src_dict["broker_status"] if "broker_status" in src_dict else UNSET
        _model.broker_symbol = src_dict["broker_symbol"] if "broker_symbol" in src_dict else UNSET
        _model.children = src_dict["children"] if "children" in src_dict else UNSET
        _model.client_order_id = src_dict["client_order_id"] if "client_order_id" in src_dict else UNSET
        _value = src_dict.get("confirmation", UNSET)
        _model.confirmation = OrderConfirmation.from_dict(_value) if isinstance(_value, dict) else _value
        _model.currency = src_dict["currency"] if "currency" in src_dict else UNSET
        _model.end_reason = src_dict["end_reason"] if "end_reason" in src_dict else UNSET
        _model.expires_at = src_dict["expires_at"] if "expires_at" in src_dict else UNSET
        _value = src_dict.get("legs", UNSET)
        _model.legs = (
            [(OrderLeg.from_dict(_item) if isinstance(_item, dict) else _item) for _item in _value]
            if isinstance(_value, list)
            else _value
        )
        _model.limit_price = src_dict["limit_price"] if "limit_price" in src_dict else UNSET
        _value = src_dict.get("link", UNSET)
        _model.link = OrderLink.from_dict(_value) if isinstance(_value, dict) else _value
        _value = src_dict.get("notional", UNSET)
        _model.notional = Money.from_dict(_value) if isinstance(_value, dict) else _value
        _model.parent_order_id = src_dict["parent_order_id"] if "parent_order_id" in src_dict else UNSET
        _value = src_dict.get("pending_action", UNSET)
        _model.pending_action = PendingAction.from_dict(_value) if isinstance(_value, dict) else _value
        _model.position_effect = src_dict["position_effect"] if "position_effect" in src_dict else UNSET
        _model.position_id = src_dict["position_id"] if "position_id" in src_dict else UNSET
        _model.quantity = src_dict["quantity"] if "quantity" in src_dict else UNSET
        _model.quantity_unit = src_dict["quantity_unit"] if "quantity_unit" in src_dict else UNSET
        _model.remaining_quantity = src_dict["remaining_quantity"] if "remaining_quantity" in src_dict else UNSET
        _model.session = src_dict["session"] if "session" in src_dict else UNSET
        _model.stop_price = src_dict["stop_price"] if "stop_price" in src_dict else UNSET
        _model.submitted_at = src_dict["submitted_at"] if "submitted_at" in src_dict else UNSET
        _model.time_in_force = src_dict["time_in_force"] if "time_in_force" in src_dict else UNSET
        _value = src_dict.get("trail", UNSET)
        _model.trail = Trail.from_dict(_value) if isinstance(_value, dict) else _value
        _model.updated_at = src_dict["updated_at"] if "updated_at" in src_dict else UNSET
        return _model

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self) and self.to_dict() == other.to_dict()

    __hash__ = None  # type: ignore[assignment]


from ..models.broker_ids import BrokerIds
from ..models.broker_options import BrokerOptions
from ..models.money import Money
from ..models.order_confirmation import OrderConfirmation
from ..models.order_leg import OrderLeg
from ..models.order_link import OrderLink
from ..models.pending_action import PendingAction
from ..models.trail import Trail
