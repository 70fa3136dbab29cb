"""What Futu's refusals of reads mean, what may be cached, and the subscriptions that reads need."""

import asyncio
import json

import pytest

from omnibroker.kit.errors import GatewayError, NotSent, Rejected
from omnibroker.upstream.futu.subscriptions import units
from omnibroker.upstream.wire import Lost, WireResponse

VIRTUAL_TIME = True
AAPL, TENCENT = {"market": 11, "code": "AAPL"}, {"market": 1, "code": "00700"}
FUNDS = {"header": {"trd_env": 0, "acc_id": 1007001, "trd_market": 1}}
QUOTE = {"security_list": [TENCENT]}


@pytest.fixture
async def house(make_house):
    """A gateway over a simulated gateway of Futu whose session is up."""
    made = make_house(broker="futu")
    await made.connection.ready(soon())
    yield made
    await made.connection.session.aclose()


def soon(seconds=600):
    return asyncio.get_running_loop().time() + seconds


async def read(house, operation="funds", body=FUNDS):
    """Read by the name of an operation, as a look-up does."""
    return await house.connection.session.perform(operation, {}, body, deadline=soon())


def bodies(house, end):
    """The JSON bodies of the requests whose path ends so."""
    return [json.loads(r.body) for r in house.engine.requests if r.target.endswith(end)]


def answering(house, *rules):
    """Let the engine answer (end of path, answer) once each; the rest goes to the simulator."""
    waiting = list(rules)

    async def before(request):
        for rule in waiting:
            if request.target.endswith(rule[0]):
                waiting.remove(rule)
                return _response(rule[1])
        return None

    house.engine.before = before


def _response(answer):
    if isinstance(answer, Exception):
        raise answer
    status, body, *headers = answer
    content = body if isinstance(body, bytes) else json.dumps(body).encode()
    return WireResponse(status, dict(headers), content)


def refused(text=None, ret_type=-1, code=None):
    return 200, {"ret_type": ret_type, "ret_msg": text, "err_code": code, "s2c": None}


@pytest.mark.parametrize(
    ("answer", "code"),
    [
        (refused("[err_code=none] 参数错误"), "rejected_by_broker"),
        (refused(None), "rejected_by_broker"),
        (refused("No right to subscribe 00700"), "not_entitled"),
        (refused("无权限订阅US.GOOG的行情"), "not_entitled"),
        (refused("行情权限不足"), "not_entitled"),
        (refused("[err_code=none] unknown stock: HK.99999"), "unknown_instrument"),
        (refused("AccID does not exist"), "unknown_account"),
        (refused("请求过于频繁, 30 秒内最多 10 次"), "rate_limited"),
        (refused("历史K线额度不足"), "rate_limited"),
        (refused("trade is not unlocked", -1, -401), "session_not_ready"),
        (refused("trade is not unlocked", -1, "-401"), "session_not_ready"),
        (refused("request timeout", -100), "upstream_timeout"),
        (refused("backend disconnected", -200, "-200"), "upstream_unavailable"),
        (refused(None, -400), "upstream_unavailable"),
        (refused("invalid", -500), "upstream_unavailable"),
        ((200, {"s2c": {"funds": {}}}), "upstream_malformed"),
        ((200, {"ret_type": None}), "upstream_malformed"),
        ((200, {"ret_type": "0"}), "upstream_malformed"),
        ((200, []), "upstream_malformed"),
        ((200, b"<html>"), "upstream_malformed"),
        ((200, b'{"ret_type":0,'), "upstream_malformed"),
        ((200, b'{"ret_type":0,"s2c":'), "upstream_malformed"),
        ((200, b""), "upstream_malformed"),
        ((400, {"error": "unknown field"}), "rejected_by_broker"),
        ((401, {"error": "invalid"}), "session_not_ready"),
        ((403, {"error": "forbidden"}), "not_entitled"),
        ((404, b""), "unsupported_by_broker"),
        ((429, {"error": "limit check failed: rate limit exceeded"}), "rate_limited"),
        ((500, {"error": "x"}), "upstream_unavailable"),
        ((502, b"<html>"), "upstream_unavailable"),
        (Lost("timeout", ""), "upstream_timeout"),
        (Lost("reset", ""), "upstream_unavailable"),
    ],
)
async def test_a_read_says_what_the_broker_meant(house, answer, code):
    """Statuses, ret_types and known wordings become codes; an unknown wording is a plain refusal."""
    answering(house, *[("/funds", answer)] * 5)
    with pytest.raises(GatewayError) as told:
        await read(house)
    assert told.value.code == code


async def test_a_refusal_quotes_the_broker(house):
    """The gateway's own words and code come along."""
    answering(house, ("/funds", refused("[err_code=7] no", -1, 7)))
    with pytest.raises(Rejected) as told:
        await read(house)
    assert told.value.extra["broker_code"] == "7"
    assert told.value.extra["broker_message"] == "[err_code=7] no"


