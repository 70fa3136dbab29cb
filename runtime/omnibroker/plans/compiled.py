"""A plan: everything about one operation, worked out once at start-up through Connexion's own objects."""

from collections.abc import Mapping
from dataclasses import dataclass
from time import perf_counter
from typing import Any

import jsonschema_rs
from connexion.json_schema import resolve_refs
from connexion.spec import OpenAPISpecification

from omnibroker import bundles
from omnibroker.exactjson import encode
from omnibroker.observe import Metrics, log
from omnibroker.plans.bodies import Body
from omnibroker.plans.calls import Call, Endpoint, Reply
from omnibroker.plans.parameters import Parameter, Parameters
from omnibroker.plans.schemas import Schemas, explain
from omnibroker.plans.surface import Surface
from omnibroker.problems import Problem, from_exception
from omnibroker.security import Principal


class TrustedSpecification(OpenAPISpecification):  # type: ignore[misc]
    """A bundle that the build has validated and that is only read.

    Connexion's own validation and copies of it would be most of the time that a start takes.
    """

    def __init__(self, bundle: dict[str, Any]) -> None:
        self._raw_spec = bundle
        self._spec = resolve_refs({"components": {}, **bundle})
        self._base_uri = ""


@dataclass(slots=True)
class Encoded:
    """An answer ready for the wire."""

    status: int
    headers: list[tuple[bytes, bytes]]
    body: bytes


class Plan:
    """One operation, ready to run. Both roads call `authenticate`, `read_…` and `run`."""

    def __init__(
        self,
        surface: Surface,
        path: str,
        method: str,
        operation: Any,
        schemas: Schemas,
        metrics: Metrics,
    ) -> None:
        raw = surface.bundle["paths"][path][method]
        self.surface = surface
        self.path = path
        self.method = method.upper()
        self.operation_id: str = operation.operation_id
        self.tag: str = raw["tags"][0]
        self.extensions = {name: value for name, value in raw.items() if name.startswith("x-")}
        self.effect: str = self.extensions.get("x-effect", "read")
        self.public = surface.authenticate is None or not operation.security
        self.endpoint: Endpoint = surface.resolve(self.operation_id, self.tag)
        self.parameters = _parameters(surface, path, raw, operation, schemas)
        self.body = _body(surface.bundle, raw, schemas)
        self._answers = _answers(surface.bundle, raw, schemas)
        self._scope: str | None = self.extensions.get("x-scope")
        self._metrics = metrics
        self._traffic = metrics.traffic(surface.name, self.operation_id)

    def authenticate(self, authorization: bytes | None) -> Principal | None:
        """Return the caller; raises Problem `unauthorized` or `forbidden`."""
        if self.public or self.surface.authenticate is None:
            return None
        principal = self.surface.authenticate(authorization)
        if self._scope is not None and not _allows(principal, self._scope):
            raise Problem(
                "forbidden", f"The key needs the scope {self._scope} for {self.operation_id}."
            )
        return principal

    async def run(self, call: Call, started: float) -> Encoded:
        """Run the endpoint and return the encoded, validated answer; never raises an ordinary exception."""
        try:
            reply = await self.endpoint(call)
            return self._finish(reply, call.request_id, started)
        except Exception as error:  # noqa: BLE001 - the one funnel: any exception becomes a problem
            return self.fail(error, call.request_id, started)

    def fail(self, error: Exception, request_id: str, started: float) -> Encoded:
        """Return the answer for an exception, in the surface's own error form."""
        problem = from_exception(error)
        if problem.code == "internal_error":
            log.error(
                "unexpected_error",
                operation=self.operation_id,
                request_id=request_id,
                exc_info=error,
            )
        return self._finish(self.surface.render(problem, request_id), request_id, started)

    def _finish(self, reply: Reply, request_id: str, started: float) -> Encoded:
        if not self._fits(reply, request_id) and self.effect == "read" and reply.status < 500:
            problem = Problem(
                "internal_error", "The gateway's own answer did not fit its contract."
            )
            reply = self.surface.render(problem, request_id)
        self._traffic.record(reply.status, perf_counter() - started)
        return finish(reply, request_id, own_headers=self.surface.own_headers)

    def _fits(self, reply: Reply, request_id: str) -> bool:
        """Check our own answer. A write's answer is delivered even so: the order is out."""
        validator = self._validator(reply)
        if validator is None or validator.is_valid(reply.body):
            return True
        errors = explain(validator, reply.body, "answer")
        self._metrics.invalid_answers.labels(self.surface.name, self.operation_id).inc()
        log.error(
            "invalid_answer",
            operation=self.operation_id,
            status=reply.status,
            errors=errors,
            request_id=request_id,
        )
        return False

    def _validator(self, reply: Reply) -> jsonschema_rs.Draft4Validator | None:
        declared = self._answers.get(str(reply.status)) or self._answers.get("default", {})
        return declared.get(reply.media_type)


