"""The state of the gateway, the kill switch, and the audit chain, through the contract."""

import asyncio

import pytest
import sqlalchemy as sa

from omnibroker.security import Principal
from omnibroker.storage.store import Store
from omnibroker.storage.tables import audit, writes

VIRTUAL_TIME = True
ADMIN = frozenset({"admin", "account:read", "trade:paper"})
KEYS = {
    "first": Principal("first", ADMIN, frozenset({"ibkr:DU1234567"})),
    "second": Principal("second", ADMIN, frozenset({"ibkr:DU7654321"})),
    "reader": Principal("reader", frozenset({"account:read"}), frozenset({"*"})),
}
PATHS = {
    "status": ("GET", "/v1/admin/status"),
    "halt": ("POST", "/v1/admin/halt"),
    "resume": ("POST", "/v1/admin/resume"),
    "audit": ("GET", "/v1/admin/audit"),
    "verify": ("POST", "/v1/admin/audit/verify"),
}
GATEWAY = {"scope": "gateway", "reason": "a drill"}
ACCOUNT = {"scope": "account", "name": "ibkr:DU1234567", "reason": "a drill"}


@pytest.fixture
async def house(make_house):
    """A gateway over a simulated broker, with keys that name one account each."""
    made = make_house(ready=True, keys=KEYS)
    yield made
    await made.connection.session.aclose()


def ask(house, what, body=None, *, key="sandbox", again="k1", query=b""):
    """Ask one of the operations; a body goes with an Idempotency-Key."""
    headers = [(b"idempotency-key", again.encode())] if body else []
    return house(*PATHS[what], body, key=key, headers=headers, query=query)


@pytest.mark.parametrize("what", sorted(PATHS))
async def test_every_operation_needs_the_scope_admin(house, what):
    """A key that reads everything runs nothing."""
    body = GATEWAY if what in {"halt", "resume"} else None
    answer = await ask(house, what, body, key="reader")
    assert (answer.status, answer.json()["code"]) == (403, "forbidden")


async def test_the_status_shows_what_is_so(house):
    """Versions, journal, halts, audit, and each connection with its session and breaker."""
    await house("GET", "/v1/accounts")
    document = (await ask(house, "status")).json()
    assert document["journal"] == {"durable": False}
    assert (document["unknown_writes"], document["halts"]) == (0, [])
    (connection,) = document["connections"]
    assert (connection["breaker"], connection["trading_halted"]) == ("CLOSED", False)
    assert connection["session"]["state"] == "READY"


async def test_the_status_counts_unproven_writes_of_the_key_alone(house):
    """One account's trouble is not another key's business."""
    await house.place()
    await run(house, sa.update(writes).values(state="UNKNOWN"))
    counts = {
        key: (await ask(house, "status", key=key)).json()["unknown_writes"]
        for key in ("sandbox", "first", "second")
    }
    assert counts == {"sandbox": 1, "first": 1, "second": 0}


async def run(house, statement):
    """Do something with the gateway's database."""
    await house.gateway.store.run(lambda connection: connection.execute(statement))


async def test_a_halt_is_shown_until_it_is_resumed(house):
    """Who, why, since when: in the answer, in the status, on the connection; then no more."""
    halted = (await ask(house, "halt", GATEWAY)).json()
    assert (halted["scope"], halted["halted"], halted["key_id"]) == ("gateway", True, "sandbox")
    assert halted["reason"] == "a drill"
    assert "name" not in halted
    shown = (await ask(house, "status")).json()
    assert [halt["since"] for halt in shown["halts"]] == [halted["since"]]
    assert shown["connections"][0]["trading_halted"] is True
    (row,) = (await house("GET", "/v1/connections")).json()["items"]
    assert row["trading_halted"] is True
    resumed = (await ask(house, "resume", GATEWAY, again="k2")).json()
    assert resumed["halted"] is False
    assert (await ask(house, "status")).json()["halts"] == []


async def test_an_account_is_halted_without_its_connection(house):
    """The connection goes on: only this account is named in the status."""
    halted = (await ask(house, "halt", ACCOUNT)).json()
    assert (halted["scope"], halted["name"]) == ("account", "ibkr:DU1234567")
    shown = (await ask(house, "status")).json()
    assert [halt["name"] for halt in shown["halts"]] == ["ibkr:DU1234567"]
    assert shown["connections"][0]["trading_halted"] is False


