"""The unified API on both roads: its own spec under odd requests, and a day of trading on the sandbox."""

import asyncio
import json
import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from omnibroker.assembly import Assembly
from omnibroker.observe import Metrics
from omnibroker.plans.calls import Reply
from omnibroker.plans.surface import Surface
from omnibroker.problems import Problem
from omnibroker.security import Principal

VIRTUAL_TIME = True
SCOPES = frozenset({"market:read", "account:read", "trade:paper", "admin"})
BODY = {
    "client_order_id": "c-1", "instrument": "AAPL.US", "side": "BUY", "type": "LIMIT",
    "quantity": "1", "limit_price": "100", "time_in_force": "DAY", "session": "REGULAR",
    "position_effect": "AUTO",
}  # fmt: skip
PATHS = [
    "/health", "/ready", "/v1/accounts", "/v1/accounts/{a}", "/v1/accounts/{a}/balances",
    "/v1/accounts/{a}/orders", "/v1/accounts/{a}/orders/preview", "/v1/accounts/{a}/orders/{o}",
    "/v1/accounts/{a}/orders/{o}/cancel", "/v1/accounts/{a}/orders/{o}/confirm", "/v1/bars",
    "/v1/brokers", "/v1/brokers/{b}", "/v1/capabilities", "/v1/connections", "/v1/orders",
    "/v1/connections/{c}/session", "/v1/connections/{c}/session/close", "/v1/executions",
    "/v1/connections/{c}/session/refresh", "/v1/instruments", "/v1/instruments/{i}", "/v1/quotes",
    "/v1/market_status", "/v1/portfolio", "/v1/positions", "/v1", "/v2/accounts", "/v1/orders/x",
]  # fmt: skip
SEGMENTS = st.sampled_from(
    [
        "ibkr",
        "ibkr:DU1",
        "preview",
        "AAPL.US",
        "ob01ARZ3NDEKTSV4RRFFQ69G5FAV",
        "client:c-1",
        "x" * 200,
        "a b",
        "é",
        "\x00",
        "..",
        "broker:1",
        "tiger",
        "OPT:AAPL.US:20271217:C:200",
        "-",
        "null",
    ]
)
QUERIES = st.lists(
    st.tuples(
        st.sampled_from(["account_id", "connection", "limit", "cursor", "status", "instrument", "interval", "adjustment", "session", "start_at", "query", "type", "x"]),
        st.sampled_from(["ibkr:DU1", "ibkr", "1", "0", "1001", "WORKING", "working", "AAPL.US", "1DAY", "SPLIT", "REGULAR", "2027-01-01T00:00:00Z", "", "%00", "true", "1.0"]),
    ),
    max_size=5,
)  # fmt: skip
WRONG = st.sampled_from(
    [
        None,
        1,
        1.5,
        "",
        "1\n",
        "01",
        "1e3",
        "-1",
        "0",
        "0.0",
        "+1",
        "9" * 40,
        [],
        {},
        True,
        "BUY",
        "NaN",
    ]
)
BODIES = st.one_of(
    st.dictionaries(st.sampled_from([*BODY, "x", "trail"]), WRONG, max_size=3).map(
        lambda changes: {**BODY, **changes}
    ),
    st.fixed_dictionaries(
        {}, optional={"message_ids": WRONG, "limit_price": WRONG, "quantity": WRONG}
    ),
    st.sampled_from([{"message_ids": ["o1"]}, {"limit_price": "1"}, [], None, 7]),
)


async def odd_endpoint(call):
    """Answer some operations well, some with what the contract does not know, some not at all."""
    if call.operation_id == "get_health":
        return Reply(200, {"status": "UP", "version": "1"})
    if call.operation_id == "list_orders":
        raise RuntimeError("a bug")
    if call.operation_id == "get_balances":
        raise Problem("unknown_account", "No.", headers=(("retry-after", "1"),))
    return Reply(
        200, {"operation": call.operation_id, "parameters": call.parameters, "body": call.body}
    )


def authenticate(authorization):
    if authorization != b"Bearer sandbox":
        raise Problem("unauthorized", "Send a key.", headers=(("www-authenticate", "Bearer"),))
    return Principal("k", SCOPES, frozenset({"*"}))


@pytest.fixture(scope="module")
def roads(bundles):
    """The unified spec twice over the same odd endpoints."""

    def make(plans):
        surface = Surface("unified", "/", bundles["unified"], lambda *_: odd_endpoint, authenticate)
        return Assembly([surface], Metrics(), plans=plans)

    return make(True), make(False)


@pytest.fixture(scope="module")
def loop():
    """One loop for all examples of a property."""
    with asyncio.Runner() as runner:
        yield runner


