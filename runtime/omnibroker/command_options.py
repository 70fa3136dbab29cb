"""What commands have in common: the configuration that they mean, words that argparse checks, tables."""

import argparse
import re
from collections.abc import Sequence
from datetime import datetime, timedelta
from pathlib import Path
from typing import TypeAlias

from omnibroker.config import Config, is_there, load

DEFAULT_CONFIG = "omnibroker.toml"
Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"  # noqa: SLF001 - argparse has no public name for it
_SPAN = re.compile(r"([0-9]{1,6})([smhd])")
_UNITS = {"s": "seconds", "m": "minutes", "h": "hours", "d": "days"}


def chosen_config(options: argparse.Namespace) -> Config | None:
    """Return the named configuration, or the one in this folder, or None."""
    if options.config is not None:
        return load(options.config)
    path = Path(DEFAULT_CONFIG)
    return load(path) if is_there(path) else None


def port(text: str) -> int:
    """Return a port's number; raises argparse's error."""
    if not text.isdecimal() or int(text) > 65_535:
        raise argparse.ArgumentTypeError(f"{text} is not a port (0 to 65535)")
    return int(text)


def instant(text: str) -> str:
    """Return an RFC 3339 instant as it is stored; raises argparse's error."""
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(
            f"{text} is no instant; write one as 2027-01-01T00:00:00Z"
        ) from None
    if found.tzinfo is None:
        raise argparse.ArgumentTypeError(f"{text} has no zone: end it with Z")
    return found.isoformat()


def span(text: str) -> timedelta:
    """Return a span of time such as 90s, 30m, 24h or 7d, or 0; raises argparse's error."""
    if text == "0":
        return timedelta()
    found = _SPAN.fullmatch(text)
    if found is None:
        raise argparse.ArgumentTypeError(f"{text} is no span of time; write 30m, 24h or 7d, or 0")
    return timedelta(**{_UNITS[found[2]]: int(found[1])})


def printable(text: str) -> str:
    """Return a text that a terminal shows as it stands, on one line: what steers one is a question mark."""
    return "".join(letter if letter.isprintable() else "?" for letter in text)


def table(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Return rows under headings, each column as wide as its widest cell, each cell on one line."""
    lines = [headings, *([printable(cell) for cell in row] for row in rows)]
    widths = [max(len(line[column]) for line in lines) for column in range(len(headings))]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip()
        for line in lines
    )
