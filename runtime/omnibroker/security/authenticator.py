"""From a request's Authorization header to the principal of its key."""

import secrets
from hashlib import blake2b

from omnibroker.problems import Problem
from omnibroker.security.records import Principal
from omnibroker.security.store import KeyStore

# One key can be written with any amount of space around it; nobody may fill our memory with that.
_MOST_SEEN = 4096


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
        self._store.used(principal.key_id)
        if len(self._seen) >= _MOST_SEEN:
            self._seen.clear()
        self._seen[name] = digest
        return principal


def _unauthorized(detail: str) -> Problem:
    return Problem("unauthorized", detail, headers=(("www-authenticate", "Bearer"),))
