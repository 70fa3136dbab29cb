"""`omnibroker journal`: the orders that are recorded, those that a person must look at, the life of one."""

import asyncio
import sqlite3

import pytest

from omnibroker.cli import main
from omnibroker.journal import ACCEPTED, Journal, OrderRow, Write, leave_unproven
from omnibroker.storage.store import Store

ACCOUNT = "ibkr:DU1234567"


@pytest.fixture
def journal(tmp_path, monkeypatch):
    """A journal with an order that was accepted and one that is unknown, in the folder of the command."""
    monkeypatch.chdir(tmp_path)

    async def fill():
        journal = Journal(Store.open("sqlite:///omnibroker.sqlite3"))
        await journal.open()
        for name, is_known in (("first", True), ("lost", False)):
            at = "2026-01-01T00:00:00.000Z"
            document = {
                "order_id": f"ob-{name}", "client_order_id": name, "account_id": ACCOUNT, "side": "BUY",
                "quantity": "1", "instrument": "AAPL.US", "status": "SUBMITTED", "filled_quantity": "0",
                "submitted_at": at, "received_at": at,
            }  # fmt: skip
            row = OrderRow(f"ob-{name}", ACCOUNT, name, document)
            if is_known:
                row.broker_order_id = document["broker_order_id"] = "77"
            write = Write(
                ACCOUNT, "client_order_id", name, "place_order", "f", f"ob-{name}", at, key_id="k1"
            )
            await journal.admit(write, row)
            await journal.attempt(write, 1, "d" * 64)
            if not is_known:
                leave_unproven(row, write, {}, at)
            await journal.settle(write, ACCEPTED if is_known else "UNKNOWN", "", row)
        await journal.close()

    asyncio.run(fill())


def run(capsys, *arguments):
    with pytest.raises(SystemExit) as ended:
        main(["journal", *arguments])
    return ended.value.code, capsys.readouterr()


def test_orders_are_listed_the_newest_first(journal, capsys):
    """Under headings, with every id."""
    status, said = run(capsys)
    lines = said.out.splitlines()
    assert (status, len(lines)) == (0, 3)
    assert lines[0].startswith("ASKED FOR")
    assert lines[1].split()[1:3] == ["ob-lost", "lost"]
    assert lines[2].split()[3] == "77"


def test_what_is_unproven_is_listed_for_a_person(journal, capsys):
    """Only that."""
    assert "ob-lost" in run(capsys, "--unproven")[1].out
    assert "ob-first" not in run(capsys, "--unproven")[1].out


@pytest.mark.parametrize("reference", ["ob-first", "first", "77"])
def test_an_orders_life_is_told_from_its_intent_on(journal, capsys, reference):
    """By any of its ids: who asked, what was attempted, what was answered."""
    said = run(capsys, reference)[1].out
    assert "place_order intended" in said
    assert "by key k1" in said
    assert said.index("intended") < said.index("attempted") < said.index("accepted")


def test_a_brokers_text_cannot_paint_the_terminal(journal, capsys):
    """What steers one is shown as a question mark, in the list and in an order's life."""
    with sqlite3.connect("omnibroker.sqlite3") as database:
        told = r'"side":"BUY\u001b[31m\nX"'
        database.execute(
            'UPDATE orders SET document = replace(document, \'"side":"BUY"\', ?)', [told]
        )
    database.close()
    for arguments in ([], ["ob-first"]):
        said = run(capsys, *arguments)[1].out
        assert "BUY?[31m?X" in said
        assert "\x1b" not in said


@pytest.mark.parametrize(
    "arguments", [["nothing"], ["--config", "missing.toml"], ["--most", "0"], ["--most", "x"]]
)
def test_what_is_not_there_is_said(journal, capsys, arguments):
    """Status 2 and what to do."""
    status, said = run(capsys, *arguments)
    assert status == 2
    assert said.err


def test_no_journal_is_made_by_looking_for_one(tmp_path, monkeypatch, capsys):
    """Where there is none, the command says so and leaves the folder as it is."""
    monkeypatch.chdir(tmp_path)
    status, said = run(capsys)
    assert status == 2
    assert "There is no journal" in said.err
    assert list(tmp_path.iterdir()) == []
