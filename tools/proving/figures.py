"""What one measurement brought."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """A measurement in words, and whether what must hold holds in it."""

    words: str
    holds: bool
