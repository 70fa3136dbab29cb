"""What TradeLocker's answers mean beyond their status: pure functions of the session module."""

import re
from dataclasses import replace
from typing import Any

from omnibroker import exactjson
from omnibroker.kit.errors import GatewayError, NotSent, UpstreamFailure, malformed
from omnibroker.observe import clean
from omnibroker.upstream import quoting
from omnibroker.upstream.operations import Operation
from omnibroker.upstream.wire import WireResponse

LOG_IN, REFRESH = "get_jwt_tokens", "get_jwt_refresh_tokens"
# These two are asked without a token, and answer with one.
LOGIN = frozenset({LOG_IN, REFRESH})
_WITHOUT_ENVELOPE = "get_all_accounts"
_MAY_BE_EMPTY = "get_history"
# `s` decides; where it stands first a long answer need not be decoded twice.
_SAYS_OK = re.compile(rb'\s*\{\s*"s"\s*:\s*"ok"\s*[,}]')
_TOKEN = re.compile(rb"eyJ[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]*)?")
# How long to rest after a refusal that names no time: a route's limit, and a block at the edge.
_ROUTE_SECONDS, EDGE_SECONDS = 5, 60
_MOST_MESSAGE = 300
_CHECK = (
    "Check `email`, `password` and `server` of the connection; with new ones restart the gateway, "
    "else refresh_session."
)


class NeedsPerson(NotSent):
    """Only a person can help: TradeLocker refused the credentials, or there is no account to use."""


class TokenRefused(NotSent):
    """TradeLocker does not take the access token (any more)."""


def says_ok(response: WireResponse) -> bool:
    """Say whether an answer begins by saying that it is one; others may be all the same."""
    return response.status // 100 == 2 and _SAYS_OK.match(response.body) is not None


def usable(operation: Operation, response: WireResponse) -> WireResponse:
    """Return a read's usable answer with status 200, or raise what it really means."""
    if says_ok(response):
        return _with_200(response)
    body = _object(response.body)
    if response.status // 100 == 2 and body is not None and _is_usable(operation, body):
        return _with_200(response)
    raise failure(operation, response, body)


def has_tokens(response: WireResponse) -> bool:
    """Say whether an answer to a log-in or refresh brings tokens."""
    body = _object(response.body) if response.status // 100 == 2 else None
    return body is not None and "accessToken" in body


def login_failure(operation: Operation, response: WireResponse) -> GatewayError:
    """Return what an answer to a log-in or refresh without tokens means."""
    body, is_2xx = _object(response.body), response.status // 100 == 2
    says_error = body is not None and body.get("s") == "error"
    # 400 is what is documented for wrong credentials; a 403 is mostly the edge's and no verdict on them.
    if body is not None and (response.status in {400, 401} or (is_2xx and says_error)):
        detail = f"TradeLocker refused the log-in. {_CHECK}"
        return NeedsPerson("session_not_ready", detail, **_extra(response, body))
    if response.status == 403:
        return _blocked(response, body)
    return failure(operation, response, body)


def failure(
    operation: Operation, response: WireResponse, body: dict[str, Any] | None
) -> GatewayError:
    """Return what an answer that is not usable means for this operation."""
    extra = _extra(response, body)
    found = _by_status(operation, response, body) or _unreadable(response, body)
    if found is not None:
        return found
    if body is not None and response.status < 500:
        detail = "TradeLocker refused this read; see broker_message."
        return UpstreamFailure("upstream_unavailable", detail, **extra)
    what = "answers with a page" if _is_page(response) else "is not available"
    detail = f"TradeLocker {what} (status {response.status})."
    return UpstreamFailure("upstream_unavailable", detail, **extra)


