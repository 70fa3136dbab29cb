"""What a request's brokers still allow: the RateLimit headers of its answer."""

from collections.abc import Iterator
from dataclasses import replace

from omnibroker.dispatch.context import Context
from omnibroker.plans.calls import Call, Endpoint, Reply
from omnibroker.upstream.budget import Allowance

# The headers have 256 characters; a call over more connections tells of the first ones.
_MOST_CONNECTIONS = 4


def telling(context: Context, endpoint: Endpoint) -> Endpoint:
    """Return an endpoint whose answers tell what its connections' budgets leave for its operation."""

    async def told(call: Call) -> Reply:
        reply = await endpoint(call)
        headers = _headers(context, call)
        return replace(reply, headers=(*reply.headers, *headers)) if headers else reply

    return told


def _headers(context: Context, call: Call) -> tuple[tuple[str, str], ...]:
    items = [
        (left.rate_limit(name), left.policy(name)) for name, left in _allowances(context, call)
    ]
    items = items[:_MOST_CONNECTIONS]
    if not items:
        return ()
    return (
        ("ratelimit", ", ".join(rate_limit for rate_limit, _ in items)),
        ("ratelimit-policy", ", ".join(policy for _, policy in items)),
    )


def _allowances(context: Context, call: Call) -> Iterator[tuple[str, Allowance]]:
    """Yield what each connection that an answered call drew on has left for the call's operations."""
    upstream = call.extensions.get("x-upstream")
    if upstream is None:
        return
    account_id: str | None = call.parameters.get("account_id")
    name: str | None = call.parameters.get("connection")
    if account_id is not None:
        name = account_id.partition(":")[0]
    named = context.selected(call) if name is None else [context.connections[name]]
    for connection in named:
        account = connection.account_of(account_id.partition(":")[2]) if account_id else None
        left = connection.session.remaining(upstream.get(connection.broker, ()), account)
        if left is not None:
            yield connection.name, left
