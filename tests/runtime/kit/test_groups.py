"""Instruments in groups, and what fails with them."""

from omnibroker.kit.errors import NotSent
from omnibroker.kit.groups import failures, grouped
from omnibroker.kit.instruments import Resolved


def share(key):
    return Resolved(key, f"id of {key}", "STOCK", None, "SHARE")


def market(resolved):
    return resolved.key.rpartition(".")[2]


ACME, LION, BOLT = share("ACME.US"), share("LION.SG"), share("BOLT.US")


def test_instruments_of_one_name_are_one_group_in_their_order():
    """Each instrument is in the one group that its name says."""
    groups = grouped([ACME, LION, BOLT], market)
    assert groups == {"US": [ACME, BOLT], "SG": [LION]}
    assert list(groups) == ["US", "SG"]


def test_what_fails_for_a_group_fails_for_all_in_it_and_for_no_other():
    """Every instrument of a failed group is named with the group's error."""
    error = NotSent("not_entitled", "no right")
    groups = grouped([ACME, LION, BOLT], market)
    assert failures(groups, {"US": error}) == {"ACME.US": error, "BOLT.US": error}
    assert failures(groups, {}) == {}
