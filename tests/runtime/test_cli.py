"""The command: what cannot be served is refused with a sentence and status 2."""

import asyncio
import re
import socket
import subprocess
import sys

import pytest

from omnibroker.audit.trail import Trail
from omnibroker.cli import main
from omnibroker.config import Audit, Secret
from omnibroker.simulated import BASE_PATHS
from omnibroker.storage.store import Store

CONNECTION = """
[connections.ibkr]
broker = "ibkr"
base_url = "https://localhost:5000/v1/api"
environment = "paper"
"""


@pytest.fixture
def run(tmp_path, monkeypatch, capsys):
    """Run the command in an empty folder; return (status, what it printed, what it complained)."""
    monkeypatch.chdir(tmp_path)

    def call(*arguments):
        with pytest.raises(SystemExit) as ended:
            main(arguments)
        printed = capsys.readouterr()
        return ended.value.code, printed.out, printed.err

    return call


@pytest.fixture
def keys(run):
    """One key in the folder."""
    status, token, _ = run("keys", "create", "k", "--scope", "read", "--account", "*")
    assert status == 0
    return token.strip()


def test_nothing_to_serve_names_both_ways(run):
    """Write a configuration, or try the sandbox."""
    status, _, said = run("serve")
    assert status == 2
    assert "omnibroker.toml" in said
    assert "--sandbox" in said


def test_the_sandbox_refuses_real_connections(run, tmp_path):
    """It would trade for real."""
    (tmp_path / "omnibroker.toml").write_text(CONNECTION, encoding="utf-8")
    status, _, said = run("serve", "--sandbox")
    assert (status, "connections" in said) == (2, True)


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.0.2.1", "127.evil.example"])
def test_the_sandbox_listens_on_this_machine_only(run, host):
    """Its key is public."""
    status, _, said = run("serve", "--sandbox", "--host", host)
    assert status == 2
    assert host in said
    assert "this machine" in said


def test_a_taken_port_is_named(run):
    """Port, reason, and the option that chooses another one."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        status, _, said = run("serve", "--sandbox", "--port", str(port))
    assert status == 2
    assert str(port) in said
    assert "--port" in said


@pytest.mark.parametrize("workers", ["0", "2", "16"])
def test_one_process_owns_the_sessions(run, workers):
    """More workers would be more logins."""
    status, _, said = run("serve", "--sandbox", "--workers", workers)
    assert status == 2
    assert "--workers" in said
    assert "Traceback" not in said


def test_only_what_exists_is_served(run):
    """Another face is named as missing."""
    status, _, said = run("serve", "--sandbox", "--only", "futu")
    assert (status, "futu" in said) == (2, True)


@pytest.mark.parametrize("port", ["-1", "65536", "x", "", "80.5"])
def test_a_port_is_a_port(run, port):
    """Argparse says which option."""
    status, _, said = run("serve", "--sandbox", f"--port={port}")
    assert status == 2
    assert "--port" in said


def test_an_exposed_address_needs_tls_or_a_word(run, tmp_path, keys):
    """Loopback by default; anything else wants a certificate or the explicit flag."""
    text = CONNECTION + '[server]\nhost = "0.0.0.0"\n'
    (tmp_path / "omnibroker.toml").write_text(text, encoding="utf-8")
    status, _, said = run("serve")
    assert status == 2
    assert "tls_certificate" in said
    half = text + 'tls_certificate = "a.pem"\n'
    (tmp_path / "omnibroker.toml").write_text(half, encoding="utf-8")
    assert run("serve")[0] == 2


def test_without_keys_nothing_real_is_served(run, tmp_path):
    """The message names the command that makes one."""
    (tmp_path / "omnibroker.toml").write_text(CONNECTION, encoding="utf-8")
    status, _, said = run("serve")
    assert status == 2
    assert "keys create" in said


def test_a_certificate_that_cannot_be_used_is_said(run, tmp_path, keys):
    """Missing, or no certificate: the file is named before anything listens."""
    text = CONNECTION + '[server]\ntls_certificate = "a.pem"\ntls_key = "b.pem"\n'
    (tmp_path / "omnibroker.toml").write_text(text, encoding="utf-8")
    status, _, said = run("serve")
    assert (status, str(tmp_path / "a.pem") in said) == (2, True)
    for name in ("a.pem", "b.pem"):
        (tmp_path / name).write_text("nothing", encoding="utf-8")
    status, _, said = run("serve")
    assert (status, "cannot be used" in said) == (2, True)


def test_limits_of_an_account_that_no_connection_names_stop_the_start(run, tmp_path, keys):
    """A mistyped account would limit nothing: what to write is said."""
    text = CONNECTION + '[limits."ibkr:DU1"]\nmax_quantity = 1\n'
    (tmp_path / "omnibroker.toml").write_text(text, encoding="utf-8")
    status, _, said = run("serve", "--port", "0")
    assert status == 2
    assert 'accounts = ["DU1"]' in said


async def records(key, number):
    """Write so many audit records as a gateway in this folder does."""
    store = Store.open("sqlite:///omnibroker.sqlite3")
    trail = Trail(store, Audit(key=Secret(file=key)))
    await trail.open()
    for _ in range(number):
        entry = {"kind": "INTENT", "operation": "place_order"}
        await store.run(lambda c, entry=entry: trail.chain.append(c, entry))
    await trail.close()
    await store.close()


def test_a_lost_audit_key_is_said_and_not_replaced(run, tmp_path, keys):
    """The start is refused with status 2; no second key is drawn."""
    (tmp_path / "omnibroker.toml").write_text(CONNECTION, encoding="utf-8")
    asyncio.run(records("omnibroker-audit.key", 2))
    (tmp_path / "omnibroker-audit.key").unlink()
    status, _, said = run("serve", "--port", "0")
    assert (status, "the chain has 2 records" in said) == (2, True)
    assert not (tmp_path / "omnibroker-audit.key").exists()


def test_a_start_that_fails_late_is_said(run, tmp_path, keys):
    """The chain is sealed with a key that is not named: a sentence and status 2, no traceback."""
    (tmp_path / "omnibroker.toml").write_text(CONNECTION, encoding="utf-8")
    asyncio.run(records("other.key", 1))
    (tmp_path / "omnibroker-audit.key").write_text("k" * 64, encoding="utf-8")
    status, _, said = run("serve", "--port", "0")
    assert (status, "name it in `earlier_keys`" in said) == (2, True)
    assert "Traceback" not in said


def test_what_listens_says_where(tmp_path, keys):
    """Port 0 is any free port: the log has the real one, and it answers."""
    (tmp_path / "omnibroker.toml").write_text(CONNECTION, encoding="utf-8")
    program = [sys.executable, "-m", "omnibroker", "serve", "--port", "0"]
    with subprocess.Popen(program, cwd=tmp_path, stderr=subprocess.PIPE, text=True) as running:
        try:
            said = next(line for line in running.stderr if "listening" in line)
            found = re.search(r"port\D+(\d+)", said)
            with socket.create_connection(("127.0.0.1", int(found[1])), timeout=10):
                assert "127.0.0.1" in said
        finally:
            running.terminate()
            running.stderr.read()
    assert running.returncode == 0


@pytest.mark.parametrize(
    ("line", "named"),
    [
        ('base_url = "ftp://localhost"', "base_url"),
        ('base_url = "localhost:5000"', "base_url"),
        ('base_url = ""', "base_url"),
    ],
)
def test_a_url_that_is_none_is_said(run, tmp_path, keys, line, named):
    """Status 2 naming the connection; no traceback."""
    text = CONNECTION.replace('base_url = "https://localhost:5000/v1/api"', line)
    (tmp_path / "omnibroker.toml").write_text(text, encoding="utf-8")
    status, _, said = run("serve", "--port", "0")
    assert status == 2
    assert "ibkr" in said


def test_a_log_in_that_lacks_something_is_said(run, tmp_path, keys):
    """What a broker's settings need beside an address is asked for before anything listens: status 2."""
    text = CONNECTION.replace('"ibkr"\n', '"tiger"\n')
    (tmp_path / "omnibroker.toml").write_text(text, encoding="utf-8")
    status, _, said = run("serve", "--port", "0")
    assert status == 2
    assert "tiger_id" in said


