"""The bundler on small samples, and the committed bundles against their sources."""

import hashlib
import json
from pathlib import Path

import pytest
from connexion.spec import Specification

import bundle
import generate

SAMPLES = Path(__file__).parent / "samples"
APIS = generate.apis()
ROOT_FILE = 'openapi: "3.0.3"\ninfo: {title: T, version: "1"}\n'


def write(folder: Path, **files: str) -> Path:
    """Source files from texts; `paths__x` is paths/x.yaml."""
    for name, text in files.items():
        path = folder / f"{name.replace('__', '/')}.yaml"
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def refused(folder: Path) -> str:
    """The message with which the bundler refuses `folder`."""
    with pytest.raises(bundle.BundleError) as caught:
        bundle.bundle(folder)
    return str(caught.value)


def operation(schema: str, name: str = "get_it") -> str:
    """A path item with one operation that answers `schema`."""
    return (
        f"item: {{get: {{operationId: {name}, tags: [t], summary: S, responses: "
        f'{{"200": {{description: D, content: {{application/json: {{schema: {schema}}}}}}}}}}}}}\n'
    )


def test_references_become_components_of_the_kind_of_their_file():
    """Schemas, examples, parameters, responses and headers each land in their own component kind."""
    document = bundle.bundle(SAMPLES / "good")
    kinds = {kind: sorted(found) for kind, found in document["components"].items()}
    assert kinds == {
        "examples": ["Ordinary"],
        "headers": ["RequestId"],
        "parameters": ["ShelfId"],
        "responses": ["Problem"],
        "schemas": ["Box", "Colour", "Entry", "Problem", "Refusal", "Sealed", "Shelf"],
        "securitySchemes": ["bearer"],
    }


def test_concrete_paths_stand_before_templated_ones():
    """A router that takes the first match finds the concrete path."""
    document = bundle.bundle(SAMPLES / "good")
    assert list(document["paths"]) == ["/shelves", "/shelves/open", "/shelves/{shelf_id}"]


def test_recursion_keeps_its_reference():
    """A schema that contains itself stays a reference to itself."""
    shelf = bundle.bundle(SAMPLES / "good")["components"]["schemas"]["Shelf"]
    assert shelf["properties"]["parts"]["items"] == {"$ref": "#/components/schemas/Shelf"}


def test_names_that_look_like_keywords_are_names():
    """A property, response or example called "default" or "value" is walked like any other."""
    document = bundle.bundle(SAMPLES / "good")
    shelf = document["components"]["schemas"]["Shelf"]
    answer = document["paths"]["/shelves/{shelf_id}"]["get"]["responses"]
    assert shelf["properties"]["default"] == {"$ref": "#/components/schemas/Box"}
    assert answer["default"] == {"$ref": "#/components/responses/Problem"}
    assert answer["200"]["content"]["application/json"]["examples"] == {
        "default": {"$ref": "#/components/examples/Ordinary"}
    }


def test_responses_keep_their_order_and_other_keys_are_sorted():
    """Success stands first as written; all else is in order, so a diff shows what changed."""
    operation = bundle.bundle(SAMPLES / "good")["paths"]["/shelves/{shelf_id}"]["get"]
    assert list(operation["responses"]) == ["200", "default"]
    assert list(operation) == sorted(operation)


def test_extensions_and_examples_pass_untouched(tmp_path):
    """What stands in an example or an extension is a value, also where it looks like a reference."""
    item = (
        "item: {get: {operationId: get_it, tags: [t], summary: S, x-known-values: [{$ref: 'a'}], responses: "
        "{'200': {description: D, content: {application/json: {example: {$ref: 'b'}}}}}}}\n"
    )
    folder = write(
        tmp_path, openapi=ROOT_FILE + 'paths: {"/a": {$ref: "paths/t.yaml#/item"}}\n', paths__t=item
    )
    found = bundle.bundle(folder)["paths"]["/a"]["get"]
    assert found["x-known-values"] == [{"$ref": "a"}]
    assert found["responses"]["200"]["content"]["application/json"]["example"] == {"$ref": "b"}


def test_an_unused_component_is_named(tmp_path):
    """What no operation reaches is reported with its file."""
    root = ROOT_FILE + 'paths: {"/a": {$ref: "paths/t.yaml#/item"}}\n'
    folder = write(
        tmp_path,
        openapi=root,
        paths__t=operation("{type: string}"),
        schemas__t="Lone: {type: string}\n",
    )
    assert bundle.unused(folder, bundle.bundle(folder)) == ["schemas/t.yaml#/Lone"]


def test_one_name_in_two_files_is_refused(tmp_path):
    """Two schemas with one name in different files never become one component, or a renamed one."""
    root = ROOT_FILE + 'paths: {"/a": {$ref: "paths/t.yaml#/item"}}\n'
    schema = '{oneOf: [{$ref: "../schemas/a.yaml#/X"}, {$ref: "../schemas/b.yaml#/X"}]}'
    folder = write(
        tmp_path,
        openapi=root,
        paths__t=operation(schema),
        schemas__a="X: {type: string}\n",
        schemas__b="X: {type: integer}\n",
    )
    assert "'X' is defined in" in refused(folder)


