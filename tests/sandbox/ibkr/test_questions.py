"""Questions before an order: chains, answers, stale replies, suppression."""

import pytest

from omnibroker_sandbox.book import book
from omnibroker_sandbox.ibkr import QuestionPolicy

FAR = {"orderType": "LMT", "price": 250}


def orders(gateway) -> list[dict]:
    return book(gateway.sandbox.exchange)["orders"]


async def answer(gateway, question, confirmed=True):
    return await gateway("reply", {"confirmed": confirmed}, replyId=question["id"])


async def test_limit_far_through_the_market_is_questioned(gateway) -> None:
    """More than 3 % through the market asks o163, with a line break in the text; less does not."""
    question = (await gateway.place(**FAR)).body[0]
    assert question["messageIds"] == ["o163"]
    assert "\n" in question["message"][0]
    assert "price exceeds the Percentage constraint of 3%" in question["message"][0].replace(
        "\n", ""
    )
    assert question["isSuppressed"] is False
    assert orders(gateway) == []
    assert "order_id" in (await gateway.place(orderType="LMT", price=184)).body[0]
    assert "order_id" in (await gateway.place(orderType="LMT", price=100)).body[0]


async def test_confirmed_question_places_the_order(gateway) -> None:
    """A yes brings the ack, with the client id."""
    question = (await gateway.place(**FAR, cOID="q-1")).body[0]
    ack = (await answer(gateway, question)).body[0]
    assert (ack["local_order_id"], len(orders(gateway))) == ("q-1", 1)


async def test_declined_question_discards_the_order(gateway) -> None:
    """A no discards the request; the same id cannot be answered again."""
    question = (await gateway.place(**FAR)).body[0]
    assert (await answer(gateway, question, confirmed=False)).body == {
        "error": "Order not confirmed "
    }
    assert "reply id not found" in (await answer(gateway, question)).body["error"]
    assert orders(gateway) == []


async def test_questions_come_in_a_chain(gateway) -> None:
    """One request may be asked about several things, one after the other."""
    asked = []
    rows = (await gateway.place(**FAR, quantity=6000)).body
    while "messageIds" in rows[0]:
        asked += rows[0]["messageIds"]
        rows = (await answer(gateway, rows[0])).body
    assert asked == ["o163", "o383", "o451"]
    assert rows[0]["order_id"] == "910001"


async def test_reply_needs_a_real_boolean(gateway) -> None:
    """Text instead of a boolean makes the server fail, and the question stays open."""
    question = (await gateway.place(**FAR)).body[0]
    broken = await gateway("reply", {"confirmed": "true"}, replyId=question["id"])
    assert (broken.status, broken.body) == (500, b"")
    assert "order_id" in (await answer(gateway, question)).body[0]


@pytest.mark.parametrize(
    ("mode", "status", "live"),
    [("error_200", 200, 0), ("error_400", 400, 0), ("live_503", 503, 1)],
)
async def test_overtaken_question(make_gateway, mode, status, live) -> None:
    """A question overtaken by another order fails, and in one mode its order goes live anyway."""
    gateway = make_gateway(stale_reply=mode)
    question = (await gateway.place(**FAR, cOID="first")).body[0]
    await gateway.place(cOID="second")
    late = await answer(gateway, question)
    assert late.status == status
    placed = [row for row in orders(gateway) if row["reference"] == "first"]
    assert len(placed) == live


async def test_cancel_leaves_a_question_open(gateway) -> None:
    """Cancelling another order does not overtake a question."""
    await gateway.place(orderType="LMT", price=100)
    question = (await gateway.place(**FAR)).body[0]
    await gateway("cancel_order", accountId=gateway.account, orderId="910001")
    assert "order_id" in (await answer(gateway, question)).body[0]


async def test_suppressed_messages_are_not_asked(gateway) -> None:
    """Suppression replaces the list, lasts until the reset, and an empty list is an error."""
    await gateway("suppress_messages", {"messageIds": ["o163", "o999"]})
    assert "order_id" in (await gateway.place(**FAR)).body[0]
    assert (await gateway("suppress_messages", {"messageIds": []})).status == 500
    assert (await gateway("suppress_messages", {"messageIds": "o163"})).status == 400
    await gateway("reset_suppressed_messages")
    assert "messageIds" in (await gateway.place(**FAR)).body[0]


@pytest.mark.parametrize(
    ("policy", "fields", "message_id"),
    [
        ({"market_orders": True}, {}, "o10151"),
        ({"without_quote": True}, {}, "o354"),
        ({"tick_limit": 50}, {"orderType": "LMT", "price": 183}, "o382"),
        ({"size_limit": 9}, {}, "o383"),
        ({"value_limit": 100}, {}, "o451"),
        ({"percentage": 1}, {"orderType": "LMT", "price": 185}, "o163"),
    ],
)
async def test_rules_can_be_chosen(make_gateway, policy, fields, message_id) -> None:
    """Each rule can be switched on or tightened."""
    gateway = make_gateway(questions=QuestionPolicy(**policy))
    assert (await gateway.place(**fields)).body[0]["messageIds"] == [message_id]


async def test_growing_an_order_may_be_questioned(make_gateway) -> None:
    """A change that adds more than the limit asks o10138."""
    gateway = make_gateway(questions=QuestionPolicy(size_change_limit=5))
    ticket = {"conid": 265598, "side": "BUY", "tif": "DAY", "orderType": "LMT", "price": 100}
    await gateway.place(orderType="LMT", price=100)
    path = {"accountId": gateway.account, "orderId": "910001"}
    question = (await gateway("modify_order", {**ticket, "quantity": 16}, **path)).body[0]
    assert question["messageIds"] == ["o10138"]
    assert orders(gateway)[0]["quantity"] == "10"
    await answer(gateway, question)
    assert orders(gateway)[0]["quantity"] == "16"


async def test_flaky_mode_leaves_questions_out(make_gateway) -> None:
    """The same ticket may be asked about one time and not the next, repeatably."""
    gateway = make_gateway(questions=QuestionPolicy(flaky=True))
    kinds = ["messageIds" in (await gateway.place(**FAR)).body[0] for _ in range(6)]
    assert set(kinds) == {True, False}
