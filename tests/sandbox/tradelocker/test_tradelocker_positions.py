"""Hedged positions, their protection, and closing them."""

from decimal import Decimal

BRACKET = {
    "stopLoss": "60000",
    "stopLossType": "absolute",
    "takeProfit": "150000",
    "takeProfitType": "absolute",
}


async def opened(client, **fields) -> dict:
    """Open a position and return its row."""
    assert (await client.place(**fields)).body["s"] == "ok"
    return (await client.rows("get_positions"))[-1]


async def exits(client) -> dict[str, dict]:
    """Return the working orders by id."""
    return {row["id"]: row for row in await client.rows("get_orders")}


async def test_a_close_is_an_order_under_the_tag_of_its_own_request(client) -> None:
    """Its answer names no order; the row has the tag that the close named, and never the position's."""
    position = await opened(client, strategyId="entry", qty="0.05")
    where = {"positionId": position["id"]}
    answer = await client("close_position", {"qty": "0.02"}, strategyId="part", **where)
    assert answer.body == {"s": "ok"}
    await client("close_position", {"qty": "0"}, **where)
    rows = await client.rows("get_orders_history")
    told = [(row["strategyId"], row["validity"], row["filledQty"]) for row in rows]
    assert told == [("entry", "IOC", "0.05"), ("part", "GTC", "0.02"), (None, "GTC", "0.03")]
    assert {row["positionId"] for row in rows} == {position["id"]}


async def test_a_close_under_a_tag_that_is_too_long_is_refused(client) -> None:
    """33 characters are refused, and nothing is closed."""
    position = await opened(client)
    where = {"positionId": position["id"], "strategyId": "x" * 33}
    answer = await client("close_position", {"qty": "0"}, **where)
    assert (answer.status, answer.body["s"]) == (200, "error")
    assert len(await client.rows("get_orders_history")) == 1


async def test_opposite_orders_open_two_positions(client) -> None:
    """Nothing is netted: a sale beside a purchase is a second position of its own."""
    await opened(client)
    await opened(client, side="sell", qty="0.05")
    rows = await client.rows("get_positions")
    assert [(row["side"], row["qty"]) for row in rows] == [("buy", "0.02"), ("sell", "0.05")]


async def test_protection_is_two_orders_named_by_id(client) -> None:
    """The row has order ids and no prices; the orders are a stop and a limit of the other side."""
    position = await opened(client, **BRACKET)
    orders = await exits(client)
    stop, target = orders[position["stopLossId"]], orders[position["takeProfitId"]]
    assert (stop["type"], stop["side"], stop["stopPrice"]) == ("stop", "sell", "60000")
    assert (target["type"], target["side"], target["price"]) == ("limit", "sell", "150000")
    assert {stop["positionId"], target["positionId"]} == {position["id"]}
    entry = (await client.rows("get_orders_history"))[0]
    assert (entry["stopLoss"], entry["takeProfitType"]) == ("60000", "absolute")


async def test_protection_waits_for_its_entry(client) -> None:
    """Before a limit order fills only that order is listed, with its levels in its row."""
    order = await client.limit("59000", stopLoss="50000", stopLossType="absolute")
    assert list(await exits(client)) == [order]
    change = {"stopLoss": "51000", "stopLossType": "absolute", "takeProfit": None}
    assert (await client("modify_order", change, orderId=order)).body["s"] == "ok"
    (row,) = await client.rows("get_orders")
    assert (row["stopLoss"], row["takeProfit"]) == ("51000", None)
    price = str((await client.touch())["ap"] + 100)
    await client("modify_order", {"price": price, "qty": "0.04"}, orderId=order)
    (stop,) = (await exits(client)).values()
    assert (stop["stopPrice"], stop["qty"]) == ("51000", "0.04")


async def test_modifying_keeps_the_ids_and_null_removes(client) -> None:
    """A changed stop keeps its order id; null takes it away and leaves the other one."""
    position = await opened(client, **BRACKET)
    where = {"positionId": position["id"]}
    await client("modify_position", {"stopLoss": 61000}, **where)
    orders = await exits(client)
    assert orders[position["stopLossId"]]["stopPrice"] == "61000"
    assert orders[position["takeProfitId"]]["price"] == "150000"
    await client("modify_position", {"stopLoss": None}, **where)
    client.advance(1)
    (after,) = await client.rows("get_positions")
    assert (after["stopLossId"], after["takeProfitId"]) == (None, position["takeProfitId"])
    await client("modify_position", {"stopLoss": "62000"}, **where)
    (again,) = await client.rows("get_positions")
    assert again["stopLossId"] not in {None, position["stopLossId"]}


