"""Unified orders to IBKR's order tickets: every field explicit, nothing defaulted, nothing rounded."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any, NoReturn

from omnibroker.kit.errors import NotSent
from omnibroker.kit.exact import double
from omnibroker.kit.extras import broker_options
from omnibroker.kit.identity import is_tag
from omnibroker.kit.instruments import Resolved
from omnibroker.kit.tables import translate
from omnibroker.kit.upstream import Account
from omnibroker_generated.ibkr import models as ibkr
from omnibroker_generated.ibkr.types import UNSET, Unset
from omnibroker_generated.unified import models as unified
from omnibroker_handlers.ibkr import _answers
from omnibroker_handlers.ibkr._tables import (
    HOURS,
    ORDER_TYPE,
    POSITION_EFFECT,
    SIDE,
    TIME_IN_FORCE,
    TRAIL_KIND,
)

# Unified fields as they stand in JSON: a request, or an order with a change merged into it.
Fields = Mapping[str, Any]

# type: (price fields that it needs, price fields that it may have besides)
_PRICES: dict[str, tuple[frozenset[str], frozenset[str]]] = {
    "MARKET": (frozenset(), frozenset()),
    "LIMIT": (frozenset({"limit_price"}), frozenset()),
    "STOP": (frozenset({"stop_price"}), frozenset()),
    "STOP_LIMIT": (frozenset({"limit_price", "stop_price"}), frozenset()),
    "TRAILING_STOP": (frozenset({"trail"}), frozenset({"stop_price"})),
    # IBKR wants both first prices of a trailing stop-limit; it does not work one out from an offset.
    "TRAILING_STOP_LIMIT": (frozenset({"trail", "limit_price", "stop_price"}), frozenset()),
    "MARKET_ON_CLOSE": (frozenset(), frozenset()),
    "LIMIT_ON_CLOSE": (frozenset({"limit_price"}), frozenset()),
}
_PRICE_FIELDS = ("limit_price", "stop_price", "trail")
# Types of IBKR's `price` that are a trigger, and types that have the trigger in `auxPrice`.
_TRIGGER_AS_PRICE = frozenset({"STOP", "TRAILING_STOP"})
_TRIGGER_AS_AUX = frozenset({"STOP_LIMIT", "TRAILING_STOP_LIMIT"})
_AUCTION = frozenset({"MARKET_ON_CLOSE", "LIMIT_ON_CLOSE"})
_BY_AMOUNT = frozenset({"STOCK", "FX", "CRYPTO"})
_FUTURES = frozenset({"FUTURE", "FUTURE_OPTION"})
_WHO_ORDERS = {"manual_indicator", "ext_operator"}
_MODIFIED = ("side", "type", "time_in_force", "session", "broker_instrument_id", "broker_order_id")


def to_orders_request(
    account: Account,
    tag: str | None,
    resolved: Resolved,
    request: unified.PlaceOrderRequest | unified.PreviewOrderRequest,
) -> ibkr.OrdersRequest:
    """Return the body for a new order or its preview; raises NotSent for what cannot be said exactly."""
    fields = request.to_dict()
    _check_instrument(fields, resolved)
    translate(POSITION_EFFECT, fields["position_effect"], "position effect")
    _refuse(fields, "position_id", "IBKR nets positions: leave position_id out.")
    return ibkr.OrdersRequest(orders=[_ticket(account, tag, int(resolved.native_id), fields)])


def to_modified_ticket(
    account: Account, order: unified.Order, request: unified.ModifyOrderRequest
) -> ibkr.OrderTicket:
    """Return the whole ticket of an order with only the asked changes in it, as IBKR wants it."""
    fields = modified_fields(order, request)
    missing = [name for name in _MODIFIED if name not in fields]
    if missing:
        raise NotSent(
            "unsupported_by_broker",
            "IBKR wants every field of the original order repeated, and this one was placed elsewhere: "
            f"{', '.join(missing)} is not known. Cancel it and place a new one.",
        )
    tag = order.order_id if is_tag(order.order_id) else None
    conid = _answers.digits(fields["broker_instrument_id"])
    if conid is None:
        raise NotSent("unsupported_by_broker", "The order's contract id is not known.")
    return _ticket(account, tag, int(conid), fields)


def modified_fields(order: unified.Order, request: unified.ModifyOrderRequest) -> dict[str, Any]:
    """Return an order's fields with a merge patch laid over them."""
    fields, patch = order.to_dict(), request.to_dict()
    if "notional" in fields and "quantity" in patch:
        detail = "The order was given by amount; its quantity cannot be changed."
        raise NotSent("contradictory_order", detail)
    if "notional" in fields:
        # What IBKR made of the amount; the amount itself is what the ticket repeats.
        fields.pop("quantity", None)
    return {**fields, **patch}


