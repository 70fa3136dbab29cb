"""`omnibroker keys …`: keys are shown once, changes are said, what cannot be meant is refused."""

import json
import stat
import sys
from pathlib import Path

import pytest

from omnibroker.cli import main

FILE = Path("omnibroker-keys.json")


@pytest.fixture
def run(tmp_path, monkeypatch, capsys):
    """Run `omnibroker keys` in an empty folder; return (status, what it printed, what it told beside)."""
    monkeypatch.chdir(tmp_path)

    def call(*arguments):
        with pytest.raises(SystemExit) as ended:
            main(["keys", *arguments])
        printed = capsys.readouterr()
        return ended.value.code, printed.out, printed.err

    return call


@pytest.fixture
def key_id(run):
    """The id of a key that was created."""
    assert run("create", "desk", "--scope", "read", "--account", "ibkr:DU1")[0] == 0
    return json.loads(FILE.read_text("utf-8"))["keys"][0]["key_id"]


def table(run):
    """The list, as one dictionary for each key."""
    status, printed, _ = run("list")
    assert status == 0
    heading, *lines = printed.splitlines()
    names = [name for name in heading.replace("LAST USED", "LAST_USED").split("  ") if name]
    starts = [heading.replace("LAST USED", "LAST_USED").index(name.strip()) for name in names]
    ends = [*starts[1:], None]
    return [
        {n.strip(): line[s:e].strip() for n, s, e in zip(names, starts, ends, strict=True)}
        for line in lines
    ]


def test_keys_are_created_listed_and_revoked(run):
    """The key is printed once, alone on standard output; the list never shows it."""
    status, token, told = run(
        "create", "desk", "--scope", "trade:paper", "--scope", "read", "--account",
        "ibkr:DU1", "--expires-at", "2999-01-01T00:00:00Z",
    )  # fmt: skip
    assert status == 0
    assert token.startswith("omni_")
    assert token.count("\n") == 1
    assert token.strip() not in told
    (row,) = table(run)
    assert row.pop("KEY")
    assert row == {
        "NAME": "desk",
        "STATE": "valid",
        "SCOPES": "market:read,account:read,trade:paper",
        "ACCOUNTS": "ibkr:DU1",
        "EXPIRES": "2999-01-01T00:00:00+00:00",
        "LIMITS": "no",
        "CONSENTS": "no",
        "LAST_USED": "never",
    }
    status, listed, _ = run("list")
    assert token.strip() not in listed
    assert run("revoke", table(run)[0]["KEY"])[0] == 0
    assert table(run)[0]["STATE"] == "revoked"
    if sys.platform != "win32":
        assert stat.S_IMODE(FILE.stat().st_mode) == 0o600


def test_the_list_shows_what_became_of_a_key(run, key_id):
    """Limits, consents, end, and when it was last used, as the gateway wrote it."""
    run("limits", key_id, "--set", "max_quantity=5")
    run("consent", key_id, "--broker", "ibkr", "--message", "o163", "o383")
    run("expire", key_id, "--at", "2999-01-01T00:00:00Z")
    uses = {"last_used": {key_id: "2026-05-01T12:00:00Z"}}
    Path("omnibroker-keys.used.json").write_text(json.dumps(uses), "utf-8")
    (row,) = table(run)
    assert (row["LIMITS"], row["CONSENTS"]) == ("yes", "2")
    assert row["EXPIRES"] == "2999-01-01T00:00:00+00:00"
    assert row["LAST_USED"] == "2026-05-01T12:00:00+00:00"


def test_names_cannot_paint_the_terminal(run):
    """Control characters of a name are shown as question marks."""
    assert run("create", "a\x1b[31m\nb", "--scope", "read", "--account", "*")[0] == 0
    (row,) = table(run)
    assert row["NAME"] == "a?[31m?b"
    told = run("revoke", row["KEY"])[1]
    assert "a?[31m?b" in told


def test_an_option_given_twice_means_both(run, key_id):
    """The second one does not undo the first."""
    status, printed, _ = run(
        "limits", key_id, "--set", "daily_count=1", "--set", "sides=BUY", "collar=0.1"
    )
    assert status == 0
    assert set(printed.split()) == {"daily_count=1", "sides=BUY", "collar=0.1"}


def test_a_rotation_shows_the_successor_once(run, key_id):
    """The key alone on standard output; both stand in the list, each with its state."""
    status, token, told = run("rotate", key_id)
    assert status == 0
    assert token.startswith("omni_")
    assert token.count("\n") == 1
    assert key_id in told
    old, new = table(run)
    assert old["STATE"] == f"replaced by {new['KEY']}"
    assert (old["EXPIRES"] != "never", new["EXPIRES"]) == (True, "never")
    assert run("rotate", new["KEY"], "--overlap", "0")[0] == 0
    assert [row["STATE"] for row in table(run)[1:]] == ["expired", "valid"]


