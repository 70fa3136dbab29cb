"""Schema validators compiled once from a bundle, references kept; the hot path of both roads."""

from collections.abc import Iterator
from typing import Any

import jsonschema_rs

_ROOT = "urn:bundle"
# OpenAPI 3.0 words that JSON Schema does not know; left in, they would only cost time.
_SKIPPED = frozenset({"example", "examples", "xml", "externalDocs", "discriminator", "deprecated"})


class Schemas:
    """Compiles the schemas of one bundle; the same schema object is compiled once."""

    def __init__(self, bundle: dict[str, Any]) -> None:
        components = bundle.get("components", {}).get("schemas", {})
        document = {"components": {"schemas": {k: _rewrite(v, "") for k, v in components.items()}}}
        self._registry = jsonschema_rs.Registry([(_ROOT, document)])
        self._compiled: dict[str, jsonschema_rs.Draft4Validator] = {}

    def validator(self, schema: dict[str, Any]) -> jsonschema_rs.Draft4Validator:
        """Return the validator of a schema of the bundle (`$ref` or inline)."""
        name = repr(schema)
        if name not in self._compiled:
            self._compiled[name] = jsonschema_rs.Draft4Validator(
                _rewrite(schema, _ROOT), registry=self._registry
            )
        return self._compiled[name]


def _rewrite(schema: Any, root: str) -> Any:
    """Return a JSON Schema for an OpenAPI 3.0 schema: `nullable` becomes a type, refs become absolute."""
    if isinstance(schema, list):
        return [_rewrite(item, root) for item in schema]
    if not isinstance(schema, dict):
        return schema
    if "$ref" in schema:
        return {"$ref": root + schema["$ref"]}
    result = {
        key: _rewrite_member(key, value, root)
        for key, value in schema.items()
        if key not in _SKIPPED and not key.startswith("x-")
    }
    return _nullable(result) if result.pop("nullable", False) else result


def _rewrite_member(key: str, value: Any, root: str) -> Any:
    if key == "properties":
        return {name: _rewrite(item, root) for name, item in value.items()}
    return value if key in {"enum", "default", "required"} else _rewrite(value, root)


def _nullable(schema: dict[str, Any]) -> dict[str, Any]:
    if "enum" in schema:
        schema["enum"] = [*schema["enum"], None]
    if "type" in schema:
        return {**schema, "type": [schema["type"], "null"]}
    return {"anyOf": [schema, {"type": "null"}]}


def explain(
    validator: jsonschema_rs.Draft4Validator, value: Any, where: str
) -> list[dict[str, str]]:
    """Return up to five short errors: where in the request, and what is wrong there."""
    return [
        {"location": _location(where, error.instance_path), "message": _short(error.message)}
        for error, _ in zip(_errors(validator, value), range(5), strict=False)
    ]


def _errors(validator: jsonschema_rs.Draft4Validator, value: Any) -> Iterator[Any]:
    return iter(validator.iter_errors(value))


def _location(where: str, path: list[Any]) -> str:
    return ".".join([where, *(str(part) for part in path)])[:200]


def _short(message: str) -> str:
    line = " ".join(message.split())
    return line if len(line) <= 240 else line[:239] + "…"
