"""The one rule for repeated writes: same id and payload, same effect; never a second send."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

from omnibroker import journal as states
from omnibroker.clock import now_text
from omnibroker.dispatch.documents import location
from omnibroker.journal import Journal, Taken, Write, fingerprint
from omnibroker.kit.errors import NotSent, OutcomeUnknown
from omnibroker.plans.calls import Call, Reply

REPLAYED = (("idempotency-replayed", "true"),)
IDEMPOTENCY_KEY, CLIENT_ORDER_ID = "idempotency_key", "client_order_id"


class Idempotency:
    """Writes known by an Idempotency-Key that make no order of their own."""

    def __init__(self, journal: Journal, wait_seconds: float) -> None:
        self._journal = journal
        self._wait_seconds = wait_seconds

    async def run(
        self, call: Call, scope: str, action: Callable[[], Awaitable[dict[str, Any]]]
    ) -> Reply:
        """Run an action once per key; later requests with it get its first answer."""
        key = call.parameters["Idempotency-Key"]
        digest = fingerprint(call.operation_id, call.parameters, call.body)
        known = await self._journal.find_write(scope, IDEMPOTENCY_KEY, key)
        if known is not None and await settled(known, digest, self._wait_seconds):
            return Reply(200, known.reply, REPLAYED)
        write = write_of(call, (scope, IDEMPOTENCY_KEY, key), digest)
        try:
            await self._journal.admit(write)
        except Taken as taken:
            return await self._follow(taken.write, digest)
        try:
            body = await action()
        except BaseException:
            # A session can be refreshed or closed again without harm: the key is free for another try.
            await self._journal.settle(write, states.NOT_SENT, "failed")
            raise
        write.reply = body
        await self._journal.settle(write, states.ACCEPTED, "")
        return Reply(200, body)

    async def _follow(self, write: Write, digest: str) -> Reply:
        """Answer a request whose key another one took at the same moment: as that one ends."""
        if await settled(write, digest, self._wait_seconds):
            return Reply(200, write.reply, REPLAYED)
        detail = f"The same write was not done a moment ago ({write.detail}); send it again."
        raise NotSent("upstream_unavailable", detail)


def write_of(call: Call, identity: tuple[str, str, str], digest: str, order_id: str = "") -> Write:
    """Return the write that a request asks for; `identity` is its account, or what else it is about, kind and id."""
    return Write(
        *identity,
        call.operation_id,
        digest,
        order_id,
        now_text(),
        payload=call.body,
        key_id=call.principal.key_id if call.principal else "",
        request_id=call.request_id,
    )


async def settled(write: Write, digest: str, wait_seconds: float, is_over: bool = False) -> bool:
    """Say whether a known write answers this request (True) or may be tried anew (False).

    `is_over`: the order has ended, so it is the answer, whatever became of a change of it.

    Raises `idempotency_key_reused` for another payload, `in_progress` while it still runs after the wait,
    `outcome_unknown` where nothing is proven.
    """
    if write.fingerprint != digest:
        raise NotSent(
            "idempotency_key_reused",
            f"The id {write.key} was used with another payload; draw a new one for a new write.",
        )
    if write.state == states.RUNNING:
        await _wait(write, wait_seconds)
    if write.state == states.UNKNOWN and not is_over:
        raise still_unknown(write)
    return write.state != states.NOT_SENT


def still_unknown(write: Write) -> OutcomeUnknown:
    """Return what a repeat is told of a write of which nothing is proven."""
    order_id = write.order_id or None
    return OutcomeUnknown(
        f"It is still not proven what became of {write.key}; ask again with the same id.",
        order_id=order_id,
        location=order_id and location(write.account_id, order_id),
    )


async def _wait(write: Write, seconds: float) -> None:
    try:
        async with asyncio.timeout(seconds):
            await write.settled.wait()
    except TimeoutError:
        raise NotSent(
            "in_progress", f"The write {write.key} is still running; ask again with the same id."
        ) from None
