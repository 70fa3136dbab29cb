"""What a key is: its record in the key file, and the principal that it stands for."""

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import datetime

import msgspec

from omnibroker.config import ConfigError
from omnibroker.limits.settings import KeyLimits

SCOPES = ("market:read", "account:read", "trade:paper", "trade:live", "admin")
# The seeds' words for scopes, taken in key files and by `keys create` as synonyms.
SYNONYMS: dict[str, tuple[str, ...]] = {
    "read": ("market:read", "account:read"),
    "trade": ("trade:paper", "trade:live"),
    "qot:read": ("market:read",),
    "acc:read": ("account:read",),
    "trade:simulate": ("trade:paper",),
    "trade:real": ("trade:live",),
}


@dataclass(frozen=True, slots=True)
class Principal:
    """Whoever holds a key: what it may do, and on which accounts (`*` = all).

    `limits` bound its orders; `consents` are the questions that it accepts beforehand, as
    `<broker>:<message id>`; `counted_as` is the first key of a chain of rotations: what is counted for a
    key is counted under it, so that a rotation doubles no allowance.
    """

    key_id: str
    scopes: frozenset[str]
    accounts: frozenset[str]
    limits: KeyLimits | None = field(default=None, hash=False)
    consents: frozenset[str] = frozenset()
    first_key_id: str | None = None

    @property
    def counted_as(self) -> str:
        """Return the id under which orders and values of this key and its successors are counted."""
        return self.first_key_id or self.key_id

    def may_reach(self, account_id: str) -> bool:
        """Say whether the key names this account."""
        return "*" in self.accounts or account_id in self.accounts

    def consents_to(self, broker: str, message_ids: Collection[str]) -> bool:
        """Say whether the key accepts beforehand every message of a broker's question."""
        asked = {f"{broker}:{message_id}" for message_id in message_ids}
        return bool(asked) and asked <= self.consents


class KeyRecord(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One key as it stands in the key file; the key itself is shown once and never stored.

    Instants are RFC 3339; `limits` are name → value as text, `consents` are `<broker>:<message id>`.
    """

    key_id: str
    name: str
    digest: str
    scopes: tuple[str, ...]
    accounts: tuple[str, ...]
    created_at: str
    expires_at: str | None = None
    revoked_at: str | None = None
    limits: dict[str, str] = {}
    consents: tuple[str, ...] = ()
    replaces: str | None = None
    replaced_by: str | None = None
    first_key_id: str | None = None

    def principal(self) -> Principal:
        """Return whom the key stands for; raises ConfigError for a scope or a limit that nobody knows."""
        return Principal(
            self.key_id,
            frozenset(expand_scopes(self.scopes)),
            frozenset(self.accounts),
            KeyLimits.from_pairs(self.limits) if self.limits else None,
            frozenset(self.consents),
            self.first_key_id,
        )

    def expires(self) -> datetime | None:
        """Return the instant from which the key is none; raises ConfigError where it cannot be told."""
        return None if self.expires_at is None else instant(self.expires_at)

    def state(self, now: datetime) -> str:
        """Return the key's state in a word: valid, replaced (for the overlap), expired or revoked."""
        if self.revoked_at:
            return "revoked"
        expires = self.expires()
        if expires is not None and expires <= now:
            return "expired"
        return "replaced" if self.replaced_by else "valid"


def expand_scopes(words: tuple[str, ...]) -> tuple[str, ...]:
    """Return the gateway's scopes for a list that may hold the seeds' words; refuse unknown ones."""
    found: list[str] = []
    for word in words:
        if word not in SCOPES and word not in SYNONYMS:
            raise ConfigError(f"Unknown scope {word!r}; use {', '.join(SCOPES)}.")
        found += SYNONYMS.get(word, (word,))
    return tuple(scope for scope in SCOPES if scope in found)


def instant(text: str) -> datetime:
    """Return an RFC 3339 instant; raises ConfigError for anything else, a missing zone included."""
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        raise ConfigError(f"{text} is no instant; write one as 2027-01-01T00:00:00Z.") from None
    if found.tzinfo is None:
        raise ConfigError(f"{text} has no zone: end it with Z.")
    return found
