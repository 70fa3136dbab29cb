"""Closing a position at TradeLocker: what the order says must be true of the position."""

import pytest

from omnibroker.kit.errors import NotSent
from omnibroker.kit.upstream import Account
from omnibroker_generated.unified import models as unified
from omnibroker_handlers.tradelocker import _positions, _tickets
from omnibroker_handlers.tradelocker._listing import Listed

ACCOUNT = Account("tl:800101", "800101", "tradelocker", "tl", "paper", simulated=True)
LISTING = {"90278": Listed("90278", "CFD:EURUSD", "EURUSD", "", "FOREX", "CFD")}
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
    body = _tickets.to_close_position(close(quantity=quantity), HELD)
    assert str(body.to_dict()["qty"]) == quantity


@pytest.mark.parametrize("held", [{"side": "sell"}, {"qty": "0.49"}])
def test_an_order_that_is_not_true_of_the_position_is_refused(held):
    """The call names a position alone, so side and quantity are compared before it."""
    with pytest.raises(NotSent) as refused:
        _tickets.to_close_position(close(), HELD | held)
    assert refused.value.code == "contradictory_order"


def refusal(instrument, listing=LISTING):
    try:
        _positions._refuse_another(ACCOUNT, listing, "90278", instrument)
    except NotSent as error:
        return error.code
    return None


def test_a_position_is_closed_by_its_name_and_by_its_id():
    """Both keys of an instrument fit; another one's name, id or connection does not."""
    assert refusal("CFD:EURUSD") is None
    assert refusal("tl@90278") is None
    for key in ("CFD:SIM40", "tl@90206", "other@90278", "EURUSD.US"):
        assert refusal(key) == "instrument_mismatch"


def test_what_is_listed_no_more_is_closed_by_its_id_alone():
    """The key is then the one that positions show; a name proves nothing any more."""
    assert refusal("tl@90278", {}) is None
    assert refusal("CFD:EURUSD", {}) == "instrument_mismatch"


@pytest.mark.parametrize("position_id", ["EURUSD", "0", "-1", "201/../202"])
def test_only_an_id_of_digits_names_a_position(position_id):
    """Nothing but digits gets into the path of a call that closes."""
    with pytest.raises(NotSent):
        _tickets.closed_position(close(position_id=position_id))
