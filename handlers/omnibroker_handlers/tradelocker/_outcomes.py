"""What TradeLocker's answers to orders prove: told apart by structure and ids, never by text; default Unknown."""

from typing import Any

from omnibroker.kit.answers import decoded, text
from omnibroker.kit.outcomes import Accepted, Outcome, Refused, Unknown
from omnibroker_handlers.tradelocker import _answers

# Statuses under which an object with `s` error and its words is a refusal; the same one has been seen
# under 200 and under 400.
_REFUSING = frozenset({200, 400, 401, 403, 404})
_NO_CONTENT = 204
_MESSAGE_BOUND = 4096


def classify_place_order(status: int, body: bytes) -> Outcome:
    """Return what an answer to a new order proves; accepted means for processing, not filled."""
    answer = decoded(body)
    if not _is_ok(status, answer):
        return _refused(status, answer)
    content = answer.get("d")
    order_id = _answers.identifier(content.get("orderId")) if isinstance(content, dict) else None
    if order_id is None:
        return Unknown("the acknowledgement has no readable order id")
    return Accepted(order_id, None, answer)


def classify_close_position(status: int, body: bytes) -> Outcome:
    """Return what an answer to a close proves: that a closing order was placed, of which no id is said."""
    return _classify_change(status, body)


def classify_modify_order(status: int, body: bytes) -> Outcome:
    """Return what an answer to a change of an order proves; the order keeps its id, which it may not repeat."""
    return _classify_change(status, body)


def classify_cancel_order(status: int, body: bytes) -> Outcome:
    """Return what an answer to a cancel request proves; an order that is final already is a refusal."""
    return _classify_change(status, body)


def _classify_change(status: int, body: bytes) -> Outcome:
    if status == _NO_CONTENT and not body:
        # Documented for changes, in place of an envelope; never for a new order.
        return Accepted("")
    answer = decoded(body)
    return Accepted("", None, answer) if _is_ok(status, answer) else _refused(status, answer)


def _is_ok(status: int, answer: Any) -> bool:
    return status == 200 and isinstance(answer, dict) and answer.get("s") == "ok"


def _refused(status: int, answer: Any) -> Outcome:
    """Read a documented refusal; everything else, 429 and 5xx first of all, proves nothing."""
    if status not in _REFUSING:
        return Unknown(f"status {status}")
    if not isinstance(answer, dict) or answer.get("s") != "error" or answer.get("d") is not None:
        return Unknown("the answer has an undocumented shape")
    message = answer.get("errmsg")
    if not isinstance(message, str) or not message.strip():
        return Unknown("the refusal says nothing")
    return Refused(text(message, _MESSAGE_BOUND) or "", None if status == 200 else str(status))