@pytest.mark.parametrize(
    ("body", "status", "code"),
    [
        ({"scope": "gateway", "name": "ibkr"}, 422, "value_not_supported"),
        ({"scope": "broker"}, 422, "value_not_supported"),
        ({"scope": "broker", "name": "tiger"}, 404, "unknown_broker"),
        ({"scope": "connection", "name": "none"}, 404, "unknown_connection"),
        ({"scope": "account", "name": "none:1"}, 404, "unknown_account"),
        ({"scope": "account", "name": "ibkr"}, 404, "unknown_account"),
        ({"scope": "account", "name": "ibkr:du1234567"}, 404, "unknown_account"),
        ({"scope": "planet"}, 400, "invalid_request"),
    ],
)
@pytest.mark.parametrize("what", ["halt", "resume"])
async def test_a_scope_that_is_not_there_is_refused(house, what, body, status, code):
    """What cannot be halted is said, and nothing is halted."""
    await house("GET", "/v1/accounts")
    answer = await ask(house, what, {**body, "reason": "a drill"})
    assert (answer.status, answer.json()["code"]) == (status, code)
    assert (await ask(house, "status")).json()["halts"] == []


@pytest.mark.parametrize(
    "body",
    [
        GATEWAY,
        {**GATEWAY, "scope": "broker", "name": "ibkr"},
        {**GATEWAY, "scope": "connection", "name": "ibkr"},
        ACCOUNT,
    ],
)
@pytest.mark.parametrize("what", ["halt", "resume"])
async def test_a_key_halts_and_resumes_only_what_it_names(house, what, body):
    """Another's account, or anything wider than an account, is 403; the halt that was there stays."""
    await ask(house, "halt", body)
    answer = await ask(house, what, body, key="second", again="k2")
    assert (answer.status, answer.json()["code"]) == (403, "forbidden")
    assert len((await ask(house, "status")).json()["halts"]) == 1


async def test_a_key_may_halt_its_own_account(house):
    """And sees that halt, while another account's key does not."""
    assert (await ask(house, "halt", ACCOUNT, key="first")).status == 200
    seen = {
        key: len((await ask(house, "status", key=key)).json()["halts"])
        for key in ("first", "second")
    }
    assert seen == {"first": 1, "second": 0}


async def test_a_halt_is_made_once_for_each_key(house):
    """Sent again it is the first answer; with another body it is refused."""
    first, again = [await ask(house, "halt", GATEWAY) for _ in range(2)]
    assert again.headers["idempotency-replayed"] == "true"
    assert again.body == first.body
    other = await ask(house, "halt", {**GATEWAY, "reason": "another"})
    assert (other.status, other.json()["code"]) == (422, "idempotency_key_reused")


async def test_a_halt_of_an_account_that_is_gone_can_be_ended(house):
    """Halted before anybody knew the accounts; ended, it cannot be made again."""
    gone = {**ACCOUNT, "name": "ibkr:DU999"}
    assert (await ask(house, "halt", gone)).status == 200
    await house("GET", "/v1/accounts")
    assert (await ask(house, "resume", gone, again="k2")).status == 200
    assert (await ask(house, "status")).json()["halts"] == []
    assert (await ask(house, "halt", gone, again="k3")).status == 404


async def test_halts_at_one_moment_with_one_key_are_one(make_house, tmp_path, monkeypatch):
    """On a database too, where the second finds the first one's row."""
    monkeypatch.chdir(tmp_path)
    house = make_house(ready=True, store=Store.open(f"sqlite:///{tmp_path}/journal.sqlite3"))
    await house.gateway.journal.open()
    answers = await asyncio.gather(*(ask(house, "halt", GATEWAY) for _ in range(5)))
    assert {(answer.status, answer.json()["halted"]) for answer in answers} == {(200, True)}
    await house.connection.session.aclose()
    await house.gateway.journal.close()


async def test_a_repeat_never_tells_of_a_switch_that_was_turned_since(house):
    """A halt with a key of yesterday halts nothing and says so; a resume that comes late lifts no newer halt."""
    await ask(house, "halt", GATEWAY)
    await ask(house, "resume", GATEWAY, again="k2")
    late = await ask(house, "halt", GATEWAY)
    assert (late.status, late.json()["code"]) == (422, "idempotency_key_reused")
    assert "is not halted" in late.json()["detail"]
    assert (await ask(house, "status")).json()["halts"] == []
    await ask(house, "halt", GATEWAY, again="k3")
    assert (await ask(house, "halt", GATEWAY)).json()["halted"] is True
    late = await ask(house, "resume", GATEWAY, again="k2")
    assert (late.status, late.json()["code"]) == (422, "idempotency_key_reused")
    assert len((await ask(house, "status")).json()["halts"]) == 1


async def items(house, *, key="sandbox", query=b""):
    """The audit records that a key is shown."""
    answer = await ask(house, "audit", key=key, query=query)
    assert answer.status == 200, answer.body
    return answer.json()["items"]


