"""One served spec: bundle, resolver, security and error renderer, ready to be assembled."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from omnibroker.plans.calls import Endpoint, Reply
from omnibroker.problems import MEDIA_TYPE, Problem
from omnibroker.security import Principal

Resolve = Callable[[str, str], Endpoint]
Authenticate = Callable[[bytes | None], Principal]
Render = Callable[[Problem, str], Reply]


def render_problem(problem: Problem, request_id: str) -> Reply:
    """Return a problem as RFC 9457 says it: the unified API's error form."""
    return Reply(problem.status, problem.body(request_id), problem.headers, MEDIA_TYPE)


@dataclass(frozen=True, slots=True)
class Surface:
    """What one assembly serves under one base path.

    `resolve(operation_id, tag)` returns the endpoint and is asked once per operation at start-up;
    `authenticate` is None where the spec takes no credential; `own_headers` adds the gateway's
    X-Request-Id to answers (a simulated broker sends none); `open_query` ignores unknown query parameters,
    as brokers do.
    """

    name: str
    base_path: str
    bundle: dict[str, Any]
    resolve: Resolve
    authenticate: Authenticate | None = None
    render: Render = render_problem
    own_headers: bool = True
    open_query: bool = False
    max_body_bytes: int = 1_048_576
