"""Reading IBKR's answers: no field is guaranteed and types vary, so what cannot be read is absent."""

from collections.abc import Mapping
from typing import Any, TypeVar

from omnibroker.kit import answers
from omnibroker.kit.answers import (
    digits,
    flag,
    number,
    positive,
    rows,
    single,
    text,
    text_id,
    unsigned,
)
from omnibroker_generated.unified import models as unified
from omnibroker_generated.unified.types import UNSET, Unset

T = TypeVar("T")
M = TypeVar("M")

__all__ = [
    "currency",
    "digits",
    "flag",
    "maybe",
    "members",
    "money",
    "number",
    "positive",
    "rows",
    "single",
    "text",
    "text_id",
    "unnamed",
    "unsigned",
]


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


def currency(value: object) -> str | None:
    """Return a currency code, or None; `BASE` is IBKR's word for the sum, not a currency."""
    found = answers.currency(value)
    return None if found == "BASE" else found


def money(value: object, code: str | None) -> unified.Money | Unset:
    """Return an amount of money; without a readable amount and currency there is none."""
    amount = number(value)
    if amount is None or code is None:
        return UNSET
    return unified.Money(amount=amount, currency=code)


def maybe(value: T | None) -> T | Unset:
    """Return a value for an optional unified field: what is not known is absent."""
    return UNSET if value is None else value
