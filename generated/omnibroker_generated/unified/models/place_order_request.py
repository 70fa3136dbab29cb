from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.environment import Environment
from ..models.order_side import OrderSide
from ..models.order_type import OrderType
from ..models.position_effect import PositionEffect
from ..models.quantity_unit import QuantityUnit
from ..models.time_in_force import TimeInForce
from ..models.trading_session import TradingSession
from ..types import (
    UNSET,
    Unset,
    write_value,
)

T = TypeVar("T", bound="PlaceOrderRequest")
_new = object.__new__


_KNOWN: frozenset[str] = frozenset(
    (
        "client_order_id",
        "instrument",
        "position_effect",
        "session",
        "side",
        "time_in_force",
        "type",
        "broker_options",
        "environment",
        "expires_at",
        "limit_price",
        "notional",
        "position_id",
        "quantity",
        "quantity_unit",
        "stop_price",
        "trail",
    )
)
_REQUIRED: frozenset[str] = frozenset(
    (
        "client_order_id",
        "instrument",
        "position_effect",
        "session",
        "side",
        "time_in_force",
        "type",
    )
)


@_attrs_define(eq=False)
class PlaceOrderRequest:
    """An order to place. Nothing has a default; besides the required fields it takes exactly one of `quantity` and
    `notional`, and the prices that its type needs.

        Attributes:
            client_order_id (str): The caller's own id of an order, unique in the account for ever. Sent again with the same
                body it is answered from the journal until 7 days after the order ended, then with 409
                `client_order_id_expired`; with another body it is 422 `idempotency_key_reused`. Example:
                rebalance-2026-03-02-007.
            instrument (str): Canonical key of an instrument, such as `AAPL.US`, `00700.HK`, `OPT:AAPL.US:20251219:C:200`,
                `FUT:ES.CME:202512`, `FX:EURUSD`, or `<connection>@<native id>` where no key exists. A form that is not
                canonical is 422 and the problem names the canonical one. Example: AAPL.US.
            position_effect (PositionEffect): Whether the order opens or closes. `AUTO` leaves it to netting and is refused
                on accounts that do not net. Example: AUTO.
            session (TradingSession): When it may trade. `REGULAR`, regular hours only; `EXTENDED`, also before and after
                them; `OVERNIGHT`, the overnight session only; `ALL`, every session. Example: REGULAR.
            side (OrderSide): Direction of an order; whether a sale opens a short position is read from the positions
                Example: BUY.
            time_in_force (TimeInForce): How long the order lives. `DAY`, this trading day; `GTC`, until cancelled; `IOC`,
                at once and what is left is cancelled; `GTD`, until `expires_at`; `OPG`, in the opening auction. Example: DAY.
            type_ (OrderType): How the price is found. The prices that belong to a type must be there, a price foreign to it
                is 422: `limit_price` for `LIMIT`, `STOP_LIMIT` and `LIMIT_ON_CLOSE`; `stop_price` for `STOP` and `STOP_LIMIT`;
                `trail` for `TRAILING_STOP` and `TRAILING_STOP_LIMIT`. Example: LIMIT.
            broker_options (BrokerOptions | Unset): Documented extras of a broker; those of another broker than the
                account's are 422
            environment (Environment | Unset): Whether real money moves, as the broker itself proves it Example: paper.
            expires_at (str | Unset): Instant in UTC, RFC 3339 with `Z` Example: 2026-03-02T14:30:00Z.
            limit_price (str | Unset): Exact decimal number as text, with a sign where it is negative; no exponent Example:
                -1.25.
            notional (PositiveMoney | Unset): An amount of money, more than zero
            position_id (str | Unset): The position to close; with `CLOSE` on accounts that do not net Example: 265598.
            quantity (str | Unset): Exact decimal number as text, more than zero; no sign, no exponent Example: 10.
            quantity_unit (QuantityUnit | Unset): What a quantity counts; it is sent as the broker trades it and never
                converted Example: SHARE.
            stop_price (str | Unset): Exact decimal number as text, with a sign where it is negative; no exponent Example:
                -1.25.
            trail (Trail | Unset): How a trailing stop follows the price
    """

    client_order_id: str
    instrument: str
    position_effect: PositionEffect
    session: TradingSession
    side: OrderSide
    time_in_force: TimeInForce
    type_: OrderType
    broker_options: BrokerOptions | Unset = UNSET
    environment: Environment | Unset = UNSET
    expires_at: str | Unset = UNSET
    limit_price: str | Unset = UNSET
    notional: PositiveMoney | Unset = UNSET
    position_id: str | Unset = UNSET
    quantity: str | Unset = UNSET
    quantity_unit: QuantityUnit | Unset = UNSET
    stop_price: str | Unset = UNSET
    trail: Trail | Unset = UNSET
    _partial: bool = _attrs_field(init=False, default=False, repr=False)

    def to_dict(self) -> dict[str, Any]:
        """The JSON object; properties that are unset are left out"""
        _object: dict[str, Any] = {
            "client_order_id": self.client_order_id,
            "instrument": self.instrument,
            "position_effect": self.position_effect,
            "session": self.session,
            "side": self.side,
            "time_in_force": self.time_in_force,
            "type": self.type_,
        }
        _value = self.broker_options
        if _value is not UNSET:
            _object["broker_options"] = _value.to_dict() if isinstance(_value, BrokerOptions) else write_value(_value)
        _value = self.environment
        if _value is not UNSET:
            _object["environment"] = _value
        _value = self.expires_at
        if _value is not UNSET:
            _object["expires_at"] = _value
        _value = self.limit_price
        if _value is not UNSET:
            _object["limit_price"] = _value
        _value = self.notional
        if _value is not UNSET:
            _object["notional"] = _value.to_dict() if isinstance(_value, PositiveMoney) else write_value(_value)
        _value = self.position_id
        if _value is not UNSET:
            _object["position_id"] = _value
        _value = self.quantity
        if _value is not UNSET:
            _object["quantity"] = _value
        _value = self.quantity_unit
        if _value is not UNSET:
            _object["quantity_unit"] = _value
        _value = self.stop_price
        if _value is not UNSET:
            _object["stop_price"] = _value
        _value = self.trail
        if _value is not UNSET:
            _object["trail"] = _value.to_dict() if isinstance(_value, Trail) else write_value(_value)
        if self._partial:
            _object = {_key: _value for _key, _value in _object.items() if _value is not UNSET}
        return _object

    @classmethod
    def fits(cls, src_dict: Mapping[str, Any]) -> bool:
        """True where all required properties are there"""
        return (
            _REQUIRED <= src_dict.keys()
            and src_dict["position_effect"]
            in (
                "AUTO",
                "CLOSE",
                "OPEN",
            )
            and src_dict["session"]
            in (
                "ALL",
                "EXTENDED",
                "OVERNIGHT",
                "REGULAR",
            )
            and src_dict["side"]
            in (
                "BUY",
                "SELL",
            )
            and src_dict["time_in_force"]
            in (
                "DAY",
                "GTC",
                "GTD",
                "IOC",
                "OPG",
            )
            and src_dict["type"]
            in (
                "LIMIT",
                "LIMIT_ON_CLOSE",
                "MARKET",
                "MARKET_ON_CLOSE",
                "STOP",
                "STOP_LIMIT",
                "TRAILING_STOP",
                "TRAILING_STOP_LIMIT",
            )
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read a decoded JSON object without ever raising: what is missing is UNSET, what is odd stays as it came"""
        _model = _new(cls)
        try:
            _model.client_order_id = src_dict["client_order_id"]
            _model.instrument = src_dict["instrument"]
            _model.position_effect = src_dict["position_effect"]
            _model.session = src_dict["session"]
            _model.side = src_dict["side"]
            _model.time_in_force = src_dict["time_in_force"]
            _model.type_ = src_dict["type"]
            _model._partial = False
        except KeyError:
            _model._partial = True
            _model.client_order_id = src_dict.get("client_order_id", UNSET)
            _model.instrument = src_dict.get("instrument", UNSET)
            _model.position_effect = src_dict.get("position_effect", UNSET)
            _model.session = src_dict.get("session", UNSET)
            _model.side = src_dict.get("side", UNSET)
            _model.time_in_force = src_dict.get("time_in_force", UNSET)
            _model.type_ = src_dict.get("type", UNSET)
        _value = src_dict.get("broker_options", UNSET)
        _model.broker_options = BrokerOptions.from_dict(_value) if isinstance(_value, dict) else _value
        _model.environment = src_dict["environment"] if "environment" in src_dict else UNSET
        _model.expires_at = src_dict["expires_at"] if "expires_at" in src_dict else UNSET
        _model.limit_price = src_dict["limit_price"] if "limit_price" in src_dict else UNSET
        _value = src_dict.get("notional", UNSET)
        _model.notional = PositiveMoney.from_dict(_value) if isinstance(_value, dict) else _value
        _model.position_id = src_dict["position_id"] if "position_id" in src_dict else UNSET
        _model.quantity = src_dict["quantity"] if "quantity" in src_dict else UNSET
        _model.quantity_unit = src_dict["quantity_unit"] if "quantity_unit" in src_dict else UNSET
        _model.stop_price = src_dict["stop_price"] if "stop_price" in src_dict else UNSET
        _value = src_dict.get("trail", UNSET)
        _model.trail = Trail.from_dict(_value) if isinstance(_value, dict) else _value
        return _model

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self) and self.to_dict() == other.to_dict()

    __hash__ = None  # type: ignore[assignment]


from ..models.broker_options import BrokerOptions
from ..models.positive_money import PositiveMoney
from ..models.trail import Trail
