"""The gate before the wire: each limit at its bound and one over, for the key and for the account."""

import asyncio
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from functools import partial

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from omnibroker.journal.rows import release_admission
from omnibroker.kit.errors import NotSent
from omnibroker.limits.gate import Limits
from omnibroker.limits.settings import KeyLimits
from omnibroker.storage.store import Store

ACCOUNT = "ibkr:DU1"


def read(**pairs):
    """Limits from pairs of text."""
    return KeyLimits.from_pairs(pairs)


def refused(limits, intent, of_key=None):
    """Return the error that refuses an order, or None where it is admitted."""
    try:
        limits.reserve(intent, of_key)
    except NotSent as error:
        return error
    return None


def code(limits, intent, of_key=None):
    """Return the code of a refusal, or None."""
    error = refused(limits, intent, of_key)
    return error and error.code


NATIVE = {"instrument": "ibkr@265598", "market": ""}
# limit: what it allows; orders within it, at the bound; orders beyond it, with the code.
SINGLE = [
    ({"brokers": "ibkr tiger"}, {}, {"broker": "futu"}, "forbidden"),
    ({"markets": "US"}, {"instrument": "OPT:AAPL.US:20271217:C:200"}, {"instrument": "00700.HK"}, "forbidden"),
    ({"markets": "FX CME"}, {"instrument": "FX:EURUSD"}, {"instrument": "CFD:EURUSD"}, "forbidden"),
    ({"markets": "US"}, {}, NATIVE, "forbidden"),
    ({"instruments": "AAPL.US *.HK"}, {"instrument": "00700.HK"}, {"instrument": "MSFT.US"}, "forbidden"),
    ({"instruments": "*.US"}, {"instrument": "BRK.B.US"}, {"instrument": "CFD:AAPL.US"}, "forbidden"),
    ({"instruments": "*.US"}, {}, {"instrument": "OPT:AAPL.US:20271217:C:200"}, "forbidden"),
    ({"instruments": "*.US"}, {}, NATIVE, "forbidden"),
    ({"instruments": "A*.US"}, {}, {"instrument": "BA.US"}, "forbidden"),
    ({"instruments": "OPT:AAPL.US:*"}, {"instrument": "OPT:AAPL.US:20271217:C:200"}, {}, "forbidden"),
    ({"instruments": "A.PL.US *.HK"}, {"instrument": "00700.HK"}, {}, "forbidden"),
    ({"instruments": "ibkr@*"}, NATIVE, {"instrument": "tiger@265598"}, "forbidden"),
    ({"sides": "SELL"}, {"side": "SELL"}, {}, "forbidden"),
    ({"hours": "10:00-16:00 America/New_York"}, {}, None, None),
    ({"hours": "08:00-10:00 America/New_York"}, None, {}, "forbidden"),
    ({"max_quantity": "10.5"}, {"quantity": "10.5"}, {"quantity": "10.500000000000000001"}, "limit_exceeded"),
    ({"max_quantity": "10"}, {}, {"quantity": None, "notional": {"amount": "1", "currency": "USD"}}, "limit_unproven"),
    ({"max_value": "100 USD"}, {"value": "100"}, {"value": "100.000000000000000001"}, "limit_exceeded"),
    ({"max_value": "100 USD, 5 HKD"}, {"value": "5", "currency": "HKD"}, {"value": "6", "currency": "HKD"}, "limit_exceeded"),
    ({"max_value": "100 USD"}, {}, {"value": "1", "currency": "HKD"}, "limit_exceeded"),
    ({"max_value": "100 USD"}, {}, {"value": None}, "limit_unproven"),
    ({"daily_value": "100 USD"}, {"value": "100"}, {"value": "100.01"}, "limit_exceeded"),
    ({"daily_value": "100 USD"}, {}, {"value": "1", "currency": "HKD"}, "limit_exceeded"),
    ({"daily_value": "100 USD"}, {}, {"value": None}, "limit_unproven"),
]  # fmt: skip


@pytest.mark.parametrize(("pairs", "within", "beyond", "told"), SINGLE)
@pytest.mark.parametrize("whose", ["key", "account"])
def test_an_order_is_held_against_each_limit(
    make_limits, make_intent, whose, pairs, within, beyond, told
):
    """At the bound it passes, beyond it it is refused and says whose limit; other keys and accounts are free."""
    of_key = read(**pairs) if whose == "key" else None
    limits = make_limits({ACCOUNT: pairs} if whose == "account" else None)
    if within is not None:
        assert code(make_limits({ACCOUNT: pairs}), make_intent(**within)) is None
        assert code(limits, make_intent(**within), of_key) is None
    if beyond is None:
        return
    error = refused(limits, make_intent(**beyond), of_key)
    assert error.code == told
    assert whose in error.detail
    other = {"account_id": "ibkr:DU2"} if whose == "account" else {"key_id": "k2"}
    assert code(limits, make_intent(**beyond, **other), None) is None


