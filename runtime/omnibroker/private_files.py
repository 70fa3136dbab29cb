"""Files that only their owner reads: mode 0600 from the first byte, written whole, in a place that lasts."""

import os
import secrets
from collections.abc import Callable
from io import FileIO
from pathlib import Path
from tempfile import mkstemp

from omnibroker.config import ConfigError, is_there
from omnibroker.observe import log


def write_private(path: Path, content: bytes) -> None:
    """Write a file in a folder that is there; raises OSError, and the file is what it was."""
    handle, name = mkstemp(dir=path.parent, prefix=f".{path.name}.")
    _fill(handle, Path(name), content, path)


def replace_private(path: Path, make: Callable[[], bytes]) -> None:
    """Put what `make` returns in the place of a file, while nobody else may do the same.

    Two writers that read, change and write would lose one change: a revocation, perhaps. Raises ConfigError,
    and the file is what it was.
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


def draw_secret(path: Path) -> None:
    """Write 32 random bytes, hexadecimal, where no file is; one that is there is kept. Raises ConfigError."""
    if not is_there(path):
        # Another process may have drawn it meanwhile: a second one would end what the first one has secured.
        replace_private(path, lambda: path.read_bytes() if path.exists() else _random_line())


def open_private(path: Path) -> FileIO:
    """Open a file for reading and for appending, unbuffered; one that is not there is made. Raises OSError."""
    stream = FileIO(path, "a+", opener=_private)
    _sync_folder(path.parent)
    return stream


def _private(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)


def _random_line() -> bytes:
    return secrets.token_hex(32).encode() + b"\n"


def _claim(new: Path) -> int:
    try:
        new.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ConfigError(f"Cannot make the folder {new.parent}: {error.strerror}.") from None
    try:
        return os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        raise ConfigError(
            f"{new} is in the way: another process writes {new.stem} just now, or one was cut off. "
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
    """Make a new name last through a power cut; where it cannot be, what is written is written all the same."""
    if os.name != "posix":
        return  # other systems open no folder
    try:
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
    except OSError as error:
        log.warning("folder_not_synced", folder=str(folder), detail=error.strerror)
