"""Tables: look up or refuse; absence is never a word."""

import pytest

from omnibroker.kit.errors import NotSent, UpstreamFailure
from omnibroker.kit.tables import recognise, required, translate


def test_a_value_outside_the_table_is_refused_with_what_there_is():
    """422 value_not_supported naming the known ones; no default ever."""
    assert translate({"DAY": "D", "GTC": "G"}, "DAY", "time in force") == "D"
    with pytest.raises(NotSent, match="DAY, GTC") as told:
        translate({"DAY": "D", "GTC": "G"}, "FOK", "time in force")
    assert told.value.code == "value_not_supported"


@pytest.mark.parametrize("value", ["Teleported", "", None, 7, [], {}, "x" * 10_000])
def test_an_unknown_state_of_a_broker_is_malformed(value):
    """Never guessed, and a long one does not fill the message."""
    assert recognise({"Filled": "FILLED"}, "Filled", "status") == "FILLED"
    with pytest.raises(UpstreamFailure) as told:
        recognise({"Filled": "FILLED"}, value, "status")
    assert told.value.code == "upstream_malformed"
    assert len(told.value.detail) < 200


def test_what_must_be_there_is_named_when_it_is_not():
    """None and the generated clients' Unset are absent; zero and empty text are not."""
    from omnibroker_generated.ibkr.types import UNSET

    for value in (None, UNSET):
        with pytest.raises(UpstreamFailure, match="order id"):
            required(value, "order id")
    assert required(0, "count") == 0
    assert required("", "text") == ""
