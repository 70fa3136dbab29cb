"""Futu's session over the simulated gateway: logins, proof, renewals, the trade lock, what goes out."""

import asyncio
import hashlib
import json
from decimal import Decimal

import pytest

from omnibroker.config import ConfigError, PublicSecret, Secret
from omnibroker.kit.errors import NotSent, Rejected, UpstreamFailure
from omnibroker.upstream.futu import proofs
from omnibroker.upstream.futu.packets import Packets
from omnibroker.upstream.seam import Captured, UpstreamCall
from omnibroker.upstream.state import AccountFacts
from omnibroker.upstream.wire import Lost, WireResponse
from omnibroker.upstream.wire import NotSent as Unsent

VIRTUAL_TIME = True
SIMULATED, REAL = "1007001", "281756455988000001"
KEY = "fc_" + "a110" * 16
PASSWORD_MD5 = hashlib.md5(b"sandbox", usedforsecurity=False).hexdigest()


@pytest.fixture
async def house(make_house):
    """A gateway over a simulated gateway of Futu whose session is not up yet."""
    made = make_house(broker="futu")
    yield made
    await made.connection.session.aclose()


def soon(seconds=60):
    return asyncio.get_running_loop().time() + seconds


def header(account=SIMULATED, market=1):
    return {"trd_env": int(account == REAL), "acc_id": int(account), "trd_market": market}


def order(account=SIMULATED, **fields):
    return {
        "packet_id": {"conn_id": 0, "serial_no": 0},
        "header": header(account),
        "trd_side": 1,
        "order_type": 1,
        "code": "00700",
        "qty": 100,
        "price": 300,
        **fields,
    }


async def read(house, operation="funds", body=None, **members):
    """Read by the name of an operation, as a look-up does."""
    body = {"header": header(), **members} if body is None else body
    return await house.connection.session.perform(operation, {}, body, deadline=soon())


async def change(house, operation, body, account=SIMULATED):
    """Send a change as a handler's write goes: the raw answer, (status, body)."""
    connection = house.connection
    await connection.ready(soon())
    operation = connection.operations[operation]
    call = UpstreamCall(operation, soon(), connection.account_of(account), capture=True)
    with pytest.raises(Captured) as caught, connection.session.calling(call):
        await connection.session.request("POST", operation.path, json=body)
    return caught.value.response.status, json.loads(caught.value.response.body or b"null")


def bodies(house, end):
    """The JSON bodies of the requests whose path ends so."""
    return [json.loads(r.body) for r in house.engine.requests if r.target.endswith(end)]


def answering(house, end, *answers):
    """Let the engine answer these for requests whose path ends so; None passes on to the simulator."""
    waiting = list(answers)

    async def before(request):
        if request.target.endswith(end) and waiting:
            answer = waiting.pop(0)
            if isinstance(answer, Exception):
                raise answer
            if answer is not None:
                status, body = answer
                content = body if isinstance(body, bytes) else json.dumps(body).encode()
                return WireResponse(status, {}, content)
        return None

    house.engine.before = before


def envelope(s2c=None, ret_type=0, text=None, code=None):
    return 200, {"ret_type": ret_type, "ret_msg": text, "err_code": code, "s2c": s2c}


async def test_the_session_comes_up_by_looking(house):
    """Nothing is changed at the gateway: logins and accounts are read, each account proven for itself."""
    await house.connection.ready(soon())
    state = house.connection.state
    assert state.state == "READY"
    assert [r.target for r in house.engine.requests] == ["/api/global-state", "/api/accounts"]
    native = {"trd_env": "0", "acc_type": "1", "sim_acc_type": "1", "markets": "1"}
    assert state.accounts[SIMULATED] == AccountFacts("paper", None, native)
    native = {"trd_env": "1", "acc_type": "2", "security_firm": "1", "markets": "1,2,4,113,123"}
    assert state.accounts[REAL] == AccountFacts("live", None, native)
    assert state.environment is None


async def test_accounts_that_cannot_trade_are_left_out(house):
    """A disabled account of the login is none of the connection's."""
    await house.connection.ready(soon())
    assert "281756455988000003" not in house.connection.state.accounts
    assert len(house.connection.state.accounts) == 6


