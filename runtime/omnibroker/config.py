"""The one annotated configuration file, `omnibroker.toml`: typed, frozen, secrets by reference only."""

import os
import re
import tomllib
from ipaddress import ip_address
from pathlib import Path
from typing import Annotated, Literal, TypeAlias, get_args
from urllib.parse import urlsplit

import msgspec
from msgspec import Meta

# How an account is written everywhere: the connection and the broker's own id.
ACCOUNT_ID = re.compile(r"[a-z0-9][a-z0-9_-]{0,31}:[A-Za-z0-9._-]{1,64}")
_CONNECTION = re.compile(r"[a-z0-9][a-z0-9_-]{0,31}")
# Never for ever, never at once: a wait of nothing is a loop that does not rest.
_Seconds: TypeAlias = Annotated[float, Meta(ge=0.1, le=86_400)]
_Port: TypeAlias = Annotated[int, Meta(ge=0, le=65_535)]
_Records: TypeAlias = Annotated[int, Meta(ge=1, le=1_000_000)]
_BodyBytes: TypeAlias = Annotated[int, Meta(ge=1024, le=67_108_864)]


class ConfigError(Exception):
    """The configuration cannot be used; the message says where and what to do."""


class Secret(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A secret by reference: `{ env = "NAME" }` or `{ file = "path" }`, never by value."""

    env: str | None = None
    file: str | None = None

    def read(self) -> str:
        """Return the secret, or say which variable or file is missing."""
        if (self.env is None) == (self.file is None):
            raise ConfigError("A secret needs exactly one of `env` and `file`.")
        if self.env is not None:
            return self._from_environment(self.env)
        try:
            return Path(str(self.file)).expanduser().read_text(encoding="utf-8").strip()
        except OSError as error:
            raise ConfigError(
                f"Cannot read the secret file {self.file}: {error.strerror}."
            ) from None

    @staticmethod
    def _from_environment(name: str) -> str:
        value = os.environ.get(name)
        if not value:
            raise ConfigError(
                f"Set the environment variable {name}: the configuration refers to it."
            )
        return value


class Server(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Where the gateway listens."""

    host: str = "127.0.0.1"
    port: _Port = 9000
    tls_certificate: str | None = None
    tls_key: str | None = None
    expose_without_tls: bool = False
    max_body_bytes: _BodyBytes = 1_048_576


class Keys(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Where the hashed keys and the pepper stand."""

    file: str = "omnibroker-keys.json"
    pepper: Secret = Secret(file="omnibroker-pepper.key")


class Orders(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How long the gateway waits: seconds."""

    deadline_seconds: _Seconds = 10.0
    confirm_seconds: _Seconds = 15.0


class Journal(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Where orders are kept: a database URL, sqlite:///FILE or postgresql://USER@HOST/NAME.

    One with a password stands by reference. Without any, `serve` keeps them in a file in this folder, and
    `serve --sandbox` in memory.
    """

    url: str | Secret | None = None

    def address(self) -> str:
        """Return the URL; raises ConfigError where it is kept elsewhere and cannot be read."""
        url = self.url.read() if isinstance(self.url, Secret) else self.url
        return url or "sqlite:///omnibroker.sqlite3"

    def existing(self) -> str:
        """Return the URL of a journal that is there; raises ConfigError for a file that is not."""
        url = self.address()
        path = url.removeprefix("sqlite:///")
        if path != url and not is_there(Path(path)):
            raise ConfigError(
                f"There is no journal {Path(path).absolute()}: run this in the folder that the gateway is "
                "started in, or name its configuration file, with absolute paths, by --config."
            )
        return url


class Audit(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What seals the audit chain, and where its checkpoints go.

    `key` seals new records; a file that does not exist yet is drawn for a chain without records. `earlier_keys` sealed the
    records before them. A checkpoint is made after `checkpoint_seconds` or `checkpoint_records`, whichever
    comes first; `checkpoint_file` belongs on another volume than the journal, without one they go to the log.
    """

    key: Secret = Secret(file="omnibroker-audit.key")
    earlier_keys: tuple[Secret, ...] = ()
    checkpoint_file: str | None = None
    checkpoint_seconds: _Seconds = 60.0
    checkpoint_records: _Records = 1000


class Tls(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How a broker's certificate is proven: a CA file, or the SHA-256 of the certificate itself."""

    ca_file: str | None = None
    pin_sha256: str | None = None


class PublicSecret(Secret, frozen=True):
    """The login of a simulated broker: known to everybody, never read from a configuration file."""

    value: str = ""

    def read(self) -> str:
        """Return the value."""
        return self.value


class Connection(
    msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, tag_field="broker"
):
    """One credential and session at one broker; each broker adds what its login needs."""

    base_url: str
    environment: Literal["paper", "live"]
    accounts: tuple[str, ...] = ()
    read_only: bool = False
    pacing: Literal["published", "off"] = "published"
    engine: Literal["fast", "httpx"] = "fast"
    tls: Tls | None = None
    simulated: bool = False

    @property
    def broker(self) -> str:
        """The broker's name: in the file, the key `broker`."""
        return str(self.__struct_config__.tag)


class IbkrConnection(Connection, frozen=True, kw_only=True, tag="ibkr"):
    """Interactive Brokers: the Client Portal Gateway, to which a person logs in."""

    compete: bool = False


class TradeLockerConnection(Connection, frozen=True, kw_only=True, tag="tradelocker"):
    """TradeLocker: a user of one server; the environment is the host's (demo or live)."""

    email: str
    password: Secret
    server: str
    developer_api_key: Secret | None = None


class TigerConnection(Connection, frozen=True, kw_only=True, tag="tiger"):
    """Tiger: a developer id, whose requests its private key signs.

    `config_file` is the file that Tiger's developer page hands out; it stands in for `tiger_id`,
    `private_key`, `license` and `secret_key` (of institutional traders). `token_file` keeps the token of
    the licences that want one, `token` is the first one. `device_id` is whose the quote permission is;
    `grab_quotes` takes it from other devices. `tiger_public_key` is what answers are checked with.
    """

    tiger_id: str | None = None
    private_key: Secret | None = None
    config_file: str | None = None
    license: str | None = None
    secret_key: Secret | None = None
    token: Secret | None = None
    token_file: str | None = None
    device_id: str | None = None
    tiger_public_key: Secret | None = None
    grab_quotes: bool = False


class FutuConnection(Connection, frozen=True, kw_only=True, tag="futu"):
    """Futu: a key of the REST gateway, and the password that unlocks trading."""

    key: Secret
    trading_password: Secret | None = None


AnyConnection = IbkrConnection | TigerConnection | FutuConnection | TradeLockerConnection
CONNECTIONS: dict[str, type[AnyConnection]] = {
    str(kind.__struct_config__.tag): kind for kind in get_args(AnyConnection)
}


class Log(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What is logged: `access` adds a line for every request."""

    level: Literal["debug", "info", "warning", "error"] = "info"
    access: bool = False


class Config(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The whole configuration."""

    server: Server = Server()
    keys: Keys = Keys()
    orders: Orders = Orders()
    journal: Journal = Journal()
    audit: Audit = Audit()
    # A number with a point is taken to be refused with a sentence.
    limits: dict[str, dict[str, str | int | float]] = {}
    log: Log = Log()
    connections: dict[str, AnyConnection] = {}


def load(path: Path) -> Config:
    """Return the configuration in a file; raises ConfigError that names the place of the mistake."""
    try:
        document = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise ConfigError(f"Cannot read {path}: {error.strerror}.") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ConfigError(f"{path} is not valid TOML: {error}.") from None
    try:
        config = msgspec.convert(document, Config)
    except msgspec.ValidationError as error:
        raise ConfigError(f"{path}: {error}.") from None
    _check(config, path)
    return config


def _check(config: Config, path: Path) -> None:
    for name, connection in config.connections.items():
        where = f"{path}: [connections.{name}]"
        if not _CONNECTION.fullmatch(name):
            raise ConfigError(
                f"{where} needs a name of up to 32 lower-case letters, digits, - and _."
            )
        if connection.simulated:
            raise ConfigError(f"{where} `simulated` is set by `--sandbox` alone; remove it.")
        if connection.base_url.startswith("http://") and not is_loopback_url(connection.base_url):
            raise ConfigError(f"{where} base_url leaves this machine: use https.")
        if connection.pacing == "off" and not is_loopback_url(connection.base_url):
            raise ConfigError(f"{where} `pacing = 'off'` is for simulators on this machine only.")
    for account_id, pairs in config.limits.items():
        for name, value in pairs.items():
            if isinstance(value, float):
                raise ConfigError(
                    f'{path}: [limits."{account_id}"] {name}: write the number in quotes, such as '
                    f'{name} = "{value}", so that no digit is lost.'
                )


def is_there(path: Path) -> bool:
    """Say whether a file is there; raises ConfigError where nobody may look."""
    try:
        return path.exists()
    except OSError as error:
        raise ConfigError(f"Cannot look for {path}: {error.strerror}.") from None


def is_loopback_url(url: str) -> bool:
    """Say whether a URL names this machine."""
    try:
        return is_loopback(urlsplit(url).hostname or "")
    except ValueError:
        return False


def is_loopback(host: str) -> bool:
    """Say whether a host name or address is this machine's own."""
    try:
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return False
