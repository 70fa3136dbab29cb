"""A frozen Wednesday afternoon in New York, an exchange on it, and a gateway in front of it."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest

from omnibroker_sandbox.answers import Answer
from omnibroker_sandbox.clock import SandboxClock
from omnibroker_sandbox.exchange import Exchange
from omnibroker_sandbox.ibkr import IbkrSandbox

WEDNESDAY = datetime(2026, 11, 18, 15, 0, tzinfo=UTC)
SATURDAY = datetime(2026, 11, 21, 15, 0, tzinfo=UTC)


class Caller:
    """Calls a simulated gateway's operations by name."""

    def __init__(self, sandbox: IbkrSandbox) -> None:
        self.sandbox = sandbox
        self.account = sandbox.gateway.account_id

    async def __call__(self, operation: str, body: Any = None, **parameters: Any) -> Answer:
        return await self.sandbox.operations[operation](parameters, body)

    async def place(self, **fields: Any) -> Answer:
        ticket = {"conid": 265598, "side": "BUY", "tif": "DAY", "orderType": "MKT", "quantity": 10}
        orders = {"orders": [{**ticket, **fields}]}
        return await self("place_order", orders, accountId=self.account)

    def advance(self, seconds: float) -> None:
        self.sandbox.exchange.clock.advance(seconds)
        self.sandbox.touch()


@pytest.fixture
def clock() -> SandboxClock:
    return SandboxClock(lambda: WEDNESDAY)


@pytest.fixture
def exchange(clock: SandboxClock) -> Exchange:
    exchange = Exchange(7, clock)
    exchange.open_account("A")
    return exchange


@pytest.fixture
def make_gateway(clock: SandboxClock) -> Callable[..., Caller]:
    def make(*, always_open: bool = True, ready: bool = True, **options: Any) -> Caller:
        exchange = Exchange(7, clock, always_open=always_open)
        return Caller(IbkrSandbox(exchange, ready=ready, **options))

    return make


@pytest.fixture
def gateway(make_gateway: Callable[..., Caller]) -> Caller:
    return make_gateway()
