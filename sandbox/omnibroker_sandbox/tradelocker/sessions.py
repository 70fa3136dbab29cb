"""Logging in and renewing the tokens."""

from hashlib import blake2b
from typing import Any

from omnibroker_sandbox.answers import Answer
from omnibroker_sandbox.clock import from_milliseconds
from omnibroker_sandbox.tradelocker import refusals, wire
from omnibroker_sandbox.tradelocker.desk import Desk
from omnibroker_sandbox.tradelocker.refusals import Refused, body_object, require
from omnibroker_sandbox.tradelocker.tokens import ACCESS_SECONDS

PASSWORD = "sandbox"  # noqa: S105 - everybody's password of a simulation
SERVER = "SANDBOX"


def get_jwt_tokens(desk: Desk, _parameters: wire.Parameters, body: Any) -> Answer:
    """Log in: any e-mail, the sandbox's password and server."""
    credentials = body_object(body)
    email = wire.word(credentials, "email")
    right = (wire.word(credentials, "password"), wire.word(credentials, "server")) == (
        PASSWORD,
        SERVER,
    )
    require(email and right, refusals.WRONG_CREDENTIALS)
    return _pair(desk, f"SANDBOX#{blake2b(email.encode(), digest_size=4).hexdigest()}")


def get_jwt_refresh_tokens(desk: Desk, _parameters: wire.Parameters, body: Any) -> Answer:
    """Give a new pair for a refresh token, which works once."""
    token = wire.word(body_object(body), "refreshToken")
    subject = desk.tokens.spend(token, _now(desk))
    if subject is None:
        raise Refused(refusals.WRONG_REFRESH_TOKEN)
    return _pair(desk, subject)


def _pair(desk: Desk, subject: str) -> Answer:
    now = _now(desk)
    expiry = from_milliseconds((now + ACCESS_SECONDS) * 1000)
    pair = desk.tokens.issue(subject, now)
    return Answer(201, {**pair, "expireDate": f"{expiry:%Y-%m-%dT%H:%M:%S}.000Z"})


def _now(desk: Desk) -> int:
    return desk.exchange.clock.milliseconds() // 1000


OPERATIONS = {
    "get_jwt_tokens": get_jwt_tokens,
    "get_jwt_refresh_tokens": get_jwt_refresh_tokens,
}
