"""The vendor's own client, unmodified, against the simulated gateway: the sandbox is a fair one."""

import hashlib
import json
import ssl
import subprocess
import sys
import urllib.request
import venv
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[3]
REQUIREMENTS = ROOT / "requirements" / "vendor-ibkr.txt"
FOLDER = ROOT / ".venv-ibkr"
DRIVE = Path(__file__).with_name("drive_ibind.py")
ACCOUNT = "DU1234567"
STEPS = 62

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


@pytest.fixture(params=["http", "https"])
def gateway(request, tmp_path) -> Iterator[tuple[str, Path | None]]:
    """A simulated gateway in a process of its own: its base URL, and its certificate over https."""
    certificate = tmp_path / "gateway.pem" if request.param == "https" else None
    tls = ["--tls", "--cert-out", certificate] if certificate else []
    command = [sys.executable, "-m", "omnibroker", "sandbox", "ibkr", "--port", "0", "--seed", "7"]
    with subprocess.Popen([*command, *tls], stdout=subprocess.PIPE, text=True) as process:
        try:
            yield process.stdout.readline().strip(), certificate
        finally:
            process.terminate()


def book(url: str, certificate: Path | None) -> dict[str, Any]:
    """Ask the exchange behind a gateway for its truth."""
    address = url.removesuffix("/v1/api") + "/sandbox/book"
    trust = ssl.create_default_context(cafile=certificate) if certificate else None
    with urllib.request.urlopen(address, context=trust, timeout=10) as answer:
        return json.load(answer)


def test_every_method_works(vendor_python, gateway) -> None:
    """Each method of the vendor's client that the spec covers answers as it should, http and https."""
    url, certificate = gateway
    command = [vendor_python, DRIVE, f"{url}/", ACCOUNT, *([certificate] if certificate else [])]
    drive = subprocess.run(command, capture_output=True, text=True, timeout=180, check=False)
    report = json.loads(drive.stdout)
    failed = {name: row["answer"] for name, row in report.items() if not row["ok"]}
    assert failed == {}, drive.stderr[-2000:]
    assert len(report) == STEPS
    check_book(book(url, certificate))


def check_book(truth: dict[str, Any]) -> None:
    """Compare the exchange's orders and fills with what the drive meant to do."""
    orders = {row["reference"] or row["type"]: row for row in truth["orders"]}
    assert len(truth["orders"]) == len(orders) == 6
    filled = {name: row["filled"] for name, row in orders.items() if row["state"] == "FILLED"}
    assert filled == {"drive-1": "10", "drive-2": "5", "drive-4": "3"}
    assert (orders["drive-3"]["state"], orders["drive-3"]["quantity"]) == ("CANCELLED", "7")
    assert orders["LIMIT"]["state"] == "WORKING"
    assert orders["STOP"]["state"] == "UNTRIGGERED"
    assert [(row["instrument"], row["quantity"]) for row in truth["positions"]] == [
        ("AAPL.US", "18")
    ]
