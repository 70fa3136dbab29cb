"""Problem codes: one list in code and contract, statuses that mean what the design says."""

import ast

import pytest

from omnibroker.kit.errors import NotSent, OutcomeUnknown, Rejected
from omnibroker.problems import CODES, Problem, for_status, from_exception


def test_code_and_contract_list_the_same_codes(bundles):
    """What the spec says can come is what can come."""
    known = bundles["unified"]["components"]["schemas"]["Problem"]["properties"]["code"]
    assert set(known["x-known-values"]) == set(CODES)


def test_every_code_that_is_raised_is_listed(root):
    """A code without a status would be a failure of ours at the worst moment."""
    raised = set()
    for folder in ("runtime/omnibroker", "handlers/omnibroker_handlers"):
        for path in (root / folder).rglob("*.py"):
            if path.name in {"wire.py", "engine.py", "plain.py"}:
                continue  # their NotSent is the wire's own, with a reason instead of a code
            for node in ast.walk(ast.parse(path.read_text("utf-8"))):
                if isinstance(node, ast.Call) and ast.unparse(node.func) in {
                    "NotSent", "Problem", "UpstreamFailure",
                } and node.args and isinstance(node.args[0], ast.Constant):  # fmt: skip
                    raised.add(node.args[0].value)
    assert raised <= set(CODES)
    assert len(raised) > 20


def test_504_means_one_thing_only():
    """A write may have happened: outcome_unknown, nothing else, and it is safe to send again."""
    assert [code for code, row in CODES.items() if row[0] == 504] == ["outcome_unknown"]
    assert CODES["outcome_unknown"][2] == "same_id"
    assert CODES["upstream_timeout"][0] == 503


@pytest.mark.parametrize("code", sorted(CODES))
def test_a_problem_is_a_whole_document(code, bundles):
    """Every member that the contract requires, equal status in body and line."""
    problem = Problem(code, "What to do.")
    body = problem.body("r1")
    schema = bundles["unified"]["components"]["schemas"]["Problem"]
    assert set(schema["required"]) <= set(body) <= set(schema["properties"])
    assert body["status"] == problem.status == CODES[code][0]
    assert body["type"] == f"/problems/{code}"
    assert body["retry"] in {"never", "after", "same_id"}


def test_what_nobody_expected_is_told_without_its_text():
    """internal_error; absent members stay absent."""
    problem = from_exception(RuntimeError("the password is 1234"))
    assert problem.code == "internal_error"
    assert "1234" not in str(problem.body("r"))
    assert "broker_code" not in Problem("not_found", "x", {"broker_code": None}).body("r")


def test_an_error_may_be_told_twice():
    """The second caller of a shared read gets the same answer and the same headers."""
    error = OutcomeUnknown("Perhaps.", order_id="ob1", location="/x", retry_after_seconds=3)
    first, second = from_exception(error), from_exception(error)
    assert first.headers == second.headers == (("location", "/x"), ("retry-after", "3"))
    assert "location" not in first.body("r")
    assert from_exception(Rejected("No.", broker_code="7")).body("r")["broker_code"] == "7"
    assert from_exception(NotSent("no_such_code", "x")).code == "internal_error"


@pytest.mark.parametrize("status", [400, 401, 403, 404, 405, 406, 413, 415, 418, 429, 500, 503])
def test_a_frameworks_status_becomes_a_problem_of_its_kind(status):
    """4xx stays 4xx and 5xx stays 5xx."""
    assert for_status(status).status // 100 == status // 100
