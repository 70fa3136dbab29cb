"""Prices as a pure function of seed, instrument and time: any past or present second can be asked."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from hashlib import blake2b

from omnibroker_sandbox.catalogue import Catalogue
from omnibroker_sandbox.instruments import Instrument, Kind, last_second
from omnibroker_sandbox.sessions import Calendar, Span

WAVES = (
    (8_640_000, 150_000),
    (864_000, 50_000),
    (86_400, 15_000),
    (3_600, 4_000),
    (300, 1_200),
    (60, 500),
    (5, 200),
)
"""Rows of (seconds between two random points, greatest swing in millionths), slow to fast.

Each period divides the one above, so a slow wave bends only where a fast one may too; that is what
lets `extremes` bound a long span from few points.
"""
MILLION = 1_000_000
MOST_POINTS = 36
MOST_REMEMBERED = 50_000
ROUNDING_SLACK = 8
YEAR_SECONDS = Decimal(31_557_600)
VOLATILITY = Decimal("0.30")


@dataclass(frozen=True, slots=True)
class Quote:
    """The top of the book and the day so far; prices in the instrument's currency."""

    time: int
    bid: Decimal
    ask: Decimal
    last: Decimal
    bid_size: Decimal
    ask_size: Decimal
    last_size: Decimal
    open: Decimal
    high: Decimal
    low: Decimal
    previous_close: Decimal
    volume: Decimal
    is_open: bool


@dataclass(frozen=True, slots=True)
class Bar:
    """Open, high, low, close and volume of [start, end) in epoch seconds."""

    start: int
    end: int
    open: Decimal
    high: Decimal
    low: Decimal
    close: Decimal
    volume: Decimal