@pytest.mark.parametrize(
    ("row", "proven"),
    [
        ({"trd_env": 0}, "paper"),
        ({"trd_env": 1}, "live"),
        ({"trd_env": 0, "sim_acc_type": 1, "security_firm": 0}, "paper"),
        ({"trd_env": 1, "sim_acc_type": 0, "security_firm": 1}, "live"),
        ({"trd_env": 0, "security_firm": 1}, None),
        ({"trd_env": 1, "sim_acc_type": 1}, None),
        ({"trd_env": 2}, None),
        ({"trd_env": True}, None),
        ({"trd_env": "0"}, None),
        ({}, None),
    ],
)
def test_the_environment_is_proven_only_where_everything_agrees(row, proven):
    """0 is simulated and 1 real; another number, or a field of the other kind of account, proves nothing."""
    assert proofs.accounts({"acc_list": [{"acc_id": 7, **row}]})["7"].environment == proven


def test_an_account_that_is_listed_twice_differently_is_unproven():
    """Two rows that contradict each other prove no environment; two equal ones do."""
    rows = [{"acc_id": 7, "trd_env": 0}, {"acc_id": "7", "trd_env": 1}, {"acc_id": 8, "trd_env": 0}]
    found = proofs.accounts({"acc_list": [*rows, rows[2]]})
    assert {name: facts.environment for name, facts in found.items()} == {"7": None, "8": "paper"}


@pytest.mark.parametrize(
    "row",
    [
        {"acc_id": 7, "trd_env": 1, "acc_status": 1},
        {"acc_id": 7, "trd_env": 1, "acc_role": 2},
        {"acc_id": 7, "trd_env": 1, "acc_role": 3},
        {"acc_id": 0, "trd_env": 1},
        {"acc_id": -7, "trd_env": 1},
        {"acc_id": "seven", "trd_env": 1},
        {"trd_env": 1},
    ],
)
def test_what_is_no_trading_account_is_no_account(row):
    """Disabled, master and IPO accounts, and ids that are none, are left out."""
    assert proofs.accounts({"acc_list": [row]}) == {}


@pytest.mark.parametrize("s2c", [None, [], {}, {"acc_list": None}, {"acc_list": [7, None]}])
async def test_odd_accounts_prove_nothing_and_break_nothing(house, s2c):
    """The answer is untrusted: no account, no environment."""
    answering(house, "/accounts", envelope(s2c))
    await house.connection.ready(soon())
    assert house.connection.state.accounts == {}


@pytest.mark.parametrize(
    ("s2c", "state", "word"),
    [
        ({"qot_logined": True, "trd_logined": False}, "NEEDS_HUMAN", "log in"),
        ({"qot_logined": False, "trd_logined": True}, "NEEDS_HUMAN", "log in"),
        ({"qot_logined": "true", "trd_logined": 1}, "NEEDS_HUMAN", "log in"),
        (
            {"qot_logined": True, "trd_logined": True, "program_status": {"type": 9}},
            "NEEDS_HUMAN",
            "disclaimer",
        ),
        (
            {"qot_logined": False, "trd_logined": False, "program_status": {"type": 4}},
            "NEEDS_HUMAN",
            "telephone",
        ),
        (
            {"qot_logined": False, "trd_logined": False, "program_status": {"type": 2}},
            "DEGRADED",
            "logging in",
        ),
        ({}, "NEEDS_HUMAN", "log in"),
    ],
)
async def test_opend_without_its_logins_says_what_to_do(house, s2c, state, word):
    """Both logins must stand and the program be ready; what a person does about it is in the detail."""
    answering(house, "/global-state", envelope(s2c))
    with pytest.raises(NotSent) as told:
        await house.connection.ready(soon())
    assert told.value.code == "session_not_ready"
    assert house.connection.state.state == state
    assert word in house.connection.state.detail
    assert house.engine.asked("/accounts") == 0


async def test_a_login_without_program_status_is_one(house):
    """Older gateways do not tell it: the two logins decide."""
    answering(house, "/global-state", envelope({"qot_logined": True, "trd_logined": True}))
    await house.connection.ready(soon())
    assert house.connection.state.ready


