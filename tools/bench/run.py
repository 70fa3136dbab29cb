"""`make bench`: all variants in alternating rounds, the three side measurements, the report."""

import argparse
import json
import random
import subprocess
import sys
import time
from statistics import median
from typing import Any

import load
import machine
import nginx
import report
from place import BENCH, HERE, CannotMeasure, require_tools, say, set_up
from servers import Server
from variants import VARIANTS, Variant

SEED = 20240117
SIDE = ("framework", "startup", "rows")
Rounds = dict[str, list[dict[int, load.Point]]]


def main() -> int:
    """Run the benchmark; 0 when every figure was taken."""
    options = arguments()
    started = time.monotonic()
    try:
        require_tools()
        set_up()
        results = measure_all(options)
    except CannotMeasure as problem:
        print(problem, file=sys.stderr)
        return 1
    (BENCH / "results.json").write_text(json.dumps(results, indent=1))
    if options.report:
        report.write(results)
        say("written: docs/performance.md, docs/performance.svg")
    say(report.table(results) + "\n" + report.ratios(results) + "\n" + report.goals(results))
    say(f"{time.monotonic() - started:.0f} s in all")
    return 1 if results["missing"] else 0


def arguments() -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--seconds", type=int, default=2, help="a measured point, whole seconds")
    parser.add_argument("--only", nargs="*", default=[v.name for v in VARIANTS], help="variants")
    parser.add_argument("--no-side", dest="side", action="store_false", help="only the load")
    parser.add_argument("--no-report", dest="report", action="store_false", help="leave docs alone")
    return parser.parse_args()


def measure_all(options: argparse.Namespace) -> dict[str, Any]:
    """Everything, as one dictionary that the report is written from."""
    missing: dict[str, str] = {}
    about = machine.describe()
    rounds = alternate(options, missing)
    run = {"rounds": options.rounds, "seconds": options.seconds, "others": disturbance(rounds)}
    results = {"machine": about, "run": run, **summary(rounds), "missing": missing}
    for name in SIDE if options.side else ():
        side(name, results)
    return results


def alternate(options: argparse.Namespace, missing: dict[str, str]) -> Rounds:
    """The alternating rounds: each variant fresh in each, in shuffled order."""
    chosen = [variant for variant in VARIANTS if variant.name in options.only]
    rounds: Rounds = {variant.name: [] for variant in chosen}
    order = random.Random(SEED)  # noqa: S311  # an order of play, not a secret
    upstream = nginx.fake_broker()
    upstream.start()
    try:
        for number in range(1, options.rounds + 1):
            for variant in order.sample(chosen, len(chosen)):
                if variant.label not in missing:
                    say(f"round {number}/{options.rounds}: {variant.label}")
                    attempt(variant, upstream, options.seconds, rounds, missing)
    finally:
        upstream.stop()
    return rounds


def attempt(
    variant: Variant, upstream: Server, seconds: int, rounds: Rounds, missing: dict[str, str]
) -> None:
    """One variant in one round; a variant that cannot run is left out with its reason."""
    try:
        rounds[variant.name].append(play(variant, upstream, seconds))
    except CannotMeasure as problem:
        say(f"  {problem}")
        missing[variant.label] = str(problem)
        rounds[variant.name].clear()


def play(variant: Variant, upstream: Server, seconds: int) -> dict[int, load.Point]:
    """Start, check, warm up, measure with 1 and 64 clients, stop."""
    server = variant.start(upstream)
    if server is upstream:
        return points(variant, server, upstream, seconds)
    server.start()
    try:
        return points(variant, server, upstream, seconds)
    finally:
        server.stop()


def points(
    variant: Variant, server: Server, upstream: Server, seconds: int
) -> dict[int, load.Point]:
    """The measured points of one started variant."""
    load.check(variant, server, upstream)
    load.measure(variant, server, upstream, 8, variant.warm_seconds)
    return {
        clients: load.measure(variant, server, upstream, clients, seconds) for clients in (1, 64)
    }


def summary(rounds: Rounds) -> dict[str, Any]:
    """Medians of the points, and medians of the ratios of each round."""
    labels = {variant.name: variant.label for variant in VARIANTS}
    taken = {name: found for name, found in rounds.items() if found}
    result: dict[str, Any] = {"points": {}, "ratios": {}, "p99_ms": {}}
    for clients in (1, 64):
        key = str(clients)
        result["points"][key] = {
            name: {"label": labels[name], **middle([found[clients] for found in every])}
            for name, every in taken.items()
        }
        result["ratios"][key] = ratios(taken, clients)
        result["p99_ms"][key] = {
            name: point["p99"] / 1000 for name, point in result["points"][key].items()
        }
    return result


def disturbance(rounds: Rounds) -> float:
    """The share of the gateways' CPU that other processes took, over all points of all variants."""
    shares = [
        point.others
        for name, every in rounds.items()
        if name != "direct"
        for found in every
        for point in found.values()
    ]
    return sum(shares) / len(shares) if shares else 0.0


def middle(found: list[load.Point]) -> dict[str, float]:
    """The median of each figure."""
    return {
        figure: median(getattr(point, figure) for point in found)
        for figure in ("rate", "p50", "p99", "cpu", "others")
    }


def ratios(taken: Rounds, clients: int) -> dict[str, float]:
    """Omnibroker's throughput divided by each other's, round by round."""
    ours = taken.get("omnibroker", [])
    return {
        name: median(
            mine[clients].rate / its[clients].rate for mine, its in zip(ours, every, strict=True)
        )
        for name, every in taken.items()
        if ours and name != "omnibroker"
    }


def side(name: str, results: dict[str, Any]) -> None:
    """Run one of the measurements without load in a process of its own; start-up pins its own."""
    say(f"side measurement: {name}")
    pinned = [] if name == "startup" else ["taskset", "-c", "1"]
    command = [*pinned, sys.executable, str(HERE / f"{name}.py")]
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
    except subprocess.TimeoutExpired:
        results["missing"][name] = "it took longer than 120 s"
        return
    if done.returncode:
        results["missing"][name] = (done.stderr.strip() or "no reason given").splitlines()[-1]
    else:
        results[name] = json.loads(done.stdout.splitlines()[-1])


if __name__ == "__main__":
    sys.exit(main())
