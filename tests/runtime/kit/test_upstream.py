"""What cells answer: rows of which some may be missing, and what is said of those."""

import pytest

from omnibroker.kit.errors import UpstreamFailure
from omnibroker.kit.upstream import Parted, parted


def test_every_answer_is_rows_that_may_be_missing_parts():
    """A list, one document, or what is parted already; an empty list has no rows."""
    document, told = {"a": 1}, Parted([1], {"HK": UpstreamFailure("upstream_timeout", "late")})
    assert parted([document]) == Parted([document])
    assert parted(document) == Parted([document])
    assert parted([]) == Parted([])
    assert parted(told) is told


def test_the_first_failure_is_raised_where_there_is_one():
    """Whole answers pass; of several failures the first one speaks."""
    Parted([]).raise_first()
    first, second = (UpstreamFailure("upstream_timeout", text) for text in ("one", "two"))
    with pytest.raises(UpstreamFailure) as told:
        Parted([1], {"US": first, "HK": second}).raise_first()
    assert told.value is first
