"""RSA keys in the forms that Tiger hands them out, and signatures made and checked with them.

The vendor's package does the same over the same library, but brings pandas, a push client and more
with it, none of them pinned: six lines are not worth that.
"""

from base64 import b64decode, b64encode

from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import padding
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey, RSAPublicKey

from omnibroker.config import ConfigError

# With this Tiger signs its answers; published in the vendor's package, tigeropen 3.8.0.
TIGER_PUBLIC_KEY = (
    "MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQDNF3G8SoEcCZh2rshUbayDgLLrj6rKgzNMxDL2HS"
    "nKcB0+GPOsndqSv+a4IBu9+I3fyBp5hkyMMG2+AXugd9pMpy6VxJxlNjhX1MYbNTZJUT4nudki4uh+LM"
    "OkIBHOceGNXjgB+cXqmlUnjlqha/HgboeHSnSgpM3dKSJQlIOsDwIDAQAB"
)
# SHA-1 is what Tiger's wire signs with, on both sides.
_HASH = hashes.SHA1()  # noqa: S303


def private_key(text: str) -> RSAPrivateKey:
    """Return a private key from PEM or bare base64, PKCS#1 or PKCS#8; raises ConfigError."""
    try:
        key = serialization.load_der_private_key(_der(text), password=None)
    except (ValueError, TypeError, UnsupportedAlgorithm):
        key = None
    if not isinstance(key, RSAPrivateKey):
        raise ConfigError(
            "The private key is no RSA key: it wants PEM or its base64 lines, PKCS#1 or PKCS#8, "
            "without a passphrase."
        )
    return key


def public_key(text: str) -> RSAPublicKey:
    """Return a public key from PEM or bare base64; raises ConfigError."""
    try:
        key = serialization.load_der_public_key(_der(text))
    except (ValueError, TypeError, UnsupportedAlgorithm):
        key = None
    if not isinstance(key, RSAPublicKey):
        raise ConfigError("tiger_public_key is no RSA key: it wants PEM or its base64 lines.")
    return key


def signature(key: RSAPrivateKey, text: str) -> str:
    """Return the signature of a text, base64."""
    return b64encode(key.sign(text.encode(), padding.PKCS1v15(), _HASH)).decode()


def is_signed(key: RSAPublicKey, text: str, sign: str) -> bool:
    """Say whether a base64 signature of a text was made with the other half of this key."""
    try:
        key.verify(b64decode(sign, validate=True), text.encode(), padding.PKCS1v15(), _HASH)
    except (ValueError, InvalidSignature):
        return False
    return True


def _der(text: str) -> bytes:
    """Return the bytes of a key, whatever lines it is broken into and whatever lines mark its ends."""
    lines = (line.strip() for line in text.splitlines())
    return b64decode("".join(line for line in lines if not line.startswith("-----")), validate=True)
