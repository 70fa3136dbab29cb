"""What a single order may be: allow-lists, hours, size, value and distance from the market."""

import re
from datetime import datetime
from decimal import Decimal
from functools import lru_cache

from omnibroker.kit.errors import NotSent
from omnibroker.kit.exact import canonical
from omnibroker.limits.intents import OrderIntent
from omnibroker.limits.settings import KeyLimits
from omnibroker.limits.values import is_near, trailing_prices, unproven

_HEAD = re.compile(r"[^:@]*[:@]")


def check_order(intent: OrderIntent, limits: KeyLimits, whose: str, now: datetime) -> None:
    """Raise for an order that limits do not allow, whatever came before it.

    `whose` is "key" or "account". Codes: `forbidden` (allow-lists, hours), `limit_exceeded`,
    `limit_unproven` where a limit cannot be held against the order.
    """
    _check_lists(intent, limits, whose)
    if limits.hours is not None and not limits.hours.include(now):
        raise NotSent("forbidden", f"The {whose}'s hours are {limits.hours.text()}.")
    _check_quantity(intent, limits, whose)
    if limits.max_value is not None:
        value, most = value_and_most(intent, limits.max_value, "max_value", whose)
        if value > most:
            raise exceeded(whose, "max_value", most, value, intent.currency)
    if limits.collar is not None:
        _check_collar(intent, limits.collar, whose)


def value_and_most(
    intent: OrderIntent, amounts: dict[str, Decimal], name: str, whose: str
) -> tuple[Decimal, Decimal]:
    """Return (the order's value, the amount of its currency); raises where either is not there."""
    if intent.value is None or intent.currency is None:
        raise unproven(f"{name} of the {whose} needs a value, and the order has none")
    most = amounts.get(intent.currency)
    if most is None:
        raise NotSent(
            "limit_exceeded",
            f"The {whose}'s {name} is in {' and '.join(amounts)}, the order in {intent.currency}: "
            "amounts are never converted.",
        )
    return intent.value, most


def exceeded(
    whose: str, name: str, most: Decimal | int, asked: Decimal | int, unit: str | None = None
) -> NotSent:
    """Return the refusal of what is more than a limit."""
    unit, asked = f" {unit}" if unit else "", Decimal(asked)
    return NotSent(
        "limit_exceeded",
        f"The {whose}'s {name} is {canonical(most)}{unit}; this order makes it {asked:f}{unit}.",
    )


def fits(pattern: str, instrument: str) -> bool:
    """Say whether a canonical key fits an allow-list's pattern.

    `*` stands for anything, but never for a kind: `*.US` are the shares listed there, not `CFD:AAPL.US`.
    """
    head, tail = _split(pattern)
    kind, name = _split(instrument)
    return head == kind and _expression(tail).fullmatch(name) is not None


def _check_lists(intent: OrderIntent, limits: KeyLimits, whose: str) -> None:
    for name, allowed, asked in (
        ("brokers", limits.brokers, intent.broker),
        ("markets", limits.markets, intent.market),
        ("sides", limits.sides, intent.terms.side),
    ):
        if allowed is not None and asked not in allowed:
            raise _not_listed(name, allowed, asked or "unknown", whose)
    patterns = limits.instruments
    if patterns is not None and not any(fits(each, intent.instrument) for each in patterns):
        raise _not_listed("instruments", patterns, intent.instrument, whose)


def _not_listed(name: str, allowed: tuple[str, ...], asked: str, whose: str) -> NotSent:
    return NotSent(
        "forbidden", f"The {whose} may trade {name} {' '.join(allowed)}; this order is for {asked}."
    )


def _check_quantity(intent: OrderIntent, limits: KeyLimits, whose: str) -> None:
    most, quantity = limits.max_quantity, intent.terms.quantity
    if most is None:
        return
    if quantity is None:
        raise unproven(f"max_quantity of the {whose} needs a quantity, and the order has none")
    if quantity > most:
        raise exceeded(whose, "max_quantity", most, quantity)


def _check_collar(intent: OrderIntent, collar: Decimal, whose: str) -> None:
    if not intent.terms.has_prices:
        return  # it trades at the market by its nature
    market = intent.market_price
    if market is None or market.quality != "REALTIME":
        raise unproven(f"collar of the {whose} needs the market's price in real time")
    for price in trailing_prices(intent.terms, market):
        if not is_near(price, market.touch, collar):
            raise NotSent(
                "limit_exceeded",
                f"The {whose}'s collar is {canonical(collar)}: {canonical(price)} is further than that "
                f"from the market, {canonical(market.touch)}.",
            )


def _split(text: str) -> tuple[str, str]:
    head = _HEAD.match(text)
    return (head[0], text[head.end() :]) if head else ("", text)


@lru_cache(maxsize=1024)
def _expression(pattern: str) -> re.Pattern[str]:
    return re.compile(".*".join(map(re.escape, pattern.split("*"))))
