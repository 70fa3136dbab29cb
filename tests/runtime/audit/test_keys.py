"""The chain's secrets: drawn once into a private file, named without being told."""

import stat

import pytest

from omnibroker.audit.keys import AuditKey, Keyring
from omnibroker.config import Audit, ConfigError, Secret


def settings(path, **more):
    return Audit(key=Secret(file=str(path)), **more)


def test_the_first_start_draws_a_private_key_and_later_ones_read_it(tmp_path):
    """Mode 0600, 256 bits, the same name ever after."""
    path = tmp_path / "secrets" / "audit.key"
    first = Keyring.open(settings(path), records=0)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert len(bytes.fromhex(path.read_text())) == 32
    assert Keyring.open(settings(path), records=9).current.name == first.current.name
    other = Keyring.open(settings(tmp_path / "other.key"), records=0)
    assert other.current.name != first.current.name


def test_reading_draws_nothing(tmp_path):
    """A verification with the wrong path makes no file, it says so."""
    with pytest.raises(ConfigError, match=r"audit\.key"):
        Keyring.read(settings(tmp_path / "audit.key"))
    assert not list(tmp_path.iterdir())


def test_no_key_is_drawn_for_a_chain_that_another_one_sealed(tmp_path):
    """A lost key is said, and nothing is written in its place."""
    with pytest.raises(ConfigError, match="the chain has 1,234 records"):
        Keyring.open(settings(tmp_path / "audit.key"), records=1234)
    assert not list(tmp_path.iterdir())


def test_a_place_where_nobody_may_look_is_said(tmp_path):
    """A sentence, no traceback: here a name that is too long for any file."""
    with pytest.raises(ConfigError, match="Cannot look for"):
        Keyring.open(settings(tmp_path / ("k" * 300)), records=0)


def test_a_key_of_the_environment_is_never_drawn(monkeypatch):
    """It must be set by whoever starts the gateway."""
    monkeypatch.delenv("AUDIT_KEY", raising=False)
    with pytest.raises(ConfigError, match="AUDIT_KEY"):
        Keyring.open(Audit(key=Secret(env="AUDIT_KEY")), records=0)
    monkeypatch.setenv("AUDIT_KEY", "k" * 32)
    assert Keyring.open(Audit(key=Secret(env="AUDIT_KEY")), records=0).current.name


def test_a_short_key_is_refused(monkeypatch):
    """Less than 32 characters is no secret."""
    monkeypatch.setenv("AUDIT_KEY", "k" * 31)
    with pytest.raises(ConfigError, match="32"):
        Keyring.read(Audit(key=Secret(env="AUDIT_KEY")))


def test_a_folder_that_cannot_be_written_is_said(tmp_path):
    """A sentence with the path, no traceback."""
    (tmp_path / "file").write_text("")
    with pytest.raises(ConfigError, match="Cannot make the folder"):
        Keyring.open(settings(tmp_path / "file" / "audit.key"), records=0)


def test_earlier_keys_are_found_by_name(tmp_path):
    """The ring has every key that is configured, and no other."""
    old = Keyring.open(settings(tmp_path / "old"), records=0).current
    ring = Keyring.open(
        settings(tmp_path / "new", earlier_keys=(Secret(file=str(tmp_path / "old")),)), records=0
    )
    assert ring.find(old.name).name == old.name
    assert ring.find(ring.current.name) is ring.current
    assert ring.find("000000000000") is None


def test_seals_of_one_kind_stand_for_no_other():
    """A checkpoint's seal is no record's, though text and key are the same."""
    key = AuditKey("a" * 40)
    assert len({key.seal(purpose, "x") for purpose in ("record", "change", "checkpoint")}) == 3
    assert not key.sealed("record", "x", key.seal("checkpoint", "x"))


def test_a_name_tells_nothing_of_the_secret():
    """Twelve hexadecimal digits, derived one way."""
    key = AuditKey("a" * 40)
    assert len(key.name) == 12
    assert "aaaa" not in key.name
