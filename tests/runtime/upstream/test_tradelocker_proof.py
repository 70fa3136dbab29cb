"""TradeLocker's proof: what makes an account paper or live, what ends that, and what comes after."""

import asyncio
import json

import pytest

from omnibroker.config import PublicSecret, TradeLockerConnection
from omnibroker.kit.errors import NotSent, UpstreamFailure
from omnibroker.upstream.seam import Captured, Draft, UpstreamCall
from omnibroker.upstream.tradelocker import accounts
from omnibroker.upstream.tradelocker.accounts import Listed
from omnibroker.upstream.wire import Lost, WireResponse
from omnibroker.upstream.wire import NotSent as Unsent

VIRTUAL_TIME = True
FIRST, SECOND = "800101", "800202"
LIVE = "https://live.tradelocker.com/backend-api"
DEMO = "https://demo.tradelocker.com/backend-api"
STAGING = "https://stg.tradelocker.com/backend-api"
LOCAL = "http://127.0.0.1:5000/backend-api"


@pytest.fixture
async def house(make_house):
    made = make_house(broker="tradelocker")
    yield made
    await made.connection.session.aclose()


def soon(seconds=60):
    return asyncio.get_running_loop().time() + seconds


def path(request):
    return request.target.partition("?")[0]


def sent(house, end):
    return [request for request in house.engine.requests if path(request).endswith(end)]


def answering_for(house, number, end, *answers):
    """Let the engine answer one account's requests whose path ends so."""
    waiting = list(answers)

    async def before(request):
        is_it = dict(request.headers).get(b"accnum") == number.encode()
        if is_it and path(request).endswith(end) and waiting:
            answer = waiting.pop(0)
            if isinstance(answer, Exception):
                raise answer
            status, body = answer
            return WireResponse(status, {}, json.dumps(body).encode())
        return None

    house.engine.before = before


async def read(house, operation_id="get_positions", account=FIRST):
    connection = house.connection
    return await connection.session.perform(
        operation_id, {"accountId": account}, deadline=soon(), account=connection.account(account)
    )


def a_write(house, deadline=None):
    """A placement on its way to the wire, as a handler's write is, and its draft."""
    connection = house.connection
    operation = connection.operations["place_order"]
    call = UpstreamCall(operation, deadline or soon(), connection.account(FIRST), capture=True)
    ticket = {
        "qty": "0.01",
        "routeId": "1",
        "side": "buy",
        "validity": "GTC",
        "type": "limit",
        "tradableInstrumentId": "1",
        "price": "1",
    }
    body = json.dumps(ticket).encode()
    return call, Draft("POST", f"/trade/accounts/{FIRST}/orders", (), body)


def settings(base_url, *, simulated=False):
    return TradeLockerConnection(
        base_url=base_url,
        environment="paper",
        simulated=simulated,
        email="a@example.com",
        password=PublicSecret(value="x"),
        server="S",
    )


@pytest.mark.parametrize(
    ("base_url", "simulated", "proven"),
    [
        (DEMO, False, "paper"),
        (LIVE, False, "live"),
        (STAGING, False, None),
        ("https://demo.tradelocker.com.example.org/backend-api", False, None),
        (LOCAL, True, "paper"),
        (LOCAL, False, "paper"),
    ],
)
def test_a_host_stands_for_an_environment(base_url, simulated, proven):
    """The two documented hosts, and this machine, on which nobody trades for real; others say nothing."""
    assert accounts.environment_of_host(settings(base_url, simulated=simulated)) == proven


@pytest.mark.parametrize(
    ("of_host", "answer", "proven"),
    [
        ("paper", {"d": [{"id": "7", "type": "demo"}]}, "paper"),
        ("paper", {"d": [{"id": "8", "type": "live"}, {"id": 7, "type": "DEMO"}]}, "paper"),
        ("live", {"d": [{"id": "7", "type": "live"}]}, "live"),
        ("live", {"d": [{"id": "7", "type": "demo"}]}, None),
        ("paper", {"d": [{"id": "7", "type": "live"}]}, None),
        (None, {"d": [{"id": "7", "type": "demo"}]}, None),
        (None, {"d": [{"id": "7", "type": "else"}]}, None),
        ("paper", {"d": [{"id": "7", "type": "else"}]}, None),
        ("paper", {"d": [{"id": "7"}]}, None),
        ("paper", {"d": [{"id": "7", "type": 1}]}, None),
        ("paper", {"d": [{"id": "8", "type": "demo"}]}, None),
        ("paper", {"d": [None, "x"]}, None),
        ("paper", {"d": {"id": "7", "type": "demo"}}, None),
        ("paper", ["x"], None),
        ("paper", ValueError("no answer"), None),
    ],
)
def test_host_and_account_prove_an_environment_together(of_host, answer, proven):
    """Only where both say the same, of the very account; what is unknown proves nothing."""
    assert accounts.environment(of_host, Listed("7", "1", None), answer) == proven


