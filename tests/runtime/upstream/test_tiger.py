"""Tiger's session over the simulated gateway: proof, tokens, quote permission, sessions that are lost."""

import asyncio
import json

import pytest

from omnibroker.kit.errors import GatewayError, NotSent, UpstreamFailure
from omnibroker.upstream.state import AccountFacts
from omnibroker.upstream.tiger import proof
from omnibroker.upstream.wire import NotSent as Unsent
from omnibroker.upstream.wire import WireResponse

VIRTUAL_TIME = True
LIVE, OTHER, PAPER = "67686635", "66804149", "20240830213609658"
HOUR = 3600
TOKEN_REFUSED = {"code": 2400, "message": "user token error(token expired)"}
NO_PERMISSION = {"code": 4, "message": "4000:permission denied(Current user and device …)"}


@pytest.fixture
async def house(make_house):
    made = make_house(broker="tiger")
    yield made
    await made.connection.session.aclose()


@pytest.fixture
async def kept(make_house, tmp_path):
    """A house whose connection keeps its token in a file."""
    made = make_house(broker="tiger", token_file=str(tmp_path / "token.properties"))
    yield made
    await made.connection.session.aclose()


def soon(seconds=60):
    return asyncio.get_running_loop().time() + seconds


def methods(house):
    """The methods of all requests, in their order."""
    return [json.loads(r.body)["method"] for r in house.engine.requests]


def token_of(request):
    return dict(request.headers).get(b"authorization", b"").decode()


def answering(house, method, *answers):
    """Let the engine answer these for requests of a method; None passes on to the simulator."""
    waiting = list(answers)

    async def before(request):
        if json.loads(request.body)["method"] == method and waiting:
            answer = waiting.pop(0)
            if isinstance(answer, Exception):
                raise answer
            if answer is not None:
                return WireResponse(200, {}, json.dumps(answer).encode())
        return None

    house.engine.before = before


async def positions(house, account=PAPER):
    """Read an account's positions as a handler's call arrives."""
    connection = house.connection
    body = {"account": account, "sec_type": "ALL"}
    known = connection.account_of(account)
    return await connection.session.perform(
        "positions", {}, body, deadline=soon(120), account=known
    )


async def session(house, action):
    return await house.control("POST", "session", {"action": action})


async def open_(house):
    await house.connection.ready(soon())
    return house.connection.state


async def keep(house, seconds):
    """Let the keeper run for so long."""
    keeper = asyncio.create_task(house.connection.module.keep())
    await asyncio.sleep(seconds)
    keeper.cancel()
    await asyncio.gather(keeper, return_exceptions=True)


async def test_each_account_is_proven_for_itself(house):
    """Two live accounts and a paper one of one developer id: kind and form of the id agree for each."""
    state = await open_(house)
    assert state.state == "READY"
    assert state.accounts == {
        LIVE: AccountFacts("live", "USD", {"kind": "STANDARD"}),
        OTHER: AccountFacts("live", "USD", {"kind": "STANDARD"}),
        PAPER: AccountFacts("paper", "USD", {"kind": "PAPER"}),
    }
    assert state.environment is None


async def test_only_served_accounts_are_asked_for_their_currency(make_house):
    """`accounts` of the configuration spares the assets of the others."""
    house = make_house(broker="tiger", accounts=(PAPER,))
    state = await open_(house)
    assert methods(house).count("prime_assets") == 1
    assert state.accounts[LIVE] == AccountFacts("live", None, {"kind": "STANDARD"})
    assert house.connection.accounts() == (PAPER,)
    await house.connection.session.aclose()


