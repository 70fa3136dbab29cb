"""The simulated broker keeps the broker's own spec under fuzzing."""

from fuzzing import schema_of

from omnibroker import bundles
from omnibroker.simulated import BASE_PATHS

# Logging out, or taking the session away, would end every later request.
ENDING = {"logout", "reauthenticate", "init_brokerage_session"}
# The broker documents 500 and 503 as answers to plain mistakes, takes what its spec does not know, and
# says 200 to much that is wrong: only what it answers can be checked.
SCHEMA = schema_of(
    bundles.load("ibkr"),
    not_a_server_error={"enabled": False},
    positive_data_acceptance={"enabled": False},
    negative_data_rejection={"enabled": False},
    missing_required_header={"enabled": False},
    unsupported_method={"enabled": False},
    use_after_free={"enabled": False},
    ensure_resource_availability={"enabled": False},
).exclude(operation_id=sorted(ENDING))


@SCHEMA.parametrize()
def test_the_simulated_broker(case, broker_url):
    """Every answer has a declared status, media type and shape."""
    case.call_and_validate(base_url=broker_url + BASE_PATHS["ibkr"])
