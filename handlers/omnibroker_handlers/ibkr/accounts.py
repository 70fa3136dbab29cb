"""Accounts and balances at IBKR."""

from omnibroker.kit.upstream import Upstream
from omnibroker_generated.unified import models as unified
from omnibroker_handlers.ibkr import _accounts


async def list_accounts(upstream: Upstream) -> list[unified.Account]:
    """List the accounts of the connection's login."""
    return await _accounts.read_accounts(upstream)


async def get_account(upstream: Upstream) -> unified.Account:
    """Return one account; raises `unknown_account` where the login does not have it."""
    return await _accounts.read_account(upstream)


async def get_balances(upstream: Upstream) -> unified.Balances:
    """Return IBKR's own figures: totals in base currency, cash by currency, segments."""
    return await _accounts.read_balances(upstream)