async def test_a_key_that_the_gateway_does_not_take_needs_a_person(make_house):
    """401 to the first call: NEEDS_HUMAN, the key in no text, and no second try by itself."""
    house = make_house(broker="futu", key=PublicSecret(value="fc_wrong"))
    with pytest.raises(NotSent) as told:
        await read(house)
    assert told.value.code == "session_not_ready"
    state = house.connection.state
    assert state.state == "NEEDS_HUMAN"
    assert "`key`" in state.detail
    assert "fc_wrong" not in str(told.value.detail) + str(told.value.extra)
    await house.connection.session.aclose()


async def test_a_key_without_the_scope_needs_a_person(house):
    """403 to the list of accounts: the session cannot come up, and says which scope is missing."""
    answering(house, "/accounts", (403, {"error": "forbidden"}))
    with pytest.raises(NotSent) as told:
        await house.connection.ready(soon())
    assert (told.value.code, house.connection.state.state) == ("session_not_ready", "NEEDS_HUMAN")
    assert "scope" in told.value.detail


@pytest.mark.parametrize("key", ["", "two words", "fc_\nx: y", "ключ"])
def test_a_key_that_is_no_header_is_refused_at_the_start(make_house, key):
    """What could break out of the header, or cannot stand in one, is a mistake of the configuration."""
    with pytest.raises(ConfigError):
        make_house(broker="futu", key=PublicSecret(value=key))


def test_a_key_that_is_nowhere_is_refused_at_the_start(make_house):
    """The variable that is missing is named."""
    with pytest.raises(ConfigError, match="OMNIBROKER_NO_SUCH_KEY"):
        make_house(broker="futu", key=Secret(env="OMNIBROKER_NO_SUCH_KEY"))


async def test_what_goes_out_carries_the_key_and_nothing_else(house):
    """Bearer, our name, JSON; bodies are the flat fields."""
    await read(house)
    request = house.engine.requests[-1]
    headers = dict(request.headers)
    assert headers[b"authorization"] == b"Bearer " + KEY.encode()
    assert headers[b"user-agent"] == b"omnibroker"
    assert json.loads(request.body) == {"header": header()}


async def test_each_change_has_a_packet_of_its_own(house):
    """The placeholder is replaced; the connection is the gateway's word, serial numbers never repeat."""
    status, placed = await change(house, "place_order", order())
    assert (status, placed["ret_type"]) == (200, 0)
    await change(house, "place_order", order())
    first, second = [body["packet_id"] for body in bodies(house, "/api/order")]
    assert first["conn_id"] == second["conn_id"] == 4294967294
    assert second["serial_no"] == first["serial_no"] + 1
    assert len(await house.broker_orders()) == 2


async def test_a_change_keeps_the_answer_as_it_came(house):
    """Even where Futu finds it too frequent: what an answer to a change means is the classifier's to say."""
    answering(house, "/order", envelope(None, -1, "请求过于频繁"))
    status, refused = await change(house, "place_order", order())
    assert (status, refused["ret_type"]) == (200, -1)


def test_packets_of_two_starts_differ():
    """A pair seen before would be answered with an older order: the first serial number is drawn."""
    drawn = {(p["conn_id"], p["serial_no"]) for p in (Packets().draw() for _ in range(50))}
    assert len(drawn) == 50
    packets = Packets()
    packets.learn(None)
    packets.learn(True)
    packets.learn(0)
    assert packets.draw()["conn_id"] > 1


async def test_numbers_keep_their_digits_on_the_wire(house):
    """Filling in the packet does not change a price."""
    await change(house, "place_order", order(price=Decimal("300.20"), qty=Decimal(100)))
    body = house.engine.requests[-1].body
    assert b'"price":300.20' in body


async def test_a_login_lost_on_the_way_is_renewed_and_the_read_asked_again(house):
    """401 to a read: the logins are looked at; they stand, so the read is asked once more."""
    await house.connection.ready(soon())
    answering(house, "/funds", (401, {"error": "expired"}))
    assert (await read(house))["ret_type"] == 0
    assert house.engine.asked("/funds") == 2


