"""Fills at Tiger."""

from collections.abc import Awaitable
from typing import Any

from omnibroker.kit.errors import NotSent, malformed, unsupported
from omnibroker.kit.exact import required_number
from omnibroker.kit.identity import order_identity
from omnibroker.kit.tables import known, required
from omnibroker.kit.upstream import Parted, Upstream
from omnibroker_generated.tiger import models as tiger
from omnibroker_generated.tiger.api.orders import active_orders as tiger_active_orders
from omnibroker_generated.tiger.api.orders import filled_orders as tiger_filled_orders
from omnibroker_generated.tiger.api.orders import inactive_orders as tiger_inactive_orders
from omnibroker_generated.tiger.api.orders import order_transactions as tiger_order_transactions
from omnibroker_generated.unified import models as unified
from omnibroker_generated.unified.types import UNSET, Unset
from omnibroker_handlers.tiger import _answers, _keys, _times
from omnibroker_handlers.tiger._tables import LANGUAGE, QUANTITY_UNIT, SIDE_READ

_DAYS_UNASKED = 7
# Tiger lists filled orders of so many days at a time; an older order's fills are not found.
_MOST_DAYS = 90
_LISTED = ("filled_orders", "inactive_orders", "active_orders")
_PAGE = 100
_MOST_PAGES = 40


async def list_executions(
    upstream: Upstream, start_at: str | None = None, end_at: str | None = None
) -> Parted[unified.Execution]:
    """List the fills of an account, newest first; without a start those of seven days.

    Tiger tells fills by order or symbol only: the orders say which symbols have any. Fills of orders
    placed more than 90 days before the end are not found. Global accounts have no list of fills.
    """
    if upstream.account.native.get("kind") == "GLOBAL":
        raise unsupported("Tiger lists no fills of global accounts; read the orders.")
    start, end = _range(upstream, start_at, end_at)
    traded = await _traded(upstream, end)
    orders = [row for row in traded.rows if _may_have_traded(row, start)]
    by_id = {_answers.digits(row.id): row for row in traded.rows}
    symbols = dict.fromkeys(each for row in orders for each in _symbols(row))
    pages = await upstream.gather(
        [_fills(upstream, symbol, kind, start, end) for symbol, kind in symbols]
    )
    rows = [row for page in pages for row in page if _is_wanted(upstream, row, start, end)]
    found = {each.execution_id: each for each in (from_fill(upstream, row, by_id) for row in rows)}
    newest = sorted(found.values(), key=lambda e: _times.milliseconds(e.executed_at), reverse=True)
    return Parted(newest, traded.failed)


def _range(upstream: Upstream, start_at: str | None, end_at: str | None) -> tuple[int, int]:
    """Return the range in epoch milliseconds; the end is never later than the day after now."""
    latest = _times.milliseconds(upstream.received_at) + _times.DAY_MS
    end = min(_times.milliseconds(end_at), latest) if end_at is not None else latest
    if end < _MOST_DAYS * _times.DAY_MS:
        raise NotSent("value_not_supported", "end_at lies before anything that Tiger can know.")
    if start_at is None:
        return end - _DAYS_UNASKED * _times.DAY_MS, end
    start = _times.milliseconds(start_at)
    if start >= end:
        raise NotSent(
            "value_not_supported", "start_at must be before end_at, and not in the future."
        )
    return start, end


async def _traded(upstream: Upstream, end: int) -> Parted[tiger.Order]:
    """Return the orders that have traded: filled ones, open ones, ended ones."""
    own, begin = upstream.account.broker_account_id, end - _MOST_DAYS * _times.DAY_MS
    range_ = {"account": own, "market": "ALL", "sec_type": "ALL", "lang": LANGUAGE}
    dated = {**range_, "start_date": begin, "end_date": end}
    calls: list[Awaitable[Any]] = [
        upstream.call(
            tiger_filled_orders.asyncio_detailed,
            body=tiger.FilledOrdersRequest.from_dict(dated),
        ),
        upstream.call(
            tiger_inactive_orders.asyncio_detailed, body=tiger.OrderStateRequest.from_dict(dated)
        ),
        upstream.call(
            tiger_active_orders.asyncio_detailed, body=tiger.OrderStateRequest.from_dict(range_)
        ),
    ]
    answers = await upstream.gather(calls)
    rows = [row for answer in answers for row in _answers.items(answer, tiger.Order)]
    own_rows = [row for row in rows if _answers.text(row.account) in {None, own}]
    traded = [row for row in own_rows if _answers.positive(row.filled_quantity) is not None]
    return Parted(traded, _answers.cut_off(dict(zip(_LISTED, answers, strict=True))))


