"""Numbers, times and page tokens as the requests and answers of Tiger write them."""

import base64
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from typing import Any
from zoneinfo import ZoneInfo

from omnibroker_sandbox.clock import from_milliseconds
from omnibroker_sandbox.tiger.refusals import Refused, business

CENTS = Decimal("0.01")
RATIO = Decimal("0.0001")
SERVER_ZONE = ZoneInfo("Asia/Shanghai")


def number(request: dict[str, Any], name: str) -> Decimal | None:
    """Return a number that may be absent; text where it reads as one."""
    value = request.get(name)
    if value is None:
        return None
    try:
        found = Decimal(str(value))
    except InvalidOperation:
        raise Refused(business(f"field '{name}' must be a number")) from None
    if isinstance(value, bool) or not found.is_finite():
        raise Refused(business(f"field '{name}' must be a number"))
    return found


def text(request: dict[str, Any], name: str) -> str:
    """Return a text that may be absent."""
    value = request.get(name)
    return "" if value is None else str(value)


def narrowing(request: dict[str, Any], name: str) -> str:
    """Return a text that narrows an answer; ALL narrows nothing."""
    value = text(request, name)
    return "" if value == "ALL" else value


def millis(request: dict[str, Any], name: str) -> int | None:
    """Return epoch milliseconds; absent and -1 leave a range open."""
    value = number(request, name)
    return None if value is None or value < 0 else int(value)


def whole(request: dict[str, Any], name: str, default: int) -> int:
    """Return a whole number, or what counts without it."""
    value = number(request, name)
    return default if value is None else int(value)


def day(value: str, name: str) -> date:
    """Read YYYYMMDD or YYYY-MM-DD."""
    try:
        return date.fromisoformat(value)
    except ValueError:
        raise Refused(business(f"field '{name}' must be a date")) from None


def money(value: Decimal) -> Decimal:
    """Return an amount in cents."""
    return value.quantize(CENTS)


def ratio(part: Decimal, whole_part: Decimal) -> Decimal:
    """Return a share with four decimals, 0 of nothing."""
    return (part / whole_part).quantize(RATIO) if whole_part else Decimal(0)


def scaled(quantity: Decimal) -> tuple[int, int]:
    """Return a quantity as a whole number and the power of ten that divides it."""
    exponent = quantity.normalize().as_tuple().exponent
    scale = max(-exponent, 0) if isinstance(exponent, int) else 0
    return int(quantity.scaleb(scale)), scale


def plain_number(value: Decimal) -> int | Decimal:
    """Return a whole number as such, other numbers exactly."""
    return int(value) if value == value.to_integral_value() else value


def server_time(milliseconds: int) -> str:
    """Return `YYYY-MM-DD HH:MM:SS` in the zone of Tiger's servers."""
    moment = from_milliseconds(milliseconds).astimezone(SERVER_ZONE)
    return f"{moment:%Y-%m-%d %H:%M:%S}"


def midnight_ms(on: date, zone: str) -> int:
    """Return a day's midnight at an exchange in epoch milliseconds."""
    start = datetime(on.year, on.month, on.day, tzinfo=ZoneInfo(zone))
    return int(start.timestamp()) * 1000


def page_token(position: int) -> str:
    """Return an opaque token that stands for a place in a list."""
    return base64.urlsafe_b64encode(f"page|{position}".encode()).decode()


def page_position(token: str) -> int | None:
    """Return the place that a token stands for; an empty token is the first page."""
    if not token:
        return None
    try:
        return int(base64.urlsafe_b64decode(token).decode("ascii").removeprefix("page|"))
    except ValueError:
        raise Refused(business("field 'page_token' is not one of ours")) from None


def page(rows: list[Any], request: dict[str, Any], default: int) -> dict[str, Any]:
    """Return one page of a list; the token is empty on the last one."""
    start = page_position(text(request, "page_token")) or 0
    end = start + whole(request, "limit", default)
    return {"items": rows[start:end], "nextPageToken": page_token(end) if end < len(rows) else ""}
