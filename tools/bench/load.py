"""The load: one checked request first, then wrk from CPU 0 with the same bytes for everyone."""

import json
import os
import re
import subprocess
import urllib.error
import urllib.request
from dataclasses import dataclass
from decimal import Decimal

from place import HERE, CannotMeasure
from request import BODY, EXPECTED, KEY, TARGET, WHATIF
from servers import Server, busy_seconds
from variants import Variant

PROBES = 20


@dataclass(frozen=True)
class Point:
    """One measurement: requests a second, latencies in µs, CPU µs of the gateway a request.

    `others` is the share of the gateway's CPU that other processes took meanwhile.
    """

    rate: float
    p50: float
    p99: float
    cpu: float
    others: float


def ask(origin: str, target: str, body: str, key: str | None) -> tuple[int, bytes]:
    """POST once; (status, body)."""
    headers = {"content-type": "application/json"}
    if key is not None:
        headers["authorization"] = f"Bearer {key}"
    request = urllib.request.Request(origin + target, body.encode(), headers)  # noqa: S310
    try:
        with urllib.request.urlopen(request, timeout=10) as answer:  # noqa: S310  # loopback
            return answer.status, answer.read()
    except urllib.error.HTTPError as problem:
        return problem.code, problem.read()


def check(variant: Variant, server: Server, upstream: Server) -> None:
    """Refuse to measure a variant whose answers are wrong or that skips the work."""
    ask(server.origin, target_of(variant), BODY, KEY)  # may resolve the instrument, once
    before = asked(upstream)
    for _ in range(PROBES):
        status, body = ask(server.origin, target_of(variant), BODY, KEY)
        if status != 200 or not right(variant, json.loads(body)):
            raise CannotMeasure(f"{variant.label} answers {status} {body[:300]!r}")
    calls = asked(upstream) - before - 1
    if not PROBES <= calls <= PROBES + 1:  # a session may be kept alive meanwhile
        raise CannotMeasure(f"{variant.label} made {calls} upstream calls for {PROBES} requests")
    if variant.validates:
        check_refusals(variant, server)


def check_refusals(variant: Variant, server: Server) -> None:
    """A validating gateway refuses a missing key and a wrong body."""
    target = target_of(variant)
    status, _ = ask(server.origin, target, BODY, None)
    if status not in {401, 403}:
        raise CannotMeasure(f"{variant.label} answers {status} without a key")
    wrong = BODY.replace('"BUY"', '"HOLD"')
    status, _ = ask(server.origin, target, wrong, KEY)
    if status not in {400, 422}:
        raise CannotMeasure(f"{variant.label} answers {status} to a wrong body")


def right(variant: Variant, answer: dict[str, object]) -> bool:
    """True when the answer is the preview, mapped where the variant maps."""
    if variant.maps or variant.validates:
        return all(in_dollars(answer.get(name)) == value for name, value in EXPECTED.items())
    return "1,905.00 USD" in str(answer.get("amount"))


def in_dollars(money: object) -> Decimal | None:
    """The amount of a money object in US dollars, else None."""
    if not isinstance(money, dict) or money.get("currency") != "USD":
        return None
    return Decimal(money["amount"])


def target_of(variant: Variant) -> str:
    """The path; without a gateway it is the broker's own."""
    return WHATIF if variant.name == "direct" else TARGET


def asked(upstream: Server) -> int:
    """How many requests the fake broker has answered so far, this one included."""
    with urllib.request.urlopen(upstream.origin + "/count", timeout=5) as answer:  # noqa: S310
        numbers = re.findall(r"[0-9]+", answer.read().decode())
    return int(numbers[3])


def measure(
    variant: Variant, server: Server, upstream: Server, clients: int, seconds: int
) -> Point:
    """Load the server with `clients` connections; refuse figures with any answer other than 2xx."""
    calls_before = asked(upstream)
    before, busy_before = server.cpu_seconds(), busy_seconds(server.cpu)
    figures = wrk(server.origin, target_of(variant), clients, seconds)
    used, busy = server.cpu_seconds() - before, busy_seconds(server.cpu) - busy_before
    calls = asked(upstream) - calls_before - 1
    bad = figures["non_2xx"] + figures["socket_errors"]
    if bad or not figures["requests"]:
        raise CannotMeasure(f"{variant.label}, {clients} clients: {figures}")
    if calls < figures["requests"]:  # equal calls at one moment must not be made one
        raise CannotMeasure(
            f"{variant.label}: {calls} upstream calls for {figures['requests']} requests"
        )
    return Point(
        rate=figures["requests"] / figures["microseconds"] * 1e6,
        p50=figures["p50"],
        p99=figures["p99"],
        cpu=used / figures["requests"] * 1e6,
        others=max(0.0, (busy - used) * 1e6 / figures["microseconds"]),
    )


def wrk(origin: str, target: str, clients: int, seconds: int) -> dict[str, int]:
    """Run wrk on CPU 0; its own figures."""
    command = ["taskset", "-c", "0", "wrk", "-t1", f"-c{clients}", f"-d{seconds}s", "--latency",
               "--timeout", "10s", "-s", str(HERE / "preview.lua"), origin + target]  # fmt: skip
    environment = {**os.environ, "BENCH_TARGET": target, "BENCH_BODY": BODY, "BENCH_KEY": KEY}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=60,
                          check=False)  # fmt: skip
    found = re.search(r"^BENCH (.*)$", done.stdout, re.MULTILINE)
    if found is None:
        raise CannotMeasure(f"wrk failed: {done.stderr or done.stdout}")
    figures: dict[str, int] = json.loads(found[1])
    return figures
