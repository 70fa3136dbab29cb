"""Funds, positions and limits of the simulated accounts."""

from decimal import Decimal

PAPER_HK = {"trd_env": 0, "acc_id": 1007001, "trd_market": 1}
PAPER_US = {"trd_env": 0, "acc_id": 1007002, "trd_market": 2}
REAL_HK = {"trd_env": 1, "acc_id": 281756455988000001, "trd_market": 1}
REAL_US = {**REAL_HK, "trd_market": 2}
FUTURES = {"trd_env": 1, "acc_id": 281756455988000002, "trd_market": 5}
HK_BUY = {"trd_side": 1, "order_type": 1, "code": "00700", "qty": 100, "price": 100}
MARKET_BUY = {"trd_side": 1, "order_type": 2, "code": "AAPL", "qty": 10}
MARKET_SELL = {**MARKET_BUY, "trd_side": 2}
HK_MARKET = {"trd_side": 1, "order_type": 2, "code": "00700", "qty": 100}
SHORT_FUTURE = {"trd_side": 2, "order_type": 2, "code": "ES2612", "qty": 2}
HKD, USD = 1, 2
MILLION = 1_000_000


async def test_accounts_are_real_and_simulated_mixed(client) -> None:
    """0 is simulated and 1 real; simulated rows have a kind and neither card nor broker entity."""
    rows = (await client.s2c("accounts"))["acc_list"]
    assert {row["trd_env"] for row in rows} == {0, 1}
    for row in rows:
        simulated = row["trd_env"] == 0
        assert (row["sim_acc_type"] is not None) is simulated
        assert (row["security_firm"] is None) is simulated
        assert (row["acc_id"] > 2**53) is not simulated


