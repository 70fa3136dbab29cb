"""What stands for nothing in Tiger's envelope: no rows, or no answer."""

import pytest

from omnibroker.simulated import connection_to
from omnibroker.upstream.operations import Operations
from omnibroker.upstream.tiger import credentials, envelope
from omnibroker.upstream.wire import WireResponse


@pytest.fixture(scope="module")
def known():
    """The credentials of a developer id."""
    return credentials.read("t", connection_to("tiger", "http://127.0.0.1:5000"))


@pytest.fixture(scope="module")
def operations(bundles):
    return Operations(bundles["tiger"])


def body_of(known, operation, raw):
    """Return the data of an answer to an operation, as the spec describes it."""
    return envelope.opened(WireResponse(200, {}, raw), known, "now", (), operation).body


def is_rows(schema, schemas):
    """Say whether an answer is a list, a page, or may be a list."""
    while "$ref" in schema:
        schema = schemas[schema["$ref"].rpartition("/")[2]]
    either = schema.get("oneOf") or schema.get("anyOf") or []
    is_page = "items" in schema.get("properties", {})
    return schema.get("type") == "array" or is_page or any(is_rows(s, schemas) for s in either)


def answers(bundle):
    """Yield each operation's id with the schema of its answer."""
    for path in bundle["paths"].values():
        raw = path["post"]
        content = raw["responses"]["200"]["content"]
        yield raw["operationId"], content["application/json"]["schema"]


def test_reads_of_rows_are_those_of_the_spec(bundles, operations):
    """A read whose answer is a list or a page in the spec may have no rows; no other call may."""
    schemas = bundles["tiger"]["components"]["schemas"]
    for operation_id, schema in answers(bundles["tiger"]):
        operation = operations[operation_id]
        rows = is_rows(schema, schemas) and not operation.mutating
        assert envelope.has_rows(operation) == rows, operation_id


@pytest.mark.parametrize("raw", [b'{"code":0,"data":null}', b'{"code":"0","data":" "}'])
@pytest.mark.parametrize("name", ["positions", "orders", "market_state", "contract"])
def test_nothing_is_no_rows(known, operations, name, raw):
    """A list or a page that comes as null is empty, not malformed."""
    assert body_of(known, operations[name], raw) == b"[]"


@pytest.mark.parametrize(
    "name", ["prime_assets", "order_no", "place_order", "cancel_order", "grab_quote_permission"]
)
def test_nothing_is_no_object_and_no_word_about_a_write(known, operations, name):
    """One object that is missing stays missing, and what a write answers is judged as it came."""
    assert body_of(known, operations[name], b'{"code":0,"data":null}') == b"null"


def test_an_answer_without_data_says_nothing_of_rows(known, operations):
    """Only null is said to be nothing: an envelope that has no data may have lost it."""
    assert body_of(known, operations["positions"], b'{"code":0}') == b"null"


@pytest.mark.parametrize("data", [b"[]", b"{}", b'{"items":[]}', b'[{"symbol":"ACME"}]', b"0"])
def test_what_is_there_is_left_as_it_is(known, operations, data):
    """Data of any shape passes unchanged."""
    assert body_of(known, operations["positions"], b'{"code":0,"data":%s}' % data) == data
