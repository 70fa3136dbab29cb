"""The simulated TradeLocker server: every operation behind its token and its limit."""

from collections.abc import Awaitable, Callable
from typing import Any

from omnibroker_sandbox.answers import Answer
from omnibroker_sandbox.exchange import Exchange
from omnibroker_sandbox.tradelocker import (
    accounts,
    instruments,
    market_data,
    order_reading,
    orders,
    positions,
    refusals,
    sessions,
)
from omnibroker_sandbox.tradelocker.desk import ACCOUNTS, Desk
from omnibroker_sandbox.tradelocker.headers import AUTHORIZATION
from omnibroker_sandbox.tradelocker.ledger import Ledger
from omnibroker_sandbox.tradelocker.listing import Listings
from omnibroker_sandbox.tradelocker.pacing import Pacing
from omnibroker_sandbox.tradelocker.tokens import Tokens

Operation = Callable[[dict[str, Any], Any], Awaitable[Answer]]
Body = Callable[[Desk, dict[str, Any], Any], Answer]

ALL: dict[str, Body] = {
    **sessions.OPERATIONS,
    **accounts.OPERATIONS,
    **instruments.OPERATIONS,
    **market_data.OPERATIONS,
    **orders.OPERATIONS,
    **order_reading.OPERATIONS,
    **positions.OPERATIONS,
}
ACTIONS = ("expire", "logout", "close_only", "release")
BEARER = "Bearer "


class TradeLockerSandbox:
    """One server with a USD and a EUR account; `operations` maps operation ids to coroutines.

    With `ready` a call without an Authorization header counts as logged in; one with a header is
    checked all the same. `pacing` refuses what exceeds the limits of config.
    """

    order_ids = frozenset({"orderId"})
    order_states = frozenset({"New", "Filled", "Cancelled", "Rejected"})

    def __init__(self, exchange: Exchange, *, ready: bool = False, pacing: bool = False) -> None:
        self.exchange = exchange
        for entry in ACCOUNTS:
            if entry.id not in exchange.accounts:
                exchange.open_account(entry.id, entry.currency, entry.cash)
        self._ready = ready
        self._paced = pacing
        self.operations: dict[str, Operation] = {
            name: self._operation(name, body) for name, body in ALL.items()
        }
        self._begin()

    def reset(self) -> None:
        """Start over: no orders, opening cash, no token that counts."""
        self.exchange.reset()
        issued = self.desk.tokens.issued
        self._begin()
        self.desk.tokens.issued = issued
        self.desk.tokens.revoke()

    def session_action(self, action: str) -> dict[str, Any]:
        """Let something happen from outside: see ACTIONS; unknown ones are refused.

        `expire` ends all access tokens, `logout` refresh tokens too; `close_only` lets positions
        only be closed until `release`.
        """
        if action not in ACTIONS:
            raise ValueError(f"Unknown session action {action!r}: use one of {', '.join(ACTIONS)}.")
        if action == "expire":
            self.desk.tokens.expire_access()
        elif action == "logout":
            self.desk.tokens.revoke()
        else:
            self.desk.close_only = action == "close_only"
        return {"action": action, "close_only": self.desk.close_only}

    def touch(self) -> None:
        """Count this moment as traffic: no login dies of idleness here."""

    def _begin(self) -> None:
        self.desk = Desk(
            exchange=self.exchange,
            listings=Listings(self.exchange.catalogue),
            tokens=Tokens(self.exchange.seed),
            ledger=Ledger(self.exchange),
        )
        self._pacing = Pacing()

    def _operation(self, name: str, body: Body) -> Operation:
        async def operation(parameters: dict[str, Any], payload: Any) -> Answer:
            try:
                self._enter(name)
                return body(self.desk, parameters, payload)
            except refusals.Refused as refusal:
                return refusal.answer

        operation.__name__ = name
        return operation

    def _enter(self, name: str) -> None:
        """Check token and limit, then work the market up to now."""
        now_ms = self.exchange.clock.milliseconds()
        if name not in sessions.OPERATIONS:
            refusals.require(self._logged_in(now_ms // 1000), refusals.UNAUTHORIZED)
        if self._paced:
            refusals.require(self._pacing.admit(name, now_ms), refusals.TOO_MANY_REQUESTS)
        self.desk.ledger.sync()

    def _logged_in(self, now: int) -> bool:
        header = AUTHORIZATION.get()
        if not header:
            return self._ready
        token = header.removeprefix(BEARER)
        return token != header and self.desk.tokens.subject(token, now) is not None
