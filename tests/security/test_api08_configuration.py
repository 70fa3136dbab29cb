"""API8:2023 Security misconfiguration: safe as it comes, and nothing in an answer helps an attacker."""

import asyncio
import ssl
from contextlib import suppress

import msgspec
import pytest

from omnibroker import config, serving
from omnibroker.config import Config, ConfigError, Server
from omnibroker.tls import self_signed
from omnibroker.upstream.wire import Tls

OUTSIDE = ["0.0.0.0", "::", "192.168.1.2", "gateway.example", ""]
PAGES = [
    "/docs",
    "/docs/start.js",
    "/docs/swagger-ui.css",
    "/openapi.json",
    "/problems/forbidden",
    "/metrics",
]
CANARY = "canary-71c4 /home/someone/omnibroker.py"


@pytest.mark.parametrize("host", OUTSIDE)
def test_nothing_listens_outside_without_tls_or_an_explicit_word(host):
    """The refusal comes before any key is read or any port is taken, and says what to set."""
    with pytest.raises(ConfigError, match="expose_without_tls"):
        serving.serve(Config(server=Server(host=host)), None, None)
    with pytest.raises(ConfigError, match="expose_without_tls"):
        serving.serve(Config(), host or "0.0.0.0", 0)


@pytest.mark.parametrize("half", [{"tls_certificate": "a.pem"}, {"tls_key": "a.key"}])
def test_half_of_a_certificate_is_none(half):
    """A certificate without its key, or the reverse, is refused and not left out silently."""
    with pytest.raises(ConfigError, match="both"):
        serving.serve(Config(server=Server(host="0.0.0.0", **half)), None, None)


@pytest.mark.parametrize("host", OUTSIDE)
@pytest.mark.parametrize(
    "server", [{}, {"expose_without_tls": True}, {"tls_certificate": "a", "tls_key": "b"}]
)
def test_the_sandboxs_public_key_is_for_this_machine(host, server):
    """Whatever the configuration allows."""
    with pytest.raises(ConfigError, match="this machine only"):
        serving.serve_sandbox(Config(server=Server(host=host, **server)), None, None, 7)


def test_what_is_not_configured_is_the_safe_way():
    """Loopback, no exposure, bounded bodies, no wildcard, and no word in the file that turns proof off."""
    server = Server()
    assert (server.host, server.expose_without_tls, server.tls_certificate) == (
        "127.0.0.1",
        False,
        None,
    )
    assert server.max_body_bytes <= 1_048_576
    names = {f.name for kind in config.CONNECTIONS.values() for f in msgspec.structs.fields(kind)}
    names |= {f.name for kind in (Server, config.Tls, Config) for f in msgspec.structs.fields(kind)}
    assert not {n for n in names if any(w in n for w in ("insecure", "verify", "debug", "cors"))}
    assert {f.name for f in msgspec.structs.fields(config.Tls)} == {"ca_file", "pin_sha256"}


@pytest.mark.parametrize(
    "text",
    [
        '[connections.a]\nbroker = "ibkr"\nenvironment = "paper"\nbase_url = "http://gateway.example/v1/api"',
        '[connections.a]\nbroker = "ibkr"\nenvironment = "paper"\nbase_url = "https://h/v1/api"\nsimulated = true',
        '[connections.a]\nbroker = "ibkr"\nenvironment = "paper"\nbase_url = "https://h/v1/api"\npacing = "off"',
        '[connections.a]\nbroker = "ibkr"\nenvironment = "paper"\nbase_url = "https://h/"\ntls = {verify = false}',
        '[connections.a]\nbroker = "futu"\nenvironment = "paper"\nbase_url = "https://h/"\nkey = "fc_secret"',
        "[server]\ndebug = true",
    ],
    ids=["plain http", "simulated", "no pacing", "no verification", "a secret by value", "debug"],
)
def test_an_unsafe_line_is_refused_where_it_stands(tmp_path, text):
    """With the file's name, and without quoting a secret that was written by mistake."""
    path = tmp_path / "omnibroker.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ConfigError, match=r"omnibroker\.toml") as told:
        config.load(path)
    assert "fc_secret" not in str(told.value)


def test_connections_to_brokers_prove_the_other_side():
    """Certificate and name are verified with TLS 1.2 or newer; without a pin there is no leaving out."""
    context = Tls(None, None, verify_hostname=True).context()
    assert context.verify_mode is ssl.CERT_REQUIRED
    assert context.check_hostname
    assert context.minimum_version >= ssl.TLSVersion.TLSv1_2
    with pytest.raises(ValueError, match="pin"):
        Tls(None, None, verify_hostname=False)


def test_the_gateways_own_tls_is_modern(tmp_path):
    """TLS 1.2 at least, and neither server names nor forwarded addresses are believed or told."""
    certificate, key = self_signed(None)
    settings = serving._settings(object(), ssl_certfile=certificate, ssl_keyfile=key)
    settings.load()
    assert settings.ssl.minimum_version >= ssl.TLSVersion.TLSv1_2
    assert settings.server_header is False
    assert settings.proxy_headers is False


def safe(answer, where):
    """What holds for the head of every answer."""
    names = set(answer.headers)
    assert answer.headers.get("x-content-type-options") == "nosniff", where
    assert not names & {"server", "x-powered-by", "via", "set-cookie"}, where
    assert not [name for name in names if name.startswith("access-control-")], where
    assert b"Traceback" not in answer.body, where


