"""The journal's rules: one write per id, a freed id only where nothing was sent."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from omnibroker.journal import (
    ACCEPTED,
    NOT_SENT,
    QUESTION,
    REJECTED,
    UNKNOWN,
    MemoryJournal,
    OrderRow,
    Taken,
    Write,
    fingerprint,
)


def write(key="k", **changes):
    return Write(**{
        "account_id": "ibkr:1", "namespace": "client_order_id", "key": key,
        "operation_id": "place_order", "fingerprint": "f", "order_id": "ob1",
        "created_at": "2027-01-01T00:00:00Z", **changes,
    })  # fmt: skip


@pytest.mark.parametrize("state", [None, ACCEPTED, REJECTED, QUESTION, UNKNOWN])
async def test_an_id_belongs_to_its_first_write(state):
    """Running or settled, it is taken; the one who holds it is named."""
    journal, first = MemoryJournal(), write()
    await journal.begin(first)
    if state is not None:
        await journal.settle(first, state, "")
    with pytest.raises(Taken) as told:
        await journal.begin(write())
    assert told.value.write is first


async def test_an_id_of_which_nothing_was_sent_is_free_again():
    """Only NOT_SENT frees it."""
    journal, first, second = MemoryJournal(), write(), write()
    await journal.begin(first)
    await journal.settle(first, NOT_SENT, "refused")
    await journal.begin(second)
    assert await journal.find_write("ibkr:1", "client_order_id", "k") is second


async def test_ids_of_other_accounts_and_kinds_are_others():
    """An account's client ids and its idempotency keys do not meet."""
    journal = MemoryJournal()
    for changes in ({}, {"account_id": "ibkr:2"}, {"namespace": "idempotency_key"}, {"key": "l"}):
        await journal.begin(write(**changes))
    assert await journal.find_write("ibkr:3", "client_order_id", "k") is None


async def test_settling_wakes_who_waits_and_attempts_are_kept():
    """Epoch and digest of each attempt, in order."""
    journal, one = MemoryJournal(), write()
    await journal.begin(one)
    await journal.attempt(one, 3, "d1")
    await journal.attempt(one, 4, "d2")
    assert not one.settled.is_set()
    await journal.settle(one, ACCEPTED, "ok")
    assert one.settled.is_set()
    assert (one.state, one.detail, one.attempts) == (ACCEPTED, "ok", [(3, "d1"), (4, "d2")])


async def test_an_order_is_found_by_every_name_and_forgotten_wholly():
    """Gateway id, client id, broker id; not from another account; dropped, it is gone."""
    journal = MemoryJournal()
    row = OrderRow("ob1", "ibkr:1", "c1", {"status": "WORKING"}, "77")
    await journal.save_order(row)
    for reference in ("ob1", "client:c1", "broker:77"):
        assert await journal.find_order("ibkr:1", reference) is row
        assert await journal.find_order("ibkr:2", reference) is None
    for reference in ("c1", "77", "client:", "broker:", "client:77", ""):
        assert await journal.find_order("ibkr:1", reference) is None
    await journal.drop_order(row)
    for reference in ("ob1", "client:c1", "broker:77"):
        assert await journal.find_order("ibkr:1", reference) is None
    assert await journal.orders("ibkr:1") == []


def test_the_memory_journal_says_that_it_is_not_durable():
    """Live accounts depend on it."""
    assert MemoryJournal.durable is False


JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=8,
)


@given(JSON, JSON)
def test_equal_payloads_have_equal_fingerprints_and_others_do_not(one, other):
    """The digest is that of the canonical document."""
    assert (fingerprint(one) == fingerprint(other)) is _same(one, other)


def _same(one, other):
    if type(one) is not type(other):
        return False
    if isinstance(one, dict):
        return one.keys() == other.keys() and all(_same(one[k], other[k]) for k in one)
    if isinstance(one, list):
        return len(one) == len(other) and all(map(_same, one, other))
    return one == other


def test_a_fingerprint_does_not_depend_on_the_order_of_members():
    """Nor on how a number was held."""
    assert fingerprint({"a": 1, "b": 2}) == fingerprint({"b": 2, "a": 1})
    assert fingerprint({"a": Decimal("1.10")}) == fingerprint({"a": Decimal("1.10")})
    assert fingerprint("a", "b") != fingerprint("ab")
