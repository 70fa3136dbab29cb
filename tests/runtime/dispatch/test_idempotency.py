"""One id, one effect: replays, reused ids, concurrent posts, unknown and unsent writes."""

import asyncio

import pytest

from omnibroker.upstream.wire import Lost, NotSent, WireResponse

VIRTUAL_TIME = True
PLACED = "/DU1234567/orders"


def key(text):
    return [(b"idempotency-key", text.encode())]


def fail_placements(house, error, times=1):
    """Let the next placements end so at the engine; `after` ones reach the broker first."""
    left = [times]

    async def before(request):
        if request.target.endswith(PLACED) and left[0]:
            left[0] -= 1
            raise error

    house.engine.before = before


async def test_the_same_order_again_is_answered_from_the_journal(house):
    """200, Idempotency-Replayed, the same order; the broker hears of it once."""
    first, again = await house.place(), await house.place()
    assert (first.status, again.status) == (201, 200)
    assert "idempotency-replayed" not in first.headers
    assert again.headers["idempotency-replayed"] == "true"
    assert again.json()["order_id"] == first.json()["order_id"]
    assert house.engine.asked(PLACED) == 1


async def test_the_order_of_members_makes_no_other_payload(house, make_order, request_of):
    """Equal JSON in another spelling is the same order."""
    await house.place()
    body = dict(reversed(list(make_order().items())))
    answer = await house("POST", f"/v1/accounts/{house.account}/orders", body)
    assert answer.status == 200


@pytest.mark.parametrize("change", [{"quantity": "2"}, {"side": "SELL"}, {"limit_price": "100.5"}])
async def test_the_same_id_with_another_payload_is_refused(house, change):
    """422 idempotency_key_reused, nothing sent."""
    await house.place()
    answer = await house.place(**change)
    assert (answer.status, answer.json()["code"]) == (422, "idempotency_key_reused")
    assert house.engine.asked(PLACED) == 1


async def test_a_hundred_posts_at_once_are_one_upstream_send(house):
    """One 201, ninety-nine replays of it, one order at the broker."""
    answers = await asyncio.gather(*(house.place() for _ in range(100)))
    assert sorted(answer.status for answer in answers) == [200] * 99 + [201]
    assert len({answer.json()["order_id"] for answer in answers}) == 1
    assert house.engine.asked(PLACED) == 1
    assert len(await house.broker_orders()) == 1


@pytest.mark.parametrize("at", ["before", "after"])
async def test_an_unknown_outcome_stays_the_same_504(house, at):
    """A cut placement is 504 with order_id and Location, the same at each retry, and never sent again."""
    if at == "after":
        await house.fault("/orders", "reset_after", method="POST")
        house.engine.before = _lost_on_reset(house)
    else:
        fail_placements(house, Lost("reset", "cut"))
    answers = [await house.place() for _ in range(3)]
    assert [answer.status for answer in answers] == [504] * 3
    assert {answer.json()["code"] for answer in answers} == {"outcome_unknown"}
    ids = {answer.json()["order_id"] for answer in answers}
    assert len(ids) == 1
    location = f"/v1/accounts/{house.account}/orders/{ids.pop()}"
    assert {answer.headers.get("location") for answer in answers} == {location}
    assert house.engine.asked(PLACED) == 1
    assert len(await house.broker_orders()) == (1 if at == "after" else 0)


def _lost_on_reset(house):
    """Turn the simulator's cut connection into what an engine makes of it."""
    app = house.engine.app

    async def cut(scope, receive, send):
        try:
            await app(scope, receive, send)
        except ConnectionResetError:
            raise Lost("reset", "cut") from None

    house.engine.app = cut

    async def before(_request):
        return None

    return before


async def test_an_unknown_order_that_the_broker_shows_is_proven(house):
    """Looked at, the order is found by its tag; from then on a retry is a replay, not a 504."""
    await house.fault("/orders", "reset_after", method="POST")
    house.engine.before = _lost_on_reset(house)
    unknown = await house.place()
    assert unknown.status == 504
    shown = await house("GET", unknown.headers["location"])
    assert (shown.status, shown.json()["status"]) == (200, "WORKING")
    again = await house.place()
    assert (again.status, again.json()["status"]) == (200, "WORKING")
    assert house.engine.asked(PLACED) == 1


async def test_an_unknown_order_that_the_broker_does_not_show_stays_unknown(house):
    """Silence is not "no": status UNKNOWN, and the retry is the same 504."""
    fail_placements(house, Lost("reset", "cut"))
    unknown = await house.place()
    shown = await house("GET", unknown.headers["location"])
    assert (shown.status, shown.json()["status"]) == (200, "UNKNOWN")
    assert (await house.place()).status == 504


async def test_an_order_proven_not_sent_is_tried_anew_under_the_same_order_id(house):
    """A refused connection is 503; the retry places it with the same tag, so the broker's guard works too."""
    tags = []

    async def before(request):
        if request.target.endswith(PLACED):
            tags.append(request.body)
            if len(tags) == 1:
                raise NotSent("connect", "refused")

    house.engine.before = before
    first = await house.place()
    assert (first.status, first.json()["code"]) == (503, "upstream_unavailable")
    listed = await house("GET", "/v1/orders")
    assert listed.json()["items"] == []
    second = await house.place()
    assert second.status == 201
    assert tags[0] == tags[1]
    assert second.json()["order_id"].encode() in tags[0]


