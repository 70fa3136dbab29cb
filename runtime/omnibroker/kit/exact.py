"""Decimal text to what a broker wants and back: exactly, or not at all."""

import re
from decimal import Decimal, InvalidOperation
from functools import lru_cache
from typing import Any

from omnibroker.kit.errors import NotSent, malformed

_NUMBER = re.compile(r"[+-]?[0-9]+(\.[0-9]+)?[eE][+-]?[0-9]+")
# Sign, whole part and fraction without what canonical text leaves out: most numbers need no arithmetic.
_PLAIN = re.compile(r"([+-]?)0*([0-9]+?)(?:\.([0-9]*?)0*)?")
_MOST_DIGITS = 40
_GROUPED = re.compile(r"[+-]?[0-9]{1,3}(,[0-9]{3})+(\.[0-9]+)?")


def canonical(number: Decimal | int) -> str:
    """Return decimal text without exponent, trailing zeros or a negative zero."""
    text = str(number)
    if "E" in text or len(text) > _MOST_DIGITS or not text[-1].isdecimal():
        text = _spelt_out(Decimal(number))
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def _spelt_out(number: Decimal) -> str:
    if not number.is_finite():
        raise malformed(f"The broker sent a number that is not finite: {number}.")
    if number and abs(number.adjusted()) > _MOST_DIGITS:
        # Written out it would be pages of zeros: nobody means that as a price.
        raise malformed("The broker sent a number of an absurd size.")
    return format(number or Decimal(0), "f")


def decimal(text: str) -> Decimal:
    """Return the value of the unified API's decimal text (already checked by the schema)."""
    return Decimal(text)


def double(text: str, name: str) -> Decimal:
    """Return the number for a broker field that is an IEEE 754 double.

    A value d fits when `Decimal(repr(float(d))) == d`; anything else is refused, as the broker
    would trade a neighbour of it.
    """
    number = Decimal(text)
    if Decimal(repr(float(number))) != number:
        raise NotSent(
            "not_exact", f"{name} {text} has more digits than the broker's field can hold."
        )
    return number


def whole(text: str, name: str) -> int:
    """Return the number for a broker field that is an integer; a fraction is refused."""
    number = Decimal(text)
    if number != number.to_integral_value():
        raise NotSent("not_exact", f"{name} must be a whole number for this broker; it is {text}.")
    return int(number)


def number_text(value: Any) -> str | None:
    """Return canonical text for a number as brokers send it, or None where there is none.

    Takes int, Decimal, plain text and text with thousands separators ("1,300"). Anything else,
    an empty text or a missing value is None: absent, never zero.
    """
    if isinstance(value, str):
        return _parse_text(value)
    if isinstance(value, int | Decimal) and not isinstance(value, bool):
        return canonical(value)
    return None


# Brokers send the same prices and balances over and over.
@lru_cache(maxsize=8192)
def _parse_text(text: str) -> str | None:
    text = text.strip()
    if "," in text:
        if not _GROUPED.fullmatch(text):
            return None
        text = text.replace(",", "")
    plain = _PLAIN.fullmatch(text)
    if plain is not None and not text.endswith("."):
        sign, whole, fraction = plain.groups()
        number = f"{whole}.{fraction}" if fraction else whole
        return f"-{number}" if sign == "-" and number != "0" else number
    return _parse_exponent(text)


def _parse_exponent(text: str) -> str | None:
    if not _NUMBER.fullmatch(text):
        return None
    try:
        number = Decimal(text)
    except InvalidOperation:
        return None
    return canonical(number) if abs(number.adjusted()) <= _MOST_DIGITS else None


def required_number(value: Any, name: str) -> str:
    """Return canonical text, or raise `upstream_malformed` naming the field."""
    text = number_text(value)
    if text is None:
        raise malformed(f"The broker's answer has no readable {name}.")
    return text
