"""Accounts and balances at Tiger."""

from omnibroker.kit.upstream import Upstream
from omnibroker_generated.unified import models as unified
from omnibroker_handlers.tiger import _accounts


async def list_accounts(upstream: Upstream) -> list[unified.Account]:
    """List the accounts of the developer id, live and paper ones side by side."""
    return await _accounts.read_accounts(upstream)


async def get_account(upstream: Upstream) -> unified.Account:
    """Return one account; raises `unknown_account` where the developer id does not have it."""
    return await _accounts.read_account(upstream)


async def get_balances(upstream: Upstream) -> unified.Balances:
    """Return Tiger's own figures: segments, cash by currency, and the segments' sum where there are several."""
    return await _accounts.read_balances(upstream)
