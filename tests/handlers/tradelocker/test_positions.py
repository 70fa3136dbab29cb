"""Closing a position at TradeLocker: what the order says must be true of the position."""

import pytest

from omnibroker.kit.errors import NotSent
from omnibroker.kit.instruments import Resolved
from omnibroker_generated.unified import models as unified
from omnibroker_handlers.tradelocker import _tickets

EURUSD = Resolved("CFD:EURUSD", "90278", "CFD", "USD", "LOT", "EURUSD", {"trade_route": "9912"})
HELD = {"id": "201", "tradableInstrumentId": "90278", "side": "buy", "qty": "0.50"}


def close(**changes):
    fields = {
        "client_order_id": "c1",
        "instrument": "CFD:EURUSD",
        "side": "SELL",
        "type": "MARKET",
        "quantity": "0.5",
        "quantity_unit": "LOT",
        "time_in_force": "GTC",
        "session": "REGULAR",
        "position_effect": "CLOSE",
        "position_id": "201",
        **changes,
    }
    return unified.PlaceOrderRequest.from_dict(fields)


@pytest.mark.parametrize("quantity", ["0.5", "0.01"])
def test_the_quantity_is_said_even_for_the_whole_position(quantity):
    """0 would close whatever is there by then; what was asked for is what is sent."""
    body = _tickets.to_close_position(EURUSD, close(quantity=quantity), HELD)
    assert str(body.to_dict()["qty"]) == quantity


@pytest.mark.parametrize(
    ("held", "code"),
    [
        ({"side": "sell"}, "contradictory_order"),
        ({"qty": "0.49"}, "contradictory_order"),
        ({"tradableInstrumentId": "90206"}, "instrument_mismatch"),
    ],
)
def test_an_order_that_is_not_true_of_the_position_is_refused(held, code):
    """The call names a position alone, so side, instrument and quantity are compared before it."""
    with pytest.raises(NotSent) as refused:
        _tickets.to_close_position(EURUSD, close(), HELD | held)
    assert refused.value.code == code


@pytest.mark.parametrize("position_id", ["EURUSD", "0", "-1", "201/../202"])
def test_only_an_id_of_digits_names_a_position(position_id):
    """Nothing but digits gets into the path of a call that closes."""
    with pytest.raises(NotSent):
        _tickets.closed_position(close(position_id=position_id))
