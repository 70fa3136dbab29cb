"""Files that only their owner reads, written whole or not at all."""

import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from tempfile import mkstemp

from omnibroker.config import ConfigError


def write_private(path: Path, content: bytes) -> None:
    """Write a file atomically with mode 0600; raises OSError, and the file is what it was."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = mkstemp(dir=path.parent, prefix=f".{path.name}.")
    _fill(handle, Path(name), content, path)


def replace_private(path: Path, make: Callable[[], bytes]) -> None:
    """Put what `make` returns in the place of a file, mode 0600, while nobody else may do the same.

    Two writers that read, change and write would lose one change: a revocation, perhaps. Raises ConfigError.
    """
    new = path.with_name(path.name + ".new")
    handle = _claim(new)
    try:
        content = make()
    except BaseException:
        os.close(handle)
        new.unlink(missing_ok=True)
        raise
    try:
        _fill(handle, new, content, path)
    except OSError as error:
        raise ConfigError(f"Cannot write {path}: {error.strerror}. It is what it was.") from None


def _claim(new: Path) -> int:
    try:
        new.parent.mkdir(parents=True, exist_ok=True)
        return os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        raise ConfigError(
            f"{new} is in the way: another command changes the keys just now, or one was cut off. "
            "Try again; if the file stays, delete it."
        ) from None
    except OSError as error:
        raise ConfigError(f"Cannot write {new}: {error.strerror}.") from None


def _fill(handle: int, new: Path, content: bytes, path: Path) -> None:
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        new.replace(path)
    except BaseException:
        new.unlink(missing_ok=True)
        raise
    _sync_folder(path.parent)


def _sync_folder(folder: Path) -> None:
    """Make the new name last through a power cut, where the system can."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
