"""When and at what price an order trades: scanned lazily, yet as if every moment had been watched.

Each order meets, once per bucket of the order book, the size displayed on the other side. Long calm
stretches are skipped where bounds on the price prove that nothing could have happened, so the
outcome does not depend on how often anybody looks.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from omnibroker_sandbox.instruments import Kind
from omnibroker_sandbox.market import Market
from omnibroker_sandbox.orders import LIMITS, ON_CLOSE, STOPS, Order, OrderType, State
from omnibroker_sandbox.sessions import Span, daily_ends

SKIPS_MS = (86_400_000, 3_600_000, 300_000)
AUCTION_SECONDS = 5


@dataclass(frozen=True, slots=True)
class Event:
    """The next thing that happens to an order: a fill, or its end by cancel or expiry."""

    time_ms: int
    order: Order
    price: Decimal | None = None
    quantity: Decimal = Decimal(0)


class Matcher:
    """Finds the next event of an order; only the order's scan position and trigger are written."""

    def __init__(self, market: Market) -> None:
        self._market = market

    def next_event(self, order: Order, until_ms: int) -> Event | None:
        """Return the first event up to and including `until_ms`, or None."""
        if order.is_final:
            return None
        end_ms = min(order.ends_ms, order.cancel_ms)
        if until_ms < min(order.scanned_ms, end_ms):
            return None
        if order.state is not State.HELD and (fill := self._scan(order, min(until_ms, end_ms - 1))):
            return fill
        return Event(end_ms, order) if end_ms <= until_ms else None

    def _scan(self, order: Order, until_ms: int) -> Event | None:
        for opening, closing in self._windows(order, until_ms):
            moment = max(order.scanned_ms, opening * 1000)
            last = min(closing * 1000 - 1, until_ms)
            while moment <= last:
                skip = self._skip(order, moment, last)
                if not skip and (fill := self._meet(order, moment)):
                    order.scanned_ms = moment
                    return fill
                moment = moment + skip if skip else _next_bucket(order, moment)
        order.scanned_ms = max(order.scanned_ms, _next_bucket(order, until_ms))
        return None

    def _windows(self, order: Order, until_ms: int) -> Iterator[Span]:
        start, end = order.scanned_ms // 1000, until_ms // 1000 + 1
        venue, terms = order.instrument.venue, order.terms
        if terms.type in ON_CLOSE:
            return ((close - AUCTION_SECONDS, close) for _, close in daily_ends(venue, start, end))
        if terms.tif == "OPG":
            ends = daily_ends(venue, start, end)
            return ((opening, opening + AUCTION_SECONDS) for opening, _ in ends)
        return self._market.calendar.windows(venue, start, end, extended=terms.extended)

    def _skip(self, order: Order, moment: int, last: int) -> int:
        """Return the longest aligned stretch in which this order provably cannot act, else 0."""
        if order.instrument.kind is Kind.OPTION or _follows_price(order):
            return 0
        for length in SKIPS_MS:
            if moment % length == 0 and moment + length <= last:
                low, high = self._market.extremes(
                    order.instrument, moment // 1000, (moment + length) // 1000
                )
                if not _reachable(order, low, high):
                    return length
        return 0

    def _meet(self, order: Order, moment: int) -> Event | None:
        """Let the order meet the book of one moment."""
        second = moment // 1000
        if not order.triggered and not self._triggers(order, second):
            return None
        bid, ask = self._market.touch(order.instrument, second)
        price = ask if order.is_buy else bid
        if not _acceptable(order, price):
            return None
        other_side = "SELL" if order.is_buy else "BUY"
        bucket = moment // order.instrument.bucket_ms
        shown = self._market.displayed(order.instrument, other_side, bucket)
        return Event(moment, order, price, min(shown, order.remaining))

    def _triggers(self, order: Order, second: int) -> bool:
        if order.terms.type not in STOPS:
            return True
        last = self._market.last(order.instrument, second)
        if order.terms.type is OrderType.TRAILING_STOP:
            _drag(order, last)
        stop = order.trigger_price
        order.triggered = stop is not None and (last >= stop if order.is_buy else last <= stop)
        if order.triggered:
            order.state = State.WORKING
        return order.triggered


def _next_bucket(order: Order, moment: int) -> int:
    size = order.instrument.bucket_ms
    return moment - moment % size + size


def _follows_price(order: Order) -> bool:
    return order.terms.type is OrderType.TRAILING_STOP and not order.triggered


def _reachable(order: Order, low: Decimal, high: Decimal) -> bool:
    if order.terms.type in STOPS and not order.triggered:
        stop = order.trigger_price or low
        tick = order.instrument.tick_at(stop)
        return high + tick >= stop if order.is_buy else low - tick <= stop
    limit = order.terms.limit_price
    if limit is None or order.terms.type not in LIMITS:
        return True
    return low <= limit if order.is_buy else high >= limit


def _acceptable(order: Order, price: Decimal) -> bool:
    limit = order.terms.limit_price
    if limit is None or order.terms.type not in LIMITS:
        return True
    return price <= limit if order.is_buy else price >= limit


def _drag(order: Order, last: Decimal) -> None:
    """Move a trailing stop with the price, never against the order."""
    terms = order.terms
    distance = terms.trail_amount or last * (terms.trail_percent or Decimal(0)) / 100
    proposed = last + distance if order.is_buy else last - distance
    current = order.trigger_price if order.trigger_price is not None else proposed
    better = min(current, proposed) if order.is_buy else max(current, proposed)
    order.trigger_price = better
