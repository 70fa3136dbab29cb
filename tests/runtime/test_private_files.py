"""Private files: the owner's alone, whole or not at all, one writer at a time, there after a power cut."""

import errno
import os
import stat
import sys
from pathlib import Path

import pytest
from structlog.testing import capture_logs

from omnibroker import private_files
from omnibroker.config import ConfigError
from omnibroker.private_files import draw_secret, open_private, replace_private, write_private


def append(path):
    """Append a line, as checkpoints are."""
    with open_private(path) as stream:
        stream.write(b"line\n")


WAYS = {
    "write": lambda path: write_private(path, b"new"),
    "replace": lambda path: replace_private(path, lambda: b"new"),
    "draw": draw_secret,
    "append": append,
}
every_way = pytest.mark.parametrize("way", WAYS.values(), ids=WAYS)


@pytest.mark.skipif(sys.platform == "win32", reason="no POSIX modes")
@every_way
def test_a_file_is_its_owners_alone_from_the_first_byte(way, tmp_path, monkeypatch):
    """Mode 0600 whatever the mask, under every name that it has on the way; nothing else is left."""
    modes = set()

    def seen(handle):
        modes.add(stat.S_IMODE(os.fstat(handle).st_mode))
        return fsync(handle)

    fsync, before = os.fsync, os.umask(0)
    monkeypatch.setattr(private_files, "_sync_folder", lambda _folder: None)
    monkeypatch.setattr(private_files.os, "fsync", seen)
    try:
        way(tmp_path / "file")
    finally:
        os.umask(before)
    assert modes <= {0o600}
    assert [path.name for path in tmp_path.iterdir()] == ["file"]
    assert stat.S_IMODE((tmp_path / "file").stat().st_mode) == 0o600


@pytest.mark.skipif(sys.platform == "win32", reason="folders cannot be opened")
@every_way
def test_a_name_lasts_as_its_content_does(way, tmp_path, monkeypatch):
    """The folder is synced once the file has its name: without it a power cut may take the file away."""
    synced, fsync = [], os.fsync

    def seen(handle):
        if stat.S_ISDIR(os.fstat(handle).st_mode):
            synced.append([path.name for path in tmp_path.iterdir()])
        return fsync(handle)

    monkeypatch.setattr(private_files.os, "fsync", seen)
    way(tmp_path / "file")
    assert synced == [["file"]]


@pytest.mark.skipif(sys.platform == "win32", reason="folders are not synced")
@every_way
def test_a_folder_that_cannot_be_synced_takes_nothing_back(way, tmp_path, monkeypatch):
    """The file is there, so it is not called a failure: a line in the log says what may be lost."""
    fsync = os.fsync

    def refused(handle):
        if stat.S_ISDIR(os.fstat(handle).st_mode):
            raise OSError(errno.EINVAL, "Invalid argument")
        return fsync(handle)

    monkeypatch.setattr(private_files.os, "fsync", refused)
    with capture_logs() as lines:
        way(tmp_path / "file")
    assert [line["event"] for line in lines] == ["folder_not_synced"]
    assert (tmp_path / "file").read_bytes()


@pytest.mark.parametrize("way", [WAYS["write"], WAYS["replace"]], ids=["write", "replace"])
def test_a_full_disk_leaves_the_file_as_it_was(way, tmp_path, monkeypatch):
    """An error, the old content, and no rest of the new one."""

    def full(_handle):
        raise OSError(errno.ENOSPC, "No space left on device")

    path = tmp_path / "file"
    path.write_bytes(b"old")
    monkeypatch.setattr(private_files.os, "fsync", full)
    with pytest.raises((OSError, ConfigError), match="No space"):
        way(path)
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_what_cannot_be_made_replaces_nothing(tmp_path):
    """The error comes through, and the next writer finds the way free."""
    path = tmp_path / "file"
    path.write_bytes(b"old")
    with pytest.raises(ZeroDivisionError):
        replace_private(path, lambda: bytes(1 // 0))
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]
    replace_private(path, lambda: path.read_bytes() + b" and new")
    assert path.read_bytes() == b"old and new"


def test_one_writer_at_a_time(tmp_path):
    """A second one is refused while the first one makes its content: it would not know of it."""
    path = tmp_path / "file"

    def made():
        with pytest.raises(ConfigError, match=r"file\.new is in the way.*writes file just now"):
            replace_private(path, lambda: b"second")
        return b"first"

    replace_private(path, made)
    assert path.read_bytes() == b"first"


def test_a_rest_of_a_writer_that_was_cut_off_is_named(tmp_path):
    """The message says which file is to be deleted; nothing is written through it."""
    (tmp_path / "file.new").write_text("half", encoding="utf-8")
    with pytest.raises(ConfigError, match="delete it"):
        replace_private(tmp_path / "file", lambda: b"new")
    assert (tmp_path / "file.new").read_text("utf-8") == "half"
    assert not (tmp_path / "file").exists()


def test_a_folder_that_cannot_be_made_is_said(tmp_path):
    """It is not taken for another writer."""
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(ConfigError, match="Cannot make the folder"):
        draw_secret(tmp_path / "file" / "secret")


def test_a_secret_is_drawn_once(tmp_path):
    """256 bits in a folder that is made, unlike any other; one that is there stays, whatever it is."""
    path, other = tmp_path / "far" / "secret", tmp_path / "other"
    draw_secret(path)
    draw_secret(other)
    drawn = path.read_bytes()
    assert len(bytes.fromhex(drawn.decode("ascii"))) == 32
    assert other.read_bytes() != drawn
    draw_secret(path)
    assert path.read_bytes() == drawn


def test_two_that_draw_at_once_share_one_secret(tmp_path, monkeypatch):
    """The second one saw no file, then came to it: another secret would end what the first one has secured."""
    path, exists = tmp_path / "secret", Path.exists
    draw_secret(path)
    drawn = path.read_bytes()
    looks = iter([False])
    monkeypatch.setattr(Path, "exists", lambda self: next(looks, exists(self)))
    draw_secret(path)
    assert path.read_bytes() == drawn


def test_what_is_appended_stands_after_what_was_there(tmp_path):
    """And all of the file can be read."""
    path = tmp_path / "file"
    path.write_bytes(b"old\n")
    with open_private(path) as stream:
        stream.seek(0)
        assert stream.read() == b"old\n"
        stream.seek(0)
        stream.write(b"new\n")
    assert path.read_bytes() == b"old\nnew\n"


@pytest.mark.parametrize("way", [WAYS["write"], WAYS["append"]], ids=["write", "append"])
def test_a_folder_that_is_not_there_is_not_made(way, tmp_path):
    """Only who owns a folder makes it."""
    with pytest.raises(FileNotFoundError):
        way(tmp_path / "none" / "file")
    assert not list(tmp_path.iterdir())
