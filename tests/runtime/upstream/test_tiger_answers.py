"""What Tiger's refusals of a read mean, each by code and text."""

import asyncio
import json

import pytest

from omnibroker.kit.errors import GatewayError, NotSent
from omnibroker.simulated import connection_to
from omnibroker.upstream.operations import Operations
from omnibroker.upstream.tiger import answers, credentials, envelope
from omnibroker.upstream.wire import WireResponse

VIRTUAL_TIME = True


def soon(seconds=60):
    return asyncio.get_running_loop().time() + seconds


@pytest.fixture(scope="module")
def known():
    """The credentials of a developer id."""
    return credentials.read("t", connection_to("tiger", "http://127.0.0.1:5000"))


@pytest.mark.parametrize(
    ("code", "message", "told"),
    [
        (1, None, "upstream_unavailable"),
        (2, "read timeout", "upstream_timeout"),
        (4, "access forbidden(ip not in whitelist)", "upstream_unavailable"),
        (4, "4000:permission denied(Current user and device …)", "not_entitled"),
        (
            4,
            "rate limit error(current limiting interface:x, up to 10 times per minute)",
            "rate_limited",
        ),
        (5, "too often", "rate_limited"),
        (1000, "common param error(field 'timestamp' cannot be empty)", "upstream_unavailable"),
        (1000, "common param error(failed to verify signature, …)", "session_not_ready"),
        (1000, "common param error(failed to get developer information)", "session_not_ready"),
        (
            1010,
            "biz param error(field 'symbols' 00700 is not US stock symbol)",
            "unknown_instrument",
        ),
        (1010, "biz param error(field 'symbols' cannot be empty)", "upstream_unavailable"),
        (1010, "biz param error(field 'account' 1 is not yours)", "unknown_account"),
        (1010, "biz param error(field 'id' 7 is unknown)", "unknown_order"),
        (1010, "biz param error(field 'period' x)", "upstream_unavailable"),
        (1010, None, "upstream_unavailable"),
        (1200, "standard account response error(field 'symbol' …)", "upstream_unavailable"),
        (1300, "paper account response error(bad_request)", "upstream_unavailable"),
        (2100, "stock data error", "upstream_unavailable"),
        (2400, "user token error(token expired)", "session_not_ready"),
        (4000, "permission denied(…)", "not_entitled"),
        (4321, None, "not_entitled"),
        (77, "nobody knows", "upstream_unavailable"),
    ],
)
def test_a_refusal_of_a_read_says_what_it_is(known, code, message, told):
    """Never an empty answer: each code and text has its own problem, with what Tiger said."""
    refusal = {"code": code, "message": message, "timestamp": 1790000000000}
    response = WireResponse(200, {}, json.dumps(refusal).encode())
    error = answers.failure(envelope.opened(response, known, "now", ()))
    assert error.code == told
    assert error.extra["broker"] == "tiger"
    assert error.extra["broker_code"] == str(code)
    assert error.extra["broker_message"] == message


@pytest.mark.parametrize("status", [400, 401, 403, 429, 500, 503])
@pytest.mark.parametrize("body", [b"", b"<html>", b"[]", b'{"message":5}', b"[" * 100_000])
def test_a_page_of_the_web_server_is_an_error_too(status, body):
    """Without a code the status alone speaks; nothing is taken for an answer."""
    error = answers.failure(WireResponse(status, {}, body))
    assert isinstance(error, GatewayError)
    assert error.extra["broker_code"] == str(status)


@pytest.mark.parametrize(
    ("said", "seconds"), [({}, 60), ({"retry-after": "5"}, 5), ({"retry-after": "soon"}, 60)]
)
def test_a_limit_says_when_to_come_back(said, seconds):
    """As the answer says, else a minute, which is what Tiger counts by."""
    error = answers.failure(WireResponse(429, said, b""))
    assert error.extra["retry_after_seconds"] == seconds


async def test_a_limited_operation_rests_and_the_others_go_on(make_house):
    """After a refusal for haste nothing of this method leaves for a minute; others do."""
    house = make_house(broker="tiger", pacing="published")
    await house.connection.ready(soon())
    limit = {"code": 4, "message": "rate limit error(current limiting interface:kline_quota)"}

    async def before(request):
        house.engine.before = None
        return WireResponse(200, {}, json.dumps(limit).encode())

    house.engine.before = before
    perform = house.connection.session.perform
    for _ in range(2):
        with pytest.raises(NotSent) as told:
            await perform("kline_quota", {}, {"with_details": False}, deadline=soon(10))
        assert told.value.code == "rate_limited"
    sent = [json.loads(r.body)["method"] for r in house.engine.requests]
    assert sent.count("kline_quota") == 1
    assert await perform("addon_entitlements", {}, deadline=soon(10))
    await house.connection.session.aclose()


def test_every_operation_is_metered(bundle):
    """Each method of the spec has limits of its own: Tiger blocks who exceeds them."""
    assert all(operation.limits for operation in Operations(bundle))


@pytest.fixture
def bundle():
    from omnibroker import bundles

    return bundles.load("tiger")
