"""What TradeLocker's answers mean: refusals of reads, tokens and their lives, limits, hidden secrets."""

import json
from base64 import urlsafe_b64encode

import pytest

from omnibroker.kit.errors import GatewayError, UpstreamFailure
from omnibroker.upstream.operations import Limit, Operations
from omnibroker.upstream.tradelocker import answers, limits, tokens
from omnibroker.upstream.wire import WireResponse

NOW = 100.0


@pytest.fixture(scope="module")
def operations(bundles):
    return Operations(bundles["tradelocker"])


def response(status, body, **headers):
    content = body if isinstance(body, bytes) else json.dumps(body).encode()
    return WireResponse(status, headers, content)


def meaning(operation, answer):
    with pytest.raises(GatewayError) as told:
        answers.usable(operation, answer)
    return told.value


@pytest.mark.parametrize(
    ("operation_id", "status", "body"),
    [
        ("get_positions", 200, b'{"s":"ok","d":{"positions":[]}}'),
        ("get_positions", 200, b' {\n "s" : "ok" , "d": {}}'),
        ("get_positions", 200, {"d": {"positions": []}, "s": "ok"}),
        ("get_positions", 201, {"s": "ok", "d": {}}),
        ("get_all_accounts", 200, {"accounts": []}),
        ("get_history", 200, {"s": "no_data", "nb": 1}),
    ],
)
def test_usable_answers_pass_as_200(operations, operation_id, status, body):
    """`s` is ok, or is documented to be missing or no_data; the body is left as it is."""
    answer = response(status, body)
    passed = answers.usable(operations[operation_id], answer)
    assert (passed.status, passed.body) == (200, answer.body)


@pytest.mark.parametrize(
    ("operation_id", "status", "body", "code"),
    [
        # A refusal under 200 is a failure and never an empty list.
        ("get_positions", 200, {"s": "error", "errmsg": "No"}, "upstream_unavailable"),
        ("get_all_accounts", 200, {"s": "error", "accounts": []}, "upstream_unavailable"),
        ("get_positions", 200, {"s": "no_data"}, "upstream_unavailable"),
        ("get_positions", 400, {"s": "error"}, "upstream_unavailable"),
        ("get_positions", 500, {"s": "ok", "d": {}}, "upstream_unavailable"),
        ("get_positions", 503, b"<html>", "upstream_unavailable"),
        ("get_positions", 200, b"<html>maintenance", "upstream_unavailable"),
        ("get_positions", 302, b"", "upstream_unavailable"),
        # Nothing that says whether it is an answer is one.
        ("get_positions", 200, {"d": {"positions": []}}, "upstream_malformed"),
        ("get_positions", 200, {"s": "OK", "d": {}}, "upstream_malformed"),
        ("get_positions", 200, {"s": None}, "upstream_malformed"),
        ("get_positions", 200, b"", "upstream_malformed"),
        ("get_positions", 204, b"", "upstream_malformed"),
        ("get_positions", 200, b"[]", "upstream_malformed"),
        ("get_positions", 200, b'{"s":', "upstream_malformed"),
        ("get_positions", 200, b'{"n": 1e999999999}', "upstream_malformed"),
        ("get_positions", 200, b"[" * 100_000, "upstream_malformed"),
        ("get_positions", 401, {"s": "error"}, "session_not_ready"),
        ("get_positions", 401, b"", "session_not_ready"),
        ("get_positions", 403, {"s": "error"}, "not_entitled"),
        ("get_positions", 403, b"<html>", "upstream_unavailable"),
        ("get_positions", 403, b"", "upstream_unavailable"),
        ("get_positions", 404, {"s": "error"}, "unknown_account"),
        ("get_positions", 404, b"", "unknown_account"),
        ("get_positions", 404, b"<html>", "upstream_unavailable"),
        ("get_quotes", 404, {"s": "error"}, "unknown_instrument"),
        ("get_instrument_details", 404, b"", "unknown_instrument"),
        ("get_trade_session", 404, b"", "not_found"),
        ("get_quotes", 429, {"s": "error"}, "rate_limited"),
        ("get_quotes", 429, b"error code: 1015", "rate_limited"),
    ],
)
def test_every_other_answer_says_what_it_means(operations, operation_id, status, body, code):
    """Refusals, pages of the edge and answers that say nothing are told apart."""
    error = meaning(operations[operation_id], response(status, body))
    assert error.code == code
    assert error.extra["broker"] == "tradelocker"


