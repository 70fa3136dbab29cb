"""Subscribe before reading: what Futu serves to subscribers only is subscribed here, within the quota."""

import asyncio
from collections.abc import Awaitable, Callable, Iterable
from contextlib import suppress
from typing import Any

from omnibroker.kit.errors import GatewayError, NotSent, Rejected
from omnibroker.upstream.futu.answers import member

Send = Callable[[str, float, Any], Awaitable[Any]]
# A security's quote market and code, and the type of its subscription: one unit of the quota.
Unit = tuple[int, str, int]

_TYPES = {"quote": 1, "orderbook": 2, "ticker": 4, "rt": 5, "broker": 14}
_ODD_BOOK = 22
# The periods of bars have other numbers as subscriptions: {kl_type: sub_type}.
_BARS = dict(
    zip(
        (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15),
        (11, 6, 12, 13, 16, 7, 8, 9, 10, 17, 15, 18, 19, 20, 21),
        strict=True,
    )
)
# Futu gives a unit back only after it was subscribed for so long.
_OLD_ENOUGH_SECONDS = 60.0


def units(operation_id: str, body: Any) -> list[Unit]:
    """Return what a read must have subscribed; nothing for reads of other kinds or bodies that say nothing."""
    if not isinstance(body, dict):
        return []
    kind = _kind(operation_id, body)
    listed = body.get("security_list") if operation_id == "quote" else [body.get("security")]
    if kind is None or not isinstance(listed, list):
        return []
    rows = [row for row in listed if isinstance(row, dict) and {"market", "code"} <= row.keys()]
    return list(dict.fromkeys((row["market"], row["code"], kind) for row in rows))


def _kind(operation_id: str, body: dict[str, Any]) -> int | None:
    if operation_id == "kline":
        return _BARS.get(body.get("kl_type", 0))
    if operation_id == "orderbook" and body.get("order_book_type") == 1:
        return _ODD_BOOK
    return _TYPES.get(operation_id)


class Subscriptions:
    """What this connection has subscribed: each unit once per epoch, the least recently read given back first.

    The gateway shares one quota among all its clients; only our own units are ever given back.
    """

    def __init__(self, send: Send) -> None:
        self._send = send
        self._turn = asyncio.Lock()
        # Every unit of ours with the instant of its subscription, the least recently read first.
        self._since: dict[Unit, float] = {}
        self._valid: set[Unit] = set()
        self._room: int | None = None

    def forget(self) -> None:
        """Subscribe everything again before it is read: the gateway may have started anew."""
        self._valid.clear()
        self._room = None

    def doubt(self, doubtful: Iterable[Unit]) -> None:
        """Subscribe these again before they are read: the gateway refused what needs them."""
        self._valid.difference_update(doubtful)

    async def ensure(self, needed: list[Unit], deadline: float) -> None:
        """Subscribe what is needed and not subscribed; raises what Futu says against it, or `rate_limited`."""
        if not self._missing(needed):
            return self._read(needed)
        async with self._turn:
            missing = self._missing(needed)
            if missing:
                await self._make_room(missing, set(needed), deadline)
                await self._subscribe(missing, deadline)
        return self._read(needed)

    def _missing(self, needed: list[Unit]) -> list[Unit]:
        return [unit for unit in needed if unit not in self._valid]

    def _read(self, needed: list[Unit]) -> None:
        """Take note of what is read now: it moves to the end of the order."""
        for unit in needed:
            if unit in self._since:
                self._since[unit] = self._since.pop(unit)

    async def _subscribe(self, missing: list[Unit], deadline: float) -> None:
        try:
            await self._send("subscribe", deadline, _body(missing, subscribe=True))
        except GatewayError:
            # Other clients use the same quota: what was known of it may be wrong.
            self._room = None
            raise
        now = _now()
        new = [unit for unit in missing if unit not in self._since]
        self._room = None if self._room is None else self._room - len(new)
        self._since |= dict.fromkeys(new, now)
        self._valid.update(missing)

    async def _make_room(self, missing: list[Unit], needed: set[Unit], deadline: float) -> None:
        """Give back what was read least recently, until the missing units fit into the quota."""
        new = sum(unit not in self._since for unit in missing)
        if self._room is None or self._room < new:
            self._room = await self._remaining(deadline)
        if self._room is None or self._room >= new:
            return
        spare = [unit for unit in self._since if unit not in needed]
        ripe = [unit for unit in spare if self._since[unit] <= _now() - _OLD_ENOUGH_SECONDS]
        short = new - self._room
        if len(ripe) < short:
            raise _full([self._since[unit] for unit in spare])
        await self._give_back(ripe[:short], deadline)
        self._room = await self._remaining(deadline)

    async def _give_back(self, given: list[Unit], deadline: float) -> None:
        for kind in dict.fromkeys(kind for _, _, kind in given):
            chosen = [unit for unit in given if unit[2] == kind]
            self._valid.difference_update(chosen)
            for unit in chosen:
                del self._since[unit]
            # A gateway that started anew does not have them any more: the quota says what is free.
            with suppress(Rejected):
                await self._send("subscribe", deadline, _body(chosen, subscribe=False))

    async def _remaining(self, deadline: float) -> int | None:
        """Return how many units of the gateway's quota are left; None where it does not say."""
        answer = await self._send("query_subscription", deadline, {"is_req_all_conn": True})
        left = member(answer, "s2c").get("remain_quota")
        return left if isinstance(left, int) and not isinstance(left, bool) else None


def _body(chosen: list[Unit], *, subscribe: bool) -> dict[str, Any]:
    """Return the body for units of one type."""
    return {
        "security_list": [{"market": market, "code": code} for market, code, _ in chosen],
        "sub_type_list": [chosen[0][2]],
        "is_sub_or_un_sub": subscribe,
    }


def _full(subscribed_at: list[float]) -> NotSent:
    oldest = min(subscribed_at, default=_now())
    wait = max(1, int(oldest + _OLD_ENOUGH_SECONDS - _now()) + 1)
    return NotSent(
        "rate_limited",
        "Futu's subscription quota is used up and no subscription may be given back yet; ask again later.",
        broker="futu",
        retry_after_seconds=wait,
    )


def _now() -> float:
    return asyncio.get_running_loop().time()
