"""The two sessions, what they open, and what their loss takes away."""

import pytest

from omnibroker_sandbox.ibkr import render_error

INIT = {"publish": True, "compete": False}


async def test_without_brokerage_session_there_is_no_bridge(make_gateway) -> None:
    """A fresh gateway is logged in but has no brokerage session: /iserver answers 400."""
    gateway = make_gateway(ready=False)
    status = (await gateway("auth_status")).body
    assert (status["connected"], status["authenticated"]) == (True, False)
    answer = await gateway("brokerage_accounts")
    assert (answer.status, answer.body["error"]) == (400, "Bad Request: no bridge")
    assert (await gateway("portfolio_accounts")).status == 200
    assert (await gateway("security_stocks_by_symbol", symbols="AAPL")).status == 200


async def test_init_opens_the_brokerage_session(make_gateway) -> None:
    """After init the status is authenticated and established."""
    gateway = make_gateway(ready=False)
    body = (await gateway("init_brokerage_session", INIT)).body
    flags = [body[name] for name in ("authenticated", "established", "competing")]
    assert flags == [True, True, False]
    assert (await gateway("brokerage_accounts")).body["isPaper"] is True


@pytest.mark.parametrize("body", [{"publish": False, "compete": False}, {"publish": True}])
async def test_init_needs_both_booleans(make_gateway, body) -> None:
    """Init without publish:true, or without compete, is a server error without a body."""
    answer = await make_gateway(ready=False)("init_brokerage_session", body)
    assert (answer.status, answer.body) == (500, b"")


async def test_competing_session_is_only_ended_on_request(gateway) -> None:
    """Another platform takes the session; compete:false leaves it there, compete:true takes over."""
    gateway.sandbox.session_action("steal")
    assert (await gateway("live_orders")).status == 400
    polite = (await gateway("init_brokerage_session", INIT)).body
    assert (polite["competing"], polite["authenticated"]) == (True, False)
    rude = (await gateway("init_brokerage_session", {"publish": True, "compete": True})).body
    assert (rude["competing"], rude["authenticated"]) == (False, True)


async def test_released_session_can_be_had_politely(gateway) -> None:
    """Once the other platform has left, compete:false is enough."""
    gateway.sandbox.session_action("steal")
    gateway.sandbox.session_action("release")
    assert (await gateway("init_brokerage_session", INIT)).body["authenticated"]


async def test_logout_ends_everything(gateway) -> None:
    """After a logout tickle is 401, init 503, and only a new login helps."""
    assert (await gateway("logout")).body == {"status": True}
    assert (await gateway("tickle")).status == 401
    assert (await gateway("init_brokerage_session", INIT)).status == 503
    gateway.sandbox.session_action("login")
    assert (await gateway("init_brokerage_session", INIT)).status == 200


async def test_six_idle_minutes_end_the_login(gateway) -> None:
    """Traffic keeps the login alive; more than six minutes without any end it."""
    clock = gateway.sandbox.exchange.clock
    clock.advance(350)
    assert (await gateway("tickle")).status == 200
    clock.advance(350)
    assert (await gateway("tickle")).status == 200
    clock.advance(361)
    assert (await gateway("tickle")).status == 401


async def test_daily_reset_takes_preflights_and_suppressions(gateway) -> None:
    """After the nightly reset the session, its pre-flights and its suppressions are gone."""
    await gateway("suppress_messages", {"messageIds": ["o163"]})
    gateway.sandbox.session_action("daily_reset")
    assert (await gateway("live_orders")).status == 400
    await gateway("init_brokerage_session", INIT)
    answer = await gateway("live_orders")
    assert (answer.status, answer.body["error"]) == (500, "Please query /accounts first")
    assert (await gateway("positions2", accountId=gateway.account)).status == 500
    await gateway("brokerage_accounts")
    question = (await gateway.place(orderType="LMT", price=300)).body[0]
    assert question["messageIds"] == ["o163"]


async def test_expiry_keeps_the_outer_login(gateway) -> None:
    """A timed-out brokerage session leaves connected:true and needs only a new init."""
    status = gateway.sandbox.session_action("expire")
    assert (status["connected"], status["authenticated"]) == (True, False)
    assert (await gateway("portfolio_summary", accountId=gateway.account)).status == 200


def test_unknown_session_action_is_refused(gateway) -> None:
    """A mistyped action says which ones there are."""
    with pytest.raises(ValueError, match="daily_reset"):
        gateway.sandbox.session_action("sleep")


def test_errors_outside_operations_look_like_the_gateways() -> None:
    """Unknown paths are HTML, wrong methods 405, bad requests JSON with the status in it."""
    page = render_error(404, "not_found", "")
    assert page.media_type == "text/html"
    assert "Resource not found" in page.body
    assert render_error(405, "method", "").status == 405
    assert render_error(400, "bad", "text").body == {"error": "text", "statusCode": 400}
    assert render_error(401, "key", "").status == 401


@pytest.mark.parametrize(
    ("detail", "text"),
    [
        (
            'body.orders.0.quantity: "10" is not of type "number".',
            "String cannot be cast to class java.lang.Number",
        ),
        (
            'body.confirmed: "true" is not of type "boolean".',
            "String cannot be cast to class java.lang.Boolean",
        ),
        ('body.orders: {} is not of type "array".', "Map cannot be cast to class java.lang.List"),
        ('true is not of type "string"', "Boolean cannot be cast to class java.lang.String"),
    ],
)
def test_wrong_json_types_are_cast_errors(detail, text) -> None:
    """What a schema check calls a wrong type, the gateway calls a failed cast."""
    assert render_error(400, "invalid_request", detail).body["error"] == f"java.lang.{text}"
