"""Checkpoints: the chain's head, sealed and kept where who edits the database cannot reach."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from omnibroker.audit.chain import Head, canonical
from omnibroker.audit.keys import CHECKPOINT, AuditKey, Keyring
from omnibroker.private_files import open_private

EVENT = "audit_checkpoint"


class Broken(Exception):
    """The chain is not what it was; `number` is that of the first record that shows it.

    `unproven` where nobody can tell, because the key is missing that would.
    """

    def __init__(self, number: int, reason: str, *, unproven: bool = False) -> None:
        super().__init__(reason)
        self.number = number
        self.reason = reason
        self.unproven = unproven


class Checkpoint(msgspec.Struct, frozen=True):
    """One line of a checkpoint file or of the log: the record that was the last one at `made_at`."""

    number: int
    recorded_at: str
    seal: str
    made_at: str
    key_name: str
    checkpoint_seal: str

    @classmethod
    def of(cls, head: Head, made_at: str, key: AuditKey) -> "Checkpoint":
        """Return the checkpoint of a head."""
        bare = cls(head.number, head.recorded_at, head.seal, made_at, key.name, "")
        return msgspec.structs.replace(bare, checkpoint_seal=key.seal(CHECKPOINT, bare.text()))

    def text(self) -> str:
        """Return what is sealed: everything but the seal, in canonical JSON."""
        return canonical(self.members() | {"checkpoint_seal": ""}).decode()

    def members(self) -> dict[str, Any]:
        """Return the checkpoint as the members of a line."""
        return msgspec.structs.asdict(self)


_parse = msgspec.json.Decoder(Checkpoint).decode


def append_line(path: Path, checkpoint: Checkpoint) -> None:
    """Append a checkpoint to a file, durably; raises OSError. A line that was cut short stays alone."""
    path.parent.mkdir(parents=True, exist_ok=True)
    line = msgspec.json.encode({"event": EVENT, **checkpoint.members()})
    with open_private(path) as stream:
        end = stream.seek(0, os.SEEK_END)
        stream.seek(max(end - 1, 0))
        torn = end > 0 and stream.read(1) != b"\n"
        stream.write(b"\n" * torn + line + b"\n")
        os.fsync(stream.fileno())


def read_checkpoints(path: Path, keys: Keyring, size: int) -> Iterator[Checkpoint]:
    """Yield the checkpoints in the first `size` bytes of a file, or of a log in JSON lines, oldest first.

    Raises Broken for one that no known key sealed, and where they go back: then records were cut.
    """
    before, place = 0, 0
    with path.open("rb") as lines:
        for line_number, line in enumerate(lines, 1):
            place += len(line)
            if place > size:
                return
            checkpoint = _checkpoint(line)
            if checkpoint is None or _is_of_nothing(checkpoint, keys):
                continue
            _check(checkpoint, keys, f"line {line_number} of {path.name}")
            if checkpoint.number < before:
                raise Broken(
                    checkpoint.number + 1,
                    f"records {checkpoint.number + 1} to {before} were cut before {checkpoint.made_at}: "
                    f"line {line_number} of {path.name} goes back",
                )
            before = checkpoint.number
            yield checkpoint


def _is_of_nothing(checkpoint: Checkpoint, keys: Keyring) -> bool:
    """Say whether it was made of an empty chain with a key that never sealed a record: it proves nothing."""
    return checkpoint.number == 0 and keys.find(checkpoint.key_name) is None


def _checkpoint(line: bytes) -> Checkpoint | None:
    """Return the checkpoint of a line; other lines of a log, and one cut short by a crash, are none."""
    if EVENT.encode() not in line:
        return None
    try:
        return _parse(line)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return None


def _check(checkpoint: Checkpoint, keys: Keyring, where: str) -> None:
    key = keys.find(checkpoint.key_name)
    if key is None:
        raise Broken(
            checkpoint.number,
            f"the checkpoint in {where} is sealed with the key {checkpoint.key_name}, which is not known: "
            "name it in [audit] earlier_keys",
            unproven=True,
        )
    if not key.sealed(CHECKPOINT, checkpoint.text(), checkpoint.checkpoint_seal):
        raise Broken(checkpoint.number, f"the checkpoint in {where} was changed")
