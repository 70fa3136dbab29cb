"""The header of every call about an account: environment, account, market; and the reads of market after market."""

from collections.abc import Awaitable, Callable
from typing import TypeVar

from omnibroker.kit.errors import NotSent
from omnibroker.kit.upstream import Account, Parted, Upstream
from omnibroker_generated.futu import models as futu
from omnibroker_generated.futu.types import UNSET, Unset
from omnibroker_handlers.futu import _answers
from omnibroker_handlers.futu._markets import (
    FUNDS,
    FUTURES,
    FUTURES_REAL,
    FUTURES_SIMULATED,
    TRD_MARKET_NAME,
    TRD_MARKET_REAL,
    TRD_MARKET_SIMULATED,
)
from omnibroker_handlers.futu._tables import TRD_ENV

M = TypeVar("M")
# Reads the rows of one market.
Read = Callable[[futu.RequestTrdHeader], Awaitable[list[M]]]

_SIMULATED, _REAL = TRD_ENV["paper"], TRD_ENV["live"]
# Simulated accounts for shares and options of the US may get no pushes, so the gateway's cache is old.
_UNPUSHED = "4"


def header(account: Account, trd_market: int) -> futu.RequestTrdHeader:
    """Return the header of a call; raises `environment_unproven` where the environment is not beyond doubt."""
    acc_id = _answers.digits(account.broker_account_id)
    if acc_id is None:
        raise NotSent("unknown_account", f"{account.account_id}: Futu's account ids are digits.")
    return futu.RequestTrdHeader(
        trd_env=trd_env(account), acc_id=int(acc_id), trd_market=trd_market
    )


def trd_env(account: Account) -> int:
    """Return 0 for a simulated account and 1 for a real one, as its row says and nothing contradicts."""
    said = _number(account, "trd_env")
    proven = account.environment
    if said not in {_SIMULATED, _REAL} or (proven is not None and TRD_ENV[proven] != said):
        raise NotSent(
            "environment_unproven",
            f"Whether {account.account_id} is simulated or real is not beyond doubt; refresh the session.",
        )
    return said


def is_simulated(account: Account) -> bool:
    """Say whether no real money moves in an account."""
    return trd_env(account) == _SIMULATED


def markets(account: Account) -> list[int]:
    """Return the markets of an account, as its row lists them."""
    listed = account.native.get("markets") or ""
    found = [int(part) for part in listed.split(",") if part.isascii() and part.isdigit()]
    if not found:
        detail = f"Futu lists no market that {account.account_id} may trade."
        raise NotSent("unsupported_by_broker", detail)
    return list(dict.fromkeys(found))


def ordering_markets(account: Account) -> list[int]:
    """Return the markets in which an account has orders and fills: money funds are not ordered here."""
    found = markets(account)
    return [market for market in found if market not in FUNDS] or found


def order_market(account: Account, prefix: str, *, is_future: bool) -> int:
    """Return the market of an order's header; raises `instrument_mismatch` where the account has it not."""
    simulated = is_simulated(account)
    if is_future:
        table = FUTURES_SIMULATED if simulated else FUTURES_REAL
    else:
        table = TRD_MARKET_SIMULATED if simulated else TRD_MARKET_REAL
    if prefix not in table:
        raise NotSent("instrument_mismatch", f"Futu takes no such orders on {prefix}.")
    found = table[prefix]
    listed = markets(account)
    # A number that no list has may stand for several markets; then the gateway decides.
    if found not in listed and all(market in TRD_MARKET_NAME for market in listed):
        names = ", ".join(TRD_MARKET_NAME[market] for market in listed)
        detail = f"{account.account_id} trades {names}, not {TRD_MARKET_NAME[found]}."
        raise NotSent("instrument_mismatch", detail)
    return found


def is_futures_account(account: Account) -> bool:
    """Say whether an account trades futures and nothing else."""
    return all(market in FUTURES for market in markets(account))


def has_futures(account: Account) -> bool:
    """Say whether an account trades futures too."""
    return any(market in FUTURES for market in markets(account))


def refresh(account: Account) -> bool | Unset:
    """Return whether a read must go past the gateway's cache."""
    unpushed = account.native.get("sim_acc_type") == _UNPUSHED
    return True if unpushed and is_simulated(account) else UNSET


async def by_market(
    upstream: Upstream,
    listed: list[int],
    read: Read[M],
) -> Parted[M]:
    """Read market after market, side by side, so that one of them may fail alone."""
    calls = {
        TRD_MARKET_NAME[market] if market in TRD_MARKET_NAME else str(market): read(
            header(upstream.account, market)
        )
        for market in listed
    }
    return await upstream.parts(calls)


def _number(account: Account, name: str) -> int:
    value = account.native.get(name) or ""
    return int(value) if value.isascii() and value.isdigit() else -1
