"""TradeLocker's REST API, simulated over the exchange of the sandbox."""

from omnibroker_sandbox.exchange import Exchange
from omnibroker_sandbox.tradelocker.headers import front
from omnibroker_sandbox.tradelocker.refusals import render_error
from omnibroker_sandbox.tradelocker.simulator import TradeLockerSandbox

__all__ = ["TradeLockerSandbox", "build", "front", "login", "render_error"]


def build(exchange: Exchange, *, ready: bool) -> TradeLockerSandbox:
    """Return one server with two demo accounts; with `ready` a call without a token counts as logged in."""
    return TradeLockerSandbox(exchange, ready=ready)


def login() -> dict[str, str]:
    """Return a user that the server knows: any e-mail will do, with the one password."""
    return {"email": "trader@example.com", "password": "sandbox", "server": "SANDBOX"}
