"""The life of a token: exchanged in time, once when it is refused, and given up when that fails too."""

import asyncio
from time import time

from omnibroker.kit.errors import GatewayError
from omnibroker.observe import log
from omnibroker.upstream.tiger import answers
from omnibroker.upstream.tiger.answers import NeedsPerson, TokenRefused
from omnibroker.upstream.tiger.credentials import Credentials
from omnibroker.upstream.tiger.proof import Ask
from omnibroker.upstream.tiger.tokens import Tokens

_FIRST_SECONDS, _EVERY_SECONDS, _RETRY_SECONDS = 60.0, 12 * 3600.0, 3600.0
_WITH_TOKEN = "TBHK"  # noqa: S105 - the licence, no token
_NEAR_END_MS = 3 * 86_400_000
_WANTED = (
    "Licence TBHK wants a token: fetch one at Tiger's developer page, put it as token=… into the "
    "token_file of the connection, then refresh_session."
)
_ENDED = (
    "Tiger takes the token no more and exchanges it no more: fetch a new one at Tiger's developer "
    "page and put it as token=… into the token_file of the connection."
)


class TokenLife:
    """One developer id's token. It keeps no order among its callers: one of them asks at a time."""

    def __init__(self, name: str, credentials: Credentials, file: str | None) -> None:
        self._name = name
        self._license = credentials.license
        self._tokens = Tokens(name, credentials.token, file)
        self._due_at = float("inf")
        self._exchange: asyncio.Task[None] | None = None

    @property
    def current(self) -> str:
        """The token; empty where there is none."""
        return self._tokens.current

    @property
    def is_refreshable(self) -> bool:
        """Whether there is a token to exchange."""
        return bool(self._tokens.current)

    def refuse(self) -> None:
        """Note that Tiger refused the token."""
        self._tokens.refuse()

    def forgive(self) -> None:
        """Read the file anew and let its token be tried: a person asks for it."""
        self._tokens.forgive()
        self._tokens.reload()

    def begin(self, now: float) -> None:
        """Let the exchanges in time begin; `now` is an instant of the loop's clock."""
        self._due_at = now + _FIRST_SECONDS

    async def ensure(self, ask: Ask) -> None:
        """See to a token that may be used, where there must be one; raises NeedsPerson.

        A token that was refused is first looked for in the file, as others may have exchanged it.
        """
        tokens = self._tokens
        if tokens.is_refused or not tokens.current:
            tokens.reload()
        if not tokens.current:
            if tokens.is_refused or await self._is_wanted(ask):
                raise NeedsPerson("session_not_ready", _WANTED)
        elif tokens.is_given_up:
            raise NeedsPerson("session_not_ready", _ENDED)
        elif tokens.is_refused:
            await self._last_try(ask)

    async def refresh(self, ask: Ask) -> None:
        """Exchange the token; on failure the one before is kept.

        A caller that goes away does not end an exchange: the token before may be without effect already.
        """
        if self._exchange is None:
            self._exchange = asyncio.create_task(self._exchanged(ask))
            self._exchange.add_done_callback(self._ended)
        await asyncio.shield(self._exchange)

    async def exchange_in_time(self, ask: Ask, now: float) -> None:
        """Exchange a token whose successor is kept, when it is time; a failure is tried again after an hour."""
        if not self._tokens.is_kept or now < self._due_at:
            return
        self._due_at = now + _RETRY_SECONDS
        try:
            await self.refresh(ask)
        except GatewayError as error:
            log.warning("token_not_renewed", connection=self._name, detail=error.detail)
            self._warn_of_end()
        else:
            self._due_at = now + _EVERY_SECONDS
            log.info("token_renewed", connection=self._name)

    async def _exchanged(self, ask: Ask) -> None:
        self._tokens.take(await ask(answers.REFRESH, None))

    def _ended(self, exchange: asyncio.Task[None]) -> None:
        self._exchange = None
        if not exchange.cancelled():
            exchange.exception()  # seen, even if every caller went away

    async def _last_try(self, ask: Ask) -> None:
        try:
            await self.refresh(ask)
        except TokenRefused as error:
            self._tokens.give_up()
            raise NeedsPerson("session_not_ready", _ENDED, **error.extra) from error

    async def _is_wanted(self, ask: Ask) -> bool:
        """Say whether the licence wants a token; asked once where the configuration does not say it."""
        if self._license is None:
            answer = answers.object_of(await ask(answers.LICENSE, None), answers.LICENSE)
            self._license = str(answer.get("license") or "")
        return self._license == _WITH_TOKEN

    def _warn_of_end(self) -> None:
        ends = self._tokens.expires_at_ms
        if ends is not None and ends - time() * 1000 < _NEAR_END_MS:
            log.error("token_ends_soon", connection=self._name, expires_at_ms=ends)
