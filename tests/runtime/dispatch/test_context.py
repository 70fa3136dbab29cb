"""Who may reach what: no key reaches an account, a connection or an effect that it does not name."""

import json

import pytest

from omnibroker.dispatch.context import Source, may_reach, may_see, visible
from omnibroker.dispatch.rules import may_trade
from omnibroker.kit.errors import NotSent
from omnibroker.plans.calls import Call
from omnibroker.security import Principal

VIRTUAL_TIME = True
ALL = frozenset({"market:read", "account:read", "trade:paper", "trade:live", "admin"})
OTHER = "other:U7654321"
BUNDLE_PARAMETERS = {
    "account_id": "ibkr:DU1234567",
    "order_id": "ob01ARZ3NDEKTSV4RRFFQ69G5FAV",
    "connection": "ibkr",
    "broker": "ibkr",
    "instrument": "AAPL.US",
}


@pytest.fixture
async def house(make_house):
    """A gateway with a key that names another account, and one for each single scope."""
    keys = {
        "stranger": Principal("stranger", ALL, frozenset({OTHER, "ibkr:DU12345"})),
        "nobody": Principal("nobody", frozenset(), frozenset({"*"})),
        "live": Principal("live", frozenset({"account:read", "trade:live"}), frozenset({"*"})),
        "own": Principal("own", ALL, frozenset({"ibkr:DU1234567"})),
        **{s: Principal(s, frozenset({s}), frozenset({"*"})) for s in ALL},
    }
    made = make_house(keys=keys)
    yield made
    await made.connection.session.aclose()


def operations(bundle):
    """Every operation: (method, path with values, operation)."""
    for path, item in bundle["paths"].items():
        for method, raw in item.items():
            if isinstance(raw, dict) and "operationId" in raw:
                yield method.upper(), path.format(**BUNDLE_PARAMETERS), raw


def call_of(bundle, raw, make_order):
    """A valid body, query and headers of an operation."""
    name = raw["operationId"]
    bodies = {
        "place_order": make_order(),
        "preview_order": {k: v for k, v in make_order().items() if k != "client_order_id"},
        "modify_order": {"limit_price": "101"},
        "confirm_order": {"message_ids": ["o1"]},
    }
    query = {
        "get_quotes": b"instrument=AAPL.US",
        "list_bars": b"instrument=AAPL.US&interval=1DAY&adjustment=SPLIT&session=REGULAR",
        "get_market_status": b"instrument=AAPL.US",
        "search_instruments": b"query=AAPL",
    }
    return {
        "body": bodies.get(name),
        "query": query.get(name, b""),
        "headers": [(b"idempotency-key", b"k1")],
    }


async def test_no_operation_answers_without_a_key(house, bundles, make_order):
    """Every operation but the public ones is 401 without a key and with a wrong one."""
    for method, path, raw in operations(bundles["unified"]):
        call = call_of(bundles["unified"], raw, make_order)
        for key in ("", "wrong"):
            answer = await house(method, path, key=key, **call)
            if raw.get("security") == []:
                assert answer.status != 401
            else:
                assert answer.status == 401, raw["operationId"]
                assert answer.headers["www-authenticate"] == "Bearer"
                assert answer.json()["code"] == "unauthorized"


async def test_no_operation_runs_without_its_scope(house, bundles, make_order):
    """A key of one scope reaches the operations of that scope only."""
    for method, path, raw in operations(bundles["unified"]):
        if raw.get("security") == []:
            continue
        needed = raw["x-scope"]
        wanted = {"trade:paper", "trade:live"} if needed == "trade" else {needed}
        call = call_of(bundles["unified"], raw, make_order)
        for key in {"nobody", *ALL} - wanted:
            answer = await house(method, path, key=key, **call)
            assert (answer.status, answer.json()["code"]) == (403, "forbidden"), raw["operationId"]


