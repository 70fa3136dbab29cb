"""Reading Futu's accounts and funds, for the accounts themselves and for whole portfolios."""

from omnibroker.kit.errors import NotSent
from omnibroker.kit.tables import recognise, required
from omnibroker.kit.upstream import Account, Upstream
from omnibroker_generated.futu import models as futu
from omnibroker_generated.futu.api.accounts import accounts as futu_accounts
from omnibroker_generated.futu.api.accounts import funds as futu_funds
from omnibroker_generated.futu.types import UNSET as FUTU_UNSET
from omnibroker_generated.unified import models as unified
from omnibroker_generated.unified.types import UNSET, Unset
from omnibroker_handlers.futu import _answers, _headers
from omnibroker_handlers.futu._markets import FUTURES, prefix_of
from omnibroker_handlers.futu._tables import (
    ACCOUNT_KIND,
    ACCOUNT_STATUS,
    ACCOUNT_TYPE,
    CURRENCY,
    CURRENCY_READ,
    ENVIRONMENT,
    known,
)

# Unified figure: Futu's.
_FIGURES = {
    "cash": "cash",
    "net_liquidation": "total_assets",
    "market_value": "market_val",
    "buying_power": "power",
    "available_funds": "available_funds",
    "initial_margin": "initial_margin",
    "maintenance_margin": "maintenance_margin",
    "unrealized_pnl": "unrealized_pl",
    "realized_pnl": "realized_pl",
}
# Part of an account: (unified figure, Futu's).
_SEGMENTS = {
    "SECURITIES": ("net_liquidation", "securities_assets"),
    "FUND": ("net_liquidation", "fund_assets"),
    "BOND": ("net_liquidation", "bond_assets"),
    "CRYPTO": ("market_value", "crypto_mv"),
}
# Roles that take no orders: one holds others together, one subscribes to new issues.
_NOT_TRADING = frozenset({"MASTER", "IPO"})
# The home currency of an account's first market: what its figures are converted to.
_HOME_CURRENCY = {
    "HK": "HKD",
    "US": "USD",
    "SG": "SGD",
    "JP": "JPY",
    "AU": "AUD",
    "MY": "MYR",
    "CA": "CAD",
}
_HOME_OF_OTHERS = {3: "CNH", 4: "CNH"}
# Real accounts of futures have no home, and are refused without a currency; the answer names it.
_CURRENCY_OF_NO_HOME = "USD"


async def read_accounts(upstream: Upstream) -> list[unified.Account]:
    """Read every account of the connection's login, simulated and real."""
    answer = await upstream.call(futu_accounts.asyncio_detailed)
    found = _answers.rows(_answers.content(answer, futu.AccountsS2C).acc_list, futu.TrdAcc)
    return [from_trd_acc(upstream, row) for row in found]


async def read_account(upstream: Upstream) -> unified.Account:
    """Read one account; raises `unknown_account` where the login does not have it."""
    wanted = upstream.account.account_id
    found = [account for account in await read_accounts(upstream) if account.account_id == wanted]
    if not found:
        raise NotSent("unknown_account", f"Futu's login does not have the account {wanted}.")
    return found[0]


async def read_balances(upstream: Upstream) -> unified.Balances:
    """Read the funds of an account: one question, whose figures are converted to one currency."""
    account = upstream.account
    currency = _asked_currency(account)
    body = futu.FundsRequest(
        header=_headers.header(account, _headers.markets(account)[0]),
        currency=CURRENCY[currency] if currency is not None else FUTU_UNSET,
        refresh_cache=_headers.refresh(account),
    )
    answer = await upstream.call(futu_funds.asyncio_detailed, body=body)
    funds = _answers.content(answer, futu.FundsS2C).funds
    return from_funds(upstream, required(funds if isinstance(funds, futu.Funds) else None, "funds"))