async def test_every_write_is_recorded_before_and_after(house):
    """Intent with the body as it was asked for, outcome with what is proven; by whom, about what."""
    placed = (await house.place(limit_price="100.50")).json()
    outcome, intent = await items(house)
    assert [intent["kind"], outcome["kind"]] == ["INTENT", "OUTCOME"]
    for record in (intent, outcome):
        assert record["operation"] == "place_order"
        assert record["key_id"] == "sandbox"
        assert record["account_id"] == house.account
        assert record["order_id"] == placed["order_id"]
        assert record["client_order_id"] == "c-1"
    assert intent["payload"]["limit_price"] == "100.50"
    assert outcome["outcome"] == "ACCEPTED"


async def test_a_write_about_no_account_says_what_it_is_about(house):
    """A session's writes stand under its connection, the gateway's under it."""
    headers = [(b"idempotency-key", b"s1")]
    await house("POST", "/v1/connections/ibkr/session/refresh", headers=headers)
    await ask(house, "halt", GATEWAY)
    records = await items(house)
    assert {r["scope"] for r in records} == {"ibkr", "gateway"}
    assert not any("account_id" in record for record in records)
    (intent,) = [r for r in records if r["kind"] == "INTENT" and r["scope"] == "gateway"]
    assert intent["payload"] == GATEWAY
    assert intent["idempotency_key"] == "k1"


async def test_keys_see_records_of_their_accounts_alone(house):
    """Another account's, and the gateway's own, are not there; asked for by name they are 403."""
    await house.place()
    await ask(house, "halt", {**GATEWAY, "scope": "connection", "name": "ibkr"})
    assert {r["account_id"] for r in await items(house, key="first")} == {house.account}
    assert await items(house, key="second") == []
    answer = await ask(house, "audit", key="second", query=b"account_id=ibkr:DU1234567")
    assert (answer.status, answer.json()["code"]) == (403, "forbidden")


async def test_records_are_filtered_and_paged(house):
    """By operation and order; a cursor goes on with the same filters and with no other ones."""
    order_id = (await house.place()).json()["order_id"]
    await house("POST", f"/v1/accounts/{house.account}/orders/{order_id}/cancel")
    await house.place("c-2")
    found = await items(house, query=b"operation=place_order")
    assert len(found) == 4
    found = await items(house, query=b"order_id=" + order_id.encode())
    assert [r["operation"] for r in found] == ["cancel_order"] * 2 + ["place_order"] * 2
    pages, query = [], b"limit=4"
    while query:
        page = (await ask(house, "audit", query=query)).json()
        pages.append([r["number"] for r in page["items"]])
        cursor = page.get("next_cursor")
        query = b"limit=4&cursor=" + cursor.encode() if cursor else b""
    assert pages == [[6, 5, 4, 3], [2, 1]]
    first = (await ask(house, "audit", query=b"limit=1")).json()["next_cursor"]
    other = await ask(house, "audit", query=b"operation=place_order&cursor=" + first.encode())
    assert (other.status, other.json()["code"]) == (422, "value_not_supported")


async def test_a_time_that_does_not_exist_is_refused(house):
    """422, before anything is read."""
    answer = await ask(house, "audit", query=b"start_at=2026-02-30T00:00:00Z")
    assert (answer.status, answer.json()["code"]) == (422, "value_not_supported")


async def test_the_chain_is_verified_on_request(house):
    """Intact, until somebody edits the table; then the record is named."""
    await house.place()
    document = (await ask(house, "verify")).json()
    assert (document["intact"], document["records"], document["unanchored"]) == (True, 2, 2)
    await run(house, sa.update(audit).where(audit.c.number == 2).values(record="{}"))
    document = (await ask(house, "verify")).json()
    assert (document["intact"], document["first_bad"]) == (False, 2)
    assert document["reason"]


async def test_one_verification_at_a_time(house, monkeypatch):
    """A second one is 409 in_progress; afterwards the way is free."""
    go = asyncio.Event()
    verify = house.gateway.trail.verify

    async def waits():
        await go.wait()
        return await verify()

    monkeypatch.setattr(house.gateway.trail, "verify", waits)
    first = asyncio.create_task(ask(house, "verify"))
    await asyncio.sleep(0)
    second = await ask(house, "verify")
    assert (second.status, second.json()["code"]) == (409, "in_progress")
    go.set()
    assert (await first).status == 200
    assert (await ask(house, "verify")).status == 200


async def test_checkpoints_that_cannot_be_read_are_said(house, monkeypatch):
    """503 journal_unavailable, not a verdict."""

    async def fails():
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(house.gateway.trail, "verify", fails)
    answer = await ask(house, "verify")
    assert (answer.status, answer.json()["code"]) == (503, "journal_unavailable")
    assert "Permission denied" in answer.json()["detail"]
