"""Tiger's states of markets, and the trading times of futures."""

from typing import TypeGuard

from omnibroker.kit.instruments import Resolved
from omnibroker.kit.tables import recognise
from omnibroker.kit.upstream import Upstream
from omnibroker_generated.tiger import models as tiger
from omnibroker_generated.unified import models as unified
from omnibroker_generated.unified.types import UNSET
from omnibroker_handlers.tiger import _answers, _bars, _times
from omnibroker_handlers.tiger._markets import ZONE, registry
from omnibroker_handlers.tiger._tables import MARKET_STATE

_MOST_SESSIONS = 64

# Opening (included) and closing (not included), epoch milliseconds.
Span = tuple[int, int]


def from_market_state(
    upstream: Upstream, resolved: Resolved, row: tiger.MarketState | None
) -> unified.MarketStatus:
    """Return the state of an instrument's market; without an answer about it, it is unknown, not closed.

    The opening that Tiger names may be today's, which has passed: only one to come is told.
    """
    status = _status(upstream, resolved, "UNKNOWN")
    market, symbol = resolved.facts.get("market", ""), resolved.broker_symbol or ""
    status.market = _answers.maybe(registry(market, symbol) or market or None)
    if row is None:
        return status
    status.status = recognise(MARKET_STATE, row.status, "state of a market")
    zone = ZONE.get(market)
    if zone is not None and status.status != "OPEN":
        now = _times.milliseconds(upstream.received_at)
        opening = _times.opening(row.open_time, zone, now)
        coming = opening is not None and opening > now
        status.opens_at = _answers.maybe(_times.instant(opening) if coming else None)
    return status


def from_trading_dates(
    upstream: Upstream, resolved: Resolved, days: list[tiger.FutureTradingDate]
) -> unified.MarketStatus:
    """Return the state of a future by its trading times; without any it is unknown, not closed."""
    now = _times.milliseconds(upstream.received_at)
    spans = sorted({span for day in days for span in _spans(day.trading_times)})
    status = _status(upstream, resolved, "CLOSED" if spans else "UNKNOWN")
    status.market = _answers.maybe(resolved.facts.get("exchange"))
    closing = next((end for start, end in spans if start <= now < end), None)
    opening = next((start for start, _ in spans if start > now), None)
    if closing is not None:
        status.status = "OPEN"
        status.closes_at = _answers.maybe(_times.instant(closing))
    else:
        status.opens_at = _answers.maybe(_times.instant(opening))
    status.sessions = [_trading_hours(span) for span in spans][:_MOST_SESSIONS]
    return status


def _status(
    upstream: Upstream, resolved: Resolved, state: unified.MarketState
) -> unified.MarketStatus:
    return unified.MarketStatus(
        instrument=resolved.key,
        broker=upstream.account.broker,
        connection=upstream.account.connection,
        market=UNSET,
        status=state,
        time_zone=_answers.maybe(_bars.zone_of(resolved)),
        sessions=[],
        received_at=upstream.received_at,
    )


def _spans(times: object) -> list[Span]:
    """Return readable hours."""
    listed = times if isinstance(times, list) else []
    rows = [row for row in listed if isinstance(row, tiger.TradingTime)]
    pairs = ((row.start, row.end) for row in rows)
    return [
        (start, end)
        for start, end in pairs
        if _is_instant(start) and _is_instant(end) and start < end
    ]


def _is_instant(value: object) -> TypeGuard[int]:
    return _times.instant(value) is not None


def _trading_hours(span: Span) -> unified.TradingHours:
    opening, closing = _times.instant(span[0]), _times.instant(span[1])
    return unified.TradingHours(session="REGULAR", opens_at=str(opening), closes_at=str(closing))