async def test_a_universal_account_is_asked_in_a_currency(client) -> None:
    """Without one it refuses; the same worth comes in each currency, the cash of each beside it."""
    assert "currency is required" in (await client("funds", {"header": REAL_HK})).body["ret_msg"]
    hkd, usd = [await client.funds(REAL_HK, currency=code) for code in (HKD, USD)]
    assert [hkd["currency"], usd["currency"]] == [HKD, USD]
    rate = client.sandbox.exchange.rate("USD", "HKD")
    assert abs(usd["total_assets"] * rate - hkd["total_assets"]) < 1
    cash = {row["currency"]: row["cash"] for row in hkd["cash_info_list"]}
    assert cash == {HKD: MILLION, USD: MILLION // 10}


async def test_a_simulated_account_ignores_the_currency(client) -> None:
    """Most figures are null there."""
    funds = await client.funds(PAPER_HK, currency=USD)
    assert (funds["currency"], funds["total_assets"]) == (HKD, MILLION)
    assert funds["initial_margin"] is funds["net_cash_power"] is None


async def test_an_open_order_freezes_cash(client) -> None:
    """Price times quantity and the fee; the power of a cash account falls by as much, and comes back."""
    placed = await client.place(PAPER_HK, HK_BUY)
    funds = await client.funds(PAPER_HK)
    assert funds["frozen_cash"] == 100 * 100 + 18
    assert funds["power"] == MILLION - funds["frozen_cash"]
    await client.modify(PAPER_HK, placed.body["s2c"]["order_id"], 2)
    client.advance(1)
    assert (await client.funds(PAPER_HK))["frozen_cash"] == 0


async def test_a_margin_account_can_buy_for_more_than_it_has(client) -> None:
    """Twice its assets; a purchase for all of its cash and half as much again is taken."""
    funds = await client.funds(PAPER_US)
    assert funds["power"] == 2 * funds["total_assets"]
    order = {"trd_side": 1, "order_type": 1, "code": "AAPL", "qty": 15000, "price": 100}
    assert (await client.place(PAPER_US, order)).body["ret_type"] == 0
    assert (await client.place(PAPER_US, order)).body["ret_type"] == -1


async def test_a_position_has_two_costs(client) -> None:
    """Average cost stays when a part is sold, diluted cost moves with what the sale brought."""
    await client.place(REAL_US, MARKET_BUY)
    client.advance(3600)
    await client.place(REAL_US, MARKET_SELL, qty=4)
    (row,) = (await client.s2c("positions", {"header": REAL_US}))["position_list"]
    fills = (await client.s2c("order_fills", {"header": REAL_US}))["order_fill_list"]
    bought, sold = ([each for each in fills if each["trd_side"] == side] for side in (1, 2))
    paid, received = (sum(f["qty"] * f["price"] for f in side) for side in (bought, sold))
    close = Decimal("0.001")
    assert row["qty"] == row["can_sell_qty"] == 6
    assert abs(row["average_cost_price"] - paid / 10) <= close
    assert abs(row["diluted_cost_price"] - (paid - received) / 6) <= close
    assert row["unrealized_pl"] + row["realized_pl"] == row["pl_val"]
    assert (row["td_buy_qty"], row["td_sell_qty"]) == (10, 4)
    assert row["td_trd_val"] == (paid + received).quantize(Decimal("0.01"))


async def test_a_new_round_has_costs_of_its_own(client) -> None:
    """What was gained or lost before the position was flat does not count."""
    for order in (MARKET_BUY, MARKET_SELL, MARKET_BUY):
        await client.place(REAL_US, order)
        client.advance(3600)
    (row,) = (await client.s2c("positions", {"header": REAL_US}))["position_list"]
    assert row["diluted_cost_price"] == row["average_cost_price"]
    assert row["realized_pl"] == 0


async def test_simulated_positions_have_no_average_cost(client) -> None:
    """Diluted cost is there; an open sale takes its part from what can be sold."""
    await client.place(PAPER_HK, HK_MARKET, qty=300)
    sale = {**HK_BUY, "trd_side": 2, "price": 900}
    await client.place(PAPER_HK, sale)
    (row,) = (await client.s2c("positions", {"header": PAPER_HK}))["position_list"]
    assert row["average_cost_price"] is None
    assert row["diluted_cost_price"] > 0
    assert (row["qty"], row["can_sell_qty"]) == (300, 200)


async def test_a_short_future_is_negative_and_worth_nothing(client) -> None:
    """Side 1, a negative quantity, no market value; the account's funds are those of futures."""
    await client.place(FUTURES, SHORT_FUTURE)
    (row,) = (await client.s2c("positions", {"header": FUTURES}))["position_list"]
    shown = [row[name] for name in ("position_side", "qty", "val", "trd_market", "code")]
    assert shown == [1, -2, 0, 5, "ES2612"]
    funds = await client.funds(FUTURES, currency=USD)
    assert funds["available_funds"] == funds["total_assets"] - funds["initial_margin"]


async def test_positions_can_be_filtered(client) -> None:
    """By code, id and market."""
    await client.place(REAL_US, MARKET_BUY)
    await client.place(REAL_HK, HK_MARKET)
    rows = (await client.s2c("positions", {"header": REAL_US}))["position_list"]
    assert {row["code"] for row in rows} == {"AAPL", "00700"}
    hk = next(row for row in rows if row["code"] == "00700")
    for wanted in (
        {"code_list": ["00700"]},
        {"id_list": [hk["position_id"]]},
        {"filter_market": 1},
    ):
        body = {"header": REAL_US, "filter_conditions": wanted}
        assert (await client.s2c("positions", body))["position_list"] == [hk]


async def test_what_may_be_traded_fits_what_is_taken(client) -> None:
    """The most that may be bought is accepted, a lot more is refused; a change frees its own money."""
    body = {"header": PAPER_HK, "order_type": 1, "code": "00700", "price": 300}
    most = (await client.s2c("max_trd_qtys", body))["max_trd_qtys"]
    assert most["max_cash_and_margin_buy"] is most["max_sell_short"] is None
    order = {**HK_BUY, "price": 300}
    refused = await client.place(PAPER_HK, order, qty=most["max_cash_buy"] + 100)
    assert refused.body["ret_type"] == -1
    placed = await client.place(PAPER_HK, order, qty=most["max_cash_buy"])
    assert placed.body["ret_type"] == 0
    assert (await client.s2c("max_trd_qtys", body))["max_trd_qtys"]["max_cash_buy"] == 0
    change = {**body, "order_id": placed.body["s2c"]["order_id"]}
    assert (await client.s2c("max_trd_qtys", change))["max_trd_qtys"] == most


async def test_margins_are_those_of_the_exchange(client) -> None:
    """Half of the worth to open, four fifths of that to keep; a cash account has none."""
    body = {"security_list": [{"market": 11, "code": "AAPL"}]}
    (row,) = (await client.s2c("margin_ratio", {"header": REAL_US, **body}))[
        "margin_ratio_info_list"
    ]
    assert (row["im_long_ratio"], row["mm_long_ratio"], row["is_short_permit"]) == (50, 40, True)
    (row,) = (await client.s2c("margin_ratio", {"header": PAPER_HK, **body}))[
        "margin_ratio_info_list"
    ]
    assert (row["im_long_ratio"], row["is_long_permit"]) == (None, False)


async def test_resetting_gives_the_opening_cash_of_every_currency_back(client) -> None:
    """Orders and positions are gone too."""
    await client.place(REAL_US, MARKET_BUY)
    client.sandbox.reset()
    funds = await client.funds(REAL_HK, currency=HKD)
    assert {row["cash"] for row in funds["cash_info_list"]} == {MILLION, MILLION // 10}
    assert await client.orders(REAL_US) == []
