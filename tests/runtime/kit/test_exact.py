"""Decimal text through brokers' fields and back: bit-exact in value, or refused."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from omnibroker.kit.errors import GatewayError, NotSent, UpstreamFailure
from omnibroker.kit.exact import canonical, double, number_text, required_number, whole

NUMBERS = st.decimals(
    min_value=-(10**20), max_value=10**20, allow_nan=False, allow_infinity=False, places=12
)


@given(NUMBERS)
def test_canonical_text_has_one_form_and_the_same_value(number):
    """No exponent, no trailing zeros, no -0, no leading zeros; the value is untouched."""
    text = canonical(number)
    assert Decimal(text) == number
    assert "e" not in text.lower()
    assert text != "-0"
    assert not ("." in text and text.endswith(("0", ".")))
    assert text.lstrip("-") == "0" or not text.lstrip("-").startswith("0") or "." in text
    assert canonical(Decimal(text)) == text


@given(NUMBERS)
def test_text_and_number_of_a_broker_are_read_alike(number):
    """However a broker writes a number, it is the same text."""
    expected = canonical(number)
    for written in (
        number,
        str(number),
        f"{number:f}",
        f" {number:f} ",
        f"{number:e}",
        f"+{abs(number):f}",
    ):
        if isinstance(written, str) and written.startswith("+"):
            assert number_text(written) == canonical(abs(number))
        else:
            assert number_text(written) == expected
    assert number_text(f"{number:,f}") == expected


@pytest.mark.parametrize(
    ("written", "text"),
    [
        (0, "0"), (Decimal("-0.00"), "0"), ("-0", "0"), ("00012.50", "12.5"), ("1,300", "1300"),
        ("1,234,567.890", "1234567.89"), ("1E+3", "1000"), ("5e-3", "0.005"), (".5", None),
        ("5.", None), ("1,30", None), ("1,3000", None), ("", None), (" ", None), (None, None),
        ("N/A", None), ("NaN", None), ("inf", None), ("1 000", None), ("0x1", None), (True, None),
        ([], None), (1.5, None), ("\u0661", None), ("1\n", "1"), ("--1", None), ("1e", None),
        ("1e999999999", None), ("0e999999999", None), (12345678901234567890123, "12345678901234567890123"),
    ],
)  # fmt: skip
def test_odd_spellings(written, text):
    """Thousands separators and exponents are read; anything unclear is absent, never zero."""
    assert number_text(written) == text


@pytest.mark.parametrize("text", ["1e999999999", "-1E+999999", "1e-999999999", "NaN", "Infinity"])
def test_a_broker_cannot_fill_our_memory_with_zeros(text):
    """A number of an absurd size is malformed, quickly."""
    with pytest.raises(UpstreamFailure):
        canonical(Decimal(text))


@pytest.mark.parametrize("text", ["0e999999999", "0e-999999999", "-0E+5"])
def test_zero_is_zero(text):
    """Whatever its exponent."""
    assert canonical(Decimal(text)) == "0"


@given(
    st.decimals(allow_nan=False, allow_infinity=False, places=17, min_value=-1000, max_value=1000)
)
def test_a_double_holds_what_it_can_say(number):
    """Accepted iff Decimal(repr(float(d))) == d; what is accepted is unchanged."""
    text = canonical(number)
    fits = Decimal(repr(float(text))) == Decimal(text)
    if fits:
        assert double(text, "price") == Decimal(text)
    else:
        with pytest.raises(NotSent) as told:
            double(text, "price")
        assert told.value.code == "not_exact"
        assert "price" in told.value.detail


def test_a_double_that_overflows_is_refused():
    """No infinity reaches a broker."""
    with pytest.raises(NotSent):
        double("1" + "0" * 400, "price")


@pytest.mark.parametrize(
    ("text", "number"), [("1", 1), ("1.0", 1), ("-3", -3), ("9" * 28, int("9" * 28))]
)
def test_an_integer_field_takes_whole_numbers(text, number):
    """28 digits and more, exactly."""
    assert whole(text, "quantity") == number


@pytest.mark.parametrize("text", ["0.5", "1.0000000000000000000000000001"])
def test_an_integer_field_takes_no_fraction(text):
    """Half a share is refused, never rounded."""
    with pytest.raises(NotSent) as told:
        whole(text, "quantity")
    assert told.value.code == "not_exact"


def test_a_number_that_must_be_there_is_asked_for():
    """The field is named."""
    assert required_number("1.50", "price") == "1.5"
    with pytest.raises(GatewayError, match="price"):
        required_number(None, "price")
