"""IBKR's session over the simulated gateway: login, proof, pre-flights, cold answers, lost sessions."""

import asyncio
import json
from contextlib import suppress

import pytest

from omnibroker.kit.errors import NotSent, UpstreamFailure
from omnibroker.upstream.ibkr import answers
from omnibroker.upstream.state import AccountFacts
from omnibroker.upstream.wire import Lost, WireResponse
from omnibroker.upstream.wire import NotSent as Unsent

VIRTUAL_TIME = True


def soon(seconds=60):
    return asyncio.get_running_loop().time() + seconds


def bodies(house, end):
    """The JSON bodies of the requests whose path ends so."""
    return [json.loads(r.body) for r in house.engine.requests if r.target.endswith(end)]


def answering(house, end, *answers):
    """Let the engine answer these for requests whose path ends so; None passes on to the simulator."""
    waiting = list(answers)

    async def before(request):
        if request.target.partition("?")[0].endswith(end) and waiting:
            answer = waiting.pop(0)
            if isinstance(answer, Exception):
                raise answer
            if answer is not None:
                status, body = answer
                return WireResponse(status, {}, body if isinstance(body, bytes) else encode(body))
        return None

    house.engine.before = before


def encode(body):
    return json.dumps(body).encode()


async def test_the_session_comes_up_without_taking_one_from_anybody(house):
    """Init says compete:false, then the accounts and the environment are read back."""
    await house.connection.ready(soon())
    state = house.connection.state
    assert bodies(house, "/ssodh/init") == [{"publish": True, "compete": False}]
    assert (state.state, state.environment) == ("READY", "paper")
    assert state.accounts == {"DU1234567": AccountFacts("paper", "USD")}
    assert not state.needs_human


async def test_a_session_of_another_platform_is_left_alone(house):
    """Competing: COMPETING, a person is needed, nothing is initialised, reads say session_not_ready."""
    await house.control("POST", "session", {"action": "steal"})
    with pytest.raises(NotSent) as told:
        await house.connection.ready(soon())
    assert told.value.code == "session_not_ready"
    assert house.connection.state.state == "COMPETING"
    assert house.connection.state.needs_human
    assert house.engine.asked("/ssodh/init") == 0
    answer = await house("GET", "/v1/accounts")
    assert (answer.status, answer.json()["code"]) == (503, "session_not_ready")


async def test_only_configuration_takes_a_session_over(make_house):
    """`compete = true` is the one way to end another platform's session."""
    house = make_house(compete=True)
    await house.control("POST", "session", {"action": "steal"})
    await house.connection.ready(soon())
    assert bodies(house, "/ssodh/init") == [{"publish": True, "compete": True}]
    assert house.connection.state.state == "READY"
    await house.connection.session.aclose()


async def test_a_missing_login_needs_a_person(house):
    """Logged out of the outer session: NEEDS_HUMAN or worse, never READY, never proven."""
    await house.control("POST", "session", {"action": "logout"})
    with pytest.raises(NotSent) as told:
        await house.connection.ready(soon())
    assert told.value.code == "session_not_ready"
    assert not house.connection.state.ready
    assert house.connection.state.environment is None


@pytest.mark.parametrize(
    ("is_paper", "accounts", "proven"),
    [
        (True, ("DU1",), "paper"),
        (True, ("DU1", "DF2"), "paper"),
        (False, ("U1",), "live"),
        (False, ("U1", "F2"), "live"),
        (True, ("U1",), None),
        (False, ("DU1",), None),
        (True, ("DU1", "U2"), None),
        (False, ("DU1", "U2"), None),
        (None, ("DU1",), None),
        ("true", ("DU1",), None),
        (1, ("DU1",), None),
        (True, (), None),
    ],
)
def test_the_environment_is_proven_only_where_everything_agrees(is_paper, accounts, proven):
    """The broker's flag and every account's id form; any disagreement proves nothing."""
    assert answers.environment(is_paper, accounts) == proven