def test_a_broker_that_is_not_simulated_is_said(run):
    """The message names those that are; so does the help."""
    status, printed, said = run("sandbox", "nobody")
    assert (status, printed) == (2, "")
    assert "nobody" in said
    assert all(broker in said for broker in BASE_PATHS)
    status, printed, _ = run("sandbox", "--help")
    assert status == 0
    assert f"one of: {', '.join(sorted(BASE_PATHS))}" in printed


def test_a_command_without_a_server_does_not_load_one(tmp_path):
    """`keys` and `matrix` start without the world of the gateway and of the sandbox."""
    program = (
        "import sys, omnibroker.cli as cli\n"
        "try: cli.main(['matrix'])\n"
        "except SystemExit: print([n for n in sys.modules if n.partition('.')[0] in "
        "{'connexion', 'omnibroker_sandbox', 'omnibroker_handlers'}])"
    )
    ran = subprocess.run(
        [sys.executable, "-c", program],
        cwd=tmp_path, capture_output=True, text=True, timeout=60, check=True,
    )  # fmt: skip
    assert ran.stdout.splitlines()[-1] == "[]"


@pytest.mark.parametrize(
    "arguments",
    [
        ("keys",),
        (),
        ("dance",),
    ],
)
def test_a_command_that_cannot_be_meant_is_status_2(run, arguments):
    """A sentence on standard error, nothing on standard output."""
    status, printed, said = run(*arguments)
    assert (status, printed) == (2, "")
    assert said
    assert "Traceback" not in said


def test_the_matrix_is_printed(run, bundles):
    """Operations, methods, paths and one mark per broker."""
    status, printed, _ = run("matrix")
    assert status == 0
    for item in bundles["unified"]["paths"].values():
        for raw in item.values():
            if isinstance(raw, dict) and "operationId" in raw:
                assert raw["operationId"] in printed


def test_python_m_is_the_command(tmp_path):
    """`python -m omnibroker` says the same, and how to go on."""
    ran = subprocess.run(
        [sys.executable, "-m", "omnibroker", "serve"],
        cwd=tmp_path, capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert ran.returncode == 2
    assert "--sandbox" in ran.stderr
    assert "Traceback" not in ran.stderr
