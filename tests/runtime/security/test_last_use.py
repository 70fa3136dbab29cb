"""When a key was last used: it costs a request nothing, and survives a restart."""

import asyncio
import os
import stat
import sys
from datetime import UTC, datetime

import pytest
from structlog.testing import capture_logs

from omnibroker.security import last_use
from omnibroker.security.last_use import FLUSH_SECONDS, LastUse

NOON = datetime(2026, 5, 1, 12, tzinfo=UTC)


@pytest.fixture
def uses(tmp_path):
    """The last uses of a gateway in which it is noon."""
    return LastUse(tmp_path / "keys.json", clock=NOON.timestamp)


async def test_a_use_is_written_by_the_flush_alone(uses, tmp_path):
    """Noting writes nothing; after the flush another process reads it; without news nothing is written."""
    for _ in range(1000):
        uses.note("k1")
    assert list(tmp_path.iterdir()) == []
    await uses.flush()
    assert LastUse(tmp_path / "keys.json").read() == {"k1": NOON}
    (tmp_path / "keys.used.json").unlink()
    await uses.flush()
    assert list(tmp_path.iterdir()) == []


async def test_a_restart_keeps_what_was_written(uses, tmp_path):
    """Keys that were not used since keep their time; a clock that went back takes nothing away."""
    uses.note("k1")
    uses.note("k2")
    await uses.flush()
    again = LastUse(tmp_path / "keys.json", clock=lambda: NOON.timestamp() + 90)
    again.note("k2")
    await again.flush()
    assert again.read() == {"k1": NOON, "k2": NOON.replace(minute=1, second=30)}
    uses.note("k2")
    await uses.flush()
    assert again.read()["k2"] == NOON.replace(minute=1, second=30)


async def test_it_is_written_once_a_minute(uses, monkeypatch):
    """However many requests come in between: one pause of a minute, then one file with the last of them."""
    written, pauses = [], []

    async def pause(seconds):
        for _ in range(1000):
            uses.note("k1")
        pauses.append(seconds)
        if len(pauses) > 3:
            raise asyncio.CancelledError

    monkeypatch.setattr(last_use, "write_private", lambda path, _: written.append(path))
    monkeypatch.setattr(last_use.asyncio, "sleep", pause)
    with pytest.raises(asyncio.CancelledError):
        await uses.keep()
    assert pauses == [FLUSH_SECONDS] * 4
    assert len(written) == 3
    assert FLUSH_SECONDS >= 60


async def test_what_cannot_be_written_is_written_later(uses, monkeypatch):
    """A full disk stops nobody: it is logged, and what was noted is kept for the next time."""

    def full(*_arguments):
        raise OSError(28, "No space left on device")

    uses.note("k1")
    with monkeypatch.context() as patched, capture_logs() as lines:
        patched.setattr(last_use, "write_private", full)
        await uses.flush()
    assert [line["event"] for line in lines] == ["last_use_not_written"]
    assert uses.read() == {}
    await uses.flush()
    assert uses.read() == {"k1": NOON}


@pytest.mark.parametrize("text", [b"", b"{", b"[]", b'{"last_used": {"k": "noon"}}', b"\xff"])
async def test_a_broken_file_is_begun_anew(uses, tmp_path, text):
    """It is a comfort: it never stops a gateway or a list."""
    (tmp_path / "keys.used.json").write_bytes(text)
    assert uses.read() == {}
    uses.note("k1")
    await uses.flush()
    assert uses.read() == {"k1": NOON}


@pytest.mark.skipif(sys.platform == "win32", reason="no POSIX modes")
async def test_the_file_is_the_owners_alone(uses, tmp_path):
    """Mode 0600, whatever the mask, and no other file is left behind."""
    before = os.umask(0)
    try:
        uses.note("k1")
        await uses.flush()
    finally:
        os.umask(before)
    (path,) = tmp_path.iterdir()
    assert path.name == "keys.used.json"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
