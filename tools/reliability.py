"""Show row by row what docs/reliability.md promises: tests, fault schedules, crashes, measurements; write it there.

The page is written when every row has run. A run that is ended before leaves it alone; what it has shown is
then in .bench/reliability.md. Status 1 where a row fails. Everything random comes from one seed, which is
printed and written.
"""

import argparse
import secrets
import signal
import sys
import time
from collections.abc import Callable, Mapping

import run_tests
from proving import faults, isolation, page, testing
from proving.figures import Figure
from proving.page import Run, Shown
from proving.rows import ROWS, Row

# With --quick: as many schedules as fit into so many seconds, and fewer, shorter rounds.
QUICK_SECONDS = 45
ROUNDS, ROUND_SECONDS = 7, 5.0
QUICK_ROUNDS, QUICK_ROUND_SECONDS = 3, 2.0
QUICK_VICTIMS = ("ibkr",)
_SEEDS = 2**31

Measures = Mapping[str, Callable[[], Figure]]


def main() -> int:
    """Run every row and write the page; 0 when none failed."""
    # A signal ends it like an error: what was started is stopped, and said is what was shown.
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda number, _frame: sys.exit(128 + number))
    options = arguments()
    seed = secrets.randbelow(_SEEDS) if options.seed is None else options.seed
    run = Run(run_tests.today(), run_tests.commit(), seed, options.quick)
    print(f"commit {run.commit}, seed {seed}", flush=True)
    measures = measures_of(options, seed)
    shown = every_row(lambda number, row: _with_progress(number, row, run, measures), run)
    page.write(page.section(run, shown))
    failed = [each.row.name for each in shown if each.holds is False]
    print(f"failed: {', '.join(failed)}" if failed else "no row failed")
    return 1 if failed else 0


def every_row(show_row: Callable[[int, Row], Shown], run: Run) -> list[Shown]:
    """Show every row; what is shown so far is kept beside the page, which a run that is ended leaves alone."""
    shown = [Shown(row, None, "", "the run was ended before") for row in ROWS]
    try:
        for number, row in enumerate(ROWS):
            shown[number] = show_row(number + 1, row)
            page.keep(page.section(run, shown))
    except BaseException:
        print(f"\n{page.PAGE.name} is left as it was; this run showed: {page.told(shown)}")
        raise
    return shown


def arguments() -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    much = parser.add_mutually_exclusive_group()
    much.add_argument("--schedules", type=_positive, help="fault schedules; 10000 if absent")
    much.add_argument("--seconds", type=_positive, help="as many fault schedules as fit")
    parser.add_argument("--quick", action="store_true", help="a part of it, in minutes")
    parser.add_argument("--seed", type=int, help="of everything; drawn if absent")
    return parser.parse_args()


def _positive(text: str) -> int:
    value = int(text)
    if value < 1:
        raise argparse.ArgumentTypeError("must be 1 or more")
    return value


def measures_of(options: argparse.Namespace, seed: int) -> Measures:
    """Return the measurements by their names in the rows."""
    quick, seconds = options.quick, options.seconds
    if quick and options.schedules is None:
        seconds = seconds or QUICK_SECONDS
    rounds = (QUICK_ROUNDS, QUICK_ROUND_SECONDS) if quick else (ROUNDS, ROUND_SECONDS)
    victims = QUICK_VICTIMS if quick else isolation.BROKERS
    return {
        "faults": lambda: faults.measure(seed, options.schedules, seconds),
        "isolation": lambda: isolation.measure(*rounds, victims),
    }


def _with_progress(number: int, row: Row, run: Run, measures: Measures) -> Shown:
    """Show one row, saying on one line that it is under way and how it ended."""
    print(f"[{number:2}/{len(ROWS)}] {row.name} …", end=" ", flush=True)
    begun = time.monotonic()
    shown = show(row, run, measures)
    words = {True: "held", False: "FAILED", None: "not run"}[shown.holds]
    told = "; ".join(each for each in (shown.runs, shown.measured) if each)
    print(f"{words} ({time.monotonic() - begun:.0f} s): {told}", flush=True)
    return shown


def show(row: Row, run: Run, measures: Measures) -> Shown:
    """Run a row's tests and take its measurement."""
    tests = row.quick if run.quick and row.quick is not None else row.tests
    if not tests:
        return Shown(row, None, "", "not run in the quick form")
    ran = testing.run(tests, run.seed, {} if run.quick else dict(row.environment))
    figure = measured(row, measures)
    told = [*([figure.words] if figure else []), *ran.recorded]
    holds = ran.holds and (figure is None or figure.holds)
    return Shown(row, holds, "; ".join(told), f"{ran.words} tests")


def measured(row: Row, measures: Measures) -> Figure | None:
    """Take a row's measurement; one that cannot be taken has failed, and says why."""
    if not row.measured:
        return None
    try:
        return measures[row.measured]()
    except (OSError, TimeoutError, RuntimeError) as error:
        return Figure(f"{row.measured} could not be measured: {error}", holds=False)


if __name__ == "__main__":
    sys.exit(main())
