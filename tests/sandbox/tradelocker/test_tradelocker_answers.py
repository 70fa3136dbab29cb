"""Every answer of the simulated TradeLocker server fits the spec as we wrote it."""

import json
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest

BUNDLE = Path(__file__).parents[3] / "generated/omnibroker_generated/specs/tradelocker.json"
BTC = {"tradableInstrumentId": "206", "routeId": "452"}
TICKET = {
    "qty": 0.02,
    "routeId": 9912,
    "tradableInstrumentId": 206,
    "side": "buy",
    "type": "market",
    "validity": "IOC",
}
LIMIT = {**TICKET, "type": "limit", "validity": "GTC", "price": 60000}
FIRST_ORDER, FIRST_POSITION = "7277816997000910001", "7277816998000910001"
SECOND_ORDER = "7277816997000910002"
LOGIN = {"email": "a@example.com", "password": "sandbox", "server": "SANDBOX"}
TODAY = {"resolution": "1H", "from": "1795000000000", "to": "1795014000000"}

SCRIPT: list[tuple[str, dict[str, Any], Any]] = [
    ("get_jwt_tokens", {}, LOGIN),
    ("get_jwt_tokens", {}, {**LOGIN, "password": "wrong"}),
    ("get_jwt_refresh_tokens", {}, {"refreshToken": "a.b.c"}),
    ("get_all_accounts", {"accNum": None}, None),
    ("get_config", {}, None),
    ("get_config", {"accNum": None}, None),
    ("get_config", {"accNum": "9"}, None),
    ("get_accounts", {}, None),
    ("get_state", {}, None),
    ("get_state", {"accountId": "1"}, None),
    ("get_state", {"accountId": "800202"}, None),
    ("get_instruments", {}, None),
    ("get_instrument_details", BTC, None),
    ("get_instrument_details", {**BTC, "tradableInstrumentId": "1"}, None),
    ("get_instrument_details", {**BTC, "tradableInstrumentId": "401"}, None),
    ("get_trade_session", {"sessionId": "1002"}, None),
    ("get_trade_session", {"sessionId": "1"}, None),
    ("get_session_status", {"sessionStatusId": "22"}, None),
    ("get_session_status", {"sessionStatusId": "1"}, None),
    ("get_quotes", BTC, None),
    ("get_quotes", {**BTC, "routeId": "451"}, None),
    ("get_depth", BTC, None),
    ("get_daily_bar", {**BTC, "barType": "ASK"}, None),
    ("get_daily_bar", {**BTC, "barType": "MID"}, None),
    ("get_history", {**BTC, **TODAY}, None),
    ("get_history", {**BTC, **TODAY, "to": "1795000000001"}, None),
    ("get_history", {**BTC, **TODAY, "resolution": "2H"}, None),
    ("get_history", {**BTC, **TODAY, "resolution": "1m", "from": "0"}, None),
    ("place_order", {}, {**TICKET, "stopLoss": 60000, "stopLossType": "absolute"}),
    ("place_order", {}, {**TICKET, "qty": 0}),
    ("place_order", {}, {**TICKET, "qty": [1]}),
    ("place_order", {}, LIMIT),
    ("get_orders", {}, None),
    ("get_positions", {}, None),
    ("get_executions", {}, None),
    ("modify_order", {"orderId": "7277816997000910003"}, {"price": "61000"}),
    ("modify_order", {"orderId": FIRST_ORDER}, {"price": "61000"}),
    ("cancel_order", {"orderId": "7277816997000910003"}, None),
    ("cancel_order", {"orderId": "1"}, None),
    ("cancel_order", {"orderId": FIRST_ORDER}, None),
    ("cancel_all_orders", {}, None),
    ("modify_position", {"positionId": FIRST_POSITION}, {"takeProfit": 190000}),
    ("modify_position", {"positionId": "1"}, {"takeProfit": 190000}),
    ("close_position", {"positionId": FIRST_POSITION}, {"qty": "0.01"}),
    ("close_position", {"positionId": FIRST_POSITION}, {"qty": 5}),
    ("close_all_positions", {}, None),
    ("close_position", {"positionId": FIRST_POSITION}, {"qty": 0}),
    ("get_orders_history", {}, None),
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


def schema_of(spec: dict[str, Any], response: dict[str, Any]) -> dict[str, Any]:
    if "$ref" in response:
        response = spec["components"]["responses"][response["$ref"].rpartition("/")[2]]
    return response["content"]["application/json"]["schema"]


async def test_every_answer_fits(client, declared, spec) -> None:
    """Status and body of every kind of answer are what the spec declares, and none lacks its words."""
    for operation, parameters, payload in SCRIPT:
        answer = await client(operation, payload, **parameters)
        client.advance(1)
        responses = declared[operation]["responses"]
        assert str(answer.status) in responses, (operation, answer)
        document = {
            **schema_of(spec, responses[str(answer.status)]),
            "components": spec["components"],
        }
        validator = jsonschema_rs.Draft4Validator(document)
        faults = [
            f"{error.instance_path}: {error.message}"
            for error in validator.iter_errors(answer.body)
        ]
        assert not faults, (operation, faults)
        refused = answer.status >= 400 or answer.body.get("s") == "error"
        assert not refused or answer.body["errmsg"], operation


def test_script_and_sandbox_cover_the_spec(client, declared) -> None:
    """The sandbox serves exactly the operations of the spec, and the script runs each of them."""
    assert set(client.sandbox.operations) == set(declared)
    assert {operation for operation, _, _ in SCRIPT} == set(declared)


async def test_rows_are_as_long_as_their_columns(client) -> None:
    """Each list has as many cells a row as config has columns for it, all of them text or null."""
    await client.place()
    await client.limit("60000")
    config = (await client("get_config")).body["d"]
    panels = {"get_orders": "orders", "get_positions": "positions"}
    panels |= {"get_orders_history": "ordersHistory", "get_executions": "filledOrders"}
    for operation, panel in panels.items():
        (rows,) = [
            value for value in (await client(operation)).body["d"].values() if value is not False
        ]
        assert rows, operation
        assert {len(row) for row in rows} == {len(config[f"{panel}Config"]["columns"])}
        assert all(cell is None or isinstance(cell, str) for row in rows for cell in row)
