"""Unified orders to Futu's: every field explicit, nothing defaulted, nothing rounded or cut off."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any, NoReturn

from omnibroker.kit.errors import NotSent
from omnibroker.kit.exact import double, whole
from omnibroker.kit.extras import no_broker_options
from omnibroker.kit.instruments import Resolved
from omnibroker.kit.tables import translate
from omnibroker.kit.upstream import Account
from omnibroker_generated.futu import models as futu
from omnibroker_generated.futu.types import UNSET, Unset
from omnibroker_generated.unified import models as unified
from omnibroker_handlers.futu import _headers, _keys
from omnibroker_handlers.futu._markets import TRD_SEC_MARKET
from omnibroker_handlers.futu._tables import (
    CANCEL,
    HOURS,
    MODIFY,
    ORDER_TYPE,
    POSITION_EFFECT,
    SIDE,
    TIME_IN_FORCE,
    TRAIL_KIND,
)

# Unified fields as they stand in JSON: a request, or an order with a change merged into it.
Fields = Mapping[str, Any]

# type: the price fields that it needs; it may have no other one.
_PRICES: dict[str, frozenset[str]] = {
    "MARKET": frozenset(),
    "LIMIT": frozenset({"limit_price"}),
    "STOP": frozenset({"stop_price"}),
    "STOP_LIMIT": frozenset({"limit_price", "stop_price"}),
    "TRAILING_STOP": frozenset({"trail"}),
    "TRAILING_STOP_LIMIT": frozenset({"trail"}),
}
_PRICE_FIELDS = ("limit_price", "stop_price", "trail")
_ORDERED = frozenset({"STOCK", "ETF", "WARRANT", "OPTION", "FUTURE"})
_SHARES = frozenset({"STOCK", "ETF", "WARRANT"})
_FREE_OF_MARKET_DAY = "US"
# Types that end in a limit order, which alone may trade outside regular hours.
_LIMITED = frozenset({"LIMIT", "STOP_LIMIT", "TRAILING_STOP_LIMIT"})
_ROUND_THE_CLOCK = frozenset({"ALL", "OVERNIGHT"})
# What Futu does not cut off: digits after the point of a price.
_PLACES, _PLACES_BELOW_ONE_DOLLAR, _PLACES_OF_OPTIONS, _PLACES_OF_FUTURES = 3, 4, 2, 9
_A_SHARES = frozenset({"SH", "SZ"})
_CHANGED = frozenset({"quantity", "limit_price", "stop_price", "trail"})
_MODIFIED = ("type", "quantity", "broker_instrument_id", "broker_order_id", "broker_ids")
# The upstream module writes the number of its connection and of the packet right before the wire.
_NOT_DRAWN = 0


def to_place_order_request(
    account: Account, tag: str, resolved: Resolved, request: unified.PlaceOrderRequest
) -> futu.PlaceOrderRequest:
    """Return the body for a new order; raises NotSent for what cannot be said exactly."""
    fields = request.to_dict()
    prefix, code = _listed(resolved.native_id)
    _check_instrument(fields, resolved)
    _check_effect(fields)
    _check_prices(fields)
    session, outside = _hours(fields, prefix, resolved)
    is_future = resolved.type == "FUTURE"
    market = _headers.order_market(account, prefix, is_future=is_future)
    return futu.PlaceOrderRequest(
        packet_id=_packet(),
        header=_headers.header(account, market),
        trd_side=translate(SIDE, fields["side"], "side"),
        order_type=translate(ORDER_TYPE, fields["type"], "order type"),
        code=code,
        qty=Decimal(whole(fields["quantity"], "quantity")),
        sec_market=TRD_SEC_MARKET[prefix],
        remark=tag,
        time_in_force=_life(fields, prefix, is_future=is_future),
        session=session,
        fill_outside_rth=outside,
        **_prices(fields, _places(fields, prefix, resolved.type)),
    )


def to_modify_order_request(
    account: Account, order: unified.Order, request: unified.ModifyOrderRequest
) -> futu.ModifyOrderRequest:
    """Return the body for a change: the whole quantity and all prices of the order, the asked ones changed."""
    fields = modified_fields(order, request)
    prefix, code = _listed(fields["broker_instrument_id"])
    if prefix in _A_SHARES:
        detail = "Futu can only cancel A-share orders; cancel it and place a new one."
        raise NotSent("unsupported_by_broker", detail)
    kind = _kind(account, code)
    _check_prices(fields)
    return futu.ModifyOrderRequest(
        packet_id=_packet(),
        header=_order_header(account, prefix, is_future=kind == "FUTURE"),
        **_ids(order),
        modify_order_op=MODIFY,
        qty=Decimal(whole(fields["quantity"], "quantity")),
        **_prices(fields, _places(fields, prefix, kind)),
    )


def to_cancel_order_request(account: Account, order: unified.Order) -> futu.ModifyOrderRequest:
    """Return the body for a cancellation; Futu changes and cancels in one call."""
    native = order.broker_instrument_id
    prefix, code = _listed(native if isinstance(native, str) else "")
    is_future = _kind(account, code) == "FUTURE"
    return futu.ModifyOrderRequest(
        packet_id=_packet(),
        header=_order_header(account, prefix, is_future=is_future),
        **_ids(order),
        modify_order_op=CANCEL,
    )


def modified_fields(order: unified.Order, request: unified.ModifyOrderRequest) -> dict[str, Any]:
    """Return an order's fields with a merge patch laid over them; Futu changes quantity and prices only."""
    fields, patch = order.to_dict(), request.to_dict()
    if fixed := sorted(patch.keys() - _CHANGED):
        detail = f"Futu cannot change {', '.join(fixed)}; cancel the order and place a new one."
        raise NotSent("value_not_supported", detail)
    merged = {**fields, **patch}
    missing = [name for name in _MODIFIED if name not in merged]
    if missing:
        raise NotSent(
            "unsupported_by_broker",
            "Futu wants quantity and prices of the original order repeated, and of this one "
            f"{', '.join(missing)} is not known. Cancel it and place a new one.",
        )
    return merged


