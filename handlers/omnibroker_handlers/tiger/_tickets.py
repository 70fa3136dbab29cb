"""Unified orders to Tiger's: every field explicit, nothing defaulted, nothing rounded."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any, NoReturn

from omnibroker.kit.errors import NotSent
from omnibroker.kit.exact import canonical, double, whole
from omnibroker.kit.extras import no_broker_options
from omnibroker.kit.instruments import Resolved
from omnibroker.kit.tables import translate
from omnibroker.kit.upstream import Account
from omnibroker_generated.tiger import models as tiger
from omnibroker_generated.tiger.types import UNSET
from omnibroker_generated.unified import models as unified
from omnibroker_handlers.tiger import _answers, _keys, _symbols, _times
from omnibroker_handlers.tiger._tables import (
    HOURS,
    LANGUAGE,
    ORDER_TYPE,
    OTHER_HOURS,
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
}
_PRICE_FIELDS = ("limit_price", "stop_price", "trail")
# Types that trade in regular hours only.
_REGULAR_ONLY = frozenset({"MARKET", "STOP"})
_BY_AMOUNT = frozenset({"MARKET", "LIMIT"})
_IN_PARTS = frozenset({"STK", "CC"})
_ORDERED = frozenset({"STK", "OPT", "FUT", "CC"})
_MOST_QUANTITY = 1_000_000_000_000
_MOST_PLACES = 18
_MOST_PERCENT = 100
_MODIFIED = ("side", "type", "time_in_force", "broker_instrument_id", "broker_order_id")


def to_place_order_request(
    account: Account,
    resolved: Resolved,
    request: unified.PlaceOrderRequest | unified.PreviewOrderRequest,
) -> tiger.PlaceOrderRequest:
    """Return the body of a new order without its tag and number; raises NotSent for what cannot be said."""
    fields, facts = request.to_dict(), resolved.facts
    contract = _symbols.to_contract(resolved)
    _check_account(account, contract, fields)
    _check_instrument(fields, resolved)
    translate(POSITION_EFFECT, fields["position_effect"], "position effect")
    _refuse(fields, "position_id", "Tiger nets positions: leave position_id out.")
    no_broker_options(fields, "tiger")
    terms = _terms(fields, contract, facts.get("market") == "US")
    multiplier = facts.get("price_multiplier") if contract.sec_type == "OPT" else None
    return tiger.PlaceOrderRequest(
        account=account.broker_account_id,
        **_parts(contract),
        **terms,
        multiplier=double(multiplier, "multiplier") if multiplier else UNSET,
        trading_session_type=_session_type(fields, contract, facts.get("market") == "US"),
        lang=LANGUAGE,
    )


def to_modify_order_request(
    account: Account, order: unified.Order, request: unified.ModifyOrderRequest
) -> tiger.ModifyOrderRequest:
    """Return the whole order with only the asked changes in it, as Tiger's own clients send it."""
    fields = modified_fields(order, request)
    missing = [name for name in _MODIFIED if name not in fields]
    if missing:
        _unknown(", ".join(missing))
    contract = _keys.from_native(fields["broker_instrument_id"])
    order_id = _answers.digits(fields["broker_order_id"])
    if contract is None or order_id is None:
        _unknown("its instrument" if contract is None else "its id")
    in_the_us = contract.sec_type == "STK" and fields["instrument"].endswith(".US")
    if in_the_us and "session" not in fields:
        _unknown("session")
    _check_account(account, contract, fields)
    _check_session(order.to_dict(), request.to_dict())
    return tiger.ModifyOrderRequest(
        account=account.broker_account_id,
        id=int(order_id),
        **_parts(contract),
        **_terms(fields, contract, in_the_us),
        lang=LANGUAGE,
    )


def modified_fields(order: unified.Order, request: unified.ModifyOrderRequest) -> dict[str, Any]:
    """Return an order's fields with a merge patch laid over them; what no longer belongs is dropped."""
    fields, patch = order.to_dict(), request.to_dict()
    if "notional" in fields:
        if "quantity" in patch:
            _contradiction("The order was given by amount; its quantity cannot be changed.")
        fields.pop("quantity", None)
    if fields.get("type") == "TRAILING_STOP":
        # Where the stop has got to by itself; it is not part of the order.
        fields.pop("stop_price", None)
    merged = {**fields, **patch}
    if merged.get("time_in_force") != "GTD":
        _refuse(patch, "expires_at", "expires_at goes with GTD only.")
        merged.pop("expires_at", None)
    return merged


