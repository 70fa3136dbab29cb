"""The gateway's exceptions; each carries a problem code, never a status.

GatewayError
├── NotSent              nothing reached the broker: bad input, unsupported, unknown, not ready
├── Rejected             the broker proved that it refused (`rejected_by_broker`)
├── ConfirmationRequired the broker asked a question before it takes the order
├── UpstreamFailure      a read failed: timeout, unavailable, malformed
└── OutcomeUnknown       a write may have happened (`outcome_unknown`)

`omnibroker.problems` alone turns a code into a status.
"""

from typing import Any


class GatewayError(Exception):
    """An error with a problem code and a sentence that says what to do.

    `extra` holds members of the Problem schema: broker, broker_code, broker_message, order_id,
    candidates, errors, retry_after_seconds.
    """

    def __init__(self, code: str, detail: str, **extra: Any) -> None:
        super().__init__(detail)
        self.code = code
        self.detail = detail
        self.extra = extra


class NotSent(GatewayError):
    """Nothing of the request reached the broker."""


class Rejected(GatewayError):
    """The broker refused, on positive evidence."""

    def __init__(self, detail: str, **extra: Any) -> None:
        super().__init__("rejected_by_broker", detail, **extra)


class ConfirmationRequired(GatewayError):
    """The broker asks a question; the order waits at the gateway for its owner's answer."""

    def __init__(self, detail: str, **extra: Any) -> None:
        super().__init__("confirmation_required", detail, **extra)


class UpstreamFailure(GatewayError):
    """A read got no usable answer. Codes: upstream_timeout, upstream_unavailable, upstream_malformed."""


class OutcomeUnknown(GatewayError):
    """Bytes of a write have left and no proof of its outcome came back."""

    def __init__(self, detail: str, **extra: Any) -> None:
        super().__init__("outcome_unknown", detail, **extra)


def unsupported(detail: str, **extra: Any) -> NotSent:
    """Return the error for an operation that a broker does not have."""
    return NotSent("unsupported_by_broker", detail, **extra)


def malformed(detail: str, **extra: Any) -> UpstreamFailure:
    """Return the error for a broker's answer to a read that cannot be understood."""
    return UpstreamFailure("upstream_malformed", detail, **extra)
