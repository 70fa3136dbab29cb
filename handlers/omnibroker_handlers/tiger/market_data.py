"""Quotes, bars and trading hours at Tiger."""

from collections.abc import Callable, Mapping
from typing import Any

from omnibroker.kit.errors import GatewayError, NotSent, malformed
from omnibroker.kit.groups import Groups, failures, grouped
from omnibroker.kit.instruments import Resolved
from omnibroker.kit.tables import translate
from omnibroker.kit.upstream import Parted, Upstream
from omnibroker_generated.tiger import models as tiger
from omnibroker_generated.tiger.api.futures import future_kline as tiger_future_kline
from omnibroker_generated.tiger.api.futures import (
    future_real_time_quote as tiger_future_real_time_quote,
)
from omnibroker_generated.tiger.api.futures import future_trading_date as tiger_future_trading_date
from omnibroker_generated.tiger.api.market_data import kline as tiger_kline
from omnibroker_generated.tiger.api.market_data import market_state as tiger_market_state
from omnibroker_generated.tiger.api.market_data import quote_delay as tiger_quote_delay
from omnibroker_generated.tiger.api.market_data import quote_real_time as tiger_quote_real_time
from omnibroker_generated.tiger.api.options import option_brief as tiger_option_brief
from omnibroker_generated.tiger.api.options import option_kline as tiger_option_kline
from omnibroker_generated.tiger.types import UNSET
from omnibroker_generated.unified import models as unified
from omnibroker_handlers.tiger import _answers, _bars, _hours, _quotes, _times
from omnibroker_handlers.tiger._markets import ZONE
from omnibroker_handlers.tiger._tables import (
    BAR_ADJUSTMENT,
    BAR_INTERVAL,
    BAR_SESSION,
    FUTURE_INTERVAL,
    LANGUAGE,
    OPTION_INTERVAL,
    OTHER_HOURS,
)

# A thousand minutes with the nights and holidays before them, where trading never stops.
_MOST_PAGES = 12
_MOST_OPTIONS = 30
_DAYS_OF_A_FUTURE = 2
# Kinds whose quotes and bars Tiger has an answer for.
_QUOTED = frozenset({"STK", "CC", "OPT", "FUT"})

# Rows of one answer by the instrument that they are about.
Rows = Mapping[str, Any]


async def get_quotes(
    upstream: Upstream, instrument: list[str], allow_delayed: bool | None = None
) -> Parted[unified.Quote]:
    """Return a quote for each instrument, in the order asked; what fails for one leaves the others.

    Delayed prices, which Tiger has of shares only, need `allow_delayed`. The right to real-time prices
    is never taken over from another device.
    """
    found = await upstream.resolve_each(instrument)
    groups = grouped(found.rows, lambda each: ":".join(_group(each)))
    quoted = await upstream.parts(
        {
            name: _quoted(upstream, group, allow_delayed=allow_delayed is True)
            for name, group in groups.items()
        }
    )
    return _by_instrument(instrument, found, groups, quoted)


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
    translate(BAR_INTERVAL, interval, "interval")
    right = translate(BAR_ADJUSTMENT, adjustment, "adjustment")
    window = _bars.Window.read(interval, start_at, end_at, limit, upstream.received_at)
    resolved = await upstream.resolve(instrument)
    kind = _kind(resolved)
    if kind in {"OPT", "FUT"} and adjustment != "NONE":
        detail = "Options and futures have no splits and dividends: ask with adjustment NONE."
        raise NotSent("value_not_supported", detail)
    trade_session = _trade_session(resolved, window, session)
    bars: list[unified.Bar] = []
    for attempt in window.attempts():
        rows = await _rows(upstream, resolved, attempt, (right, trade_session))
        bars = _bars.from_rows(rows, window, _bars.zone_of(resolved), ends=kind == "FUT")
        if len(bars) == window.most:
            break
    return [to_series(upstream, resolved, window, (adjustment, session), bars)]


