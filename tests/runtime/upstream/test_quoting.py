"""Secrets in what a broker says: found however JSON spells them, and nothing else changed."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from omnibroker.upstream import quoting
from omnibroker.upstream.wire import WireResponse

SECRET = 'pä"s\\w/o😀rd'


def numbered(text, form="\\u%04x"):
    """Every sign by its number, as JSON may write it."""
    units = text.encode("utf-16-be")
    return "".join(form % (units[at] << 8 | units[at + 1]) for at in range(0, len(units), 2))


SPELLINGS = {
    "plain": SECRET,
    "as JSON": json.dumps(SECRET)[1:-1],
    "as JSON of UTF-8": json.dumps(SECRET, ensure_ascii=False)[1:-1],
    "with its slash escaped": json.dumps(SECRET)[1:-1].replace("/", "\\/"),
    "in numbers": numbered(SECRET),
    "in capital numbers": numbered(SECRET, "\\u%04X"),
    "in numbers, half of it": numbered(SECRET[:4]) + json.dumps(SECRET[4:])[1:-1],
    "JSON within JSON": json.dumps(json.dumps(SECRET))[3:-3],
    "numbers within JSON": json.dumps(numbered(SECRET))[1:-1],
}


@pytest.mark.parametrize("spelling", SPELLINGS.values(), ids=SPELLINGS)
def test_a_secret_is_found_however_it_is_spelt(spelling):
    """What stands around it stays, byte for byte."""
    body = f'{{"a":"\\n {spelling} \\u0041","b":1.10}}'.encode()
    assert quoting.without(body, (SECRET,)) == b'{"a":"\\n *** \\u0041","b":1.10}'


@given(st.text(min_size=8), st.text(), st.text(), st.booleans())
def test_no_text_of_an_answer_shows_a_secret(secret, before, after, ascii_only):
    """Whatever stands before and after it; the answer can still be read."""
    told = json.dumps({"message": f"{before} {secret} {after}"}, ensure_ascii=ascii_only)
    body = told.encode("utf-8", "surrogatepass")
    said = json.loads(quoting.without(body, (secret,)))["message"]
    assert secret not in said or secret in f"{before} *** {after}"


@pytest.mark.parametrize("front", ["\\", "\\\\", "\n", '"', "\\n"])
@pytest.mark.parametrize("secret", ["nabcdefgh", "uabcdefgh", "abcdefgh\\", "\\abcdefgh"])
def test_an_answer_stays_readable_whatever_stands_before_the_secret(front, secret):
    """A backslash that belongs to it, or to what is in front of it, is never left alone."""
    body = json.dumps({"message": f"x{front}{secret}{secret}y"}).encode()
    said = json.loads(quoting.without(body, (secret,)))["message"]
    assert secret not in said
    assert "***" in said


@pytest.mark.parametrize("secrets", [(), ("",), ("not there", "")])
def test_an_answer_without_a_secret_is_the_same_object(secrets):
    """Nothing is copied or read on the way of an ordinary answer; an empty secret is none."""
    response = WireResponse(200, {}, b'{"a":"\\u0041"}')
    assert quoting.hidden(response, secrets) is response


def test_a_row_of_backslashes_is_searched_once():
    """The time that a broker can cost grows with its answer, not with the square of it."""
    body = b"\\" * 300_000
    assert quoting.without(body, ("secret-of-eight",)) == body
