"""TradeLocker's session: one login, several accounts chosen by a header, limits that the broker names."""

import asyncio
from contextlib import suppress
from typing import Any

from omnibroker.clock import now_text
from omnibroker.config import TradeLockerConnection
from omnibroker.kit.errors import GatewayError, NotSent
from omnibroker.kit.upstream import Account
from omnibroker.upstream import state as states
from omnibroker.upstream.life import Life, Step, Ways, now
from omnibroker.upstream.seam import Draft, UpstreamCall
from omnibroker.upstream.session import UpstreamSession
from omnibroker.upstream.state import SessionState
from omnibroker.upstream.tradelocker import answers
from omnibroker.upstream.tradelocker.accounts import NUMBER
from omnibroker.upstream.tradelocker.answers import NeedsPerson, TokenRefused
from omnibroker.upstream.tradelocker.login import Login
from omnibroker.upstream.tradelocker.proof import Proof
from omnibroker.upstream.wire import WireResponse

_SESSION_SECONDS = 15.0
_HEADERS = ((b"user-agent", b"omnibroker"), (b"accept", b"application/json"))
_UNDER_WAY = "TradeLocker's log-in is still under way; ask again."
_CLOSED = "The session was closed on request: refresh_session logs in again."


def _failed(error: GatewayError) -> tuple[str, dict[str, Any]]:
    by_hand = isinstance(error, NeedsPerson)
    return (states.NEEDS_HUMAN if by_hand else states.DEGRADED), error.extra


_WAYS = Ways(
    broker="tradelocker",
    closed=_CLOSED,
    seconds=_SESSION_SECONDS,
    patient=False,
    failed=_failed,
)


