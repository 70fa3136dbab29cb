"""Tiger's quotes to unified ones: shares and coins, options, futures; delayed ones of shares."""

from collections.abc import Callable
from typing import Any

from omnibroker.kit.instruments import Resolved
from omnibroker.kit.tables import known
from omnibroker.kit.upstream import Upstream
from omnibroker_generated.tiger import models as tiger
from omnibroker_generated.unified import models as unified
from omnibroker_handlers.tiger import _answers, _times

_HALTED = {"HALTED": True, "NORMAL": False}
_HALTED_DELAYED = {"3": True, "0": False}


def blank(upstream: Upstream, resolved: Resolved, quality: str) -> unified.Quote:
    """Return a quote without prices: what Tiger leaves out of an answer it has none of."""
    return unified.Quote(
        instrument=resolved.key,
        broker=upstream.account.broker,
        connection=upstream.account.connection,
        broker_instrument_id=resolved.native_id,
        broker_symbol=_answers.maybe(resolved.broker_symbol),
        currency=_answers.maybe(resolved.currency),
        data_quality=quality,
        received_at=upstream.received_at,
    )


def from_real_time(quote: unified.Quote, row: tiger.QuoteRealTime) -> None:
    """Write a quote of a share; outside regular hours its last price stands in a part of its own."""
    _write_book(quote, row)
    _write_day(quote, row)
    quote.last = _answers.maybe(_answers.positive(row.latest_price))
    quote.halted = _answers.maybe(known(_HALTED, row.status))
    later = row.hour_trading
    at, after = row.latest_time, getattr(later, "timestamp", None)
    if isinstance(after, int) and (not isinstance(at, int) or after > at):
        price = _answers.positive(getattr(later, "latest_price", None))
        if price is not None:
            quote.last, at = price, after
    quote.as_of = _answers.maybe(_times.instant(at))


def from_delayed(quote: unified.Quote, row: tiger.QuoteDelay) -> None:
    """Write a delayed quote of a share, whose `close` is the latest price."""
    _write_day(quote, row)
    quote.last = _answers.maybe(_answers.positive(row.close))
    quote.halted = _answers.maybe(known(_HALTED_DELAYED, _answers.number(row.halted)))
    quote.as_of = _answers.maybe(_times.instant(row.time))


def from_option_brief(quote: unified.Quote, row: tiger.OptionBrief) -> None:
    """Write a quote of an option."""
    _write_book(quote, row)
    _write_day(quote, row)
    quote.last = _answers.maybe(_answers.positive(row.latest_price))
    quote.mark = _answers.maybe(_answers.positive(row.mark_price))
    as_of = _times.instant(row.latest_time) or _times.instant(row.timestamp)
    quote.as_of = _answers.maybe(as_of)


def from_future(quote: unified.Quote, row: tiger.FutureRealTimeQuote) -> None:
    """Write a quote of a future; prices below zero are prices there."""
    _write_day(quote, row)
    quote.last = _answers.maybe(_answers.number(row.latest_price))
    quote.last_size = _answers.maybe(_answers.unsigned(row.latest_size))
    quote.bid = _answers.maybe(_answers.number(row.bid_price))
    quote.bid_size = _answers.maybe(_answers.unsigned(row.bid_size))
    quote.ask = _answers.maybe(_answers.number(row.ask_price))
    quote.ask_size = _answers.maybe(_answers.unsigned(row.ask_size))
    quote.as_of = _answers.maybe(_times.instant(row.latest_time))


def _write_book(quote: unified.Quote, row: Any) -> None:
    """Write both sides; 0 is no price that anybody offers."""
    quote.bid = _answers.maybe(_answers.positive(row.bid_price))
    quote.bid_size = _answers.maybe(_answers.unsigned(row.bid_size))
    quote.ask = _answers.maybe(_answers.positive(row.ask_price))
    quote.ask_size = _answers.maybe(_answers.unsigned(row.ask_size))


def _write_day(quote: unified.Quote, row: Any) -> None:
    quote.open_ = _answers.maybe(_answers.number(row.open_))
    quote.high = _answers.maybe(_answers.number(row.high))
    quote.low = _answers.maybe(_answers.number(row.low))
    quote.prior_close = _answers.maybe(_answers.number(row.pre_close))
    quote.volume = _answers.maybe(_answers.unsigned(row.volume))


def option_parts(row: tiger.OptionBrief) -> tuple[object, ...]:
    """Return what tells one option's quote from another's in an answer."""
    right = (_answers.text(row.right) or "").upper()
    expiry = row.expiry if isinstance(row.expiry, int) else None
    return (_answers.text(row.symbol), expiry, right, _answers.positive(row.strike))


# How the rows of each answer are written.
WRITERS: dict[type, Callable[[unified.Quote, Any], None]] = {
    tiger.QuoteRealTime: from_real_time,
    tiger.QuoteDelay: from_delayed,
    tiger.OptionBrief: from_option_brief,
    tiger.FutureRealTimeQuote: from_future,
}