def _packet() -> futu.PacketID:
    return futu.PacketID(conn_id=_NOT_DRAWN, serial_no=_NOT_DRAWN)


def _ids(order: unified.Order) -> dict[str, Any]:
    """Return order_id, or 0 beside the server's id; raises `unknown_order` where Futu's ids are not known."""
    known = order.broker_ids.to_dict() if isinstance(order.broker_ids, unified.BrokerIds) else {}
    if "order_id" in known:
        return {"order_id": int(known["order_id"])}
    if "order_id_ex" in known:
        return {"order_id": 0, "order_id_ex": known["order_id_ex"]}
    detail = "Futu's ids of this order are not known; ask for the order first."
    raise NotSent("unknown_order", detail)


def _order_header(account: Account, prefix: str, *, is_future: bool) -> futu.RequestTrdHeader:
    market = _headers.order_market(account, prefix, is_future=is_future)
    return _headers.header(account, market)


def _kind(account: Account, code: str) -> str:
    """Return what an order at the broker is about, as its account and the form of its code tell."""
    if _headers.is_futures_account(account):
        return "FUTURE"
    # Before futures: the code of an option on a short symbol (F261016C12500) ends like a month too.
    if _keys.is_option(code):
        return "OPTION"
    return "FUTURE" if _keys.is_future(code) and _headers.has_futures(account) else "STOCK"


def _listed(native: str) -> tuple[str, str]:
    found = _keys.split(native)
    if found is None or found[0] not in TRD_SEC_MARKET:
        detail = "Futu's code of the instrument is not known; ask for the order first."
        raise NotSent("unsupported_by_broker", detail)
    return found


def _check_instrument(fields: Fields, resolved: Resolved) -> None:
    """Refuse an order whose unit, amount or extras do not fit what is traded."""
    if resolved.type not in _ORDERED:
        detail = f"Orders on {resolved.type} instruments are not supported."
        raise NotSent("instrument_mismatch", detail)
    if resolved.native_id.endswith("main"):
        detail = f"{resolved.key} is a continuous contract; name the contract month."
        raise NotSent("instrument_mismatch", detail)
    if "notional" in fields or "quantity" not in fields:
        raise NotSent("value_not_supported", "Futu takes no amounts; give a quantity.")
    unit = fields.get("quantity_unit") or "SHARE"
    if unit != resolved.quantity_unit:
        detail = f"{resolved.key} is traded in {resolved.quantity_unit}; quantity_unit says {unit}."
        raise NotSent("instrument_mismatch", detail)


def _check_effect(fields: Fields) -> None:
    translate(POSITION_EFFECT, fields["position_effect"], "position effect")
    _refuse(fields, "position_id", "Futu nets positions: leave position_id out.")
    no_broker_options(fields, "futu")


