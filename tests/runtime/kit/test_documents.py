"""What documents of every broker begin with."""

from types import SimpleNamespace

import pytest

from omnibroker.kit.documents import owner
from omnibroker.kit.errors import UpstreamFailure
from omnibroker.kit.upstream import Account

NOW = "2026-03-02T14:30:05.120Z"


def upstream(environment):
    account = Account("tiger:1", "1", "tiger", "tiger", environment, simulated=True)
    return SimpleNamespace(account=account, received_at=NOW)


def test_an_order_says_whose_it_is_and_when_it_was_heard_of():
    """Account, broker, connection, environment and time stand in every order's document."""
    assert owner(upstream("paper")) == {
        "account_id": "tiger:1",
        "broker": "tiger",
        "connection": "tiger",
        "environment": "paper",
        "simulated": True,
        "received_at": NOW,
    }


def test_an_order_of_an_account_that_is_not_proven_has_no_document():
    """Neither paper nor live is ever guessed."""
    with pytest.raises(UpstreamFailure, match="environment"):
        owner(upstream(None))