async def test_a_long_refusal_is_cut(house):
    """A text of any length does not become an answer of any length."""
    answering(house, ("/funds", refused("x" * 100_000)))
    with pytest.raises(Rejected) as told:
        await read(house)
    assert len(told.value.extra["broker_message"]) == 500


@pytest.mark.parametrize(
    ("answer", "wait"),
    [
        ((429, {"error": "limit check failed"}, ("retry-after", "7")), 7),
        ((429, {"error": "limit check failed"}), 30),
        ((429, {"error": "limit check failed"}, ("retry-after", "9" * 5000)), 30),
        (refused("此协议请求太频繁"), 30),
        (refused("requested too frequently"), 30),
    ],
)
async def test_a_frequency_limit_says_when_to_ask_again(house, answer, wait):
    """The header's word, or the operation's own window; Futu's own limit comes with status 200."""
    answering(house, ("/funds", answer))
    with pytest.raises(NotSent) as told:
        await read(house)
    assert (told.value.code, told.value.extra["retry_after_seconds"]) == ("rate_limited", wait)


async def test_a_frequency_limit_holds_the_operation_back(make_house):
    """After Futu's own refusal nothing of the kind goes out for the operation's window; others do."""
    house = make_house(broker="futu", pacing="published")
    answering(house, ("/funds", refused("请求过于频繁")))
    with pytest.raises(NotSent):
        await read(house)
    with pytest.raises(NotSent) as told:
        await house.connection.session.perform("funds", {}, FUNDS, deadline=soon(10))
    assert told.value.code == "rate_limited"
    assert house.engine.asked("/funds") == 1
    await read(house, "positions")
    await asyncio.sleep(31)
    assert (await read(house))["ret_type"] == 0
    await house.connection.session.aclose()


async def test_only_success_is_cached(house):
    """A refusal with status 200 is asked again; what succeeded is not."""
    answering(house, ("/user-info", refused("参数错误")))
    with pytest.raises(Rejected):
        await read(house, "user_info", None)
    for _ in range(3):
        assert (await read(house, "user_info", None))["ret_type"] == 0
    assert house.engine.asked("/user-info") == 2


async def test_the_operators_endpoints_have_no_envelope(house):
    """A status of 200 is all there is to judge."""
    answer = await read(house, "admin_status", None)
    assert "ret_type" not in answer


@pytest.mark.parametrize(
    ("operation", "body", "needed"),
    [
        ("quote", {"security_list": [AAPL, TENCENT, AAPL]}, [(11, "AAPL", 1), (1, "00700", 1)]),
        ("kline", {"security": AAPL, "kl_type": 1}, [(11, "AAPL", 11)]),
        ("kline", {"security": AAPL, "kl_type": 2}, [(11, "AAPL", 6)]),
        ("kline", {"security": AAPL, "kl_type": 10}, [(11, "AAPL", 17)]),
        ("kline", {"security": AAPL, "kl_type": 15}, [(11, "AAPL", 21)]),
        ("kline", {"security": AAPL, "kl_type": 99}, []),
        ("orderbook", {"security": AAPL}, [(11, "AAPL", 2)]),
        ("orderbook", {"security": AAPL, "order_book_type": 1}, [(11, "AAPL", 22)]),
        ("ticker", {"security": AAPL}, [(11, "AAPL", 4)]),
        ("rt", {"security": AAPL}, [(11, "AAPL", 5)]),
        ("broker", {"security": TENCENT}, [(1, "00700", 14)]),
        ("snapshot", {"security_list": [AAPL]}, []),
        ("history_kline", {"security": AAPL, "kl_type": 2}, []),
        ("subscribe", {"security_list": [AAPL], "sub_type_list": [1]}, []),
        ("quote", {}, []),
        ("quote", None, []),
        ("rt", {"security": "AAPL"}, []),
    ],
)
def test_what_a_read_needs_subscribed(operation, body, needed):
    """Each kind of read has its type of subscription; the periods of bars have other numbers there."""
    assert units(operation, body) == needed


async def test_a_security_is_subscribed_before_it_is_read_and_once(house):
    """Subscribed for the type that is read, hidden from the caller, once per epoch."""
    for _ in range(3):
        assert (await read(house, "quote", QUOTE))["ret_type"] == 0
    await read(house, "quote", {"security_list": [TENCENT, AAPL]})
    assert bodies(house, "/subscribe") == [
        {"security_list": [TENCENT], "sub_type_list": [1], "is_sub_or_un_sub": True},
        {"security_list": [AAPL], "sub_type_list": [1], "is_sub_or_un_sub": True},
    ]
    await house.connection.module.renew(soon())
    await read(house, "quote", QUOTE)
    assert house.engine.asked("/subscribe") == 3