def _check_prices(fields: Fields) -> None:
    """Refuse an order whose prices are not exactly those of its type."""
    needed = translate(_PRICES, fields["type"], "order type")
    present = {name for name in _PRICE_FIELDS if name in fields}
    if missing := needed - present:
        _contradiction(f"{fields['type']} needs {', '.join(sorted(missing))}.")
    if foreign := present - needed:
        _contradiction(f"{fields['type']} takes no {', '.join(sorted(foreign))} at Futu.")
    limited = fields["type"] == "TRAILING_STOP_LIMIT"
    if ("limit_offset" in fields.get("trail", {})) != limited:
        _contradiction("trail.limit_offset is what TRAILING_STOP_LIMIT needs, and no other type.")


def _hours(fields: Fields, prefix: str, resolved: Resolved) -> tuple[int | Unset, bool | Unset]:
    """Return (session, fill_outside_rth); only shares of the US have sessions to choose from."""
    session, kind = fields["session"], fields["type"]
    chosen = translate(HOURS, session, "session")
    if prefix != "US" or resolved.type not in _SHARES:
        if session != "REGULAR":
            detail = f"At Futu {resolved.key} trades in its market's own hours: session REGULAR."
            raise NotSent("value_not_supported", detail)
        return UNSET, UNSET
    if session != "REGULAR" and kind not in _LIMITED:
        detail = f"{kind} orders trade in the REGULAR session only at Futu."
        raise NotSent("value_not_supported", detail)
    if session in _ROUND_THE_CLOCK and kind != "LIMIT":
        detail = f"The {session} session takes LIMIT orders only at Futu."
        raise NotSent("value_not_supported", detail)
    return chosen


def _life(fields: Fields, prefix: str, *, is_future: bool) -> int:
    """Return the time in force; market orders live for the day everywhere but on US securities."""
    _refuse(fields, "expires_at", "expires_at belongs to GTD, which Futu does not document.")
    found = translate(TIME_IN_FORCE, fields["time_in_force"], "time in force")
    for_the_day = prefix != _FREE_OF_MARKET_DAY or is_future
    if fields["type"] == "MARKET" and fields["time_in_force"] != "DAY" and for_the_day:
        raise NotSent("value_not_supported", "MARKET orders are for the DAY at Futu here.")
    return found


def _places(fields: Fields, prefix: str, kind: str) -> int:
    """Return how many digits after the point Futu keeps of this order's prices."""
    if kind == "FUTURE":
        return _PLACES_OF_FUTURES
    if prefix != "US":
        return _PLACES
    if kind == "OPTION":
        return _PLACES_OF_OPTIONS
    prices = [Decimal(fields[name]) for name in ("limit_price", "stop_price") if name in fields]
    is_small = bool(prices) and max(prices) < 1
    return _PLACES_BELOW_ONE_DOLLAR if is_small else _PLACES


def _prices(fields: Fields, places: int) -> dict[str, Any]:
    """Return the prices by Futu's names."""
    trail = fields.get("trail") or {}
    found: dict[str, Any] = {
        "price": _price(fields, "limit_price", places),
        "aux_price": _price(fields, "stop_price", places),
    }
    if trail:
        found["trail_type"] = translate(TRAIL_KIND, trail["kind"], "kind of trail")
        found["trail_value"] = _price(trail, "value", places)
        found["trail_spread"] = _spread(trail, places)
    return {name: value for name, value in found.items() if not isinstance(value, Unset)}


def _spread(trail: Fields, places: int) -> Decimal | Unset:
    """Return the distance of the limit from the stop; what a sign would mean is not documented."""
    if "limit_offset" in trail and Decimal(trail["limit_offset"]) < 0:
        detail = "trail.limit_offset is the distance of the limit at Futu: it has no sign."
        raise NotSent("value_not_supported", detail)
    return _price(trail, "limit_offset", places)


def _price(fields: Fields, name: str, places: int) -> Decimal | Unset:
    """Return a number that Futu's field holds and that it would not cut off."""
    if name not in fields:
        return UNSET
    found = double(fields[name], name)
    exponent = found.normalize().as_tuple().exponent
    if isinstance(exponent, int) and -exponent > places:
        detail = f"{name} {fields[name]} has more than {places} decimals, which Futu would cut off."
        raise NotSent("not_exact", detail)
    return found


def _refuse(fields: Fields, name: str, detail: str) -> None:
    if name in fields:
        _contradiction(detail)


def _contradiction(detail: str) -> NoReturn:
    raise NotSent("contradictory_order", detail)