@pytest.mark.parametrize(
    ("kind", "account", "proven"),
    [
        ("PAPER", PAPER, "paper"),
        ("STANDARD", LIVE, "live"),
        ("GLOBAL", "U1234567", "live"),
        ("GLOBAL", "DU1234567", "paper"),
        ("STANDARD", PAPER, None),
        ("PAPER", LIVE, None),
        ("GLOBAL", LIVE, None),
        ("STANDARD", "DU1234567", None),
        ("PAPER", PAPER + "1", None),
        (None, PAPER, None),
        ("paper", PAPER, None),
        ("STANDARD", "1234", None),
    ],
)
def test_the_environment_is_proven_only_where_kind_and_id_agree(kind, account, proven):
    """Any disagreement, and anything unknown, proves nothing."""
    assert proof.environment(kind, account) == proven


@pytest.mark.parametrize("kinds", [("PAPER", "STANDARD"), ("STANDARD", "PAPER"), ("PAPER", None)])
def test_an_account_listed_twice_with_two_kinds_is_unproven(kinds):
    """Whichever row comes last, neither is believed; the same row twice is one."""
    rows = [{"account": PAPER, "accountType": kind} for kind in kinds]
    assert proof.accounts({"items": rows}) == {PAPER: AccountFacts(None)}
    same = {PAPER: AccountFacts("paper", None, {"kind": "PAPER"})}
    assert proof.accounts({"items": [{"account": PAPER, "accountType": "PAPER"}] * 2}) == same


async def test_an_account_that_contradicts_itself_takes_no_order(house):
    """A paper id that Tiger calls STANDARD: 503 environment_unproven, the session says which, nothing is sent."""
    row = {"account": PAPER, "accountType": "STANDARD", "status": "Funded"}
    answering(house, "accounts", {"code": 0, "data": {"items": [row]}})
    answer = await house.place()
    assert (answer.status, answer.json()["code"]) == (503, "environment_unproven")
    assert PAPER in house.connection.state.detail
    assert not await house.broker_orders()


@pytest.mark.parametrize(
    "data", [{"items": []}, [], None, {"items": [{"accountType": "PAPER"}]}, {"items": ["x"]}, "no"]
)
async def test_without_accounts_there_is_no_session(house, data):
    """An empty or odd list of accounts is never READY."""
    answering(house, "accounts", {"code": 0, "data": data})
    with pytest.raises(NotSent) as told:
        await open_(house)
    assert told.value.code == "session_not_ready"
    assert not house.connection.state.ready


async def test_a_currency_that_cannot_be_read_is_left_out(house):
    """One account's assets fail: the account is served without a reporting currency."""
    answering(house, "prime_assets", {"code": 1, "message": "server error"})
    state = await open_(house)
    assert [facts.currency for facts in state.accounts.values()].count(None) == 1
    assert state.ready


async def test_contracts_are_asked_for_with_an_account_of_the_configured_environment(make_house):
    """The paper account, though it is listed last; the live one for a live connection; none before the proof."""
    for environment, chosen in (("paper", PAPER), ("live", LIVE)):
        house = make_house(broker="tiger", environment=environment)
        assert house.connection.of_market().broker_account_id == ""
        await open_(house)
        assert house.connection.of_market().broker_account_id == chosen
        await house.connection.session.aclose()


async def test_a_refused_token_is_exchanged_once_and_the_read_asked_again(house):
    """2400 for a read: one exchange, a new epoch, the answer; the new token goes out from then on."""
    state = await open_(house)
    epoch, old = state.epoch, token_of(house.engine.requests[-1])
    answering(house, "positions", TOKEN_REFUSED)
    assert await positions(house) == {"items": []}
    assert methods(house).count("user_token_refresh") == 1
    assert methods(house).count("positions") == 2
    assert state.epoch == epoch + 1
    assert token_of(house.engine.requests[-1]) not in {"", old}


async def test_reads_that_find_the_token_refused_together_exchange_it_once(house):
    """Five reads, five refusals: one exchange for all."""
    await open_(house)
    accounts = [PAPER, LIVE, OTHER, PAPER, LIVE]
    old = token_of(house.engine.requests[-1])

    async def before(request):
        await asyncio.sleep(1)
        ended = token_of(request) == old and b"user_token_refresh" not in request.body
        return WireResponse(200, {}, json.dumps(TOKEN_REFUSED).encode()) if ended else None

    house.engine.before = before
    found = await asyncio.gather(*(positions(house, account) for account in accounts))
    assert found == [{"items": []}] * len(accounts)
    assert methods(house).count("user_token_refresh") == 1


