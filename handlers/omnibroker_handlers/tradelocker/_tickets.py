"""Unified orders to TradeLocker's tickets: every field explicit, nothing defaulted, nothing rounded."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any, NoReturn

from omnibroker.kit.errors import NotSent
from omnibroker.kit.exact import double, required_number
from omnibroker.kit.extras import broker_options
from omnibroker.kit.instruments import Resolved
from omnibroker.kit.tables import known, recognise, translate
from omnibroker_generated.tradelocker import models as tradelocker
from omnibroker_generated.tradelocker.types import UNSET, Unset
from omnibroker_generated.unified import models as unified
from omnibroker_handlers.tradelocker import _answers, _panels
from omnibroker_handlers.tradelocker._tables import (
    CLOSE_TERMS,
    LIFE,
    ORDER_TYPE,
    POSITION_EFFECT,
    QUANTITY_UNIT,
    SESSION,
    SIDE,
    SIDE_READ,
    TIME_IN_FORCE,
)

# Unified fields as they stand in JSON: a request, or a change.
Fields = Mapping[str, Any]

# The one price that each type has.
_PRICE: dict[str, str | None] = {"MARKET": None, "LIMIT": "limit_price", "STOP": "stop_price"}
_PRICE_FIELDS = ("limit_price", "stop_price", "trail")
# Extra: (the ticket's type, the field that holds its number).
_STOP_LOSS = {
    "stop_loss_price": ("absolute", "stop_loss"),
    "stop_loss_offset": ("offset", "stop_loss"),
    "trailing_stop_offset": ("trailingOffset", "tr_stop_offset"),
}
_TAKE_PROFIT = {
    "take_profit_price": ("absolute", "take_profit"),
    "take_profit_offset": ("offset", "take_profit"),
}
_NOT_CHANGED = ("trail", "expires_at", "session")


def to_post_order(
    tag: str, resolved: Resolved, request: unified.PlaceOrderRequest
) -> tradelocker.PostOrder:
    """Return the ticket of an order that opens a position; raises NotSent for what cannot be said exactly."""
    fields = request.to_dict()
    _check(fields)
    _refuse(fields, "position_id", "position_id names the position that a CLOSE order closes.")
    kind = fields["type"]
    life = LIFE[kind]
    if translate(TIME_IN_FORCE, fields["time_in_force"], "time in force") != life:
        raise NotSent("value_not_supported", f"TradeLocker takes {kind} orders with {life} only.")
    return tradelocker.PostOrder(
        qty=double(fields["quantity"], "quantity"),
        route_id=_trade_route(resolved),
        tradable_instrument_id=int(resolved.native_id),
        side=translate(SIDE, fields["side"], "side"),
        type_=translate(ORDER_TYPE, kind, "order type"),
        validity=life,
        price=_price(fields, "limit_price"),
        stop_price=_price(fields, "stop_price"),
        strategy_id=tag,
        **_protection(fields),
    )


def closed_position(request: unified.PlaceOrderRequest) -> str:
    """Return the id of the position that an order closes."""
    position_id = _answers.identifier(request.position_id)
    if position_id is None:
        _contradiction("A CLOSE order needs position_id, as GET /v1/positions lists it.")
    return position_id


def to_close_position(
    request: unified.PlaceOrderRequest, position: _panels.Row
) -> tradelocker.ClosePosition:
    """Return the body that closes so much of a position.

    The call says a position and a quantity, so what else the order says must be true of the position.
    """
    fields = request.to_dict()
    _check(fields)
    if broker_options(fields, "tradelocker"):
        _contradiction("An order that closes a position cannot protect one: no broker_options.")
    if (fields["type"], fields["time_in_force"]) != CLOSE_TERMS:
        raise NotSent(
            "value_not_supported",
            "TradeLocker closes at the market, and what is left at first goes on until it is done: "
            "say MARKET and GTC.",
        )
    _check_position(fields, position)
    return tradelocker.ClosePosition(qty=double(fields["quantity"], "quantity"))


def is_part(request: unified.PlaceOrderRequest, position: _panels.Row) -> bool:
    """Say whether an order closes less than the whole position."""
    size = required_number(position.get("qty"), "size of a position")
    return Decimal(request.to_dict()["quantity"]) < Decimal(size)


def to_patch_order(
    order: unified.Order, request: unified.ModifyOrderRequest
) -> tradelocker.PatchOrder:
    """Return the fields of an order that change; raises NotSent for those that TradeLocker cannot change."""
    patch, kind = request.to_dict(), order.type_
    for name in _NOT_CHANGED:
        if name in patch:
            raise NotSent("value_not_supported", f"TradeLocker cannot change {name}; leave it out.")
    own = known(_PRICE, kind)
    for name in _PRICE_FIELDS:
        if name in patch and name != own:
            _contradiction(f"{name} is foreign to a {kind} order; leave it out.")
    if patch.get("time_in_force", "GTC") != "GTC":
        raise NotSent("value_not_supported", "Orders that can be changed are GTC orders.")
    if "quantity" in patch and order.filled_quantity != "0":
        detail = (
            "A part of the order is filled, and whether TradeLocker's new quantity counts it is not "
            "documented: cancel the rest and place a new order."
        )
        raise NotSent("value_not_supported", detail)
    return tradelocker.PatchOrder(
        qty=double(patch["quantity"], "quantity") if "quantity" in patch else UNSET,
        price=_price(patch, "limit_price"),
        stop_price=_price(patch, "stop_price"),
        validity="GTC" if "time_in_force" in patch else UNSET,
    )


def _check(fields: Fields) -> None:
    """Refuse what no TradeLocker order can say."""
    if "notional" in fields or "quantity" not in fields:
        detail = "TradeLocker takes quantities in lots, no amounts of money: give a quantity."
        raise NotSent("value_not_supported", detail)
    unit = fields.get("quantity_unit") or "SHARE"
    if unit != QUANTITY_UNIT:
        detail = f"{fields['instrument']} is traded in {QUANTITY_UNIT}; quantity_unit says {unit}."
        raise NotSent("instrument_mismatch", detail)
    translate(POSITION_EFFECT, fields["position_effect"], "position effect")
    translate(SESSION, fields["session"], "session")
    _refuse(fields, "expires_at", "expires_at belongs to GTD, which TradeLocker does not have.")
    price = translate(_PRICE, fields["type"], "order type")
    for name in _PRICE_FIELDS:
        if name == price and name not in fields:
            _contradiction(f"A {fields['type']} order needs {name}.")
        if name != price and name in fields:
            _contradiction(f"{name} is foreign to a {fields['type']} order; leave it out.")


def _check_position(fields: Fields, position: _panels.Row) -> None:
    position_id = _answers.identifier(position.get("id"))
    held = recognise(SIDE_READ, position.get("side"), "side of a position")
    if held == fields["side"]:
        other = "SELL" if held == "BUY" else "BUY"
        _contradiction(f"The position {position_id} is closed by a {other} order.")
    size = required_number(position.get("qty"), "size of a position")
    if Decimal(fields["quantity"]) > Decimal(size):
        _contradiction(f"The position {position_id} has {size} lots, less than the quantity.")


def _trade_route(resolved: Resolved) -> int:
    route: str | None = resolved.facts.get("trade_route")
    if route is None:
        detail = f"TradeLocker gives this account no route for orders of {resolved.key}."
        raise NotSent("unsupported_by_broker", detail)
    return int(route)


def _protection(fields: Fields) -> dict[str, Any]:
    """Return the fields of a ticket that protect the position; what was not asked for is not sent."""
    extras = broker_options(fields, "tradelocker")
    ticket: dict[str, Any] = {}
    for words, type_field in ((_STOP_LOSS, "stop_loss_type"), (_TAKE_PROFIT, "take_profit_type")):
        given = [name for name in words if name in extras]
        if len(given) > 1:
            _contradiction(f"Give one of {' and '.join(given)}: they set the same order.")
        for name in given:
            ticket[type_field], value_field = words[name]
            ticket[value_field] = _price(extras, name)
    return ticket


def _price(fields: Fields, name: str) -> Decimal | Unset:
    """Return a price or a distance; TradeLocker writes 0 where there is none, and may read it so."""
    if name not in fields:
        return UNSET
    price = double(fields[name], name)
    if not price:
        raise NotSent("value_not_supported", f"TradeLocker has no {name} of 0; give another one.")
    return price


def _refuse(fields: Fields, name: str, detail: str) -> None:
    if name in fields:
        _contradiction(detail)


def _contradiction(detail: str) -> NoReturn:
    raise NotSent("contradictory_order", detail)
