"""The token of the licences that have one: where it is kept, when it ends, and when not to try it."""

import re
from base64 import b64decode
from contextlib import suppress
from pathlib import Path
from typing import Any

from omnibroker.config import ConfigError
from omnibroker.kit.errors import malformed
from omnibroker.observe import log
from omnibroker.private_files import write_private
from omnibroker.upstream.tiger import properties

_HEADER_TEXT = re.compile(r"[!-~]+")
_TIMES = re.compile(rb"[0-9]{13},([0-9]{13})")
_TIMES_BYTES = 27


class Tokens:
    """The token at hand; the file is the one place that other processes and people see.

    A token that Tiger refused is not sent again by itself; one that it will not even exchange is given
    up, until the file holds another one.
    """

    def __init__(self, connection: str, first: str, file: str | None) -> None:
        self._connection = connection
        self._path = Path(file).expanduser() if file else None
        self.current = first
        self._refused: str | None = None
        self._given_up: str | None = None
        self.reload()

    @property
    def is_kept(self) -> bool:
        """Whether there is a token, and a file that keeps its successors."""
        return self._path is not None and bool(self.current)

    @property
    def is_refused(self) -> bool:
        """Whether Tiger does not take the token at hand."""
        return self._refused == self.current

    @property
    def is_given_up(self) -> bool:
        """Whether Tiger would not exchange the token at hand either."""
        return self._given_up == self.current

    @property
    def expires_at_ms(self) -> int | None:
        """The token's own word of its end, epoch milliseconds; None where it cannot be read."""
        with suppress(ValueError):
            found = _TIMES.fullmatch(b64decode(self.current)[:_TIMES_BYTES])
            return int(found[1]) if found else None
        return None

    def refuse(self) -> None:
        """Note that Tiger refused the token at hand."""
        self._refused = self.current

    def give_up(self) -> None:
        """Note that only a person can bring another token."""
        self._given_up = self.current

    def forgive(self) -> None:
        """Let the token at hand be tried again: a person asks for it."""
        self._refused = self._given_up = None

    def reload(self) -> None:
        """Take what the file holds, where it holds a token."""
        if self._path is None or not self._path.exists():
            return
        try:
            found = properties.read(str(self._path)).get("token", "")
        except ConfigError as error:
            log.error("token_not_read", connection=self._connection, detail=str(error))
            return
        if _HEADER_TEXT.fullmatch(found):
            self.current = found
        else:
            detail = "The token file has no line token=…; fetch one at Tiger's developer page."
            log.error("token_not_read", connection=self._connection, detail=detail)

    def take(self, answer: Any) -> None:
        """Keep the token of an answer, in the file too; raises `upstream_malformed` and keeps the old one."""
        found = answer.get("token") if isinstance(answer, dict) else None
        if not isinstance(found, str) or not _HEADER_TEXT.fullmatch(found):
            raise malformed("Tiger's answer to user_token_refresh has no token.")
        self.current = found
        if self._path is None:
            return
        try:
            write_private(self._path, f"token={found}\n".encode())
        except OSError as error:
            log.error("token_not_stored", connection=self._connection, detail=error.strerror)
