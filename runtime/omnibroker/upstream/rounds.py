"""The gate of a write, and the order rounds of a session: some brokers take one at a time."""

import asyncio
from typing import Protocol

from omnibroker.kit.errors import NotSent
from omnibroker.kit.outcomes import Outcome
from omnibroker.upstream.connection import Connection


class Gate(Protocol):
    """What stands between a handler's write and the wire: admission, the attempt row, the outcome."""

    order_id: str
    operation_id: str

    async def admit(self) -> None:
        """Check limits and write the intent, durably; raises and nothing is sent."""

    async def attempt(self, content: bytes) -> None:
        """Write the attempt, durably, before the engine is asked to send; raises and nothing is sent."""

    def last_look(self) -> None:
        """Raise where nothing may leave any more: called right before the first byte, and nothing is sent."""

    async def settle(self, outcome: Outcome) -> Outcome:
        """Record what the broker's answer proved; return what is believed of it."""

    async def not_sent(self, reason: str) -> None:
        """Record that nothing left; the reservation is released."""


class Round:
    """One order round at a time, where the broker wants it so; a cancel never waits behind one."""

    def __init__(self, connection: Connection, gate: Gate, deadline: float) -> None:
        self._deadline = deadline
        is_cancel = gate.operation_id == "cancel_order"
        self._connection = connection
        self._exempt = is_cancel or not connection.module.one_round_at_a_time
        self._order_id = gate.order_id

    async def __aenter__(self) -> None:
        if self._exempt:
            return
        try:
            async with asyncio.timeout_at(self._deadline):
                await self._connection.order_round.acquire()
        except TimeoutError:
            detail = "Another order's round on this session took too long. Nothing was sent."
            raise NotSent("upstream_timeout", detail) from None
        held_by = self._connection.held_by
        if held_by is not None and held_by != self._order_id:
            self._connection.order_round.release()
            raise NotSent(
                "confirmation_pending",
                f"The order {held_by} waits for its confirmation on this session; confirm or decline it first.",
                order_id=held_by,
            )

    async def __aexit__(self, *_error: object) -> None:
        if not self._exempt:
            self._connection.order_round.release()