class TradeLocker:
    """The odd ways of one TradeLocker user: what an account may do, and its instruments, are its own."""

    one_round_at_a_time = False
    instruments_by_account = True
    instruments_by_session = False

    def __init__(
        self, name: str, session_state: SessionState, settings: TradeLockerConnection
    ) -> None:
        self._name = name
        self._proof = Proof(name, settings)
        self._login = Login(settings)
        key = self._login.developer_key
        self._headers = (*_HEADERS, (b"developer-api-key", key.encode())) if key else _HEADERS
        self.state = session_state
        self._life = Life(name, _WAYS, session_state, self._log_in)
        self._tasks: set[asyncio.Future[None]] = set()

    def attach(self, session: UpstreamSession) -> None:
        """Take the session that this module's own calls go through."""
        self._life.attach(session)

    def market_account(self) -> str:
        """Return the first account whose environment is proven, else the first; "" before the log-in."""
        known = self.state.accounts
        proven = (name for name, facts in known.items() if facts.environment is not None)
        return next(proven, next(iter(known), ""))

    async def ready(self, call: UpstreamCall) -> None:
        """Log in, or replace tokens that have run out."""
        if call.operation.operation_id not in answers.LOGIN and not self._life.is_inside:
            if not self.state.ready:
                await self.open(call.deadline)
            elif not self._login.is_alive(now()):
                await self._apart(self._renew_tokens, call.deadline)
        call.epoch = self.state.epoch

    def wire(self, call: UpstreamCall, draft: Draft) -> Draft:
        """Add the token and the account's number, which TradeLocker wants beside its id."""
        headers = (*self._headers, *draft.headers)
        if call.operation.operation_id not in answers.LOGIN:
            token = self._login.access
            if not token:
                raise NotSent("session_not_ready", self.state.detail or _CLOSED)
            headers = (*headers, (b"authorization", b"Bearer " + token.encode()))
        if call.operation.path.startswith("/trade/"):
            headers = (*headers, (b"accnum", self._number(call.account).encode()))
        return Draft(draft.method, draft.target, headers, draft.body)

    def _number(self, account: Account | None) -> str:
        """Return the number that belongs to an account, or to the market's where a call names none."""
        if account is None or not account.broker_account_id:
            facts = self.state.accounts.get(self.market_account())
            number = facts.native.get(NUMBER) if facts is not None else None
        else:
            number = account.native.get(NUMBER)
        if not number:
            raise NotSent("unknown_account", f"{self._name} has no account for this call.")
        return number

    def unwrap(self, call: UpstreamCall, response: WireResponse) -> WireResponse:
        """Return the answer as it is, except for tokens and the password in the broker's texts."""
        if call.operation.operation_id in answers.LOGIN or answers.says_ok(response):
            return response
        return answers.hidden(response, self._login.secrets)

    async def noticed(self, call: UpstreamCall, response: WireResponse) -> None:
        """Give up a login that a write found gone; the next call logs in, the write is not repeated."""
        if response.status == 401:
            self._lost(call.epoch)

    def unreachable(self, reason: str) -> None:
        """End the proof, not the login: what answers next may be another peer."""
        self._life.degrade(f"TradeLocker cannot be reached ({reason}).")

    async def again(self, call: UpstreamCall, response: WireResponse, attempt: int) -> bool:
        """Ask a read again after a login that was gone has been renewed."""
        if response.status != 401 or attempt or self._life.is_inside:
            return False
        self._lost(call.epoch)
        with suppress(GatewayError):
            await self.open(call.deadline)
        return self.state.ready

    async def interpret(self, call: UpstreamCall, response: WireResponse) -> WireResponse:
        """Return a usable answer, or raise what it means: `s` decides before the status does."""
        if call.operation.operation_id in answers.LOGIN:
            if answers.has_tokens(response):
                return response
            said = answers.hidden(response, self._login.all_secrets)
            raise answers.login_failure(call.operation, said)
        try:
            return answers.usable(call.operation, response)
        except TokenRefused as error:
            detail = self.state.detail or error.detail
            raise TokenRefused(error.code, detail, **error.extra) from error

    async def open(self, deadline: float) -> None:
        """Log in, then prove accounts and environment from what TradeLocker says of each."""
        await self._apart(self._open, deadline)

    async def _open(self, deadline: float) -> None:
        async with self._life.turn(deadline):
            if not self.state.ready:
                await self._bring_up(deadline)

    async def renew(self, deadline: float) -> None:
        """Start a new epoch: new tokens, all proofs anew."""
        await self._apart(self._renew, deadline)

    async def _renew(self, deadline: float) -> None:
        async with self._life.turn(deadline):
            self.state.closed_on_request = False
            self._login.lose()
            self._login.forgive()
            self._life.reset(states.DEGRADED, "The session is being renewed.")
            await self._bring_up(deadline)

    async def close(self, deadline: float) -> None:
        """Give up the tokens: TradeLocker has no log-out."""
        async with self._life.turn(deadline):
            self._login.forget()
            self._life.end()

    async def keep(self) -> None:
        """Keep the session up until cancelled: tokens replaced before they end, proofs completed."""
        await self._life.keep(self._tend)

    async def _tend(self, deadline: float) -> None:
        if not self.state.ready:
            await self.open(deadline)
        elif self._login.is_due(now()):
            await self._renew_tokens(deadline)
        await self._prove_rest(deadline)

    async def _renew_tokens(self, deadline: float) -> None:
        """Replace tokens within the epoch; a login that cannot be is another one: everything anew."""
        async with self._life.turn(deadline):
            if self.state.ready and self._login.is_due(now()):
                if await self._login.refresh(self._life.session, deadline):
                    self.state.last_keep_alive_at = now_text()
                    return
                self._login.lose()
                self._life.reset(states.DEGRADED, "The login has ended.")
            if not self.state.ready:
                await self._bring_up(deadline)

    async def _apart(self, work: Step, deadline: float) -> None:
        """Do something about the login, in a task of its own and with its own time.

        Who waits less long must not break it off: tokens that nobody receives are lost.
        """
        task = asyncio.ensure_future(work(now() + _SESSION_SECONDS))
        self._tasks.add(task)
        task.add_done_callback(self._ended)
        try:
            async with asyncio.timeout_at(deadline):
                await asyncio.shield(task)
        except TimeoutError:
            raise NotSent("session_not_ready", _UNDER_WAY, broker="tradelocker") from None

    def _ended(self, task: asyncio.Future[None]) -> None:
        self._tasks.discard(task)
        if not task.cancelled():
            task.exception()  # seen, even if every caller went away

    async def _bring_up(self, deadline: float) -> None:
        if not self.state.closed_on_request and not self._login.is_alive(now()):
            self._login.check(now())  # what stands against it is what the state says already
        await self._life.bring_up(deadline)

    async def _log_in(self, deadline: float) -> None:
        """Get tokens, unless those at hand are good still, and prove what they open."""
        if self._login.is_alive(now()):
            try:
                return await self._prove(deadline)
            except TokenRefused:
                self._login.lose()
        await self._login.obtain(self._life.session, deadline)
        self.state.last_keep_alive_at = now_text()
        try:
            await self._prove(deadline)
        except TokenRefused as error:
            self._login.rest(now(), error)
            raise

    async def _prove(self, deadline: float) -> None:
        self._life.know(await self._proof.read(self._life.session, deadline))

    async def _prove_rest(self, deadline: float) -> None:
        """Ask again for the accounts that are not proven yet."""
        epoch, known = self.state.epoch, self.state.accounts
        if any(facts.environment is None for facts in known.values()):
            facts = await self._proof.complete(self._life.session, known, deadline)
            if self.state.ready and self.state.epoch == epoch:
                self._life.know(facts)

    def _lost(self, epoch: int) -> None:
        """Give up a login that a call of this epoch found gone; who comes second finds that done."""
        if epoch == self.state.epoch and self.state.ready:
            self._login.lose()
            self._life.degrade("The login was lost.")
