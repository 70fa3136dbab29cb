"""The gateway's start: what the journal still holds under names that the configuration has no more."""

import pytest
import structlog

from omnibroker.config import ConfigError
from omnibroker.journal import OrderRow
from omnibroker.storage.store import Store


@pytest.fixture
def process(make_house, tmp_path, monkeypatch):
    """Make the gateway of one process after another, on one journal."""
    monkeypatch.chdir(tmp_path)
    url = f"sqlite:///{tmp_path}/journal.sqlite3"
    return lambda: make_house(ready=True, store=Store.open(url)).gateway


@pytest.mark.parametrize(
    ("scope", "starts"),
    [
        ("connection:old", False),
        ("account:old:DU1", False),
        ("connection:ibkr", True),
        ("account:ibkr:DU1234567", True),
        ("broker:futu", True),
        ("gateway", True),
    ],
)
async def test_a_halt_of_a_connection_that_is_gone_stops_the_start(process, scope, starts):
    """Under its new name the halt would not hold; the error says what to do."""
    first = process()
    await first.limits.halts.halt(scope, "k1", "a drill")
    await first.stop()
    second = process()
    if starts:
        await second.start()
    else:
        with pytest.raises(ConfigError, match=f"{scope}.*name it as before"):
            await second.start()
    await second.stop()


async def test_open_orders_of_a_connection_that_is_gone_are_told(process):
    """Nobody looks for them any more: the log says how many there are."""
    first = process()
    document = {"status": "UNKNOWN", "filled_quantity": "0", "side": "BUY", "received_at": ""}
    for number in range(3):
        name = f"ob{number}"
        await first.journal.save_order(OrderRow(name, "old:DU1", name, dict(document)))
    await first.stop()
    second = process()
    with structlog.testing.capture_logs() as lines:
        await second.start()
    told = [line for line in lines if line["event"] == "orders_without_connection"]
    assert [(line["connection"], line["orders"]) for line in told] == [("old", 3)]
    await second.stop()


async def test_a_start_that_is_refused_takes_the_journal_from_nobody(process):
    """The gateway that runs goes on."""
    running = process()
    await running.start()
    await running.limits.halts.halt("connection:old", "k1", "a drill")
    with pytest.raises(ConfigError):
        await process().start()
    await running.journal.prove_writable()
    await running.stop()
