"""Request bodies: strict JSON, exact numbers, no control characters, checked against the schema."""

import re
from typing import Any

import jsonschema_rs

from omnibroker import exactjson
from omnibroker.plans.schemas import explain
from omnibroker.problems import Problem

_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_MAX_DEPTH = 32
_CHARSETS = frozenset({"utf-8", "utf8", "us-ascii"})


class Body:
    """The body of one operation: media types, whether it must be there, its compiled schema."""

    def __init__(
        self, media_types: list[str], required: bool, validator: jsonschema_rs.Draft4Validator
    ) -> None:
        self.media_types = media_types
        self.required = required
        self._validator = validator
        # What the fast road takes without a second look; anything else is the ordinary road's.
        self.plain = frozenset(
            spelling.encode()
            for media_type in media_types
            for spelling in (
                media_type,
                f"{media_type}; charset=utf-8",
                f"{media_type};charset=utf-8",
                f"{media_type}; charset=UTF-8",
            )
        )

    def check_media_type(self, content_type: bytes | None) -> None:
        """Raise Problem `unsupported_media_type` unless it is the operation's own, in UTF-8, or absent."""
        if content_type is None:
            return
        media_type, *parameters = content_type.decode("latin-1").lower().split(";")
        fields = (parameter.partition("=") for parameter in parameters)
        charsets = {value.strip(' "') for name, _, value in fields if name.strip() == "charset"}
        if media_type.strip() not in self.media_types or not charsets <= _CHARSETS:
            raise Problem(
                "unsupported_media_type", f"Send {' or '.join(self.media_types)}, in UTF-8."
            )

    def read(self, raw: bytes) -> Any:
        """Return the decoded body; raises Problem `malformed_body` or `invalid_request`."""
        if not raw:
            if self.required:
                raise Problem("invalid_request", "This operation needs a JSON body.")
            return None
        body = decode(raw)
        if not self._validator.is_valid(body):
            raise _refused(explain(self._validator, body, "body"))
        return body


def decode(raw: bytes) -> Any:
    """Return decoded JSON; raises Problem `malformed_body` for anything that is not plain JSON."""
    try:
        body = exactjson.decode(raw)
    except (exactjson.DecodeError, RecursionError, UnicodeDecodeError, ArithmeticError) as error:
        raise Problem(
            "malformed_body", f"The body is not valid JSON: {str(error)[:160]}."
        ) from None
    # JSON takes control characters as escapes only, DEL aside; a body without either needs no walk.
    if b"\\" in raw or b"\x7f" in raw or raw.count(b"[") + raw.count(b"{") > _MAX_DEPTH:
        _check_tree(body, 0)
    return body


def _check_tree(value: Any, depth: int) -> None:
    if depth > _MAX_DEPTH:
        raise Problem("malformed_body", f"The body is nested deeper than {_MAX_DEPTH} levels.")
    if isinstance(value, str):
        if _CONTROL.search(value):
            raise Problem("invalid_request", "The body holds a control character.")
    elif isinstance(value, dict):
        for name, member in value.items():
            _check_tree(name, depth + 1)
            _check_tree(member, depth + 1)
    elif isinstance(value, list):
        for member in value:
            _check_tree(member, depth + 1)


def _refused(errors: list[dict[str, str]]) -> Problem:
    first = errors[0]
    return Problem(
        "invalid_request", f"{first['location']}: {first['message']}.", {"errors": errors}
    )
