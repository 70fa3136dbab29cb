"""What readers outside get of a bundle."""

import json

import pytest

from omnibroker import bundles


def words(node):
    if isinstance(node, dict):
        for name, value in node.items():
            yield name
            yield from words(value)
    elif isinstance(node, list):
        for item in node:
            yield from words(item)


def test_the_published_contract_holds_no_internals():
    """x-upstream, budgets, pre-flights and effects stay inside; known values and scopes are shown."""
    for name in bundles.names():
        public = bundles.published(bundles.load(name))
        ours = {word for word in words(public) if word.startswith("x-")}
        assert ours <= {"x-known-values", "x-scope"}
        assert "x-upstream" not in json.dumps(public)


def test_publishing_changes_nothing_else():
    """The same paths, operations and schemas."""
    bundle = bundles.load("unified")
    public = bundles.published(bundle)
    assert public["paths"].keys() == bundle["paths"].keys()
    assert public["components"]["schemas"].keys() == bundle["components"]["schemas"].keys()
    assert "x-upstream" in json.dumps(bundle)


def test_operations_come_with_path_and_method_and_nothing_else_does():
    """What a path item holds for all of its operations is none; the order is the bundle's."""
    first, second = {"operationId": "read_b"}, {"operationId": "write_b"}
    shared = {"parameters": [{"name": "x"}], "summary": "B", "x-note": {"why": "shared"}}
    bundle = {"paths": {"/b": {**shared, "get": first, "post": second}, "/a": {}}}
    assert list(bundles.operations(bundle)) == [("/b", "get", first), ("/b", "post", second)]


@pytest.mark.parametrize(
    ("url", "path"),
    [
        ("/v1/api", "/v1/api"),
        ("/", "/"),
        ("https://broker.example", "/"),
        ("https://broker.example/gateway", "/gateway"),
    ],
)
def test_the_base_path_is_the_first_server_s(url, path):
    """With a host or without; a bare host serves at the root."""
    servers = [{"url": url}, {"url": "https://other.example/elsewhere"}]
    assert bundles.base_path({"servers": servers}) == path
