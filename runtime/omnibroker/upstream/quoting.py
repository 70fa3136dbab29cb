"""What a broker repeats of our secrets: taken out of its answers before anybody else reads them."""

import re
from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache

from omnibroker.upstream.wire import WireResponse

HIDDEN = b"***"
# What is shorter might be part of an id, a number or a word of the answer.
SHORTEST = 8
_SHORT_ESCAPES = {'"': '"', "\\": "\\", "/": "/"} | dict(zip("\b\f\n\r\t", "bfnrt", strict=True))
# JSON within JSON escapes its escapes; bounded, as long rows of backslashes would be searched again and again.
_BACKSLASHES = r"\\{1,4}"


def hidden(response: WireResponse, secrets: Iterable[str]) -> WireResponse:
    """Return an answer without these secrets; the very same one where it repeats none."""
    body = without(response.body, secrets)
    return response if body is response.body else replace(response, body=body)


def without(body: bytes, secrets: Iterable[str]) -> bytes:
    """Return text without these secrets, plain or with any of their signs escaped as JSON may; empty ones are none."""
    escaped = b"\\" in body
    for secret in filter(None, secrets):
        if escaped:
            body = _escaped(secret).sub(HIDDEN, body)
        else:
            body = body.replace(secret.encode(), HIDDEN)
    return body


@lru_cache(maxsize=64)
def _escaped(secret: str) -> re.Pattern[bytes]:
    """Return what finds a secret however JSON spells it; each sign by itself, as spellings may be mixed.

    With the backslashes in front of it: one that is left over would make the answer unreadable.
    """
    signs = "".join(map(_spellings, secret))
    return re.compile(rf"(?<!\\)\\*(?:{signs})+".encode())


def _spellings(sign: str) -> str:
    units = sign.encode("utf-16-be").hex()
    numbers = [units[at : at + 4] for at in range(0, len(units), 4)]
    by_number = "".join(f"{_BACKSLASHES}u{_hex(number)}" for number in numbers)
    short = _SHORT_ESCAPES.get(sign)
    shorts = [f"{_BACKSLASHES}{re.escape(short)}"] if short else []
    return f"(?:{'|'.join([*shorts, by_number, re.escape(sign)])})"


def _hex(digits: str) -> str:
    return "".join(f"[{d}{d.upper()}]" if d.isalpha() else d for d in digits)
