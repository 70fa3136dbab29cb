"""Canaries: every secret that the gateway holds, sought in everything that it says, whatever goes wrong."""

import faulthandler
import hmac
import json
import logging
import secrets as random_source
import tempfile
import traceback
from dataclasses import dataclass, field
from hashlib import md5

import msgspec
import pytest

from omnibroker import observe, security
from omnibroker.config import Log, PublicSecret, Secret
from omnibroker.security import Principal
from omnibroker.upstream.wire import Lost, NotSent, WireResponse
from omnibroker_sandbox.futu import keys as futu_keys
from omnibroker_sandbox.futu import sessions as futu_sessions
from omnibroker_sandbox.tradelocker import sessions as tradelocker_sessions

PASSWORD = "canary-password-8d21f0c7"
FUTU_KEY = "fc_" + "ca0a" * 16
COOKIE = "canary-cookie-5e77a1b9d3"
PEPPER = "canary-pepper-0c44d9e1f2a3"
JSON = "application/json"
EVERYTHING = frozenset({"market:read", "account:read", "trade:paper", "trade:live", "admin"})


def shapes(secret):
    """A secret as it may be written: plain, and in JSON with every sign escaped."""
    return secret, "".join(f"\\u{ord(sign):04x}" for sign in secret)


@dataclass
class Ear:
    """Everything that the gateway has said: lines, answers, pages, tracebacks."""

    house: object
    key: str
    secrets: dict[str, str]
    capture: object
    heard: list[str] = field(default_factory=list)

    def lines(self):
        """What was written to standard error and output until now."""
        told = self.capture.readouterr()
        self.heard += [told.err, told.out]
        return "".join(self.heard)

    async def ask(self, *positional, key=None, **named):
        """Send a request with the canary key; keep the whole answer."""
        answer = await self.house(*positional, **named, key=self.key if key is None else key)
        head = "\n".join(f"{name}: {value}" for name, value in answer.pairs)
        self.heard += [head, answer.body.decode("utf-8", "replace")]
        return answer

    def wire_secrets(self):
        """The tokens that really went out: what a broker could quote."""
        found = {}
        for request in self.house.engine.requests:
            for name, value in request.headers:
                if name.lower() == b"authorization":
                    found[f"token {len(found)}"] = value.decode("latin-1").removeprefix("Bearer ")
        return {name: value for name, value in found.items() if len(value) >= 8}

    def everything(self):
        """Every secret: configured, and drawn by the broker."""
        unique = {**self.secrets, **self.wire_secrets()}
        return {value: name for name, value in unique.items()}

    def leaks(self, caplog):
        """Which secret stands where."""
        lines = [self.lines(), caplog.text]
        lines += [str(record.__dict__) for record in caplog.records]
        return sorted(
            {
                f"{name}: …{text[max(0, at - 120) : at + 60]}…"
                for secret, name in self.everything().items()
                for shape in shapes(secret)
                for text in lines
                if (at := text.find(shape)) >= 0
            }
        )


def settings_with_canaries(broker, monkeypatch):
    """The connection's settings in which each secret is a canary that the simulated broker takes."""
    if broker == "tradelocker":
        monkeypatch.setattr(tradelocker_sessions, "PASSWORD", PASSWORD)
        return {"password": PublicSecret(value=PASSWORD)}, {"password": PASSWORD}
    if broker == "futu":
        digest = md5(PASSWORD.encode(), usedforsecurity=False).hexdigest()
        monkeypatch.setitem(futu_keys.KEYS, FUTU_KEY, futu_keys.KEYS[futu_keys.ALL_KEY])
        monkeypatch.setattr(futu_sessions, "PASSWORD_MD5", digest)
        given = {
            "key": PublicSecret(value=FUTU_KEY),
            "trading_password": PublicSecret(value=PASSWORD),
        }
        return given, {"key": FUTU_KEY, "password": PASSWORD, "password's digest": digest}
    return {}, {"cookie": COOKIE} if broker == "ibkr" else {}


def of_tiger(house):
    """Tiger's secrets, which the sandbox draws for each process."""
    settings = house.connection.settings
    private = settings.private_key.read().strip().splitlines()
    middle = max(private, key=len)[:60]
    return {"private key": middle, "token": settings.token.read()}


@pytest.fixture
def ear(open_house, monkeypatch, broker, capsys):
    """A house whose every secret is a canary, and what it says; logging as in production, all of it."""
    observe.configure_logging("debug")
    token = security.draw_key()
    settings, secrets = settings_with_canaries(broker, monkeypatch)
    with monkeypatch.context() as drawing:
        # The house's key store draws its pepper; a pepper of ours can be looked for.
        drawing.setattr(random_source, "token_bytes", lambda _number: PEPPER.encode())
        keys = {token: Principal("canary", EVERYTHING, frozenset({"*"}))}
        house = open_house(broker=broker, keys=keys, **settings)
        digest = hmac.digest(PEPPER.encode(), token.encode(), "sha256").hex()
    secrets |= of_tiger(house) if broker == "tiger" else {}
    secrets |= {"gateway key": token, "pepper": PEPPER, "key's digest": digest}
    config = house.gateway.config
    house.gateway.config = msgspec.structs.replace(config, log=Log(level="debug", access=True))
    return Ear(house, token, secrets, capsys)


