"""Envelopes, numbers, times and ids in the spellings of the gateway's wire."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from decimal import Decimal, InvalidOperation
from typing import Any
from zoneinfo import ZoneInfo

from omnibroker_sandbox.answers import Answer
from omnibroker_sandbox.clock import from_milliseconds
from omnibroker_sandbox.futu.refusals import Refused, error, failure, require

Body = dict[str, Any]
CENTS = Decimal("0.01")
THOUSANDTHS = Decimal("0.001")
MILLION = Decimal(1_000_000)
MOST_DIGITS = 12
"""Numbers beyond so many digits before or after the point are refused as malformed."""


def ok(s2c: Any) -> Answer:
    """Return the envelope of success."""
    return Answer(200, {"ret_type": 0, "ret_msg": None, "err_code": None, "s2c": s2c})


def message(fields: Iterable[str], **given: Any) -> dict[str, Any]:
    """Return a message with all its fields; what is not given is null."""
    row = dict.fromkeys(fields)
    unknown = given.keys() - row.keys()
    if unknown:
        raise KeyError(f"No such fields of this message: {', '.join(sorted(unknown))}.")
    return row | given


def needed(body: Body, name: str) -> Any:
    """Return a field that must be there."""
    value = body.get(name)
    require(value is not None, error(400, f"missing field `{name}`"))
    return value


def child(body: Body, name: str) -> Body:
    """Return a message within a message; a missing one is empty."""
    value = body.get(name)
    require(value is None or isinstance(value, dict), error(400, f"`{name}` must be an object"))
    return dict(value or {})


def number(body: Body, name: str) -> Decimal | None:
    """Return a number; null and a missing one are None."""
    value = body.get(name)
    if value is None:
        return None
    try:
        read = Decimal(str(value))
    except InvalidOperation:
        read = Decimal("NaN")
    finite = read.is_finite() and (not read or abs(read.adjusted()) <= MOST_DIGITS)
    if isinstance(value, bool) or not finite:
        raise Refused(error(400, f"`{name}` must be a number"))
    return read


def whole(body: Body, name: str) -> int | None:
    """Return an integer of up to 64 bits; null and a missing one are None."""
    value = body.get(name)
    if value is None:
        return None
    text = str(value)
    digits = text.removeprefix("-")
    if isinstance(value, bool) or not (digits.isascii() and digits.isdigit()):
        raise Refused(error(400, f"`{name}` must be an integer"))
    return int(text)


def word(body: Body, name: str) -> str:
    """Return a text; null and a missing one are empty."""
    value = body.get(name)
    return "" if value is None else str(value)


def rows(body: Body, name: str) -> list[Any]:
    """Return a repeated field; null and a missing one are empty."""
    value = body.get(name)
    require(value is None or isinstance(value, list), error(400, f"`{name}` must be a list"))
    return list(value or ())


def money(value: Decimal) -> Decimal:
    """Return an amount in cents."""
    return value.quantize(CENTS)


def percent(part: Decimal, of: Decimal) -> Decimal:
    """Return a share as percent with three decimals; 0 of nothing."""
    return (part / of * 100).quantize(THOUSANDTHS) if of else Decimal(0)


def stamp(milliseconds: int) -> Decimal:
    """Return a moment in epoch seconds."""
    return Decimal(milliseconds) / 1000


def text_time(milliseconds: int, zone: str, *, fraction: bool = True) -> str:
    """Return `YYYY-MM-DD HH:MM:SS[.mmm]` in the time of a market."""
    moment = from_milliseconds(milliseconds).astimezone(ZoneInfo(zone))
    tail = f".{milliseconds % 1000:03d}" if fraction else ""
    return f"{moment:%Y-%m-%d %H:%M:%S}{tail}"


def read_time(text: str, zone: str, *, end: bool = False) -> int:
    """Return a market's local time as milliseconds; of a bare day its start, or with `end` its last one."""
    bare = len(text) == len("YYYY-MM-DD")
    try:
        moment = datetime.fromisoformat(text)
        if bare and end:
            moment += timedelta(days=1) - timedelta(milliseconds=1)
    except (ValueError, OverflowError):
        raise Refused(failure(f"time format error: {text} (simulated)")) from None
    require(moment.tzinfo is None, failure(f"time format error: {text} (simulated)"))
    return round(moment.replace(tzinfo=ZoneInfo(zone)).timestamp() * 1000)
