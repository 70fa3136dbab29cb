"""A running gateway's keys: valid until their end, revoked within two seconds, never open by mistake."""

import errno
import json
from pathlib import Path

import pytest
from structlog.testing import capture_logs

from omnibroker.security import Authenticator, KeyStore, Principal, sandbox_store
from omnibroker.security.changes import FileChanges
from omnibroker.security.store import LOOK_SECONDS


class Clock:
    """A monotonic clock that stands still until it is told to go on."""

    def __init__(self):
        self.now = 1000.0

    def __call__(self):
        return self.now


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def running(key_file, tmp_path, clock):
    """Make the store of a gateway that runs on the clock of the test."""

    def start():
        changes = FileChanges(tmp_path / "keys.json", key_file.records)
        return KeyStore(key_file.records(), key_file._read_pepper(), changes=changes, clock=clock)

    return start


def test_a_key_works_until_it_expires_or_is_revoked(key_file, create, principal_of):
    """Expiry is an instant; a revoked key is none; others are untouched."""
    gone, _ = create(expires_at="2020-01-01T00:00:00+00:00")
    token, _ = create(expires_at="2999-01-01T00:00:00Z")
    other, record = create(accounts=("ibkr:DU1",))
    store = key_file.load()
    assert principal_of(store, gone) is None
    assert principal_of(store, token)
    assert principal_of(store, other).accounts == {"ibkr:DU1"}
    key_file.revoke(record.key_id)
    assert principal_of(key_file.load(), other) is None
    assert principal_of(key_file.load(), token)
    assert len(key_file.records()) == 3


def test_another_pepper_knows_no_key(key_file, create, tmp_path, principal_of):
    """A stolen key file without its pepper is worth nothing, and forged rows do not work."""
    token, _ = create()
    (tmp_path / "pepper.key").write_text("other", encoding="utf-8")
    assert principal_of(key_file.load(), token) is None


def test_a_revoked_key_ends_within_two_seconds(key_file, create, running, clock):
    """Without a restart, for headers seen before too; other keys go on."""
    token, record = create()
    other, _ = create()
    store = running()
    authenticate = Authenticator(store)
    assert authenticate(f"Bearer {token}".encode())
    key_file.revoke(record.key_id)
    clock.now += LOOK_SECONDS
    assert LOOK_SECONDS < 2
    with pytest.raises(Exception, match="unknown, expired or revoked"):
        authenticate(f"Bearer {token}".encode())
    assert authenticate(f"Bearer {other}".encode())


def test_new_keys_and_new_rights_are_noticed(key_file, create, running, clock, principal_of):
    """A key made after the start works; limits, consents and ends of running keys change."""
    token, record = create()
    store = running()
    late, _ = create()
    key_file.limit(record.key_id, {"max_quantity": "5"})
    key_file.consent(record.key_id, "ibkr", ["o163"])
    assert principal_of(store, late) is None
    clock.now += LOOK_SECONDS
    assert principal_of(store, late)
    assert principal_of(store, token).limits.max_quantity == 5
    assert principal_of(store, token).consents_to("ibkr", ["o163"])


def test_the_file_is_looked_at_once_a_second(create, running, clock, principal_of):
    """However many requests come: between two looks the file costs nothing."""
    token, _ = create()
    store, looks = running(), []
    store._changes.news = lambda: looks.append(clock.now)
    for _ in range(100):
        principal_of(store, token)
        clock.now += LOOK_SECONDS / 50
    assert 1 <= len(looks) <= 2


def test_an_unchanged_file_is_not_read(key_file, create, running, clock, principal_of):
    """Only its marks are looked at."""
    token, _ = create()
    store = running()
    reads = []
    store._changes._read = lambda: reads.append(1) or key_file.records()
    for _ in range(5):
        clock.now += LOOK_SECONDS
        assert principal_of(store, token)
    assert reads == []


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        '{"keys": [{}]}',
        '{"keys": 1}',
        None,
        "twice",
        '"accounts": "*"',
    ],
)
def test_a_broken_file_changes_nothing(
    key_file, create, running, clock, tmp_path, text, principal_of
):
    """The last good keys hold, revoked ones stay revoked, nobody new comes in; the log says so once."""
    token, _ = create()
    gone, record = create()
    key_file.revoke(record.key_id)
    store, path = running(), tmp_path / "keys.json"
    good = path.read_text("utf-8")
    if text is None:
        path.unlink()
    elif text == "twice":
        rows = json.loads(good)["keys"]
        path.write_text(json.dumps({"keys": rows + rows}), "utf-8")
    elif text == '"accounts": "*"':
        rows = json.loads(good)["keys"]
        rows[0]["accounts"] = "*"
        path.write_text(json.dumps({"keys": rows}), "utf-8")
    else:
        path.write_text(text, "utf-8")
    with capture_logs() as lines:
        for _ in range(3):
            clock.now += LOOK_SECONDS
            assert principal_of(store, token)
            assert principal_of(store, gone) is None
    assert [line["event"] for line in lines] == ["keys_unreadable"]
    path.write_text(good, "utf-8")
    clock.now += LOOK_SECONDS
    with capture_logs() as lines:
        assert principal_of(store, token)
    assert [line["event"] for line in lines] == ["keys_read"]


def test_a_file_that_may_not_be_read_changes_nothing(
    create, running, clock, monkeypatch, principal_of
):
    """Neither when it cannot be looked at nor when it cannot be opened; it is tried again every second."""
    token, _ = create()
    store = running()

    def refused(*_arguments, **_options):
        raise PermissionError(errno.EACCES, "Permission denied")

    with monkeypatch.context() as patched:
        patched.setattr(Path, "stat", refused)
        clock.now += LOOK_SECONDS
        assert principal_of(store, token)
    store._changes._mark = None
    with monkeypatch.context() as patched:
        patched.setattr(Path, "read_bytes", refused)
        clock.now += LOOK_SECONDS
        assert principal_of(store, token)
        assert store._changes._mark is None


def test_what_changes_while_it_is_read_is_read_again(
    key_file, create, running, clock, principal_of
):
    """A revocation between the look and the reading, or just after the reading, is never missed."""
    token, record = create()
    store = running()
    create()
    stale = key_file.records()

    def overtaken():
        key_file.revoke(record.key_id)
        store._changes._read = key_file.records
        return stale

    store._changes._read = overtaken
    clock.now += LOOK_SECONDS
    assert principal_of(store, token)
    clock.now += LOOK_SECONDS
    assert principal_of(store, token) is None


async def test_the_sandboxs_store_has_no_file(principal_of):
    """Fixed keys with all that a principal has; there is nothing to follow and nothing to write."""
    principal = Principal("k", frozenset(), frozenset("*"), consents=frozenset({"ibkr:o163"}))
    store = sandbox_store({"sandbox": principal})
    assert principal_of(store, "sandbox") is principal
    assert principal_of(store, "other") is None
    store.start()
    store.used("k")
    await store.stop()


async def test_a_gateway_that_stops_writes_who_came_last(key_file, create, principal_of):
    """Between two minutes too; the task that writes is gone then, and a stop without a start is none."""
    token, record = create()
    store = key_file.load()
    store.start()
    keeping = store._keeping
    assert principal_of(store, token)
    assert store.last_use.read() == {}
    await store.stop()
    assert set(key_file.last_use.read()) == {record.key_id}
    assert keeping.done()
    await key_file.load().stop()
