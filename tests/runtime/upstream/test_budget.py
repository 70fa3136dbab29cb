"""Published limits: priorities, windows, deadlines, and nothing lost when callers give up."""

import asyncio

import pytest

from omnibroker.kit.errors import NotSent
from omnibroker.upstream.budget import Budget
from omnibroker.upstream.operations import CANCEL, Limit, Operations

VIRTUAL_TIME = True


def operation(name, tag, effect="read", **members):
    return {"operationId": name, "tags": [tag], "x-effect": effect, **members}


def bundle(shared=None, **own):
    """A broker with one operation of each priority."""
    rows = [
        operation("cancel_order", "orders", "trade"),
        operation("place_order", "orders", "trade"),
        operation("tickle", "sessions"),
        operation("positions", "portfolio"),
        operation("quotes", "market_data"),
        operation("price_history", "market_data"),
    ]
    for row in rows:
        if row["operationId"] in own:
            row["x-budget"] = own[row["operationId"]]
    paths = {f"/{row['operationId']}": {"get": row} for row in rows}
    return {"paths": paths, **({"x-budget": shared} if shared else {})}


def limits(requests, per_seconds):
    return {"scope": "session", "limits": [{"requests": requests, "per_seconds": per_seconds}]}


def now():
    return asyncio.get_running_loop().time()


async def test_waiting_calls_go_by_priority_then_by_age(patiently):
    """A cancel overtakes every queued call; then orders, keep-alives, accounts, quotes, history."""
    operations = Operations(bundle(limits(1, 1)))
    budget, order = Budget(operations), []

    async def call(name, label):
        async with budget.admit(operations[name], now() + 60):
            order.append(label)

    async with budget.admit(operations["quotes"], now() + 60):
        pass
    names = ["price_history", "quotes", "quotes", "positions", "tickle", "place_order"]
    tasks = [asyncio.create_task(call(name, f"{name}-{n}")) for n, name in enumerate(names)]
    await asyncio.sleep(0)
    tasks.append(asyncio.create_task(call("cancel_order", "cancel_order-6")))
    await asyncio.gather(*tasks)
    assert order == [
        "cancel_order-6", "place_order-5", "tickle-4", "positions-3", "quotes-1", "quotes-2",
        "price_history-0",
    ]  # fmt: skip


async def test_no_window_ever_holds_more_than_its_limit():
    """In any second there are at most as many sends as the spec allows."""
    operations = Operations(bundle(limits(3, 1)))
    budget, sent = Budget(operations), []

    async def call():
        async with budget.admit(operations["positions"], now() + 60):
            sent.append(now())

    await asyncio.gather(*(call() for _ in range(20)))
    assert len(sent) == 20
    assert all(later - earlier >= 1 for earlier, later in zip(sent, sent[3:], strict=False))


async def test_a_call_waits_for_its_own_limit_and_for_the_shared_one():
    """Both the operation's limit and the session's hold; other operations pass meanwhile."""
    operations = Operations(bundle(limits(10, 1), positions=limits(1, 5)))
    budget, start = Budget(operations), now()
    for _ in range(2):
        async with budget.admit(operations["positions"], now() + 60):
            pass
    assert now() - start >= 5
    before = now()
    async with budget.admit(operations["quotes"], now() + 60):
        pass
    assert now() - before < 1


async def test_a_call_that_cannot_fit_is_refused_with_the_seconds_to_wait():
    """`rate_limited`, nothing sent, and Retry-After never names a moment that is too early."""
    operations = Operations(bundle(positions=limits(1, 5)))
    budget = Budget(operations)
    async with budget.admit(operations["positions"], now() + 60):
        pass
    with pytest.raises(NotSent) as refused:
        async with budget.admit(operations["positions"], now() + 0.6):
            pytest.fail("there was no room")
    assert refused.value.code == "rate_limited"
    assert refused.value.extra["retry_after_seconds"] == 5


async def test_at_most_so_many_calls_run_at_once():
    """A `concurrent` limit admits the next call when one ends, whether it succeeded or failed."""
    operations = Operations(bundle(price_history={"concurrent": 2}))
    budget, running, most = Budget(operations), 0, 0

    async def call(n):
        nonlocal running, most
        async with budget.admit(operations["price_history"], now() + 60):
            running += 1
            most = max(most, running)
            await asyncio.sleep(1)
            running -= 1
            if n % 2:
                raise ValueError(n)

    results = await asyncio.gather(*(call(n) for n in range(7)), return_exceptions=True)
    assert most == 2
    assert [type(result) for result in results].count(ValueError) == 3


