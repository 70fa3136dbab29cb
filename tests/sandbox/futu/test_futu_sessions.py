"""Keys, scopes, the trade lock, subscriptions, and what may happen to the login."""

from typing import Any

import pytest

from omnibroker_sandbox.futu.keys import ALL_KEY, CAPPED_KEY, READ_KEY
from omnibroker_sandbox.futu.sessions import PASSWORD_MD5

UNKNOWN_KEY = "fc_" + "0" * 64
TENCENT, APPLE = {"market": 1, "code": "00700"}, {"market": 11, "code": "AAPL"}
PAPER_HK = {"trd_env": 0, "acc_id": 1007001, "trd_market": 1}
PAPER_US = {"trd_env": 0, "acc_id": 1007002, "trd_market": 2}
REAL_HK = {"trd_env": 1, "acc_id": 281756455988000001, "trd_market": 1}
UNLOCK = {"unlock": True, "pwd_md5": PASSWORD_MD5}
WRONG = {"unlock": True, "pwd_md5": "0" * 32}
QUOTE, BOOK = 1, 2
FAILED, DISCONNECTED = -1, -200


@pytest.fixture
def closed(make_client):
    """A gateway that asks for a key, and is locked."""
    return make_client(ready=False)


def cancel(serial: int, header: dict[str, Any] = PAPER_HK) -> dict[str, Any]:
    """Return the cancellation of an order that does not exist."""
    packet = {"packet_id": {"conn_id": 1, "serial_no": serial}, "header": header}
    return {**packet, "order_id": 1, "modify_order_op": 2}


async def test_a_key_is_asked_for_and_its_scopes_count(closed) -> None:
    """No key and a wrong one are 401, a key without the scope 403, the right one 200; probes are open."""
    assert (await closed("accounts")).status == 401
    assert (await closed("accounts", key=UNKNOWN_KEY)).status == 401
    assert (await closed("accounts", key=READ_KEY)).status == 200
    assert (await closed("modify_order", cancel(1), key=READ_KEY)).status == 403
    assert (await closed("admin_status", key=READ_KEY)).status == 403
    assert (await closed("admin_status", key=ALL_KEY)).status == 200
    assert (await closed("ws", token=UNKNOWN_KEY)).status == 401
    assert (await closed("health")).body == "ok"


async def test_a_key_is_looked_at_even_where_none_is_asked_for(client) -> None:
    """A gateway that is ready serves calls without a key, but not those with a wrong one."""
    assert (await client("accounts")).status == 200
    assert (await client("accounts", key=UNKNOWN_KEY)).status == 401


async def test_a_key_may_have_limits_of_its_own(closed) -> None:
    """The fourth change within a minute is 429, and so is a market that the key may not trade."""
    answers = [await closed("modify_order", cancel(each), key=CAPPED_KEY) for each in range(4)]
    assert [answer.status for answer in answers] == [200, 200, 200, 429]
    reason = "rate limit exceeded: 3 orders in the last 60s (cap 3)"
    assert answers[-1].body == {"error": f"limit check failed: {reason}"}
    closed.advance(60)
    assert (await closed("modify_order", cancel(9), key=CAPPED_KEY)).status == 200
    elsewhere = await closed("modify_order", cancel(10, PAPER_US), key=CAPPED_KEY)
    assert elsewhere.status == 429


async def test_a_real_account_has_to_be_unlocked(closed) -> None:
    """Orders of a real account are refused with -401 until the password came, and after a reload; funds never."""
    orders, key = {"header": REAL_HK}, ALL_KEY
    assert (await closed("orders", orders, key=key)).body["err_code"] == -401
    await closed.s2c("funds", {**orders, "currency": 1}, key=key)
    await closed.s2c("orders", {"header": PAPER_HK}, key=key)
    await closed.s2c("unlock_trade", UNLOCK, key=key)
    await closed.s2c("orders", orders, key=key)
    assert (await closed("admin_reload", key=key)).body["ciphers_dropped"] == 1
    assert (await closed("orders", orders, key=key)).body["err_code"] == -401


async def test_two_wrong_passwords_mean_a_minute_of_waiting(client) -> None:
    """After the second even the right one is refused, until the minute is over."""
    client.sandbox.session_action("lock")
    for body in (WRONG, WRONG, UNLOCK):
        assert (await client("unlock_trade", body)).body["ret_type"] == FAILED
    client.advance(60)
    await client.s2c("unlock_trade", UNLOCK)
    await client.s2c("orders", {"header": REAL_HK})


async def test_an_empty_body_locks(client) -> None:
    """A missing flag reads as false, and false is to lock."""
    await client.s2c("unlock_trade", {})
    assert (await client("orders", {"header": REAL_HK})).body["err_code"] == -401


async def test_quotes_need_a_subscription_of_their_type(client) -> None:
    """Without it ret_type is -1, and neither another security nor another type is enough."""
    body = {"security_list": [TENCENT]}
    assert "Basic" in (await client("quote", body)).body["ret_msg"]
    await client.subscribe(BOOK)
    await client.subscribe(QUOTE, security=APPLE)
    assert (await client("quote", body)).body["ret_type"] == FAILED
    await client.subscribe(QUOTE)
    (row,) = (await client.s2c("quote", body))["basic_qot_list"]
    assert row["cur_price"] == await client.last()


