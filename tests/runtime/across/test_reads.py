"""Reads over all brokers at once: side by side, each failure told apart, nobody held up."""

import asyncio
import dataclasses

import pytest

from omnibroker.upstream.wire import Lost, NotSent

VIRTUAL_TIME = True
BROKERS = {"ibkr", "tiger", "futu", "tradelocker"}
LISTS = ["/v1/portfolio", "/v1/positions", "/v1/orders"]
EVERY_BROKER = pytest.mark.parametrize("broker", sorted(BROKERS))


def brokers_of(rows):
    return {row.get("broker") or row["account"]["broker"] for row in rows}


@pytest.fixture
async def placed(street, tickets):
    """A gateway with a resting order at each broker."""
    for broker, house in street.houses.items():
        answer = await house.place(f"{broker}-1", **tickets[broker])
        assert answer.status in {201, 202}, answer.body
    return street


async def test_accounts_of_all_brokers_are_one_list(street):
    """A newcomer sees every account, paper and simulated, in one answer with nothing missing."""
    answer = (await street("GET", "/v1/accounts")).json()
    assert answer["incomplete"] == []
    assert brokers_of(answer["items"]) == BROKERS
    assert all(row["simulated"] for row in answer["items"])


@pytest.mark.parametrize("path", ["/v1/portfolio", "/v1/orders"])
async def test_what_every_broker_has_is_in_one_list(placed, path):
    """Portfolios and orders of every broker stand side by side."""
    answer = (await placed("GET", path)).json()
    assert answer["incomplete"] == []
    assert brokers_of(answer["items"]) == BROKERS


async def test_one_instrument_is_quoted_by_every_broker_that_knows_it(street):
    """Who does not list it says so apart; nobody else's quote is lost by that."""
    answer = (await street("GET", "/v1/quotes", query=b"instrument=AAPL.US")).json()
    assert brokers_of(answer["items"]) == {"ibkr", "tiger", "futu"}
    (missing,) = answer["incomplete"]
    assert missing["connection"] == "tradelocker"
    assert missing["problem"]["code"] == "unknown_instrument"


async def test_a_native_id_is_asked_of_its_own_connection_alone(street):
    """What another broker calls an instrument is nobody else's business, and no gap in the answer."""
    query = b"instrument=ibkr@265598&instrument=tiger@STK:AAPL:USD"
    answer = (await street("GET", "/v1/quotes", query=query)).json()
    assert answer["incomplete"] == []
    assert brokers_of(answer["items"]) == {"ibkr", "tiger"}
    lonely = await street("GET", "/v1/quotes", query=b"instrument=ibkr@265598&connection=futu")
    assert lonely.json()["code"] == "unknown_instrument"


@EVERY_BROKER
@pytest.mark.parametrize("path", LISTS)
async def test_a_broker_that_is_cut_off_is_told_apart(street, broker, path):
    """The others' rows are there; the one that is missing is named with its reason."""
    await street("GET", "/v1/accounts")

    async def cut(_request):
        raise NotSent("connect", "refused")

    street.houses[broker].engine.before = cut
    answer = await street("GET", path)
    assert answer.status == 200
    assert {row["connection"] for row in answer.json()["incomplete"]} == {broker}
    assert broker not in brokers_of(answer.json()["items"])


@EVERY_BROKER
@pytest.mark.parametrize("path", ["/v1/accounts", "/v1/portfolio"])
async def test_a_broker_without_a_session_is_told_apart(make_street, broker, path):
    """A log-in that fails is one broker's own matter."""
    street = make_street(sorted(BROKERS))

    async def cut(_request):
        raise Lost("timeout", "no answer")

    street.houses[broker].engine.before = cut
    answer = (await street("GET", path)).json()
    (missing,) = answer["incomplete"]
    assert missing["connection"] == broker
    assert missing["problem"]["code"] == "session_not_ready"
    assert brokers_of(answer["items"]) == BROKERS - {broker}


@EVERY_BROKER
@pytest.mark.parametrize("warm", [True, False], ids=["in_its_session", "while_logging_in"])
async def test_a_slow_broker_holds_nobody_up(make_street, broker, warm):
    """Everybody is asked at once; the answer goes out at the deadline, without the slow one."""
    street = make_street(sorted(BROKERS), orders={"deadline_seconds": 5})
    if warm:
        await street("GET", "/v1/accounts")
    loop, asked = asyncio.get_running_loop(), {}

    def note(name):
        async def before(_request):
            asked.setdefault(name, loop.time() - begun)
            if name == broker:
                await asyncio.sleep(60)

        return before

    for name, house in street.houses.items():
        house.engine.before = note(name)
    begun = loop.time()
    answer = (await street("GET", "/v1/portfolio")).json()
    assert loop.time() - begun <= 5.5
    assert brokers_of(answer["items"]) == BROKERS - {broker}
    assert {row["connection"] for row in answer["incomplete"]} == {broker}
    assert all(after < 1 for after in asked.values()), asked


async def test_a_key_of_one_broker_sees_that_broker_alone(make_street, tickets):
    """Fan-outs ask nobody whom the key does not name."""
    street = make_street(sorted(BROKERS), keys={"narrow": _narrow("ibkr:DU1234567")})
    answer = (await street("GET", "/v1/accounts", key="narrow")).json()
    assert brokers_of(answer["items"]) == {"ibkr"}
    assert not any(h.engine.requests for name, h in street.houses.items() if name != "ibkr")


def _narrow(account):
    from omnibroker.security import Principal

    return Principal("narrow", frozenset({"account:read", "market:read"}), frozenset({account}))


async def test_fills_name_the_orders_that_they_belong_to(street, tickets):
    """Wherever a broker lists its fills, each has the gateway's id of its order and the caller's own."""
    placed = {}
    for broker, house in street.houses.items():
        ticket = tickets[broker]
        query = f"instrument={ticket['instrument']}&connection={broker}&allow_delayed=true".encode()
        (quote,) = (await house("GET", "/v1/quotes", query=query)).json()["items"]
        through = str(int(float(quote["ask"]) * 1.02))
        answer = await house.place(f"{broker}-1", **{**ticket, "limit_price": through})
        assert answer.status in {201, 202}, answer.body
        placed[broker] = answer.json()["order_id"]
        await house.control("POST", "clock", {"advance_seconds": 5})
    answer = (await street("GET", "/v1/executions")).json()
    found = {row["broker"]: (row["order_id"], row["client_order_id"]) for row in answer["items"]}
    # Futu keeps no fills of simulated accounts, and says so.
    assert {row["broker"] for row in answer["incomplete"]} == {"futu"}
    assert found == {b: (placed[b], f"{b}-1") for b in BROKERS - {"futu"}}


async def test_an_account_shows_the_environment_that_was_proven_for_it(make_street):
    """An unproven account shows none, whatever its login's other accounts are."""
    street = make_street(["tradelocker"])
    house = street.houses["tradelocker"]
    await street("GET", "/v1/accounts")
    facts = house.connection.state.accounts
    house.connection.state.accounts = facts | {
        "800202": dataclasses.replace(facts["800202"], environment=None)
    }
    rows = (await street("GET", "/v1/accounts")).json()["items"]
    found = {row["broker_account_id"]: row.get("environment") for row in rows}
    assert found == {"800101": "paper", "800202": None}
