"""The gateway about itself: health, readiness, brokers, connections, capabilities, sessions."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import Any

from omnibroker import __version__, bundles
from omnibroker.brokers import TITLES
from omnibroker.clock import now_text
from omnibroker.dispatch.context import Context, may_see, visible
from omnibroker.dispatch.halting import is_halted
from omnibroker.dispatch.idempotency import REPLAYED, Idempotency
from omnibroker.kit.errors import NotSent, UpstreamFailure, unsupported
from omnibroker.limits.halts import Halts
from omnibroker.plans.calls import Call, Endpoint, Reply
from omnibroker.upstream.connection import Connection, Locked


class System:
    """The endpoints that no broker serves."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._halts = context.limits.halts
        self._capabilities = _capabilities(context)
        self._idempotency = Idempotency(context.journal, context.config.orders.deadline_seconds)

    def endpoints(self) -> dict[str, Endpoint]:
        """Return the endpoint of every system and session operation."""
        return {
            "get_health": self.get_health,
            "get_readiness": self.get_readiness,
            "get_capabilities": self.get_capabilities,
            "list_brokers": self.list_brokers,
            "get_broker": self.get_broker,
            "list_connections": self.list_connections,
            "get_session": self.get_session,
            "refresh_session": self.refresh_session,
            "close_session": self.close_session,
            "unlock_trading": self.unlock_trading,
        }

    async def get_health(self, _call: Call) -> Reply:
        """Say that the process answers."""
        return Reply(200, {"status": "UP", "version": __version__})

    async def get_readiness(self, _call: Call) -> Reply:
        """Say which connections can serve; 503 when none can, or nothing could be recorded."""
        await self._context.journal.prove_writable()
        rows = [
            {
                "connection": c.name,
                "broker": c.broker,
                "ready": c.state.ready,
                "state": c.state.state,
            }
            for c in self._context.connections.values()
        ]
        if not any(row["ready"] for row in rows):
            raise UpstreamFailure("session_not_ready", "No connection has a broker session yet.")
        return Reply(200, {"ready": True, "connections": rows, "received_at": now_text()})

    async def get_capabilities(self, _call: Call) -> Reply:
        """Return what works with which broker."""
        return Reply(200, self._capabilities)

    async def list_brokers(self, call: Call) -> Reply:
        """Return the brokers that the gateway has connections to."""
        rows = [self._broker(call, name) for name in self._brokers()]
        return Reply(200, {"items": rows, "received_at": now_text()})

    async def get_broker(self, call: Call) -> Reply:
        """Return one broker."""
        name = call.parameters["broker"]
        if name not in self._brokers():
            raise NotSent(
                "unknown_broker", f"There is no broker {name}; GET /v1/brokers lists them."
            )
        return Reply(200, self._broker(call, name))

    async def list_connections(self, call: Call) -> Reply:
        """Return the connections that the key may see."""
        connections = visible(call.principal, self._context.connections.values())
        rows = [_connection(connection, self._halts) for connection in connections]
        return Reply(200, {"items": rows, "received_at": now_text()})

    async def get_session(self, call: Call) -> Reply:
        """Return one connection's session as it stands."""
        return Reply(200, session_document(self._visible(call)))

    async def refresh_session(self, call: Call) -> Reply:
        """Bring a session up again, if no person is needed for it."""
        connection = self._visible(call)

        async def refresh() -> dict[str, Any]:
            await connection.module.renew(self._context.deadline())
            return session_document(connection)

        return await self._once(call, connection, refresh)

    async def close_session(self, call: Call) -> Reply:
        """Log a session out; a person must log in again afterwards."""
        connection = self._visible(call)

        async def close() -> dict[str, Any]:
            await connection.module.close(self._context.deadline())
            return session_document(connection)

        return await self._once(call, connection, close)

    async def unlock_trading(self, call: Call) -> Reply:
        """Unlock trading on a session with the password of the configuration."""
        connection = self._visible(call)
        module = connection.module
        if not isinstance(module, Locked):
            raise unsupported(
                f"{connection.broker} has nothing to unlock; see /v1/capabilities.",
                broker=connection.broker,
            )

        async def unlock() -> dict[str, Any]:
            await module.unlock(self._context.deadline())
            return session_document(connection)

        return await self._once(call, connection, unlock)

    async def _once(
        self, call: Call, connection: Connection, action: Callable[[], Awaitable[dict[str, Any]]]
    ) -> Reply:
        """Do it once for each key; a repeat is told of the session as it is now, as those of orders are."""
        reply = await self._idempotency.run(call, connection.name, action)
        if reply.headers == REPLAYED:
            return replace(reply, body=session_document(connection))
        return reply

    def _visible(self, call: Call) -> Connection:
        connection = self._context.connection(call.parameters["connection"])
        if not may_see(call.principal, connection):
            raise NotSent("forbidden", f"The key names no account of {connection.name}.")
        return connection

    def _brokers(self) -> list[str]:
        return sorted({connection.broker for connection in self._context.connections.values()})

    def _broker(self, call: Call, name: str) -> dict[str, Any]:
        connections = visible(call.principal, self._context.connections.values())
        return {
            "broker": name,
            "name": TITLES[name],
            "connections": sorted(c.name for c in connections if c.broker == name),
            "operations": [
                operation
                for operation, raw in operations(self._context.bundle).items()
                if name in raw.get("x-upstream", {})
            ],
        }


def operations(bundle: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """Return {operation_id: operation} of a bundle, in its order."""
    return {raw["operationId"]: raw for _, _, raw in bundles.operations(bundle)}


def session_document(connection: Connection) -> dict[str, Any]:
    """Return a session as the unified API shows it."""
    state = connection.state
    optional = {
        "environment": state.environment,
        "detail": state.detail,
        "last_keep_alive_at": state.last_keep_alive_at,
    }
    return {
        "connection": connection.name,
        "broker": connection.broker,
        "state": state.state,
        "needs_human": state.needs_human,
        "since": state.since,
        "received_at": now_text(),
        **{name: value for name, value in optional.items() if value is not None},
    }


def _connection(connection: Connection, halts: Halts) -> dict[str, Any]:
    proven = connection.state.environment
    return {
        "connection": connection.name,
        "broker": connection.broker,
        "expected_environment": connection.settings.environment,
        **({"environment": proven} if proven else {}),
        "read_only": connection.settings.read_only,
        "simulated": connection.settings.simulated,
        "trading_halted": is_halted(halts, connection),
        "session": session_document(connection),
    }


def _capabilities(context: Context) -> dict[str, Any]:
    brokers = sorted({connection.broker for connection in context.connections.values()})
    return {
        "contract_version": context.bundle["info"]["version"],
        "operations": [
            {"operation": name, "brokers": [_support(raw, b) for b in brokers]}
            for name, raw in operations(context.bundle).items()
        ],
        "brokers": [{"broker": broker, "values": _values(context, broker)} for broker in brokers],
    }


def _support(raw: dict[str, Any], broker: str) -> dict[str, str]:
    supported = "x-upstream" not in raw or broker in raw["x-upstream"]
    return {"broker": broker, "state": "SUPPORTED" if supported else "UNSUPPORTED"}


def _values(context: Context, broker: str) -> list[dict[str, Any]]:
    return [
        {"field": field, "supported": supported, "unsupported": unsupported}
        for field, (supported, unsupported) in context.cells.values(broker).items()
    ]
