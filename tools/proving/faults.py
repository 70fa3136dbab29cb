"""Fault schedules, run by their own tool; its report is read."""

import re
import subprocess

import check
from proving.figures import Figure

_LINE = re.compile(r"^(first seed|schedules|faults|orders|duplicates|lost) +(.+)$", re.MULTILINE)


def measure(seed: int, schedules: int | None, seconds: int | None) -> Figure:
    """Run so many schedules, or as many as fit; without either as many as the tool does by itself."""
    much = ["--seconds", str(seconds)] if seconds else []
    much += ["--schedules", str(schedules)] if schedules else []
    command = (check.PYTHON, "tools/faults.py", "--seed", str(seed), *much)
    done = subprocess.run(command, cwd=check.ROOT, stdout=subprocess.PIPE, text=True, check=False)
    return read(done.stdout, done.returncode)


def read(report: str, code: int) -> Figure:
    """Return what the tool's report says."""
    told = dict(_LINE.findall(report))
    if {"schedules", "duplicates", "lost"} - told.keys():
        return Figure("the fault schedules broke: run python tools/faults.py", holds=False)
    made = told["schedules"].partition(" ")[0]
    struck = told["faults"].rpartition("; ")[2]
    failed = re.search(r"^FAILED: (.+)$", report, re.MULTILINE)
    words = (
        f"{made} fault schedules from seed {told['first seed']} ({struck}): "
        f"{told['duplicates']} duplicates, {told['lost']} lost; {told['orders']}"
    )
    holds = code == 0 and made != "0" and told["duplicates"] == told["lost"] == "0"
    return Figure(f"{words}; failed: {failed[1]}" if failed else words, holds=holds)
