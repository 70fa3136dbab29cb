"""Futu's limits in 30 seconds, enforced on the sandbox's clock."""

from collections import deque
from dataclasses import dataclass, field

from omnibroker_sandbox.futu import wire

WINDOW_MS = 30_000
BY_ACCOUNT = {
    "place_order": 15,
    "modify_order": 20,
    **dict.fromkeys(
        ["max_trd_qtys", "history_orders", "history_order_fills", "margin_ratio", "order_fee"], 10
    ),
}
WITH_REFRESH = dict.fromkeys(["funds", "positions", "orders", "order_fills"], 10)
"""Limited by account too, but only past the cache."""
BY_LOGIN = {
    **dict.fromkeys(["snapshot", "warrant"], 60),
    **dict.fromkeys(["capital_flow", "capital_distribution", "future_info"], 30),
    **dict.fromkeys(["market_state", "plate_set", "plate_security", "owner_plate"], 10),
    **dict.fromkeys(["reference", "option_chain", "user_security"], 10),
    **dict.fromkeys(["stock_filter", "ipo_list", "unlock_trade"], 10),
    "history_kline": 60,
}


@dataclass(slots=True)
class Pacing:
    """Sliding windows: request n + 1 has to come more than 30 seconds after the first."""

    _seen: dict[tuple[str, int], deque[int]] = field(default_factory=dict)

    def exceeded(self, operation: str, body: wire.Body, now_ms: int) -> int | None:
        """Return the limit that a request would break; only one that breaks none counts."""
        limit, account = _limit(operation, body)
        if limit is None:
            return None
        window = self._seen.setdefault((operation, account), deque())
        while window and window[0] < now_ms - WINDOW_MS:
            window.popleft()
        if len(window) >= limit:
            return limit
        window.append(now_ms)
        return None


def _limit(operation: str, body: wire.Body) -> tuple[int | None, int]:
    """Return the limit of a request, and the account that it counts for; 0 is the login."""
    account = wire.whole(wire.child(body, "header"), "acc_id") or 0
    if operation in BY_ACCOUNT:
        return BY_ACCOUNT[operation], account
    if operation in WITH_REFRESH:
        return (WITH_REFRESH[operation] if body.get("refresh_cache") else None), account
    further_page = operation == "history_kline" and body.get("next_req_key")
    return (None if further_page else BY_LOGIN.get(operation)), 0
