"""Standing consents: a broker's questions that a key accepts beforehand, each answered by a reply of its own."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import Any

from omnibroker.dispatch.context import Source
from omnibroker.ids import draw_order_id
from omnibroker.journal import OrderRow, fingerprint
from omnibroker.kit.errors import NotSent
from omnibroker.observe import log
from omnibroker.plans.calls import Call

# Answers an order's open question with yes, as a write under a key and its fingerprint.
Confirm = Callable[[Call, Source, OrderRow, str, str], Awaitable[None]]
# A broker that asks on and on is answered by a person.
_MOST_ANSWERS = 8


async def answer(call: Call, source: Source, row: OrderRow, confirm: Confirm) -> dict[str, Any]:
    """Answer yes to what the key accepts beforehand, question by question; return the order's document.

    Any other question stays open, and so does one whose yes was not sent; what becomes of a yes that was
    sent is raised as `confirm` raises it.
    """
    for _ in range(_MOST_ANSWERS):
        asked = _agreed(call, source, row)
        if asked is None:
            break
        # Nobody sent this yes, so nobody asks for it again: its key is drawn.
        key = f"consent.{draw_order_id()}"
        try:
            await confirm(asked, source, row, key, fingerprint(key))
        except NotSent as error:
            log.warning("consent_not_sent", order_id=row.order_id, code=error.code)
            break
    return row.document


def _agreed(call: Call, source: Source, row: OrderRow) -> Call | None:
    """Return the confirm_order call that the key's consents stand for, or None where a person must answer."""
    if row.question is None or call.principal is None:
        return None
    message_ids: list[str] = row.question["message_ids"]
    if not call.principal.consents_to(source.connection.broker, message_ids):
        return None
    log.info(
        "consent_used",
        key_id=call.principal.key_id,
        order_id=row.order_id,
        message_ids=message_ids,
    )
    return replace(call, operation_id="confirm_order", body={"message_ids": message_ids})
