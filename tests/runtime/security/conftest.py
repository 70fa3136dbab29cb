"""A key file in a folder of the test."""

import pytest

from omnibroker.config import Keys, Secret
from omnibroker.problems import Problem
from omnibroker.security import Authenticator, KeyFile


@pytest.fixture
def key_file(tmp_path):
    """A key file that does not exist yet, `keys.json`, and its pepper."""
    return KeyFile(
        Keys(file=str(tmp_path / "keys.json"), pepper=Secret(file=str(tmp_path / "pepper.key")))
    )


@pytest.fixture
def create(key_file):
    """Create a key; return (key, record)."""

    def call(*, scopes=("market:read",), accounts=("*",), expires_at=None):
        return key_file.create("a key", scopes, accounts, expires_at)

    return call


@pytest.fixture
def principal_of():
    """Ask a store for the principal of a key, as a request does; None where it is refused."""

    def ask(store, token):
        try:
            return Authenticator(store)(f"Bearer {token}".encode())
        except Problem:
            return None

    return ask
