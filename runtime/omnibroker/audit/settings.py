"""The table `[audit]` of the configuration."""

import msgspec

from omnibroker.config import Secret


class Audit(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What seals the audit chain, and where its checkpoints go.

    `key` seals new records; where it is a file that does not exist yet it is drawn. `earlier_keys` sealed the
    records before them. A checkpoint is made after `checkpoint_seconds` or `checkpoint_records`, whichever
    comes first; `checkpoint_file` belongs on another volume than the journal, without one they go to the log.
    """

    key: Secret = Secret(file="omnibroker-audit.key")
    earlier_keys: tuple[Secret, ...] = ()
    checkpoint_file: str | None = None
    checkpoint_seconds: float = 60.0
    checkpoint_records: int = 1000