async def test_levels_on_the_wrong_side_are_refused(client) -> None:
    """A stop above a long position's price changes nothing."""
    position = await opened(client, **BRACKET)
    for body in ({"stopLoss": 200_000}, {"takeProfit": 1}, {"stopLoss": "60000.1"}):
        answer = await client("modify_position", body, positionId=position["id"])
        assert (answer.status, answer.body["s"]) == (200, "error"), body
    assert (await exits(client))[position["stopLossId"]]["stopPrice"] == "60000"


async def test_offsets_count_ticks_from_the_price(client) -> None:
    """Pips are ticks here: 400 ticks of 0.25 are 100, below for a stop and above for a target."""
    ask = (await client.touch())["ap"]
    offset = {"stopLossType": "offset", "takeProfitType": "offset"}
    position = await opened(client, stopLoss=400, takeProfit=800, **offset)
    orders = await exits(client)
    assert Decimal(orders[position["stopLossId"]]["stopPrice"]) == ask - 100
    assert Decimal(orders[position["takeProfitId"]]["price"]) == ask + 200


async def test_trailing_stop_follows_the_price(client) -> None:
    """It is listed as a stop whose price only ever moves with the market."""
    position = await opened(client, stopLossType="trailingOffset", trStopOffset=40_000)
    first = Decimal((await exits(client))[position["stopLossId"]]["stopPrice"])
    levels = [first]
    for _ in range(30):
        client.advance(60)
        levels.append(Decimal((await exits(client))[position["stopLossId"]]["stopPrice"]))
    assert levels == sorted(levels)
    assert levels[-1] > first


async def test_part_of_a_position_is_closed_with_its_share_of_protection(client) -> None:
    """What stays keeps its price; the protecting orders shrink with it; history has a row more."""
    position = await opened(client, **BRACKET)
    body = {"qty": "0.01"}
    assert (await client("close_position", body, positionId=position["id"])).body == {"s": "ok"}
    (left,) = await client.rows("get_positions")
    assert (left["qty"], left["avgPrice"]) == ("0.01", position["avgPrice"])
    assert {row["qty"] for row in (await exits(client)).values()} == {"0.01"}
    history = await client.rows("get_orders_history")
    assert [(row["side"], row["positionId"]) for row in history] == [
        ("buy", position["id"]),
        ("sell", position["id"]),
    ]


async def test_closing_ends_the_protection(client) -> None:
    """With quantity 0 all is closed; stop and target are cancelled, and a second close is refused."""
    position = await opened(client, **BRACKET)
    where = {"positionId": position["id"]}
    await client("close_position", {"qty": 0}, **where)
    assert await client.rows("get_positions") == []
    assert await exits(client) == {}
    statuses = sorted(row["status"] for row in await client.rows("get_orders_history"))
    assert statuses == ["Cancelled", "Cancelled", "Filled", "Filled"]
    assert (await client("close_position", {"qty": 0}, **where)).body["s"] == "error"


async def test_more_than_the_position_or_off_the_step_is_not_closed(client) -> None:
    """The position stays as it is."""
    position = await opened(client)
    for lots in ("0.03", "0.001", "-1"):
        answer = await client("close_position", {"qty": lots}, positionId=position["id"])
        assert (answer.status, answer.body["s"]) == (200, "error")
    assert [row["qty"] for row in await client.rows("get_positions")] == ["0.02"]


async def test_hit_stop_closes_the_position_and_its_target(client) -> None:
    """A stop just below the price is hit sooner or later; no order is left behind."""
    bid = (await client.touch())["bp"]
    await opened(
        client,
        **{**BRACKET, "stopLoss": str(bid - 10), "takeProfit": str(bid + 100_000)},
    )
    client.advance(86_400)
    assert await client.rows("get_positions") == []
    assert await exits(client) == {}
    rows = await client.rows("get_orders_history")
    assert [(row["type"], row["status"]) for row in rows] == [
        ("market", "Filled"),
        ("stop", "Filled"),
        ("limit", "Cancelled"),
    ]


async def test_what_a_large_order_could_not_fill_is_cancelled_and_the_rest_protected(
    client,
) -> None:
    """An IOC order takes what the book shows; the protection covers just that."""
    position = await opened(client, qty="9", **BRACKET)
    client.advance(1)
    assert Decimal(position["qty"]) < 9
    (entry,) = await client.rows("get_orders_history")
    assert (entry["status"], entry["filledQty"]) == ("Cancelled", position["qty"])
    (position,) = await client.rows("get_positions")
    orders = await exits(client)
    assert set(orders) == {position["stopLossId"], position["takeProfitId"]}
    assert {row["qty"] for row in orders.values()} == {position["qty"]}


