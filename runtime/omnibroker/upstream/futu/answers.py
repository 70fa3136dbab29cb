"""What the gateway's answers mean: ret_type decides, whatever the status; most refusals are words only."""

from http import HTTPStatus
from typing import Any

import msgspec

from omnibroker.kit.errors import GatewayError, NotSent, Rejected, UpstreamFailure, malformed
from omnibroker.observe import clean
from omnibroker.upstream.operations import Operation
from omnibroker.upstream.seam import UpstreamCall
from omnibroker.upstream.wire import WireResponse

SUCCEED, FAILED, TIME_OUT, DISCONNECTED, UNKNOWN = 0, -1, -100, -200, -400
NOT_UNLOCKED = "-401"
LOCKED = "Trading on this real account is locked: call unlock_trading of the connection, or unlock it in OpenD."
REFUSED_KEY = (
    "The gateway of Futu does not take the configured key: issue one, set it as `key` of the connection "
    "and start omnibroker again."
)
# The statuses after which the session's own check says whether the login stands.
_DOUBTFUL = frozenset({401, 500, 503})
_GOOD = b'{"ret_type":0,'
_WORDS_BYTES = 8192
_LONGEST_DIGITS = 9
_MOST_MESSAGE, _MOST_CODE = 500, 40
_USUAL_WINDOW_SECONDS = 30
_STATUSES = {
    401: ("session_not_ready", REFUSED_KEY),
    403: (
        "not_entitled",
        "The configured key lacks a scope of Futu's gateway, or its limits forbid this.",
    ),
    404: ("unsupported_by_broker", "This version of Futu's gateway has no such operation."),
    429: (
        "rate_limited",
        "The limits of the key at Futu's gateway leave no room; ask again later.",
    ),
}
# How Futu words what it has no code for. A wording that is not known stays a plain refusal.
_FREQUENT = ("频繁", "频率", "frequen")
_WORDINGS: tuple[tuple[tuple[str, ...], str, str], ...] = (
    (_FREQUENT, "rate_limited", "Futu finds this call too frequent; ask again later."),
    (
        ("额度", "quota"),
        "rate_limited",
        "Futu's quota for this data is used up; user_info and used_quota show it.",
    ),
    (
        ("权限", "no right", "permission"),
        "not_entitled",
        "The login at Futu has no right to this data: subscribe to it with Futu.",
    ),
    (
        ("unknown stock", "未知股票"),
        "unknown_instrument",
        "Futu knows no such security.",
    ),
    (("accid",), "unknown_account", "The gateway of Futu knows no such account."),
)


class Envelope(msgspec.Struct, frozen=True):
    """The part that all answers share; `error` is the one member of HTTP refusals."""

    ret_type: int | None = None
    ret_msg: Any = None
    err_code: Any = None
    error: Any = None

    @property
    def text(self) -> str:
        """What the gateway says, for people; empty where it says nothing."""
        said = self.ret_msg if self.ret_msg is not None else self.error
        return said if isinstance(said, str) else ""

    @property
    def code(self) -> str | None:
        """The error code, which comes as a number or as text."""
        return str(self.err_code) if isinstance(self.err_code, int | str) else None


_decode = msgspec.json.Decoder(Envelope).decode


def is_enveloped(operation: Operation) -> bool:
    """Say whether an operation's answers have the envelope: all of the API but the operator's own."""
    return operation.path.startswith("/api/") and not operation.path.startswith("/api/admin/")


def envelope(response: WireResponse) -> Envelope:
    """Return an answer's envelope; an empty one where there is none to read."""
    try:
        return _decode(response.body)
    except (msgspec.DecodeError, ValueError, RecursionError):
        return Envelope()


def is_good(response: WireResponse) -> bool:
    """Say whether an answer has succeeded, that is by its ret_type."""
    return response.status == 200 and envelope(response).ret_type == SUCCEED


def refusal(response: WireResponse) -> Envelope | None:
    """Return the envelope of a refusal of business; None for anything else."""
    if response.status != 200 or response.body.startswith(_GOOD):
        return None
    found = envelope(response)
    return None if found.ret_type in {None, SUCCEED} else found


def is_locked(response: WireResponse) -> bool:
    """Say whether the gateway refused because trading is not unlocked."""
    found = refusal(response)
    return found is not None and found.code == NOT_UNLOCKED