@pytest.mark.parametrize(
    "lost", [(401, {}), (500, b""), (503, {"error": "x"}), envelope(None, -200, "x", "-200")]
)
async def test_many_readers_of_a_lost_login_renew_it_once(house, lost):
    """Whoever comes second finds it renewed: one new epoch, one proof."""
    await house.connection.ready(soon())
    epoch, proofs_before = house.connection.state.epoch, house.engine.asked("/accounts")
    gone = envelope({"qot_logined": False, "trd_logined": False})
    waiting = {"/api/funds": [lost] * 5, "/api/global-state": [gone] * 5}

    async def before(request):
        await asyncio.sleep(0.01)
        rest = waiting.get(request.target)
        if not rest:
            return None
        status, body = rest.pop()
        content = body if isinstance(body, bytes) else json.dumps(body).encode()
        return WireResponse(status, {}, content)

    house.engine.before = before
    # Each asks something else: equal reads would be one.
    found = await asyncio.gather(*(read(house, currency=n) for n in range(1, 6)))
    assert {answer["ret_type"] for answer in found} == {0}
    assert house.connection.state.epoch == epoch + 1
    assert house.engine.asked("/accounts") == proofs_before + 1


async def test_a_login_that_is_gone_is_told_as_such(house):
    """The gateway answers, Futu's servers do not know it: session_not_ready, and what to do."""
    await house.connection.ready(soon())
    await house.control("POST", "session", {"action": "logout"})
    with pytest.raises(NotSent) as told:
        await read(house)
    assert told.value.code == "session_not_ready"
    assert house.connection.state.state == "NEEDS_HUMAN"
    assert set(house.connection.state.accounts) >= {SIMULATED, REAL}
    assert {f.environment for f in house.connection.state.accounts.values()} == {None}
    await house.control("POST", "session", {"action": "login"})
    assert (await read(house))["ret_type"] == 0
    assert house.connection.state.accounts[REAL].environment == "live"


async def test_keys_that_end_are_told_as_such(house):
    """All keys expire: the read says so, the proof ends, and with a key that works again it comes back."""
    await house.connection.ready(soon())
    await house.control("POST", "session", {"action": "expire"})
    with pytest.raises(NotSent) as told:
        await read(house)
    assert told.value.code == "session_not_ready"
    assert "`key`" in told.value.detail
    assert house.connection.state.state == "NEEDS_HUMAN"
    await house.control("POST", "session", {"action": "login"})
    await read(house)
    assert house.connection.state.ready


@pytest.mark.parametrize("answer", [(401, {"error": "x"}), envelope(None, -200), (503, b"")])
async def test_a_change_that_finds_the_login_gone_lets_the_session_learn(house, answer):
    """The order is sent once; the session looks at the logins, and the next order finds it proven anew."""
    await house.connection.ready(soon())
    epoch = house.connection.state.epoch
    gone = envelope({"qot_logined": False, "trd_logined": False})
    waiting = {"/api/order": [answer], "/api/global-state": [gone]}

    async def before(request):
        rest = waiting.get(request.target)
        if not rest:
            return None
        status, body = rest.pop()
        content = body if isinstance(body, bytes) else json.dumps(body).encode()
        return WireResponse(status, {}, content)

    house.engine.before = before
    assert (await change(house, "place_order", order()))[0] == answer[0]
    assert house.engine.asked("/order") == 1
    assert house.connection.state.epoch == epoch + 1
    assert house.connection.state.accounts[SIMULATED].environment == "paper"


async def test_a_real_account_that_is_locked_takes_no_order(house):
    """Nothing is sent; the error says that unlock_trading is to be called; simulated accounts need none."""
    with pytest.raises(NotSent) as told:
        await change(house, "place_order", order(REAL), REAL)
    assert told.value.code == "session_not_ready"
    assert "unlock_trading" in told.value.detail
    assert house.engine.asked("/order") == 0
    assert (await change(house, "place_order", order()))[1]["ret_type"] == 0


async def test_unlocking_sends_the_digest_and_lets_orders_through(house):
    """The password itself never leaves; the lock is looked at once more, then no longer."""
    await house.connection.module.unlock(soon())
    assert bodies(house, "/unlock-trade") == [{"unlock": True, "pwd_md5": PASSWORD_MD5}]
    for _ in range(3):
        assert (await change(house, "place_order", order(REAL), REAL))[1]["ret_type"] == 0
    assert house.engine.asked("/orders") == 1