@pytest.mark.parametrize(
    ("body", "headers", "seconds"),
    [
        ({"s": "error"}, {}, 5),
        (b"error code: 1015", {}, 60),
        ({"s": "error"}, {"retry-after": "7"}, 7),
        (b"<html>", {"retry-after": "0"}, 1),
        ({"s": "error"}, {"retry-after": "Wed, 21 Oct 2026 07:28:00 GMT"}, 5),
        ({"s": "error"}, {"retry-after": "99999"}, 5),
    ],
)
def test_a_limit_says_when_to_come_back(operations, body, headers, seconds):
    """As the answer says; else shortly for a route's limit and after a minute for the edge's block."""
    error = meaning(operations["get_quotes"], response(429, body, **headers))
    assert error.extra["retry_after_seconds"] == seconds


def test_the_brokers_words_are_handed_on(operations):
    """The message of a refusal, its code, and no more than a message's length."""
    body = {"s": "error", "errmsg": "No quotes. " + "x" * 1000}
    error = meaning(operations["get_quotes"], response(200, body))
    assert error.extra["broker_code"] == "error"
    assert error.extra["broker_message"].startswith("No quotes. x")
    assert len(error.extra["broker_message"]) == 300


@pytest.mark.parametrize(
    ("status", "body", "code", "kind"),
    [
        (400, {"s": "error", "errmsg": "wrong"}, "session_not_ready", answers.NeedsPerson),
        (401, {"message": "wrong"}, "session_not_ready", answers.NeedsPerson),
        (200, {"s": "error"}, "session_not_ready", answers.NeedsPerson),
        (400, b"<html>", "upstream_unavailable", UpstreamFailure),
        (403, {"s": "error"}, "upstream_unavailable", UpstreamFailure),
        (429, {"s": "error"}, "rate_limited", GatewayError),
        (500, {"s": "error"}, "upstream_unavailable", UpstreamFailure),
        (403, {"message": "no"}, "upstream_unavailable", UpstreamFailure),
        (403, b"<html>", "upstream_unavailable", UpstreamFailure),
        (404, {"s": "x"}, "not_found", GatewayError),
        (429, {"x": 1}, "rate_limited", GatewayError),
        (500, {}, "upstream_unavailable", UpstreamFailure),
        (201, b"", "upstream_malformed", UpstreamFailure),
        (201, {"access": 1}, "upstream_malformed", UpstreamFailure),
    ],
)
def test_a_refused_log_in_is_told_from_a_failed_one(operations, status, body, code, kind):
    """Credentials are refused by 400, 401 or `s`; a 403 or a page is no verdict on them."""
    answer = response(status, body)
    assert not answers.has_tokens(answer)
    error = answers.login_failure(operations["get_jwt_tokens"], answer)
    assert (error.code, isinstance(error, kind)) == (code, True)
    assert isinstance(error, answers.NeedsPerson) == (kind is answers.NeedsPerson)


def token(claims):
    def part(document):
        return urlsafe_b64encode(json.dumps(document).encode()).rstrip(b"=").decode()

    return f"{part({'alg': 'HS256'})}.{part(claims)}.c2lnbmF0dXJl"


