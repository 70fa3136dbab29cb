"""What an order is to limits: asked of the broker only where a limit needs it, and never guessed."""

from datetime import UTC, datetime
from decimal import Decimal

import pytest

from omnibroker.dispatch.context import Source
from omnibroker.dispatch.intents import Intents
from omnibroker.kit.errors import NotSent
from omnibroker.limits.gate import Limits
from omnibroker.limits.settings import KeyLimits
from omnibroker.security import Principal
from omnibroker.storage.store import Store
from omnibroker.upstream.operations import TRADE
from omnibroker.upstream.wire import Lost, WireResponse
from omnibroker_sandbox.catalogue import option_expiries

VIRTUAL_TIME = True
SCOPES = frozenset({"account:read", "trade:paper"})
SHARE = {"ibkr": "AAPL.US", "tiger": "AAPL.US", "futu": "AAPL.US", "tradelocker": "CFD:EURUSD"}
UNITS = {"ibkr": 1, "tiger": 1, "futu": 1, "tradelocker": 100_000}


class Bench:
    """The intents of one gateway over a simulated broker, for one key."""

    def __init__(self, house, of_key=None, of_account=None):
        self.house = house
        account = {house.account: KeyLimits.from_pairs(of_account)} if of_account else {}
        limits = KeyLimits.from_pairs(of_key) if of_key else None
        self.principal = Principal("k2", SCOPES, frozenset({"*"}), limits, first_key_id="k1")
        self.context = house.gateway._desk._context
        self.intents = Intents(self.context, Limits(Store.open(None), account))

    async def source(self) -> Source:
        """Return the account, its session up."""
        deadline = self.context.deadline()
        return await self.context.source(self.principal, self.house.account, deadline)

    async def of_order(self, body):
        """Return an order's intent, and what was asked of the broker for it."""
        source = await self.source()
        before = len(self.house.engine.requests)
        intent = await self.intents.of_order(source, self.principal, body)
        return intent, [request.target for request in self.house.engine.requests[before:]]

    async def of_change(self, document, patch):
        """Return a change's intent."""
        source = await self.source()
        return await self.intents.of_change(source, self.principal, document, patch)


@pytest.fixture
async def bench(make_house):
    """Build a bench: `bench(broker="ibkr", of_key={…}, of_account={…})`."""
    made = []

    def build(broker="ibkr", **limits):
        made.append(make_house(broker=broker, ready=True))
        return Bench(made[-1], **limits)

    yield build
    for house in made:
        await house.connection.session.aclose()


async def quote_of(house, instrument="AAPL.US"):
    """Return the quote that a caller would see."""
    answer = await house("GET", "/v1/quotes", query=f"instrument={instrument}".encode())
    assert answer.status == 200, answer.body
    return answer.json()["items"][0]


async def test_without_limits_nothing_is_asked(bench, make_order):
    """An order of an unlimited key costs the broker nothing, and is counted under the key's first id."""
    plain = bench()
    intent, asked = await plain.of_order(make_order(quantity="2.50"))
    assert asked == []
    assert (intent.key_id, intent.account_id, intent.broker) == ("k1", plain.house.account, "ibkr")
    assert (intent.instrument, intent.market, intent.operation) == ("AAPL.US", "US", "place_order")
    assert intent.added_quantity == intent.terms.quantity == Decimal("2.5")
    assert (intent.value, intent.added_value, intent.market_price) == (None, None, None)
    assert intent.is_new


@pytest.mark.parametrize(
    "pairs",
    [
        {"max_quantity": "1"},
        {"daily_count": "1"},
        {"orders_per_minute": "1"},
        {"markets": "US"},
        {"instruments": "AAPL.US"},
        {"hours": "00:00-24:00 UTC"},
    ],
)
async def test_limits_that_the_order_itself_answers_ask_nothing(bench, make_order, pairs):
    """Quantities, counts, lists and windows need no broker."""
    _, asked = await bench(of_key=pairs).of_order(make_order())
    assert asked == []


@pytest.mark.parametrize("whose", ["of_key", "of_account"])
@pytest.mark.parametrize("broker", sorted(SHARE))
async def test_a_purchase_with_a_limit_is_worth_quantity_times_limit(
    bench, make_order, broker, whose
):
    """At every broker, without a price of the market, in the instrument's own currency."""
    limited = bench(broker, **{whose: {"max_value": "1 USD"}})
    order = make_order(
        instrument=SHARE[broker], quantity="3", limit_price="1.05", position_effect="OPEN"
    )
    intent, asked = await limited.of_order(order)
    assert asked
    assert (intent.value, intent.currency) == (Decimal("3.15") * UNITS[broker], "USD")
    assert intent.added_value == intent.value
    assert intent.market_price is None


async def test_a_sale_is_worth_what_the_market_pays(bench, make_order):
    """A limit of a cent hides nothing; it is the bid in real time that counts."""
    limited = bench(of_key={"daily_value": "1 USD"})
    quote = await quote_of(limited.house)
    intent, _ = await limited.of_order(make_order(side="SELL", quantity="10", limit_price="0.01"))
    highest = max(Decimal(quote[name]) for name in ("bid", "ask", "last"))
    assert intent.market_price.touch == Decimal(quote["bid"])
    assert intent.value == 10 * highest


