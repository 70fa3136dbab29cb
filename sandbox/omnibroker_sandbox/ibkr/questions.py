"""The questions IBKR asks before it takes an order, and the orders that wait for an answer."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any
from uuid import UUID, uuid5

from omnibroker_sandbox.exchange import Exchange
from omnibroker_sandbox.instruments import Instrument
from omnibroker_sandbox.orders import LIMITS, OrderType, Terms

NAMESPACE = UUID("6ba7b812-9dad-11d1-80b4-00c04fd430c8")
WITHOUT_MARKET_DATA = (
    "You are submitting an order without market data. We strongly recommend against this as it may "
    "result in erroneous and unexpected trades. Are you sure you want to submit this order?"
)
MARKET_ORDER_RISK = (
    "A Market Order is an instruction to trade your order at any available price. \n"
    "Are you sure you want to submit this order?"
)


@dataclass(frozen=True, slots=True)
class QuestionPolicy:
    """When a question comes up; None switches a rule off.

    A limit price through the market by more than `percentage` asks o163, by more than `tick_limit`
    ticks o382; more than `size_limit` units o383; more than `value_limit` in the account's base
    currency o451; a change that adds more than `size_change_limit` units o10138. `market_orders`
    (o10151) and `without_quote` (o354) are switches; `flaky` leaves every second question out.
    """

    percentage: Decimal | None = Decimal(3)
    tick_limit: int | None = None
    size_limit: Decimal | None = Decimal(5_000)
    value_limit: Decimal | None = Decimal(250_000)
    size_change_limit: Decimal | None = Decimal(5_000)
    market_orders: bool = False
    without_quote: bool = False
    flaky: bool = False


@dataclass(frozen=True, slots=True)
class Question:
    """One message with its id."""

    message_id: str
    message: str


@dataclass(frozen=True, slots=True)
class Context:
    """What the rules look at besides the order itself."""

    exchange: Exchange
    instrument: Instrument
    quoted: bool
    base_currency: str
    replaced_quantity: Decimal | None = None


@dataclass(slots=True)
class Pending:
    """An order request that waits for an answer; `request` is placed once nothing is left to ask."""

    reply_id: str
    request: Any
    questions: list[Question]
    superseded: bool = False


@dataclass(slots=True)
class PendingOrders:
    """The open questions of a session, and a counter that makes their ids repeatable."""

    waiting: dict[str, Pending] = field(default_factory=dict)
    count: int = 0

    def park(self, request: Any, questions: list[Question]) -> Pending:
        """Keep a request until its first question is answered."""
        self.count += 1
        pending = Pending(str(uuid5(NAMESPACE, f"reply {self.count}")), request, questions)
        self.waiting[pending.reply_id] = pending
        return pending

    def supersede(self) -> None:
        """Mark every open question as overtaken by another order of the session."""
        for pending in self.waiting.values():
            pending.superseded = True


def questions_for(policy: QuestionPolicy, context: Context, terms: Terms) -> Iterator[Question]:
    """Yield what has to be asked about an order, in a fixed order."""
    label = f"{terms.side} {terms.quantity} {context.instrument.symbol}"
    if policy.without_quote and not context.quoted:
        yield Question("o354", WITHOUT_MARKET_DATA)
    if policy.percentage is not None and _through_market(policy.percentage, context, terms):
        limit = f"the Percentage constraint of {policy.percentage}%"
        yield Question(
            "o163", f"{label}: price exceeds \n{limit}. Are you sure you want to submit?"
        )
    if policy.tick_limit is not None and _beyond_touch(context, terms) > policy.tick_limit:
        limit = f"the Tick Size Limit of {policy.tick_limit}"
        yield Question(
            "o382", f"{label}: price exceeds \n{limit}. Are you sure you want to submit?"
        )
    if policy.size_limit is not None and terms.quantity > policy.size_limit:
        limit = f"the Size Limit of {policy.size_limit}"
        yield Question("o383", f"{label}: size exceeds \n{limit}. Are you sure you want to submit?")
    if policy.value_limit is not None and _value(context, terms) > policy.value_limit:
        limit = f"the Total Value Limit of {policy.value_limit} {context.base_currency}"
        yield Question(
            "o451", f"{label}: value exceeds \n{limit}. Are you sure you want to submit?"
        )
    if _grows_too_much(policy, context, terms):
        limit = f"the size modification limit of {policy.size_change_limit}"
        yield Question("o10138", f"{label}: size modification exceeds \n{limit}. Are you sure?")
    if policy.market_orders and terms.type is OrderType.MARKET:
        yield Question("o10151", MARKET_ORDER_RISK)


def _through_market(percentage: Decimal, context: Context, terms: Terms) -> bool:
    if terms.limit_price is None or terms.type not in LIMITS:
        return False
    exchange = context.exchange
    bid, ask = exchange.market.touch(context.instrument, exchange.second)
    if terms.side == "BUY":
        return terms.limit_price > ask * (100 + percentage) / 100
    return terms.limit_price < bid * (100 - percentage) / 100


def _beyond_touch(context: Context, terms: Terms) -> Decimal:
    """Return by how many ticks a limit price lies through the market."""
    if terms.limit_price is None or terms.type not in LIMITS:
        return Decimal(0)
    exchange = context.exchange
    bid, ask = exchange.market.touch(context.instrument, exchange.second)
    distance = terms.limit_price - ask if terms.side == "BUY" else bid - terms.limit_price
    return distance / context.instrument.tick_at(ask)


def _value(context: Context, terms: Terms) -> Decimal:
    exchange = context.exchange
    price = terms.limit_price or terms.stop_price or exchange.price(context.instrument)
    rate = exchange.rate(context.instrument.currency, context.base_currency)
    return price * terms.quantity * context.instrument.multiplier * rate


def _grows_too_much(policy: QuestionPolicy, context: Context, terms: Terms) -> bool:
    if policy.size_change_limit is None or context.replaced_quantity is None:
        return False
    return terms.quantity - context.replaced_quantity > policy.size_change_limit


def without_every_second(questions: list[Question], count: int) -> list[Question]:
    """Leave questions out by the number asked before: the real gateway is not consistent either."""
    return [question for place, question in enumerate(questions, count) if place % 2 == 0]
