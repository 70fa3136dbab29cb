"""The simulated Client Portal gateway: every operation behind its sessions, pre-flights and limits."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

from omnibroker_sandbox.answers import Answer
from omnibroker_sandbox.exchange import Exchange
from omnibroker_sandbox.ibkr import (
    accounts,
    contracts,
    market_data,
    order_reading,
    orders,
    portfolio,
    refusals,
    schedules,
    session_operations,
)
from omnibroker_sandbox.ibkr.conids import Conids
from omnibroker_sandbox.ibkr.gateway import Gateway, MarketDataMode, Options, StaleReply
from omnibroker_sandbox.ibkr.pacing import HISTORY_CONCURRENT, Pacing
from omnibroker_sandbox.ibkr.questions import PendingOrders, QuestionPolicy
from omnibroker_sandbox.ibkr.session import Session

Operation = Callable[[dict[str, Any], Any], Awaitable[Answer]]
Body = Callable[[Gateway, dict[str, Any], Any], Answer]

ORDER_OPERATIONS: dict[str, Body] = {**orders.OPERATIONS, **order_reading.OPERATIONS}
BROKERAGE: dict[str, Body] = {
    **accounts.OPERATIONS,
    **market_data.OPERATIONS,
    **ORDER_OPERATIONS,
    **{
        name: contracts.OPERATIONS[name]
        for name in contracts.OPERATIONS
        if name
        not in {
            "security_definition_by_conid",
            "security_future_by_symbol",
            "security_stocks_by_symbol",
        }
    },
}
"""Everything under /iserver except the sessions: it needs the brokerage session."""

ALL: dict[str, Body] = {
    **session_operations.OPERATIONS,
    **contracts.OPERATIONS,
    **schedules.OPERATIONS,
    **portfolio.OPERATIONS,
    **BROKERAGE,
}
ACCOUNTS_FIRST = frozenset(
    {
        *ORDER_OPERATIONS,
        "live_marketdata_snapshot",
        "account_profit_and_loss",
        "switch_account",
    }
) - {"reply", "suppress_messages", "reset_suppressed_messages", "trades", "trades_slash"}
PORTFOLIO_FIRST = frozenset(portfolio.OPERATIONS) - {"portfolio_accounts", "portfolio_subaccounts"}
WITHOUT_LOGIN = frozenset({"init_brokerage_session"})
HISTORY = "marketdata_history_by_conid"


class IbkrSandbox:
    """One gateway process with one paper account; `operations` maps operation ids to coroutines.

    With `ready` the login and the brokerage session are open and `/iserver/accounts` and
    `/portfolio/accounts` count as called; otherwise only the outer login is open.
    """

    order_ids = frozenset({"order_id", "orderId"})
    order_states = frozenset({"order_status", "status", "order_ccp_status"})

    def __init__(
        self,
        exchange: Exchange,
        *,
        account: str = "DU1234567",
        ready: bool = False,
        pacing: bool = False,
        penalty_box: bool = False,
        questions: QuestionPolicy | None = None,
        stale_reply: StaleReply = "error_200",
        market_data: MarketDataMode = "realtime",
        session_scoped_orders: bool = True,
    ) -> None:
        self.exchange = exchange
        if account not in exchange.accounts:
            exchange.open_account(account)
        options = Options(
            ready=ready,
            pacing=pacing,
            penalty_box=penalty_box,
            questions=questions or QuestionPolicy(),
            stale_reply=stale_reply,
            market_data=market_data,
            session_scoped_orders=session_scoped_orders,
        )
        self.gateway = Gateway(exchange, account, options, Conids(exchange))
        self.operations: dict[str, Operation] = {
            name: self._operation(name, body) for name, body in ALL.items()
        }
        self._begin()

    def reset(self) -> None:
        """Start over: no orders, opening cash, a fresh login."""
        self.exchange.reset()
        self.gateway.session, self.gateway.pending = Session(), PendingOrders()
        self._begin()

    def session_action(self, action: str) -> dict[str, Any]:
        """Let something happen to the login from outside and return how it stands then."""
        self.gateway.session.act(action, self.exchange.clock.milliseconds())
        return self.gateway.authentication()

    def touch(self) -> None:
        """Count this moment as traffic, so that an advanced clock does not end the login."""
        self.gateway.session.last_seen_ms = self.exchange.clock.milliseconds()

    def render_error(self, status: int, code: str, detail: str) -> Answer:
        """Answer what no operation covers, as the gateway does."""
        return refusals.render_error(status, code, detail)

    def _begin(self) -> None:
        self._pacing = Pacing(self.gateway.options.penalty_box)
        session = self.gateway.session
        session.last_seen_ms = self.exchange.clock.milliseconds()
        if self.gateway.options.ready:
            session.begin()
            session.prepared.add("accounts")
            session.portfolio_prepared = True

    def _operation(self, name: str, body: Body) -> Operation:
        async def operation(parameters: dict[str, Any], payload: Any) -> Answer:
            try:
                self._enter(name)
                if name == HISTORY and self.gateway.options.pacing:
                    await self._take_turn()
                return body(self.gateway, parameters, payload)
            except refusals.Refused as refusal:
                return refusal.answer

        operation.__name__ = name
        return operation

    def _enter(self, name: str) -> None:
        """Check the limits, the two sessions and the pre-flights, in the gateway's order."""
        now, session = self.exchange.clock.milliseconds(), self.gateway.session
        if self.gateway.options.pacing:
            refusals.require(self._pacing.admit(name, now), refusals.TOO_MANY_REQUESTS)
        session.see(now)
        refusals.require(session.logged_in or name in WITHOUT_LOGIN, refusals.NOT_AUTHENTICATED)
        if name in BROKERAGE:
            refusals.require(session.authenticated, refusals.NO_BRIDGE)
        if name in ACCOUNTS_FIRST:
            refusals.require("accounts" in session.prepared, refusals.ACCOUNTS_FIRST)
        if name in PORTFOLIO_FIRST:
            refusals.require(session.portfolio_prepared, refusals.PORTFOLIO_FIRST)

    async def _take_turn(self) -> None:
        """Run at most five histories at a time; yields once so that they can overlap at all."""
        running = self.gateway.running
        refusals.require(running.get(HISTORY, 0) < HISTORY_CONCURRENT, refusals.TOO_MANY_REQUESTS)
        running[HISTORY] = running.get(HISTORY, 0) + 1
        try:
            await asyncio.sleep(0)
        finally:
            running[HISTORY] -= 1
