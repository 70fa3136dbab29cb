"""Searching Tiger's lists of names, as there is no search at the broker."""

from collections.abc import Sequence

from omnibroker_generated.tiger import models as tiger
from omnibroker_handlers.tiger import _answers

_EXACT, _BEGINNING, _NAMED, _NO_MATCH = range(4)


def best(rows: Sequence[tiger.SymbolName], query: str, most: int) -> list[str]:
    """Return the symbols that fit best: equal ones, then those that begin so, then those named so.

    Indices, which have a leading dot, are no shares and are left out.
    """
    wanted = query.strip().casefold()
    ranked = []
    for row in rows:
        symbol = _answers.text(row.symbol, 64)
        if symbol is None or symbol.startswith("."):
            continue
        rank = _rank(symbol.casefold(), _answers.text(row.name, 256), wanted)
        if rank != _NO_MATCH:
            ranked.append((rank, len(symbol), symbol))
    return [symbol for _, _, symbol in sorted(set(ranked))[:most]]


def _rank(symbol: str, name: str | None, wanted: str) -> int:
    if symbol == wanted:
        return _EXACT
    if symbol.startswith(wanted):
        return _BEGINNING
    return _NAMED if name is not None and wanted in name.casefold() else _NO_MATCH
