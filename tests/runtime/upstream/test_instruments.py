"""Instrument look-ups: one at a time for each question, each account its own, and no longer than asked."""

import asyncio

import pytest

from omnibroker.kit.errors import UpstreamFailure
from omnibroker.kit.instruments import Lookup, Resolved
from omnibroker.kit.upstream import Account
from omnibroker.upstream.instruments import Instruments

VIRTUAL_TIME = True


def account(native_id):
    account_id = f"a:{native_id}" if native_id else ""
    return Account(account_id, native_id, "ibkr", "a", "paper", True)


class Symbols:
    """Looks every key up by one call that names the account."""

    @staticmethod
    def to_lookup(key, account):
        return Lookup("find", {"account": account.broker_account_id, "symbol": key.symbol})

    @staticmethod
    def from_lookup(key, lookup, answer):
        return [Resolved(key.text, answer, "STOCK", "USD", "SHARE")]


class Session:
    """Answers after three seconds, with the account in the native id."""

    def __init__(self):
        self.asked = []

    async def perform(self, operation, parameters, body, *, deadline, account):
        self.asked.append((operation, account.account_id, parameters))
        await asyncio.sleep(3)
        return f"{parameters['symbol']}-{parameters['account']}"


def instruments_in(epochs, *, by_session):
    """Look-ups of a session whose epoch is the last of `epochs`."""
    session = Session()
    made = Instruments("a", session, Symbols, lambda: epochs[-1], by_session=by_session)
    made.session = session
    return made


@pytest.fixture
def instruments():
    return instruments_in([1], by_session=True)


def now():
    return asyncio.get_running_loop().time()


async def test_each_account_has_its_own_answer(instruments):
    """What one account calls an instrument says nothing of another's; each is asked once."""
    for _ in range(2):
        for native_id in ("1", "2"):
            found = await instruments.resolve("AAPL.US", account(native_id), now() + 10)
            assert found.native_id == f"AAPL-{native_id}"
    assert [asked[1] for asked in instruments.session.asked] == ["a:1", "a:2"]


async def test_equal_questions_are_one_look_up_and_each_waits_as_long_as_it_may(instruments):
    """The impatient one is told upstream_timeout; the other gets the answer of the same call."""
    patient = asyncio.create_task(instruments.resolve("AAPL.US", account("1"), now() + 10))
    await asyncio.sleep(0)
    with pytest.raises(UpstreamFailure) as told:
        await instruments.resolve("AAPL.US", account("1"), now() + 1)
    assert told.value.code == "upstream_timeout"
    assert (await patient).native_id == "AAPL-1"
    assert len(instruments.session.asked) == 1


@pytest.mark.parametrize(("by_session", "look_ups"), [(True, 2), (False, 1)])
async def test_what_is_known_ends_with_the_epoch_only_where_the_broker_wants_it(
    by_session, look_ups
):
    """A renewed session looks an instrument up again for a broker that quotes nothing else, once."""
    epochs = [1]
    instruments = instruments_in(epochs, by_session=by_session)
    await instruments.resolve("AAPL.US", account(""), now() + 10)
    epochs.append(2)
    for _ in range(2):
        found = await instruments.resolve("AAPL.US", account(""), now() + 10)
        assert found.native_id == "AAPL-"
    assert len(instruments.session.asked) == look_ups
