"""Every answer of the simulated gateway fits IBKR's spec as we wrote it."""

import json
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest

BUNDLE = Path(__file__).parents[3] / "generated/omnibroker_generated/specs/ibkr.json"
ACCOUNT = {"accountId": "DU1234567"}
TICKET = {"conid": 265598, "side": "BUY", "tif": "DAY", "orderType": "LMT", "quantity": 10}
CHAIN = {"conid": "265598", "sectype": "OPT", "month": "DEC26"}
TAGS = "31,55,70,71,82,83,84,85,86,87,88,7051,7059,7295,7296,7635,7741,7762"
LIMIT = {**TICKET, "price": 100, "cOID": "fits-1"}

SCRIPT: list[tuple[str, dict[str, Any], Any]] = [
    ("validate_sso", {}, None),
    ("auth_status", {}, None),
    ("auth_status_get", {}, None),
    ("init_brokerage_session", {}, {"publish": True, "compete": False}),
    ("tickle", {}, None),
    ("tickle_get", {}, None),
    ("reauthenticate", {}, None),
    ("brokerage_accounts", {}, None),
    ("switch_account", {}, {"acctId": "DU1234567"}),
    ("portfolio_accounts", {}, None),
    ("portfolio_subaccounts", {}, None),
    ("place_order", ACCOUNT, {"orders": [{**TICKET, "orderType": "MKT", "quantity": 6000}]}),
    ("place_order", ACCOUNT, {"orders": [{**TICKET, "orderType": "MKT", "quantity": 60}]}),
    ("place_order", ACCOUNT, {"orders": [LIMIT]}),
    ("place_order", ACCOUNT, {"orders": [LIMIT]}),
    ("place_order", ACCOUNT, {"orders": [{**LIMIT, "quantity": "10"}]}),
    ("place_order", ACCOUNT, {"orders": [{**LIMIT, "orderType": "LIMIT"}]}),
    ("whatif_order", ACCOUNT, {"orders": [LIMIT]}),
    ("whatif_order", ACCOUNT, {"orders": [{**LIMIT, "price": 100.001}]}),
    ("modify_order", {**ACCOUNT, "orderId": "910002"}, {**LIMIT, "price": 101}),
    ("live_orders", {}, None),
    ("live_orders", {}, None),
    ("order_status", {"orderId": "910002"}, None),
    ("order_status", {"orderId": "1"}, None),
    ("cancel_order", {**ACCOUNT, "orderId": "910002"}, None),
    ("cancel_order", {**ACCOUNT, "orderId": "1"}, None),
    ("reply", {"replyId": "unknown"}, {"confirmed": True}),
    ("trades", {"days": "3"}, None),
    ("trades_slash", {}, None),
    ("suppress_messages", {}, {"messageIds": ["o163"]}),
    ("reset_suppressed_messages", {}, None),
    ("account_profit_and_loss", {}, None),
    ("account_profit_and_loss", {}, None),
    ("account_summary", ACCOUNT, None),
    ("portfolio_account_information", ACCOUNT, None),
    ("portfolio_account_allocation", ACCOUNT, None),
    ("positions", {**ACCOUNT, "pageId": "0"}, None),
    ("positions", {**ACCOUNT, "pageId": "0"}, None),
    ("positions2", ACCOUNT, None),
    ("positions_by_conid", {**ACCOUNT, "conid": "265598"}, None),
    ("position_and_contract_info", {"conid": "265598"}, None),
    ("invalidate_backend_portfolio_cache", ACCOUNT, None),
    ("portfolio_summary", ACCOUNT, None),
    ("get_ledger", ACCOUNT, None),
    ("security_definition_by_conid", {"conids": "265598,12087792,479624278"}, None),
    ("contract_information_by_conid", {"conid": "265598"}, None),
    ("contract_information_by_conid", {"conid": "1"}, None),
    ("info_and_rules_by_conid", {"conid": "265598", "isBuy": "True"}, None),
    ("search_contract_rules", {}, {"conid": 265598, "isBuy": True}),
    ("search_contract_rules", {}, {"conid": 1}),
    ("search_contract_by_symbol", {"symbol": "AAPL"}, None),
    ("search_contract_by_symbol", {"symbol": "apple", "name": "true"}, None),
    ("search_contract_by_symbol", {"symbol": "ES", "secType": "IND"}, None),
    ("search_strikes_by_conid", CHAIN, None),
    ("search_secdef_info_by_conid", {**CHAIN, "strike": "200"}, None),
    ("security_future_by_symbol", {"symbols": "ES"}, None),
    ("security_stocks_by_symbol", {"symbols": "AAPL,700"}, None),
    ("currency_pairs", {"currency": "USD"}, None),
    ("currency_exchange_rate", {"source": "EUR", "target": "USD"}, None),
    ("trading_schedule", {"conid": "265598"}, None),
    ("trading_schedule_by_symbol", {"assetClass": "STK", "symbol": "AAPL"}, None),
    ("live_marketdata_snapshot", {"conids": "265598", "fields": TAGS}, None),
    ("live_marketdata_snapshot", {"conids": "265598", "fields": TAGS}, None),
    ("marketdata_history_by_conid", {"conid": "265598", "period": "1d", "bar": "1h"}, None),
    ("marketdata_unsubscribe", {}, {"conid": 265598}),
    ("marketdata_unsubscribe", {}, {"conid": 265598}),
    ("marketdata_unsubscribe_all", {}, None),
    ("logout", {}, None),
    ("tickle", {}, None),
]


def nullable(schema: Any) -> Any:
    """Return a 3.0 schema in the words of draft 4."""
    if isinstance(schema, list):
        return [nullable(each) for each in schema]
    if not isinstance(schema, dict):
        return schema
    rewritten = {name: nullable(value) for name, value in schema.items()}
    if schema.get("nullable") is True and "type" in schema:
        rewritten["type"] = [schema["type"], "null"]
    return rewritten


@pytest.fixture(scope="module")
def spec() -> dict[str, Any]:
    return nullable(json.loads(BUNDLE.read_text("utf-8")))


@pytest.fixture(scope="module")
def declared(spec: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """The operations of the spec by id."""
    rows = (row for item in spec["paths"].values() for row in item.values() if "operationId" in row)
    return {row["operationId"]: row for row in rows}


def schema_of(spec: dict[str, Any], response: dict[str, Any], media_type: str) -> dict[str, Any]:
    if "$ref" in response:
        response = spec["components"]["responses"][response["$ref"].rpartition("/")[2]]
    return response["content"][media_type]["schema"]


async def test_every_answer_fits(gateway, declared, spec) -> None:
    """Status, media type and body of every kind of answer are what the spec declares."""
    for operation, parameters, payload in SCRIPT:
        answer = await gateway(operation, payload, **parameters)
        gateway.advance(1)
        responses = declared[operation]["responses"]
        assert str(answer.status) in responses, (operation, answer)
        schema = schema_of(spec, responses[str(answer.status)], answer.media_type)
        document = {**schema, "components": spec["components"]}
        validator = jsonschema_rs.Draft4Validator(document)
        body = "" if answer.media_type == "text/plain" else answer.body
        faults = [
            f"{error.instance_path}: {error.message}" for error in validator.iter_errors(body)
        ]
        assert not faults, (operation, faults)


def test_script_and_sandbox_cover_the_spec(gateway, declared) -> None:
    """The sandbox serves exactly the operations of the spec, and the script runs each of them."""
    assert set(gateway.sandbox.operations) == set(declared)
    assert {operation for operation, _, _ in SCRIPT} == set(declared)
