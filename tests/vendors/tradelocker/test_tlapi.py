"""The vendor's own client, unmodified, against the simulated server: the sandbox is a fair one."""

import hashlib
import json
import os
import subprocess
import sys
import urllib.request
import venv
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[3]
REQUIREMENTS = ROOT / "requirements" / "vendor-tradelocker.txt"
FOLDER = ROOT / ".venv-tradelocker"
DRIVE = Path(__file__).with_name("drive_tlapi.py")
STEPS = 56

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def vendor_python() -> Path:
    """The interpreter of an environment that holds the vendor's client and nothing of ours."""
    python = FOLDER / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
    stamp, digest = FOLDER / ".installed", hashlib.sha256(REQUIREMENTS.read_bytes()).hexdigest()
    if not stamp.exists() or stamp.read_text("utf-8") != digest:
        venv.create(FOLDER, with_pip=True, clear=True)
        pip = [python, "-m", "pip", "--disable-pip-version-check", "install", "-qq"]
        subprocess.run([*pip, "--require-hashes", "-r", REQUIREMENTS], check=True, timeout=300)
        stamp.write_text(digest, "utf-8")
    return python


@pytest.fixture
def server() -> Iterator[str]:
    """The base URL of a simulated server in a process of its own."""
    command = [sys.executable, "-m", "omnibroker", "sandbox", "tradelocker"]
    options = ["--port", "0", "--seed", "7"]
    with subprocess.Popen([*command, *options], stdout=subprocess.PIPE, text=True) as process:
        try:
            yield process.stdout.readline().strip()
        finally:
            process.terminate()


def book(url: str) -> dict[str, Any]:
    """Ask the exchange behind a server for its truth."""
    address = url.removesuffix("/backend-api") + "/sandbox/book"
    with urllib.request.urlopen(address, timeout=10) as answer:
        return json.load(answer)


def test_every_public_method_works(vendor_python, server) -> None:
    """Each public method of the vendor's client answers as it should, none is left out."""
    # The client would send even loopback calls to a proxy that the environment names.
    environment = {**os.environ, "NO_PROXY": "127.0.0.1", "no_proxy": "127.0.0.1"}
    drive = subprocess.run(
        [vendor_python, DRIVE, server],
        capture_output=True,
        text=True,
        timeout=240,
        check=False,
        env=environment,
    )
    report = json.loads(drive.stdout)
    failed = {name: row["answer"] for name, row in report.items() if not row["ok"]}
    assert failed == {}, drive.stderr[-2000:]
    assert len(report) == STEPS
    check_book(book(server))


def check_book(truth: dict[str, Any]) -> None:
    """Compare the exchange's orders and fills with what the drive meant to do."""
    entries = {row["reference"]: row for row in truth["orders"] if row["reference"]}
    assert {name: row["state"] for name, row in entries.items()} == {
        "drive-limit": "CANCELLED",
        "drive-stop": "CANCELLED",
        "drive-long": "FILLED",
        "drive-short": "FILLED",
    }
    assert entries["drive-limit"]["quantity"] == "0.03"
    closing = [row for row in truth["orders"] if not row["reference"]]
    filled = [(row["side"], row["filled"]) for row in closing if row["state"] == "FILLED"]
    assert filled == [("SELL", "0.01"), ("SELL", "0.01"), ("BUY", "0.02")]
    assert sorted(row["type"] for row in closing if row["state"] == "CANCELLED") == [
        "LIMIT",
        "STOP",
    ]
    assert truth["positions"] == []
