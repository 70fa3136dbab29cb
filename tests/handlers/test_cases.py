"""Runs every case file: a unified call, the broker's scripted answers, the unified answer or problem."""

import asyncio
import dataclasses
import re
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

import jsonschema_rs
import pytest
import yaml

from omnibroker import exactjson
from omnibroker.cells import Cells
from omnibroker.kit.errors import ConfirmationRequired, GatewayError
from omnibroker.kit.instruments import Resolved
from omnibroker.kit.outcomes import Accepted, Outcome, Question, Refused, Unknown
from omnibroker.kit.upstream import Parted
from omnibroker.observe import Metrics
from omnibroker.problems import from_exception
from omnibroker.simulated import BASE_PATHS, connection_to
from omnibroker.upstream import state as states
from omnibroker.upstream import wire
from omnibroker.upstream.connection import Connection
from omnibroker.upstream.state import AccountFacts
from omnibroker.upstream.view import View

CASES = Path(__file__).parent / "cases"
FILES = sorted(CASES.glob("*/*/*.yaml"))
ORDER_ID = "ob01K9V6T3ZQ8M4N7XW2RCH5JDGB"
RECEIVED_AT = "2026-03-02T14:30:05.120Z"
PATIENCE = 60.0


class Loader(yaml.SafeLoader):
    """YAML whose fractions are exact decimals."""


Loader.add_constructor("tag:yaml.org,2002:float", lambda loader, node: Decimal(node.value))


@dataclass
class Script:
    """The broker of one case: an engine that answers what the case says and nothing else."""

    operations: Any
    base_path: str
    expected: list[dict[str, Any]]
    seen: list[str] = field(default_factory=list)

    async def send(self, request: wire.WireRequest) -> wire.WireResponse:
        for step in self.expected:
            if self._is(step, request):
                self.expected.remove(step)
                self.seen.append(step["operation"])
                return self._answer(step)
        raise AssertionError(f"unexpected: {request.method} {request.target} {request.body!r}")

    async def close(self) -> None:
        """Nothing is open."""

    def _is(self, step: dict[str, Any], request: wire.WireRequest) -> bool:
        operation = self.operations[step["operation"]]
        target = urlsplit(request.target)
        names = re.findall(r"\{(\w+)\}", operation.path)
        pattern = re.sub(r"\\\{\w+\\\}", "([^/]+)", re.escape(self.base_path + operation.path))
        found = re.fullmatch(pattern, target.path)
        if found is None or operation.method != request.method:
            return False
        sent = {
            "path": dict(zip(names, map(unquote, found.groups()), strict=True)),
            "query": dict(parse_qsl(target.query, keep_blank_values=True)),
            "body": exactjson.decode(request.body) if request.body else None,
        }
        return sent == {"path": {}, "query": {}, "body": None} | step.get("request", {})

    def _answer(self, step: dict[str, Any]) -> wire.WireResponse:
        if "lost" in step:
            raise wire.Lost(step["lost"], "as the case says")
        if "not_sent" in step:
            raise wire.NotSent(step["not_sent"], "as the case says")
        text = step.get("text")
        body = exactjson.encode(step["response"]) if text is None else text.encode()
        return wire.WireResponse(step["status"], {"content-type": "application/json"}, body)


@dataclass
class Ledger:
    """A gate that lets everything pass and remembers in which order it was asked."""

    order_id: str
    operation_id: str
    events: list[str] = field(default_factory=list)
    outcome: Outcome | None = None

    async def admit(self) -> None:
        self.events.append("admit")

    async def attempt(self, content: bytes) -> None:
        assert not self.outcome
        self.events.append("attempt")

    def last_look(self) -> None:
        """Nothing has changed since the admission."""

    async def settle(self, outcome: Outcome) -> Outcome:
        self.outcome = outcome
        self.events.append("settle")
        return outcome

    async def not_sent(self, reason: str) -> None:
        self.events.append("not_sent")


def read(path: Path) -> dict[str, Any]:
    return yaml.load(path.read_text("utf-8"), Loader)


def name(path: Path) -> str:
    return path.relative_to(CASES).with_suffix("").as_posix()


def connect(bundles, cells, broker: str, case: dict[str, Any]) -> tuple[Connection, Script]:
    """Build the real connection of a case, its session up and warm, over the script."""
    settings = connection_to(broker, "https://localhost:5000", accounts=())
    connection = Connection(broker, settings, bundles[broker], cells.symbols(broker), Metrics())
    base_path = BASE_PATHS[broker].removesuffix("/")
    script = Script(connection.operations, base_path, list(case.get("upstream", [])))
    connection.engine = connection.session._engine = script
    connection.state.become(states.READY)
    facts = read(CASES / broker / "account.yaml") | case.get("account", {})
    native = facts.pop("account")
    connection.state.accounts = {native: AccountFacts(**facts)}
    _warm(connection)
    known = read(CASES / broker / "instruments.yaml")
    account_id = connection.asking(connection.account_of(native)).account_id
    for key in case.get("known", []):
        found = Resolved(key=key, **known[key])
        connection.instruments._known[account_id, key] = (float("inf"), found)
    return connection, script


