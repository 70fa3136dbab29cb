"""IBKR's Client Portal: brokerage session, pre-flights, cold answers, statuses that mean something else."""

from contextlib import suppress
from typing import Any

from omnibroker.clock import now_text
from omnibroker.config import IbkrConnection
from omnibroker.kit.errors import GatewayError, NotSent
from omnibroker.upstream import state as states
from omnibroker.upstream.ibkr import answers
from omnibroker.upstream.life import Life, Ways, now, wait
from omnibroker.upstream.operations import Preflight
from omnibroker.upstream.seam import Draft, UpstreamCall
from omnibroker.upstream.session import UpstreamSession
from omnibroker.upstream.state import AccountFacts, SessionState
from omnibroker.upstream.wire import WireResponse

# The session operations themselves, and what the outer login alone opens, need no brokerage session.
_SESSION_PATHS = ("/iserver/auth/", "/iserver/reauthenticate", "/tickle", "/logout", "/sso/")
_POLL_SECONDS = 0.5
_POLLS = 8
_HEADERS = ((b"user-agent", b"omnibroker"), (b"accept", b"*/*"))
# How long an order may wait for the data of its instrument to be opened.
_DATA_SECONDS = 1.0
_SNAPSHOT = "live_marketdata_snapshot"
_NEED_DATA = frozenset({"place_order", "whatif_order"})
_LOG_IN = "Log in at the Client Portal Gateway in a browser."
_LOST = "The session was lost."
_WAYS = Ways(
    broker="ibkr",
    closed="The session was closed on request: log in at the gateway, then refresh_session.",
    seconds=10.0,
    patient=False,
    failed=lambda _error: (states.DEGRADED, {}),
)


