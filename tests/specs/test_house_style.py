"""House style of the specs: one function per rule, named as the rule."""

import re
from pathlib import Path

import pytest

import bundle
import generate

APIS = generate.apis()
BROKERS = [api for api in APIS if api != "unified"]
VERBS = {
    "get", "list", "place", "modify", "cancel", "preview", "search", "refresh", "unlock", "close", "select", "set",
    "confirm", "release", "run", "create", "delete", "open", "halt", "resume", "reload", "shutdown", "verify",
}  # fmt: skip
PUBLIC = {"get_health", "get_readiness"}
ORDER = [
    "operationId",
    "tags",
    "summary",
    "description",
    "x-",
    "security",
    "parameters",
    "requestBody",
    "responses",
]
SNAKE = re.compile(r"^[a-z][a-z0-9]*(?:_[a-z0-9]+)*$")
PASCAL = re.compile(r"^[A-Z][A-Za-z0-9]*$")
UPPER_SNAKE = re.compile(r"^[A-Z0-9]+(?:_[A-Z0-9]+)*$")
LARGEST_FILE = 1000

every_api = pytest.mark.parametrize("api", APIS)
every_broker = pytest.mark.parametrize("api", BROKERS)


def operations(document):
    """All operations of a bundle."""
    return [operation for _, _, operation in bundle.operations(document)]


def sources(api):
    """Each operation as written: (file stem, path item name, method, operation)."""
    for path in sorted((generate.SOURCES / api / "paths").glob("*.yaml")):
        for name, item in bundle.load(path).items():
            for method, operation in item.items():
                if isinstance(operation, dict):
                    yield path.stem, name, method, operation


def resolved(document, node):
    """The node itself, or the component that it refers to."""
    while "$ref" in node:
        _, _, kind, key = node["$ref"].split("/")
        node = document["components"][kind][key]
    return node


def schemas(node, where=""):
    """Every schema object below `node`: (place, schema)."""
    if isinstance(node, list):
        for index, item in enumerate(node):
            yield from schemas(item, f"{where}/{index}")
    elif isinstance(node, dict):
        if "type" in node and isinstance(node["type"], str):
            yield where, node
        for key, value in node.items():
            if key not in {"example", "examples", "value", "enum"} or where.endswith("/properties"):
                yield from schemas(value, f"{where}/{key}")


def properties(document):
    """Every property: (place, name, schema)."""
    for where, schema in schemas(document):
        for name, found in schema.get("properties", {}).items():
            yield where, name, found


@every_api
def test_operation_id_is_snake_case_and_unique(api, bundles):
    """Generator, handlers and case folders take the id as it is."""
    names = [operation["operationId"] for operation in operations(bundles[api])]
    assert not [name for name in names if not SNAKE.match(name)]
    assert len(names) == len(set(names))


def test_unified_operation_id_is_verb_noun_from_the_closed_list(bundles):
    """A reader guesses the name of an operation right."""
    names = [operation["operationId"] for operation in operations(bundles["unified"])]
    assert not [name for name in names if name.split("_")[0] not in VERBS or "_" not in name]


@every_api
def test_operation_has_exactly_one_tag_and_it_is_the_file(api):
    """Tag = file = resource, in the spec as in handlers and tests."""
    assert not [
        f"{stem}: {name}" for stem, name, _, found in sources(api) if found["tags"] != [stem]
    ]


@every_api
def test_tags_are_declared_described_and_used(api, bundles):
    """The table of contents names each resource, and none that has no operation."""
    declared = {tag["name"]: tag.get("description") for tag in bundles[api]["tags"]}
    assert set(declared) == {operation["tags"][0] for operation in operations(bundles[api])}
    assert all(declared.values())


@every_api
def test_root_file_is_a_table_of_contents(api):
    """openapi.yaml holds references only; operations and schemas have files of their own."""
    root = bundle.load(generate.SOURCES / api / "openapi.yaml")
    assert all(set(item) == {"$ref"} for item in root["paths"].values())
    assert set(root.get("components", {})) <= {"securitySchemes"}