def _warm(connection: Connection) -> None:
    """Take the session's own ways away: cases speak of the spec's requests and answers alone."""
    module = connection.module

    async def ready(_call) -> None: ...

    async def again(*_args) -> bool:
        return False

    module.ready, module.again = ready, again
    module.wire = lambda _call, draft: draft
    module.unwrap = lambda _call, response: response


_validators: dict[str, Any] = {}


def answer_schema(bundle: dict[str, Any], operation_id: str) -> dict[str, Any]:
    """Return the schema of one item of an operation's answer."""
    operation = next(
        found
        for item in bundle["paths"].values()
        for found in item.values()
        if isinstance(found, dict) and found.get("operationId") == operation_id
    )
    ok = operation["responses"].get("200") or operation["responses"]["201"]
    reference = ok["content"]["application/json"]["schema"]["$ref"]
    if reference.endswith("Page"):
        page = bundle["components"]["schemas"][reference.rpartition("/")[2]]
        reference = page["properties"]["items"]["items"]["$ref"]
    return {"$ref": reference, "components": bundle["components"]}


def check_fits(bundle, operation_id: str, answer: Any) -> None:
    if operation_id not in _validators:
        schema = answer_schema(bundle, operation_id)
        _validators[operation_id] = jsonschema_rs.Draft4Validator(schema)
    validator = _validators[operation_id]
    for item in answer if isinstance(answer, list) else [answer]:
        found = [f"{e.instance_path}: {e.message}" for e in validator.iter_errors(item)]
        assert not found


@pytest.fixture(scope="session")
def cells_of(bundles):
    """Load the cells of one broker, once."""
    return cache(lambda broker: Cells(bundles["unified"], [broker]))


def check_gate(gate: Ledger, case: dict[str, Any]) -> None:
    """A write is admitted, attempted and settled in this order, and rejected on proof alone."""
    if not gate.events:
        return
    assert gate.events in (["admit", "attempt", "settle"], ["admit", "attempt", "not_sent"])
    code = case.get("problem", {}).get("code")
    assert isinstance(gate.outcome, Refused) == (code == "rejected_by_broker")
    assert isinstance(gate.outcome, Unknown) == (code == "outcome_unknown")
    assert isinstance(gate.outcome, Question) == ("question" in case)
    assert isinstance(gate.outcome, Accepted) == ("response" in case)


def check_error(error: GatewayError, case: dict[str, Any]) -> None:
    """A question shows what the broker asks; every other error is the problem of the case."""
    if isinstance(error, ConfirmationRequired):
        asked = dataclasses.asdict(error.extra["question"])
        assert case["question"] == {name: plain(value) for name, value in asked.items()}
        return
    found = from_exception(error).body("case")
    assert "problem" in case, found
    assert {key: found.get(key) for key in case["problem"]} == case["problem"]


def check_parts(answer: Any, case: dict[str, Any]) -> Any:
    """Return the rows of an answer; `failed` of a case holds the problem of each part that has none."""
    if not isinstance(answer, Parted):
        assert "failed" not in case, "this answer has no parts"
        return answer
    expected = case.get("failed", {})
    assert answer.failed.keys() == expected.keys()
    for part, problem in expected.items():
        found = from_exception(answer.failed[part]).body("case")
        assert {key: found.get(key) for key in problem} == problem
    return answer.rows


def plain(value: Any) -> Any:
    return list(value) if isinstance(value, tuple) else value


@pytest.mark.parametrize("path", FILES, ids=name)
async def test_case(path, bundles, cells_of):
    """The handler sends exactly the calls of the case and gives exactly its answer or problem."""
    case, (broker, operation_id) = read(path), path.parts[-3:-1]
    cells = cells_of(broker)
    connection, script = connect(bundles, cells, broker, case)
    gate = Ledger(case.get("order_id", ORDER_ID), operation_id)
    (native,) = connection.accounts()
    account = connection.of_market() if case.get("connection_only") else connection.account(native)
    received_at = case.get("received_at", RECEIVED_AT)
    deadline = asyncio.get_running_loop().time() + PATIENCE
    view = View(connection, account, deadline, lambda: received_at, gate)
    given = dict(case.get("parameters", {}))
    if "request" in case:
        given["request"] = case["request"]
    try:
        answer = await cells.find(operation_id, broker)(view, given)
    except GatewayError as error:
        check_error(error, case)
    else:
        assert "response" in case, answer
        answer = check_parts(answer, case)
        check_fits(bundles["unified"], operation_id, answer)
        assert answer == case["response"]
    finally:
        await connection.stop()
    assert not script.expected, "calls that were not made"
    check_gate(gate, case)