async def test_subscriptions_use_the_quota_for_a_minute_at_least(client) -> None:
    """One unit each for a security and a type, given back by an end that comes a minute later."""
    await client.subscribe(QUOTE, BOOK)
    await client.subscribe(QUOTE, BOOK)
    standing = await client.s2c("query_subscription", {"is_req_all_conn": True})
    assert (standing["total_used_quota"], standing["remain_quota"]) == (2, 298)
    assert (await client.s2c("sub_info"))["conn_sub_info_list"] == standing["conn_sub_info_list"]
    end = {"security_list": [TENCENT], "sub_type_list": [QUOTE], "is_sub_or_un_sub": False}
    assert (await client("subscribe", end)).body["ret_type"] == FAILED
    client.advance(60)
    await client.s2c("subscribe", end)
    assert (await client.s2c("used_quota", {}))["used_sub_quota"] == 1


async def test_the_quota_ends(client) -> None:
    """What would go beyond it is refused as a whole, and nothing of it is subscribed."""
    chain = await client.s2c("static_info", {"market": 11, "sec_type": 8})
    options = [row["basic"]["security"] for row in chain["static_info_list"]]
    body = {"security_list": options, "is_sub_or_un_sub": True}
    await client.s2c("subscribe", {**body, "sub_type_list": [1, 2, 4, 5]})
    over = await client("subscribe", {**body, "sub_type_list": [6, 7]})
    assert "额度" in over.body["ret_msg"]
    used = (await client.s2c("used_quota", {}))["used_sub_quota"]
    assert used == 4 * len(options) > 300 - 2 * len(options)


async def test_one_unknown_code_subscribes_nothing(client) -> None:
    """The whole batch is refused."""
    body = {"security_list": [TENCENT, {"market": 1, "code": "00700.HK"}], "sub_type_list": [1]}
    assert (await client("subscribe", {**body, "is_sub_or_un_sub": True})).body[
        "ret_type"
    ] == FAILED
    assert (await client.s2c("used_quota", {}))["used_sub_quota"] == 0


async def test_a_connection_per_call_sees_nothing_of_its_own(make_client) -> None:
    """The subscription works although sub_info is empty; the view of all connections has it."""
    client = make_client(connection_per_call=True)
    await client.subscribe(QUOTE)
    (own,) = (await client.s2c("sub_info"))["conn_sub_info_list"]
    assert own["sub_info_list"] == []
    whole = await client.s2c("query_subscription", {"is_req_all_conn": True})
    assert whole["conn_sub_info_list"][0]["sub_info_list"][0]["sub_type"] == QUOTE
    await client.s2c("quote", {"security_list": [TENCENT]})


async def test_a_lost_login_is_told_from_a_lost_process(client) -> None:
    """Calls answer -200, the process still lives, readiness is gone; logging in brings all back."""
    client.sandbox.session_action("logout")
    assert (await client("orders", {"header": PAPER_HK})).body["ret_type"] == DISCONNECTED
    assert (await client("health")).status == 200
    assert (await client("readyz")).status == 503
    state = await client.s2c("global_state")
    assert (state["qot_logined"], state["program_status"]["type"]) == (False, 5)
    client.sandbox.session_action("login")
    await client.s2c("orders", {"header": PAPER_HK})
    assert (await client("readyz")).body == "ready"


async def test_another_device_can_take_the_hk_quotes(client) -> None:
    """HK quotes are refused meanwhile, those of the US are not."""
    await client.subscribe(QUOTE)
    await client.subscribe(QUOTE, security=APPLE)
    client.sandbox.session_action("steal")
    assert (await client("quote", {"security_list": [TENCENT]})).body["ret_type"] == FAILED
    await client.s2c("quote", {"security_list": [APPLE]})
    assert (await client.s2c("user_info"))["hk_qot_right"] == 1
    client.sandbox.session_action("release")
    await client.s2c("quote", {"security_list": [TENCENT]})


async def test_keys_can_end(client) -> None:
    """After `expire` each key is 401, until `login`."""
    client.sandbox.session_action("expire")
    assert (await client("accounts", key=ALL_KEY)).status == 401
    client.sandbox.session_action("login")
    assert (await client("accounts", key=ALL_KEY)).status == 200


async def test_a_restart_forgets_subscriptions_and_the_unlock(client) -> None:
    """Orders stay: they are at the broker."""
    await client.subscribe(QUOTE)
    await client.place(
        PAPER_HK, {"trd_side": 1, "order_type": 1, "code": "00700"}, qty=100, price=90
    )
    client.sandbox.session_action("restart")
    assert (await client.s2c("used_quota", {}))["used_sub_quota"] == 0
    assert (await client("orders", {"header": REAL_HK})).body["err_code"] == -401
    assert len(await client.orders(PAPER_HK)) == 1


def test_an_unknown_action_is_refused(client) -> None:
    """The text says which ones there are."""
    with pytest.raises(ValueError, match="steal, release"):
        client.sandbox.session_action("nothing")


async def test_pacing_when_asked_for(make_client) -> None:
    """The eleventh call in thirty seconds is refused under status 200; cached reads are never counted."""
    client = make_client(pacing=True)
    body = {"security_list": [TENCENT]}
    for _ in range(10):
        await client.s2c("market_state", body)
    assert "10" in (await client("market_state", body)).body["ret_msg"]
    for _ in range(12):
        await client.s2c("orders", {"header": PAPER_HK})
    client.advance(31)
    await client.s2c("market_state", body)


async def test_metrics_count_what_was_let_in(client) -> None:
    """Allowed and rejected calls stand apart, by key."""
    await client("accounts", key=READ_KEY)
    await client("accounts", key=UNKNOWN_KEY)
    text = (await client("metrics")).body
    assert 'outcome="allow",key_id="read"} 1' in text
    assert 'outcome="reject",key_id="<invalid>"} 1' in text
