"""Tokens, accounts, limits: what a call needs before anything else is looked at."""

import base64
import json

import pytest

from omnibroker_sandbox.tradelocker import front, render_error
from omnibroker_sandbox.tradelocker.headers import AUTHORIZATION

LOGIN = {"email": "anybody@example.com", "password": "sandbox", "server": "SANDBOX"}


@pytest.fixture
def server(make_client):
    """A server that wants a token."""
    return make_client(ready=False)


@pytest.fixture
def use():
    """Send a token with the calls that follow."""
    before = AUTHORIZATION.set("")
    yield lambda token: AUTHORIZATION.set(f"Bearer {token}")
    AUTHORIZATION.reset(before)


def claims(token: str) -> dict:
    """Return what a token says, as a client reads it."""
    part = token.split(".")[1]
    return json.loads(base64.urlsafe_b64decode(part + "=" * (-len(part) % 4)))


async def login(server) -> dict:
    return (await server("get_jwt_tokens", LOGIN)).body


async def test_login_gives_two_tokens_that_tell_their_expiry(server) -> None:
    """The answer is 201 without envelope; access lives an hour, refresh a week."""
    answer = await server("get_jwt_tokens", LOGIN)
    now = server.sandbox.exchange.clock.milliseconds() // 1000
    assert answer.status == 201
    assert answer.body["expireDate"] == "2026-11-18T16:00:00.000Z"
    assert claims(answer.body["accessToken"])["exp"] == now + 3600
    assert claims(answer.body["refreshToken"])["exp"] == now + 604_800


@pytest.mark.parametrize("field", ["email", "password", "server"])
async def test_wrong_credentials_are_a_400(server, field) -> None:
    """Any e-mail will do, but there has to be one, and the other two are fixed."""
    wrong = "" if field == "email" else "wrong"
    answer = await server("get_jwt_tokens", {**LOGIN, field: wrong})
    assert (answer.status, answer.body["s"]) == (400, "error")


async def test_without_a_token_everything_is_401(server, use) -> None:
    """No token, an opaque one, a refresh token and a changed one do not open anything."""
    pair = await login(server)
    forged = pair["accessToken"][:-2] + "AA"
    for token in ("", "opaque", pair["refreshToken"], forged):
        use(token)
        assert (await server("get_state")).status == 401, token
    use(pair["accessToken"])
    assert (await server("get_state")).status == 200


async def test_access_ends_after_an_hour_and_is_renewed(server, use) -> None:
    """After an hour 401; a refresh token gives a new pair once, within a week."""
    pair = await login(server)
    use(pair["accessToken"])
    server.advance(3600)
    assert (await server("get_state")).status == 401
    body = {"refreshToken": pair["refreshToken"]}
    renewed = await server("get_jwt_refresh_tokens", body)
    assert renewed.status == 201
    assert renewed.body["refreshToken"] != pair["refreshToken"]
    use(renewed.body["accessToken"])
    assert (await server("get_state")).status == 200
    assert (await server("get_jwt_refresh_tokens", body)).status == 400
    server.advance(604_800)
    late = {"refreshToken": renewed.body["refreshToken"]}
    assert (await server("get_jwt_refresh_tokens", late)).status == 400


async def test_expire_leaves_refreshing_and_logout_does_not(server, use) -> None:
    """Two things that may happen from outside: access tokens die, or all tokens do."""
    pair = await login(server)
    use(pair["accessToken"])
    server.sandbox.session_action("expire")
    assert (await server("get_state")).status == 401
    body = {"refreshToken": pair["refreshToken"]}
    renewed = (await server("get_jwt_refresh_tokens", body)).body
    server.sandbox.session_action("logout")
    late = {"refreshToken": renewed["refreshToken"]}
    assert (await server("get_jwt_refresh_tokens", late)).status == 400
    with pytest.raises(ValueError, match="close_only"):
        server.sandbox.session_action("steal")


async def test_front_keeps_the_header_of_each_request(server) -> None:
    """The header reaches the operation that serves the request, and nothing after it."""
    seen = []

    async def app(scope, _receive, _send) -> None:
        seen.append(AUTHORIZATION.get())

    scope = {"type": "http", "headers": [(b"authorization", b"Bearer one")]}
    await front(app)(scope, None, None)
    await front(app)({"type": "http", "headers": []}, None, None)
    assert seen == ["Bearer one", ""]
    assert AUTHORIZATION.get() == ""


async def test_account_number_and_account_id_belong_together(client) -> None:
    """The header accNum is needed and has to be that of the account in the path."""
    assert (await client("get_state", accNum=None)).status == 400
    assert (await client("get_state", accNum="2")).status == 403
    assert (await client("get_state", accountId="800202")).status == 403
    assert (await client("get_state", accountId="7")).status == 404
    assert (await client("get_state", accNum="4", accountId="800202")).status == 200


async def test_orders_of_another_account_are_unknown(client) -> None:
    """An order is found only under the account that placed it."""
    order = await client.limit("60000")
    assert (await client("cancel_order", orderId=order, accNum="4", accountId=None)).status == 404
    assert (await client("cancel_order", orderId=order)).body == {"s": "ok"}


async def test_limits_are_those_of_config_when_asked_for(make_client) -> None:
    """The second request for positions within a second is a 429, one a second is not."""
    client = make_client(pacing=True)
    statuses = []
    for pause in (0, 0.2, 1, 0.96):
        client.advance(pause)
        statuses.append((await client("get_positions")).status)
    assert statuses == [200, 429, 200, 200]
    assert [(await client("get_all_accounts")).status for _ in range(20)] == [200] * 20


async def test_reset_forgets_orders_and_tokens(server, use) -> None:
    """After a reset the account has its opening cash and no token counts."""
    use((await login(server))["accessToken"])
    await server.place()
    server.sandbox.reset()
    assert (await server("get_state")).status == 401
    use((await login(server))["accessToken"])
    assert (await server.state())["balance"] == 1_000_000
    assert await server.rows("get_orders_history") == []


def test_what_no_operation_covers_has_the_broker_s_form() -> None:
    """Status as the router found it, text in errmsg."""
    answer = render_error(404, "not_found", "no such path")
    assert (answer.status, answer.body) == (404, {"s": "error", "errmsg": "no such path"})
