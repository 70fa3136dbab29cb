"""Configuration: mistakes are named with their place, secrets stand elsewhere."""

import pytest

from omnibroker.config import ConfigError, Journal, Secret, is_loopback, is_loopback_url, load

GOOD = """
[connections.ibkr]
broker = "ibkr"
base_url = "https://localhost:5000/v1/api"
environment = "paper"
"""


def write(tmp_path, text):
    path = tmp_path / "omnibroker.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_the_smallest_configuration_is_safe(tmp_path):
    """Loopback, published pacing, no takeover, no sandbox flag; nothing risky is a default."""
    config = load(write(tmp_path, GOOD))
    connection = config.connections["ibkr"]
    assert config.server.host == "127.0.0.1"
    assert not config.server.expose_without_tls
    assert (connection.pacing, connection.compete, connection.simulated) == (
        "published",
        False,
        False,
    )


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("[connections", "TOML"),
        (GOOD.replace('environment = "paper"', ""), "environment"),
        (GOOD.replace('"paper"', '"demo"'), "environment"),
        (GOOD.replace('"ibkr"\n', '"none"\n'), "broker"),
        (GOOD + 'colour = "red"', "colour"),
        (GOOD + "simulated = true", "simulated"),
        (GOOD + 'pacing = "off"\n[connections.b]\nbroker="ibkr"\nenvironment="paper"\n'
         'base_url="https://broker.example/v1"\npacing = "off"', "connections.b"),
        (GOOD.replace("connections.ibkr", "connections.IBKR"), "lower-case"),
        (GOOD.replace("connections.ibkr", 'connections."a b"'), "lower-case"),
        (GOOD.replace("connections.ibkr", 'connections."a:b"'), "lower-case"),
        ("[server]\nport = '9000'", "port"),
        ("[server]\nport = 65536", "server.port"),
        ("[server]\nport = -1", "server.port"),
        ("[server]\nmax_body_bytes = 0", "max_body_bytes"),
        ("[orders]\ndeadline_seconds = 0", "deadline_seconds"),
        ("[orders]\ndeadline_seconds = nan", "deadline_seconds"),
        ("[orders]\nconfirm_seconds = -5", "confirm_seconds"),
        ("[orders]\nconfirm_seconds = inf", "confirm_seconds"),
        ("[audit]\ncheckpoint_seconds = 0", "checkpoint_seconds"),
        ("[audit]\ncheckpoint_records = 0", "checkpoint_records"),
        ('[limits."ibkr:DU1"]\ncollar = 0.05', 'collar = "0.05"'),
        ("[log]\nlevel = 'loud'", "level"),
    ],
)  # fmt: skip
def test_a_mistake_is_named_with_its_place(tmp_path, text, named):
    """The message holds the file and the member; no traceback."""
    path = write(tmp_path, text)
    with pytest.raises(ConfigError) as told:
        load(path)
    assert str(path) in str(told.value)
    assert named in str(told.value)


def test_a_journal_that_is_not_there_is_named_with_its_whole_path(tmp_path, monkeypatch):
    """A relative path is taken from the folder of the command: the message says which one that was."""
    monkeypatch.chdir(tmp_path)
    with pytest.raises(ConfigError) as told:
        Journal().existing()
    assert str(tmp_path / "omnibroker.sqlite3") in str(told.value)
    with pytest.raises(ConfigError, match="Cannot look for"):
        Journal(url=f"sqlite:///{'j' * 300}").existing()


def test_a_file_that_cannot_be_read_is_said(tmp_path):
    """Missing, a folder, or not UTF-8."""
    with pytest.raises(ConfigError, match="Cannot read"):
        load(tmp_path / "none.toml")
    with pytest.raises(ConfigError, match="Cannot read"):
        load(tmp_path)
    path = tmp_path / "latin.toml"
    path.write_bytes(b'a = "\xe9"')
    with pytest.raises(ConfigError, match="TOML"):
        load(path)


def test_a_secret_is_read_from_where_it_stands(tmp_path, monkeypatch):
    """Variable or file, never both, never the value; what is missing is named."""
    monkeypatch.setenv("A_SECRET", "hush")
    assert Secret(env="A_SECRET").read() == "hush"
    path = tmp_path / "secret"
    path.write_text("hush\n", encoding="utf-8")
    assert Secret(file=str(path)).read() == "hush"
    for broken, named in (
        (Secret(), "exactly one"),
        (Secret(env="A", file="b"), "exactly one"),
        (Secret(env="NOT_SET_ANYWHERE"), "NOT_SET_ANYWHERE"),
        (Secret(file=str(tmp_path / "none")), "none"),
    ):
        with pytest.raises(ConfigError, match=named):
            broken.read()


@pytest.mark.parametrize(
    ("host", "ours"),
    [
        ("127.0.0.1", True),
        ("127.1.2.3", True),
        ("localhost", True),
        ("::1", True),
        ("0.0.0.0", False),
        ("::", False),
        ("10.0.0.1", False),
        ("127.0.0.1.example.org", False),
        ("127.evil.example", False),
        ("", False),
    ],
)
def test_only_this_machine_is_loopback(host, ours):
    """A name that merely begins like an address of ours is another machine's."""
    assert is_loopback(host) is ours


@pytest.mark.parametrize(
    ("url", "ours"),
    [
        ("https://localhost:5000/v1/api", True),
        ("http://127.0.0.1:80", True),
        ("http://[::1]:5000/v1", True),
        ("http://[::1]/v1", True),
        ("http://localhost/v1", True),
        ("https://api.example.com/v1", False),
        ("https://localhost@evil.example/v1", False),
        ("https://localhost.evil.example/", False),
        ("https://evil.example/localhost", False),
        ("https://evil.example#localhost", False),
    ],
)
def test_only_urls_of_this_machine_are_loopback(url, ours):
    """The host decides, wherever else the word stands."""
    assert is_loopback_url(url) is ours
