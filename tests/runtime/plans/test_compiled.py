"""Plans: scopes, own answers checked, every exception a problem, metrics under one word."""

import pytest

from omnibroker.kit.errors import NotSent, OutcomeUnknown
from omnibroker.observe import Metrics
from omnibroker.plans.calls import Reply

KEY = (b"authorization", b"Bearer reader")
JSON = (b"content-type", b"application/json")


def endpoint(result):
    async def run(_call):
        if isinstance(result, Exception):
            raise result
        return result

    return run


async def get(app, request_of, path="/things", method="GET", headers=(KEY,), body=b""):
    return await request_of(app, method, path, headers=headers, chunks=[body])


@pytest.fixture(params=[True, False], ids=["plans", "ordinary"])
def build(request, make_assembly):
    """Assemblies on either road."""
    return lambda **options: make_assembly(plans=request.param, **options)


async def test_an_own_read_answer_that_does_not_fit_is_a_problem(build, request_of):
    """The contract holds or the caller is told: 500 internal_error, counted."""
    metrics = Metrics()
    app = build(endpoints={"list_things": endpoint(Reply(200, [1, 2]))}, metrics=metrics)
    answer = await get(app, request_of)
    assert (answer.status, answer.json()["code"]) == (500, "internal_error")
    assert b'omnibroker_invalid_answers_total{api="things",operation="list_things"} 1.0' in (
        metrics.render()
    )


async def test_an_own_write_answer_is_delivered_even_if_it_does_not_fit(build, request_of):
    """A placed order is never turned into an error; the misfit is counted."""
    metrics = Metrics()
    app = build(endpoints={"create_thing": endpoint(Reply(201, [1]))}, metrics=metrics)
    answer = await get(app, request_of, method="POST", headers=(KEY, JSON), body=b'{"name": "a"}')
    assert (answer.status, answer.json()) == (201, [1])
    assert b'operation="create_thing"} 1.0' in metrics.render()


@pytest.mark.parametrize(
    ("error", "status", "code"),
    [
        (RuntimeError("secret"), 500, "internal_error"),
        (KeyError("x"), 500, "internal_error"),
        (NotSent("unknown_order", "No such order."), 404, "unknown_order"),
        (NotSent("rate_limited", "Later.", retry_after_seconds=7), 429, "rate_limited"),
        (OutcomeUnknown("Perhaps.", order_id="ob1", location="/x"), 504, "outcome_unknown"),
        (NotSent("a_code_nobody_listed", "x"), 500, "internal_error"),
    ],
)
async def test_every_exception_becomes_a_problem(build, request_of, error, status, code):
    """RFC 9457 with the request id; unexpected ones without their text; Retry-After and Location kept."""
    app = build(endpoints={"list_things": endpoint(error)})
    answer = await get(app, request_of, headers=(KEY, (b"x-request-id", b"r-1")))
    problem = answer.json()
    assert answer.headers["content-type"] == "application/problem+json"
    assert (answer.status, problem["code"], problem["request_id"]) == (status, code, "r-1")
    assert answer.headers["x-request-id"] == "r-1"
    assert b"secret" not in answer.body
    if code == "rate_limited":
        assert answer.headers["retry-after"] == "7"
    if code == "outcome_unknown":
        assert answer.headers["location"] == "/x"


@pytest.mark.parametrize("body", [object(), {"a": object()}, {1: 2}])
async def test_an_answer_that_cannot_be_encoded_is_a_problem(build, request_of, body):
    """Even then the caller gets a document, not a dead connection."""
    app = build(endpoints={"create_thing": endpoint(Reply(201, body))})
    answer = await get(app, request_of, method="POST", headers=(KEY, JSON), body=b'{"name": "a"}')
    assert answer.status in {201, 500}
    assert answer.json()


async def test_scopes_decide(build, request_of):
    """Without a key 401 with WWW-Authenticate, without the scope 403, public without any."""
    app = build()
    missing = await get(app, request_of, headers=())
    assert (missing.status, missing.headers["www-authenticate"]) == (401, "Bearer")
    assert (await get(app, request_of, "/admin")).json()["code"] == "forbidden"
    assert (await get(app, request_of, "/pulse", headers=())).status == 200


async def test_a_body_over_the_limit_is_413(build, request_of):
    """Whatever its content-length says, also in chunks."""
    app = build()
    answer = await request_of(
        app, "POST", "/things", headers=[KEY, JSON], chunks=[b"x" * 3000, b"x" * 3000]
    )
    assert (answer.status, answer.json()["code"]) == (413, "payload_too_large")


async def test_wrong_methods_and_options_name_what_the_path_takes(build, request_of):
    """405 and 204 with the whole Allow of the path, not of its first route."""
    app = build()
    for path, allow in (
        ("/things", "GET, HEAD, OPTIONS, POST"),
        ("/things/a1", "DELETE, GET, HEAD, OPTIONS, PATCH"),
        ("/maybe", "OPTIONS, POST"),
    ):
        wrong = await get(app, request_of, path, "PUT")
        assert (wrong.status, wrong.json()["code"]) == (405, "method_not_allowed")
        options = await get(app, request_of, path, "OPTIONS")
        assert (options.status, options.body) == (204, b"")
        assert "content-length" not in options.headers
        assert wrong.headers["allow"] == options.headers["allow"] == allow


@pytest.mark.parametrize(
    "path", ["/nothing", "/things/", "/things/a1/", "//things", "/things/open/x"]
)
async def test_an_unknown_path_is_a_404_problem(build, request_of, path):
    """Also with a slash too many: a redirect would trust the Host header."""
    answer = await get(app := build(), request_of, path)
    assert (answer.status, answer.json()["code"]) == (404, "not_found")
    assert "location" not in answer.headers
    assert app


async def test_a_request_id_is_kept_or_drawn(build, request_of):
    """A well-formed one is the caller's; anything else is replaced."""
    app = build()
    for sent in (b"abc-1", b"x" * 64):
        answer = await get(app, request_of, headers=(KEY, (b"x-request-id", sent)))
        assert answer.headers["x-request-id"] == sent.decode()
    for sent in (b"", b"a b", b"x" * 65, b"\xff", b"a\x00"):
        answer = await get(app, request_of, headers=(KEY, (b"x-request-id", sent)))
        assert answer.headers["x-request-id"] != sent.decode("latin-1")
        assert answer.headers["x-request-id"]


async def test_head_is_get_without_a_surprise(build, request_of):
    """The same status and headers as GET."""
    app = build()
    head, got = [await get(app, request_of, "/things", method) for method in ("HEAD", "GET")]
    assert head.status == got.status == 200
    assert head.headers["content-length"] == got.headers["content-length"]


async def test_requests_are_counted_under_the_operation(build, request_of):
    """One label word everywhere; refusals are counted too."""
    metrics = Metrics()
    app = build(metrics=metrics)
    await get(app, request_of)
    await get(app, request_of, "/things/a1")
    text = metrics.render().decode()
    for name in ("list_things", "get_thing"):
        assert (
            f'omnibroker_requests_total{{api="things",operation="{name}",status="200"}} 1.0' in text
        )
