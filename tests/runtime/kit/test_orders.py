"""The states of orders that have ended are those of the contract."""

from omnibroker.kit.orders import ENDED
from omnibroker_generated.unified.models.order_status import ORDER_STATUS_VALUES


def test_in_every_other_state_of_the_contract_something_may_still_happen():
    """All others are named here, so that a new state is thought about."""
    going_on = {"HELD", "INACTIVE", "NEEDS_CONFIRMATION", "PARTIALLY_FILLED", "PENDING_CANCEL"}
    going_on |= {"PENDING_REPLACE", "PENDING_SUBMIT", "SUBMITTED", "UNKNOWN", "WORKING"}
    assert going_on == ORDER_STATUS_VALUES - ENDED
    assert ENDED <= ORDER_STATUS_VALUES
