"""Quotes, bars and market states at Futu."""

from collections.abc import Awaitable
from typing import Any

from omnibroker.kit.errors import malformed
from omnibroker.kit.groups import failures, grouped
from omnibroker.kit.instruments import Resolved, parse
from omnibroker.kit.tables import translate
from omnibroker.kit.upstream import Parted, Upstream
from omnibroker_generated.futu import models as futu
from omnibroker_generated.futu.api.market_data import history_kline as futu_history_kline
from omnibroker_generated.futu.api.market_data import market_state as futu_market_state
from omnibroker_generated.futu.api.market_data import snapshot as futu_snapshot
from omnibroker_generated.futu.api.sessions import user_info as futu_user_info
from omnibroker_generated.futu.types import UNSET as FUTU_UNSET
from omnibroker_generated.unified import models as unified
from omnibroker_handlers.futu import _answers, _bars, _keys, _rights, _times
from omnibroker_handlers.futu._markets import ZONE
from omnibroker_handlers.futu._tables import BAR_ADJUSTMENT, BAR_INTERVAL, MARKET_STATE, known

_MOST_PAGES = 20
_LISTED = frozenset({"STOCK", "ETF", "WARRANT"})


async def get_quotes(
    upstream: Upstream, instrument: list[str], allow_delayed: bool | None = None
) -> Parted[unified.Quote]:
    """Return a quote for each instrument, in the order asked.

    Futu does not say how fresh a price is; it is in real time where the login's quote right says so, and
    other prices need `allow_delayed`. What comes under one right may fail alone: a code without it fails its call.
    """
    found = await upstream.resolve_each(instrument)
    groups = grouped(found.rows, _right)
    calls: list[Awaitable[Any]] = [
        upstream.call(futu_user_info.asyncio_detailed),
        upstream.parts({name: _snapshots(upstream, group) for name, group in groups.items()}),
    ]
    rights, snapshots = await upstream.gather(calls)
    rows = {_native_of(row): row for row in snapshots.rows}
    info = _answers.content(rights, futu.UserInfoS2C)
    quotes = [
        from_snapshot(
            upstream,
            each,
            rows.get(each.native_id),
            realtime=_rights.is_realtime(info, each),
            allow_delayed=allow_delayed is True,
        )
        for each in found.rows
        if _right(each) not in snapshots.failed
    ]
    failed = {**found.failed, **failures(groups, snapshots.failed)}
    return Parted(quotes, failed, "instrument")


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
    rehab = translate(BAR_ADJUSTMENT, adjustment, "adjustment")
    period = translate(BAR_INTERVAL, interval, "interval")
    window = _bars.Window.read(interval, start_at, end_at, limit, upstream.received_at)
    resolved = await upstream.resolve(instrument)
    body = futu.HistoryKlineRequest(
        rehab_type=rehab,
        kl_type=period,
        security=_security(resolved),
        begin_time="",
        end_time="",
        max_ack_kl_num=_bars.PAGE,
        session=_bars.session_of(session, interval, resolved),
    )
    series: list[unified.BarSeries] = []
    for attempt in window.attempts():
        rows = await _history(upstream, body, attempt, _bars.zone_of(resolved))
        series = [from_history(upstream, resolved, adjustment, session, attempt, rows)]
        if len(series[0].bars) == window.most:
            break
    return series


async def get_market_status(
    upstream: Upstream, instrument: list[str]
) -> Parted[unified.MarketStatus]:
    """Return whether each instrument trades now, by the state of its market; Futu tells no hours here."""
    found = await upstream.resolve_each(instrument)
    listed = [_security(each) for each in found.rows]
    body = futu.MarketStateRequest(security_list=listed)
    answer = await upstream.call(futu_market_state.asyncio_detailed, body=body)
    listing = _answers.content(answer, futu.MarketStateS2C).market_info_list
    rows = _answers.rows(listing, futu.MarketInfo)
    states = {_keys.native_of(row.security): row.market_state for row in rows}
    statuses = [
        from_market_state(upstream, each, states.get(each.native_id)) for each in found.rows
    ]
    return Parted(statuses, found.failed, "instrument")


async def _snapshots(upstream: Upstream, group: list[Resolved]) -> list[futu.Snapshot]:
    body = futu.SnapshotRequest(security_list=[_security(each) for each in group])
    answer = await upstream.call(futu_snapshot.asyncio_detailed, body=body)
    listed = _answers.content(answer, futu.SnapshotS2C).snapshot_list
    return _answers.rows(listed, futu.Snapshot)


