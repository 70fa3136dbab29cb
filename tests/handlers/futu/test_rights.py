"""Whether prices are in real time, by the login's quote rights."""

import pytest

from omnibroker.kit.instruments import Resolved
from omnibroker_generated.futu import models as futu
from omnibroker_handlers.futu import _rights


def instrument(native_id, kind, exchange=None):
    facts = {"exchange": exchange} if exchange else {}
    return Resolved("any", native_id, kind, None, "SHARE", facts=facts)


@pytest.mark.parametrize("field", [*_rights._RIGHT.values(), *_rights._US_FUTURES.values()])
def test_every_right_is_a_field_of_the_answer(field, bundles):
    """A right that the spec does not have would never be found."""
    assert field in bundles["futu"]["components"]["schemas"]["UserInfoS2C"]["properties"]


@pytest.mark.parametrize(
    ("found", "field"),
    [
        (instrument("HK.00700", "WARRANT", "1"), "hk_qot_right"),
        (instrument("HK.TCH260828P335000", "OPTION"), "hk_option_qot_right"),
        (instrument("US.AAPL", "STOCK", "5"), "us_qot_right"),
        (instrument("US.PINK", "STOCK", "6"), "us_otc_qot_right"),
        (instrument("US.MNQ2612", "FUTURE", "12"), "us_cme_future_qot_right"),
        (instrument("US.CL2612", "FUTURE", "9"), "us_nymex_future_qot_right"),
        (instrument("SZ.000001", "ETF"), "sz_qot_right"),
    ],
)
@pytest.mark.parametrize(
    ("level", "realtime"),
    [(0, False), (1, False), (2, True), (3, True), (4, True), (5, False), (None, False)],
)
def test_only_the_instruments_own_right_makes_it_real_time(found, field, level, realtime):
    """A level of the right market counts; Bmp, none, and all other rights do not."""
    others = dict.fromkeys({*_rights._RIGHT.values(), *_rights._US_FUTURES.values()}, 3)
    info = futu.UserInfoS2C.from_dict({**others, field: level})
    assert _rights.is_realtime(info, found) == realtime


@pytest.mark.parametrize(
    "found",
    [instrument("US.XX2612", "FUTURE"), instrument("AU.BHP", "STOCK"), instrument("HK.1", "BOND")],
)
def test_a_right_that_futu_does_not_tell_is_none(found):
    """Where no field tells the right, the prices are of unknown freshness."""
    others = dict.fromkeys(_rights._RIGHT.values(), 3)
    assert not _rights.is_realtime(futu.UserInfoS2C.from_dict(others), found)
