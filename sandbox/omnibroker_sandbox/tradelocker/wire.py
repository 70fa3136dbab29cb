"""Numbers, ids and rows in the spellings of TradeLocker's wire."""

from decimal import Decimal, InvalidOperation
from typing import Any

from omnibroker_sandbox.answers import Answer
from omnibroker_sandbox.tradelocker.refusals import Refused, error

Parameters = dict[str, Any]
Row = list[str | None]
CENTS = Decimal("0.01")
MOST_DIGITS = 12
"""Numbers beyond so many digits before or after the point are refused as malformed."""


def ok(document: Any = None) -> Answer:
    """Return the envelope of success, with `d` where there is something to say."""
    return Answer(200, {"s": "ok"} if document is None else {"s": "ok", "d": document})


def text(parameters: Parameters, name: str) -> str:
    """Return a parameter as text; of a repeated one the last counts, a missing one is empty."""
    value = parameters.get(name)
    if isinstance(value, list):
        value = value[-1] if value else None
    return "" if value is None else str(value)


def whole(parameters: Parameters, name: str) -> int | None:
    """Return an integer parameter, or None where it is missing."""
    value = text(parameters, name)
    if not value:
        return None
    try:
        return int(value)
    except ValueError:
        raise Refused(error(400, f"{name} is not an integer (simulated).")) from None


def needed(parameters: Parameters, name: str) -> int:
    """Return an integer parameter that must be there."""
    value = whole(parameters, name)
    if value is None:
        raise Refused(error(400, f"{name} is missing (simulated)."))
    return value


def number(body: dict[str, Any], name: str) -> Decimal | None:
    """Read a number that may be JSON or text; null and a missing one are None."""
    value = body.get(name)
    if value is None:
        return None
    try:
        read = Decimal(str(value))
    except InvalidOperation:
        read = Decimal("NaN")
    finite = read.is_finite() and (not read or abs(read.adjusted()) <= MOST_DIGITS)
    if isinstance(value, bool) or not finite:
        raise Refused(error(400, f"{{{name}=[must be a number]}}"))
    return read


def word(body: dict[str, Any], name: str) -> str:
    """Read a text; null and a missing one are empty."""
    value = body.get(name)
    return "" if value is None else str(value)


def plain(value: Decimal) -> str:
    """Return a number as text without exponent or needless zeros."""
    return f"{value.normalize():f}" if value else "0"


def cell(value: Decimal | None) -> str | None:
    """Return a number as a row's cell."""
    return None if value is None else plain(value)


def money(value: Decimal) -> Decimal:
    """Return an amount of money in cents."""
    return value.quantize(CENTS)
