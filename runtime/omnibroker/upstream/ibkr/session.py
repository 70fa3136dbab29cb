"""IBKR's Client Portal: brokerage session, pre-flights, cold answers, statuses that mean something else."""

import asyncio
from contextlib import suppress
from contextvars import ContextVar
from typing import Any

from omnibroker.kit.errors import GatewayError, NotSent
from omnibroker.observe import log
from omnibroker.upstream import state as states
from omnibroker.upstream.ibkr import answers
from omnibroker.upstream.session import UpstreamCall, UpstreamSession
from omnibroker.upstream.state import SessionState
from omnibroker.upstream.wire import WireResponse

_TICKLE_SECONDS = 60.0
_SESSION_SECONDS = 10.0
# The session operations themselves, and what the outer login alone opens, need no brokerage session.
_SESSION_PATHS = ("/iserver/auth/", "/iserver/reauthenticate", "/tickle", "/logout", "/sso/")
# Set while a task (and the reads it starts) brings the session up: its own calls must not wait for it.
_inside_open: ContextVar[bool] = ContextVar("ibkr_inside_open", default=False)
_POLL_SECONDS = 0.5
_POLLS = 8
_SNAPSHOT = "live_marketdata_snapshot"
_NEED_DATA = frozenset({"place_order", "whatif_order"})
# How soon a session that is down is tried again.
_RETRY_SECONDS = 10.0
_LOG_IN = "Log in at the Client Portal Gateway in a browser."


