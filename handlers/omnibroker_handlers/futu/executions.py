"""Fills at Futu."""

from typing import Any

from omnibroker.kit.errors import NotSent
from omnibroker.kit.exact import required_number
from omnibroker.kit.tables import recognise, required
from omnibroker.kit.upstream import Parted, Upstream
from omnibroker_generated.futu import models as futu
from omnibroker_generated.futu.api.orders import history_order_fills as futu_history_order_fills
from omnibroker_generated.futu.api.orders import order_fills as futu_order_fills
from omnibroker_generated.unified import models as unified
from omnibroker_handlers.futu import _answers, _headers, _history, _keys, _times
from omnibroker_handlers.futu._markets import ZONE, currency_of, prefix_of
from omnibroker_handlers.futu._tables import FILL_STATUS, SIDE_READ, known


async def list_executions(
    upstream: Upstream, start_at: str | None = None, end_at: str | None = None
) -> Parted[unified.Execution]:
    """List the fills of an account, newest first: today's, and from `start_at` on up to 90 days of earlier ones.

    Futu keeps no fills of simulated accounts.
    """
    account = upstream.account
    if _headers.is_simulated(account):
        detail = "Futu has no fills of simulated accounts; what has traded stands in the orders."
        raise NotSent("unsupported_by_broker", detail)
    span = _history.span(start_at, end_at, upstream.received_at)

    async def read(header: futu.RequestTrdHeader) -> list[futu.OrderFill]:
        return await _rows(upstream, header, span)

    found = await _headers.by_market(upstream, _headers.ordering_markets(account), read)
    executions = _unique([from_order_fill(upstream, row) for row in found.rows])
    wanted = [each for each in executions if _is_within(each, start_at, end_at)]
    wanted.sort(key=lambda each: _times.milliseconds(each.executed_at), reverse=True)
    return Parted(wanted, found.failed)


async def _rows(
    upstream: Upstream, header: futu.RequestTrdHeader, span: _history.Span | None
) -> list[futu.OrderFill]:
    body = futu.OrderFillsRequest(header=header, refresh_cache=_headers.refresh(upstream.account))
    calls: list[Any] = [upstream.call(futu_order_fills.asyncio_detailed, body=body)]
    if span is not None:
        conditions = _history.conditions(span, header.trd_market)
        earlier = futu.HistoryOrderFillsRequest(header=header, filter_conditions=conditions)
        calls.append(upstream.call(futu_history_order_fills.asyncio_detailed, body=earlier))
    today, *before = await upstream.gather(calls)
    rows = _answers.content(today, futu.OrderFillsS2C).order_fill_list
    found = _answers.rows(rows, futu.OrderFill)
    for answer in before:
        rows = _answers.content(answer, futu.HistoryOrderFillsS2C).order_fill_list
        found = [*found, *_answers.rows(rows, futu.OrderFill)]
    return found


def from_order_fill(upstream: Upstream, row: futu.OrderFill) -> unified.Execution:
    """Return a fill; it carries no remark, so of its order only Futu's id is known."""
    account = upstream.account
    prefix = required(prefix_of(row.sec_market, row.trd_market), "market of a fill")
    native = _keys.native_id(prefix, row.code)
    kind = _keys.row_type(native.partition(".")[2], row.trd_market)
    fill_id = _answers.text_id(row.fill_id_ex) or _answers.digits(row.fill_id)
    order_id = _answers.text_id(row.order_id_ex) or _answers.digits(row.order_id)
    return unified.Execution(
        execution_id=required(fill_id, "fill id"),
        account_id=account.account_id,
        broker=account.broker,
        connection=account.connection,
        broker_order_id=_answers.maybe(order_id),
        instrument=_keys.row_key(account.connection, native, kind),
        broker_instrument_id=native,
        broker_symbol=_answers.maybe(_answers.text(row.code)),
        side=known(SIDE_READ, row.trd_side) or required(_answers.text(row.trd_side, 64), "side"),
        quantity=required(_answers.positive(row.qty), "quantity of a fill"),
        quantity_unit=_answers.maybe(_keys.row_unit(kind)),
        price=required_number(row.price, "price of a fill"),
        currency=_answers.maybe(None if kind == "FUTURE" else currency_of(prefix, str(row.code))),
        status=_status(row),
        executed_at=required(_executed_at(row, prefix), "time of a fill"),
        received_at=upstream.received_at,
    )


def _status(row: futu.OrderFill) -> unified.ExecutionStatus:
    """Return whether a fill stands; some gateways leave the state out of fills that do."""
    status = _answers.text(row.status)
    word = "OK" if status is None else recognise(FILL_STATUS, status, "state of a fill")
    return "OK" if word == "OK" else "BUSTED"


def _executed_at(row: futu.OrderFill, prefix: str) -> str | None:
    at = _times.of_seconds(row.create_timestamp)
    return _times.instant(at or _times.of_local(row.create_time, known(ZONE, prefix)))


def _unique(executions: list[unified.Execution]) -> list[unified.Execution]:
    """Return each fill once: markets, and today and earlier days, may overlap."""
    return list({each.execution_id: each for each in executions}.values())


def _is_within(execution: unified.Execution, start_at: str | None, end_at: str | None) -> bool:
    at = _times.milliseconds(execution.executed_at)
    after = start_at is None or at >= _times.milliseconds(start_at)
    return after and (end_at is None or at < _times.milliseconds(end_at))
