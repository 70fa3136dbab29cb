"""A journal that cannot be written: 503, nothing is sent, and the same request works afterwards."""

import sqlite3

import pytest

from omnibroker.storage import store as storage
from omnibroker.storage.store import Store

PLACED = "/DU1234567/orders"
# More orders than the smallest database has room for.
ENOUGH = 200
WITHOUT_END = 2**30
KEY = (b"idempotency-key", b"m-1")


@pytest.fixture
async def house(make_house, tmp_path, monkeypatch):
    """A gateway whose journal is a file, and who waits for no lock."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(storage, "_LOCK_MILLISECONDS", 0)
    made = make_house(ready=True, store=Store.open(f"sqlite:///{tmp_path}/journal.sqlite3"))
    await made.gateway.journal.open()
    yield made
    await made.connection.session.aclose()
    await made.gateway.journal.close()


def is_unavailable(answer):
    return (answer.status, answer.json()["code"]) == (503, "journal_unavailable")


async def test_a_locked_file_sends_nothing(house, tmp_path):
    """Another program holds the file: 503 for place, change and cancel; afterwards all of them work."""
    placed = await house.place("c-1")
    order = placed.headers["location"]
    sent = len(house.engine.requests)
    other = sqlite3.connect(tmp_path / "journal.sqlite3", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    assert is_unavailable(await house.place("c-2"))
    assert is_unavailable(await house("PATCH", order, {"limit_price": "99"}, headers=[KEY]))
    assert is_unavailable(await house("POST", f"{order}/cancel"))
    assert is_unavailable(await house("GET", "/ready", key=""))
    changes = [each for each in house.engine.requests[sent:] if each.mutating]
    assert changes == []
    other.execute("ROLLBACK")
    other.close()
    assert (await house("GET", "/ready", key="")).status == 200
    assert (await house.place("c-2")).status == 201
    assert (await house("PATCH", order, {"limit_price": "99"}, headers=[KEY])).status == 200
    assert (await house("POST", f"{order}/cancel")).status in {200, 202}
    assert house.engine.asked(PLACED) == 2


async def test_a_full_disk_sends_nothing(house):
    """What finds no room is 503 and not at the broker; with room again the same id places it, once."""
    await house.place("c-0")
    await at_most(house, 1)
    answers = [await house.place(f"c-{number}") for number in range(1, ENOUGH)]
    refused = [number for number, answer in enumerate(answers, 1) if answer.status != 201]
    assert refused
    assert all(is_unavailable(answers[number - 1]) for number in refused)
    assert house.engine.asked(PLACED) == ENOUGH - len(refused)
    await at_most(house, WITHOUT_END)
    assert (await house.place(f"c-{refused[0]}")).status == 201
    assert len(await house.broker_orders()) == ENOUGH - len(refused) + 1


async def at_most(house, pages):
    """Let the database grow to so many pages, or not beyond what it has."""
    await house.gateway.store.run(
        lambda connection: connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
    )


async def test_readiness_is_proven_on_the_disk(house, tmp_path):
    """Something is really written for it: a disk that takes nothing would be noticed."""
    await house("GET", "/v1/accounts")
    log = tmp_path / "journal.sqlite3-wal"
    before = log.read_bytes()
    assert (await house("GET", "/ready", key="")).status == 200
    assert log.read_bytes() != before


async def test_a_journal_that_another_gateway_took_over_sends_nothing(house, make_house, tmp_path):
    """Two never both send: the first is 503, says so in /ready, and stays so when the second has ended."""
    order = (await house.place("c-1")).headers["location"]
    other = make_house(ready=True, store=Store.open(f"sqlite:///{tmp_path}/journal.sqlite3"))
    await other.gateway.journal.open()
    await refused_everywhere(house, order)
    await other("GET", "/v1/accounts")
    assert (await other("GET", "/ready", key="")).status == 200
    await other.connection.session.aclose()
    await other.gateway.journal.close()
    await refused_everywhere(house, order)


async def refused_everywhere(house, order):
    """A placement, a cancel and the readiness name the other gateway; nothing leaves."""
    sent = len(house.engine.requests)
    for answer in (
        await house.place("c-2"),
        await house("POST", f"{order}/cancel"),
        await house("GET", "/ready", key=""),
    ):
        assert is_unavailable(answer)
        assert "another gateway" in answer.json()["detail"].lower()
    assert not [each for each in house.engine.requests[sent:] if each.mutating]
