"""Reading brokers' answers: types vary and nothing is guaranteed, so what cannot be read is absent (None)."""

import json
import re
from decimal import Context, Decimal
from typing import Any, TypeVar

from omnibroker.kit.errors import malformed
from omnibroker.kit.exact import canonical, number_text

M = TypeVar("M")

_CURRENCY = re.compile(r"[A-Z0-9]{3,10}")
_DIGITS = re.compile(r"[0-9]{1,19}")
_TEXT_ID = re.compile(r"[A-Za-z0-9._-]{1,64}")
_SMALLEST = Decimal(1).scaleb(-18)
_WIDE = Context(prec=400)


def decoded(body: bytes) -> Any:
    """Return decoded JSON, or None for anything else; fractions stay text, as no id has any.

    For classifiers: it never raises, whatever the bytes are.
    """
    try:
        return json.loads(body, parse_float=str, parse_constant=str)
    except (ValueError, RecursionError):
        return None


def single(answer: object, model: type[M]) -> M:
    """Return an answer that must be one object, or raise `upstream_malformed`."""
    if not isinstance(answer, model):
        raise malformed("The broker's answer is not an object as documented.")
    return answer


def rows(answer: object, model: type[M]) -> list[M]:
    """Return an answer that must be a list of objects; no row is ever dropped, so an odd one raises."""
    if not isinstance(answer, list) or not all(isinstance(row, model) for row in answer):
        raise malformed("The broker's answer is not a list as documented.")
    return answer


def text(value: object, bound: int = 128) -> str | None:
    """Return trimmed text of at most `bound` characters; integers become text, anything else is None."""
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    if not isinstance(value, str):
        return None
    return value.strip()[:bound] or None


def flag(value: object) -> bool | None:
    """Return a boolean, or None where there is none."""
    return value if isinstance(value, bool) else None


def digits(value: object) -> str | None:
    """Return an id of digits as text: brokers send both integers and text."""
    found = text(value)
    return found if found is not None and _DIGITS.fullmatch(found) else None


def text_id(value: object) -> str | None:
    """Return an id that may stand in ids of the unified API and in paths, or None."""
    found = text(value)
    return found if found is not None and _TEXT_ID.fullmatch(found) else None


def number(value: object) -> str | None:
    """Return canonical decimal text, or None where there is no readable number.

    Brokers' figures are often doubles: what they have beyond 18 decimals is their noise, not a figure.
    """
    found = number_text(value)
    if found is None or len(found) <= 19 or "." not in found or len(found) - found.find(".") <= 19:
        return found
    return canonical(Decimal(found).quantize(_SMALLEST, context=_WIDE))


def unsigned(value: object) -> str | None:
    """Return canonical text of a number that is zero or more, else None (many brokers send -1 for none)."""
    found = number(value)
    return None if found is None or found.startswith("-") else found


def positive(value: object) -> str | None:
    """Return canonical text of a number above zero, else None."""
    found = unsigned(value)
    return None if found == "0" else found


def currency(value: object) -> str | None:
    """Return a currency code, or None."""
    found = text(value)
    return found if found is not None and _CURRENCY.fullmatch(found) else None
