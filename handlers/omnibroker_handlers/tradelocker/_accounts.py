"""Reading TradeLocker's accounts and balances, for the accounts themselves and for whole portfolios."""

from collections.abc import Awaitable
from typing import Any

from omnibroker.kit.answers import currency, rows, single, text
from omnibroker.kit.errors import NotSent
from omnibroker.kit.tables import known, required
from omnibroker.kit.upstream import Upstream
from omnibroker_generated.tradelocker import models as tradelocker
from omnibroker_generated.tradelocker.api.accounts import get_accounts as tradelocker_get_accounts
from omnibroker_generated.tradelocker.api.accounts import (
    get_all_accounts as tradelocker_get_all_accounts,
)
from omnibroker_generated.tradelocker.api.accounts import get_state as tradelocker_get_state
from omnibroker_generated.unified import models as unified
from omnibroker_generated.unified.types import UNSET, Unset
from omnibroker_handlers.tradelocker import _answers, _panels
from omnibroker_handlers.tradelocker._tables import ACCOUNT_STATUS

# Unified figure: TradeLocker's column. Profits and losses are those before fees, as in projectedBalance;
# realised ones are those of the day.
_FIGURES = {
    "cash": "cashBalance",
    "net_liquidation": "projectedBalance",
    "available_funds": "availableFunds",
    "initial_margin": "initialMarginReq",
    "maintenance_margin": "maintMarginReq",
    "unrealized_pnl": "openGrossPnL",
    "realized_pnl": "todayGross",
}


async def read_accounts(upstream: Upstream) -> list[unified.Account]:
    """Read every account of the connection's login; its rules can be read for one account at a time only."""
    answer = await upstream.call(tradelocker_get_all_accounts.asyncio_detailed)
    listed = single(answer, tradelocker.GetAllAccountsResponse).accounts
    return [from_account(upstream, row) for row in rows(listed, tradelocker.AccountListing)]


async def read_account(upstream: Upstream) -> unified.Account:
    """Read one account with its rules; raises `unknown_account` where the login does not have it."""
    return from_account(upstream, await _read_own(upstream))


async def may_close_a_part(upstream: Upstream) -> bool:
    """Say whether the account's rules let a position be closed in parts; only their "no" forbids it."""
    rules = (await _read_own(upstream)).trading_rules
    return (
        not isinstance(rules, tradelocker.TradingRules)
        or rules.support_partial_close_position is not False
    )


async def read_balances(upstream: Upstream) -> unified.Balances:
    """Read TradeLocker's own figures, all in the currency of the account."""
    own = upstream.account.broker_account_id
    calls: list[Awaitable[Any]] = [
        upstream.call(tradelocker_get_state.asyncio_detailed, account_id=own),
        _panels.read_config(upstream),
    ]
    state, config = await upstream.gather(calls)
    details = _answers.content(
        state, tradelocker.AccountStateResponse, tradelocker.AccountDetailsData
    )
    cells = [details.account_details_data]
    return from_state(upstream, _panels.named(config.account_details_config, cells)[0])


def from_account(
    upstream: Upstream, row: tradelocker.Account | tradelocker.AccountListing
) -> unified.Account:
    """Return an account; it takes orders while it is active and its user may trade."""
    native_id = required(_answers.identifier(row.id), "account id")
    connection, status = upstream.account, text(row.status, 64)
    return unified.Account(
        account_id=f"{connection.connection}:{native_id}",
        broker=connection.broker,
        connection=connection.connection,
        broker_account_id=native_id,
        name=_answers.maybe(text(row.name, 256)),
        environment=_environment(connection.environment),
        simulated=connection.simulated,
        kind="TRADING",
        status=_answers.maybe(known(ACCOUNT_STATUS, status) or status),
        tradable=status == "ACTIVE" and _may_trade(row),
        reporting_currency=_answers.maybe(currency(row.currency)),
        position_mode="PER_POSITION",
        received_at=upstream.received_at,
    )


def from_state(upstream: Upstream, row: _panels.Row) -> unified.Balances:
    """Return balances; a figure that TradeLocker does not send is absent."""
    account = upstream.account
    code = required(account.reporting_currency, "currency of the account")
    figures = unified.BalanceFigures()
    for name, column in _FIGURES.items():
        setattr(figures, name, _answers.money(row.get(column), code))
    return unified.Balances(
        account_id=account.account_id,
        broker=account.broker,
        connection=account.connection,
        reporting_currency=code,
        totals=figures,
        by_currency=[unified.CurrencyBalance(currency=code, cash=figures.cash)],
        received_at=upstream.received_at,
    )


async def _read_own(upstream: Upstream) -> tradelocker.Account:
    answer = await upstream.call(tradelocker_get_accounts.asyncio_detailed)
    own = upstream.account.broker_account_id
    for row in rows(single(answer, tradelocker.AccountResponse).d, tradelocker.Account):
        if _answers.identifier(row.id) == own:
            return row
    raise NotSent("unknown_account", f"TradeLocker's login does not have the account {own}.")


def _environment(proven: str | None) -> unified.Environment | Unset:
    if proven == "paper":
        return "paper"
    return "live" if proven == "live" else UNSET


def _may_trade(row: tradelocker.Account | tradelocker.AccountListing) -> bool:
    rules = row.trading_rules if isinstance(row, tradelocker.Account) else UNSET
    return (
        not isinstance(rules, tradelocker.TradingRules) or rules.support_self_trading is not False
    )
