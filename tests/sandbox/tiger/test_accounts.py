"""Accounts and assets of the simulated Tiger."""

from decimal import Decimal

LIVE = {"account": "67686635"}


async def test_live_and_paper_accounts_are_told_apart(tiger) -> None:
    """Two standard accounts and one of 17 digits that is paper."""
    rows = (await tiger("accounts", {})).body["items"]
    kinds = {row["account"]: row["accountType"] for row in rows}
    assert kinds == {
        "67686635": "STANDARD",
        "66804149": "STANDARD",
        "20240830213609658": "PAPER",
    }
    (one,) = (await tiger("accounts", LIVE)).body["items"]
    assert one["account"] == LIVE["account"]


async def test_assets_follow_a_trade(tiger) -> None:
    """Buying moves cash into positions; the fee is what is lost; currencies add up."""
    await tiger.place(total_quantity=100)
    tiger.advance(60)
    body = (await tiger("prime_assets", LIVE)).body
    securities, futures = body["segments"]
    assert (securities["category"], futures["category"]) == ("S", "C")
    (dollars,) = securities["currencyAssets"]
    assert dollars["cashBalance"] == securities["cashBalance"]
    assert dollars["stockMarketValue"] == securities["grossPositionValue"] > 0
    total = securities["cashBalance"] + securities["grossPositionValue"]
    assert securities["netLiquidation"] == total
    lost = Decimal(1_000_000) + securities["unrealizedPL"] - total
    assert lost == 1


async def test_the_base_currency_can_be_chosen(tiger) -> None:
    """Amounts in Hong Kong dollars are those in dollars at the market's rate."""
    body = (await tiger("prime_assets", {**LIVE, "base_currency": "HKD"})).body
    rate = tiger.exchange.rate("USD", "HKD")
    assert body["segments"][0]["netLiquidation"] == (1_000_000 * rate).quantize(Decimal("0.01"))


async def test_a_reset_starts_over(tiger) -> None:
    """After a reset there are no orders, and numbers count from the start."""
    await tiger.place()
    tiger.sandbox.reset()
    assert (await tiger("orders", LIVE)).body["items"] == []
    assert (await tiger("order_no", LIVE)).body == {"orderId": 5001}
