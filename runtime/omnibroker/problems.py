"""Any exception becomes one problem: the only place that knows status codes."""

from dataclasses import dataclass, field
from typing import Any

from omnibroker.kit.errors import GatewayError

# code: (status, title, what a client may do: never / after / same_id)
CODES: dict[str, tuple[int, str, str]] = {
    "invalid_request": (400, "The request does not fit the contract", "never"),
    "malformed_body": (400, "The body is not readable JSON", "never"),
    "missing_idempotency_key": (400, "The Idempotency-Key header is missing", "never"),
    "unauthorized": (401, "A valid key is needed", "never"),
    "forbidden": (403, "The key may not do this", "never"),
    "trading_halted": (403, "Trading is halted", "never"),
    "not_entitled": (403, "The broker account has no right to this data", "never"),
    "not_found": (404, "Nothing is here", "never"),
    "unknown_account": (404, "No such account", "never"),
    "unknown_connection": (404, "No such connection", "never"),
    "unknown_broker": (404, "No such broker", "never"),
    "unknown_order": (404, "No such order", "never"),
    "unknown_instrument": (404, "No such instrument", "never"),
    "method_not_allowed": (405, "This path does not take this method", "never"),
    "request_timeout": (408, "The body did not come in time", "after"),
    "environment_mismatch": (409, "The account is in another environment", "never"),
    "duplicate_order": (409, "The same order was placed a moment ago", "never"),
    "in_progress": (409, "The same write is still running", "same_id"),
    "confirmation_pending": (409, "Another order waits for its confirmation", "after"),
    "confirmation_mismatch": (409, "The answer is for another question", "never"),
    "not_confirmable": (409, "The order waits for no confirmation", "never"),
    "client_order_id_expired": (409, "The client order id was used before", "never"),
    "order_state_conflict": (409, "The order's state does not allow this", "never"),
    "payload_too_large": (413, "The body is too large", "never"),
    "unsupported_media_type": (415, "The body's media type is not supported", "never"),
    "idempotency_key_reused": (422, "The id was used with another payload", "never"),
    "unsupported_by_broker": (422, "The broker cannot do this", "never"),
    "value_not_supported": (422, "The broker does not know this value", "never"),
    "contradictory_order": (422, "The order's fields do not fit together", "never"),
    "not_exact": (422, "The broker cannot hold this number exactly", "never"),
    "non_canonical_instrument": (422, "The instrument key is not canonical", "never"),
    "ambiguous_instrument": (422, "Several instruments fit the key", "never"),
    "instrument_mismatch": (422, "The order does not fit the instrument", "never"),
    "limit_exceeded": (422, "A limit of the key or the account is exceeded", "never"),
    "limit_unproven": (422, "A limit cannot be checked", "never"),
    "rejected_by_broker": (422, "The broker refused", "never"),
    "rate_limited": (429, "Too many requests", "after"),
    "internal_error": (500, "The gateway failed", "same_id"),
    "upstream_malformed": (502, "The broker's answer cannot be understood", "after"),
    "upstream_unavailable": (503, "The broker cannot be reached", "after"),
    "upstream_timeout": (503, "The broker did not answer in time", "after"),
    "session_not_ready": (503, "The broker session is not ready", "after"),
    "environment_unproven": (503, "Paper or live is not proven", "after"),
    "journal_not_durable": (503, "Orders on live accounts need a durable journal", "never"),
    "journal_unavailable": (503, "The journal cannot be written", "after"),
    "outcome_unknown": (504, "The write may have happened", "same_id"),
}

MEDIA_TYPE = "application/problem+json"


@dataclass(slots=True)
class Problem(Exception):
    """One problem: its code, a sentence that says what to do, and members of the Problem schema."""

    code: str
    detail: str
    extra: dict[str, Any] = field(default_factory=dict)
    headers: tuple[tuple[str, str], ...] = ()

    @property
    def status(self) -> int:
        """The status that the code stands for."""
        return CODES[self.code][0]

    def body(self, request_id: str) -> dict[str, Any]:
        """Return the RFC 9457 document."""
        status, title, retry = CODES[self.code]
        extra = {name: value for name, value in self.extra.items() if value is not None}
        return {
            "type": f"/problems/{self.code}",
            "title": title,
            "status": status,
            "detail": self.detail,
            "code": self.code,
            "retry": extra.pop("retry", retry),
            "request_id": request_id,
            **extra,
        }


def from_exception(error: BaseException) -> Problem:
    """Return the problem for any exception; what nobody expected is `internal_error`, without its text."""
    if isinstance(error, Problem):
        return error
    if isinstance(error, GatewayError) and error.code in CODES:
        extra = dict(error.extra)
        return Problem(error.code, error.detail, extra, _headers(extra))
    return Problem("internal_error", "An unexpected error was logged under this request id.")


def _headers(extra: dict[str, Any]) -> tuple[tuple[str, str], ...]:
    """Take what is said in headers out of the members; the error itself may be told to several callers."""
    location = extra.pop("location", None)
    seconds = extra.get("retry_after_seconds")
    headers = [("location", location)] if location else []
    if seconds is not None:
        headers.append(("retry-after", str(seconds)))
    return tuple(headers)


def for_status(status: int, detail: str = "") -> Problem:
    """Return the problem for a bare HTTP status that a framework raised."""
    code = _BY_STATUS.get(status, "invalid_request" if status < 500 else "internal_error")
    return Problem(code, detail or CODES[code][1] + ".")


_BY_STATUS = {
    400: "invalid_request",
    401: "unauthorized",
    403: "forbidden",
    404: "not_found",
    405: "method_not_allowed",
    408: "request_timeout",
    413: "payload_too_large",
    415: "unsupported_media_type",
    429: "rate_limited",
}