def _parts(contract: _keys.Contract) -> dict[str, Any]:
    """Return the fields that name an instrument; a future is named by its code alone."""
    if not contract.currency:
        detail = "Tiger says no currency of this instrument, and an order needs it."
        raise NotSent("instrument_mismatch", detail)
    parts = {
        "symbol": contract.symbol,
        "sec_type": contract.sec_type,
        "currency": contract.currency,
        "expiry": contract.expiry if contract.sec_type == "OPT" else "",
        "strike": contract.strike,
        "right": contract.right,
    }
    return {name: value for name, value in parts.items() if value}


def _terms(fields: Fields, contract: _keys.Contract, in_the_us: bool) -> dict[str, Any]:
    """Return side, type, quantity, prices and life of an order."""
    _check_prices(fields)
    return {
        "action": translate(SIDE, fields["side"], "side"),
        "order_type": translate(ORDER_TYPE, fields["type"], "order type"),
        **_amount(fields, contract),
        **_prices(fields),
        **_life(fields, contract),
        **_hours(fields, contract, in_the_us),
    }


def _check_account(account: Account, contract: _keys.Contract, fields: Fields) -> None:
    """Refuse what Tiger's rules exclude for the kind of account."""
    kind = account.native.get("kind")
    if kind == "GLOBAL" and contract.sec_type == "FUT":
        detail = "Global accounts name futures another way, which is not supported."
        raise NotSent("instrument_mismatch", detail)
    gtc = fields["time_in_force"] == "GTC"
    if gtc and (kind == "PAPER" or fields["type"] == "MARKET"):
        who = "paper accounts" if kind == "PAPER" else "MARKET orders"
        raise NotSent("value_not_supported", f"Tiger has no GTC for {who}; take DAY or GTD.")


def _check_instrument(fields: Fields, resolved: Resolved) -> None:
    """Refuse an order whose unit or amount does not fit what is traded."""
    if resolved.facts["asset_class"] not in _ORDERED:
        detail = f"Orders on {resolved.type} instruments are not supported."
        raise NotSent("instrument_mismatch", detail)
    unit = fields.get("quantity_unit") or "SHARE"
    if "quantity" in fields and unit != resolved.quantity_unit:
        detail = f"{resolved.key} is traded in {resolved.quantity_unit}; quantity_unit says {unit}."
        raise NotSent("instrument_mismatch", detail)
    if "notional" in fields:
        _check_notional(fields, resolved)


def _check_notional(fields: Fields, resolved: Resolved) -> None:
    _refuse(fields, "quantity_unit", "quantity_unit goes with quantity, not with notional.")
    if resolved.facts["asset_class"] != "STK" or fields["type"] not in _BY_AMOUNT:
        detail = "Tiger takes an amount for MARKET and LIMIT orders on shares only."
        raise NotSent("value_not_supported", detail)
    if fields["notional"]["currency"] != resolved.currency:
        detail = f"{resolved.key} is traded in {resolved.currency}; give the amount in it."
        raise NotSent("instrument_mismatch", detail)


def _check_prices(fields: Fields) -> None:
    """Refuse an order whose prices are not exactly those of its type."""
    needed = translate(_PRICES, fields["type"], "order type")
    present = {name for name in _PRICE_FIELDS if name in fields}
    if missing := needed - present:
        _contradiction(f"{fields['type']} needs {', '.join(sorted(missing))}.")
    if foreign := present - needed:
        _contradiction(f"{fields['type']} takes no {', '.join(sorted(foreign))} at Tiger.")
    if "limit_offset" in (fields.get("trail") or {}):
        _contradiction(f"{fields['type']} takes no trail.limit_offset.")


def _amount(fields: Fields, contract: _keys.Contract) -> dict[str, Any]:
    """Return the quantity as a scaled integer, or the amount of money of a new order."""
    if ("quantity" in fields) == ("notional" in fields):
        _contradiction("Give exactly one of quantity and notional.")
    if "notional" in fields:
        # A change does not repeat the amount: Tiger has no field for it there.
        is_new = "broker_order_id" not in fields
        amount = fields["notional"]["amount"]
        return {"cash_amount": double(amount, "notional.amount")} if is_new else {}
    text = fields["quantity"]
    if contract.sec_type not in _IN_PARTS:
        whole(text, "quantity")
    quantity, scale = _scaled(Decimal(text))
    return {"total_quantity": quantity} | ({"total_quantity_scale": scale} if scale else {})


