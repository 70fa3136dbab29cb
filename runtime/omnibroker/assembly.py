"""One mechanism for every served spec: (bundle, resolver, security, error renderer) → ASGI app.

Plans in front, Connexion's ordinary stack behind. Connexion routes, and asks the same plans for
security, parameters and bodies, so both roads answer alike.
"""

import warnings
from collections.abc import Awaitable, Callable, Sequence
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

from omnibroker.observe import Metrics, log, request_id_of
from omnibroker.plans.calls import Call
from omnibroker.plans.compiled import Encoded, Plan, compile_plans, finish
from omnibroker.plans.front import App, PlanFront, Receive, Scope, Send, read_body, wrong_method
from omnibroker.plans.routes import Routes
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
        if self._ordinary is None:
            self._ordinary = self._build()
        scope[_STATE] = {"started": perf_counter()}
        await self._ordinary(scope, receive, send)

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
            surface.bundle,
            base_path=surface.base_path.rstrip("/"),
            name=surface.name,
            resolver=Resolver(lambda operation_id: _endpoint(plans[operation_id])),
            security_map={"bearer": _security(plans)},
            validator_map=_validators(plans),
        )

    async def _on_error(self, request: ConnexionRequest, error: Exception) -> ConnexionResponse:
        surface = self._surface_of(request.scope["path"])
        allowed = self.routes.allowed(request.scope["path"])
        if isinstance(error, HTTPException) and error.status_code == 405 and allowed:
            return _response(wrong_method(request.scope, allowed, surface))
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
            return Problem("not_found", "Nothing is served at this path; see /docs.")
        return for_status(error.status_code)

    def _surface_of(self, path: str) -> Surface | None:
        return next(
            (s for s in self.surfaces if path.startswith(s.base_path.rstrip("/") + "/")), None
        )


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
            if self._encoding.lower() not in {"utf-8", "utf8", "us-ascii"}:
                raise Problem("unsupported_media_type", "Send JSON as UTF-8.")
            plan = _plan_of(scope, plans)
            raw = await read_body(receive, plan.surface.max_body_bytes)
            if plan.body is not None:
                scope[_STATE]["raw_body"] = raw
                scope[_STATE]["body"] = plan.body.read(raw)
            return _nothing_more, scope

    return {
        "parameter": PlanParameters,
        "body": MediaTypeDict({"*/*json": PlanBody, "*/*": PlanBody}),
    }


async def _nothing_more() -> dict[str, Any]:
    """Be the receive channel of a body that has been read."""
    return {"type": "http.request", "body": b"", "more_body": False}
