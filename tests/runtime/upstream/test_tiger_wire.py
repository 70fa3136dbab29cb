"""What goes out to Tiger and what comes back: envelope, signatures, keys, the vendor's files."""

import asyncio
import json
import re
from base64 import b64decode, b64encode
from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa

from omnibroker import exactjson
from omnibroker.config import ConfigError, PublicSecret, TigerConnection
from omnibroker.kit.errors import UpstreamFailure
from omnibroker.upstream.tiger import credentials, envelope, keys, properties
from omnibroker.upstream.tiger.tokens import Tokens
from omnibroker.upstream.wire import WireResponse

VIRTUAL_TIME = True
PAPER = "20240830213609658"


@pytest.fixture
async def house(make_house):
    made = make_house(broker="tiger")
    await made.connection.ready(soon())
    yield made
    await made.connection.session.aclose()


@pytest.fixture(scope="module")
def private():
    return rsa.generate_private_key(65_537, 2048)


@pytest.fixture(scope="module")
def known(private):
    """The credentials of a developer id."""
    return credentials.read("t", settings(private))


def soon(seconds=60):
    return asyncio.get_running_loop().time() + seconds


async def send(house, method="quote_contract", body=None):
    return await house.connection.session.perform(method, {}, body, deadline=soon())


def last(house):
    """The last request's envelope."""
    return json.loads(house.engine.requests[-1].body)


def answer_with(house, **members):
    """Let the engine answer the next request with this envelope; `raw` is a whole body."""
    status, raw = members.pop("status", 200), members.pop("raw", None)
    content = json.dumps(members).encode() if raw is None else raw

    async def before(_request):
        house.engine.before = None
        return WireResponse(status, {}, content)

    house.engine.before = before


async def test_a_call_is_one_signed_post_to_the_one_path(house):
    """Path, headers, fields and versions of an envelope whose signature the developer's key proves."""
    answer_with(house, code=0, data=[])
    await send(house, "market_state", {"market": "US", "lang": "en_US"})
    request, fields = house.engine.requests[-1], last(house)
    assert (request.method, request.target) == ("POST", "/gateway")
    headers = dict(request.headers)
    assert headers[b"content-type"] == b"application/json"
    assert headers[b"user-agent"] == b"omnibroker"
    assert not headers[b"authorization"].startswith(b"Bearer")
    assert fields["method"] == "market_state"
    assert fields["biz_content"] == '{"market":"US","lang":"en_US"}'
    assert (fields["tiger_id"], fields["charset"]) == ("20150001", "UTF-8")
    assert (fields["sign_type"], fields["version"]) == ("RSA", "2.0")
    signed = "&".join(f"{name}={fields[name]}" for name in sorted(fields) if name != "sign")
    key = house.connection.module._credentials.private_key.public_key()
    key.verify(b64decode(fields["sign"]), signed.encode(), padding.PKCS1v15(), hashes.SHA1())


def test_the_time_stamp_is_the_present_in_china():
    """YYYY-MM-DD HH:MM:SS, eight hours before UTC in the reading of clocks."""
    text = envelope.timestamp()
    stamp = datetime.strptime(text, "%Y-%m-%d %H:%M:%S").replace(tzinfo=UTC)
    assert abs(stamp - timedelta(hours=8) - datetime.now(UTC)) < timedelta(minutes=5)


async def test_a_version_of_the_content_is_repeated_by_the_envelope(house):
    """`version` in biz_content and outside are the same text."""
    answer_with(house, code=0, data={})
    await send(house, "contract", {"account": PAPER, "symbol": "AAPL", "version": "3.0"})
    assert last(house)["version"] == "3.0"
    assert json.loads(last(house)["biz_content"])["version"] == "3.0"


async def test_a_call_without_content_has_none(house):
    """No biz_content, not an empty one; an empty object is one."""
    answer_with(house, code=0, data=[])
    await send(house, "get_quote_permission")
    assert "biz_content" not in last(house)
    answer_with(house, code=0, data={"items": []})
    await house.connection.session.perform_alone("accounts", {}, deadline=soon())
    assert last(house)["biz_content"] == "{}"


