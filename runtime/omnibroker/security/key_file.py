"""The key file and its pepper: keys are created, changed, ended; the file is readable by its owner only."""

from collections.abc import Callable, Collection, Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path

import msgspec

from omnibroker.config import ConfigError, Keys, is_there
from omnibroker.limits.settings import KeyLimits
from omnibroker.private_files import draw_secret, replace_private
from omnibroker.security.changes import FileChanges
from omnibroker.security.last_use import LastUse
from omnibroker.security.records import KeyRecord, expand_scopes, instant
from omnibroker.security.store import KeyStore
from omnibroker.security.tokens import draw_key

# A record's new form; the other records stay as they are.
Change = Callable[[KeyRecord], KeyRecord]


class _File(msgspec.Struct, forbid_unknown_fields=True):
    keys: list[KeyRecord]


class KeyFile:
    """The key file of a gateway, as the commands and the start of the gateway use it."""

    def __init__(self, settings: Keys) -> None:
        self._path = Path(settings.file).expanduser()
        self._pepper = settings.pepper
        self.last_use = LastUse(self._path)

    def exists(self) -> bool:
        """Say whether any key was ever created here."""
        return is_there(self._path)

    def load(self) -> KeyStore:
        """Return the store of a gateway, which follows this file; raises ConfigError where nothing can be read."""
        changes = FileChanges(self._path, self.records)
        records = self.records()
        return KeyStore(records, self._read_pepper(), changes=changes, last_use=self.last_use)

    def records(self) -> list[KeyRecord]:
        """Return the keys as they stand in the file; raises ConfigError where one of them means nothing."""
        try:
            records = msgspec.json.decode(self._path.read_bytes(), type=_File).keys
            _check(records)
        except FileNotFoundError:
            raise ConfigError(
                f"There is no key file {self._path}: run `omnibroker keys create`."
            ) from None
        except (OSError, ValueError, msgspec.DecodeError, ConfigError) as error:
            raise ConfigError(f"The key file {self._path} cannot be read: {error}") from None
        return records

    def find(self, key_id: str) -> KeyRecord:
        """Return the record of a key; raises ConfigError if there is no such key."""
        return _find(self.records(), key_id)

    def create(
        self, name: str, scopes: tuple[str, ...], accounts: tuple[str, ...], expires_at: str | None
    ) -> tuple[str, KeyRecord]:
        """Draw a key, store its digest, return (key, record). The key is not kept anywhere."""
        if not accounts:
            raise ConfigError("Name the accounts that the key may reach: --account ID (or '*').")
        if expires_at is not None:
            instant(expires_at)
        scopes = expand_scopes(scopes)
        # The pepper of keys that are there is not drawn anew: no gateway would know what is hashed with another.
        if self._pepper.file is not None and not self.exists():
            draw_secret(Path(self._pepper.file).expanduser())
        token, digest = self._draw()
        record = KeyRecord(digest[:12], name, digest, scopes, accounts, _text(_now()), expires_at)
        self._replace(lambda: [*(self.records() if self.exists() else []), record])
        return token, record

    def revoke(self, key_id: str) -> KeyRecord:
        """End a key at once and for ever; raises ConfigError if there is no such key."""
        now = _text(_now())
        return self._change(
            key_id, lambda record: _with(record, revoked_at=record.revoked_at or now)
        )

    def expire(self, key_id: str, at: str | None) -> KeyRecord:
        """Let a living key end at an instant to come, or never (None)."""
        if at is not None and instant(at) <= _now():
            raise ConfigError(f"{at} is past; to end a key at once: `omnibroker keys revoke`.")
        return self._change(key_id, lambda record: _with(_living(record), expires_at=at))

    def limit(
        self, key_id: str, pairs: Mapping[str, str], cleared: Collection[str] = ()
    ) -> KeyRecord:
        """Set and clear limits of a key; the others stay."""
        unknown = sorted(set(cleared) - set(KeyLimits.__struct_fields__))
        if unknown:
            raise ConfigError(
                f"There is no limit {unknown[0]}; there are {', '.join(KeyLimits.__struct_fields__)}."
            )

        def limited(record: KeyRecord) -> KeyRecord:
            kept = {name: text for name, text in record.limits.items() if name not in cleared}
            return _with(record, limits=KeyLimits.from_pairs({**kept, **pairs}).to_pairs())

        return self._change(key_id, limited)

    def consent(
        self, key_id: str, broker: str, message_ids: Collection[str], *, remove: bool = False
    ) -> KeyRecord:
        """Add or remove kinds of questions of a broker that a key accepts beforehand."""
        named = {f"{broker}:{message_id}" for message_id in message_ids}

        def consenting(record: KeyRecord) -> KeyRecord:
            held = set(record.consents)
            return _with(record, consents=tuple(sorted(held - named if remove else held | named)))

        return self._change(key_id, consenting)

    def rotate(self, key_id: str, overlap: timedelta) -> tuple[str, KeyRecord]:
        """Draw a successor with the same rights and end; the old key ends after the overlap.

        Returns (key, record of the successor). A key that has one already is refused.
        """
        self.find(key_id)
        token, digest = self._draw()
        made: list[KeyRecord] = []

        def rotated() -> list[KeyRecord]:
            records = self.records()
            old = _living(_find(records, key_id))
            if old.replaced_by:
                raise ConfigError(f"The key {key_id} was replaced: rotate {old.replaced_by}.")
            made.append(_successor(old, digest))
            ended = _with(old, expires_at=_end(old, overlap), replaced_by=made[0].key_id)
            return [*(ended if record is old else record for record in records), made[0]]

        self._replace(rotated)
        return token, made[0]

    def _change(self, key_id: str, change: Change) -> KeyRecord:
        made: list[KeyRecord] = []

        def changed() -> list[KeyRecord]:
            records = self.records()
            old = _find(records, key_id)
            made.append(change(old))
            return [made[0] if record is old else record for record in records]

        self._replace(changed)
        return made[0]

    def _replace(self, make: Callable[[], list[KeyRecord]]) -> None:
        replace_private(
            self._path,
            lambda: msgspec.json.format(msgspec.json.encode(_File(make()))) + b"\n",
        )

    def _draw(self) -> tuple[str, str]:
        token = draw_key()
        return token, KeyStore([], self._read_pepper()).digest(token)

    def _read_pepper(self) -> bytes:
        return self._pepper.read().encode()


