"""Keys: drawn once, kept as hashes, private files, expiry, revocation, and never shown again."""

import json
import re
import stat
import sys
import zlib

import pytest

from omnibroker.config import ConfigError, Keys, Secret
from omnibroker.problems import Problem
from omnibroker.security import (
    SCOPES,
    Authenticator,
    KeyFile,
    draw_key,
    expand_scopes,
)

ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"


@pytest.fixture
def key_file(tmp_path):
    return KeyFile(
        Keys(file=str(tmp_path / "keys.json"), pepper=Secret(file=str(tmp_path / "pepper.key")))
    )


def create(key_file, *, scopes=("market:read",), accounts=("*",), expires_at=None):
    return key_file.create("a key", scopes, accounts, expires_at)


def test_a_key_is_long_random_and_carries_its_checksum():
    """Prefix, 43 digits of 256 random bits, 6 digits of CRC-32: scanners can tell it from noise."""
    keys = {draw_key() for _ in range(200)}
    assert len(keys) == 200
    for key in keys:
        match = re.fullmatch(r"omni_([0-9A-Za-z]{43})([0-9A-Za-z]{6})", key)
        assert match
        number = 0
        for digit in match[2]:
            number = number * 62 + ALPHABET.index(digit)
        assert number == zlib.crc32(match[1].encode())


def test_the_file_holds_no_key(key_file, tmp_path):
    """Only a keyed hash is kept: neither the key nor its plain SHA-256 stands anywhere on disk."""
    token, record = create(key_file)
    for path in tmp_path.iterdir():
        assert token not in path.read_text("utf-8")
        assert token[5:] not in path.read_text("utf-8")
    assert record.digest not in {token, repr(token)}
    assert token not in repr(record)
    assert token not in repr(key_file.load().records)


@pytest.mark.skipif(sys.platform == "win32", reason="no POSIX modes")
def test_the_files_are_the_owners_alone(key_file, tmp_path):
    """Mode 0600 for keys and pepper, also after a rewrite."""
    _, record = create(key_file)
    key_file.revoke(record.key_id)
    for name in ("keys.json", "pepper.key"):
        assert stat.S_IMODE((tmp_path / name).stat().st_mode) == 0o600
    assert {path.name for path in tmp_path.iterdir()} == {"keys.json", "pepper.key"}


def test_a_key_works_until_it_expires_or_is_revoked(key_file):
    """Expiry is an instant; a revoked key is none; others are untouched."""
    gone, _ = create(key_file, expires_at="2020-01-01T00:00:00+00:00")
    token, _ = create(key_file, expires_at="2999-01-01T00:00:00Z")
    other, record = create(key_file, accounts=("ibkr:DU1",))
    store = key_file.load()
    assert store.authenticate(gone) is None
    assert store.authenticate(token)
    assert store.authenticate(other).accounts == {"ibkr:DU1"}
    key_file.revoke(record.key_id)
    assert key_file.load().authenticate(other) is None
    assert len(key_file.load().records) == 3


def test_another_pepper_knows_no_key(key_file, tmp_path):
    """A stolen key file without its pepper is worth nothing, and forged rows do not work."""
    token, _ = create(key_file)
    (tmp_path / "pepper.key").write_text("other", encoding="utf-8")
    assert key_file.load().authenticate(token) is None


@pytest.mark.parametrize(
    "text",
    ["", "{", "[]", '{"keys": 1}', '{"keys": [{}]}', '{"keys": [{"colour": "red"}]}', "\x00"],
)
def test_a_broken_key_file_is_said(key_file, tmp_path, text):
    """ConfigError with the path, never a traceback, never an empty store."""
    create(key_file)
    (tmp_path / "keys.json").write_text(text, encoding="utf-8")
    with pytest.raises(ConfigError, match=r"keys\.json"):
        key_file.load()


def test_no_key_file_means_to_create_one(key_file):
    """The message says how."""
    with pytest.raises(ConfigError, match="keys create"):
        key_file.load()
    create(key_file)
    with pytest.raises(ConfigError, match="keys list"):
        key_file.revoke("nobody")


def test_a_key_names_scopes_and_accounts(key_file):
    """Unknown scopes and no account at all are refused; nothing is written then."""
    with pytest.raises(ConfigError, match="Unknown scope"):
        create(key_file, scopes=("everything",))
    with pytest.raises(ConfigError, match="account"):
        create(key_file, accounts=())
    assert not key_file.exists()


@pytest.mark.parametrize(
    ("words", "scopes"),
    [
        (("read",), ("market:read", "account:read")),
        (("trade",), ("trade:paper", "trade:live")),
        (("trade:simulate",), ("trade:paper",)),
        (("trade:real",), ("trade:live",)),
        (("admin", "market:read"), ("market:read", "admin")),
        (SCOPES, SCOPES),
    ],
)
def test_the_seeds_words_are_synonyms(words, scopes):
    """In one order, without repetition."""
    assert expand_scopes(words) == scopes


@pytest.mark.parametrize(
    "header",
    [
        None,
        b"",
        b"Bearer",
        b"Bearer ",
        b"Basic abc",
        b"Bearer \xff",
        b"omni_x",
        b"Bearer a b",
        b"Bearer " + b"x" * 100000,
    ],
)
def test_what_is_no_key_is_unauthorized(key_file, header):
    """401 with WWW-Authenticate, without a word of what was sent."""
    create(key_file)
    with pytest.raises(Problem) as told:
        Authenticator(key_file.load())(header)
    assert told.value.code == "unauthorized"
    assert dict(told.value.headers)["www-authenticate"] == "Bearer"
    assert len(told.value.detail) < 200


def test_a_key_is_taken_in_any_case_of_the_scheme(key_file):
    """`bearer` is `Bearer`."""
    token, record = create(key_file)
    authenticate = Authenticator(key_file.load())
    for scheme in ("Bearer", "bearer", "BEARER"):
        assert authenticate(f"{scheme} {token}".encode()).key_id == record.key_id


def test_the_key_file_is_plain_json(key_file, tmp_path):
    """A person can read what a key may do."""
    create(key_file, scopes=("read",), accounts=("ibkr:DU1", "ibkr:DU2"))
    (row,) = json.loads((tmp_path / "keys.json").read_text("utf-8"))["keys"]
    assert row["scopes"] == ["market:read", "account:read"]
    assert row["accounts"] == ["ibkr:DU1", "ibkr:DU2"]