class Ibkr:
    """The odd ways of one Client Portal session (one username, one brokerage session)."""

    def __init__(self, name: str, session_state: SessionState, *, compete: bool) -> None:
        self._name = name
        self._compete = compete
        self.state = session_state
        self._session: UpstreamSession | None = None
        self._opening = asyncio.Lock()
        self._warm: set[str] = set()
        self._headers = ((b"user-agent", b"omnibroker"), (b"accept", b"*/*"))

    def attach(self, session: UpstreamSession) -> None:
        """Take the session that this module's own calls go through."""
        self._session = session

    async def prepare(self, call: UpstreamCall) -> tuple[tuple[bytes, bytes], ...]:
        """Bring up the brokerage session and run the operation's pre-flights of this epoch."""
        operation = call.operation
        if operation.path.startswith(_SESSION_PATHS):
            return self._headers
        if not self.state.ready and not _inside_open.get():
            await self.open(call.deadline)
        for preflight in operation.preflights:
            if preflight.operation not in self._warm and not preflight.discard_first:
                await self._send(preflight.operation, call.deadline)
                self._warm.add(preflight.operation)
        if operation.operation_id in _NEED_DATA:
            await self._open_data(call)
        return self._headers

    async def again(self, call: UpstreamCall, response: WireResponse, attempt: int) -> bool:
        """Ask a read again: a cold first answer, a snapshot without its fields, a session that was lost."""
        operation = call.operation
        if operation.path.startswith(_SESSION_PATHS):
            return False
        if response.status in {400, 401, 500} and attempt == 0 and not _inside_open.get():
            return await self._renewed(call.deadline)
        cold = next((p for p in operation.preflights if p.discard_first), None)
        if response.status == 200 and cold is not None and operation.operation_id not in self._warm:
            self._warm.add(operation.operation_id)
            return await _wait(cold.wait_seconds, call.deadline)
        # One that this module sent itself only opens the data: nobody waits for its prices.
        if operation.operation_id == _SNAPSHOT and not call.parameters and attempt < _POLLS:
            return answers.is_bare(response) and await _wait(_POLL_SECONDS, call.deadline)
        return False

    async def _open_data(self, call: UpstreamCall) -> None:
        """Open the market data of what an order is about, once per epoch: without it IBKR asks or warns.

        A failure is not the order's: IBKR itself says what it thinks of an order without data.
        """
        for conid in answers.conids(call.body):
            name = f"{_SNAPSHOT} {conid}"
            if name not in self._warm and self._session is not None:
                self._warm.add(name)
                parameters = {"conids": conid, "fields": "31"}
                with suppress(GatewayError):
                    await self._session.perform(_SNAPSHOT, deadline=call.deadline, **parameters)

    async def interpret(self, call: UpstreamCall, response: WireResponse) -> WireResponse:
        """Return a usable answer, or raise what its status means (reference: status codes as they really behave)."""
        if response.status == 200:
            answers.refuse_error_object(response)
            return response
        if response.status in {302, 401}:
            self.state.become(states.NEEDS_HUMAN, _LOG_IN)
        if response.status in {302, 400, 401, 500} and not self.state.ready:
            raise NotSent("session_not_ready", self.state.detail or _LOG_IN, broker="ibkr")
        raise answers.failure(call.operation, response)

    async def open(self, deadline: float) -> None:
        """Log the brokerage session in (never taking it from another platform), then prove the environment."""
        async with self._opening:
            if self.state.ready:
                return
            self.state.become(states.INITIALISING)
            inside = _inside_open.set(True)
            try:
                await self._log_in(deadline)
                await self._prove(deadline)
            except GatewayError as error:
                if self.state.state == states.INITIALISING:
                    self.state.become(states.DEGRADED, error.detail)
                detail = self.state.detail or error.detail
                raise NotSent("session_not_ready", detail, broker="ibkr") from error
            finally:
                _inside_open.reset(inside)

    async def close(self, deadline: float) -> None:
        """Log out; this ends the outer login too, so a person must log in again."""
        try:
            await self._send("logout", deadline)
        except NotSent as error:
            # Nobody is logged in: what was asked for is so already.
            if error.code != "session_not_ready":
                raise
        self._reset(
            states.LOGGED_OUT, "Logged out on request; log in at the Client Portal Gateway."
        )

    async def keep(self) -> None:
        """Keep the session alive until cancelled: tickle every minute, bring it back when it is lost."""
        while True:
            try:
                await self._tickle()
            except GatewayError as error:
                log.warning("session_not_ready", connection=self._name, detail=error.detail)
                if self.state.ready:
                    self._reset(states.DEGRADED, error.detail)
            await asyncio.sleep(_TICKLE_SECONDS if self.state.ready else _RETRY_SECONDS)

    async def _tickle(self) -> None:
        deadline = _deadline(_SESSION_SECONDS)
        if not self.state.ready:
            await self.open(deadline)
        answer = await self._send_for_object("tickle", deadline)
        status = answers.member(answers.member(answer, "iserver"), "authStatus")
        if status.get("authenticated") is True and status.get("competing") is not True:
            self.state.last_keep_alive_at = states.now_text()
            return
        await self._renewed(deadline)

    async def renew(self, deadline: float) -> None:
        """Start a new epoch: check the session, log in again if it is lost, forget every pre-flight."""
        self._reset(states.DEGRADED, "The session is being checked.")
        await self.open(deadline)

    async def _renewed(self, deadline: float) -> bool:
        try:
            await self.renew(deadline)
        except NotSent:
            return False
        return True

    def _reset(self, state: str, detail: str) -> None:
        self._warm.clear()
        self.state.epoch += 1
        self.state.become(state, detail)
        if self._session is not None:
            self._session.forget()

    async def _log_in(self, deadline: float) -> None:
        status = await self._send_for_object("auth_status", deadline)
        if not answers.is_authenticated(status):
            status = await self._initialise(status, deadline)
        if status.get("competing") is True and not self._compete:
            self.state.become(states.COMPETING, "Another platform holds this username's session.")
            raise NotSent("session_not_ready", "Another platform holds this username's session.")
        if not answers.is_authenticated(status):
            self.state.become(
                states.NEEDS_HUMAN, "Log in at the Client Portal Gateway in a browser."
            )
            raise NotSent(
                "session_not_ready", "The Client Portal Gateway wants a person to log in."
            )

    async def _initialise(self, status: dict[str, Any], deadline: float) -> dict[str, Any]:
        if status.get("competing") is True and not self._compete:
            return status
        body = {"publish": True, "compete": self._compete}
        await self._send("init_brokerage_session", deadline, body)
        for _ in range(_POLLS):
            status = await self._send_for_object("auth_status", deadline)
            if answers.is_authenticated(status) or not await _wait(_POLL_SECONDS, deadline):
                break
        return status

    async def _prove(self, deadline: float) -> None:
        """Read back which accounts and which environment this session really has."""
        answer = await self._send_for_object("brokerage_accounts", deadline)
        self._warm.add("brokerage_accounts")
        listed = answer.get("accounts")
        names = listed if isinstance(listed, list) else []
        accounts = tuple(a for a in names if isinstance(a, str) and a != "All")
        self.state.currencies = await self._reporting_currencies(deadline)
        self.state.become(states.READY)
        self.state.accounts = accounts
        self.state.environment = answers.environment(answer.get("isPaper"), accounts)

    async def _reporting_currencies(self, deadline: float) -> dict[str, str]:
        """Return {account: the currency that IBKR reports it in}."""
        rows = await self._send("portfolio_accounts", deadline)
        self._warm.add("portfolio_accounts")
        return {
            row["accountId"]: row["currency"]
            for row in (rows if isinstance(rows, list) else [])
            if isinstance(row, dict)
            and isinstance(row.get("accountId"), str)
            and isinstance(row.get("currency"), str)
        }

    async def _send_for_object(self, operation_id: str, deadline: float) -> dict[str, Any]:
        """Return an answer that should be an object; anything else says nothing: an empty one."""
        answer = await self._send(operation_id, deadline)
        return answer if isinstance(answer, dict) else {}

    async def _send(self, operation_id: str, deadline: float, body: Any = None) -> Any:
        if self._session is None:
            raise NotSent("session_not_ready", "The connection is not assembled.")
        answer = await self._session.perform_alone(operation_id, body, deadline=deadline)
        return {} if answer is None else answer


async def _wait(seconds: float, deadline: float) -> bool:
    """Wait, unless that would leave no time before the deadline; say whether it was waited."""
    if asyncio.get_running_loop().time() + seconds >= deadline:
        return False
    await asyncio.sleep(seconds)
    return True


def _deadline(seconds: float) -> float:
    return asyncio.get_running_loop().time() + seconds
