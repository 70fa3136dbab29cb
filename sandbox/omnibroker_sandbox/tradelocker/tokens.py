"""JSON Web Tokens as TradeLocker issues them: an hour of access, a week to refresh, both signed."""

import binascii
import hmac
import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from dataclasses import dataclass, field
from hashlib import blake2b
from typing import Any

ACCESS_SECONDS = 3_600
REFRESH_SECONDS = 604_800
ACCESS, REFRESH = "access_token", "refresh_token"


@dataclass(slots=True)
class Tokens:
    """Issues and checks tokens; `revoked` is the number of the last token that no longer counts.

    A refresh token works once. Access tokens live until they expire, whatever was refreshed.
    """

    seed: int
    issued: int = 0
    revoked: int = 0
    access_revoked: int = 0
    used: set[int] = field(default_factory=set)

    def issue(self, subject: str, now: int) -> dict[str, Any]:
        """Return a new pair for a user, at a moment in epoch seconds."""
        return {
            "accessToken": self._token(ACCESS, subject, now, ACCESS_SECONDS),
            "refreshToken": self._token(REFRESH, subject, now, REFRESH_SECONDS),
        }

    def subject(self, token: str, now: int) -> str | None:
        """Return whose access token this is, or None if it does not count."""
        claims = self._claims(token, ACCESS, now)
        return None if claims is None or claims["jti"] <= self.access_revoked else claims["sub"]

    def spend(self, token: str, now: int) -> str | None:
        """Use a refresh token up and return whose it was, or None if it does not count."""
        claims = self._claims(token, REFRESH, now)
        if claims is None or claims["jti"] in self.used:
            return None
        self.used.add(claims["jti"])
        return str(claims["sub"])

    def expire_access(self) -> None:
        """Let every access token issued so far be expired; refreshing still works."""
        self.access_revoked = self.issued

    def revoke(self) -> None:
        """Let no token issued so far count any more."""
        self.revoked = self.access_revoked = self.issued

    def _token(self, kind: str, subject: str, now: int, lifetime: int) -> str:
        self.issued += 1
        claims = {
            "iss": "tradelocker-api",
            "aud": "tradelocker-api-traders",
            "type": kind,
            "sub": subject,
            "jti": self.issued,
            "iat": now,
            "exp": now + lifetime,
        }
        signed = f"{_encoded({'alg': 'HS256', 'typ': 'JWT'})}.{_encoded(claims)}"
        return f"{signed}.{self._signature(signed)}"

    def _signature(self, signed: str) -> str:
        key = blake2b(f"tradelocker|{self.seed}".encode(), digest_size=32).digest()
        return _base64(hmac.digest(key, signed.encode(), "sha256"))

    def _claims(self, token: str, kind: str, now: int) -> dict[str, Any] | None:
        signed, _, signature = token.rpartition(".")
        if not hmac.compare_digest(signature.encode(), self._signature(signed).encode()):
            return None
        claims = _decoded(signed.rpartition(".")[2])
        alive = claims.get("exp", 0) > now and claims.get("jti", 0) > self.revoked
        return claims if alive and claims.get("type") == kind else None


def _encoded(document: dict[str, Any]) -> str:
    return _base64(json.dumps(document, separators=(",", ":")).encode())


def _base64(raw: bytes) -> str:
    return urlsafe_b64encode(raw).rstrip(b"=").decode()


def _decoded(text: str) -> dict[str, Any]:
    try:
        document = json.loads(urlsafe_b64decode(text + "=" * (-len(text) % 4)))
    except (ValueError, binascii.Error):
        return {}
    return document if isinstance(document, dict) else {}
