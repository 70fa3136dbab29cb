"""What readers outside get of a bundle."""

import json

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