async def test_an_unproven_environment_takes_no_order(house):
    """The flag contradicts the account's name: reads work, a trade is 503 environment_unproven."""
    answering(house, "/iserver/accounts", (200, {"accounts": ["DU1234567"], "isPaper": False}))
    assert (await house("GET", "/v1/accounts")).status == 200
    answer = await house.place()
    assert (answer.status, answer.json()["code"]) == (503, "environment_unproven")
    assert not await house.broker_orders()


@pytest.mark.parametrize(
    "body", [[], "text", 7, {"accounts": None}, {"accounts": [1, None]}, {"accounts": "DU1"}]
)
async def test_odd_accounts_prove_nothing_and_break_nothing(house, body):
    """The broker's answer is untrusted: no account, no environment, an ordinary error at most."""
    answering(house, "/iserver/accounts", (200, body))
    with suppress(NotSent):
        await house.connection.ready(soon())
    assert house.connection.state.environment is None
    assert house.connection.state.accounts == {}


@pytest.mark.parametrize("body", [[], "text", 7, {"authenticated": "true"}])
async def test_an_odd_status_is_no_login(house, body):
    """Only a plain `authenticated: true` counts as one."""
    answering(house, "/iserver/auth/status", *[(200, body)] * 50)
    with pytest.raises(NotSent) as told:
        await house.connection.ready(soon())
    assert told.value.code == "session_not_ready"


@pytest.mark.parametrize("rows", [{"a": 1}, [1, None], [{"accountId": 7}], "x"])
async def test_odd_portfolio_accounts_do_not_keep_the_session_down(house, rows):
    """The reporting currency is a description: without it the session is still ready."""
    answering(house, "/portfolio/accounts", (200, rows))
    await house.connection.ready(soon())
    assert house.connection.state.ready
    assert house.connection.state.accounts == {"DU1234567": AccountFacts("paper")}


async def test_pre_flights_run_once_per_epoch(house):
    """/iserver/accounts precedes snapshots once; after a new session it is called again."""
    for _ in range(3):
        assert (await house("GET", "/v1/quotes", query=b"instrument=AAPL.US")).status == 200
    before = house.engine.asked("/iserver/accounts")
    assert before == 1
    await house.control("POST", "session", {"action": "expire"})
    assert (await house("GET", "/v1/quotes", query=b"instrument=AAPL.US")).status == 200
    assert house.engine.asked("/iserver/accounts") == before + 1


async def test_a_session_lost_on_the_way_is_renewed_and_the_read_asked_again(house):
    """The caller sees an answer, the epoch is another one, the environment is proven anew."""
    assert (await house("GET", "/v1/positions")).status == 200
    epoch = house.connection.state.epoch
    await house.control("POST", "session", {"action": "expire"})
    assert (await house("GET", "/v1/orders")).status == 200
    assert house.connection.state.epoch > epoch
    assert house.connection.state.environment == "paper"


async def test_a_session_lost_as_the_accounts_are_read_is_renewed_too(house):
    """The renewal reads the same accounts: it must not wait for the read that waits for it."""
    assert (await house("GET", "/v1/accounts")).status == 200
    house.connection.session.forget()
    answering(house, "/portfolio/accounts", (401, b""))
    assert (await house("GET", "/v1/accounts")).status == 200


@pytest.mark.parametrize("status", [400, 401, 500])
@pytest.mark.parametrize("end", ["/iserver/accounts", "/portfolio/accounts"])
async def test_a_proof_that_fails_ends_the_login_attempt(house, status, end):
    """An error while the session comes up is told at once; the next attempt may succeed."""
    answering(house, end, (status, b"{}"))
    with pytest.raises(NotSent) as told:
        await house.connection.ready(soon())
    assert told.value.code == "session_not_ready"
    assert not house.connection.state.ready
    await house.connection.ready(soon())
    assert house.connection.state.ready


async def test_a_cold_first_orders_answer_is_never_shown(house):
    """The first list of an epoch is thrown away: an order that exists is in the first answer."""
    assert (await house.place()).status == 201
    answer = await house("GET", "/v1/orders")
    assert [row["status"] for row in answer.json()["items"]] == ["WORKING"]
    assert house.engine.asked("/iserver/account/orders") == 2
    await house("GET", "/v1/orders")
    assert house.engine.asked("/iserver/account/orders") == 3