async def test_a_token_that_is_not_exchanged_either_needs_a_person(house):
    """Expired for good: NEEDS_HUMAN with what to do, and Tiger is left alone until somebody asks."""
    await open_(house)
    await session(house, "expire")
    with pytest.raises(NotSent) as told:
        await positions(house)
    assert told.value.code == "session_not_ready"
    assert "token_file" in told.value.detail
    assert house.connection.state.state == "NEEDS_HUMAN"
    asked = len(house.engine.requests)
    with pytest.raises(NotSent):
        await positions(house)
    assert len(house.engine.requests) == asked


async def test_a_token_that_a_person_puts_into_the_file_brings_the_session_back(kept, tmp_path):
    """The file is read again before Tiger is asked; no restart, no exchange."""
    await open_(kept)
    await session(kept, "expire")
    with pytest.raises(NotSent):
        await positions(kept)
    await kept.control("POST", "clock", {"advance_seconds": 1})
    fresh = (await session(kept, "login"))["token"]
    (tmp_path / "token.properties").write_text(f"#comment\ntoken={fresh}\n")
    asked = methods(kept).count("user_token_refresh")
    assert await positions(kept) == {"items": []}
    assert methods(kept).count("user_token_refresh") == asked
    assert token_of(kept.engine.requests[-1]) == fresh


async def test_a_lost_token_found_by_a_write_repeats_no_order(house):
    """2400 for an order: it went out once; the next read exchanges the token."""
    await open_(house)
    answering(house, "place_order", TOKEN_REFUSED)
    answer = await house.place()
    assert answer.status >= 400
    assert methods(house).count("place_order") == 1
    assert house.connection.state.state == "DEGRADED"
    await positions(house)
    assert methods(house).count("user_token_refresh") == 1
    assert methods(house).count("place_order") == 1


async def test_the_token_is_exchanged_after_a_minute_and_then_every_twelve_hours(kept, tmp_path):
    """The schedule of the seed; the successor stands in the file, readable by its owner only."""
    begun, at = asyncio.get_running_loop().time(), []

    async def before(request):
        if json.loads(request.body)["method"] == "user_token_refresh":
            at.append(asyncio.get_running_loop().time() - begun)

    kept.engine.before = before
    await keep(kept, 25 * HOUR)
    assert at == [60, 60 + 12 * HOUR, 60 + 24 * HOUR]
    file = tmp_path / "token.properties"
    assert file.stat().st_mode & 0o777 == 0o600
    assert file.read_text() == f"token={kept.connection.module._token.current}\n"
    assert [each.name for each in tmp_path.iterdir()] == ["token.properties"]


async def test_an_exchange_in_time_that_fails_keeps_the_token(kept):
    """The session stays up with the token before, and the next try comes after an hour."""
    await open_(kept)
    old = token_of(kept.engine.requests[-1])
    answering(kept, "user_token_refresh", {"code": 1, "message": "server error"})
    await keep(kept, HOUR)
    assert methods(kept).count("user_token_refresh") == 1
    await positions(kept)
    assert (kept.connection.state.state, token_of(kept.engine.requests[-1])) == ("READY", old)
    answering(kept, "user_token_refresh", {"code": 1, "message": "server error"})
    await keep(kept, HOUR + 120)
    assert methods(kept).count("user_token_refresh") == 3


async def test_a_token_without_a_file_is_not_exchanged_in_time(house):
    """Its successor would be lost with the process: it is used until Tiger refuses it."""
    await keep(house, 24 * HOUR)
    assert house.connection.state.ready
    assert "user_token_refresh" not in methods(house)


