"""The plans and Connexion's ordinary stack give one answer: the differential test."""

import asyncio
import json
import string

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from omnibroker.pages import pages

UNLIKE = {"date"}
REQUEST_ID = (b"x-request-id", b"fixed-1")
KEY = (b"authorization", b"Bearer reader")
JSON = (b"content-type", b"application/json")

SEGMENTS = ["things", "open", "parts", "maybe", "admin", "pulse", "a1", "7", "007", "-3", "x y"]
SEGMENTS += ["", "é", "a\n", "..", "1e3", "{id}", "a%2Fb", "docs", "openapi.json", "metrics"]
PATHS = st.one_of(
    st.sampled_from([
        "/things", "/things/open", "/things/a1", "/things/a1/parts/3", "/maybe", "/pulse",
        "/admin", "/things/", "/", "/pulse/", "/docs", "/openapi.json", "/problems/not_found",
        "/things/a1/parts/x", "/things/a1/parts/-3", "/things/a1/parts/007", "/pulse\n",
    ]),
    st.lists(st.sampled_from(SEGMENTS), max_size=5).map(lambda parts: "/" + "/".join(parts)),
)  # fmt: skip
METHODS = st.sampled_from(
    ["GET", "POST", "PATCH", "DELETE", "PUT", "HEAD", "OPTIONS", "TRACE", "QUERY", "get"]
)
FIELDS = st.tuples(
    st.sampled_from([b"limit", b"open", b"tag", b"name", b"need", b"other", b"", b"li%6Dit"]),
    st.sampled_from([
        b"1", b"9", b"10", b"-1", b"01", b"1.0", b"true", b"True", b"", b"a,b", b"%00", b"%ff",
        b"%E4%BD%A0", b"x" * 13, b"+", b"a%2Cb", b"99999999999999999999", b"\xc3\xa9", b"%0A",
    ]),
)  # fmt: skip
QUERIES = st.one_of(
    st.just(b""),
    st.lists(FIELDS, max_size=4).map(lambda pairs: b"&".join(n + b"=" + v for n, v in pairs)),
    st.sampled_from([b"limit", b"&&", b"=", b"limit=1;open=true", b"?limit=1", b"tag[]=a"]),
)
CONTENT_TYPES = st.sampled_from([
    None, b"application/json", b"application/json; charset=utf-8", b"APPLICATION/JSON",
    b"application/json;charset=UTF-8", b"application/json; charset=latin-1", b"text/plain", b"",
    b"application/json; charset=utf-16", b"application/merge-patch+json", b"*/*", b"/", b"json",
    b"application/vnd.x+json", b"application/x-www-form-urlencoded", b"multipart/form-data",
    b'application/json; charset="utf-8"', b"application/json; boundary=x", b"application/xml",
    b"application/json, text/plain", b"\xff\xfe", b"application/json;", b"application/problem+json",
    b"application/json; charset=us-ascii", b"application/json;charset", b"application/json; CHARSET=latin-1",
])  # fmt: skip
AUTHORIZATIONS = st.sampled_from(
    [b"Bearer reader", b"Bearer reader", b"Bearer reader", None, b"bearer reader", b"Bearer x",
     b"Basic cmVhZGVy", b"Bearer", b"", b"\xff", b"Bearer reader "]
)  # fmt: skip
TEXT = st.text(alphabet=string.printable + "é你\x00\x7f", max_size=24)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | TEXT,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXT, inner, max_size=3),
    max_leaves=6,
)
THINGS = st.fixed_dictionaries(
    {"name": TEXT},
    optional={"size": VALUES, "count": st.integers() | st.just(1.0), "note": VALUES, "x": VALUES},
)
BODIES = st.one_of(
    st.just(b""),
    THINGS.map(lambda thing: json.dumps(thing).encode()),
    VALUES.map(lambda value: json.dumps(value).encode()),
    st.sampled_from([
        b'{"name": "a"}', b'{"name": "a", "size": NaN}', b'{"name": "a", "size": Infinity}',
        b'{"name": "\xff"}', b"[" * 40 + b"]" * 40, b"[" * 3000, b'{"name": "a", "name": "b"}',
        b'{"name": "a", "size": 1e400}', b'{"name": "a", "size": 0.1234567890123456789}',
        b'{"name": "\\u0000"}', b'{"name": "\\ud800"}', b"nul", b'\xef\xbb\xbf{"name": "a"}', b" ",
        b"x" * 5000, b'{"name": "a"} trailing', b'{"name": "a", "count": 1.0}',
        b'{"name": "a", "count": 123456789012345678901234567890}', b"null", b"\x00",
        b'{"name": "a", "size": -0.0}', b'{"name": "a", "note": null}', b'{"name": "a\\nb"}',
        '{"name": "a"}'.encode("utf-16"),
    ]),
    st.binary(max_size=40),
)  # fmt: skip
KEYS = st.sampled_from([None, b"abc", b"", b"\xff", b"a b", b"a\x01"])


