"""docs/performance.md and docs/performance.svg, written from the figures of one run."""

from typing import Any

from goals import GOALS, Results
from place import ROOT
from plot import plot

CLIENTS = ("1", "64")

METHOD = """# Performance

Written by `make bench` on {date}, commit {commit}. Every figure comes from that one run.

## What is measured

One request, the same bytes for everybody: `POST /v1/accounts/ibkr:DU1234567/orders/preview` with a
key and a limit order for AAPL. The gateway checks the key, validates the body, makes one upstream
call (`…/orders/whatif`), maps the broker's comma texts to exact decimals, validates the answer and
sends it. The instrument has been resolved before, as it is after the first order of a day.

| variant | what it does |
| --- | --- |
| Omnibroker | `omnibroker serve` with generated client, request and answer validated |
| Omnibroker over four brokers | the same, while it is logged in to three more brokers (simulated ones, on CPU 0) |
| FastAPI + httpx | the same by hand: pydantic models with the same bounds, one shared `httpx.AsyncClient`; it has this one route only, which favours it |
| FastAPI + our client | the same program on this gateway's own HTTP engine: shows the framework alone |
| Prism | validating proxy (`prism proxy --errors`) for this one operation, cut out of the unified specification: validates both ways, cannot map, so the fake broker answers it in the mapped form |
| nginx | `proxy_pass` with kept connections: no key, no validation, no mapping |
| no gateway | the load generator straight on the fake broker: the ceiling of the arrangement |

The fake broker is nginx with fixed answers. It and the load generator (wrk, one thread) run on CPU 0,
the gateway alone on CPU 1. In each round every variant is started fresh, in an order shuffled from a
fixed seed; it is checked (right answer, one upstream call a request, a missing key and a wrong body
refused where it validates), warmed up, then measured with 1 and with 64 clients for {seconds} s
each. Figures are medians of {rounds} rounds; a ratio is the median of the ratios of each round. Any
answer other than 2xx, any socket error, and fewer upstream calls than requests make a variant's figures
void. CPU is user and system time of the gateway's processes, divided by the requests.

Machine: {cpus} CPUs ({model}), {memory} GB; {python}. Load before the run: {load}. A fixed
loop of pure Python (a million additions and products) took {loop:.2f} s. Other processes of the machine
took {others:.1%} of the gateway's CPU while it was measured; above a few percent the figures, p99 above
all, say more about the neighbours. Absolute figures depend on the machine: read the ratios.
"""


def write(results: Results) -> None:
    """Write both files."""
    machine = results["machine"]
    parts = [METHOD.format(**machine, **results["run"]), "## Figures\n"]
    parts += [table(results), "![Requests a second](performance.svg)\n"]
    parts += ["## Ratios\n", ratios(results), "## Goals\n", goals(results)]
    parts += [beside(results), missing(results)]
    (ROOT / "docs").mkdir(exist_ok=True)
    (ROOT / "docs" / "performance.md").write_text("\n".join(part for part in parts if part))
    (ROOT / "docs" / "performance.svg").write_text(picture(results))


def table(results: Results) -> str:
    """The measured points."""
    head = ["variant", "clients", "requests/s", "p50 ms", "p99 ms", "CPU µs/request"]
    rows = [
        [point["label"], clients, f"{point['rate']:,.0f}", f"{point['p50'] / 1000:.2f}",
         f"{point['p99'] / 1000:.2f}", f"{point['cpu']:.0f}"]
        for clients in CLIENTS for point in results["points"].get(clients, {}).values()
    ]  # fmt: skip
    return grid(head, rows)


def ratios(results: Results) -> str:
    """Throughput of Omnibroker divided by each other's."""
    found = results["ratios"]
    if not found.get(CLIENTS[0]):
        return "Omnibroker itself was not measured in this run, so there are no ratios.\n"
    names = list(found[CLIENTS[0]])
    labels = {name: results["points"][CLIENTS[0]][name]["label"] for name in names}
    rows = [
        [labels[name], *(f"{found[clients][name]:.2f}" for clients in CLIENTS)] for name in names
    ]
    return grid(["Omnibroker ÷", "1 client", "64 clients"], rows)


def goals(results: Results) -> str:
    """Each goal, what was measured, and the verdict."""
    rows = []
    for goal in GOALS:
        value = goal.value(results)
        sign = "≥" if goal.at_least else "≤"
        shown = "-" if value is None else f"{value:.2f}"
        rows.append([goal.text, f"{sign} {goal.bound:g}", shown, goal.verdict(results)])
    return grid(["goal", "set", "measured", "verdict"], rows)


def beside(results: Results) -> str:
    """The three measurements without the load generator."""
    lines = [results[name]["text"] for name in ("framework", "startup", "rows") if name in results]
    return (
        "## Beside the load\n\n" + "\n".join(f"- {line}" for line in lines) + "\n" if lines else ""
    )


def missing(results: Results) -> str:
    """What could not be measured, and why."""
    reasons = [f"- {name}: {reason}" for name, reason in results["missing"].items()]
    return "## Not measured in this run\n\n" + "\n".join(reasons) + "\n" if reasons else ""


def picture(results: Results) -> str:
    """The SVG: one panel for each number of clients."""
    panels: list[tuple[str, list[Any]]] = []
    for clients in CLIENTS:
        points = results["points"].get(clients, {})
        rows = [(name, point["label"], point["rate"]) for name, point in points.items()]
        panels.append((f"{clients} client{'s' if clients != '1' else ''}", rows))
    return plot(panels)


def grid(head: list[str], rows: list[list[str]]) -> str:
    """A Markdown table."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines) + "\n"
