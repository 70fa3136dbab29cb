"""The table of docs/reliability.md: every property has a row, every row is shown by what exists, failures are told."""

import ast
from pathlib import Path

import pytest

import reliability
from proving import faults, isolation, page, testing
from proving.figures import Figure
from proving.page import Run, Shown
from proving.rows import MEASURED_BY, ROWS, Row

ROOT = Path(__file__).resolve().parent.parent.parent
# What was promised, in its order; streams have no row as long as there are none.
PROMISED = [
    "duplicate orders",
    "acknowledged writes lost",
    "ambiguous outcomes",
    "rejections inferred",
    "retries",
    "reconcile",
    "upstream budget",
    "isolation",
    "kill switch",
    "graceful stop",
    "disconnects",
    "full disk, locked file",
    "contract",
    "decimals",
    "keys",
    "limits per key",
    "audit",
    "secrets",
    "hostile input",
    "exposure",
]
RUN = Run("2026-03-02", "abc1234", 5, quick=False)
ROW = Row("retries", "one answer", ("tests/conftest.py",))
CASE = '<testcase name="test_it[tiger]">{}</testcase>'
REPORT = "<testsuites><testsuite>{}</testsuite></testsuites>"
FAULTS = """\
first seed  5
schedules   160 made (160 asked for), in 3 s with 2 processes
faults      latency 3; 7 times one struck
orders      9 asked for, 8 at the brokers, 4 repeated requests
duplicates  {}
lost        0
"""
every_row = pytest.mark.parametrize("row", ROWS, ids=lambda row: row.name)


@pytest.fixture
def folder(monkeypatch, tmp_path):
    """A page of a folder of its own, and signals left to themselves."""
    monkeypatch.setattr(page, "PAGE", tmp_path / "reliability.md")
    monkeypatch.setattr(page, "PARTIAL", tmp_path / "partial" / "reliability.md")
    monkeypatch.setattr(reliability.signal, "signal", lambda *_: None)
    page.PAGE.write_text("# R\n\nA\n\n## More\n\nB\n", encoding="utf-8")


def test_every_promise_has_a_row():
    """Nothing is left out, and nothing stands there twice."""
    assert [row.name for row in ROWS] == PROMISED


@every_row
def test_what_shows_a_row_exists(row):
    """Each path is there, each test named in it too, and each has a test to run."""
    assert row.tests
    for test in (*row.tests, *(row.quick or ())):
        path, _, name = test.partition("::")
        assert (ROOT / path).exists(), path
        if name:
            tree = ast.parse((ROOT / path).read_text("utf-8"))
            functions = {each.name for each in tree.body if hasattr(each, "name")}
            assert name.partition("[")[0] in functions, test


@every_row
def test_what_is_measured_can_be_measured(row):
    """Each measurement that a row names is one of the tool's, by a module that exists."""
    options = reliability.argparse.Namespace(quick=True, schedules=None, seconds=None)
    measures = reliability.measures_of(options, 1)
    assert not row.measured or row.measured in measures
    assert measures.keys() == MEASURED_BY.keys()
    assert all((ROOT / path).exists() for path in row.measured_by)


def test_every_module_of_the_security_tests_counts():
    """A new module of tests/security is on a row too."""
    named = {test.partition("::")[0] for row in ROWS for test in row.tests}
    modules = {
        path.relative_to(ROOT).as_posix() for path in (ROOT / "tests/security").glob("test_*")
    }
    assert modules <= named


@pytest.mark.parametrize(
    ("inside", "code", "holds"),
    [
        ("", 0, True),
        ("<failure/>", 1, False),
        ("<error/>", 1, False),
        ("<skipped/>", 0, False),
        ("", 2, False),
    ],
    ids=["passed", "failed", "broke", "only_skipped", "interrupted"],
)
def test_a_row_holds_if_something_ran_and_nothing_failed(inside, code, holds):
    """Skipped tests show nothing, and a status that pytest gives to its own troubles is a failure."""
    assert testing.read(REPORT.format(CASE.format(inside)), code).holds is holds


def test_what_tests_record_is_told():
    """Properties come with what they are about; a printed ratio comes as it is."""
    inside = (
        '<properties><property name="calls" value="7"/></properties>'
        "<system-out>20,000 records: 2.1 × plain reading</system-out>"
    )
    ran = testing.read(REPORT.format(CASE.format(inside)), 0)
    assert ran.recorded == ["tiger: 7 calls", "20,000 records: 2.1 × plain reading"]


def test_a_test_that_fails_is_noticed(tmp_path):
    """The real pytest on a failing test, then on none at all."""
    (tmp_path / "test_it.py").write_text('"""Bad."""\n\n\ndef test_it():\n    assert False\n')
    ran = testing.run([str(tmp_path / "test_it.py")], 5, {})
    assert (ran.failed, ran.holds, ran.recorded) == (1, False, ["failed: `test_it`"])
    assert not testing.run([str(tmp_path / "missing.py")], 5, {}).holds