class Market:
    """All prices and sizes of the sandbox."""

    def __init__(self, seed: int, catalogue: Catalogue, calendar: Calendar) -> None:
        self._seed = seed
        self._catalogue = catalogue
        self.calendar = calendar
        self._mids: dict[tuple[str, int], Decimal] = {}

    def mid(self, instrument: Instrument, second: int) -> Decimal:
        """Return the unrounded middle price; frozen at the last close while the venue is shut."""
        place = (instrument.key, second)
        known = self._mids.get(place)
        if known is None:
            if len(self._mids) >= MOST_REMEMBERED:
                self._mids.clear()
            known = self._mids[place] = self._mid(instrument, second)
        return known

    def _mid(self, instrument: Instrument, second: int) -> Decimal:
        second = self.calendar.last_trading_second(instrument.venue, second)
        if instrument.kind is Kind.OPTION:
            return self._option_price(instrument, second)
        key = instrument.noise_key or instrument.key
        (drift,) = _drifts(self._seed, key, (second,), len(WAVES))
        return _scaled(instrument, drift)

    def touch(self, instrument: Instrument, second: int) -> tuple[Decimal, Decimal]:
        """Return bid and ask."""
        bid = instrument.floor(self.mid(instrument, second))
        return bid, bid + instrument.tick_at(bid) * instrument.spread_ticks

    def last(self, instrument: Instrument, second: int) -> Decimal:
        """Return the last traded price."""
        return instrument.rounded(self.mid(instrument, second))

    def displayed(self, instrument: Instrument, side: str, bucket: int) -> Decimal:
        """Return the size shown at the best price of one side during a bucket of the order book."""
        share = _random(self._seed, f"{instrument.key}|{side}", instrument.bucket_ms, bucket)
        lots = instrument.typical_size * (1_500_000 + share) // (MILLION * int(instrument.lot))
        return max(lots, 1) * instrument.lot

    def quote(self, instrument: Instrument, second: int) -> Quote:
        """Return the full quote of a second."""
        bid, ask = self.touch(instrument, second)
        day_start, day_before = self.calendar.trading_day(instrument.venue, second)
        latest = self.calendar.last_trading_second(instrument.venue, second)
        day = self.bar(instrument, (day_start, max(latest, day_start)))
        bucket = second * 1000 // instrument.bucket_ms
        return Quote(
            time=second,
            bid=bid,
            ask=ask,
            last=day.close,
            bid_size=self.displayed(instrument, "BUY", bucket),
            ask_size=self.displayed(instrument, "SELL", bucket),
            last_size=instrument.lot,
            open=day.open,
            high=day.high,
            low=day.low,
            previous_close=self.last(instrument, day_before - 1),
            volume=day.volume,
            is_open=self.calendar.is_open(instrument.venue, second, extended=True),
        )

    def bar(self, instrument: Instrument, span: Span) -> Bar:
        """Return one bar; its close is the last price at the end of the span."""
        start, end = span
        low, high = self.extremes(instrument, start, end)
        return Bar(
            start=start,
            end=end,
            open=self.last(instrument, start),
            high=instrument.ceiling(high),
            low=instrument.floor(low),
            close=self.last(instrument, end),
            volume=self._volume(instrument, start, end),
        )

    def extremes(self, instrument: Instrument, start: int, end: int) -> tuple[Decimal, Decimal]:
        """Return bounds that the middle price never leaves within [start, end], ends included.

        For an option they are the least and greatest of samples, not bounds.
        """
        if instrument.kind is Kind.OPTION:
            step = max((end - start) // 12, 1)
            samples = [self.mid(instrument, second) for second in (*range(start, end, step), end)]
            return min(samples), max(samples)
        key = instrument.noise_key or instrument.key
        low, high = _bounds(self._seed, key, start, end)
        return _scaled(instrument, low), _scaled(instrument, high)

    def _option_price(self, option: Instrument, second: int) -> Decimal:
        """Intrinsic value plus a time value that fades with moneyness and with the root of time."""
        spot = self.mid(self._catalogue.get(option.underlying), second)
        strike = option.strike or spot
        intrinsic = max(spot - strike if option.right == "C" else strike - spot, Decimal(0))
        sigma = VOLATILITY * (Decimal(_seconds_left(option, second)) / YEAR_SECONDS).sqrt()
        if not sigma:
            return intrinsic
        distance = min(abs(spot - strike) / spot / (3 * sigma), Decimal(1))
        return intrinsic + spot * sigma * Decimal("0.4") * (1 - distance) ** 2

    def _volume(self, instrument: Instrument, start: int, end: int) -> Decimal:
        """Add up an hourly rate, constant within the hour, so that parts sum to the whole."""
        total = 0
        for hour in range(start // 3600, -(-end // 3600)):
            seconds = min(end, hour * 3600 + 3600) - max(start, hour * 3600)
            rate = 1_300_000 + _random(self._seed, f"{instrument.key}|volume", 3600, hour)
            total += seconds * rate * instrument.typical_size // (MILLION * int(instrument.lot))
        return Decimal(total) * instrument.lot


def _scaled(instrument: Instrument, drift: int) -> Decimal:
    return instrument.base_price * (MILLION + drift * instrument.swing // 1000) / MILLION


def _seconds_left(option: Instrument, second: int) -> int:
    return max((last_second(option) or second) - second, 0)


def _depth(seconds: int) -> int:
    """Return how many waves can be followed point by point over so long a span."""
    return max((d for d, (p, _) in enumerate(WAVES, 1) if seconds <= p * MOST_POINTS), default=1)


def _points(start: int, end: int, period: int) -> list[int]:
    first = -(-start // period) * period
    return [start, *range(first, end, period), end]


# The same months of bars are asked for again and again.
@lru_cache(maxsize=131_072)
def _bounds(seed: int, key: str, start: int, end: int) -> tuple[int, int]:
    """Return what the drift never leaves within [start, end]: its waves point by point, the finest as a margin."""
    depth = _depth(end - start)
    drifts = _drifts(seed, key, _points(start, end, WAVES[depth - 1][0]), depth)
    margin = sum(swing for _, swing in WAVES[depth:]) + ROUNDING_SLACK * (depth < len(WAVES))
    return min(drifts) - margin, max(drifts) + margin


def _drifts(seed: int, key: str, seconds: Sequence[int], depth: int) -> list[int]:
    """Return the sum of the coarsest `depth` waves at each of some seconds in order."""
    drifts = [0] * len(seconds)
    for period, swing in WAVES[:depth]:
        begin = bend = level = rise = -1
        for place, second in enumerate(seconds):
            if second >= bend:
                index = second // period
                begin, bend = index * period, (index + 1) * period
                here, there = (_random(seed, key, period, each) for each in (index, index + 1))
                level, rise = here * period, there - here
            drifts[place] += swing * (level + rise * (second - begin)) // (period * MILLION)
    return drifts


@lru_cache(maxsize=262_144)
def _random(seed: int, key: str, period: int, index: int) -> int:
    """Return a number in [-1,000,000, 1,000,000] that depends on nothing but the arguments."""
    digest = blake2b(f"{seed}|{key}|{period}|{index}".encode(), digest_size=8).digest()
    return int.from_bytes(digest) % (2 * MILLION + 1) - MILLION
