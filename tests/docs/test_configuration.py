"""The example configuration, and those that pages say to write, are what the program takes."""

import re
import tomllib
from pathlib import Path

import msgspec
import pytest

from omnibroker import config
from omnibroker.brokers import TITLES
from omnibroker.limits.settings import KeyLimits, limits_of_accounts

ROOT = Path(__file__).resolve().parent.parent.parent
EXAMPLE = ROOT / "omnibroker.example.toml"
SANDBOX_PAGE = ROOT / "docs" / "sandbox.md"


def test_the_example_configuration_loads():
    """The example is a configuration: one connection to each broker, on paper, listening on this machine."""
    loaded = config.load(EXAMPLE)
    brokers = {name: connection.broker for name, connection in loaded.connections.items()}
    assert brokers == {name: name for name in TITLES}
    assert {each.environment for each in loaded.connections.values()} == {"paper"}
    assert config.is_loopback(loaded.server.host)


@pytest.mark.parametrize("broker", sorted(TITLES))
def test_each_connection_of_the_example_loads_without_the_others(broker, tmp_path):
    """Whoever deletes the connections that they do not have is left with a configuration."""
    lines, kept, keeps = EXAMPLE.read_text("utf-8").splitlines(), [], True
    for line in lines:
        if line.startswith("["):
            keeps = not line.startswith("[connections.") or f"connections.{broker}" in line
        kept += [line] if keeps else []
    path = tmp_path / "omnibroker.toml"
    path.write_text("\n".join(kept), "utf-8")
    assert list(config.load(path).connections) == [broker]


def test_every_configuration_of_the_sandbox_page_loads(tmp_path):
    """What the page says to write can be loaded as it stands, for each broker that it names."""
    path, named = tmp_path / "omnibroker.toml", []
    for block in re.findall(r"```toml\n(.*?)```", SANDBOX_PAGE.read_text("utf-8"), re.DOTALL):
        path.write_text(block, "utf-8")
        for connection in config.load(path).connections.values():
            assert connection.pacing == "off"
            named.append(connection.broker)
    assert "ibkr" in named


def test_the_example_configuration_has_every_key():
    """Each key of each table stands there, active or commented out, and none twice."""
    lines = EXAMPLE.read_text("utf-8").splitlines()
    tables = {
        "[server]": config.Server,
        "[keys]": config.Keys,
        "[orders]": config.Orders,
        "[journal]": config.Journal,
        "[audit]": config.Audit,
        '# [limits."ibkr:DU1234567"]': KeyLimits,
        "[log]": config.Log,
        "[connections.ibkr.tls]": config.Tls,
        **{f"[connections.{name}]": kind for name, kind in config.CONNECTIONS.items()},
    }
    for heading, table in tables.items():
        wanted = {f.name for f in msgspec.structs.fields(table)} - {"simulated", "tls"}
        wanted |= {"broker"} if issubclass(table, config.Connection) else set()
        assert sorted(keys_below(lines, heading)) == sorted(wanted), heading


def keys_below(lines: list[str], heading: str) -> list[str]:
    """The keys below a table's heading, commented out or not."""
    found = []
    for line in lines[lines.index(heading) + 1 :]:
        if line.removeprefix("# ").startswith("["):
            break
        key = re.match(r"(?:# )?([a-z_0-9]+) = ", line)
        if key:
            found.append(key[1])
    return found


def test_what_the_example_comments_out_is_its_default_or_valid():
    """Uncommenting every line of the example still gives a configuration, with limits that are taken."""
    lines = EXAMPLE.read_text("utf-8").splitlines()
    active = "\n".join(re.sub(r"^# (?=[a-z_0-9]+ = |\[)", "", line) for line in lines)
    loaded = msgspec.convert(tomllib.loads(active), config.Config)
    assert loaded.server == config.Server(
        tls_certificate="/etc/omnibroker/certificate.pem", tls_key="/etc/omnibroker/key.pem"
    )
    assert (loaded.keys, loaded.orders, loaded.log) == (
        config.Keys(),
        config.Orders(),
        config.Log(),
    )
    assert msgspec.structs.replace(loaded.audit, checkpoint_file=None) == config.Audit()
    accounts = {name: each.accounts for name, each in loaded.connections.items()}
    (limits,) = limits_of_accounts(loaded.limits, accounts).values()
    assert limits.to_pairs().keys() == set(KeyLimits.__struct_fields__)


def test_the_page_has_every_table():
    """Each table of the configuration has its row."""
    page = (ROOT / "docs" / "configuration.md").read_text("utf-8")
    named = set(re.findall(r"^\| `\[([a-z]+)", page, re.MULTILINE))
    assert named == {field.name for field in msgspec.structs.fields(config.Config)}
