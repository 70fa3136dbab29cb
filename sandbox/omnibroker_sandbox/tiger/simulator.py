"""The simulated Tiger: every method behind its token, its quote permission and its limits."""

from collections.abc import Awaitable, Callable
from typing import Any

from omnibroker_sandbox.answers import Answer
from omnibroker_sandbox.exchange import Exchange
from omnibroker_sandbox.tiger import (
    accounts,
    bars,
    contracts,
    fundamentals,
    futures,
    market_data,
    options,
    order_reading,
    orders,
    positions,
    refusals,
    session_methods,
)
from omnibroker_sandbox.tiger.backend import ACCOUNTS, Backend, Options, Request
from omnibroker_sandbox.tiger.caller import caller
from omnibroker_sandbox.tiger.pacing import Pacing
from omnibroker_sandbox.tiger.session import Session

Operation = Callable[[dict[str, Any], Any], Awaitable[Answer]]
Method = Callable[[Backend, Request], Any]

ALL: dict[str, Method] = {
    **session_methods.OPERATIONS,
    **accounts.OPERATIONS,
    **positions.OPERATIONS,
    **contracts.OPERATIONS,
    **market_data.OPERATIONS,
    **bars.OPERATIONS,
    **options.OPERATIONS,
    **futures.OPERATIONS,
    **fundamentals.OPERATIONS,
    **orders.OPERATIONS,
    **order_reading.OPERATIONS,
}
REAL_TIME = market_data.REAL_TIME | options.REAL_TIME | futures.REAL_TIME | {"kline"}
WITHOUT_TOKEN = frozenset({"user_license"})


class TigerSandbox:
    """One developer id with two live accounts and a paper one; `operations` maps methods to coroutines.

    With `ready` every device may read quotes until one of them takes the permission; otherwise it has
    to be taken first.
    """

    order_ids = frozenset({"id", "orderId"})
    order_states = frozenset({"status"})

    def __init__(
        self,
        exchange: Exchange,
        *,
        ready: bool = False,
        pacing: bool = False,
        refuse_inside: bool = False,
    ) -> None:
        self.exchange = exchange
        for account_id in ACCOUNTS:
            if account_id not in exchange.accounts:
                exchange.open_account(account_id)
        chosen = Options(ready=ready, pacing=pacing, refuse_inside=refuse_inside)
        self.backend = Backend(exchange, chosen, Session(exchange.seed, open_to_all=ready))
        self._pacing = Pacing()
        self.operations: dict[str, Operation] = {
            name: self._operation(name, method) for name, method in ALL.items()
        }

    def reset(self) -> None:
        """Start over: no orders, opening cash, the first order numbers, tokens as at the start."""
        self.exchange.reset()
        session = Session(self.exchange.seed, open_to_all=self.backend.options.ready)
        self.backend = Backend(self.exchange, self.backend.options, session)
        self._pacing = Pacing()

    def session_action(self, action: str) -> dict[str, Any]:
        """Let something happen to the login; returns keys, accounts, a new token and how it stands."""
        self.backend.session.act(action, self.exchange.clock.milliseconds())
        return session_methods.standing(self.backend)

    def touch(self) -> None:
        """Count this moment as traffic: nothing here ends for want of it."""

    def _operation(self, name: str, method: Method) -> Operation:
        async def operation(_parameters: dict[str, Any], payload: Any) -> Answer:
            self.exchange.advance()
            caller().answered_ms = self.exchange.now_ms
            try:
                self._enter(name)
                return Answer(200, method(self.backend, dict(payload or {})))
            except refusals.Refused as refusal:
                return refusal.answer

        operation.__name__ = name
        return operation

    def _enter(self, name: str) -> None:
        """Check limit, token and quote permission, in this order."""
        now, who = self.exchange.now_ms, caller()
        limit = self._pacing.exceeded(name, now) if self.backend.options.pacing else None
        if limit is not None:
            raise refusals.Refused(refusals.over_limit(name, limit))
        if who.token is not None and name not in WITHOUT_TOKEN:
            good = self.backend.session.accepts(who.token, now)
            refusals.require(good, refusals.TOKEN_EXPIRED)
        if name in REAL_TIME:
            seen = self.backend.session.sees_quotes(who.device_id)
            refusals.require(seen, refusals.NO_PERMISSION)
