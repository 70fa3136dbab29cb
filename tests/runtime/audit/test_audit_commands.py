"""`omnibroker audit verify`: a readable verdict, exit status 0 or 1, nothing made and nothing changed."""

import argparse
import asyncio
import json
import sqlite3

import pytest

from omnibroker import audit_commands
from omnibroker.audit.trail import Trail
from omnibroker.config import Audit, ConfigError
from omnibroker.storage.store import Store


async def write(records):
    """Write so many records as a gateway with default settings does in this folder."""
    store = Store.open("sqlite:///omnibroker.sqlite3")
    trail = Trail(store, Audit(checkpoint_file="checkpoints", checkpoint_seconds=1e9))
    await trail.open()
    for _ in range(records):
        entry = {"kind": "INTENT", "operation": "place_order"}
        await store.run(lambda c, entry=entry: trail.chain.append(c, entry))
    await trail.close()
    await store.close()


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A folder with the journal, key and checkpoints of a gateway that has made 25 records."""
    monkeypatch.chdir(tmp_path)
    asyncio.run(write(25))
    return tmp_path


@pytest.fixture
def verify(capsys):
    """Run the command; return its exit status and what it printed."""

    def run(*arguments):
        parser = argparse.ArgumentParser()
        audit_commands.add(parser.add_subparsers())
        options = parser.parse_args(["audit", "verify", *arguments])
        return options.run(options), capsys.readouterr().out

    return run


def edit(folder, statement):
    """Change the database as somebody with the file can."""
    with sqlite3.connect(folder / "omnibroker.sqlite3") as database:
        database.execute(statement)
    database.close()


def test_an_intact_chain_is_status_0(folder, verify):
    """How many records, how many are anchored, and by what."""
    status, text = verify("--checkpoints", "checkpoints")
    assert status == 0
    assert "intact: 25 records" in text
    assert "Anchored up to record 25." in text
    assert "unanchored" not in text


def test_without_checkpoints_nothing_is_anchored_and_it_says_so(folder, verify):
    """The chain holds in itself; that its end is there nobody has seen."""
    status, text = verify()
    assert status == 0
    assert "Checkpoints: none" in text
    assert "25 later records are unanchored" in text


def test_a_bad_record_is_named_with_status_1(folder, verify):
    """Number and reason, in words and as JSON."""
    edit(folder, "UPDATE audit SET record = replace(record, 'place', 'cancel') WHERE number = 17")
    status, text = verify()
    assert status == 1
    assert "NOT intact. First bad record: 17." in text
    assert "it was changed" in text
    status, text = verify("--json")
    document = json.loads(text)
    assert (status, document["intact"], document["first_bad"]) == (1, False, 17)


def test_a_cut_is_found_with_the_checkpoints(folder, verify):
    """The end is gone: the chain alone does not know it, the checkpoint does."""
    edit(folder, "DELETE FROM audit WHERE number > 20")
    assert verify()[0] == 0
    status, text = verify("--checkpoints", "checkpoints")
    assert status == 1
    assert "First bad record: 21." in text


def test_json_leaves_out_what_is_not_so(folder, verify):
    """An intact chain has no bad record and no reason."""
    document = json.loads(verify("--json", "--checkpoints", "checkpoints")[1])
    assert document == {
        "intact": True,
        "records": 25,
        "anchored": 25,
        "unanchored": 0,
        "checkpoints": document["checkpoints"],
    }


def test_a_configured_checkpoint_file_that_is_gone_is_said(folder, verify):
    """Who can take it away must not be told that all is well: a sentence and status 2."""
    (folder / "omnibroker.toml").write_text('[audit]\ncheckpoint_file = "checkpoints"\n')
    assert verify()[0] == 0
    (folder / "checkpoints").unlink()
    with pytest.raises(
        ConfigError, match="there is no file checkpoints, and the chain has records"
    ):
        verify()


def test_a_key_that_is_missing_proves_nothing(folder, verify):
    """Of a record as of a checkpoint: that is no bad record, it cannot be told; status 2."""
    (folder / "omnibroker-audit.key").write_text("k" * 64)
    with pytest.raises(ConfigError, match=r"^Record 1: .*sealed with the key .*earlier_keys"):
        verify()
    edit(folder, "DELETE FROM audit")
    with pytest.raises(ConfigError, match=r"checkpoint in line 1 .*earlier_keys"):
        verify("--checkpoints", "checkpoints")


def test_a_chain_that_ends_with_an_earlier_key_is_bad(folder, verify):
    """The key of today has closed nothing: status 1."""
    (folder / "new.key").write_text("k" * 64)
    (folder / "omnibroker.toml").write_text(
        '[audit]\nkey = { file = "new.key" }\nearlier_keys = [{ file = "omnibroker-audit.key" }]\n'
    )
    status, text = verify()
    assert status == 1
    assert "the chain ends with an earlier key" in text
    assert "The 25 records before it hold." in text


def test_verifying_makes_nothing_and_migrates_nothing(folder, verify):
    """The folder and the database are what they were; one of another version is not believed."""
    before = {path: path.read_bytes() for path in folder.iterdir()}
    assert verify()[0] == 0
    assert {path: path.read_bytes() for path in folder.iterdir()} == before
    edit(folder, "UPDATE alembic_version SET version_num = '0000'")
    with pytest.raises(ConfigError, match="another version"):
        verify()


def test_nothing_is_made_where_nothing_is(tmp_path, monkeypatch, verify):
    """No journal, no key, no checkpoint file: a sentence each, and the folder stays empty."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "omnibroker-audit.key").write_text("k" * 64)
    with pytest.raises(ConfigError, match="There is no journal"):
        verify()
    (tmp_path / "omnibroker-audit.key").unlink()
    with pytest.raises(ConfigError, match="There is no file"):
        verify("--checkpoints", "nowhere")
    asyncio.run(write(1))
    (tmp_path / "omnibroker-audit.key").unlink()
    with pytest.raises(ConfigError, match="omnibroker-audit"):
        verify()
    assert not (tmp_path / "omnibroker-audit.key").exists()
