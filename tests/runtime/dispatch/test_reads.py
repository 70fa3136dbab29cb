"""Reads over many sources: what is missing is said, pages are pinned, nothing is dropped."""

import asyncio
from types import SimpleNamespace

import pytest

from omnibroker.dispatch import reads
from omnibroker.kit.errors import GatewayError, NotSent, UpstreamFailure
from omnibroker.kit.upstream import Parted
from omnibroker.upstream.wire import Lost

VIRTUAL_TIME = True


def connection(name):
    return SimpleNamespace(name=name, broker="ibkr")


async def rows(*items):
    return Parted(list(items))


async def failing(error):
    raise error


async def hear(name, read, account=None, *, seconds=10):
    deadline = asyncio.get_running_loop().time() + seconds
    return await reads.hear(connection(name), account, read, deadline)


async def test_a_source_that_fails_is_named_and_the_rest_is_shown():
    """`incomplete` holds one problem per missing source; rows of the others are there."""
    account = SimpleNamespace(account_id="b:1")
    found, incomplete = reads.merge([
        await hear("a", rows({"n": 1})),
        await hear("b", failing(UpstreamFailure("upstream_timeout", "slow")), account),
    ])  # fmt: skip
    assert found == [{"n": 1}]
    (missing,) = incomplete
    assert (missing["connection"], missing["account_id"]) == ("b", "b:1")
    assert missing["problem"]["code"] == "upstream_timeout"
    assert missing["problem"]["status"] == 503


@pytest.mark.parametrize("by", ["part", "instrument"])
async def test_a_part_that_fails_is_named_beside_the_rows_of_the_others(by):
    """A source that answers in part says which part is missing; it counts as an answer."""
    refused = NotSent("not_entitled", "no quotes")

    async def in_parts():
        return Parted([{"n": 1}], {"00700.HK": refused}, by)

    found, (missing,) = reads.merge([await hear("a", in_parts())])
    assert found == [{"n": 1}]
    assert missing[by] == "00700.HK"
    assert missing["problem"]["code"] == "not_entitled"


async def test_a_source_that_never_answers_is_given_up_after_the_deadline():
    """Whatever a source waits for, the answer goes out without it."""
    found, (missing,) = reads.merge([
        await hear("a", rows({"n": 1})),
        await hear("b", asyncio.Event().wait(), seconds=2),
    ])  # fmt: skip
    assert found == [{"n": 1}]
    assert missing["problem"]["code"] == "upstream_timeout"


async def test_only_when_nobody_answers_is_it_an_error():
    """One code for all is that code; different ones are upstream_unavailable."""
    late = await hear("a", failing(UpstreamFailure("upstream_timeout", "slow")))
    with pytest.raises(GatewayError) as told:
        reads.merge([late])
    assert told.value.code == "upstream_timeout"
    with pytest.raises(GatewayError) as told:
        reads.merge([late, await hear("b", failing(NotSent("session_not_ready", "login")))])
    assert told.value.code == "upstream_unavailable"


async def test_nobody_can_answer_though_nothing_is_broken():
    """Each source's own reason is told, under a code that says that another question may be answered."""
    with pytest.raises(GatewayError) as told:
        reads.merge([
            await hear("a", failing(NotSent("unknown_instrument", "not listed"))),
            await hear("b", failing(NotSent("value_not_supported", "no such adjustment"))),
        ])  # fmt: skip
    assert told.value.code == "value_not_supported"
    assert told.value.detail == "a: not listed; b: no such adjustment"


async def test_an_unexpected_error_of_a_source_is_shown_without_its_text():
    """A bug in one source is `internal_error` there, and its words stay in the log."""
    _, incomplete = reads.merge([
        await hear("a", rows()),
        await hear("b", failing(RuntimeError("secret detail"))),
    ])  # fmt: skip
    assert incomplete[0]["problem"]["code"] == "internal_error"
    assert "secret" not in str(incomplete)


async def test_nothing_to_ask_is_an_empty_list():
    """A key that sees no connection gets an empty, complete list."""
    assert reads.merge([]) == ([], [])


async def placed(house, count):
    for n in range(count):
        assert (await house.place(f"c-{n}")).status == 201


async def test_pages_cover_a_list_once_and_in_order(house):
    """Limit and next_cursor walk through every row exactly once."""
    await placed(house, 5)
    everything = (await house("GET", "/v1/orders")).json()["items"]
    seen, cursor = [], b""
    for _ in range(3):
        answer = (await house("GET", "/v1/orders", query=b"limit=2" + cursor)).json()
        seen += answer["items"]
        cursor = b"&cursor=" + answer.get("next_cursor", "").encode()
    assert [row["order_id"] for row in seen] == [row["order_id"] for row in everything]
    assert "next_cursor" not in answer


@pytest.mark.parametrize(
    "cursor", ["x", "e30", "W10", "AAAA", "WyJsaXN0X2FjY291bnRzIiwgMV0", "-_-_"]
)
async def test_a_cursor_from_elsewhere_is_refused(house, cursor):
    """422 (or 400 by its form), never a guess, never a server error."""
    answer = await house("GET", "/v1/orders", query=f"cursor={cursor}".encode())
    assert answer.status in {400, 422}


async def test_a_cursor_belongs_to_its_question(house):
    """Another filter is another list: its rows must not be cut at this one's place."""
    await placed(house, 3)
    first = (await house("GET", "/v1/orders", query=b"limit=1&status=WORKING")).json()
    query = b"limit=1&status=FILLED&cursor=" + first["next_cursor"].encode()
    answer = await house("GET", "/v1/orders", query=query)
    assert (answer.status, answer.json()["code"]) == (422, "value_not_supported")


async def test_past_lists_say_that_they_may_not_be_everything(house):
    """Orders and executions carry `coverage`, and it never claims completeness."""
    for path in ("/v1/orders", "/v1/executions"):
        assert (await house("GET", path)).json()["coverage"] == {"complete": False}


async def test_a_failed_read_of_the_only_source_is_503(house):
    """Never an empty list."""
    await house("GET", "/v1/accounts")

    async def before(request):
        raise Lost("timeout", "x")

    house.engine.before = before
    for path in ("/v1/positions", "/v1/orders", "/v1/executions"):
        answer = await house("GET", path)
        assert (answer.status, answer.json()["code"]) == (503, "upstream_timeout")


@pytest.mark.parametrize(
    ("query", "status", "code"),
    [
        (b"connection=none", 404, "unknown_connection"),
        (b"account_id=none:1", 404, "unknown_account"),
        (b"account_id=ibkr:DU999", 404, "unknown_account"),
        (b"account_id=ibkr:DU1234567&connection=other", 422, "value_not_supported"),
        (b"account_id=ibkr:DU1234567&connection=ibkr", 200, None),
    ],
)
async def test_filters_name_what_exists(house, query, status, code):
    """An unknown connection or account is an error, not an empty list."""
    answer = await house("GET", "/v1/positions", query=query)
    assert (answer.status, answer.json().get("code")) == (status, code)