def from_trd_acc(upstream: Upstream, row: futu.TrdAcc) -> unified.Account:
    """Return an account; its own row proves whether it is simulated or real."""
    connection = upstream.account
    native = required(_answers.digits(row.acc_id), "account id")
    name = _answers.text(row.uni_card_num, 256) or _answers.text(row.card_num, 256)
    kind, status = known(ACCOUNT_KIND, row.acc_role), _answers.text(row.acc_status, 64)
    return unified.Account(
        account_id=f"{connection.connection}:{native}",
        broker=connection.broker,
        connection=connection.connection,
        broker_account_id=native,
        name=_answers.maybe(name),
        environment=_environment(row),
        simulated=connection.simulated,
        kind=kind or "TRADING",
        type_=_answers.maybe(known(ACCOUNT_TYPE, row.acc_type)),
        status=_answers.maybe(known(ACCOUNT_STATUS, status) or status),
        tradable=status == "0" and kind not in _NOT_TRADING,
        position_mode=_position_mode(row.trd_market_auth_list),
        received_at=upstream.received_at,
    )


def from_funds(upstream: Upstream, funds: futu.Funds) -> unified.Balances:
    """Return balances in the currency that the answer itself names: a cache may hold those of another one."""
    account = upstream.account
    code = known(CURRENCY_READ, funds.currency) or _only_currency(account)
    figures = unified.BalanceFigures()
    for name, theirs in _FIGURES.items():
        setattr(figures, name, _answers.money(getattr(funds, theirs), code))
    cash = _answers.rows(funds.cash_info_list or [], futu.AccCashInfo)
    return unified.Balances(
        account_id=account.account_id,
        broker=account.broker,
        connection=account.connection,
        reporting_currency=_answers.maybe(code),
        totals=figures,
        by_currency=[from_cash(row) for row in cash],
        segments=_segments(funds, code),
        received_at=upstream.received_at,
    )


def from_cash(row: futu.AccCashInfo) -> unified.CurrencyBalance:
    """Return the cash of one currency."""
    code = recognise(CURRENCY_READ, _answers.text(row.currency), "currency of cash")
    return unified.CurrencyBalance(currency=code, cash=_answers.money(row.cash, code))


def _environment(row: futu.TrdAcc) -> unified.Environment | Unset:
    """Return what trd_env says, unless a field that only the other kind of account has contradicts it."""
    proven = known(ENVIRONMENT, row.trd_env)
    if proven == "paper" and not row.security_firm:
        return "paper"
    return "live" if proven == "live" and not row.sim_acc_type else UNSET


def _position_mode(markets: object) -> str | Unset:
    """Return NETTING for securities; of futures one code may be held long and short."""
    listed = markets if isinstance(markets, list) else []
    is_netting = bool(listed) and not any(market in FUTURES for market in listed)
    return "NETTING" if is_netting else UNSET


def _segments(funds: futu.Funds, code: str | None) -> list[unified.SegmentBalance] | Unset:
    found = []
    for segment, (name, theirs) in _SEGMENTS.items():
        figures = unified.BalanceFigures()
        setattr(figures, name, _answers.money(getattr(funds, theirs), code))
        if figures.to_dict():
            found.append(unified.SegmentBalance(segment=segment, figures=figures))
    return found or UNSET


def _asked_currency(account: Account) -> str | None:
    """Return the currency to convert to, which accounts of several markets must be asked in."""
    if account.reporting_currency in CURRENCY:
        return account.reporting_currency
    for market in _headers.markets(account):
        if (code := _home_currency(market)) is not None:
            return code
    return None if _headers.is_simulated(account) else _CURRENCY_OF_NO_HOME


def _only_currency(account: Account) -> str | None:
    """Return the currency of an account of one market, whose figures may come without one."""
    listed = _headers.markets(account)
    return _home_currency(listed[0]) if len(listed) == 1 else None


def _home_currency(market: int) -> str | None:
    prefix = prefix_of(None, market)
    if prefix in _HOME_CURRENCY:
        return _HOME_CURRENCY[prefix]
    return _HOME_OF_OTHERS.get(market)
