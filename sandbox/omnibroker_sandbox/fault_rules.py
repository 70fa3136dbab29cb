"""What may go wrong, where and how often: the faults that can be armed."""

from collections.abc import Iterator
from dataclasses import dataclass
from fnmatch import fnmatchcase
from typing import Any

KINDS = {
    "latency": "the operation starts `milliseconds` later",
    "reset_before": "the connection is cut before the operation runs",
    "reset_after": "the operation runs, then the connection is cut",
    "status": "an error `status` with a `body` of html, json or empty; the operation does not run",
    "status_after": "the same, but the operation has run",
    "html": "status 200 with an HTML page; the operation does not run",
    "empty": "status 200 without a body; the operation does not run",
    "rate_limited": "status 429; the operation does not run",
    "truncated": "the operation runs, half of the answer's body arrives, then the connection is cut",
    "unknown_status": "the operation runs; every order status in the answer reads Teleported",
    "ack_without_id": "the operation runs; the answer carries no order id",
}
BODIES = ("html", "json", "empty")
MOST_RULES = 100
ERRORS_FROM, ERRORS_TO = 400, 599


class RuleError(ValueError):
    """A fault that cannot be armed; the text says what to write instead."""


@dataclass(slots=True)
class Rule:
    """One armed fault. `path` is a glob that may leave the base path out; `count` is what is left."""

    path: str
    kind: str
    method: str = ""
    count: int = 1
    skip: int = 0
    milliseconds: int = 0
    status: int = 500
    body: str = "empty"

    def fits(self, method: str, path: str) -> bool:
        """Tell whether a request is meant."""
        right_method = self.method in {"", method}
        return right_method and (fnmatchcase(path, self.path) or fnmatchcase(path, f"*{self.path}"))

    def as_dict(self) -> dict[str, Any]:
        """Return the rule as it is written in JSON."""
        return {name: getattr(self, name) for name in _FIELDS}


_FIELDS: dict[str, type] = {
    "path": str,
    "kind": str,
    "method": str,
    "count": int,
    "skip": int,
    "milliseconds": int,
    "status": int,
    "body": str,
}


class Rules:
    """The armed faults, used up as requests meet them."""

    def __init__(self) -> None:
        self.armed: list[Rule] = []

    def take(self, method: str, path: str) -> list[Rule]:
        """Use up and return the faults of one request: every delay, and at most one other."""
        return list(self._taken(method, path))

    def _taken(self, method: str, path: str) -> Iterator[Rule]:
        struck = False
        for rule in self.armed:
            if not rule.count or not rule.fits(method, path):
                continue
            if rule.kind != "latency" and struck:
                continue
            if rule.skip:
                rule.skip -= 1
                continue
            rule.count -= 1
            struck = struck or rule.kind != "latency"
            yield rule
        self.armed = [rule for rule in self.armed if rule.count]


def parse_rules(document: Any) -> list[Rule]:
    """Read `{"faults": [...]}` or raise RuleError."""
    rows = document.get("faults") if isinstance(document, dict) else None
    if not isinstance(rows, list) or len(rows) > MOST_RULES:
        raise RuleError('Send {"faults": [...]} with at most 100 faults.')
    return [_rule(row) for row in rows]


def _rule(row: Any) -> Rule:
    if not isinstance(row, dict) or not {"path", "kind"} <= set(row):
        raise RuleError('Each fault needs at least "path" and "kind".')
    for name, value in row.items():
        wanted = _FIELDS.get(name)
        if wanted is None:
            raise RuleError(f"Unknown field {name!r}: use {', '.join(_FIELDS)}.")
        if type(value) is not wanted:
            raise RuleError(f"Field {name!r} must be of JSON type {wanted.__name__}.")
    rule = Rule(**row)
    _check(rule)
    return rule


def _check(rule: Rule) -> None:
    if rule.kind not in KINDS:
        raise RuleError(f"Unknown kind {rule.kind!r}: use {', '.join(KINDS)}.")
    if rule.body not in BODIES:
        raise RuleError(f"Unknown body {rule.body!r}: use {', '.join(BODIES)}.")
    if not ERRORS_FROM <= rule.status <= ERRORS_TO:
        raise RuleError("A status must be 400 to 599.")
    if min(rule.count, rule.skip, rule.milliseconds) < 0:
        raise RuleError("count, skip and milliseconds must not be negative.")


def garble(kind: str, document: Any, names: frozenset[str]) -> Any:
    """Return an answer's JSON with order states or ids made unusable.

    `names` are the members that hold them; where rows have no names, the words for the states themselves.
    """
    if isinstance(document, list):
        return [
            "Teleported" if isinstance(each, str) and each in names else garble(kind, each, names)
            for each in document
        ]
    if not isinstance(document, dict):
        return document
    if kind == "ack_without_id":
        left = {name: value for name, value in document.items() if name not in names}
        return {name: garble(kind, value, names) for name, value in left.items()}
    return {
        name: "Teleported" if name in names else garble(kind, value, names)
        for name, value in document.items()
    }
