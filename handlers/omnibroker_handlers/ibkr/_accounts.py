"""Reading IBKR's accounts and balances, for the accounts themselves and for whole portfolios."""

from collections.abc import Awaitable
from typing import Any

from omnibroker.kit.errors import NotSent
from omnibroker.kit.tables import known, required
from omnibroker.kit.upstream import Upstream
from omnibroker_generated.ibkr import models as ibkr
from omnibroker_generated.ibkr.api.portfolio import get_ledger as ibkr_get_ledger
from omnibroker_generated.ibkr.api.portfolio import portfolio_accounts as ibkr_portfolio_accounts
from omnibroker_generated.ibkr.api.portfolio import portfolio_summary as ibkr_portfolio_summary
from omnibroker_generated.unified import models as unified
from omnibroker_generated.unified.types import UNSET, Unset
from omnibroker_handlers.ibkr import _answers, _times
from omnibroker_handlers.ibkr._tables import ACCOUNT_STATUS

# Unified figure: the summary's key. The suffixes -s and -c mean the segments.
_FIGURES = {
    "cash": "totalcashvalue",
    "settled_cash": "settledcash",
    "net_liquidation": "netliquidation",
    "buying_power": "buyingpower",
    "available_funds": "availablefunds",
    "excess_liquidity": "excessliquidity",
    "initial_margin": "initmarginreq",
    "maintenance_margin": "maintmarginreq",
}
_SEGMENTS = {"SECURITIES": "-s", "COMMODITIES": "-c"}
_BASE = "BASE"


async def read_accounts(upstream: Upstream) -> list[unified.Account]:
    """Read every account of the connection's login."""
    answer = await upstream.call(ibkr_portfolio_accounts.asyncio_detailed)
    found = _answers.rows(answer, ibkr.PortfolioAccount)
    return [from_portfolio_account(upstream, row) for row in found]


async def read_account(upstream: Upstream) -> unified.Account:
    """Read one account; raises `unknown_account` where the login does not have it."""
    wanted = upstream.account.account_id
    found = [account for account in await read_accounts(upstream) if account.account_id == wanted]
    if not found:
        raise NotSent("unknown_account", f"IBKR's login does not have the account {wanted}.")
    return found[0]


async def read_balances(upstream: Upstream) -> unified.Balances:
    """Read IBKR's own figures: totals in base currency, cash by currency, segments."""
    own = upstream.account.broker_account_id
    calls: list[Awaitable[Any]] = [
        upstream.call(ibkr_portfolio_summary.asyncio_detailed, account_id=own),
        upstream.call(ibkr_get_ledger.asyncio_detailed, account_id=own),
    ]
    summary, ledger = await upstream.gather(calls)
    return from_summary_and_ledger(
        upstream,
        _answers.single(summary, ibkr.PortfolioSummary),
        _answers.single(ledger, ibkr.Ledger),
    )


def from_portfolio_account(upstream: Upstream, row: ibkr.PortfolioAccount) -> unified.Account:
    """Return an account; it takes orders only while IBKR says that it is open."""
    native_id = required(_answers.text_id(_answers.text(row.account_id) or row.id), "account id")
    connection = upstream.account
    name = _answers.text(row.account_alias, 256) or _answers.text(row.display_name, 256)
    return unified.Account(
        account_id=f"{connection.connection}:{native_id}",
        broker=connection.broker,
        connection=connection.connection,
        broker_account_id=native_id,
        name=_answers.maybe(name),
        environment=_environment(connection.environment),
        simulated=connection.simulated,
        kind=_kind(row.parent),
        type_="PORTFOLIO_MARGIN" if row.trading_type == "PMRGN" else UNSET,
        status=_status(row.clearing_status),
        tradable=_is_tradable(row),
        reporting_currency=_answers.maybe(_answers.currency(row.currency)),
        position_mode="NETTING",
        received_at=upstream.received_at,
    )


def from_summary_and_ledger(
    upstream: Upstream, summary: ibkr.PortfolioSummary, ledger: ibkr.Ledger
) -> unified.Balances:
    """Return balances; profit and loss stand in the ledger's sum, which carries no currency of its own."""
    entries = _answers.members(summary, ibkr.SummaryEntry)
    by_currency = _answers.members(ledger, ibkr.LedgerEntry)
    account, figures = upstream.account, _figures(entries, "")
    base = _base_currency(figures) or account.reporting_currency
    if (total := by_currency.pop(_BASE, None)) is not None:
        figures.unrealized_pnl = _answers.money(total.unrealizedpnl, base)
        figures.realized_pnl = _answers.money(total.realizedpnl, base)
    liquidation = entries.get(_FIGURES["net_liquidation"])
    return unified.Balances(
        account_id=account.account_id,
        broker=account.broker,
        connection=account.connection,
        reporting_currency=_answers.maybe(base),
        totals=figures,
        by_currency=[from_ledger_entry(code, entry) for code, entry in by_currency.items()],
        segments=_answers.maybe(_segments(entries) or None),
        as_of=_answers.maybe(_times.instant(liquidation.timestamp) if liquidation else None),
        received_at=upstream.received_at,
    )


def from_ledger_entry(code: str, entry: ibkr.LedgerEntry) -> unified.CurrencyBalance:
    """Return what is held in one currency; IBKR gives market values by asset class only, so none is added up."""
    known = required(_answers.currency(code), "currency of the ledger")
    return unified.CurrencyBalance(
        currency=known,
        cash=_answers.money(entry.cashbalance, known),
        settled_cash=_answers.money(entry.settledcash, known),
        unrealized_pnl=_answers.money(entry.unrealizedpnl, known),
        realized_pnl=_answers.money(entry.realizedpnl, known),
        exchange_rate=_answers.maybe(_answers.positive(entry.exchangerate)),
    )


def _environment(proven: str | None) -> unified.Environment | Unset:
    if proven == "paper":
        return "paper"
    return "live" if proven == "live" else UNSET


def _kind(parent: object) -> str:
    if not isinstance(parent, ibkr.ParentAccount):
        return "TRADING"
    if parent.is_m_child is True:
        return "SUBACCOUNT"
    return "MASTER" if parent.is_m_parent is True else "TRADING"


def _status(value: object) -> str | Unset:
    status = _answers.text(value, 64)
    return _answers.maybe(known(ACCOUNT_STATUS, status) or status)


def _is_tradable(row: ibkr.PortfolioAccount) -> bool:
    is_open = row.clearing_status == "O" and row.brokerage_access is not False
    return is_open and row.no_client_trading is not True


def _figures(entries: dict[str, ibkr.SummaryEntry], suffix: str) -> unified.BalanceFigures:
    figures = unified.BalanceFigures()
    for name, key in _FIGURES.items():
        setattr(figures, name, _figure(entries, f"{key}{suffix}"))
    return figures


def _figure(entries: dict[str, ibkr.SummaryEntry], key: str) -> unified.Money | Unset:
    entry = entries.get(key)
    if entry is None or entry.is_null is True:
        return UNSET
    return _answers.money(entry.amount, _answers.currency(entry.currency))


def _segments(entries: dict[str, ibkr.SummaryEntry]) -> list[unified.SegmentBalance]:
    found = {name: _figures(entries, suffix) for name, suffix in _SEGMENTS.items()}
    return [unified.SegmentBalance(segment=n, figures=f) for n, f in found.items() if f.to_dict()]


def _base_currency(figures: unified.BalanceFigures) -> str | None:
    liquidation = figures.net_liquidation
    return liquidation.currency if isinstance(liquidation, unified.Money) else None
