"""What a broker counts by: accounts, groups of operations, addresses; rests after a 429; what is left."""

import asyncio
from dataclasses import replace

import pytest

from omnibroker import bundles
from omnibroker.kit.errors import NotSent
from omnibroker.kit.upstream import Account
from omnibroker.upstream.budget import Allowance, Budget
from omnibroker.upstream.operations import CANCEL, Operations
from omnibroker.upstream.windows import Line

VIRTUAL_TIME = True
BROKERS = ("futu", "ibkr", "tiger", "tradelocker")
ONE = Account("b:1", "1", "b", "b", "paper", simulated=True)
OTHER = replace(ONE, account_id="b:2", broker_account_id="2")
LIVE = replace(ONE, account_id="b:3", broker_account_id="3", environment="live")
UNPROVEN = replace(ONE, account_id="b:4", broker_account_id="4", environment=None)


def per(requests, seconds, scope="session", **members):
    return {
        "scope": scope,
        "limits": [{"requests": requests, "per_seconds": seconds}],
        **members,
    }


def bundle(shared=None, **own):
    """A broker with three changes and a read, each with the budget that is given for it."""
    effects = {
        "place_order": "trade",
        "modify_order": "trade",
        "cancel_order": "trade",
        "quotes": "read",
    }
    rows = [
        {
            "operationId": name,
            "tags": ["market_data" if effect == "read" else "orders"],
            "x-effect": effect,
            **({"x-budget": own[name]} if name in own else {}),
        }
        for name, effect in effects.items()
    ]
    root = {"x-budget": shared} if shared else {}
    return {"paths": {f"/{row['operationId']}": {"post": row} for row in rows}, **root}


def now():
    return asyncio.get_running_loop().time()


class Sender:
    """Sends by name, answered at once; returns how long each call waited."""

    def __init__(self, described, line=None):
        self.operations = Operations(described)
        self.budget = Budget(self.operations, line=line)

    async def __call__(self, name, account=None, *, within=120, priority=None, answer=0.0):
        begun = now()
        admitted = self.budget.admit(self.operations[name], begun + within, priority, account)
        async with admitted as place:
            waited = now() - begun
            place.depart()
            await asyncio.sleep(answer)
        return waited


async def test_each_account_has_its_own_windows_where_the_broker_meters_so():
    """One account's orders leave another's room; a session's limit is everybody's."""
    send = Sender(bundle(place_order=per(1, 30, "account"), quotes=per(1, 30)))
    assert await send("place_order", ONE) == 0
    assert await send("place_order", OTHER) == 0
    assert await send("quotes", ONE) == 0
    assert await send("quotes", OTHER) >= 30
    assert await send("place_order", ONE) < 1
    assert await send("place_order", ONE) >= 30


async def test_a_shared_limit_of_an_account_is_each_accounts_own():
    """The root's scope counts like an operation's."""
    send = Sender(bundle(per(1, 30, "account")))
    assert await send("quotes", ONE) == 0
    assert await send("place_order", OTHER) == 0
    assert await send("place_order", ONE) >= 30


async def test_a_group_is_one_limit_over_its_operations():
    """What one operation of the group has used, another one lacks; who is not in it is free."""
    groups = {"orders": per(2, 60)}
    send = Sender(
        bundle(
            per(100, 1, groups=groups),
            place_order={"group": "orders"},
            cancel_order={"group": "orders"},
        )
    )
    assert await send("place_order", ONE) == 0
    assert await send("cancel_order", OTHER) == 0
    assert await send("modify_order", ONE) == 0
    assert await send("place_order", ONE) >= 60


@pytest.mark.parametrize(("account", "counts"), [(ONE, True), (UNPROVEN, True), (LIVE, False)])
async def test_a_group_of_an_environment_counts_only_what_may_be_in_it(account, counts):
    """Paper accounts share a limit that live ones do not have; unproven, an account may be paper."""
    groups = {"paper_orders": per(1, 60, environment="paper")}
    limited = per(5, 60, group="paper_orders")
    send = Sender(bundle(per(100, 1, groups=groups), place_order=limited, cancel_order=limited))
    assert await send("place_order", account) == 0
    assert (await send("cancel_order", account) >= 60) is counts


def test_an_operation_of_an_unknown_group_is_refused_at_once():
    """A misspelt group would silently be no limit."""
    with pytest.raises(ValueError, match="declare the group order"):
        Operations(bundle(per(1, 1), place_order={"group": "order"}))


