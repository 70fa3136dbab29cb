"""The segment trie over every surface's paths: which plan, which path parameters, which methods."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from omnibroker.observe import request_id_of
from omnibroker.plans.calls import Reply
from omnibroker.plans.compiled import Encoded, Plan, finish
from omnibroker.plans.surface import Surface
from omnibroker.problems import Problem

NOTHING_HERE = "Nothing is served at this path; see /docs."
_TEMPLATE = re.compile(r"\{([^{}]+)\}")


@dataclass(slots=True)
class _Node:
    literal: dict[str, "_Node"] = field(default_factory=dict)
    wildcard: "_Node | None" = None
    plans: dict[str, tuple[Plan, tuple[str, ...]]] = field(default_factory=dict)


class Routes:
    """Paths to plans. A concrete segment wins over a parameter, as OpenAPI says."""

    def __init__(self, plans: list[Plan]) -> None:
        self._root = _Node()
        for plan in plans:
            self._add(plan)

    def _add(self, plan: Plan) -> None:
        node, names = self._root, []
        for segment in (plan.surface.base_path.rstrip("/") + plan.path).split("/")[1:]:
            template = _TEMPLATE.fullmatch(segment)
            if template:
                names.append(template[1])
                node.wildcard = node.wildcard or _Node()
                node = node.wildcard
            else:
                node = node.literal.setdefault(segment, _Node())
        node.plans[plan.method] = (plan, tuple(names))

    def find(self, path: str) -> tuple[_Node, list[str]] | None:
        """Return the node of a path and the values of its parameters in order, or None."""
        segments = path.split("/")
        node, values = self._root, []
        for segment in segments[1:]:
            child = node.literal.get(segment)
            if child is None:
                child = node.wildcard
                if child is None or not segment:
                    return _search(self._root, segments, 1, [])
                values.append(segment)
            node = child
        return (node, values) if node.plans else _search(self._root, segments, 1, [])

    def match(self, method: str, path: str) -> tuple[Plan, dict[str, str]] | None:
        """Return the plan for a request line and its path parameters, or None."""
        found = self.find(path)
        if found is None:
            return None
        node, values = found
        entry = node.plans.get(method)
        if entry is None:
            return None
        plan, names = entry
        return plan, dict(zip(names, values, strict=True))

    def refuse(self, scope: Mapping[str, Any]) -> Encoded | None:
        """Return the answer to OPTIONS (204), to a method that a known path does not take (405), or to
        a known path with a slash too many or too few (404: a redirect would trust the Host header).
        """
        if scope["type"] != "http":
            return None
        path: str = scope["path"]
        found = self.find(path)
        if found is None:
            twin = self.find(path.removesuffix("/") if path.endswith("/") else path + "/")
            return twin and _not_found(scope, _surface(twin[0]))
        plans = found[0].plans
        allowed = set(plans) | ({"HEAD"} if "GET" in plans else set())
        if scope["method"] in allowed:
            return None
        return _wrong_method(scope, _surface(found[0]), ", ".join(sorted(allowed | {"OPTIONS"})))


def _surface(node: _Node) -> Surface:
    return next(iter(node.plans.values()))[0].surface


def _wrong_method(scope: Mapping[str, Any], surface: Surface, allowed: str) -> Encoded:
    if scope["method"] == "OPTIONS":
        reply = Reply(204, None, (("allow", allowed),), media_type="")
        return _finished(scope, surface, reply)
    problem = Problem(
        "method_not_allowed", f"This path takes {allowed}.", headers=(("allow", allowed),)
    )
    return _finished(scope, surface, problem)


def _not_found(scope: Mapping[str, Any], surface: Surface) -> Encoded:
    return _finished(scope, surface, Problem("not_found", NOTHING_HERE))


def _finished(scope: Mapping[str, Any], surface: Surface, answer: Reply | Problem) -> Encoded:
    request_id = request_id_of(dict(scope["headers"]).get(b"x-request-id"))
    reply = surface.render(answer, request_id) if isinstance(answer, Problem) else answer
    return finish(reply, request_id, own_headers=surface.own_headers)


def _search(
    node: _Node, segments: list[str], at: int, values: list[str]
) -> tuple[_Node, list[str]] | None:
    """Try the concrete segment first and come back to the parameter where that way ends."""
    if at == len(segments):
        return (node, values) if node.plans else None
    segment = segments[at]
    child = node.literal.get(segment)
    if child is not None:
        found = _search(child, segments, at + 1, values)
        if found is not None:
            return found
    if node.wildcard is not None and segment:
        return _search(node.wildcard, segments, at + 1, [*values, segment])
    return None
