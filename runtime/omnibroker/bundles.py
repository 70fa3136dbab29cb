"""The bundled specs: the only form in which the program reads a contract."""

from collections.abc import Iterator
from importlib.resources import files
from typing import Any
from urllib.parse import urlsplit

import msgspec

_PACKAGE = "omnibroker_generated"


def names() -> list[str]:
    """Return the names of every bundle that is shipped."""
    folder = files(_PACKAGE) / "specs"
    return sorted(
        item.name.removesuffix(".json") for item in folder.iterdir() if item.name.endswith(".json")
    )


def load(name: str) -> dict[str, Any]:
    """Return a bundle as it was generated, with our `x-` members."""
    bundle: dict[str, Any] = msgspec.json.decode(
        (files(_PACKAGE) / "specs" / f"{name}.json").read_bytes()
    )
    return bundle


def operations(bundle: dict[str, Any]) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Yield (path, method in lower case, operation) of a bundle, in its order."""
    for path, item in bundle["paths"].items():
        for method, raw in item.items():
            # A path item may also hold what its operations share: parameters, a summary.
            if isinstance(raw, dict) and "operationId" in raw:
                yield path, method, raw


def base_path(bundle: dict[str, Any]) -> str:
    """Return the path below which a bundle's own API is served, from its first server."""
    return urlsplit(bundle["servers"][0]["url"]).path or "/"


def published(bundle: dict[str, Any]) -> dict[str, Any]:
    """Return a bundle for readers outside: without internals, with the values that they may meet."""
    cleaned: dict[str, Any] = _clean(bundle)
    return cleaned


def _clean(node: Any) -> Any:
    if isinstance(node, list):
        return [_clean(item) for item in node]
    if not isinstance(node, dict):
        return node
    return {
        name: _clean(value)
        for name, value in node.items()
        if name in _KEPT or not name.startswith("x-")
    }


# Readers use these; the rest of our extensions tells the gateway how to work.
_KEPT = frozenset({"x-known-values", "x-scope"})
