"""How far Futu looks back for orders and fills of earlier days, and how that is asked for."""

from dataclasses import dataclass

from omnibroker.kit.errors import NotSent
from omnibroker_generated.futu import models as futu
from omnibroker_generated.futu.types import UNSET
from omnibroker_handlers.futu import _answers, _times
from omnibroker_handlers.futu._markets import ZONE, prefix_of
from omnibroker_handlers.futu._tables import known

_MOST_DAYS = 90
_DAY_MS = 86_400_000
# Between the earliest and the latest clock of Futu's markets the date may differ by one day.
_CLOCKS = _DAY_MS
_MIDDLE = "Asia/Hong_Kong"


@dataclass(frozen=True, slots=True)
class Span:
    """A range of the past: epoch milliseconds."""

    start: int
    end: int


def span(start_at: str | None, end_at: str | None, now: str) -> Span | None:
    """Return the earlier days that a range reaches into, at most 90, or None without a start."""
    if start_at is None:
        return None
    present = _times.milliseconds(now)
    end = min(_times.milliseconds(end_at), present) if end_at is not None else present
    start = max(_times.milliseconds(start_at), present - _MOST_DAYS * _DAY_MS)
    if start >= end:
        detail = "start_at must be before end_at and not in the future, and end_at within 90 days: Futu keeps no more."
        raise NotSent("value_not_supported", detail)
    return Span(start, end)


def whole(now: str) -> Span:
    """Return all that Futu keeps."""
    present = _times.milliseconds(now)
    return Span(present - _MOST_DAYS * _DAY_MS, present)


def conditions(wanted: Span, trd_market: int, order_id: str = "") -> futu.TrdFilterConditions:
    """Return the filter of a history call: local times of the market, and one order where it is meant.

    Where the header's market says no zone the range is a day wider on both sides. An id of digits may be
    either of Futu's two, so it filters nothing.
    """
    zone = known(ZONE, prefix_of(None, trd_market))
    widened = 0 if zone is not None else _CLOCKS
    is_text = bool(order_id) and _answers.digits(order_id) is None
    return futu.TrdFilterConditions(
        begin_time=_times.local_text(wanted.start - widened, zone or _MIDDLE),
        end_time=_times.local_text(wanted.end + widened + 1000, zone or _MIDDLE),
        order_id_ex_list=[order_id] if is_text else UNSET,
    )
