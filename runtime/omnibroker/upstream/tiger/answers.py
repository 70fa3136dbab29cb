"""What Tiger's refusals of a read mean: pure functions of the session module."""

import re
from typing import Any

from omnibroker import exactjson
from omnibroker.kit.errors import GatewayError, NotSent, UpstreamFailure, malformed
from omnibroker.observe import clean
from omnibroker.upstream.wire import WireResponse

REFRESH, LICENSE = "user_token_refresh", "user_license"
TAKE_QUOTES = "grab_quote_permission"
ACCOUNTS, PRIME_ASSETS, ASSETS = "accounts", "prime_assets", "assets"
_COMMON, _BUSINESS, _TIMEOUT = 1000, 1010, 2
# Of a signature or an id that Tiger does not know; other common errors are a request's own.
_CREDENTIAL = ("signature", "rsa key", "developer information", "'tiger_id'", "tiger id")
_EMPTY = re.compile(r"cannot be empty|is empty|required|missing", re.IGNORECASE)
_FIELD = re.compile(r"field '([a-z_]+)'")
_ABOUT = {
    "account": ("unknown_account", "Tiger does not count this account among the developer id's."),
    **dict.fromkeys(
        ("symbol", "symbols", "identifier", "contract_code", "contract_codes"),
        ("unknown_instrument", "Tiger does not know this instrument here."),
    ),
    **dict.fromkeys(
        ("id", "order_id"), ("unknown_order", "Tiger does not know this order in this account.")
    ),
}
# Limits count a minute; a forbidden address is not free sooner.
_REST_SECONDS = 60
_MOST_MESSAGE = 300
_KEYS = (
    "Tiger does not take the signature: check tiger_id and the private key of the connection, "
    "and the public key at Tiger's developer page; then restart the gateway."
)


class NeedsPerson(NotSent):
    """Only a person can help: Tiger knows neither the key nor the token, or there is no account."""


class TokenRefused(NotSent):
    """Tiger does not take the token (any more)."""


def failure(response: WireResponse) -> GatewayError:
    """Return what an answer with a status other than 200 means for a read."""
    body = _object(response.body)
    extra = {
        "broker": "tiger",
        "broker_code": str(body.get("code", response.status))[:40],
        "broker_message": _message(body),
    }
    if response.status == 400:
        return _refused(body, extra)
    if response.status == 401:
        detail = "Tiger does not take the token any more; ask again."
        return TokenRefused("session_not_ready", detail, **extra)
    if response.status == 403:
        return _forbidden(body, extra)
    if response.status == 429:
        detail = "Tiger limits this call; ask again later."
        pause = _pause(response)
        return NotSent("rate_limited", detail, retry_after_seconds=pause, **extra)
    return _unavailable(response, body, extra)


def object_of(answer: Any, what: str) -> dict[str, Any]:
    """Return an answer that should be an object; raises `upstream_malformed`."""
    if not isinstance(answer, dict):
        raise malformed(f"Tiger's answer to {what} is not an object.")
    return answer


def _refused(body: dict[str, Any], extra: dict[str, Any]) -> GatewayError:
    """Return what a refusal of a parameter, or of a trade back end, is about."""
    code, text = body.get("code"), extra["broker_message"] or ""
    if code == _COMMON and any(sign in text.lower() for sign in _CREDENTIAL):
        return NeedsPerson("session_not_ready", _KEYS, **extra)
    field = _FIELD.search(text)
    about = _ABOUT.get(field[1]) if field is not None else None
    if code == _BUSINESS and about is not None and not _EMPTY.search(text):
        return NotSent(*about, **extra)
    detail = "Tiger refused this read; see broker_message."
    return UpstreamFailure("upstream_unavailable", detail, **extra)


def _forbidden(body: dict[str, Any], extra: dict[str, Any]) -> GatewayError:
    """Tell a missing right from a closed door: code 4 carries both."""
    code, text = body.get("code"), (extra["broker_message"] or "").lower()
    right = "permission denied" in text or text.startswith("4000")
    if right or (isinstance(code, int) and 4000 <= code < 5000):
        detail = (
            "The account has no right to this data, or another device has taken the quote permission "
            "(the app, another gateway); see grab_quotes."
        )
        return NotSent("not_entitled", detail, **extra)
    detail = "Tiger forbids this: the address is not on the developer id's list, or is blocked."
    return UpstreamFailure(
        "upstream_unavailable", detail, retry_after_seconds=_REST_SECONDS, **extra
    )


def _unavailable(
    response: WireResponse, body: dict[str, Any], extra: dict[str, Any]
) -> UpstreamFailure:
    if body.get("code") == _TIMEOUT:
        return UpstreamFailure("upstream_timeout", "Tiger's own back end timed out.", **extra)
    said = f"code {body['code']}" if "code" in body else f"status {response.status}"
    return UpstreamFailure("upstream_unavailable", f"Tiger could not answer ({said}).", **extra)


def _pause(response: WireResponse) -> int:
    said = response.headers.get("retry-after", "")
    known = said.isascii() and said.isdecimal() and len(said) <= 4
    return max(1, int(said)) if known else _REST_SECONDS


def _message(body: dict[str, Any]) -> str | None:
    text = body.get("message")
    return clean(text)[:_MOST_MESSAGE] if isinstance(text, str) and text else None


def _object(body: bytes) -> dict[str, Any]:
    """Return the body of a refusal; a page or an empty one says nothing: an empty one."""
    try:
        found = exactjson.decode(body)
    except (exactjson.DecodeError, ValueError, ArithmeticError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}
