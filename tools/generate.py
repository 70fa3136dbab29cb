"""Write generated/ from openapi/: one bundle and one Python client per API, and their manifest."""

import argparse
import filecmp
import hashlib
import json
import os
import shutil
import subprocess
import sys
import tempfile
from importlib.metadata import version
from pathlib import Path

from bundle import BundleError, Json, bundle, dump, operations, unused

ROOT = Path(__file__).resolve().parent.parent
SOURCES = ROOT / "openapi"
TARGET = ROOT / "generated" / "omnibroker_generated"
TEMPLATES = ROOT / "tools" / "templates"
PACKAGE = '"""Clients and models generated from the bundles in specs/; written by tools/generate.py only."""\n'
HOOKS = [
    "ruff check . --isolated --no-cache --fix-only --extend-select=I --target-version=py311",
    "ruff format . --isolated --no-cache --line-length=120 --target-version=py311",
]


class GenerateError(Exception):
    """Generation cannot go on; the message says what to change."""


def apis(sources: Path = SOURCES) -> list[str]:
    """The names of all APIs: the folders below openapi/ that have an openapi.yaml."""
    return sorted(path.parent.name for path in sources.glob("*/openapi.yaml"))


def write_bundle(api: str, target: Path, sources: Path = SOURCES) -> Json:
    """Bundle `api` into target/specs/<api>.json and return the document."""
    document = bundle(sources / api)
    for name in unused(sources / api, document):
        print(f"  warning: {api}/{name} is used by no operation", flush=True)
    specs = target / "specs"
    specs.mkdir(parents=True, exist_ok=True)
    (specs / f"{api}.json").write_text(dump(document), encoding="utf-8", newline="\n")
    return document


def write_client(api: str, target: Path, templates: Path | None = TEMPLATES) -> None:
    """Generate the client of target/specs/<api>.json into target/<api>/."""
    shutil.rmtree(target / api, ignore_errors=True)
    with tempfile.TemporaryDirectory() as folder:
        config = Path(folder) / "config.json"
        config.write_text(json.dumps(settings(api)), encoding="utf-8")
        command = [
            sys.executable, "-m", "openapi_python_client", "generate", "--meta", "none",
            "--fail-on-warning", "--overwrite", "--config", str(config),
            "--path", str(target / "specs" / f"{api}.json"), "--output-path", str(target / api),
        ]  # fmt: skip
        command += ["--custom-template-path", str(templates)] if templates else []
        run(command, api)
    (target / api / "py.typed").write_text("", encoding="utf-8")


def settings(api: str) -> Json:
    """The generator's settings; hooks are isolated, so that our ruff settings never shape generated code."""
    return {"literal_enums": True, "package_name_override": api, "post_hooks": HOOKS}


def run(command: list[str], api: str) -> None:
    """Run the generator with the pinned ruff of this environment first on PATH."""
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")])
    done = subprocess.run(
        command, capture_output=True, text=True, check=False, env={**os.environ, "PATH": path}
    )
    if done.returncode or "WARNING" in done.stdout:
        raise GenerateError(f"the generator refuses {api}:\n{done.stdout}\n{done.stderr}")


def check_complete(api: str, document: Json, target: Path) -> int:
    """Operations of the bundle and generated modules must be equal sets; returns their count.

    The generator drops what it cannot express, sometimes without a word.
    """
    wanted = [
        (operation["tags"][0], operation["operationId"]) for _, _, operation in operations(document)
    ]
    found = {(path.parent.name, path.stem) for path in (target / api / "api").glob("*/*.py")}
    found = {pair for pair in found if pair[1] != "__init__"}
    if len(set(wanted)) != len(wanted):
        raise GenerateError(
            f"{api}: an operationId stands twice: {sorted({p for p in wanted if wanted.count(p) > 1})}"
        )
    if found != set(wanted):
        raise GenerateError(
            f"{api}: operations and generated modules differ: {sorted(found ^ set(wanted))}"
        )
    return len(wanted)


