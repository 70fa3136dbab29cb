"""Reading IBKR's answers: no field is guaranteed and types vary, so what cannot be read is absent."""

import re
from collections.abc import Mapping
from decimal import Context, Decimal
from typing import Any, TypeVar

from omnibroker.kit.errors import malformed
from omnibroker.kit.exact import canonical, number_text
from omnibroker_generated.unified import models as unified
from omnibroker_generated.unified.types import UNSET, Unset

T = TypeVar("T")
M = TypeVar("M")

_CURRENCY = re.compile(r"[A-Z0-9]{3,10}")
_DIGITS = re.compile(r"[0-9]{1,19}")
_SMALLEST = Decimal(1).scaleb(-18)
_WIDE = Context(prec=400)


def single(answer: object, model: type[M]) -> M:
    """Return an answer that must be one object, or raise `upstream_malformed`."""
    if not isinstance(answer, model):
        raise malformed("IBKR's answer is not an object as documented.")
    return answer


def rows(answer: object, model: type[M]) -> list[M]:
    """Return an answer that must be a list of objects; no row is ever dropped, so an odd one raises."""
    if not isinstance(answer, list) or not all(isinstance(row, model) for row in answer):
        raise malformed("IBKR's answer is not a list as documented.")
    return answer


def members(value: object, model: type[M]) -> dict[str, M]:
    """Return the entries of an object keyed by name that are objects themselves."""
    entries = getattr(value, "additional_properties", None)
    if not isinstance(entries, Mapping):
        return {}
    return {name: entry for name, entry in entries.items() if isinstance(entry, model)}


def unnamed(row: Any, name: str) -> object:
    """Return a field that the broker sends although its document does not name it there, or None."""
    properties: Mapping[str, object] = row.additional_properties
    return properties.get(name)


def text(value: object, bound: int = 128) -> str | None:
    """Return trimmed text of at most `bound` characters; numbers become text, anything else is None."""
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    if not isinstance(value, str):
        return None
    return value.strip()[:bound] or None


def flag(value: object) -> bool | None:
    """Return a boolean, or None where there is none."""
    return value if isinstance(value, bool) else None


def digits(value: object) -> str | None:
    """Return a contract or order id as text: IBKR sends both integers and text."""
    found = text(value)
    return found if found is not None and _DIGITS.fullmatch(found) else None


def number(value: object) -> str | None:
    """Return canonical decimal text, or None where there is no readable number.

    IBKR's figures are doubles: what they have beyond 18 decimals is their noise, not a figure.
    """
    found = number_text(value)
    if found is None or len(found) <= 19 or "." not in found or len(found) - found.find(".") <= 19:
        return found
    return canonical(Decimal(found).quantize(_SMALLEST, context=_WIDE))


def unsigned(value: object) -> str | None:
    """Return canonical text of a number that is zero or more, else None (IBKR sends -1 for none)."""
    found = number(value)
    return None if found is None or found.startswith("-") else found


def positive(value: object) -> str | None:
    """Return canonical text of a number above zero, else None."""
    found = unsigned(value)
    return None if found == "0" else found


def currency(value: object) -> str | None:
    """Return a currency code, or None; `BASE` is IBKR's word for the sum, not a currency."""
    found = text(value)
    if found is None or found == "BASE" or not _CURRENCY.fullmatch(found):
        return None
    return found


def money(value: object, code: str | None) -> unified.Money | Unset:
    """Return an amount of money; without a readable amount and currency there is none."""
    amount = number(value)
    if amount is None or code is None:
        return UNSET
    return unified.Money(amount=amount, currency=code)


def maybe(value: T | None) -> T | Unset:
    """Return a value for an optional unified field: what is not known is absent."""
    return UNSET if value is None else value
