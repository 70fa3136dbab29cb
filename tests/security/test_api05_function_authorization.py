"""API5:2023 Broken function level authorization: every operation takes its declared scope and no other."""

import pytest

SCOPES = ("market:read", "account:read", "trade:paper", "trade:live", "admin")


def is_enough(operation, scope):
    """Say whether a scope alone opens an operation on a paper account."""
    return scope == ("trade:paper" if operation.scope == "trade" else operation.scope)


def without(scope):
    """The name of the key that has every scope but this one."""
    return f"without-{scope.replace(':', '-')}"


async def outcome(house, operation, order, key):
    """The answer to an operation about a real order, below a key."""
    named_order = {"order_id": order["order_id"], "Idempotency-Key": f"{key}-1"}
    positional, named = operation.request(house, **named_order)
    if positional[2] and "client_order_id" in positional[2]:
        positional[2]["client_order_id"] = f"{key}-1"
    return await house(*positional, **named, key=key)


@pytest.mark.parametrize("scope", [*SCOPES, "none"])
async def test_each_operation_takes_its_own_scope_alone(open_house, narrow, guarded, plans, scope):
    """With one scope: what it opens answers, all else is 403 `forbidden`, and nothing is changed there."""
    principal = narrow("*", scopes=frozenset() if scope == "none" else frozenset({scope}))
    house = open_house(keys={"probe": principal}, plans=plans)
    order = (await house.place("standing-1")).json()
    # What ends a session comes last.
    opened = 0
    for operation in sorted(guarded, key=lambda o: (o.scope == "admin", o.operation_id)):
        book, before = await house.broker_orders(), len(house.engine.requests)
        answer = await outcome(house, operation, order, "probe")
        if is_enough(operation, scope):
            opened += 1
            assert answer.status not in {401, 403}, (operation.operation_id, answer.body)
            continue
        assert answer.status == 403, (operation.operation_id, answer.body)
        assert answer.json()["code"] == "forbidden"
        assert order["instrument"] not in answer.body.decode()
        assert await house.broker_orders() == book, operation.operation_id
        if operation.scope != "trade":
            assert len(house.engine.requests) == before, operation.operation_id
    assert opened == sum(is_enough(operation, scope) for operation in guarded)
    assert bool(opened) == (scope not in {"none", "trade:live"})


async def test_all_other_scopes_together_do_not_open_an_operation(open_house, narrow, guarded):
    """A key with every scope but the needed one is as good as none: no scope stands in for another."""
    keys = {without(scope): narrow("*", scopes=frozenset(SCOPES) - {scope}) for scope in SCOPES}
    house = open_house(keys=keys)
    order = (await house.place("standing-1")).json()
    for operation in guarded:
        needed = "trade:paper" if operation.scope == "trade" else operation.scope
        answer = await outcome(house, operation, order, without(needed))
        assert answer.status == 403, (operation.operation_id, answer.body)
    assert len(await house.broker_orders()) == 1


async def test_a_key_for_paper_money_never_writes_to_a_live_account(
    open_house, narrow, guarded, own_accounts
):
    """The scope that counts is that of the environment which the broker proved of this very account."""
    live = own_accounts["tiger"]
    paper_only = narrow("*", scopes=frozenset({"account:read", "trade:paper"}))
    house = open_house(broker="tiger", keys={"probe": paper_only}, environment="live")
    shown = await house("GET", f"/v1/accounts/{live}")
    assert shown.json()["environment"] == "live"
    for operation in (o for o in guarded if o.operation_id in {"place_order", "preview_order"}):
        positional, named = operation.request(house, account_id=live)
        answer = await house(*positional, **named, key="probe")
        assert (answer.status, answer.json()["code"]) == (403, "forbidden"), answer.body
    assert await house.broker_orders() == []
