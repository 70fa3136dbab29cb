"""Starting, pinning, watching and ending the processes under measurement."""

import os
import signal
import socket
import subprocess
import time
import urllib.error
import urllib.request
from dataclasses import dataclass, field
from pathlib import Path

from place import BENCH, CannotMeasure

TICKS = os.sysconf("SC_CLK_TCK")
READY_SECONDS = 30


@dataclass
class Server:
    """One pinned server: how to start it and where it answers."""

    name: str
    command: list[str]
    port: int
    cpu: int
    environment: dict[str, str] = field(default_factory=dict)
    ready: str = "/"
    ready_means_ok: bool = False
    process: "subprocess.Popen[bytes] | None" = None

    @property
    def origin(self) -> str:
        """The address that it answers at."""
        return f"http://127.0.0.1:{self.port}"

    def start(self) -> None:
        """Start it on its CPU and return when it answers HTTP."""
        log = (BENCH / f"{self.name}.log").open("wb")
        self.process = subprocess.Popen(
            ["taskset", "-c", str(self.cpu), *self.command],
            stdout=log, stderr=log, start_new_session=True,
            env={**os.environ, **self.environment},
        )  # fmt: skip
        log.close()
        self.wait()

    def wait(self) -> None:
        """Wait until it answers anything at all."""
        end = time.monotonic() + READY_SECONDS
        while time.monotonic() < end:
            if self.process is None or self.process.poll() is not None:
                raise CannotMeasure(f"{self.name} ended at once: {self.last_words()}")
            if answers(self.origin + self.ready, self.ready_means_ok):
                return
            time.sleep(0.02)
        self.stop()
        raise CannotMeasure(f"{self.name} does not answer. Read .bench/{self.name}.log.")

    def last_words(self) -> str:
        """The last line of its log, and where to read the rest."""
        lines = (BENCH / f"{self.name}.log").read_text(errors="replace").split("\n")
        last = next((line for line in reversed(lines) if line.strip()), "it said nothing")
        return f"{last.strip()[:200]} (.bench/{self.name}.log)"

    def stop(self) -> None:
        """End it and everything that it started."""
        if self.process is None:
            return
        for sign in (signal.SIGTERM, signal.SIGKILL):
            try:
                os.killpg(self.process.pid, sign)
                self.process.wait(5)
            except (ProcessLookupError, subprocess.TimeoutExpired):
                continue
        self.process = None

    def cpu_seconds(self) -> float:
        """CPU time so far of it and of what it started (user and system)."""
        return sum(ticks for group, ticks in groups() if group == self.group()) / TICKS

    def group(self) -> int:
        """Its process group."""
        if self.process is None:
            raise CannotMeasure(f"{self.name} is not running.")
        return self.process.pid


def groups() -> list[tuple[int, int]]:
    """(process group, CPU ticks) of each process of this machine."""
    found = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text().rpartition(")")[2].split()
        except (FileNotFoundError, ProcessLookupError):
            continue
        found.append((int(fields[2]), int(fields[11]) + int(fields[12])))
    return found


def busy_seconds(cpu: int) -> float:
    """Time that one CPU has spent in processes so far, whosever they are."""
    for line in Path("/proc/stat").read_text().splitlines():
        name, *ticks = line.split()
        if name == f"cpu{cpu}":
            return sum(map(int, ticks[:3])) / TICKS
    raise CannotMeasure(f"/proc/stat knows no CPU {cpu}.")


def answers(url: str, ok_only: bool) -> bool:
    """True when something speaks HTTP there; with `ok_only`, when it says 200 to 399."""
    try:
        with urllib.request.urlopen(url, timeout=1):  # noqa: S310  # loopback, our own address
            return True
    except urllib.error.HTTPError:
        return not ok_only
    except OSError:
        return False


def free_port() -> int:
    """A loopback port that nobody has just now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