async def get_market_status(
    upstream: Upstream, instrument: list[str]
) -> Parted[unified.MarketStatus]:
    """Return whether each instrument trades now: by its market, a future by its own trading times.

    In the order asked; what fails for one leaves the others.
    """
    found = await upstream.resolve_each(instrument)
    groups = grouped(found.rows, lambda each: each.key if _is_future(each) else "")
    told = await upstream.parts(
        {
            name: _future_status(upstream, group[0]) if name else _statuses(upstream, group)
            for name, group in groups.items()
        }
    )
    return _by_instrument(instrument, found, groups, told)


def _by_instrument(
    asked: list[str], found: Parted[Resolved], groups: Groups, answered: Parted[Any]
) -> Parted[Any]:
    """Return the rows in the order asked; what failed for a group has failed for each one in it."""
    failed = failures(groups, answered.failed)
    order = {key: place for place, key in enumerate(asked)}
    rows = sorted(answered.rows, key=lambda row: order[row.instrument])
    return Parted(rows, {**found.failed, **failed}, "instrument")


def _is_future(resolved: Resolved) -> bool:
    return str(resolved.facts["asset_class"]) == "FUT"


def _kind(resolved: Resolved) -> str:
    """Return Tiger's word for the kind of an instrument; refuses those that have no market data."""
    kind = str(resolved.facts["asset_class"])
    if kind not in _QUOTED:
        detail = f"Tiger's market data of {resolved.type} instruments is not supported."
        raise NotSent("instrument_mismatch", detail)
    return kind


def _group(resolved: Resolved) -> tuple[str, str]:
    """Return what one request may hold together: one kind, of one market."""
    return resolved.facts["asset_class"], resolved.facts.get("market", "")


async def _quoted(
    upstream: Upstream, group: list[Resolved], *, allow_delayed: bool
) -> list[unified.Quote]:
    """Read the quotes of one kind and market; without the right to real-time prices perhaps delayed ones."""
    kind, market = _kind(group[0]), _group(group[0])[1]
    try:
        rows = await _READERS[kind](upstream, group, market)
        quality = "REALTIME"
    except GatewayError as error:
        if error.code != "not_entitled" or kind != "STK" or not allow_delayed:
            raise
        rows, quality = await _delayed_quotes(upstream, group), "DELAYED"
    return [_quote(upstream, each, rows.get(each.key), quality) for each in group]


def _quote(upstream: Upstream, resolved: Resolved, row: Any, quality: str) -> unified.Quote:
    quote = _quotes.blank(upstream, resolved, quality if row is not None else "UNKNOWN")
    if row is not None:
        _quotes.WRITERS[type(row)](quote, row)
    return quote


async def _share_quotes(upstream: Upstream, group: list[Resolved], _market: str) -> Rows:
    """Read real-time quotes of shares of one market, or of coins."""
    coins = group[0].facts["asset_class"] == "CC"
    body = tiger.QuoteRealTimeRequest(
        symbols=_symbols(group),
        include_hour_trading=UNSET if coins else True,
        sec_type="CC" if coins else UNSET,
        lang=LANGUAGE,
    )
    answer = await upstream.call(tiger_quote_real_time.asyncio_detailed, body=body)
    return _by_symbol(group, _answers.items(answer, tiger.QuoteRealTime))


async def _delayed_quotes(upstream: Upstream, group: list[Resolved]) -> Rows:
    body = tiger.SymbolsRequest(symbols=_symbols(group), lang=LANGUAGE)
    answer = await upstream.call(tiger_quote_delay.asyncio_detailed, body=body)
    return _by_symbol(group, _answers.items(answer, tiger.QuoteDelay))


async def _option_quotes(upstream: Upstream, group: list[Resolved], market: str) -> Rows:
    """Read quotes of options, so many in one request as Tiger takes."""
    calls = [
        upstream.call(
            tiger_option_brief.asyncio_detailed,
            body=tiger.OptionBriefRequest(
                option_basic=[
                    tiger.OptionKey.from_dict(_option(each))
                    for each in group[start : start + _MOST_OPTIONS]
                ],
                market=market or UNSET,
                lang=LANGUAGE,
            ),
        )
        for start in range(0, len(group), _MOST_OPTIONS)
    ]
    answers = await upstream.gather(calls)
    rows = [row for answer in answers for row in _answers.items(answer, tiger.OptionBrief)]
    by_parts = {_quotes.option_parts(row): row for row in rows}
    keyed = {each.key: by_parts.get(tuple(_option(each).values())) for each in group}
    return {key: row for key, row in keyed.items() if row is not None}


