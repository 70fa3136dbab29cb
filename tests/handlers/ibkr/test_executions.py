"""Fills at IBKR."""

from hypothesis import given
from hypothesis import strategies as st

from omnibroker_generated.unified import models as unified
from omnibroker_handlers.ibkr.executions import corrected, days_back


def fill(execution_id):
    return unified.Execution.from_dict({"execution_id": execution_id, "status": "OK"})


@given(st.permutations(["a.01", "a.02", "a.10", "b.01"]))
def test_the_highest_correction_stands_in_any_order(ids):
    """However the rows come, the last version stands and names the one before."""
    found = {each.execution_id: each for each in corrected([fill(each) for each in ids])}
    assert [found[each].status for each in ("a.01", "a.02", "a.10", "b.01")] == [
        "CORRECTED",
        "CORRECTED",
        "OK",
        "OK",
    ]
    assert (found["a.10"].corrects, found["a.02"].corrects) == ("a.02", "a.01")


def test_a_row_that_comes_twice_corrects_nothing():
    """The same fill listed twice stays as it is."""
    assert [each.status for each in corrected([fill("a.01"), fill("a.01")])] == ["OK", "OK"]


def test_ibkr_is_asked_for_a_day_more_than_utc_counts():
    """IBKR's days end by the exchange's clock; seven are the most."""
    now = "2026-03-02T14:30:05Z"
    assert days_back(None, now) == 7
    assert days_back("2026-03-02T00:00:00Z", now) == 2
    assert days_back("2026-02-27T00:00:00Z", now) == 5
    assert days_back("2025-01-01T00:00:00Z", now) == 7
    assert days_back("2026-04-01T00:00:00Z", now) == 2
