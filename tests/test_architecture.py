"""Import contracts, forbidden calls, docstrings and sizes."""

import ast
import functools
import re
from pathlib import Path

import pytest
from importlinter.cli import lint_imports

import generate

ROOT = generate.ROOT
SOURCES = {
    "runtime": ROOT / "runtime" / "omnibroker",
    "handlers": ROOT / "handlers" / "omnibroker_handlers",
    "sandbox": ROOT / "sandbox" / "omnibroker_sandbox",
    "tools": ROOT / "tools",
    "tests": ROOT / "tests",
}
SHIPPED = ("runtime", "handlers", "sandbox")
FILE_LINES = {"runtime": 300, "handlers": 400, "sandbox": 400, "tools": 300}
FUNCTION_LINES = 30
ALLOWED = ROOT / "tests" / "sizes_allowed.txt"
FORBIDDEN_NAMES = {"utils", "helpers", "common", "manager", "data", "info", "v2", "new"}
LOADER = SOURCES["runtime"] / "cells.py"

Function = ast.FunctionDef | ast.AsyncFunctionDef


@functools.cache
def parsed(path: Path) -> ast.Module:
    """One file, parsed once."""
    return ast.parse(path.read_text("utf-8"))


def modules(*areas: str) -> list[tuple[Path, ast.Module]]:
    """All Python files of the named areas, parsed."""
    paths = (path for area in areas for path in sorted(SOURCES[area].rglob("*.py")))
    return [(path, parsed(path)) for path in paths]


def short(path: Path) -> str:
    """A path as the exceptions list writes it."""
    return path.relative_to(ROOT).as_posix()


def offences(found, *areas: str) -> list[str]:
    """Places of all nodes in the named areas for which `found` is true."""
    return [
        f"{short(path)}:{node.lineno}"
        for path, tree in modules(*areas)
        for node in ast.walk(tree)
        if found(path, node)
    ]


def calls(node: ast.AST, name: str) -> bool:
    """True where `node` calls something written `name`, dots included."""
    return isinstance(node, ast.Call) and ast.unparse(node.func) == name


def test_import_contracts_are_kept():
    """Layers, brokers apart, handlers without I/O: the contracts of pyproject.toml."""
    assert lint_imports(config_filename=str(ROOT / "pyproject.toml"), cache_dir=None) == 0


def test_only_one_module_loads_code_by_name():
    """Code is loaded by name in omnibroker/cells.py alone; resources and metadata load no code."""

    def loads(path, node):
        if path == LOADER:
            return False
        if isinstance(node, ast.Import):
            return any(alias.name in {"importlib", "importlib.util"} for alias in node.names)
        return (
            isinstance(node, ast.ImportFrom)
            and node.module in {"importlib", "importlib.util"}
            and not ({alias.name for alias in node.names} <= {"resources", "metadata"})
        )

    assert not offences(loads, *SHIPPED)
    assert not offences(lambda _, node: calls(node, "__import__"), *SHIPPED)


def test_handlers_never_turn_numbers_into_floats():
    """float() loses digits; numbers go through the kit."""
    assert not offences(lambda _, node: calls(node, "float"), "handlers")


def test_handlers_catch_no_exception_blindly():
    """A handler names the refusal that it knows; all else is the runtime's business."""

    def blind(_, node):
        return isinstance(node, ast.ExceptHandler) and (
            node.type is None or ast.unparse(node.type) in {"Exception", "BaseException"}
        )

    assert not offences(blind, "handlers")


@pytest.mark.parametrize(
    "name", ["datetime.now", "datetime.datetime.now", "datetime.utcnow", "print", "open", "input"]
)
def test_handlers_are_pure(name):
    """No clock, no console, no file in a handler: what it needs is in its arguments."""
    assert not offences(lambda _, node: calls(node, name), "handlers")


def test_nothing_is_imported_from_the_future():
    """The floor is Python 3.11; nothing of it needs a flag."""
    future = lambda _, node: isinstance(node, ast.ImportFrom) and node.module == "__future__"  # noqa: E731
    assert not offences(future, *SOURCES)


def test_every_module_has_a_docstring_of_one_line_first():
    """A reader learns from the first line what a file is for."""
    missing = [short(path) for path, tree in modules(*SOURCES) if not ast.get_docstring(tree)]
    assert not missing


def test_every_public_function_is_described():
    """Public functions and classes of what is shipped say what they give."""
    kinds = (*Function.__args__, ast.ClassDef)
    missing = [
        f"{short(path)}: {node.name}"
        for path, tree in modules(*SHIPPED)
        for node in tree.body
        if isinstance(node, kinds) and not node.name.startswith("_") and not ast.get_docstring(node)
    ]
    assert not missing


def test_every_test_says_what_holds():
    """Each test function has a docstring."""
    missing = [
        f"{short(path)}: {node.name}"
        for path, tree in modules("tests")
        for node in ast.walk(tree)
        if isinstance(node, Function)
        and node.name.startswith("test_")
        and not ast.get_docstring(node)
    ]
    assert not missing


def test_no_module_has_a_name_that_says_nothing():
    """utils, helpers and their kin say nothing about what is inside."""
    assert not [
        short(path) for path, _ in modules(*SOURCES) if path.stem.strip("_") in FORBIDDEN_NAMES
    ]


def test_handler_files_are_named_like_tags(bundles):
    """Tag = file = resource; what brokers share among their own files begins with an underscore."""
    tags = {tag["name"] for tag in bundles["unified"]["tags"]}
    files = {path.stem for path, _ in modules("handlers")}
    assert {name for name in files if not name.startswith("_")} <= tags


def sizes() -> dict[str, tuple[int, int]]:
    """Lines and limit of each file and function: `path` or `path:function`."""
    found = {}
    for area, limit in FILE_LINES.items():
        for path, tree in modules(area):
            found[short(path)] = (len(path.read_text("utf-8").splitlines()), limit)
            for node in ast.walk(tree):
                if isinstance(node, Function):
                    found[f"{short(path)}:{node.name}"] = (body_lines(node), FUNCTION_LINES)
    return found


def body_lines(node: Function) -> int:
    """Lines from the signature to the end, the docstring aside: words make no function longer."""
    lines = node.end_lineno - node.lineno + 1
    first = node.body[0]
    if ast.get_docstring(node) is not None:
        lines -= first.end_lineno - first.lineno + 1
    return lines


def allowed() -> dict[str, int]:
    """The exceptions: place → lines."""
    lines = [
        line
        for line in ALLOWED.read_text("utf-8").splitlines()
        if line and not line.startswith("#")
    ]
    return {
        place: int(size) for place, size in (re.split(r"\s+", line, maxsplit=1) for line in lines)
    }


def test_files_and_functions_are_of_readable_size():
    """Over the limit means split by subject; the exceptions are listed, each with its size."""
    too_long = {
        place: size
        for place, (size, limit) in sizes().items()
        if size > max(limit, allowed().get(place, 0))
    }
    assert not too_long


def test_the_list_of_long_ones_only_shrinks():
    """An exception that became shorter or is gone leaves the list, or gets its new size."""
    found = sizes()
    stale = {
        place: size
        for place, size in allowed().items()
        if place not in found or found[place][0] < size
    }
    needless = [
        place for place in allowed() if place in found and found[place][0] <= found[place][1]
    ]
    assert not stale
    assert not needless
