"""openapi/futu held against the protobuf messages of the vendor's package, field by field, number by number."""

import copy
import importlib
import re
from importlib import metadata
from pathlib import Path

import pytest
from google.protobuf.descriptor import FieldDescriptor

import bundle

# The modules of messages alone: importing the package itself opens log files in the home folder.
FOLDER = Path(metadata.distribution("futu-api").locate_file("futu/common/pb"))
SHARED = ("Common", "Qot_Common", "Trd_Common")
MESSAGES = {
    "global_state": "GetGlobalState", "user_info": "GetUserInfo",
    "unlock_trade": "Trd_UnlockTrade", "delay_statistics": "GetDelayStatistics",
    "delay_statistics_post": "GetDelayStatistics", "subscribe": "Qot_Sub",
    "sub_info": "Qot_GetSubInfo", "query_subscription": "Qot_GetSubInfo",
    "used_quota": "UsedQuota", "sub_acc_push": "Trd_SubAccPush", "quote": "Qot_GetBasicQot",
    "kline": "Qot_GetKL", "orderbook": "Qot_GetOrderBook", "broker": "Qot_GetBroker",
    "ticker": "Qot_GetTicker", "rt": "Qot_GetRT", "snapshot": "Qot_GetSecuritySnapshot",
    "market_state": "Qot_GetMarketState", "history_kline": "Qot_RequestHistoryKL",
    "capital_flow": "Qot_GetCapitalFlow", "capital_distribution": "Qot_GetCapitalDistribution",
    "static_info": "Qot_GetStaticInfo", "option_chain": "Qot_GetOptionChain",
    "future_info": "Qot_GetFutureInfo", "reference": "Qot_GetReference",
    "owner_plate": "Qot_GetOwnerPlate", "plate_set": "Qot_GetPlateSet",
    "plate_security": "Qot_GetPlateSecurity", "user_security": "Qot_GetUserSecurity",
    "warrant": "Qot_GetWarrant", "stock_filter": "Qot_StockFilter", "ipo_list": "Qot_GetIpoList",
    "accounts": "Trd_GetAccList", "funds": "Trd_GetFunds", "positions": "Trd_GetPositionList",
    "max_trd_qtys": "Trd_GetMaxTrdQtys", "margin_ratio": "Trd_GetMarginRatio",
    "place_order": "Trd_PlaceOrder", "modify_order": "Trd_ModifyOrder",
    "orders": "Trd_GetOrderList", "order_fills": "Trd_GetOrderFillList",
    "history_orders": "Trd_GetHistoryOrderList",
    "history_order_fills": "Trd_GetHistoryOrderFillList", "order_fee": "Trd_GetOrderFee",
}  # fmt: skip
WITHOUT_MESSAGE = {
    "health", "readyz", "metrics", "ws", "admin_status", "admin_reload", "admin_shutdown",
}  # fmt: skip

# Every difference between the spec and the messages, and why it is meant.
DEVIATIONS = {
    "answer any Response.err_code: no type": "seen as a number and as text",
    "answer Qot_Sub.Response.s2c: no type": "the message has no fields: an empty object, or null",
    "answer Trd_SubAccPush.Response.s2c: no type": "as Qot_Sub",
    "answer Trd_PlaceOrder.Response: no type": "code tells accepted, refused and unknown apart",
    "answer Trd_ModifyOrder.Response: no type": "as Trd_PlaceOrder",
    "answer Trd_Common.TrdAcc.acc_id: no type": "text from gateway 1.4.108, a number before",
    "answer Trd_Common.TrdHeader.acc_id: no type": "as TrdAcc: where else it is text is not known",
    "answer Trd_Common.Position.acc_id: no type": "as TrdAcc: where else it is text is not known",
    "answer Trd_Common.TrdAcc.acc_label: not in the message": "derived by gateways from 1.4.97",
    "answer Trd_UnlockTrade.S2C.need_otp: not in the message": "the gateway's own",
    "answer Trd_UnlockTrade.S2C.account_result_list: not in the message": "the gateway's own",
    "request Trd_UnlockTrade.C2S.sec_otp: not in the message": "the gateway's own",
    "request Trd_UnlockTrade.C2S.acc_ids: not in the message": "the gateway's own",
    "request Qot_GetBasicQot.C2S.security_list: required here only": "without it nothing is asked",
    "request Qot_GetFutureInfo.C2S.security_list: required here only": "without it nothing is asked",
    "request Qot_GetMarketState.C2S.security_list: required here only": "without it nothing is asked",
    "request Qot_GetOwnerPlate.C2S.security_list: required here only": "without it nothing is asked",
    "request Qot_GetSecuritySnapshot.C2S.security_list: required here only": "without it nothing is asked",
    "request Trd_GetMarginRatio.C2S.security_list: required here only": "without it nothing is asked",
    "request Trd_GetOrderFee.C2S.order_id_ex_list: required here only": "without it nothing is asked",
    "request Trd_SubAccPush.C2S.acc_id_list: required here only": "it replaces the list before: absent would end all",
    "request Qot_Sub.C2S.security_list: required here only": "an error from gateway 1.4.82 on, silence before",
    "request Qot_Sub.C2S.sub_type_list: required here only": "an error from gateway 1.4.82 on, silence before",
}
ENVELOPE = {"ret_type", "ret_msg", "err_code"}  # the same in each Response

