"""The table: each property, what must hold, and everything that shows it."""

from dataclasses import dataclass

_ACROSS = "tests/runtime/across"
_CRASH = "tests/crash"
_DISPATCH = "tests/runtime/dispatch"
_MANY = "test_many_open_orders_converge_within_the_published_limits"
_HANDLERS = "tests/handlers"
_SECURITY = "tests/security"
_UPSTREAM = "tests/runtime/upstream"


# What is measured, and by which module.
MEASURED_BY = {"faults": "tools/faults.py", "isolation": "tools/proving/isolation.py"}


@dataclass(frozen=True, slots=True)
class Row:
    """One property: `tests` are paths or node ids; `quick` stands for them with --quick, () runs none.

    `measured` names what is measured beside them. `environment` is given to the tests.
    """

    name: str
    must_hold: str
    tests: tuple[str, ...]
    quick: tuple[str, ...] | None = None
    measured: str = ""
    environment: tuple[tuple[str, str], ...] = ()

    @property
    def measured_by(self) -> tuple[str, ...]:
        """Return the module that measures, if anything is measured."""
        return (MEASURED_BY[self.measured],) if self.measured else ()


ROWS = (
    Row(
        "duplicate orders",
        "0 over seeded fault schedules at four brokers; 100 posts with one id are 1 upstream send",
        (
            f"{_DISPATCH}/test_idempotency.py",
            f"{_DISPATCH}/test_reconcile.py::test_a_hundred_requests_with_one_id_send_one_order",
            f"{_SECURITY}/test_api06_business_flows.py::test_a_hundred_posts_of_one_order_send_it_once",
        ),
        measured="faults",
    ),
    Row(
        "acknowledged writes lost",
        "0 after `kill -9` at every journal step",
        (f"{_CRASH}/test_crash_matrix.py", "tests/runtime/journal/test_restart.py"),
        quick=(
            f"{_CRASH}/test_crash_matrix.py::test_a_cancel_that_is_killed_can_be_asked_again",
            "tests/runtime/journal/test_restart.py",
        ),
    ),
    Row(
        "ambiguous outcomes",
        "each is shown as such at the deadline, none is settled by guess, and those are settled that can be",
        (
            f"{_DISPATCH}/test_gates.py",
            f"{_DISPATCH}/test_book.py",
            f"{_DISPATCH}/test_reconcile.py",
        ),
    ),
    Row(
        "rejections inferred",
        "0: only a documented refusal is one",
        (
            f"{_DISPATCH}/test_orders.py::test_only_positive_evidence_is_a_rejection",
            f"{_HANDLERS}/test_cases.py",
            f"{_UPSTREAM}/test_view.py",
        ),
    ),
    Row(
        "retries",
        "a known order is answered from the journal, whatever limits, kill switch and windows say",
        (
            f"{_DISPATCH}/test_limited_orders.py::test_a_repeat_is_answered_whatever_the_limits_say",
            f"{_DISPATCH}/test_idempotency.py::test_the_same_order_again_is_answered_from_the_journal",
            f"{_DISPATCH}/test_orders.py::test_an_id_is_answered_for_a_week_and_never_free_again",
        ),
    ),
    Row(
        "reconcile",
        "500 open orders, 200 positions converge within the broker's published limits; "
        "a failed read is never “nothing there”",
        (
            f"{_ACROSS}/test_reconcile_many.py",
            f"{_DISPATCH}/test_reconcile.py::test_a_read_that_fails_proves_nothing",
        ),
        quick=(
            f"{_ACROSS}/test_reconcile_many.py::{_MANY}[ibkr]",
            f"{_DISPATCH}/test_reconcile.py::test_a_read_that_fails_proves_nothing",
        ),
    ),
    Row(
        "upstream budget",
        "0 upstream 429 in a saturating run; a cancel overtakes every queued read",
        (f"{_ACROSS}/test_saturation.py",),
    ),
    Row(
        "isolation",
        "one broker hung or down: the others' p99 ≤ 1.25 × control",
        (
            f"{_ACROSS}/test_reads.py::test_a_slow_broker_holds_nobody_up",
            f"{_ACROSS}/test_reads.py::test_a_broker_that_is_cut_off_is_told_apart",
        ),
        measured="isolation",
    ),
    Row(
        "kill switch",
        "new risk is refused from the next request on, cancels pass, it survives a restart",
        ("tests/runtime/limits/test_halts.py", f"{_DISPATCH}/test_limited_orders.py"),
    ),
    Row(
        "graceful stop",
        "writes under way are settled or journaled, exit status 0",
        (
            f"{_CRASH}/test_graceful_stop.py",
            f"{_DISPATCH}/test_gates.py::test_the_end_of_the_process_waits_for_writes_under_way",
        ),
    ),
    Row(
        "disconnects",
        "a client that goes away changes nothing about its order",
        (
            f"{_UPSTREAM}/test_view.py::test_a_caller_that_goes_away_changes_nothing_about_the_write",
            f"{_UPSTREAM}/test_session.py::test_a_caller_that_goes_away_ends_the_read_for_nobody_else",
            f"{_DISPATCH}/test_confirmations.py::test_a_no_whose_caller_went_away_still_ends_the_order",
        ),
    ),
    Row(
        "full disk, locked file",
        "503 `journal_unavailable`, nothing is sent, the same id works afterwards",
        (
            "tests/runtime/journal/test_unwritable.py",
            f"{_DISPATCH}/test_gates.py::test_an_order_that_cannot_be_recorded_is_not_sent",
        ),
    ),
    Row(
        "contract",
        "Schemathesis, all phases and checks, every operation: 0 failures",
        ("tests/contract",),
        quick=("tests/contract/test_unified.py", "tests/contract/test_steps.py"),
    ),
    Row(
        "decimals",
        "what a broker's field can say goes through exactly; what it cannot is refused",
        (
            "tests/runtime/kit/test_exact.py",
            *(
                f"{_HANDLERS}/{name}/test_orders.py"
                for name in ("futu", "ibkr", "tiger", "tradelocker")
            ),
        ),
    ),
    Row(
        "keys",
        "random, checked, hashed, shown once; expiry, rotation with overlap, last use",
        ("tests/runtime/security", "tests/runtime/test_key_commands.py"),
    ),
    Row(
        "limits per key",
        "every limit is enforced before the wire, over keys and over accounts",
        (
            "tests/runtime/limits",
            f"{_DISPATCH}/test_intents.py",
            f"{_DISPATCH}/test_limited_orders.py",
        ),
    ),
    Row(
        "audit",
        "any edit, insert, delete or cut before the last checkpoint is found",
        ("tests/runtime/audit",),
        environment=(("AUDIT_RECORDS", "1000000"),),
    ),
    Row(
        "secrets",
        "0 in logs, errors, problem details, crash dumps",
        (f"{_SECURITY}/test_secrets.py", "tests/runtime/test_observe.py"),
    ),
    Row(
        "hostile input",
        "OWASP API Top 10 2023, one module for each item",
        tuple(
            f"{_SECURITY}/test_api{name}.py"
            for name in (
                "01_object_authorization",
                "02_authentication",
                "03_property_authorization",
                "04_resource_consumption",
                "05_function_authorization",
                "06_business_flows",
                "07_request_forgery",
                "08_configuration",
                "09_inventory",
                "10_unsafe_consumption",
            )
        ),
    ),
    Row(
        "exposure",
        "loopback by default; another address wants keys and TLS or an explicit word; metrics on loopback only",
        (
            "tests/runtime/test_cli.py::test_an_exposed_address_needs_tls_or_a_word",
            "tests/runtime/test_cli.py::test_without_keys_nothing_real_is_served",
            "tests/runtime/test_pages.py::test_metrics_are_for_this_machine",
            f"{_SECURITY}/test_api08_configuration.py::test_nothing_listens_outside_without_tls_or_an_explicit_word",
        ),
    ),
)
