"""For those who run the gateway: its state, the kill switch, the audit chain."""

import asyncio
from typing import Any

from omnibroker.audit.reading import Filters, Record
from omnibroker.audit.trail import Trail
from omnibroker.audit.verify import Verdict
from omnibroker.clock import now_text
from omnibroker.dispatch.context import Context, may_reach
from omnibroker.dispatch.halting import halt_document, scope_of
from omnibroker.dispatch.idempotency import REPLAYED, Idempotency
from omnibroker.dispatch.paging import PAGE_ROWS, cursor_at, place_of
from omnibroker.dispatch.status import status_document
from omnibroker.kit.errors import NotSent
from omnibroker.plans.calls import Call, Endpoint, Reply
from omnibroker.storage.store import Store

_SHOWN = (
    "number", "recorded_at", "kind", "operation", "key_id", "request_id", "order_id",
    "client_order_id", "idempotency_key", "payload", "outcome", "detail", "key_name", "seal",
)  # fmt: skip


class Admin:
    """The endpoints of the tag `admin`."""

    def __init__(self, context: Context, store: Store, trail: Trail) -> None:
        self._context = context
        self._store = store
        self._trail = trail
        self._halts = context.limits.halts
        self._idempotency = Idempotency(context.journal, context.config.orders.deadline_seconds)
        self._verifying = asyncio.Lock()

    def endpoints(self) -> dict[str, Endpoint]:
        """Return the endpoint of every operation."""
        return {
            "get_status": self.get_status,
            "halt_trading": self.halt_trading,
            "resume_trading": self.resume_trading,
            "list_audit_records": self.list_audit_records,
            "verify_audit": self.verify_audit,
        }

    async def get_status(self, call: Call) -> Reply:
        """Return the state of the gateway."""
        parts = (self._context, self._store, self._trail)
        return Reply(200, await status_document(*parts, call.principal))

    async def halt_trading(self, call: Call) -> Reply:
        """Turn the kill switch of a scope on: from the next request on, cancels aside."""
        scope, kept_under = scope_of(self._context, call)
        key_id = call.principal.key_id if call.principal else ""

        async def halt() -> dict[str, Any]:
            return halt_document(scope, await self._halts.halt(scope, key_id, call.body["reason"]))

        reply = await self._idempotency.run(call, kept_under, halt)
        self._refuse_outdated(reply, scope, call)
        return reply

    async def resume_trading(self, call: Call) -> Reply:
        """Turn the kill switch of exactly this scope off."""
        scope, kept_under = scope_of(self._context, call)

        async def resume() -> dict[str, Any]:
            await self._halts.resume(scope)
            return halt_document(scope, None)

        reply = await self._idempotency.run(call, kept_under, resume)
        self._refuse_outdated(reply, scope, call)
        return reply

    def _refuse_outdated(self, reply: Reply, scope: str, call: Call) -> None:
        """Raise where a repeat would be told of a switch that somebody has turned since: nobody may rely on that."""
        halted = self._halts.find(scope) is not None
        if reply.headers == REPLAYED and reply.body["halted"] != halted:
            raise NotSent(
                "idempotency_key_reused",
                f"{call.operation_id} was done with this key, and undone since: {scope} is "
                f"{'halted' if halted else 'not halted'}. Draw a new key to turn it again.",
            )

    async def list_audit_records(self, call: Call) -> Reply:
        """Return audit records, the newest first, of the accounts that the key names."""
        most = min(call.parameters.get("limit", PAGE_ROWS), PAGE_ROWS)
        below = place_of(call) or None
        records, following = await self._trail.records(_filters(call), below, most)
        body: dict[str, Any] = {"items": [_shown(r) for r in records], "received_at": now_text()}
        if following is not None:
            body["next_cursor"] = cursor_at(call, following)
        return Reply(200, body)

    async def verify_audit(self, _call: Call) -> Reply:
        """Verify the whole chain, one verification at a time."""
        if self._verifying.locked():
            raise NotSent(
                "in_progress", "The chain is being verified; ask again when that has ended."
            )
        async with self._verifying:
            try:
                verdict = await self._trail.verify()
            except OSError as error:
                raise NotSent(
                    "journal_unavailable", f"The checkpoints cannot be read: {error.strerror}."
                ) from None
        return Reply(200, _verification(verdict))


def _filters(call: Call) -> Filters:
    principal = call.principal
    everything = principal is not None and "*" in principal.accounts
    account_id: str | None = call.parameters.get("account_id")
    if account_id is not None:
        may_reach(principal, account_id)
    return Filters(
        accounts=None if everything else principal.accounts if principal else frozenset(),
        account_id=account_id,
        order_id=call.parameters.get("order_id"),
        operation=call.parameters.get("operation"),
        start_at=call.parameters.get("start_at"),
        end_at=call.parameters.get("end_at"),
    )


def _shown(record: Record) -> Record:
    """Return a record as the unified API shows it: what is about no account says so."""
    shown = {name: record[name] for name in _SHOWN if name in record}
    about = record.get("account_id")
    if about:
        shown["account_id" if ":" in about else "scope"] = about
    return shown


def _verification(verdict: Verdict) -> dict[str, Any]:
    document: dict[str, Any] = {
        "intact": verdict.intact,
        "records": verdict.records,
        "anchored": verdict.anchored,
        "unanchored": verdict.unanchored,
        "checkpoints": verdict.checkpoints,
        "received_at": now_text(),
    }
    if verdict.first_bad is not None:
        document |= {"first_bad": verdict.first_bad, "reason": (verdict.reason or "")[:1024]}
    return document
