"""Files of the vendor's form, `name=value` in lines: the downloaded configuration, the token."""

import re
from pathlib import Path

from omnibroker.config import ConfigError

_PAIR = re.compile(r"((?:\\.|[^\\=:\s])*)\s*[=:]?\s*(.*)", re.DOTALL)
_ESCAPE = re.compile(r"\\(?:u([0-9a-fA-F]{4})|(.))", re.DOTALL)
_SIGNS = {"n": "\n", "r": "\r", "t": "\t", "f": "\f"}


def read(path: str) -> dict[str, str]:
    """Return the pairs of a file; raises ConfigError where it cannot be read."""
    try:
        return parse(Path(path).expanduser().read_text(encoding="utf-8"))
    except OSError as error:
        raise ConfigError(f"Cannot read {path}: {error.strerror}.") from None
    except UnicodeDecodeError:
        raise ConfigError(f"{path} is not a text in UTF-8.") from None


def parse(text: str) -> dict[str, str]:
    """Return {name: value}; lines that begin with # or ! are remarks, a backslash at the end joins lines."""
    found: dict[str, str] = {}
    for line in _joined(text.splitlines()):
        pair = _PAIR.match(line)
        if pair is not None and pair[1]:
            found[_plain(pair[1])] = _plain(pair[2].rstrip())
    return found


def _joined(lines: list[str]) -> list[str]:
    whole: list[str] = []
    open_line: str | None = None
    for line in (each.lstrip() for each in lines):
        if open_line is None and line.startswith(("#", "!")):
            continue
        text = (open_line or "") + line
        goes_on = (len(text) - len(text.rstrip("\\"))) % 2 == 1
        open_line = text[:-1] if goes_on else None
        if not goes_on:
            whole.append(text)
    return whole if open_line is None else [*whole, open_line]


def _plain(text: str) -> str:
    return _ESCAPE.sub(
        lambda found: chr(int(found[1], 16)) if found[1] else _SIGNS.get(found[2], found[2]), text
    )
