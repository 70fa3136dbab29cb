"""The REST gateway in front of Futu's OpenD, simulated over the exchange of the sandbox."""

from typing import Any

from omnibroker_sandbox.exchange import Exchange
from omnibroker_sandbox.futu.headers import front
from omnibroker_sandbox.futu.keys import ALL_KEY
from omnibroker_sandbox.futu.refusals import render_error
from omnibroker_sandbox.futu.sessions import PASSWORD
from omnibroker_sandbox.futu.simulator import FutuSandbox

__all__ = ["FutuSandbox", "build", "front", "login", "render_error"]


def build(exchange: Exchange, *, ready: bool) -> FutuSandbox:
    """Return one gateway with real and simulated accounts; with `ready` it asks for no key and is unlocked."""
    return FutuSandbox(exchange, ready=ready)


def login() -> dict[str, Any]:
    """Return a key that may do everything, the password that unlocks trading, and two simulated accounts.

    They trade in Hong Kong and in New York; the real ones are left out, as they are locked.
    """
    return {"key": ALL_KEY, "trading_password": PASSWORD, "accounts": ("1007001", "1007002")}