async def ask_everything(ear, operations, order_id, salt, *, ending=False):
    """Send every operation, those that end the session last or not at all."""
    ordered = sorted(operations, key=lambda o: (o.scope == "admin", o.operation_id))
    for operation in ordered:
        if operation.scope == "admin" and not ending:
            continue
        asked = {"order_id": order_id, "Idempotency-Key": f"{salt}-1"}
        positional, named = operation.request(
            ear.house, "allow_delayed", allow_delayed="true", **asked
        )
        if positional[2] and "client_order_id" in positional[2]:
            positional[2]["client_order_id"] = f"{salt}-{operation.operation_id}"
        await ear.ask(*positional, **named)


async def standing(ear, tickets, broker, make_order):
    """Place an order that rests at the broker; return its id."""
    path = f"/v1/accounts/{ear.house.account}/orders"
    answer = await ear.ask("POST", path, make_order("standing-1", **tickets[broker]))
    assert answer.status in {201, 202}, answer.body
    return answer.json()["order_id"]


async def test_a_good_day_shows_no_secret(ear, operations, tickets, broker, make_order, caplog):
    """Log-in, reads, orders, unlocking, refreshing, closing; wrong keys beside it; pages and metrics."""
    caplog.set_level(logging.DEBUG)
    order_id = await standing(ear, tickets, broker, make_order)
    await ask_everything(ear, operations, order_id, "good", ending=True)
    await ask_everything(ear, operations, order_id, "again", ending=True)
    for wrong in (ear.key[:-1], ear.key.upper(), f" {ear.key}x", f"{ear.key}.{ear.key}"):
        await ear.ask("GET", "/v1/orders", key=wrong)
    for path in ("/metrics", "/openapi.json", "/docs", f"/v1/{ear.key}", f"/problems/{ear.key}"):
        answer = await ear.house("GET", path, key=None)
        ear.heard.append(answer.body.decode())
    assert broker == "ibkr" or ear.wire_secrets() or broker == "tiger"
    assert '"event": "request"' in ear.lines()
    assert ear.leaks(caplog) == []


def quoting(secrets):
    """Answers in which a broker repeats what it was told: as a refusal, as data, as noise."""
    words = " ".join(secrets)
    refusal = json.dumps(dict.fromkeys(("error", "message", "ret_msg", "errmsg"), words))
    codes = {"s": "error", "ret_type": -1, "code": 4001, "statusCode": 400}
    told = json.dumps({**json.loads(refusal), **codes})
    return {
        "a refusal": told,
        "a page": f"<html><title>{words}</title></html>",
        "noise": words,
        "a text": json.dumps(words),
        "cut short": told[:-20],
        "a list": json.dumps([{"id": words, "error": words, "message": [words]}]),
    }


STATUSES = [200, 201, 400, 401, 403, 404, 429, 500, 503]


@pytest.mark.parametrize("status", STATUSES)
async def test_a_broker_that_quotes_secrets_is_not_repeated(
    ear, operations, tickets, broker, make_order, caplog, status
):
    """Neither refusals nor data nor noise carry a key, token or password on to callers or into the log."""
    caplog.set_level(logging.DEBUG)
    order_id = await standing(ear, tickets, broker, make_order)
    for name in quoting(["x"]):

        async def tell(request, name=name):
            headers = {"content-type": JSON, "set-cookie": COOKIE, "x-session": COOKIE}
            return WireResponse(status, headers, quoting(told_to(ear, request))[name].encode())

        ear.house.engine.before = tell
        ending, salt = status == 401, f"q{status}-{len(name)}"
        await ask_everything(ear, operations, order_id, salt, ending=ending)
    assert ear.leaks(caplog) == []


def told_to(ear, request):
    """The secrets that a broker can repeat: what its requests carry, in the log-in the password too."""
    with_log_in = {"password"} if b"canary-password" in request.body else set()
    return [
        secret
        for secret, name in ear.everything().items()
        if name in {"key", "password's digest", "token"} | with_log_in or name.startswith("token")
    ]


@pytest.mark.parametrize("broker", ["tradelocker"])
async def test_a_password_is_not_repeated_even_long_after_the_log_in(
    ear, operations, tickets, broker, make_order, caplog
):
    """A broker has been told it, and may quote it in any answer."""
    caplog.set_level(logging.DEBUG)
    order_id = await standing(ear, tickets, broker, make_order)

    async def tell(_request):
        body = quoting([PASSWORD])["a refusal"]
        return WireResponse(400, {"content-type": JSON}, body.encode())

    ear.house.engine.before = tell
    await ask_everything(ear, operations, order_id, "later")
    assert ear.leaks(caplog) == []


