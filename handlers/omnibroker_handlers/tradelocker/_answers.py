"""Reading TradeLocker's answers: an envelope around what was asked; cells are text, null or empty."""

from typing import TypeVar

from omnibroker.kit import times
from omnibroker.kit.answers import digits, number, single
from omnibroker_generated.unified import models as unified
from omnibroker_generated.unified.types import UNSET, Unset

T = TypeVar("T")
M = TypeVar("M")


def content(answer: object, envelope: type[object], model: type[M]) -> M:
    """Return what an envelope holds (`d`); raises `upstream_malformed` unless it is one object."""
    return single(getattr(single(answer, envelope), "d", None), model)


def identifier(value: object) -> str | None:
    """Return an id as text of digits; 0 and anything else is none."""
    found = digits(value)
    return found if found is not None and found.strip("0") else None


def price(value: object) -> str | None:
    """Return a price; TradeLocker fills the places of prices that there are not with 0."""
    found = number(value)
    return None if found == "0" else found


def instant(value: object) -> str | None:
    """Return RFC 3339 UTC for epoch milliseconds as text, or None."""
    found = digits(value)
    return times.instant(int(found)) if found is not None else None


def money(value: object, code: str) -> unified.Money | Unset:
    """Return an amount of money, absent where there is no readable number."""
    amount = number(value)
    return UNSET if amount is None else unified.Money(amount=amount, currency=code)


def maybe(value: T | None) -> T | Unset:
    """Return a value for an optional unified field: what is not known is absent."""
    return UNSET if value is None else value
