"""A gateway over every broker, and what the same order is called at each."""

import pytest
from houses import TICKETS, tickets

__all__ = ["tickets"]


@pytest.fixture
def street(make_street):
    """A gateway over every broker."""
    return make_street(list(TICKETS))