@st.composite
def requests(draw):
    names = {"a": "ibkr:DU1", "o": "client:c-1", "b": "ibkr", "c": "ibkr", "i": "AAPL.US"}
    if draw(st.booleans()):
        names[draw(st.sampled_from(sorted(names)))] = draw(SEGMENTS)
    body = json.dumps(draw(BODIES)).encode() if draw(st.booleans()) else b""
    kind = draw(st.sampled_from([b"application/json", b"application/merge-patch+json", None]))
    headers = [(b"x-request-id", b"fixed-1"), (b"authorization", b"Bearer sandbox")]
    headers += [(b"content-type", kind)] if kind else []
    if draw(st.booleans()):
        headers.append(
            (b"idempotency-key", draw(st.sampled_from([b"k1", b"", b"a b", b"x" * 300])))
        )
    return {
        "method": draw(st.sampled_from(["GET", "POST", "PATCH", "DELETE", "HEAD", "OPTIONS"])),
        "path": draw(st.sampled_from(PATHS)).format(**names),
        "query": "&".join(f"{name}={value}" for name, value in draw(QUERIES)).encode(),
        "headers": headers,
        "chunks": [body],
    }


@settings(max_examples=1000, suppress_health_check=[HealthCheck.too_slow])
@given(request=requests())
def test_the_unified_spec_is_read_alike_on_both_roads(loop, roads, request_of, request):
    """Routes, keys, parameters, bodies, own answers that do not fit: one status, headers and body."""
    answers = [loop.run(request_of(app, **request)) for app in roads]
    fast, ordinary = ((a.status, sorted(a.pairs), a.body) for a in answers)
    assert fast == ordinary


TRADING = [
    ("GET", "/ready", None, b""),
    ("GET", "/v1/accounts", None, b""),
    ("GET", "/ready", None, b""),
    ("GET", "/v1/accounts/{a}/balances", None, b""),
    ("POST", "/v1/accounts/{a}/orders", BODY, b""),
    ("POST", "/v1/accounts/{a}/orders", BODY, b""),
    ("POST", "/v1/accounts/{a}/orders", {**BODY, "quantity": "2"}, b""),
    ("POST", "/v1/accounts/{a}/orders", {**BODY, "side": "buy"}, b""),
    ("GET", "/v1/orders", None, b"limit=1"),
    ("GET", "/v1/accounts/{a}/orders/client:c-1", None, b""),
    ("HEAD", "/v1/orders", None, b""),
    ("PATCH", "/v1/accounts/{a}/orders/client:c-1", {"limit_price": "101"}, b""),
    ("PATCH", "/v1/accounts/{a}/orders/client:none", {"limit_price": "101"}, b""),
    ("POST", "/v1/accounts/{a}/orders", {**BODY, "client_order_id": "c-2", "quantity": "6000"}, b""),
    ("POST", "/v1/accounts/{a}/orders", {**BODY, "client_order_id": "c-3"}, b""),
    ("POST", "/v1/accounts/{a}/orders/client:c-2/confirm", {"message_ids": ["o1"]}, b""),
    ("POST", "/v1/accounts/{a}/orders/client:c-2/cancel", None, b""),
    ("POST", "/v1/accounts/{a}/orders/client:c-1/cancel", None, b""),
    ("POST", "/v1/accounts/{a}/orders/preview", {**BODY, "client_order_id": "c"}, b""),
    ("GET", "/v1/quotes", None, b"instrument=AAPL.US"),
    ("GET", "/v1/quotes", None, b"instrument=aapl.us"),
    ("GET", "/v1/bars", None, b"instrument=AAPL.US&interval=1DAY&adjustment=SPLIT&session=REGULAR"),
    ("GET", "/v1/instruments/AAPL.US", None, b""),
    ("GET", "/v1/market_status", None, b"instrument=AAPL.US"),
    ("GET", "/v1/portfolio", None, b"connection=none"),
    ("GET", "/v1/capabilities", None, b""),
    ("GET", "/problems/not_found", None, b""),
    ("GET", "/openapi.json", None, b""),
    ("POST", "/v1/connections/ibkr/session/close", None, b""),
    ("GET", "/v1/positions", None, b""),
]  # fmt: skip


def shape(value):
    """The members of a document without their values, and its words without times and ids."""
    if isinstance(value, dict):
        return {name: shape(member) for name, member in sorted(value.items())}
    if isinstance(value, list):
        return [shape(item) for item in value]
    return (
        re.sub(r"ob[0-9A-Z]{26}|[0-9T:.Z-]+", "#", value) if isinstance(value, str) else type(value)
    )


async def test_a_day_on_the_sandbox_is_the_same_on_both_roads(make_house):
    """Every kind of answer of the real gateway: equal statuses, header names and documents."""
    days = []
    for plans in (True, False):
        house = make_house(plans=plans)
        day = []
        for n, (method, path, body, query) in enumerate(TRADING):
            headers = [(b"idempotency-key", f"k{n}".encode()), (b"x-request-id", b"fixed-1")]
            answer = await house(
                method, path.format(a=house.account), body, query=query, headers=headers
            )
            document = (
                shape(answer.json()) if "json" in answer.headers["content-type"] else answer.body
            )
            day.append((method, path, answer.status, sorted(answer.headers), document))
        days.append(day)
        await house.connection.session.aclose()
    for fast, ordinary in zip(*days, strict=True):
        assert fast == ordinary
    assert {row[2] for row in days[0]} >= {200, 201, 202, 400, 404, 409, 422, 503}
