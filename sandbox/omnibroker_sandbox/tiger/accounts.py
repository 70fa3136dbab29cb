"""The accounts of the developer id and what they are worth."""

from decimal import Decimal
from typing import Any

from omnibroker_sandbox.accounts import Account, Worth
from omnibroker_sandbox.instruments import Kind
from omnibroker_sandbox.tiger import wire
from omnibroker_sandbox.tiger.backend import ACCOUNTS, Backend, Request, is_paper

ZERO = Decimal(0)
CAPABILITY = "RegTMargin"
LEVERAGE = 2
_VALUES = {
    Kind.STOCK: "stockMarketValue",
    Kind.OPTION: "optionMarketValue",
    Kind.FUTURE: "futuresMarketValue",
}


def accounts(backend: Backend, request: Request) -> Any:
    """List the accounts, or one of them; an account of someone else is not listed."""
    wanted = wire.text(request, "account")
    return {
        "items": [
            {
                "account": each,
                "capability": CAPABILITY,
                "status": "Funded",
                "accountType": "PAPER" if is_paper(each) else "STANDARD",
            }
            for each in ACCOUNTS
            if wanted in {"", each} and each in backend.exchange.accounts
        ]
    }


def prime_assets(backend: Backend, request: Request) -> Any:
    """Return securities and futures as segments S and C; all positions are counted in S."""
    account_id = backend.own(request)
    worth, account = backend.exchange.worth(account_id), backend.account(account_id)
    currency = wire.narrowing(request, "base_currency") or account.base_currency
    rate = backend.exchange.rate(account.base_currency, currency)
    securities = _segment("S", currency, worth, rate) | {
        "realizedPL": wire.money(_in_base(backend, account, account.realised) * rate),
        "totalTodayPL": wire.money(_today(account, worth) * rate),
        "currencyAssets": _currency_assets(backend, account, currency),
    }
    if request.get("consolidated"):
        securities["consolidatedSegTypes"] = ["SEC", "FUND"]
    empty = Worth(ZERO, ZERO, ZERO, ZERO, ZERO)
    return {
        "accountId": account_id,
        "updateTimestamp": backend.exchange.now_ms,
        "segments": [securities, _segment("C", currency, empty, rate) | {"currencyAssets": []}],
    }


def _segment(category: str, currency: str, worth: Worth, rate: Decimal) -> dict[str, Any]:
    amounts = {
        "cashBalance": worth.cash,
        "cashAvailableForTrade": max(worth.available, ZERO),
        "cashAvailableForWithdrawal": max(min(worth.cash, worth.available), ZERO),
        "grossPositionValue": abs(worth.positions),
        "equityWithLoan": worth.equity,
        "netLiquidation": worth.equity,
        "initMargin": worth.initial_margin,
        "maintainMargin": worth.maintenance_margin,
        "overnightMargin": worth.maintenance_margin,
        "unrealizedPL": worth.unrealised,
        "realizedPL": ZERO,
        "totalTodayPL": ZERO,
        "excessLiquidation": worth.equity - worth.maintenance_margin,
        "overnightLiquidation": worth.equity - worth.maintenance_margin,
        "buyingPower": max(worth.available, ZERO) * LEVERAGE,
        "lockedFunds": ZERO,
        "uncollected": ZERO,
    }
    converted = {name: wire.money(amount * rate) for name, amount in amounts.items()}
    leverage = wire.ratio(abs(worth.positions), worth.equity)
    head = {"category": category, "capability": CAPABILITY, "currency": currency}
    return {**head, **converted, "leverage": leverage}


def _currency_assets(backend: Backend, account: Account, currency: str) -> list[dict[str, Any]]:
    held = account.open_positions()
    codes = sorted({*account.cash, *(each.instrument.currency for each in held)})
    rows = []
    for code in codes:
        cash = account.cash.get(code, ZERO)
        row: dict[str, Any] = {
            "currency": code,
            "cashBalance": wire.money(cash),
            "cashAvailableForTrade": wire.money(max(cash, ZERO)),
            "forexRate": backend.exchange.rate(code, currency),
            "realizedPL": wire.money(account.realised.get(code, ZERO)),
        }
        rows.append(row | _currency_values(backend, account, code))
    return rows


