"""The simulated gateway: every operation behind its key, its scope and its limits."""

from collections.abc import Awaitable, Callable
from typing import Any

from omnibroker_sandbox.answers import Answer
from omnibroker_sandbox.exchange import Exchange
from omnibroker_sandbox.futu import (
    accounts,
    bars,
    keys,
    market_data,
    operations,
    order_reading,
    orders,
    positions,
    refusals,
    screening,
    securities,
    sessions,
    snapshots,
    subscriptions,
    wire,
)
from omnibroker_sandbox.futu.gateway import Gateway, Options, open_accounts
from omnibroker_sandbox.futu.headers import AUTHORIZATION
from omnibroker_sandbox.futu.pacing import Pacing

Operation = Callable[[dict[str, Any], Any], Awaitable[Answer]]
Body = Callable[[Gateway, wire.Body, wire.Body], Answer]

ALL: dict[str, Body] = {
    **sessions.OPERATIONS,
    **operations.OPERATIONS,
    **subscriptions.OPERATIONS,
    **market_data.OPERATIONS,
    **snapshots.OPERATIONS,
    **bars.OPERATIONS,
    **securities.OPERATIONS,
    **screening.OPERATIONS,
    **accounts.OPERATIONS,
    **positions.OPERATIONS,
    **orders.OPERATIONS,
    **order_reading.OPERATIONS,
}
LOCAL = {
    *operations.OPERATIONS,
    "global_state",
    "user_info",
    "sub_info",
    "query_subscription",
    "used_quota",
}
"""What the gateway answers by itself, without the server behind it."""
ACTIONS = ("steal", "release", "expire", "logout", "login", "lock", "restart")


class FutuSandbox:
    """One gateway with real and simulated accounts; `operations` maps operation ids to coroutines.

    With `ready` trading is unlocked, and a call without a key counts as one with every scope; a key
    is checked all the same. `pacing` enforces Futu's limits, `stub_orders` lists an order at once, in
    state 0, and `connection_per_call` makes each call see subscriptions of its own only.
    """

    order_ids = frozenset({"order_id", "order_id_ex"})
    order_states = frozenset({"order_status"})

    def __init__(
        self,
        exchange: Exchange,
        *,
        ready: bool = False,
        pacing: bool = False,
        stub_orders: bool = False,
        connection_per_call: bool = False,
    ) -> None:
        self.exchange = exchange
        self._options = Options(ready, pacing, stub_orders, connection_per_call)
        self.operations: dict[str, Operation] = {
            name: self._operation(name, body) for name, body in ALL.items()
        }
        self._begin()

    def reset(self) -> None:
        """Start over: no orders, opening cash, a fresh process."""
        self.exchange.reset()
        self._begin()

    def _begin(self) -> None:
        open_accounts(self.exchange)
        self.gateway = Gateway(self.exchange, self._options)
        self._pacing, self._counters = Pacing(), keys.Counters()
        if self._options.ready:
            self.gateway.unlock_all()

    def session_action(self, action: str) -> dict[str, Any]:
        """Let something happen from outside: see ACTIONS; unknown ones are refused.

        `steal` takes the best right to HK quotes to another device until `release`; `expire` ends all
        keys and `logout` the login behind the gateway, both until `login`; `lock` brings the trade lock
        back, `restart` ends subscriptions too.
        """
        if action not in ACTIONS:
            raise ValueError(f"Unknown session action {action!r}: use one of {', '.join(ACTIONS)}.")
        gateway = self.gateway
        if action in {"steal", "release"}:
            gateway.hk_right_lost = action == "steal"
        elif action in {"logout", "expire", "login"}:
            gateway.online = action == "login" or (gateway.online and action != "logout")
            gateway.keys_valid = action == "login" or (gateway.keys_valid and action != "expire")
        elif action == "lock":
            gateway.unlocked.clear()
        else:
            gateway.restart()
        return {
            "action": action,
            "online": gateway.online,
            "keys_valid": gateway.keys_valid,
            "unlocked": bool(gateway.unlocked),
            "hk_quotes": not gateway.hk_right_lost,
        }

    def touch(self) -> None:
        """Count this moment as traffic: no login dies of idleness here."""

    def _operation(self, name: str, body: Body) -> Operation:
        async def operation(parameters: dict[str, Any], payload: Any) -> Answer:
            self.exchange.advance()
            try:
                document = refusals.body_object(payload)
                self._enter(name, parameters, document)
                return body(self.gateway, parameters, document)
            except refusals.Refused as refusal:
                return refusal.answer

        operation.__name__ = name
        return operation

    def _enter(self, name: str, parameters: wire.Body, body: wire.Body) -> None:
        """Check key, scope, the key's limits, the login and Futu's limits, in this order."""
        scope = keys.scope_of(name)
        if scope:
            key = self._key(parameters)
            allowed = scope in key.scopes
            self._note("allow" if allowed else "reject", key.id)
            refusals.require(allowed, refusals.NO_SCOPE)
            self.gateway.caller = key
            self._check_limits(name, key, body)
        if name not in LOCAL:
            refusals.require(self.gateway.online, refusals.BACKEND_DOWN)
        if self._options.pacing:
            limit = self._pacing.exceeded(name, body, self.exchange.now_ms)
            if limit is not None:
                raise refusals.Refused(refusals.too_often(limit))

    def _key(self, parameters: wire.Body) -> keys.Key:
        """Return the record of the caller's key; without a key `ready` counts as all scopes."""
        header = AUTHORIZATION.get() or f"{keys.BEARER}{wire.word(parameters, 'token')}"
        text = header.removeprefix(keys.BEARER)
        if not text and self._options.ready:
            return keys.OPEN
        key = keys.KEYS.get(text) if text != header and self.gateway.keys_valid else None
        if key is None:
            self._note("reject", "<invalid>" if text else "<missing>")
            raise refusals.Refused(refusals.NO_KEY)
        return key

    def _check_limits(self, name: str, key: keys.Key, body: wire.Body) -> None:
        """Refuse a market that the key may not trade, and more changes a minute than it may make."""
        if name not in keys.CHANGES:
            return
        market = wire.whole(wire.child(body, "header"), "trd_market")
        refusals.require(not key.markets or market in key.markets, refusals.MARKET_OF_KEY)
        seen = self._counters.count(key, self.exchange.now_ms)
        if key.orders_a_minute and seen >= key.orders_a_minute:
            raise refusals.Refused(refusals.over_cap(seen, key.orders_a_minute))
        self._counters.note(key, self.exchange.now_ms)

    def _note(self, outcome: str, key_id: str) -> None:
        events = self.gateway.events
        events[outcome, key_id] = events.get((outcome, key_id), 0) + 1