def test_the_list_of_accounts_is_read_leniently():
    """Ids may be numbers; what cannot be called is left out; no list at all is malformed."""
    rows = [
        {"id": "7080", "accNum": "1", "currency": "USD"},
        {"id": 7081, "accNum": 2},
        {"id": "7082"},
        {"id": True, "accNum": "3"},
        {"id": "../7", "accNum": "4"},
        {"id": "7083", "accNum": "5\r\nx: y"},
        None,
    ]
    found = accounts.listed({"accounts": rows})
    assert found == [Listed("7080", "1", "USD"), Listed("7081", "2", None)]
    for odd in ({}, {"accounts": None}, [], "x"):
        with pytest.raises(UpstreamFailure) as told:
            accounts.listed(odd)
        assert told.value.code == "upstream_malformed"


async def test_a_demo_account_behind_the_live_host_is_unproven(make_house):
    """Host and account disagree: reads work, an order does not, and the session says of which."""
    house = make_house(broker="tradelocker", base_url=LIVE, simulated=False, environment="live")
    await house.connection.ready(soon())
    assert house.connection.state.environment is None
    assert FIRST in house.connection.state.detail
    assert (await read(house))["s"] == "ok"
    assert house.connection.account(FIRST).environment is None
    await house.connection.session.aclose()


async def test_one_odd_account_does_not_touch_the_other(house):
    """Each account is proven for itself; what the market is read for is a proven one."""
    answering_for(house, "1", "/trade/accounts", (200, {"s": "error", "errmsg": "no"}))
    await house.connection.ready(soon())
    state = house.connection.state
    assert {name: facts.environment for name, facts in state.accounts.items()} == {
        FIRST: None,
        SECOND: "paper",
    }
    assert state.accounts[FIRST].native == {"accNum": "1"}
    assert house.connection.module.market_account() == SECOND


async def test_an_account_that_did_not_answer_is_proven_by_the_keeper(house):
    """A passing failure does not keep an account from trading until the next log-in."""
    answering_for(house, "4", "/trade/accounts", (503, {}), (503, {}))
    house.connection.start()
    await asyncio.sleep(1)
    assert house.connection.account(SECOND).environment is None
    epoch = house.connection.state.epoch
    await asyncio.sleep(61)
    assert house.connection.account(SECOND).environment == "paper"
    assert (house.connection.state.epoch, house.connection.state.detail) == (epoch, None)
    assert len(sent(house, "/jwt/token")) == 1
    await house.connection.stop()


@pytest.mark.parametrize("answer", [(500, {}), (403, {"s": "error"}), (200, [1])])
async def test_a_list_of_accounts_that_cannot_be_read_ends_the_attempt(house, answer):
    """Nothing is proven; the next attempt uses the tokens that are there."""

    async def before(request):
        if path(request).endswith("/all-accounts") and len(sent(house, "/all-accounts")) == 1:
            return WireResponse(answer[0], {}, json.dumps(answer[1]).encode())
        return None

    house.engine.before = before
    with pytest.raises(NotSent) as told:
        await house.connection.ready(soon())
    assert told.value.code == "session_not_ready"
    assert house.connection.state.state == "DEGRADED"
    await house.connection.ready(soon())
    assert house.connection.state.environment == "paper"
    assert len(sent(house, "/jwt/token")) == 1


async def test_tokens_that_died_while_the_session_was_down_are_replaced(house):
    """The proof finds them dead: one refresh, and the proof again."""
    await house.connection.ready(soon())
    house.connection.module.unreachable("connect")
    await house.control("POST", "session", {"action": "expire"})
    await house.connection.ready(soon())
    assert house.connection.state.ready
    assert (len(sent(house, "/jwt/token")), len(sent(house, "/jwt/refresh"))) == (1, 1)


async def test_tokens_that_were_found_dead_are_not_tried_again(house):
    """Where the new log-in fails too, the next attempt begins with a log-in."""
    await house.connection.ready(soon())
    house.connection.module.unreachable("connect")
    await house.control("POST", "session", {"action": "expire"})
    await house.fault("/backend-api/auth/jwt/refresh", "status", status=503, count=1)
    with pytest.raises(NotSent):
        await house.connection.ready(soon())
    asked = len(sent(house, "/all-accounts"))
    await asyncio.sleep(6)
    await house.connection.ready(soon())
    assert len(sent(house, "/all-accounts")) == asked + 1


