"""Numbers, rows and names as Tiger sends them."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from omnibroker.kit.errors import UpstreamFailure
from omnibroker_generated.tiger import models as tiger
from omnibroker_generated.tiger.types import UNSET
from omnibroker_handlers.tiger import _answers, _names

LARGEST = Decimal("1.7976931348623157E+308")


@pytest.mark.parametrize(
    "value",
    [LARGEST, -LARGEST, int(LARGEST), Decimal("Infinity"), Decimal("NaN"), "inf", "NaN", str(LARGEST),
     "9" * 40, None, UNSET, True, "", "n/a"],
)  # fmt: skip
def test_a_stand_in_for_no_number_is_absent(value):
    """Infinite and absurdly large numbers, and what is none, are absent and never an error."""
    assert _answers.number(value) is None
    assert _answers.positive(value) is None
    assert not _answers.money(value, "USD")


@given(st.integers(-(10**12), 10**12), st.integers(0, 18))
def test_a_scaled_quantity_is_exact(value, scale):
    """A quantity is its whole number divided by ten to the power of its scale."""
    found = _answers.scaled(value, scale)
    assert found is not None
    assert Decimal(found) * 10**scale == value


@pytest.mark.parametrize("scale", [None, UNSET, 0])
def test_a_quantity_without_a_scale_is_whole(scale):
    """Where Tiger leaves the scale out, the number is the quantity."""
    assert _answers.scaled(773, scale) == "773"
    assert _answers.scaled(None, scale) is None


@pytest.mark.parametrize("scale", [-1, 19, "2", True, Decimal("1.5")])
def test_a_scale_that_makes_no_sense_is_malformed(scale):
    """A quantity whose scale cannot be read is not guessed."""
    with pytest.raises(UpstreamFailure):
        _answers.scaled(773, scale)


@pytest.mark.parametrize(
    "answer", [[], tiger.Orders.from_dict({}), tiger.Orders.from_dict({"items": []})]
)
def test_nothing_is_no_rows(answer):
    """An empty list, an empty object and empty items all stand for nothing found."""
    assert _answers.items(answer, tiger.Order) == []


@pytest.mark.parametrize(
    "answer",
    [
        tiger.Orders.from_dict({"total": 1}),
        tiger.Orders.from_dict({"items": {}}),
        tiger.Orders.from_dict({"items": [1]}),
        [1],
        "text",
        7,
    ],
)
def test_an_odd_answer_is_never_an_empty_one(answer):
    """An answer without readable rows is malformed: it must not look like an account without any."""
    with pytest.raises(UpstreamFailure):
        _answers.items(answer, tiger.Order)


def test_the_best_names_come_first():
    """Equal symbols come before those that begin so, and these before those that are named so."""
    listed = [("BOLT", "Bolts of Acm"), ("ACMX", None), ("acm", "?"), (".ACM", "Acm"), ("ZZ", "z")]
    rows = [tiger.SymbolName.from_dict({"symbol": s, "name": n}) for s, n in listed]
    assert _names.best(rows, " ACM ", 9) == ["acm", "ACMX", "BOLT"]
    assert _names.best(rows, "ACM", 1) == ["acm"]
