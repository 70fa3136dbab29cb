"""Fills at IBKR."""

from omnibroker.kit.exact import required_number
from omnibroker.kit.identity import is_tag, order_identity
from omnibroker.kit.tables import known, required
from omnibroker.kit.upstream import Upstream
from omnibroker_generated.ibkr import models as ibkr
from omnibroker_generated.ibkr.api.orders import trades as ibkr_trades
from omnibroker_generated.unified import models as unified
from omnibroker_generated.unified.types import UNSET, Unset
from omnibroker_handlers.ibkr import _answers, _keys, _times
from omnibroker_handlers.ibkr._tables import EXECUTION_SIDE_READ, QUANTITY_UNIT

_MOST_DAYS = 7
_DAY_MS = 86_400_000


async def list_executions(
    upstream: Upstream, start_at: str | None = None, end_at: str | None = None
) -> list[unified.Execution]:
    """List the fills of an account, newest first; IBKR looks back at most seven days, today included."""
    days = days_back(start_at, upstream.received_at)
    answer = await upstream.call(ibkr_trades.asyncio_detailed, days=days)
    own = upstream.account.broker_account_id
    found = [
        t for t in _answers.rows(answer, ibkr.Trade) if _answers.text(t.account) in {None, own}
    ]
    executions = corrected([from_trade(upstream, trade) for trade in found])
    wanted = [each for each in executions if _is_within(each, start_at, end_at)]
    return sorted(wanted, key=lambda each: _times.milliseconds(each.executed_at), reverse=True)


def days_back(start_at: str | None, now: str) -> int:
    """Return how many days IBKR must look back; its days end by the exchange's clock, so one more is asked."""
    if start_at is None:
        return _MOST_DAYS
    days = _times.milliseconds(now) // _DAY_MS - _times.milliseconds(start_at) // _DAY_MS
    return min(max(days, 0) + 2, _MOST_DAYS)


def from_trade(upstream: Upstream, row: ibkr.Trade) -> unified.Execution:
    """Return a fill; IBKR says no currency with it, so amounts are there only where the listing settles it."""
    account, order_id = upstream.account, _answers.digits(row.order_id)
    conid = required(_answers.digits(row.conid), "contract id of a fill")
    asset_class, side = _answers.text(row.sec_type), _answers.text(row.side, 64)
    contract = _contract(conid, row)
    code = _currency(contract)
    executed_at = _times.instant(row.trade_time_r) or _times.long_time(row.trade_time)
    return unified.Execution(
        execution_id=required(_answers.text(row.execution_id), "execution id"),
        order_id=_order_id(row.order_ref, order_id),
        account_id=account.account_id,
        broker=account.broker,
        connection=account.connection,
        broker_order_id=_answers.maybe(order_id),
        instrument=_keys.to_key(account.connection, contract),
        broker_instrument_id=conid,
        broker_symbol=_answers.maybe(_answers.text(row.symbol)),
        side=known(EXECUTION_SIDE_READ, side) or required(side, "side"),
        quantity=required(_answers.positive(row.size), "size of a fill"),
        quantity_unit=_answers.maybe(known(QUANTITY_UNIT, asset_class)),
        price=required_number(row.price, "price of a fill"),
        currency=_answers.maybe(code),
        net_amount=_answers.money(row.net_amount, code),
        venue=_answers.maybe(_answers.text(row.exchange, 64)),
        status="OK",
        fees=_fees(row.commission, code),
        executed_at=required(executed_at, "time of a fill"),
        received_at=upstream.received_at,
    )


def _contract(conid: str, row: ibkr.Trade) -> _keys.Contract:
    return _keys.Contract(
        conid=conid,
        asset_class=_answers.text(row.sec_type) or "",
        ticker=_answers.text(row.symbol) or "",
        exchange=_answers.text(row.listing_exchange) or "",
    )


def _currency(contract: _keys.Contract) -> str | None:
    is_us_stock = contract.asset_class == "STK" and _keys.market_of(contract) == "US"
    return "USD" if is_us_stock else None


def corrected(executions: list[unified.Execution]) -> list[unified.Execution]:
    """Mark corrections: they share the id but for its last part, and the highest of them stands."""
    standing: dict[str, unified.Execution] = {}
    for execution in sorted(executions, key=lambda each: _version(each.execution_id)):
        prefix = execution.execution_id.rpartition(".")[0] or execution.execution_id
        earlier = standing.get(prefix)
        if earlier is not None and earlier.execution_id != execution.execution_id:
            earlier.status = "CORRECTED"
            execution.corrects = earlier.execution_id
        standing[prefix] = execution
    return executions


def _version(execution_id: str) -> int:
    last = _answers.digits(execution_id.rpartition(".")[2])
    return int(last) if last is not None else 0


def _order_id(tag: object, broker_order_id: str | None) -> str | Unset:
    if broker_order_id is None:
        return str(tag) if is_tag(tag) else UNSET
    return order_identity(tag, broker_order_id)


def _fees(commission: object, code: str | None) -> list[unified.Fee] | Unset:
    amount = _answers.money(commission, code)
    return [unified.Fee(kind="COMMISSION", amount=amount)] if amount else UNSET


def _is_within(execution: unified.Execution, start_at: str | None, end_at: str | None) -> bool:
    at = _times.milliseconds(execution.executed_at)
    after = start_at is None or at >= _times.milliseconds(start_at)
    return after and (end_at is None or at < _times.milliseconds(end_at))
