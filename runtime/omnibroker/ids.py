"""The gateway's order ids: `ob` and a ULID (26 characters: 48 bits of milliseconds, 80 random bits)."""

import secrets
from time import time_ns

_CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


def draw_order_id() -> str:
    """Return a new order id, 28 characters, sortable by time."""
    number = (time_ns() // 1_000_000) << 80 | secrets.randbits(80)
    digits = [_CROCKFORD[number >> shift & 31] for shift in range(125, -1, -5)]
    return "ob" + "".join(digits)
