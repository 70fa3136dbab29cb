"""An ASGI client, a small spec of our own, and an engine whose wire is an application in this process."""

import asyncio
import copy
import json
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

import pytest

from omnibroker.assembly import Assembly
from omnibroker.observe import Metrics
from omnibroker.plans.calls import Call, Reply
from omnibroker.plans.surface import Surface
from omnibroker.problems import Problem
from omnibroker.security import Principal
from omnibroker.upstream.wire import WireRequest, WireResponse

App = Callable[[Any, Any, Any], Awaitable[None]]


@dataclass
class Answer:
    """What an application answered; header names in lower case, repeated ones kept."""

    status: int
    pairs: list[tuple[str, str]]
    body: bytes

    @property
    def headers(self) -> dict[str, str]:
        return dict(self.pairs)

    def json(self) -> Any:
        return json.loads(self.body)


async def send_request(
    app: App,
    method: str,
    path: str,
    *,
    query: bytes = b"",
    headers: Iterable[tuple[bytes, bytes]] = (),
    chunks: Iterable[bytes] = (b"",),
    client: tuple[str, int] = ("127.0.0.1", 40000),
    raw_path: bytes | None = None,
) -> Answer:
    """Send one request, its body in chunks, as an ASGI server would."""
    pieces = list(chunks) or [b""]
    messages = [
        {"type": "http.request", "body": piece, "more_body": n + 1 < len(pieces)}
        for n, piece in enumerate(pieces)
    ]
    sent: list[Any] = []

    async def receive():
        return messages.pop(0) if messages else {"type": "http.disconnect"}

    async def send(message):
        sent.append(message)

    scope = {
        "type": "http",
        "asgi": {"version": "3.0", "spec_version": "2.3"},
        "http_version": "1.1",
        "method": method,
        "scheme": "http",
        "path": path,
        "raw_path": path.encode() if raw_path is None else raw_path,
        "query_string": query,
        "root_path": "",
        "headers": [(name.lower(), value) for name, value in headers],
        "client": client,
        "server": ("127.0.0.1", 9000),
    }
    await app(scope, receive, send)
    head = sent[0]
    assert [m["type"] for m in sent].count("http.response.start") == 1
    pairs = [(n.decode("latin-1").lower(), v.decode("latin-1")) for n, v in head["headers"]]
    return Answer(head["status"], pairs, b"".join(m.get("body", b"") for m in sent[1:]))


@pytest.fixture(scope="session")
def request_of() -> Callable[..., Awaitable[Answer]]:
    """What sends one raw request to an application."""
    return send_request


@dataclass
class AsgiEngine:
    """An engine without sockets: the peer is an ASGI application in this process."""

    app: App
    requests: list[WireRequest] = field(default_factory=list)
    # Called before the request reaches the application; may raise NotSent or Lost, or answer itself.
    before: Callable[[WireRequest], Awaitable[WireResponse | None]] | None = None

    async def send(self, request: WireRequest) -> WireResponse:
        self.requests.append(request)
        if self.before is not None:
            answer = await self.before(request)
            if answer is not None:
                return answer
        path, _, query = request.target.partition("?")
        answer = await send_request(
            self.app,
            request.method,
            path,
            query=query.encode(),
            headers=request.headers,
            chunks=[request.body],
        )
        return WireResponse(answer.status, answer.headers, answer.body)

    async def close(self) -> None:
        """Close nothing."""

    def asked(self, end_of_path: str) -> int:
        """Count the requests whose path ends so."""
        return sum(r.target.partition("?")[0].endswith(end_of_path) for r in self.requests)


@pytest.fixture
def patiently():
    """Let the other tasks run until a condition holds; a bounded number of turns, no clock."""

    async def until(condition: Callable[[], bool], turns: int = 2000) -> None:
        for _ in range(turns):
            if condition():
                return
            await asyncio.sleep(0)
        raise AssertionError("the condition never came to hold")

    return until


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


class VirtualLoop(asyncio.SelectorEventLoop):
    """A loop whose clock jumps to the next timer when nothing else is to do: waiting takes no time.

    Where nothing will ever happen it raises instead of hanging. Not for tests with sockets.
    """

    def __init__(self) -> None:
        self.skipped = 1000.0
        super().__init__()
        select = self._selector.select

        def skip(timeout=None):
            ready = select(0)
            if ready or timeout == 0:
                return ready
            if timeout is None:
                raise RuntimeError("every task waits for another one")
            self.skipped += timeout
            return []

        self._selector.select = skip

    def time(self) -> float:
        return self.skipped


def pytest_asyncio_loop_factories(config, item):
    """Give modules that say VIRTUAL_TIME = True a clock that jumps."""
    virtual = getattr(item.module, "VIRTUAL_TIME", False)
    return {"virtual": VirtualLoop} if virtual else {"real": asyncio.new_event_loop}


