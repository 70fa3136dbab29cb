"""A simulated TradeLocker server on the frozen Wednesday of the sandbox's tests."""

from collections.abc import Callable
from typing import Any

import pytest

from omnibroker_sandbox.answers import Answer
from omnibroker_sandbox.clock import SandboxClock
from omnibroker_sandbox.exchange import Exchange
from omnibroker_sandbox.tradelocker import TradeLockerSandbox
from omnibroker_sandbox.tradelocker.panels import EXECUTIONS, ORDERS, POSITIONS

ACCOUNT = "800101"
TICKET = {
    "qty": "0.02",
    "routeId": "9912",
    "tradableInstrumentId": "206",
    "side": "buy",
    "type": "market",
    "validity": "IOC",
}
COLUMNS = {
    "get_orders": ("orders", ORDERS),
    "get_orders_history": ("ordersHistory", ORDERS),
    "get_positions": ("positions", POSITIONS),
    "get_executions": ("executions", EXECUTIONS),
}


class Client:
    """Calls a simulated server's operations by name, as the USD account."""

    def __init__(self, sandbox: TradeLockerSandbox) -> None:
        self.sandbox = sandbox

    async def __call__(self, operation: str, body: Any = None, **parameters: Any) -> Answer:
        own = {"accNum": "1", "accountId": ACCOUNT, **parameters}
        sent = {name: value for name, value in own.items() if value is not None}
        return await self.sandbox.operations[operation](sent, body)

    async def place(self, **fields: Any) -> Answer:
        return await self("place_order", {**TICKET, **fields})

    async def limit(self, price: str, **fields: Any) -> str:
        """Place a working limit order and return its id."""
        terms = {"type": "limit", "validity": "GTC", "price": price, **fields}
        return (await self.place(**terms)).body["d"]["orderId"]

    async def rows(self, operation: str, **parameters: Any) -> list[dict[str, Any]]:
        """Return the rows of a list by column names."""
        name, columns = COLUMNS[operation]
        answer = await self(operation, **parameters)
        return [dict(zip(columns, row, strict=True)) for row in answer.body["d"][name]]

    async def touch(self) -> dict[str, Any]:
        """Return BTCUSD's quote."""
        answer = await self("get_quotes", tradableInstrumentId="206", routeId="452")
        return answer.body["d"]

    async def state(self) -> dict[str, Any]:
        """Return the account's details by name."""
        config = (await self("get_config")).body["d"]["accountDetailsConfig"]["columns"]
        values = (await self("get_state")).body["d"]["accountDetailsData"]
        return {column["id"]: value for column, value in zip(config, values, strict=True)}

    def advance(self, seconds: float) -> None:
        self.sandbox.exchange.clock.advance(seconds)


@pytest.fixture
def make_client(clock: SandboxClock) -> Callable[..., Client]:
    def make(*, always_open: bool = True, ready: bool = True, **options: Any) -> Client:
        exchange = Exchange(7, clock, always_open=always_open)
        return Client(TradeLockerSandbox(exchange, ready=ready, **options))

    return make


@pytest.fixture
def client(make_client: Callable[..., Client]) -> Client:
    return make_client()
