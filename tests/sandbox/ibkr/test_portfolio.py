"""Positions, summary, ledger: the dialects agree with the exchange."""

from decimal import Decimal

import pytest

from omnibroker_sandbox.orders import OrderType, Terms


@pytest.fixture
async def holder(gateway):
    """A gateway whose account holds Apple, Tencent and an option, all filled."""
    await gateway("search_contract_by_symbol", symbol="AAPL")
    asked = {"conid": "265598", "sectype": "OPT", "month": "DEC26", "strike": "180", "right": "C"}
    option = (await gateway("search_secdef_info_by_conid", **asked)).body[0]["conid"]
    tencent = (await gateway("security_stocks_by_symbol", symbols="700")).body["700"][0]
    await gateway.place(quantity=100)
    await gateway.place(conid=tencent["contracts"][0]["conid"], quantity=200)
    await gateway.place(conid=option, quantity=2)
    gateway.advance(60)
    await gateway("positions", accountId=gateway.account, pageId="0")
    return gateway


async def rows(gateway) -> dict[str, dict]:
    answer = await gateway("positions", accountId=gateway.account, pageId="0")
    return {row["contractDesc"]: row for row in answer.body}


async def test_positions_carry_both_currencies(holder) -> None:
    """A Hong Kong position is in HKD, with base figures at the exchange rate."""
    row = (await rows(holder))["700"]
    assert (row["currency"], row["position"]) == ("HKD", 200)
    rate = (await holder("currency_exchange_rate", source="HKD", target="USD")).body["rate"]
    assert abs(row["baseMktValue"] - row["mktValue"] * rate) < Decimal("0.02")


async def test_average_cost_includes_the_multiplier(holder) -> None:
    """An option's avgCost is a hundred times its avgPrice."""
    row = next(row for row in (await rows(holder)).values() if row["assetClass"] == "OPT")
    assert row["avgCost"] == 100 * row["avgPrice"]
    assert (row["putOrCall"], row["strike"], row["undConid"]) == ("C", 180, 265598)


async def test_second_dialect_agrees(holder) -> None:
    """positions2 shows the same positions, with the contract id as text."""
    first = {str(row["conid"]): row["position"] for row in (await rows(holder)).values()}
    second = (await holder("positions2", accountId=holder.account)).body
    assert {row["conid"]: row["position"] for row in second} == first


async def test_position_of_one_contract(holder) -> None:
    """A single contract is a list under the account, or empty."""
    one = await holder("positions_by_conid", accountId=holder.account, conid="265598")
    assert [row["position"] for row in one.body] == [100]
    by_account = (await holder("position_and_contract_info", conid="265598")).body
    assert list(by_account) == [holder.account]
    none = await holder("positions_by_conid", accountId=holder.account, conid="8314")
    assert none.body == []


async def test_page_past_the_end_is_empty(holder) -> None:
    """Positions come in pages of a hundred; the next page is an empty list."""
    assert (await holder("positions", accountId=holder.account, pageId="1")).body == []


async def test_ledger_adds_up(holder) -> None:
    """Each currency's worth is its cash and values; BASE is their sum at the rates shown."""
    ledger = (await holder("get_ledger", accountId=holder.account)).body
    assert set(ledger) == {"USD", "HKD", "BASE"}
    for code in ("USD", "HKD"):
        row = ledger[code]
        parts = row["cashbalance"] + row["stockmarketvalue"] + row["stockoptionmarketvalue"]
        assert abs(row["netliquidationvalue"] - parts) <= Decimal("0.02")
    total = sum(
        ledger[code]["netliquidationvalue"] * ledger[code]["exchangerate"]
        for code in ("USD", "HKD")
    )
    assert abs(ledger["BASE"]["netliquidationvalue"] - total) <= Decimal("0.01")
    assert ledger["BASE"]["currency"] == "BASE"


async def test_summary_agrees_with_the_exchange(holder) -> None:
    """Net liquidation in the summary is the exchange's own figure."""
    summary = (await holder("portfolio_summary", accountId=holder.account)).body
    worth = holder.sandbox.exchange.worth(holder.account)
    assert summary["netliquidation"]["amount"] == worth.equity.quantize(Decimal("0.01"))
    assert summary["accountcode"]["value"] == holder.account
    short = (await holder("account_summary", accountId=holder.account)).body
    assert short["netLiquidationValue"] == summary["netliquidation"]["amount"]


async def test_daily_profit_starts_anew_each_day(holder) -> None:
    """The daily figure is the change of worth since midnight in New York."""
    await holder("account_profit_and_loss")
    row = (await holder("account_profit_and_loss")).body["upnl"][f"{holder.account}.Core"]
    assert row["dpl"] == row["nl"] - 1_000_000
    holder.advance(86_400)
    later = (await holder("account_profit_and_loss")).body["upnl"][f"{holder.account}.Core"]
    assert later["dpl"] != later["nl"] - 1_000_000


async def test_unknown_account(gateway) -> None:
    """Another login's account is a server error."""
    assert (await gateway("portfolio_summary", accountId="DU7")).status == 500


async def test_positions_come_in_pages_of_a_hundred(gateway) -> None:
    """With 120 positions the first page is full, the second has the rest, each position once."""
    for strike in range(100, 220):
        terms = Terms(
            f"OPT:AAPL.US:20270115:C:{strike}", "BUY", OrderType.MARKET, Decimal(1), "GTC"
        )
        gateway.sandbox.exchange.place(gateway.account, terms)
    gateway.advance(60)
    pages = [
        (await gateway("positions", accountId=gateway.account, pageId=str(page))).body
        for page in range(3)
    ]
    assert [len(page) for page in pages] == [100, 20, 0]
    assert len({row["conid"] for page in pages for row in page}) == 120
