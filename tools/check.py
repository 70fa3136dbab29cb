"""Run every check besides the tests, in CI's order, and say what ran, how it ended and how long it took."""

import argparse
import subprocess
import sys
import time
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PYTHON = sys.executable


@dataclass(frozen=True)
class Step:
    """One check: its name, its command, whether it is slow, and whether the test suite contains it."""

    name: str
    command: tuple[str, ...]
    slow: bool = False
    in_tests: bool = False


def module(name: str, *arguments: str) -> tuple[str, ...]:
    """A tool of this environment, whatever PATH says."""
    return (PYTHON, "-m", name, *arguments)


def tests(*paths: str) -> tuple[str, ...]:
    """A part of the test suite, quietly."""
    return module("pytest", "-q", *paths)


STEPS = (
    Step("format", module("ruff", "format", "--check", ".")),
    Step("lint", module("ruff", "check", ".")),
    Step("types", module("mypy")),
    Step(
        "import contracts",
        (PYTHON, "-c", "from importlinter.cli import lint_imports_command as run; run()"),
        in_tests=True,
    ),
    Step("specs and matrix", tests("tests/specs"), in_tests=True),
    Step("architecture and sizes", tests("tests/test_architecture.py"), in_tests=True),
    Step("generated is fresh", (PYTHON, "tools/generate.py", "--check"), slow=True),
)


def run(step: Step) -> bool:
    """Run one step; its output is shown only where it fails."""
    begun = time.monotonic()
    done = subprocess.run(step.command, cwd=ROOT, capture_output=True, text=True, check=False)
    passed = done.returncode == 0
    print(f"{'✓' if passed else '✗'} {step.name} ({time.monotonic() - begun:.1f} s)", flush=True)
    if not passed:
        print(f"  $ {' '.join(step.command)}\n{done.stdout}{done.stderr}", flush=True)
    return passed


def run_all(steps: Iterable[Step]) -> list[str]:
    """Run all steps, also after a failure; returns the names of those that failed."""
    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(encoding="utf-8", errors="replace")  # the marks, on any console
    return [step.name for step in steps if not run(step)]


def main() -> int:
    """Everything, or with --fast all but the slow steps; 0 when all passed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--fast", action="store_true", help="leave out regeneration")
    options = parser.parse_args()
    failed = run_all(step for step in STEPS if not (options.fast and step.slow))
    print(f"failed: {', '.join(failed)}" if failed else "all checks passed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
