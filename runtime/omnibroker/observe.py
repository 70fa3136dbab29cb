"""Logs, metrics and request ids: structured, without account ids in labels or secrets in lines."""

import logging
import re
import secrets
import sys
from bisect import bisect_left
from collections.abc import Iterator, MutableMapping
from contextlib import suppress
from itertools import count
from time import perf_counter
from typing import Any

import structlog
from prometheus_client import CollectorRegistry, Counter, Gauge, generate_latest
from prometheus_client.core import CounterMetricFamily, HistogramMetricFamily

# A fresh request id is unique by process and number; drawing random bytes for each would cost a system call.
_PROCESS = secrets.token_hex(4)
_numbers = count(1)
_REQUEST_ID = re.compile(rb"[A-Za-z0-9._-]{1,64}")
_TRACEPARENT = re.compile(rb"[0-9a-f]{2}-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}")
_SECRET = re.compile(r"(?i)(bearer\s+|omni_)[A-Za-z0-9._~+/=-]{6,}")
_HIDDEN = frozenset(
    {"authorization", "token", "password", "secret", "cookie", "session_id", "pepper"}
)

# Upper bounds of the latency histogram, in seconds.
BUCKETS = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0)


class Metrics:
    """The gateway's own registry: names and labels follow the Prometheus conventions."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        self._traffic: list[Traffic] = []
        self.registry.register(self)
        self.upstream = Counter(
            "omnibroker_upstream_requests_total",
            "Requests to brokers, by operation and outcome.",
            ["connection", "operation", "outcome"],
            registry=self.registry,
        )
        self.invalid_answers = Counter(
            "omnibroker_invalid_answers_total",
            "Own answers that did not fit the contract.",
            ["api", "operation"],
            registry=self.registry,
        )
        self.sessions_ready = Gauge(
            "omnibroker_session_ready",
            "1 while a connection's broker session is ready.",
            ["connection"],
            registry=self.registry,
        )
        self.breaker_open = Gauge(
            "omnibroker_breaker_open",
            "1 while a connection's broker does not answer and is not asked.",
            ["connection"],
            registry=self.registry,
        )

    def traffic(self, api: str, operation: str) -> "Traffic":
        """Return the counters of one operation."""
        traffic = Traffic(api, operation)
        self._traffic.append(traffic)
        return traffic

    def collect(self) -> Iterator[CounterMetricFamily | HistogramMetricFamily]:
        """Yield the operations' counters (called by the registry when it is scraped)."""
        requests = CounterMetricFamily(
            "omnibroker_requests",
            "Requests served, by operation and status.",
            labels=["api", "operation", "status"],
        )
        seconds = HistogramMetricFamily(
            "omnibroker_request_seconds",
            "Time from request to answer, by operation.",
            labels=["api", "operation"],
        )
        for traffic in self._traffic:
            for status, number in traffic.statuses.items():
                requests.add_metric([traffic.api, traffic.operation, str(status)], number)
            if traffic.statuses:
                seconds.add_metric(
                    [traffic.api, traffic.operation], traffic.buckets(), traffic.seconds
                )
        yield requests
        yield seconds

    def render(self) -> bytes:
        """Return the exposition text, version 0.0.4."""
        return generate_latest(self.registry)


class Traffic:
    """Counters of one operation, kept as plain numbers: one event loop writes them, a scrape reads them."""

    __slots__ = ("_slots", "api", "operation", "seconds", "statuses")

    def __init__(self, api: str, operation: str) -> None:
        self.api = api
        self.operation = operation
        self.statuses: dict[int, int] = {}
        self.seconds = 0.0
        self._slots = [0] * (len(BUCKETS) + 1)

    def record(self, status: int, seconds: float) -> None:
        """Count one request."""
        self.statuses[status] = self.statuses.get(status, 0) + 1
        self.seconds += seconds
        self._slots[bisect_left(BUCKETS, seconds)] += 1

    def buckets(self) -> list[tuple[str, float]]:
        """Return cumulative (upper bound, count) pairs, as Prometheus wants them."""
        total, pairs = 0, []
        for bound, number in zip([*map(str, BUCKETS), "+Inf"], self._slots, strict=True):
            total += number
            pairs.append((bound, float(total)))
        return pairs


class _Lines:
    """Standard error as a logger that never fails: a full disk must not turn an order that was sent into an error."""

    def __init__(self, *_names: str) -> None:
        """Take the names that a logger was asked for by; all of them write to one place."""

    def msg(self, line: str) -> None:
        """Write one line, or lose it where standard error is closed, full or gone."""
        with suppress(OSError, ValueError):
            sys.stderr.write(line + "\n")
            sys.stderr.flush()

    debug = info = warning = error = critical = msg


def configure_logging(level: str) -> None:
    """Send structured lines to standard error: JSON, or coloured text on a terminal."""
    renderer = (
        structlog.dev.ConsoleRenderer(exception_formatter=structlog.dev.plain_traceback)
        if sys.stderr.isatty()
        else structlog.processors.JSONRenderer()
    )
    structlog.configure(
        processors=[
            structlog.contextvars.merge_contextvars,
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            # Before the redaction: an exception's text may hold anything.
            structlog.processors.format_exc_info,
            redact,
            renderer,
        ],
        wrapper_class=structlog.make_filtering_bound_logger(getattr(logging, level.upper())),
        logger_factory=_Lines,
    )
    logging.basicConfig(stream=sys.stderr, level=logging.WARNING, format="%(name)s: %(message)s")


async def log_access(app: Any, scope: MutableMapping[str, Any], receive: Any, send: Any) -> None:
    """Serve one request and write a line about it: method, path, status, seconds."""
    started, status = perf_counter(), 0

    async def watched(message: MutableMapping[str, Any]) -> None:
        nonlocal status
        status = message.get("status", status)
        await send(message)

    try:
        await app(scope, receive, watched)
    finally:
        log.info(
            "request",
            method=scope.get("method"),
            path=scope.get("path"),
            status=status,
            seconds=round(perf_counter() - started, 6),
        )


def redact(_logger: Any, _method: str, line: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    """Replace secrets by stars, by field name and by the shape of a key."""
    return {name: _redacted(name, value) for name, value in line.items()}


def _redacted(name: object, value: Any) -> Any:
    if isinstance(name, str) and name.lower() in _HIDDEN:
        return "***"
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, dict):
        return {key: _redacted(key, member) for key, member in value.items()}
    if isinstance(value, list | tuple):
        return [_redacted(None, member) for member in value]
    return value


def clean(text: str) -> str:
    """Return a text without anything that looks like a key."""
    return _SECRET.sub(r"\1***", text)


def request_id_of(header: bytes | None) -> str:
    """Return the caller's request id if it is well formed, else a fresh one (16 hex digits)."""
    if header is not None and _REQUEST_ID.fullmatch(header):
        return header.decode()
    return f"{_PROCESS}{next(_numbers):08x}"


def traceparent_of(header: bytes | None) -> bytes | None:
    """Return the W3C trace context if it is well formed; answers carry it back."""
    return header if header is not None and _TRACEPARENT.fullmatch(header) else None


# Tracebacks never show local variables: they hold credentials.
structlog.configure(
    processors=[
        structlog.processors.add_log_level,
        structlog.processors.format_exc_info,
        redact,
        structlog.dev.ConsoleRenderer(exception_formatter=structlog.dev.plain_traceback),
    ],
    logger_factory=_Lines,
)
log = structlog.get_logger("omnibroker")
