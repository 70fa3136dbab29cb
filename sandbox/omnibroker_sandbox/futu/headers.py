"""The request's Authorization header, which the spec has as security and not as a parameter."""

from contextvars import ContextVar

from omnibroker_sandbox.faults import App, Receive, Scope, Send

AUTHORIZATION: ContextVar[str] = ContextVar("AUTHORIZATION", default="")
"""The header of the request being served; empty without one."""


def front(app: App) -> App:
    """Return the application behind a layer that keeps each request's Authorization header."""

    async def kept(scope: Scope, receive: Receive, send: Send) -> None:
        headers = dict(scope.get("headers", ()))
        token = AUTHORIZATION.set(headers.get(b"authorization", b"").decode("latin-1"))
        try:
            await app(scope, receive, send)
        finally:
            AUTHORIZATION.reset(token)

    return kept
