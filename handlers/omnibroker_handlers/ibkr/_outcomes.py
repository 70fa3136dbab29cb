"""What IBKR's answers to orders prove: told apart by structure and ids, never by text; default Unknown."""

import re
from typing import Any

from omnibroker.kit.answers import decoded
from omnibroker.kit.outcomes import Accepted, Outcome, Question, Refused, Unknown
from omnibroker_handlers.ibkr import _answers
from omnibroker_handlers.ibkr._tables import is_order_status

# Statuses under which a JSON object with `error` is a refusal: malformed, unknown, no right to it.
_REFUSING = frozenset({400, 401, 403, 404})
_REPLY_ID = re.compile(r"[0-9A-Za-z-]{1,64}")
_MESSAGE_ID = re.compile(r"[A-Za-z0-9._:-]{1,64}")
_UUID = re.compile(r"[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")
_IDS = frozenset({"order_id", "orderId", "local_order_id", "id", "reqId"})
_MOST_MESSAGES = 32
_MESSAGE_BOUND = 4096


def classify_place_order(status: int, body: bytes) -> Outcome:
    """Return what an answer to a new order proves."""
    answer = decoded(body)
    if status == 200:
        return _order_result(answer)
    return _refused(status, answer)


def classify_modify_order(status: int, body: bytes) -> Outcome:
    """Return what an answer to a change of an order proves: its shapes are those of a new order."""
    return classify_place_order(status, body)


def classify_confirm_order(status: int, body: bytes) -> Outcome:
    """Return what an answer to a yes proves.

    No refusal is inferred from an error: a stale question has been seen to go live afterwards.
    """
    outcome = _order_result(decoded(body)) if status == 200 else Unknown(f"status {status}")
    return Unknown("an error after a confirmation") if isinstance(outcome, Refused) else outcome


def classify_decline_order(status: int, body: bytes) -> Outcome:
    """Return what an answer to a no proves: an error alone is IBKR's word for "not confirmed".

    An error that names a reply id says that the question was not found, and then the order may live.
    """
    answer = decoded(body)
    if status != 200 or not _is_error(answer) or len(answer) > 1:
        return Unknown("the decline was not acknowledged as documented")
    if _UUID.search(str(answer["error"])):
        return Unknown("the declined question was not found")
    return Accepted("", None, answer)


def classify_cancel_order(status: int, body: bytes) -> Outcome:
    """Return what an answer to a cancel request proves; accepted means asked for, not done."""
    answer = decoded(body)
    if status != 200:
        return _refused(status, answer)
    if not isinstance(answer, dict):
        return Unknown("the answer has an undocumented shape")
    if "error" in answer:
        return _refused(status, answer)
    order_id = _answers.digits(answer.get("order_id"))
    if order_id is None and not isinstance(answer.get("msg"), str):
        return Unknown("the answer acknowledges nothing")
    return Accepted(order_id or "", None, answer)


def _order_result(answer: Any) -> Outcome:
    """Tell apart the four documented answers; a bare acknowledgement stands for a list of one."""
    if _is_error(answer):
        return Refused(_message(answer["error"]))
    if isinstance(answer, dict) and "orderId" in answer and "reqId" in answer:
        return _advanced_reject(answer)
    elements = [answer] if isinstance(answer, dict) else answer
    if not isinstance(elements, list) or not elements:
        return Unknown("the answer has an undocumented shape")
    if not all(isinstance(element, dict) for element in elements):
        return Unknown("the answer has an undocumented shape")
    return _elements(elements)


def _elements(elements: list[dict[str, Any]]) -> Outcome:
    if all("order_id" in element and "error" not in element for element in elements):
        return _acknowledged(elements)
    if len(elements) > 1:
        return Unknown("the answer mixes acknowledgements, questions or errors")
    if _is_error(elements[0]):
        return Refused(_message(elements[0]["error"]))
    return _question(elements[0])


def _acknowledged(elements: list[dict[str, Any]]) -> Outcome:
    for element in elements:
        if _answers.digits(element["order_id"]) is None:
            return Unknown("the acknowledgement has no readable order id")
        if "order_status" in element and not is_order_status(element["order_status"]):
            return Unknown("the acknowledgement has an unknown order status")
    first = elements[0]
    order_id = _answers.digits(first["order_id"])
    return Accepted(str(order_id), _answers.text(first.get("order_status")), elements)


def _question(element: dict[str, Any]) -> Outcome:
    reply_id, messages = element.get("id"), element.get("message")
    if element.keys() & {"error", "order_id"}:
        return Unknown("the answer mixes acknowledgements, questions or errors")
    if not isinstance(reply_id, str) or not _REPLY_ID.fullmatch(reply_id):
        return Unknown("the answer has neither an order id nor a reply id")
    if not isinstance(messages, list):
        return Unknown("the answer has an undocumented shape")
    return Question(
        reply_id,
        tuple(each for each in _texts(element.get("messageIds")) if _MESSAGE_ID.fullmatch(each)),
        tuple(each[:_MESSAGE_BOUND] for each in _texts(messages)),
    )


def _advanced_reject(answer: dict[str, Any]) -> Outcome:
    """Read a rejection that could be overridden; it is a rejection until somebody overrides it."""
    if not isinstance(answer.get("options"), list):
        return Unknown("the answer has an undocumented shape")
    code = _answers.text(answer.get("messageId")) or _answers.text(answer["reqId"])
    return Refused(_message(answer.get("text")), code)


def _refused(status: int, answer: Any) -> Outcome:
    """Read a documented refusal; everything else, 429 and 5xx first of all, proves nothing."""
    if status in _REFUSING | {200} and _is_error(answer):
        return Refused(_message(answer["error"]), None if status == 200 else str(status))
    if status in {401, 403} and isinstance(answer, dict):
        return Refused("", str(status))
    return Unknown(f"status {status}")


def _is_error(answer: Any) -> bool:
    """Say whether an answer is an error object: a message, and no id of an order or a question."""
    if not isinstance(answer, dict) or answer.keys() & _IDS:
        return False
    return isinstance(answer.get("error"), str) and bool(answer["error"].strip())


def _message(value: object) -> str:
    return _answers.text(value, _MESSAGE_BOUND) or ""


def _texts(value: object) -> list[str]:
    texts = [each for each in value if isinstance(each, str)] if isinstance(value, list) else []
    return texts[:_MOST_MESSAGES]
