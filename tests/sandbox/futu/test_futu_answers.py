"""Every answer of the simulated Futu gateway fits the spec as we wrote it."""

import json
from decimal import Decimal
from hashlib import md5
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest

BUNDLE = Path(__file__).parents[3] / "generated/omnibroker_generated/specs/futu.json"
TENCENT, APPLE = {"market": 1, "code": "00700"}, {"market": 11, "code": "AAPL"}
OPTION = {"market": 11, "code": "AAPL261218C200000"}
FUTURE = {"market": 11, "code": "ES2612"}
UNKNOWN = {"market": 1, "code": "99999"}
PAPER = {"header": {"trd_env": 0, "acc_id": 1007001, "trd_market": 1}}
REAL = {"header": {"trd_env": 1, "acc_id": 281756455988000001, "trd_market": 2}}
FUTURES = {"header": {"trd_env": 1, "acc_id": 281756455988000002, "trd_market": 5}}
NOBODY = {"header": {"trd_env": 0, "acc_id": 5, "trd_market": 1}}
BARS = {"rehab_type": 1, "kl_type": 2, "security": TENCENT}
MONTH = {"begin_time": "2026-11-01", "end_time": "2026-11-18"}
DAYS = {"begin_time": "2026-11-01 00:00:00", "end_time": "2026-11-19 00:00:00"}
CHAIN = {"owner": APPLE, "begin_time": "2026-12-01", "end_time": "2026-12-30"}
RULES = {"base_filter_list": [{"field_name": 3, "sort_dir": 1}]}
RULES |= {"accumulate_filter_list": [{"field_name": 1, "days": 5}]}
HK_ORDER = {"trd_side": 1, "order_type": 1, "code": "00700", "qty": 100, "price": 100}
US_ORDER = {"trd_side": 1, "order_type": 2, "code": "AAPL", "qty": 10, "remark": "a-1"}
FUTURE_ORDER = {"trd_side": 2, "order_type": 2, "code": "ES2612", "qty": 1}
TRAIL = {"trd_side": 2, "order_type": 14, "code": "AAPL", "qty": 5, "trail_type": 1}
FIRST, TEXT = 7245000000000910001, "FT000000000DE2B2"
UNLOCK = {"unlock": True, "pwd_md5": md5(b"sandbox", usedforsecurity=False).hexdigest()}
SUBSCRIBE = {"security_list": [TENCENT, APPLE, FUTURE], "sub_type_list": [1, 2, 4, 5, 6, 11]}


def packet(serial: int) -> dict[str, Any]:
    return {"packet_id": {"conn_id": 1, "serial_no": serial}}