async def test_a_snapshot_is_asked_until_its_fields_are_there(house):
    """The first answers hold ids only; the quote has a price."""
    answer = await house("GET", "/v1/quotes", query=b"instrument=AAPL.US")
    quote = answer.json()["items"][0]
    assert {"bid", "ask"} & quote.keys()
    assert house.engine.asked("/iserver/marketdata/snapshot") >= 2


async def test_a_write_is_never_sent_again_after_a_lost_session(house):
    """A 401 to a placement is no reason to log in and place again."""
    await house.connection.ready(soon())
    answering(house, "/orders", (500, b""))
    answer = await house.place()
    assert (answer.status, answer.json()["code"]) == (504, "outcome_unknown")
    assert house.engine.asked("/DU1234567/orders") == 1


@pytest.mark.parametrize(
    ("answer", "code"),
    [
        ((500, b"oops"), "upstream_unavailable"),
        ((429, b""), "upstream_unavailable"),
        ((200, b'{"error": "x"}'), "upstream_unavailable"),
        ((200, b'{"error": "x", "statusCode": 500}'), "upstream_unavailable"),
        ((200, b'{"error"'), "upstream_malformed"),
        ((200, b'{"error": 1e999999999}'), "upstream_unavailable"),
        ((200, b"<html>"), "upstream_malformed"),
        ((200, b""), "upstream_malformed"),
        ((302, b""), "session_not_ready"),
        (Lost("timeout", ""), "upstream_timeout"),
    ],
)
async def test_a_read_says_what_the_broker_meant(house, answer, code):
    """Statuses and bodies become codes; a body that cannot be read is 502, never our own failure."""
    await house.connection.ready(soon())
    answering(house, "/summary", *[answer] * 20)
    told = await house("GET", f"/v1/accounts/{house.account}/balances")
    assert told.json()["code"] == code


async def test_logging_out_ends_everything(house):
    """After close the session needs a person, and nothing is proven any more."""
    await house.connection.ready(soon())
    await house.connection.module.close(soon())
    assert house.connection.state.state == "LOGGED_OUT"
    assert house.connection.state.needs_human
    assert house.connection.state.environment is None
    with pytest.raises((NotSent, UpstreamFailure)):
        await house.connection.ready(soon())


async def test_the_keeper_tickles_every_minute_and_survives_anything(house):
    """A failing tickle, an odd answer or a lost session never end the keeper."""
    answering(house, "/tickle", None, (200, b"[]"), (500, b""), Lost("timeout", ""), (200, b"x"))
    house.connection.start()
    await asyncio.sleep(61 * 8)
    assert house.engine.asked("/tickle") >= 8
    assert house.connection.state.ready
    assert house.connection.state.last_keep_alive_at is not None
    await house.connection.stop()


async def test_the_keeper_survives_an_odd_status(house):
    """What the broker answers is untrusted: a keeper that dies leaves the session to die."""
    answering(house, "/iserver/auth/status", (200, b"[]"), (200, b'"x"'))
    house.connection.start()
    await asyncio.sleep(60 * 5)
    assert house.connection.state.ready
    await house.connection.stop()


async def test_many_readers_bring_the_session_up_once(house):
    """Fifty reads of a session that is down are one login."""
    answers = await asyncio.gather(*(house("GET", "/v1/positions") for _ in range(50)))
    assert {answer.status for answer in answers} == {200}
    assert house.engine.asked("/ssodh/init") == 1


async def test_the_connection_is_in_the_environment_of_all_its_accounts(house):
    """A read about the connection (no account) shows what is proven; one odd account ends that."""
    connection = house.connection
    assert connection.account_of("").environment is None
    await connection.ready(soon())
    assert connection.account_of("").environment == "paper"
    assert connection.account_of("DU9").environment is None
    connection.state.accounts["U7"] = AccountFacts("live")
    assert connection.account_of("").environment is None


