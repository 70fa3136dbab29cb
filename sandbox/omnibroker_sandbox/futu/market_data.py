"""Subscribed data: quotes, order books, broker queues, ticks, minutes; and market states."""

from collections.abc import Iterator
from datetime import timedelta
from decimal import Decimal
from typing import Any

from omnibroker_sandbox.answers import Answer
from omnibroker_sandbox.futu import messages, quotes, refusals, subscriptions, symbols, wire
from omnibroker_sandbox.futu.gateway import Gateway
from omnibroker_sandbox.futu.market_states import instrument_state
from omnibroker_sandbox.futu.refusals import error, failure, require
from omnibroker_sandbox.instruments import Instrument
from omnibroker_sandbox.sessions import Span

HK_LEVELS, OTHER_LEVELS = 10, 1
MOST_TICKS, MOST_STATES = 1000, 400
TICK_SECONDS, MINUTE = 5, 60
SEQUENCES_FROM = 7_400_000_000_000_000_000
UP, DOWN, FLAT = 1, 2, 3
AUTOMATCH = 1
WHOLE_LOTS = 0
AVERAGE = Decimal("0.001")


def quote(gateway: Gateway, _parameters: wire.Body, body: wire.Body) -> Answer:
    """Return the quotes of securities that are subscribed with type Basic."""
    rows = wire.rows(body, "security_list")
    require(rows, error(400, "`security_list` must not be empty"))
    found = symbols.all_needed(gateway.exchange, rows)
    for each in found:
        subscriptions.check(gateway, each, subscriptions.BASIC)
    return wire.ok({"basic_qot_list": [quotes.basic_quote(gateway, each) for each in found]})


def _subscribed(gateway: Gateway, body: wire.Body, kind: int) -> Instrument:
    instrument = symbols.needed(gateway.exchange, body.get("security"))
    subscriptions.check(gateway, instrument, kind)
    return instrument


def _head(instrument: Instrument) -> dict[str, Any]:
    return {"security": symbols.security(instrument), "name": symbols.name(instrument)}


def orderbook(gateway: Gateway, _parameters: wire.Body, body: wire.Body) -> Answer:
    """Return the book: ten levels of HK, one elsewhere; orders meet the first one."""
    instrument = _subscribed(gateway, body, subscriptions.ORDER_BOOK)
    count = wire.whole(body, "num") or 0
    require(count > 0, failure("num must be greater than zero (simulated)"))
    odd = wire.whole(body, "order_book_type")
    require(odd in {None, WHOLE_LOTS}, failure("odd-lot books are not simulated (simulated)"))
    deep = symbols.market_of(instrument) == symbols.HK
    levels = min(count, HK_LEVELS if deep else OTHER_LEVELS)
    received = gateway.now_ms - gateway.now_ms % instrument.bucket_ms
    sides = {
        "order_book_ask_list": _levels(gateway, instrument, "SELL", levels),
        "order_book_bid_list": _levels(gateway, instrument, "BUY", levels),
    }
    times: dict[str, Any] = {}
    for side in ("bid", "ask") if deep else ():
        text = wire.text_time(received, symbols.zone_of(instrument))
        times[f"svr_recv_time_{side}"] = text
        times[f"svr_recv_time_{side}_timestamp"] = wire.stamp(received)
    nulls = dict.fromkeys(RECEIVED)
    return wire.ok({**_head(instrument), **sides, **nulls, **times, "order_book_type": WHOLE_LOTS})


RECEIVED = (
    "svr_recv_time_bid",
    "svr_recv_time_bid_timestamp",
    "svr_recv_time_ask",
    "svr_recv_time_ask_timestamp",
)


def _levels(
    gateway: Gateway, instrument: Instrument, side: str, count: int
) -> list[dict[str, Any]]:
    market, second = gateway.exchange.market, gateway.exchange.second
    bid, ask = market.touch(instrument, second)
    best = bid if side == "BUY" else ask
    step = instrument.tick_at(best) * (-1 if side == "BUY" else 1)
    bucket = second * 1000 // instrument.bucket_ms
    prices = [best + step * level for level in range(count)]
    rows = []
    for level, price in enumerate(each for each in prices if each > 0):
        shown = market.displayed(instrument, f"{side}|{level}" if level else side, bucket)
        count_of_orders = max(int(shown / instrument.lot / 2), 1)
        row = {"price": price, "volume": int(shown), "oreder_count": count_of_orders}
        rows.append({**row, "detail_list": [], "hp_volume": None})
    return rows