@pytest.mark.parametrize("broker", BROKERS)
def test_every_bundles_budget_can_be_read(broker):
    """Each broker's groups are declared, and each operation's limits have a scope."""
    operations = Operations(bundles.load(broker))
    assert operations.shared.limits
    assert {each.scope for each in operations} <= {"session", "account", "ip"}


def test_tigers_paper_orders_and_ibkrs_pairs_are_groups():
    """The facts that the vendors publish about several operations at once."""
    tiger, ibkr = (Operations(bundles.load(broker)) for broker in ("tiger", "ibkr"))
    grouped = {each.operation_id for each in tiger if each.group == "paper_orders"}
    assert grouped == {"place_order", "modify_order", "cancel_order"}
    assert tiger.groups["paper_orders"].environment == "paper"
    assert ibkr["trades"].group == ibkr["trades_slash"].group == "trades"
    assert ibkr["tickle"].group == ibkr["tickle_get"].group == "tickle"


async def test_connections_to_one_address_share_what_is_metered_by_address():
    """Two connections are not twice the rate, and one's cancel overtakes the other's quotes."""
    line, order = Line(), []
    described = bundle(per(1, 1, "ip"))
    first, second = Sender(described, line), Sender(described, line)
    await first("quotes")

    async def send(sender, name, label):
        await sender(name)
        order.append((label, now()))

    begun = now()
    tasks = [asyncio.create_task(send(first, "quotes", f"quote {n}")) for n in range(2)]
    await asyncio.sleep(0)
    tasks.append(asyncio.create_task(send(second, "cancel_order", "cancel")))
    await asyncio.gather(*tasks)
    assert [label for label, _ in order] == ["cancel", "quote 0", "quote 1"]
    assert [at - begun >= n for n, (_, at) in enumerate(order, 1)] == [True] * 3


async def test_connections_with_lines_of_their_own_share_nothing():
    """What is metered by session is each session's own."""
    described = bundle(per(1, 30))
    first, second = Sender(described), Sender(described)
    assert await first("quotes") == 0
    assert await second("quotes") == 0


async def test_what_waits_between_its_place_and_the_wire_brings_nobody_too_early():
    """A send counts from when it may have arrived, not from when it was admitted."""
    operations = Operations(bundle(quotes=per(1, 5)))
    budget, left = Budget(operations), []

    async def send(pause):
        async with budget.admit(operations["quotes"], now() + 60) as place:
            await asyncio.sleep(pause)
            left.append(now())
            place.depart()

    await asyncio.gather(send(2.0), send(0.0))
    assert left[1] - left[0] > 5


@pytest.mark.parametrize(("answer", "least", "most"), [(0.1, 5.1, 5.2), (9.0, 5.5, 5.6)])
async def test_a_send_counts_from_its_answer_and_without_one_from_soon_after_it_left(
    answer, least, most
):
    """Until its answer nobody knows when a request arrived; a hung one holds its place no longer."""
    send = Sender(bundle(quotes=per(1, 5)))
    first = asyncio.create_task(send("quotes", answer=answer))
    await asyncio.sleep(0)
    assert least < await send("quotes") < most
    await first


@pytest.mark.parametrize(("seconds", "announced"), [(None, True), (30.0, False)])
async def test_a_rest_that_nobody_announced_holds_no_cancel(seconds, announced):
    """Futu changes and cancels by one operation: a guess must not hold a cancel for half a minute."""
    send = Sender(bundle(modify_order=per(20, 30, "account")))
    operation = send.operations["modify_order"]
    send.budget.pause(operation, seconds, ONE, announced=announced)
    assert await send("modify_order", ONE, priority=CANCEL) == 0
    assert await send("modify_order", ONE) == pytest.approx(30)


async def test_a_rest_that_the_broker_announced_holds_cancels_too():
    """Until then it refuses and counts the attempt; a cancel that cannot wait is told so, unsent."""
    send = Sender(bundle(modify_order=per(20, 30, "account")))
    send.budget.pause(send.operations["modify_order"], 7.0, ONE)
    with pytest.raises(NotSent) as told:
        await send("modify_order", ONE, priority=CANCEL, within=5)
    assert told.value.extra["retry_after_seconds"] == 2
    assert await send("modify_order", ONE, priority=CANCEL) == pytest.approx(2)


