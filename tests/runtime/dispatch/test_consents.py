"""Standing consents: what a key accepts beforehand is answered within its request, and nothing else ever is."""

import asyncio

import pytest

from omnibroker.security import Principal
from omnibroker.upstream.wire import Lost, NotSent

VIRTUAL_TIME = True
BIG = {"quantity": "9000", "limit_price": "20"}
BIGGER = {"quantity": "9000", "limit_price": "100"}
YES = b'{"confirmed":true}'
SCOPES = frozenset({"market:read", "account:read", "trade:paper"})


def holder(*consents):
    """A key that may trade and accepts these questions beforehand."""
    return Principal("sandbox", SCOPES, frozenset({"*"}), consents=frozenset(consents))


@pytest.fixture
def consenting(make_house):
    """Build a gateway whose one key accepts these questions beforehand."""
    houses = []

    def make(*consents):
        houses.append(make_house(keys={"sandbox": holder(*consents)}))
        return houses[-1]

    return make


def answers(house):
    """The answers that the broker got to its questions."""
    return [r.body for r in house.engine.requests if "/iserver/reply/" in r.target]


def reply_with(house, error):
    """Let the next reply end with an error."""
    waiting = [error]

    async def before(request):
        if "/iserver/reply/" in request.target and waiting:
            raise waiting.pop()

    house.engine.before = before


async def test_a_question_that_the_key_accepts_is_answered_at_once(consenting):
    """201 with the order at work; one yes; the session is free and no "no" follows."""
    house = consenting("ibkr:o383")
    answer = await house.place(**BIG)
    assert (answer.status, answer.json()["status"]) == (201, "WORKING")
    assert "confirmation" not in answer.json()
    assert house.connection.held_by is None
    assert len(await house.broker_orders()) == 1
    assert (await house.place("c-2")).status == 201
    await asyncio.sleep(60)
    assert answers(house) == [YES]


@pytest.mark.parametrize("consents", [(), ("ibkr:o163",), ("tiger:o383",), ("o383",), ("*",)])
async def test_any_other_question_waits_for_a_person(consenting, consents):
    """202 with the question; nothing is answered; without a person the answer is no."""
    house = consenting(*consents)
    answer = await house.place(**BIG)
    assert (answer.status, answer.json()["status"]) == (202, "NEEDS_CONFIRMATION")
    assert answers(house) == []
    await asyncio.sleep(16)
    assert answers(house) == [b'{"confirmed":false}']


async def test_the_consent_of_another_key_is_none(make_house):
    """Each key consents for itself."""
    house = make_house(keys={"other": holder("ibkr:o383")})
    assert (await house.place(**BIG)).status == 202
    assert answers(house) == []


async def test_the_next_question_is_another_question(consenting):
    """Accepted: answered too. Not accepted: open, with its own ids, for a person."""
    both = consenting("ibkr:o383", "ibkr:o451")
    assert (await both.place(**BIGGER)).status == 201
    assert answers(both) == [YES, YES]
    one = consenting("ibkr:o383")
    answer = await one.place(**BIGGER)
    assert answer.status == 202
    ids = answer.json()["confirmation"]["message_ids"]
    assert ids == ["o451"]
    assert answers(one) == [YES]
    path, key = answer.headers["location"], [(b"idempotency-key", b"k1")]
    confirmed = await one("POST", f"{path}/confirm", {"message_ids": ids}, headers=key)
    assert (confirmed.status, confirmed.json()["status"]) == (200, "WORKING")


async def test_after_a_persons_yes_the_consents_hold(consenting):
    """The question that a key accepts is answered, whoever answered the one before."""
    house = consenting("ibkr:o451")
    answer = await house.place(**BIGGER)
    ids = answer.json()["confirmation"]["message_ids"]
    assert (answer.status, ids) == (202, ["o383"])
    path, key = answer.headers["location"], [(b"idempotency-key", b"k1")]
    confirmed = await house("POST", f"{path}/confirm", {"message_ids": ids}, headers=key)
    assert (confirmed.status, confirmed.json()["status"]) == (200, "WORKING")
    assert answers(house) == [YES, YES]


async def test_a_repeated_request_is_answered_once(consenting):
    """The same client_order_id is the same order: no second send and no second yes."""
    house = consenting("ibkr:o383")
    first, again = await house.place(**BIG), await house.place(**BIG)
    assert (first.status, again.status) == (201, 200)
    assert again.json()["order_id"] == first.json()["order_id"]
    assert answers(house) == [YES]


async def test_a_yes_that_is_lost_is_unknown(consenting):
    """504 with the order's id: it may be at the market; it is asked for by the same id."""
    house = consenting("ibkr:o383")
    reply_with(house, Lost("timeout", "x"))
    answer = await house.place(**BIG)
    assert (answer.status, answer.json()["code"]) == (504, "outcome_unknown")
    assert answer.headers["location"].endswith(answer.json()["order_id"])
    assert len(answers(house)) == 1


async def test_a_yes_that_was_not_sent_leaves_the_question_open(consenting):
    """202: the order waits, a person may still confirm it, and nothing else is placed meanwhile."""
    house = consenting("ibkr:o383")
    reply_with(house, NotSent("connect", "x"))
    answer = await house.place(**BIG)
    assert (answer.status, answer.json()["status"]) == (202, "NEEDS_CONFIRMATION")
    assert (await house.place("c-2")).status == 409
    ids, key = answer.json()["confirmation"]["message_ids"], [(b"idempotency-key", b"k1")]
    path = answer.headers["location"]
    confirmed = await house("POST", f"{path}/confirm", {"message_ids": ids}, headers=key)
    assert confirmed.status == 200
    assert len(await house.broker_orders()) == 1


async def test_a_change_that_is_asked_about_is_accepted_too(consenting):
    """The order has its new quantity; nothing waits."""
    house = consenting("ibkr:o383")
    path = (await house.place(quantity="3000", limit_price="20")).headers["location"]
    key = [(b"idempotency-key", b"m1")]
    answer = await house("PATCH", path, {"quantity": "5500"}, headers=key)
    assert (answer.status, answer.json()["status"]) == (200, "WORKING")
    assert (await house("GET", path)).json()["quantity"] == "5500"
    assert answers(house) == [YES]


async def test_questions_are_never_suppressed_for_the_session(consenting):
    """A consent is one key's; IBKR's suppression would be everybody's."""
    house = consenting("ibkr:o383")
    await house.place(**BIG)
    assert not [r.target for r in house.engine.requests if "suppress" in r.target]
