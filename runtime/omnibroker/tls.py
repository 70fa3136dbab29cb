"""Certificates: the gateway's own is tried before it listens, a simulated broker gets one of its own."""

import ssl
import tempfile
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from omnibroker.config import ConfigError, is_there


def check_certificate(certificate: str, key: str) -> None:
    """Raise ConfigError unless both files are there, fit together, and open without a passphrase."""
    for setting, name in (("tls_certificate", certificate), ("tls_key", key)):
        if not is_there(Path(name)):
            raise ConfigError(f"[server] {setting}: there is no file {Path(name).absolute()}.")
    try:
        ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER).load_cert_chain(certificate, key, password="")
    except OSError as error:
        raise ConfigError(
            f"[server] {certificate} and {key} cannot be used: {error.strerror or error}. Both are PEM, the key "
            "belongs to the first certificate and has no passphrase."
        ) from None


def self_signed(certificate_out: Path | None) -> tuple[str, str]:
    """Write a certificate for 127.0.0.1 and localhost and its key; return both paths.

    With `certificate_out` the certificate (PEM) stands there too, for clients that want to trust it.
    """
    key = ec.generate_private_key(ec.SECP256R1())
    certificate = _certificate(key)
    pem = certificate.public_bytes(serialization.Encoding.PEM)
    folder = Path(tempfile.mkdtemp(prefix="omnibroker-tls-"))
    (folder / "certificate.pem").write_bytes(pem)
    (folder / "key.pem").write_bytes(_private(key))
    (folder / "key.pem").chmod(0o600)
    if certificate_out is not None:
        certificate_out.write_bytes(pem)
    return str(folder / "certificate.pem"), str(folder / "key.pem")


def _certificate(key: ec.EllipticCurvePrivateKey) -> x509.Certificate:
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "localhost")])
    names = [x509.DNSName("localhost"), x509.IPAddress(ip_address("127.0.0.1"))]
    now = datetime.now(UTC)
    return (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=365))
        .add_extension(x509.SubjectAlternativeName(names), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .sign(key, hashes.SHA256())
    )


def _private(key: ec.EllipticCurvePrivateKey) -> bytes:
    return key.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )
