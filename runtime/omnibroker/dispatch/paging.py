"""Pages of a list: the cursor pins how many rows were seen of which list."""

import base64
import binascii
from typing import Any

import msgspec

from omnibroker.clock import now_text
from omnibroker.journal import fingerprint
from omnibroker.kit.errors import NotSent
from omnibroker.plans.calls import Call, Reply

Row = dict[str, Any]
Rows = list[Row]
PAGE_ROWS = 1000
# Where a source's rows stop: operations whose answers say how far back they reach.
_WITH_COVERAGE = frozenset({"list_orders", "list_executions"})


def page(call: Call, rows: Rows, incomplete: Rows) -> Reply:
    """Return one page of a list; the cursor pins how many rows were seen of which list."""
    for row in incomplete:
        row["problem"]["request_id"] = call.request_id
    body: dict[str, Any] = {"incomplete": incomplete, "received_at": now_text()}
    if "limit" in call.parameters or "cursor" in call.parameters or len(rows) > PAGE_ROWS:
        rows, following = _cut(call, rows)
        if following is not None:
            body["next_cursor"] = following
    if call.operation_id in _WITH_COVERAGE:
        # What the brokers keep of the past ends with their session or day: never said to be everything.
        body["coverage"] = {"complete": False}
    return Reply(200, {"items": rows, **body})


def _cut(call: Call, rows: Rows) -> tuple[Rows, str | None]:
    start = place_of(call)
    end = start + min(call.parameters.get("limit", PAGE_ROWS), PAGE_ROWS)
    return rows[start:end], cursor_at(call, end) if end < len(rows) else None


def _question(call: Call) -> str:
    """Return what a list was asked for: another filter is another list, and its rows stand elsewhere."""
    filters = {k: v for k, v in call.parameters.items() if k not in {"cursor", "limit"}}
    return fingerprint(call.operation_id, filters)[:16]


def cursor_at(call: Call, offset: int) -> str:
    """Return the cursor of a place in the list that a call asks for."""
    return (
        base64.urlsafe_b64encode(msgspec.json.encode([_question(call), offset]))
        .decode()
        .rstrip("=")
    )


def place_of(call: Call) -> int:
    """Return the place that a call's cursor stands for, 0 without one; raises `value_not_supported`."""
    cursor: str | None = call.parameters.get("cursor")
    if cursor is None:
        return 0
    try:
        raw = base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4))
        question, offset = msgspec.json.decode(raw, type=tuple[str, int])
    except (binascii.Error, msgspec.DecodeError, ValueError):
        question, offset = "", -1
    if question != _question(call) or offset < 0:
        raise NotSent("value_not_supported", "The cursor is not from this list; start without one.")
    return offset
