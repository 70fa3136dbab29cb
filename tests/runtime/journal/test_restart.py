"""What an earlier process left is taken up as it was proven; what may have left is unknown."""

import asyncio
from datetime import UTC, datetime
from decimal import Decimal

import pytest
import sqlalchemy as sa

from omnibroker.journal import ACCEPTED, NOT_SENT, RUNNING, UNKNOWN, OpenChange, Taken, owed
from omnibroker.kit.errors import NotSent
from omnibroker.limits.ledger import Admission
from omnibroker.storage.store import Store
from omnibroker.storage.tables import admissions, writes


async def test_an_order_outlives_its_process(process, write, order):
    """With its document, names, question and what is open about it; its write is answered as settled."""
    first, row = write(payload={"quantity": "1"}), order(native_id="77", limit_price="1.50")
    row.question = {"reply_id": "r", "message_ids": ["o1"], "patch": {}}
    async with process() as journal:
        await journal.admit(first, row)
        await journal.attempt(first, 3, "d1")
        await journal.settle(first, ACCEPTED, "ok", row)
    async with process() as journal:
        found = await journal.find_order("ibkr:1", "broker:77")
        known = await journal.find_write("ibkr:1", "client_order_id", "k")
        with pytest.raises(Taken):
            await journal.admit(write())
    assert found.document["limit_price"] == "1.50"
    assert found.question == row.question
    assert (known.state, known.payload, known.attempts) == (
        ACCEPTED,
        {"quantity": "1"},
        [(3, "d1")],
    )
    assert known.settled.is_set()


async def test_an_intent_that_was_never_attempted_was_not_sent(process, write, order):
    """The id is free, there is no order."""
    async with process() as journal:
        await journal.admit(write(), order())
    async with process() as journal:
        assert (await journal.find_write("ibkr:1", "client_order_id", "k")).state == NOT_SENT
        assert await journal.find_order("ibkr:1", "client:k") is None
        await journal.admit(write(), order())


@pytest.mark.parametrize("operation_id", ["place_order", "modify_order"])
async def test_what_limits_set_aside_for_what_never_left_is_given_back(
    process, database, write, operation_id
):
    """Of an order and of a change alike; what was sent perhaps counts."""
    counted = Admission(
        "k1", "ibkr:1", "AAPL.US", "BUY", Decimal(5), None, None, "", datetime.now(UTC), id
    )
    async with process() as journal:
        for key in ("intended", "sent"):
            one = write(key, operation_id=operation_id)
            await journal.admit(one, None, counted)
        await journal.attempt(one, 1, "d")
    async with process():
        pass
    store = Store.open(database)
    own = writes.c.id == admissions.c.write_id
    standing = sa.select(writes.c.key).where(own, ~admissions.c.released)
    assert await store.run(lambda c: c.execute(standing).scalars().all()) == ["sent"]
    await store.close()


async def test_an_attempt_without_an_outcome_is_unknown(process, write, order):
    """The order may be at the broker: it is UNKNOWN, to be settled as soon as the broker shows it."""
    async with process() as journal:
        first = write()
        await journal.admit(first, order())
        await journal.attempt(first, 1, "d")
    async with process() as journal:
        known = await journal.find_write("ibkr:1", "client_order_id", "k")
        row = await journal.find_order("ibkr:1", "client:k")
        assert (known.state, row.document["status"]) == (UNKNOWN, "UNKNOWN")
        assert row.open_change == OpenChange(known, {})
        assert journal.unsettled() == [row]


async def test_a_change_without_an_outcome_is_open_with_what_it_asked_for(process, write, order):
    """A later look at the order tells whether it was done."""
    async with process() as journal:
        await journal.save_order(order(native_id="77", status="WORKING"))
        change = write(
            "m-1",
            namespace="idempotency_key",
            operation_id="modify_order",
            order_id="ob-k",
            payload={"limit_price": "2"},
        )
        await journal.admit(change)
        await journal.attempt(change, 1, "d")
    async with process() as journal:
        row = await journal.find_order("ibkr:1", "ob-k")
        assert row.document["status"] == "WORKING"
        assert row.document["pending_action"]["outcome"] == "UNKNOWN"
        assert row.open_change.patch == {"limit_price": "2"}


