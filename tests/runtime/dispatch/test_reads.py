"""Reads over many sources: what is missing is said, pages are pinned, nothing is dropped."""

import asyncio
from types import SimpleNamespace

import pytest

from omnibroker.dispatch import reads
from omnibroker.kit.errors import GatewayError, NotSent, UpstreamFailure
from omnibroker.upstream.wire import Lost

VIRTUAL_TIME = True


def connection(name):
    return SimpleNamespace(name=name, broker="ibkr")


async def rows(*items):
    return list(items)


async def failing(error):
    raise error


async def test_a_source_that_fails_is_named_and_the_rest_is_shown():
    """`incomplete` holds one problem per missing source; rows of the others are there."""
    account = SimpleNamespace(account_id="b:1")
    found, incomplete = await reads.collect([
        (connection("a"), None, rows({"n": 1})),
        (connection("b"), account, failing(UpstreamFailure("upstream_timeout", "slow"))),
    ])  # fmt: skip
    assert found == [{"n": 1}]
    (missing,) = incomplete
    assert (missing["connection"], missing["account_id"]) == ("b", "b:1")
    assert missing["problem"]["code"] == "upstream_timeout"
    assert missing["problem"]["status"] == 503


async def test_only_when_nobody_answers_is_it_an_error():
    """One code for all is that code; different ones are upstream_unavailable."""
    timeout = UpstreamFailure("upstream_timeout", "slow")
    with pytest.raises(GatewayError) as told:
        await reads.collect([(connection("a"), None, failing(timeout))])
    assert told.value.code == "upstream_timeout"
    with pytest.raises(GatewayError) as told:
        await reads.collect(
            [(connection("a"), None, failing(timeout))],
            [(connection("b"), NotSent("session_not_ready", "login"))],
        )
    assert told.value.code == "upstream_unavailable"


async def test_an_unexpected_error_of_a_source_is_shown_without_its_text():
    """A bug in one source is `internal_error` there, and its words stay in the log."""
    _, incomplete = await reads.collect([
        (connection("a"), None, rows()),
        (connection("b"), None, failing(RuntimeError("secret detail"))),
    ])  # fmt: skip
    assert incomplete[0]["problem"]["code"] == "internal_error"
    assert "secret" not in str(incomplete)


async def test_nothing_to_ask_is_an_empty_list():
    """A key that sees no connection gets an empty, complete list."""
    assert await reads.collect([]) == ([], [])


async def test_every_source_is_asked_at_the_same_time():
    """A slow one does not make the others wait."""
    started = []

    async def slow(name):
        started.append(name)
        await asyncio.sleep(1)
        assert len(started) == 3
        return [{"n": name}]

    found, _ = await reads.collect([(connection(n), None, slow(n)) for n in "abc"])
    assert [row["n"] for row in found] == ["a", "b", "c"]


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
