"""What an endpoint is given and what it returns, whichever road the request took."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any

from omnibroker.security import Principal


@dataclass(slots=True)
class Call:
    """One validated request.

    `parameters` holds path and query parameters and declared headers by their names in the spec: text,
    int, bool, or a list of text. `body` is the decoded JSON, numbers with a point as Decimal.
    `principal` is None on public operations. `extensions` are the operation's `x-` members.
    """

    operation_id: str
    parameters: dict[str, Any]
    body: Any
    principal: Principal | None
    request_id: str
    extensions: dict[str, Any] = field(default_factory=dict)
    raw_body: bytes = b""


@dataclass(slots=True)
class Reply:
    """An endpoint's answer: always an explicit status and media type.

    A JSON-able `body` is encoded with exact decimals; bytes go out as they are; None is an empty body.
    """

    status: int
    body: Any = None
    headers: tuple[tuple[str, str], ...] = ()
    media_type: str = "application/json"


Endpoint = Callable[[Call], Awaitable[Reply]]
