"""The real thing: simulated brokers and a gateway over them, each in a process of its own."""

import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import httpx

from omnibroker.config import Keys, Secret
from omnibroker.security import KeyFile

T = TypeVar("T")

_PATIENCE_SECONDS = 60
_SCOPES = ("account:read", "market:read", "trade:paper")
# What a connection to each simulated broker needs beside its address.
_LOGINS = {
    "ibkr": "",
    "futu": 'key = {{ file = "{folder}/futu.key" }}\naccounts = ["1007002"]\n',
    "tradelocker": (
        'email = "a@example.com"\nserver = "SANDBOX"\n'
        'password = {{ file = "{folder}/password.key" }}\n'
    ),
}
_SECRETS = {"futu.key": "fc_" + "a110" * 16, "password.key": "sandbox"}


def free_port() -> int:
    """Return a port of this machine that nobody listens at."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def running(*arguments: str) -> Iterator["subprocess.Popen[str]"]:
    """Run `omnibroker` with arguments while the block runs."""
    command = (sys.executable, "-m", "omnibroker", *arguments)
    process = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    )
    try:
        yield process
    finally:
        process.kill()
        process.communicate()


def until(condition: Callable[[], T | None]) -> T:
    """Return what a condition gives once it holds; raises TimeoutError where it never does."""
    deadline = time.monotonic() + _PATIENCE_SECONDS
    while not (found := condition()):
        if time.monotonic() > deadline:
            raise TimeoutError("What was waited for did not come to hold.")
        time.sleep(0.05)
    return found


@dataclass(slots=True)
class Broker:
    """A simulated broker's process; `origin` is its address, controls stand below it."""

    name: str
    url: str
    process: "subprocess.Popen[str]"

    @property
    def origin(self) -> str:
        """Return its address without a path."""
        return self.url[: self.url.index("/", len("http://"))]

    def control(self, method: str, name: str, body: object = None) -> dict[str, object]:
        """Steer it; raises httpx.HTTPStatusError where it does not understand."""
        answer = httpx.request(method, f"{self.origin}/sandbox/{name}", json=body, timeout=10)
        answer.raise_for_status()
        document: dict[str, object] = answer.json()
        return document


@contextmanager
def simulated(name: str, port: int = 0) -> Iterator[Broker]:
    """Run a simulated broker."""
    with running("sandbox", name, "--port", str(port)) as process:
        url = process.stdout.readline().strip() if process.stdout else ""
        yield Broker(name, url, process)


class Place:
    """A folder with one configuration: keys, a journal in a file, connections to simulated brokers."""

    def __init__(self, folder: Path, brokers: list[Broker], settings: str = "") -> None:
        keys = Keys(str(folder / "keys.json"), Secret(file=str(folder / "pepper.key")))
        self.key, _ = KeyFile(keys).create("proof", _SCOPES, ("*",), None)
        for name, secret in _SECRETS.items():
            (folder / name).write_text(secret, encoding="utf-8")
        self.config = folder / "omnibroker.toml"
        parts = [_settings(folder), settings, *(_connection(folder, each) for each in brokers)]
        self.config.write_text("\n".join(parts), encoding="utf-8")

    @contextmanager
    def gateway(self) -> Iterator[tuple["subprocess.Popen[str]", httpx.Client]]:
        """Serve the configuration; yields the process, and a client once every account is there."""
        port = free_port()
        arguments = ("serve", "--config", str(self.config), "--port", str(port))
        headers = {"authorization": f"Bearer {self.key}"}
        address = f"http://127.0.0.1:{port}"
        with (
            running(*arguments) as process,
            httpx.Client(base_url=address, headers=headers, timeout=30) as client,
        ):
            until(lambda: is_whole(client, "/v1/accounts"))
            yield process, client


def is_whole(client: httpx.Client, target: str) -> bool:
    """Say whether a list is there and nothing is missing from it."""
    try:
        answer = client.get(target)
    except httpx.TransportError:
        return False
    return answer.status_code == 200 and not answer.json()["incomplete"]


def _settings(folder: Path) -> str:
    return (
        f'[keys]\nfile = "{folder}/keys.json"\npepper = {{ file = "{folder}/pepper.key" }}\n'
        f'[journal]\nurl = "sqlite:///{folder}/journal.sqlite3"\n'
        f'[audit]\nkey = {{ file = "{folder}/audit.key" }}\n'
    )


def _connection(folder: Path, broker: Broker) -> str:
    login = _LOGINS[broker.name].format(folder=folder)
    return (
        f'[connections.{broker.name}]\nbroker = "{broker.name}"\nbase_url = "{broker.url}"\n'
        f'environment = "paper"\npacing = "off"\n{login}'
    )