async def test_numbers_go_out_digit_by_digit(house):
    """A price is in the text as it was given; other alphabets are signed as they are."""
    answer_with(house, code=0, data={})
    price = Decimal("187.10000000000000001")
    await send(house, "estimate_tradable_quantity", {"limit_price": price, "symbol": "腾讯"})
    assert last(house)["biz_content"] == '{"limit_price":187.10000000000000001,"symbol":"腾讯"}'


async def test_the_institutional_key_goes_with_accounts_alone(make_house):
    """`secret_key` stands in the content that names an account, and nowhere else."""
    house = make_house(broker="tiger", secret_key=PublicSecret(value="in5titution"))
    await house.connection.ready(soon())
    by_method = {
        json.loads(r.body)["method"]: json.loads(json.loads(r.body).get("biz_content") or "{}")
        for r in house.engine.requests
    }
    assert by_method["prime_assets"]["secret_key"] == "in5titution"
    assert "secret_key" not in by_method["accounts"] | by_method["grab_quote_permission"]
    await house.connection.session.aclose()


def test_a_device_is_the_same_after_each_start(private):
    """The quote permission is bound to it; other developer ids are other devices, and it can be configured."""
    first, again = (
        credentials.read("t", settings(private)),
        credentials.read("t", settings(private)),
    )
    other = credentials.read("t", settings(private, tiger_id="2"))
    assert first.device_id == again.device_id != other.device_id
    assert re.fullmatch("02(:[0-9a-f]{2}){5}", first.device_id)
    assert credentials.read("t", settings(private, device_id="mine")).device_id == "mine"


@pytest.mark.parametrize(
    ("data", "body"),
    [
        (b'{"a":1.10,"b":12345678901234567890}', b'{"a":1.10,"b":12345678901234567890}'),
        (b'"{\\"a\\":1.10}"', b'{"a":1.10}'),
        (b'" [1, 2] "', b"[1, 2]"),
        (b'""', b"null"),
        (b"null", b"null"),
        (b'"no JSON"', b'"no JSON"'),
    ],
)
def test_data_comes_as_json_or_as_text_that_holds_json(known, data, body):
    """Either way it is what the spec describes, every digit kept."""
    at = envelope.timestamp()
    response = WireResponse(200, {}, b'{"code":0,"message":"success","data":%s}' % data)
    opened = envelope.opened(response, known, at, ())
    assert (opened.status, opened.body) == (200, body)


async def test_an_answer_without_data_is_null(house):
    """Code 0 alone: nothing is there."""
    answer_with(house, code="0")
    assert await send(house) is None


@pytest.mark.parametrize(
    ("code", "message", "status"),
    [
        (1, None, 500),
        (2, "timeout", 500),
        (4, "access forbidden", 403),
        (4, "4000:permission denied(Current user …)", 403),
        (4, "rate limit error(current limiting interface:orders …)", 429),
        (5, "slow down", 429),
        (1000, "common param error", 400),
        (1010, "biz param error", 400),
        (1100, "duplicate order id", 400),
        (1200, "standard account response error(bad_request:可用资金不足)", 400),
        (1200, "rate limit of the exchange", 400),
        (1300, "paper account response error", 400),
        (1999, "nobody knows", 500),
        (2000, "data", 500),
        (2399, "data", 500),
        (2400, "user token error", 401),
        (3999, "token", 401),
        (4000, "permission denied", 403),
        (40013, "nobody knows", 500),
        (-5, "nobody knows", 500),
    ],
)
def test_a_code_has_the_status_that_the_spec_documents(known, code, message, status):
    """A refusal arrives as code, message and timestamp with the documented status; an unknown code proves nothing."""
    body = {"code": code, "message": message, "timestamp": 1790000000000}
    response = WireResponse(200, {}, json.dumps(body).encode())
    opened = envelope.opened(response, known, "now", ())
    assert (opened.status, exactjson.decode(opened.body)) == (status, body)