def manifest(api: str, count: int, target: Path) -> Json:
    """What this API was generated from, for target/MANIFEST.json."""
    content = (target / "specs" / f"{api}.json").read_bytes()
    return {
        "bundle_sha256": hashlib.sha256(content).hexdigest(),
        "operations": count,
        "generator": f"openapi-python-client {version('openapi-python-client')}",
        "formatter": f"ruff {version('ruff')}",
        "templates_sha256": templates_digest(),
    }


def templates_digest() -> str:
    """One digest over names and bytes of all template overrides."""
    digest = hashlib.sha256()
    for path in sorted(TEMPLATES.rglob("*.jinja")):
        digest.update(
            path.relative_to(TEMPLATES).as_posix().encode() + b"\0" + path.read_bytes() + b"\0"
        )
    return digest.hexdigest()


def generate(names: list[str], target: Path) -> None:
    """Write bundles, clients and manifest of the APIs `names` below `target`."""
    (target / "__init__.py").write_text(PACKAGE, encoding="utf-8")
    (target / "py.typed").write_text("", encoding="utf-8")
    for api in names:
        print(f"{api}: bundle", flush=True)
        document = write_bundle(api, target)
        print(f"{api}: client", flush=True)
        write_client(api, target)
        count = check_complete(api, document, target)
        record(api, manifest(api, count, target), target)
        print(f"{api}: {count} operations", flush=True)


def record(api: str, entry: Json, target: Path) -> None:
    """Enter what `api` was generated from into the manifest; entries of APIs that are gone leave it."""
    path = target / "MANIFEST.json"
    entries: Json = json.loads(path.read_text("utf-8")) if path.exists() else {}
    entries[api] = entry
    kept = {name: entries[name] for name in sorted(entries) if name in apis()}
    path.write_text(json.dumps(kept, indent=2) + "\n", encoding="utf-8", newline="\n")


def prune(target: Path) -> None:
    """Remove what belongs to no API: clients and bundles of APIs that are gone."""
    kept = {*apis(), "specs", "__init__.py", "py.typed", "MANIFEST.json"}
    for path in [*target.iterdir(), *(target / "specs").glob("*.json")]:
        if (path.stem if path.parent.name == "specs" else path.name) not in kept:
            shutil.rmtree(path) if path.is_dir() else path.unlink()


def differences(left: Path, right: Path) -> list[str]:
    """Files that exist on one side only or whose bytes differ, relative to the trees."""
    trees = [files(left), files(right)]
    lone = trees[0] ^ trees[1]
    other = {
        name
        for name in trees[0] & trees[1]
        if not filecmp.cmp(left / name, right / name, shallow=False)
    }
    return sorted(lone | other)


def files(tree: Path) -> set[str]:
    """All files below `tree` as relative names, caches of Python aside."""
    found = (path for path in tree.rglob("*") if path.is_file() and "__pycache__" not in path.parts)
    return {path.relative_to(tree).as_posix() for path in found}


def check() -> int:
    """Regenerate elsewhere and compare: 0 where generated/ is fresh, else 1 and the names of what differs."""
    with tempfile.TemporaryDirectory() as folder:
        fresh = Path(folder)
        generate(apis(), fresh)
        stale = differences(TARGET, fresh)
    for name in stale:
        print(f"  differs: {TARGET.relative_to(ROOT)}/{name}")
    print("run tools/generate.py and commit what it writes" if stale else "generated/ is fresh")
    return 1 if stale else 0


def main() -> int:
    """Generate, or compare with --check; the exit code is 0 when all is well."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--check", action="store_true", help="regenerate elsewhere and compare trees"
    )
    parser.add_argument(
        "--api", action="append", choices=apis(), help="only this API; may be repeated"
    )
    options = parser.parse_args()
    if options.check and options.api:
        parser.error("--check compares the whole tree; leave --api out")
    try:
        if options.check:
            return check()
        TARGET.mkdir(parents=True, exist_ok=True)
        generate(options.api or apis(), TARGET)
        prune(TARGET)
    except (BundleError, GenerateError) as error:
        print(f"error: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
