"""Write requirements/*.txt: every package pinned with the hashes of the package index."""

import argparse
import os
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "requirements"
OPTIONS = (
    "--generate-hashes",
    "--no-emit-index-url",
    "--no-emit-find-links",
    "--strip-extras",
    "--allow-unsafe",
    "--no-header",
    "--quiet",
)


def group(project: dict[str, Any], name: str) -> list[str]:
    """The requirements of dependency group `name`, its included groups expanded."""
    lines: list[str] = []
    for entry in project["dependency-groups"][name]:
        lines += group(project, entry["include-group"]) if isinstance(entry, dict) else [entry]
    return lines


def wanted() -> dict[str, list[str]]:
    """What each file is made from: file stem → requirement lines."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    runtime = project["project"]["dependencies"]
    vendors = {path.stem: path.read_text("utf-8").splitlines() for path in FOLDER.glob("*.in")}
    return {"runtime": runtime, "dev": [*runtime, *group(project, "dev")], **vendors}


def compile_one(stem: str, lines: list[str], upgrade: bool) -> None:
    """Pin `lines` into requirements/<stem>.txt; pins already there are kept unless `upgrade`."""
    target = FOLDER / f"{stem}.txt"
    if stem == "dev":
        lines = [*lines, f"-c {FOLDER / 'runtime.txt'}"]
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / f"{stem}.in"
        source.write_text("\n".join(lines) + "\n", encoding="utf-8")
        command = [sys.executable, "-m", "piptools", "compile", *OPTIONS, "--no-annotate"]
        command += ["--upgrade"] if upgrade else []
        subprocess.run([*command, "-o", str(target), str(source)], check=True, env=clean())
    head = f"# Written by tools/lock.py from {origin(stem)}; do not edit.\n"
    target.write_text(head + target.read_text(encoding="utf-8"), encoding="utf-8")


def origin(stem: str) -> str:
    """The file that a person edits to change requirements/<stem>.txt."""
    return "pyproject.toml" if stem in {"runtime", "dev"} else f"requirements/{stem}.in"


def clean() -> dict[str, str]:
    """The environment without local wheel folders: their hashes hold on one machine only."""
    local = {"PIP_FIND_LINKS", "PIP_EXTRA_INDEX_URL"}
    kept = {key: value for key, value in os.environ.items() if key not in local}
    return {**kept, "PIP_CONFIG_FILE": os.devnull}


def main() -> None:
    """Write the named files, or all."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("stems", nargs="*", help="runtime, dev, vendor-…; default: all")
    parser.add_argument("--upgrade", action="store_true", help="take the newest versions allowed")
    options = parser.parse_args()
    sources = wanted()
    for stem in options.stems or sources:
        print(f"requirements/{stem}.txt", flush=True)
        compile_one(stem, sources[stem], options.upgrade)


if __name__ == "__main__":
    main()
