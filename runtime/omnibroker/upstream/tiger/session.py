"""Tiger's session: one signed path, a token that is exchanged, the quote permission of one device."""

from contextlib import suppress
from typing import Any

from omnibroker.clock import now_text
from omnibroker.config import TigerConnection
from omnibroker.kit.errors import GatewayError, malformed
from omnibroker.observe import log
from omnibroker.upstream import state as states
from omnibroker.upstream import wire
from omnibroker.upstream.life import Life, Ways, now
from omnibroker.upstream.seam import Draft, UpstreamCall
from omnibroker.upstream.session import UpstreamSession
from omnibroker.upstream.state import SessionState
from omnibroker.upstream.tiger import answers, credentials, envelope, proof
from omnibroker.upstream.tiger.answers import NeedsPerson, TokenRefused
from omnibroker.upstream.tiger.quotes import Quotes
from omnibroker.upstream.tiger.token_life import TokenLife
from omnibroker.upstream.wire import WireResponse

_HEADERS = (
    (b"user-agent", b"omnibroker"),
    (b"accept", b"application/json"),
    (b"cache-control", b"no-cache"),
)
_NO_ACCOUNT = "Tiger lists no account for this developer id; open one, then refresh_session."


def _failed(error: GatewayError) -> tuple[str, dict[str, Any]]:
    by_hand = isinstance(error, NeedsPerson)
    return (states.NEEDS_HUMAN if by_hand else states.DEGRADED), error.extra


_WAYS = Ways(
    broker="tiger",
    closed="The session was closed on request: refresh_session brings it up again.",
    seconds=15.0,
    patient=True,
    failed=_failed,
)


