"""When each key was last used: noted in memory, written beside the key file about once a minute."""

import asyncio
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import msgspec

from omnibroker.observe import log
from omnibroker.private_files import write_private

FLUSH_SECONDS = 60.0


class _File(msgspec.Struct):
    last_used: dict[str, datetime]


class LastUse:
    """The last use of each key, in a file of its own.

    A gateway that rewrote the key file could put back a key that was revoked at that moment.
    """

    def __init__(self, key_file: Path, clock: Callable[[], float] = time.time) -> None:
        self._path = key_file.with_name(f"{key_file.stem}.used{key_file.suffix}")
        self._clock = clock
        self._noted: dict[str, float] = {}

    def note(self, key_id: str) -> None:
        """Note that a key was used just now."""
        self._noted[key_id] = self._clock()

    def read(self) -> dict[str, datetime]:
        """Return when each key was last used, as far as it is written; empty where nothing can be read."""
        try:
            return msgspec.json.decode(self._path.read_bytes(), type=_File).last_used
        except (OSError, ValueError, msgspec.DecodeError):
            return {}

    async def keep(self) -> None:
        """Write once a minute what came, until cancelled."""
        while True:
            await asyncio.sleep(FLUSH_SECONDS)
            await self.flush()

    async def flush(self) -> None:
        """Write what was noted since the last time, without holding up the loop.

        A failure is logged, and what was noted is kept for the next time.
        """
        noted, self._noted = self._noted, {}
        if not noted:
            return
        try:
            await asyncio.to_thread(self._write, noted)
        except OSError as error:
            log.warning("last_use_not_written", file=str(self._path), detail=error.strerror)
            self._noted = noted | self._noted

    def _write(self, noted: dict[str, float]) -> None:
        """Put what was noted over what is written: another gateway may share the file."""
        uses = self.read()
        for key_id, seconds in noted.items():
            at = datetime.fromtimestamp(int(seconds), UTC)
            uses[key_id] = max(at, uses.get(key_id, at))
        write_private(self._path, msgspec.json.format(msgspec.json.encode(_File(uses))) + b"\n")
