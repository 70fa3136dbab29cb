"""The page of keys has every scope, column and action as the program has it."""

import re
from pathlib import Path

import pytest

from omnibroker import cli, key_commands
from omnibroker.security import SCOPES

PAGE = (Path(__file__).resolve().parent.parent.parent / "docs" / "keys.md").read_text("utf-8")


def cells(heading, column):
    """The first words between backticks of a column of the table below a heading."""
    section = PAGE.split(f"\n## {heading}\n", 1)[1].split("\n## ", 1)[0]
    rows = [line.strip("|").split("|") for line in section.splitlines() if line.startswith("|")]
    return [row[column].strip().strip("`") for row in rows[2:]]


def test_every_scope_and_column_is_there():
    """What the list prints and what a key may have."""
    assert cells("Making one", 0) == list(SCOPES)
    columns = [name.strip() for cell in cells("What the list shows", 0) for name in cell.split(",")]
    assert columns == list(key_commands._HEADINGS)


def test_every_operation_stands_at_the_scope_that_it_takes(bundles):
    """The table is the contract's `x-scope`, no operation left out; those for live accounts are the same."""
    found = {
        operation["operationId"]: operation.get("x-scope")
        for item in bundles["unified"]["paths"].values()
        for operation in item.values()
    }
    listed = dict(zip(cells("Making one", 0), cells("Making one", 2), strict=True))
    assert listed.pop("trade:live") == "the same"
    listed["trade"] = listed.pop("trade:paper")
    said = {name: scope for scope, cell in listed.items() for name in cell.split("`, `")}
    assert said == {name: scope for name, scope in found.items() if scope is not None}
    public = re.findall(r"`(get_[a-z]+)` and `(get_[a-z]+)` need no key", PAGE)[0]
    assert set(public) == {name for name, scope in found.items() if scope is None}


@pytest.mark.parametrize(
    "line", re.findall(r"^    omnibroker (keys .*)$", PAGE, re.MULTILINE), ids=str
)
def test_every_command_of_the_page_is_one(line):
    """As it stands there, the placeholder aside."""
    words = line.replace("<key id>", "key_id").replace("'", "").split()
    assert cli._parser().parse_args(words).run