@pytest.mark.parametrize(("doubled", "code", "holds"), [(0, 0, True), (1, 0, False), (0, 1, False)])
def test_schedules_hold_if_nothing_was_doubled_or_failed(doubled, code, holds):
    """Numbers and seed are those that the tool printed."""
    figure = faults.read(FAULTS.format(doubled), code)
    assert figure.holds is holds
    assert figure.words.startswith("160 fault schedules from seed 5 (7 times one struck)")


def test_schedules_that_were_not_made_show_nothing():
    """Neither an empty report nor one of no schedules holds."""
    assert not faults.read("", 0).holds
    assert not faults.read(FAULTS.format(0).replace("160 made", "0 made"), 0).holds


@pytest.mark.parametrize(
    ("ratio", "failed", "answered", "holds"),
    [(1.25, 0, 3, True), (1.26, 0, 3, False), (1.0, 1, 3, False), (1.0, 0, 90, False)],
    ids=["at_the_bound", "slower", "failed", "not_disturbed"],
)
def test_isolation_holds_within_its_bound(ratio, failed, answered, holds):
    """The others are as fast and answer all; a victim that answers was none."""
    counts = isolation.Counter({True: answered, False: 100})
    assert isolation._figure({"ibkr hung": ratio}, failed, counts, 3).holds is holds


def test_a_measurement_that_cannot_be_taken_has_failed():
    """It says why, and the other rows are run all the same."""

    def measure():
        raise TimeoutError("nobody came")

    row = Row("isolation", "equal", ("tests/conftest.py",), measured="isolation")
    figure = reliability.measured(row, {"isolation": measure})
    assert figure == Figure("isolation could not be measured: nobody came", holds=False)


def test_a_row_that_the_quick_form_leaves_out_says_so():
    """It neither held nor failed."""
    row = Row("contract", "all", ("tests/contract",), quick=())
    run = Run("2026-03-02", "abc1234", 5, quick=True)
    assert reliability.show(row, run, {}) == Shown(row, None, "", "not run in the quick form")


def test_the_page_says_what_failed_and_what_was_not_run():
    """Commit and seed stand above the table, and its rows are told apart."""
    shown = [Shown(ROW, holds, "2 | 3", "1 passed tests") for holds in (True, False, None)]
    text = page.section(RUN, shown)
    assert "commit abc1234, seed 5" in text
    assert "1 of 3 rows held. Failed: retries. Not run: retries." in text
    cells = "retries | one answer | {} | 2 \\| 3 | `tests/conftest.py` | 1 passed tests"
    for held in ("yes", "**no**", "not run"):
        assert f"| {cells.format(held)} |" in text


def test_the_page_is_written_when_every_row_has_run(monkeypatch, folder):
    """Failed rows are rows that have run: status 1, and the page says so."""
    monkeypatch.setattr(reliability, "show", lambda row, *_: Shown(row, False, "", "1 failed"))
    monkeypatch.setattr("sys.argv", ["reliability.py", "--quick"])
    assert reliability.main() == 1
    assert f"0 of {len(ROWS)} rows held." in page.PAGE.read_text("utf-8")


@pytest.mark.parametrize("end", [KeyboardInterrupt, SystemExit, RuntimeError])
def test_a_run_that_is_ended_leaves_the_page_alone(monkeypatch, capsys, folder, end):
    """What it has shown it prints, and keeps elsewhere."""

    def show(row, *_):
        if row == ROWS[2]:
            raise end
        return Shown(row, True, "", "1 passed tests")

    before = page.PAGE.read_text("utf-8")
    monkeypatch.setattr(reliability, "show", show)
    monkeypatch.setattr("sys.argv", ["reliability.py"])
    with pytest.raises(end):
        reliability.main()
    told = f"2 of {len(ROWS)} rows held. Not run: {ROWS[2].name}, "
    assert told in capsys.readouterr().out
    assert told in page.PARTIAL.read_text("utf-8")
    assert page.PAGE.read_text("utf-8") == before


def test_only_the_section_is_replaced():
    """What stands before and after it stays, and writing it twice changes nothing."""
    text = page.section(RUN, [])
    for before in (
        f"# R\n\nA\n\n{page.HEADING}\n\nformer\n\n## More\n\nB\n",
        "# R\n\nA\n\n## More\n\nB\n",
    ):
        once = page.replaced(before, text)
        assert once.startswith("# R\n\nA\n\n## What was shown\n")
        assert once.endswith("\n\n## More\n\nB\n")
        assert "former" not in once
        assert page.replaced(once, text) == once


def test_the_page_has_the_table():
    """What a run wrote is there, with every row."""
    text = page.PAGE.read_text("utf-8")
    assert text.count(page.HEADING) == 1
    for row in ROWS:
        assert f"\n| {row.name} | {row.must_hold} | " in text
