"""Fingerprints of payloads: equal requests have equal ones, others never."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from omnibroker.journal import fingerprint

JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=8,
)


@given(JSON, JSON)
def test_equal_payloads_have_equal_fingerprints_and_others_do_not(one, other):
    """The digest is that of the canonical document."""
    assert (fingerprint(one) == fingerprint(other)) is _same(one, other)


def _same(one, other):
    if type(one) is not type(other):
        return False
    if isinstance(one, dict):
        return one.keys() == other.keys() and all(_same(one[k], other[k]) for k in one)
    if isinstance(one, list):
        return len(one) == len(other) and all(map(_same, one, other))
    return one == other


def test_a_fingerprint_does_not_depend_on_the_order_of_members():
    """Nor on how a number was held."""
    assert fingerprint({"a": 1, "b": 2}) == fingerprint({"b": 2, "a": 1})
    assert fingerprint({"a": Decimal("1.10")}) == fingerprint({"a": Decimal("1.10")})
    assert fingerprint("a", "b") != fingerprint("ab")
