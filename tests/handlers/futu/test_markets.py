"""Futu's four numberings of markets: which is which, and which account has which."""

import pytest

from omnibroker.kit.errors import NotSent
from omnibroker.kit.instruments import MARKETS
from omnibroker.kit.upstream import Account
from omnibroker_handlers.futu import _headers, _markets


def account(environment, **native):
    return Account(
        "futu:1007001", "1007001", "futu", "futu", environment, simulated=True, native=native
    )


SIMULATED = account("paper", trd_env="0", markets="1,3,15")
REAL = account("live", trd_env="1", markets="1,2,4,5,113")


@pytest.mark.parametrize(
    ("prefix", "qot", "security", "real", "simulated"),
    [
        ("HK", 1, 1, 1, 1),
        ("US", 11, 2, 2, 2),
        ("SH", 21, 31, 4, 3),
        ("SZ", 22, 32, 4, 3),
        ("SG", 31, 41, 6, 6),
        ("JP", 41, 51, 15, 15),
        ("AU", 51, 61, 8, 8),
        ("MY", 61, 71, 111, 111),
        ("CA", 71, 81, 112, 112),
    ],
)
def test_a_market_has_four_numbers(prefix, qot, security, real, simulated):
    """The numbers of quotes, of securities and of headers differ, and JP is 15, not the 7 of crypto."""
    assert _markets.QOT_MARKET[prefix] == qot
    assert _markets.TRD_SEC_MARKET[prefix] == security
    assert _markets.TRD_MARKET_REAL[prefix] == real
    assert _markets.TRD_MARKET_SIMULATED[prefix] == simulated


@pytest.mark.parametrize(
    ("schema", "numbers"),
    [
        ("QotMarket", _markets.QOT_MARKET.values()),
        ("TrdSecMarket", _markets.TRD_SEC_MARKET.values()),
        ("TrdMarket", _markets.TRD_MARKET_NAME),
    ],
)
def test_no_number_of_a_list_is_missing(schema, numbers, bundles):
    """Each table has the numbers of its enumeration, 0 and the obsolete 2 of Hong Kong's futures aside."""
    known = set(bundles["futu"]["components"]["schemas"][schema]["x-known-values"])
    unused = {"0"} | ({"2"} if schema == "QotMarket" else set())
    assert {str(number) for number in numbers} == known - unused


def test_every_registry_of_keys_has_a_market_a_zone_and_an_order_market():
    """What a key can name can be asked about, read in local time and ordered."""
    for table in (_markets.QOT_MARKET, _markets.ZONE, _markets.TRD_MARKET_REAL):
        assert table.keys() >= MARKETS


def test_a_row_is_placed_by_its_security_or_its_header():
    """The market of the security decides; where it is missing the header's does, if it is one market."""
    assert _markets.prefix_of(31, 4) == "SH"
    assert _markets.prefix_of(None, 2) == "US"
    assert _markets.prefix_of(None, 113) == "HK"
    assert _markets.prefix_of(0, 15) == "JP"
    assert _markets.prefix_of(1, 11) == "US"
    assert _markets.prefix_of(None, 4) is None
    assert _markets.prefix_of([], "1") is None


@pytest.mark.parametrize(
    ("prefix", "code", "currency"),
    [
        ("HK", "00700", "HKD"),
        ("HK", "09988", "HKD"),
        ("HK", "80700", None),
        ("HK", "09846", None),
        ("US", "AAPL", "USD"),
        ("SG", "J36", None),
    ],
)
def test_a_currency_is_said_only_where_it_is_certain(prefix, code, currency):
    """Counters of Hong Kong in renminbi and dollars, and all of Singapore, have no certain currency."""
    assert _markets.currency_of(prefix, code) == currency


def test_the_environment_of_a_header_is_the_accounts():
    """0 goes out for a simulated account and 1 for a real one."""
    assert _headers.header(SIMULATED, 1).to_dict() == {
        "acc_id": 1007001,
        "trd_env": 0,
        "trd_market": 1,
    }
    assert _headers.header(REAL, 2).trd_env == 1


@pytest.mark.parametrize(
    "doubtful",
    [
        account("paper", markets="1"),
        account("paper", trd_env="1", markets="1"),
        account("live", trd_env="0", markets="1"),
        account("live", trd_env="2", markets="1"),
        account("paper", trd_env="-1", markets="1"),
        account(None, trd_env="", markets="1"),
    ],
)
def test_an_environment_in_doubt_sends_nothing(doubtful):
    """A missing, odd or contradicted environment has no header."""
    with pytest.raises(NotSent) as refused:
        _headers.header(doubtful, 1)
    assert refused.value.code == "environment_unproven"


def test_an_order_goes_to_the_market_of_its_security():
    """A-shares and futures have other markets on real and on simulated accounts."""
    assert _headers.order_market(REAL, "SH", is_future=False) == 4
    assert _headers.order_market(SIMULATED, "SH", is_future=False) == 3
    assert _headers.order_market(SIMULATED, "JP", is_future=False) == 15
    assert _headers.order_market(REAL, "US", is_future=True) == 5
    assert (
        _headers.order_market(account(None, trd_env="0", markets="100"), "US", is_future=False) == 2
    )


@pytest.mark.parametrize(
    ("where", "prefix", "is_future"),
    [(REAL, "JP", False), (SIMULATED, "US", False), (REAL, "CC", False), (SIMULATED, "HK", True)],
)
def test_an_account_orders_only_in_its_markets(where, prefix, is_future):
    """A market that an account does not have is refused before anything is sent."""
    with pytest.raises(NotSent) as refused:
        _headers.order_market(where, prefix, is_future=is_future)
    assert refused.value.code == "instrument_mismatch"


def test_money_funds_are_held_and_not_ordered():
    """Positions are read in every market of an account, orders in those that take orders."""
    assert _headers.markets(REAL) == [1, 2, 4, 5, 113]
    assert _headers.ordering_markets(REAL) == [1, 2, 4, 5]


def test_an_account_without_markets_cannot_be_read():
    """An account that Futu lists no market for is refused in words."""
    with pytest.raises(NotSent, match="no market"):
        _headers.markets(account("paper", trd_env="0", markets=""))