async def test_an_option_is_worth_a_hundred_times_its_price(bench, make_order):
    """The multiplier is the broker's."""
    limited = bench(of_key={"max_value": "1 USD"})
    expiry = option_expiries(datetime.now(UTC).date())[1]
    key = f"OPT:AAPL.US:{expiry:%Y%m%d}:C:200"
    intent, _ = await limited.of_order(
        make_order(instrument=key, quantity="2", limit_price="1.5", quantity_unit="CONTRACT")
    )
    assert intent.value == 300
    assert intent.market == "US"


async def test_an_amount_is_its_own_value(bench, make_order):
    """An order for money needs neither facts nor a price."""
    limited = bench(of_key={"max_value": "1 USD"})
    order = make_order(
        type="MARKET",
        limit_price=None,
        quantity=None,
        notional={"amount": "250.5", "currency": "USD"},
    )
    intent, asked = await limited.of_order(order)
    assert asked == []
    assert (intent.value, intent.currency) == (Decimal("250.5"), "USD")


async def test_a_collar_asks_for_the_market_where_the_order_names_a_price(bench, make_order):
    """The ask for a purchase; a market order names none and asks nothing."""
    limited = bench(of_key={"collar": "0.1"})
    quote = await quote_of(limited.house)
    intent, asked = await limited.of_order(make_order())
    assert asked
    assert intent.market_price.touch == Decimal(quote["ask"])
    assert intent.value is None
    _, asked = await limited.of_order(make_order(type="MARKET", limit_price=None))
    assert asked == []


@pytest.mark.parametrize("broker", ["ibkr", "tiger", "futu", "tradelocker"])
async def test_a_native_key_is_the_canonical_one_to_every_limit(bench, make_order, broker):
    """An allow-list or a duplicate window cannot be walked around by another name of the instrument."""
    limited = bench(broker, of_key={"instruments": "*.US", "duplicate_window_seconds": "60"})
    answer = await limited.house("GET", f"/v1/instruments/{SHARE[broker]}")
    native = f"{broker}@{answer.json()['items'][0]['broker_instrument_id']}"
    plain, _ = await limited.of_order(make_order(instrument=SHARE[broker]))
    named, _ = await limited.of_order(make_order(instrument=native))
    assert named.instrument == SHARE[broker]
    assert (named.digest, named.market) == (plain.digest, plain.market)


@pytest.mark.parametrize("whose", ["of_key", "of_account"])
async def test_no_second_spelling_passes_the_duplicate_window(bench, make_order, whose):
    """A future by month, by day and by contract id is one contract: the broker's id decides, not the text."""
    limited = bench(**{whose: {"duplicate_window_seconds": "60"}})
    order = make_order(instrument="FUT:ES.CME:202612", quantity_unit="CONTRACT")
    first, asked = await limited.of_order(order)
    assert asked
    answer = await limited.house("GET", "/v1/instruments/FUT:ES.CME:202612")
    (row,) = answer.json()["items"]
    day = row["last_trading_date"].replace("-", "")
    for other in (f"ibkr@{row['broker_instrument_id']}", f"FUT:ES.CME:{day}"):
        again, _ = await limited.of_order(order | {"instrument": other})
        assert (other, again.digest) == (other, first.digest)
    share, _ = await limited.of_order(make_order())
    assert share.digest != first.digest


async def test_a_change_is_no_duplicate_and_asks_nothing_for_the_window(bench, make_order):
    """Only new orders are held against it."""
    limited = bench(of_key={"duplicate_window_seconds": "60"})
    await limited.source()
    before = len(limited.house.engine.requests)
    change = await limited.of_change(make_order(quantity="5"), {"quantity": "6"})
    assert (change.digest, len(limited.house.engine.requests)) == ("", before)


@pytest.mark.parametrize("pairs", [{"max_value": "1 HKD"}, {"duplicate_window_seconds": "60"}])
async def test_a_refused_look_up_is_no_rejected_order(bench, make_order, pairs):
    """Nothing was sent, so that nothing was rejected: the same code as without the limit."""
    limited = bench("futu", of_key=pairs)
    await limited.source()

    async def refusing(request):
        if "static" not in request.target:
            return None
        body = b'{"ret_type": -1, "ret_msg": "under maintenance", "err_code": 1}'
        return WireResponse(200, {"content-type": "application/json"}, body)

    limited.house.engine.before = refusing
    with pytest.raises(NotSent) as told:
        await limited.of_order(make_order(instrument="00700.HK", quantity="100"))
    assert told.value.code == "value_not_supported"
    assert "Nothing was sent" in told.value.detail
    assert told.value.extra["broker_message"] == "under maintenance"


