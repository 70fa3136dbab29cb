"""What the figures of a run depend on: the machine, the commit, the hour."""

import os
import platform
import subprocess
import sysconfig
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from place import ROOT

LOOP = 1_000_000


def describe() -> dict[str, Any]:
    """The machine in words and figures."""
    return {
        "cpus": os.cpu_count(),
        "model": cpu_model(),
        "memory": round(os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 1e9),
        "load": f"{os.getloadavg()[0]:.2f}",
        "loop": loop_seconds(),
        "python": python_build(),
        "date": datetime.now(UTC).strftime("%Y-%m-%d %H:%M UTC"),
        "commit": commit(),
    }


def cpu_model() -> str:
    """The name that the kernel gives to the first CPU."""
    for line in Path("/proc/cpuinfo").read_text().splitlines():
        if line.startswith("model name"):
            return line.partition(":")[2].strip()
    return "unknown model"


def python_build() -> str:
    """The interpreter, and whether it was built with profile-guided optimisation."""
    optimised = "--enable-optimizations" in (sysconfig.get_config_var("CONFIG_ARGS") or "")
    return f"CPython {platform.python_version()} built {'with' if optimised else 'without'} PGO"


def loop_seconds() -> float:
    """How long a fixed loop of pure Python takes, the best of three."""
    return min(one_loop() for _ in range(3))


def one_loop() -> float:
    """One pass of the fixed loop, in seconds."""
    start, total = time.perf_counter(), 0
    for number in range(LOOP):
        total += number * number
    return time.perf_counter() - start


def commit() -> str:
    """The commit, and whether files have changed since."""
    head = git("rev-parse", "--short", "HEAD")
    if not head:
        return "none yet"
    return head + (" with uncommitted changes" if git("status", "--porcelain") else "")


def git(*arguments: str) -> str:
    """The output of a git command, empty when it fails."""
    done = subprocess.run(["git", "-C", str(ROOT), *arguments], capture_output=True, text=True,
                          timeout=30, check=False)  # fmt: skip
    return done.stdout.strip() if done.returncode == 0 else ""