# A paper account of each simulated broker.
ACCOUNTS = {
    "ibkr": "ibkr:DU1234567",
    "tiger": "tiger:20240830213609658",
    "tradelocker": "tradelocker:800101",
    "futu": "futu:1007002",
}
EVERYTHING = frozenset({"market:read", "account:read", "trade:paper", "trade:live", "admin"})


@dataclass
class House:
    """The gateway over one simulated broker, both in this process."""

    gateway: Any
    engine: AsgiEngine
    connection: Any
    account: str

    async def __call__(self, method, path, body=None, *, key="sandbox", query=b"", headers=()):
        """Send JSON to the gateway."""
        own = [(b"authorization", b"Bearer " + key.encode())] if key else []
        kind = b"application/merge-patch+json" if method == "PATCH" else b"application/json"
        if body is not None:
            own.append((b"content-type", kind))
        content = b"" if body is None else json.dumps(body).encode()
        headers = [*own, *headers]
        return await send_request(
            self.gateway, method, path, query=query, headers=headers, chunks=[content]
        )

    async def place(self, client_order_id="c-1", key="sandbox", **fields):
        """Place a limit order far below the market, or as `fields` say; None leaves a field out."""
        return await self(
            "POST", f"/v1/accounts/{self.account}/orders", order(client_order_id, **fields), key=key
        )

    async def control(self, method, name, body=None):
        """Steer the simulated broker."""
        content = b"" if body is None else json.dumps(body).encode()
        answer = await send_request(self.engine.app, method, f"/sandbox/{name}", chunks=[content])
        assert answer.status == 200, answer.body
        return answer.json()

    async def fault(self, path, kind, **members):
        """Arm one fault of the simulated broker."""
        await self.control("PUT", "faults", {"faults": [{"path": path, "kind": kind, **members}]})

    async def broker_orders(self):
        """Return the orders that really exist at the broker."""
        return (await self.control("GET", "book"))["orders"]


def order(client_order_id="c-1", **fields):
    """Return a valid order; None leaves a field out."""
    asked = {
        "client_order_id": client_order_id,
        "instrument": "AAPL.US",
        "side": "BUY",
        "type": "LIMIT",
        "quantity": "1",
        "limit_price": "100",
        "time_in_force": "DAY",
        "session": "REGULAR",
        "position_effect": "AUTO",
        **fields,
    }
    return {name: value for name, value in asked.items() if value is not None}


@pytest.fixture(scope="session")
def make_order():
    """Build the body of a valid order."""
    return order


@dataclass
class Street:
    """One gateway over several simulated brokers, all in this process: a house for each."""

    gateway: Any
    houses: dict[str, House]

    async def __call__(self, *request, **options):
        """Send JSON to the gateway."""
        return await next(iter(self.houses.values()))(*request, **options)


@pytest.fixture(scope="session")
def make_street() -> Callable[..., Street]:
    """Build a gateway over simulated brokers: `make_street(["ibkr", …], plans=…, keys={…}, …)`.

    What is left over are settings of every connection; each has its broker's name.
    """
    from omnibroker.config import Config, Orders
    from omnibroker.gateway import Gateway
    from omnibroker.security import sandbox_store
    from omnibroker.simulated import connection_to, simulate

    def make(
        brokers,
        *,
        plans=True,
        ready=False,
        seed=7,
        keys=None,
        store=None,
        orders=None,
        **settings,
    ):
        connections = {
            broker: connection_to(broker, "http://127.0.0.1:5000", **settings) for broker in brokers
        }
        config = Config(connections=connections, orders=Orders(**(orders or {})))
        all_keys = {"sandbox": Principal("sandbox", EVERYTHING, frozenset({"*"})), **(keys or {})}
        gateway = Gateway(config, sandbox_store(all_keys), store=store, plans=plans)
        houses = {}
        for broker, made in gateway.connections.items():
            engine = AsgiEngine(simulate(broker, seed=seed, ready=ready))
            made.engine = made.session._engine = engine
            houses[broker] = House(gateway, engine, made, ACCOUNTS[broker])
        return Street(gateway, houses)

    return make


@pytest.fixture(scope="session")
def make_house(make_street) -> Callable[..., House]:
    """Build a gateway over one simulated broker: `make_house(broker=…, plans=…, keys={…}, …)`."""

    def make(*, broker="ibkr", **options):
        return make_street([broker], **options).houses[broker]

    return make


@pytest.fixture
async def house(make_house):
    """A gateway over a simulated broker whose session is not up yet."""
    made = make_house()
    yield made
    await made.connection.session.aclose()
