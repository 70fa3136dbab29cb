"""Path, query and header parameters: read once, coerced exactly, refused with their place."""

import pytest

from omnibroker.plans.parameters import Parameter, Parameters
from omnibroker.plans.schemas import Schemas
from omnibroker.problems import Problem

SCHEMAS = Schemas(
    {"components": {"schemas": {"Id": {"type": "string", "pattern": "^[a-z]{1,4}$"}}}}
)


def parameter(name, place, schema, *, required=False):
    resolved = {"type": "string"} if "$ref" in schema else schema
    definition = {"name": name, "in": place, "required": required, "schema": resolved}
    return Parameter(definition, schema, SCHEMAS)


def read(query=b"", path=None, headers=None, *, open_query=False):
    declared = [
        parameter("id", "path", {"$ref": "#/components/schemas/Id"}, required=True),
        parameter("limit", "query", {"type": "integer", "minimum": 1, "maximum": 9}),
        parameter("open", "query", {"type": "boolean"}),
        parameter("tag", "query", {"type": "array", "items": {"type": "string"}, "maxItems": 2}),
        parameter("name", "query", {"type": "string", "minLength": 1}),
        parameter("X-Key", "header", {"type": "string", "pattern": "^[a-z]+$"}),
    ]
    made = Parameters(declared, open_query=open_query)
    return made.read(path or {"id": "ab"}, query, headers or {})


@pytest.mark.parametrize(
    ("query", "values"),
    [
        (b"", {}),
        (b"limit=3", {"limit": 3}),
        (b"open=true", {"open": True}),
        (b"open=false", {"open": False}),
        (b"tag=a", {"tag": ["a"]}),
        (b"tag=a&tag=b", {"tag": ["a", "b"]}),
        (b"tag=a,b", {"tag": ["a,b"]}),
        (b"name=a+b%20c", {"name": "a b c"}),
        (b"name=%E4%BD%A0", {"name": "你"}),
    ],
)
def test_values_have_the_type_of_their_schema(query, values):
    """Integers, booleans and exploded arrays; text as it was meant."""
    assert read(query) == {"id": "ab", **values}


@pytest.mark.parametrize(
    "query",
    [
        b"limit=0", b"limit=10", b"limit=1.0", b"limit=1e0", b"limit=", b"limit=x", b"limit=+1",
        b"limit=\xd9\xa1", b"limit=%D9%A1", b"limit=99999999999999999999999", b"open=True",
        b"open=1", b"open=", b"tag=a&tag=b&tag=c", b"limit=1&limit=2", b"name=a&name=b", b"name=",
        b"name=%00", b"name=a%0Ab", b"name=%7F", b"name=%ff", b"other=1", b"Limit=1", b"\xff=1",
        b"&".join(b"tag=%d" % n for n in range(300)),
    ],
)  # fmt: skip
def test_what_does_not_fit_is_400_and_named(query):
    """Unknown, repeated, ill-typed, control characters, bad UTF-8: invalid_request with the place."""
    with pytest.raises(Problem) as told:
        read(query)
    assert told.value.code == "invalid_request"
    assert told.value.extra["errors"][0]["location"].startswith("query")


def test_an_open_query_ignores_what_it_does_not_know():
    """Simulated brokers do as brokers do; what is declared is still checked."""
    assert read(b"other=1&limit=2", open_query=True) == {"id": "ab", "limit": 2}
    with pytest.raises(Problem):
        read(b"other=1&limit=0", open_query=True)


@pytest.mark.parametrize("value", ["", "ABC", "abcde", "a\n", "a\x00"])
def test_a_path_parameter_keeps_its_pattern(value):
    """A trailing newline does not slip through `$`."""
    with pytest.raises(Problem):
        read(path={"id": value})


def test_a_header_is_read_by_any_spelling_and_checked():
    """Names without case; a wrong value is 400; an absent optional one is absent."""
    assert read(headers={b"x-key": b"abc"})["X-Key"] == "abc"
    assert "X-Key" not in read()
    for value in (b"", b"ABC", b"a\xff", b"a\x01"):
        with pytest.raises(Problem):
            read(headers={b"x-key": value})


def test_a_required_parameter_is_asked_for():
    """Absent and required is 400 naming it."""
    needed = Parameters(
        [parameter("q", "query", {"type": "string"}, required=True)], open_query=False
    )
    with pytest.raises(Problem, match="required") as told:
        needed.read({}, b"", {})
    assert "q" in told.value.extra["errors"][0]["location"]
