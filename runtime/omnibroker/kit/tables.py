"""Translation tables: look up or refuse; no table ever has a default."""

from collections.abc import Mapping
from typing import Any, TypeVar

from omnibroker.kit.errors import NotSent, malformed

K = TypeVar("K")
V = TypeVar("V")


def translate(table: Mapping[K, V], value: K, concept: str) -> V:
    """Return the broker's word for a unified value, or refuse with `value_not_supported`."""
    try:
        return table[value]
    except KeyError:
        known = ", ".join(sorted(str(key) for key in table))
        raise NotSent(
            "value_not_supported", f"This broker has no {concept} {value}; it has {known}."
        ) from None


def recognise(table: Mapping[str, V], value: Any, concept: str) -> V:
    """Return the unified word for a broker's state, or raise `upstream_malformed`.

    For states, where a guess would be a lie. Descriptive words pass through instead.
    """
    if not isinstance(value, str) or value not in table:
        raise malformed(f"The broker sent an unknown {concept}: {str(value)[:64]!r}.")
    return table[value]


def known(table: Mapping[str, V], word: object) -> V | None:
    """Return the unified word for a descriptive one, or None: descriptions may be new, states may not."""
    return table[word] if isinstance(word, str) and word in table else None


def required(value: V | None, name: str) -> V:
    """Return a value that must be there, or raise `upstream_malformed` naming it.

    Also refuses the generated clients' Unset, which is falsy and prints as text.
    """
    if value is None or type(value).__name__ == "Unset":
        raise malformed(f"The broker's answer has no {name}.")
    return value
