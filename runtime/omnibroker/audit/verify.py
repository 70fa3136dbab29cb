"""Verification: every record read in order, in bounded memory; the first bad one is named."""

import asyncio
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from errno import ENOENT
from os import strerror
from pathlib import Path
from typing import Any, TypeVar

import msgspec
import sqlalchemy as sa

from omnibroker.audit.chain import NOTHING, Head, canonical, read_head
from omnibroker.audit.checkpoints import Broken, Checkpoint, read_checkpoints
from omnibroker.audit.keys import CHANGE, RECORD, Keyring
from omnibroker.storage.store import Store
from omnibroker.storage.tables import audit

T = TypeVar("T")

# So many at a time: the journal's writes wait for no more than one page.
_PAGE = 1000
_BEFORE_ALL = -(2**62)


class _Sealed(msgspec.Struct):
    """What a record says of itself."""

    number: int
    recorded_at: str
    key_name: str
    earlier_seal: str | None = None


_parse = msgspec.json.Decoder(_Sealed).decode


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a verification found: how many records hold, up to which one a checkpoint outside says so too.

    `first_bad` is the number of the first record that does not hold, and `reason` why; None where all do.
    `unproven` where it could not be told, because a key is missing.
    """

    records: int
    anchored: int
    checkpoints: int
    first_bad: int | None = None
    reason: str | None = None
    unproven: bool = False

    @property
    def intact(self) -> bool:
        """Whether nothing is wrong."""
        return self.first_bad is None

    @property
    def unanchored(self) -> int:
        """How many of the last records no checkpoint has seen: a cut among them would not show."""
        return self.records - self.anchored


class Verifier:
    """Takes records in the order of their numbers, and compares checkpoints on the way."""

    def __init__(self, keys: Keyring, checkpoints: Iterable[Checkpoint] = ()) -> None:
        self._keys = keys
        self._checkpoints: Iterator[Checkpoint] = iter(checkpoints)
        self._next: Checkpoint | None = None
        self._head = NOTHING
        self._anchored = self._compared = 0
        self.broken: Broken | None = None

    def take(self, rows: Sequence[Any]) -> None:
        """Check the next records (number, recorded_at, record, key_name, seal); stop at the first bad one."""
        if self.broken is not None:
            return
        try:
            for row in rows:
                self._head = self._checked(row)
                self._compare()
        except Broken as broken:
            self.broken = broken

    def finish(self) -> Verdict:
        """Return what was found, after the last record."""
        if self.broken is None:
            try:
                self._refuse_cut()
                self._refuse_earlier_key()
            except Broken as broken:
                self.broken = broken
        counts = (self._head.number, self._anchored, self._compared)
        if self.broken is None:
            return Verdict(*counts)
        found = self.broken
        return Verdict(*counts, found.number, found.reason, found.unproven)

    def _checked(self, row: Any) -> Head:
        """Return the head that a record makes."""
        expected = self._head.number + 1
        if row.number != expected:
            raise _gap(expected, row.number)
        try:
            said = _parse(row.record)
        except (msgspec.DecodeError, UnicodeEncodeError):
            raise Broken(expected, "it cannot be read") from None
        if said.number != expected:
            raise Broken(expected, f"record {said.number} stands in its place")
        if (said.recorded_at, said.key_name) != (row.recorded_at, row.key_name):
            raise Broken(expected, "its columns say something else than the record")
        key = self._keys.find(row.key_name)
        if key is None:
            raise Broken(
                expected,
                f"it is sealed with the key {row.key_name}, which is not known: name it in "
                "[audit] earlier_keys",
                unproven=True,
            )
        if not key.sealed(RECORD, self._head.seal + row.record, row.seal):
            raise Broken(expected, "its seal does not fit: it was changed")
        if self._head.number and row.key_name != self._head.key_name:
            self._check_change(row, said)
        return Head(row.number, row.recorded_at, row.key_name, row.seal)

    def _check_change(self, row: Any, said: _Sealed) -> None:
        """Refuse a change of the key that the key before it has not sealed."""
        before = self._keys.find(self._head.key_name)
        record = msgspec.json.decode(row.record)
        record.pop("earlier_seal", None)
        text = self._head.seal + canonical(record).decode()
        if before is None or not before.sealed(CHANGE, text, said.earlier_seal or ""):
            raise Broken(row.number, f"the key {self._head.key_name} has not sealed its successor")

    def _compare(self) -> None:
        """Compare the head with each checkpoint that saw it."""
        while (checkpoint := self._waiting()) is not None:
            if checkpoint.number > self._head.number:
                return
            self._next = None
            if checkpoint.number == 0:
                continue
            if checkpoint.seal != self._head.seal:
                raise Broken(
                    checkpoint.number, f"the checkpoint of {checkpoint.made_at} saw another record"
                )
            self._anchored, self._compared = checkpoint.number, self._compared + 1

    def _refuse_cut(self) -> None:
        self._compare()
        checkpoint = self._waiting()
        if checkpoint is not None:
            first = self._head.number + 1
            raise Broken(
                first,
                f"records {first} to {checkpoint.number} are missing: the checkpoint of "
                f"{checkpoint.made_at} saw them",
            )

    def _refuse_earlier_key(self) -> None:
        """Refuse a chain that the key of today does not close: who has an earlier one could have gone on."""
        current = self._keys.current.name
        if self._head.number and self._head.key_name != current:
            raise Broken(
                self._head.number + 1,
                f"the chain ends with an earlier key, {self._head.key_name}: what {current} sealed after it "
                "was cut, or no gateway was started since the key was changed",
            )

    def _waiting(self) -> Checkpoint | None:
        if self._next is None:
            self._next = next(self._checkpoints, None)
        return self._next


def _gap(expected: int, found: int) -> Broken:
    if found > expected:
        return Broken(expected, f"it is missing: the next record is {found}")
    return Broken(found, "it does not belong to the chain: numbers begin with 1")


async def verify(store: Store, keys: Keyring, checkpoint_file: Path | None) -> Verdict:
    """Verify the chain up to its present head, and the checkpoints made until now.

    Other transactions go on between the pages. Raises NotSent `journal_unavailable`, or OSError where the
    checkpoints cannot be read, or their file is gone although there are records.
    """
    # First what the file has, then the head: a checkpoint is never of a record that is not there yet.
    present = None if checkpoint_file is None else _size(checkpoint_file)
    last = (await store.run(read_head)).number
    verifier = Verifier(keys, _checkpoints(checkpoint_file, keys, present, last))
    after = _BEFORE_ALL
    while verifier.broken is None:
        rows = await store.run(lambda connection: _page(connection, after, last))  # noqa: B023
        if not rows:
            break
        await _beside(store, lambda: verifier.take(rows))  # noqa: B023
        after = rows[-1].number
    return await _beside(store, verifier.finish)


async def _beside(store: Store, work: Callable[[], T]) -> T:
    """Do work without holding up the event loop; a short chain in memory needs no thread."""
    return await asyncio.to_thread(work) if store.durable else work()


def _checkpoints(
    path: Path | None, keys: Keyring, size: int | None, records: int
) -> Iterable[Checkpoint]:
    if path is None or (size is None and not records):
        return ()
    if size is None:
        raise FileNotFoundError(ENOENT, strerror(ENOENT), str(path))
    return read_checkpoints(path, keys, size)


def _size(path: Path) -> int | None:
    try:
        return path.stat().st_size
    except FileNotFoundError:
        return None


def _page(connection: sa.Connection, after: int, last: int) -> Sequence[Any]:
    chosen = audit.select().where(audit.c.number > after, audit.c.number <= last)
    return connection.execute(chosen.order_by(audit.c.number).limit(_PAGE)).all()
