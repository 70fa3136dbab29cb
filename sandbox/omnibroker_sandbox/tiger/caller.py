"""Who is calling: what the envelope and the headers of a request say beside the operation's own body."""

from contextvars import ContextVar
from dataclasses import dataclass


@dataclass(slots=True)
class Caller:
    """One request's developer; `answered_ms` is when the simulated broker answered it.

    `token` is None for a call that came through no envelope: it is not asked for one.
    """

    device_id: str = ""
    token: str | None = None
    answered_ms: int = 0


CALLER: ContextVar[Caller | None] = ContextVar("tiger_caller", default=None)


def caller() -> Caller:
    """Return the caller of the running operation."""
    return CALLER.get() or Caller()