async def test_a_lock_that_comes_back_is_noticed(house):
    """A refusal as locked, or a new epoch, makes the next order look first."""
    await house.connection.module.unlock(soon())
    await change(house, "place_order", order(REAL), REAL)
    await house.control("POST", "session", {"action": "lock"})
    _, refused = await change(house, "place_order", order(REAL), REAL)
    assert refused["err_code"] == -401
    with pytest.raises(NotSent) as told:
        await change(house, "place_order", order(REAL), REAL)
    assert "unlock_trading" in told.value.detail
    assert house.engine.asked("/order") == 2


async def test_a_new_epoch_looks_at_the_lock_again(house):
    """A gateway that was started anew is locked: the order is kept back, not refused by Futu."""
    await house.connection.module.unlock(soon())
    await change(house, "place_order", order(REAL), REAL)
    await house.control("POST", "session", {"action": "restart"})
    await house.connection.module.renew(soon())
    with pytest.raises(NotSent) as told:
        await change(house, "place_order", order(REAL), REAL)
    assert "unlock_trading" in told.value.detail
    assert house.engine.asked("/order") == 1


async def test_what_the_look_at_the_lock_does_not_prove_is_left_to_futu(house):
    """A look that fails for another reason keeps no order back, and not for longer than two seconds."""
    await house.connection.module.unlock(soon())
    due = []

    async def before(request):
        if request.target == "/api/orders":
            due.append(request.deadline - asyncio.get_running_loop().time())
            raise Lost("timeout", "slow")

    house.engine.before = before
    assert (await change(house, "place_order", order(REAL), REAL))[1]["ret_type"] == 0
    assert due
    assert max(due) <= 2


async def test_without_a_password_unlocking_says_what_to_configure(make_house):
    """Nothing is sent, and the key of the configuration is named."""
    house = make_house(broker="futu", trading_password=None)
    with pytest.raises(NotSent) as told:
        await house.connection.module.unlock(soon())
    assert told.value.code == "session_not_ready"
    assert "trading_password" in told.value.detail
    assert house.engine.asked("/unlock-trade") == 0
    await house.connection.session.aclose()


async def test_a_wrong_password_is_not_tried_again_at_once(make_house):
    """Futu locks the account after some wrong ones: the second attempt within a minute is ours to refuse."""
    house = make_house(broker="futu", trading_password=PublicSecret(value="wrong"))
    unlock = house.connection.module.unlock
    with pytest.raises(Rejected) as told:
        await unlock(soon())
    assert told.value.extra["broker_message"]
    with pytest.raises(NotSent) as told:
        await unlock(soon())
    assert (told.value.code, told.value.extra["retry_after_seconds"]) == ("rate_limited", 61)
    assert house.engine.asked("/unlock-trade") == 1
    await asyncio.sleep(61)
    with pytest.raises(Rejected):
        await unlock(soon())
    await house.connection.session.aclose()


@pytest.mark.parametrize(
    ("s2c", "code", "word"),
    [
        ({"need_otp": True, "account_result_list": []}, "session_not_ready", "token"),
        (
            {"account_result_list": [{"acc_id": "77", "success": False, "error_msg": "no"}]},
            "rejected_by_broker",
            "77",
        ),
    ],
)
async def test_an_unlock_that_did_not_unlock_is_an_error(house, s2c, code, word):
    """ret_type 0 with a token asked for, or an account that failed, is no success."""
    answering(house, "/unlock-trade", envelope(s2c))
    with pytest.raises((NotSent, Rejected)) as told:
        await house.connection.module.unlock(soon())
    assert told.value.code == code
    assert word in told.value.detail


async def test_no_secret_is_in_what_the_gateway_is_quoted_with(house):
    """A key or digest inside the gateway's own text is cut out."""
    text = f"bad {KEY} and {PASSWORD_MD5}"
    answering(house, "/unlock-trade", envelope(None, -1, text))
    with pytest.raises(Rejected) as told:
        await house.connection.module.unlock(soon())
    said = told.value.extra["broker_message"]
    assert said.startswith("bad ")
    assert KEY not in said
    assert PASSWORD_MD5 not in said


