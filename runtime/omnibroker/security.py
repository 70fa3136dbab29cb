"""Gateway keys: drawn once, kept as keyed hashes, compared in constant time; principals and scopes."""

import hmac
import json
import os
import secrets
import zlib
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from hashlib import blake2b
from pathlib import Path
from typing import Any

from omnibroker.config import ConfigError, Keys, Secret
from omnibroker.problems import Problem

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
PREFIX = "omni_"
# One key can be written with any amount of space around it; nobody may fill our memory with that.
_MOST_SEEN = 4096
_ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"


@dataclass(frozen=True, slots=True)
class Principal:
    """Whoever holds a key: what it may do, and on which accounts (`*` = all)."""

    key_id: str
    scopes: frozenset[str]
    accounts: frozenset[str]

    def may_reach(self, account_id: str) -> bool:
        """Say whether the key names this account."""
        return "*" in self.accounts or account_id in self.accounts


@dataclass(frozen=True, slots=True)
class KeyRecord:
    """One key as it stands in the key file; the key itself is shown once and never stored."""

    key_id: str
    name: str
    digest: str
    scopes: tuple[str, ...]
    accounts: tuple[str, ...]
    created_at: str
    expires_at: str | None = None
    revoked_at: str | None = None


def expand_scopes(words: tuple[str, ...]) -> tuple[str, ...]:
    """Return the gateway's scopes for a list that may hold the seeds' words; refuse unknown ones."""
    found: list[str] = []
    for word in words:
        if word not in SCOPES and word not in SYNONYMS:
            raise ConfigError(f"Unknown scope {word!r}; use {', '.join(SCOPES)}.")
        found += SYNONYMS.get(word, (word,))
    return tuple(scope for scope in SCOPES if scope in found)


class KeyStore:
    """The keys of one gateway, looked up by keyed digest."""

    def __init__(self, records: list[KeyRecord], pepper: bytes) -> None:
        self._pepper = pepper
        self.records = records
        self._by_digest = {record.digest: record for record in records}
        self._principals = {
            record.key_id: Principal(
                record.key_id, frozenset(record.scopes), frozenset(record.accounts)
            )
            for record in records
        }

    def authenticate(self, token: str) -> Principal | None:
        """Return the principal of a valid key, or None."""
        return self.principal(self.digest(token))

    def principal(self, digest: str) -> Principal | None:
        """Return the principal of a key's digest while the key is valid, or None."""
        record = self._by_digest.get(digest)
        if record is None or record.revoked_at or _is_past(record.expires_at):
            return None
        return self._principals[record.key_id]

    def digest(self, token: str) -> str:
        """Return HMAC-SHA-256 of a key under the pepper, hexadecimal.

        Only digests are compared: without the pepper nobody can choose one, so a look-up's timing tells nothing.
        """
        return hmac.digest(self._pepper, token.encode(), "sha256").hex()


def _is_past(instant: str | None) -> bool:
    return instant is not None and datetime.fromisoformat(instant) <= datetime.now(UTC)


