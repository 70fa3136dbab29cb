"""Prices come over an instrument's INFO routes, of which some may be dead."""

from collections.abc import Awaitable, Callable
from typing import Any, TypeVar

from omnibroker.kit.errors import UpstreamFailure, unsupported
from omnibroker.kit.instruments import Resolved
from omnibroker.kit.upstream import Reply, Upstream

T = TypeVar("T")

# `s` error, and the status under which the same refusal has been seen.
_REFUSALS = frozenset({"error", "400"})


async def over_info_route(
    upstream: Upstream,
    resolved: Resolved,
    operation: Callable[..., Awaitable[Reply[T]]],
    **parameters: Any,
) -> T:
    """Ask for an instrument's prices over the first of its INFO routes that gives any.

    Raises what the last route says; where there is none, `unsupported_by_broker`.
    """
    routes: list[str] = resolved.facts.get("info_routes") or []
    if not routes:
        raise unsupported(f"TradeLocker gives this account no route for prices of {resolved.key}.")
    asked = {"tradable_instrument_id": resolved.native_id, **parameters}
    for route in routes[:-1]:
        try:
            return await upstream.call(operation, route_id=route, **asked)
        except UpstreamFailure as error:
            # Anything but a refusal is no word about the route: the next one would fare no better.
            if error.extra.get("broker_code") not in _REFUSALS:
                raise
    return await upstream.call(operation, route_id=routes[-1], **asked)
