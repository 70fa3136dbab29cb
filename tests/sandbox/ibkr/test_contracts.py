"""Finding contracts."""

import pytest


async def test_second_listing_makes_a_symbol_ambiguous(gateway) -> None:
    """AAPL has a US and a Mexican contract; unknown and lower-case symbols are left out."""
    body = (await gateway("security_stocks_by_symbol", symbols="AAPL,NOPE,ibm")).body
    assert set(body) == {"AAPL"}
    contracts = body["AAPL"][0]["contracts"]
    assert [row["isUS"] for row in contracts] == [True, False]


@pytest.mark.parametrize(("symbol", "conid"), [("BRK B", 72063691), ("SPY", 756733), ("IBM", 8314)])
async def test_real_contract_ids(gateway, symbol, conid) -> None:
    """Well-known contracts have their real ids."""
    body = (await gateway("security_stocks_by_symbol", symbols=symbol)).body
    assert body[symbol][0]["contracts"][0]["conid"] == conid


async def test_definitions_leave_unknown_contracts_out(gateway) -> None:
    """Known contracts are described, unknown ones are absent, too many are refused."""
    rows = (await gateway("security_definition_by_conid", conids="265598,1")).body["secdef"]
    assert [row["conid"] for row in rows] == [265598]
    many = ",".join(str(number) for number in range(201))
    assert (await gateway("security_definition_by_conid", conids=many)).status == 400


async def test_search_by_name(gateway) -> None:
    """A search by name finds parts of it and returns four fields only."""
    rows = (await gateway("search_contract_by_symbol", symbol="microsoft", name="True")).body
    assert [row["symbol"] for row in rows] == ["MSFT"]
    assert set(rows[0]) == {"conid", "companyName", "companyHeader", "symbol"}
    assert (await gateway("search_contract_by_symbol", symbol="NOPE")).body == []


async def test_future_chain(gateway) -> None:
    """The contracts of ES are found through the index and through their symbol."""
    direct = (await gateway("security_future_by_symbol", symbols="ES,NQ")).body
    assert list(direct) == ["ES"]
    index = (await gateway("search_contract_by_symbol", symbol="ES", secType="IND")).body[0]
    months = index["sections"][1]["months"].split(";")
    asked = {"conid": index["conid"], "sectype": "FUT", "month": months[0]}
    rows = (await gateway("search_secdef_info_by_conid", **asked)).body
    assert [row["conid"] for row in rows] == [direct["ES"][0]["conid"]]


async def test_rules_carry_the_tick_table(gateway) -> None:
    """Rules show the tick of the moment, and Hong Kong's whole table and lot."""
    body = (await gateway("info_and_rules_by_conid", conid="265598")).body
    assert body["rules"]["increment"] == body["rules"]["incrementRules"][-1]["increment"]
    found = (await gateway("security_stocks_by_symbol", symbols="700")).body["700"][0]
    conid = found["contracts"][0]["conid"]
    rules = (await gateway("search_contract_rules", {"conid": str(conid)})).body
    assert len(rules["incrementRules"]) == 10
    assert rules["sizeIncrement"] == 100


async def test_schedules_are_the_real_ones(gateway) -> None:
    """Even a market that never closes prints New York's true hours, without the weekend."""
    body = (await gateway("trading_schedule", conid="265598")).body
    assert body["exchange_time_zone"] == "America/New_York"
    assert sorted(body["schedules"]) == ["20261117", "20261118", "20261119", "20261120"]
    day = body["schedules"]["20261118"]
    assert day["liquid_hours"] == [{"opening": 1795012200, "closing": 1795035600}]
    assert day["extended_hours"][0]["closing"] - day["extended_hours"][0]["opening"] == 16 * 3600
    old = (await gateway("trading_schedule_by_symbol", assetClass="STK", symbol="700")).body
    sessions = old[0]["schedules"][0]["sessions"]
    assert [row["openingTime"] for row in sessions] == ["0930", "1300"]


async def test_unknown_rate_is_refused(gateway) -> None:
    """A currency that the sandbox does not know is a bad request."""
    assert (await gateway("currency_exchange_rate", source="XXX", target="USD")).status == 400
