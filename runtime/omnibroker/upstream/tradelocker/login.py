"""One TradeLocker user's log-in: the tokens, the one way to get them, and when not to try."""

import asyncio
from math import ceil

from omnibroker.config import TradeLockerConnection
from omnibroker.kit.errors import GatewayError, NotSent
from omnibroker.upstream import quoting
from omnibroker.upstream.session import UpstreamSession
from omnibroker.upstream.tradelocker import tokens
from omnibroker.upstream.tradelocker.answers import LOG_IN, REFRESH, NeedsPerson
from omnibroker.upstream.tradelocker.tokens import Tokens

# How long to rest after a log-in that failed and named no time: many of them get the address blocked.
_REST_SECONDS = 5


class Login:
    """The tokens of one user. It keeps no order among its callers: one of them asks at a time.

    Instants (`now`) are of the loop's clock.
    """

    def __init__(self, settings: TradeLockerConnection) -> None:
        self._credentials = {
            "email": settings.email,
            "password": settings.password.read(),
            "server": settings.server,
        }
        key = settings.developer_api_key
        self.developer_key = key.read() if key is not None else ""
        self._tokens: Tokens | None = None
        self._refresh = self._spent = ""
        self._refused: NeedsPerson | None = None
        self._rest_until, self._failure = 0.0, ""

    @property
    def access(self) -> str:
        """The access token; empty without one."""
        return self._tokens.access if self._tokens is not None else ""

    @property
    def secrets(self) -> tuple[str, ...]:
        """What no answer may show; a password that is as short as a word of the answer only in a log-in's."""
        password = self._credentials["password"]
        told = (self.access, self._refresh, self._spent, self.developer_key)
        long = (password,) if len(password) >= quoting.SHORTEST else ()
        return tuple(text for text in (*told, *long) if text)

    @property
    def all_secrets(self) -> tuple[str, ...]:
        """What no text about a log-in may show."""
        return (*self.secrets, self._credentials["password"])

    def is_alive(self, now: float) -> bool:
        """Say whether the access token is good for a call that begins now."""
        return self._tokens is not None and now < self._tokens.ended_at

    def is_due(self, now: float) -> bool:
        """Say whether it is time to replace the tokens."""
        return self._tokens is not None and now >= self._tokens.due_at

    def lose(self) -> None:
        """Give up the access token; the refresh token may still be good."""
        self._tokens = None

    def forget(self) -> None:
        """Give up both tokens, and what is known of log-ins that were refused."""
        self._tokens, self._refresh, self._refused = None, "", None

    def forgive(self) -> None:
        """Let a log-in be tried again with credentials that were refused: a person asks for it."""
        self._refused = None

    def check(self, now: float) -> None:
        """Raise what stands against a log-in now: refused credentials, or one that failed just now."""
        told = self._refused
        if told is not None:
            raise NeedsPerson(told.code, told.detail, **told.extra)
        if now < self._rest_until:
            raise NotSent(
                "session_not_ready",
                f"{self._failure} The next log-in has to wait.",
                broker="tradelocker",
                retry_after_seconds=ceil(self._rest_until - now),
            )

    def rest(self, now: float, error: GatewayError) -> None:
        """Let no log-in go out for a while: one failed, or what it got was refused."""
        self._failure = error.detail
        self._rest_until = now + error.extra.get("retry_after_seconds", _REST_SECONDS)

    async def refresh(self, session: UpstreamSession, deadline: float) -> bool:
        """Replace the tokens by the refresh token; False where that is not to be had any more."""
        self.check(_now())
        # It works once, whatever becomes of the answer.
        token = self._spent = self._refresh
        self._refresh = ""
        if not token:
            return False
        try:
            await self._take(session, REFRESH, {"refreshToken": token}, deadline)
        except NeedsPerson:
            return False
        return True

    async def obtain(self, session: UpstreamSession, deadline: float) -> None:
        """Get new tokens: by the refresh token, else by the password.

        Credentials that were refused are not sent again by themselves: accounts get locked.
        """
        if not await self.refresh(session, deadline):
            try:
                await self._take(session, LOG_IN, self._credentials, deadline)
            except NeedsPerson as error:
                self._refused = error
                raise

    async def _take(
        self, session: UpstreamSession, operation_id: str, body: dict[str, str], deadline: float
    ) -> None:
        now = _now()
        try:
            pair = await session.perform_alone(operation_id, body, deadline=deadline)
            self._tokens = tokens.read(pair, now)
        except NeedsPerson:
            raise
        except GatewayError as error:
            self.rest(_now(), error)
            raise
        self._refresh = self._tokens.refresh


def _now() -> float:
    return asyncio.get_running_loop().time()