def _by_status(
    operation: Operation, response: WireResponse, body: dict[str, Any] | None
) -> GatewayError | None:
    """Return what a status means that says it by itself."""
    status, extra = response.status, _extra(response, body)
    if status == 401:
        detail = "TradeLocker does not take the login any more; ask again."
        return TokenRefused("session_not_ready", detail, **extra)
    if status == 429:
        detail = "TradeLocker limits this call; ask again later."
        return NotSent("rate_limited", detail, retry_after_seconds=_pause(response, body), **extra)
    if status == 403 and body is not None:
        detail = "The account has no right to this at TradeLocker, or is not one of the login's."
        return NotSent("not_entitled", detail, **extra)
    if status == 403:
        return _blocked(response, body)
    return _nothing_there(operation, extra) if status == 404 and not _is_page(response) else None


def _unreadable(response: WireResponse, body: dict[str, Any] | None) -> UpstreamFailure | None:
    """Return what is wrong with an answer that looks like a success and says nothing."""
    if response.status // 100 != 2 or _is_page(response):
        return None
    if body is None:
        detail = "TradeLocker's answer is not a JSON object."
    elif body.get("s") not in {"error", "no_data"}:
        detail = "TradeLocker's answer does not say whether it is one (`s`)."
    else:
        return None
    return malformed(detail, **_extra(response, body))


def hidden(response: WireResponse, secrets: tuple[str, ...]) -> WireResponse:
    """Return an answer without tokens and other secrets, whatever the broker put into its texts."""
    found = quoting.hidden(response, secrets)
    if b"eyJ" not in found.body:
        return found
    return replace(found, body=_TOKEN.sub(quoting.HIDDEN, found.body))


def _is_usable(operation: Operation, body: dict[str, Any]) -> bool:
    if "s" not in body:
        return operation.operation_id == _WITHOUT_ENVELOPE
    return body["s"] == "ok" or (body["s"] == "no_data" and operation.operation_id == _MAY_BE_EMPTY)


def _with_200(response: WireResponse) -> WireResponse:
    """Return an answer with the one status of success that the spec has for reads."""
    return (
        response if response.status == 200 else WireResponse(200, response.headers, response.body)
    )


def _nothing_there(operation: Operation, extra: dict[str, Any]) -> NotSent:
    """Return what a 404 is about, by what the path or the query names."""
    if operation.places.get("accountId") == "path":
        return NotSent("unknown_account", "TradeLocker does not know this account.", **extra)
    if "tradableInstrumentId" in operation.places:
        return NotSent("unknown_instrument", "TradeLocker does not know this instrument.", **extra)
    return NotSent("not_found", "TradeLocker has nothing under this id.", **extra)


def _blocked(response: WireResponse, body: dict[str, Any] | None) -> UpstreamFailure:
    return UpstreamFailure(
        "upstream_unavailable",
        "TradeLocker's edge blocks this address, or a right is missing; this says nothing of the password.",
        retry_after_seconds=EDGE_SECONDS,
        **_extra(response, body),
    )


def _pause(response: WireResponse, body: dict[str, Any] | None) -> int:
    """Return for how many seconds to rest after a 429: as it says, else by whether the edge said it."""
    said = response.headers.get("retry-after", "")
    if said.isascii() and said.isdecimal() and len(said) <= 4:
        return max(1, int(said))
    return EDGE_SECONDS if body is None else _ROUTE_SECONDS


def _extra(response: WireResponse, body: dict[str, Any] | None) -> dict[str, Any]:
    said = body.get("s") if body is not None else None
    code = str(said) if response.status // 100 == 2 and said is not None else str(response.status)
    return {"broker": "tradelocker", "broker_code": code[:40], "broker_message": _message(body)}


def _message(body: dict[str, Any] | None) -> str | None:
    """Return what the broker says; log-ins have been seen to say it under other names."""
    found = ((body or {}).get(name) for name in ("errmsg", "message", "error"))
    return next(
        (clean(text)[:_MOST_MESSAGE] for text in found if isinstance(text, str) and text), None
    )


def _is_page(response: WireResponse) -> bool:
    """Say whether an answer is a page of the edge."""
    return response.body.lstrip().startswith(b"<")


def _object(body: bytes) -> dict[str, Any] | None:
    try:
        found = exactjson.decode(body)
    except (exactjson.DecodeError, ValueError, ArithmeticError, RecursionError):
        return None
    return found if isinstance(found, dict) else None