def _currency_values(backend: Backend, account: Account, code: str) -> dict[str, Any]:
    values = dict.fromkeys([*_VALUES.values(), "grossPositionValue", "unrealizedPL"], ZERO)
    for position in account.open_positions():
        if position.instrument.currency != code:
            continue
        price = backend.exchange.price(position.instrument)
        values["grossPositionValue"] += abs(position.value(price))
        values["unrealizedPL"] += position.unrealised(price)
        if name := _VALUES.get(position.instrument.kind):
            values[name] += position.value(price)
    return {name: wire.money(value) for name, value in values.items()}


def assets(backend: Backend, request: Request) -> Any:
    """Return the older view of an account, as global accounts have it."""
    account_id = backend.own(request)
    worth, account = backend.exchange.worth(account_id), backend.account(account_id)
    amounts = {
        "netLiquidation": worth.equity,
        "cashValue": worth.cash,
        "buyingPower": max(worth.available, ZERO) * LEVERAGE,
        "availableFunds": worth.available,
        "equityWithLoan": worth.equity,
        "excessLiquidity": worth.equity - worth.maintenance_margin,
        "grossPositionValue": abs(worth.positions),
        "initMarginReq": worth.initial_margin,
        "maintMarginReq": worth.maintenance_margin,
        "realizedPnL": _in_base(backend, account, account.realised),
        "unrealizedPnL": worth.unrealised,
    }
    row: dict[str, Any] = {name: wire.money(amount) for name, amount in amounts.items()}
    row |= {
        "account": account_id,
        "capability": CAPABILITY,
        "currency": account.base_currency,
        "dayTradesRemaining": -1,
        "updateTime": backend.exchange.now_ms,
    }
    if request.get("segment"):
        row["segments"] = [{"category": "S", "account": account_id, **_shared(row)}]
    if request.get("market_value"):
        row["marketValues"] = _currency_assets(backend, account, account.base_currency)
    return {"items": [row]}


def _shared(row: dict[str, Any]) -> dict[str, Any]:
    names = ("netLiquidation", "cashValue", "availableFunds", "equityWithLoan", "excessLiquidity")
    return {name: row[name] for name in names}


def aggregate_assets(backend: Backend, request: Request) -> Any:
    """Return one segment in one currency; the segment of funds is empty."""
    account_id = backend.own(request)
    worth, account = backend.exchange.worth(account_id), backend.account(account_id)
    currency = wire.narrowing(request, "base_currency") or account.base_currency
    if wire.text(request, "seg_type") == "FUND":
        return {}
    rate = backend.exchange.rate(account.base_currency, currency)
    row = _segment("S", currency, worth, rate)
    names = ("cashBalance", "equityWithLoan", "netLiquidation", "initMargin", "maintainMargin")
    picked = {name: row[name] for name in (*names, "grossPositionValue", "cashAvailableForTrade")}
    excess = {"excessLiquidity": row["excessLiquidation"], "lockedFunds": row["lockedFunds"]}
    return {"currency": currency, **picked, **excess}


def analytics_asset(backend: Backend, request: Request) -> Any:
    """Return today's value and profit: the sandbox remembers no earlier day."""
    account_id = backend.own(request)
    worth, account = backend.exchange.worth(account_id), backend.account(account_id)
    profit = _today(account, worth)
    share = wire.ratio(profit, worth.equity - profit)
    today = wire.midnight_ms(backend.exchange.today, "America/New_York")
    day = {
        "date": today,
        "asset": wire.money(worth.equity),
        "pnl": wire.money(profit),
        "pnlPercentage": share,
        "cashBalance": wire.money(worth.cash),
        "grossPositionValue": wire.money(abs(worth.positions)),
        "deposit": ZERO,
        "withdrawal": ZERO,
    }
    summary = {"pnl": wire.money(profit), "pnlPercentage": share}
    return {"summary": summary, "history": [day]}


def _today(account: Account, worth: Worth) -> Decimal:
    start = account.equity_at_day_start
    return ZERO if start is None else worth.equity - start


def _in_base(backend: Backend, account: Account, purse: dict[str, Decimal]) -> Decimal:
    rates = {code: backend.exchange.rate(code, account.base_currency) for code in purse}
    return sum((amount * rates[code] for code, amount in purse.items()), ZERO)


OPERATIONS = {
    "accounts": accounts,
    "prime_assets": prime_assets,
    "assets": assets,
    "aggregate_assets": aggregate_assets,
    "analytics_asset": analytics_asset,
}
