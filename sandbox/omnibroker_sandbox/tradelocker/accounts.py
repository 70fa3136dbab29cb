"""Accounts of the login, their rules, balances, and the configuration."""

from decimal import Decimal
from typing import Any

from omnibroker_sandbox.answers import Answer
from omnibroker_sandbox.clock import from_milliseconds, to_milliseconds
from omnibroker_sandbox.tradelocker import panels, wire
from omnibroker_sandbox.tradelocker.desk import AccountEntry, Desk
from omnibroker_sandbox.tradelocker.ledger import ZERO, Execution

WARNING_LEVEL, STOP_OUT_LEVEL = 100, 50
_RULES = (
    *("balanceRelativeDrawdown", "dailyLossLimit", "dailyProfitTarget", "maxDrawdownLevel"),
    *("maxOrderAmount", "maxOrderCapital", "maxOrdersCount", "maxPendingOrdersNumber"),
    *("maxPositionsNumber", "maxTrailingDrawdown", "positionLossLimit", "totalMaxPositionQty"),
    *("unrealizedLossLimit", "weeklyLossLimit"),
)


def get_all_accounts(desk: Desk, _parameters: wire.Parameters, _body: Any) -> Answer:
    """List the accounts of the login, without the envelope."""
    rows = [
        {
            "id": entry.id,
            "name": entry.name,
            "currency": entry.currency,
            "status": "ACTIVE",
            "accNum": entry.number,
            "accountBalance": str(wire.money(_balance(desk, entry))),
        }
        for entry in desk.entries.values()
    ]
    return Answer(200, {"accounts": rows})


def get_accounts(desk: Desk, parameters: wire.Parameters, _body: Any) -> Answer:
    """Return the account of accNum with its rules, in a list."""
    entry = desk.account(parameters)
    account = {
        "id": entry.id,
        "name": entry.name,
        "type": "demo",
        "currency": entry.currency,
        "status": "ACTIVE",
        "tradingRules": {
            "supportBrackets": True,
            "supportPartialClosePosition": True,
            "supportSelfTrading": True,
            "supportTradingOutOfTradingHours": False,
            "supportTrailingStop": True,
        },
        "riskRules": dict.fromkeys(_RULES),
    }
    return wire.ok([account])


def get_config(desk: Desk, parameters: wire.Parameters, _body: Any) -> Answer:
    """Return columns and limits; they are the same for every account."""
    desk.account(parameters)
    return wire.ok(panels.config())


def get_state(desk: Desk, parameters: wire.Parameters, _body: Any) -> Answer:
    """Return balances, margins and the day's results, in the order of the columns."""
    values = _details(desk, desk.account(parameters))
    return wire.ok({"accountDetailsData": [values.get(name, 0) for name in panels.ACCOUNT_DETAILS]})


def _details(desk: Desk, entry: AccountEntry) -> dict[str, Decimal | int]:
    balance, open_profit = wire.money(_balance(desk, entry)), wire.money(_open_profit(desk, entry))
    margin = wire.money(desk.margin(entry))
    free = balance + open_profit - margin
    orders = [each for each in desk.ledger.of_account(entry.id) if each.is_listed]
    return {
        "balance": balance,
        "projectedBalance": balance + open_profit,
        "availableFunds": free,
        "cashBalance": balance,
        "withdrawalAvailable": max(free, ZERO),
        "initialMarginReq": margin,
        "maintMarginReq": margin,
        "marginWarningLevel": WARNING_LEVEL,
        "stopOutLevel": STOP_OUT_LEVEL,
        "warningMarginReq": margin,
        "marginBeforeWarning": free,
        "openGrossPnL": open_profit,
        "openNetPnL": open_profit,
        "positionsCount": len(desk.ledger.open_positions(entry.id)),
        "ordersCount": sum(not each.order.is_final for each in orders),
        **_today(desk, entry),
    }


def _today(desk: Desk, entry: AccountEntry) -> dict[str, Decimal | int]:
    rows = executions_of_today(desk, entry)
    rates = {row.position.listing.id: desk.rate(row.position.listing, entry) for row in rows}
    gross = sum((row.profit * rates[row.position.listing.id] for row in rows), ZERO)
    fees = sum((row.fill.fee * rates[row.position.listing.id] for row in rows), ZERO)
    return {
        "todayGross": wire.money(gross),
        "todayNet": wire.money(gross) - wire.money(fees),
        "todayFees": wire.money(fees),
        "todayVolume": sum((row.position.listing.lots(row.fill.quantity) for row in rows), ZERO),
        "todayTradesCount": len(rows),
    }


def executions_of_today(desk: Desk, entry: AccountEntry) -> list[Execution]:
    """Return an account's fills since midnight UTC: what is called the current session here."""
    midnight = from_milliseconds(desk.exchange.now_ms).replace(
        hour=0, minute=0, second=0, microsecond=0
    )
    start = to_milliseconds(midnight)
    return [row for row in desk.ledger.executions.get(entry.id, []) if row.fill.time_ms >= start]


def _open_profit(desk: Desk, entry: AccountEntry) -> Decimal:
    positions = desk.ledger.open_positions(entry.id)
    return sum((desk.open_profit(each, entry) for each in positions), ZERO)


def _balance(desk: Desk, entry: AccountEntry) -> Decimal:
    return desk.exchange.worth(entry.id).equity - _open_profit(desk, entry)


OPERATIONS = {
    "get_all_accounts": get_all_accounts,
    "get_accounts": get_accounts,
    "get_config": get_config,
    "get_state": get_state,
}
