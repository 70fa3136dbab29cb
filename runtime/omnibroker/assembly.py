"""One mechanism for every served spec: (bundle, resolver, security, error renderer) → ASGI app.

Plans in front, Connexion's ordinary stack behind. Connexion routes, and asks the same plans for
security, parameters and bodies, so both roads answer alike.
"""

import copy
import warnings
from collections.abc import Awaitable, Callable, MutableMapping, Sequence
from time import perf_counter
from typing import Any

with warnings.catch_warnings():
    # Connexion imports Starlette's test client, which warns of its own future; users can do nothing about it.
    warnings.simplefilter("ignore")
    from connexion import AsyncApp
from connexion.context import scope as current_scope
from connexion.datastructures import MediaTypeDict
from connexion.exceptions import OAuthProblem, ProblemException
from connexion.lifecycle import ConnexionRequest, ConnexionResponse
from connexion.middleware.context import ContextMiddleware
from connexion.middleware.exceptions import ExceptionMiddleware
from connexion.middleware.request_validation import RequestValidationMiddleware
from connexion.middleware.routing import RoutingMiddleware
from connexion.middleware.security import SecurityMiddleware
from connexion.options import SwaggerUIOptions
from connexion.resolver import Resolver
from connexion.validators import AbstractRequestBodyValidator
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from omnibroker.observe import Metrics, log, request_id_of, traceparent_of
from omnibroker.plans.calls import Call
from omnibroker.plans.compiled import Encoded, Plan, compile_plans, finish
from omnibroker.plans.front import App, PlanFront, Receive, Scope, Send, emit, read_body
from omnibroker.plans.routes import NOTHING_HERE, Routes
from omnibroker.plans.surface import Surface, render_problem
from omnibroker.problems import Problem, for_status, from_exception

# Innermost last. Swagger UI, Connexion's own response validation and lifespan are left out: pages, answers
# and start-up are the assembly's.
_STACK = [
    ExceptionMiddleware,
    RoutingMiddleware,
    SecurityMiddleware,
    RequestValidationMiddleware,
    ContextMiddleware,
]
_STATE = "omnibroker"

Page = Callable[[Request], Awaitable[Response]]


class Assembly:
    """The ASGI application of several surfaces and a few plain pages.

    `plans=False` sends every request down Connexion's ordinary stack: the reference road of the
    differential test.
    """

    def __init__(
        self,
        surfaces: Sequence[Surface],
        metrics: Metrics,
        *,
        pages: dict[str, Page] | None = None,
        plans: bool = True,
    ) -> None:
        self.surfaces = sorted(surfaces, key=lambda surface: -len(surface.base_path))
        self.plans = [plan for surface in self.surfaces for plan in compile_plans(surface, metrics)]
        self.routes = Routes(self.plans)
        self._pages = pages or {}
        self._ordinary: AsyncApp | None = None
        self._entry: App = PlanFront(self._behind, self.routes) if plans else self._behind

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one ASGI connection (http only; lifespan belongs to whoever runs the app)."""
        await self._entry(scope, receive, send)

    async def _behind(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve through Connexion's stack, built when it is first needed."""
        refusal = self.routes.refuse(scope)
        if refusal is not None:
            await emit(refusal, send)
            return
        if self._ordinary is None:
            self._ordinary = self._build()
        state = {
            "started": perf_counter(),
            "content_type": _content_type(scope),
            "receive": receive,
        }
        headers = [pair for pair in scope["headers"] if pair[0] != b"content-type"]
        trace = traceparent_of(dict(headers).get(b"traceparent"))
        surface = self._surface_of(scope["path"])
        if trace is not None and (surface is None or surface.own_headers):
            send = _traced(send, trace)
        await self._ordinary({**scope, "headers": headers, _STATE: state}, _nothing_more, send)

    def _build(self) -> AsyncApp:
        app = AsyncApp(
            __name__,
            middlewares=list(_STACK),
            swagger_ui_options=SwaggerUIOptions(swagger_ui=False, serve_spec=False),
        )
        for path, page in self._pages.items():
            app.add_url_rule(path, path, page, methods=["GET"])
        for surface in self.surfaces:
            self._add(app, surface)
        for kind in (ProblemException, HTTPException, Problem, Exception):
            app.add_error_handler(kind, self._on_error)
        return app

    def _add(self, app: AsyncApp, surface: Surface) -> None:
        plans = {plan.operation_id: plan for plan in self.plans if plan.surface is surface}
        app.add_api(
            _routable(surface.bundle),
            base_path=surface.base_path.rstrip("/"),
            name=surface.name,
            resolver=Resolver(lambda operation_id: _endpoint(plans[operation_id])),
            security_map={"bearer": _security(plans)},
            validator_map=_validators(plans),
        )

    async def _on_error(self, request: ConnexionRequest, error: Exception) -> ConnexionResponse:
        surface = self._surface_of(request.scope["path"])
        request_id = request_id_of(dict(request.scope["headers"]).get(b"x-request-id"))
        problem = self._problem(request, error)
        render = surface.render if surface else render_problem
        own_headers = surface.own_headers if surface else True
        return _response(finish(render(problem, request_id), request_id, own_headers=own_headers))

    def _problem(self, request: ConnexionRequest, error: Exception) -> Problem:
        waiting: Problem | None = request.scope[_STATE].get("problem")
        if waiting is not None:
            return waiting
        if isinstance(error, ProblemException):
            return for_status(error.status, str(error.detail or ""))
        if not isinstance(error, HTTPException):
            problem = from_exception(error)
            if problem.code == "internal_error":
                log.error("unexpected_error", path=request.scope["path"], exc_info=error)
            return problem
        if error.status_code == 404:
            return Problem("not_found", NOTHING_HERE)
        problem = for_status(error.status_code)
        problem.headers = tuple((error.headers or {}).items())
        return problem

    def _surface_of(self, path: str) -> Surface | None:
        return next(
            (s for s in self.surfaces if path.startswith(s.base_path.rstrip("/") + "/")), None
        )


