"""The trie: concrete before template, the right Allow, nothing redirected."""

from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from omnibroker.plans.routes import Routes

PATHS = {
    ("GET", "/a"): "list",
    ("POST", "/a"): "create",
    ("GET", "/a/open"): "open",
    ("GET", "/a/{id}"): "get",
    ("PATCH", "/a/{id}"): "change",
    ("GET", "/a/{id}/b/{n}"): "part",
    ("GET", "/a/open/b"): "open_b",
    ("GET", "/t"): "t",
    ("GET", "/t/"): "t_slash",
}


def plan(method, path, name):
    surface = SimpleNamespace(base_path="/", own_headers=True, render=None)
    return SimpleNamespace(method=method, path=path, operation_id=name, surface=surface)


ROUTES = Routes([plan(method, path, name) for (method, path), name in PATHS.items()])


@pytest.mark.parametrize(
    ("path", "name", "values"),
    [
        ("/a", "list", {}),
        ("/a/open", "open", {}),
        ("/a/x", "get", {"id": "x"}),
        ("/a/open/b", "open_b", {}),
        ("/a/open/b/7", "part", {"id": "open", "n": "7"}),
        ("/a/b/b/b", "part", {"id": "b", "n": "b"}),
        ("/t", "t", {}),
        ("/t/", "t_slash", {}),
    ],
)
def test_a_concrete_segment_wins_and_a_dead_end_falls_back(path, name, values):
    """As OpenAPI says: concrete before template, also where the concrete way leads nowhere."""
    found, parameters = ROUTES.match("GET", path)
    assert (found.operation_id, parameters) == (name, values)


@pytest.mark.parametrize(
    "path", ["", "/", "/a/", "/a//b/1", "//a", "/A", "/a/x/", "/a/x/b", "/a/x/b/", "a", "/a\n"]
)
def test_what_is_not_a_path_matches_nothing(path):
    """Empty segments, other cases, slashes too many or too few are other paths."""
    assert ROUTES.match("GET", path) is None


@given(st.lists(st.sampled_from(["a", "open", "b", "x", "", "t"]), max_size=6))
def test_the_quick_way_finds_what_the_thorough_search_finds(parts):
    """Every path is found as a plain search over all templates would find it."""
    path = "/" + "/".join(parts)
    fitting = [
        (template, name)
        for (method, template), name in PATHS.items()
        if method == "GET" and _fits(template.split("/"), path.split("/"))
    ]
    found = ROUTES.match("GET", path)
    assert (found[0].operation_id if found else None) == _best(fitting)


def _fits(template, path):
    return len(template) == len(path) and all(
        t == p or (t.startswith("{") and p) for t, p in zip(template, path, strict=True)
    )


def _best(fitting):
    ranked = sorted(fitting, key=lambda row: [part.startswith("{") for part in row[0].split("/")])
    return ranked[0][1] if ranked else None
