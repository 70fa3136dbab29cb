"""Tiger's Open API, simulated over the exchange of the sandbox."""

from omnibroker_sandbox.exchange import Exchange
from omnibroker_sandbox.tiger.front import front
from omnibroker_sandbox.tiger.refusals import render_error
from omnibroker_sandbox.tiger.simulator import TigerSandbox

__all__ = ["TigerSandbox", "build", "front", "render_error"]


def build(exchange: Exchange, *, ready: bool) -> TigerSandbox:
    """Return one developer id with three accounts; with `ready` no device has to take the quotes first."""
    return TigerSandbox(exchange, ready=ready)
