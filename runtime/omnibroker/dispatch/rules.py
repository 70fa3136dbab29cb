"""What holds for an order whatever the broker: its fields fit together, and it may be written at all."""

from datetime import datetime
from typing import Any

from omnibroker.dispatch.context import Context, Source
from omnibroker.kit.errors import NotSent
from omnibroker.security import Principal

# The price fields that a type needs; every other one is foreign to it.
_PRICES: dict[str, frozenset[str]] = {
    "MARKET": frozenset(),
    "LIMIT": frozenset({"limit_price"}),
    "STOP": frozenset({"stop_price"}),
    "STOP_LIMIT": frozenset({"limit_price", "stop_price"}),
    "TRAILING_STOP": frozenset({"trail"}),
    "TRAILING_STOP_LIMIT": frozenset({"trail"}),
    "MARKET_ON_CLOSE": frozenset(),
    "LIMIT_ON_CLOSE": frozenset({"limit_price"}),
}
# An initial stop price may come with a trailing stop; it needs none.
_OPTIONAL: dict[str, frozenset[str]] = {
    "TRAILING_STOP": frozenset({"stop_price"}),
    "TRAILING_STOP_LIMIT": frozenset({"stop_price", "limit_price"}),
}
_PRICE_FIELDS = ("limit_price", "stop_price", "trail")


def check_order(body: dict[str, Any]) -> None:
    """Raise `contradictory_order` naming the field that is missing or foreign."""
    if ("quantity" in body) == ("notional" in body):
        raise _contradiction("Give exactly one of quantity and notional.")
    if "quantity_unit" in body and "notional" in body:
        raise _contradiction("quantity_unit goes with quantity, not with notional.")
    check_prices(body["type"], body)
    check_expiry(body["time_in_force"], body)
    if body["position_effect"] == "CLOSE" and "position_id" not in body:
        raise _contradiction("A CLOSE order needs position_id.")
    if body["position_effect"] != "CLOSE" and "position_id" in body:
        raise _contradiction("position_id goes with position_effect CLOSE only.")


def check_prices(order_type: str, body: dict[str, Any]) -> None:
    """Raise unless exactly the price fields of the type are there."""
    needed = _PRICES.get(order_type)
    if needed is None:
        return
    allowed = needed | _OPTIONAL.get(order_type, frozenset())
    for field in _PRICE_FIELDS:
        if field in needed and field not in body:
            raise _contradiction(f"A {order_type} order needs {field}.")
        if field in body and field not in allowed:
            raise _contradiction(f"{field} is foreign to a {order_type} order; leave it out.")
    if order_type == "TRAILING_STOP" and "limit_offset" in body.get("trail", {}):
        raise _contradiction("trail.limit_offset goes with TRAILING_STOP_LIMIT only.")


def check_expiry(time_in_force: str, body: dict[str, Any]) -> None:
    """Raise unless `expires_at` stands with GTD, and only there, and names a real instant."""
    if (time_in_force == "GTD") != ("expires_at" in body):
        raise _contradiction("expires_at is needed with GTD, and foreign to anything else.")
    if "expires_at" in body:
        check_instant(body["expires_at"], "expires_at")


def check_instant(text: str, name: str) -> datetime:
    """Return the instant; raises `value_not_supported` for a date that does not exist."""
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        raise NotSent("value_not_supported", f"{name} {text} is not a date that exists.") from None


def may_trade(source: Source, principal: Principal | None, asserted: str | None) -> None:
    """Raise unless the environment is proven, as asserted, and within the key's scopes."""
    connection, proven = source.connection, source.account.environment
    if proven is None:
        raise NotSent(
            "environment_unproven",
            f"{connection.name} has not proven whether {source.account.account_id} is paper or live.",
        )
    for expected, who in (
        (connection.settings.environment, "configuration"),
        (asserted, "request"),
    ):
        if expected is not None and expected != proven:
            raise NotSent(
                "environment_mismatch",
                f"The {who} says {expected}, the broker says {proven}: nothing was sent.",
            )
    if principal is None or f"trade:{proven}" not in principal.scopes:
        raise NotSent("forbidden", f"The key needs the scope trade:{proven} for this account.")


def may_write(
    context: Context, source: Source, principal: Principal | None, asserted: str | None
) -> None:
    """Raise unless an order may be written for this account by this key."""
    may_trade(source, principal, asserted)
    if source.connection.settings.read_only:
        raise NotSent("forbidden", f"The connection {source.connection.name} is read_only.")
    if source.account.environment == "live" and not context.journal.durable:
        raise NotSent(
            "journal_not_durable",
            "Orders on live accounts need a durable journal: set [journal] url and start again.",
        )


def _contradiction(detail: str) -> NotSent:
    return NotSent("contradictory_order", detail)
