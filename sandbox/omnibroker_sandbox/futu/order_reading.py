"""Orders, fills and fees of today and of the past."""

from decimal import Decimal
from typing import Any

from omnibroker_sandbox.answers import Answer
from omnibroker_sandbox.futu import messages, refusals, symbols, wire
from omnibroker_sandbox.futu.gateway import AccountEntry, Gateway, header_of, zone_of
from omnibroker_sandbox.futu.order_ids import (
    fill_id,
    fill_id_ex,
    needed_order,
    order_id,
    order_id_ex,
)
from omnibroker_sandbox.futu.refusals import require
from omnibroker_sandbox.futu.statuses import FAILED, SHORT, asked, is_listed, status
from omnibroker_sandbox.futu.tickets import ABSOLUTE_LIMIT, BUY, GTD, LIMIT, SELL
from omnibroker_sandbox.orders import LIMITS, Fill, Order

SELL_SHORT = 3
FILL_OK = 0
MOST_FEES = 400
PAST_MS = 90 * 86_400_000
AVERAGE = Decimal("0.00001")


def orders(gateway: Gateway, _parameters: wire.Body, body: wire.Body) -> Answer:
    """List today's orders, and older ones that are still open."""
    entry = gateway.unlocked_account(body)
    zone = zone_of(body)
    today = wire.text_time(gateway.now_ms, zone)[:10]
    found = [
        each
        for each in gateway.orders(entry)
        if not each.is_final
        or today in {wire.text_time(at, zone)[:10] for at in (each.created_ms, each.updated_ms)}
    ]
    return _order_list(gateway, entry, body, found)


def history_orders(gateway: Gateway, _parameters: wire.Body, body: wire.Body) -> Answer:
    """List the orders that were placed within a time, of which 90 days are the default."""
    entry = gateway.unlocked_account(body)
    begin, end = _range(gateway, body)
    found = [each for each in gateway.orders(entry) if begin <= each.created_ms <= end]
    return _order_list(gateway, entry, body, found)


def _range(gateway: Gateway, body: wire.Body) -> tuple[int, int]:
    wanted, zone = wire.child(body, "filter_conditions"), zone_of(body)
    begin, end = (wire.word(wanted, name) for name in ("begin_time", "end_time"))
    return (
        wire.read_time(begin, zone) if begin else gateway.now_ms - PAST_MS,
        wire.read_time(end, zone, end=True) if end else gateway.now_ms,
    )


def _order_list(
    gateway: Gateway, entry: AccountEntry, body: wire.Body, found: list[Order]
) -> Answer:
    rows = [_order_row(gateway, entry, each) for each in found if is_listed(gateway, each)]
    states = wire.rows(body, "filter_status_list")
    kept = [
        row
        for row in rows
        if _wanted(row, body, "order_id") and (not states or row["order_status"] in states)
    ]
    return wire.ok({"header": header_of(body), "order_list": kept})


def _wanted(row: dict[str, Any], body: wire.Body, id_name: str) -> bool:
    wanted = wire.child(body, "filter_conditions")
    codes, ids = wire.rows(wanted, "code_list"), wire.rows(wanted, "id_list")
    texts, market = wire.rows(wanted, "order_id_ex_list"), wire.whole(wanted, "filter_market")
    return (
        (not codes or row["code"] in codes)
        and (not ids or row[id_name] in ids)
        and (not texts or row["order_id_ex"] in texts)
        and (not market or row["trd_market"] == market)
    )


def _order_row(gateway: Gateway, entry: AccountEntry, order: Order) -> dict[str, Any]:
    state = status(gateway, order)
    average = order.average_price
    return wire.message(
        messages.ORDER,
        order_type=_shown_type(entry, order),
        order_status=state,
        qty=order.quantity,
        fill_qty=order.filled,
        fill_avg_price=average.quantize(AVERAGE) if average is not None else Decimal(0),
        last_err_msg=order.reason if state == FAILED else "",
        combo_legs=[],
        **_identity(entry, order),
        **_times(order),
        **_asked(order),
    )


def _identity(entry: AccountEntry, order: Order) -> dict[str, Any]:
    """Return which order of which security, in the words that fills share."""
    instrument = order.instrument
    side = BUY if order.is_buy else SELL
    us_short = order.tags.get(SHORT) and symbols.market_of(instrument) == symbols.US
    return {
        "trd_side": SELL_SHORT if us_short else side,
        "order_id": order_id(order),
        "order_id_ex": order_id_ex(order),
        "code": symbols.code(instrument),
        "name": symbols.name(instrument),
        "sec_market": symbols.sec_market(instrument),
        "trd_market": symbols.trd_market(instrument, entry.env),
        "currency": symbols.CURRENCIES[instrument.currency],
    }


