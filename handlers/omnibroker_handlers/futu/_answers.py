"""Reading Futu's answers: what is asked for stands in `s2c`; optional fields come as null."""

import re
from typing import TypeVar

from omnibroker.kit import answers
from omnibroker.kit.answers import flag, number, positive, rows, text, unsigned
from omnibroker.kit.errors import malformed
from omnibroker_generated.unified import models as unified
from omnibroker_generated.unified.types import UNSET, Unset

T = TypeVar("T")
M = TypeVar("M")

# 64 bits without a sign, as a number or as text; 0 is Futu's word for none.
_ID = re.compile(r"0*[1-9][0-9]{0,19}")

__all__ = [
    "content",
    "digits",
    "flag",
    "maybe",
    "money",
    "nonzero",
    "number",
    "positive",
    "rows",
    "text",
    "text_id",
    "unsigned",
]


def content(answer: object, model: type[M]) -> M:
    """Return what an answer holds in `s2c`, or raise `upstream_malformed`: refusals have ended before."""
    found = getattr(answer, "s2c", None)
    if not isinstance(found, model):
        raise malformed("Futu's answer holds no s2c as documented.")
    return found


def digits(value: object) -> str | None:
    """Return a 64-bit id as text; some gateways send it as text, and 0 is none."""
    found = text(value)
    return found if found is not None and _ID.fullmatch(found) else None


def text_id(value: object) -> str | None:
    """Return the server's id, which is text, or None where it is empty or could not be part of a path."""
    found = answers.text_id(value)
    return None if found == "0" else found


def nonzero(value: object) -> str | None:
    """Return canonical text of a price; 0 stands for none."""
    found = number(value)
    return None if found == "0" else found


def money(value: object, code: str | None) -> unified.Money | Unset:
    """Return an amount of money; without a readable amount and currency there is none."""
    amount = number(value)
    if amount is None or code is None:
        return UNSET
    return unified.Money(amount=amount, currency=code)


def maybe(value: T | None) -> T | Unset:
    """Return a value for an optional unified field: what is not known is absent."""
    return UNSET if value is None else value
