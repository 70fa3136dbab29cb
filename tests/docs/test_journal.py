"""The page of the journal has its states, spans and defaults as the program has them."""

import re
from pathlib import Path

from omnibroker import config, journal, reconcile
from omnibroker.brokers import TITLES
from omnibroker.journal import journal as durable
from omnibroker.storage import store

PAGE = (Path(__file__).resolve().parent.parent.parent / "docs" / "journal.md").read_text("utf-8")
STATES = {
    *(journal.RUNNING, journal.ACCEPTED, journal.REJECTED),
    *(journal.QUESTION, journal.UNKNOWN, journal.NOT_SENT),
}
NUMBERS = {"two": 2, "seven": 7}


def first_cells(header):
    """The first cells of the rows of the table with this header."""
    rows = PAGE.split(f"{header} |", 1)[1].split("\n\n", 1)[0].splitlines()[2:]
    return [row.strip().strip("|").split("|")[0].strip() for row in rows]


def test_every_state_of_a_write_is_there():
    """What `omnibroker journal` may say of a write is explained."""
    assert {cell.strip("`") for cell in first_cells("| state of a write")} == STATES


def test_every_broker_has_a_place_of_its_tag():
    """Whoever looks for an order at a broker finds where its tag stands."""
    titles = {re.match(r"[A-Za-z]+", title)[0] for title in TITLES.values()}
    cells = {cell.replace("IBKR", "Interactive") for cell in first_cells("   | broker")}
    assert cells == titles


def test_the_seconds_of_reconcile_are_those_of_the_program():
    """When the broker is asked again stands there as it is."""
    section = PAGE.split("## Reconcile", 1)[1].split("\nFor each account", 1)[0]
    spans = (
        reconcile._UNPROVEN_SECONDS,
        reconcile._OPEN_SECONDS,
        reconcile._OPEN_SECONDS,
        reconcile._QUIET_SECONDS,
    )
    assert tuple(float(n) for n in re.findall(r"([0-9]+) seconds", section)) == spans


def test_the_other_spans_are_those_of_the_program():
    """How long an ended order's id is answered, and how long a lock is waited for."""
    days = re.search(r"for ([a-z]+) days after its order has ended", PAGE)
    lock = re.search(r"waited for ([a-z]+) seconds", PAGE)
    assert NUMBERS[days[1]] == durable.KEPT_DAYS
    assert NUMBERS[lock[1]] * 1000 == store._LOCK_MILLISECONDS


def test_the_default_file_is_the_one_that_is_named():
    """Whoever looks for the orders of a plain `serve` finds them."""
    assert config.Journal().address() == "sqlite:///omnibroker.sqlite3"
    assert "| `omnibroker serve` | the SQLite file `omnibroker.sqlite3` " in PAGE
