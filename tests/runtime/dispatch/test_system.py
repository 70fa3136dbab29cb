"""The gateway about itself."""

import asyncio

import pytest

from omnibroker.upstream.wire import NotSent

VIRTUAL_TIME = True


def key(text="k1"):
    return [(b"idempotency-key", text.encode())]


async def test_health_says_only_that_the_process_answers(house):
    """UP without a key, whatever the brokers do."""
    answer = await house("GET", "/health", key="")
    assert answer.status == 200
    assert answer.json()["status"] == "UP"


async def test_readiness_is_503_until_a_session_is_up(house):
    """Not ready before the login, ready after it, and not ready again when it is lost."""
    before = await house("GET", "/ready", key="")
    assert (before.status, before.json()["code"]) == (503, "session_not_ready")
    await house("GET", "/v1/accounts")
    after = await house("GET", "/ready", key="")
    assert after.status == 200
    assert after.json()["connections"][0]["ready"] is True


async def test_capabilities_say_what_the_spec_and_the_tables_say(house, bundles):
    """Every operation of the spec is there, SUPPORTED where x-upstream promises it."""
    document = (await house("GET", "/v1/capabilities")).json()
    said = {row["operation"]: row["brokers"] for row in document["operations"]}
    for item in bundles["unified"]["paths"].values():
        for raw in item.values():
            if isinstance(raw, dict) and "operationId" in raw:
                own = "x-upstream" not in raw or "ibkr" in raw["x-upstream"]
                state = "SUPPORTED" if own else "UNSUPPORTED"
                assert said.pop(raw["operationId"]) == [{"broker": "ibkr", "state": state}]
    assert said == {}
    assert document["brokers"][0]["values"]


async def test_brokers_and_connections_are_those_configured(house):
    """One broker, one connection; another broker is 404."""
    assert [b["broker"] for b in (await house("GET", "/v1/brokers")).json()["items"]] == ["ibkr"]
    assert (await house("GET", "/v1/brokers/ibkr")).json()["connections"] == ["ibkr"]
    unknown = await house("GET", "/v1/brokers/tiger")
    assert (unknown.status, unknown.json()["code"]) == (404, "unknown_broker")
    (row,) = (await house("GET", "/v1/connections")).json()["items"]
    assert (row["connection"], row["expected_environment"]) == ("ibkr", "paper")
    assert "environment" not in row
    assert row["simulated"] is True


async def test_a_session_shows_what_is_proven(house):
    """Environment only while ready; needs_human where a person must act."""
    path = "/v1/connections/ibkr/session"
    assert "environment" not in (await house("GET", path)).json()
    refreshed = await house("POST", f"{path}/refresh", headers=key())
    assert refreshed.status == 200
    assert refreshed.json()["state"] == "READY"
    assert (await house("GET", path)).json()["environment"] == "paper"
    await house("POST", f"{path}/close", headers=key("k2"))
    document = (await house("GET", path)).json()
    assert (document["state"], document["needs_human"]) == ("LOGGED_OUT", True)
    assert "environment" not in document


async def test_a_refresh_of_a_taken_session_takes_nothing(house):
    """503 session_not_ready; the other platform keeps its session."""
    await house.control("POST", "session", {"action": "steal"})
    answer = await house("POST", "/v1/connections/ibkr/session/refresh", headers=key())
    assert (answer.status, answer.json()["code"]) == (503, "session_not_ready")
    assert (await house("GET", "/v1/connections/ibkr/session")).json()["state"] == "COMPETING"


async def test_an_unknown_connection_is_404(house):
    """unknown_connection, for reads and writes."""
    for method, path in (("GET", ""), ("POST", "/refresh"), ("POST", "/close")):
        answer = await house(method, f"/v1/connections/none/session{path}", headers=key())
        assert (answer.status, answer.json()["code"]) == (404, "unknown_connection")


