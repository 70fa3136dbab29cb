"""What the brokers' limits leave is told in headers."""

import asyncio
import re

VIRTUAL_TIME = True


async def test_an_answer_tells_what_its_connection_has_left(make_house):
    """Each read takes one of the operation's allowance."""
    house = make_house(pacing="published")
    path = f"/v1/accounts/{house.account}/balances"
    await house("GET", path)
    await asyncio.sleep(60)  # the log-in's calls count no more
    first, second = [await house("GET", path) for _ in range(2)]
    left = [
        int(re.fullmatch(r'"ibkr";r=([0-9]+);t=[0-9]+', answer.headers["ratelimit"])[1])
        for answer in (first, second)
    ]
    assert left[0] > left[1]
    await house.connection.session.aclose()
    assert re.fullmatch(r'"ibkr";q=[0-9]+;w=[0-9]+', first.headers["ratelimit-policy"])


async def test_what_asks_no_broker_has_no_allowance(house):
    """The gateway's own documents come without the headers."""
    assert "ratelimit" not in (await house("GET", "/v1/brokers")).headers


async def test_an_answer_over_several_connections_tells_of_each(make_street):
    """An item for each."""
    street = make_street(["ibkr", "tradelocker"], pacing="published")
    answer = await street("GET", "/v1/orders")
    assert [item.partition(";")[0] for item in answer.headers["ratelimit"].split(", ")] == [
        '"ibkr"',
        '"tradelocker"',
    ]
    for each in street.houses.values():
        await each.connection.session.aclose()
