"""API2:2023 Broken authentication: without a valid key nothing but the two public operations answers."""

import base64
import json

import pytest

from omnibroker import security
from omnibroker.config import Config, Keys, Secret
from omnibroker.gateway import Gateway
from omnibroker.security import KeyFile, KeyStore, store
from omnibroker.simulated import connection_to

PUBLIC = {"get_health", "get_readiness"}
KEY = b"sandbox"
GARBLED = {
    "nothing": None,
    "empty": b"",
    "the scheme alone": b"Bearer",
    "the scheme and a space": b"Bearer ",
    "no scheme": KEY,
    "another scheme": b"Basic " + base64.b64encode(b"sandbox:sandbox"),
    "a scheme before": b"Basic Bearer " + KEY,
    "another case": b"Bearer SANDBOX",
    "cut short": b"Bearer sandbo",
    "one letter more": b"Bearer sandboxx",
    "twice": b"Bearer sandbox sandbox",
    "a list": b"Bearer sandbox, Bearer sandbox",
    "quoted": b'Bearer "sandbox"',
    "with a zero byte": b"Bearer sandbox\x00",
    "beyond ASCII": b"Bearer \xff\xfe",
    "a wildcard": b"Bearer *",
    "very long": b"Bearer " + b"x" * 60_000,
}


def keyed(value):
    return [] if value is None else [(b"authorization", value)]


async def refused(house, operation, headers, **values):
    """The answer to an operation under these headers, which must be 401 with nothing in it."""
    (method, path, body), named = operation.request(house, **values)
    named["headers"] = [*named["headers"], *headers]
    answer = await house(method, path, body, **named, key=None)
    assert answer.status == 401, (operation.operation_id, headers, answer.body)
    assert answer.headers["www-authenticate"] == "Bearer"
    assert b"sandbox" not in answer.body
    return {**answer.json(), "request_id": ""}


def test_only_health_and_readiness_are_public(operations):
    """A new operation is public only if this test is told so."""
    assert {operation.operation_id for operation in operations if operation.scope is None} == PUBLIC
    assert all(
        operation.raw.get("security") == [] for operation in operations if not operation.scope
    )


async def test_no_operation_answers_without_a_valid_key(open_house, guarded, plans):
    """401 for whatever is no key, before path, parameters or body are looked at; no broker is asked."""
    house = open_house(plans=plans)
    assert len(guarded) >= 22
    for operation in guarded:
        for value in GARBLED.values():
            await refused(house, operation, keyed(value))
        await refused(house, operation, [], account_id="nobody:1", order_id="!", body={"x": 1})
    assert not house.engine.requests


async def test_a_key_counts_in_its_header_only(open_house, guarded, plans):
    """Never in the address, where logs and referrers keep it, nor in a cookie or another header."""
    house = open_house(plans=plans)
    elsewhere = [
        (b"cookie", b"key=sandbox; authorization=Bearer sandbox"),
        (b"x-api-key", KEY),
        (b"x-authorization", b"Bearer sandbox"),
        (b"proxy-authorization", b"Bearer sandbox"),
    ]
    for operation in guarded:
        for header in elsewhere:
            await refused(house, operation, [header])
        (method, path, body), _named = operation.request(house)
        for query in (b"key=sandbox", b"access_token=sandbox", b"authorization=Bearer%20sandbox"):
            answer = await house(method, path, body, key=None, query=query)
            assert answer.status == 401, operation.operation_id
        with_key = await house("GET", "/v1/accounts", query=b"access_token=sandbox")
        assert with_key.status == 400
    assert not house.engine.asked("/orders")


@pytest.mark.parametrize(
    "method", ["HEAD", "GET", "POST", "PUT", "PATCH", "DELETE", "TRACE", "get"]
)
async def test_no_method_is_a_way_around_the_key(open_house, guarded, plans, method):
    """HEAD of a read wants the key too; methods that a path does not take do nothing; no header renames one."""
    house = open_house(plans=plans)
    override = [(b"x-http-method-override", b"GET"), (b"x-method-override", b"GET")]
    for operation in guarded:
        (_, path, body), named = operation.request(house)
        named["headers"] = [*named["headers"], *override]
        answer = await house(method, path, body, **named, key=None)
        assert answer.status in {401, 405}, (operation.operation_id, answer.body)
        assert answer.status == 405 or method in {"HEAD", "GET", "POST", "PATCH"}
    assert not house.engine.requests