def _ticket(account: Account, tag: str | None, conid: int, fields: Fields) -> ibkr.OrderTicket:
    _check_prices(fields)
    tif, outside = _hours(fields)
    kind = fields["type"]
    return ibkr.OrderTicket(
        acct_id=account.broker_account_id,
        c_oid=tag if tag is not None else UNSET,
        conid=conid,
        order_type=translate(ORDER_TYPE, kind, "order type"),
        side=translate(SIDE, fields["side"], "side"),
        tif=tif,
        outside_rth=outside,
        price=_double(fields, "stop_price" if kind in _TRIGGER_AS_PRICE else "limit_price"),
        aux_price=_double(fields, "stop_price") if kind in _TRIGGER_AS_AUX else UNSET,
        **{**_trail(fields), **_amount(fields), **_options(fields)},
    )


def _check_instrument(fields: Fields, resolved: Resolved) -> None:
    """Refuse an order whose unit, amount or extras do not fit what is traded."""
    if resolved.type in {"INDEX", "BOND"}:
        detail = f"Orders on {resolved.type} instruments are not supported."
        raise NotSent("instrument_mismatch", detail)
    unit = fields.get("quantity_unit") or "SHARE"
    if unit != resolved.quantity_unit:
        detail = f"{resolved.key} is traded in {resolved.quantity_unit}; quantity_unit says {unit}."
        raise NotSent("instrument_mismatch", detail)
    if "notional" in fields:
        _check_notional(fields["notional"], resolved)
    if resolved.type in _FUTURES and not broker_options(fields, "ibkr").keys() >= _WHO_ORDERS:
        raise NotSent(
            "instrument_mismatch",
            "Orders on futures need broker_options.ibkr.manual_indicator and ext_operator.",
        )


def _check_notional(notional: Fields, resolved: Resolved) -> None:
    if resolved.type not in _BY_AMOUNT:
        detail = f"IBKR takes no amount for {resolved.type} instruments; give a quantity."
        raise NotSent("value_not_supported", detail)
    if notional["currency"] != resolved.currency:
        detail = f"{resolved.key} is traded in {resolved.currency}; give the amount in it."
        raise NotSent("instrument_mismatch", detail)


def _check_prices(fields: Fields) -> None:
    """Refuse an order whose prices are not those of its type."""
    needed, allowed = translate(_PRICES, fields["type"], "order type")
    present = {name for name in _PRICE_FIELDS if name in fields}
    if missing := needed - present:
        _contradiction(f"{fields['type']} needs {', '.join(sorted(missing))}.")
    if foreign := present - needed - allowed:
        _contradiction(f"{fields['type']} takes no {', '.join(sorted(foreign))}.")
    if "limit_offset" in (fields.get("trail") or {}):
        _check_offset(fields)


def _check_offset(fields: Fields) -> None:
    """Refuse an offset that does not lie between the two first prices, which are all that IBKR takes."""
    if fields["type"] != "TRAILING_STOP_LIMIT":
        _contradiction(f"{fields['type']} takes no trail.limit_offset.")
    distance = Decimal(fields["limit_price"]) - Decimal(fields["stop_price"])
    if abs(distance) != abs(Decimal(fields["trail"]["limit_offset"])):
        _contradiction("trail.limit_offset must be the distance of limit_price from stop_price.")


def _hours(fields: Fields) -> tuple[str, bool]:
    """Return (tif, outsideRTH) for session and time in force."""
    session, time_in_force = fields["session"], fields["time_in_force"]
    translate(TIME_IN_FORCE, time_in_force, "time in force")
    _refuse(
        fields,
        "expires_at",
        "expires_at belongs to GTD, which IBKR does not document: leave it out.",
    )
    if fields["type"] in _AUCTION and (session, time_in_force) != ("REGULAR", "DAY"):
        _contradiction(f"{fields['type']} trades in the closing auction: REGULAR and DAY.")
    if (session, time_in_force) not in HOURS:
        detail = f"IBKR does not know {time_in_force} in the {session} session."
        raise NotSent("value_not_supported", detail)
    return HOURS[session, time_in_force]


def _trail(fields: Fields) -> dict[str, Any]:
    if "trail" not in fields:
        return {}
    trail = fields["trail"]
    kind = translate(TRAIL_KIND, trail["kind"], "kind of trail")
    return {"trailing_type": kind, "trailing_amt": double(trail["value"], "trail.value")}


def _amount(fields: Fields) -> dict[str, Decimal]:
    if ("quantity" in fields) == ("notional" in fields):
        _contradiction("Give exactly one of quantity and notional.")
    if "quantity" in fields:
        return {"quantity": double(fields["quantity"], "quantity")}
    return {"cash_qty": double(fields["notional"]["amount"], "notional.amount")}


def _options(fields: Fields) -> dict[str, Any]:
    """Return the documented extras by IBKR's names; what was not asked for is not sent."""
    names = {
        "use_price_management_algo": "use_adaptive",
        "all_or_none": "all_or_none",
        "manual_indicator": "manual_indicator",
        "ext_operator": "ext_operator",
    }
    extras = broker_options(fields, "ibkr")
    return {wire: extras[name] for name, wire in names.items() if name in extras}


def _double(fields: Fields, name: str) -> Decimal | Unset:
    return double(fields[name], name) if name in fields else UNSET


def _refuse(fields: Fields, name: str, detail: str) -> None:
    if name in fields:
        _contradiction(detail)


def _contradiction(detail: str) -> NoReturn:
    raise NotSent("contradictory_order", detail)
