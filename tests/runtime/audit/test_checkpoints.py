"""Checkpoints: sealed lines outside of the database, that survive a crash and cannot be turned back."""

import asyncio
import stat

import msgspec
import pytest
import structlog

from omnibroker.audit.anchoring import Anchoring
from omnibroker.audit.chain import Head
from omnibroker.audit.checkpoints import Broken, Checkpoint, append_line, read_checkpoints
from omnibroker.config import Audit
from omnibroker.kit.errors import NotSent

MADE = "2026-03-02T15:00:00.000Z"


def checkpoint(ring, number, made_at=MADE):
    return Checkpoint.of(Head(number, MADE, "k", f"{number:064x}"), made_at, ring().current)


def read(path, keys):
    return [c.number for c in read_checkpoints(path, keys, path.stat().st_size)]


def test_lines_are_appended_privately_and_read_back(tmp_path, ring):
    """One line each, oldest first, in a file for its owner alone, whose folder is made."""
    path = tmp_path / "far" / "checkpoints"
    for number in (3, 7, 7):
        append_line(path, checkpoint(ring, number))
    assert read(path, ring()) == [3, 7, 7]
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_line_that_a_crash_cut_short_stays_alone(tmp_path, ring):
    """The next one begins on a line of its own; the torn one is no checkpoint."""
    path = tmp_path / "checkpoints"
    append_line(path, checkpoint(ring, 3))
    append_line(path, checkpoint(ring, 5))
    path.write_bytes(path.read_bytes()[:-30])
    append_line(path, checkpoint(ring, 8))
    assert read(path, ring()) == [3, 8]


def test_only_what_was_there_is_read(tmp_path, ring):
    """What is appended after the size was taken belongs to the next verification."""
    path = tmp_path / "checkpoints"
    append_line(path, checkpoint(ring, 3))
    size = path.stat().st_size
    append_line(path, checkpoint(ring, 4))
    assert [c.number for c in read_checkpoints(path, ring(), size)] == [3]


@pytest.mark.parametrize(
    "member", ["number", "recorded_at", "seal", "made_at", "key_name", "checkpoint_seal"]
)
def test_a_changed_checkpoint_is_found(tmp_path, ring, member):
    """Its own seal covers every member of it."""
    path = tmp_path / "checkpoints"
    good = checkpoint(ring, 3)
    other = 4 if member == "number" else "f" * 64
    append_line(path, msgspec.structs.replace(good, **{member: other}))
    with pytest.raises(Broken, match="line 1 of checkpoints"):
        read(path, ring())


def test_checkpoints_that_go_back_say_which_records_were_cut(tmp_path, ring):
    """Nothing that is honest makes a chain shorter."""
    path = tmp_path / "checkpoints"
    for number in (9, 4):
        append_line(path, checkpoint(ring, number))
    with pytest.raises(Broken, match="5 to 9 were cut") as broken:
        read(path, ring())
    assert broken.value.number == 5


@pytest.fixture
def make_anchoring(books):
    def make(**settings):
        anchoring = Anchoring(books.store, books.keys, Audit(**settings))
        books.chain.noticed = anchoring.noticed
        return anchoring

    return make


async def until(path, lines):
    """Wait until a file has so many lines; the thread that writes takes its own time."""
    async with asyncio.timeout(30):
        while not path.exists() or path.read_bytes().count(b"\n") < lines:
            await asyncio.to_thread(lambda: None)


async def test_a_checkpoint_is_made_after_so_many_records(
    books, tmp_path, make_anchoring, patiently
):
    """Of what is committed, without waiting for the time."""
    path = tmp_path / "checkpoints"
    anchoring = make_anchoring(
        checkpoint_file=str(path), checkpoint_records=5, checkpoint_seconds=1e9
    )
    await books.append(2)
    anchoring.start()
    await until(path, 1)
    await books.append(3)
    await until(path, 2)
    assert read(path, books.keys) == [2, 5]
    await anchoring.stop()


async def test_a_checkpoint_is_made_after_so_long(books, tmp_path, make_anchoring):
    """One record is enough; where nothing is new there is no new checkpoint."""
    path = tmp_path / "checkpoints"
    anchoring = make_anchoring(checkpoint_file=str(path), checkpoint_seconds=0.001)
    anchoring.start()
    await books.append()
    await until(path, 1)
    await anchoring.write()
    await anchoring.write()
    assert read(path, books.keys) == [1]
    await anchoring.stop()


async def test_the_end_is_anchored_too(books, tmp_path, make_anchoring):
    """Stopping makes the last checkpoint: a gateway at rest has no unanchored records."""
    path = tmp_path / "checkpoints"
    anchoring = make_anchoring(checkpoint_file=str(path), checkpoint_seconds=1e9)
    anchoring.start()
    await books.append(4)
    await anchoring.stop()
    assert read(path, books.keys)[-1] == 4
    assert (await books.verify(path)).unanchored == 0
    assert anchoring.last.number == 4


async def test_without_a_file_the_log_has_them_and_can_be_verified_with(
    books, tmp_path, make_anchoring
):
    """The log's lines are read as a checkpoint file, other lines between them."""
    await books.append(4)
    with structlog.testing.capture_logs() as lines:
        await make_anchoring().write()
    path = tmp_path / "log"
    entries = [{"event": "request", "path": "/health"}, *lines, {"event": "order"}]
    path.write_bytes(b"\n".join(map(msgspec.json.encode, entries)))
    verdict = await books.verify(path)
    assert (verdict.intact, verdict.anchored, verdict.checkpoints) == (True, 4, 1)


async def test_a_checkpoint_that_cannot_be_written_stops_nothing(books, tmp_path, make_anchoring):
    """It is logged, and made when the place is there again."""
    path = tmp_path / "checkpoints"
    path.mkdir()
    await books.append()
    anchoring = make_anchoring(checkpoint_file=str(path))
    with structlog.testing.capture_logs() as lines:
        await anchoring.write()
    assert [line["event"] for line in lines] == ["audit_checkpoint_failed"]
    path.rmdir()
    await anchoring.write()
    assert read(path, books.keys) == [1]


async def test_a_journal_that_is_not_there_stops_nothing(books, make_anchoring, monkeypatch):
    """The head cannot be read: logged, tried again later."""

    async def gone(_work):
        raise NotSent("journal_unavailable", "The disk is full.")

    monkeypatch.setattr(books.store, "run", gone)
    with structlog.testing.capture_logs() as lines:
        await make_anchoring().write()
    assert [line["event"] for line in lines] == ["audit_checkpoint_failed"]


def test_a_checkpoint_of_nothing_needs_no_key(tmp_path, ring):
    """The key that an empty chain had was never used: it may go. That of a record may not."""
    path = tmp_path / "checkpoints"
    append_line(path, checkpoint(ring, 0))
    assert read(path, ring("b")) == []
    append_line(path, checkpoint(ring, 1))
    with pytest.raises(Broken, match="not known"):
        read(path, ring("b"))
