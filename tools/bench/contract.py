"""The measured operation, cut out of the unified bundle: what Prism validates against."""

import json
from pathlib import Path
from typing import Any

from place import BENCH, ROOT, CannotMeasure

BUNDLE = ROOT / "generated" / "omnibroker_generated" / "specs" / "unified.json"
PATH = "/v1/accounts/{account_id}/orders/preview"
Json = dict[str, Any]


def write() -> Path:
    """Write the one-operation specification into .bench/ and return its path."""
    if not BUNDLE.exists():
        raise CannotMeasure("The unified bundle is missing: run tools/generate.py.")
    document: Json = json.loads(BUNDLE.read_text())
    if PATH not in document["paths"]:
        raise CannotMeasure(f"The unified bundle has no {PATH}: change tools/bench/contract.py.")
    small = cut(document)
    file = BENCH / "prism.json"
    file.write_text(json.dumps(small, indent=1))
    return file


def cut(document: Json) -> Json:
    """The operation with its 200 answer, without answer headers, and the components that it names.

    Fewer answers and no headers mean less work for Prism.
    """
    operation = dict(document["paths"][PATH]["post"])
    answer = dict(operation["responses"]["200"])
    answer.pop("headers", None)
    operation["responses"] = {"200": answer}
    components: Json = {"securitySchemes": document["components"]["securitySchemes"]}
    collect(operation, document, components)
    return {
        "openapi": document["openapi"],
        "info": document["info"],
        "servers": [{"url": "/"}],
        "paths": {PATH: {"post": operation}},
        "components": components,
    }


def collect(node: Any, document: Json, components: Json) -> None:
    """Copy each component that `node` refers to, and those that it refers to."""
    if isinstance(node, list):
        for item in node:
            collect(item, document, components)
        return
    if not isinstance(node, dict):
        return
    for value in node.values():
        collect(value, document, components)
    reference = node.get("$ref")
    if not isinstance(reference, str):
        return
    kind, name = reference.split("/")[2:]
    if name not in components.setdefault(kind, {}):
        components[kind][name] = document["components"][kind][name]
        collect(components[kind][name], document, components)
