"""Who we are at Tiger: from the connection's own keys, or from the vendor's configuration file."""

from dataclasses import dataclass, field
from hashlib import sha256

from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey, RSAPublicKey

from omnibroker.config import ConfigError, Secret, TigerConnection
from omnibroker.upstream.tiger import keys, properties

_PRIVATE_KEYS = ("private_key", "private_key_pk8", "private_key_pk1")
# These stand in the vendor's file where there is one; beside it they would be a second word.
_EITHER = ("tiger_id", "private_key", "license", "secret_key")


@dataclass(frozen=True, slots=True)
class Credentials:
    """One developer id. `token` is the first one; `secret_key` is an institutional trader's, or empty."""

    tiger_id: str
    device_id: str
    license: str | None
    tiger_public_key: RSAPublicKey
    private_key: RSAPrivateKey = field(repr=False)
    secret_key: str = field(repr=False)
    token: str = field(repr=False)


def read(name: str, settings: TigerConnection) -> Credentials:
    """Return the credentials of a connection; raises ConfigError that says what is missing."""
    try:
        values = _from_file(settings) if settings.config_file else _from_keys(settings)
        return _checked(values, settings)
    except ConfigError as error:
        raise ConfigError(f"[connections.{name}] {error}") from None


def _from_keys(settings: TigerConnection) -> dict[str, str]:
    if not settings.tiger_id or settings.private_key is None:
        raise ConfigError("Set tiger_id and private_key, or config_file.")
    return {
        "tiger_id": settings.tiger_id,
        "private_key": settings.private_key.read(),
        "license": settings.license or "",
        "secret_key": _secret(settings.secret_key),
    }


def _from_file(settings: TigerConnection) -> dict[str, str]:
    doubled = [name for name in _EITHER if getattr(settings, name) is not None]
    if doubled:
        raise ConfigError(f"config_file says {', '.join(doubled)}: leave one of the two out.")
    path = str(settings.config_file)
    values = properties.read(path)
    if values.get("env", "").upper() in {"SANDBOX", "TEST"}:
        raise ConfigError(f"{path}: env = {values['env']} is no longer served by Tiger; remove it.")
    private_key = next((values[name] for name in _PRIVATE_KEYS if values.get(name)), "")
    if not values.get("tiger_id") or not private_key:
        raise ConfigError(f"{path} needs tiger_id and private_key_pk8 or private_key_pk1.")
    return {**values, "private_key": private_key}


def _checked(values: dict[str, str], settings: TigerConnection) -> Credentials:
    tiger_id = values["tiger_id"]
    public = settings.tiger_public_key
    return Credentials(
        tiger_id=tiger_id,
        device_id=settings.device_id or _device_id(tiger_id),
        license=values.get("license") or None,
        tiger_public_key=keys.public_key(public.read() if public else keys.TIGER_PUBLIC_KEY),
        private_key=keys.private_key(values["private_key"]),
        secret_key=values.get("secret_key", ""),
        token=_secret(settings.token) or values.get("token", ""),
    )


def _secret(secret: Secret | None) -> str:
    return secret.read() if secret is not None else ""


def _device_id(tiger_id: str) -> str:
    """Return an id in the form of a network address, as the vendor's client sends one.

    The quote permission is bound to it: so it is the same after each start, also in a container.
    """
    digest = sha256(f"omnibroker {tiger_id}".encode()).hexdigest()
    return ":".join(("02", *(digest[place : place + 2] for place in range(0, 10, 2))))
