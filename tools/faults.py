"""Run seeded fault schedules over the four simulated brokers; the seed and the smallest failing schedule are printed.

A schedule is a handful of orders, retries, changes, cancels and reads, with faults on the wire to the broker
and clients that go away. At its end the gateway's book must say what the broker's says.
"""

import argparse
import itertools
import multiprocessing
import os
import secrets
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, ProcessPoolExecutor, wait
from dataclasses import dataclass

import run_tests
from faulting.facts import BROKERS
from faulting.running import A_HOUSE, Failure, Tally, run_all, run_alone
from faulting.schedules import as_json, broker_of, draw, from_json
from omnibroker.observe import configure_logging

SCHEDULES = 10_000
_BAR = 30


@dataclass(frozen=True, slots=True)
class Done:
    """What one house brought: the first seed of it, what was run, and the failure, if any."""

    seed: int
    tally: Tally
    failure: Failure | None


def main() -> int:
    """Run what was asked for; 0 when every schedule held."""
    options = arguments()
    if options.replay is not None:
        return replay(options.replay)
    seed = secrets.randbelow(10**9) if options.seed is None else options.seed
    begun, tally = time.monotonic(), Tally()
    failure = run(options, seed, begun, tally)
    print(report(options, seed, tally, time.monotonic() - begun))
    if failure is not None:
        print(told(failure))
    return 1 if failure is not None else 0


def arguments() -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    much = parser.add_mutually_exclusive_group()
    much.add_argument("--schedules", type=_count, default=SCHEDULES, help=f"{SCHEDULES} if absent")
    much.add_argument("--seconds", type=_count, help="as many as fit into this time")
    much.add_argument(
        "--replay", metavar="SEED", help="one schedule: its seed, or its line of JSON"
    )
    parser.add_argument("--seed", type=_count, help="the first schedule's; drawn if absent")
    parser.add_argument("--broker", choices=BROKERS, help="only schedules of this broker")
    parser.add_argument("--jobs", type=_count, default=os.cpu_count() or 1, help="processes")
    return parser.parse_args()


def _count(text: str) -> int:
    value = int(text)
    if value < 0:
        raise argparse.ArgumentTypeError("must not be negative")
    return value


def run(options: argparse.Namespace, seed: int, begun: float, tally: Tally) -> Failure | None:
    """Run houses in several processes until enough was run or one failed."""
    houses = houses_from(seed, options.broker, None if options.seconds else options.schedules)
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(max(options.jobs, 1), mp_context=context) as pool:
        for done in _run_each(pool, _while(options.seconds, begun, houses), options.jobs + 1):
            tally.add(done.tally)
            _progress(_share(options, tally, time.monotonic() - begun), tally)
            if done.failure is not None:
                return done.failure
    print(file=sys.stderr)
    return None


def _run_each(pool: ProcessPoolExecutor, houses: Iterator[list[int]], most: int) -> Iterator[Done]:
    """Run houses, at most so many asked for at a time; each comes back as soon as it is done."""
    asked = {pool.submit(run_house, house) for house in itertools.islice(houses, most)}
    while asked:
        done, asked = wait(asked, return_when=FIRST_COMPLETED)
        asked |= {pool.submit(run_house, house) for house in itertools.islice(houses, len(done))}
        for each in done:
            yield each.result()


def houses_from(seed: int, broker: str | None, schedules: int | None) -> Iterator[list[int]]:
    """Return the seeds of house after house, each of one broker, from a first seed on.

    A schedule's seed says which broker it is for, so that it alone is enough to run it again.
    """
    left = schedules
    for block in itertools.count():
        first = seed + block * A_HOUSE * len(BROKERS)
        for place in range(len(BROKERS)):
            seeds = [first + place + turn * len(BROKERS) for turn in range(A_HOUSE)]
            if broker not in {None, broker_of(seeds[0])}:
                continue
            seeds = seeds if left is None else seeds[:left]
            if not seeds:
                return
            left = left if left is None else left - len(seeds)
            yield seeds


def run_house(seeds: Sequence[int]) -> Done:
    """Run the schedules of some seeds in one house, quietly."""
    configure_logging("critical")
    tally = Tally()
    return Done(seeds[0], tally, run_all([draw(seed) for seed in seeds], tally))


def _while(seconds: int | None, begun: float, houses: Iterator[list[int]]) -> Iterator[list[int]]:
    """Hand out houses until the time is over."""
    for house in houses:
        if seconds is not None and time.monotonic() - begun >= seconds:
            return
        yield house


def replay(text: str) -> int:
    """Run one schedule alone and say what does not hold."""
    schedule = draw(int(text)) if text.isdigit() else from_json(text)
    words = run_alone(schedule)
    print(schedule, "", *(words or ["everything holds"]), sep="\n")
    return 1 if words else 0


def _share(options: argparse.Namespace, tally: Tally, seconds: float) -> float:
    """Return how much of what was asked for is done, at most 1."""
    if options.seconds is not None:
        return min(seconds / max(options.seconds, 1), 1.0)
    return tally.schedules.total() / max(options.schedules, 1)


def _progress(share: float, tally: Tally) -> None:
    """Draw the bar on one line, where somebody is watching."""
    if sys.stderr.isatty():
        bar = "#" * int(share * _BAR)
        text = f"\r[{bar:<{_BAR}}] {share:4.0%}  {tally.schedules.total():,} schedules"
        print(text, end="", file=sys.stderr, flush=True)


def report(options: argparse.Namespace, seed: int, tally: Tally, seconds: float) -> str:
    """Return what was run, in words and numbers."""
    made = tally.schedules.total()
    asked = "as many as fit" if options.seconds is not None else f"{options.schedules:,} asked for"
    return f"""\
commit      {run_tests.commit()}
first seed  {seed}
schedules   {made:,} made ({asked}), in {seconds:.0f} s with {options.jobs} processes
brokers     {_listed(tally.schedules)}
faults      {_listed(tally.faults)}; {tally.struck:,} times one struck
steps       {_listed(tally.steps)}
answers     {_listed(tally.answers)}
orders      {tally.orders:,} asked for, {tally.at_broker:,} at the brokers, {tally.duplicates:,} repeated requests
duplicates  {tally.doubled:,}
lost        {tally.lost:,}"""


def _listed(counts: Counter[str]) -> str:
    return ", ".join(f"{name} {number:,}" for name, number in counts.most_common())


def told(failure: Failure) -> str:
    """Return a failure with what is needed to see it again."""
    first = failure.before[0] if failure.before else failure.schedule
    again = (
        f"--seed {first.seed} --broker {first.broker} --schedules {len(failure.before) + 1} --jobs 1"
        if failure.before
        else f"--replay {failure.schedule.seed}"
    )
    smallest = failure.smallest_words or [
        "It did not fail again: it depends on this machine's pace."
    ]
    parts = [
        "",
        f"FAILED: seed {failure.schedule.seed}",
        *failure.words,
        "",
        f"see it again with: python tools/faults.py {again}",
        "the smallest failing schedule:",
        str(failure.smallest),
        *smallest,
        f"as a line for --replay: {as_json(failure.smallest)}",
    ]
    return "\n".join(parts)


if __name__ == "__main__":
    sys.exit(main())
