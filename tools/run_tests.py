"""Run the checks and the whole test suite, as CI does; --fuzz instead fuzzes the contract at length."""

import argparse
import datetime as dt
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from xml.etree import ElementTree as ET

import check

ROOT = check.ROOT
# Much of it waits for other processes, so it shares the time with the rest. Neither part needs the other's servers.
BESIDE = ("tests/contract", "tests/vendors")
FUZZ_EXAMPLES = 200
# As many fault schedules as fit into this time, always from the same seed: CI is repeatable, `make reliability` explores.
FAULT_SECONDS, FAULT_SEED = 240, 1
FUZZ_PAGE = ROOT / "docs" / "fuzzing.md"


def suite(*arguments: str, examples: int | None = None) -> int:
    """Run pytest on `arguments`; `examples` is the number of fuzzed requests for each operation."""
    extra = {"OMNIBROKER_FUZZ_EXAMPLES": str(examples)} if examples else {}
    command = check.module("pytest", *arguments)
    return subprocess.run(command, cwd=ROOT, check=False, env={**os.environ, **extra}).returncode


def whole_suite() -> int:
    """Run the suite in two parts side by side; what the second one printed follows the first."""
    with tempfile.TemporaryFile("w+", encoding="utf-8") as printed:
        command = check.module("pytest", *BESIDE)
        second = subprocess.Popen(command, cwd=ROOT, stdout=printed, stderr=subprocess.STDOUT)
        code = suite(*(f"--ignore={folder}" for folder in BESIDE))
        code = second.wait() or code
        printed.seek(0)
        print(f"\n{' and '.join(BESIDE)}, side by side with those above:\n\n{printed.read()}")
    return code


def faults() -> int:
    """Run fault schedules over the simulated brokers; the tool prints what it ran."""
    options = ("--seconds", str(FAULT_SECONDS), "--seed", str(FAULT_SEED))
    command = (check.PYTHON, "tools/faults.py", *options)
    return subprocess.run(command, cwd=ROOT, check=False).returncode


def fuzz() -> int:
    """Fuzz with many examples and, when all passed, enter date, commit and counts into docs/fuzzing.md."""
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.xml"
        code = suite("tests/contract", f"--junitxml={report}", examples=FUZZ_EXAMPLES)
        if code:
            return code
        ran = ET.parse(report).getroot().find("testsuite")  # noqa: S314 - we wrote it
    if ran is None:
        sys.exit("pytest wrote no report")
    line = f"| {today()} | {commit()} | {ran.get('tests')} | {FUZZ_EXAMPLES} |\n"
    if not FUZZ_PAGE.exists():
        FUZZ_PAGE.write_text(
            "# Contract fuzzing at length\n\nWritten by `make fuzz` when every test passed.\n\n"
            "| date | commit | tests | examples each |\n| --- | --- | --- | --- |\n",
            encoding="utf-8",
        )
    with FUZZ_PAGE.open("a", encoding="utf-8") as page:
        page.write(line)
    return 0


def today() -> str:
    """The date in UTC."""
    return dt.datetime.now(dt.UTC).date().isoformat()


def commit() -> str:
    """The short commit id, with a mark where the tree differs from it."""
    command = ("git", "describe", "--always", "--dirty")
    return (
        subprocess.run(
            command, cwd=ROOT, capture_output=True, text=True, check=False
        ).stdout.strip()
        or "none"
    )


def main() -> int:
    """Checks that the suite does not contain, the suite, fault schedules; 0 when all passed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--fuzz", action="store_true", help=f"fuzz with {FUZZ_EXAMPLES} examples an operation"
    )
    options, arguments = parser.parse_known_args()
    if options.fuzz:
        return fuzz()
    failed = check.run_all(step for step in check.STEPS if not step.in_tests)
    # Without arguments all of it is asked for.
    code = suite(*arguments) if arguments else whole_suite() or faults()
    failed += ["tests"] if code else []
    print(f"failed: {', '.join(failed)}" if failed else "all checks passed")
    return code or len(failed[:1])


if __name__ == "__main__":
    sys.exit(main())
