"""Reading brokers' answers: what cannot be read is absent, and nothing stumbles."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from omnibroker.kit import answers
from omnibroker.kit.errors import UpstreamFailure

anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=20) | st.decimals(),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=3), inner),
    max_leaves=4,
)


@given(anything)
def test_texts_ids_flags_and_codes_are_there_or_absent(value):
    """Whatever a field holds, reading it gives the thing or None."""
    assert answers.text(value) is None or answers.text(value)
    assert answers.digits(value) is None or answers.digits(value).isdigit()
    assert answers.flag(value) in {None, value if isinstance(value, bool) else None}
    code = answers.currency(value)
    assert code is None or (3 <= len(code) <= 10 and code == code.upper())


@pytest.mark.parametrize(
    ("value", "found"),
    [("10.00", "10"), (Decimal("-1.50"), "-1.5"), ("1,300", "1300"), ("", None), (True, None)],
)
def test_numbers_become_canonical_text(value, found):
    """A number is one text, however the broker writes it."""
    assert answers.number(value) == found


def test_noise_of_doubles_ends_after_eighteen_decimals():
    """What a double has beyond 18 decimals is not a figure."""
    assert answers.number("0.1000000000000000055511") == "0.100000000000000006"


@pytest.mark.parametrize(
    ("value", "unsigned", "positive"), [("-1", None, None), ("0", "0", None), ("2", "2", "2")]
)
def test_signs_that_cannot_be_are_absent(value, unsigned, positive):
    """Brokers write -1 or 0 for none."""
    assert answers.unsigned(value) == unsigned
    assert answers.positive(value) == positive


@given(st.binary(max_size=60))
def test_no_bytes_make_decoding_stumble(body):
    """Bytes that are no JSON are nothing."""
    answers.decoded(body)


@pytest.mark.parametrize("body", [b"[" * 100_000, b"9" * 10_000, b"\xff", b""])
def test_hostile_bytes_are_nothing(body):
    """Deep nesting, endless digits and broken encodings are no JSON."""
    assert answers.decoded(body) is None


@pytest.mark.parametrize("answer", [None, {}, "text", [1, None]])
def test_a_list_with_an_odd_row_is_malformed(answer):
    """No row is ever dropped, so one that is no object of its kind spoils the answer."""
    with pytest.raises(UpstreamFailure) as refused:
        answers.rows(answer, int)
    assert refused.value.code == "upstream_malformed"


def test_one_object_is_what_was_asked_for():
    """An answer of another kind is malformed."""
    assert answers.single(7, int) == 7
    with pytest.raises(UpstreamFailure):
        answers.single("7", int)