@pytest.mark.parametrize("status", [400, 401, 500])
async def test_a_readers_mistake_does_not_end_the_proof(house, status):
    """A session that IBKR says still stands keeps its epoch and environment; the read is asked again."""
    await house.connection.ready(soon())
    epoch, asked = house.connection.state.epoch, house.engine.asked("/iserver/auth/status")
    answering(house, "/summary", (status, b"{}"))
    answer = await house("GET", f"/v1/accounts/{house.account}/balances")
    assert answer.status == 200
    assert house.engine.asked("/iserver/auth/status") == asked + 1
    assert (house.connection.state.epoch, house.connection.state.environment) == (epoch, "paper")


async def test_many_readers_of_a_lost_session_renew_it_once(house):
    """Whoever comes second finds it renewed: one login, one new epoch."""
    await house.connection.ready(soon())
    epoch, logins = house.connection.state.epoch, house.engine.asked("/ssodh/init")
    await house.control("POST", "session", {"action": "expire"})
    paths = ["/v1/orders", "/v1/positions", "/v1/executions", "/v1/portfolio"]
    answers = await asyncio.gather(*(house("GET", path) for path in paths))
    assert {answer.status for answer in answers} == {200}
    assert house.connection.state.epoch == epoch + 1
    assert house.engine.asked("/ssodh/init") == logins + 1


@pytest.mark.parametrize("status", [302, 400, 401])
async def test_a_write_that_finds_the_login_gone_lets_the_session_be_renewed(house, status):
    """The order is not sent again, but the next one finds a session that is proven anew."""
    await house.connection.ready(soon())
    epoch = house.connection.state.epoch

    async def before(request):
        if request.method == "POST" and request.target.endswith("/DU1234567/orders"):
            await house.control("POST", "session", {"action": "expire"})
            return WireResponse(status, {}, b"{}")
        return None

    house.engine.before = before
    assert (await house.place()).status >= 400
    assert house.engine.asked("/DU1234567/orders") == 1
    assert house.connection.state.epoch == epoch + 1
    assert house.connection.state.environment == "paper"
    house.engine.before = None
    assert (await house.place("c-2")).status == 201


async def test_slow_market_data_does_not_eat_the_orders_time(house):
    """Opening an instrument's data has a short time of its own; the order goes out after it."""
    await house.connection.ready(soon())
    start = asyncio.get_running_loop().time()
    due = []

    async def before(request):
        if "/marketdata/snapshot" in request.target:
            due.append(request.deadline - asyncio.get_running_loop().time())
            await asyncio.sleep(request.deadline - asyncio.get_running_loop().time())
            raise Lost("timeout", "slow")

    house.engine.before = before
    assert (await house.place()).status == 201
    assert due
    assert max(due) <= 1
    assert asyncio.get_running_loop().time() - start < 3


async def test_a_request_has_one_deadline_for_all_its_steps(house):
    """However many upstream calls a request needs, every one is due when the request is."""
    start, due = asyncio.get_running_loop().time(), []

    async def before(request):
        due.append(request.deadline)
        await asyncio.sleep(0.5)

    house.engine.before = before
    assert (await house("GET", f"/v1/accounts/{house.account}/balances")).status == 200
    assert len(due) > 3
    assert len(set(due)) == 1
    assert due[0] > start


@pytest.mark.parametrize("reason", ["connect", "dns", "tls", "pin"])
async def test_a_gateway_that_cannot_be_reached_ends_the_proof(house, reason):
    """What answers next may be another login: DEGRADED, unproven, a new epoch; then proven anew."""
    await house.connection.ready(soon())
    state, epoch = house.connection.state, house.connection.state.epoch

    async def before(_request):
        raise Unsent(reason, "10.1.2.3:5000")

    house.engine.before = before
    answer = await house("GET", f"/v1/accounts/{house.account}/balances")
    assert answer.json()["code"] == "upstream_unavailable"
    assert b"10.1.2.3" not in answer.body
    assert (state.state, state.environment) == ("DEGRADED", None)
    assert state.epoch == epoch + 1
    house.engine.before = None
    await house.connection.ready(soon())
    assert state.environment == "paper"