def _routable(bundle: dict[str, Any]) -> dict[str, Any]:
    """Return a bundle whose path parameters are all text.

    Connexion's router would not find a path whose integer is none; the plan's reader says 400.
    """
    bundle = copy.deepcopy(bundle)
    items = bundle["paths"].values()
    operations = [raw for item in items for raw in item.values() if isinstance(raw, dict)]
    declared = [p for node in (*items, *operations) for p in node.get("parameters", ())]
    declared += bundle.get("components", {}).get("parameters", {}).values()
    for parameter in declared:
        if parameter.get("in") == "path":
            parameter["schema"] = {"type": "string"}
    return bundle


def _traced(send: Send, trace: bytes) -> Send:
    """Return a send channel that puts the trace context on the answer."""

    async def traced(message: MutableMapping[str, Any]) -> None:
        if message["type"] == "http.response.start":
            message["headers"] = [*message["headers"], (b"traceparent", trace)]
        await send(message)

    return traced


def _endpoint(plan: Plan) -> Callable[..., Awaitable[ConnexionResponse]]:
    """Return what Connexion calls: the plan's own run, with what its layers have read."""

    async def endpoint(**_given: Any) -> ConnexionResponse:
        scope = current_scope
        state = scope[_STATE]
        headers = dict(scope["headers"])
        call = Call(
            plan.operation_id,
            state["parameters"],
            state.get("body"),
            state.get("principal"),
            request_id_of(headers.get(b"x-request-id")),
            plan.extensions,
            state.get("raw_body", b""),
        )
        return _response(await plan.run(call, state["started"]))

    return endpoint


def _content_type(scope: Scope) -> bytes | None:
    """Return the header that Connexion never sees: it misreads charsets and trips over odd types."""
    return next((v for name, v in reversed(scope["headers"]) if name == b"content-type"), None)


def _response(answer: Encoded) -> ConnexionResponse:
    headers = {name.decode("latin-1"): value.decode("latin-1") for name, value in answer.headers}
    content_type = headers.pop("content-type", None)
    return ConnexionResponse(
        answer.status, content_type=content_type, body=answer.body, headers=headers
    )


def _plan_of(scope: Any, plans: dict[str, Plan]) -> Plan:
    return plans[scope["extensions"]["connexion_routing"]["operation_id"]]


def _security(plans: dict[str, Plan]) -> type:
    """Return the handler that Connexion's security layer asks: the plan's own authentication."""

    class BearerKey:
        def get_fn(self, _scheme: dict[str, Any], _required: list[str]) -> Callable[..., Any]:
            return self.verify

        @staticmethod
        async def verify(request: ConnexionRequest) -> dict[str, Any]:
            headers = dict(request.scope["headers"])
            state = request.scope[_STATE]
            try:
                plan = _plan_of(request.scope, plans)
                state["principal"] = plan.authenticate(headers.get(b"authorization"))
            except Problem as problem:
                # Connexion re-raises the most specific of its own kind; ours waits in the scope.
                state["problem"] = problem
                raise OAuthProblem(detail=problem.detail) from problem
            return {"sub": "key"}

    return BearerKey


def _validators(plans: dict[str, Plan]) -> dict[str, Any]:
    """Return Connexion's validator map over the plans' own readers."""

    class PlanParameters:
        def __init__(self, *_args: Any, **_options: Any) -> None:
            """Take what Connexion offers; the plan has its own."""

        def validate(self, scope: Scope) -> None:
            plan = _plan_of(scope, plans)
            scope[_STATE]["parameters"] = plan.parameters.read(
                scope.get("path_params", {}), scope["query_string"], dict(scope["headers"])
            )

    class PlanBody(AbstractRequestBodyValidator):  # type: ignore[misc]
        async def wrap_receive(self, receive: Receive, *, scope: Scope) -> tuple[Receive, Scope]:
            plan, state = _plan_of(scope, plans), scope[_STATE]
            if plan.body is not None:
                plan.body.check_media_type(state["content_type"])
                raw = await read_body(state["receive"], plan.surface.max_body_bytes)
                state["raw_body"], state["body"] = raw, plan.body.read(raw)
            return receive, scope

    return {
        "parameter": PlanParameters,
        "body": MediaTypeDict({"*/*json": PlanBody, "*/*": PlanBody}),
    }


async def _nothing_more() -> dict[str, Any]:
    """Be Connexion's receive channel: bodies are read by plans, within their limit."""
    return {"type": "http.request", "body": b"", "more_body": False}
