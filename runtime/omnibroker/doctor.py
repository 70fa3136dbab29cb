"""`omnibroker doctor`: each configured connection tried step by step, no order sent."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

from msgspec.structs import fields

from omnibroker import bundles
from omnibroker.brokers import KNOWN_INSTRUMENTS, TITLES
from omnibroker.cells import Cells
from omnibroker.clock import now_text
from omnibroker.config import AnyConnection, Config, ConfigError, Secret
from omnibroker.kit.errors import GatewayError
from omnibroker.observe import Metrics
from omnibroker.upstream import wire
from omnibroker.upstream.connection import Connection
from omnibroker.upstream.view import View

OK, FAILED, SKIPPED = "✓", "✗", "–"
_STEP_SECONDS = 15.0


@dataclass(frozen=True, slots=True)
class Finding:
    """What one step found: a mark, and a sentence that says what to do where it failed."""

    connection: str
    step: str
    mark: str
    detail: str


class Failed(Exception):
    """A step that did not work; its text says what to do."""


@dataclass(slots=True)
class _Patient:
    """One connection under examination; `connection` is there once its settings are usable."""

    name: str
    settings: AnyConnection
    cells: Cells
    instrument: str
    made: list[Connection] = field(default_factory=list)

    @property
    def connection(self) -> Connection:
        return self.made[0]


async def examine(
    config: Config, names: list[str], instrument: str | None
) -> AsyncIterator[Finding]:
    """Try the named connections one after the other; yield each step's finding as it is made.

    A step that failed ends its connection's examination: the steps behind it need it.
    """
    bundle = bundles.load("unified")
    for name in names:
        settings = config.connections[name]
        cells = Cells(bundle, [settings.broker])
        key = instrument or KNOWN_INSTRUMENTS[settings.broker]
        patient = _Patient(name, settings, cells, key)
        async for finding in _examine(patient):
            yield finding


async def _examine(patient: _Patient) -> AsyncIterator[Finding]:
    failed = False
    try:
        for step, function in _STEPS.items():
            if failed:
                yield Finding(patient.name, step, SKIPPED, "not tried")
                continue
            finding = await _tried(patient, step, function)
            failed = finding.mark == FAILED
            yield finding
    finally:
        for connection in patient.made:
            await connection.stop()


async def _tried(patient: _Patient, step: str, function: "_Step") -> Finding:
    try:
        async with asyncio.timeout(_STEP_SECONDS + 1):
            detail = await function(patient)
    except (Failed, ConfigError) as error:
        return Finding(patient.name, step, FAILED, str(error))
    except GatewayError as error:
        return Finding(patient.name, step, FAILED, _what_to_do(patient, error))
    except TimeoutError:
        return Finding(
            patient.name, step, FAILED, "No answer came; try again, then ask the broker."
        )
    return Finding(patient.name, step, OK, detail)


async def _settings(patient: _Patient) -> str:
    """Read every secret that the settings refer to, and build the connection."""
    settings = patient.settings
    names = [f.name for f in fields(settings) if isinstance(getattr(settings, f.name), Secret)]
    for name in names:
        try:
            getattr(settings, name).read()
        except ConfigError as error:
            raise Failed(f"{name}: {error}") from None
    bundle, symbols = bundles.load(settings.broker), patient.cells.symbols(settings.broker)
    patient.made.append(Connection(patient.name, settings, bundle, symbols, Metrics()))
    return f"secrets read: {', '.join(names)}" if names else "no secret is needed"


async def _reach(patient: _Patient) -> str:
    """Open a TCP connection."""
    origin = patient.connection.origin
    try:
        _, writer = await asyncio.open_connection(origin.host, origin.port)
    except OSError as error:
        raise Failed(wire.not_connected(origin, error).args[0]) from None
    peer = writer.get_extra_info("peername")
    await _closed(writer)
    return f"{origin.authority} answers from {peer[0]}"


async def _tls(patient: _Patient) -> str:
    """Prove the certificate the way the gateway will."""
    origin = patient.connection.origin
    if origin.tls is None:
        return "plain http, as configured: for this machine only"
    try:
        _, writer = await asyncio.open_connection(
            origin.host, origin.port, ssl=origin.tls.context(), server_hostname=origin.host
        )
        tls = writer.get_extra_info("ssl_object")
        await _closed(writer)
        origin.tls.check_pin(tls)
    except OSError as error:
        raise Failed(wire.not_connected(origin, error).args[0]) from None
    except wire.NotSent as error:
        raise Failed(str(error)) from None
    return f"{tls.version()}, the certificate is proven"


async def _login(patient: _Patient) -> str:
    """Bring the session up as the gateway does."""
    connection = patient.connection
    await connection.ready(_deadline())
    return f"session {connection.state.state}, accounts {', '.join(connection.state.accounts) or 'none'}"


async def _environment(patient: _Patient) -> str:
    """Compare what the broker proves with what is expected, for every account that is named."""
    connection, expected = patient.connection, patient.settings.environment
    unknown = sorted(set(patient.settings.accounts) - set(connection.state.accounts))
    if unknown:
        raise Failed(f"The login has no account {', '.join(unknown)}: correct `accounts`.")
    proven = {a: connection.account(a).environment for a in connection.accounts()}
    if not proven:
        raise Failed("The login has no account: open one, or use another login.")
    if expected not in proven.values():
        found = ", ".join(f"{a} {e or 'unproven'}" for a, e in proven.items())
        raise Failed(
            f"Expected is {expected}, the broker says: {found}. Correct `environment` or the login; "
            "until then no order is sent."
        )
    tradable = [a for a, environment in proven.items() if environment == expected]
    return f"{expected}: {', '.join(tradable)}"


async def _accounts(patient: _Patient) -> str:
    """Read the balances of every account."""
    connection = patient.connection
    for native_id in connection.accounts():
        await _ask(patient, "get_balances", native_id, {})
    return "balances can be read"


async def _market_data(patient: _Patient) -> str:
    """Read one quote, delayed ones allowed, and say how fresh it is."""
    asked = {"instrument": [patient.instrument], "allow_delayed": True}
    (quote,) = await _ask(patient, "get_quotes", patient.connection.module.market_account(), asked)
    quality = quote.get("data_quality", "UNKNOWN")
    if quality == "REALTIME":
        return f"{patient.instrument} in real time"
    if quality == "UNKNOWN":
        return (
            f"{patient.instrument} has prices of unknown age: they are read with allow_delayed=true"
        )
    return f"{patient.instrument} is {quality}: subscribe at the broker for real-time prices"


async def _ask(patient: _Patient, operation_id: str, native_id: str, given: dict[str, Any]) -> Any:
    """Run one reading cell; there is no gate here, so that a write could not pass."""
    connection, cell = (
        patient.connection,
        patient.cells.find(operation_id, patient.settings.broker),
    )
    if cell is None:
        raise Failed(f"This broker has no {operation_id}.")
    view = View(connection, connection.account_of(native_id), _deadline(), now_text, None)
    answer = await cell(view, given)
    return getattr(answer, "rows", answer)


_Step = Callable[[_Patient], Awaitable[str]]
# In this order: each needs those before it.
_STEPS: dict[str, _Step] = {
    "settings": _settings,
    "reach": _reach,
    "tls": _tls,
    "login": _login,
    "environment": _environment,
    "accounts": _accounts,
    "market data": _market_data,
}


def _what_to_do(patient: _Patient, error: GatewayError) -> str:
    advice = _ADVICE.get(error.code)
    said = error.extra.get("broker_message")
    words = [error.detail, f"The broker says: {said}" if said else "", advice or ""]
    return " ".join(word for word in words if word).replace("{title}", _title(patient.settings))


_ADVICE = {
    "not_entitled": "Subscribe to the market's data at {title}, or name an instrument of another market with --instrument.",
    "unknown_instrument": "Name one that your login can see with --instrument.",
    "upstream_unavailable": "Look at the broker's status page and at the steps above.",
    "rate_limited": "Another program uses this login's limits; wait, then try again.",
}


def _title(settings: AnyConnection) -> str:
    return TITLES[settings.broker]


def heading(name: str, settings: AnyConnection) -> str:
    """Return the line above one connection's findings."""
    return f"{name}: {_title(settings)} at {settings.base_url}, expected {settings.environment}"


def _deadline() -> float:
    return asyncio.get_running_loop().time() + _STEP_SECONDS


async def _closed(writer: asyncio.StreamWriter) -> None:
    writer.close()
    with suppress(OSError):
        await writer.wait_closed()
