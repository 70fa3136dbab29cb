"""The gateway about itself."""

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
