"""What Futu's answers to orders prove: told apart by ret_type, codes and ids, never by words; default Unknown."""

import re
from typing import Any

from omnibroker.kit.answers import decoded
from omnibroker.kit.outcomes import Accepted, Outcome, Refused, Unknown
from omnibroker_handlers.futu import _answers

# Statuses under which `{"error": …}` is a refusal: malformed, unauthorised, a path that is not there.
_REFUSING = frozenset({400, 401, 403, 404})
_FAILED = -1
# Timed out, disconnected, unknown, invalid packet: whether the order went out is not said.
_UNPROVEN_CODES = frozenset({"-100", "-200", "-400", "-500", "100012"})
# Codes that stand in the text of a refusal. 100012 of the back end: taken, with unknown result.
_CODE_IN_TEXT = re.compile(r"\[err_code=(-?[0-9]{1,9})\]")
_BACKEND_UNKNOWN = re.compile(r"(?<![0-9])100012(?![0-9])")
# Words prove no refusal, but these speak against one: the order may be on its way.
_PERHAPS_LOST = re.compile("time[sd]?[ -]?out|disconnect|超时|断开|斷開", re.IGNORECASE)
_MESSAGE_BOUND = 4096


def classify_place_order(status: int, body: bytes) -> Outcome:
    """Return what an answer to a new order proves."""
    answer = decoded(body)
    if not isinstance(answer, dict):
        return Unknown("the answer is no object")
    if status == 200:
        return _result(answer)
    if status in _REFUSING and answer.keys() == {"error"} and isinstance(answer["error"], str):
        return Refused(answer["error"][:_MESSAGE_BOUND], str(status))
    return Unknown(f"status {status}")


def classify_modify_order(status: int, body: bytes) -> Outcome:
    """Return what an answer to a change proves; accepted means received, not done."""
    return classify_place_order(status, body)


def classify_cancel_order(status: int, body: bytes) -> Outcome:
    """Return what an answer to a cancellation proves; accepted means asked for, not done."""
    return classify_place_order(status, body)


def broker_ids(content: object) -> dict[str, str]:
    """Return the ids of an order by Futu's names, from an object of an answer; 0 and empty text are none."""
    found = content if isinstance(content, dict) else {}
    ids = {
        "order_id": _answers.digits(found.get("order_id")),
        "order_id_ex": _answers.text_id(found.get("order_id_ex")),
    }
    return {name: value for name, value in ids.items() if value is not None}


def order_id_of(ids: dict[str, str]) -> str | None:
    """Return the id that an order is known by: the server's, else the gateway's number."""
    for name in ("order_id_ex", "order_id"):
        if name in ids:
            return ids[name]
    return None


def _result(answer: dict[str, Any]) -> Outcome:
    """Tell accepted, refused and unknown apart, as the description of OrderResult says."""
    ret_type, content = answer.get("ret_type"), answer.get("s2c")
    if isinstance(ret_type, bool) or not isinstance(ret_type, int):
        return Unknown("the answer has no ret_type")
    if ret_type == 0:
        order_id = order_id_of(broker_ids(content))
        if order_id is None:
            return Unknown("the answer has no order id")
        return Accepted(order_id, None, answer)
    if ret_type != _FAILED or content is not None:
        return Unknown(f"ret_type {ret_type}")
    return _failed(answer)


def _failed(answer: dict[str, Any]) -> Outcome:
    """Read a failure: a refusal, unless it gives no reason or a code says that the outcome is not known."""
    message, code = answer.get("ret_msg"), answer.get("err_code")
    if not isinstance(message, str | None) or not isinstance(code, int | str | None):
        return Unknown("the answer has an undocumented shape")
    words = message or ""
    # Some gateways write whole numbers with a fraction: -100.0.
    number = _answers.number(code) or _answers.text(code)
    if number is None and not words.strip():
        return Unknown("the failure says nothing of its reason")
    codes = {number, *_CODE_IN_TEXT.findall(words)}
    if codes & _UNPROVEN_CODES or _BACKEND_UNKNOWN.search(words):
        return Unknown("the code says that the result is not known")
    if _PERHAPS_LOST.search(words):
        return Unknown("the words speak of a lost connection or a time-out")
    return Refused(words[:_MESSAGE_BOUND], number)