TYPES = {
    FieldDescriptor.TYPE_DOUBLE: ("number", None), FieldDescriptor.TYPE_FLOAT: ("number", None),
    FieldDescriptor.TYPE_INT32: ("integer", None), FieldDescriptor.TYPE_UINT32: ("integer", None),
    FieldDescriptor.TYPE_INT64: ("integer", "int64"), FieldDescriptor.TYPE_UINT64: ("integer", "int64"),
    FieldDescriptor.TYPE_BOOL: ("boolean", None), FieldDescriptor.TYPE_STRING: ("string", None),
    FieldDescriptor.TYPE_BYTES: ("array", None), FieldDescriptor.TYPE_MESSAGE: ("object", None),
    FieldDescriptor.TYPE_ENUM: ("integer", None),
}  # fmt: skip
FIELD = re.compile(
    r"^\s*(?:required|optional|repeated)\s+int32\s+(\w+)\s*=\s*[0-9]+[^/]*(?://(.*))?"
)
BLOCK = re.compile(r"^\s*(?:message|enum)\s+(\w+)")


def snake(name: str) -> str:
    """A field of protobuf as the gateway writes it: capitals in a row stay one word, as do digits."""
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", "_", name).lower()


@pytest.fixture(scope="module")
def files():
    """The descriptors of all files that the operations need, by name."""
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(FOLDER))
        names = sorted({*MESSAGES.values(), *SHARED})
        return {name: importlib.import_module(f"{name}_pb2").DESCRIPTOR for name in names}


@pytest.fixture(scope="module")
def enums(files):
    """The enumerations of these files by their simple name, which none shares with another."""
    found = [enum for file in files.values() for enum in file.enum_types_by_name.values()]
    assert len({enum.name for enum in found}) == len(found)
    return {enum.name: enum for enum in found}


@pytest.fixture(scope="module")
def spoken(files, enums):
    """The enumeration that the vendor's comment names for a field: full name → simple name."""
    found = {}
    for package in files:
        message = ""
        for line in (FOLDER / f"{package}.proto").read_text("utf-8").splitlines():
            if block := BLOCK.match(line):
                message = block[1]
            if (field := FIELD.match(line)) and field[2]:
                words = [word for word in re.findall(r"[A-Za-z0-9]+", field[2]) if word in enums]
                if words:
                    found[f"{package}.{message}.{field[1]}"] = words[0]
    return found


@pytest.fixture(scope="module")
def document(bundles):
    """The bundled spec of Futu."""
    return bundles["futu"]


def operation_of(document, name):
    """One operation by its id."""
    return next(op for _, _, op in bundle.operations(document) if op["operationId"] == name)


def resolved(document, node):
    """What a property says once references are followed: (schema, nullable, names passed)."""
    nullable, names = node.get("nullable", False), []
    while "$ref" in node or "allOf" in node:
        if "$ref" in node:
            names.append(node["$ref"].rpartition("/")[2])
            node = document["components"]["schemas"][names[-1]]
        else:
            (node,) = node["allOf"]
        nullable = nullable or node.get("nullable", False)
    return node, nullable, names


def body(document, holder):
    """The schema of the JSON body of a request or response, if there is one."""
    return holder.get("content", {}).get("application/json", {}).get("schema")


def sides(document, files, name):
    """The bodies of an operation with their messages: (request or answer, schema, message)."""
    operation, file = operation_of(document, name), files[MESSAGES[name]].message_types_by_name
    if "requestBody" in operation:
        yield "request", body(document, operation["requestBody"]), file["C2S"]
    yield "answer", body(document, operation["responses"]["200"]), file["Response"]


def differences(document, spoken, side, schema, message):
    """All that a schema and what it holds says otherwise than a message and what it holds."""
    found, seen, todo = set(), set(), [(schema, message)]
    while todo:
        schema, message = todo.pop()
        node, _, names = resolved(document, schema)
        if (message.full_name, *names) in seen:
            continue
        seen.add((message.full_name, *names))
        if "type" not in node:
            found.add(f"{side} {message.full_name}: no type")
            continue
        fields, properties = named(message), node.get("properties", {})
        texts = {f"{name}: missing" for name in fields.keys() - properties.keys()}
        texts |= {f"{name}: not in the message" for name in properties.keys() - fields.keys()}
        texts |= set(required_otherwise(side, node, fields))
        for name in fields.keys() & properties.keys():
            wrong, inner = typed_otherwise(document, spoken, side, properties[name], fields[name])
            texts |= {f"{name}: {text}" for text in wrong}
            if inner is not None and fields[name].message_type:
                todo.append((inner, fields[name].message_type))
        found |= {f"{side} {place(message, text)}" for text in texts}
    return found


