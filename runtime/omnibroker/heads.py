"""Heads of requests: bounded in time and size, which uvicorn and its parser leave to whoever stands in front."""

import asyncio
from typing import Any

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

# Whoever sends a head in drops holds a file descriptor; an honest one comes in a packet or two.
_SECONDS = 10.0
# Ours are below 2 KB; the parser would keep any number of headers.
_BYTES = 65_536


class BoundedHeads(HttpToolsProtocol):
    """Uvicorn's protocol that closes a connection whose head is late or endless.

    The same time is given to the rest of a body that was answered before it was complete. Bodies that
    are read have limits of their own (`plans.front`), idle connections uvicorn's `timeout_keep_alive`.
    """

    _late: asyncio.TimerHandle | None = None
    _in_head = True
    _taken = 0

    def connection_made(self, transport: Any) -> None:
        """Begin to wait for the first head."""
        super().connection_made(transport)
        self._wait()

    def data_received(self, data: bytes) -> None:
        """Take bytes; close where they are nothing but head, again and again."""
        began = self._in_head
        super().data_received(data)
        if began and self._in_head:
            self._taken += len(data)
            if self._taken > _BYTES:
                self.transport.close()

    def on_message_begin(self) -> None:
        """Begin to wait for a head on a connection that is used again."""
        super().on_message_begin()
        self._in_head, self._taken = True, 0
        self._wait()

    def on_headers_complete(self) -> None:
        """Wait no more: the head is there."""
        self._in_head = False
        self._rest()
        super().on_headers_complete()

    def on_response_complete(self) -> None:
        """Begin to wait for the rest of a body that nobody reads any more."""
        super().on_response_complete()
        if self.cycle.response_complete and self.cycle.more_body:
            self._wait()

    def on_message_complete(self) -> None:
        """Wait no more: the request is complete."""
        super().on_message_complete()
        self._rest()

    def connection_lost(self, exc: Exception | None) -> None:
        """End the wait with the connection."""
        self._rest()
        super().connection_lost(exc)

    def _wait(self) -> None:
        if self._late is None:
            self._late = self.loop.call_later(_SECONDS, self.transport.close)

    def _rest(self) -> None:
        if self._late is not None:
            self._late.cancel()
            self._late = None