async def test_no_key_reaches_an_account_that_it_does_not_name(house, bundles, make_order):
    """Over all operations: a stranger's key is refused or shown nothing, and the broker hears of no write."""
    await house.connection.ready(house.gateway.connections["ibkr"].session and _soon())
    await house.place()
    asked = len([r for r in house.engine.requests if r.mutating])
    account = BUNDLE_PARAMETERS["account_id"]
    for method, path, raw in operations(bundles["unified"]):
        if raw.get("security") == []:
            continue
        call = call_of(bundles["unified"], raw, make_order)
        answer = await house(method, path, key="stranger", **call)
        if "{account_id}" in _template(bundles["unified"], raw):
            assert (answer.status, answer.json()["code"]) == (403, "forbidden"), raw["operationId"]
        assert b"DU1234567" not in answer.body.replace(path.encode(), b"").replace(
            account.encode(), b"" if answer.status == 403 else account.encode()
        ), raw["operationId"]
    # close and refresh of a session are writes too: none of them may have been sent.
    mutating = [r for r in house.engine.requests if r.mutating][asked:]
    assert [r.target for r in mutating if "/order" in r.target] == []


def _soon():
    import asyncio

    return asyncio.get_running_loop().time() + 60


def _template(bundle, raw):
    return next(
        path
        for path, item in bundle["paths"].items()
        for each in item.values()
        if isinstance(each, dict) and each.get("operationId") == raw["operationId"]
    )


@pytest.mark.parametrize(
    "path",
    ["/v1/positions", "/v1/orders", "/v1/portfolio", "/v1/executions"],
)
async def test_the_account_filter_opens_no_other_account(house, path):
    """`account_id` of an account that the key does not name is 403, in any spelling of the key's own."""
    answer = await house("GET", path, key="stranger", query=b"account_id=ibkr:DU1234567")
    assert (answer.status, answer.json()["code"]) == (403, "forbidden")
    own = await house("GET", path, key="own", query=b"account_id=ibkr:DU1234567")
    assert own.status == 200


async def test_lists_hold_only_what_the_key_names(house):
    """A key that names an account of the connection which the login does not have sees no other one."""
    accounts = await house("GET", "/v1/accounts", key="stranger")
    assert accounts.json()["items"] == []
    assert [
        a["account_id"] for a in (await house("GET", "/v1/accounts", key="own")).json()["items"]
    ] == ["ibkr:DU1234567"]


async def test_a_paper_account_needs_the_paper_scope(house):
    """trade:live alone places nothing on paper."""
    answer = await house.place(key="live")
    assert (answer.status, answer.json()["code"]) == (403, "forbidden")
    assert not await house.broker_orders()


async def test_an_unknown_account_is_404_to_whoever_names_it(house):
    """`*` may ask for anything; what is not there is unknown_account."""
    for account in ("ibkr:DU999", "nowhere:DU1234567"):
        answer = await house("GET", f"/v1/accounts/{account}")
        assert (answer.status, answer.json()["code"]) == (404, "unknown_account")


@pytest.mark.parametrize("accounts", [("DU1",), ("DU1234567",)])
async def test_configuration_narrows_the_accounts(make_house, accounts):
    """`accounts` of a connection leaves out every other account of the login."""
    house = make_house(accounts=accounts)
    listed = await house("GET", "/v1/accounts")
    ids = [row["broker_account_id"] for row in listed.json()["items"]]
    assert ids == [name for name in accounts if name == "DU1234567"]
    placed = await house.place()
    assert (placed.status == 201) is ("DU1234567" in accounts)
    await house.connection.session.aclose()


def test_a_principal_is_not_shown_with_its_key():
    """What is logged or printed of a principal holds no secret."""
    assert "secret" not in json.dumps(repr(Principal("k", ALL, frozenset({"*"}))))


async def test_who_is_nobody_reaches_nothing(house):
    """A call without a principal sees no connection, no account, and may not trade."""
    await house.connection.ready(_soon())
    source = Source(house.connection, house.connection.account("DU1234567"), _soon())
    assert not may_see(None, house.connection)
    assert visible(None, [house.connection]) == []
    for refused in (
        lambda: may_reach(None, house.account),
        lambda: may_trade(source, None, None),
    ):
        with pytest.raises(NotSent) as told:
            refused()
        assert told.value.code == "forbidden"
    context = house.gateway._desk._context
    nobody = Call("list_orders", {}, None, None, "r1")
    assert context.selected(nobody) == []
    assert context.accounts_of(nobody, house.connection) == []
