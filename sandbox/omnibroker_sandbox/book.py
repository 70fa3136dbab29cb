"""The exchange's whole truth as text: for tests, and for people who want to look behind a face."""

from decimal import Decimal
from typing import Any

from omnibroker_sandbox.exchange import Exchange
from omnibroker_sandbox.orders import Fill, Order


def book(exchange: Exchange) -> dict[str, Any]:
    """Return all orders, fills, positions and cash; numbers as text, times in milliseconds."""
    accounts = exchange.accounts
    orders = [order for name in accounts for order in exchange.orders(name)]
    fills = [fill for name in accounts for fill in exchange.fills(name)]
    return {
        "now_ms": exchange.now_ms,
        "orders": [_order_row(order) for order in sorted(orders, key=lambda each: each.id)],
        "fills": [_fill_row(fill) for fill in fills],
        "positions": [
            {
                "account": account.id,
                "instrument": position.instrument.key,
                "quantity": str(position.quantity),
                "average_price": str(position.average_price),
            }
            for account in accounts.values()
            for position in account.open_positions()
        ],
        "cash": {
            account.id: {code: str(amount) for code, amount in sorted(account.cash.items())}
            for account in accounts.values()
        },
    }


def _order_row(order: Order) -> dict[str, Any]:
    return {
        "order_id": order.id,
        "account": order.account_id,
        "reference": order.terms.reference,
        "instrument": order.instrument.key,
        "side": order.terms.side,
        "type": order.terms.type.value,
        "tif": order.terms.tif,
        "quantity": str(order.quantity),
        "filled": str(order.filled),
        "limit_price": _text(order.terms.limit_price),
        "stop_price": _text(order.trigger_price),
        "state": order.state.value,
        "cancel_requested": order.cancel_ms < order.ends_ms and not order.is_final,
        "reason": order.reason,
    }


def _fill_row(fill: Fill) -> dict[str, Any]:
    return {
        "fill_id": fill.id,
        "order_id": fill.order_id,
        "account": fill.account_id,
        "instrument": fill.instrument.key,
        "side": fill.side,
        "quantity": str(fill.quantity),
        "price": str(fill.price),
        "fee": str(fill.fee),
        "time_ms": fill.time_ms,
    }


def _text(number: Decimal | None) -> str | None:
    return None if number is None else str(number)
