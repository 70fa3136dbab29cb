"""The secrets that seal the audit chain: the one in use, and those before it."""

import hmac
import secrets
from collections.abc import Sequence
from pathlib import Path

from omnibroker.config import Audit, ConfigError, Secret, is_there
from omnibroker.private_files import draw_secret

RECORD, CHANGE, CHECKPOINT = "record", "change", "checkpoint"
_LEAST_CHARACTERS = 32


class AuditKey:
    """One secret and what is derived from it: its public name, and a key for each thing that is sealed."""

    def __init__(self, secret: str) -> None:
        material = secret.encode()
        self.name = hmac.digest(material, b"omnibroker audit name", "sha256").hex()[:12]
        # Apart, so that a seal of one kind can never stand for one of another.
        self._derived = {
            purpose: hmac.digest(material, f"omnibroker audit {purpose}".encode(), "sha256")
            for purpose in (RECORD, CHANGE, CHECKPOINT)
        }

    def seal(self, purpose: str, text: str) -> str:
        """Return HMAC-SHA-256 of a text under the key for a purpose, hexadecimal."""
        return hmac.digest(self._derived[purpose], text.encode(), "sha256").hex()

    def sealed(self, purpose: str, text: str, seal: str) -> bool:
        """Say whether a seal is this key's own of a text."""
        return hmac.compare_digest(self.seal(purpose, text).encode(), seal.encode())


class Keyring:
    """The key that seals now, and every key by its name."""

    def __init__(self, current: AuditKey, earlier: Sequence[AuditKey] = ()) -> None:
        self.current = current
        self._by_name = {key.name: key for key in (*earlier, current)}

    def find(self, name: str) -> AuditKey | None:
        """Return the key of a name, or None."""
        return self._by_name.get(name)

    @classmethod
    def open(cls, settings: Audit, *, records: int) -> "Keyring":
        """Return the configured keys; where the chain has no records yet, a file for the current one is drawn.

        Raises ConfigError where one cannot be drawn or read, or is too short to be a secret.
        """
        path = None if settings.key.file is None else Path(settings.key.file).expanduser()
        if path is not None and not is_there(path):
            if records:
                raise ConfigError(
                    f"[audit] key: there is no file {path}, and the chain has {records:,} records that an "
                    "earlier key sealed: restore it, or draw another and name the earlier one in "
                    "`earlier_keys`. docs/audit.md says what to do where it is lost for good."
                )
            draw_secret(path)
        return cls.read(settings)

    @classmethod
    def read(cls, settings: Audit) -> "Keyring":
        """Return the configured keys as they stand; raises ConfigError like `open`."""
        return cls(
            _key("key", settings.key),
            [_key("earlier_keys", secret) for secret in settings.earlier_keys],
        )

    @classmethod
    def passing(cls) -> "Keyring":
        """Return a key that ends with the process, for a chain that ends with it."""
        return cls(AuditKey(secrets.token_hex(32)))


def _key(setting: str, secret: Secret) -> AuditKey:
    text = secret.read()
    if len(text) < _LEAST_CHARACTERS:
        raise ConfigError(
            f"[audit] {setting} is shorter than {_LEAST_CHARACTERS} characters: draw 32 random bytes, "
            "such as with `openssl rand -hex 32`."
        )
    return AuditKey(text)
