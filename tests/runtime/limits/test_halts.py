"""The kill switch: at once, durable, and ended by nobody but who resumes it."""

import asyncio

import pytest

from omnibroker.kit.errors import NotSent
from omnibroker.limits.gate import Limits
from omnibroker.storage.store import Store

SCOPES = ["gateway", "broker:ibkr", "connection:ibkr", "account:ibkr:DU1"]


def is_halted(limits, account_id="ibkr:DU1", broker="ibkr"):
    """Whether an order there is refused, for that reason."""
    try:
        limits.halts.refuse(account_id, broker)
    except NotSent as error:
        return error.code == "trading_halted"
    return False


@pytest.mark.parametrize(
    ("scope", "elsewhere"),
    [
        ("gateway", None),
        ("broker:ibkr", ("tiger:1", "tiger")),
        ("connection:ibkr", ("ibkr2:DU1", "ibkr")),
        ("account:ibkr:DU1", ("ibkr:DU2", "ibkr")),
    ],
)
async def test_a_halt_stops_its_scope_and_nothing_else(make_limits, make_intent, scope, elsewhere):
    """Orders within are refused with the reason, others pass; after resuming all pass."""
    limits = make_limits()
    await limits.halts.halt(scope, "k9", "Runaway strategy.")
    with pytest.raises(NotSent, match="Runaway strategy") as told:
        limits.reserve(make_intent(), None)
    assert told.value.code == "trading_halted"
    if elsewhere:
        account_id, broker = elsewhere
        limits.reserve(make_intent(account_id=account_id, broker=broker), None)
    assert await limits.halts.resume(scope) is True
    limits.reserve(make_intent(), None)


async def test_halts_survive_a_restart(url, clock):
    """Another process over the same database refuses, and knows since when, by whom and why."""
    store = Store.open(url)
    limits = Limits(store, {}, clock)
    made = [await limits.halts.halt(scope, "k9", f"because {scope}") for scope in SCOPES]
    await limits.halts.resume("broker:ibkr")
    await store.close()
    store = Store.open(url)
    again = Limits(store, {}, clock)
    assert not is_halted(again)
    await again.load()
    assert is_halted(again)
    assert again.halts.active() == sorted(
        (halt for halt in made if halt.scope != "broker:ibkr"), key=lambda halt: halt.scope
    )
    for halt in again.halts.active():
        await again.halts.resume(halt.scope)
    await store.close()
    store = Store.open(url)
    third = Limits(store, {}, clock)
    await third.load()
    assert not is_halted(third)
    await store.close()


async def test_a_wider_halt_outlives_a_narrower_one(make_limits):
    """Resuming an account does not resume the gateway."""
    limits = make_limits()
    await limits.halts.halt("gateway", "k", "x")
    await limits.halts.halt("account:ibkr:DU1", "k", "x")
    await limits.halts.resume("account:ibkr:DU1")
    assert is_halted(limits)


async def test_halting_again_keeps_the_beginning(make_limits, clock):
    """The reason is the newer one, the instant the older."""
    limits = make_limits()
    first = await limits.halts.halt("gateway", "k1", "first")
    clock.pass_by(minutes=5)
    second = await limits.halts.halt("gateway", "k2", "second")
    assert (second.since, second.reason, second.key_id) == (first.since, "second", "k2")
    assert limits.halts.active() == [second]


async def test_resuming_what_is_not_halted_changes_nothing(make_limits):
    """It says so."""
    assert await make_limits().halts.resume("gateway") is False


class Stubborn:
    """A store whose transactions end when they are let, or fail."""

    durable = True

    def __init__(self):
        self.gates: list[asyncio.Future] = []

    async def run(self, work):
        self.gates.append(asyncio.get_running_loop().create_future())
        await self.gates[-1]


async def test_a_halt_holds_before_the_database_has_it(make_limits):
    """At once in memory; still when the database then fails, and the caller is told."""
    store = Stubborn()
    limits = make_limits(store=store)
    halting = asyncio.create_task(limits.halts.halt("gateway", "k", "x"))
    await asyncio.sleep(0)
    assert is_halted(limits)
    assert not halting.done()
    store.gates[0].set_exception(NotSent("journal_unavailable", "The disk is full."))
    with pytest.raises(NotSent, match="disk is full"):
        await halting
    assert is_halted(limits)


async def test_a_halt_holds_until_its_end_is_durable(make_limits):
    """A resume that the database did not take resumes nothing."""
    store = Stubborn()
    limits = make_limits(store=store)
    halting = asyncio.create_task(limits.halts.halt("gateway", "k", "x"))
    await asyncio.sleep(0)
    store.gates[0].set_result(None)
    await halting
    resuming = asyncio.create_task(limits.halts.resume("gateway"))
    await asyncio.sleep(0)
    assert is_halted(limits)
    store.gates[1].set_exception(NotSent("journal_unavailable", "The disk is full."))
    with pytest.raises(NotSent):
        await resuming
    assert is_halted(limits)


async def test_a_halt_during_a_resume_wins(make_limits):
    """Whoever halts while another's resume is being written means it."""
    store = Stubborn()
    limits = make_limits(store=store)
    first = asyncio.create_task(limits.halts.halt("gateway", "k1", "first"))
    await asyncio.sleep(0)
    store.gates[0].set_result(None)
    await first
    resuming = asyncio.create_task(limits.halts.resume("gateway"))
    await asyncio.sleep(0)
    second = asyncio.create_task(limits.halts.halt("gateway", "k2", "second"))
    await asyncio.sleep(0)
    store.gates[1].set_result(None)
    assert await resuming is False
    await asyncio.sleep(0)
    store.gates[2].set_result(None)
    await second
    assert is_halted(limits)
    assert [halt.reason for halt in limits.halts.active()] == ["second"]


@pytest.mark.parametrize("scope", ["", "everything", "broker:", "account:DU1", "gateway ", "broker:IBKR\n"])  # fmt: skip
async def test_a_scope_that_is_none_is_refused(make_limits, scope):
    """A halt that would stop nothing is an error, not a comfort."""
    halts = make_limits().halts
    for action in (halts.halt(scope, "k", "x"), halts.resume(scope)):
        with pytest.raises(NotSent) as told:
            await action
        assert told.value.code == "value_not_supported"
    assert halts.active() == []
