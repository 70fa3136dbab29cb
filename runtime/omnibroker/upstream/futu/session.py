"""A gateway of Futu: OpenD's logins, the trade lock, subscriptions, refusals that come with status 200."""

import re
from contextlib import suppress
from dataclasses import replace
from http import HTTPStatus
from typing import Any

from omnibroker.clock import now_text
from omnibroker.config import ConfigError, FutuConnection
from omnibroker.kit.errors import GatewayError, NotSent
from omnibroker.upstream import quoting
from omnibroker.upstream import state as states
from omnibroker.upstream.futu import answers, proofs
from omnibroker.upstream.futu.packets import Packets
from omnibroker.upstream.futu.subscriptions import Subscriptions, Unit, units
from omnibroker.upstream.futu.trade_lock import TradeLock
from omnibroker.upstream.life import Life, Ways
from omnibroker.upstream.operations import encode_body
from omnibroker.upstream.seam import Draft, UpstreamCall
from omnibroker.upstream.session import UpstreamSession
from omnibroker.upstream.state import SessionState
from omnibroker.upstream.wire import WireResponse

# What says how the session stands, or belongs to the gateway's operator, needs none.
_FREE = frozenset(
    {"global_state", "user_info", "unlock_trade", "health", "readyz", "metrics", "ws"}
)
# The changes that the gateway tells apart by their packet_id.
_PACKETS = frozenset({"place_order", "modify_order"})
_KEY = re.compile("[!-~]+")
_PERHAPS_LOST = frozenset({"session_not_ready", "upstream_unavailable"})
# Errors that only a person ends, when they keep a session from coming up.
_FOR_A_PERSON = frozenset({"session_not_ready", "not_entitled", "unsupported_by_broker"})
_LOST = "The login at Futu was lost."


def _failed(error: GatewayError) -> tuple[str, dict[str, Any]]:
    by_hand = error.code in _FOR_A_PERSON
    return (states.NEEDS_HUMAN if by_hand else states.DEGRADED), {}


_WAYS = Ways(
    broker="futu",
    closed="The session was closed on request: refresh_session opens it again.",
    seconds=10.0,
    patient=False,
    failed=_failed,
)


