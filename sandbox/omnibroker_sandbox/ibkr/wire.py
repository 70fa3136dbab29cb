"""Numbers, flags, times and lists in the spellings of the Client Portal wire."""

from datetime import datetime
from decimal import ROUND_DOWN, Decimal
from typing import Any

from omnibroker_sandbox.clock import from_milliseconds
from omnibroker_sandbox.ibkr.refusals import Refused, cast_error, error

Parameters = dict[str, Any]

CENTS = Decimal("0.01")
TRUE = frozenset({"true", "1", "yes"})
FALSE = frozenset({"false", "0", "no"})


def text(parameters: Parameters, name: str, default: str = "") -> str:
    """Return a path or query value as text; of a repeated key the last one counts."""
    value = parameters.get(name)
    if isinstance(value, list):
        value = value[-1] if value else None
    return default if value is None else str(value)


def needed(parameters: Parameters, name: str) -> str:
    """Return a query value that the operation cannot do without."""
    value = text(parameters, name)
    if not value:
        raise Refused(error(400, f"Bad Request: missing parameter {name}"))
    return value


def flag(parameters: Parameters, name: str, *, default: bool = False) -> bool:
    """Read a boolean as true/false/True/False/1/0."""
    value = text(parameters, name).lower()
    if value in TRUE:
        return True
    return False if value in FALSE else default


def items(parameters: Parameters, name: str) -> list[str]:
    """Return a comma list (or a repeated key) as its parts."""
    value = parameters.get(name)
    parts = value if isinstance(value, list) else [value or ""]
    return [item.strip() for part in parts for item in str(part).split(",") if item.strip()]


def whole(value: Any, name: str) -> int:
    """Read an integer that may arrive as text."""
    try:
        return int(str(value))
    except ValueError:
        raise Refused(error(400, f"Bad Request: {name} is not an integer")) from None


def number(body: dict[str, Any], name: str) -> Decimal | None:
    """Read a JSON number; text where a number belongs is refused as the gateway refuses it."""
    value = body.get(name)
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int | float | Decimal):
        raise Refused(cast_error(value, "Number"))
    return Decimal(str(value))


def boolean(body: dict[str, Any], name: str, *, default: bool = False) -> bool:
    """Read a JSON boolean; anything else is refused as the gateway refuses it."""
    value = body.get(name, default)
    if not isinstance(value, bool):
        raise Refused(cast_error(value, "Boolean"))
    return value


def plain(value: Decimal) -> str:
    """Return a number without exponent or needless zeros."""
    return f"{value.normalize():f}" if value else "0"


def grouped(value: Decimal) -> str:
    """Return a number with thousands separators."""
    return f"{value.normalize():,f}" if value else "0"


def money(value: Decimal) -> Decimal:
    """Return an amount of money in cents."""
    return value.quantize(CENTS)


def money_text(value: Decimal) -> str:
    """Return an amount with thousands separators and at most two decimals."""
    return grouped(money(value))


def compact(value: Decimal) -> str:
    """Return a volume with the suffix K or M."""
    for size, suffix in ((Decimal(1_000_000), "M"), (Decimal(1_000), "K")):
        if value >= size:
            return f"{(value / size).quantize(Decimal('0.1'), rounding=ROUND_DOWN)}{suffix}"
    return plain(value)


def short_time(milliseconds: int) -> str:
    """Return `YYMMDDhhmmss` in UTC."""
    return f"{from_milliseconds(milliseconds):%y%m%d%H%M%S}"


def long_time(milliseconds: int) -> str:
    """Return `YYYYMMDD-HH:MM:SS` in UTC."""
    return f"{from_milliseconds(milliseconds):%Y%m%d-%H:%M:%S}"


def parse_long_time(value: str) -> int:
    """Read `YYYYMMDD-HH:MM:SS` in UTC as epoch seconds."""
    try:
        return int(datetime.strptime(f"{value}+0000", "%Y%m%d-%H:%M:%S%z").timestamp())
    except ValueError:
        raise Refused(error(400, "Bad Request: startTime must be YYYYMMDD-HH:MM:SS")) from None
