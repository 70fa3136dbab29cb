"""Every answer of the simulated Tiger fits the spec as we wrote it."""

import json
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest

BUNDLE = Path(__file__).parents[3] / "generated/omnibroker_generated/specs/tiger.json"
ACCOUNT = {"account": "67686635"}
PAPER = {"account": "20240830213609658"}
APPLE = {"symbols": ["AAPL"]}
RANGE = {"begin_date": 1763420400000, "end_date": 1795060800000}
OPTION = {"symbol": "AAPL", "expiry": 1797570000000, "right": "CALL", "strike": "200.0"}
STOCK = {"symbol": "AAPL", "sec_type": "STK", "currency": "USD", "action": "BUY"}
LIMIT = {**ACCOUNT, **STOCK, "order_type": "LMT", "total_quantity": 10, "limit_price": 100}
BITCOIN = {"symbol": "BTC/USD", "sec_type": "CC", "currency": "USD", "action": "BUY"}
PIECE = {"total_quantity": 5, "total_quantity_scale": 1, "order_type": "MKT"}
CALL = {"symbol": "AAPL", "sec_type": "OPT", "expiry": "20261218", "strike": "200", "right": "CALL"}
FUTURE = {"symbol": "ES2612", "sec_type": "FUT", "currency": "USD", "action": "BUY"}
ORDER = 40_000_000_000_910_002

SCRIPT: list[tuple[str, Any]] = [
    ("user_token_refresh", None),
    ("user_license", None),
    ("get_quote_permission", None),
    ("grab_quote_permission", None),
    ("addon_entitlements", None),
    ("accounts", {}),
    ("order_no", ACCOUNT),
    ("preview_order", LIMIT),
    ("preview_order", {**LIMIT, "total_quantity": 10**9}),
    ("place_order", {**LIMIT, "order_type": "MKT", "user_mark": "fits"}),
    ("place_order", {**LIMIT, "order_id": 77}),
    ("place_order", {**LIMIT, "order_id": 77}),
    ("place_order", {**LIMIT, "symbol": "NOPE"}),
    ("place_order", {**ACCOUNT, **BITCOIN, **PIECE}),
    ("place_order", {**ACCOUNT, **CALL, "action": "BUY", "order_type": "MKT", "total_quantity": 1}),
    ("place_order", {**ACCOUNT, **FUTURE, "order_type": "MKT", "total_quantity": 1}),
    ("modify_order", {**ACCOUNT, "id": ORDER, "limit_price": 101}),
    ("orders", {**ACCOUNT, "id": ORDER, "show_charges": True}),
    ("orders", {**ACCOUNT, "id": 1}),
    ("orders", {**ACCOUNT, "limit": 2, "page_token": ""}),
    ("active_orders", ACCOUNT),
    ("cancel_order", {**ACCOUNT, "id": ORDER}),
    ("cancel_order", {**PAPER, "id": ORDER}),
    ("inactive_orders", ACCOUNT),
    ("filled_orders", {**ACCOUNT, "start_date": 1795000000000, "end_date": 1795060800000}),
    ("order_transactions", {**ACCOUNT, "symbol": "AAPL"}),
    ("order_transactions", ACCOUNT),
    ("estimate_tradable_quantity", {**ACCOUNT, **STOCK, "order_type": "MKT"}),
    ("positions", {**ACCOUNT, "sec_type": "ALL"}),
    ("prime_assets", {**ACCOUNT, "consolidated": True}),
    ("prime_assets", {"account": "12345678"}),
    ("assets", {**ACCOUNT, "segment": True, "market_value": True}),
    ("aggregate_assets", {**ACCOUNT, "seg_type": "SEC", "base_currency": "USD"}),
    ("analytics_asset", ACCOUNT),
    ("contract", {"symbol": "AAPL", "sec_type": "STK", "version": "3.0"}),
    ("contract", {**CALL, "version": "3.0"}),
    ("contract", {"symbol": "NOPE", "sec_type": "STK", "version": "3.0"}),
    ("contracts", {"symbols": ["AAPL", "00700", "NOPE"], "sec_type": "STK"}),
    ("contracts", {"symbols": ["ES2612"], "sec_type": "FUT"}),
    ("quote_contract", {**APPLE, "sec_type": "OPT", "expiry": "20261218"}),
    ("all_symbols", {"market": "US"}),
    ("all_symbol_names", {"market": "HK"}),
    ("quote_stock_trade", APPLE),
    ("market_state", {"market": "ALL"}),
    ("trading_calendar", {"market": "US"}),
    ("quote_real_time", {**APPLE, "include_hour_trading": True}),
    ("quote_real_time", {"symbols": ["AAPL", "00700"]}),
    ("quote_delay", APPLE),
    ("quote_overnight", APPLE),
    ("kline", {**APPLE, "period": "day", "begin_time": -1, "end_time": -1, "right": "br"}),
    ("kline_quota", {"with_details": True}),
    ("timeline", {**APPLE, "version": "3.0"}),
    ("trade_tick", {**APPLE, "limit": 5}),
    ("quote_depth", {**APPLE, "market": "US"}),
    ("option_expiration", APPLE),
    ("option_chain", {"option_basic": [OPTION], "return_greek_value": True, "version": "3.0"}),
    ("option_brief", {"option_basic": [OPTION]}),
    (
        "option_kline",
        {"option_query": [{**OPTION, "period": "day", "begin_time": -1, "end_time": -1}]},
    ),
    ("future_exchange", {"sec_type": "FUT"}),
    ("future_contract_by_exchange_code", {"exchange_code": "CME"}),
    ("future_contract_by_contract_code", {"contract_code": "ESmain"}),
    ("future_current_contract", {"type": "ES"}),
    ("future_real_time_quote", {"contract_codes": ["ES2612"]}),
    (
        "future_kline",
        {"contract_codes": ["ES2612"], "period": "5min", "begin_time": -1, "end_time": -1},
    ),
    ("future_trading_date", {"contract_code": "ES2612"}),
    (
        "financial_report",
        {**APPLE, "market": "US", "fields": ["total_revenue"], "period_type": "Annual"},
    ),
    ("financial_daily", {**APPLE, "market": "US", "fields": ["p_to_bv"], **RANGE}),
    ("corporate_action", {**APPLE, "market": "US", "action_type": "dividend", **RANGE}),
    ("corporate_action", {"market": "US", "action_type": "earning", **RANGE}),
    ("stock_fundamental", {**APPLE, "market": "US"}),
]
MAY_BE_EMPTY = {"quote_overnight"}
REFUSED = {
    ("place_order", 1100),
    ("place_order", 1010),
    ("cancel_order", 1300),
    ("order_transactions", 1010),
    ("prime_assets", 1010),
    ("quote_real_time", 1010),
}


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