SCRIPT: list[tuple[str, Any]] = [
    ("health", None),
    ("readyz", None),
    ("metrics", None),
    ("ws", None),
    ("global_state", None),
    ("user_info", None),
    ("unlock_trade", {"unlock": False}),
    ("unlock_trade", {**UNLOCK, "pwd_md5": "0" * 32}),
    ("unlock_trade", UNLOCK),
    ("delay_statistics", None),
    ("delay_statistics_post", {"type_list": [3]}),
    ("admin_status", None),
    ("quote", {"security_list": [TENCENT]}),
    ("subscribe", {**SUBSCRIBE, "is_sub_or_un_sub": True}),
    ("subscribe", {**SUBSCRIBE, "is_sub_or_un_sub": False}),
    ("sub_info", None),
    ("query_subscription", {"is_req_all_conn": True}),
    ("used_quota", {}),
    ("sub_acc_push", {"acc_id_list": [1007001]}),
    ("quote", {"security_list": [TENCENT, FUTURE]}),
    ("orderbook", {"security": TENCENT, "num": 10}),
    ("orderbook", {"security": APPLE, "num": 10}),
    ("broker", {"security": TENCENT}),
    ("ticker", {"security": APPLE, "max_ret_num": 20}),
    ("rt", {"security": TENCENT}),
    ("snapshot", {"security_list": [TENCENT, APPLE, OPTION, FUTURE]}),
    ("snapshot", {"security_list": [UNKNOWN]}),
    ("market_state", {"security_list": [TENCENT, APPLE, FUTURE]}),
    ("kline", {**BARS, "req_num": 5}),
    ("history_kline", {**BARS, **MONTH, "max_ack_kl_num": 4}),
    ("capital_flow", {"security": TENCENT}),
    ("capital_distribution", {"security": TENCENT}),
    ("static_info", {"security_list": [TENCENT, OPTION, FUTURE]}),
    ("static_info", {"market": 11, "sec_type": 10}),
    ("option_chain", CHAIN),
    ("future_info", {"security_list": [FUTURE]}),
    ("future_info", {"security_list": [APPLE]}),
    ("reference", {"security": FUTURE, "reference_type": 2}),
    ("reference", {"security": TENCENT, "reference_type": 1}),
    ("owner_plate", {"security_list": [TENCENT, OPTION]}),
    ("plate_set", {"market": 11, "plate_set_type": 1}),
    ("plate_security", {"plate": {"market": 1, "code": "BK1"}}),
    ("user_security", {"group_name": "HK"}),
    ("warrant", {"begin": 0, "num": 10, "sort_field": 1, "ascend": True}),
    ("stock_filter", {"begin": 0, "num": 5, "market": 11, **RULES}),
    ("ipo_list", {"market": 1}),
    ("accounts", None),
    ("place_order", {**packet(1), **PAPER, **HK_ORDER}),
    ("place_order", {**packet(2), **REAL, **US_ORDER}),
    ("place_order", {**packet(3), **FUTURES, **FUTURE_ORDER}),
    ("place_order", {**packet(4), **PAPER, **HK_ORDER, "qty": 150}),
    ("place_order", {**packet(5), **REAL, **TRAIL, "trail_value": 2.5}),
    ("place_order", {**packet(6), **NOBODY, **HK_ORDER}),
    ("modify_order", {**packet(7), **PAPER, "order_id": FIRST, "modify_order_op": 1, "price": 99}),
    ("modify_order", {**packet(8), **PAPER, "order_id": 1, "modify_order_op": 2}),
    ("modify_order", {**packet(9), **PAPER, "order_id": FIRST, "modify_order_op": 2}),
    ("funds", PAPER),
    ("funds", REAL),
    ("funds", {**REAL, "currency": 1}),
    ("funds", {**FUTURES, "currency": 2}),
    ("positions", REAL),
    ("positions", FUTURES),
    ("max_trd_qtys", {**REAL, "order_type": 1, "code": "AAPL", "price": 200}),
    ("max_trd_qtys", {**FUTURES, "order_type": 1, "code": "ES2612", "price": 5900}),
    ("margin_ratio", {**REAL, "security_list": [APPLE, TENCENT]}),
    ("orders", PAPER),
    ("orders", REAL),
    ("order_fills", REAL),
    ("order_fills", PAPER),
    ("history_orders", {**REAL, "filter_conditions": DAYS}),
    ("history_order_fills", {**REAL, "filter_conditions": DAYS}),
    ("order_fee", {**REAL, "order_id_ex_list": [TEXT]}),
    ("admin_reload", None),
    ("admin_shutdown", None),
]
REFUSED = {
    ("broker", 0),
    ("capital_flow", 0),
    ("capital_distribution", 0),
    ("quote", 0),
    ("unlock_trade", 1),
    ("subscribe", 1),
    ("snapshot", 1),
    ("future_info", 1),
    ("plate_security", 0),
    ("place_order", 3),
    ("place_order", 5),
    ("modify_order", 1),
    ("funds", 1),
    ("order_fills", 1),
}
"""The steps, by operation and how often it was called before, that end with ret_type -1."""


def nullable(schema: Any) -> Any:
    """Return a 3.0 schema in the words of draft 4."""
    if isinstance(schema, list):
        return [nullable(each) for each in schema]
    if not isinstance(schema, dict):
        return schema
    rewritten = {name: nullable(value) for name, value in schema.items()}
    if schema.get("nullable") is not True:
        return rewritten
    if "type" in schema:
        return {**rewritten, "type": [schema["type"], "null"]}
    return {"anyOf": [{"type": "null"}, rewritten]}


