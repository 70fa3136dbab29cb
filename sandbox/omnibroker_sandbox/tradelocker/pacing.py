"""The routes' limits, enforced on the sandbox's clock."""

from collections import deque
from dataclasses import dataclass, field

from omnibroker_sandbox.tradelocker.panels import RATE_LIMITS

SLACK_MS = 50
"""The vendor's client waits a second between calls, right on the limit of a request a second."""
LIMITS = {operation: (limit, seconds * 1000) for operation, limit, seconds in RATE_LIMITS.values()}


@dataclass(slots=True)
class Pacing:
    """One sliding window for each limited operation."""

    _seen: dict[str, deque[int]] = field(default_factory=dict)

    def admit(self, operation: str, now_ms: int) -> bool:
        """Tell whether a request fits its limit; only then does it count."""
        if operation not in LIMITS:
            return True
        limit, span = LIMITS[operation]
        window = self._seen.setdefault(operation, deque())
        while window and window[0] <= now_ms - span + SLACK_MS:
            window.popleft()
        if len(window) >= limit:
            return False
        window.append(now_ms)
        return True
