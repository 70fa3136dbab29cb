"""The signed envelope in front of the spec's paths."""

import base64
import json
from typing import Any

import pytest
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import padding

from omnibroker_sandbox.faults import FaultInjection
from omnibroker_sandbox.tiger import front, render_error

STAMP = "2026-11-18 10:00:00"


class Wire:
    """Sends envelopes to a simulated Tiger whose router is a plain look-up by path."""

    def __init__(self, tiger: Any) -> None:
        self.tiger = tiger
        self.login = tiger.sandbox.session_action("login")
        self.app = front(FaultInjection(self.route, tiger.sandbox))

    async def route(self, scope: Any, receive: Any, send: Any) -> None:
        body = (await receive())["body"]
        operation = self.tiger.sandbox.operations.get(scope["path"].removeprefix("/gateway/"))
        if operation is None:
            answer = render_error(404, "not_found", "")
        else:
            answer = await operation({}, json.loads(body) if body else None)
        content = json.dumps(answer.body, default=str).encode()
        headers = [(b"content-type", b"application/json")]
        await send({"type": "http.response.start", "status": answer.status, "headers": headers})
        await send({"type": "http.response.body", "body": content})

    def envelope(self, method: str, content: Any = None, **changes: Any) -> dict[str, Any]:
        fields = {"method": method, "version": "2.0", "timestamp": STAMP, "charset": "UTF-8"}
        fields |= {"tiger_id": self.login["tiger_id"], "sign_type": "RSA", "device_id": "one"}
        if content is not None:
            fields["biz_content"] = json.dumps(content)
        fields |= changes
        text = "&".join(f"{name}={fields[name]}" for name in sorted(fields))
        key = serialization.load_der_private_key(
            base64.b64decode(self.login["private_key"]), password=None
        )
        signature = key.sign(text.encode(), padding.PKCS1v15(), hashes.SHA1())
        return fields | {"sign": base64.b64encode(signature).decode()}

    async def send(self, body: bytes, path: str = "/gateway", **options: Any) -> tuple[int, bytes]:
        token = options.get("token", self.login["token"])
        scope = {"type": "http", "method": options.get("method", "POST"), "path": path}
        scope |= {"headers": [(b"authorization", token.encode())] if token else []}
        sent: list[Any] = []

        async def receive() -> Any:
            return {"type": "http.request", "body": body}

        async def keep(message: Any) -> None:
            sent.append(message)

        await self.app(scope, receive, keep)
        return sent[0]["status"], b"".join(each.get("body", b"") for each in sent)

    async def call(self, method: str, content: Any = None, **options: Any) -> dict[str, Any]:
        changes = options.pop("changes", {})
        body = json.dumps(self.envelope(method, content, **changes)).encode()
        status, answer = await self.send(body, **options)
        assert status == 200
        return json.loads(answer)


@pytest.fixture
def wire(tiger) -> Wire:
    return Wire(tiger)


async def test_a_signed_request_reaches_its_method(wire) -> None:
    """The data comes wrapped with code 0, and Tiger's signature covers the request's time stamp."""
    answer = await wire.call("market_state", {"market": "US"})
    assert (answer["code"], answer["message"]) == (0, "success")
    assert answer["data"][0]["market"] == "US"
    assert answer["timestamp"] == wire.tiger.exchange.now_ms
    key = serialization.load_der_public_key(base64.b64decode(wire.login["tiger_public_key"]))
    key.verify(base64.b64decode(answer["sign"]), STAMP.encode(), padding.PKCS1v15(), hashes.SHA1())
    with pytest.raises(InvalidSignature):
        key.verify(base64.b64decode(answer["sign"]), b"else", padding.PKCS1v15(), hashes.SHA1())


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("method", "accounts"),
        ("sign", "AAAA"),
        ("sign", "not base64"),
        ("timestamp", "2026-11-18 10:00:01"),
        ("device_id", "two"),
        ("biz_content", "{}"),
        ("tiger_id", "1"),
    ],
)
async def test_a_changed_request_is_refused(wire, name, value) -> None:
    """Whatever is changed after signing is refused with code 1000, and the refusal is signed too."""
    fields = wire.envelope("market_state", {"market": "US"}) | {name: value}
    status, body = await wire.send(json.dumps(fields).encode())
    answer = json.loads(body)
    assert (status, answer["code"]) == (200, 1000)
    assert "sign" in answer
    assert "data" not in answer


@pytest.mark.parametrize("body", [b"", b"[]", b"{", b'{"method": "market_state"}', b"\xff"])
async def test_what_is_no_envelope_is_refused(wire, body) -> None:
    """Broken bodies are refused with code 1000."""
    status, answer = await wire.send(body)
    assert (status, json.loads(answer)["code"]) == (200, 1000)


async def test_unknown_methods_and_differing_versions_are_refused(wire) -> None:
    """A method that does not exist, or whose version is said twice and differently, has code 1000."""
    assert (await wire.call("no_such_method"))["code"] == 1000
    assert (await wire.call("../sandbox/reset"))["code"] == 1000
    twice = await wire.call("contract", {"symbol": "AAPL", "version": "3.0"})
    assert twice["code"] == 1000


