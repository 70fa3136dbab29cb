"""IBKR's Client Portal gateway, simulated over the exchange of the sandbox."""

from omnibroker_sandbox.exchange import Exchange
from omnibroker_sandbox.ibkr.questions import QuestionPolicy
from omnibroker_sandbox.ibkr.refusals import render_error
from omnibroker_sandbox.ibkr.simulator import IbkrSandbox

__all__ = ["IbkrSandbox", "QuestionPolicy", "build", "render_error"]


def build(exchange: Exchange, *, ready: bool) -> IbkrSandbox:
    """Return one gateway process with one paper account; `ready` opens login and brokerage session."""
    return IbkrSandbox(exchange, ready=ready)
