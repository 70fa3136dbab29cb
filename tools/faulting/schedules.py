"""What a schedule is, and how one is drawn from its seed."""

import json
import random
from dataclasses import dataclass
from typing import Any

from faulting.facts import BROKERS, FACTS

# Weights of the steps that a schedule is drawn from.
_STEPS = {
    "place": 7,
    "retry": 5,
    "burst": 2,
    "reuse": 1,
    "modify": 4,
    "cancel": 4,
    "confirm": 2,
    "get": 2,
    "list": 2,
    "fault": 9,
    "refuse": 1,
    "listen": 1,
    "clock": 3,
    "wait": 2,
    "trouble": 1,
    "restart": 0.3,
}
_KINDS = (
    "latency",
    "reset_before",
    "reset_after",
    "status",
    "status_after",
    "html",
    "empty",
    "rate_limited",
    "truncated",
    "unknown_status",
    "ack_without_id",
)
_DELAYS = (5, 50, 400, 3_000, 11_000, 25_000)
_STATUSES = (400, 403, 404, 500, 502, 503, 504)
_PATIENCE = (0, 3, 30, 300, 5_000)
_PRICES = ("rest", "rest", "rest", "through", "through", "far", "market")
_SIZES = ("small", "small", "small", "small", "part", "big")
_REQUESTS = frozenset({"place", "retry", "burst", "reuse", "modify", "cancel", "confirm", "get"})
# Which step meets a fault that is aimed at this; the others are met by placing an order.
_MEETS = {
    "modify": "modify",
    "cancel": "cancel",
    "reply": "confirm",
    "order": "get",
    "orders": "list",
}
_MOST_ORDERS = 4
_FEWEST, _MOST = 4, 11


@dataclass(frozen=True, slots=True)
class Step:
    """One step: what is done, and with what.

    `order` counts the schedule's orders from 0; `together` starts the next step before this one's answer;
    after `patience` milliseconds the client goes away.
    """

    do: str
    order: int = 0
    with_: tuple[tuple[str, Any], ...] = ()
    together: bool = False
    patience: int | None = None

    def __getitem__(self, name: str) -> Any:
        """Return an argument of the step; KeyError where it has none of that name."""
        return dict(self.with_)[name]

    def __str__(self) -> str:
        words = [self.do]
        if self.do in _REQUESTS:
            words.append(f"#{self.order}")
        words += [f"{name}={value}" for name, value in self.with_]
        if self.patience is not None:
            words.append(f"client leaves after {self.patience} ms")
        if self.together:
            words.append("and at the same time")
        return " ".join(words)


@dataclass(frozen=True, slots=True)
class Schedule:
    """A broker, the seed of its market, and the steps."""

    seed: int
    broker: str
    steps: tuple[Step, ...]

    def __str__(self) -> str:
        lines = [f"  {number:>2}. {step}" for number, step in enumerate(self.steps, 1)]
        return "\n".join([f"seed {self.seed}, {self.broker}:", *lines])


def broker_of(seed: int) -> str:
    """Return the broker of a seed: they take turns."""
    return BROKERS[seed % len(BROKERS)]


def draw(seed: int) -> Schedule:
    """Return the schedule of a seed: the same one wherever and whenever it is drawn."""
    dice = random.Random(seed)  # noqa: S311 - a schedule is drawn, not a secret
    broker = broker_of(seed)
    # Something to work on first, or else a first order that may already meet a fault.
    steps = [_place(dice, 0)] if dice.random() < 0.4 else []
    for _ in range(dice.randint(_FEWEST, _MOST)):
        do = dice.choices(list(_STEPS), list(_STEPS.values()))[0]
        steps += _drawn(dice, broker, do, _placed(steps))
        if do == "fault" and dice.random() < 0.7:
            # A fault that nobody meets shows nothing.
            meets = _MEETS.get(steps[-1]["target"], "place")
            steps += _drawn(dice, broker, meets, _placed(steps))
    return Schedule(seed, broker, tuple(steps))


def _placed(steps: list[Step]) -> int:
    return sum(step.do == "place" for step in steps)


def _drawn(dice: random.Random, broker: str, do: str, placed: int) -> list[Step]:
    """Return a step of a kind, or none where there is no order yet that it could be about."""
    if do == "place" and placed < _MOST_ORDERS:
        return [_place(dice, placed)]
    if not placed and do in _REQUESTS:
        return []
    return [_step(dice, broker, "retry" if do == "place" else do, placed)]


def _place(dice: random.Random, order: int) -> Step:
    arguments = {
        "side": dice.choice(("BUY", "BUY", "SELL")),
        "price": dice.choice(_PRICES),
        "size": dice.choice(_SIZES),
    }
    return _asked(dice, "place", order, arguments)


def _asked(dice: random.Random, do: str, order: int, arguments: dict[str, Any]) -> Step:
    together = dice.random() < 0.25
    patience = dice.choice(_PATIENCE) if dice.random() < 0.12 else None
    return Step(do, order, tuple(arguments.items()), together, patience)


def _step(dice: random.Random, broker: str, do: str, placed: int) -> Step:
    if do in _REQUESTS:
        arguments = _ARGUMENTS[do](dice) if do in _ARGUMENTS else {}
        return _asked(dice, do, dice.randrange(placed), arguments)
    if do == "list":
        return Step(do, together=dice.random() < 0.25)
    arguments = _AROUND[do](dice, broker) if do in _AROUND else {}
    return Step(do, 0, tuple(arguments.items()))


def _fault(dice: random.Random, broker: str) -> dict[str, Any]:
    targets = FACTS[broker].targets
    kind = dice.choice(_KINDS)
    target = dice.choice((*targets, "place", "place", "any"))
    rule: dict[str, Any] = {"kind": kind, "target": target, "count": dice.choice((1, 1, 2, 4))}
    if dice.random() < 0.2:
        rule["skip"] = 1
    if kind == "latency":
        rule["milliseconds"] = dice.choice(_DELAYS)
    if kind in {"status", "status_after"}:
        rule["status"] = dice.choice(_STATUSES)
        rule["body"] = dice.choice(("html", "json", "empty"))
    if kind == "status_after" and rule["body"] == "json":
        # A broker that refuses in its own form what it has done is lying: nobody could know.
        rule["status"] = dice.choice((500, 502, 503))
    return rule


_ARGUMENTS = {
    "burst": lambda dice: {"copies": dice.choice((2, 3, 8))},
    "modify": lambda dice: {
        "key": dice.randrange(2),
        "price": dice.choice(("rest", "rest", "through")),
        "by": dice.randint(1, 3),
    },
}
_AROUND = {
    "fault": _fault,
    "clock": lambda dice, _broker: {"seconds": dice.choice((1, 5, 60))},
    "wait": lambda dice, _broker: {"seconds": dice.choice((1, 6, 16))},
    "refuse": lambda dice, _broker: {"cut": dice.random() < 0.5},
    "trouble": lambda dice, broker: {"action": dice.choice(FACTS[broker].troubles)},
}


def as_json(schedule: Schedule) -> str:
    """Return a schedule as one line of JSON, which `from_json` reads."""
    steps = [[s.do, s.order, dict(s.with_), s.together, s.patience] for s in schedule.steps]
    return json.dumps({"seed": schedule.seed, "broker": schedule.broker, "steps": steps})


def from_json(text: str) -> Schedule:
    """Return the schedule of a line of JSON."""
    document = json.loads(text)
    steps = (
        Step(do, order, tuple(arguments.items()), together, patience)
        for do, order, arguments, together, patience in document["steps"]
    )
    return Schedule(document["seed"], document["broker"], tuple(steps))