class KeyFile:
    """The key file and its pepper: created, read and rewritten atomically, readable by the owner only."""

    def __init__(self, settings: Keys) -> None:
        self._path = Path(settings.file).expanduser()
        self._pepper = settings.pepper

    def exists(self) -> bool:
        """Say whether any key was ever created here."""
        return self._path.exists()

    def load(self) -> KeyStore:
        """Return the store; raises ConfigError when the file or the pepper cannot be read."""
        if not self.exists():
            raise ConfigError(f"There is no key file {self._path}: run `omnibroker keys create`.")
        try:
            rows = json.loads(self._path.read_text(encoding="utf-8"))["keys"]
            records = [KeyRecord(**_tuples(row)) for row in rows]
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise ConfigError(f"The key file {self._path} cannot be read: {error}.") from None
        return KeyStore(records, self._read_pepper())

    def create(
        self, name: str, scopes: tuple[str, ...], accounts: tuple[str, ...], expires_at: str | None
    ) -> tuple[str, KeyRecord]:
        """Draw a key, store its digest, return (key, record). The key is not kept anywhere."""
        if not accounts:
            raise ConfigError("Name the accounts that the key may reach: --account ID (or '*').")
        self._make_pepper()
        records = self.load().records if self.exists() else []
        token = draw_key()
        digest = KeyStore([], self._read_pepper()).digest(token)
        record = KeyRecord(
            key_id=digest[:12],
            name=name,
            digest=digest,
            scopes=expand_scopes(scopes),
            accounts=accounts,
            created_at=datetime.now(UTC).isoformat(timespec="seconds"),
            expires_at=expires_at,
        )
        self._write([*records, record])
        return token, record

    def revoke(self, key_id: str) -> KeyRecord:
        """Mark a key as revoked; raises ConfigError if there is no such key."""
        records = self.load().records
        found = next((record for record in records if record.key_id == key_id), None)
        if found is None:
            raise ConfigError(f"There is no key {key_id}: see `omnibroker keys list`.")
        revoked = KeyRecord(
            **{**asdict(found), "revoked_at": datetime.now(UTC).isoformat(timespec="seconds")}
        )
        self._write([revoked if record is found else record for record in records])
        return revoked

    def _read_pepper(self) -> bytes:
        return self._pepper.read().encode()

    def _make_pepper(self) -> None:
        path = Path(self._pepper.file).expanduser() if self._pepper.file else None
        if path is not None and not path.exists():
            _write_private(path, secrets.token_hex(32))

    def _write(self, records: list[KeyRecord]) -> None:
        rows = {"keys": [asdict(record) for record in records]}
        _write_private(self._path, json.dumps(rows, indent=2) + "\n")


def draw_key() -> str:
    """Return a new key: prefix, 256 random bits in base 62, and a checksum for secret scanners."""
    secret = _base62(int.from_bytes(secrets.token_bytes(32)), 43)
    return f"{PREFIX}{secret}{_base62(zlib.crc32(secret.encode()), 6)}"


def sandbox_store(tokens: dict[str, Principal]) -> KeyStore:
    """Return a store with fixed keys, for the sandbox on loopback only."""
    pepper = secrets.token_bytes(32)
    plain = KeyStore([], pepper)
    records = [
        KeyRecord(
            key_id=principal.key_id,
            name=principal.key_id,
            digest=plain.digest(token),
            scopes=tuple(principal.scopes),
            accounts=tuple(principal.accounts),
            created_at="",
        )
        for token, principal in tokens.items()
    ]
    return KeyStore(records, pepper)


class Authenticator:
    """Turns a request's Authorization header into a principal."""

    def __init__(self, store: KeyStore) -> None:
        self._store = store
        # Headers seen before, by a keyed digest that costs a fraction of the stored one; no key is kept.
        self._secret = secrets.token_bytes(16)
        self._seen: dict[bytes, str] = {}

    def __call__(self, authorization: bytes | None) -> Principal:
        """Return the principal; raises Problem `unauthorized`."""
        if authorization is None or authorization[:7].lower() != b"bearer ":
            raise _unauthorized("Send the header `Authorization: Bearer <key>`.")
        name = blake2b(authorization, digest_size=16, key=self._secret).digest()
        digest = self._seen.get(name)
        if digest is None:
            digest = self._store.digest(authorization[7:].decode("latin-1").strip())
        principal = self._store.principal(digest)
        if principal is None:
            raise _unauthorized("The key is unknown, expired or revoked.")
        if len(self._seen) >= _MOST_SEEN:
            self._seen.clear()
        self._seen[name] = digest
        return principal


def _unauthorized(detail: str) -> Problem:
    return Problem("unauthorized", detail, headers=(("www-authenticate", "Bearer"),))


def _base62(number: int, width: int) -> str:
    digits = []
    while number:
        number, rest = divmod(number, 62)
        digits.append(_ALPHABET[rest])
    return "".join(reversed(digits)).rjust(width, "0")


def _tuples(row: dict[str, Any]) -> dict[str, Any]:
    return {name: tuple(value) if isinstance(value, list) else value for name, value in row.items()}


def _write_private(path: Path, text: str) -> None:
    """Write a file atomically with mode 0600."""
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(path.name + ".new")
    descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as stream:
        stream.write(text)
        stream.flush()
        os.fsync(stream.fileno())
    temporary.replace(path)


__all__ = [
    "SCOPES",
    "Authenticator",
    "KeyFile",
    "KeyRecord",
    "KeyStore",
    "Principal",
    "Secret",
    "draw_key",
    "expand_scopes",
    "sandbox_store",
]
