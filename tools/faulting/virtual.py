"""A loop whose clock jumps to the next timer when nothing else is to do: real sockets, no real waiting."""

import asyncio
from collections.abc import Callable
from typing import Any

# Loopback hands bytes over within the call that sends them; a busy machine may need this much longer.
_GRACE_SECONDS = 0.001
_BEGINNING = 1000.0


class VirtualLoop(asyncio.SelectorEventLoop):
    """A loop with real sockets and threads whose time passes only while all of them are silent."""

    def __init__(self) -> None:
        self._virtual = _BEGINNING
        self._in_threads = 0
        super().__init__()
        self._really_select: Callable[..., list[Any]] = self._selector.select
        self._selector.select = self._select

    def time(self) -> float:
        """Return the virtual instant, in seconds."""
        return self._virtual

    def run_in_executor(self, *arguments: Any) -> Any:
        """Run in a thread, and let no time pass meanwhile."""
        running = super().run_in_executor(*arguments)
        self._in_threads += 1
        running.add_done_callback(self._returned)
        return running

    def _returned(self, _running: Any) -> None:
        self._in_threads -= 1

    def _select(self, timeout: float | None = None) -> list[Any]:
        ready = self._really_select(0)
        if ready or timeout == 0:
            return ready
        if self._in_threads:
            return self._really_select(None)
        ready = self._really_select(_GRACE_SECONDS)
        if ready:
            return ready
        if timeout is None:
            raise RuntimeError("Every task waits for another one, and no timer is set.")
        self._virtual += timeout
        return []