@every_api
def test_keys_of_an_operation_stand_in_order(api):
    """operationId, tags, summary, description, extensions, parameters, requestBody, responses."""
    for stem, name, method, operation in sources(api):
        ranks = [ORDER.index("x-" if key.startswith("x-") else key) for key in operation]
        assert ranks == sorted(ranks), f"{stem}/{name} {method}"


@every_api
def test_summary_is_a_short_sentence_without_full_stop(api, bundles):
    """Sentence case, at most 80 characters, no full stop."""
    for operation in operations(bundles[api]):
        summary = operation["summary"]
        assert summary[0].isupper(), summary
        assert not summary.endswith("."), summary
        assert len(summary) <= 80, summary


@every_api
def test_success_comes_first_and_default_last(api, bundles):
    """A reader sees what is meant to happen first; `default` says what all else looks like."""
    for operation in operations(bundles[api]):
        statuses = list(operation["responses"])
        assert statuses[0].startswith("2"), operation["operationId"]
        assert statuses[-1] == "default", operation["operationId"]


@every_api
def test_patterns_are_anchored_and_portable(api, bundles):
    r"""`^…$` and `[0-9]`: \d, \A and \Z mean other things to other validators."""
    for where, schema in schemas(bundles[api]):
        pattern = schema.get("pattern")
        if pattern is not None:
            assert pattern.startswith("^"), where
            assert pattern.endswith("$"), where
            assert not re.search(r"\\[dDwWsSAZ]", pattern), where


@every_api
def test_schema_names_are_pascal_case(api, bundles):
    """Class names in every language; bodies end in Request, lists in Page."""
    assert not [name for name in bundles[api]["components"]["schemas"] if not PASCAL.match(name)]


@every_api
def test_no_property_breaks_the_generator(api, bundles):
    """`additional_properties`, `to_dict` and `from_dict` are names of the generated classes."""
    taken = {"additional_properties", "additional_keys", "to_dict", "from_dict", "fits"}
    assert not [f"{where}/{name}" for where, name, _ in properties(bundles[api]) if name in taken]


@every_api
def test_get_has_no_body(api, bundles):
    """A body of a GET has no meaning, and proxies drop it."""
    bad = [
        found["operationId"]
        for _, method, found in bundle.operations(bundles[api])
        if method == "get" and "requestBody" in found
    ]
    assert not bad


@every_api
def test_every_operation_with_a_body_has_an_example(api, bundles):
    """What a caller must send is shown, and so is what comes back where JSON comes back."""
    for operation in operations(bundles[api]):
        bodies = [
            operation.get("requestBody", {}),
            operation["responses"][next(iter(operation["responses"]))],
        ]
        for body in bodies:
            for media in resolved(bundles[api], body).get("content", {}).values():
                assert media.get("examples") or "example" in media, operation["operationId"]


@every_api
def test_source_files_are_of_readable_size(api):
    """A file that nobody can read at once is split by resource; examples are long by nature."""
    folder = generate.SOURCES / api
    long = {
        path: len(path.read_text("utf-8").splitlines())
        for path in folder.rglob("*.yaml")
        if path.parent.name != "examples"
    }
    assert not {str(path): lines for path, lines in long.items() if lines > LARGEST_FILE}


@every_api
def test_sources_are_named(api):
    """Each broker spec says where its facts came from; each folder says what lives in it."""
    folder = generate.SOURCES / api
    assert (folder / "SOURCES.md").exists() or api == "unified"


def test_scope_is_absent_only_on_public_operations(bundles):
    """Every unified operation needs a scope, but for health and readiness."""
    public = {
        found["operationId"] for found in operations(bundles["unified"]) if "x-scope" not in found
    }
    assert public == PUBLIC


def test_trade_effect_needs_trade_scope(bundles):
    """What can move money needs the key to be allowed to trade."""
    for operation in operations(bundles["unified"]):
        if operation["x-effect"] == "trade":
            assert operation["x-scope"] == "trade", operation["operationId"]