async def test_attempts_that_were_refuted_do_not_make_the_next_one_unknown(process, write, order):
    """The first try was proven not sent, the second was never attempted: nothing left."""
    async with process() as journal:
        first, second = write(), write()
        await journal.admit(first, order())
        await journal.attempt(first, 1, "d")
        await journal.settle(first, NOT_SENT, "refused")
        await journal.admit(second, order())
    async with process() as journal:
        assert (await journal.find_write("ibkr:1", "client_order_id", "k")).state == NOT_SENT


async def test_the_newest_process_owns_the_journal(process, write, order):
    """An attempt of an earlier one is refused: nothing is sent by two."""
    async with process() as old:
        await old.admit(write(), order())
        async with process() as new:
            with pytest.raises(NotSent) as told:
                await old.attempt(await old.find_write("ibkr:1", "client_order_id", "k"), 1, "d")
            assert told.value.code == "journal_unavailable"
            with pytest.raises(NotSent):
                await old.admit(write("another"))
            mine = write("mine")
            await new.admit(mine, order("mine"))
            await new.attempt(mine, 1, "d")
            assert mine.state == RUNNING


async def test_what_an_earlier_owner_learns_late_changes_nothing_of_a_newer_try(
    process, write, order
):
    """Its own try was not sent; the one of the process that took over may be at the broker."""
    async with process() as old:
        first, second = write(), write()
        await old.admit(first, order())
        async with process() as new:
            await new.admit(second, order())
            await new.attempt(second, 1, "d")
            await old.settle(first, NOT_SENT, "refused")
    async with process() as journal:
        assert (await journal.find_write("ibkr:1", "client_order_id", "k")).state == UNKNOWN
        assert await journal.find_order("ibkr:1", "client:k") is not None
        with pytest.raises(Taken):
            await journal.admit(write(), order())


async def test_an_outcome_that_is_written_late_changes_nothing_of_a_later_one(
    process, write, monkeypatch
):
    """The database did not take UNKNOWN at once, and took ACCEPTED: that stands."""
    monkeypatch.setattr(owed, "_RETRY_SECONDS", 0)
    async with process() as journal:
        one, really, asked = write(), journal._store.run, []
        await journal.admit(one)
        await journal.attempt(one, 1, "d")

        async def run(work):
            asked.append(work)
            if len(asked) == 1:
                raise NotSent("journal_unavailable", "locked")
            return await really(work)

        journal._store.run = run
        await asyncio.gather(journal.settle(one, UNKNOWN, ""), journal.settle(one, ACCEPTED, ""))
        await journal._owed._payer
        assert len(asked) == 3
    async with process() as journal:
        assert (await journal.find_write("ibkr:1", "client_order_id", "k")).state == ACCEPTED


async def test_nothing_new_is_admitted_while_any_of_many_outcomes_is_owed(
    process, write, monkeypatch
):
    """Two that fail at one moment are one debt, paid as soon as the database takes it."""
    monkeypatch.setattr(owed, "_RETRY_SECONDS", 0)
    async with process() as journal:
        both, really = [write("a"), write("b")], journal._store.run
        for one in both:
            await journal.admit(one)
            await journal.attempt(one, 1, "d")

        async def refuse(_work):
            raise NotSent("journal_unavailable", "locked")

        journal._store.run = refuse
        await asyncio.gather(*(journal.settle(one, ACCEPTED, "") for one in both))
        for _ in range(20):
            await asyncio.sleep(0)
            with pytest.raises(NotSent, match="behind"):
                await journal.admit(write("c"))
        journal._store.run = really
        await journal._owed._payer
        await journal.admit(write("c"))
    async with process() as journal:
        states = {
            key: (await journal.find_write("ibkr:1", "client_order_id", key)).state for key in "abc"
        }
        assert states == {"a": ACCEPTED, "b": ACCEPTED, "c": NOT_SENT}


