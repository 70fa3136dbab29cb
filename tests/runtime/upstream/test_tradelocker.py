"""TradeLocker's session over the simulated server: log-in, proof, tokens that end, logins that are lost."""

import asyncio
import json

import msgspec
import pytest

from omnibroker.config import PublicSecret
from omnibroker.kit.errors import GatewayError, NotSent
from omnibroker.upstream.operations import Limit
from omnibroker.upstream.state import AccountFacts
from omnibroker.upstream.tradelocker.login import Login
from omnibroker.upstream.wire import Lost, WireResponse

VIRTUAL_TIME = True
TOKEN, REFRESH, LISTED, ACCOUNTS = (
    "/jwt/token",
    "/jwt/refresh",
    "/jwt/all-accounts",
    "/trade/accounts",
)
FIRST, SECOND = "800101", "800202"
HOUR = 3600


@pytest.fixture
async def house(make_house):
    made = make_house(broker="tradelocker")
    yield made
    await made.connection.session.aclose()


def soon(seconds=60):
    return asyncio.get_running_loop().time() + seconds


async def positions(house, account=FIRST):
    """Read an account's positions as a handler does."""
    connection = house.connection
    return await connection.session.perform(
        "get_positions",
        {"accountId": account},
        deadline=soon(),
        account=connection.account(account),
    )


async def pass_time(house, seconds):
    """Let the gateway's and the broker's clock go on."""
    await house.control("POST", "clock", {"advance_seconds": seconds})
    await asyncio.sleep(seconds)


async def session(house, action):
    await house.control("POST", "session", {"action": action})


def sent(house, end):
    """The requests whose path ends so."""
    return [r for r in house.engine.requests if r.target.partition("?")[0].endswith(end)]


def bodies(house, end):
    return [json.loads(request.body) for request in sent(house, end)]


def answering(house, end, *answers):
    """Let the engine answer these for requests whose path ends so; None passes on to the simulator."""
    waiting = list(answers)

    async def before(request):
        if request.target.partition("?")[0].endswith(end) and waiting:
            answer = waiting.pop(0)
            if isinstance(answer, Exception):
                raise answer
            if answer is not None:
                status, body = answer
                content = body if isinstance(body, bytes) else json.dumps(body).encode()
                return WireResponse(status, {}, content)
        return None

    house.engine.before = before


async def refused(house):
    """Bring the session up in vain; return the error."""
    with pytest.raises(NotSent) as told:
        await house.connection.ready(soon())
    assert told.value.code == "session_not_ready"
    assert not house.connection.state.ready
    return told.value


async def test_the_log_in_proves_each_account(house):
    """One log-in, then every account with its number, currency and environment."""
    assert house.connection.module.market_account() == ""
    await house.connection.ready(soon())
    state = house.connection.state
    assert bodies(house, TOKEN) == [
        {"email": "trader@example.com", "password": "sandbox", "server": "SANDBOX"}
    ]
    assert (state.state, state.environment, state.detail) == ("READY", "paper", None)
    assert state.accounts == {
        FIRST: AccountFacts("paper", "USD", {"accNum": "1"}),
        SECOND: AccountFacts("paper", "EUR", {"accNum": "4"}),
    }
    assert house.connection.module.market_account() == FIRST
    assert state.last_keep_alive_at is not None


async def test_only_the_accounts_of_the_configuration_are_used(make_house):
    """The market is read on behalf of a configured account, and the others are not asked about."""
    house = make_house(broker="tradelocker", accounts=(SECOND,))
    await house.connection.ready(soon())
    assert tuple(house.connection.state.accounts) == (SECOND,)
    assert house.connection.module.market_account() == SECOND
    assert len(sent(house, ACCOUNTS)) == 1
    await house.connection.session.aclose()


async def test_a_login_without_a_configured_account_needs_a_person(make_house):
    """Nothing can be called without an account's number."""
    house = make_house(broker="tradelocker", accounts=("1",))
    error = await refused(house)
    assert "configuration" in error.detail
    assert house.connection.state.state == "NEEDS_HUMAN"
    await house.connection.session.aclose()


async def test_what_goes_out_names_the_account_by_its_number(house):
    """Bearer and accNum on trading calls; the log-in carries neither, the list of accounts no number."""
    await house.connection.ready(soon())
    await positions(house, SECOND)
    (request,) = sent(house, f"/{SECOND}/positions")
    headers = dict(request.headers)
    assert headers[b"accnum"] == b"4"
    assert headers[b"authorization"].startswith(b"Bearer eyJ")
    assert b"developer-api-key" not in headers
    (listed,), (login,) = sent(house, LISTED), sent(house, TOKEN)
    assert b"accnum" not in dict(listed.headers)
    assert not {b"accnum", b"authorization"} & dict(login.headers).keys()


