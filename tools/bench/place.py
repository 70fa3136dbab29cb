"""Where the benchmark keeps its things, and the set-up of the tools that it compares with."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
BENCH = ROOT / ".bench"
PYTHON = BENCH / "venv" / "bin" / "python"
PRISM = BENCH / "prism" / "node_modules" / ".bin" / "prism"
PRISM_PACKAGE = "@stoplight/prism-cli@5.14.2"
SOURCES = ["runtime", "handlers", "generated", "sandbox"]
NEEDED = {
    "nginx": "apt-get install -y nginx",
    "wrk": "apt-get install -y wrk",
    "taskset": "apt-get install -y util-linux",
    "npm": "apt-get install -y npm",
    "node": "apt-get install -y nodejs",
}


class CannotMeasure(Exception):  # it names an outcome
    """Something that a measurement needs is missing; the text says what to do."""


def say(text: str) -> None:
    """Print progress at once."""
    print(text, flush=True)


def require_tools() -> None:
    """Stop with one list of what is missing and how to get it."""
    missing = [f"  {name}: {how}" for name, how in NEEDED.items() if shutil.which(name) is None]
    if missing:
        raise CannotMeasure("Missing tools. Install them:\n" + "\n".join(missing))
    if not {0, 1} <= os.sched_getaffinity(0):
        raise CannotMeasure("CPUs 0 and 1 are needed: one for the load, one for the gateway.")


def set_up() -> None:
    """Make .bench/ with the FastAPI environment and Prism, unless they stand there already."""
    BENCH.mkdir(exist_ok=True)
    (BENCH / ".gitignore").write_text("*\n")
    wanted = (HERE / "requirements.txt").read_text()
    installed = BENCH / "requirements.installed"
    if not (PYTHON.exists() and installed.exists() and installed.read_text() == wanted):
        say("set-up: FastAPI environment")
        quiet([sys.executable, "-m", "venv", str(BENCH / "venv")], "venv.log")
        quiet(
            [str(PYTHON), "-m", "pip", "install", "-r", str(HERE / "requirements.txt")], "pip.log"
        )
        installed.write_text(wanted)
    if not PRISM.exists():
        say(f"set-up: {PRISM_PACKAGE}")
        folder = BENCH / "prism"
        folder.mkdir(exist_ok=True)
        quiet(["npm", "install", "--no-audit", "--no-fund", "--prefix", str(folder), PRISM_PACKAGE],
              "npm.log")  # fmt: skip


def quiet(command: list[str], log: str) -> None:
    """Run a set-up command with its output in .bench/<log>."""
    with (BENCH / log).open("w") as output:
        done = subprocess.run(command, stdout=output, stderr=output, timeout=400, check=False)
    if done.returncode:
        raise CannotMeasure(f"{' '.join(command[:4])} … failed. Read .bench/{log}.")


def source_path() -> str:
    """The PYTHONPATH under which our packages are found without being installed."""
    return os.pathsep.join(str(ROOT / source) for source in SOURCES)


def use_sources() -> None:
    """Make our own packages importable in this process, as they stand in the tree."""
    sys.path[:0] = source_path().split(os.pathsep)