def broker(gateway: Gateway, _parameters: wire.Body, body: wire.Body) -> Answer:
    """Refuse broker queues: the sandbox's orders have no brokers, so the login lacks the right."""
    symbols.needed(gateway.exchange, body.get("security"))
    raise refusals.Refused(refusals.NO_QUOTE_RIGHT)


def ticker(gateway: Gateway, _parameters: wire.Body, body: wire.Body) -> Answer:
    """Return the latest ticks, oldest first: one in five seconds of trading."""
    instrument = _subscribed(gateway, body, subscriptions.TICKER)
    count = wire.whole(body, "max_ret_num") or 0
    require(0 < count <= MOST_TICKS, failure(f"max_ret_num must be 1 to {MOST_TICKS} (simulated)"))
    rows = list(_ticks(gateway, instrument, count))
    return wire.ok({**_head(instrument), "ticker_list": rows})


def _ticks(gateway: Gateway, instrument: Instrument, count: int) -> Iterator[dict[str, Any]]:
    market = gateway.exchange.market
    latest = market.calendar.last_trading_second(instrument.venue, gateway.exchange.second)
    last = latest // TICK_SECONDS
    for index in range(last - count + 1, last + 1):
        second = index * TICK_SECONDS
        if not market.calendar.is_open(instrument.venue, second, extended=True):
            continue
        price, before = (market.last(instrument, at) for at in (second, second - TICK_SECONDS))
        yield wire.message(
            messages.TICKER,
            time=wire.text_time(second * 1000, symbols.zone_of(instrument)),
            sequence=SEQUENCES_FROM + index,
            dir=UP if price > before else DOWN if price < before else FLAT,
            price=price,
            volume=int(instrument.lot),
            turnover=quotes.turnover(instrument, price, instrument.lot),
            recv_time=Decimal(second),
            type=AUTOMATCH,
            timestamp=Decimal(second),
        )


def rt(gateway: Gateway, _parameters: wire.Body, body: wire.Body) -> Answer:
    """Return a point for each minute of the regular day; those to come are blank."""
    instrument = _subscribed(gateway, body, subscriptions.RT)
    rows = []
    before = gateway.exchange.quote(instrument).previous_close
    paid = traded = Decimal(0)
    for start, end in _regular_day(gateway, instrument):
        for second in range(start + MINUTE, end + 1, MINUTE):
            if second > gateway.exchange.second:
                rows.append(_point(instrument, second))
                continue
            bar = gateway.exchange.market.bar(instrument, (second - MINUTE, second))
            paid, traded = paid + bar.close * bar.volume, traded + bar.volume
            average = (paid / traded if traded else bar.close).quantize(AVERAGE)
            rows.append(
                _point(
                    instrument,
                    second,
                    price=bar.close,
                    last_close_price=before,
                    avg_price=average,
                    volume=int(bar.volume),
                    turnover=quotes.turnover(instrument, bar.close, bar.volume),
                    timestamp=Decimal(second),
                )
            )
    return wire.ok({**_head(instrument), "rt_list": rows})


def _point(instrument: Instrument, second: int, **given: Any) -> dict[str, Any]:
    text = wire.text_time(second * 1000, symbols.zone_of(instrument), fraction=False)
    minute = int(text[11:13]) * MINUTE + int(text[14:16])
    fixed = {"time": text, "minute": minute, "is_blank": not given}
    return wire.message(messages.TIME_SHARE, **fixed, **given)


def _regular_day(gateway: Gateway, instrument: Instrument) -> tuple[Span, ...]:
    """Return the regular sessions of today, or of the last day that had any."""
    venue = instrument.venue
    day = venue.local(gateway.exchange.second).date()
    while not (spans := venue.spans(day, extended=False)):
        day -= timedelta(days=1)
    return spans


def market_state(gateway: Gateway, _parameters: wire.Body, body: wire.Body) -> Answer:
    """Return the state of each security's own market."""
    rows = wire.rows(body, "security_list")
    require(len(rows) <= MOST_STATES, failure(f"at most {MOST_STATES} securities (simulated)"))
    found = symbols.all_needed(gateway.exchange, rows)
    states = [{**_head(each), "market_state": instrument_state(gateway, each)} for each in found]
    return wire.ok({"market_info_list": states})


OPERATIONS = {
    "quote": quote,
    "orderbook": orderbook,
    "broker": broker,
    "ticker": ticker,
    "rt": rt,
    "market_state": market_state,
}
