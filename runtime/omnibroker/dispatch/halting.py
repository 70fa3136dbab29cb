"""The kill switch as callers say and see it: a scope, a name, and who may turn it."""

from typing import Any

from omnibroker.clock import now_text
from omnibroker.dispatch.context import Context, may_reach, visible
from omnibroker.kit.errors import NotSent
from omnibroker.limits.halts import GATEWAY, Halt, Halts, scopes_over
from omnibroker.plans.calls import Call
from omnibroker.security import Principal
from omnibroker.upstream.connection import Connection

# The widest first, as they are listed.
_ORDER = (GATEWAY, "broker", "connection", "account")


def scope_of(context: Context, call: Call) -> tuple[str, str]:
    """Return the scope that a request to halt or resume means, and what the journal keeps the write under.

    Raises `forbidden` for a key that does not name all that it would halt, `value_not_supported`, and
    `unknown_…` for a name that the gateway does not have.
    """
    scope, name = call.body["scope"], call.body.get("name")
    if scope != "account" and not (call.principal and "*" in call.principal.accounts):
        raise NotSent("forbidden", f"To halt or resume a {scope} the key must name every account.")
    if (scope == GATEWAY) != (name is None):
        what = "no name" if scope == GATEWAY else "the name of the " + scope
        raise NotSent("value_not_supported", f"The scope {scope} takes {what}: mend `name`.")
    if scope == GATEWAY:
        return GATEWAY, GATEWAY
    _find(context, call.principal, scope, name)
    # Of what is no account the journal and the audit records keep the kind of scope too.
    return f"{scope}:{name}", name if scope == "account" else f"{scope} {name}"


def _find(context: Context, principal: Principal | None, scope: str, name: str) -> None:
    if scope == "connection":
        context.connection(name)
    elif scope == "account":
        may_reach(principal, name)
        # A halt that stands can be ended whatever the broker lists now.
        if context.limits.halts.find(f"account:{name}") is None:
            _find_account(context, name)
    elif name not in {connection.broker for connection in context.connections.values()}:
        raise NotSent("unknown_broker", f"There is no broker {name}; GET /v1/brokers lists them.")


def _find_account(context: Context, name: str) -> None:
    """Raise `unknown_account` for one that a connection does not have; before its first log-in nobody knows."""
    connection, _, native_id = name.partition(":")
    found = context.connections.get(connection)
    known = found and (found.settings.accounts or tuple(found.state.accounts))
    if found is None or not native_id or (known and native_id not in known):
        detail = f"There is no account {name}; GET /v1/accounts lists them."
        raise NotSent("unknown_account", detail)


def halt_document(scope: str, halt: Halt | None) -> dict[str, Any]:
    """Return the switch of a scope as the unified API shows it; without a halt it is off."""
    kind, _, name = scope.partition(":")
    document = {"scope": kind, "halted": halt is not None, "received_at": now_text()}
    if name:
        document["name"] = name
    if halt is not None:
        document |= {"since": halt.since, "key_id": halt.key_id, "reason": halt.reason}
    return document


def halt_documents(
    context: Context, halts: Halts, principal: Principal | None
) -> list[dict[str, Any]]:
    """Return what is halted of all that a key may see, the widest first."""
    seen = [halt for halt in halts.active() if _concerns(context, principal, halt.scope)]
    seen.sort(key=lambda halt: _ORDER.index(halt.scope.partition(":")[0]))
    return [halt_document(halt.scope, halt) for halt in seen]


def _concerns(context: Context, principal: Principal | None, scope: str) -> bool:
    kind, _, name = scope.partition(":")
    if kind == "account":
        return principal is not None and principal.may_reach(name)
    seen = visible(principal, context.connections.values())
    return any(scope in scopes_over(each.name, each.broker) for each in seen)


def is_halted(halts: Halts, connection: Connection) -> bool:
    """Say whether a switch holds for a whole connection: the gateway's, its broker's or its own."""
    over = scopes_over(connection.name, connection.broker)
    return any(halts.find(scope) is not None for scope in over)