async def test_a_peer_that_cannot_be_reached_ends_the_proof_and_keeps_the_login(house):
    """What answers next may be another peer: everything is proven anew, without a new log-in."""
    await house.connection.ready(soon())
    epoch = house.connection.state.epoch
    answering_for(house, "1", "/positions", Unsent("connect", "as the test says"))
    with pytest.raises(UpstreamFailure):
        await read(house)
    assert house.connection.state.state == "DEGRADED"
    assert house.connection.state.environment is None
    assert (await read(house))["s"] == "ok"
    assert house.connection.state.environment == "paper"
    assert house.connection.state.epoch == epoch + 1
    assert len(sent(house, "/jwt/token")) == 1


async def test_a_lost_answer_keeps_the_proof(house):
    """A cut connection or a timeout says nothing about the login."""
    await house.connection.ready(soon())
    epoch = house.connection.state.epoch
    answering_for(house, "1", "/positions", Lost("timeout", ""))
    with pytest.raises(UpstreamFailure) as told:
        await read(house)
    assert told.value.code == "upstream_timeout"
    assert (house.connection.state.ready, house.connection.state.epoch) == (True, epoch)


async def test_a_write_that_finds_the_login_gone_is_not_repeated(house):
    """The session learns from it: the next call logs in, in a new epoch."""
    await house.connection.ready(soon())
    call, draft = a_write(house)
    await house.control("POST", "session", {"action": "expire"})
    with pytest.raises(Captured) as told:
        await house.connection.session._send(call, draft)
    assert told.value.response.status == 401
    assert len(sent(house, f"/{FIRST}/orders")) == 1
    assert not house.connection.state.ready
    await house.connection.ready(soon())
    assert (house.connection.state.environment, house.connection.state.epoch) == ("paper", 1)


@pytest.mark.parametrize("status", [200, 400, 403, 429, 500])
async def test_other_answers_to_a_write_leave_the_login_alone(house, status):
    """Only a 401 says that the token is gone."""
    await house.connection.ready(soon())
    call, _ = a_write(house)
    await house.connection.module.noticed(call, WireResponse(status, {}, b"{}"))
    assert house.connection.state.ready


async def test_a_write_of_an_older_login_does_not_end_the_new_one(house):
    """A late 401 of the epoch before tells nothing about this one."""
    await house.connection.ready(soon())
    call, _ = a_write(house)
    call.epoch = house.connection.state.epoch
    await house.connection.module.renew(soon())
    await house.connection.module.noticed(call, WireResponse(401, {}, b"{}"))
    assert house.connection.state.ready


async def test_closed_on_request_stays_closed(house):
    """No read and no keeper logs in again; refresh_session does, with the password."""
    await house.connection.ready(soon())
    await house.connection.module.close(soon())
    state = house.connection.state
    assert (state.state, state.needs_human, state.environment) == ("LOGGED_OUT", True, None)
    house.connection.start()
    await asyncio.sleep(200)
    with pytest.raises(NotSent) as told:
        await read(house)
    assert told.value.code == "session_not_ready"
    assert "refresh_session" in told.value.detail
    assert len(sent(house, "/jwt/token")) == 1
    await house.connection.module.renew(soon())
    assert (state.ready, state.environment) == (True, "paper")
    assert (len(sent(house, "/jwt/token")), len(sent(house, "/jwt/refresh"))) == (2, 0)
    await house.connection.stop()


async def test_closing_during_a_log_in_is_not_undone_by_it(house):
    """Who closes has the last word."""
    opening = asyncio.create_task(house.connection.ready(soon()))
    await asyncio.sleep(0)
    await house.connection.module.close(soon())
    await asyncio.gather(opening, return_exceptions=True)
    assert house.connection.state.state == "LOGGED_OUT"


async def test_renewing_is_a_new_epoch_with_new_tokens(house):
    """Everything is proven anew, and no cached answer survives."""
    await house.connection.ready(soon())
    epoch = house.connection.state.epoch
    await read(house, "get_instruments")
    await house.connection.module.renew(soon())
    await read(house, "get_instruments")
    assert house.connection.state.epoch == epoch + 1
    assert len(sent(house, "/jwt/refresh")) == 1
    assert len(sent(house, "/all-accounts")) == len(sent(house, "/instruments")) == 2


async def test_the_keeper_survives_anything(house):
    """Odd answers and a broker that is away never end the keeper."""
    answers = [(200, b"[]"), (500, b""), Lost("timeout", ""), Unsent("connect", ""), (403, b"")]

    async def before(request):
        if path(request).endswith("/token") and answers:
            answer = answers.pop(0)
            if isinstance(answer, Exception):
                raise answer
            return WireResponse(answer[0], {}, answer[1])
        return None

    house.engine.before = before
    house.connection.start()
    await asyncio.sleep(300)
    assert not answers
    assert house.connection.state.ready
    await house.connection.stop()


