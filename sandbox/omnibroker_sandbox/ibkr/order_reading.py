"""Reading orders and trades back: cold caches, session scope, sparse rows."""

from typing import Any

from omnibroker_sandbox.answers import Answer
from omnibroker_sandbox.ibkr import conids, wire
from omnibroker_sandbox.ibkr.gateway import Gateway
from omnibroker_sandbox.ibkr.refusals import SERVER_ERROR, UNAVAILABLE, error, require
from omnibroker_sandbox.ibkr.statuses import FILTERS, WIRE_TYPES, ccp_code, status_of
from omnibroker_sandbox.orders import LIMITS, Fill, Order, OrderType, State

MOST_DAYS = 7


def live_orders(gateway: Gateway, parameters: wire.Parameters, _body: Any) -> Answer:
    """List this session's orders; the first call, and each forced one, answers cold and empty."""
    wanted = wire.items(parameters, "filters")
    require(all(name in FILTERS for name in wanted), SERVER_ERROR)
    cold = gateway.first_time("orders")
    if wire.flag(parameters, "force"):
        gateway.session.prepared.add("forced")
        cold = True
    if cold:
        return Answer(200, {"orders": [], "snapshot": False})
    account_id = wire.text(parameters, "accountId") or gateway.account_id
    statuses: set[str] = set().union(*(FILTERS[name] for name in wanted))
    rows = [
        _live_row(gateway, order)
        for order in reversed(gateway.exchange.orders(account_id))
        if _visible(gateway, order) and (not statuses or status_of(gateway, order) in statuses)
    ]
    return Answer(200, {"orders": rows, "snapshot": True})


def order_status(gateway: Gateway, parameters: wire.Parameters, _body: Any) -> Answer:
    """Return one order; what this session does not know is 503."""
    wanted = wire.text(parameters, "orderId")
    for order in gateway.exchange.orders(gateway.account_id):
        if str(order.id) == wanted and _visible(gateway, order):
            return Answer(200, _status_row(gateway, order))
    return UNAVAILABLE


def trades(gateway: Gateway, parameters: wire.Parameters, _body: Any) -> Answer:
    """List the executions of today and up to six days before."""
    days = wire.whole(wire.text(parameters, "days", "1"), "days")
    require(1 <= days <= MOST_DAYS, error(400, "Bad Request: days must be 1 to 7"))
    account_id = wire.text(parameters, "accountId") or gateway.account_id
    fills = gateway.exchange.fills(account_id)
    now = gateway.exchange.now_ms
    start = now - now % 86_400_000 - (days - 1) * 86_400_000
    orders = {order.id: order for order in gateway.exchange.orders(account_id)}
    rows = [_trade_row(fill, orders[fill.order_id]) for fill in fills if fill.time_ms >= start]
    return Answer(200, rows[::-1])


def _visible(gateway: Gateway, order: Order) -> bool:
    """Tell whether the session's order cache holds an order."""
    now = gateway.exchange.now_ms
    if order.is_final and order.updated_ms // 86_400_000 != now // 86_400_000:
        return False
    if not gateway.options.session_scoped_orders or "forced" in gateway.session.prepared:
        return True
    return order.tags.get("epoch") == gateway.session.epoch


def _live_row(gateway: Gateway, order: Order) -> dict[str, Any]:
    instrument, status = order.instrument, status_of(gateway, order)
    original, shown = WIRE_TYPES[order.terms.type]
    number = conids.conid(instrument)
    row: dict[str, Any] = {
        "acct": order.account_id,
        "account": order.account_id,
        "conid": number,
        "conidex": str(number),
        "orderId": order.id,
        "cashCcy": instrument.currency,
        "sizeAndFills": _size_and_fills(order),
        "orderDesc": _order_line(order),
        "description1": conids.symbol(instrument),
        "ticker": conids.symbol(instrument),
        "secType": conids.sec_type(instrument),
        "listingExchange": conids.listing(instrument),
        "remainingQuantity": order.remaining,
        "filledQuantity": order.filled,
        "totalSize": order.quantity,
        "companyName": instrument.name,
        "status": status,
        "order_ccp_status": status,
        "origOrderType": original,
        "orderType": shown,
        "supportsTaxOpt": "1",
        "lastExecutionTime": wire.short_time(order.updated_ms),
        "lastExecutionTime_r": order.updated_ms,
        "price": _shown_price(order),
        "timeInForce": order.terms.tif,
        "side": order.terms.side,
        "isEventTrading": "0",
        "bgColor": "#FFFFFF",
        "fgColor": "#0000CC",
    }
    return row | _optional_live_fields(order)


def _optional_live_fields(order: Order) -> dict[str, Any]:
    fields: dict[str, Any] = {}
    if order.terms.reference:
        fields["order_ref"] = order.terms.reference
    if order.instrument.expiry:
        fields["description2"] = conids.description(order.instrument)
    if order.average_price is not None:
        fields["avgPrice"] = wire.plain(order.average_price)
    if order.state is State.REJECTED:
        fields["order_cancellation_by_system_reason"] = order.reason
    return fields


