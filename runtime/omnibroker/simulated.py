"""A simulated broker as an application: its own spec and the same assembly, over the sandbox's operations."""

from collections.abc import Awaitable, Callable
from typing import Any

from omnibroker import bundles
from omnibroker.assembly import Assembly
from omnibroker.config import BrokerName
from omnibroker.observe import Metrics
from omnibroker.plans.calls import Call, Endpoint, Reply
from omnibroker.plans.front import App
from omnibroker.plans.surface import Surface
from omnibroker.problems import Problem
from omnibroker_sandbox.answers import Answer
from omnibroker_sandbox.exchange import Exchange
from omnibroker_sandbox.faults import FaultInjection
from omnibroker_sandbox.ibkr import IbkrSandbox, render_error

SimulatedOperation = Callable[[dict[str, Any], Any], Awaitable[Answer]]
# The path under which each broker's own API is served, as its vendor's clients expect it.
BASE_PATHS: dict[BrokerName, str] = {"ibkr": "/v1/api"}


def simulate(broker: BrokerName, *, seed: int, ready: bool = False, plans: bool = True) -> App:
    """Return the ASGI application of one simulated broker.

    `ready` starts it with its broker session up. Faults and the clock are steered under /sandbox/.
    """
    exchange = Exchange(seed)
    sandbox = IbkrSandbox(exchange, ready=ready)
    surface = Surface(
        name=broker,
        base_path=BASE_PATHS[broker],
        bundle=bundles.load(broker),
        resolve=lambda operation_id, _tag: _endpoint(sandbox.operations[operation_id]),
        render=_render,
        own_headers=False,
        open_query=True,
    )
    return FaultInjection(Assembly([surface], Metrics(), plans=plans), sandbox)


def _endpoint(operation: SimulatedOperation) -> Endpoint:
    async def endpoint(call: Call) -> Reply:
        return _reply(await operation(_as_sent(call.parameters), call.body))

    return endpoint


def _as_sent(parameters: dict[str, Any]) -> dict[str, Any]:
    """Return parameters as text, as a broker's server reads them."""
    return {
        name: value
        if isinstance(value, list)
        else str(value).lower()
        if isinstance(value, bool)
        else str(value)
        for name, value in parameters.items()
    }


def _render(problem: Problem, _request_id: str) -> Reply:
    return _reply(render_error(problem.status, problem.code, problem.detail))


def _reply(answer: Answer) -> Reply:
    return Reply(answer.status, answer.body, answer.headers, answer.media_type)
