"""IBKR's Client Portal gateway, simulated over the exchange of the sandbox."""

from omnibroker_sandbox.ibkr.questions import QuestionPolicy
from omnibroker_sandbox.ibkr.refusals import render_error
from omnibroker_sandbox.ibkr.simulator import IbkrSandbox

__all__ = ["IbkrSandbox", "QuestionPolicy", "render_error"]
