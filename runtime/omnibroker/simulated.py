"""A simulated broker as an application: its own spec and the same assembly, over the sandbox's operations."""

from collections.abc import Callable
from typing import Any, get_args

from msgspec.structs import fields

from omnibroker import bundles
from omnibroker.assembly import Assembly
from omnibroker.brokers import TITLES
from omnibroker.config import CONNECTIONS, AnyConnection, PublicSecret, Secret
from omnibroker.observe import Metrics
from omnibroker.plans.calls import Call, Endpoint, Reply
from omnibroker.plans.front import App
from omnibroker.plans.surface import Surface
from omnibroker.problems import Problem
from omnibroker_sandbox.answers import Answer
from omnibroker_sandbox.brokers import SANDBOXES, Operation, RenderError
from omnibroker_sandbox.exchange import Exchange
from omnibroker_sandbox.faults import FaultInjection

# The path below which each simulated broker's own API is served, as its vendor's clients expect it.
BASE_PATHS = {
    broker: bundles.base_path(bundles.load(broker)) for broker in TITLES if broker in SANDBOXES
}


def connection_to(broker: str, origin: str, **settings: Any) -> AnyConnection:
    """Return the settings of a connection to a simulated broker at an origin such as http://127.0.0.1:7777."""
    kind = CONNECTIONS[broker]
    secrets = {field.name for field in fields(kind) if _is_secret(field.type)}
    login = {
        name: PublicSecret(value=value) if name in secrets else value
        for name, value in SANDBOXES[broker].login().items()
    }
    return kind(
        **{
            "base_url": origin + BASE_PATHS[broker],
            "environment": "paper",
            "pacing": "off",
            "simulated": True,
            **login,
            **settings,
        }
    )


def _is_secret(kind: Any) -> bool:
    return kind is Secret or Secret in get_args(kind)


def simulate(
    broker: str,
    *,
    seed: int,
    ready: bool = False,
    plans: bool = True,
    exchange: Exchange | None = None,
) -> App:
    """Return the ASGI application of one simulated broker.

    `ready` starts it with its broker session up. It trades at `exchange`, or at a new one drawn from the seed.
    Faults and the clock are steered under /sandbox/.
    """
    sandbox = SANDBOXES[broker]
    simulated = sandbox.build(exchange or Exchange(seed), ready=ready)
    surface = Surface(
        name=broker,
        base_path=BASE_PATHS[broker],
        bundle=bundles.load(broker),
        resolve=lambda operation_id, _tag: _endpoint(simulated.operations[operation_id]),
        render=_renderer(sandbox.render_error),
        own_headers=False,
        open_query=True,
    )
    app = FaultInjection(Assembly([surface], Metrics(), plans=plans), simulated)
    # Outermost: behind it, faults are aimed at the spec's paths, that is at single operations.
    return app if sandbox.front is None else sandbox.front(app)


def _endpoint(operation: Operation) -> Endpoint:
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


def _renderer(render_error: RenderError) -> Callable[[Problem, str], Reply]:
    def render(problem: Problem, _request_id: str) -> Reply:
        return _reply(render_error(problem.status, problem.code, problem.detail))

    return render


def _reply(answer: Answer) -> Reply:
    return Reply(answer.status, answer.body, answer.headers, answer.media_type)
