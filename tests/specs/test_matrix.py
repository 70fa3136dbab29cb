"""The matrix is closed: what the unified spec promises, handlers implement, and nothing besides."""

import ast

import pytest

import bundle
import generate

HANDLERS = generate.ROOT / "handlers" / "omnibroker_handlers"
CASES = generate.ROOT / "tests" / "handlers" / "cases"
BROKERS = [api for api in generate.apis() if api != "unified"]
FACES = {"tiger_rest"}  # served by the handlers of another broker

every_broker = pytest.mark.parametrize(
    "broker", [broker for broker in BROKERS if broker not in FACES]
)


def promised(bundles, broker) -> dict[str, tuple[str, list[str]]]:
    """What the unified spec promises of a broker's handlers: operation → (tag, upstream operations).

    Sessions belong to the broker's upstream module.
    """
    return {
        found["operationId"]: (found["tags"][0], found["x-upstream"][broker])
        for _, _, found in bundle.operations(bundles["unified"])
        if broker in found.get("x-upstream", {}) and found["tags"][0] != "sessions"
    }


def modules(broker) -> dict[str, ast.Module]:
    """The handler modules of a broker by tag, parsed."""
    paths = sorted((HANDLERS / broker).glob("[a-z]*.py"))
    return {path.stem: ast.parse(path.read_text("utf-8")) for path in paths}


def cells(tree: ast.Module) -> set[str]:
    """The handlers of a module: its public coroutine functions."""
    found = (node for node in tree.body if isinstance(node, ast.AsyncFunctionDef))
    return {node.name for node in found if not node.name.startswith("_")}


def called(tree: ast.Module, broker: str) -> set[str]:
    """The operations of a broker that a module imports from its generated client."""
    start = f"omnibroker_generated.{broker}.api"
    return {
        alias.name
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith(start)
        for alias in node.names
    }


@every_broker
def test_every_promised_cell_is_a_handler_and_no_handler_is_a_stray(broker, bundles):
    """The functions in <broker>/<tag>.py are exactly the cells that x-upstream declares."""
    wanted = {(tag, name) for name, (tag, _) in promised(bundles, broker).items()}
    found = {(tag, name) for tag, tree in modules(broker).items() for name in cells(tree)}
    assert found == wanted


@every_broker
def test_handlers_import_exactly_the_upstream_operations(broker, bundles):
    """x-upstream lists what the handlers of a tag call, neither more nor less; look-ups are the broker's shared files'."""
    shared = set().union(
        *(
            called(ast.parse(path.read_text("utf-8")), broker)
            for path in (HANDLERS / broker).glob("_*.py")
        )
    )
    for tag, tree in modules(broker).items():
        wanted = {
            call for of, calls in promised(bundles, broker).values() if of == tag for call in calls
        }
        found = called(tree, broker)
        assert found <= wanted, tag
        assert wanted - found <= shared, tag


@every_broker
def test_every_cell_has_cases_and_no_case_is_a_stray(broker, bundles):
    """tests/handlers/cases mirrors the matrix: one folder for each cell, at least one case in each."""
    folder = CASES / broker
    found = {path.name for path in folder.glob("*") if path.is_dir() and any(path.glob("*.yaml"))}
    assert found == set(promised(bundles, broker))
