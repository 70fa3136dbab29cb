"""Limits as people write them: what is written is what holds, and a mistake says what to write."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from omnibroker.config import ConfigError
from omnibroker.limits.settings import KeyLimits, limits_of_accounts

EVERY = {
    "brokers": "ibkr tiger",
    "markets": "US HK",
    "instruments": "AAPL.US *.HK OPT:AAPL.US:*",
    "sides": "BUY",
    "max_quantity": "100.5",
    "max_value": "10000.5 USD, 80000 HKD",
    "daily_value": "50000 USD",
    "daily_count": "20",
    "orders_per_minute": "5",
    "hours": "09:30-16:00 America/New_York",
    "collar": "0.05",
    "duplicate_window_seconds": "60",
}
AMOUNTS = st.decimals("0.000000000001", "99999999999999999999", places=12)


def test_every_limit_is_read_and_written_back():
    """Text to limits to text: the same."""
    limits = KeyLimits.from_pairs(EVERY)
    assert limits.to_pairs() == EVERY
    assert set(EVERY) == set(KeyLimits.__struct_fields__)
    assert limits.max_value == {"USD": Decimal("10000.5"), "HKD": Decimal(80000)}
    assert limits.instruments == ("AAPL.US", "*.HK", "OPT:AAPL.US:*")


def test_without_pairs_nothing_is_limited():
    """No limit has a value of its own."""
    limits = KeyLimits.from_pairs({})
    assert limits.to_pairs() == {}
    assert not limits.needs_value
    assert not limits.needs_name


def test_lists_may_be_written_with_commas_and_repeat_nothing():
    """Spaces and commas part the words."""
    assert KeyLimits.from_pairs({"sides": " SELL,BUY, SELL"}).sides == ("SELL", "BUY")


@given(AMOUNTS)
def test_amounts_are_kept_to_the_last_digit(amount):
    """No digit of an amount is lost on the way through text."""
    limits = KeyLimits.from_pairs({"max_quantity": f"{amount:f}", "max_value": f"{amount:f} USD"})
    again = KeyLimits.from_pairs(limits.to_pairs())
    assert again.max_quantity == amount
    assert again.max_value == {"USD": amount}


@pytest.mark.parametrize(
    ("pairs", "told"),
    [
        ({"max_size": "1"}, "There is no limit max_size; there are brokers"),
        ({"brokers": " , "}, "brokers is empty"),
        ({"brokers": "IBKR"}, "there are tiger, futu, ibkr, tradelocker"),
        ({"brokers": "ibkr tigr"}, "brokers 'tigr': there are"),
        ({"markets": "us"}, "write it like `US HK`"),
        ({"sides": "BUY HOLD"}, "write it like `BUY SELL`"),
        ({"instruments": "*"}, "write a key or a pattern"),
        ({"instruments": "*:AAPL.US"}, "write a key or a pattern"),
        ({"instruments": "AAPL"}, "write the listing too"),
        ({"instruments": "700.HK"}, "the canonical form is 00700.HK"),
        ({"max_quantity": "1e3"}, "write a number above zero"),
        ({"max_quantity": "0"}, "write a number above zero"),
        ({"max_quantity": "-1"}, "write a number above zero"),
        ({"max_quantity": "NaN"}, "write a number above zero"),
        ({"max_value": "100"}, "write an amount and its currency"),
        ({"max_value": "100 USD, 200 USD"}, "once for each currency"),
        ({"daily_value": "100 usd"}, "write an amount and its currency"),
        ({"daily_value": ""}, "write an amount and its currency"),
        ({"daily_count": "0"}, "from 1 to 1000000"),
        ({"daily_count": "2.5"}, "from 1 to 1000000"),
        ({"orders_per_minute": "1000001"}, "from 1 to 1000000"),
        ({"duplicate_window_seconds": "86401"}, "from 1 to 86400"),
        ({"collar": "5"}, "write a fraction up to 1"),
        ({"collar": "5%"}, "such as `0.05` for 5 %"),
        ({"collar": "0"}, "write a fraction up to 1"),
        ({"hours": "9-17"}, "write it like `09:30-16:00 America/New_York`"),
    ],
)
def test_a_mistake_says_what_to_write(pairs, told):
    """ConfigError names the limit and the form that it takes."""
    with pytest.raises(ConfigError, match=r"^.") as error:
        KeyLimits.from_pairs(pairs)
    assert told in str(error.value)


def test_limits_of_accounts_are_those_of_the_configuration():
    """Text or whole numbers, for an account that its connection names, or of a simulated broker."""
    tables = {"ibkr:DU1": {"daily_count": 3}, "tiger:1": {"daily_count": "4"}}
    limits = limits_of_accounts(tables, {"ibkr": None, "tiger": ("1",)})
    assert {name: each.daily_count for name, each in limits.items()} == {
        "ibkr:DU1": 3,
        "tiger:1": 4,
    }


@pytest.mark.parametrize(
    ("account_id", "pairs", "told"),
    [
        ("tiger:1", {"daily_count": "three"}, "daily_count 'three': write"),
        ("ibkr:DU1", {"daily_count": "3"}, 'as accounts = ["DU1"]'),
        ("sim:*", {"daily_count": "3"}, "no pattern names several"),
        ("sim:", {"daily_count": "3"}, "write <connection>:<account>"),
        ("ibk:DU1", {"daily_count": "3"}, "there is no connection ibk"),
        ("ibkr", {"daily_count": "3"}, "write <connection>:<account>"),
        ("tiger:2", {"daily_count": "3"}, "[connections.tiger] does not name the account 2"),
    ],
)
def test_limits_of_accounts_name_the_place_of_a_mistake(account_id, pairs, told):
    """The table of the configuration stands before the message; limits of nobody are a mistake too."""
    with pytest.raises(ConfigError) as error:
        limits_of_accounts({account_id: pairs}, {"ibkr": (), "tiger": ("1",), "sim": None})
    assert str(error.value).startswith(f'[limits."{account_id}"] ')
    assert told in str(error.value)