async def test_a_rest_of_one_account_is_not_the_others():
    """A 429 of an operation that is metered by account says nothing of other accounts."""
    send = Sender(bundle(modify_order=per(20, 30, "account"), quotes=per(20, 30)))
    for name in ("modify_order", "quotes"):
        send.budget.pause(send.operations[name], 7.0, ONE)
    assert await send("modify_order", OTHER) == 0
    assert await send("quotes", OTHER) == pytest.approx(7)


async def test_a_cancel_still_waits_for_its_window():
    """Letting a cancel through a guess does not let it break the published limit."""
    send = Sender(bundle(modify_order=per(1, 30, "account")))
    await send("modify_order", ONE)
    send.budget.pause(send.operations["modify_order"], None, ONE)
    assert 30 <= await send("modify_order", ONE, priority=CANCEL) < 31


async def test_a_429_of_a_group_rests_for_the_groups_window():
    """Where only the group has a limit, that is the window that was full."""
    groups = {"orders": per(5, 9)}
    send = Sender(bundle(per(100, 1, groups=groups), place_order={"group": "orders"}))
    send.budget.pause(send.operations["place_order"], None, ONE)
    assert await send("place_order", ONE) == pytest.approx(9)


async def test_what_is_left_is_that_of_the_tightest_limit():
    """Of all windows that a call must fit into the one with the least room is told."""
    send = Sender(bundle(per(10, 1), quotes=per(3, 60)))
    left = send.budget.remaining
    assert left(["quotes"]) == Allowance(3, 60, left=3, seconds=0)
    await send("quotes")
    assert left(["quotes"]) == Allowance(3, 60, left=2, seconds=61)
    assert left(["place_order"]) == Allowance(8, 1, left=7, seconds=2)
    assert left(["place_order", "quotes"]).left == 2
    await asyncio.sleep(70)
    assert left(["quotes"]) == Allowance(3, 60, left=3, seconds=0)


async def test_a_part_of_what_many_share_is_kept_for_cancels():
    """After a burst of others a cancel and what it asks first still go at once, within the limit."""
    send = Sender(bundle(per(10, 1)))
    assert [await send("quotes") for _ in range(8)] == [0] * 8
    assert [await send("quotes", priority=CANCEL), await send("cancel_order")] == [0, 0]
    assert send.budget.remaining(["quotes"]).left == 0
    waited = await asyncio.gather(send("cancel_order"), send("quotes"), send("quotes"))
    assert [1 <= each < 1.1 for each in waited] == [True] * 3


async def test_a_small_limit_and_an_operations_own_are_used_to_the_full():
    """Where cancels have nothing to gain, or nothing can be spared, nothing is kept."""
    send = Sender(bundle(per(9, 1), quotes=per(9, 60)))
    assert [await send("quotes") for _ in range(9)] == [0] * 9
    send = Sender(bundle(quotes=per(10, 60)))
    assert [await send("quotes") for _ in range(10)] == [0] * 10


async def test_nothing_is_left_while_an_operation_rests():
    """A 429 empties what the count would still allow, for as long as the rest lasts."""
    send = Sender(bundle(quotes=per(3, 60)))
    send.budget.pause(send.operations["quotes"], 7.0)
    assert send.budget.remaining(["quotes"]) == Allowance(3, 60, left=0, seconds=7)


async def test_what_is_left_is_the_accounts_own():
    """An account's figure does not tell what other accounts have used."""
    send = Sender(bundle(place_order=per(2, 30, "account")))
    await send("place_order", ONE)
    assert send.budget.remaining(["place_order"], ONE).left == 1
    assert send.budget.remaining(["place_order"], OTHER).left == 2


async def test_where_nothing_is_limited_nothing_is_told():
    """Simulators on this machine, and operations without a limit, have no figure."""
    operations = Operations(bundle(quotes=per(1, 1)))
    assert Budget(operations, enforce=False).remaining(["quotes"]) is None
    assert Budget(operations).remaining(["place_order"]) is None


def test_an_allowance_is_told_as_the_contract_says():
    """The items of the IETF draft's header fields, under a policy's name."""
    allowance = Allowance(10, 1, left=3, seconds=1)
    assert allowance.rate_limit("ibkr") == '"ibkr";r=3;t=1'
    assert allowance.policy("ibkr") == '"ibkr";q=10;w=1'