async def test_a_read_of_before_the_exchange_says_nothing_of_the_new_token(kept):
    """Refused with the old token after the new one came: asked again with it, no second exchange."""
    state = await open_(kept)
    epoch, old = state.epoch, token_of(kept.engine.requests[-1])
    gate = asyncio.Event()

    async def before(request):
        if b'"positions"' in request.body and token_of(request) == old:
            await gate.wait()
            return WireResponse(200, {}, json.dumps(TOKEN_REFUSED).encode())
        return None

    kept.engine.before = before
    reading = asyncio.create_task(positions(kept))
    await keep(kept, 61)
    gate.set()
    assert await reading == {"items": []}
    assert methods(kept).count("user_token_refresh") == 1
    assert (state.epoch, state.state) == (epoch, "READY")


async def test_an_exchange_outlives_the_caller_that_began_it(kept, tmp_path, patiently):
    """The caller goes away while Tiger answers: the new token is kept, and asked for once."""
    await open_(kept)
    gate = asyncio.Event()

    async def before(request):
        if b"user_token_refresh" in request.body:
            await gate.wait()

    kept.engine.before = before
    first = asyncio.create_task(kept.connection.module.renew(soon()))
    await patiently(lambda: "user_token_refresh" in methods(kept))
    first.cancel()
    await asyncio.gather(first, return_exceptions=True)
    second = asyncio.create_task(kept.connection.module.renew(soon()))
    await asyncio.sleep(1)
    gate.set()
    await second
    assert methods(kept).count("user_token_refresh") == 1
    stored = (tmp_path / "token.properties").read_text()
    assert stored == f"token={token_of(kept.engine.requests[-1])}\n"


async def test_a_missing_token_of_a_licence_that_wants_one_needs_a_person(make_house):
    """TBHK without a token: NEEDS_HUMAN, nothing is asked."""
    house = make_house(broker="tiger", token=None)
    with pytest.raises(NotSent, match="token_file"):
        await open_(house)
    assert house.connection.state.state == "NEEDS_HUMAN"
    assert not house.engine.requests
    await house.connection.session.aclose()


@pytest.mark.parametrize(("licence", "asked"), [(None, 1), ("TBNZ", 0)])
async def test_the_licence_is_asked_for_where_it_is_not_configured(make_house, licence, asked):
    """Without a token the licence decides whether one is wanted; a licence without one sends no header."""
    house = make_house(broker="tiger", token=None, license=licence)
    answering(house, "user_license", {"code": 0, "data": {"license": "TBNZ"}})
    with pytest.raises(GatewayError):
        await open_(house)  # the simulated licence is TBHK: it wants its token in the end
    assert methods(house).count("user_license") == asked
    assert [token_of(r) for r in house.engine.requests if b'"accounts"' in r.body] == [""]
    await house.connection.session.aclose()


async def test_refresh_on_request_exchanges_the_token_and_proves_anew(house):
    """renew: one exchange, a new epoch, READY; one that fails leaves the token that works."""
    state = await open_(house)
    epoch = state.epoch
    await house.connection.module.renew(soon())
    assert (state.state, state.epoch) == ("READY", epoch + 1)
    assert methods(house).count("user_token_refresh") == 1
    answering(house, "user_token_refresh", {"code": 1, "message": "server error"})
    await house.connection.module.renew(soon())
    assert (state.state, state.epoch) == ("READY", epoch + 2)


async def test_a_session_closed_on_request_stays_closed(house):
    """Neither a read nor the keeper brings it back; refresh_session does."""
    await open_(house)
    await house.connection.module.close(soon())
    asked = len(house.engine.requests)
    with pytest.raises(NotSent, match="refresh_session"):
        await positions(house)
    await keep(house, 600)
    assert len(house.engine.requests) == asked
    assert house.connection.state.state == "LOGGED_OUT"
    await house.connection.module.renew(soon())
    assert house.connection.state.ready