def faults(spec: dict[str, Any], content: dict[str, Any], body: Any) -> list[str]:
    document = {**content["application/json"]["schema"], "components": spec["components"]}
    errors = jsonschema_rs.Draft4Validator(document).iter_errors(body)
    return [f"{error.instance_path}: {error.message}" for error in errors]


def response_of(spec: dict[str, Any], response: dict[str, Any]) -> dict[str, Any]:
    if "$ref" not in response:
        return response
    return spec["components"]["responses"][response["$ref"].rpartition("/")[2]]


async def test_every_answer_fits(tiger, declared, spec) -> None:
    """Requests and answers of every method are what the spec declares, and refusals the expected ones."""
    refused = set()
    for operation, payload in SCRIPT:
        if request := declared[operation].get("requestBody"):
            assert not faults(spec, request["content"], payload), (operation, payload)
        answer = await tiger(operation, payload)
        tiger.advance(1)
        response = declared[operation]["responses"].get(str(answer.status))
        assert response, (operation, answer)
        found = faults(spec, response_of(spec, response)["content"], answer.body)
        assert not found, (operation, found)
        if answer.status == 200:
            assert answer.body or operation in MAY_BE_EMPTY, operation
        else:
            refused.add((operation, answer.body["code"]))
    assert refused == REFUSED


def test_script_and_sandbox_cover_the_spec(tiger, declared) -> None:
    """The sandbox serves exactly the operations of the spec, and the script runs each of them."""
    assert set(tiger.sandbox.operations) == set(declared)
    assert {operation for operation, _ in SCRIPT} == set(declared)
