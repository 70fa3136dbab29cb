"""Accounts at IBKR: what makes one tradable."""

import pytest

from omnibroker_generated.ibkr import models as ibkr
from omnibroker_generated.unified import models as unified
from omnibroker_handlers.ibkr import _accounts


@pytest.mark.parametrize(
    ("row", "tradable"),
    [
        ({"clearingStatus": "O"}, True),
        ({"clearingStatus": "O", "brokerageAccess": False}, False),
        ({"clearingStatus": "O", "noClientTrading": True}, False),
        ({"clearingStatus": "P"}, False),
        ({}, False),
    ],
)
def test_only_an_open_account_is_tradable(row, tradable):
    """IBKR must say that the account is open; what it does not say is no permission."""
    assert _accounts._is_tradable(ibkr.PortfolioAccount.from_dict(row)) is tradable


def test_every_figure_is_one_of_the_contract():
    """The names of the figures are fields of the unified balances."""
    fields = vars(unified.BalanceFigures)["__annotations__"]
    assert _accounts._FIGURES.keys() <= fields.keys()


@pytest.mark.parametrize("proven", ["paper", "live"])
def test_an_environment_is_only_what_is_proven(proven):
    """An environment that is not proven is absent, never a default."""
    assert _accounts._environment(proven) == proven
    assert not _accounts._environment(None)
