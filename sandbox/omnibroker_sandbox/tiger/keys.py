"""The two RSA key pairs of the sandbox: the developer's, and Tiger's own. Drawn anew by each process."""

import base64
from functools import cache

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import padding, rsa

TIGER_ID = "20150001"
BITS = 2048
PUBLIC_EXPONENT = 65_537
# SHA-1 is what Tiger's wire signs with, on both sides.
_HASH = hashes.SHA1()  # noqa: S303


@cache
def developer() -> rsa.RSAPrivateKey:
    """Return the key with which the developer's requests are signed."""
    return rsa.generate_private_key(PUBLIC_EXPONENT, BITS)


@cache
def tiger() -> rsa.RSAPrivateKey:
    """Return the key with which answers are signed."""
    return rsa.generate_private_key(PUBLIC_EXPONENT, BITS)


def developer_private_text() -> str:
    """Return the developer's private key as clients are configured: base64 of PKCS#1 DER, no PEM lines."""
    der = developer().private_bytes(
        serialization.Encoding.DER,
        serialization.PrivateFormat.TraditionalOpenSSL,
        serialization.NoEncryption(),
    )
    return base64.b64encode(der).decode()


def tiger_public_text() -> str:
    """Return Tiger's public key: base64 of SubjectPublicKeyInfo DER, no PEM lines."""
    der = (
        tiger()
        .public_key()
        .public_bytes(serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo)
    )
    return base64.b64encode(der).decode()


def signed(text: str) -> str:
    """Return Tiger's signature of a text, base64."""
    return base64.b64encode(tiger().sign(text.encode(), padding.PKCS1v15(), _HASH)).decode()


def is_developers(signature: str, text: str) -> bool:
    """Tell whether a base64 signature of a text was made with the developer's key."""
    try:
        raw = base64.b64decode(signature, validate=True)
        developer().public_key().verify(raw, text.encode(), padding.PKCS1v15(), _HASH)
    except (ValueError, InvalidSignature):
        return False
    return True
