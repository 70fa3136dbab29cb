"""Reading Tiger's accounts and balances, for the accounts themselves and for whole portfolios."""

import re

from omnibroker.kit.errors import NotSent, malformed
from omnibroker.kit.tables import known, required
from omnibroker.kit.upstream import Upstream
from omnibroker_generated.tiger import models as tiger
from omnibroker_generated.tiger.api.accounts import accounts as tiger_accounts
from omnibroker_generated.tiger.api.accounts import assets as tiger_assets
from omnibroker_generated.tiger.api.accounts import prime_assets as tiger_prime_assets
from omnibroker_generated.unified import models as unified
from omnibroker_generated.unified.types import UNSET, Unset
from omnibroker_handlers.tiger import _answers, _balances
from omnibroker_handlers.tiger._tables import ACCOUNT_STATUS, ACCOUNT_TYPE, LANGUAGE

_ENVIRONMENTS: tuple[tuple[str, re.Pattern[str], unified.Environment], ...] = (
    ("PAPER", re.compile("[0-9]{17}"), "paper"),
    ("STANDARD", re.compile("[0-9]{5,10}"), "live"),
    ("GLOBAL", re.compile("U[0-9]+"), "live"),
    ("GLOBAL", re.compile("DU[0-9]+"), "paper"),
)


async def read_accounts(upstream: Upstream) -> list[unified.Account]:
    """Read every account of the developer id."""
    body = tiger.AccountsRequest(lang=LANGUAGE)
    answer = await upstream.call(tiger_accounts.asyncio_detailed, body=body)
    found = _answers.items(answer, tiger.AccountProfile)
    return [from_account_profile(upstream, row) for row in found]


async def read_account(upstream: Upstream) -> unified.Account:
    """Read one account; raises `unknown_account` where the developer id does not have it."""
    wanted = upstream.account.account_id
    found = [account for account in await read_accounts(upstream) if account.account_id == wanted]
    if not found:
        raise NotSent("unknown_account", f"Tiger's developer id does not have {wanted}.")
    return found[0]


async def read_balances(upstream: Upstream) -> unified.Balances:
    """Read what an account is worth: global accounts have an answer of their own."""
    own = upstream.account.broker_account_id
    if upstream.account.native.get("kind") == "GLOBAL":
        body = tiger.AssetsRequest(account=own, segment=True, market_value=True, lang=LANGUAGE)
        answer = await upstream.call(tiger_assets.asyncio_detailed, body=body)
        rows = _answers.items(answer, tiger.GlobalAsset)
        found = [row for row in rows if _answers.text(row.account) in {None, own}]
        if len(found) != 1:
            raise malformed("Tiger's answer does not hold the assets of this account.")
        return _balances.from_global_asset(upstream, found[0])
    asked = tiger.PrimeAssetsRequest(account=own, consolidated=True, lang=LANGUAGE)
    prime = await upstream.call(tiger_prime_assets.asyncio_detailed, body=asked)
    assets = _answers.single(prime, tiger.PrimeAssets)
    if _answers.text(assets.account_id) not in {None, own}:
        raise malformed("Tiger's answer holds the assets of another account.")
    return _balances.from_prime_assets(upstream, assets)


def from_account_profile(upstream: Upstream, row: tiger.AccountProfile) -> unified.Account:
    """Return an account; it takes orders only while Tiger says that it is open."""
    native_id = required(_answers.text_id(row.account), "account id")
    connection = upstream.account
    status = _answers.text(row.status, 64)
    capability = _answers.text(row.capability, 64)
    return unified.Account(
        account_id=f"{connection.connection}:{native_id}",
        broker=connection.broker,
        connection=connection.connection,
        broker_account_id=native_id,
        environment=_environment(native_id, _answers.text(row.account_type)),
        simulated=connection.simulated,
        kind="TRADING",
        type_=_answers.maybe(known(ACCOUNT_TYPE, capability) or capability),
        status=_answers.maybe(known(ACCOUNT_STATUS, status) or status),
        tradable=known(ACCOUNT_STATUS, status) == "OPEN",
        position_mode="NETTING",
        received_at=upstream.received_at,
    )


def _environment(native_id: str, account_type: str | None) -> unified.Environment | Unset:
    """Return where an account's money is: one developer id has live and paper accounts.

    Type and form of the id must say the same, or nothing is proven.
    """
    for kind, form, environment in _ENVIRONMENTS:
        if account_type == kind and form.fullmatch(native_id):
            return environment
    return UNSET
