"""Tests of one row, run in a process of their own; what they recorded is read back."""

import os
import re
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from xml.etree import ElementTree as ET

import check

# What a test prints that belongs on the page.
_PRINTED = re.compile(r"^([0-9,]+ records: [0-9.]+ × plain reading)$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Ran:
    """How many tests passed and did not, and what they recorded; `broke` where pytest itself failed."""

    passed: int = 0
    failed: int = 0
    skipped: int = 0
    recorded: list[str] = field(default_factory=list)
    broke: bool = False

    @property
    def holds(self) -> bool:
        """Whether something ran and nothing failed."""
        return not self.broke and self.failed == 0 and self.passed > 0

    @property
    def words(self) -> str:
        """Return the counts in words."""
        counts = {"passed": self.passed, "failed": self.failed, "skipped": self.skipped}
        told = [f"{number:,} {name}" for name, number in counts.items() if number]
        return ", ".join([*told, *(["pytest broke"] if self.broke else [])]) or "none ran"


def run(tests: Sequence[str], seed: int, environment: Mapping[str, str]) -> Ran:
    """Run tests; their order and their draws come from the seed."""
    with TemporaryDirectory() as folder:
        report = Path(folder) / "report.xml"
        options = (
            *("-q", "-p", "no:cacheprovider", f"--randomly-seed={seed}"),
            *("-o", "junit_family=xunit1", "-o", "junit_logging=system-out"),
            f"--junitxml={report}",
        )
        done = subprocess.run(
            check.module("pytest", *options, *tests),
            cwd=check.ROOT,
            check=False,
            capture_output=True,
            text=True,
            env={**os.environ, **environment},
        )
        if not report.exists():
            return Ran(broke=True, recorded=done.stdout.splitlines()[-1:])
        return read(report.read_text("utf-8"), code=done.returncode)


def read(report: str, code: int) -> Ran:
    """Return what a JUnit report says."""
    cases = list(ET.fromstring(report).iter("testcase"))  # noqa: S314 - pytest wrote it
    failed = [each for each in cases if _has(each, "failure", "error")]
    skipped = [each for each in cases if _has(each, "skipped")]
    recorded = [words for each in cases for words in _recorded(each)]
    recorded += [f"failed: `{each.get('name')}`" for each in failed]
    passed = len(cases) - len(failed) - len(skipped)
    broke = code not in {0, 1}
    return Ran(passed, len(failed), len(skipped), recorded, broke=broke)


def _has(case: ET.Element, *names: str) -> bool:
    return any(case.find(name) is not None for name in names)


def _recorded(case: ET.Element) -> list[str]:
    """Return the properties of a test as one text, after what it is about, and what it printed for the page."""
    about = re.search(r"\[(.*)\]", case.get("name", ""))
    told = [f"{each.get('value')} {each.get('name')}" for each in case.iter("property")]
    words = [f"{about[1]}: {', '.join(told)}" if about else ", ".join(told)] if told else []
    return words + _PRINTED.findall(case.findtext("system-out") or "")
