"""The vendor's own client, unmodified, against the simulated Tiger: the sandbox is a fair one."""

import hashlib
import json
import os
import socket
import subprocess
import sys
import time
import urllib.parse
import urllib.request
import venv
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[3]
REQUIREMENTS = ROOT / "requirements" / "vendor-tiger.txt"
FOLDER = ROOT / ".venv-tiger"
DRIVE = Path(__file__).with_name("drive_tigeropen.py")
STEPS = 61

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


def wait_until_it_listens(url: str) -> None:
    """Return once a connection is taken: the address is printed a moment before."""
    place = urllib.parse.urlsplit(url)
    for _ in range(200):
        try:
            socket.create_connection((place.hostname, place.port), timeout=5).close()
        except ConnectionRefusedError:
            time.sleep(0.05)
        else:
            return
    pytest.fail(f"{url} takes no connections.")


@pytest.fixture
def gateway() -> Iterator[str]:
    """A simulated Tiger in a process of its own: the address of its gateway."""
    command = [sys.executable, "-m", "omnibroker", "sandbox", "tiger", "--port", "0", "--seed", "7"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        try:
            url = process.stdout.readline().strip()
            wait_until_it_listens(url)
            yield url
        finally:
            process.terminate()


def control(url: str, name: str, body: Any = None) -> dict[str, Any]:
    """Use one of the sandbox's controls: GET without a body, POST with one."""
    address = f"{url.removesuffix('/gateway')}/sandbox/{name}"
    document = None if body is None else json.dumps(body).encode()
    with urllib.request.urlopen(address, data=document, timeout=10) as answer:
        return json.load(answer)


def test_every_method_works(vendor_python, gateway, tmp_path) -> None:
    """Each method of the vendor's client that is driven answers as it should."""
    login = json.dumps(control(gateway, "session", {"action": "login"}))
    ours = {name: value for name, value in os.environ.items() if "TIGEROPEN" not in name}
    drive = subprocess.run(
        [vendor_python, DRIVE, gateway, tmp_path],
        input=login,
        env=ours,
        capture_output=True,
        text=True,
        timeout=180,
        check=False,
    )
    assert drive.returncode == 0, drive.stderr[-2000:]
    report = json.loads(drive.stdout)
    failed = {name: row["answer"] for name, row in report.items() if not row["ok"]}
    assert failed == {}, drive.stderr[-2000:]
    assert len(report) == STEPS
    check_book(control(gateway, "book"))


def check_book(truth: dict[str, Any]) -> None:
    """Compare the exchange's orders and holdings with what the drive meant to do."""
    marked = {row["reference"]: row for row in truth["orders"] if row["reference"]}
    assert set(marked) == {"drive-1", "drive-2", "drive-3", "d-4"}
    assert len(truth["orders"]) == 6
    filled = {name: row["filled"] for name, row in marked.items() if row["state"] == "FILLED"}
    assert filled == {"drive-1": "10", "drive-3": "3", "d-4": "1"}
    assert (marked["drive-2"]["state"], marked["drive-2"]["quantity"]) == ("CANCELLED", "7")
    assert sorted(row["quantity"] for row in truth["positions"]) == ["1", "13"]