async def test_posts_that_wait_for_one_that_was_not_sent_are_told_so(house):
    """Nobody gets a 404 or an order that does not exist; a retry places it once."""
    fail_placements(house, NotSent("connect", "refused"))
    answers = await asyncio.gather(*(house.place() for _ in range(10)))
    assert {answer.status for answer in answers} <= {200, 201, 503}
    assert len(await house.broker_orders()) <= 1
    assert (await house.place()).status in {200, 201}
    assert len(await house.broker_orders()) == 1


async def test_a_post_while_the_same_is_running_waits_and_then_says_in_progress(house, patiently):
    """Up to the deadline it waits; then 409 in_progress, retry with the same id; nothing is sent twice."""
    go = asyncio.Event()

    async def before(request):
        if request.target.endswith(PLACED):
            await go.wait()

    house.engine.before = before
    first = asyncio.create_task(house.place())
    await patiently(lambda: house.engine.asked(PLACED))
    second = await house.place()
    assert (second.status, second.json()["code"]) == (409, "in_progress")
    assert second.json()["retry"] == "same_id"
    go.set()
    assert (await first).status == 201
    assert house.engine.asked(PLACED) == 1


async def test_a_rejected_order_is_replayed_as_rejected(house):
    """The broker's refusal is settled: 422 with the order's id first, then the order as it is."""

    async def before(request):
        if request.target.endswith(PLACED):
            return WireResponse(400, {}, b'{"error": "no permission"}')
        return None

    house.engine.before = before
    first = await house.place()
    assert (first.status, first.json()["code"]) == (422, "rejected_by_broker")
    order_id = first.json()["order_id"]
    again = await house.place()
    assert (again.status, again.json()["status"]) == (200, "REJECTED")
    shown = await house("GET", f"/v1/accounts/{house.account}/orders/{order_id}")
    assert (shown.status, shown.json()["status"]) == (200, "REJECTED")
    assert house.engine.asked(PLACED) == 1


async def placed(house):
    """Return the path of a working order."""
    answer = await house.place()
    assert answer.status == 201
    return answer.headers["location"]


async def test_a_change_is_made_once_for_each_key(house):
    """Same key, same patch: a replay; another patch: refused; another key: another change."""
    path = await placed(house)
    patch = {"limit_price": "101"}
    answers = [await house("PATCH", path, patch, headers=key("k1")) for _ in range(2)]
    assert [answer.status for answer in answers] == [200, 200]
    assert answers[1].headers["idempotency-replayed"] == "true"
    other = await house("PATCH", path, {"limit_price": "102"}, headers=key("k1"))
    assert (other.status, other.json()["code"]) == (422, "idempotency_key_reused")
    assert house.engine.asked("/order/910001") == 1


async def test_the_same_change_at_the_same_moment_is_made_once(house):
    """Twenty equal patches with one key are one upstream change and no server error."""
    path = await placed(house)
    calls = (house("PATCH", path, {"limit_price": "101"}, headers=key("k1")) for _ in range(20))
    answers = await asyncio.gather(*calls)
    assert {answer.status for answer in answers} == {200}
    assert house.engine.asked("/order/910001") == 1


async def test_a_key_is_needed_to_change_or_confirm(house):
    """Without Idempotency-Key a change is 400; a cancel needs none."""
    path = await placed(house)
    assert (await house("PATCH", path, {"limit_price": "101"})).status == 400
    assert (await house("POST", f"{path}/confirm", {"message_ids": ["o1"]})).status == 400
    assert (await house("POST", f"{path}/cancel")).status in {200, 202}


async def test_a_cancel_may_be_asked_for_again(house):
    """Twice cancelled is cancelled; no key, no error."""
    path = await placed(house)
    answers = [await house("POST", f"{path}/cancel") for _ in range(3)]
    assert {answer.status for answer in answers} <= {200, 202}


async def test_a_session_write_runs_once_for_each_key(house):
    """A repeat does nothing, and is told of the session as it is now."""
    path = "/v1/connections/ibkr/session/close"
    first, again = [await house("POST", path, headers=key("s1")) for _ in range(2)]
    assert (first.status, again.status) == (200, 200)
    assert again.headers["idempotency-replayed"] == "true"
    assert (first.json()["state"], again.json()["state"]) == ("LOGGED_OUT", "LOGGED_OUT")
    logouts = [each.target for each in house.engine.requests].count("/v1/api/logout")
    assert logouts == 1
    assert house.engine.asked("/logout") == 1


async def test_a_session_write_that_breaks_does_not_block_its_key(house):
    """A failed refresh may be tried again with the same key."""
    path = "/v1/connections/ibkr/session/refresh"
    await house.control("POST", "session", {"action": "logout"})
    assert (await house("POST", path, headers=key("s1"))).status == 503
    await house.control("POST", "session", {"action": "login"})
    assert (await house("POST", path, headers=key("s1"))).status == 200


async def test_the_same_session_write_at_the_same_moment_runs_once(house):
    """Others wait for the first one, up to the deadline."""
    path = "/v1/connections/ibkr/session/refresh"
    answers = await asyncio.gather(*(house("POST", path, headers=key("s1")) for _ in range(5)))
    assert {answer.status for answer in answers} == {200}
    assert house.engine.asked("/ssodh/init") == 1
