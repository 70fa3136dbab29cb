"""A small spec of our own and assemblies of it; houses, streets and the ASGI client are shared with others."""

import copy
from collections.abc import Callable
from typing import Any

import pytest
from asgi import patiently, pytest_asyncio_loop_factories, request_of
from houses import (
    house,
    make_house,
    make_order,
    make_street,
)

from omnibroker.assembly import Assembly
from omnibroker.observe import Metrics
from omnibroker.plans.calls import Call, Reply
from omnibroker.plans.surface import Surface
from omnibroker.problems import Problem
from omnibroker.security import Principal

__all__ = [
    "house",
    "make_house",
    "make_order",
    "make_street",
    "patiently",
    "pytest_asyncio_loop_factories",
    "request_of",
]

PROBLEM = {
    "type": "object",
    "required": ["type", "title", "status", "detail", "code", "retry", "request_id"],
    "properties": {"code": {"type": "string"}, "status": {"type": "integer"}},
}
_PROBLEMS = {
    "default": {
        "description": "problem",
        "content": {
            "application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}
        },
    }
}


def _operation(name: str, *, scope: str | None = "market:read", effect="read", **members) -> dict:
    answer = {"description": "ok", "content": {"application/json": {"schema": {"type": "object"}}}}
    return {
        "operationId": name,
        "tags": ["things"],
        "x-effect": effect,
        **({"x-scope": scope, "security": [{"bearer": []}]} if scope else {"security": []}),
        "responses": {"200": answer, "201": answer, **copy.deepcopy(_PROBLEMS)},
        **members,
    }


def _query(name: str, schema: dict, *, required: bool = False) -> dict:
    return {"name": name, "in": "query", "required": required, "schema": schema}


_ID = {"name": "id", "in": "path", "required": True, "schema": {"$ref": "#/components/schemas/Id"}}
_NUMBER = {
    "name": "number",
    "in": "path",
    "required": True,
    "schema": {"type": "integer", "minimum": 0},
}
_TAGS = {
    "type": "array",
    "minItems": 1,
    "maxItems": 3,
    "items": {"type": "string", "maxLength": 8},
}
_KEY = {
    "name": "Idempotency-Key",
    "in": "header",
    "required": True,
    "schema": {"type": "string", "pattern": "^[A-Za-z0-9]{1,20}$"},
}


def _body(media_type: str, *, required: bool = True) -> dict:
    schema = {"$ref": "#/components/schemas/Thing"}
    return {"required": required, "content": {media_type: {"schema": schema}}}


BUNDLE: dict[str, Any] = {
    "openapi": "3.0.3",
    "info": {"title": "Things", "version": "1.0.0"},
    "security": [{"bearer": []}],
    "paths": {
        "/things": {
            "get": _operation(
                "list_things",
                parameters=[
                    _query("limit", {"type": "integer", "minimum": 1, "maximum": 9}),
                    _query("open", {"type": "boolean"}),
                    _query("tag", _TAGS),
                    _query("name", {"type": "string", "maxLength": 12}),
                ],
            ),
            "post": _operation(
                "create_thing", effect="trade", requestBody=_body("application/json")
            ),
        },
        "/things/open": {"get": _operation("list_open_things")},
        "/things/{id}": {
            "parameters": [_ID],
            "get": _operation("get_thing"),
            "patch": _operation(
                "change_thing",
                effect="trade",
                parameters=[_KEY],
                requestBody=_body("application/merge-patch+json"),
            ),
            "delete": _operation("drop_thing", effect="trade"),
        },
        "/things/{id}/parts/{number}": {
            "get": _operation(
                "get_part",
                parameters=[_ID, _NUMBER, _query("need", {"type": "string"}, required=True)],
            )
        },
        "/maybe": {
            "post": _operation("maybe_thing", requestBody=_body("application/json", required=False))
        },
        "/admin": {"get": _operation("get_admin", scope="admin")},
        "/pulse": {"get": _operation("get_pulse", scope=None)},
    },
    "components": {
        "securitySchemes": {"bearer": {"type": "http", "scheme": "bearer"}},
        "schemas": {
            "Problem": PROBLEM,
            "Id": {"type": "string", "pattern": "^[A-Za-z0-9:._-]{1,12}$"},
            "Thing": {
                "type": "object",
                "additionalProperties": False,
                "required": ["name"],
                "properties": {
                    "name": {"type": "string", "maxLength": 20},
                    "size": {"type": "number", "minimum": 0},
                    "count": {"type": "integer"},
                    "note": {"type": "string", "nullable": True},
                    "parts": {
                        "type": "array",
                        "items": {"$ref": "#/components/schemas/Thing"},
                        "maxItems": 3,
                    },
                },
            },
        },
    },
}


async def echo(call: Call) -> Reply:
    """Answer with what the endpoint was given."""
    principal = sorted(call.principal.scopes) if call.principal else None
    body = {
        "operation": call.operation_id,
        "parameters": {k: call.parameters[k] for k in sorted(call.parameters)},
        "body": call.body,
        "scopes": principal,
    }
    return Reply(201 if call.operation_id == "create_thing" else 200, body)


def authenticate(authorization: bytes | None) -> Principal:
    """Know one reader's key and no other."""
    if authorization != b"Bearer reader":
        raise Problem("unauthorized", "Send a key.", headers=(("www-authenticate", "Bearer"),))
    return Principal("reader", frozenset({"market:read"}), frozenset({"*"}))


@pytest.fixture(scope="session")
def small_bundle() -> dict[str, Any]:
    """A spec of every shape that the plans must tell apart."""
    return BUNDLE


@pytest.fixture(scope="session")
def make_assembly() -> Callable[..., Assembly]:
    """Build an assembly of the small spec: `make_assembly(plans=…, endpoints={…}, …)`."""

    def make(*, plans=True, endpoints=None, bundle=None, pages=None, metrics=None, **surface):
        served = Surface(
            name="things",
            base_path=surface.pop("base_path", "/"),
            bundle=copy.deepcopy(bundle or BUNDLE),
            resolve=lambda name, _tag: (endpoints or {}).get(name, echo),
            **{"authenticate": authenticate, "max_body_bytes": 4096, **surface},
        )
        return Assembly([served], metrics or Metrics(), pages=pages, plans=plans)

    return make
