"""Tiger's Open API, simulated over the exchange of the sandbox."""

from typing import Any

from omnibroker_sandbox.exchange import Exchange
from omnibroker_sandbox.tiger import keys
from omnibroker_sandbox.tiger.front import front
from omnibroker_sandbox.tiger.refusals import render_error
from omnibroker_sandbox.tiger.session import first_token
from omnibroker_sandbox.tiger.session_methods import LICENSE
from omnibroker_sandbox.tiger.simulator import TigerSandbox

__all__ = ["TigerSandbox", "build", "front", "login", "render_error"]


def build(exchange: Exchange, *, ready: bool) -> TigerSandbox:
    """Return one developer id with three accounts; with `ready` no device has to take the quotes first."""
    return TigerSandbox(exchange, ready=ready)


def login() -> dict[str, Any]:
    """Return the developer id with the keys of this process, and the token that is good at first."""
    return {
        "tiger_id": keys.TIGER_ID,
        "private_key": keys.developer_private_text(),
        "tiger_public_key": keys.tiger_public_text(),
        "license": LICENSE,
        "token": first_token(),
        "grab_quotes": True,
    }