class Tiger:
    """The odd ways of one developer id, whose accounts may be live and paper side by side."""

    one_round_at_a_time = False
    instruments_by_account = False
    instruments_by_session = False

    def __init__(self, name: str, session_state: SessionState, settings: TigerConnection) -> None:
        self._name = name
        self._settings = settings
        self._credentials = credentials.read(name, settings)
        self._token = TokenLife(name, self._credentials, settings.token_file)
        self._quotes = Quotes(name, wanted=settings.grab_quotes)
        self.state = session_state
        self._life = Life(name, _WAYS, session_state, self._log_in)

    def attach(self, session: UpstreamSession) -> None:
        """Take the session that this module's own calls go through."""
        self._life.attach(session)

    def market_account(self) -> str:
        """Return an account that the connection is meant for, as contracts are asked for with one.

        Best one of the configured environment, then a proven one; "" before the session is up.
        """
        allowed, wanted = self._settings.accounts, self._settings.environment
        known = [
            (facts.environment != wanted, facts.environment is None, place, name)
            for place, (name, facts) in enumerate(self.state.accounts.items())
            if not allowed or name in allowed
        ]
        return min(known)[-1] if known else ""

    async def ready(self, call: UpstreamCall) -> None:
        """Bring the session up: token, accounts, proofs."""
        if not self.state.ready and not self._life.is_inside:
            await self.open(call.deadline)
        call.epoch = self.state.epoch

    def wire(self, call: UpstreamCall, draft: Draft) -> Draft:
        """Put the call into the signed envelope of Tiger's one path, which the base path is."""
        at, token = envelope.timestamp(), self._token.current
        call.noted = (at, token)
        content = envelope.content(draft.body, call.body, self._credentials.secret_key)
        version = call.body.get("version") if isinstance(call.body, dict) else None
        method = call.operation.path.lstrip("/")
        body = envelope.sealed(self._credentials, method, content, version, at)
        headers = (*_HEADERS, *draft.headers)
        if token:
            headers = (*headers, (b"authorization", token.encode()))
        return Draft("POST", "", headers, body)

    def unwrap(self, call: UpstreamCall, response: WireResponse) -> WireResponse:
        """Take the envelope off: data with 200, a refusal with the status that its code stands for."""
        if call.capture and response.status != 200:
            # Tiger refuses within a 200: what comes with another status is nobody's word about an order.
            return WireResponse(response.status, response.headers, b"")
        at, *sent = call.noted
        hidden = tuple(secret for secret in (*sent, self._credentials.secret_key) if secret)
        try:
            return envelope.opened(response, self._credentials, at, hidden)
        except envelope.Unreadable as error:
            log.error("answer_unreadable", connection=self._name, detail=str(error))
            if call.capture:
                # Whoever answered: the order may be out.
                raise wire.Lost("malformed", str(error)) from None
            raise malformed(str(error), broker="tiger") from None

    async def noticed(self, call: UpstreamCall, response: WireResponse) -> None:
        """Give up a token that a write found refused; the next call exchanges it, the write is not repeated."""
        if response.status == 401:
            self._lost(call)

    def unreachable(self, reason: str) -> None:
        """End the proof, not the token: what answers next may be another peer."""
        self._life.degrade(f"Tiger cannot be reached ({reason}).")

    async def again(self, call: UpstreamCall, response: WireResponse, attempt: int) -> bool:
        """Ask a read again after a token that was refused has been exchanged."""
        if response.status != 401 or attempt or self._life.is_inside:
            return False
        self._lost(call)
        return await self._life.reopened(call.deadline)

    async def interpret(self, call: UpstreamCall, response: WireResponse) -> WireResponse:  # noqa: ARG002
        """Return a usable answer, or raise what it means."""
        if response.status == 200:
            return response
        error = answers.failure(response)
        if isinstance(error, NeedsPerson) and self.state.ready:
            self._life.reset(states.NEEDS_HUMAN, error.detail)
        if isinstance(error, TokenRefused) and not self._life.is_inside:
            detail = self.state.detail or error.detail
            raise TokenRefused(error.code, detail, **error.extra)
        if error.code == "not_entitled":
            self._quotes.refused()
        raise error

    async def open(self, deadline: float) -> None:
        """Bring the session up, and prove accounts and environments from what Tiger says of each."""
        await self._life.open(deadline)

    async def renew(self, deadline: float) -> None:
        """Start a new epoch: a new token where there is one, all proofs anew."""
        async with self._life.turn(deadline):
            self.state.closed_on_request = False
            self._token.forgive()
            self._quotes.forgive()
            self._life.reset(states.DEGRADED, "The session is being renewed.")
            if self._token.is_refreshable:
                # A token that cannot be exchanged now may still be good: the proofs tell.
                with suppress(GatewayError):
                    await self._token.refresh(self._asking(deadline))
            await self._life.bring_up(deadline)

    async def close(self, deadline: float) -> None:
        """Leave Tiger alone until asked for: it has no log-out."""
        async with self._life.turn(deadline):
            self._life.end()

    async def keep(self) -> None:
        """Keep the session up until cancelled: the token exchanged in time, quotes taken where wanted."""
        self._token.begin(now())
        await self._life.keep(self._tend)

    async def _tend(self, deadline: float) -> None:
        if not self.state.ready:
            await self.open(deadline)
        async with self._life.turn(deadline):
            if self.state.ready:
                await self._token.exchange_in_time(self._asking(deadline), now())
                await self._quotes.take(self._asking(deadline))

    async def _log_in(self, deadline: float) -> None:
        """See to a token that Tiger takes, and prove what it opens."""
        ask = self._asking(deadline)
        await self._token.ensure(ask)
        try:
            facts = await self._accounts(deadline)
        except TokenRefused:
            self._token.refuse()
            await self._token.ensure(ask)
            facts = await self._accounts(deadline)
        await self._quotes.take(ask)
        self.state.last_keep_alive_at = now_text()
        self._life.know(facts)

    async def _accounts(self, deadline: float) -> proof.Facts:
        """Return the proven facts of every account; the currency only of those that are served."""
        ask, allowed = self._asking(deadline), self._settings.accounts
        facts = proof.accounts(await ask(answers.ACCOUNTS, {}))
        if not facts:
            raise NeedsPerson("session_not_ready", _NO_ACCOUNT)
        served = {name: known for name, known in facts.items() if not allowed or name in allowed}
        return {**facts, **await proof.with_currencies(served, ask, self._name)}

    def _lost(self, call: UpstreamCall) -> None:
        """Give up the token that a call found refused; who comes second finds that done.

        One that went out right before the token was exchanged says nothing of its successor.
        """
        is_current = call.epoch == self.state.epoch and call.noted[1:] == (self._token.current,)
        if is_current and self.state.ready:
            self._token.refuse()
            self._life.degrade("Tiger did not take the token any more.")

    def _asking(self, deadline: float) -> proof.Ask:
        async def ask(operation_id: str, body: dict[str, Any] | None) -> Any:
            return await self._life.send(operation_id, deadline, body)

        return ask