async def test_a_developer_key_goes_with_every_call(make_house):
    """Where one is configured, the log-in has it too."""
    key = PublicSecret(value="tl-key-of-a-developer")
    house = make_house(broker="tradelocker", developer_api_key=key)
    await house.connection.ready(soon())
    keys = {dict(request.headers)[b"developer-api-key"] for request in house.engine.requests}
    assert keys == {b"tl-key-of-a-developer"}
    await house.connection.session.aclose()


async def test_a_call_of_the_market_goes_out_for_the_market_account(house):
    """A call that names no account has the number of the first proven one."""
    await house.connection.ready(soon())
    with pytest.raises(GatewayError):
        await house.connection.session.perform(
            "get_quotes", {"tradableInstrumentId": "1", "routeId": "1"}, deadline=soon()
        )
    (request,) = sent(house, "/quotes")
    assert dict(request.headers)[b"accnum"] == b"1"


async def test_an_account_without_a_number_sends_nothing(house):
    """A number is never another account's: without one the call is refused here."""
    await house.connection.ready(soon())
    stranger = house.connection.account_of("800303")
    with pytest.raises(NotSent) as told:
        await house.connection.session.perform(
            "get_positions", {"accountId": "800303"}, deadline=soon(), account=stranger
        )
    assert told.value.code == "unknown_account"
    assert not sent(house, "/800303/positions")


async def test_the_brokers_own_limits_replace_the_declared_ones(house):
    """What config names counts from then on, once; a limit that did not change keeps its memory."""
    taken = []
    session = house.connection.session
    session.limit = lambda *limit: taken.append(limit)
    rows = [
        {"rateLimitType": "QUOTES", "measure": "MINUTES", "intervalNum": 2, "limit": 7},
        {"rateLimitType": "TRADES", "measure": "SECONDS", "intervalNum": 1, "limit": 5},
    ]
    config = {"s": "ok", "d": {"rateLimits": rows}}
    answering(house, "/trade/config", (200, config), (200, config))
    await house.connection.ready(soon())
    await house.connection.module.renew(soon())
    assert taken == [("get_quotes", (Limit(7, 120),))]


@pytest.mark.parametrize("answer", [(500, b""), (200, {"s": "error"}), (200, b"x")])
async def test_unknown_limits_do_not_keep_the_session_down(house, answer):
    """The declared limits stand where config cannot be read."""
    answering(house, "/trade/config", answer)
    await house.connection.ready(soon())
    assert house.connection.state.ready


async def test_tokens_are_replaced_before_they_end(house):
    """The keeper refreshes within the epoch: nothing is proven anew, the password is not sent again."""
    house.connection.start()
    await asyncio.sleep(1)
    epoch, before = house.connection.state.epoch, len(sent(house, LISTED))
    for _ in range(130):
        await pass_time(house, 60)
    assert len(sent(house, TOKEN)) == 1
    assert len(sent(house, REFRESH)) == 2
    assert (house.connection.state.epoch, len(sent(house, LISTED))) == (epoch, before)
    await house.connection.stop()


async def test_a_refresh_token_is_sent_once_and_the_new_pair_used(house):
    """Each refresh carries the token of the pair before, and what follows the new access token."""
    await house.connection.ready(soon())
    for _ in range(2):
        await pass_time(house, HOUR)
        await positions(house)
    tokens = [body["refreshToken"] for body in bodies(house, REFRESH)]
    bearers = [dict(r.headers)[b"authorization"] for r in sent(house, "/positions")]
    assert len(set(tokens)) == len(set(bearers)) == 2
    assert len(sent(house, TOKEN)) == 1


async def test_many_calls_with_ended_tokens_refresh_them_once(house):
    """Fifty reads after an hour of silence are one refresh."""
    await house.connection.ready(soon())
    await pass_time(house, HOUR)
    accounts = [FIRST, SECOND] * 25
    answers = await asyncio.gather(*(positions(house, account) for account in accounts))
    assert {answer["s"] for answer in answers} == {"ok"}
    assert (len(sent(house, TOKEN)), len(sent(house, REFRESH))) == (1, 1)


async def test_many_calls_bring_the_session_up_once(house):
    """Fifty who find the session down are one log-in."""
    await asyncio.gather(*(house.connection.ready(soon()) for _ in range(50)))
    assert (len(sent(house, TOKEN)), len(sent(house, LISTED))) == (1, 1)


async def test_a_lost_access_token_is_renewed_once_and_the_reads_asked_again(house):
    """Many reads that find the token dead are one refresh, one new epoch, one new proof."""
    await house.connection.ready(soon())
    epoch = house.connection.state.epoch
    await session(house, "expire")
    answers = await asyncio.gather(positions(house), positions(house, SECOND), positions(house))
    assert {answer["s"] for answer in answers} == {"ok"}
    assert house.connection.state.epoch == epoch + 1
    assert house.connection.state.environment == "paper"
    assert (len(sent(house, TOKEN)), len(sent(house, REFRESH))) == (1, 1)


