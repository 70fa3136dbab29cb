"""Accounts and balances at TradeLocker."""

from omnibroker.kit.upstream import Upstream
from omnibroker_generated.unified import models as unified
from omnibroker_handlers.tradelocker import _accounts


async def list_accounts(upstream: Upstream) -> list[unified.Account]:
    """List the accounts of the connection's login."""
    return await _accounts.read_accounts(upstream)


async def get_account(upstream: Upstream) -> unified.Account:
    """Return one account; raises `unknown_account` where the login does not have it."""
    return await _accounts.read_account(upstream)


async def get_balances(upstream: Upstream) -> unified.Balances:
    """Return TradeLocker's own figures, all in the currency of the account."""
    return await _accounts.read_balances(upstream)
