"""The REST gateway in front of Futu's OpenD, simulated over the exchange of the sandbox."""

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


def login() -> dict[str, str]:
    """Return a key that may do everything, and the password that unlocks trading."""
    return {"key": ALL_KEY, "trading_password": PASSWORD}
