"""What was intended, what was sent, what is proven: recorded before and after the wire."""

from omnibroker.journal.journal import Journal
from omnibroker.journal.records import (
    ACCEPTED,
    NOT_SENT,
    QUESTION,
    REJECTED,
    RUNNING,
    UNKNOWN,
    OpenChange,
    OrderRow,
    Taken,
    Write,
    fingerprint,
    is_unproven,
    leave_unproven,
)
from omnibroker.journal.works import Admission, Chain

__all__ = [
    "ACCEPTED",
    "NOT_SENT",
    "QUESTION",
    "REJECTED",
    "RUNNING",
    "UNKNOWN",
    "Admission",
    "Chain",
    "Journal",
    "OpenChange",
    "OrderRow",
    "Taken",
    "Write",
    "fingerprint",
    "is_unproven",
    "leave_unproven",
]