@pytest.mark.parametrize(
    ("claims", "due_at", "ended_at"),
    [
        ({"iat": 5, "exp": 3605}, NOW + 3300, NOW + 3585),
        ({"iat": 5, "exp": 65}, NOW + 30, NOW + 45),
        ({}, float("inf"), float("inf")),
        ({"exp": "3605", "iat": 5}, float("inf"), float("inf")),
        ({"exp": True, "iat": 0}, float("inf"), float("inf")),
        ({"iat": 10, "exp": 5}, float("inf"), float("inf")),
        ({"exp": 5}, float("inf"), float("inf")),
    ],
)
def test_a_token_lives_as_long_as_its_claims_say(claims, due_at, ended_at):
    """Counted from when it was asked for; a token that does not say lives until it is refused."""
    pair = tokens.read({"accessToken": token(claims), "refreshToken": "r"}, NOW)
    assert (pair.due_at, pair.ended_at, pair.refresh) == (due_at, ended_at, "r")


@pytest.mark.parametrize("access", ["opaque", "a.b", "a.!.c", "a..c", ".bnVsbA.", "a.W10.c"])
def test_a_token_that_is_no_jwt_is_a_token_all_the_same(access):
    """Nothing is promised of its form: it lives until it is refused."""
    pair = tokens.read({"accessToken": access}, NOW)
    assert (pair.access, pair.refresh, pair.ended_at) == (access, "", float("inf"))


@pytest.mark.parametrize("access", ["", None, 7, "a b", "a\r\nx: y", "é"])
def test_a_token_that_no_header_can_carry_is_malformed(access):
    """It would break the request, or smuggle a header into it."""
    with pytest.raises(UpstreamFailure) as told:
        tokens.read({"accessToken": access, "refreshToken": "r"}, NOW)
    assert told.value.code == "upstream_malformed"


def test_tokens_do_not_show_themselves():
    """A log line or a traceback that holds the pair names neither."""
    pair = tokens.read({"accessToken": "secret-access", "refreshToken": "secret-refresh"}, NOW)
    assert "secret" not in repr(pair)


def test_tokens_are_cut_out_of_the_brokers_texts():
    """Whatever a broker writes into a message, a caller sees no credential."""
    jwt = token({"sub": "me"})
    said = f'bad {jwt} and pass"word and key-of-developer'
    hidden = answers.hidden(response(400, {"errmsg": said}), ('pass"word', "key-of-developer"))
    assert json.loads(hidden.body) == {"errmsg": "bad *** and *** and ***"}


def test_limits_are_read_and_odd_ones_left_out():
    """The documented names, in seconds or minutes; what cannot be understood changes nothing."""
    rows = [
        {"rateLimitType": "GET_ORDERS", "measure": "SECONDS", "intervalNum": 2, "limit": 4},
        {"rateLimitType": "QUOTES_HISTORY", "measure": "MINUTES", "intervalNum": 1, "limit": 60},
        {"rateLimitType": "TRADES", "measure": "SECONDS", "intervalNum": 1, "limit": 5},
        {"rateLimitType": "DEPTH", "measure": "HOURS", "intervalNum": 1, "limit": 5},
        {"rateLimitType": "QUOTES", "measure": "SECONDS", "intervalNum": 1, "limit": 0},
        {"rateLimitType": "DAILY_BAR", "measure": "SECONDS", "intervalNum": True, "limit": 5},
        {"rateLimitType": ["PLACE_ORDER"], "measure": "SECONDS", "intervalNum": 1, "limit": 5},
        {"rateLimitType": "MODIFY_ORDER", "measure": None, "intervalNum": 1, "limit": 5},
        None,
    ]
    found = limits.read({"s": "ok", "d": {"rateLimits": rows}})
    assert found == {"get_orders": Limit(4, 2), "get_history": Limit(60, 60)}


@pytest.mark.parametrize("answer", [None, [], {}, {"d": []}, {"d": {"rateLimits": {}}}])
def test_a_config_without_limits_has_none(answer):
    """What the spec declares stands."""
    assert limits.read(answer) == {}


def test_limits_are_named_for_operations_that_exist(operations):
    """Each name stands for an operation of the spec; an unknown one would be a slip of ours."""
    assert {operations[name].operation_id for name in limits._OPERATIONS.values()}
