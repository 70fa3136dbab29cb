"""A running gateway notices that its key file changed; a file that cannot be read changes nothing."""

from collections.abc import Callable
from pathlib import Path

from omnibroker.config import ConfigError
from omnibroker.observe import log
from omnibroker.security.records import KeyRecord

# What tells one content of a file from another; commands put a new file in place, editors write into it.
_Mark = tuple[int, int, int, int]


class FileChanges:
    """What changed in a key file since it was last read; make it before the first reading."""

    def __init__(self, path: Path, read: Callable[[], list[KeyRecord]]) -> None:
        self._path = path
        self._read = read
        self._mark = self._look()
        self._failure = ""

    def news(self) -> list[KeyRecord] | None:
        """Return the records if the file changed, else None.

        Whoever can break the file must not end every key, nor bring one back: the last good records hold,
        and the log says so once.
        """
        mark = self._look()
        if mark is not None and mark == self._mark:
            return None
        try:
            # Marked before it is read: what comes in between is read once more.
            records = self._read()
        except ConfigError as error:
            self._fail(str(error))
            return None
        self._mark, self._failure = mark, ""
        log.info("keys_read", file=str(self._path), keys=len(records))
        return records

    def _fail(self, detail: str) -> None:
        if detail != self._failure:
            log.error("keys_unreadable", file=str(self._path), detail=detail)
        self._failure = detail

    def _look(self) -> _Mark | None:
        try:
            found = self._path.stat()
        except OSError:
            return None
        return found.st_ino, found.st_mtime_ns, found.st_ctime_ns, found.st_size