def _shown_type(entry: AccountEntry, order: Order) -> int:
    """Return the order type; simulated accounts show a limit order of HK as the other kind."""
    kind = wire.whole(asked(order), "order_type") or 0
    hk = symbols.market_of(order.instrument) == symbols.HK
    return ABSOLUTE_LIMIT if kind == LIMIT and hk and not entry.is_real else kind


def _times(order: Order) -> dict[str, Any]:
    zone = symbols.zone_of(order.instrument)
    return {
        "create_time": wire.text_time(order.created_ms, zone),
        "update_time": wire.text_time(order.updated_ms, zone),
        "create_timestamp": wire.stamp(order.created_ms),
        "update_timestamp": wire.stamp(order.updated_ms),
    }


def _asked(order: Order) -> dict[str, Any]:
    """Return what the order says of itself."""
    terms, body = order.terms, asked(order)
    tif = wire.whole(body, "time_in_force") or 0
    trailing = terms.trail_amount is not None or terms.trail_percent is not None
    trail = {name: body.get(name) for name in ("trail_type", "trail_value")} if trailing else {}
    return {
        "price": terms.limit_price if terms.type in LIMITS else None,
        "aux_price": terms.stop_price,
        "remark": terms.reference or None,
        "time_in_force": tif,
        "expire_time": body.get("expire_time") if tif == GTD else None,
        "fill_outside_rth": terms.extended,
        "session": body.get("session"),
        **trail,
    }


def order_fills(gateway: Gateway, _parameters: wire.Body, body: wire.Body) -> Answer:
    """List today's fills of a real account."""
    entry = gateway.unlocked_account(body)
    zone = zone_of(body)
    today = wire.text_time(gateway.now_ms, zone)[:10]
    fills = gateway.exchange.fills(entry.id)
    found = [each for each in fills if wire.text_time(each.time_ms, zone)[:10] == today]
    return _fill_list(gateway, entry, body, found)


def history_order_fills(gateway: Gateway, _parameters: wire.Body, body: wire.Body) -> Answer:
    """List the fills of a real account within a time."""
    entry = gateway.unlocked_account(body)
    begin, end = _range(gateway, body)
    fills = gateway.exchange.fills(entry.id)
    return _fill_list(
        gateway, entry, body, [each for each in fills if begin <= each.time_ms <= end]
    )


def _fill_list(gateway: Gateway, entry: AccountEntry, body: wire.Body, found: list[Fill]) -> Answer:
    require(entry.is_real, refusals.NO_SIMULATED_FILLS)
    rows = [_fill_row(gateway, entry, each) for each in found]
    kept = [row for row in rows if _wanted(row, body, "fill_id")]
    return wire.ok({"header": header_of(body), "order_fill_list": kept})


def _fill_row(gateway: Gateway, entry: AccountEntry, fill: Fill) -> dict[str, Any]:
    identity = _identity(entry, gateway.exchange.order(fill.order_id))
    identity.pop("currency")
    return wire.message(
        messages.FILL,
        fill_id=fill_id(fill),
        fill_id_ex=fill_id_ex(fill),
        qty=fill.quantity,
        price=fill.price,
        create_time=wire.text_time(fill.time_ms, symbols.zone_of(fill.instrument)),
        create_timestamp=wire.stamp(fill.time_ms),
        update_timestamp=wire.stamp(fill.time_ms),
        status=FILL_OK,
        **identity,
    )


def order_fee(gateway: Gateway, _parameters: wire.Body, body: wire.Body) -> Answer:
    """Return what orders cost so far: the exchange's commission is the one line."""
    entry = gateway.account(body)
    texts = wire.rows(body, "order_id_ex_list")
    require(len(texts) <= MOST_FEES, refusals.failure(f"at most {MOST_FEES} orders (simulated)"))
    found = [needed_order(gateway, entry, {"order_id_ex": each}) for each in texts]
    rows = [
        {
            "order_id_ex": order_id_ex(each),
            "fee_amount": each.fees,
            "fee_list": [{"title": "Commission", "value": each.fees}] if each.fees else [],
        }
        for each in found
    ]
    return wire.ok({"header": header_of(body), "order_fee_list": rows})


OPERATIONS = {
    "orders": orders,
    "history_orders": history_orders,
    "order_fills": order_fills,
    "history_order_fills": history_order_fills,
    "order_fee": order_fee,
}