@pytest.mark.parametrize("code", ["x", "\u0661", "9" * 5000, ""])
def test_a_code_that_is_no_number_proves_nothing(known, code):
    """It is kept as it came, with the status of a server error."""
    response = WireResponse(200, {}, json.dumps({"code": code}).encode())
    opened = envelope.opened(response, known, "now", ())
    assert (opened.status, json.loads(opened.body)["code"]) == (500, code)


@pytest.mark.parametrize(
    "raw", [b"", b"<html>busy</html>", b"[]", b"{}", b'{"code":null}', b'{"code":0', b"[" * 100_000]
)
async def test_what_is_no_envelope_is_malformed(house, raw):
    """A read says upstream_malformed."""
    answer_with(house, raw=raw)
    with pytest.raises(UpstreamFailure) as told:
        await send(house)
    assert told.value.code == "upstream_malformed"


async def test_a_status_of_the_web_server_passes_as_it_is(house):
    """502 with a page: unavailable, and no log-in is lost."""
    answer_with(house, status=502, raw=b"<html>bad gateway</html>")
    with pytest.raises(UpstreamFailure) as told:
        await send(house)
    assert (told.value.code, told.value.extra["broker_code"]) == ("upstream_unavailable", "502")
    assert house.connection.state.ready


async def test_answers_are_checked_with_tigers_key_over_our_time_stamp(house):
    """The simulated Tiger signs: its answers pass, and pass with no other key or time stamp."""
    forged = b64encode(b"x" * 256).decode()
    for sign in (forged, "no base64 !"):
        answer_with(house, code=0, data={"items": []}, sign=sign)
        with pytest.raises(UpstreamFailure, match="signature") as told:
            await send(house)
        assert told.value.code == "upstream_malformed"


async def test_a_signature_of_another_request_is_refused(house):
    """What Tiger signed is the time stamp of one request: an answer replayed later is not taken."""
    await send(house, "get_quote_permission")
    module, sent = house.connection.module, last(house)["timestamp"]
    answer = await replayed(house)
    assert envelope.opened(answer, module._credentials, sent, ()).status == 200
    with pytest.raises(envelope.Unreadable, match="signature"):
        envelope.opened(answer, module._credentials, "2026-01-01 00:00:00", ())


async def replayed(house):
    """Send the last request again past the session; return the raw answer."""
    return await house.engine.send(house.engine.requests[-1])


async def test_an_order_whose_answer_is_not_tigers_is_unknown(house):
    """A wrong signature and no envelope prove nothing of a write: outcome_unknown, sent once."""
    orders = []

    async def before(request):
        if json.loads(request.body)["method"] == "place_order":
            orders.append(request)
            forged = {"code": 1200, "message": "no", "sign": b64encode(b"x" * 256).decode()}
            return WireResponse(200, {}, (json.dumps(forged) if len(orders) == 1 else "<").encode())
        return None

    house.engine.before = before
    for n in (1, 2):
        answer = await house.place(f"forged-{n}")
        assert (answer.status, answer.json()["code"]) == (504, "outcome_unknown")
        assert "(malformed)" in answer.json()["detail"]
        assert len(orders) == n


@pytest.mark.parametrize(("status", "code"), [(400, 1200), (401, 2400), (403, 4000)])
async def test_a_refusal_of_an_order_is_tigers_only_within_a_200(house, status, code):
    """The code of a refusal under a status of the web server proves nothing of an order."""

    async def before(request):
        if json.loads(request.body)["method"] == "place_order":
            return WireResponse(status, {}, json.dumps({"code": code, "message": "no"}).encode())
        return None

    house.engine.before = before
    answer = await house.place("elsewhere")
    assert (answer.status, answer.json()["code"]) == (504, "outcome_unknown")


async def test_tokens_are_cut_out_of_what_tiger_says(house):
    """Neither the token nor the answer's echo of it reaches anybody."""
    token = house.connection.module._token.current
    answer_with(house, code=1010, message=f"biz param error(token {token} …)")
    with pytest.raises(UpstreamFailure) as told:
        await send(house)
    assert token not in str(told.value.extra)
    assert "***" in told.value.extra["broker_message"]


