"""`omnibroker doctor` over real sockets: each step's failure is told with what to do, and no order is sent."""

import json
import subprocess
import sys
import urllib.request
from contextlib import contextmanager
from urllib.parse import urlsplit

import pytest

from omnibroker.cli import main

BROKERS = ["ibkr", "tiger", "futu", "tradelocker"]
WRONG = {"key": "fc_" + "0bad" * 16}
PAPER = {"tiger": "20240830213609658", "futu": "1007002"}
STEPS = ["settings", "reach", "tls", "login", "environment", "accounts", "market data"]


@contextmanager
def simulated(broker, *options):
    """A simulated broker in a process of its own; yields its base URL."""
    command = [sys.executable, "-m", "omnibroker", "sandbox", broker, *options]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        try:
            yield process.stdout.readline().strip()
        finally:
            process.terminate()


@pytest.fixture(scope="module", params=BROKERS)
def broker(request):
    """The name and base URL of a running simulated broker, each once for the module."""
    with simulated(request.param) as url:
        yield request.param, url


def ask(url, method, path, body=None):
    origin = urlsplit(url)._replace(path="").geturl()
    content = None if body is None else json.dumps(body).encode()
    asked = urllib.request.Request(f"{origin}/sandbox/{path}", content, method=method)
    with urllib.request.urlopen(asked, timeout=10) as answer:
        return json.load(answer)


def login(name, url, tmp_path):
    """The lines of a configuration with which a user logs in; secrets stand in files."""

    def secret(field, value):
        (tmp_path / field).write_text(value, "utf-8")
        return f'{field} = {{ file = "{tmp_path / field}" }}'

    if name == "tradelocker":
        return [
            'email = "a@example.com"',
            'server = "SANDBOX"',
            secret("password", "sandbox"),
        ]
    if name == "futu":
        return [secret("key", "fc_" + "a110" * 16)]
    if name == "tiger":
        told = ask(url, "POST", "session", {"action": "login"})
        return [
            f'tiger_id = "{told["tiger_id"]}"',
            f'license = "{told["license"]}"',
            "grab_quotes = true",
            secret("token", told["token"]),
            secret("private_key", told["private_key"]),
            secret("tiger_public_key", told["tiger_public_key"]),
        ]
    return []


@pytest.fixture
def examine(tmp_path, capsys):
    """Run the doctor on one connection; return (status, {step: (mark, words)})."""

    def run(name, url, lines, environment="paper"):
        path = tmp_path / "omnibroker.toml"
        head = [
            "[connections.mine]",
            f'broker = "{name}"',
            f'base_url = "{url}"',
            f'environment = "{environment}"',
        ]
        path.write_text("\n".join([*head, *lines]), "utf-8")
        with pytest.raises(SystemExit) as ended:
            main(["doctor", "--config", str(path)])
        printed = capsys.readouterr().out.splitlines()
        found = {line[4:17].strip(): (line[2], line[17:]) for line in printed[1:]}
        return ended.value.code, found

    return run


def test_a_good_configuration_passes_every_step_and_sends_no_order(broker, examine, tmp_path):
    """Every step has its mark, the status is 0, and the broker's book is empty."""
    name, url = broker
    status, found = examine(name, url, login(name, url, tmp_path))
    assert list(found) == STEPS
    assert {mark for mark, _ in found.values()} == {"✓"}, found
    assert status == 0
    assert ask(url, "GET", "book")["orders"] == []


def test_another_environment_than_expected_is_told_before_anything_is_traded(
    broker, examine, tmp_path
):
    """The simulated login has no account of the other kind, or says which of its accounts are what."""
    name, url = broker
    lines = login(name, url, tmp_path)
    if name in PAPER:  # these logins have both kinds: one account that is named tells
        lines.append(f'accounts = ["{PAPER[name]}"]')
    status, found = examine(name, url, lines, environment="live")
    assert status == 1
    mark, words = found["environment"]
    assert mark == "✗"
    assert "Expected is live" in words
    assert found["accounts"] == ("–", "not tried")


@pytest.mark.parametrize(
    ("name", "field", "word"),
    [("tradelocker", "password", "password"), ("futu", "key", "key"), ("tiger", "private_key", "")],
)
def test_a_login_that_the_broker_refuses_says_what_to_correct(examine, tmp_path, name, field, word):
    """The step is named, the words tell what to correct, and the secret is not shown."""
    with simulated(name) as url:
        lines = login(name, url, tmp_path)
        wrong = WRONG.get(field) or (tmp_path / field).read_text("utf-8")[::-1]
        (tmp_path / field).write_text(wrong, "utf-8")
        status, found = examine(name, url, lines)
    failed = {step: words for step, (mark, words) in found.items() if mark == "✗"}
    assert status == 1
    assert set(failed) <= {"settings", "login"}
    assert failed
    assert word in " ".join(failed.values())
    assert wrong not in " ".join(failed.values())


def test_a_secret_that_is_missing_is_named(examine, tmp_path):
    """The first step says which key of the configuration cannot be read."""
    lines = [
        'email = "a@example.com"',
        'server = "S"',
        f'password = {{ file = "{tmp_path / "gone"}" }}',
    ]
    status, found = examine("tradelocker", "http://127.0.0.1:9", lines)
    assert status == 1
    assert found["settings"][0] == "✗"
    assert "password" in found["settings"][1]


def test_nobody_at_the_address_is_told_with_what_to_look_at(examine):
    """A refused connection ends the examination at its second step."""
    status, found = examine("ibkr", "http://127.0.0.1:9/v1/api", [])
    assert status == 1
    assert found["reach"][0] == "✗"
    assert "is the broker's gateway running" in found["reach"][1]
    assert found["login"] == ("–", "not tried")


def test_a_certificate_that_nobody_vouches_for_wants_a_pin(examine):
    """The step says which key of the configuration would prove it."""
    with simulated("ibkr", "--tls") as url:
        status, found = examine("ibkr", url, [])
    assert status == 1
    assert found["tls"][0] == "✗"
    assert "pin_sha256" in found["tls"][1]
