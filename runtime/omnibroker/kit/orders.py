"""An order's states in the unified form."""

# Nothing becomes of an order any more.
ENDED = frozenset({"FILLED", "CANCELLED", "REJECTED", "EXPIRED"})
