"""Each example in the specs fits the schema beside which it stands."""

import copy

import pytest
from jsonschema_rs import Draft4Validator

import generate

APIS = generate.apis()


def nullable_rewritten(node):
    """The schema with OpenAPI's `nullable` said in JSON Schema's words."""
    if isinstance(node, list):
        return [nullable_rewritten(item) for item in node]
    if not isinstance(node, dict):
        return node
    found = {key: nullable_rewritten(value) for key, value in node.items()}
    if found.pop("nullable", False) is True:
        return {"anyOf": [found, {"enum": [None]}]}
    return found


def media_types(document):
    """Each media type of all operations: (place, media type object)."""
    for url, item in document["paths"].items():
        for method, operation in item.items():
            bodies = {"request": operation.get("requestBody", {}), **operation["responses"]}
            for name, body in bodies.items():
                for media, content in resolved(document, body).get("content", {}).items():
                    yield f"{method} {url} {name} {media}", content


def resolved(document, node):
    """The node itself, or the component that it refers to."""
    while "$ref" in node:
        _, _, kind, key = node["$ref"].split("/")
        node = document["components"][kind][key]
    return node


def examples(document, holder):
    """Named and unnamed examples of a media type, parameter or header."""
    if "example" in holder:
        yield "example", holder["example"]
    for name, example in holder.get("examples", {}).items():
        yield name, resolved(document, example)["value"]


def misfits(document, holders):
    """Examples that do not fit: one line each."""
    components = {"schemas": nullable_rewritten(copy.deepcopy(document["components"]["schemas"]))}
    for where, holder in holders:
        shown = list(examples(document, holder))
        if not shown:
            continue
        schema = nullable_rewritten(copy.deepcopy(holder.get("schema", {})))
        validator = Draft4Validator(
            {"allOf": [schema], "components": components}, validate_formats=True
        )
        for name, value in shown:
            for error in validator.iter_errors(value):
                yield f"{where} {name}: {'/'.join(map(str, error.instance_path))}: {error.message}"[
                    :300
                ]


@pytest.mark.parametrize("api", APIS)
def test_examples_of_bodies_fit(api, bundles):
    """Each example of a request or an answer is valid against the schema of its media type."""
    assert not list(misfits(bundles[api], media_types(bundles[api])))


@pytest.mark.parametrize("api", APIS)
def test_examples_of_parameters_and_headers_fit(api, bundles):
    """Each example of a parameter or header is valid against its schema."""
    document = bundles[api]
    shared = document["components"].get("parameters", {}) | document["components"].get(
        "headers", {}
    )
    inline = {
        f"{operation['operationId']} {parameter['name']}": parameter
        for item in document["paths"].values()
        for operation in item.values()
        for parameter in operation.get("parameters", [])
        if "$ref" not in parameter
    }
    assert not list(misfits(document, {**shared, **inline}.items()))


@pytest.mark.parametrize("api", APIS)
def test_examples_of_schemas_fit(api, bundles):
    """Each example inside a named schema or on one of its properties is valid against it."""
    document = bundles[api]
    holders = []
    for name, schema in document["components"]["schemas"].items():
        holders.append((name, {"schema": without_example(schema), **only_example(schema)}))
        for key, found in schema.get("properties", {}).items():
            holders.append(
                (f"{name}.{key}", {"schema": without_example(found), **only_example(found)})
            )
    assert not list(misfits(document, holders))


def without_example(schema):
    """The schema as a validator wants it."""
    return {key: value for key, value in schema.items() if key != "example"}


def only_example(schema):
    """Its example, if it has one."""
    return {"example": schema["example"]} if "example" in schema else {}


def test_a_misfit_is_noticed():
    """A wrong example gives one line that names its place."""
    document = {
        "components": {"schemas": {"Text": {"type": "string", "nullable": True}}},
        "paths": {},
    }
    holder = {
        "schema": {"$ref": "#/components/schemas/Text"},
        "examples": {"good": {"value": None}, "bad": {"value": 3}},
    }
    found = list(misfits(document, [("here", holder)]))
    assert len(found) == 1
    assert found[0].startswith("here bad:")
