"""Accounts at TradeLocker: what makes one tradable, and which figures there are."""

import pytest

from omnibroker_generated.tradelocker import models as tradelocker
from omnibroker_generated.unified import models as unified
from omnibroker_handlers.tradelocker import _accounts


@pytest.mark.parametrize(
    ("row", "may_trade"),
    [
        ({"tradingRules": {"supportSelfTrading": True}}, True),
        ({"tradingRules": {"supportSelfTrading": False}}, False),
        ({"tradingRules": {}}, True),
        ({}, True),
    ],
)
def test_a_user_who_may_not_trade_makes_an_account_untradable(row, may_trade):
    """Only TradeLocker's own "no" takes the right away; whether the account is active is asked besides."""
    assert _accounts._may_trade(tradelocker.Account.from_dict(row)) is may_trade


def test_every_figure_is_one_of_the_contract():
    """The names of the figures are fields of the unified balances."""
    fields = vars(unified.BalanceFigures)["__annotations__"]
    assert _accounts._FIGURES.keys() <= fields.keys()


@pytest.mark.parametrize("proven", ["paper", "live"])
def test_an_environment_is_only_what_is_proven(proven):
    """An environment that is not proven is absent, never a default."""
    assert _accounts._environment(proven) == proven
    assert not _accounts._environment(None)