# Answers are read as what they say they are, and kept by nobody on the way.
_SAFE = ((b"x-content-type-options", b"nosniff"), (b"cache-control", b"no-store"))


def finish(reply: Reply, request_id: str, *, own_headers: bool = True) -> Encoded:
    """Return a reply as bytes with the gateway's headers."""
    content = reply.body
    if content is None:
        content = b""
    elif not isinstance(content, bytes):
        content = content.encode() if _is_text(reply) else encode(content)
    headers = [(b"content-type", reply.media_type.encode())] if reply.media_type else []
    if reply.status != 204:
        headers.append((b"content-length", b"%d" % len(content)))
    if own_headers:
        headers += ((b"x-request-id", request_id.encode()), *_SAFE)
    for name, value in reply.headers:
        headers.append((name.encode("latin-1"), value.encode("latin-1")))
    return Encoded(reply.status, headers, content)


def _is_text(reply: Reply) -> bool:
    return isinstance(reply.body, str) and "json" not in reply.media_type


def compile_plans(surface: Surface, metrics: Metrics) -> list[Plan]:
    """Return the plans of every operation of a surface's spec."""
    specification = TrustedSpecification(surface.bundle)
    schemas = Schemas(surface.bundle)
    return [
        Plan(surface, path, method, _operation(specification, path, method), schemas, metrics)
        for path, method, _ in bundles.operations(surface.bundle)
    ]


def _operation(specification: OpenAPISpecification, path: str, method: str) -> Any:
    return specification.operation_cls.from_spec(
        specification, path=path, method=method, resolver=_Unresolved(), uri_parser_class=None
    )


class _Unresolved:
    """Connexion wants a resolver; plans ask the surface instead."""

    def resolve(self, operation: Any) -> Any:
        return _Resolution(operation.operation_id)


@dataclass(slots=True)
class _Resolution:
    operation_id: str
    function: None = None


def _allows(principal: Principal, scope: str) -> bool:
    """Say whether a key has a scope; `trade` is settled per account, by its environment."""
    if scope == "trade":
        return not principal.scopes.isdisjoint({"trade:paper", "trade:live"})
    return scope in principal.scopes


def _parameters(
    surface: Surface, path: str, raw: dict[str, Any], operation: Any, schemas: Schemas
) -> Parameters:
    item = surface.bundle["paths"][path]
    sources = [
        _target(surface.bundle, p)
        for p in (*item.get("parameters", ()), *raw.get("parameters", ()))
    ]
    by_name = {(source["name"], source["in"]): source["schema"] for source in sources}
    declared = [
        Parameter(definition, by_name[definition["name"], definition["in"]], schemas)
        for definition in operation.parameters
    ]
    return Parameters(declared, open_query=surface.open_query)


def _body(bundle: dict[str, Any], raw: dict[str, Any], schemas: Schemas) -> Body | None:
    if "requestBody" not in raw:
        return None
    definition = _target(bundle, raw["requestBody"])
    content: Mapping[str, Any] = definition["content"]
    schema = next(iter(content.values())).get("schema", {})
    return Body(list(content), definition.get("required", False), schemas.validator(schema))


def _answers(
    bundle: dict[str, Any], raw: dict[str, Any], schemas: Schemas
) -> dict[str, dict[str, jsonschema_rs.Draft4Validator]]:
    """Return {status: {media type: validator}} for every declared JSON answer."""
    return {
        status: {
            media_type: schemas.validator(media.get("schema", {}))
            for media_type, media in _target(bundle, response).get("content", {}).items()
            if "json" in media_type
        }
        for status, response in raw["responses"].items()
    }


def _target(bundle: dict[str, Any], node: dict[str, Any]) -> dict[str, Any]:
    """Follow a local `$ref` of the bundle, if the node is one."""
    while "$ref" in node:
        found: Any = bundle
        for part in node["$ref"].removeprefix("#/").split("/"):
            found = found[part]
        node = found
    return node
