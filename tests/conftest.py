"""Settings and fixtures that every test may use."""

import json
from pathlib import Path

import hypothesis
import pytest

ROOT = Path(__file__).resolve().parent.parent
BUNDLES = ROOT / "generated" / "omnibroker_generated" / "specs"

# Deadlines would be timed assertions; the same examples on every machine make a failure repeatable.
hypothesis.settings.register_profile("ours", deadline=None, derandomize=True, database=None)
hypothesis.settings.load_profile("ours")


@pytest.fixture(scope="session")
def root() -> Path:
    """The root folder of the project."""
    return ROOT


@pytest.fixture(scope="session")
def bundles() -> dict[str, dict]:
    """All bundles by the name of their API, as the program reads them."""
    return {
        path.stem: json.loads(path.read_text("utf-8")) for path in sorted(BUNDLES.glob("*.json"))
    }
