"""Logs and metrics: no secret in a line, whatever it stands in; ids well formed."""

import io
import json
import sys

import pytest
import structlog

from omnibroker import observe
from omnibroker.observe import Metrics, clean, redact, request_id_of

CANARY = "omni_" + "Zx9" * 14 + "0abcdef"


@pytest.mark.parametrize(
    "line",
    [
        {"authorization": f"Bearer {CANARY}"},
        {"Authorization": "Basic abc"},
        {"token": "abc"},
        {"event": f"key {CANARY} refused"},
        {"detail": f"bearer {CANARY[5:]}"},
        {"errors": [{"message": f"{CANARY} is not"}]},
        {"headers": {"authorization": "abc"}},
        {"headers": [("authorization", f"Bearer {CANARY}")]},
        {"exception": f"ValueError: {CANARY}"},
        {"nested": {"deep": [{"password": "abc"}, f"x {CANARY}"]}},
    ],
)
def test_no_secret_stays_in_a_line(line):
    """By name and by shape, however deep it stands."""
    text = str(redact(None, "info", dict(line)))
    assert CANARY[5:] not in text
    assert "abc'" not in text


def test_a_logged_exception_holds_no_secret(monkeypatch):
    """The traceback's text is cleaned like everything else, and shows no local variables."""
    stream = io.StringIO()
    monkeypatch.setattr(sys, "stderr", stream)
    observe.configure_logging("info")
    local_secret = "correct horse"
    try:
        raise ValueError(f"cannot use Bearer {CANARY}")
    except ValueError as error:
        structlog.get_logger().error("failed", exc_info=error)
    line = stream.getvalue()
    assert json.loads(line)["event"] == "failed"
    assert "ValueError" in line
    assert CANARY[5:] not in line
    assert local_secret not in line


class Broken(io.StringIO):
    """A standard error that takes nothing any more."""

    def __init__(self, error):
        super().__init__()
        self._error = error

    def write(self, _text):
        raise self._error


@pytest.mark.parametrize("configured", [True, False])
@pytest.mark.parametrize(
    "error", [OSError(28, "No space left on device"), BrokenPipeError(), ValueError("closed file")]
)
def test_a_line_that_cannot_be_written_is_lost_and_nothing_else(monkeypatch, error, configured):
    """An order that was sent stays sent, whatever becomes of the line about it."""
    monkeypatch.setattr(sys, "stderr", Broken(error))
    if configured:
        observe.configure_logging("info")
    observe.log.error("write_outcome_unknown", exc_info=error)


@pytest.mark.parametrize("text", ["nothing", "omni", "bearer", "Bearer x", ""])
def test_ordinary_words_are_left_alone(text):
    """Only what looks like a key is starred."""
    assert clean(text) == text


@pytest.mark.parametrize(
    ("header", "kept"),
    [
        (b"a-1.b_2", True),
        (b"x" * 64, True),
        (b"x" * 65, False),
        (b"", False),
        (None, False),
        (b"a b", False),
        (b"a\n", False),
        (b"\xff", False),
        (b"<script>", False),
    ],
)
def test_a_request_id_is_well_formed(header, kept):
    """The caller's if it is, else a fresh one."""
    found = request_id_of(header)
    assert (found == (header or b"").decode("latin-1")) is kept
    assert found
    assert request_id_of(None) != request_id_of(None)


def test_metrics_name_no_account():
    """Labels are operations, statuses and connections, never accounts, keys or instruments."""
    metrics = Metrics()
    labels = {
        label
        for collector in vars(metrics).values()
        for label in getattr(collector, "_labelnames", ())
    }
    assert labels <= {"api", "operation", "status", "connection", "outcome", "le"}
