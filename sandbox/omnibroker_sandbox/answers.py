"""What a simulated operation answers, before anything is encoded."""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Answer:
    """One HTTP answer; the body is JSON-able (with Decimal as number), or text or bytes of another media type."""

    status: int
    body: Any = None
    media_type: str = "application/json"
    headers: tuple[tuple[str, str], ...] = ()
