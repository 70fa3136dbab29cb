"""Logging in and staying logged in: status, init, tickle, logout."""

from typing import Any
from uuid import uuid5

from omnibroker_sandbox.answers import Answer
from omnibroker_sandbox.ibkr import wire
from omnibroker_sandbox.ibkr.gateway import Gateway
from omnibroker_sandbox.ibkr.questions import NAMESPACE
from omnibroker_sandbox.ibkr.refusals import SERVER_ERROR, UNAVAILABLE, body_object, require

SSO_LIFE_MS = 600_000
USER_ID = 1001


def auth_status(gateway: Gateway, _parameters: wire.Parameters, _body: Any) -> Answer:
    """Say how the two sessions stand."""
    return Answer(200, gateway.authentication())


def init_brokerage_session(gateway: Gateway, _parameters: wire.Parameters, body: Any) -> Answer:
    """Open the brokerage session; a competing one is only ended when `compete` is true."""
    request = body_object(body)
    require(request.get("publish") is True, SERVER_ERROR)
    require(isinstance(request.get("compete"), bool), SERVER_ERROR)
    session = gateway.session
    require(session.logged_in, UNAVAILABLE)
    may_begin = request["compete"] or not session.competing
    if may_begin and not session.authenticated:
        session.begin()
        gateway.pending.waiting.clear()
    return Answer(200, {**gateway.authentication(), "passed": session.authenticated})


def tickle(gateway: Gateway, _parameters: wire.Parameters, _body: Any) -> Answer:
    """Keep the sessions alive and say how they stand."""
    return Answer(
        200,
        {
            "session": uuid5(NAMESPACE, f"session {gateway.session.epoch}").hex,
            "ssoExpires": SSO_LIFE_MS,
            "collission": False,
            "userId": USER_ID,
            "hmds": {"error": "no bridge"},
            "iserver": {"authStatus": gateway.authentication()},
        },
    )


def logout(gateway: Gateway, _parameters: wire.Parameters, _body: Any) -> Answer:
    """End the outer login and the brokerage session with it."""
    gateway.session.log_out()
    return Answer(200, {"status": True})


def reauthenticate(_gateway: Gateway, _parameters: wire.Parameters, _body: Any) -> Answer:
    """Deprecated upstream: it says that something was triggered, and nothing is."""
    return Answer(200, {"message": "triggered"})


def validate_sso(gateway: Gateway, _parameters: wire.Parameters, _body: Any) -> Answer:
    """Say whether the outer login is valid and that it is a paper login."""
    now = gateway.exchange.now_ms
    return Answer(
        200,
        {
            "USER_ID": USER_ID,
            "USER_NAME": "sandbox",
            "RESULT": True,
            "AUTH_TIME": now,
            "SF_ENABLED": False,
            "IS_FREE_TRIAL": False,
            "CREDENTIAL": "sandbox",
            "IP": "127.0.0.1",
            "EXPIRES": SSO_LIFE_MS,
            "QUALIFIED_FOR_MOBILE_AUTH": None,
            "LANDING_APP": "UNIVERSAL",
            "IS_MASTER": False,
            "lastAccessed": now,
            "LOGIN_TYPE": 2,
            "PAPER_USER_NAME": "sandbox",
            "features": {"env": "SANDBOX", "realtime": True, "bond": False, "optionChains": True},
            "region": "NJ",
        },
    )


OPERATIONS = {
    "auth_status": auth_status,
    "auth_status_get": auth_status,
    "init_brokerage_session": init_brokerage_session,
    "tickle": tickle,
    "tickle_get": tickle,
    "logout": logout,
    "reauthenticate": reauthenticate,
    "validate_sso": validate_sso,
}
