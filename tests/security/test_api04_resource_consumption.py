"""API4:2023 Unrestricted resource consumption: everything that a caller sends has a bound."""

import asyncio
import base64
import json
import sys

import pytest

from omnibroker.plans.routes import Routes
from omnibroker.security import Authenticator

VIRTUAL_TIME = True
LIMIT = 1_048_576
AUTHORIZED = [(b"authorization", b"Bearer sandbox"), (b"content-type", b"application/json")]
MERGE = [*AUTHORIZED[:1], (b"content-type", b"application/merge-patch+json")]
HUGE_BODIES = {
    "an array in an array, a hundred thousand times": b"[" * 100_000,
    "closed ones": b"[" * 5_000 + b"]" * 5_000,
    "objects": b'{"a":' * 5_000 + b"1" + b"}" * 5_000,
    "thirty-three levels": b'{"trail":' * 33 + b"1" + b"}" * 33,
    "a number of a million digits": b'{"quantity":' + b"9" * 1_000_000 + b"}",
    "a huge exponent": b'{"quantity":1e999999999}',
    "a tiny exponent": b'{"quantity":1e-999999999}',
    "a huge exponent of an integer field": b'{"message_ids":1E+400}',
    "a string of a million letters": b'{"client_order_id":"' + b"x" * 1_000_000 + b'"}',
    "a member's name of a million letters": b'{"' + b"x" * 1_000_000 + b'":1}',
    "fifty thousand members": b"{" + b",".join(b'"m%d":1' % n for n in range(50_000)) + b"}",
    "a hundred thousand zeros": b'{"message_ids":[' + b"0," * 100_000 + b"0]}",
    "a hundred thousand texts": b'{"message_ids":[' + b'"o1",' * 100_000 + b'"o1"]}',
    "escapes": b'{"client_order_id":"' + b"\\u0041" * 100_000 + b'"}',
    "half a surrogate": b'{"client_order_id":"\\ud800"}',
    "no UTF-8": b'{"client_order_id":"\xff\xfe"}',
    "zero bytes": b"\x00" * 100_000,
    "spaces": b" " * 1_000_000,
}


def writers(operations):
    return [operation for operation in operations if "requestBody" in operation.raw]


@pytest.mark.parametrize("name", HUGE_BODIES)
async def test_no_body_is_too_much_for_the_gateway(
    untouched_house, operations, request_of, plans, name
):
    """400 with a short answer; the broker hears nothing; the next request is served."""
    house = untouched_house(plans=plans)
    for operation in writers(operations):
        (method, path, _), named = operation.request(house)
        kind = MERGE if method == "PATCH" else AUTHORIZED
        headers = [*kind, *named["headers"]]
        answer = await request_of(
            house.gateway, method, path, headers=headers, chunks=[HUGE_BODIES[name]]
        )
        assert answer.status == 400, (operation.operation_id, answer.body[:300])
        assert len(answer.body) < 4096
    assert not house.engine.requests
    assert (await house("GET", "/health", key=None)).status == 200


class Endless:
    """A body that goes on as long as somebody reads it."""

    def __init__(self, chunk=b"x" * 65_536, seconds=0):
        self.chunk, self.seconds, self.taken = chunk, seconds, 0

    async def receive(self):
        await asyncio.sleep(self.seconds)
        self.taken += 1
        return {"type": "http.request", "body": self.chunk, "more_body": self.taken < 7200}


async def test_reading_stops_at_the_limit(open_house, operations, request_of, plans):
    """413 after one chunk beyond it, whatever length was announced; without a key not one byte is read."""
    house = open_house(plans=plans)
    for operation in writers(operations):
        (method, path, _), named = operation.request(house)
        kind = MERGE if method == "PATCH" else AUTHORIZED
        for announced in ([], [(b"content-length", b"2")], [(b"content-length", b"9" * 30)]):
            body = Endless()
            headers = [*kind, *named["headers"], *announced]
            answer = await request_of(
                house.gateway, method, path, headers=headers, receive=body.receive
            )
            assert answer.status == 413
            assert body.taken <= LIMIT // len(body.chunk) + 1
        body = Endless()
        answer = await request_of(
            house.gateway, method, path, headers=kind[1:], receive=body.receive
        )
        assert answer.status == 401
        assert body.taken == 0


