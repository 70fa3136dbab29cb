"""Order rules at IBKR."""

from omnibroker_generated.ibkr import models as ibkr
from omnibroker_generated.unified import models as unified
from omnibroker_generated.unified.models.order_type import ORDER_TYPE_VALUES
from omnibroker_handlers.ibkr import _rules
from omnibroker_handlers.ibkr._tables import HOURS, ORDER_TYPE


def ruled(**rules):
    instrument = unified.Instrument("AAPL.US", "ibkr", "ibkr", "STOCK", "2026-03-02T14:30:05Z")
    _rules.apply(instrument, ibkr.ContractRules.from_dict(rules), "DU1234567")
    return instrument.to_dict()


def test_rule_names_are_total():
    """Every order type of the contract has its name in IBKR's rules."""
    assert _rules._RULE_TYPE.keys() == ORDER_TYPE_VALUES == ORDER_TYPE.keys()


def test_combinations_are_ones_that_can_be_sent():
    """What the instrument offers is what the ticket can say."""
    found = ruled(
        orderTypes=list(_rules._RULE_TYPE.values()),
        orderTypesOutside=["limit", "stop"],
        tifTypes=["DAY/o,a", "GTC/o,a", "IOC/MARKET,LIMIT", "OPG/LIMIT", "GTD/o"],
        overnightEligible=True,
        canTradeAcctIds=["DU1234567"],
    )
    assert found["tradable"]
    for each in found["combinations"]:
        assert (each["session"], each["time_in_force"]) in HOURS
    assert {"type": "STOP", "time_in_force": "IOC", "session": "REGULAR"} not in found[
        "combinations"
    ]
    assert {"type": "LIMIT", "time_in_force": "DAY", "session": "OVERNIGHT"} in found[
        "combinations"
    ]


def test_an_error_in_the_rules_offers_nothing():
    """Rules that report a failure make no combination, and no order."""
    found = ruled(error="not available", orderTypes=["limit"], canTradeAcctIds=["DU1234567"])
    assert not found["tradable"]
    assert "combinations" not in found


def test_the_rules_of_another_account_are_not_ours():
    """What another account of the login may trade is not tradable here."""
    assert not ruled(canTradeAcctIds=["DU7654321"])["tradable"]