def test_limits_are_set_shown_and_cleared(run, key_id):
    """Each answer is what holds now, one NAME=VALUE a line, as `--set` takes it."""
    status, printed, _ = run(
        "limits", key_id, "--set", "max_value=10000 USD", "sides=BUY", "--clear", "hours"
    )
    assert (status, sorted(printed.splitlines())) == (0, ["max_value=10000 USD", "sides=BUY"])
    for show in (("--show",), ()):
        assert run("limits", key_id, *show)[1] == printed
    assert run("limits", key_id, "--clear", "max_value", "sides")[1] == ""
    assert "no limits" in run("limits", key_id)[2]


def test_consents_are_given_shown_and_withdrawn(run, key_id):
    """Each answer is what holds now."""
    given = run("consent", key_id, "--broker", "ibkr", "--message", "o163", "o383")
    assert given[:2] == (0, "ibkr:o163\nibkr:o383\n")
    assert run("consent", key_id)[1] == given[1]
    withdrawn = run("consent", key_id, "--broker", "ibkr", "--message", "o163", "--remove")
    assert withdrawn[1] == "ibkr:o383\n"
    run("consent", key_id, "--broker", "ibkr", "--message", "o383", "--remove")
    assert "no question" in run("consent", key_id)[2]


def test_an_end_is_moved_or_taken_away(run, key_id):
    """`never` ends an end."""
    assert "2999-01-01" in run("expire", key_id, "--at", "2999-01-01T00:00:00Z")[1]
    assert "never" in run("expire", key_id, "--at", "never")[1]
    assert table(run)[0]["EXPIRES"] == "never"


@pytest.mark.parametrize(
    "arguments",
    [
        ("create", "k", "--account", "*"),
        ("create", "k", "--scope", "read"),
        ("create", "k", "--scope", "everything", "--account", "*"),
        ("create", "k", "--scope", "read", "--account", "*", "--expires-at", "tomorrow"),
        (
            "create", "k", "--scope", "read", "--account", "*", "--expires-at",
            "2999-01-01T00:00:00",
        ),
        (
            "create", "k", "--scope", "read", "--account", "*", "--expires-at",
            "2020-01-01T00:00:00Z",
        ),
        ("create", "k", "--scope", "read", "--account", "ibkr"),
        ("create", "k", "--scope", "read", "--account", "ibkr:*"),
        ("create", "k", "--scope", "read", "--account", ""),
        ("create", " ", "--scope", "read", "--account", "*"),
        ("revoke", "nobody"),
        ("rotate", "nobody"),
        ("expire", "nobody", "--at", "never"),
        ("limits", "nobody"),
        ("consent", "nobody"),
        ("list",),
    ],
)  # fmt: skip
def test_without_a_key_file_nothing_is_left_behind(run, arguments):
    """A sentence on standard error, nothing on standard output, status 2, no key file, no rest of one."""
    status, printed, said = run(*arguments)
    assert (status, printed) == (2, "")
    assert said
    assert "Traceback" not in said
    assert not [path for path in Path().iterdir() if path.name != "omnibroker-pepper.key"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("rotate", "KEY", "--overlap", "soon"), "24h"),
        (("rotate", "KEY", "--overlap", "-1h"), "overlap"),
        (("expire", "KEY"), "--at"),
        (("expire", "KEY", "--at", "2020-01-01T00:00:00Z"), "keys revoke"),
        (("limits", "KEY", "--set", "max_quantity"), "NAME=VALUE"),
        (("limits", "KEY", "--set", "colour=red"), "colour"),
        (("limits", "KEY", "--set", "max_quantity=many"), "max_quantity"),
        (("limits", "KEY", "--set", "brokers=ibk"), "there are tiger"),
        (("limits", "KEY", "--set", "daily_count=1", "daily_count=2"), "daily_count is set twice"),
        (
            ("limits", "KEY", "--set", "daily_count=1", "--set", "daily_count=2"),
            "daily_count is set twice",
        ),
        (("limits", "KEY", "--clear", "colour"), "colour"),
        (("limits", "KEY", "--set", "sides=BUY", "--clear", "sides"), "both"),
        (("consent", "KEY", "--message", "o163"), "--broker"),
        (("consent", "KEY", "--broker", "ibkr"), "--message"),
        (("consent", "KEY", "--remove"), "--message"),
        (("consent", "KEY", "--broker", "futu", "--message", "o163"), "ibkr"),
        (("consent", "KEY", "--broker", "ibkr", "--message", "o 163"), "o163"),
        (("rotate", "nobody"), "keys list"),
    ],
)
def test_what_cannot_be_meant_changes_nothing(run, key_id, arguments, said):
    """Status 2, a sentence that says what to write, the file as it was."""
    before = FILE.read_bytes()
    status, printed, told = run(*(key_id if word == "KEY" else word for word in arguments))
    assert (status, printed) == (2, "")
    assert said in told
    assert "Traceback" not in told
    assert FILE.read_bytes() == before


def test_the_configuration_names_the_key_file(run, tmp_path):
    """`--config`, on every action."""
    path = tmp_path / "other.toml"
    path.write_text('[keys]\nfile = "elsewhere.json"\n', "utf-8")
    option = ("--config", str(path))
    assert run("create", "k", "--scope", "read", "--account", "*", *option)[0] == 0
    assert not FILE.exists()
    assert "k" in run("list", *option)[1]