@st.composite
def requests(draw):
    """One request, odd in any of its parts."""
    body = draw(BODIES)
    headers = [REQUEST_ID]
    optional = {
        b"content-type": draw(CONTENT_TYPES),
        b"authorization": draw(AUTHORIZATIONS),
        b"idempotency-key": draw(KEYS),
        b"content-length": draw(st.sampled_from([None, str(len(body)).encode()])),
        b"transfer-encoding": draw(st.sampled_from([None, None, b"chunked"])),
        b"accept": draw(st.sampled_from([None, b"text/html", b"*/*"])),
    }
    headers += [(name, value) for name, value in optional.items() if value is not None]
    if draw(st.booleans()) and draw(st.booleans()):
        headers.append((b"content-type", b"text/plain"))
    cut = draw(st.integers(0, len(body)))
    return {
        "method": draw(METHODS),
        "path": draw(PATHS),
        "query": draw(QUERIES),
        "headers": headers,
        "chunks": draw(st.sampled_from([[body], [body[:cut], body[cut:]], [b"", body, b""]])),
    }


def alike(answer):
    """What must be equal: status, headers without their order, body."""
    headers = sorted((name, value) for name, value in answer.pairs if name not in UNLIKE)
    return answer.status, headers, answer.body


@pytest.fixture(scope="module")
def loop():
    """One loop for all examples of a property."""
    with asyncio.Runner() as runner:
        yield runner


@pytest.fixture(scope="module")
def roads(make_assembly, small_bundle):
    """The same surface twice: plans in front, and Connexion's ordinary stack alone."""
    from omnibroker.observe import Metrics

    served = pages({"/openapi.json": small_bundle}, Metrics())
    return make_assembly(pages=served), make_assembly(pages=served, plans=False)


def _post(content_type, body=b'{"name": "a"}', path="/things"):
    headers = [REQUEST_ID, KEY, (b"content-type", content_type)]
    return {"method": "POST", "path": path, "query": b"", "headers": headers, "chunks": [body]}


def _get(path, method="GET", query=b"", headers=(REQUEST_ID, KEY)):
    return {
        "method": method,
        "path": path,
        "query": query,
        "headers": list(headers),
        "chunks": [b""],
    }


@settings(max_examples=1500, suppress_health_check=[HealthCheck.too_slow])
@given(request=requests())
@example(request=_post(b"application/json; charset=latin-1"))
@example(request=_post(b"application/json; charset=latin-1", b'{"name": "\xe9"}'))
@example(request=_get("/things/a1/parts/-3", query=b"need=x"))
@example(request=_get("/things/a1/parts/x", query=b"need=x"))
@example(request=_get("/things/open"))
@example(request=_get("/pulse\n"))
@example(request=_get("/things/", "OPTIONS"))
@example(request=_get("/things", "HEAD"))
@example(request=_get("/docs", "POST"))
@example(request=_get("/things", headers=[REQUEST_ID, KEY, (b"content-type", b"text/plain")]))
def test_both_roads_give_one_answer(loop, roads, request_of, request):
    """Whatever is asked, status, headers and body are equal with and without plans."""
    fast, ordinary = (alike(loop.run(request_of(app, **request))) for app in roads)
    assert fast == ordinary


@settings(max_examples=300, suppress_health_check=[HealthCheck.too_slow])
@given(request=requests())
def test_no_request_makes_the_gateway_fail(loop, roads, request_of, request):
    """Hostile input is refused with a 4xx problem that carries the request id, never a 5xx."""
    for app in roads:
        answer = loop.run(request_of(app, **request))
        assert answer.status < 500
        if answer.status >= 400:
            assert answer.headers["content-type"] == "application/problem+json"
            problem = answer.json()
            assert problem["status"] == answer.status
            assert problem["request_id"] == answer.headers["x-request-id"] == "fixed-1"


@pytest.mark.parametrize("road", [0, 1], ids=["plans", "ordinary"])
@pytest.mark.parametrize(
    "content_type",
    [b"application/json; charset=latin-1", b"application/json; charset=utf-16", b"text/plain"],
)
async def test_a_body_in_another_charset_or_type_is_415(roads, request_of, road, content_type):
    """Only JSON in UTF-8 is read; anything else is unsupported_media_type on both roads."""
    answer = await request_of(roads[road], **_post(content_type))
    assert answer.status == 415
    assert answer.json()["code"] == "unsupported_media_type"