@pytest.mark.parametrize("status", [200, 400, 500])
def test_tokens_are_cut_out_however_their_signs_are_escaped(known, status):
    """A server that writes = and / as escapes tells the token no more than another."""
    token = "MTc5MDAw/abc+def=="
    body = json.dumps({"code": 1000, "message": f"bad header {token}"})
    escaped = body.replace("=", "\\u003d").replace("/", "\\/").encode()
    told = envelope.opened(WireResponse(status, {}, escaped), known, "now", (token,))
    assert exactjson.decode(told.body)["message"] == "bad header ***"


async def test_no_secret_is_shown_by_what_holds_it(house):
    """repr() of credentials has neither key nor token."""
    known = house.connection.module._credentials
    assert known.token not in repr(known)
    assert "private" not in repr(known)


def text_of(key, form=serialization.PrivateFormat.PKCS8, coding=serialization.Encoding.PEM):
    raw = key.private_bytes(coding, form, serialization.NoEncryption())
    return raw.decode() if coding is serialization.Encoding.PEM else b64encode(raw).decode()


def settings(key, **members):
    given = {"tiger_id": "1", "private_key": PublicSecret(value=text_of(key)), **members}
    return TigerConnection(
        base_url="https://openapi.tigerfintech.com/gateway", environment="paper", **given
    )


@pytest.mark.parametrize("form", ["TraditionalOpenSSL", "PKCS8"])
@pytest.mark.parametrize("coding", ["PEM", "DER"])
def test_private_keys_come_in_every_form_that_tiger_hands_out(private, form, coding):
    """PKCS#1 and PKCS#8, PEM and bare base64, with line breaks and without."""
    text = text_of(
        private,
        getattr(serialization.PrivateFormat, form),
        getattr(serialization.Encoding, coding),
    )
    broken = "\r\n".join(re.findall(".{1,64}", text)) if coding == "DER" else f"\n{text}\n"
    for each in (text, broken):
        assert keys.private_key(each).private_numbers() == private.private_numbers()


@pytest.mark.parametrize("text", ["", "no key", "AAAA", "-----BEGIN RSA PRIVATE KEY-----"])
def test_what_is_no_key_is_refused_with_what_to_do(private, text):
    """ConfigError names the connection and the forms, never the text."""
    with pytest.raises(ConfigError, match=r"\[connections.t\] The private key .* PKCS"):
        credentials.read("t", settings(private, private_key=PublicSecret(value=text)))
    with pytest.raises(ConfigError, match="tiger_public_key"):
        credentials.read("t", settings(private, tiger_public_key=PublicSecret(value=text or "x")))


def test_a_key_of_another_kind_is_refused():
    """An elliptic-curve key signs nothing that Tiger reads."""
    with pytest.raises(ConfigError, match="RSA"):
        keys.private_key(text_of(ec.generate_private_key(ec.SECP256R1())))


def test_answers_are_checked_with_tigers_published_key_by_default(private):
    """Without tiger_public_key the vendor's own one is used."""
    known = credentials.read("t", settings(private))
    raw = known.tiger_public_key.public_bytes(
        serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo
    )
    assert b64encode(raw).decode() == keys.TIGER_PUBLIC_KEY


def test_the_vendors_configuration_file_is_enough(private, tmp_path):
    """tiger_id, key, licence, institutional key and token come from it; the first key that is there is taken."""
    file = tmp_path / "tiger_openapi_config.properties"
    file.write_text(
        "# downloaded\ntiger_id=20150001\naccount=12345\nlicense=TBHK\nsecret_key=s\\=1\n"
        f"private_key_pk1=\nprivate_key_pk8={text_of(private, coding=serialization.Encoding.DER)}\n"
        "token=MTc5==\n"
    )
    known = credentials.read("t", from_file(file))
    assert (known.tiger_id, known.license, known.secret_key) == ("20150001", "TBHK", "s=1")
    assert known.token == "MTc5=="
    assert known.private_key.private_numbers() == private.private_numbers()


def from_file(file, **members):
    given = {"base_url": "https://localhost/gateway", "environment": "paper", **members}
    return TigerConnection(config_file=str(file), **given)


