"""Keys as their holders see them: prefix, random digits, checksum."""

import secrets
import zlib

PREFIX = "omni_"
_ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"


def draw_key() -> str:
    """Return a new key: prefix, 256 random bits in base 62, and a checksum for secret scanners."""
    secret = _base62(int.from_bytes(secrets.token_bytes(32)), 43)
    return f"{PREFIX}{secret}{_base62(zlib.crc32(secret.encode()), 6)}"


def _base62(number: int, width: int) -> str:
    digits = []
    while number:
        number, rest = divmod(number, 62)
        digits.append(_ALPHABET[rest])
    return "".join(reversed(digits)).rjust(width, "0")