async def test_the_head_of_every_answer_is_plain_and_safe(open_house, operations, plans):
    """Good, refused, unknown, of every operation: no sniffing, no cache, no cookie, no origin let in."""
    house = open_house(plans=plans)
    origin = [
        (b"origin", b"https://elsewhere.example"),
        (b"access-control-request-method", b"POST"),
    ]
    for operation in operations:
        (method, path, body), named = operation.request(house)
        named["headers"] = [*named["headers"], *origin]
        answers = [
            await house(method, path, body, **named),
            await house(method, path, body, **named, key="wrong"),
            await house(method, path, {"x": 1}, headers=named["headers"], query=b"x=1"),
            await house("PURGE", path, headers=origin),
            await house("OPTIONS", path, headers=origin),
            await house(method, path + "/nothing", headers=origin),
        ]
        for answer in answers:
            safe(answer, (operation.operation_id, answer.status))
            assert answer.headers["cache-control"] == "no-store", operation.operation_id


async def test_pages_run_no_script_but_their_own(open_house, plans):
    """Every page has a policy that lets nothing in from elsewhere and lets nobody frame it."""
    house = open_house(plans=plans)
    for path in PAGES:
        answer = await house("GET", path, key=None)
        assert answer.status == 200, path
        safe(answer, path)
        policy = answer.headers["content-security-policy"]
        for rule in (
            "default-src 'none'",
            "frame-ancestors 'none'",
            "base-uri 'none'",
            "form-action 'none'",
        ):
            assert rule in policy, path
        assert "script-src 'self'" in policy
        assert not [word for word in ("unsafe-eval", "http:", "https:", "*") if word in policy]


async def test_metrics_are_for_this_machine_and_name_nobody(open_house, request_of, tickets, plans):
    """403 for any other address, whatever it says of itself; no account, key or instrument in the text."""
    house = open_house(plans=plans)
    order = (await house.place("counted-1")).json()
    for host in (
        "10.0.0.7",
        "203.0.113.9",
        "",
        "localhost.example",
        "127.0.0.1.example",
        "::ffff:10.0.0.7",
    ):
        for name in (b"x-forwarded-for", b"forwarded", b"x-real-ip", b"host"):
            headers = [(name, b"127.0.0.1")]
            answer = await request_of(
                house.gateway, "GET", "/metrics", headers=headers, client=(host, 1)
            )
            assert answer.status == 403, host
    text = (await house("GET", "/metrics", key=None)).body.decode()
    assert 'operation="place_order"' in text
    for secret in (house.account, "DU1234567", "sandbox", "AAPL", order["order_id"]):
        assert secret not in text


async def test_a_failure_of_ours_tells_nothing_of_itself(
    open_house, guarded, plans, monkeypatch, broker
):
    """500 with a request id to look for in the log: no text of the exception, no file, no line."""
    house = open_house(broker=broker, plans=plans)

    async def fail(*_args, **_named):
        raise RuntimeError(CANARY)

    monkeypatch.setattr(house.connection, "ready", fail)
    failed = 0
    for operation in guarded:
        positional, named = operation.request(house)
        answer = await house(*positional, **named)
        failed += answer.status == 500
        assert "canary" not in answer.body.decode(), operation.operation_id
        assert "RuntimeError" not in answer.body.decode()
        assert not [value for _, value in answer.pairs if "canary" in value]
    assert failed >= 10


@pytest.fixture
async def served(open_house):
    """The gateway on a port of this machine, exactly as it is served."""
    listener = serving._listen("127.0.0.1", 0)
    server = serving._Gateway(serving._settings(open_house().gateway))
    running = asyncio.create_task(server.serve(sockets=[listener]))
    yield listener.getsockname()[1]
    server.should_exit = True
    await running


async def said(port, words):
    """What the server answers to these bytes; nothing where it hangs up on them."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    answer = b""
    with suppress(ConnectionError):
        writer.write(words)
        await writer.drain()
        answer = await reader.read(65_536)
    writer.close()
    return answer


async def test_the_server_does_not_say_what_it_is(served):
    """Neither in a good answer nor in one to noise; and noise ends nothing."""
    noise = [
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + b"\x00" * 200,
        b"GET /health HTTP/1.1\r\nhost: a\r\n bad\x00: x\r\n\r\n",
        b"GET /health HTTP/9.9\r\n\r\n",
        b"POST /v1/orders HTTP/1.1\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\nab",
        b"POST /v1/orders HTTP/1.1\r\ncontent-length: 2\r\ntransfer-encoding: chunked\r\n\r\nab",
        b"GET /health HTTP/1.1\r\nx: " + b"y" * 900_000 + b"\r\n\r\n",
    ]
    for words in noise:
        told = (await said(served, words)).lower()
        assert b"uvicorn" not in told
        assert b"\r\nserver:" not in told
        assert b"traceback" not in told
        assert not told.startswith(b"http/1.1 2") or words.startswith(b"GET")
    assert await said(served, noise[-1]) == b""
    good = await said(served, b"GET /health HTTP/1.1\r\nhost: a\r\nconnection: close\r\n\r\n")
    assert good.startswith(b"HTTP/1.1 200")
    assert b"\r\nserver:" not in good.lower()