@pytest.mark.parametrize(
    ("order", "told"),
    [
        ({"limit_price": "105"}, None),
        ({"limit_price": "105.01"}, "limit_exceeded"),
        ({"limit_price": "95"}, None),
        ({"limit_price": "94.99"}, "limit_exceeded"),
        ({"type": "STOP", "limit_price": None, "stop_price": "106"}, "limit_exceeded"),
        ({"type": "STOP_LIMIT", "stop_price": "104", "limit_price": "106"}, "limit_exceeded"),
        ({"type": "TRAILING_STOP", "limit_price": None, "trail": {"kind": "PERCENT", "value": "5"}}, None),
        ({"type": "TRAILING_STOP", "limit_price": None, "trail": {"kind": "AMOUNT", "value": "5.1"}}, "limit_exceeded"),
        ({"type": "MARKET", "limit_price": None}, None),
    ],
)  # fmt: skip
def test_prices_stay_within_the_collar(make_limits, make_intent, make_market, order, told):
    """5 % of the market's 100 on either side, the bound included; a market order names no price."""
    intent = make_intent(**order, market_price=make_market("100"))
    assert code(make_limits(), intent, read(collar="0.05")) == told
    assert code(make_limits({ACCOUNT: {"collar": "0.05"}}), intent) == told


@pytest.mark.parametrize("quality", ["DELAYED", "FROZEN", "DELAYED_FROZEN", "UNKNOWN", None])
def test_a_collar_wants_a_price_in_real_time(make_limits, make_intent, make_market, quality):
    """An old price, or none, is no market: the order is refused, not let through."""
    market = make_market("100", quality=quality) if quality else None
    intent = make_intent(market_price=market)
    assert code(make_limits(), intent, read(collar="0.05")) == "limit_unproven"


@pytest.mark.parametrize("whose", ["key", "account"])
def test_orders_of_a_day_are_counted(make_limits, make_intent, clock, whose):
    """As many as allowed in any 24 hours; one more when the first is 24 hours old, and not before."""
    pairs = {"daily_count": "2"}
    of_key = read(**pairs) if whose == "key" else None
    limits = make_limits({ACCOUNT: pairs} if whose == "account" else None)
    assert code(limits, make_intent(), of_key) is None
    clock.pass_by(hours=1)
    assert code(limits, make_intent(), of_key) is None
    assert code(limits, make_intent(), of_key) == "limit_exceeded"
    clock.pass_by(hours=22, minutes=59, seconds=59)
    assert code(limits, make_intent(), of_key) == "limit_exceeded"
    clock.pass_by(seconds=1)
    assert code(limits, make_intent(), of_key) is None
    assert code(limits, make_intent(), of_key) == "limit_exceeded"
    other = {"key_id": "k2"} if whose == "key" else {"account_id": "ibkr:DU2"}
    assert code(limits, make_intent(**other), of_key) is None


@pytest.mark.parametrize("whose", ["key", "account"])
def test_the_value_of_a_day_is_summed_up_by_currency(make_limits, make_intent, clock, whose):
    """To the last digit; an order that does not fit leaves room for a smaller one."""
    pairs = {"daily_value": "100 USD, 50 HKD"}
    of_key = read(**pairs) if whose == "key" else None
    limits = make_limits({ACCOUNT: pairs} if whose == "account" else None)
    assert code(limits, make_intent(value="60.000000000000000001"), of_key) is None
    assert code(limits, make_intent(value="40"), of_key) == "limit_exceeded"
    assert code(limits, make_intent(value="50", currency="HKD"), of_key) is None
    assert code(limits, make_intent(value="39.999999999999999999"), of_key) is None
    assert code(limits, make_intent(value="0.000000000000000001"), of_key) == "limit_exceeded"
    other = {"key_id": "k2"} if whose == "key" else {"account_id": "ibkr:DU2"}
    assert code(limits, make_intent(value="100", **other), of_key) is None
    clock.pass_by(hours=24)
    assert code(limits, make_intent(value="100"), of_key) is None


