"""The goals of the benchmark, each with where its figure is found and how it is judged."""

from dataclasses import dataclass
from typing import Any

Results = dict[str, Any]


@dataclass(frozen=True)
class Goal:
    """One goal: `figure` is a dotted path into the results, `bound` its least or greatest value."""

    text: str
    figure: str
    bound: float
    at_least: bool = True

    def value(self, results: Results) -> float | None:
        """The measured figure, or None where it was not measured."""
        found: Any = results
        for part in self.figure.split("."):
            if not isinstance(found, dict) or part not in found:
                return None
            found = found[part]
        return None if found is None else found * 1.0

    def verdict(self, results: Results) -> str:
        """Reached, not reached, or not measured."""
        value = self.value(results)
        if value is None:
            return "not measured"
        return "reached" if (value >= self.bound) == self.at_least else "**not reached**"


GOALS = [
    Goal("64 clients: throughput ÷ nginx", "ratios.64.nginx", 0.2),
    Goal("64 clients: throughput ÷ Prism", "ratios.64.prism", 5),
    Goal("64 clients: throughput ÷ FastAPI + httpx", "ratios.64.fastapi_httpx", 15),
    Goal("64 clients: throughput ÷ FastAPI + our client", "ratios.64.fastapi_engine", 3),
    Goal("64 clients: p99, ms", "p99_ms.64.omnibroker", 10, at_least=False),
    Goal("64 clients: one broker ÷ four", "ratios.64.omnibroker_four", 1.05, at_least=False),
    Goal("1 client: one broker ÷ four", "ratios.1.omnibroker_four", 1.05, at_least=False),
    Goal("1 client: throughput ÷ nginx", "ratios.1.nginx", 0.5),
    Goal("1 client: throughput ÷ Prism", "ratios.1.prism", 2.5),
    Goal("1 client: throughput ÷ FastAPI + httpx", "ratios.1.fastapi_httpx", 3.5),
    Goal("framework CPU a request, µs", "framework.microseconds_60", 15, at_least=False),
    Goal("framework CPU, 250 ÷ 60 operations", "framework.ratio", 1.05, at_least=False),
    Goal("ready, s", "startup.ready_seconds", 1.5, at_least=False),
    Goal("memory when ready, MB", "startup.rss_mb", 120, at_least=False),
    Goal("1,000 bars: stock client and json ÷ ours", "rows.ratio", 2.5),
]
