"""A connection's log-in: shared by all who need it, and nobody waits longer than the request may."""

import asyncio

import pytest

from omnibroker.kit.errors import NotSent

VIRTUAL_TIME = True


def now() -> float:
    return asyncio.get_running_loop().time()


@pytest.fixture
def slow(make_house):
    """A connection whose log-in takes five seconds; `slow.logins` says how often it was begun."""
    connection = make_house().connection
    connection.logins = 0

    async def open_slowly(_deadline):
        connection.logins += 1
        await asyncio.sleep(5)
        connection.state.become("READY")

    connection.module.open = open_slowly
    return connection


async def test_a_caller_with_less_time_gives_up_alone(slow):
    """Its 503 says that the session is coming; the log-in goes on for who has the time."""
    patient = asyncio.create_task(slow.ready(now() + 10))
    await asyncio.sleep(0)
    begun = now()
    with pytest.raises(NotSent) as told:
        await slow.ready(now() + 1)
    assert (told.value.code, now() - begun) == ("session_not_ready", 1)
    await patient
    assert slow.state.ready
    assert slow.logins == 1


async def test_a_log_in_that_fails_fails_for_everybody_and_is_begun_anew(slow):
    """Whoever waits is told the reason; the next caller tries again."""

    async def refuse(_deadline):
        slow.logins += 1
        await asyncio.sleep(1)
        raise NotSent("session_not_ready", "wrong password")

    slow.module.open = refuse
    results = await asyncio.gather(
        *(slow.ready(now() + 10) for _ in range(3)), return_exceptions=True
    )
    assert [error.detail for error in results] == ["wrong password"] * 3
    assert slow.logins == 1
    with pytest.raises(NotSent):
        await slow.ready(now() + 10)
    assert slow.logins == 2


async def test_an_order_waits_for_another_ones_round_no_longer_than_it_may(house):
    """Nothing is sent, and the caller is told so before its own deadline is over."""
    await house("GET", "/v1/accounts")
    await house.connection.order_round.acquire()
    answer = await house.place("c-1")
    assert (answer.status, answer.json()["code"]) == (503, "upstream_timeout")
    assert await house.broker_orders() == []
    house.connection.order_round.release()
    assert (await house.place("c-1")).status == 201