async def _future_quotes(upstream: Upstream, group: list[Resolved], _market: str) -> Rows:
    body = tiger.ContractCodesRequest(contract_codes=_symbols(group), lang=LANGUAGE)
    answer = await upstream.call(tiger_future_real_time_quote.asyncio_detailed, body=body)
    rows = _answers.items(answer, tiger.FutureRealTimeQuote)
    return {e.key: row for row in rows for e in group if e.broker_symbol == row.contract_code}


_READERS: dict[str, Callable[..., Any]] = {
    "STK": _share_quotes,
    "CC": _share_quotes,
    "OPT": _option_quotes,
    "FUT": _future_quotes,
}


def _symbols(group: list[Resolved]) -> list[str]:
    return list(dict.fromkeys(each.broker_symbol or "" for each in group))


def _by_symbol(group: list[Resolved], rows: list[Any]) -> Rows:
    return {each.key: row for row in rows for each in group if each.broker_symbol == row.symbol}


def _option(resolved: Resolved) -> dict[str, Any]:
    """Return an option by its parts; its day is midnight at the exchange."""
    facts = resolved.facts
    zone = ZONE.get(facts.get("market", ""))
    if zone is None:
        detail = f"Tiger does not say in which market {resolved.key} trades."
        raise NotSent("instrument_mismatch", detail)
    return {
        "symbol": resolved.broker_symbol,
        "expiry": _times.midnight(facts["expiry"], zone),
        "right": facts["right"],
        "strike": facts["strike"],
    }


def _trade_session(resolved: Resolved, window: _bars.Window, session: str) -> str | None:
    """Return the session of minute bars of US shares; all else has the bars of its market's hours."""
    facts = resolved.facts
    if facts["asset_class"] == "STK" and facts.get("market") == "US" and window.is_intraday:
        return translate(BAR_SESSION, session, "session of bars")
    only = OTHER_HOURS[facts["asset_class"]]
    if session != only:
        detail = f"Tiger's bars of this kind have one session: ask with session {only}."
        raise NotSent("value_not_supported", detail)
    return None


async def _rows(
    upstream: Upstream, resolved: Resolved, window: _bars.Window, how: tuple[str, str | None]
) -> list[Any]:
    """Read the rows of a range by kind; `how` are the adjustment and the session in Tiger's words."""
    match _kind(resolved):
        case "FUT":
            return await _future_rows(upstream, resolved, window)
        case "OPT":
            return await _option_rows(upstream, resolved, window)
        case _:
            return await _share_rows(upstream, resolved, window, *how)


async def _share_rows(
    upstream: Upstream, resolved: Resolved, window: _bars.Window, right: str, session: str | None
) -> list[Any]:
    """Read all pages of the range: which end of it the first page is, Tiger does not document."""
    coins = resolved.facts["asset_class"] == "CC"
    body = tiger.KlineRequest(
        symbols=[resolved.broker_symbol or ""],
        period=translate(BAR_INTERVAL, window.interval, "interval"),
        begin_time=window.begin,
        end_time=window.end_time,
        right=right,
        limit=_bars.PAGE,
        trade_session=session if session is not None else UNSET,
        sec_type="CC" if coins else UNSET,
        lang=LANGUAGE,
    )
    return await _pages(upstream, tiger_kline.asyncio_detailed, body, resolved, tiger.Kline)


async def _future_rows(upstream: Upstream, resolved: Resolved, window: _bars.Window) -> list[Any]:
    body = tiger.FutureKlineRequest(
        contract_codes=[resolved.broker_symbol or ""],
        period=translate(FUTURE_INTERVAL, window.interval, "interval of futures"),
        begin_time=window.begin,
        end_time=window.end_time,
        limit=_bars.PAGE,
        lang=LANGUAGE,
    )
    call = tiger_future_kline.asyncio_detailed
    return await _pages(upstream, call, body, resolved, tiger.FutureKline)


