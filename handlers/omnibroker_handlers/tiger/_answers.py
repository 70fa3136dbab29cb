"""Reading Tiger's answers: nothing is guaranteed to be there, and what cannot be read is absent."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any, TypeVar

from omnibroker.kit import answers
from omnibroker.kit.answers import currency, digits, flag, rows, single, text, text_id
from omnibroker.kit.errors import GatewayError, malformed
from omnibroker.kit.exact import canonical
from omnibroker_generated.tiger.types import Unset as TigerUnset
from omnibroker_generated.unified import models as unified
from omnibroker_generated.unified.types import UNSET, Unset

T = TypeVar("T")
M = TypeVar("M")

# A number that is not known may come as the largest one of its type.
_ABSURD = 28
_MOST_PLACES = 18

__all__ = [
    "currency",
    "cut_off",
    "digits",
    "flag",
    "items",
    "maybe",
    "money",
    "next_page",
    "number",
    "positive",
    "rows",
    "scaled",
    "single",
    "text",
    "text_id",
    "unsigned",
]


def items(answer: Any, model: type[M]) -> list[M]:
    """Return the rows of an answer: in its `items`, or the answer itself; [] and {} stand for none.

    No row is ever dropped, so an odd one raises `upstream_malformed`.
    """
    if isinstance(answer, list):
        return rows(answer, model)
    found = getattr(answer, "items", None)
    if isinstance(found, list):
        return rows(found, model)
    if hasattr(answer, "to_dict") and not answer.to_dict():
        return []
    raise malformed("Tiger's answer holds no list of items.")


def next_page(answer: object) -> str:
    """Return what the page after an answer is asked for with; empty where there is none."""
    token = getattr(answer, "next_page_token", None)
    return token if isinstance(token, str) else ""


def cut_off(answers_: Mapping[str, object]) -> dict[str, GatewayError]:
    """Return which of the answers, by name, end before their rows do."""
    detail = "Tiger lists more rows than it shows; some are missing here."
    return {name: malformed(detail) for name, answer in answers_.items() if next_page(answer)}


def number(value: object) -> str | None:
    """Return canonical decimal text, or None where there is no number or Tiger's stand-in for none."""
    if isinstance(value, int | Decimal) and _is_absurd(Decimal(value)):
        return None
    found = answers.number(value)
    return None if found is None or _is_absurd(Decimal(found)) else found


def _is_absurd(value: Decimal) -> bool:
    return not value.is_finite() or value.adjusted() >= _ABSURD


def unsigned(value: object) -> str | None:
    """Return canonical text of a number that is zero or more, else None."""
    found = number(value)
    return None if found is None or found.startswith("-") else found


def positive(value: object) -> str | None:
    """Return canonical text of a number above zero, else None."""
    found = unsigned(value)
    return None if found == "0" else found


def scaled(value: object, scale: object) -> str | None:
    """Return canonical text of a scaled quantity: 773 with scale 5 is 0.00773; without a scale it is whole.

    None where there is no quantity; a scale that makes no sense raises `upstream_malformed`.
    """
    found = number(value)
    if found is None:
        return None
    places = 0 if scale is None or isinstance(scale, TigerUnset) else scale
    if isinstance(places, bool) or not isinstance(places, int) or not 0 <= places <= _MOST_PLACES:
        raise malformed("Tiger sent a quantity with a scale that cannot be read.")
    return number(canonical(Decimal(found).scaleb(-places)))


def money(value: object, code: str | None) -> unified.Money | Unset:
    """Return an amount of money; without a readable amount and currency there is none."""
    amount = number(value)
    if amount is None or code is None:
        return UNSET
    return unified.Money(amount=amount, currency=code)


def maybe(value: T | None) -> T | Unset:
    """Return a value for an optional unified field: what is not known is absent."""
    return UNSET if value is None else value