async def test_reads_for_an_order_go_ahead_of_others(bench, make_order, monkeypatch):
    """They have the priority of trades and the request's deadline."""
    limited = bench(of_key={"max_value": "1 USD", "collar": "0.1"})
    seen, view = [], limited.context.view

    def watched(source, gate=None):
        seen.append((source.priority, source.deadline))
        return view(source, gate)

    source = await limited.source()
    monkeypatch.setattr(limited.context, "view", watched)
    await limited.intents.of_order(source, limited.principal, make_order())
    assert seen == [(TRADE, source.deadline)] * 2


@pytest.mark.parametrize(
    ("broker", "pairs", "order"),
    [
        ("tradelocker", {"collar": "0.1"}, {"instrument": "CFD:EURUSD"}),
        ("tradelocker", {"max_value": "1 USD"}, {"instrument": "CFD:EURUSD", "side": "SELL"}),
    ],
)
async def test_a_price_of_unknown_age_is_no_price(bench, make_order, broker, pairs, order):
    """TradeLocker does not say how fresh its prices are: limits that need one refuse."""
    with pytest.raises(NotSent) as told:
        await bench(broker, of_key=pairs).of_order(make_order(**order))
    assert told.value.code == "limit_unproven"


async def test_a_delayed_price_is_no_price(bench, make_order):
    """IBKR has it without a subscription; the order is refused."""
    limited = bench(of_key={"collar": "0.1"})
    await limited.source()

    async def delayed(request):
        if "/snapshot" not in request.target:
            return None
        limited.house.engine.before = None
        answer = await limited.house.engine.send(request)
        limited.house.engine.before = delayed
        body = answer.body.replace(b'"RpB"', b'"DPB"')
        return type(answer)(answer.status, answer.headers, body)

    limited.house.engine.before = delayed
    with pytest.raises(NotSent) as told:
        await limited.of_order(make_order())
    assert told.value.code == "limit_unproven"


async def test_a_broker_that_does_not_answer_refuses_the_order(bench, make_order):
    """What a limit needs is not there: 503 and nothing sent, never let through."""
    limited = bench(of_key={"max_value": "1 USD"})
    await limited.source()

    async def silent(_request):
        raise Lost("timeout", "no answer")

    limited.house.engine.before = silent
    with pytest.raises(NotSent) as told:
        await limited.of_order(make_order(instrument="MSFT.US"))
    assert told.value.code == "upstream_timeout"
    assert "Nothing was sent" in told.value.detail


async def test_a_change_is_the_whole_order_and_adds_its_growth(bench, make_order):
    """The new total, price included, less the old; a reduction adds nothing."""
    limited = bench(of_key={"max_value": "1 USD"})
    document = make_order(quantity="10", limit_price="100")
    more = await limited.of_change(document, {"quantity": "12", "limit_price": "110"})
    assert (more.added_quantity, more.value, more.added_value) == (2, 1320, 320)
    assert (more.operation, more.is_new) == ("modify_order", False)
    less = await limited.of_change(document, {"quantity": "8"})
    assert (less.added_quantity, less.value, less.added_value) == (0, 800, 0)


async def test_of_an_order_placed_elsewhere_all_is_new_where_nobody_knows_more(bench, make_order):
    """Without its old quantity or price, the whole change is growth."""
    limited = bench(of_key={"max_value": "1 USD"})
    document = make_order(quantity=None, limit_price="100")
    change = await limited.of_change(document, {"quantity": "3"})
    assert (change.added_quantity, change.value, change.added_value) == (3, 300, 300)


async def test_an_order_is_cleared_by_its_key_and_its_account(bench, make_order):
    """The clearance counts the order under both limits; without a key there is none."""
    limited = bench(of_key={"daily_count": "1"}, of_account={"max_quantity": "5"})
    source = await limited.source()
    large = await limited.intents.clear_order(source, limited.principal, make_order(quantity="6"))
    assert _code_of(large.reserve) == "limit_exceeded"
    first = await limited.intents.clear_order(source, limited.principal, make_order(quantity="5"))
    assert first.reserve().quantity == 5
    assert _code_of(first.reserve) == "limit_exceeded"
    change = await limited.intents.clear_change(
        source, limited.principal, make_order(quantity="5"), {"quantity": "6"}
    )
    assert _code_of(change.reserve) == "limit_exceeded"
    with pytest.raises(NotSent) as told:
        await limited.intents.clear_order(source, None, make_order())
    assert told.value.code == "forbidden"


async def test_a_yes_is_held_by_a_halt_alone(bench):
    """Its order was counted when it was placed; a halt that came meanwhile stops it, twice asked."""
    limited = bench(of_key={"daily_count": "1"})
    answer = limited.intents.clear_answer(await limited.source())
    assert [answer.reserve() for _ in range(3)] == [None] * 3
    await answer.limits.halts.halt(f"account:{limited.house.account}", "k9", "x")
    assert _code_of(answer.reserve) == "trading_halted"
    assert _code_of(answer.refuse_halted) == "trading_halted"


def _code_of(action):
    """Return the code with which an action is refused, or None."""
    try:
        action()
    except NotSent as error:
        return error.code
    return None
