"""Operations follow each other through the spec's links: what one answers, the next one is asked with."""

from fuzzing import ACCOUNTS, AUTHORIZED, EXAMPLES, schema_of
from hypothesis import HealthCheck, settings

from omnibroker import bundles


def test_linked_steps(start_gateway):
    """Placing, reading, changing and cancelling in any order keep every check."""
    gateway_url, _ = start_gateway(*ACCOUNTS)
    machine = (
        schema_of(bundles.published(bundles.load("unified")))
        .exclude(operation_id="close_session")
        .as_state_machine()
    )

    class Steps(machine):
        def get_call_kwargs(self, case):
            return {"base_url": gateway_url, "headers": AUTHORIZED}

    Steps.run(
        settings=settings(
            max_examples=EXAMPLES,
            stateful_step_count=8,
            deadline=None,
            derandomize=True,
            suppress_health_check=list(HealthCheck),
        )
    )