@pytest.fixture
def key_file(tmp_path):
    pepper = Secret(file=str(tmp_path / "pepper.key"))
    return KeyFile(Keys(file=str(tmp_path / "keys.json"), pepper=pepper))


def gateway_over(key_file):
    connections = {"ibkr": connection_to("ibkr", "http://127.0.0.1:9")}
    return Gateway(Config(connections=connections), key_file.load())


def created(key_file, expires_at=None):
    return key_file.create("a key", ("read", "trade", "admin"), ("*",), expires_at)


async def test_an_expired_revoked_or_foreign_key_is_no_key(
    key_file, guarded, open_house, request_of
):
    """Each answers what an unknown key is answered, for every operation, and a good key beside them works."""
    expired, _ = created(key_file, "2020-01-01T00:00:00+00:00")
    revoked, record = created(key_file)
    good, _ = created(key_file, "2999-01-01T00:00:00+00:00")
    key_file.revoke(record.key_id)
    gateway, house = gateway_over(key_file), open_house()
    read = [(b"authorization", b"Bearer " + good.encode())]
    assert (await request_of(gateway, "GET", "/v1/connections", headers=read)).status == 200
    for operation in guarded:
        (method, path, _), named = operation.request(house)
        told = set()
        for key in (expired, revoked, security.draw_key(), record.digest, record.key_id):
            headers = [(b"authorization", b"Bearer " + key.encode())]
            answer = await request_of(gateway, method, path, query=named["query"], headers=headers)
            assert answer.status == 401, operation.operation_id
            assert key.encode() not in answer.body
            told.add(json.dumps({**answer.json(), "request_id": ""}))
        assert len(told) == 1


async def test_a_key_ends_at_its_instant_even_if_it_was_used_a_moment_ago(
    key_file, request_of, monkeypatch
):
    """What is remembered of a header saves work, never a check."""
    key, _ = created(key_file, "2999-01-01T00:00:00+00:00")
    gateway = gateway_over(key_file)
    headers = [(b"authorization", b"Bearer " + key.encode())]
    assert (await request_of(gateway, "GET", "/v1/connections", headers=headers)).status == 200

    class Later(store.datetime):
        @classmethod
        def now(cls, tz=None):
            return cls(2999, 1, 1, 0, 0, 1, tzinfo=tz)

    monkeypatch.setattr(store, "datetime", Later)
    assert (await request_of(gateway, "GET", "/v1/connections", headers=headers)).status == 401


async def test_a_wrong_key_costs_the_same_however_wrong_it_is(
    key_file, guarded, request_of, monkeypatch
):
    """One keyed digest of the whole key, and a look-up by it: nothing compares letters of a key."""
    key, _ = created(key_file)
    gateway, digested = gateway_over(key_file), []
    real = KeyStore.digest

    def counted(self, token):
        digested.append(token)
        return real(self, token)

    monkeypatch.setattr(KeyStore, "digest", counted)
    near = [key[:-1] + "!", key[:20], "x", "omni_" + "0" * 49, key.swapcase()]
    for wrong in near:
        for _ in range(3):
            headers = [(b"authorization", b"Bearer " + wrong.encode())]
            answer = await request_of(gateway, "GET", "/v1/orders", headers=headers)
            assert answer.status == 401
    assert digested == [wrong for wrong in near for _ in range(3)]


async def test_the_last_of_two_keys_does_not_hide_the_first(open_house, guarded):
    """A wrong key behind a right one, as a proxy might append it, is refused and not searched for luck."""
    house = open_house()
    for operation in guarded:
        await refused(
            house,
            operation,
            [(b"authorization", b"Bearer sandbox"), (b"authorization", b"Bearer wrong")],
        )
    assert not house.engine.requests
