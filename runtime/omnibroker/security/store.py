"""The keys of a running gateway: looked up by keyed digest, renewed when their file changes."""

import asyncio
import hmac
import secrets
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Protocol

from omnibroker.security.last_use import LastUse
from omnibroker.security.records import KeyRecord, Principal

# A revoked key ends within this time, in seconds of the monotonic clock.
LOOK_SECONDS = 1.0


class Changes(Protocol):
    """Where a running gateway's keys come from."""

    def news(self) -> Sequence[KeyRecord] | None:
        """Return the records if they changed since the last call, else None; never raises."""


@dataclass(frozen=True, slots=True)
class _Entry:
    principal: Principal
    expires: datetime | None
    revoked: bool


class KeyStore:
    """The keys of one gateway. With `changes` it follows its file; with `last_use` it notes who came."""

    def __init__(
        self,
        records: Sequence[KeyRecord],
        pepper: bytes,
        *,
        changes: Changes | None = None,
        last_use: LastUse | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._pepper = pepper
        self._changes = changes
        self._clock = clock
        self._look_at = clock() + LOOK_SECONDS
        self.last_use = last_use
        self._keeping: asyncio.Task[None] | None = None
        self._take(records)

    def principal(self, digest: str) -> Principal | None:
        """Return the principal of a key's digest while the key is valid, or None."""
        if self._changes is not None and self._clock() >= self._look_at:
            self._look(self._changes)
        entry = self._entries.get(digest)
        if entry is None or entry.revoked:
            return None
        if entry.expires is not None and entry.expires <= datetime.now(UTC):
            return None
        return entry.principal

    def digest(self, token: str) -> str:
        """Return HMAC-SHA-256 of a key under the pepper, hexadecimal.

        Only digests are compared: without the pepper nobody can choose one, so a look-up's timing tells nothing.
        """
        return hmac.digest(self._pepper, token.encode(), "sha256").hex()

    def used(self, key_id: str) -> None:
        """Note that a key was used just now: in memory, nothing is written."""
        if self.last_use is not None:
            self.last_use.note(key_id)

    def start(self) -> None:
        """Begin to write now and then, in the running loop, when keys were last used."""
        if self.last_use is not None:
            self._keeping = asyncio.create_task(self.last_use.keep())

    async def stop(self) -> None:
        """End what `start` began, and write what is not written yet."""
        if self._keeping is not None:
            self._keeping.cancel()
            await asyncio.gather(self._keeping, return_exceptions=True)
            self._keeping = None
        await self.flush()

    async def flush(self) -> None:
        """Write when keys were last used, as far as it is not written yet."""
        if self.last_use is not None:
            await self.last_use.flush()

    def add(self, token: str, principal: Principal) -> None:
        """Take a key that stands in no file."""
        self._entries[self.digest(token)] = _Entry(principal, None, revoked=False)

    def _look(self, changes: Changes) -> None:
        self._look_at = self._clock() + LOOK_SECONDS
        records = changes.news()
        if records is not None:
            self._take(records)

    def _take(self, records: Sequence[KeyRecord]) -> None:
        """Put new records in the place of the old ones, all at once."""
        self._entries = {
            record.digest: _Entry(record.principal(), record.expires(), bool(record.revoked_at))
            for record in records
        }


def sandbox_store(tokens: dict[str, Principal]) -> KeyStore:
    """Return a store with fixed keys, for the sandbox on loopback only."""
    store = KeyStore([], secrets.token_bytes(32))
    for token, principal in tokens.items():
        store.add(token, principal)
    return store
