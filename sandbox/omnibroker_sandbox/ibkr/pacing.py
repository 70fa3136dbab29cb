"""The gateway's published limits, enforced on the sandbox's clock."""

from collections import deque
from dataclasses import dataclass, field

GLOBAL_LIMIT = (10, 1_000)
HISTORY_CONCURRENT = 5
LIMITS = {
    "live_orders": (1, 5_000),
    "trades": (1, 5_000),
    "trades_slash": (1, 5_000),
    "account_profit_and_loss": (1, 5_000),
    "live_marketdata_snapshot": (10, 1_000),
    "portfolio_accounts": (1, 5_000),
    "portfolio_subaccounts": (1, 5_000),
    "validate_sso": (1, 60_000),
    "tickle": (1, 1_000),
    "tickle_get": (1, 1_000),
}
"""Rows of (requests, within so many milliseconds)."""

_SHARED = {"trades_slash": "trades", "tickle_get": "tickle"}


PENALTY_MS = 600_000


@dataclass(slots=True)
class Pacing:
    """Sliding windows, one per limited operation and one over all.

    With `penalty_box` whoever exceeds a limit is refused everything for ten minutes.
    """

    penalty_box: bool = False
    _boxed_until: int = 0
    _seen: dict[str, deque[int]] = field(default_factory=dict)

    def admit(self, operation: str, now_ms: int) -> bool:
        """Tell whether a request fits all its limits; only then does it count."""
        if now_ms < self._boxed_until:
            return False
        checks = [("", GLOBAL_LIMIT)]
        if operation in LIMITS:
            checks.append((_SHARED.get(operation, operation), LIMITS[operation]))
        windows = [(self._window(name, span, now_ms), count) for name, (count, span) in checks]
        if any(len(window) >= count for window, count in windows):
            self._boxed_until = now_ms + PENALTY_MS * self.penalty_box
            return False
        for window, _ in windows:
            window.append(now_ms)
        return True

    def _window(self, name: str, span: int, now_ms: int) -> deque[int]:
        window = self._seen.setdefault(name, deque())
        while window and window[0] <= now_ms - span:
            window.popleft()
        return window