@pytest.fixture(scope="module")
def spec() -> dict[str, Any]:
    return nullable(json.loads(BUNDLE.read_text("utf-8")))


@pytest.fixture(scope="module")
def declared() -> dict[str, dict[str, Any]]:
    """The operations of the spec by id."""
    paths = json.loads(BUNDLE.read_text("utf-8"))["paths"]
    rows = (row for item in paths.values() for row in item.values() if "operationId" in row)
    return {row["operationId"]: row for row in rows}


def content_of(spec: dict[str, Any], responses: dict[str, Any], status: int) -> dict[str, Any]:
    response = responses.get(str(status), responses["default"])
    if "$ref" in response:
        response = spec["components"]["responses"][response["$ref"].rpartition("/")[2]]
    return response["content"]


def plain(value: Any) -> Any:
    """Return a body as a client reads it: numbers instead of Decimal."""
    return json.loads(json.dumps(value, default=float))


def faults(spec: dict[str, Any], schema: Any, body: Any) -> list[str]:
    document = {**nullable(schema), "components": spec["components"]}
    errors = jsonschema_rs.Draft4Validator(document).iter_errors(plain(body))
    return [f"{error.instance_path}: {error.message}" for error in errors]


async def test_every_answer_fits(client, declared, spec) -> None:
    """Requests and answers of every operation are what the spec declares, and refusals the expected ones."""
    seen: dict[str, int] = {}
    for operation, payload in SCRIPT:
        if request := declared[operation].get("requestBody"):
            schema = request["content"]["application/json"]["schema"]
            assert not faults(spec, schema, payload), (operation, payload)
        answer = await client(operation, payload)
        client.advance(1)
        step = (operation, seen.get(operation, 0))
        seen[operation] = step[1] + 1
        content = content_of(spec, declared[operation]["responses"], answer.status)
        schema = content[answer.media_type]["schema"]
        assert not faults(spec, schema, answer.body), step
        if isinstance(answer.body, dict) and "ret_type" in answer.body:
            assert (answer.body["ret_type"] == -1) == (step in REFUSED), (step, answer.body)
            assert answer.body["ret_type"] == 0 or answer.body["ret_msg"], step


def test_script_and_sandbox_cover_the_spec(client, declared) -> None:
    """The sandbox serves exactly the operations of the spec, and the script runs each of them."""
    assert set(client.sandbox.operations) == set(declared)
    assert {operation for operation, _ in SCRIPT} == set(declared)


async def test_every_field_of_the_messages_is_there(client, spec) -> None:
    """Optional fields come as null and repeated ones as lists: none is left out, none is invented."""
    await client("place_order", {**packet(1), **REAL, **US_ORDER})
    client.advance(1)
    lists = {
        "TrdAcc": await client.s2c("accounts"),
        "Position": await client.s2c("positions", REAL),
        "Order": await client.s2c("orders", REAL),
        "OrderFill": await client.s2c("order_fills", REAL),
        "Snapshot": await client.s2c("snapshot", {"security_list": [TENCENT]}),
        "KLine": await client.s2c("history_kline", {**BARS, **MONTH}),
    }
    for name, content in lists.items():
        (rows,) = [value for value in content.values() if isinstance(value, list)]
        documented = {
            field
            for field, schema in spec["components"]["schemas"][name]["properties"].items()
            if "x-undocumented" not in json.dumps(schema)
        }
        assert rows, name
        assert rows[0].keys() == documented, name


async def test_amounts_are_exact(client) -> None:
    """Prices and amounts leave the sandbox as exact decimals, ids as integers beyond 2^53."""
    placed = await client("place_order", {**packet(1), **REAL, **US_ORDER})
    client.advance(1)
    (row,) = (await client.s2c("orders", REAL))["order_list"]
    assert row["order_id"] == placed.body["s2c"]["order_id"] > 2**53
    assert isinstance(row["fill_avg_price"], Decimal)