def _check(records: list[KeyRecord]) -> None:
    """Refuse a file in which a key's meaning cannot be told."""
    seen: set[str] = set()
    for record in records:
        record.principal()
        record.expires()
        if record.key_id in seen:
            raise ConfigError(f"The key {record.key_id} stands there twice.")
        seen.add(record.key_id)


def _find(records: list[KeyRecord], key_id: str) -> KeyRecord:
    for record in records:
        if record.key_id == key_id:
            return record
    raise ConfigError(f"There is no key {key_id}: see `omnibroker keys list`.")


def _living(record: KeyRecord) -> KeyRecord:
    """Return a record whose key still works: an ended key never comes back."""
    state = record.state(_now())
    if state in {"revoked", "expired"}:
        raise ConfigError(f"The key {record.key_id} is {state}: create another one.")
    return record


def _successor(old: KeyRecord, digest: str) -> KeyRecord:
    return _with(
        old,
        key_id=digest[:12],
        digest=digest,
        created_at=_text(_now()),
        replaces=old.key_id,
        first_key_id=old.first_key_id or old.key_id,
    )


def _end(record: KeyRecord, overlap: timedelta) -> str:
    """Return when an old key ends: after the overlap, or when it ends anyway."""
    end, planned = _now() + overlap, record.expires()
    return _text(end if planned is None else min(end, planned))


def _with(record: KeyRecord, **fields: object) -> KeyRecord:
    return msgspec.structs.replace(record, **fields)


def _now() -> datetime:
    return datetime.now(UTC)


def _text(at: datetime) -> str:
    return at.isoformat(timespec="seconds")
