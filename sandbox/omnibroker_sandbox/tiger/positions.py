"""Holdings, with their quantities as scaled whole numbers."""

from decimal import Decimal
from typing import Any

from omnibroker_sandbox.accounts import Position
from omnibroker_sandbox.tiger import symbols, wire
from omnibroker_sandbox.tiger.backend import Backend, Request

AVERAGE_STEP = Decimal("0.000001")


def positions(backend: Backend, request: Request) -> Any:
    """List what an account holds; `sec_type` narrows, ALL narrows nothing."""
    account_id = backend.own(request)
    worth = backend.exchange.worth(account_id)
    held = backend.account(account_id).open_positions()
    rows = [_row(backend, account_id, each, worth.equity) for each in held]
    return {"items": [row for row in rows if _wanted(row, request)]}


def _wanted(row: dict[str, Any], request: Request) -> bool:
    names = {
        "sec_type": "secType",
        "currency": "currency",
        "market": "market",
        "symbol": "symbol",
        "expiry": "expiry",
        "right": "right",
    }
    asked = {field: wire.narrowing(request, name) for name, field in names.items()}
    strike = wire.number(request, "strike")
    fits = strike is None or strike == wire.number(row, "strike")
    return fits and all(row.get(field) == value for field, value in asked.items() if value)


def _row(backend: Backend, account_id: str, position: Position, equity: Decimal) -> dict[str, Any]:
    instrument = position.instrument
    quantity, scale = wire.scaled(position.quantity)
    return {
        "account": account_id,
        "symbol": symbols.symbol(instrument),
        "secType": symbols.sec_type(instrument),
        "market": symbols.market_of(instrument),
        "currency": instrument.currency,
        "contractId": symbols.contract_id(instrument),
        "identifier": symbols.identifier(instrument),
        "name": instrument.name,
        **symbols.derivative_fields(instrument),
        "multiplier": instrument.multiplier,
        "position": quantity,
        "positionScale": scale,
        "positionQty": position.quantity,
        "salableQty": position.quantity,
        **_values(backend, position, equity),
        "updateTimestamp": backend.exchange.now_ms,
    }


def _values(backend: Backend, position: Position, equity: Decimal) -> dict[str, Any]:
    price = backend.exchange.price(position.instrument)
    close = backend.exchange.quote(position.instrument).previous_close
    value, profit = position.value(price), position.unrealised(price)
    average = position.average_price.quantize(AVERAGE_STEP).normalize()
    return {
        "averageCost": wire.plain_number(average),
        "averageCostByAverage": wire.plain_number(average),
        "latestPrice": price,
        "marketValue": wire.money(value),
        "realizedPnl": wire.money(position.realised),
        "unrealizedPnl": wire.money(profit),
        "unrealizedPnlPercent": wire.ratio(profit, abs(value - profit)),
        "todayPnl": wire.money(value - position.value(close)),
        "todayPnlPercent": wire.ratio(price - close, close),
        "lastClosePrice": close,
        "mmValue": wire.money(abs(value)),
        "mmPercent": wire.ratio(abs(value), equity),
    }


OPERATIONS = {"positions": positions}
