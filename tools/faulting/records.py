"""What was asked for in a schedule, what was answered, and what both books say at its end."""

from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from faulting.house import Answer


@dataclass(slots=True)
class Asked:
    """One order as asked for: `quantity` is like no other's of its house, so it is known in any book."""

    client_order_id: str
    body: dict[str, Any]
    quantity: Decimal


@dataclass(slots=True)
class Heard:
    """One answer: to which step, about which order; what was true when the request began and ended.

    `alone`: no other request for this order could have placed it, before or meanwhile. `in_book`: the
    broker had the order when the answer came.
    `side`: what was asked for, which tells payloads apart.
    `listed_before`: the orders that were acknowledged before a list was asked for.
    """

    do: str
    order: int | None
    answer: Answer
    alone: bool = False
    in_book: bool = False
    side: str = ""
    listed_before: frozenset[str] = frozenset()


@dataclass(slots=True)
class Record:
    """What happened in one schedule, and what gateway and broker say at its end."""

    asked: dict[int, Asked] = field(default_factory=dict)
    heard: list[Heard] = field(default_factory=list)
    book: list[dict[str, Any]] = field(default_factory=list)
    finals: dict[int, Answer] = field(default_factory=dict)
    final_list: Answer | None = None
    sends: dict[str, int] = field(default_factory=dict)
    duplicates: int = 0
    struck: int = 0


def proves_not_sent(answer: Answer) -> bool:
    """Say whether an answer to a new order says that nothing was sent.

    A refusal that names no order is one of a look-up on the way to it.
    """
    if answer.code == "rejected_by_broker":
        return not tag_of(answer)
    return answer.status >= 400 and answer.code not in _SAYS_LITTLE


def tag_of(answer: Answer) -> str:
    """Return the gateway's id of the order that an answer is about, or ""."""
    return str(answer.body.get("order_id") or "") if isinstance(answer.body, dict) else ""


_SAYS_LITTLE = frozenset(
    {"outcome_unknown", "internal_error", "in_progress", "idempotency_key_reused"}
)