async def _pages(
    upstream: Upstream, call: Any, body: Any, resolved: Resolved, model: type[Any]
) -> list[Any]:
    rows: list[Any] = []
    for _ in range(_MOST_PAGES):
        answer = await upstream.call(call, body=body)
        name = "symbol" if model is tiger.Kline else "contract_code"
        listed = _answers.items(answer, model)
        found = [each for each in listed if getattr(each, name) == resolved.broker_symbol]
        rows += [row for each in found for row in _points(each)]
        tokens = [each.next_page_token for each in found]
        if not any(isinstance(token, str) and token for token in tokens):
            return rows
        body.page_token = tokens[0]
    raise malformed("Tiger's pages of bars do not end.")


def _points(series: Any) -> list[Any]:
    points = series.items or []
    if not isinstance(points, list) or not all(hasattr(each, "time") for each in points):
        raise malformed("Tiger's bars are not a list as documented.")
    return points


async def _option_rows(upstream: Upstream, resolved: Resolved, window: _bars.Window) -> list[Any]:
    """Read the newest bars of an option; there are no pages, so the newest are asked for first."""
    query = {
        **_option(resolved),
        "period": translate(OPTION_INTERVAL, window.interval, "interval of options"),
        "begin_time": window.begin,
        "end_time": window.end_time if window.end is not None else window.now + _times.DAY_MS,
        "limit": _bars.PAGE,
        "sort_dir": "SortDir_Descend",
    }
    body = tiger.OptionKlineRequest(
        option_query=[tiger.OptionKlineQuery.from_dict(query)],
        market=resolved.facts.get("market") or UNSET,
        lang=LANGUAGE,
    )
    answer = await upstream.call(tiger_option_kline.asyncio_detailed, body=body)
    series = _answers.items(answer, tiger.OptionKline)
    own = [each for each in series if _answers.text(each.symbol) == resolved.broker_symbol]
    return [row for each in own for row in _points(each)]


def to_series(
    upstream: Upstream,
    resolved: Resolved,
    window: _bars.Window,
    asked: tuple[str, str],
    bars: list[unified.Bar],
) -> unified.BarSeries:
    """Return a series; `asked` are adjustment and session, which are as asked or refused."""
    return unified.BarSeries(
        instrument=resolved.key,
        broker=upstream.account.broker,
        connection=upstream.account.connection,
        interval=window.interval,
        adjustment=asked[0],
        price_source="TRADES",
        session=asked[1],
        volume_unit=resolved.quantity_unit,
        time_zone=_answers.maybe(_bars.zone_of(resolved)),
        bars=bars,
        received_at=upstream.received_at,
    )


async def _statuses(upstream: Upstream, group: list[Resolved]) -> list[unified.MarketStatus]:
    """Read the states of all markets at once; of coins Tiger has none."""
    states: Rows = {}
    if any(each.facts["asset_class"] != "CC" for each in group):
        body = tiger.MarketRequest(market="ALL", lang=LANGUAGE)
        answer = await upstream.call(tiger_market_state.asyncio_detailed, body=body)
        states = {str(row.market): row for row in _answers.items(answer, tiger.MarketState)}
    return [
        _hours.from_market_state(upstream, each, states.get(each.facts.get("market", "")))
        for each in group
    ]


async def _future_status(upstream: Upstream, resolved: Resolved) -> list[unified.MarketStatus]:
    today = _times.milliseconds(upstream.received_at) // _times.DAY_MS * _times.DAY_MS
    # The evening belongs to the trading date of the next day.
    calls = [
        upstream.call(
            tiger_future_trading_date.asyncio_detailed,
            body=tiger.FutureTradingDateRequest(
                contract_code=resolved.broker_symbol or "",
                trading_date=today + day * _times.DAY_MS,
                lang=LANGUAGE,
            ),
        )
        for day in range(_DAYS_OF_A_FUTURE)
    ]
    days = [each for each in await upstream.gather(calls) if each]
    dates = [_answers.single(day, tiger.FutureTradingDate) for day in days]
    return [_hours.from_trading_dates(upstream, resolved, dates)]