def _scaled(quantity: Decimal) -> tuple[int, int]:
    # Digit by digit: decimal arithmetic would round what has more than 28 of them.
    number_text, _, fraction = canonical(quantity).partition(".")
    number, scale = int(number_text + fraction), len(fraction)
    if scale > _MOST_PLACES or number > _MOST_QUANTITY:
        raise NotSent("not_exact", f"quantity {quantity} has more digits than Tiger can take.")
    return number, scale


def _prices(fields: Fields) -> dict[str, Any]:
    """Return the prices; aux_price is the trigger, and for a trailing stop its distance."""
    found: dict[str, Any] = {}
    if "limit_price" in fields:
        found["limit_price"] = double(fields["limit_price"], "limit_price")
    if "stop_price" in fields:
        found["aux_price"] = double(fields["stop_price"], "stop_price")
    if "trail" in fields:
        trail = fields["trail"]
        name = translate(TRAIL_KIND, trail["kind"], "kind of trail")
        if trail["kind"] == "PERCENT" and Decimal(trail["value"]) > _MOST_PERCENT:
            detail = "trail.value is in percent and at most 100."
            raise NotSent("value_not_supported", detail)
        found[name] = double(trail["value"], "trail.value")
    return found


def _life(fields: Fields, contract: _keys.Contract) -> dict[str, Any]:
    tif = translate(TIME_IN_FORCE, fields["time_in_force"], "time in force")
    if (tif == "GTD") != ("expires_at" in fields):
        _contradiction("expires_at is needed with GTD, and foreign to anything else.")
    if contract.sec_type == "CC" and tif == "DAY":
        # Tiger's own clients leave it out: the day is all that a coin has without it.
        return {}
    if tif != "GTD":
        return {"time_in_force": tif}
    expires = _times.whole_milliseconds(fields["expires_at"], "expires_at")
    return {"time_in_force": tif, "expire_time": expires}


def _hours(fields: Fields, contract: _keys.Contract, in_the_us: bool) -> dict[str, Any]:
    """Return whether an order may trade outside regular hours; only US shares are asked."""
    session: str | None = fields.get("session")
    if contract.sec_type == "STK" and in_the_us:
        outside, _ = translate(HOURS, str(session), "session")
        if outside and fields["type"] in _REGULAR_ONLY:
            detail = f"{fields['type']} orders trade in the REGULAR session only at Tiger."
            raise NotSent("value_not_supported", detail)
        return {"outside_rth": outside}
    only = OTHER_HOURS[contract.sec_type]
    if session is not None and session != only:
        detail = f"At Tiger such an instrument trades in its market's own hours: session {only}."
        raise NotSent("value_not_supported", detail)
    return {}


def _session_type(fields: Fields, contract: _keys.Contract, in_the_us: bool) -> Any:
    if contract.sec_type != "STK" or not in_the_us:
        return UNSET
    name = HOURS[fields["session"]][1]
    if name == "OVERNIGHT" and fields["type"] != "LIMIT":
        raise NotSent("value_not_supported", "The OVERNIGHT session takes LIMIT orders only.")
    return name if name is not None else UNSET


def _check_session(fields: Fields, patch: Fields) -> None:
    """Refuse a change from or to a session that Tiger's change cannot name."""
    changed = {fields.get("session"), patch.get("session", fields.get("session"))}
    if len(changed) > 1 and changed & {"OVERNIGHT", "ALL"}:
        detail = (
            "An order at Tiger cannot be changed to this session; cancel it and place a new one."
        )
        raise NotSent("value_not_supported", detail)


def _unknown(what: str) -> NoReturn:
    raise NotSent(
        "unsupported_by_broker",
        "Tiger's clients repeat the original order to change it, and of this one "
        f"{what} is not known. Cancel it and place a new one.",
    )


def _refuse(fields: Fields, name: str, detail: str) -> None:
    if name in fields:
        _contradiction(detail)


def _contradiction(detail: str) -> NoReturn:
    raise NotSent("contradictory_order", detail)
