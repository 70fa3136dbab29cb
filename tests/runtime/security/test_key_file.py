"""Keys on disk: hashes in private files; changed one at a time; rotated, limited, ended, never brought back."""

import json
import os
import stat
import sys
from datetime import UTC, datetime, timedelta

import pytest

from omnibroker.config import ConfigError

DAY = timedelta(days=1)


def of(key_file, key_id):
    """The record as it stands in the file now."""
    return key_file.find(key_id)


def test_the_file_holds_no_key(key_file, create, tmp_path):
    """Only a keyed hash is kept: neither the key nor its plain SHA-256 stands anywhere on disk."""
    first, record = create()
    second, _ = key_file.rotate(record.key_id, DAY)
    for token in (first, second):
        for path in tmp_path.iterdir():
            assert token not in path.read_text("utf-8")
            assert token[5:] not in path.read_text("utf-8")
        assert token not in repr(key_file.records())
    assert record.digest not in {first, repr(first)}


@pytest.mark.skipif(sys.platform == "win32", reason="no POSIX modes")
def test_the_files_are_the_owners_alone(key_file, create, tmp_path):
    """Mode 0600 for keys and pepper, also after a rewrite, whatever the mask; nothing else is left."""
    before = os.umask(0)
    try:
        _, record = create()
        key_file.revoke(record.key_id)
    finally:
        os.umask(before)
    for name in ("keys.json", "pepper.key"):
        assert stat.S_IMODE((tmp_path / name).stat().st_mode) == 0o600
    assert {path.name for path in tmp_path.iterdir()} == {"keys.json", "pepper.key"}


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        '{"keys": 1}',
        '{"keys": [{}]}',
        '{"keys": [{"colour": "red"}]}',
        "\x00",
    ],
)
def test_a_broken_key_file_is_said(key_file, create, tmp_path, text):
    """ConfigError with the path, never a traceback, never an empty store; no command writes over it."""
    create()
    (tmp_path / "keys.json").write_text(text, encoding="utf-8")
    with pytest.raises(ConfigError, match=r"keys\.json"):
        key_file.load()
    with pytest.raises(ConfigError, match=r"keys\.json"):
        create()
    assert (tmp_path / "keys.json").read_text("utf-8") == text
    assert not (tmp_path / "keys.json.new").exists()


def test_no_key_file_means_to_create_one(key_file, create):
    """The message says how."""
    with pytest.raises(ConfigError, match="keys create"):
        key_file.load()
    create()
    with pytest.raises(ConfigError, match="keys list"):
        key_file.revoke("nobody")


def test_a_key_names_scopes_and_accounts(key_file, create):
    """Unknown scopes, no account and an end that is none are refused; nothing is written then."""
    with pytest.raises(ConfigError, match="Unknown scope"):
        create(scopes=("everything",))
    with pytest.raises(ConfigError, match="account"):
        create(accounts=())
    with pytest.raises(ConfigError, match="zone"):
        create(expires_at="2999-01-01T00:00:00")
    assert not key_file.exists()


def test_the_key_file_is_plain_json(create, tmp_path):
    """A person can read what a key may do."""
    create(scopes=("read",), accounts=("ibkr:DU1", "ibkr:DU2"))
    (row,) = json.loads((tmp_path / "keys.json").read_text("utf-8"))["keys"]
    assert row["scopes"] == ["market:read", "account:read"]
    assert row["accounts"] == ["ibkr:DU1", "ibkr:DU2"]


def test_a_successor_has_the_same_rights(key_file, create, principal_of):
    """Scopes, accounts, limits, consents and end; each names the other, and both work for the overlap."""
    token, old = create(
        scopes=("trade:paper",), accounts=("ibkr:DU1",), expires_at="2999-01-01T00:00:00Z"
    )
    key_file.limit(old.key_id, {"max_quantity": "5"})
    key_file.consent(old.key_id, "ibkr", ["o163"])
    another, new = key_file.rotate(old.key_id, DAY)
    ended = of(key_file, old.key_id)
    for name in ("name", "scopes", "accounts", "expires_at"):
        assert getattr(new, name) == getattr(old, name)
    assert (new.limits, new.consents) == ({"max_quantity": "5"}, ("ibkr:o163",))
    assert (new.replaces, ended.replaced_by) == (old.key_id, new.key_id)
    assert DAY - timedelta(minutes=1) < ended.expires() - datetime.now(UTC) <= DAY
    store = key_file.load()
    assert principal_of(store, token).key_id == old.key_id
    assert principal_of(store, another).key_id == new.key_id


def test_without_overlap_the_old_key_ends_at_once(key_file, create, principal_of):
    """Zero is zero."""
    token, old = create()
    another, _ = key_file.rotate(old.key_id, timedelta())
    store = key_file.load()
    assert principal_of(store, token) is None
    assert principal_of(store, another)


