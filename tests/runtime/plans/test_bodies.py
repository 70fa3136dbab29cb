"""Request bodies: strict JSON, exact numbers, no control characters."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from omnibroker import exactjson
from omnibroker.plans.bodies import Body, decode
from omnibroker.plans.schemas import Schemas
from omnibroker.problems import Problem


def body(schema=None, *, required=True, media=("application/json",)):
    validator = Schemas({}).validator(schema or {"type": "object"})
    return Body(list(media), required, validator)


@pytest.mark.parametrize(
    "raw",
    [
        b"nul",
        b"{",
        b"[1,]",
        b"NaN",
        b"Infinity",
        b'{"a": NaN}',
        b"\xff",
        b'"\xff"',
        b"[" * 100000,
        '{"a": 1}'.encode("utf-16"),
        b"\xef\xbb\xbf{}",
        b"{} {}",
        b"'a'",
        b"01",
        b"1.",
        b"+1",
    ],
)
def test_what_is_no_json_is_malformed(raw):
    """400 malformed_body, whatever it is, never an error of ours."""
    with pytest.raises(Problem) as told:
        decode(raw)
    assert told.value.code == "malformed_body"
    assert told.value.status == 400


@pytest.mark.parametrize("text", ["a\x00", "\x01", "\x1f", "\x7f", "a\x0bb"])
@pytest.mark.parametrize("shape", ['"%s"', '["%s"]', '{"a": {"b": "%s"}}', '{"%s": 1}'])
def test_control_characters_are_refused_wherever_they_stand(text, shape):
    """In values, in names, deep down; written as an escape or raw."""
    escaped = "".join(f"\\u{ord(c):04x}" for c in text)
    for written in (escaped, text):
        with pytest.raises(Problem):
            decode((shape % written).encode())


@pytest.mark.parametrize("raw", [b'"a\\nb"', b'"\\t"', b'"\\ud83d\\ude00"', b'{"a": "\\"q\\""}'])
def test_ordinary_escapes_are_read(raw):
    """Line breaks and quotes in a text are no control characters to fear."""
    assert decode(raw)


def test_nesting_ends_somewhere():
    """Thirty-two levels are enough for any order."""
    assert decode(b"[" * 32 + b"]" * 32)
    with pytest.raises(Problem):
        decode(b'{"a":' * 40 + b"1" + b"}" * 40)


@given(st.decimals(allow_nan=False, allow_infinity=False, places=18))
def test_a_number_with_a_point_is_exact(number):
    """What was written comes back digit by digit."""
    assert decode(exactjson.encode([number, Decimal("0.1")]))[0] == number


def test_an_empty_body_is_refused_where_one_is_needed():
    """Required: 400; optional: None."""
    with pytest.raises(Problem):
        body().read(b"")
    assert body(required=False).read(b"") is None


@pytest.mark.parametrize(
    "content_type",
    [
        None,
        b"application/json",
        b"APPLICATION/JSON",
        b"application/json; charset=utf-8",
        b'application/json;charset="UTF-8"',
        b"application/json; q=1",
        b"application/json;",
    ],
)
def test_json_in_utf_8_is_taken_in_any_spelling(content_type):
    """Case, quotes and other parameters do not matter; absent is taken as JSON."""
    body().check_media_type(content_type)


@pytest.mark.parametrize(
    "content_type",
    [
        b"",
        b"text/plain",
        b"application/json; charset=latin-1",
        b"application/*",
        b"*/*",
        b"\xff",
        b"application/json; charset=utf-8; charset=utf-16",
        b"application/json, application/json",
        b"application/json; CHARSET=UTF-16",
        b"application/merge-patch+json",
        b"application/json x",
    ],
)
def test_anything_else_is_415(content_type):
    """One media type, one charset."""
    with pytest.raises(Problem) as told:
        body().check_media_type(content_type)
    assert told.value.code == "unsupported_media_type"


def test_an_error_says_where_and_what():
    """At most five places, each with its path in the body."""
    schema = {"type": "object", "properties": {"a": {"type": "object", "required": ["b"]}}}
    with pytest.raises(Problem) as told:
        body(schema).read(b'{"a": {}}')
    (error,) = told.value.extra["errors"]
    assert "a" in error["location"]
    assert "b" in error["message"]
