"""What Tiger's answers to orders prove: told apart by structure, ids and codes; default Unknown.

Words never make a refusal; they may only take the proof out of one.
"""

import re
from typing import Any

from omnibroker.kit.answers import decoded
from omnibroker.kit.outcomes import Accepted, Outcome, Refused, Unknown
from omnibroker_handlers.tiger import _answers, _tables

# Parameters that nobody could use, and the back ends of global, standard and paper accounts saying no.
_REFUSING = frozenset({1000, 1010, 1100, 1200, 1300})
# The token is checked before anything is done for it.
_TOKEN = range(2400, 4000)
_NO_PERMISSION = 4000
# Under which status each refusal comes; code 4 also carries the limit of requests, so it proves nothing.
_STATUSES = {400: _REFUSING, 401: frozenset(_TOKEN), 403: frozenset({_NO_PERMISSION})}
_INSIDE = _REFUSING | frozenset(_TOKEN) | {_NO_PERMISSION}
# A back end that timed out may still do it. A number that is in use may be so by a copy of this very
# order: each is drawn anew and sent once, so nobody else is known to have it.
_DOUBTFUL = re.compile(r"duplicat|time[ds]?[ _-]?out|重复|重複|超时|超時|逾時", re.IGNORECASE)
_IDS = frozenset({"id", "orderId", "subIds", "orders"})
_SUCCESS = frozenset({"0", 0})
_CODE_LENGTH = 6
_MESSAGE_BOUND = 4096


def classify_place_order(status: int, body: bytes) -> Outcome:
    """Return what an answer to a new order proves; accepted means taken, not yet at the market."""
    answer = decoded(body)
    if status != 200:
        return _refused(answer, _STATUSES.get(status, frozenset()), f"status {status}")
    if not isinstance(answer, dict):
        return Unknown("the answer has an undocumented shape")
    if "code" in answer and not _is_success(answer["code"]):
        return _refused(answer, _INSIDE, "an error that proves nothing")
    return _taken(answer)


def classify_modify_order(status: int, body: bytes) -> Outcome:
    """Return what an answer to a change of an order proves: its shapes are those of a new order."""
    return classify_place_order(status, body)


def classify_cancel_order(status: int, body: bytes) -> Outcome:
    """Return what an answer to a cancel request proves; accepted means asked for, not done."""
    return classify_place_order(status, body)


def _taken(answer: dict[str, Any]) -> Outcome:
    order_id = _order_id(answer.get("id"))
    if order_id is None:
        return Unknown("the answer has no readable order id")
    status = own_row(answer, order_id).get("status")
    if status is not None and not _tables.is_order_status(status):
        return Unknown("the answer has an unknown order status")
    return Accepted(order_id, _tables.status_word(status), answer)


def own_row(answer: Any, order_id: str) -> dict[str, Any]:
    """Return what an acknowledgement says of the order itself, among those attached to it; {} for nothing."""
    rows = answer.get("orders") if isinstance(answer, dict) else None
    listed = [row for row in rows if isinstance(row, dict)] if isinstance(rows, list) else []
    return next((row for row in listed if _order_id(row.get("id")) == order_id), {})


def _order_id(value: object) -> str | None:
    """Return the global id; 0 is Tiger's word for none."""
    found = _answers.digits(value)
    return found.lstrip("0") or None if found is not None else None


def _refused(answer: Any, codes: frozenset[int], otherwise: str) -> Outcome:
    """Read a documented refusal: a code that proves it and no id of an order; all else proves nothing."""
    if not isinstance(answer, dict) or answer.keys() & _IDS:
        return Unknown(otherwise)
    code = _code(answer.get("code"))
    if code is None or code not in codes:
        return Unknown(otherwise)
    message = _answers.text(answer.get("message"), _MESSAGE_BOUND) or ""
    if _DOUBTFUL.search(message):
        return Unknown("a refusal that speaks of a duplicate or a time-out")
    return Refused(message, str(code))


def _code(value: object) -> int | None:
    """Return a code, which comes as a number or, inside the data, as text."""
    found = _answers.digits(value)
    return int(found) if found is not None and len(found) <= _CODE_LENGTH else None


def _is_success(value: object) -> bool:
    return not isinstance(value, bool) and isinstance(value, int | str) and value in _SUCCESS
