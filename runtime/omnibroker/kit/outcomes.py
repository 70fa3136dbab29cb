"""What a broker's answer to a write proves; the default is Unknown."""

from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Accepted:
    """The broker took the write.

    `reply` is the decoded answer as it came; `broker_order_id` is absent only for writes that
    produce no order (a preview is no write).
    """

    broker_order_id: str
    broker_status: str | None = None
    reply: Any = None


@dataclass(frozen=True, slots=True)
class Refused:
    """The broker said no, in a documented shape. Never built from a 429, a 5xx or a text."""

    message: str
    code: str | None = None


@dataclass(frozen=True, slots=True)
class Question:
    """The broker wants an answer before it takes the order."""

    reply_id: str
    message_ids: tuple[str, ...]
    messages: tuple[str, ...] = field(default=())


@dataclass(frozen=True, slots=True)
class Unknown:
    """The answer proves nothing: the write may have happened."""

    reason: str


Outcome = Accepted | Refused | Question | Unknown
