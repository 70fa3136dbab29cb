"""The published limits a minute, enforced on the sandbox's clock, each method by itself."""

from collections import deque

WINDOW_MS = 60_000
HIGH, MIDDLE, LOW = 120, 60, 10
LIMITS = {
    **dict.fromkeys(
        [
            "order_no",
            "place_order",
            "modify_order",
            "cancel_order",
            "orders",
            "active_orders",
            "inactive_orders",
            "filled_orders",
            "timeline",
            "quote_real_time",
            "trade_tick",
            "option_brief",
            "future_real_time_quote",
        ],
        HIGH,
    ),
    **dict.fromkeys(
        [
            "option_chain",
            "option_expiration",
            "quote_depth",
            "contract",
            "contracts",
            "quote_contract",
            "quote_stock_trade",
            "future_trading_date",
            "future_current_contract",
            "accounts",
            "assets",
            "prime_assets",
            "positions",
            "order_transactions",
            "kline",
            "option_kline",
            "future_kline",
            "corporate_action",
        ],
        MIDDLE,
    ),
}
"""What is not here has the low limit."""


class Pacing:
    """Sliding windows of a minute."""

    def __init__(self) -> None:
        self._seen: dict[str, deque[int]] = {}

    def exceeded(self, method: str, now_ms: int) -> int | None:
        """Return the limit that a request would break; only one that breaks none counts."""
        window, limit = self._seen.setdefault(method, deque()), LIMITS.get(method, LOW)
        while window and window[0] <= now_ms - WINDOW_MS:
            window.popleft()
        if len(window) >= limit:
            return limit
        window.append(now_ms)
        return None