async def test_many_readers_subscribe_once(house):
    """Those who come while it is being subscribed wait for it."""

    async def before(request):
        if request.target == "/api/subscribe":
            await asyncio.sleep(0.1)

    house.engine.before = before
    found = await asyncio.gather(*(read(house, "quote", QUOTE) for _ in range(20)))
    assert {answer["ret_type"] for answer in found} == {0}
    assert house.engine.asked("/subscribe") == 1


async def test_a_subscription_that_the_gateway_dropped_is_made_again(house):
    """A gateway that was started anew refuses the quote: it is subscribed and asked once more."""
    await read(house, "quote", QUOTE)
    await house.control("POST", "session", {"action": "restart"})
    assert (await read(house, "quote", QUOTE))["ret_type"] == 0
    assert (house.engine.asked("/subscribe"), house.engine.asked("/quote")) == (2, 3)


async def test_a_read_that_stays_refused_is_asked_once_more_and_told(house):
    """Subscribing again is tried once: no loop between a refusal and a subscription."""
    answering(house, *[("/quote", refused("参数错误"))] * 9)
    with pytest.raises(Rejected):
        await read(house, "quote", QUOTE)
    assert (house.engine.asked("/subscribe"), house.engine.asked("/quote")) == (2, 2)


@pytest.mark.parametrize(
    ("security", "code"),
    [({"market": 1, "code": "99999"}, "unknown_instrument"), (TENCENT, "not_entitled")],
)
async def test_what_cannot_be_subscribed_says_why(house, security, code):
    """An unknown code and a right that another device took are told apart, nothing is read."""
    await house.control("POST", "session", {"action": "steal"})
    with pytest.raises(NotSent) as told:
        await read(house, "quote", {"security_list": [security]})
    assert told.value.code == code
    assert house.engine.asked("/quote") == 0


@pytest.mark.parametrize("lost", [(401, {"error": "x"}), refused("down", -200)])
async def test_a_login_lost_as_it_is_subscribed_is_brought_back(house, lost):
    """The subscription is the first to hear of it: it is made again after the logins were looked at."""
    answering(house, ("/subscribe", lost))
    assert (await read(house, "quote", QUOTE))["ret_type"] == 0
    assert house.engine.asked("/subscribe") == 2


def quota(left):
    return 200, {"ret_type": 0, "s2c": {"remain_quota": left, "conn_sub_info_list": []}}


async def test_a_full_quota_gives_back_what_was_read_least_recently(house):
    """Not before a minute has passed; only our own units; then the new one is subscribed."""
    msft = {"market": 11, "code": "MSFT"}
    answering(house, ("/query-subscription", quota(3)))
    for security in (AAPL, msft, TENCENT):
        await read(house, "quote", {"security_list": [security]})
    await read(house, "quote", {"security_list": [AAPL]})
    answering(house, ("/query-subscription", quota(0)))
    with pytest.raises(NotSent) as told:
        await read(house, "rt", {"security": AAPL})
    assert told.value.code == "rate_limited"
    assert 1 <= told.value.extra["retry_after_seconds"] <= 61
    await asyncio.sleep(61)
    await house.control("POST", "clock", {"advance_seconds": 61})
    answering(house, ("/query-subscription", quota(0)))
    assert (await read(house, "rt", {"security": AAPL}))["ret_type"] == 0
    given_back, subscribed = bodies(house, "/subscribe")[-2:]
    assert given_back == {"security_list": [msft], "sub_type_list": [1], "is_sub_or_un_sub": False}
    assert subscribed == {"security_list": [AAPL], "sub_type_list": [5], "is_sub_or_un_sub": True}
    before = house.engine.asked("/subscribe")
    await read(house, "quote", {"security_list": [AAPL, TENCENT]})
    assert house.engine.asked("/subscribe") == before
    await read(house, "quote", {"security_list": [msft]})
    assert house.engine.asked("/subscribe") == before + 1


async def test_a_quota_that_is_not_told_holds_nothing_back(house):
    """Without a figure the gateway itself decides."""
    answering(house, ("/query-subscription", (200, {"ret_type": 0, "s2c": None})))
    assert (await read(house, "quote", QUOTE))["ret_type"] == 0


async def test_a_quota_that_others_used_is_asked_for_again(house):
    """A refused subscription forgets what was known of the quota."""
    await read(house, "quote", QUOTE)
    assert house.engine.asked("/query-subscription") == 1
    answering(house, ("/subscribe", refused("订阅额度不足")))
    with pytest.raises(NotSent) as told:
        await read(house, "quote", {"security_list": [AAPL]})
    assert told.value.code == "rate_limited"
    await read(house, "quote", {"security_list": [AAPL]})
    assert house.engine.asked("/query-subscription") == 2
