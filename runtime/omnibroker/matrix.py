"""The matrix as text: operations × brokers, as the unified spec declares it."""

from typing import Any

from omnibroker import bundles
from omnibroker.brokers import TITLES

CELL, OWN, NONE = "●", "·", "–"


def matrix_text(bundle: dict[str, Any]) -> str:
    """Return aligned columns: tag, operation, method, path, and a mark for each broker."""
    rows = [
        (raw["tags"][0], raw["operationId"], method.upper(), path, *marks(raw))
        for path, method, raw in bundles.operations(bundle)
    ]
    table = [("tag", "operation", "method", "path", *TITLES), *sorted(rows)]
    widths = [max(len(row[column]) for row in table) for column in range(len(table[0]))]
    lines = [
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in table
    ]
    legend = (
        f"{CELL} a cell of the broker   {OWN} the gateway itself   {NONE} 422 unsupported_by_broker"
    )
    return "\n".join([*lines, "", legend, ""])


def marks(raw: dict[str, Any]) -> list[str]:
    """Return one mark per broker for an operation."""
    if "x-upstream" not in raw:
        return [OWN] * len(TITLES)
    return [CELL if broker in raw["x-upstream"] else NONE for broker in TITLES]
