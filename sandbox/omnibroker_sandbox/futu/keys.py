"""The sandbox's API keys, which scope each path asks for, and the limits of a key."""

from collections import deque
from dataclasses import dataclass, field

ALL_KEY = "fc_" + "a110" * 16
READ_KEY = "fc_" + "4ead" * 16
CAPPED_KEY = "fc_" + "ca99" * 16
BEARER = "Bearer "
WINDOW_MS = 60_000

READS = frozenset({"qot:read", "acc:read"})
TRADES = frozenset({"trade:simulate", "trade:real"})

ACCOUNT_READS = frozenset(
    {
        "accounts",
        "sub_acc_push",
        "funds",
        "positions",
        "orders",
        "order_fills",
        "max_trd_qtys",
        "history_orders",
        "history_order_fills",
        "margin_ratio",
        "order_fee",
    }
)
CHANGES = frozenset({"place_order", "modify_order"})
"""What counts against the orders a minute of a key."""
SCOPES = {
    **dict.fromkeys(["health", "readyz", "metrics"], ""),
    **dict.fromkeys(["admin_status", "admin_reload", "admin_shutdown"], "admin"),
    **dict.fromkeys(ACCOUNT_READS, "acc:read"),
    **dict.fromkeys([*CHANGES, "unlock_trade"], "trade:real"),
}
"""The scope of a path, whatever its body says; what is not here asks for qot:read."""


@dataclass(frozen=True, slots=True)
class Key:
    """One record of the key file; no `markets` and no `orders_a_minute` mean no limit."""

    id: str
    scopes: frozenset[str]
    markets: frozenset[int] = frozenset()
    orders_a_minute: int = 0


OPEN = Key("<none>", READS | TRADES | {"admin"})
"""Stands for a gateway without a key file."""
KEYS = {
    ALL_KEY: Key("all", READS | TRADES | {"admin"}),
    READ_KEY: Key("read", READS),
    CAPPED_KEY: Key("capped", READS | TRADES, markets=frozenset({1}), orders_a_minute=3),
}


def scope_of(operation: str) -> str:
    """Return the scope that an operation asks for; empty where anybody may call."""
    return SCOPES.get(operation, "qot:read")


@dataclass(slots=True)
class Counters:
    """The changes of the last minute by key."""

    _seen: dict[str, deque[int]] = field(default_factory=dict)

    def count(self, key: Key, now_ms: int) -> int:
        """Return how many changes a key made in the last minute."""
        window = self._seen.setdefault(key.id, deque())
        while window and window[0] <= now_ms - WINDOW_MS:
            window.popleft()
        return len(window)

    def note(self, key: Key, now_ms: int) -> None:
        """Count a change."""
        self._seen.setdefault(key.id, deque()).append(now_ms)
