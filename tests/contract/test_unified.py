"""The unified API keeps its contract under fuzzing, over a healthy simulated broker: no failure, no 5xx."""

from fuzzing import AUTHORIZED, schema_of

from omnibroker import bundles

# Closing the session would end every later request in 503; it has tests of its own.
CLOSING = "close_session"
SCHEMA = schema_of(bundles.published(bundles.load("unified"))).exclude(operation_id=CLOSING)


@SCHEMA.parametrize()
def test_with_plans(case, gateway_url):
    """Every operation keeps every check."""
    case.call_and_validate(base_url=gateway_url, headers=AUTHORIZED)


@SCHEMA.parametrize()
def test_on_the_ordinary_stack(case, ordinary_url):
    """Every operation keeps every check on the other road too."""
    case.call_and_validate(base_url=ordinary_url, headers=AUTHORIZED)