def test_an_overlap_prolongs_no_key(key_file, create):
    """A key that ends within the overlap ends when it would have, and so does its successor."""
    soon = (datetime.now(UTC) + timedelta(hours=1)).isoformat(timespec="seconds")
    _, old = create(expires_at=soon)
    _, new = key_file.rotate(old.key_id, 30 * DAY)
    assert of(key_file, old.key_id).expires_at == soon
    assert new.expires_at == soon


def test_a_chain_of_rotations_counts_as_one_key(key_file, create):
    """Otherwise a rotation, or its overlap, would double what a day allows."""
    _, first = create()
    _, second = key_file.rotate(first.key_id, DAY)
    _, third = key_file.rotate(second.key_id, DAY)
    assert {r.principal().counted_as for r in key_file.records()} == {first.key_id}
    assert third.replaces == second.key_id


def test_only_a_living_key_without_a_successor_is_rotated(key_file, create):
    """A second successor, or one of a key that has ended, would bring rights back that nobody looks for."""
    _, gone = create()
    key_file.revoke(gone.key_id)
    with pytest.raises(ConfigError, match="revoked"):
        key_file.rotate(gone.key_id, DAY)
    _, over = create(expires_at="2020-01-01T00:00:00Z")
    with pytest.raises(ConfigError, match="expired"):
        key_file.rotate(over.key_id, DAY)
    _, old = create()
    _, new = key_file.rotate(old.key_id, DAY)
    with pytest.raises(ConfigError, match=new.key_id):
        key_file.rotate(old.key_id, DAY)
    assert len(key_file.records()) == 4


def test_the_end_of_a_living_key_can_be_moved(key_file, create, principal_of):
    """Later, earlier, never; not into the past, and no ended key comes back."""
    token, record = create()
    key_file.expire(record.key_id, "2999-01-01T00:00:00Z")
    assert of(key_file, record.key_id).expires_at == "2999-01-01T00:00:00Z"
    key_file.expire(record.key_id, None)
    assert of(key_file, record.key_id).expires_at is None
    with pytest.raises(ConfigError, match="keys revoke"):
        key_file.expire(record.key_id, "2020-01-01T00:00:00Z")
    assert principal_of(key_file.load(), token)
    _, over = create(expires_at="2020-01-01T00:00:00Z")
    key_file.revoke(record.key_id)
    for key_id in (over.key_id, record.key_id):
        with pytest.raises(ConfigError, match="create another"):
            key_file.expire(key_id, None)


def test_a_revocation_keeps_its_first_time(key_file, create):
    """Revoking twice is harmless and changes no history."""
    _, record = create()
    first = key_file.revoke(record.key_id)
    assert key_file.revoke(record.key_id) == first


def test_limits_are_set_and_cleared_one_by_one(key_file, create):
    """The others stay; a text is kept in the form in which it is shown; nonsense changes nothing."""
    _, record = create()
    key_file.limit(record.key_id, {"max_quantity": "0100.50", "daily_count": "7"})
    key_file.limit(record.key_id, {"daily_count": "8"})
    assert of(key_file, record.key_id).limits == {"max_quantity": "100.5", "daily_count": "8"}
    for pairs, cleared in (
        ({"max_quantity": "many"}, ()),
        ({"colour": "1"}, ()),
        ({}, ("colour",)),
    ):
        with pytest.raises(ConfigError):
            key_file.limit(record.key_id, pairs, cleared)
    assert of(key_file, record.key_id).limits == {"max_quantity": "100.5", "daily_count": "8"}
    key_file.limit(record.key_id, {}, ("daily_count", "max_quantity"))
    assert of(key_file, record.key_id).principal().limits is None


def test_consents_are_added_and_removed(key_file, create):
    """By broker and message; what was not there is removed without harm."""
    _, record = create()
    key_file.consent(record.key_id, "ibkr", ["o383", "o163"])
    key_file.consent(record.key_id, "ibkr", ["o163"])
    assert of(key_file, record.key_id).consents == ("ibkr:o163", "ibkr:o383")
    key_file.consent(record.key_id, "ibkr", ["o383", "o1"], remove=True)
    assert of(key_file, record.key_id).consents == ("ibkr:o163",)


def test_two_commands_at_once_lose_no_change(key_file, create, tmp_path):
    """The second one is refused while the first one reads, changes and writes: a revocation is never undone."""
    _, record = create()
    _, other = create()
    told = []

    def meanwhile(record):
        try:
            key_file.revoke(other.key_id)
        except ConfigError as error:
            told.append(str(error))
        return record

    key_file._change(record.key_id, meanwhile)
    assert "keys.json.new" in told[0]
    key_file.revoke(other.key_id)
    assert of(key_file, other.key_id).revoked_at
    assert not (tmp_path / "keys.json.new").exists()


def test_a_lost_pepper_is_not_drawn_anew_while_there_are_keys(key_file, create, tmp_path):
    """A key that is hashed with another one would be refused by the gateway for ever."""
    create()
    (pepper,) = [path for path in tmp_path.iterdir() if "pepper" in path.name]
    pepper.unlink()
    with pytest.raises(ConfigError):
        create()
    assert not pepper.exists()
    assert len(key_file.records()) == 1
