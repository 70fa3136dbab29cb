"""Quotes, bars and trading hours at IBKR."""

from omnibroker.kit.errors import NotSent
from omnibroker.kit.instruments import Resolved, parse
from omnibroker.kit.tables import known, translate
from omnibroker.kit.upstream import Parted, Upstream
from omnibroker_generated.ibkr import models as ibkr
from omnibroker_generated.ibkr.api.contracts import trading_schedule as ibkr_trading_schedule
from omnibroker_generated.ibkr.api.market_data import (
    live_marketdata_snapshot as ibkr_live_marketdata_snapshot,
)
from omnibroker_generated.ibkr.api.market_data import (
    marketdata_history_by_conid as ibkr_marketdata_history_by_conid,
)
from omnibroker_generated.unified import models as unified
from omnibroker_handlers.ibkr import _answers, _bars, _hours, _times
from omnibroker_handlers.ibkr._tables import (
    BAR_ADJUSTMENT,
    BAR_INTERVAL,
    BAR_SESSION,
    DATA_QUALITY,
)

# 84 is the bid, 86 the ask; 85 and 88 are their sizes, the other way round than one would think.
_FIELDS = "31,55,70,71,82,83,84,85,86,87,88,6509,7059,7295,7296,7635,7741,7762"
_NO_PRICE = "-1"


async def get_quotes(
    upstream: Upstream, instrument: list[str], allow_delayed: bool | None = None
) -> Parted[unified.Quote]:
    """Return a quote for each instrument, in the order asked; delayed prices only where they are allowed."""
    found = await upstream.resolve_each(instrument)
    conids = ",".join(dict.fromkeys(each.native_id for each in found.rows))
    answer = await upstream.call(
        ibkr_live_marketdata_snapshot.asyncio_detailed, conids=conids, fields=_FIELDS
    )
    rows = {_answers.digits(row.conid): row for row in _answers.rows(answer, ibkr.Snapshot)}

    async def quoted(each: Resolved) -> list[unified.Quote]:
        row = rows.get(each.native_id)
        return [from_snapshot(upstream, each, row, allow_delayed=allow_delayed is True)]

    quotes = await upstream.parts({each.key: quoted(each) for each in found.rows})
    return Parted(quotes.rows, {**found.failed, **quotes.failed}, "instrument")


async def list_bars(
    upstream: Upstream,
    instrument: str,
    interval: str,
    adjustment: str,
    session: str,
    start_at: str | None = None,
    end_at: str | None = None,
    limit: int | None = None,
) -> list[unified.BarSeries]:
    """Return the newest bars of a range, oldest first, at most 1,000; `end_at` walks back further."""
    translate(BAR_ADJUSTMENT, adjustment, "adjustment")
    window = _bars.Window.read(interval, start_at, end_at, limit, upstream.received_at)
    bar = translate(BAR_INTERVAL, interval, "interval")
    outside = translate(BAR_SESSION, session, "session of bars")
    resolved = await upstream.resolve(instrument)
    answer = await upstream.call(
        ibkr_marketdata_history_by_conid.asyncio_detailed,
        conid=resolved.native_id,
        bar=bar,
        period=window.period,
        outside_rth=outside,
        **_bars.optional_parameters(window, resolved),
    )
    history = _answers.single(answer, ibkr.History)
    return [from_history(upstream, resolved, session, window, history)]


async def get_market_status(
    upstream: Upstream, instrument: list[str]
) -> Parted[unified.MarketStatus]:
    """Return whether each instrument trades now, from IBKR's hours of the days around today."""

    async def status(key: str) -> list[unified.MarketStatus]:
        found = await upstream.resolve(key)
        answer = await upstream.call(ibkr_trading_schedule.asyncio_detailed, conid=found.native_id)
        hours = _answers.single(answer, ibkr.TradingSchedule)
        return [from_trading_schedule(upstream, found, hours)]

    return await upstream.parts({key: status(key) for key in instrument}, by="instrument")


def from_snapshot(
    upstream: Upstream, resolved: Resolved, row: ibkr.Snapshot | None, *, allow_delayed: bool
) -> unified.Quote:
    """Return a quote; where IBKR does not prove that it is in real time, prices need `allow_delayed`."""
    account, quality = upstream.account, _quality(row.field_6509 if row is not None else None)
    if quality not in {"REALTIME", "UNKNOWN"} and not allow_delayed:
        detail = f"IBKR has only {quality} prices of {resolved.key}; ask with allow_delayed=true."
        raise NotSent("not_entitled", detail)
    quote = unified.Quote(
        instrument=resolved.key,
        broker=account.broker,
        connection=account.connection,
        broker_instrument_id=resolved.native_id,
        broker_symbol=_answers.maybe(resolved.broker_symbol),
        currency=_answers.maybe(resolved.currency),
        data_quality=quality,
        received_at=upstream.received_at,
    )
    if row is not None and (quality == "REALTIME" or allow_delayed):
        _write_prices(quote, row)
    return quote


