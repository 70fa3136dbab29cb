"""The section of docs/reliability.md that a run writes: where, with what, and the table."""

import os
import platform
from collections.abc import Sequence
from dataclasses import dataclass

import check
from proving.rows import Row

PAGE = check.ROOT / "docs" / "reliability.md"
# What a run has shown so far: of interest only where it is ended before its last row.
PARTIAL = check.ROOT / ".bench" / "reliability.md"
HEADING = "## What was shown"


@dataclass(frozen=True, slots=True)
class Shown:
    """What became of one row: `holds` is None where it was not run."""

    row: Row
    holds: bool | None
    measured: str
    runs: str


@dataclass(frozen=True, slots=True)
class Run:
    """One run of the tool."""

    day: str
    commit: str
    seed: int
    quick: bool


def section(run: Run, shown: Sequence[Shown]) -> str:
    """Return the section, heading included."""
    form = "`python tools/reliability.py --quick`" if run.quick else "`make reliability`"
    machine = f"Python {platform.python_version()}, {os.cpu_count()} processors"
    origin = f"Written by {form} on {run.day}: commit {run.commit}, seed {run.seed}, {machine}."
    lines = [
        HEADING,
        "",
        f"{origin} {told(shown)}",
        "",
        "| property | what must hold | held | measured | by | runs |",
        "| --- | --- | --- | --- | --- | --- |",
        *(_line(each, quick=run.quick) for each in shown),
        "",
    ]
    return "\n".join(lines)


def told(shown: Sequence[Shown]) -> str:
    """Say how many rows held, and which did not."""
    failed = [each.row.name for each in shown if each.holds is False]
    missing = [each.row.name for each in shown if each.holds is None]
    held = len(shown) - len(failed) - len(missing)
    parts = [f"{held} of {len(shown)} rows held."]
    parts += [f"Failed: {', '.join(failed)}."] if failed else []
    parts += [f"Not run: {', '.join(missing)}."] if missing else []
    return " ".join(parts)


def _line(shown: Shown, *, quick: bool) -> str:
    row = shown.row
    held = {True: "yes", False: "**no**", None: "not run"}[shown.holds]
    cells = (row.name, row.must_hold, held, shown.measured, _by(row, quick=quick), shown.runs)
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


def _by(row: Row, *, quick: bool) -> str:
    """Name what showed it; of several tests of one module the module once."""
    tests = row.tests if row.quick is None or not quick else row.quick
    modules = dict.fromkeys(test.partition("::")[0] for test in tests)
    return ", ".join(f"`{name}`" for name in (*modules, *row.measured_by))


def write(text: str) -> None:
    """Put a new section in the place of the old one; the rest of the page stays."""
    PAGE.write_text(replaced(PAGE.read_text("utf-8"), text), encoding="utf-8")


def keep(text: str) -> None:
    """Keep a section outside the page."""
    PARTIAL.parent.mkdir(exist_ok=True)
    PARTIAL.write_text(text, encoding="utf-8")


def replaced(page: str, text: str) -> str:
    """Return the page with the section in its place, or as its first one."""
    before, found, rest = page.partition(f"{HEADING}\n")
    if not found:
        before, _, rest = page.partition("\n## ")
        return f"{before}\n{text}\n## {rest}"
    _, following, after = rest.partition("\n## ")
    return before + text + (f"\n## {after}" if following else "")
