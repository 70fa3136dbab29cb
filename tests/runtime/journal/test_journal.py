"""The journal's rules on every database: one write per id, a freed id only where nothing was sent."""

import asyncio

import pytest

from omnibroker.journal import ACCEPTED, NOT_SENT, QUESTION, REJECTED, UNKNOWN, Taken


@pytest.mark.parametrize("state", [None, ACCEPTED, REJECTED, QUESTION, UNKNOWN])
async def test_an_id_belongs_to_its_first_write(journal, write, state):
    """Running or settled, it is taken; the one who holds it is named."""
    first = write()
    await journal.admit(first)
    if state is not None:
        await journal.settle(first, state, "")
    with pytest.raises(Taken) as told:
        await journal.admit(write())
    assert told.value.write is first


async def test_of_many_at_one_moment_one_is_admitted(journal, write):
    """All others are told whose the id is."""
    results = await asyncio.gather(
        *(journal.admit(write()) for _ in range(100)), return_exceptions=True
    )
    assert [type(r) for r in results].count(Taken) == 99
    assert results.count(None) == 1


async def test_an_id_of_which_nothing_was_sent_is_free_again(journal, write, order):
    """Only NOT_SENT frees it, and the order that it would have made is gone."""
    first, second = write(), write()
    await journal.admit(first, order())
    await journal.settle(first, NOT_SENT, "refused")
    assert await journal.find_order("ibkr:1", "client:k") is None
    await journal.admit(second, order())
    assert await journal.find_write("ibkr:1", "client_order_id", "k") is second


async def test_ids_of_other_accounts_and_kinds_are_others(journal, write):
    """An account's client ids and its idempotency keys do not meet."""
    for members in ({}, {"account_id": "ibkr:2"}, {"namespace": "idempotency_key"}, {"key": "l"}):
        await journal.admit(write(**members))
    assert await journal.find_write("ibkr:3", "client_order_id", "k") is None


async def test_settling_wakes_who_waits_and_attempts_are_kept(journal, write):
    """Epoch and digest of each attempt, in order."""
    one = write()
    await journal.admit(one)
    await journal.attempt(one, 3, "d1")
    await journal.attempt(one, 4, "d2")
    assert not one.settled.is_set()
    await journal.settle(one, ACCEPTED, "ok")
    assert one.settled.is_set()
    assert (one.state, one.detail, one.attempts) == (ACCEPTED, "ok", [(3, "d1"), (4, "d2")])


async def test_an_order_is_found_by_every_name_and_from_its_own_account(journal, order):
    """Gateway id, client id, broker id; not from another account, not by half a name."""
    row = order(native_id="77")
    await journal.save_order(row)
    for reference in ("ob-k", "client:k", "broker:77"):
        assert await journal.find_order("ibkr:1", reference) is row
        assert await journal.find_order("ibkr:2", reference) is None
    for reference in ("k", "77", "client:", "broker:", "client:77", ""):
        assert await journal.find_order("ibkr:1", reference) is None
    assert await journal.orders("ibkr:1") == [row]


async def test_only_a_database_is_durable(journal, request):
    """Live accounts depend on it."""
    assert journal.durable is ("memory" not in request.node.name)