async def _history(
    upstream: Upstream, body: futu.HistoryKlineRequest, window: _bars.Window, zone: str
) -> list[futu.KLine]:
    """Read a range page after page, with the key of the page before."""
    body.begin_time, body.end_time = _bars.range_of(window, zone)
    body.next_req_key = FUTU_UNSET
    rows: list[futu.KLine] = []
    for _ in range(_MOST_PAGES):
        answer = await upstream.call(futu_history_kline.asyncio_detailed, body=body)
        page = _answers.content(answer, futu.HistoryKlineS2C)
        rows += _answers.rows(page.kl_list, futu.KLine)
        if not isinstance(page.next_req_key, list) or not page.next_req_key:
            return rows
        body.next_req_key = page.next_req_key
    raise malformed("Futu's pages of bars do not end.")


def from_snapshot(
    upstream: Upstream,
    resolved: Resolved,
    row: futu.Snapshot | None,
    *,
    realtime: bool,
    allow_delayed: bool,
) -> unified.Quote:
    """Return a quote; prices of unproven freshness only where they are allowed."""
    account = upstream.account
    quote = unified.Quote(
        instrument=resolved.key,
        broker=account.broker,
        connection=account.connection,
        broker_instrument_id=resolved.native_id,
        broker_symbol=_answers.maybe(resolved.broker_symbol),
        currency=_answers.maybe(resolved.currency),
        data_quality="REALTIME" if realtime else "UNKNOWN",
        received_at=upstream.received_at,
    )
    basic = row.basic if row is not None else None
    if isinstance(basic, futu.SnapshotBasicData):
        quote.halted = _answers.maybe(_answers.flag(basic.is_suspend))
        if realtime or allow_delayed:
            _write_prices(quote, basic, known(ZONE, _market(resolved)))
    return quote


def from_history(
    upstream: Upstream,
    resolved: Resolved,
    adjustment: str,
    session: str,
    window: _bars.Window,
    rows: list[futu.KLine],
) -> unified.BarSeries:
    """Return a series; Futu's bars of a day and longer are of regular hours."""
    zone = _bars.zone_of(resolved)
    return unified.BarSeries(
        instrument=resolved.key,
        broker=upstream.account.broker,
        connection=upstream.account.connection,
        interval=window.interval,
        adjustment=adjustment,
        price_source="TRADES",
        session=session,
        volume_unit=resolved.quantity_unit,
        time_zone=zone,
        bars=_bars.from_rows(rows, window, zone),
        received_at=upstream.received_at,
    )


def from_market_state(
    upstream: Upstream, resolved: Resolved, state: object
) -> unified.MarketStatus:
    """Return the state of a market; a number that no list has says nothing."""
    status = known(MARKET_STATE, state) or "UNKNOWN"
    return unified.MarketStatus(
        instrument=resolved.key,
        broker=upstream.account.broker,
        connection=upstream.account.connection,
        market=_answers.maybe(parse(resolved.key).market or None),
        status=status,  # type: ignore[arg-type] # the table holds words of the contract only
        time_zone=_answers.maybe(known(ZONE, _market(resolved))),
        sessions=[],
        received_at=upstream.received_at,
    )


def _security(resolved: Resolved) -> futu.RequestSecurity:
    found = _keys.split(resolved.native_id)
    if found is None:
        raise malformed(f"{resolved.native_id} is no id of Futu's.")
    return _keys.security(*found)


def _market(resolved: Resolved) -> str:
    return resolved.native_id.partition(".")[0]


def _right(resolved: Resolved) -> str:
    """Return a name for what shares a quote right: a market's securities of one kind."""
    return _rights.right_of(resolved) or _market(resolved)


def _native_of(row: futu.Snapshot) -> str | None:
    basic = row.basic
    return _keys.native_of(basic.security) if isinstance(basic, futu.SnapshotBasicData) else None


def _write_prices(quote: unified.Quote, row: futu.SnapshotBasicData, zone: str | None) -> None:
    """Write what there is; 0 is Futu's price of what has none."""
    quote.last = _answers.maybe(_answers.nonzero(row.cur_price))
    quote.bid = _answers.maybe(_answers.nonzero(row.bid_price))
    quote.ask = _answers.maybe(_answers.nonzero(row.ask_price))
    bid_size = _answers.positive(row.hp_bid_vol) or _answers.unsigned(row.bid_vol)
    ask_size = _answers.positive(row.hp_ask_vol) or _answers.unsigned(row.ask_vol)
    quote.bid_size = _answers.maybe(bid_size)
    quote.ask_size = _answers.maybe(ask_size)
    quote.open_ = _answers.maybe(_answers.nonzero(row.open_price))
    quote.high = _answers.maybe(_answers.nonzero(row.high_price))
    quote.low = _answers.maybe(_answers.nonzero(row.low_price))
    quote.prior_close = _answers.maybe(_answers.nonzero(row.last_close_price))
    volume = _answers.positive(row.hp_volume) or _answers.unsigned(row.volume)
    quote.volume = _answers.maybe(volume)
    at = _times.of_seconds(row.update_timestamp) or _times.of_local(row.update_time, zone)
    quote.as_of = _answers.maybe(_times.instant(at))
