"""Instants as text: one spelling, which sorts as the instants do."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from omnibroker.clock import instant_text, now_text

INSTANTS = st.datetimes(min_value=datetime(1970, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001


def test_an_instant_is_written_with_milliseconds_and_z():
    """Also where they are zero; what is finer is left out."""
    assert instant_text(datetime(2026, 3, 2, 14, 30, tzinfo=UTC)) == "2026-03-02T14:30:00.000Z"
    at = datetime(2026, 3, 2, 14, 30, 5, 678999, tzinfo=UTC)
    assert instant_text(at) == "2026-03-02T14:30:05.678Z"


@given(INSTANTS, INSTANTS)
def test_texts_sort_as_instants_do(one, other):
    """The database and the audit chain compare texts."""
    whole = timedelta(milliseconds=1)
    (earlier, later) = sorted((one, other))
    assert instant_text(earlier) <= instant_text(later)
    if later - earlier >= whole:
        assert instant_text(earlier) < instant_text(later)


def test_now_is_the_present():
    """In the same spelling, between two looks at the clock."""
    before, text, after = (
        instant_text(datetime.now(UTC)),
        now_text(),
        instant_text(datetime.now(UTC)),
    )
    assert before <= text <= after