async def test_closing_all_by_instrument_and_by_strategy(client) -> None:
    """Only what is meant is closed."""
    await opened(client, strategyId="one")
    await opened(client, strategyId="two")
    await opened(client, tradableInstrumentId="278", strategyId="one")
    await client("close_all_positions", tradableInstrumentId="278")
    assert {row["tradableInstrumentId"] for row in await client.rows("get_positions")} == {"206"}
    await client("close_all_positions", strategyId="one")
    assert [row["strategyId"] for row in await client.rows("get_positions")] == ["two"]


async def test_state_agrees_with_positions_and_executions(client) -> None:
    """Equity is balance plus open profit; what was realised today is in the balance, less fees."""
    position = await opened(client, qty="1")
    client.advance(3600)
    (row,) = await client.rows("get_positions")
    state = await client.state()
    assert state["openGrossPnL"] == Decimal(row["unrealizedPl"]) != 0
    assert state["projectedBalance"] == state["balance"] + state["openGrossPnL"]
    assert state["balance"] == 1_000_000 - state["todayFees"] < 1_000_000
    await client("close_position", {"qty": 0}, positionId=position["id"])
    fills = await client.rows("get_executions")
    earned = Decimal(fills[1]["price"]) - Decimal(fills[0]["price"])
    state = await client.state()
    assert state["todayGross"] == earned
    assert state["balance"] == 1_000_000 + state["todayNet"]
    assert (state["todayVolume"], state["todayTradesCount"], state["positionsCount"]) == (2, 2, 0)


async def test_currency_pair_in_the_other_account(client) -> None:
    """A lot of USDJPY is 100 000 dollars; the EUR account shows its profit in euros."""
    own = {"accNum": "4", "accountId": "800202"}
    ticket = {"qty": "0.1", "routeId": 9912, "tradableInstrumentId": 280, "side": "buy"}
    body = {**ticket, "type": "market", "validity": "IOC"}
    assert (await client("place_order", body, **own)).body["s"] == "ok"
    client.advance(3600)
    (row,) = await client.rows("get_positions", **own)
    assert await client.rows("get_positions") == []
    exchange = client.sandbox.exchange
    price = exchange.price(exchange.catalogue.get("FX:USDJPY"))
    profit = 10_000 * (price - Decimal(row["avgPrice"])) * exchange.rate("JPY", "EUR")
    assert Decimal(row["unrealizedPl"]) == profit.quantize(Decimal("0.01")) != 0


async def test_executions_are_those_of_the_day(client) -> None:
    """After midnight UTC yesterday's fills are gone; the history keeps the order."""
    await opened(client)
    client.advance(86_400)
    assert await client.rows("get_executions") == []
    assert len(await client.rows("get_orders_history")) == 1


async def test_trailing_distance_may_come_as_stop_loss(client) -> None:
    """The vendor's client knows no trStopOffset: its stopLoss is taken as the distance in ticks."""
    bid = (await client.touch())["bp"]
    position = await opened(client, stopLoss=40_000, stopLossType="trailingOffset")
    stop = (await exits(client))[position["stopLossId"]]
    assert abs(bid - Decimal(stop["stopPrice"]) - 10_000) < 100


async def test_trailing_is_set_and_taken_away_on_an_open_position(client) -> None:
    """A trailing offset of null removes a stop that trails and leaves one that does not."""
    position = await opened(client)
    where = {"positionId": position["id"]}
    for body, stops in (
        ({"trailingOffset": 40_000}, 1),
        ({"trailingOffset": None}, 0),
        ({"stopLoss": 60_000}, 1),
        ({"trailingOffset": None}, 1),
    ):
        assert (await client("modify_position", body, **where)).body["s"] == "ok"
        client.advance(1)
        assert len(await exits(client)) == stops


async def test_large_close_takes_time_and_admits_no_second_one(client) -> None:
    """The book shows little at a time: until the closing order is done another one is refused."""
    price = str((await client.touch())["ap"] + 5000)
    await client.limit(price, qty="8")
    client.advance(120)
    (position,) = await client.rows("get_positions")
    assert position["qty"] == "8"
    where = {"positionId": position["id"]}
    await client("close_position", {"qty": 0}, **where)
    (left,) = await client.rows("get_positions")
    assert 0 < Decimal(left["qty"]) < 8
    second = await client("close_position", {"qty": 0}, **where)
    assert (second.status, second.body["s"]) == (200, "error")
    client.advance(120)
    assert await client.rows("get_positions") == []