async def test_a_lost_login_is_made_anew_by_the_password(house):
    """Where the refresh token is dead too, the password gets new ones."""
    await house.connection.ready(soon())
    await session(house, "logout")
    assert (await positions(house))["s"] == "ok"
    assert (len(sent(house, TOKEN)), len(sent(house, REFRESH))) == (2, 1)


async def test_a_refresh_token_that_died_of_age_gives_way_to_the_password(house):
    """After a week away both tokens are over: a new epoch by a new log-in."""
    await house.connection.ready(soon())
    epoch = house.connection.state.epoch
    await pass_time(house, 8 * 24 * HOUR)
    assert (await positions(house))["s"] == "ok"
    assert house.connection.state.epoch == epoch + 1
    assert len(sent(house, TOKEN)) == 2


async def test_a_lost_answer_to_a_refresh_costs_the_token_only(house):
    """Whether it was used up is not known: the next log-in takes the password."""
    await house.connection.ready(soon())
    await pass_time(house, HOUR)
    answering(house, REFRESH, Lost("reset", ""))
    with pytest.raises(GatewayError):
        await positions(house)
    await asyncio.sleep(10)
    assert (await positions(house))["s"] == "ok"
    assert (len(sent(house, TOKEN)), len(sent(house, REFRESH))) == (2, 1)


async def test_a_read_is_asked_again_only_once(house):
    """A broker that takes the log-in and refuses the token is no reason to go round in circles."""
    await house.connection.ready(soon())
    answering(house, "/positions", *[(401, {"s": "error"})] * 9)
    with pytest.raises(NotSent) as told:
        await positions(house)
    assert told.value.code == "session_not_ready"
    assert len(sent(house, "/positions")) == 2


async def test_a_wrong_password_is_sent_once(make_house):
    """The account must not be locked: until a person acts, nothing goes out any more."""
    house = make_house(broker="tradelocker", password=PublicSecret(value="stale-password"))
    for _ in range(3):
        error = await refused(house)
        assert error.extra["broker_code"] == "400"
        assert "password" in error.detail
        assert "stale-password" not in json.dumps(error.extra) + error.detail
    assert house.connection.state.state == "NEEDS_HUMAN"
    assert len(sent(house, TOKEN)) == 1
    with pytest.raises(NotSent):
        await house.connection.module.renew(soon())
    assert len(sent(house, TOKEN)) == 2
    await house.connection.session.aclose()


@pytest.mark.parametrize(
    ("answer", "seconds"),
    [((403, b"<html>"), 60), ((429, b"error code: 1015"), 60), ((503, b""), 5), ((200, b"x"), 5)],
)
async def test_a_log_in_that_fails_is_not_repeated_at_once(house, answer, seconds):
    """A block at the edge is no verdict on the password, and grows with every try."""
    answering(house, TOKEN, answer)
    await refused(house)
    assert house.connection.state.state == "DEGRADED"
    error = await refused(house)
    assert error.extra["retry_after_seconds"] == seconds
    assert len(sent(house, TOKEN)) == 1
    await asyncio.sleep(seconds)
    await house.connection.ready(soon())


async def test_a_refusal_that_repeats_the_password_does_not_show_it(make_house):
    """What the broker says of a log-in reaches the caller without what was sent."""
    house = make_house(broker="tradelocker", password=PublicSecret(value='pa"ss'))
    answering(house, TOKEN, (400, {"errmsg": 'wrong: pa"ss'}))
    error = await refused(house)
    assert error.extra["broker_message"] == "wrong: ***"
    await house.connection.session.aclose()


async def test_a_refused_read_that_repeats_the_token_does_not_show_it(house):
    """Nor is a token seen in what a read is refused with."""
    await house.connection.ready(soon())

    async def before(request):
        bearer = dict(request.headers)[b"authorization"].decode()
        body = {"s": "error", "errmsg": f"not yours: {bearer}"}
        return WireResponse(403, {}, json.dumps(body).encode())

    house.engine.before = before
    with pytest.raises(NotSent) as told:
        await positions(house)
    assert told.value.extra["broker_message"] == "not yours: Bearer ***"


@pytest.mark.parametrize(("password", "everywhere"), [("seven-7", False), ("eight-88", True)])
def test_a_password_that_might_be_a_word_is_sought_in_log_ins_only(house, password, everywhere):
    """Cut out of every refusal, a short one would spoil ids and numbers."""
    settings = house.connection.settings
    login = Login(msgspec.structs.replace(settings, password=PublicSecret(value=password)))
    assert (password in login.secrets) is everywhere
    assert password in login.all_secrets