def test_a_key_is_counted_over_its_accounts_and_an_account_over_its_keys(make_limits, make_intent):
    """Neither another account nor another key makes room."""
    of_key = read(daily_count="2")
    limits = make_limits({ACCOUNT: {"daily_count": "2"}})
    assert code(limits, make_intent(account_id="ibkr:DU2"), of_key) is None
    assert code(limits, make_intent(), of_key) is None
    assert code(limits, make_intent(), of_key) == "limit_exceeded"
    assert code(limits, make_intent(key_id="k2")) is None
    assert code(limits, make_intent(key_id="k3")) == "limit_exceeded"


@pytest.mark.parametrize("whose", ["key", "account"])
def test_orders_of_a_minute_are_counted(make_limits, make_intent, clock, whose):
    """429 with the seconds after which one more fits, and then it fits."""
    pairs = {"orders_per_minute": "2"}
    of_key = read(**pairs) if whose == "key" else None
    limits = make_limits({ACCOUNT: pairs} if whose == "account" else None)
    assert code(limits, make_intent(), of_key) is None
    clock.pass_by(seconds=20)
    assert code(limits, make_intent(), of_key) is None
    clock.pass_by(seconds=10)
    error = refused(limits, make_intent(), of_key)
    assert (error.code, error.extra["retry_after_seconds"]) == ("rate_limited", 30)
    clock.pass_by(seconds=29, milliseconds=999)
    assert refused(limits, make_intent(), of_key).extra["retry_after_seconds"] == 1
    clock.pass_by(milliseconds=1)
    assert code(limits, make_intent(), of_key) is None
    assert refused(limits, make_intent(), of_key).extra["retry_after_seconds"] == 20


def test_a_lower_rate_waits_for_enough_orders_to_leave_the_minute(make_limits, make_intent, clock):
    """Three went out before the limit was set: one a minute begins when the last of them is a minute old."""
    limits = make_limits()
    for _ in range(3):
        limits.reserve(make_intent(), None)
        clock.pass_by(seconds=10)
    error = refused(limits, make_intent(), read(orders_per_minute="1"))
    assert error.extra["retry_after_seconds"] == 50


@pytest.mark.parametrize("whose", ["key", "account"])
def test_the_same_order_waits_for_its_window(make_limits, make_intent, clock, whose):
    """The same terms under another id are refused until the window has passed; other terms are not."""
    pairs = {"duplicate_window_seconds": "60"}
    of_key = read(**pairs) if whose == "key" else None
    limits = make_limits({ACCOUNT: pairs} if whose == "account" else None)
    assert code(limits, make_intent(client_order_id="c-1"), of_key) is None
    clock.pass_by(seconds=59, milliseconds=999)
    assert code(limits, make_intent(client_order_id="c-2"), of_key) == "duplicate_order"
    for other in ({"quantity": "2"}, {"side": "SELL"}, {"account_id": "ibkr:DU2"}):
        assert code(limits, make_intent(**other), of_key) is None
    clock.pass_by(milliseconds=1)
    assert code(limits, make_intent(client_order_id="c-2"), of_key) is None
    assert code(limits, make_intent(client_order_id="c-3"), of_key) == "duplicate_order"


def test_an_account_sees_duplicates_of_every_key(make_limits, make_intent):
    """Two keys with one strategy: the account's window holds, a key's own would not."""
    limits = make_limits({ACCOUNT: {"duplicate_window_seconds": "60"}})
    assert code(limits, make_intent(key_id="k1")) is None
    assert code(limits, make_intent(key_id="k2")) == "duplicate_order"
    window = read(duplicate_window_seconds="60")
    free = make_limits()
    assert code(free, make_intent(key_id="k1"), window) is None
    assert code(free, make_intent(key_id="k2"), window) is None


def test_a_refused_order_uses_nothing_up(make_limits, make_intent):
    """Neither of the key where the account refuses, nor of the account where the key does."""
    limits = make_limits({ACCOUNT: {"max_quantity": "5", "daily_count": "1"}})
    of_key = read(daily_count="1", daily_value="100 USD")
    assert code(limits, make_intent(quantity="6"), of_key) == "limit_exceeded"
    assert code(limits, make_intent(value="101"), of_key) == "limit_exceeded"
    assert code(limits, make_intent(), of_key) is None


def change(make_intent, **members):
    """Return the intent of a change: it is no new order, and adds what it adds."""
    return make_intent(operation="modify_order", digest="", **members)


