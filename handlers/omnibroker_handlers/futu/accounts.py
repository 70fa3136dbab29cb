"""Accounts and balances at Futu."""

from omnibroker.kit.upstream import Upstream
from omnibroker_generated.unified import models as unified
from omnibroker_handlers.futu import _accounts


async def list_accounts(upstream: Upstream) -> list[unified.Account]:
    """List the accounts of the connection's login, simulated and real."""
    return await _accounts.read_accounts(upstream)


async def get_account(upstream: Upstream) -> unified.Account:
    """Return one account; raises `unknown_account` where the login does not have it."""
    return await _accounts.read_account(upstream)


async def get_balances(upstream: Upstream) -> unified.Balances:
    """Return Futu's own figures: totals in one currency, cash by currency, segments."""
    return await _accounts.read_balances(upstream)