@pytest.mark.parametrize(
    "answer", [envelope(None, -1, f"no {KEY} {PASSWORD_MD5}"), (403, {"error": f"no {KEY}"})]
)
async def test_no_secret_is_in_the_refusal_of_an_order(house, answer):
    """The raw answer to a change is what its refusal quotes: key and digest are cut out of it too."""
    answering(house, "/api/order", answer)
    refused = await house.place()
    assert (refused.status, refused.json()["code"]) == (422, "rejected_by_broker")
    assert refused.json()["broker_message"].startswith("no ***")
    assert KEY.encode() not in refused.body
    assert PASSWORD_MD5.encode() not in refused.body
    listed = await house("GET", "/v1/orders")
    assert KEY.encode() not in listed.body


async def test_closing_locks_what_was_unlocked_here(house):
    """The lock comes back, nothing is proven any more, OpenD's own login is left alone."""
    await house.connection.module.unlock(soon())
    await house.connection.module.close(soon())
    state = house.connection.state
    assert bodies(house, "/unlock-trade")[-1] == {"unlock": False}
    assert (state.state, state.needs_human) == ("LOGGED_OUT", True)
    assert {facts.environment for facts in state.accounts.values()} == {None}


async def test_closing_changes_nothing_that_others_unlocked(house):
    """Without an unlock of our own nothing is sent."""
    await house.connection.ready(soon())
    await house.connection.module.close(soon())
    assert house.engine.asked("/unlock-trade") == 0


async def test_a_session_closed_on_request_stays_closed_until_it_is_refreshed(house):
    """Neither the keeper nor a read nor an unlock opens it again; refresh_session does."""
    connection = house.connection
    await connection.ready(soon())
    await connection.module.close(soon())
    asked = len(house.engine.requests)
    connection.start()
    await asyncio.sleep(300)
    for attempt in (read(house), connection.module.unlock(soon())):
        with pytest.raises(NotSent) as told:
            await attempt
        assert told.value.code == "session_not_ready"
    assert len(house.engine.requests) == asked
    await connection.module.renew(soon())
    assert connection.state.ready
    await connection.stop()


def held_up(house):
    """Let the broker answer nothing until the event that is returned is set."""
    gate = asyncio.Event()

    async def before(_request):
        await gate.wait()

    house.engine.before = before
    return gate


async def test_who_cannot_wait_for_the_session_is_told_so(house):
    """A log-in that hangs holds nobody else longer than the own deadline."""
    gate = held_up(house)
    first = asyncio.create_task(house.connection.module.open(soon(300)))
    await asyncio.sleep(0)
    with pytest.raises(NotSent) as told:
        await house.connection.module.open(soon(5))
    assert told.value.code == "session_not_ready"
    gate.set()
    await first
    assert house.connection.state.ready


async def test_an_open_that_is_broken_off_leaves_no_session_half_up(house, patiently):
    """Cancelled while it asks: DEGRADED, and the next one brings the session up."""
    gate = held_up(house)
    opening = asyncio.create_task(house.connection.module.open(soon()))
    await patiently(lambda: house.engine.requests)
    opening.cancel()
    await asyncio.gather(opening, return_exceptions=True)
    assert house.connection.state.state == "DEGRADED"
    gate.set()
    await house.connection.ready(soon())
    assert house.connection.state.ready


async def test_what_was_under_way_does_not_reopen_a_closed_session(house):
    """A read that hears of a lost login after the close must not bring the session up."""
    await house.connection.ready(soon())
    held = asyncio.Event()

    async def before(request):
        if request.target == "/api/funds":
            await held.wait()
            return WireResponse(401, {}, b"{}")
        return None

    house.engine.before = before
    reading = asyncio.create_task(read(house))
    await asyncio.sleep(1)
    await house.connection.module.close(soon())
    held.set()
    with pytest.raises(NotSent):
        await reading
    assert house.connection.state.state == "LOGGED_OUT"
    assert house.engine.asked("/accounts") == 1


async def test_a_close_while_the_session_comes_up_wins(house):
    """Whoever is bringing it up ends first; then it is closed."""
    held = asyncio.Event()

    async def before(request):
        if request.target == "/api/accounts":
            await held.wait()

    house.engine.before = before
    opening = asyncio.create_task(house.connection.ready(soon()))
    await asyncio.sleep(1)
    closing = asyncio.create_task(house.connection.module.close(soon()))
    await asyncio.sleep(1)
    held.set()
    await asyncio.gather(opening, closing)
    assert house.connection.state.state == "LOGGED_OUT"