async def test_an_unreachable_gateway_ends_the_proof(house):
    """No connection: the read fails, the environment is unproven, the next read proves it anew."""
    state = await open_(house)
    epoch = state.epoch
    answering(house, "positions", Unsent("connect", "refused"))
    with pytest.raises(UpstreamFailure) as told:
        await positions(house)
    assert told.value.code == "upstream_unavailable"
    assert (state.state, state.epoch) == ("DEGRADED", epoch + 1)
    assert {facts.environment for facts in state.accounts.values()} == {None}
    assert await positions(house) == {"items": []}
    assert state.accounts[PAPER].environment == "paper"


async def test_sessions_are_brought_up_one_at_a_time(house):
    """Ten reads before the first proof: one proof."""
    await asyncio.gather(*(positions(house) for _ in range(10)))
    assert methods(house).count("accounts") == 1


async def test_who_cannot_wait_for_the_session_is_told_so(house):
    """A proof that hangs holds nobody longer than the own deadline."""
    gate = asyncio.Event()

    async def before(request):
        await gate.wait()

    house.engine.before = before
    first = asyncio.create_task(house.connection.module.open(soon(300)))
    await asyncio.sleep(0)
    with pytest.raises(NotSent) as told:
        await house.connection.module.open(soon(5))
    assert told.value.code == "session_not_ready"
    gate.set()
    await first


async def test_an_open_that_is_broken_off_leaves_no_session_half_up(house, patiently):
    """Cancelled while proving: DEGRADED, and the next one proves."""
    gate = asyncio.Event()

    async def before(request):
        await gate.wait()

    house.engine.before = before
    opening = asyncio.create_task(house.connection.module.open(soon()))
    await patiently(lambda: house.engine.requests)
    opening.cancel()
    await asyncio.gather(opening, return_exceptions=True)
    assert house.connection.state.state == "DEGRADED"
    gate.set()
    assert (await open_(house)).ready


async def test_the_quotes_are_taken_with_the_session_where_that_is_wanted(make_house):
    """Once at the start with grab_quotes, never without it."""
    for wanted, taken in ((True, 1), (False, 0)):
        house = make_house(broker="tiger", grab_quotes=wanted)
        await open_(house)
        await positions(house)
        assert methods(house).count("grab_quote_permission") == taken
        await house.connection.session.aclose()


async def test_quotes_that_another_device_took_are_taken_back_by_the_keeper_alone(house):
    """A refused read says not_entitled and takes nothing; the keeper's next round does, once."""
    await open_(house)
    await session(house, "steal")
    taken = methods(house).count("grab_quote_permission")
    for _ in range(2):
        with pytest.raises(NotSent) as told:
            await quote(house)
        assert told.value.code == "not_entitled"
    assert methods(house).count("grab_quote_permission") == taken
    await keep(house, 300)
    assert methods(house).count("grab_quote_permission") == taken + 1
    assert (await quote(house))[0]["symbol"] == "AAPL"


async def test_a_refused_permission_is_no_reason_to_be_without_a_session(house):
    """Accounts and orders work without quotes."""
    answering(house, "grab_quote_permission", NO_PERMISSION)
    assert (await open_(house)).ready


async def quote(house):
    """Read a quote as a handler's call arrives."""
    body = {"symbols": ["AAPL"]}
    return await house.connection.session.perform("quote_real_time", {}, body, deadline=soon())


async def test_a_key_that_tiger_does_not_know_needs_a_person(house):
    """A refused signature is no broken read: NEEDS_HUMAN, and the keys are named."""
    refused = {"code": 1000, "message": "common param error(failed to verify signature …)"}
    answering(house, "accounts", refused)
    with pytest.raises(NotSent, match="private key"):
        await open_(house)
    assert house.connection.state.state == "NEEDS_HUMAN"


async def test_orders_at_one_moment_get_numbers_of_their_own(house):
    """Drawing a number is a read, and equal ones: joined, ten orders would be one."""
    await house("GET", "/v1/accounts")
    placed = await asyncio.gather(*(house.place(f"c-{n}") for n in range(10)))
    assert {answer.status for answer in placed} == {201}
    assert len(await house.broker_orders()) == 10
    assert len({answer.json()["broker_order_id"] for answer in placed}) == 10