class Ibkr:
    """The odd ways of one Client Portal session (one username, one brokerage session).

    A question must be answered before any other order call of the session: one round at a time.
    """

    one_round_at_a_time = True
    instruments_by_account = False
    instruments_by_session = True

    def __init__(self, name: str, session_state: SessionState, settings: IbkrConnection) -> None:
        self._compete = settings.compete
        self.state = session_state
        self._warm: set[str] = set()
        self._life = Life(name, _WAYS, session_state, self._log_in, self._warm.clear)

    def attach(self, session: UpstreamSession) -> None:
        """Take the session that this module's own calls go through."""
        self._life.attach(session)

    def market_account(self) -> str:
        """Return no account: market data belongs to the login."""
        return ""

    async def ready(self, call: UpstreamCall) -> None:
        """Bring up the brokerage session and run the operation's pre-flights of this epoch."""
        operation = call.operation
        if operation.path.startswith(_SESSION_PATHS):
            return
        if not self.state.ready and not self._life.is_inside:
            await self.open(call.deadline)
        for preflight in operation.preflights:
            if preflight.operation not in self._warm and not preflight.discard_first:
                await self._send(preflight.operation, call.deadline)
                self._warm.add(preflight.operation)
        if operation.operation_id in _NEED_DATA:
            await self._open_data(call)
        call.epoch = self.state.epoch

    def wire(self, call: UpstreamCall, draft: Draft) -> Draft:
        """Add the headers that IBKR wants; the local gateway takes no credential.

        A first call that is thrown away may ask for more: the list of orders for those of earlier sessions.
        """
        target, cold = draft.target, _cold(call)
        if cold is not None and cold.query and call.operation.operation_id not in self._warm:
            target += ("&" if "?" in target else "?") + cold.query
        return Draft(draft.method, target, (*_HEADERS, *draft.headers), draft.body)

    def unwrap(self, call: UpstreamCall, response: WireResponse) -> WireResponse:  # noqa: ARG002
        """Return the answer as it is: IBKR has no envelope."""
        return response

    async def noticed(self, call: UpstreamCall, response: WireResponse) -> None:
        """Check the session after a write that was answered as if it were gone; the write itself is not repeated."""
        if response.status in {302, 400, 401}:
            with suppress(GatewayError):
                await self._checked(call)

    def unreachable(self, reason: str) -> None:
        """End the proof: what answers next may be another gateway or login."""
        self._life.degrade(f"The Client Portal Gateway cannot be reached ({reason}).")

    async def again(self, call: UpstreamCall, response: WireResponse, attempt: int) -> bool:
        """Ask a read again: a cold first answer, a snapshot without its fields, a session that was lost."""
        operation = call.operation
        if operation.path.startswith(_SESSION_PATHS):
            return False
        if response.status in {400, 401, 500} and attempt == 0 and not self._life.is_inside:
            return await self._checked(call)
        cold = _cold(call)
        if response.status == 200 and cold is not None and operation.operation_id not in self._warm:
            self._warm.add(operation.operation_id)
            return await wait(cold.wait_seconds, call.deadline)
        # One of this module's own only opens the data: nobody waits for its prices.
        if operation.operation_id == _SNAPSHOT and not call.own and attempt < _POLLS:
            return answers.is_bare(response) and await wait(_POLL_SECONDS, call.deadline)
        return False

    async def _open_data(self, call: UpstreamCall) -> None:
        """Open the market data of what an order is about, once per epoch: without it IBKR asks or warns.

        A failure is not the order's: IBKR itself says what it thinks of an order without data.
        """
        for conid in answers.conids(call.body):
            name = f"{_SNAPSHOT} {conid}"
            if name not in self._warm:
                self._warm.add(name)
                # A short time of its own: a slow quote must not eat the order's.
                deadline = min(call.deadline, now() + _DATA_SECONDS)
                with suppress(GatewayError):
                    await self._life.session.perform(
                        _SNAPSHOT, {"conids": conid, "fields": "31"}, deadline=deadline
                    )

    async def interpret(self, call: UpstreamCall, response: WireResponse) -> WireResponse:
        """Return a usable answer, or raise what its status means (reference: status codes as they really behave)."""
        if response.status == 200:
            answers.refuse_error_object(response)
            return response
        if response.status == 302 or (response.status == 401 and not self.state.ready):
            self.state.become(states.NEEDS_HUMAN, _LOG_IN)
        if response.status in {302, 400, 401, 500} and not self.state.ready:
            raise NotSent("session_not_ready", self.state.detail or _LOG_IN, broker="ibkr")
        raise answers.failure(call.operation, response)

    async def open(self, deadline: float) -> None:
        """Log the brokerage session in (never taking it from another platform), then prove the environment."""
        await self._life.open(deadline)

    async def close(self, deadline: float) -> None:
        """Log out; this ends the outer login too, so a person must log in again."""
        try:
            await self._send("logout", deadline)
        except NotSent as error:
            # Nobody is logged in: what was asked for is so already.
            if error.code != "session_not_ready":
                raise
        self._life.end()

    async def keep(self) -> None:
        """Keep the session alive until cancelled: tickle every minute, bring it back when it is lost."""
        await self._life.keep(self._tickle)

    async def _tickle(self, deadline: float) -> None:
        if not self.state.ready:
            await self.open(deadline)
        epoch = self.state.epoch
        try:
            answer = await self._send_for_object("tickle", deadline)
        except GatewayError as error:
            self._life.degrade(error.detail)
            raise
        status = answers.member(answers.member(answer, "iserver"), "authStatus")
        if status.get("authenticated") is True and status.get("competing") is not True:
            self.state.last_keep_alive_at = now_text()
            return
        await self._life.renewed(epoch, _LOST, deadline)

    async def renew(self, deadline: float) -> None:
        """Start a new epoch: check the session, log in again if it is lost, forget every pre-flight."""
        await self._life.renew(deadline)

    async def _checked(self, call: UpstreamCall) -> bool:
        """Say whether a read that failed is worth another try: IBKR's own word decides if the session is lost.

        A session that stands keeps its proof, and calls its pre-flights again: a reader may be mistaken.
        """
        if call.epoch != self.state.epoch:
            return True  # somebody else has renewed it meanwhile
        try:
            status = await self._send_for_object("auth_status", call.deadline)
        except GatewayError:
            status = {}
        if answers.is_authenticated(status) and status.get("competing") is not True:
            self._warm.clear()
            return True
        return await self._life.renewed(call.epoch, _LOST, call.deadline)

    async def _log_in(self, deadline: float) -> None:
        """Log in, never taking the session from another platform, then prove the environment."""
        await self._authenticate(deadline)
        await self._prove(deadline)

    async def _authenticate(self, deadline: float) -> None:
        status = await self._send_for_object("auth_status", deadline)
        if not answers.is_authenticated(status):
            status = await self._initialise(status, deadline)
        if status.get("competing") is True and not self._compete:
            self.state.become(states.COMPETING, "Another platform holds this username's session.")
            raise NotSent("session_not_ready", "Another platform holds this username's session.")
        if not answers.is_authenticated(status):
            self.state.become(states.NEEDS_HUMAN, _LOG_IN)
            raise NotSent("session_not_ready", _LOG_IN)

    async def _initialise(self, status: dict[str, Any], deadline: float) -> dict[str, Any]:
        if status.get("competing") is True and not self._compete:
            return status
        body = {"publish": True, "compete": self._compete}
        await self._send("init_brokerage_session", deadline, body)
        for _ in range(_POLLS):
            status = await self._send_for_object("auth_status", deadline)
            if answers.is_authenticated(status) or not await wait(_POLL_SECONDS, deadline):
                break
        return status

    async def _prove(self, deadline: float) -> None:
        """Read back which accounts and which environment this session really has."""
        answer = await self._send_for_object("brokerage_accounts", deadline)
        self._warm.add("brokerage_accounts")
        listed = answer.get("accounts")
        names = listed if isinstance(listed, list) else []
        accounts = tuple(a for a in names if isinstance(a, str) and a != "All")
        currencies = await self._reporting_currencies(deadline)
        environment = answers.environment(answer.get("isPaper"), accounts)
        self.state.become(states.READY)
        self.state.accounts = {
            account: AccountFacts(environment, currencies.get(account)) for account in accounts
        }

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
        answer = await self._life.send(operation_id, deadline, body)
        return {} if answer is None else answer


def _cold(call: UpstreamCall) -> Preflight | None:
    """Return the pre-flight of an operation whose first answer of an epoch is thrown away."""
    return next((p for p in call.operation.preflights if p.discard_first), None)