def test_a_change_counts_by_what_it_adds(make_limits, make_intent):
    """The whole is held against size and value, the growth against the day; it is no further order."""
    of_key = read(
        daily_count="1", daily_value="100 USD", max_value="90 USD", max_quantity="9",
        duplicate_window_seconds="60",
    )  # fmt: skip
    limits = make_limits()
    assert code(limits, make_intent(value="60"), of_key) is None
    less = change(make_intent, value="50", added_value=Decimal(0))
    assert code(limits, less, of_key) is None
    more = change(make_intent, value="90", added_value=Decimal(40))
    assert code(limits, more, of_key) is None
    assert code(limits, less, of_key) is None
    one = change(make_intent, value="90", added_value=Decimal("0.01"))
    assert code(limits, one, of_key) == "limit_exceeded"
    large = change(make_intent, value="90.01", added_value=Decimal(0))
    assert code(limits, large, of_key) == "limit_exceeded"
    many = change(make_intent, quantity="10", value="1", added_value=Decimal(0))
    assert code(limits, many, of_key) == "limit_exceeded"


def test_a_change_counts_towards_the_minute(make_limits, make_intent):
    """A loop that changes one order for ever is a runaway too."""
    limits, of_key = make_limits(), read(orders_per_minute="2")
    assert code(limits, make_intent(), of_key) is None
    assert code(limits, change(make_intent), of_key) is None
    assert code(limits, change(make_intent), of_key) == "rate_limited"


def test_what_was_not_sent_is_given_back(make_limits, make_intent):
    """Count, value, minute and duplicate window are as if it had not been; twice changes nothing."""
    limits = make_limits({ACCOUNT: {"daily_count": "1", "daily_value": "100 USD"}})
    of_key = read(orders_per_minute="1", duplicate_window_seconds="60")
    first = limits.reserve(make_intent(), of_key)
    assert code(limits, make_intent(), of_key) == "duplicate_order"
    first.release()
    first.release()
    assert code(limits, make_intent(), of_key) is None
    assert code(limits, make_intent(limit_price="99"), of_key) == "rate_limited"
    assert code(limits, make_intent(key_id="k2")) == "limit_exceeded"


def test_giving_back_what_is_a_day_old_changes_nothing(make_limits, make_intent, clock):
    """It was let go of already: nothing is counted below zero."""
    limits, of_key = make_limits(), read(daily_count="1", daily_value="100 USD")
    old = limits.reserve(make_intent(), of_key)
    clock.pass_by(hours=24)
    limits.reserve(make_intent(), of_key)
    old.release()
    assert code(limits, make_intent(), of_key) == "limit_exceeded"


def test_an_older_like_of_a_released_order_still_counts(make_limits, make_intent, clock):
    """Releasing the second of two alike leaves the first in the window."""
    limits = make_limits()
    limits.reserve(make_intent(), None)
    clock.pass_by(seconds=10)
    limits.reserve(make_intent(), None).release()
    assert code(limits, make_intent(), read(duplicate_window_seconds="11")) == "duplicate_order"
    assert code(limits, make_intent(), read(duplicate_window_seconds="10")) is None


async def test_a_restart_keeps_what_was_counted(make_limits, make_intent, clock, url):
    """Another process over the same database counts on; what was released or is a day old does not count."""
    of_key = read(daily_value="100 USD", daily_count="3", duplicate_window_seconds="80000")
    store = Store.open(url)
    limits = make_limits(store=store)
    old = limits.reserve(make_intent(limit_price="1", value="50"), of_key)
    clock.pass_by(hours=23)
    kept = limits.reserve(make_intent(limit_price="2", value="30.000000000000000001"), of_key)
    lost = limits.reserve(make_intent(limit_price="3", value="10"), of_key)
    for number, admission in enumerate((old, kept, lost), 1):
        await store.run(partial(admission.record, write_id=number))
    lost.release()
    await store.run(lambda connection: release_admission(connection, 3))
    await store.close()
    clock.pass_by(hours=1)
    store = Store.open(url)
    again = Limits(store, {}, clock)
    await again.load()
    assert code(again, make_intent(limit_price="2", value="1"), of_key) == "duplicate_order"
    assert code(again, make_intent(limit_price="3", value="70"), of_key) == "limit_exceeded"
    assert code(again, make_intent(limit_price="3", value="69.999999999999999999"), of_key) is None
    assert code(again, make_intent(limit_price="1", value="0"), of_key) is None
    assert code(again, make_intent(limit_price="4", value="0"), of_key) == "limit_exceeded"
    await store.close()