async def test_a_session_closed_on_request_stays_closed_until_it_is_refreshed(house):
    """Neither the keeper nor a read nor an order logs in again; refresh_session does."""
    connection = house.connection
    await connection.ready(soon())
    await connection.module.close(soon())
    await house.control("POST", "session", {"action": "login"})
    logins = house.engine.asked("/ssodh/init")
    connection.start()
    await asyncio.sleep(300)
    assert (await house("GET", "/v1/positions")).json()["code"] == "session_not_ready"
    assert (await house.place()).json()["code"] == "session_not_ready"
    assert house.engine.asked("/ssodh/init") == logins
    assert connection.state.state == "LOGGED_OUT"
    await connection.module.renew(soon())
    assert connection.state.ready
    await connection.stop()


def held_up(house):
    """Let the broker answer nothing until the event that is returned is set."""
    gate = asyncio.Event()

    async def before(_request):
        await gate.wait()

    house.engine.before = before
    return gate


async def test_who_cannot_wait_for_the_session_is_told_so(house):
    """A log-in that hangs holds nobody else longer than the own deadline."""
    gate = held_up(house)
    first = asyncio.create_task(house.connection.module.open(soon(300)))
    await asyncio.sleep(0)
    with pytest.raises(NotSent) as told:
        await house.connection.module.open(soon(5))
    assert told.value.code == "session_not_ready"
    gate.set()
    await first
    assert house.connection.state.ready


async def test_an_open_that_is_broken_off_leaves_no_session_half_up(house, patiently):
    """Cancelled while it asks: DEGRADED, and the next one brings the session up."""
    gate = held_up(house)
    opening = asyncio.create_task(house.connection.module.open(soon()))
    await patiently(lambda: house.engine.requests)
    opening.cancel()
    await asyncio.gather(opening, return_exceptions=True)
    assert house.connection.state.state == "DEGRADED"
    gate.set()
    await house.connection.ready(soon())
    assert house.connection.state.ready


@pytest.mark.parametrize("end", ["/tickle", "/portfolio/DU1234567/summary"])
async def test_what_was_under_way_does_not_reopen_a_closed_session(house, end):
    """A keep-alive or a read that hears of the log-out late must not log in again."""
    connection = house.connection
    await connection.ready(soon())
    logins, held = house.engine.asked("/ssodh/init"), asyncio.Event()

    async def before(request):
        if request.target.endswith(end):
            await held.wait()
            return WireResponse(401 if end != "/tickle" else 200, {}, b"{}")
        return None

    house.engine.before = before
    connection.start()
    reading = asyncio.create_task(house("GET", f"/v1/accounts/{house.account}/balances"))
    await asyncio.sleep(1)
    await connection.module.close(soon())
    await house.control("POST", "session", {"action": "login"})
    held.set()
    await reading
    await asyncio.sleep(120)
    assert house.engine.asked("/ssodh/init") == logins
    assert connection.state.state == "LOGGED_OUT"
    await connection.stop()


async def test_stopping_waits_for_a_write_under_way(house, patiently):
    """Closing its socket would make an order's outcome unknown: it ends first, with its answer."""
    await house.connection.ready(soon())
    held, closed = asyncio.Event(), []

    async def before(request):
        if request.method == "POST" and request.target.endswith("/DU1234567/orders"):
            await held.wait()

    async def close():
        closed.append(house.engine.asked("/DU1234567/orders"))

    house.engine.before, house.engine.close = before, close
    placing = asyncio.create_task(house.place())
    await patiently(lambda: house.engine.asked("/DU1234567/orders"), 20_000)
    stopping = asyncio.create_task(house.connection.stop())
    await asyncio.sleep(5)
    assert not closed
    held.set()
    await stopping
    assert closed == [1]
    assert (await placing).status == 201


async def test_an_environment_that_changes_after_admission_stops_the_order(house):
    """The session was renewed between admission and the wire, into another environment: nothing leaves."""
    await house.connection.ready(soon())
    state = house.connection.state

    async def before(request):
        if "/marketdata/snapshot" in request.target:
            state.accounts = {"DU1234567": AccountFacts("live", "USD")}

    house.engine.before = before
    answer = await house.place()
    assert answer.json()["code"] == "environment_mismatch"
    assert house.engine.asked("/DU1234567/orders") == 0
    assert not await house.broker_orders()