async def test_what_ended_long_ago_is_still_found(process, write, order):
    """Let go of in memory, it is read from the database: an id is never free again."""
    async with process() as journal:
        row = order(native_id="77", status="FILLED", updated_at="2020-01-01T00:00:00.000Z")
        old = write(created_at="2020-01-01T00:00:00.000Z")
        await journal.admit(old, row)
        await journal.settle(old, ACCEPTED, "", row)
        journal.tidy()
        assert await journal.orders("ibkr:1") == []
        assert (await journal.find_order("ibkr:1", "client:k")).document["status"] == "FILLED"
        with pytest.raises(Taken):
            await journal.admit(write())
        assert (await journal.find_write("ibkr:1", "client_order_id", "k")).state == ACCEPTED


async def test_a_look_that_ends_late_leaves_the_try_alone_that_began_meanwhile(
    process, write, order
):
    """Two repeats of what was not sent before a restart: the second one finds the first one alive."""
    async with process() as journal:
        first = write()
        await journal.admit(first, order())
        await journal.settle(first, NOT_SENT, "refused")
    async with process() as journal:
        really, has_read, go_on = journal._store.run, asyncio.Event(), asyncio.Event()

        async def slow(work):
            result = await really(work)
            has_read.set()
            await go_on.wait()
            return result

        journal._store.run = slow
        look = asyncio.create_task(journal.find_write("ibkr:1", "client_order_id", "k"))
        await has_read.wait()
        journal._store.run = really
        assert (await journal.find_write("ibkr:1", "client_order_id", "k")).state == NOT_SENT
        second = write()
        await journal.admit(second, order())
        go_on.set()
        assert await look is second
        assert second.state == RUNNING
        assert await journal.find_order("ibkr:1", "client:k") is not None


async def test_an_earlier_owner_settles_nothing_of_the_new_one(process, write, order):
    """A repeat that reaches it finds a write that runs elsewhere: it is not its to take up."""
    async with process() as old, process() as new:
        mine = write()
        await new.admit(mine, order())
        with pytest.raises(NotSent) as told:
            await old.find_write("ibkr:1", "client_order_id", "k")
        assert told.value.code == "journal_unavailable"
        await new.attempt(mine, 1, "d")
        await new.settle(mine, ACCEPTED, "")
    async with process() as journal:
        assert (await journal.find_write("ibkr:1", "client_order_id", "k")).state == ACCEPTED


async def test_an_intent_whose_commit_was_not_acknowledged_can_be_tried_again(
    process, write, order
):
    """The id is not stuck: the next look reads what is there, an intent of which nothing was sent."""
    async with process() as journal:
        first, really = write(), journal._store.run
        await journal.admit(first, order())
        await journal.settle(first, NOT_SENT, "refused")

        async def lost(work):
            await really(work)
            raise NotSent("journal_unavailable", "the connection was cut")

        journal._store.run = lost
        with pytest.raises(NotSent):
            await journal.admit(write(), order())
        journal._store.run = really
        assert (await journal.find_write("ibkr:1", "client_order_id", "k")).state == NOT_SENT
        third = write()
        await journal.admit(third, order())
        await journal.attempt(third, 1, "d")


async def test_a_yes_without_an_outcome_is_open_with_what_its_question_was_about(
    process, write, order
):
    """Nobody answers the question any more: the order is what it was, its change to be proven."""
    async with process() as journal:
        row = order(native_id="77", status="WORKING", quantity="3000")
        row.before, row.question = dict(row.document), {"patch": {"quantity": "5500"}}
        row.document |= {"status": "NEEDS_CONFIRMATION", "confirmation": {}, "quantity": "5500"}
        await journal.save_order(row)
        yes = write(
            "y-1",
            namespace="idempotency_key",
            operation_id="confirm_order",
            order_id="ob-k",
            payload={"message_ids": ["o1"]},
        )
        await journal.admit(yes)
        await journal.attempt(yes, 1, "d")
    async with process() as journal:
        row = await journal.find_order("ibkr:1", "ob-k")
        assert (row.document["status"], row.document["quantity"]) == ("WORKING", "3000")
        assert "confirmation" not in row.document
        assert (row.question, row.before) == (None, None)
        assert row.open_change.patch == {"quantity": "5500"}
