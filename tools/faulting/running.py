"""Runs schedules one after another in houses, counts what was done, and makes a failing schedule small."""

import itertools
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace

from faulting.checks import violations
from faulting.driving import Driver
from faulting.house import Answer, House
from faulting.records import Record
from faulting.schedules import Schedule, Step
from faulting.virtual import VirtualLoop

# So many schedules share a house: building one costs as much as several schedules.
A_HOUSE = 8
_MOST_RUNS = 200

Build = Callable[[str, int], House]


@dataclass(slots=True)
class Failure:
    """A schedule that failed, what did not hold, and the smallest one that still fails.

    `before` are the schedules that the house had run already, where it does not fail alone.
    """

    schedule: Schedule
    words: list[str]
    smallest: Schedule
    smallest_words: list[str]
    before: tuple[Schedule, ...] = ()


@dataclass(slots=True)
class Tally:
    """What was really run."""

    schedules: Counter[str] = field(default_factory=Counter)
    steps: Counter[str] = field(default_factory=Counter)
    faults: Counter[str] = field(default_factory=Counter)
    answers: Counter[str] = field(default_factory=Counter)
    orders: int = 0
    at_broker: int = 0
    duplicates: int = 0
    struck: int = 0
    doubled: int = 0
    lost: int = 0

    def add(self, other: "Tally") -> None:
        """Add what another one counted."""
        for name in self.__slots__:
            setattr(self, name, getattr(self, name) + getattr(other, name))


def run_house(
    schedules: Sequence[Schedule], tally: Tally, build: Build = House
) -> tuple[int, list[str]]:
    """Run schedules of one broker in one house; return (place of the first that failed, what did not hold)."""
    loop = VirtualLoop()
    try:
        return loop.run_until_complete(_run_house(schedules, tally, build))
    finally:
        loop.run_until_complete(loop.shutdown_default_executor())
        loop.close()


async def _run_house(
    schedules: Sequence[Schedule], tally: Tally, build: Build
) -> tuple[int, list[str]]:
    house, numbers = build(schedules[0].broker, schedules[0].seed), itertools.count(1)
    await house.start()
    try:
        for place, schedule in enumerate(schedules):
            record, words = await _run(Driver(house, schedule, lambda: next(numbers)))
            tally.add(_counted(schedule, record, words))
            if words:
                return place, words
    finally:
        await house.stop()
    return len(schedules), []


async def _run(driver: Driver) -> tuple[Record, list[str]]:
    try:
        record = await driver.run()
        return record, violations(record)
    except Exception as error:  # noqa: BLE001 - whatever it is, it is made small like any other failure
        return driver.record, [f"broke off: {error!r}"]


def _counted(schedule: Schedule, record: Record, words: Iterable[str]) -> Tally:
    return Tally(
        schedules=Counter([schedule.broker]),
        steps=Counter(step.do for step in schedule.steps),
        faults=Counter(step["kind"] for step in schedule.steps if step.do == "fault"),
        answers=Counter(_said(heard.answer) for heard in record.heard),
        orders=len(record.asked),
        at_broker=len(record.book),
        duplicates=record.duplicates,
        struck=record.struck,
        doubled=sum(each.startswith("doubled") for each in words),
        lost=sum(each.startswith("lost") for each in words),
    )


def _said(answer: Answer) -> str:
    return f"{answer.status} {answer.code}".strip() if answer.status else "client left"


def run_alone(schedule: Schedule, build: Build = House) -> list[str]:
    """Run one schedule in a house of its own; return what did not hold."""
    return run_house([schedule], Tally(), build)[1]


def run_all(schedules: Sequence[Schedule], tally: Tally, build: Build = House) -> Failure | None:
    """Run schedules of one broker in one house; the first that fails comes back with its smallest form."""
    place, words = run_house(schedules, tally, build)
    if not words:
        return None
    failing = schedules[place]
    if run_alone(failing, build):
        smallest, left = shrink(failing, lambda each: run_alone(each, build))
        return Failure(failing, words, smallest, left)
    before = tuple(schedules[:place])

    def after_the_others(each: Schedule) -> list[str]:
        found, said = run_house([*before, each], Tally(), build)
        return said if found == len(before) else []

    smallest, left = shrink(failing, after_the_others)
    return Failure(failing, words, smallest, left, before)


def shrink(
    schedule: Schedule, fails: Callable[[Schedule], list[str]]
) -> tuple[Schedule, list[str]]:
    """Return the smallest schedule found that still fails, and what does not hold then.

    Steps are left out, many at first, then one by one; then those that are left are made plainer.
    """
    words, runs = fails(schedule), 1
    kinds = _kinds(words)

    def still(tried: Schedule) -> list[str]:
        found = fails(tried)
        return found if kinds & _kinds(found) else []

    size = max(len(schedule.steps) // 2, 1)
    while size and runs < _MOST_RUNS:
        smaller, found = _without(schedule, size, still)
        runs += len(schedule.steps) // size + 1
        if smaller is None:
            size //= 2
        else:
            schedule, words = smaller, found
    for place, step in enumerate(schedule.steps):
        for plainer in _plainer(step):
            steps = (*schedule.steps[:place], plainer, *schedule.steps[place + 1 :])
            tried = replace(schedule, steps=steps)
            if found := still(tried):
                schedule, words = tried, found
                break
    return schedule, words


def _without(
    schedule: Schedule, size: int, fails: Callable[[Schedule], list[str]]
) -> tuple[Schedule | None, list[str]]:
    for start in range(0, len(schedule.steps), size):
        steps = schedule.steps[:start] + schedule.steps[start + size :]
        tried = replace(schedule, steps=steps)
        if steps and (words := fails(tried)):
            return tried, words
    return None, []


def _kinds(words: Iterable[str]) -> set[str]:
    """Return what kinds of failure there are: another one is not this one made smaller."""
    return {each.partition(":")[0] for each in words}


def _plainer(step: Step) -> list[Step]:
    """Return simpler forms of a step, the simplest first."""
    forms = [replace(step, together=False, patience=None)]
    forms += [replace(step, together=False), replace(step, patience=None)]
    return [form for form in dict.fromkeys(forms) if form != step]
