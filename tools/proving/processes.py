"""The real thing: simulated brokers and a gateway over them, each in a process of its own."""

import json
import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import httpx

from omnibroker.config import Keys, PublicSecret, Secret
from omnibroker.security import KeyFile
from omnibroker.simulated import connection_to
from omnibroker_sandbox.brokers import SANDBOXES

T = TypeVar("T")

_PATIENCE_SECONDS = 60
_SCOPES = ("account:read", "market:read", "trade:paper")
# The command of a project that is installed; what stands in its place takes the same arguments.
_OMNIBROKER = ("-m", "omnibroker")


def free_port() -> int:
    """Return a port of this machine that nobody listens at."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def running(
    *arguments: str, program: Sequence[str] = _OMNIBROKER, log: Path = Path(os.devnull)
) -> Iterator["subprocess.Popen[str]"]:
    """Run `omnibroker`, or a Python program in its place, while the block runs; its errors are logged."""
    command = (sys.executable, *program, *arguments)
    with log.open("ab") as errors:
        process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=errors, text=True)
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
    """A folder with one configuration: keys, a journal, connections to simulated brokers.

    The journal is a file of the folder, or the `database` of that URL. Every gateway of the place has the
    same journal; what it says of its troubles is in `gateway.log`.
    """

    def __init__(
        self, folder: Path, brokers: list[Broker], settings: str = "", *, database: str = ""
    ) -> None:
        keys = Keys(str(folder / "keys.json"), Secret(file=str(folder / "pepper.key")))
        self.key, _ = KeyFile(keys).create("proof", _SCOPES, ("*",), None)
        self.config = folder / "omnibroker.toml"
        self._log = folder / "gateway.log"
        database = database or f"sqlite:///{folder}/journal.sqlite3"
        connections = (_connection(folder, each) for each in brokers)
        parts = [_settings(folder, database), settings, *connections]
        self.config.write_text("\n".join(parts), encoding="utf-8")

    @contextmanager
    def gateway(self, *program: str) -> Iterator[tuple["subprocess.Popen[str]", httpx.Client]]:
        """Serve the configuration; yields the process, and a client once every account is there.

        A `program` with its first arguments is run in place of `omnibroker`.
        """
        port = free_port()
        arguments = ("serve", "--config", str(self.config), "--port", str(port))
        headers = {"authorization": f"Bearer {self.key}"}
        address = f"http://127.0.0.1:{port}"
        with (
            running(*arguments, program=program or _OMNIBROKER, log=self._log) as process,
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


def _settings(folder: Path, database: str) -> str:
    return (
        f'[keys]\nfile = "{folder}/keys.json"\npepper = {{ file = "{folder}/pepper.key" }}\n'
        f'[journal]\nurl = "{database}"\n'
        f'[audit]\nkey = {{ file = "{folder}/audit.key" }}\n'
    )


def _connection(folder: Path, broker: Broker) -> str:
    """Return the table of a connection; the secrets of its login are put in files.

    Not of Tiger: its simulation draws its keys in its own process.
    """
    connection = connection_to(broker.name, broker.origin)
    lines = [
        f'[connections.{broker.name}]\nbroker = "{broker.name}"\nbase_url = "{broker.url}"',
        'environment = "paper"\npacing = "off"',
    ]
    for name in SANDBOXES[broker.name].login():
        value = getattr(connection, name)
        if isinstance(value, PublicSecret):
            file = folder / f"{broker.name}-{name}.key"
            file.write_text(value.read(), encoding="utf-8")
            lines.append(f'{name} = {{ file = "{file}" }}')
        else:
            lines.append(f"{name} = {json.dumps(value)}")
    return "\n".join([*lines, ""])