@pytest.mark.parametrize("reason", ["connect", "dns", "tls", "pin"])
async def test_a_gateway_that_cannot_be_reached_ends_the_proof(house, reason):
    """What answers next may be another login: DEGRADED, unproven, a new epoch; then proven anew."""
    await house.connection.ready(soon())
    state, epoch = house.connection.state, house.connection.state.epoch

    async def before(_request):
        raise Unsent(reason, "10.1.2.3:22222")

    house.engine.before = before
    with pytest.raises(UpstreamFailure) as told:
        await read(house)
    assert told.value.code == "upstream_unavailable"
    assert "10.1.2.3" not in told.value.detail
    assert (state.state, state.epoch) == ("DEGRADED", epoch + 1)
    assert state.accounts[SIMULATED].environment is None
    house.engine.before = None
    await house.connection.ready(soon())
    assert state.accounts[SIMULATED].environment == "paper"


async def test_the_keeper_looks_every_minute_and_survives_anything(house):
    """Odd answers, failures and lost logins never end it; the session comes back by itself."""
    gone = envelope({"qot_logined": False, "trd_logined": True})
    odd = [None, (200, b"[]"), (500, b""), Lost("timeout", ""), (200, b"x"), gone, envelope(None)]
    answering(house, "/global-state", *odd)
    house.connection.start()
    await asyncio.sleep(61 * 10)
    assert house.engine.asked("/global-state") >= 10
    assert house.connection.state.ready
    assert house.connection.state.last_keep_alive_at is not None
    await house.connection.stop()


async def test_a_look_that_was_too_frequent_ends_nothing(house):
    """429 to the keeper's look is no lost login."""
    await house.connection.ready(soon())
    epoch = house.connection.state.epoch
    answering(house, "/global-state", (429, {"error": "limit check failed"}))
    house.connection.start()
    await asyncio.sleep(30)
    assert (house.connection.state.ready, house.connection.state.epoch) == (True, epoch)
    await house.connection.stop()


async def test_many_readers_bring_the_session_up_once(house):
    """Fifty reads of a session that is down are one look and one proof."""
    found = await asyncio.gather(*(read(house) for _ in range(50)))
    assert {answer["ret_type"] for answer in found} == {0}
    assert house.engine.asked("/global-state") == 1
    assert house.engine.asked("/accounts") == 1


async def test_an_account_in_the_other_environment_takes_no_order(make_house):
    """A connection for paper has the login's real accounts too: an order for one ends before the wire."""
    house = make_house(broker="futu", accounts=())
    house.account = f"futu:{REAL}"
    answer = await house.place()
    assert (answer.status, answer.json()["code"]) == (409, "environment_mismatch")
    assert house.engine.asked("/order") == 0
    await house.connection.session.aclose()


async def test_an_account_that_the_configuration_does_not_name_takes_no_order(house):
    """Of a login's accounts only those that are configured exist: the simulated login names two."""
    house.account = f"futu:{REAL}"
    answer = await house.place()
    assert (answer.status, answer.json()["code"]) == (404, "unknown_account")
    assert house.engine.asked("/order") == 0


async def test_an_order_goes_the_whole_way(house):
    """Placed and cancelled through the unified API: two changes at the gateway, each with its own packet."""
    placed = await house.place()
    assert placed.status == 201
    path = f"/v1/accounts/{house.account}/orders/{placed.json()['order_id']}/cancel"
    cancelled = await house("POST", path, headers=[(b"idempotency-key", b"cancel-the-order")])
    assert cancelled.status == 202
    packets = [body["packet_id"] for body in bodies(house, "order") if "packet_id" in body]
    assert len({packet["serial_no"] for packet in packets}) == len(packets) == 2


async def test_trading_is_unlocked_through_the_unified_api(house):
    """The request carries no password; the gateway of Futu is asked once."""
    path = "/v1/connections/futu/session/unlock"
    answer = await house("POST", path, headers=[(b"idempotency-key", b"unlock-it")])
    assert (answer.status, answer.json()["state"]) == (200, "READY")
    assert bodies(house, "/unlock-trade") == [{"unlock": True, "pwd_md5": PASSWORD_MD5}]