async def test_who_waits_less_long_does_not_break_the_log_in_off(house):
    """A slow log-in ends for its caller with the caller's deadline, and for the session with tokens."""

    async def before(request):
        if path(request).endswith("/token"):
            await asyncio.sleep(7)

    house.engine.before = before
    module = house.connection.module
    for seconds in (1, 5):
        with pytest.raises(NotSent) as told:
            await module.open(soon(seconds))
        assert told.value.code == "session_not_ready"
    await module.open(soon(5))
    assert house.connection.state.environment == "paper"
    assert len(sent(house, "/jwt/token")) == 1


async def test_a_caller_that_goes_away_does_not_break_the_log_in_off(house):
    """A cancelled request leaves the log-in to the others."""
    opening = asyncio.create_task(house.connection.module.open(soon()))
    await asyncio.sleep(0)
    opening.cancel()
    await asyncio.gather(opening, return_exceptions=True)
    await house.connection.module.open(soon())
    assert house.connection.state.ready
    assert len(sent(house, "/jwt/token")) == 1


async def test_a_log_in_that_hangs_ends(house):
    """After its own time the session is down with a reason, and the next log-in is tried."""

    async def before(request):
        await asyncio.sleep(request.deadline - asyncio.get_running_loop().time())
        raise Lost("timeout", "as the test says")

    house.engine.before = before
    with pytest.raises(NotSent) as told:
        await house.connection.module.open(soon(100))
    assert told.value.code == "session_not_ready"
    assert house.connection.state.state == "DEGRADED"
    assert house.connection.state.detail == "The broker did not answer in time."
    house.engine.before = None
    await asyncio.sleep(6)
    await house.connection.module.open(soon())
    assert house.connection.state.ready


ORDER = {
    "instrument": "CFD:EURUSD",
    "quantity": "0.1",
    "quantity_unit": "LOT",
    "limit_price": "0.9",
    "time_in_force": "GTC",
    "position_effect": "OPEN",
}


async def placed(house, number=1):
    """Place an order through the gateway; return status and code."""
    answer = await house.place(f"c-{number}", **ORDER)
    return answer.status, answer.json().get("code")


@pytest.mark.parametrize(
    ("base_url", "simulated", "environment", "told"),
    [
        (LOCAL, True, "live", (409, "environment_mismatch")),
        (LIVE, False, "live", (503, "environment_unproven")),
        (LOCAL, False, "paper", (201, None)),
        (LOCAL, False, "live", (409, "environment_mismatch")),
        (DEMO, False, "paper", (201, None)),
    ],
)
async def test_orders_go_only_into_the_environment_that_is_proven(
    make_house, base_url, simulated, environment, told
):
    """Configured otherwise, or contradictory: nothing leaves; reads work all the same."""
    house = make_house(
        broker="tradelocker", base_url=base_url, simulated=simulated, environment=environment
    )
    assert await placed(house) == told
    assert len(sent(house, f"/{FIRST}/orders")) == (told[0] == 201)
    assert (await house("GET", "/v1/accounts")).status == 200
    await house.connection.session.aclose()


async def test_an_order_that_finds_the_login_gone_goes_out_once(house):
    """Its outcome is as the broker's answer proves; the next order goes out on the renewed login."""
    assert await placed(house) == (201, None)
    await house.control("POST", "session", {"action": "logout"})
    status, _ = await placed(house, 2)
    assert status >= 400
    assert len(sent(house, f"/{FIRST}/orders")) == 2
    assert await placed(house, 3) == (201, None)
    assert len(await house.broker_orders()) == 2


async def test_the_gateway_says_where_the_session_stands(house):
    """get_session, close_session and refresh_session, as a person uses them."""
    session = "/v1/connections/tradelocker/session"
    assert (await house("GET", "/v1/positions")).status == 200
    assert (await house("GET", session)).json()["state"] == "READY"
    key = [(b"idempotency-key", b"close-1")]
    assert (await house("POST", f"{session}/close", headers=key)).json()["state"] == "LOGGED_OUT"
    answer = await house("GET", "/v1/positions")
    assert (answer.status, answer.json()["code"]) == (503, "session_not_ready")
    key = [(b"idempotency-key", b"refresh-1")]
    assert (await house("POST", f"{session}/refresh", headers=key)).json()["state"] == "READY"
    assert (await house("GET", "/v1/positions")).status == 200
