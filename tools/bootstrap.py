"""Make .venv: the pinned packages of requirements/ and this project, editable. Safe to run again."""

import argparse
import hashlib
import os
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
STAMP = VENV / ".bootstrap"
MINIMUM = (3, 11)
# hatchling builds the editable install; it stands in dev.txt, so a lean install takes it from there.
BUILD = ("hatchling", "editables")


def python(folder: Path = VENV) -> Path:
    """The interpreter of a virtual environment, on every system."""
    return folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def digest(requirements: Path) -> str:
    """What the environment depends on: the pins, the project file and the interpreter's version."""
    parts = [requirements.read_bytes(), (ROOT / "pyproject.toml").read_bytes()]
    parts.append(".".join(map(str, sys.version_info[:2])).encode())
    return f"{requirements.stem} {hashlib.sha256(b' '.join(parts)).hexdigest()}"


def run(*command: str | Path) -> None:
    """Run one step; a failing step ends the set-up with its name."""
    done = subprocess.run([str(part) for part in command], cwd=ROOT, check=False)
    if done.returncode:
        sys.exit(f"set-up failed at: {' '.join(map(str, command))}")


def install(requirements: Path) -> None:
    """Install the pins by their hashes, then the project without asking for anything else."""
    pip = (python(), "-m", "pip", "--disable-pip-version-check", "install", "-qq")
    print(f"installing {requirements.relative_to(ROOT)}", flush=True)
    run(*pip, "--require-hashes", "--requirement", requirements)
    if requirements.stem == "runtime":
        run(*pip, *build_pins())
    print("installing this project, editable", flush=True)
    run(*pip, "--no-deps", "--no-build-isolation", "--editable", ROOT)


def build_pins() -> list[str]:
    """The build backend and what it needs, at the versions of dev.txt."""
    lines = (ROOT / "requirements" / "dev.txt").read_text(encoding="utf-8").splitlines()
    return [line.split()[0] for line in lines if line.split("==")[0] in BUILD]


def main() -> None:
    """Create or bring up to date, and say which of the two, or neither, was done."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runtime-only", action="store_true", help="only what serving needs")
    options = parser.parse_args()
    if sys.version_info < MINIMUM:
        sys.exit(
            f"Python {MINIMUM[0]}.{MINIMUM[1]} or newer is needed, this is {sys.version.split()[0]}; start me with another python3"
        )
    requirements = ROOT / "requirements" / ("runtime.txt" if options.runtime_only else "dev.txt")
    wanted = digest(requirements)
    if python().exists() and STAMP.exists() and STAMP.read_text(encoding="utf-8") == wanted:
        print(".venv is up to date")
        return
    if not python().exists():
        print("creating .venv", flush=True)
        venv.create(VENV, with_pip=True)
    install(requirements)
    STAMP.write_text(wanted, encoding="utf-8")
    print(".venv is ready")


if __name__ == "__main__":
    main()
