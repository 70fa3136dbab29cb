"""Runs the steps of a schedule against a house, and keeps everything that was answered."""

import asyncio
from collections.abc import Awaitable, Callable
from decimal import Decimal
from typing import Any, ClassVar

from faulting.house import Answer, House
from faulting.records import Asked, Heard, Record, proves_not_sent, tag_of
from faulting.schedules import Schedule, Step

_AWAY = {"rest": "0.8", "through": "1.02", "far": "1.1"}
_SETTLING_SECONDS = 90
_LOOKS = 4


class Driver:
    """One schedule in one house. `numbers` draws a new number for each order of the house."""

    def __init__(self, house: House, schedule: Schedule, numbers: Callable[[], int]) -> None:
        self._house, self._schedule, self._numbers = house, schedule, numbers
        self._path = f"/v1/accounts/{house.facts.account}/orders"
        self._before = _last_id(house)
        self._tasks: list[asyncio.Task[None]] = []
        self._running: dict[int, int] = {}
        self._possible: set[int] = set()
        self._acknowledged: dict[str, None] = {}
        self.record = Record()

    async def run(self) -> Record:
        """Run every step, let things settle, and look at both books."""
        for step in self._schedule.steps:
            action = self._actions[step.do](self, step)
            if step.together:
                self._tasks.append(asyncio.create_task(action))
                await asyncio.sleep(0)
            else:
                await action
        await asyncio.gather(*self._tasks)
        await self._settle()
        return self.record

    # -- requests about one order

    async def _place(self, step: Step) -> None:
        if step.order not in self.record.asked:
            self.record.asked[step.order] = self._asked(step)
        await self._post(step)

    async def _retry(self, step: Step) -> None:
        if step.order in self.record.asked:
            self.record.duplicates += 1
            await self._post(step)

    async def _burst(self, step: Step) -> None:
        if step.order in self.record.asked:
            self.record.duplicates += step["copies"]
            await asyncio.gather(*(self._post(step) for _ in range(step["copies"])))

    async def _reuse(self, step: Step) -> None:
        asked = self.record.asked.get(step.order)
        if asked is not None:
            await self._post(step, "SELL" if asked.body["side"] == "BUY" else "BUY")

    async def _post(self, step: Step, side: str | None = None) -> None:
        """Ask for the order; note whether anything but this request can have placed it."""
        order = step.order
        asked, others = self.record.asked[order], self._running.get(order, 0)
        body = asked.body if side is None else {**asked.body, "side": side}
        if others:
            self._possible.add(order)
        self._running[order] = others + 1
        was_possible = order in self._possible
        answer = await self._house.ask("POST", self._path, body, patience=step.patience)
        self._running[order] -= 1
        overlapped = bool(self._running[order]) or (order in self._possible) != was_possible
        heard = self._hear(step, answer, do="place")
        heard.alone = not was_possible and not overlapped
        heard.in_book, heard.side = self._is_in_book(asked), body["side"]
        if overlapped or not proves_not_sent(answer):
            self._possible.add(order)

    async def _modify(self, step: Step) -> None:
        asked = self.record.asked.get(step.order)
        if asked is None:
            return
        price = self._price(asked.body["side"], step["price"], step["by"])
        key = f"{asked.client_order_id}-m{step['key']}"
        await self._about(step, "PATCH", "", {"limit_price": price}, key)

    async def _cancel(self, step: Step) -> None:
        await self._about(step, "POST", "/cancel")

    async def _confirm(self, step: Step) -> None:
        asked = self.record.asked.get(step.order)
        if asked is not None:
            ids = self._questions(step.order) or ["o163"]
            key = f"{asked.client_order_id}-c{len(self.record.heard)}"
            await self._about(step, "POST", "/confirm", {"message_ids": ids}, key)

    async def _get(self, step: Step) -> None:
        await self._about(step, "GET", "")

    async def _about(
        self, step: Step, method: str, end: str, body: Any = None, key: str = ""
    ) -> None:
        asked = self.record.asked.get(step.order)
        if asked is not None:
            path = f"{self._path}/client:{asked.client_order_id}{end}"
            answer = await self._house.ask(method, path, body, key=key, patience=step.patience)
            self._hear(step, answer)

    async def _list(self, step: Step) -> None:
        known = frozenset(self._acknowledged)
        answer = await self._house.ask("GET", f"/v1/orders?account_id={self._house.facts.account}")
        heard = self._hear(step, answer)
        heard.order, heard.listed_before = None, known

    # -- what happens around

    async def _fault(self, step: Step) -> None:
        rule = dict(step.with_)
        method, path = self._house.facts.targets.get(rule.pop("target"), ("", "*"))
        armed = (await self._controlled("GET", "faults") or {"faults": []})["faults"]
        rule |= {"method": method, "path": path}
        await self._controlled("PUT", "faults", {"faults": [*armed, rule]})
        self.record.struck += rule["count"]

    async def _refuse(self, step: Step) -> None:
        await self._house.refuse(cut=step["cut"])

    async def _listen(self, _step: Step) -> None:
        await self._house.listen()

    async def _clock(self, step: Step) -> None:
        await self._controlled("POST", "clock", {"advance_seconds": step["seconds"]})

    async def _wait(self, step: Step) -> None:
        await asyncio.sleep(step["seconds"])

    async def _trouble(self, step: Step) -> None:
        await self._controlled("POST", "session", {"action": step["action"]})

    async def _restart(self, _step: Step) -> None:
        await self._house.restart()

    async def _controlled(self, method: str, name: str, body: Any = None) -> Any:
        """Steer the broker, also while it refuses the gateway's connections."""
        refusing = self._house.refusing
        await self._house.listen()
        try:
            return await self._house.control(method, name, body)
        finally:
            if refusing:
                await self._house.refuse(cut=False)

    # -- the end

    async def _settle(self) -> None:
        """End every fault, let what is under way arrive, and look until gateway and broker are at rest."""
        await self._house.listen()
        left = (await self._house.control("GET", "faults"))["faults"]
        self.record.struck -= sum(rule["count"] for rule in left)
        await self._house.control("PUT", "faults", {"faults": []})
        for action in self._house.facts.cures:
            await self._house.control("POST", "session", {"action": action})
        for _ in range(_LOOKS):
            await asyncio.sleep(_SETTLING_SECONDS)
            listed = await self._house.ask(
                "GET", f"/v1/orders?account_id={self._house.facts.account}"
            )
            if listed.status == 200 and not listed.body["incomplete"]:
                break
        self.record.final_list = listed
        for number, asked in self.record.asked.items():
            path = f"{self._path}/client:{asked.client_order_id}"
            self.record.finals[number] = await self._house.ask("GET", path)
        book = (await self._house.control("GET", "book"))["orders"]
        self.record.book = [row for row in book if row["order_id"] > self._before]
        tags = {tag for heard in self.record.heard if (tag := tag_of(heard.answer))}
        tags |= {row["reference"] for row in self.record.book}
        self.record.sends = {tag: self._house.arrivals.of(tag) for tag in sorted(tags) if tag}

    def _asked(self, step: Step) -> Asked:
        facts, number = self._house.facts, self._numbers()
        quantity = getattr(facts, step["size"]) + facts.step * number
        client_order_id = f"s{self._schedule.seed}-{step.order}"
        body = {
            "client_order_id": client_order_id,
            "side": step["side"],
            "type": "LIMIT",
            "quantity": str(quantity),
            "session": "REGULAR",
            **facts.ticket,
        }
        if step["price"] == "market":
            body |= {"type": "MARKET", "time_in_force": facts.market_life}
        else:
            body["limit_price"] = self._price(step["side"], step["price"])
        return Asked(client_order_id, body, quantity)

    def _price(self, side: str, where: str, by: int = 0) -> str:
        """Return a whole number, which is on every tick: far from the market, or more or less through it."""
        exchange = self._house.exchange
        exchange.advance()
        last = exchange.price(exchange.catalogue.get(self._house.facts.market_key))
        away = Decimal(_AWAY[where])
        return str(int(last * away) - by if side == "BUY" else int(last * (2 - away)) + by)

    def _is_in_book(self, asked: Asked) -> bool:
        rows = self._house.exchange.orders(self._house.facts.account.partition(":")[2])
        return any(row.id > self._before and row.quantity == asked.quantity for row in rows)

    def _hear(self, step: Step, answer: Answer, do: str | None = None) -> Heard:
        heard = Heard(do or step.do, step.order, answer)
        self.record.heard.append(heard)
        if answer.status in {200, 201, 202} and isinstance(answer.body, dict):
            tag = answer.body.get("order_id")
            if tag and answer.body.get("broker_order_id"):
                self._acknowledged[tag] = None
        return heard

    def _questions(self, order: int) -> list[str]:
        """Return the message ids that this order last showed."""
        for heard in reversed(self.record.heard):
            body = heard.answer.body
            if heard.order == order and isinstance(body, dict) and "confirmation" in body:
                return list(body["confirmation"]["message_ids"])
        return []

    _actions: ClassVar[dict[str, Callable[["Driver", Step], Awaitable[None]]]] = {
        "place": _place,
        "retry": _retry,
        "burst": _burst,
        "reuse": _reuse,
        "modify": _modify,
        "cancel": _cancel,
        "confirm": _confirm,
        "get": _get,
        "list": _list,
        "fault": _fault,
        "refuse": _refuse,
        "listen": _listen,
        "clock": _clock,
        "wait": _wait,
        "trouble": _trouble,
        "restart": _restart,
    }


def _last_id(house: House) -> int:
    account = house.facts.account.partition(":")[2]
    return max((order.id for order in house.exchange.orders(account)), default=0)