async def test_an_operation_without_a_body_reads_none(open_house, operations, request_of, plans):
    """Whatever is sent along with a read or a cancel is left alone."""
    house = open_house(plans=plans)
    for operation in operations:
        if "requestBody" in operation.raw:
            continue
        (method, path, _), named = operation.request(house)
        body = Endless()
        headers = [*AUTHORIZED, *named["headers"]]
        answer = await request_of(
            house.gateway, method, path, headers=headers, receive=body.receive
        )
        assert answer.status != 413
        assert body.taken == 0, operation.operation_id


async def test_a_body_in_drops_is_not_waited_for(open_house, request_of, plans):
    """One byte a second holds a request for a bounded time only."""
    house = open_house(plans=plans)
    path, began = f"/v1/accounts/{house.account}/orders", asyncio.get_running_loop().time()
    body = Endless(b" ", seconds=1)
    answer = await request_of(house.gateway, "POST", path, headers=AUTHORIZED, receive=body.receive)
    assert answer.status == 408
    assert asyncio.get_running_loop().time() - began <= 31


async def test_no_parameter_takes_a_text_without_end(open_house, operations, plans):
    """Each path, query and header parameter of each operation refuses 10,000 letters, digits or signs."""
    house, tried = open_house(plans=plans), 0
    for operation in operations:
        for parameter in operation.parameters:
            name = parameter["name"]
            for filling in ("9", "A", ".", "-", "%41", "ibkr:"):
                value = filling * (10_000 // len(filling))
                positional, named = operation.request(house, name, **{name: value})
                answer = await house(*positional, **named)
                tried += 1
                # A path is refused as none, or as one that nobody has.
                assert answer.status in {400, 404}, (
                    operation.operation_id,
                    name,
                    answer.body[:200],
                )
                assert len(answer.body) < 4096, (operation.operation_id, name)
    assert tried > 200
    assert not house.engine.requests


@pytest.mark.parametrize(
    "query",
    [
        b"&".join(b"instrument=AAPL.US" for _ in range(5_000)),
        b"&".join(b"i%d=1" % n for n in range(5_000)),
        b"&" * 100_000,
        b"=" * 100_000,
        b"%" * 10_000,
        b"instrument=" + b"," * 100_000,
        b"instrument=" + b"%00" * 10_000,
        b"instrument=\xff\xfe",
    ],
    ids=["one many times", "many", "ampersands", "equals", "percents", "commas", "zeros", "bytes"],
)
async def test_no_query_is_too_long_to_be_refused(untouched_house, guarded, plans, query):
    """400 for every operation, in a short answer, and nobody is asked."""
    house = untouched_house(plans=plans)
    for operation in guarded:
        (method, path, body), named = operation.request(house)
        answer = await house(method, path, body, headers=named["headers"], query=query)
        assert answer.status == 400, (operation.operation_id, answer.body[:200])
        assert len(answer.body) < 4096
    assert not house.engine.requests


BOUNDS = {
    "array": {"maxItems"},
    "integer": {"maximum"},
    "number": {"maximum"},
    "string": {"maxLength", "enum", "pattern"},
}


def unbounded(where, schema, schemas, seen=frozenset()):
    """Yield the places of a schema where a caller may send as much as he likes."""
    name = schema.get("$ref", "").rpartition("/")[2]
    if name:
        if name not in seen:
            yield from unbounded(where, schemas[name], schemas, seen | {name})
        return
    parts = [(where, part) for part in schema.get("allOf", ())]
    parts += [(f"{where}.{n}", member) for n, member in schema.get("properties", {}).items()]
    parts += [(f"{where}[]", schema["items"])] if "items" in schema else []
    for place, part in parts:
        yield from unbounded(place, part, schemas, seen)
    wanted = BOUNDS.get(schema.get("type"))
    if wanted and not schema.keys() & wanted:
        yield where


def test_every_list_and_number_of_a_request_is_bounded_in_the_contract(operations, bundles):
    """Of a new parameter or field somebody has to say how much is too much."""
    schemas, asked = bundles["unified"]["components"]["schemas"], []
    for operation in operations:
        asked += [(p["name"], p["schema"]) for p in operation.parameters]
        content = operation.raw.get("requestBody", {}).get("content", {})
        asked += [(operation.operation_id, media["schema"]) for media in content.values()]
    assert len(asked) > 40
    assert [place for name, schema in asked for place in unbounded(name, schema, schemas)] == []
    assert list(unbounded("x", {"type": "array", "items": {"type": "string"}}, schemas)) == [
        "x[]",
        "x",
    ]


def cursor(*members):
    return base64.urlsafe_b64encode(json.dumps(members).encode()).decode().rstrip("=")


async def test_a_cursor_of_ones_own_making_gets_nothing(open_house, guarded):
    """422 or 400: another list's, a negative or endless offset, a bomb, noise; never 500, never a row."""
    house = open_house()
    made = [
        cursor("0" * 16, 0),
        cursor("0" * 16, -1),
        cursor("0" * 16, 10**30),
        cursor("0" * 16, 1.5),
        cursor(["x"] * 50, {}),
        base64.urlsafe_b64encode(b"[" * 500).decode().rstrip("="),
        "A", "AAAA", "____", "----", "e30",
    ]  # fmt: skip
    lists = [operation for operation in guarded if operation.takes("query", "cursor")]
    assert len(lists) >= 4
    for operation in lists:
        for each in made:
            positional, named = operation.request(house, "cursor", cursor=each)
            answer = await house(*positional, **named)
            assert answer.status in {400, 422}, (operation.operation_id, each, answer.body)
    first = await house("GET", "/v1/orders", query=b"limit=1000")
    assert first.status == 200
    for limit in (b"0", b"-1", b"1001", b"1" + b"0" * 17, b"1" + b"0" * 40, b"1e3", b"0x10", b"+5"):
        assert (await house("GET", "/v1/orders", query=b"limit=" + limit)).status == 400


async def test_one_answer_holds_a_bounded_number_of_rows(open_house):
    """Without a limit, too: what is more comes by cursor."""
    house = open_house()
    await house("GET", "/v1/accounts")
    await asyncio.gather(*(house.place(f"c-{n}") for n in range(1001)))
    answer = (await house("GET", "/v1/orders")).json()
    assert len(answer["items"]) == 1000
    assert answer["next_cursor"]


async def test_equal_reads_at_one_moment_are_one_for_the_broker(open_house, broker):
    """A hundred callers who ask for the same cost the broker what one costs."""
    house = open_house(broker=broker)
    await house("GET", "/v1/positions")
    before = len(house.engine.requests)
    await house("GET", "/v1/positions")
    alone = len(house.engine.requests) - before
    await asyncio.gather(*(house("GET", "/v1/positions") for _ in range(100)))
    assert len(house.engine.requests) - before - alone <= alone


def test_what_is_remembered_of_callers_is_bounded(narrow):
    """One key in a million spellings, or a million wrong keys, fill no memory."""
    from omnibroker.security import sandbox_store

    authenticate = Authenticator(sandbox_store({"sandbox": narrow("*")}))
    for n in range(10_000):
        authenticate(
            b"Bearer " + b" " * n + b"sandbox" if n < 6000 else b"Bearer sandbox" + b" " * n
        )
    held = [value for value in vars(authenticate).values() if isinstance(value, dict)]
    assert held
    assert max(len(each) for each in held) <= 5_000


def test_a_path_of_many_segments_is_found_or_not_without_delay(open_house):
    """Routing walks the path once; no path makes it try all ways."""
    gateway = open_house().gateway
    routes = gateway.assembly.routes
    assert isinstance(routes, Routes)
    steps = 0

    def count(_frame, event, _arg):
        nonlocal steps
        steps += event == "call"

    sys.setprofile(count)
    try:
        for path in ("/v1" * 5_000, "/" * 20_000, "/v1/accounts" + "/orders" * 5_000):
            assert routes.match("GET", path) is None
    finally:
        sys.setprofile(None)
    assert steps < 1_000
