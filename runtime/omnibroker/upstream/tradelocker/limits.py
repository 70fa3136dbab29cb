"""The limits that TradeLocker names at run time, as limits of the spec's operations."""

from typing import Any

from omnibroker.upstream.operations import Limit

# The broker's name of a limited route: our operation. TRADES has none; log-in, config, cancelling and
# closing have no name, so what the spec declares for them stands.
_OPERATIONS = {
    "GET_ACCOUNTS": "get_accounts",
    "GET_EXECUTIONS": "get_executions",
    "GET_INSTRUMENTS": "get_instruments",
    "GET_ORDERS": "get_orders",
    "GET_ORDERS_HISTORY": "get_orders_history",
    "GET_POSITIONS": "get_positions",
    "GET_ACCOUNTS_STATE": "get_state",
    "GET_INSTRUMENT_DETAILS": "get_instrument_details",
    "GET_TRADE_SESSIONS": "get_trade_session",
    "GET_SESSION_STATUSES": "get_session_status",
    "PLACE_ORDER": "place_order",
    "MODIFY_ORDER": "modify_order",
    "MODIFY_POSITION": "modify_position",
    "DAILY_BAR": "get_daily_bar",
    "QUOTES": "get_quotes",
    "DEPTH": "get_depth",
    "QUOTES_HISTORY": "get_history",
}
_SECONDS = {"SECONDS": 1, "MINUTES": 60}


def read(answer: Any) -> dict[str, Limit]:
    """Return {operation id: limit} of get_config; what cannot be read is left out."""
    config = answer.get("d") if isinstance(answer, dict) else None
    rows = config.get("rateLimits") if isinstance(config, dict) else None
    found: dict[str, Limit] = {}
    for row in rows if isinstance(rows, list) else []:
        limit = _limit(row) if isinstance(row, dict) else None
        if limit is not None:
            found[_OPERATIONS[row["rateLimitType"]]] = limit
    return found


def _limit(row: dict[str, Any]) -> Limit | None:
    name, measure = row.get("rateLimitType"), row.get("measure")
    if not isinstance(name, str) or name not in _OPERATIONS or not isinstance(measure, str):
        return None
    requests, count = _positive(row.get("limit")), _positive(row.get("intervalNum"))
    unit = _SECONDS.get(measure)
    if requests is None or count is None or unit is None:
        return None
    return Limit(requests, count * unit)


def _positive(value: Any) -> int | None:
    is_whole = isinstance(value, int) and not isinstance(value, bool)
    return value if is_whole and value > 0 else None