async def test_a_restart_keeps_the_minute_and_tells_changes_from_orders(
    make_limits, make_intent, clock, url
):
    """A change that was recorded counts towards the minute, not towards the day's orders."""
    store = Store.open(url)
    limits = make_limits(store=store)
    for number, intent in enumerate((make_intent(), change(make_intent)), 1):
        await store.run(partial(limits.reserve(intent, None).record, write_id=number))
    await store.close()
    store = Store.open(url)
    again = Limits(store, {}, clock)
    await again.load()
    assert code(again, make_intent(), read(orders_per_minute="2")) == "rate_limited"
    assert code(again, make_intent(), read(daily_count="2")) is None
    assert code(again, make_intent(), read(daily_count="2")) == "limit_exceeded"
    await store.close()


async def test_a_later_try_of_an_order_takes_the_place_of_the_first(
    make_limits, make_intent, clock
):
    """One row for each write, of the try that counts; changes are writes of their own."""
    limits = make_limits()
    first = limits.reserve(make_intent(value="10"), None)
    await limits._store.run(partial(first.record, write_id=1))
    first.release()
    await limits._store.run(lambda connection: release_admission(connection, 1))
    for number, intent in ((1, make_intent(value="20")), (2, change(make_intent))):
        clock.pass_by(milliseconds=1)
        await limits._store.run(partial(limits.reserve(intent, None).record, write_id=number))
    rows = await limits._store.run(
        lambda c: c.exec_driver_sql("select write_id, value, released from admissions").all()
    )
    assert sorted((row[0], row[1], bool(row[2])) for row in rows) == [
        (1, "20", False),
        (2, "100", False),
    ]


async def test_what_is_long_past_leaves_the_database(make_limits, make_intent, clock):
    """Rows of last month serve nobody."""
    limits = make_limits()
    await limits._store.run(partial(limits.reserve(make_intent(), None).record, write_id=1))
    clock.pass_by(days=29)
    await limits.load()
    count = "select count(*) from admissions"
    assert await limits._store.run(lambda c: c.exec_driver_sql(count).scalar()) == 1
    clock.pass_by(days=2)
    await limits.load()
    assert await limits._store.run(lambda c: c.exec_driver_sql(count).scalar()) == 0


ORDERS = st.lists(
    st.tuples(st.decimals("1", "40", places=18), st.integers(0, 3), st.booleans()), max_size=20
)


@given(ORDERS)
def test_orders_at_one_moment_never_exceed_the_day(make_intent, orders):
    """However requests take turns and whichever fail to be recorded, what stands is never more than the limit."""
    limits, standing, seen = Limits(Store.open(None)), [], []

    async def place(value, turns, is_recorded):
        for _ in range(turns):
            await asyncio.sleep(0)
        try:
            admission = limits.reserve(make_intent(value=value), read(daily_value="100 USD"))
        except NotSent:
            return
        standing.append(admission)
        seen.append(sum((one.value for one in standing), Decimal(0)))
        await asyncio.sleep(0)
        if not is_recorded:
            standing.remove(admission)
            admission.release()

    async def all_at_once():
        await asyncio.gather(*(place(*order) for order in orders))

    asyncio.run(all_at_once())
    assert all(total <= 100 for total in seen)
    assert bool(seen) == bool(orders)


VALUES = st.decimals("0.01", "60", places=2)
STEPS = st.lists(
    st.tuples(VALUES, st.sampled_from(["k1", "k2"]), st.booleans(), st.integers(0, 40_000)),
    max_size=25,
)


@settings(max_examples=200)
@given(STEPS)
def test_no_course_of_orders_exceeds_the_day(make_intent, steps):
    """Whatever is reserved and given back, and when: an order passes exactly if the last 24 hours have room."""
    now = [datetime(2026, 3, 2, tzinfo=UTC)]
    account = {ACCOUNT: read(daily_value="100 USD")}
    limits = Limits(Store.open(None), account, lambda: now[0])
    of_key, standing = read(daily_value="70 USD", daily_count="3"), []
    for value, key_id, is_given_back, seconds in steps:
        now[0] += timedelta(seconds=seconds)
        intent = make_intent(key_id=key_id, value=value)
        if not _within([*_recent(standing, now[0]), intent]):
            assert code(limits, intent, of_key) == "limit_exceeded"
        elif is_given_back:
            limits.reserve(intent, of_key).release()
        else:
            standing.append(limits.reserve(intent, of_key))


def _recent(standing, now):
    return [one for one in standing if now - one.admitted_at < timedelta(hours=24)]


def _within(admissions):
    """Whether what is admitted together keeps the account's and both keys' limits."""
    of_keys = [[one for one in admissions if one.key_id == key_id] for key_id in ("k1", "k2")]
    return (
        sum(one.value for one in admissions) <= 100
        and all(sum(one.value for one in own) <= 70 for own in of_keys)
        and all(len(own) <= 3 for own in of_keys)
    )