def _status_row(gateway: Gateway, order: Order) -> dict[str, Any]:
    instrument, status = order.instrument, status_of(gateway, order)
    number = conids.conid(instrument)
    row: dict[str, Any] = {
        "sub_type": None,
        "request_id": str(order.id),
        "order_id": order.id,
        "conidex": str(number),
        "conid": number,
        "symbol": conids.symbol(instrument),
        "side": order.terms.side[0],
        "contract_description_1": conids.symbol(instrument),
        "listing_exchange": conids.listing(instrument),
        "is_event_trading": "0",
        "option_acct": "c",
        "company_name": instrument.name,
        "size": wire.plain(order.remaining),
        "total_size": wire.plain(order.quantity),
        "currency": instrument.currency,
        "account": order.account_id,
        "order_type": WIRE_TYPES[order.terms.type][0],
        "cum_fill": wire.plain(order.filled),
        "order_status": status,
        "order_ccp_status": ccp_code(status),
        "order_status_description": f"Order {status}",
        "tif": order.terms.tif,
        "order_not_editable": order.is_final,
        "cannot_cancel_order": order.is_final,
        "outside_rth": order.terms.extended,
        "deactivate_order": bool(order.tags.get("deactivated")),
        "sec_type": conids.sec_type(instrument),
        "order_description": _order_line(order),
        "order_description_with_contract": f"{_order_line(order)} {conids.description(instrument)}",
        "clearing_id": "IB",
        "clearing_name": "IB",
        "alert_active": 0,
        "child_order_type": "A" if order.terms.parent_id else "0",
        "order_clearing_account": order.account_id,
        "size_and_fills": _size_and_fills(order),
        "allowed_duplicate_opposite": False,
        "order_time": wire.short_time(order.created_ms),
    }
    return row | _status_prices(order)


def _status_prices(order: Order) -> dict[str, Any]:
    """Return the price fields that exist: absent ones are left out, never sent as zero."""
    fields: dict[str, Any] = {}
    if order.terms.limit_price is not None and order.terms.type in LIMITS:
        fields["limit_price"] = str(order.terms.limit_price)
    if order.trigger_price is not None:
        fields["stop_price"] = wire.plain(order.trigger_price)
    if order.average_price is not None:
        fields["average_price"] = wire.plain(order.average_price)
    if order.state is State.REJECTED:
        fields["order_cancellation_by_system_reason"] = order.reason
    return fields


def _trade_row(fill: Fill, order: Order) -> dict[str, Any]:
    instrument = fill.instrument
    number = conids.conid(instrument)
    amount = fill.quantity * fill.price * instrument.multiplier
    word = "Bot" if fill.side == "BUY" else "Sold"
    size = wire.plain(fill.quantity)
    row: dict[str, Any] = {
        "execution_id": fill.id,
        "symbol": conids.symbol(instrument),
        "supports_tax_opt": "1",
        "side": fill.side[0],
        "order_description": f"{word} {size} @ {fill.price} on {instrument.venue_code}",
        "order_id": fill.order_id,
        "trade_time": wire.long_time(fill.time_ms),
        "trade_time_r": fill.time_ms,
        "size": fill.quantity,
        "price": str(fill.price),
        "submitter": "sandbox",
        "exchange": instrument.venue_code,
        "commission": wire.plain(fill.fee),
        "net_amount": amount,
        "account": fill.account_id,
        "accountCode": fill.account_id,
        "company_name": instrument.name,
        "contract_description_1": conids.symbol(instrument),
        "sec_type": conids.sec_type(instrument),
        "listing_exchange": conids.listing(instrument),
        "conid": number,
        "conidEx": str(number),
        "clearing_id": "IB",
        "clearing_name": "IB",
        "liquidation_trade": "0",
        "is_event_trading": "0",
    }
    if order.terms.reference:
        row["order_ref"] = order.terms.reference
    return row


def _shown_price(order: Order) -> str:
    if order.terms.type in LIMITS:
        return str(order.terms.limit_price)
    stop = order.trigger_price if order.terms.type is OrderType.STOP else None
    return "" if stop is None else wire.plain(stop)


def _size_and_fills(order: Order) -> str:
    if order.is_final:
        return wire.plain(order.filled)
    return f"{wire.plain(order.filled)}/{wire.plain(order.remaining)}"


def _order_line(order: Order) -> str:
    shown = WIRE_TYPES[order.terms.type][1]
    price = _shown_price(order)
    word = "Buy" if order.is_buy else "Sell"
    at = f" {price}" if price else ""
    return f"{word} {wire.plain(order.quantity)} {shown}{at}, {order.terms.tif.title()}"


OPERATIONS = {
    "live_orders": live_orders,
    "order_status": order_status,
    "trades": trades,
    "trades_slash": trades,
}