@pytest.mark.parametrize(
    ("content", "members", "told"),
    [
        ("tiger_id=1", {}, "private_key_pk8"),
        ("private_key=x", {}, "tiger_id"),
        ("tiger_id=1\nprivate_key=x\nenv=SANDBOX", {}, "env = SANDBOX"),
        ("tiger_id=1\nprivate_key=x", {}, "The private key is no RSA key"),
        ("tiger_id=1\nprivate_key=x", {"tiger_id": "1"}, "leave one of the two out"),
        ("tiger_id=1\nprivate_key=x", {"license": "TBNZ"}, "license"),
        (None, {}, "Cannot read"),
    ],
)
def test_a_configuration_file_that_does_not_do_is_refused(tmp_path, content, members, told):
    """Missing, incomplete, outdated, or beside keys that say the same."""
    file = tmp_path / "config.properties"
    if content is not None:
        file.write_text(content)
    with pytest.raises(ConfigError, match=told):
        credentials.read("t", from_file(file, **members))


@pytest.mark.parametrize("missing", ["tiger_id", "private_key"])
def test_without_a_file_id_and_key_are_needed(private, missing):
    """ConfigError says which two ways there are."""
    with pytest.raises(ConfigError, match="Set tiger_id and private_key, or config_file"):
        credentials.read("t", settings(private, **{missing: None}))


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("a=1\nb = 2 \n c: 3\nd 4", {"a": "1", "b": "2", "c": "3", "d": "4"}),
        ("# a=1\n  ! b=2\n\n", {}),
        ("token=MTc5\\=\\=", {"token": "MTc5=="}),
        ("token=MTc5==", {"token": "MTc5=="}),
        ("a=1\\\n   2\nb=3", {"a": "12", "b": "3"}),
        ("a=1\\\\\nb=2", {"a": "1\\", "b": "2"}),
        ("a=\\u4e2d\\n", {"a": "中\n"}),
        ("a\\=b=c", {"a=b": "c"}),
        ("a=1\na=2", {"a": "2"}),
        ("a=1\\", {"a": "1"}),
    ],
)
def test_the_vendors_files_are_read_as_they_are_written(text, pairs):
    """Comments, escapes, joined lines and the three signs between name and value."""
    assert properties.parse(text) == pairs


def test_a_token_says_itself_when_it_ends(tmp_path):
    """27 bytes of times; anything else says nothing."""
    good = b64encode(b"1790000000000,1791296000000" + b"\x00\x01").decode()
    assert Tokens("t", good, None).expires_at_ms == 1791296000000
    for odd in ("", "x", "MTc5MDAw", b64encode(b"1790000000000;1791296000000").decode()):
        assert Tokens("t", odd, None).expires_at_ms is None


def test_the_file_goes_before_the_first_token(tmp_path):
    """What an earlier run has kept is newer than what the configuration says."""
    file = tmp_path / "token.properties"
    assert Tokens("t", "first", str(file)).current == "first"
    file.write_text("token=kept\n")
    assert Tokens("t", "first", str(file)).current == "kept"
    file.write_text("no such line\n")
    assert Tokens("t", "first", str(file)).current == "first"
    file.write_bytes(b"\xff\xfe")
    assert Tokens("t", "first", str(file)).current == "first"


def test_a_token_that_cannot_be_stored_is_used_all_the_same(tmp_path):
    """No such folder: the process goes on with the new token, nothing is left behind."""
    tokens = Tokens("t", "first", str(tmp_path / "none" / "token.properties"))
    tokens.take({"token": "second"})
    assert tokens.current == "second"
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("answer", [None, [], {}, {"token": ""}, {"token": 1}, {"token": "a\nb"}])
def test_an_answer_without_a_token_keeps_the_one_before(tmp_path, answer):
    """upstream_malformed; neither memory nor file change."""
    file = tmp_path / "token.properties"
    file.write_text("token=kept\n")
    tokens = Tokens("t", "", str(file))
    with pytest.raises(UpstreamFailure) as told:
        tokens.take(answer)
    assert told.value.code == "upstream_malformed"
    assert (tokens.current, file.read_text()) == ("kept", "token=kept\n")