async def test_a_cancelled_caller_frees_its_place(patiently):
    """Whoever gives up while waiting or while running leaves no place taken."""
    operations = Operations(bundle(price_history={"concurrent": 1}))
    budget = Budget(operations)

    async def hold():
        async with budget.admit(operations["price_history"], now() + 60):
            await asyncio.Event().wait()

    holder, waiter = asyncio.create_task(hold()), asyncio.create_task(hold())
    await asyncio.sleep(0.1)
    waiter.cancel()
    holder.cancel()
    await asyncio.gather(holder, waiter, return_exceptions=True)
    async with budget.admit(operations["price_history"], now() + 1):
        pass


def finish(context):
    """Leave an admitted block now, inside one turn of the loop: nothing in it waits."""
    with pytest.raises(StopIteration):
        context.__aexit__(None, None, None).send(None)


@pytest.mark.parametrize("end", ["cancelled", "timed out"])
async def test_a_caller_that_ends_as_it_is_admitted_gives_its_place_back(end):
    """Admission and the end of patience may come in the same turn of the loop."""
    operations = Operations(bundle(price_history={"concurrent": 1}))
    budget, loop = Budget(operations), asyncio.get_running_loop()
    first = budget.admit(operations["price_history"], now() + 60)
    await first.__aenter__()
    deadline = now() + 5

    async def wait():
        async with budget.admit(operations["price_history"], deadline):
            pytest.fail("it had given up")

    waiter = asyncio.create_task(wait())
    loop.call_at(deadline - 5e-10, finish, first)
    if end == "cancelled":
        loop.call_at(deadline - 4e-10, waiter.cancel)
    error = (await asyncio.gather(waiter, return_exceptions=True))[0]
    assert isinstance(error, NotSent if end == "timed out" else asyncio.CancelledError)
    async with budget.admit(operations["price_history"], now() + 1):
        pass


async def test_without_enforcement_nothing_waits():
    """Simulators on this machine have no limits."""
    operations = Operations(bundle(limits(1, 3600)))
    budget = Budget(operations, enforce=False)
    for _ in range(5):
        async with budget.admit(operations["quotes"], now()):
            pass


async def test_a_calls_own_priority_overrides_its_operations():
    """A cancel that some broker sends by an ordinary operation still overtakes every queued call."""
    operations = Operations(bundle(limits(1, 1)))
    budget, order = Budget(operations), []

    async def call(name, label, priority=None):
        async with budget.admit(operations[name], now() + 60, priority):
            order.append(label)

    async with budget.admit(operations["quotes"], now() + 60):
        pass
    await asyncio.gather(
        call("place_order", "place"), call("price_history", "cancel by history", CANCEL)
    )
    assert order == ["cancel by history", "place"]


async def test_limits_said_at_run_time_replace_the_declared_ones(patiently):
    """What the broker says on the day counts from then on."""
    operations = Operations(bundle(quotes=limits(100, 1)))
    budget = Budget(operations)
    budget.replace("quotes", (Limit(1, 60.0),))
    async with budget.admit(operations["quotes"], now() + 1):
        pass
    with pytest.raises(NotSent) as told:
        async with budget.admit(operations["quotes"], now() + 1):
            pass
    assert told.value.code == "rate_limited"


@pytest.mark.parametrize(
    ("own", "seconds", "rest"),
    [({}, 7.0, 7.0), ({}, None, 1.0), ({"quotes": limits(5, 30)}, None, 30.0)],
)
async def test_a_429_holds_its_operation_back_and_no_other(patiently, own, seconds, rest):
    """For as long as the broker says, else for a whole window, else for a second."""
    operations = Operations(bundle(**own))
    budget, begun = Budget(operations), now()
    budget.pause(operations["quotes"], seconds)
    async with budget.admit(operations["positions"], now() + 60):
        assert now() == begun
    async with budget.admit(operations["quotes"], now() + 60):
        assert now() - begun == pytest.approx(rest)
