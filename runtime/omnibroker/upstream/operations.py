"""A broker's operations as its bundle declares them: paths, effects, budgets, pre-flights, caching."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote, urlencode

from omnibroker.exactjson import encode

# Lower goes first: a cancel overtakes every queued quote.
CANCEL, TRADE, KEEP_ALIVE, ACCOUNT, QUOTE, HISTORY = range(6)


@dataclass(frozen=True, slots=True)
class Limit:
    """So many requests in so many seconds, or (`per_seconds` None) so many at once."""

    requests: int
    per_seconds: float | None


@dataclass(frozen=True, slots=True)
class Metered:
    """Limits, and what the broker counts them by: session, account or ip."""

    scope: str
    limits: tuple[Limit, ...]


@dataclass(frozen=True, slots=True)
class Group(Metered):
    """Limits that several operations share; with an `environment`, only for accounts that may be in it."""

    name: str
    environment: str | None

    def counts(self, environment: str | None) -> bool:
        """Say whether a call for an account in this environment counts; unproven, it may."""
        return None in {environment, self.environment} or environment == self.environment


@dataclass(frozen=True, slots=True)
class Preflight:
    """A call that must precede an operation once per session epoch.

    `discard_first`: the operation's own first answer is cold; it is thrown away and asked again after
    `wait_seconds`. `query` is what that first one asks besides.
    """

    operation: str
    discard_first: bool
    wait_seconds: float
    query: str


@dataclass(frozen=True, slots=True)
class Operation:
    """One wire operation. `effect` is read, write or trade; `shared`: equal reads may have one answer."""

    operation_id: str
    method: str
    path: str
    effect: str
    priority: int
    scope: str
    limits: tuple[Limit, ...]
    group: str | None
    cache_seconds: float
    shared: bool
    preflights: tuple[Preflight, ...]
    places: dict[str, str]

    @property
    def mutating(self) -> bool:
        """Whether a second send could do something twice."""
        return self.effect != "read"


class Operations:
    """The operations of one broker, by name, and the limits that they share.

    Raises ValueError for an operation of a group that the root does not declare.
    """

    def __init__(self, bundle: dict[str, Any]) -> None:
        budget = bundle.get("x-budget", {})
        self.shared = Metered(budget.get("scope", "session"), _limits(budget))
        self.groups = {name: _group(name, raw) for name, raw in budget.get("groups", {}).items()}
        self._by_id = {
            raw["operationId"]: _operation(path, method, raw, bundle)
            for path, item in bundle["paths"].items()
            for method, raw in item.items()
            if method != "parameters" and "operationId" in raw
        }
        for each in self._by_id.values():
            if each.group is not None and each.group not in self.groups:
                raise ValueError(
                    f"{each.operation_id}: declare the group {each.group} in x-budget at the root."
                )

    def __getitem__(self, operation_id: str) -> Operation:
        return self._by_id[operation_id]

    def __iter__(self) -> Any:
        return iter(self._by_id.values())


def request_line(operation: Operation, parameters: Mapping[str, str]) -> tuple[str, dict[str, str]]:
    """Return (path with query, headers) for parameters by their names on the wire; KeyError for a name unknown."""
    path, query, headers = operation.path, [], {}
    for name, value in parameters.items():
        place = operation.places[name]
        if place == "path":
            path = path.replace(f"{{{name}}}", quote(str(value), safe=""))
        elif place == "header":
            headers[name] = str(value)
        else:
            query.append((name, str(value)))
    return f"{path}?{urlencode(query)}" if query else path, headers


def encode_body(body: Any) -> bytes:
    """Return JSON with exact decimals as numbers."""
    return b"" if body is None else encode(body)


def encode_headers(headers: dict[str, Any]) -> tuple[tuple[bytes, bytes], ...]:
    """Return headers for the wire; the media type of a body is the session's own."""
    return tuple(
        (name.lower().encode("ascii"), str(value).encode("latin-1"))
        for name, value in headers.items()
        if name.lower() != "content-type"
    )


def plain_query(query: dict[str, Any]) -> dict[str, Any]:
    """Return query parameters as text: booleans as brokers spell them, absent ones dropped."""
    return {
        name: str(value).lower() if isinstance(value, bool) else value
        for name, value in query.items()
        if value is not None
    }


def _operation(path: str, method: str, raw: dict[str, Any], bundle: dict[str, Any]) -> Operation:
    budget = raw.get("x-budget", {})
    return Operation(
        operation_id=raw["operationId"],
        method=method.upper(),
        path=path,
        effect=raw["x-effect"],
        priority=_priority(raw),
        scope=budget.get("scope", "session"),
        limits=_limits(budget),
        group=budget.get("group"),
        cache_seconds=raw.get("x-cache-seconds", 0),
        shared=raw.get("x-shared", True),
        preflights=tuple(_preflight(item) for item in raw.get("x-preflight", ())),
        places=_places(raw, bundle),
    )


def _priority(raw: dict[str, Any]) -> int:
    """Cancel before trade before account reads before quotes before history."""
    name, tag = raw["operationId"], raw["tags"][0]
    if raw.get("x-effect") == "trade":
        return CANCEL if name.startswith("cancel") else TRADE
    if tag == "market_data":
        return HISTORY if "history" in name else QUOTE
    return KEEP_ALIVE if tag == "sessions" else ACCOUNT


def _places(raw: dict[str, Any], bundle: dict[str, Any]) -> dict[str, str]:
    """Return {parameter: path, query or header}."""
    shared = bundle.get("components", {}).get("parameters", {})
    found = [
        shared[parameter["$ref"].rsplit("/", 1)[1]] if "$ref" in parameter else parameter
        for parameter in raw.get("parameters", ())
    ]
    return {parameter["name"]: parameter["in"] for parameter in found}


def _limits(declared: dict[str, Any]) -> tuple[Limit, ...]:
    limits = [Limit(item["requests"], item["per_seconds"]) for item in declared.get("limits", ())]
    if "concurrent" in declared:
        limits.append(Limit(declared["concurrent"], None))
    return tuple(limits)


def _group(name: str, declared: dict[str, Any]) -> Group:
    return Group(declared["scope"], _limits(declared), name, declared.get("environment"))


def _preflight(item: dict[str, Any]) -> Preflight:
    return Preflight(
        item["operation"],
        item.get("discard_first", False),
        item.get("wait_seconds", 0),
        item.get("query", ""),
    )