class Futu:
    """The odd ways of one gateway that speaks for OpenD: one login at Futu, all of its accounts."""

    one_round_at_a_time = False
    instruments_by_account = False
    instruments_by_session = False

    def __init__(self, name: str, session_state: SessionState, settings: FutuConnection) -> None:
        self._key = settings.key.read()
        if not _KEY.fullmatch(self._key):
            raise ConfigError(f"[connections.{name}] key must be one word of plain characters.")
        password = settings.trading_password.read() if settings.trading_password else None
        self.state = session_state
        self._life = Life(name, _WAYS, session_state, self._log_in, self._forget)
        self._packets = Packets()
        self._subscriptions = Subscriptions(self._life.send)
        self._lock = TradeLock(self._life.send, password)

    def attach(self, session: UpstreamSession) -> None:
        """Take the session that this module's own calls go through."""
        self._life.attach(session)

    def market_account(self) -> str:
        """Return no account: market data belongs to the login."""
        return ""

    async def ready(self, call: UpstreamCall) -> None:
        """Bring the session up, subscribe what a read needs, look at the lock before a real order."""
        operation = call.operation
        if operation.operation_id in _FREE:
            return
        if not self.state.ready and not self._life.is_inside:
            await self.open(call.deadline)
        if operation.effect == "trade":
            await self._lock.admit(call.account, call.deadline)
        call.epoch = self.state.epoch
        if needed := units(operation.operation_id, call.body):
            await self._subscribe(needed, call)
            call.epoch = self.state.epoch

    async def _subscribe(self, needed: list[Unit], call: UpstreamCall) -> None:
        """Subscribe what a read needs; a login that was lost is brought back for it, once."""
        try:
            await self._subscriptions.ensure(needed, call.deadline)
        except GatewayError as error:
            if error.code not in _PERHAPS_LOST or not await self._checked(call):
                raise
            await self._subscriptions.ensure(needed, call.deadline)

    def wire(self, call: UpstreamCall, draft: Draft) -> Draft:
        """Add the key, and to a change the packet_id, which is drawn for this send alone."""
        headers = (
            (b"authorization", f"Bearer {self._key}".encode("ascii")),
            (b"user-agent", b"omnibroker"),
            (b"accept", b"application/json"),
        )
        body = draft.body
        if call.operation.operation_id in _PACKETS and isinstance(call.body, dict):
            body = encode_body({**call.body, "packet_id": self._packets.draw()})
        return Draft(draft.method, draft.target, (*headers, *draft.headers), body)

    def unwrap(self, call: UpstreamCall, response: WireResponse) -> WireResponse:
        """Return a change's answer without our secrets; give a read that was too frequent its status and wait."""
        if call.operation.mutating:
            return self._without_secrets(response)
        limited = response.status == HTTPStatus.TOO_MANY_REQUESTS
        if not (limited or answers.is_too_frequent(response)):
            return response
        headers = {"retry-after": str(answers.wait_seconds(call.operation)), **response.headers}
        return replace(response, status=HTTPStatus.TOO_MANY_REQUESTS, headers=headers)

    async def noticed(self, call: UpstreamCall, response: WireResponse) -> None:
        """Learn from the answer to a change that the login is gone or trading locked; nothing is repeated."""
        if answers.is_locked(response):
            self._lock.doubt(call.account)
        if answers.is_lost(response):
            with suppress(GatewayError):
                await self._checked(call)

    def unreachable(self, reason: str) -> None:
        """End the proof: what answers next may be another gateway or login, with nothing subscribed."""
        self._life.degrade(f"The gateway of Futu cannot be reached ({reason}).")

    async def again(self, call: UpstreamCall, response: WireResponse, attempt: int) -> bool:
        """Ask a read again, once: a login that was lost, a subscription that the gateway has dropped."""
        if attempt or self._life.is_inside or call.operation.operation_id in _FREE:
            return False
        if answers.is_lost(response):
            return await self._checked(call)
        refused = answers.refusal(response)
        needed = units(call.operation.operation_id, call.body)
        if refused is None or refused.ret_type != answers.FAILED or not needed:
            return False
        self._subscriptions.doubt(needed)
        return True

    async def interpret(self, call: UpstreamCall, response: WireResponse) -> WireResponse:
        """Return a usable answer, or raise what its status and ret_type mean."""
        bare = response.status == 200 and not answers.is_enveloped(call.operation)
        if bare or answers.is_good(response):
            return response
        if answers.is_lost(response) and not self.state.ready and self.state.needs_human:
            raise NotSent("session_not_ready", self.state.detail or "", broker="futu")
        raise answers.failure(call, self._without_secrets(response))

    async def open(self, deadline: float) -> None:
        """See that OpenD is logged in, then prove which accounts there are and what each of them is."""
        await self._life.open(deadline)

    async def unlock(self, deadline: float) -> None:
        """Unlock trading on the real accounts with the configured password."""
        if not self.state.ready:
            await self.open(deadline)
        await self._lock.unlock(deadline)

    async def renew(self, deadline: float) -> None:
        """Start a new epoch: forget subscriptions and lock, look at the logins, prove the accounts anew."""
        await self._life.renew(deadline)

    async def close(self, deadline: float) -> None:
        """Use the gateway no more, and lock what was unlocked here; OpenD itself stays logged in."""
        self.state.closed_on_request = True
        await self._lock.lock(deadline)
        async with self._life.turn(None):  # who is bringing the session up ends first
            self._life.end()

    async def keep(self) -> None:
        """Look at the logins every minute until cancelled; bring the session back when they are there again."""
        await self._life.keep(self._look)

    async def _look(self, deadline: float) -> None:
        if not self.state.ready:
            await self.open(deadline)
        epoch = self.state.epoch
        try:
            trouble = proofs.trouble(await self._global_state(deadline))
        except GatewayError as error:
            if error.code != "rate_limited":
                self._life.degrade(error.detail)
            raise
        if trouble is None:
            self.state.last_keep_alive_at = now_text()
            return
        await self._life.renewed(epoch, _LOST, deadline)

    async def _checked(self, call: UpstreamCall) -> bool:
        """Say whether a read that failed is worth another try: the logins themselves decide if they are lost."""
        if call.epoch != self.state.epoch:
            return True  # somebody else has renewed it meanwhile
        try:
            trouble = proofs.trouble(await self._global_state(call.deadline))
        except GatewayError as error:
            trouble = (states.DEGRADED, error.detail)
        if trouble is None:
            return True
        return await self._life.renewed(call.epoch, _LOST, call.deadline)

    def _forget(self) -> None:
        self._subscriptions.forget()
        self._lock.forget()

    async def _log_in(self, deadline: float) -> None:
        await self._see_logins(deadline)
        await self._prove(deadline)

    async def _see_logins(self, deadline: float) -> None:
        status = await self._global_state(deadline)
        self._packets.learn(status.get("conn_id"))
        trouble = proofs.trouble(status)
        if trouble is not None:
            self.state.become(*trouble)
            raise NotSent("session_not_ready", trouble[1])

    async def _prove(self, deadline: float) -> None:
        """Read back which accounts the login has, and which environment each of them is in."""
        answer = await self._life.send("accounts", deadline)
        proven = proofs.accounts(answers.member(answer, "s2c"))
        self.state.become(states.READY)
        self.state.accounts = proven

    async def _global_state(self, deadline: float) -> dict[str, Any]:
        return answers.member(await self._life.send("global_state", deadline), "s2c")

    def _without_secrets(self, response: WireResponse) -> WireResponse:
        """Return an answer without our secrets: what was refused is quoted to its caller."""
        known = (self._key, self._lock.digest or "")
        return quoting.hidden(response, [text for text in known if len(text) >= quoting.SHORTEST])
