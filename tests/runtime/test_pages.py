"""Pages: the contract, the browser over it, problem codes, metrics; nothing from the internet."""

import re

import pytest

from omnibroker.observe import Metrics
from omnibroker.pages import pages
from omnibroker.problems import CODES


@pytest.fixture
def app(make_assembly, small_bundle):
    return make_assembly(pages=pages({"/openapi.json": small_bundle}, Metrics()))


async def test_the_documentation_asks_nobody_else(app, request_of):
    """Every address in the page and its own script is of this server, and the policy forbids others."""
    for path in ("/docs", "/docs/start.js"):
        answer = await request_of(app, "GET", path)
        assert answer.status == 200
        assert not re.search(rb"(https?:)?//[a-z0-9]", answer.body)
        assert answer.headers["x-content-type-options"] == "nosniff"
        policy = answer.headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert not re.search(r"https?:|\*|unsafe-eval", policy)
    page = (await request_of(app, "GET", "/docs")).body.decode()
    for address in re.findall(r'(?:src|href)="([^"]+)"', page):
        assert (await request_of(app, "GET", address)).status == 200


async def test_the_contract_is_served_without_internals(app, request_of):
    """/openapi.json needs no key and tells nothing of how the gateway works."""
    answer = await request_of(app, "GET", "/openapi.json")
    assert (answer.status, answer.headers["content-type"]) == (200, "application/json")
    assert b"x-effect" not in answer.body
    assert answer.json()["paths"]


@pytest.mark.parametrize("code", sorted(CODES))
async def test_each_problem_code_has_its_page(app, request_of, code):
    """What `type` points to says status and what to do."""
    answer = await request_of(app, "GET", f"/problems/{code}")
    assert answer.status == 200
    assert str(CODES[code][0]).encode() in answer.body


async def test_an_unknown_code_has_none(app, request_of):
    """404, and nothing of the path comes back as markup."""
    answer = await request_of(app, "GET", "/problems/<script>alert(1)<")
    assert answer.status == 404
    assert b"<script>" not in answer.body


@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("127.0.0.1", 200),
        ("::1", 200),
        ("10.0.0.7", 403),
        ("203.0.113.9", 403),
        ("testclient", 403),
    ],
)
async def test_metrics_are_for_this_machine(app, request_of, host, status):
    """Without a key on loopback only; a forwarded header changes nothing."""
    headers = [(b"x-forwarded-for", b"127.0.0.1"), (b"forwarded", b"for=127.0.0.1")]
    answer = await request_of(app, "GET", "/metrics", headers=headers, client=(host, 1))
    assert answer.status == status
    if status == 200:
        assert b"omnibroker_requests_total" in answer.body