async def test_a_secret_that_is_quoted_in_escapes_is_not_repeated(
    ear, operations, tickets, broker, make_order, caplog
):
    """JSON may write any sign as its number: what is sought must be sought in the text, not in the bytes."""
    caplog.set_level(logging.DEBUG)
    order_id = await standing(ear, tickets, broker, make_order)

    async def tell(request):
        known = told_to(ear, request)
        escaped = " ".join(shapes(secret)[1] for secret in known)
        body = quoting(["§"])["a refusal"].replace(r"\u00a7", escaped)
        return WireResponse(200, {"content-type": JSON}, body.encode())

    ear.house.engine.before = tell
    await ask_everything(ear, operations, order_id, "escaped")
    assert ear.leaks(caplog) == []


@pytest.mark.parametrize("member", ["err_code", "code", "s", "statusCode", "retCode"])
async def test_a_secret_in_the_place_of_a_code_is_not_repeated(
    ear, operations, tickets, broker, make_order, caplog, member
):
    """`broker_code` is a code: short, and never what stood in its place."""
    caplog.set_level(logging.DEBUG)
    order_id = await standing(ear, tickets, broker, make_order)

    async def tell(request):
        words = " ".join(told_to(ear, request))
        body = json.dumps({"ret_type": -1, "error": "no", "message": "no", member: words})
        return WireResponse(200 if member in {"s", "err_code"} else 400, {}, body.encode())

    ear.house.engine.before = tell
    await ask_everything(ear, operations, order_id, "codes")
    assert ear.leaks(caplog) == []


@pytest.mark.parametrize("broker", ["tiger"])
@pytest.mark.parametrize("status", [400, 401, 403, 429, 500])
async def test_a_refusal_that_is_properly_signed_is_not_repeated_either(
    ear, operations, tickets, broker, make_order, caplog, status
):
    """Behind a good signature Tiger's words are still only words."""
    caplog.set_level(logging.DEBUG)
    order_id = await standing(ear, tickets, broker, make_order)
    code = {400: 1010, 401: 2401, 403: 4, 429: 5, 500: 1}[status]

    async def quote(_scope, _receive, send):
        words = f"no: {ear.secrets['token']}"
        body = json.dumps({"code": code, "message": words, "data": words}).encode()
        head = {"type": "http.response.start", "status": status}
        await send({**head, "headers": [(b"content-type", JSON.encode())]})
        await send({"type": "http.response.body", "body": body})

    ear.house.engine.app._app = quote
    await ask_everything(ear, operations, order_id, f"s{status}", ending=True)
    assert "broker_message" in "".join(ear.heard)
    assert ear.leaks(caplog) == []


FAILURES = {
    "lost": lambda words: Lost("reset", words),
    "not sent": lambda words: NotSent("connect", words),
    "a bug": RuntimeError,
    "a bad header": lambda words: UnicodeEncodeError("latin-1", words, 0, 1, words),
    "a chain": KeyError,
}


@pytest.mark.parametrize("name", ["nothing but the trace", *FAILURES])
async def test_a_failure_of_ours_shows_no_secret(
    ear, operations, tickets, broker, make_order, caplog, name
):
    """Tracebacks in the log are without local variables; an error's own words are starred where they hold one."""
    caplog.set_level(logging.DEBUG)
    order_id = await standing(ear, tickets, broker, make_order)

    async def fail(_request):
        held_by_a_local = list(ear.everything())
        if name in FAILURES:
            words = f"refused Bearer {ear.key} Authorization: Bearer {held_by_a_local[-1]}"
            raise FAILURES[name](words) from ValueError(words)
        return len(held_by_a_local).missing

    ear.house.engine.before = fail
    await ask_everything(ear, operations, order_id, "fail", ending=True)
    assert "Traceback" in ear.lines() or name in {"lost", "not sent"}
    assert ear.leaks(caplog) == []


async def test_a_crash_dump_shows_no_secret(ear, tickets, broker, make_order, caplog):
    """Neither the stacks of a fault, nor an unhandled error's trace, nor what objects say of themselves."""
    await standing(ear, tickets, broker, make_order)

    async def crash(_request):
        with tempfile.TemporaryFile("w+") as dump:
            faulthandler.dump_traceback(dump, all_threads=True)
            dump.seek(0)
            ear.heard.append(dump.read())
        try:
            raise ValueError("crash")
        except ValueError as error:
            ear.heard.append("".join(traceback.format_exception(error)))

    ear.house.engine.before = crash
    await ear.ask("GET", "/v1/positions")
    assert any("crash" in text for text in ear.heard)
    connection, gateway = ear.house.connection, ear.house.gateway
    records = gateway.config, connection, connection.module, connection.state, connection.session
    ear.heard += [repr(each) for each in records[1:]]
    assert ear.leaks(caplog) == []


def test_a_secret_of_the_configuration_is_a_reference_only(tmp_path):
    """What a configuration holds can be printed: it says where a secret stands, never which it is."""
    path = tmp_path / "secret"
    path.write_text(PASSWORD, encoding="utf-8")
    secret = Secret(file=str(path))
    assert secret.read() == PASSWORD
    for text in (repr(secret), str(secret), msgspec.json.encode(secret).decode()):
        assert PASSWORD not in text