def _may_have_traded(row: tiger.Order, start: int) -> bool:
    """Say whether an order may have a fill of the range: each symbol costs a call of its own.

    An order is not older than its last fill; a day is between the clocks of exchange and broker.
    """
    times = [_answers.digits(each) for each in (row.update_time, row.latest_time)]
    known_times = [int(each) for each in times if each is not None and each.strip("0")]
    return not known_times or max(known_times) >= start - _times.DAY_MS


def _symbols(row: tiger.Order) -> list[tuple[str, str]]:
    """Return symbol and kind of what an order trades: of a combination those of its legs."""
    is_combination = row.sec_type == "MLEG" and isinstance(row.legs, list)
    legs: list[Any] = _answers.rows(row.legs, tiger.OrderLeg) if is_combination else [row]
    return [
        (
            required(_answers.text(each.symbol), "symbol of an order"),
            required(_answers.text(each.sec_type), "kind of an order's instrument"),
        )
        for each in legs
    ]


async def _fills(
    upstream: Upstream, symbol: str, sec_type: str, start: int, end: int
) -> list[tiger.Transaction]:
    """Read page after page of the fills of one symbol."""
    rows: list[tiger.Transaction] = []
    token = ""
    for _ in range(_MOST_PAGES):
        body = tiger.TransactionsRequest(
            account=upstream.account.broker_account_id,
            symbol=symbol,
            sec_type=sec_type,
            start_date=start,
            end_date=end,
            limit=_PAGE,
            page_token=token,
            lang=LANGUAGE,
        )
        answer = await upstream.call(tiger_order_transactions.asyncio_detailed, body=body)
        rows += _answers.items(answer, tiger.Transaction)
        token = _answers.next_page(answer)
        if not token:
            return rows
    raise malformed("Tiger's pages of fills do not end.")


def _is_wanted(upstream: Upstream, row: tiger.Transaction, start: int, end: int) -> bool:
    own = upstream.account.broker_account_id
    at = row.transaction_time
    if not isinstance(at, int) or isinstance(at, bool):
        raise malformed("A fill of Tiger's has no readable time.")
    return _answers.text(row.account_id) in {None, own} and start <= at < end


def from_fill(
    upstream: Upstream, row: tiger.Transaction, orders: dict[str | None, tiger.Order]
) -> unified.Execution:
    """Return a fill; its order, by id, may say more of the instrument than it does. Tiger names no fees with it."""
    account, order_id = upstream.account, _answers.digits(row.order_id)
    order = orders.get(order_id)
    contract = _contract(row, order)
    side = _answers.text(row.action, 64)
    code = contract.currency or None
    quantity = _answers.scaled(row.filled_quantity, row.filled_quantity_scale)
    return unified.Execution(
        execution_id=required(_answers.digits(row.id), "id of a fill"),
        order_id=_order_id(order, order_id),
        account_id=account.account_id,
        broker=account.broker,
        connection=account.connection,
        broker_order_id=_answers.maybe(order_id),
        instrument=_keys.to_key(account.connection, contract),
        broker_instrument_id=_keys.to_native(contract),
        broker_symbol=_answers.maybe(contract.symbol or None),
        side=known(SIDE_READ, side) or required(side, "side of a fill"),
        quantity=required(_answers.positive(quantity), "quantity of a fill"),
        quantity_unit=_answers.maybe(known(QUANTITY_UNIT, contract.sec_type)),
        price=required_number(row.filled_price, "price of a fill"),
        currency=_answers.maybe(code),
        net_amount=_answers.money(row.filled_amount, code),
        status="OK",
        executed_at=required(_times.instant(row.transaction_time), "time of a fill"),
        received_at=upstream.received_at,
    )


def _contract(row: tiger.Transaction, order: tiger.Order | None) -> _keys.Contract:
    """Return what a fill says of its contract, or what its order says of the same one."""
    own = _keys.Contract.read(row)
    ordered = _keys.Contract.read(order) if order is not None else own
    return ordered if _keys.to_native(ordered) == _keys.to_native(own) else own


def _order_id(order: tiger.Order | None, order_id: str | None) -> str | Unset:
    if order_id is None:
        return UNSET
    tag = _answers.text(order.user_mark) if order is not None else None
    return order_identity(tag, order_id)
