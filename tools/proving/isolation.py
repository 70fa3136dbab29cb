"""Isolation, measured: how the other brokers' answers are while one broker hangs or is gone."""

import asyncio
import itertools
import signal
import statistics
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import quote

import httpx

from faulting.facts import FACTS
from omnibroker.upstream.engine import FastEngine
from omnibroker.upstream.wire import Lost, NotSent, Origin, WireRequest
from proving.figures import Figure
from proving.processes import Broker, Place, is_whole, simulated, until

MOST = 1.25
# Tiger's simulation draws its keys in its own process: it is left out of this one measurement.
BROKERS = ("futu", "ibkr", "tradelocker")
_ASKERS_EACH = 2
_VICTIM_ASKERS = 5
_VICTIM_EVERY_SECONDS = 0.25
_PATIENCE_SECONDS = 20.0

Trouble = Callable[["Street"], None]


class Street:
    """A gateway over simulated brokers, all processes of their own; one of them is the victim."""

    def __init__(self, folder: Path, victim: str, stack: ExitStack) -> None:
        self._stack = stack
        self.victim = victim
        self.others = [name for name in BROKERS if name != victim]
        self.brokers = {name: stack.enter_context(simulated(name)) for name in BROKERS}
        place = Place(folder, list(self.brokers.values()))
        _, self.client = stack.enter_context(place.gateway())
        self.key = place.key
        self.failed = 0
        # How often the victim answered well: healthy, and in trouble.
        self.answered = Counter[bool]()
        self.troubled = False

    @property
    def _broker(self) -> Broker:
        return self.brokers[self.victim]

    def hang(self) -> None:
        """Let the victim take connections and say nothing."""
        self.troubled = True
        self._broker.process.send_signal(signal.SIGSTOP)

    def end(self) -> None:
        """End the victim: connections to it are refused."""
        self.troubled = True
        self._broker.process.kill()
        self._broker.process.wait()

    def heal(self) -> None:
        """Bring the victim back, and wait until the gateway has it again."""
        if self._broker.process.poll() is None:
            self._broker.process.send_signal(signal.SIGCONT)
        else:
            port = httpx.URL(self._broker.url).port or 0
            self.brokers[self.victim] = self._stack.enter_context(simulated(self.victim, port))
        until(lambda: is_whole(self.client, _targets(self.victim)[0]) or None)
        self.troubled = False

    def p99(self, seconds: float) -> float:
        """Ask everybody for so long; return the others' 99th percentile, in seconds."""
        waits, failed = asyncio.run(_load(self, seconds))
        self.failed += failed
        return statistics.quantiles(waits, n=100)[98]


TROUBLES: dict[str, Trouble] = {"hung": Street.hang, "down": Street.end}


def measure(rounds: int, seconds: float, victims: Sequence[str] = BROKERS) -> Figure:
    """Disturb each victim in turn; each disturbed round stands beside an undisturbed one."""
    ratios: dict[str, float] = {}
    failed, answered = 0, Counter[bool]()
    for victim in victims:
        with _street(victim) as street:
            for name, trouble in TROUBLES.items():
                ratios[f"{victim} {name}"] = _ratio(street, trouble, rounds, seconds)
            failed, answered = failed + street.failed, answered + street.answered
    return _figure(ratios, failed, answered, rounds)


def _figure(ratios: dict[str, float], failed: int, answered: Counter[bool], rounds: int) -> Figure:
    told = ", ".join(f"{name} {ratio:.2f}" for name, ratio in ratios.items())
    words = (
        f"others' p99 ÷ control: {told} (median of {rounds} interleaved pairs each); "
        f"{failed} of their requests failed; of the disturbed broker's own reads "
        f"{answered[True]} were answered, {answered[False]} in control"
    )
    # A victim that goes on answering was not disturbed, and nothing was measured.
    disturbed = answered[True] < answered[False] / 2
    holds = disturbed and failed == 0 and all(ratio <= MOST for ratio in ratios.values())
    return Figure(words, holds=holds)


def _ratio(street: Street, trouble: Trouble, rounds: int, seconds: float) -> float:
    """Return the median over pairs of disturbed ÷ undisturbed; which comes first changes with each pair."""
    return statistics.median(
        _pair(street, trouble, seconds, disturbed_first=turn % 2 == 1) for turn in range(rounds)
    )


def _pair(street: Street, trouble: Trouble, seconds: float, *, disturbed_first: bool) -> float:
    control = 0.0 if disturbed_first else street.p99(seconds)
    trouble(street)
    disturbed = street.p99(seconds)
    street.heal()
    return disturbed / (control or street.p99(seconds))


@contextmanager
def _street(victim: str) -> Iterator[Street]:
    with TemporaryDirectory() as folder, ExitStack() as stack:
        street = Street(Path(folder), victim, stack)
        # What is looked up once, and the pool's connections, belong to neither side.
        for name in BROKERS:
            until(lambda name=name: is_whole(street.client, _targets(name)[0]) or None)  # type: ignore[misc]
        street.p99(1.0)
        yield street


def _targets(broker: str) -> list[str]:
    facts = FACTS[broker]
    account, instrument = quote(facts.account), quote(facts.ticket["instrument"])
    return [
        f"/v1/orders?account_id={account}",
        f"/v1/accounts/{account}/balances",
        f"/v1/quotes?connection={broker}&instrument={instrument}&allow_delayed=true",
        f"/v1/positions?account_id={account}",
    ]


async def _load(street: Street, seconds: float) -> tuple[list[float], int]:
    """Ask the others without a pause, and the victim at a steady pace whatever becomes of it."""
    url = street.client.base_url
    engine = FastEngine(Origin("http", url.host, url.port or 80, None))
    end = asyncio.get_running_loop().time() + seconds
    waits: list[float] = []
    victims = [asyncio.create_task(_bother(engine, street, end)) for _ in range(_VICTIM_ASKERS)]
    asked = await asyncio.gather(
        *(_ask(engine, street, name, end, waits) for name in street.others * _ASKERS_EACH)
    )
    for task in victims:
        task.cancel()
    await asyncio.gather(*victims, return_exceptions=True)
    await engine.close()
    return waits, sum(asked)


async def _ask(
    engine: FastEngine, street: Street, broker: str, end: float, waits: list[float]
) -> int:
    """Ask one broker until the end; return how many answers were no 200."""
    failed = 0
    for target in itertools.cycle(_targets(broker)):
        if asyncio.get_running_loop().time() >= end:
            break
        began = time.perf_counter()
        failed += await _status(engine, street.key, target) != 200
        waits.append(time.perf_counter() - began)
    return failed


async def _bother(engine: FastEngine, street: Street, end: float) -> None:
    """Ask the victim at a steady pace; an answer is waited for, a time-out is one."""
    loop = asyncio.get_running_loop()
    for target in itertools.cycle(_targets(street.victim)):
        if loop.time() >= end:
            return
        status, _ = await asyncio.gather(
            _status(engine, street.key, target), asyncio.sleep(_VICTIM_EVERY_SECONDS)
        )
        street.answered[street.troubled] += status == 200


async def _status(engine: FastEngine, key: str, target: str) -> int:
    deadline = asyncio.get_running_loop().time() + _PATIENCE_SECONDS
    headers = ((b"authorization", f"Bearer {key}".encode()),)
    try:
        request = WireRequest("GET", target, headers, b"", deadline, mutating=False)
        return (await engine.send(request)).status
    except (Lost, NotSent):
        return 0
