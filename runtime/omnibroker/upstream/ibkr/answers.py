"""What IBKR's answers mean beyond their status: pure functions of the session module."""

from typing import Any

from omnibroker import exactjson
from omnibroker.kit.errors import GatewayError, NotSent, UpstreamFailure, malformed
from omnibroker.upstream.operations import Operation
from omnibroker.upstream.wire import WireResponse


def environment(is_paper: object, accounts: tuple[str, ...]) -> str | None:
    """Return what the broker proves: its own flag, unless an account's id form contradicts it.

    Paper accounts are named DU… and DF…, live ones are not.
    """
    if not isinstance(is_paper, bool) or not accounts:
        return None
    by_name = {account.startswith(("DU", "DF")) for account in accounts}
    if by_name != {is_paper}:
        return None
    return "paper" if is_paper else "live"


def conids(body: Any) -> list[str]:
    """Return the contract ids of the tickets in an orders body."""
    tickets = body.get("orders", ()) if isinstance(body, dict) else ()
    return [str(ticket["conid"]) for ticket in tickets if "conid" in ticket]


def is_authenticated(status: dict[str, Any]) -> bool:
    """Say whether the brokerage session is up; `established` is there on newer servers only."""
    established = status.get("established", True)
    return status.get("authenticated") is True and established is not False


def member(value: Any, name: str) -> dict[str, Any]:
    """Return a member that should be an object; anything else is an empty one."""
    found = value.get(name) if isinstance(value, dict) else None
    return found if isinstance(found, dict) else {}


def is_bare(response: WireResponse) -> bool:
    """Say whether a snapshot still lacks what was asked: a first answer holds ids only."""
    try:
        rows = exactjson.decode(response.body)
    except (exactjson.DecodeError, ValueError, ArithmeticError, RecursionError):
        return False
    if not isinstance(rows, list):
        return False
    return any(
        isinstance(row, dict) and not row.keys() & {"31", "84", "86", "6509"} for row in rows
    )


def refuse_error_object(response: WireResponse) -> None:
    """Raise for a 200 that is nothing but an error object."""
    if not response.body.startswith(b'{"error"'):
        return
    try:
        body = exactjson.decode(response.body)
    except (exactjson.DecodeError, ValueError, ArithmeticError, RecursionError):
        raise malformed("IBKR's answer is not JSON.") from None
    if not body.keys() - {"error", "statusCode"}:
        message = str(body["error"])[:200]
        raise UpstreamFailure(
            "upstream_unavailable", "IBKR could not answer.", broker_message=message
        )


def failure(operation: Operation, response: WireResponse) -> GatewayError:
    """Return what a status other than 200 really means for this operation."""
    status = response.status
    extra = {"broker": "ibkr", "broker_code": str(status)}
    if status == 503 and operation.operation_id == "order_status":
        return NotSent(
            "unknown_order", "IBKR does not know this order in the present session.", **extra
        )
    if status == 429:
        detail = "IBKR limits this call; ask again later."
        return UpstreamFailure("upstream_unavailable", detail, retry_after_seconds=10, **extra)
    if status == 404:
        return NotSent("not_found", "IBKR has nothing under this id.", **extra)
    return UpstreamFailure("upstream_unavailable", f"IBKR answered with status {status}.", **extra)