async def test_a_session_closed_on_request_stays_closed_until_it_is_refreshed(house):
    """No read, order or passing time logs in again; refresh_session does."""
    await house("GET", "/v1/accounts")
    session = "/v1/connections/ibkr/session"
    closed = await house("POST", f"{session}/close", headers=key("s1"))
    assert (closed.status, closed.json()["state"]) == (200, "LOGGED_OUT")
    await house.control("POST", "session", {"action": "login"})
    asked = house.engine.asked("/ssodh/init")
    for answer in (await house("GET", "/v1/positions"), await house.place()):
        assert (answer.status, answer.json()["code"]) == (503, "session_not_ready")
        assert "refresh_session" in answer.json()["detail"]
    await house.gateway.start()
    await asyncio.sleep(300)
    assert house.engine.asked("/ssodh/init") == asked
    assert (await house("GET", session)).json()["state"] == "LOGGED_OUT"
    refreshed = await house("POST", f"{session}/refresh", headers=key("s2"))
    assert (refreshed.status, refreshed.json()["state"]) == (200, "READY")
    assert (await house.place()).status == 201
    await house.gateway.stop()


async def test_a_broker_that_refuses_connections_makes_the_session_degraded(house):
    """What answers next may be another gateway: the proof of the environment ends."""
    await house("GET", "/v1/accounts")

    async def before(_request):
        raise NotSent("connect", "broker.internal:5000 refused")

    house.engine.before = before
    answer = await house("GET", "/v1/positions")
    assert answer.status == 503
    assert b"broker.internal" not in answer.body
    session = (await house("GET", "/v1/connections/ibkr/session")).json()
    assert session["state"] == "DEGRADED"
    assert "environment" not in session
    assert "broker.internal" not in str(session)


async def test_a_mistake_of_ours_is_not_the_brokers(house, monkeypatch):
    """A generated function that is called wrongly sends nothing: 500 internal_error, told without its words."""
    await house("GET", "/v1/accounts")

    async def generated(**_parameters):
        raise TypeError("secret detail")

    generated.__module__ = "omnibroker_generated.ibkr.api.orders.live_orders"
    monkeypatch.setattr(
        "omnibroker_generated.ibkr.api.orders.live_orders.asyncio_detailed", generated
    )
    answer = await house("GET", "/v1/orders")
    assert (answer.status, answer.json()["code"]) == (500, "internal_error")
    assert b"secret" not in answer.body


UNLOCK = [(b"idempotency-key", b"unlock-1")]


async def test_unlocking_opens_the_real_accounts_of_a_session(make_house):
    """What was missing for want of the password is there afterwards; the request carries no secret."""
    house = make_house(broker="futu", accounts=())
    locked = (await house("GET", "/v1/orders")).json()
    assert {row["problem"]["code"] for row in locked["incomplete"]} == {"session_not_ready"}
    path = "/v1/connections/futu/session/unlock"
    answer = await house("POST", path, headers=UNLOCK)
    assert (answer.status, answer.json()["state"]) == (200, "READY")
    assert (await house("GET", "/v1/orders")).json()["incomplete"] == []
    again = await house("POST", path, headers=UNLOCK)
    assert again.headers["idempotency-replayed"] == "true"
    close = [(b"idempotency-key", b"close-1")]
    await house("POST", "/v1/connections/futu/session/close", headers=close)
    again = await house("POST", path, headers=UNLOCK)
    now = await house("GET", "/v1/connections/futu/session")
    assert again.json()["state"] == now.json()["state"] != "READY"


@pytest.mark.parametrize("broker", ["ibkr", "tiger", "tradelocker"])
async def test_a_broker_without_a_lock_says_so(make_house, broker):
    """Nothing is asked of the broker, and the capabilities say it beforehand."""
    house = make_house(broker=broker)
    answer = await house("POST", f"/v1/connections/{broker}/session/unlock", headers=UNLOCK)
    assert (answer.status, answer.json()["code"]) == (422, "unsupported_by_broker")
    assert house.engine.requests == []
    document = (await house("GET", "/v1/capabilities")).json()
    (row,) = [row for row in document["operations"] if row["operation"] == "unlock_trading"]
    assert row["brokers"] == [{"broker": broker, "state": "UNSUPPORTED"}]


async def test_unlocking_needs_a_password_in_the_configuration(make_house):
    """Where the operator named none, the answer says which key to set."""
    house = make_house(broker="futu", trading_password=None)
    answer = await house("POST", "/v1/connections/futu/session/unlock", headers=UNLOCK)
    assert answer.status in {422, 503}
    assert "trading_password" in answer.json()["detail"]
