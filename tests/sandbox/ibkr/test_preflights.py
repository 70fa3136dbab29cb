"""Everything that has to be called once, or twice, before it answers properly."""

import pytest

INIT = {"publish": True, "compete": False}


@pytest.fixture
async def fresh(make_gateway):
    """A gateway with a brokerage session in which nothing has been called yet."""
    gateway = make_gateway(ready=False)
    await gateway("init_brokerage_session", INIT)
    return gateway


@pytest.mark.parametrize(
    ("operation", "parameters"),
    [
        ("live_orders", {}),
        ("order_status", {"orderId": "1"}),
        ("live_marketdata_snapshot", {"conids": "265598", "fields": "31"}),
        ("account_profit_and_loss", {}),
        ("cancel_order", {"accountId": "DU1234567", "orderId": "1"}),
        ("place_order", {"accountId": "DU1234567"}),
        ("whatif_order", {"accountId": "DU1234567"}),
        ("modify_order", {"accountId": "DU1234567", "orderId": "1"}),
    ],
)
async def test_accounts_come_first(fresh, operation, parameters) -> None:
    """Orders and quotes ask for /iserver/accounts first, and work after it."""
    answer = await fresh(operation, {}, **parameters)
    assert (answer.status, answer.body["error"]) == (500, "Please query /accounts first")
    await fresh("brokerage_accounts")
    answer = await fresh(operation, {}, **parameters)
    assert (
        answer.body.get("error") != "Please query /accounts first"
        if isinstance(answer.body, dict)
        else True
    )


async def test_portfolio_accounts_come_first(fresh) -> None:
    """Everything under /portfolio asks for /portfolio/accounts first."""
    parameters = {"accountId": fresh.account}
    assert (await fresh("get_ledger", **parameters)).status == 500
    await fresh("portfolio_accounts")
    assert (await fresh("get_ledger", **parameters)).status == 200


async def test_first_snapshot_is_bare(gateway) -> None:
    """The first snapshot of a contract carries its ids only; the next one the tags, as text."""
    asked = {"conids": "265598,8314", "fields": "31,84,86,85"}
    first = (await gateway("live_marketdata_snapshot", **asked)).body
    assert [set(row) for row in first] == [{"conid", "conidEx"}] * 2
    second = (await gateway("live_marketdata_snapshot", **asked)).body
    assert {"31", "84", "85", "86", "6509", "_updated", "server_id"} <= set(second[0])
    assert all(isinstance(second[0][tag], str) for tag in ("31", "84", "85", "86", "6509"))
    assert isinstance(second[0]["conid"], int)


async def test_unsubscribed_feed_is_cold_again(gateway) -> None:
    """Closing a feed works once; after it the next snapshot is bare again."""
    asked = {"conids": "265598", "fields": "31"}
    await gateway("live_marketdata_snapshot", **asked)
    assert (await gateway("marketdata_unsubscribe", {"conid": 265598})).body == {"success": True}
    again = await gateway("marketdata_unsubscribe", {"conid": 265598})
    assert (again.status, again.body) == (500, {"error": "unknown"})
    assert set((await gateway("live_marketdata_snapshot", **asked)).body[0]) == {"conid", "conidEx"}


async def test_first_orders_call_is_cold(gateway) -> None:
    """The first list of orders is empty with snapshot:false, whatever there is."""
    await gateway.place(orderType="LMT", price=100)
    assert (await gateway("live_orders")).body == {"orders": [], "snapshot": False}
    warm = (await gateway("live_orders")).body
    assert warm["snapshot"] is True
    assert len(warm["orders"]) == 1


async def test_forced_orders_call_is_cold_too(gateway) -> None:
    """`force` answers empty and has to be followed by a plain call."""
    await gateway.place(orderType="LMT", price=100)
    await gateway("live_orders")
    assert (await gateway("live_orders", force="True")).body["orders"] == []
    assert len((await gateway("live_orders")).body["orders"]) == 1


async def test_first_profit_and_loss_is_empty(gateway) -> None:
    """The first profit and loss has no row; the second has the account's."""
    assert (await gateway("account_profit_and_loss")).body == {"upnl": {}}
    rows = (await gateway("account_profit_and_loss")).body["upnl"]
    assert set(rows) == {f"{gateway.account}.Core"}


async def test_first_positions_are_lean(gateway) -> None:
    """The first positions lack the contract's part and the base figures; the next have them."""
    await gateway.place()
    asked = {"accountId": gateway.account, "pageId": "0"}
    lean, rich = [(await gateway("positions", **asked)).body[0] for _ in range(2)]
    assert {"ticker", "listingExchange", "baseMktValue"}.isdisjoint(lean)
    assert set(lean) < set(rich)
    assert (rich["ticker"], rich["conid"]) == ("AAPL", 265598)


async def test_strikes_are_empty_before_the_search(gateway) -> None:
    """Strikes and derivatives appear only after the underlying was searched without `name`."""
    asked = {"conid": "265598", "sectype": "OPT", "month": "DEC26"}
    assert (await gateway("search_strikes_by_conid", **asked)).body == {"call": [], "put": []}
    await gateway("search_contract_by_symbol", symbol="AAPL", name="true")
    assert (await gateway("search_strikes_by_conid", **asked)).body["call"] == []
    found = (await gateway("search_contract_by_symbol", symbol="AAPL")).body[0]
    assert isinstance(found["conid"], str)
    strikes = (await gateway("search_strikes_by_conid", **asked)).body
    assert len(strikes["call"]) == len(strikes["put"]) == 9
    rows = (await gateway("search_secdef_info_by_conid", **asked, strike="200", right="C")).body
    assert [row["right"] for row in rows] == ["C"]
    both = (await gateway("search_secdef_info_by_conid", **asked, strike="200")).body
    assert {row["right"] for row in both} == {"C", "P"}
