"""The segment trie over every surface's paths: which plan, which path parameters, which methods."""

import re
from dataclasses import dataclass, field

from omnibroker.plans.compiled import Plan

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
            if child is not None and node.wildcard is not None:
                return _search(self._root, segments, 1, [])
            if child is None:
                child = node.wildcard
                if child is None or not segment:
                    return None
                values.append(segment)
            node = child
        return (node, values) if node.plans else None

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

    def allowed(self, path: str) -> str | None:
        """Return the Allow header of a path, or None where there is no such path."""
        found = self.find(path)
        if found is None:
            return None
        methods = set(found[0].plans)
        return ", ".join(sorted(methods | ({"HEAD"} if "GET" in methods else set()) | {"OPTIONS"}))


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