def is_lost(response: WireResponse) -> bool:
    """Say whether the login may be gone: no key, no connection to Futu's servers."""
    found = refusal(response)
    return response.status in _DOUBTFUL or (found is not None and found.ret_type == DISCONNECTED)


def is_too_frequent(response: WireResponse) -> bool:
    """Say whether Futu itself found a call too frequent: a refusal of business, not status 429."""
    if len(response.body) > _WORDS_BYTES:
        return False
    found = refusal(response)
    return found is not None and found.ret_type == FAILED and _says(found.text, _FREQUENT)


def failure(call: UpstreamCall, response: WireResponse) -> GatewayError:
    """Return what an answer that is no success means; our secrets are out of it already."""
    found = envelope(response)
    said = clean(found.text)[:_MOST_MESSAGE]
    extra: dict[str, Any] = {"broker": "futu", "broker_message": said or None}
    if found.ret_type is None or response.status not in {200, 429}:
        return _by_status(call.operation, response, {**extra, "broker_code": str(response.status)})
    extra["broker_code"] = clean(found.code or str(found.ret_type))[:_MOST_CODE]
    if found.code == NOT_UNLOCKED:
        return NotSent("session_not_ready", LOCKED, **extra)
    if found.ret_type == FAILED:
        return _by_words(call.operation, found.text, extra)
    return _by_ret_type(found.ret_type, extra)


def wait_seconds(operation: Operation) -> int:
    """Return how long a call that was too frequent has to wait: its longest declared window, or Futu's usual one."""
    declared = max((limit.per_seconds or 0 for limit in operation.limits), default=0)
    return int(declared) or _USUAL_WINDOW_SECONDS


def _by_status(operation: Operation, response: WireResponse, extra: dict[str, Any]) -> GatewayError:
    status = response.status
    if status == HTTPStatus.OK:
        return malformed("The answer of Futu's gateway has no readable ret_type.", broker="futu")
    if status == HTTPStatus.TOO_MANY_REQUESTS:
        given = response.headers.get("retry-after", "")
        is_number = given.isdecimal() and len(given) <= _LONGEST_DIGITS
        extra["retry_after_seconds"] = int(given) if is_number else wait_seconds(operation)
    if status in _STATUSES:
        return NotSent(*_STATUSES[status], **extra)
    if status == HTTPStatus.BAD_REQUEST:
        return Rejected(f"Futu's gateway does not understand {operation.operation_id}.", **extra)
    detail = f"Futu's gateway answered with status {status}."
    return UpstreamFailure("upstream_unavailable", detail, **extra)


def _by_words(operation: Operation, text: str, extra: dict[str, Any]) -> GatewayError:
    for words, code, detail in _WORDINGS:
        if _says(text, words):
            if words is _FREQUENT:
                extra["retry_after_seconds"] = wait_seconds(operation)
            return NotSent(code, detail, **extra)
    return Rejected("Futu refused; see broker_message.", **extra)


def _by_ret_type(ret_type: int | None, extra: dict[str, Any]) -> GatewayError:
    if ret_type == TIME_OUT:
        return UpstreamFailure(
            "upstream_timeout", "Futu did not answer its gateway in time.", **extra
        )
    if ret_type == DISCONNECTED:
        detail = "OpenD is not connected to Futu's servers."
    elif ret_type == UNKNOWN:
        detail = (
            "Futu's gateway does not say why; before 1.4.31 it answers so while trading is locked."
        )
    else:
        detail = f"Futu's gateway failed (ret_type {ret_type})."
    return UpstreamFailure("upstream_unavailable", detail, **extra)


def _says(text: str, words: tuple[str, ...]) -> bool:
    lower = text.lower()
    return any(word in lower for word in words)


def member(value: Any, name: str) -> dict[str, Any]:
    """Return a member that should be an object; anything else is an empty one."""
    found = value.get(name) if isinstance(value, dict) else None
    return found if isinstance(found, dict) else {}


def members(value: Any, name: str) -> list[dict[str, Any]]:
    """Return the objects of a member that should be a list of them."""
    found = value.get(name) if isinstance(value, dict) else None
    return [row for row in found if isinstance(row, dict)] if isinstance(found, list) else []
