"""A simulated gateway of Futu on the frozen Wednesday of the sandbox's tests."""

from collections.abc import Callable
from decimal import Decimal
from itertools import count
from typing import Any

import pytest

from omnibroker_sandbox.answers import Answer
from omnibroker_sandbox.clock import SandboxClock
from omnibroker_sandbox.exchange import Exchange
from omnibroker_sandbox.futu import FutuSandbox
from omnibroker_sandbox.futu.headers import AUTHORIZATION

TENCENT = {"market": 1, "code": "00700"}


class Client:
    """Calls a simulated gateway's operations by name; packets are numbered as they go."""

    def __init__(self, sandbox: FutuSandbox) -> None:
        self.sandbox = sandbox
        self._serials = count(1)

    async def __call__(
        self, operation: str, body: Any = None, *, key: str = "", **parameters: Any
    ) -> Answer:
        token = AUTHORIZATION.set(f"Bearer {key}" if key else "")
        try:
            return await self.sandbox.operations[operation](parameters, body)
        finally:
            AUTHORIZATION.reset(token)

    async def s2c(self, operation: str, body: Any = None, **options: Any) -> Any:
        """Call what has to succeed and return its content."""
        answer = await self(operation, body, **options)
        assert answer.status == 200, answer
        assert answer.body["ret_type"] == 0, answer
        return answer.body["s2c"]

    def packet(self) -> dict[str, int]:
        """Return a packet id that nobody used."""
        return {"conn_id": 1, "serial_no": next(self._serials)}

    async def place(self, header: dict[str, Any], order: Any, **fields: Any) -> Answer:
        """Place an order; the clock goes on until the broker has confirmed it."""
        body = {"packet_id": self.packet(), "header": header, **order, **fields}
        answer = await self("place_order", body)
        self.advance(1)
        return answer

    async def modify(self, header: dict[str, Any], order_id: int, op: int, **fields: Any) -> Answer:
        """Change or cancel an order."""
        asked = {"order_id": order_id, "modify_order_op": op, **fields}
        return await self("modify_order", {"packet_id": self.packet(), "header": header, **asked})

    async def orders(self, header: dict[str, Any], **fields: Any) -> list[dict[str, Any]]:
        """List today's orders."""
        return (await self.s2c("orders", {"header": header, **fields}))["order_list"]

    async def order(self, header: dict[str, Any], placed: Answer) -> dict[str, Any]:
        """Return the row of an order that was placed."""
        wanted = placed.body["s2c"]["order_id"]
        (row,) = [each for each in await self.orders(header) if each["order_id"] == wanted]
        return row

    async def funds(self, header: dict[str, Any], **fields: Any) -> dict[str, Any]:
        """Return the funds of an account."""
        return (await self.s2c("funds", {"header": header, **fields}))["funds"]

    async def subscribe(self, *kinds: int, security: Any = TENCENT) -> Answer:
        """Subscribe one security."""
        body = {"security_list": [security], "sub_type_list": list(kinds)}
        return await self("subscribe", {**body, "is_sub_or_un_sub": True})

    async def last(self, security: Any = TENCENT) -> Decimal:
        """Return the last price."""
        rows = await self.s2c("snapshot", {"security_list": [security]})
        return rows["snapshot_list"][0]["basic"]["cur_price"]

    def advance(self, seconds: float) -> None:
        self.sandbox.exchange.clock.advance(seconds)


@pytest.fixture
def make_client(clock: SandboxClock) -> Callable[..., Client]:
    def make(*, always_open: bool = True, ready: bool = True, **options: Any) -> Client:
        exchange = Exchange(7, clock, always_open=always_open)
        return Client(FutuSandbox(exchange, ready=ready, **options))

    return make


@pytest.fixture
def client(make_client: Callable[..., Client]) -> Client:
    return make_client()