def from_history(
    upstream: Upstream,
    resolved: Resolved,
    session: str,
    window: _bars.Window,
    history: ibkr.History,
) -> unified.BarSeries:
    """Return a series; the broker's rows of a range come oldest first."""
    zone = _bars.zone_of(resolved)
    bars = _bars.from_history_rows(history, window, zone)
    return unified.BarSeries(
        instrument=resolved.key,
        broker=upstream.account.broker,
        connection=upstream.account.connection,
        interval=window.interval,
        adjustment="SPLIT",
        price_source=_bars.price_source(resolved),
        session=session,
        volume_unit=resolved.quantity_unit,
        time_zone=_answers.maybe(zone),
        data_quality=_quality(history.md_availability),
        bars=bars,
        received_at=upstream.received_at,
    )


def from_trading_schedule(
    upstream: Upstream, resolved: Resolved, schedule: ibkr.TradingSchedule
) -> unified.MarketStatus:
    """Return the state now and the hours that are known."""
    now = _times.milliseconds(upstream.received_at) // 1000
    days = _hours.days(schedule)
    status = _hours.state(days, now)
    opening, closing = _hours.next_regular(days, now)
    return unified.MarketStatus(
        instrument=resolved.key,
        broker=upstream.account.broker,
        connection=upstream.account.connection,
        market=_answers.maybe(parse(resolved.key).market or None),
        status=status,
        opens_at=_answers.maybe(_times.instant_of_seconds(opening)),
        closes_at=_answers.maybe(_times.instant_of_seconds(closing)),
        time_zone=_answers.maybe(_hours.zone(schedule)),
        sessions=_hours.sessions(days),
        received_at=upstream.received_at,
    )


def _quality(availability: object) -> str:
    """Return how fresh prices are, by the first letter of what IBKR says; N and O mean no right to them."""
    letter = (_answers.text(availability) or "")[:1]
    return known(DATA_QUALITY, letter) or "UNKNOWN"


def _write_prices(quote: unified.Quote, row: ibkr.Snapshot) -> None:
    last = _answers.text(row.field_31) or ""
    # A leading C marks the prior close in place of a last price, a leading H a halt.
    if last.startswith("H"):
        quote.halted = True
    if not last.startswith("C"):
        quote.last = _answers.maybe(_answers.number(last.removeprefix("H")))
    prior = _answers.number(row.field_7741) or _answers.number(_after(last, "C"))
    quote.prior_close = _answers.maybe(prior)
    quote.last_size = _answers.maybe(_answers.unsigned(row.field_7059))
    quote.bid = _answers.maybe(_offered(row.field_84))
    quote.bid_size = _answers.maybe(_answers.unsigned(row.field_88))
    quote.ask = _answers.maybe(_offered(row.field_86))
    quote.ask_size = _answers.maybe(_answers.unsigned(row.field_85))
    quote.mark = _answers.maybe(_answers.number(row.field_7635))
    quote.open_ = _answers.maybe(_answers.number(row.field_7295))
    quote.high = _answers.maybe(_answers.number(row.field_70))
    quote.low = _answers.maybe(_answers.number(row.field_71))
    quote.close = _answers.maybe(_answers.number(row.field_7296))
    quote.change = _answers.maybe(_answers.number(row.field_82))
    quote.change_percent = _answers.maybe(_percent(row.field_83))
    # 87 is rounded to K and M; where the exact 7762 is missing it will do if it is a plain number.
    volume = _answers.unsigned(row.field_7762) or _answers.unsigned(row.field_87)
    quote.volume = _answers.maybe(volume)
    quote.as_of = _answers.maybe(_times.instant(row.field_updated))


def _after(text: str, prefix: str) -> str | None:
    return text.removeprefix(prefix) if text.startswith(prefix) else None


def _offered(value: object) -> str | None:
    """Return a bid or ask; -1 is IBKR's word for none."""
    price = _answers.number(value)
    return None if price == _NO_PRICE else price


def _percent(value: object) -> str | None:
    text = _answers.text(value)
    return _answers.number(text.removesuffix("%")) if text is not None else _answers.number(value)
