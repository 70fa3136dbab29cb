"""A simulated Tiger on a frozen Wednesday afternoon in New York, called by method."""

from collections.abc import Callable
from typing import Any

import pytest

from omnibroker_sandbox.answers import Answer
from omnibroker_sandbox.clock import SandboxClock
from omnibroker_sandbox.exchange import Exchange
from omnibroker_sandbox.tiger import TigerSandbox

LIVE, PAPER = "67686635", "20240830213609658"


class Caller:
    """Calls a simulated broker's operations by name."""

    def __init__(self, sandbox: TigerSandbox) -> None:
        self.sandbox = sandbox
        self.exchange = sandbox.exchange

    async def __call__(self, operation: str, body: Any = None) -> Answer:
        return await self.sandbox.operations[operation]({}, body)

    async def place(self, **fields: Any) -> Answer:
        ticket = {"account": LIVE, "symbol": "AAPL", "sec_type": "STK", "currency": "USD"}
        ticket |= {"action": "BUY", "order_type": "MKT", "total_quantity": 10}
        return await self("place_order", {**ticket, **fields})

    async def order(self, order_id: int, account: str = LIVE) -> dict[str, Any]:
        return (await self("orders", {"account": account, "id": order_id})).body

    def advance(self, seconds: float) -> None:
        self.exchange.clock.advance(seconds)


@pytest.fixture
def make_tiger(clock: SandboxClock) -> Callable[..., Caller]:
    def make(*, always_open: bool = True, ready: bool = True, **options: Any) -> Caller:
        exchange = Exchange(7, clock, always_open=always_open)
        return Caller(TigerSandbox(exchange, ready=ready, **options))

    return make


@pytest.fixture
def tiger(make_tiger: Callable[..., Caller]) -> Caller:
    return make_tiger()