@pytest.mark.parametrize(
    ("schema", "message"),
    [
        ('{$ref: "https://example.org/a.yaml#/X"}', "is remote"),
        ('{$ref: "../schemas/a.yaml#/Missing"}', "names nothing"),
        ('{$ref: "../schemas/missing.yaml#/X"}', "no such file"),
        ('{$ref: "../schemas/a.yaml#/X/properties/y"}', "one name after '#/'"),
        ('{$ref: "../schemas/a.yaml"}', "one name after '#/'"),
        ('{$ref: "../../other/schemas/a.yaml#/X"}', "leaves the folder"),
        ('{$ref: "../schemas/a.yaml#/X", description: more}', "nothing may stand beside $ref"),
        ('{$ref: "#/item"}', "in no component file"),
    ],
)
def test_a_reference_that_cannot_be_lifted_is_refused(tmp_path, schema, message):
    """Remote, dangling, deep, escaping and decorated references stop the bundler with a reason."""
    folder = write(
        tmp_path,
        openapi=ROOT_FILE + 'paths: {"/a": {$ref: "paths/t.yaml#/item"}}\n',
        paths__t=operation(schema),
        schemas__a="X: {type: object, properties: {y: {type: string}}}\n",
    )
    assert message in refused(folder)


@pytest.mark.parametrize(
    "plain", ["NO", "yes", "on", "12:30", "2026-01-02", "0123", "1_000", "~", "0x1F", ".5", "1e3"]
)
def test_a_plain_scalar_that_readers_disagree_on_is_refused(tmp_path, plain):
    """Booleans, times, dates and numbers of YAML 1.1 must be quoted."""
    folder = write(tmp_path, openapi=f"{ROOT_FILE}x-known-values: [{plain}]\npaths: {{}}\n")
    assert "quote" in refused(folder)


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("200: x", "quote the key"),
        ("info: {title: A}", "stands twice"),
        ("x-a: '{{ b }}'", "is forbidden"),
        ("x-a: [", "openapi.yaml"),
    ],
)
def test_a_malformed_file_is_refused(tmp_path, line, message):
    """Keys that are no text, keys that stand twice, template marks and broken YAML name the file."""
    folder = write(tmp_path, openapi=f"{ROOT_FILE}{line}\npaths: {{}}\n")
    assert message in refused(folder)


def test_quoted_scalars_and_json_numbers_are_read_as_written(tmp_path):
    """Quotes keep text; plain numbers, true, false and null mean what they mean in JSON."""
    values = "['NO', \"12:30\", 1, -2, 1.25, true, false, null, word]"
    folder = write(tmp_path, openapi=f"{ROOT_FILE}x-known-values: {values}\npaths: {{}}\n")
    found = bundle.bundle(folder)["x-known-values"]
    assert found == ["NO", "12:30", 1, -2, 1.25, True, False, None, "word"]


def test_every_api_is_bundled(bundles):
    """Each folder below openapi/ has its bundle, and no bundle is left of a folder that went."""
    assert sorted(bundles) == APIS


@pytest.mark.parametrize("api", APIS)
def test_bundle_equals_its_sources(api):
    """The committed bundle is, byte for byte, what the bundler makes of the sources."""
    committed = (generate.TARGET / "specs" / f"{api}.json").read_text("utf-8")
    assert bundle.dump(bundle.bundle(generate.SOURCES / api)) == committed, "run tools/generate.py"


@pytest.mark.parametrize("api", APIS)
def test_bundle_is_valid_openapi(api, bundles):
    """Connexion's own validation accepts each bundle as OpenAPI 3.0.3."""
    assert bundles[api]["openapi"] == "3.0.3"
    Specification.from_dict(json.loads(json.dumps(bundles[api])))


@pytest.mark.parametrize("api", APIS)
def test_bundle_has_local_references_only(api, bundles):
    """Each reference is a component of the same document."""
    for ref in references(bundles[api]):
        _, components, kind, key = ref.split("/")
        assert components == "components"
        assert key in bundles[api]["components"][kind], ref


def references(node):
    """All references below `node`."""
    if isinstance(node, dict):
        if isinstance(node.get("$ref"), str):
            yield node["$ref"]
        for value in node.values():
            yield from references(value)
    elif isinstance(node, list):
        for item in node:
            yield from references(item)


@pytest.mark.parametrize("api", APIS)
def test_manifest_tells_the_truth(api, bundles):
    """Digest, operation count and templates of the manifest are those of the tree."""
    entry = json.loads((generate.TARGET / "MANIFEST.json").read_text("utf-8"))[api]
    content = (generate.TARGET / "specs" / f"{api}.json").read_bytes()
    assert entry["bundle_sha256"] == hashlib.sha256(content).hexdigest()
    assert entry["operations"] == len(list(bundle.operations(bundles[api])))
    assert entry["templates_sha256"] == generate.templates_digest()


@pytest.mark.parametrize("api", APIS)
def test_each_operation_has_its_generated_module(api, bundles):
    """Operations and modules are equal sets: the generator drops what it cannot express."""
    assert generate.check_complete(api, bundles[api], generate.TARGET) > 0


def test_a_missing_module_is_an_error(bundles):
    """Completeness is noticed to fail where an operation has no module."""
    api = APIS[0]
    document = json.loads(json.dumps(bundles[api]))
    _, _, first = next(bundle.operations(document))
    first["operationId"] = "not_generated"
    with pytest.raises(generate.GenerateError, match="not_generated"):
        generate.check_complete(api, document, generate.TARGET)


def test_differences_sees_changed_new_and_missing_files(tmp_path):
    """The comparison of trees, unlike a diff of tracked files, sees a file that is new."""
    for side, names in (("a", ("same", "changed", "gone")), ("b", ("same", "changed", "new"))):
        (tmp_path / side).mkdir()
        for name in names:
            (tmp_path / side / name).write_text(side if name == "changed" else "x")
    assert generate.differences(tmp_path / "a", tmp_path / "b") == ["changed", "gone", "new"]
