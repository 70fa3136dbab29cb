"""The bundled specs: the only form in which the program reads a contract."""

from importlib.resources import files
from typing import Any

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
