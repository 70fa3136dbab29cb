"""Path, query and header parameters of one operation: read, coerced and checked the same on both roads."""

import re
from collections.abc import Callable, Mapping
from typing import Any
from urllib.parse import parse_qsl

import jsonschema_rs

from omnibroker.plans.schemas import Schemas, explain
from omnibroker.problems import Problem

_INTEGER = re.compile(r"-?[0-9]{1,18}")
_CONTROL = re.compile("[\x00-\x1f\x7f]")
_BOOLEANS = {"true": True, "false": False}
_MAX_FIELDS = 200
_PLAIN_QUERY = re.compile(
    rb"[A-Za-z0-9_.:~-]+=[A-Za-z0-9_.:~,-]*(&[A-Za-z0-9_.:~-]+=[A-Za-z0-9_.:~,-]*)*"
)


class Parameter:
    """One declared parameter: its place, its type, its compiled schema."""

    def __init__(
        self, definition: dict[str, Any], schema: dict[str, Any], schemas: Schemas
    ) -> None:
        self.name: str = definition["name"]
        self.place: str = definition["in"]
        self.required: bool = definition.get("required", False)
        resolved: dict[str, Any] = definition.get("schema", {})
        self.is_array = resolved.get("type") == "array"
        kind = resolved.get("items", {}).get("type") if self.is_array else resolved.get("type")
        self._coerce: Callable[[str], Any] = _COERCIONS.get(kind or "string", str)
        self._validator: jsonschema_rs.Draft4Validator = schemas.validator(schema)

    def read(self, values: list[str] | None) -> Any:
        """Return the checked value, or None when it is absent and optional."""
        if not values:
            if self.required:
                raise _refused([{"location": self._where, "message": "is required"}])
            return None
        value = [self._one(text) for text in values] if self.is_array else self._single(values)
        if not self._validator.is_valid(value):
            raise _refused(explain(self._validator, value, self._where))
        return value

    @property
    def _where(self) -> str:
        return f"{self.place}.{self.name}"

    def _single(self, values: list[str]) -> Any:
        if len(values) > 1:
            raise _refused([{"location": self._where, "message": "is given more than once"}])
        return self._one(values[0])

    def _one(self, text: str) -> Any:
        if not (text.isascii() and text.isprintable()) and _CONTROL.search(text):
            raise _refused([{"location": self._where, "message": "has a control character"}])
        return self._coerce(text)


class Parameters:
    """All parameters of one operation."""

    def __init__(self, declared: list[Parameter], open_query: bool) -> None:
        self._path = [parameter for parameter in declared if parameter.place == "path"]
        self._query = {
            parameter.name: parameter for parameter in declared if parameter.place == "query"
        }
        self._headers = [
            (parameter.name.lower().encode(), parameter)
            for parameter in declared
            if parameter.place == "header"
        ]
        self._open_query = open_query

    def read(
        self, path: Mapping[str, Any], query: bytes, headers: Mapping[bytes, bytes]
    ) -> dict[str, Any]:
        """Return every given parameter by name; raises Problem `invalid_request`."""
        values: dict[str, Any] = {}
        for parameter in self._path:
            values[parameter.name] = parameter.read([str(path[parameter.name])])
        if query or self._query:
            self._read_query(query, values)
        for name, parameter in self._headers:
            raw = headers.get(name)
            value = parameter.read(None if raw is None else [raw.decode("latin-1")])
            if value is not None:
                values[parameter.name] = value
        return values

    def _read_query(self, query: bytes, values: dict[str, Any]) -> None:
        fields = _split_query(query)
        for name in fields:
            if name not in self._query and not self._open_query:
                detail = {"location": f"query.{name[:64]}", "message": "is not a parameter here"}
                raise _refused([detail])
        for name, parameter in self._query.items():
            value = parameter.read(fields.get(name))
            if value is not None:
                values[name] = value


def _split_query(query: bytes) -> dict[str, list[str]]:
    if not query:
        return {}
    try:
        pairs = _simple_pairs(query) or parse_qsl(
            query.decode("ascii"),
            keep_blank_values=True,
            errors="strict",
            max_num_fields=_MAX_FIELDS,
        )
    except (UnicodeDecodeError, ValueError):
        message = "is not percent-encoded UTF-8 of a sensible size"
        raise _refused([{"location": "query", "message": message}]) from None
    fields: dict[str, list[str]] = {}
    for name, value in pairs:
        fields.setdefault(name, []).append(value)
    return fields


def _simple_pairs(query: bytes) -> list[tuple[str, str]] | None:
    """Split a query without escapes; None leaves it to the library. Most queries are this plain."""
    if not _PLAIN_QUERY.fullmatch(query) or query.count(b"&") >= _MAX_FIELDS:
        return None
    return [
        (name, value)
        for name, _, value in (pair.partition("=") for pair in query.decode().split("&"))
    ]


def _integer(text: str) -> Any:
    return int(text) if _INTEGER.fullmatch(text) else text


def _boolean(text: str) -> Any:
    return _BOOLEANS.get(text, text)


_COERCIONS: dict[str, Callable[[str], Any]] = {"integer": _integer, "boolean": _boolean}


def _refused(errors: list[dict[str, str]]) -> Problem:
    first = errors[0]
    detail = f"{first['location']} {first['message']}." if errors else "A parameter is wrong."
    return Problem("invalid_request", detail, {"errors": errors})
