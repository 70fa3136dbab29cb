"""The signed envelope in which every request leaves, and the one in which every answer arrives."""

from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import msgspec

from omnibroker import exactjson
from omnibroker.upstream import quoting
from omnibroker.upstream.operations import Operation
from omnibroker.upstream.tiger import keys
from omnibroker.upstream.tiger.credentials import Credentials
from omnibroker.upstream.wire import WireResponse

# Naive text on the wire, in the zone of Tiger's own clock.
_CHINA = timezone(timedelta(hours=8))
_VERSION = "2.0"
_REFUSED = frozenset({1000, 1010, 1100, 1200, 1300})
_FORBIDDEN, _RATE_LIMIT = 4, 5
_ABSENT, _NULL, _NO_ROWS = b"", b"null", b"[]"
# Reads that answer one object; all others answer rows, in a list or in a page.
_ONE_OBJECT = frozenset(
    {"addon_entitlements", "aggregate_assets", "analytics_asset", "corporate_action", "order_no"}
    | {"estimate_tradable_quantity", "future_trading_date", "preview_order", "prime_assets"}
    | {"user_license"}
)


class Unreadable(Exception):
    """An answer that is no envelope, or whose signature is not Tiger's; the text may be shown."""


class _Envelope(msgspec.Struct):
    code: int | str
    message: Any = None
    timestamp: Any = None
    sign: str | None = None
    data: msgspec.Raw = msgspec.Raw(b"")


_opened = msgspec.json.Decoder(_Envelope).decode


def timestamp() -> str:
    """Return the present as Tiger's wire wants it: YYYY-MM-DD HH:MM:SS, China time."""
    return datetime.now(UTC).astimezone(_CHINA).strftime("%Y-%m-%d %H:%M:%S")


def content(body: bytes, parsed: Any, secret_key: str) -> bytes:
    """Return biz_content: the body, with the institutional trader's key where it speaks of an account."""
    if not secret_key or not isinstance(parsed, dict) or "account" not in parsed:
        return body
    return exactjson.encode({**parsed, "secret_key": secret_key})


def sealed(
    credentials: Credentials, method: str, biz_content: bytes, version: object, at: str
) -> bytes:
    """Return the signed envelope of a call; an empty `biz_content` is left out.

    The version of biz_content is repeated, where it has one.
    """
    fields = {
        "charset": "UTF-8",
        "device_id": credentials.device_id,
        "method": method,
        "sign_type": "RSA",
        "tiger_id": credentials.tiger_id,
        "timestamp": at,
        "version": version if isinstance(version, str) else _VERSION,
    }
    if biz_content:
        fields["biz_content"] = biz_content.decode()
    text = "&".join(f"{name}={fields[name]}" for name in sorted(fields))
    return exactjson.encode({**fields, "sign": keys.signature(credentials.private_key, text)})


def opened(
    response: WireResponse,
    credentials: Credentials,
    at: str,
    secrets: tuple[str, ...],
    operation: Operation | None = None,
) -> WireResponse:
    """Return an answer as the spec describes it: its data with 200, or a refusal with its own status.

    `at` is the time stamp of the request: Tiger signs that, so a signature proves who answers and not
    what. An answer without one is taken, as the vendor's client does. Of an `operation` that reads rows,
    data that is null says that there are none; no data at all says nothing. Raises Unreadable.
    """
    if response.status != 200:
        return quoting.hidden(response, secrets)
    try:
        answer = _opened(response.body)
    except (msgspec.DecodeError, ValueError, RecursionError):
        raise Unreadable("Tiger's answer is no envelope.") from None
    if answer.sign and not keys.is_signed(credentials.tiger_public_key, at, answer.sign):
        raise Unreadable("The signature of Tiger's answer is not that of tiger_public_key.")
    if str(answer.code) == "0":
        raw = bytes(answer.data)
        data = _data(raw)
        nothing = raw != _ABSENT and data == _NULL and operation is not None and has_rows(operation)
        return WireResponse(200, response.headers, _NO_ROWS if nothing else data)
    return quoting.hidden(_refusal(answer, response), secrets)


def has_rows(operation: Operation) -> bool:
    """Say whether an operation reads rows, of which there may be none; the answer to a write is never rows."""
    return not operation.mutating and operation.operation_id not in _ONE_OBJECT


def status_of(code: int, message: str) -> int:
    """Return the status that a code stands for; one that nobody knows is a server error."""
    if code == _RATE_LIMIT or (code == _FORBIDDEN and "rate limit" in message.lower()):
        return 429
    if code in _REFUSED:
        return 400
    if 2400 <= code < 4000:
        return 401
    return 403 if code == _FORBIDDEN or 4000 <= code < 5000 else 500


def _refusal(answer: _Envelope, response: WireResponse) -> WireResponse:
    digits = str(answer.code)
    is_number = digits.isascii() and digits.isdecimal() and len(digits) < 10
    code = int(digits) if is_number else -1
    message = answer.message if isinstance(answer.message, str) else None
    body = {"code": answer.code, "message": message, "timestamp": answer.timestamp}
    status = status_of(code, message or "")
    return WireResponse(status, response.headers, exactjson.encode(body))


def _data(raw: bytes) -> bytes:
    """Return the JSON of `data`, which may come as text holding JSON."""
    if not raw.startswith(b'"'):
        return raw or _NULL
    text = msgspec.json.decode(raw, type=str).strip()
    if not text:
        return _NULL
    try:
        msgspec.json.decode(text, type=msgspec.Raw)
    except (msgspec.DecodeError, RecursionError):
        return raw
    return text.encode()