async def test_the_specs_own_paths_are_not_on_the_wire(wire) -> None:
    """Nothing gets past the signature by naming a virtual path; the controls are reached."""
    status, _ = await wire.send(b"{}", "/gateway/accounts")
    assert status == 404
    status, _ = await wire.send(b"", "/sandbox/book", method="GET")
    assert status == 200


async def test_tokens_are_asked_for_and_run_out(wire) -> None:
    """Without a token, with a false one and after 15 days code 2400; a refreshed one works."""
    for token in ("", "x", base64.b64encode(b"1790000000000,9990000000000else").decode()):
        assert (await wire.call("accounts", {}, token=token))["code"] == 2400
    wire.tiger.advance(14 * 86_400)
    fresh = (await wire.call("user_token_refresh"))["data"]["token"]
    wire.tiger.advance(2 * 86_400)
    assert (await wire.call("accounts", {}))["code"] == 2400
    assert (await wire.call("accounts", {}, token=fresh))["code"] == 0
    wire.tiger.sandbox.session_action("expire")
    assert (await wire.call("user_token_refresh", token=fresh))["code"] == 2400
    assert (await wire.call("user_license", token=fresh))["code"] == 0


async def test_a_token_says_when_it_ends(wire) -> None:
    """The first 27 bytes of a token are its creation and its expiry in milliseconds."""
    created, expires = base64.b64decode(wire.login["token"])[:27].decode().split(",")
    assert int(expires) - int(created) == 15 * 86_400_000


async def test_the_last_device_has_the_quotes(wire) -> None:
    """Taking the permission shuts every other device out, until that one takes it again."""
    ask = ("quote_real_time", {"symbols": ["AAPL"]})
    assert (await wire.call(*ask))["code"] == 0
    await wire.call("grab_quote_permission", changes={"device_id": "two"})
    assert (await wire.call(*ask))["code"] == 4000
    assert (await wire.call("get_quote_permission"))["data"] == []
    assert (await wire.call("quote_delay", ask[1]))["code"] == 0
    await wire.call("grab_quote_permission")
    assert (await wire.call(*ask))["code"] == 0
    wire.tiger.sandbox.session_action("steal")
    assert (await wire.call(*ask))["code"] == 4000


async def test_injected_web_server_errors_are_not_wrapped(wire) -> None:
    """A 500 and a 429 that a fault gives arrive as such; garbled data arrives in the envelope."""
    fault = {"path": "/accounts", "kind": "status", "body": "html", "status": 502}
    limited = {"path": "/accounts", "kind": "rate_limited"}
    garbled = {"path": "/accounts", "kind": "unknown_status"}
    rules = json.dumps({"faults": [fault, limited, garbled]}).encode()
    await wire.send(rules, "/sandbox/faults", method="PUT")
    body = json.dumps(wire.envelope("accounts", {})).encode()
    assert (await wire.send(body))[0] == 502
    assert (await wire.send(body))[0] == 429
    answer = await wire.call("accounts", {})
    assert {row["status"] for row in answer["data"]["items"]} == {"Teleported"}


class Server:
    """What a server's request cycle is to a fault: a bound `send` whose object has a transport."""

    def __init__(self) -> None:
        self.transport = self
        self.sent: list[Any] = []
        self.cut = False

    def abort(self) -> None:
        self.cut = True

    async def send(self, message: Any) -> None:
        self.sent.append(message)


@pytest.mark.parametrize(("kind", "started"), [("reset_after", False), ("truncated", True)])
async def test_faults_cut_the_connection_through_the_envelope(wire, kind, started) -> None:
    """The order exists, the connection is cut, and of a truncated answer less comes than is promised."""
    rules = json.dumps({"faults": [{"path": "/place_order", "kind": kind}]}).encode()
    await wire.send(rules, "/sandbox/faults", method="PUT")
    order = {"account": "67686635", "symbol": "AAPL", "sec_type": "STK", "action": "BUY"}
    content = {**order, "order_type": "MKT", "total_quantity": 1}
    body = json.dumps(wire.envelope("place_order", content)).encode()
    messages = [{"type": "http.request", "body": body}, {"type": "http.disconnect"}]

    async def receive() -> Any:
        return messages.pop(0)

    server = Server()
    scope = {"type": "http", "method": "POST", "path": "/gateway"}
    scope["headers"] = [(b"authorization", wire.login["token"].encode())]
    await wire.app(scope, receive, server.send)
    assert server.cut
    assert len(wire.tiger.exchange.orders("67686635")) == 1
    assert bool(server.sent) == started
    if started:
        promised = int(dict(server.sent[0]["headers"])[b"content-length"])
        assert server.sent[1]["body"].startswith(b'{"code": 0')
        assert len(server.sent[1]["body"]) < promised
