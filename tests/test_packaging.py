"""The wheel: what is inside, what is not, and that its dependencies are declared."""

import ast
import subprocess
import sys
import tomllib
import zipfile
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

import generate

ROOT = generate.ROOT
PACKAGES = {
    "omnibroker": ROOT / "runtime",
    "omnibroker_handlers": ROOT / "handlers",
    "omnibroker_generated": ROOT / "generated",
    "omnibroker_sandbox": ROOT / "sandbox",
}
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    """The names of all files in a freshly built wheel."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    (built,) = folder.glob("*.whl")
    with zipfile.ZipFile(built) as archive:
        return archive.namelist()


def test_wheel_has_our_prefixed_names_only(wheel):
    """Nothing called tests, tools, handlers or generated reaches anybody's site-packages."""
    version = PROJECT["project"]["version"]
    assert {name.split("/")[0] for name in wheel} == {*PACKAGES, f"omnibroker-{version}.dist-info"}


@pytest.mark.parametrize("api", generate.apis())
def test_wheel_has_every_bundle_and_client(wheel, api):
    """The program reads bundles only, and handlers need their clients."""
    assert f"omnibroker_generated/specs/{api}.json" in wheel
    assert f"omnibroker_generated/{api}/client.py" in wheel


@pytest.mark.parametrize("package", PACKAGES)
def test_wheel_says_that_each_package_is_typed(wheel, package):
    """py.typed stands in each package, generated ones included."""
    assert f"{package}/py.typed" in wheel


def test_wheel_has_every_module(wheel):
    """No source module is left out, whatever ignore files say."""
    sources = {
        path.relative_to(folder).as_posix()
        for package, folder in PACKAGES.items()
        for path in (folder / package).rglob("*.py")
    }
    assert not sources - set(wheel)


@pytest.mark.parametrize("package", PACKAGES)
def test_source_root_holds_one_package(package):
    """A source root contains exactly one package: what is put beside it would become importable."""
    folder = PACKAGES[package]
    found = {path.name for path in folder.iterdir() if path.is_dir() and path.name != "__pycache__"}
    assert found == {package}
    assert not list(folder.glob("*.py"))


def imported(package: str) -> set[str]:
    """Top-level names that the modules of `package` import, relative imports aside."""
    names = set()
    for path in (PACKAGES[package] / package).rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Import):
                names |= {alias.name.split(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
                names.add(node.module.split(".")[0])
    return names


@pytest.mark.parametrize("package", PACKAGES)
def test_every_import_is_a_declared_dependency(package):
    """What the wheel imports is in its own dependencies, not only on this machine by chance."""
    declared = {name_of(line) for line in PROJECT["project"]["dependencies"]}
    foreign = imported(package) - set(sys.stdlib_module_names) - set(PACKAGES)
    owners = packages_distributions()
    missing = {
        name
        for name in foreign
        if not {normal(owner) for owner in owners.get(name, [name])} & declared
    }
    assert not missing


def name_of(requirement: str) -> str:
    """The normal name of the distribution that a requirement line asks for."""
    for index, letter in enumerate(requirement):
        if not (letter.isalnum() or letter in "-_."):
            return normal(requirement[:index])
    return normal(requirement)


def normal(name: str) -> str:
    """A distribution's name in the one spelling that is compared."""
    return name.lower().replace("_", "-").replace(".", "-")


@pytest.mark.parametrize("name", ["runtime", "dev"])
def test_requirements_are_pinned_and_portable(name):
    """Each line is one version with hashes; no index address and no path of one machine is inside."""
    text = (ROOT / "requirements" / f"{name}.txt").read_text("utf-8")
    assert "://" not in text
    assert "--find-links" not in text
    lines = text.replace("\\\n", " ").splitlines()
    pins = [line for line in lines if line.strip() and not line.startswith("#")]
    assert pins
    assert all("==" in pin and "--hash=sha256:" in pin for pin in pins)


def test_dev_pins_agree_with_runtime_pins():
    """Tests run on the versions that users install."""
    pins = [pinned(ROOT / "requirements" / f"{name}.txt") for name in ("runtime", "dev")]
    assert pins[0].items() <= pins[1].items()


def test_declared_dependencies_are_pinned():
    """Each dependency of pyproject.toml has its pin; a new one needs tools/lock.py."""
    pins = pinned(ROOT / "requirements" / "runtime.txt")
    assert not {name_of(line) for line in PROJECT["project"]["dependencies"]} - pins.keys()


def pinned(path: Path) -> dict[str, str]:
    """Versions by name in a requirements file."""
    lines = (
        line.split(";")[0].split()[0]
        for line in path.read_text("utf-8").splitlines()
        if "==" in line
    )
    return dict(line.split("==") for line in lines)