def named(message):
    """The fields of a message by the name that the gateway gives them."""
    return {snake(field.name): field for field in message.fields}


def place(message, text):
    """Where a difference is: its field after its message, the envelope's after one name for all."""
    same = message.name == "Response" and text.partition(":")[0] in ENVELOPE
    return f"any Response.{text}" if same else f"{message.full_name}.{text}"


def required_otherwise(side, node, fields):
    """Fields that a request must hold by one of the two only; answers promise nothing."""
    if side == "request":
        here = set(node.get("required", []))
        there = {name for name, field in fields.items() if field.is_required}
        yield from (f"{name}: required here only" for name in here - there)
        yield from (f"{name}: required by the message only" for name in there - here)


def typed_otherwise(document, spoken, side, node, field):
    """How the type of a property differs from its field's, and the schema of one value."""
    schema, nullable, names = resolved(document, node)
    if "type" not in schema:
        return ["no type"], None
    texts = []
    if nullable != (side == "answer" and not field.is_required and not field.is_repeated):
        texts.append("nullable" if nullable else "not nullable")
    if field.is_repeated:
        if schema["type"] != "array":
            return [*texts, f"{schema['type']} for a list"], None
        node = schema["items"]
        schema, _, names = resolved(document, node)
        if "type" not in schema:
            return [*texts, "no type"], None
    wanted = TYPES[field.type]
    if (schema["type"], schema.get("format")) != wanted and schema.get("format") != "password":
        texts.append(f"{schema['type']} {schema.get('format')} for {wanted}")
    enum = spoken.get(field.full_name)
    if enum and enum not in names:
        texts.append(f"{names} for enumeration {enum}")
    return texts, node


def strays(message, value):
    """The keys in an example that its message has not, as the names of deviations say it."""
    for item in value if isinstance(value, list) else [value]:
        for key, inner in item.items() if isinstance(item, dict) else ():
            field = named(message).get(key)
            if field is None:
                yield f"{message.full_name}.{key}: not in the message"
            elif field.message_type:
                yield from strays(field.message_type, inner)


def test_every_operation_has_its_message(document):
    """No operation escapes the comparison: it has a message, or is one of those without."""
    ids = [operation["operationId"] for _, _, operation in bundle.operations(document)]
    assert sorted(ids) == sorted({*MESSAGES, *WITHOUT_MESSAGE})


@pytest.mark.parametrize("operation", MESSAGES)
def test_schemas_are_the_messages(operation, document, files, spoken):
    """Names, types, enumerations and required fields are protobuf's, but for the deviations meant."""
    found = set()
    for side, schema, message in sides(document, files, operation):
        found |= differences(document, spoken, side, schema, message)
    assert found <= DEVIATIONS.keys()


def test_every_deviation_is_still_one(document, files, spoken):
    """A deviation that the spec no longer has leaves the table."""
    found = set()
    for operation in MESSAGES:
        for side, schema, message in sides(document, files, operation):
            found |= differences(document, spoken, side, schema, message)
    assert found == DEVIATIONS.keys()


@pytest.mark.parametrize("operation", MESSAGES)
def test_examples_use_fields_of_the_messages_only(operation, document, files):
    """An example with a misspelt key fits an open schema: here it does not."""
    allowed = {name.partition(" ")[2] for name in DEVIATIONS}
    found = operation_of(document, operation)
    file = files[MESSAGES[operation]].message_types_by_name
    for holder, message in (
        (found.get("requestBody", {}), "C2S"),
        (found["responses"]["200"], "Response"),
    ):
        for example in (
            holder.get("content", {}).get("application/json", {}).get("examples", {}).values()
        ):
            value = document["components"]["examples"][example["$ref"].rpartition("/")[2]]["value"]
            assert set(strays(file[message], value)) <= allowed


@pytest.mark.parametrize(
    ("change", "difference"),
    [
        (lambda schema: schema["properties"].pop("qty"), "qty: missing"),
        (lambda schema: schema["properties"].update(quantity={"type": "number"}), "quantity: not in the message"),
        (lambda schema: schema["required"].remove("qty"), "qty: required by the message only"),
        (lambda schema: schema["required"].append("price"), "price: required here only"),
        (lambda schema: schema["properties"]["qty"].update(type="integer"), "qty: integer None for ('number', None)"),
        (lambda schema: schema["properties"]["position_id"].pop("format"), "position_id: integer None for ('integer', 'int64')"),
        (
            lambda schema: schema["properties"].update(sec_market={"$ref": "#/components/schemas/TrdMarket"}),
            "sec_market: ['TrdMarket'] for enumeration TrdSecMarket",
        ),
    ],
)  # fmt: skip
def test_a_difference_is_noticed(change, difference, document, files, spoken):
    """A wrong name, type, enumeration or requirement of an order is told by its place."""
    changed = copy.deepcopy(document)
    change(changed["components"]["schemas"]["PlaceOrderRequest"])
    _, schema, message = next(sides(changed, files, "place_order"))
    found = differences(changed, spoken, "request", schema, message)
    assert f"request Trd_PlaceOrder.C2S.{difference}" in found
