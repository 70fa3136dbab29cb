"""What a TradeLocker login really has: its accounts, the environment of each, the broker's own limits."""

import asyncio
from typing import Any

from omnibroker.config import TradeLockerConnection
from omnibroker.kit.errors import GatewayError
from omnibroker.kit.upstream import Account
from omnibroker.observe import log
from omnibroker.upstream.operations import Limit
from omnibroker.upstream.session import UpstreamSession
from omnibroker.upstream.state import AccountFacts
from omnibroker.upstream.tradelocker import accounts, limits
from omnibroker.upstream.tradelocker.accounts import NUMBER, Listed
from omnibroker.upstream.tradelocker.answers import NeedsPerson, TokenRefused

Facts = dict[str, AccountFacts]


class Proof:
    """Reads back from the broker what is known of one login's accounts."""

    def __init__(self, name: str, settings: TradeLockerConnection) -> None:
        self._name = name
        self._settings = settings
        self._of_host = accounts.environment_of_host(settings)
        self._limits: dict[str, Limit] = {}

    async def read(self, session: UpstreamSession, deadline: float) -> Facts:
        """Return the facts of every account that the configuration names, and take over the limits.

        An account that does not answer is unproven; if none does, the first one's error is raised.
        """
        answer = await session.perform_alone("get_all_accounts", None, deadline=deadline)
        wanted = self._settings.accounts
        rows = [row for row in accounts.listed(answer) if not wanted or row.id in wanted]
        if not rows:
            detail = "The login has no account, or none of those that the configuration names."
            raise NeedsPerson("session_not_ready", detail)
        await self._take_limits(session, rows[0], deadline)
        return await self._facts(session, rows, deadline)

    async def complete(self, session: UpstreamSession, known: Facts, deadline: float) -> Facts:
        """Ask again for the accounts that are not proven yet; return the facts of all."""
        rows = [
            Listed(name, facts.native[NUMBER], facts.currency)
            for name, facts in known.items()
            if facts.environment is None
        ]
        return {**known, **await self._facts(session, rows, deadline)}

    async def _facts(self, session: UpstreamSession, rows: list[Listed], deadline: float) -> Facts:
        asked = (self._ask(session, "get_accounts", row, deadline) for row in rows)
        results = await asyncio.gather(*asked, return_exceptions=True)
        errors = [result for result in results if isinstance(result, BaseException)]
        for error in errors:
            is_own = isinstance(error, GatewayError) and not isinstance(error, TokenRefused)
            if not is_own or len(errors) == len(rows):
                raise error
            log.warning("account_unproven", connection=self._name, detail=str(error))
        return {
            row.id: AccountFacts(
                accounts.environment(self._of_host, row, result), row.currency, {NUMBER: row.number}
            )
            for row, result in zip(rows, results, strict=True)
        }

    async def _take_limits(self, session: UpstreamSession, row: Listed, deadline: float) -> None:
        """Let the broker's own limits replace the declared ones; those stand where it names none."""
        try:
            named = limits.read(await self._ask(session, "get_config", row, deadline))
        except TokenRefused:
            raise
        except GatewayError as error:
            log.warning("limits_unknown", connection=self._name, detail=error.detail)
            return
        for operation_id, limit in named.items():
            # An equal limit stays as it is: it knows what was sent just now.
            if self._limits.get(operation_id) != limit:
                session.limit(operation_id, (limit,))
        self._limits.update(named)

    async def _ask(
        self, session: UpstreamSession, operation_id: str, row: Listed, deadline: float
    ) -> Any:
        account = Account(
            account_id=f"{self._name}:{row.id}",
            broker_account_id=row.id,
            broker=self._settings.broker,
            connection=self._name,
            environment=None,
            simulated=self._settings.simulated,
            native={NUMBER: row.number},
        )
        return await session.perform_alone(operation_id, None, deadline=deadline, account=account)