def test_unified_fields_are_snake_case(bundles):
    """One spelling for all fields."""
    assert not [
        f"{where}/{name}"
        for where, name, _ in properties(bundles["unified"])
        if not SNAKE.match(name)
    ]


def test_unified_values_are_upper_snake(bundles):
    """Values of enums of the market are UPPER_SNAKE; codes and names of our own are snake_case."""
    for where, schema in schemas(bundles["unified"]):
        values = [value for value in schema.get("enum", []) if isinstance(value, str)]
        same = all(map(UPPER_SNAKE.match, values)) or all(map(SNAKE.match, values))
        scopes = all(re.match(r"^[a-z]+(?::[a-z]+)?$", value) for value in values)
        assert same or scopes, f"{where}: {values}"


def test_unified_numbers_are_text(bundles):
    """Money, prices and quantities are decimal text: a JSON number becomes a binary one in most clients."""
    assert not [
        where for where, schema in schemas(bundles["unified"]) if schema["type"] == "number"
    ]


def test_unified_has_no_null(bundles):
    """Optional means absent."""
    assert not [where for where, schema in schemas(bundles["unified"]) if schema.get("nullable")]


def test_unified_request_bodies_are_closed_and_without_defaults(bundles):
    """A misspelt field is refused, and nothing that moves money is filled in for the caller."""
    document = bundles["unified"]
    bodies = [found["requestBody"] for found in operations(document) if "requestBody" in found]
    for body in bodies:
        for media in resolved(document, body)["content"].values():
            for where, schema in reached(document, media["schema"]):
                assert "default" not in schema, where
                assert schema.get("additionalProperties") is False or "properties" not in schema, (
                    where
                )


def reached(document, schema, seen=None):
    """Every schema that `schema` reaches, references followed."""
    seen = set() if seen is None else seen
    stack = [schema]
    while stack:
        node = stack.pop()
        if isinstance(node, list):
            stack += node
        elif isinstance(node, dict):
            if isinstance(node.get("$ref"), str):
                if node["$ref"] not in seen:
                    seen.add(node["$ref"])
                    stack.append(resolved(document, node))
                continue
            yield str(sorted(node))[:80], node
            stack += [
                value for key, value in node.items() if key not in {"example", "enum", "default"}
            ]


def test_unified_times_are_rfc3339(bundles):
    """A field that ends in _at is an instant in UTC: a date-time, or text whose pattern ends in Z."""
    document = bundles["unified"]
    for where, name, schema in properties(document):
        if name.endswith("_at"):
            (found,) = [resolved(document, part) for part in schema.get("allOf", [schema])]
            assert found.get("format") == "date-time" or found["pattern"].endswith("Z$"), (
                f"{where}/{name}"
            )


def test_unified_has_bounds_on_everything(bundles):
    """Texts, numbers and arrays have an upper bound: the fuzzer's map and the journal's protection."""
    for where, schema in schemas(bundles["unified"]):
        if schema["type"] == "string":
            assert {"maxLength", "enum", "format"} & schema.keys(), where
        if schema["type"] == "integer":
            assert {"maximum", "enum"} & schema.keys(), where
        if schema["type"] == "array":
            assert "maxItems" in schema, where


@every_broker
def test_broker_answers_require_nothing(api, bundles):
    """A broker may leave out what it likes: requiring it would turn a placed order into an error."""
    document = bundles[api]
    for operation in operations(document):
        for status, response in operation["responses"].items():
            for media in resolved(document, response).get("content", {}).values():
                for where, schema in reached(document, media.get("schema", {})):
                    assert not schema.get("required"), (
                        f"{operation['operationId']} {status} {where}"
                    )
                    assert schema.get("additionalProperties") is not False, (
                        f"{operation['operationId']} {where}"
                    )


@every_broker
def test_broker_specs_refer_to_no_other_api(api):
    """References go down or sideways by file, never across APIs."""
    for path in Path(generate.SOURCES / api).rglob("*.yaml"):
        text = path.read_text("utf-8")
        assert not re.search(r"\$ref:[^}\n]*\.\./\.\./", text), path
