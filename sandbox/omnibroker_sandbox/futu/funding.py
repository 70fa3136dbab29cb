"""What orders tie up, and how much an account may still buy."""

from collections.abc import Callable
from decimal import ROUND_DOWN, ROUND_HALF_UP, ROUND_UP, Decimal

from omnibroker_sandbox.accounts import ZERO, initial_margin
from omnibroker_sandbox.fees import commission
from omnibroker_sandbox.futu.gateway import AccountEntry, Gateway
from omnibroker_sandbox.instruments import Instrument, Kind
from omnibroker_sandbox.orders import LIMITS, Order, OrderType, Terms

MARKET_RESERVE = Decimal("1.05")
"""Orders without a limit reserve more than the price times the quantity."""
STOCK_MARGIN = Decimal("0.5")
CENT = Decimal("0.01")


def reserve_price(gateway: Gateway, instrument: Instrument, terms: Terms) -> Decimal:
    """Return the price at which an order's money is reserved."""
    if terms.type in LIMITS and terms.limit_price:
        return terms.limit_price
    price = terms.stop_price or gateway.exchange.price(instrument)
    return price if terms.type is OrderType.STOP else price * MARKET_RESERVE


def required(
    gateway: Gateway,
    entry: AccountEntry,
    instrument: Instrument,
    quantity: Decimal,
    price: Decimal,
    *,
    in_full: bool = False,
) -> Decimal:
    """Return what a signed quantity ties up with its fee, in the account's currency.

    All of its worth in a cash account and where that is asked for, the initial margin elsewhere.
    """
    worth = abs(quantity) * price * instrument.multiplier
    full = in_full or entry.is_cash
    tied = worth if full else initial_margin(instrument, quantity, price)
    fee = commission(instrument, abs(quantity), worth)
    return (tied + fee) * gateway.exchange.rate(instrument.currency, entry.currency)


def opening(
    gateway: Gateway, entry: AccountEntry, instrument: Instrument, signed: Decimal
) -> Decimal:
    """Return the part of a signed quantity that does not just close what is held."""
    position = gateway.ledger(entry).positions.get(instrument.key)
    held = position.quantity if position else ZERO
    if held * signed >= 0:
        return signed
    return (abs(signed) - min(abs(held), abs(signed))).copy_sign(signed)


def frozen(gateway: Gateway, entry: AccountEntry, without: Order | None = None) -> Decimal:
    """Return what the open orders of an account tie up, in its currency."""
    total = ZERO
    for order in gateway.orders(entry):
        if order.is_final or order is without:
            continue
        signed = order.remaining if order.is_buy else -order.remaining
        price = reserve_price(gateway, order.instrument, order.terms)
        opened = opening(gateway, entry, order.instrument, signed)
        if opened:
            total += required(gateway, entry, order.instrument, opened, price)
    return total.quantize(CENT, ROUND_HALF_UP)


def free(gateway: Gateway, entry: AccountEntry, without: Order | None = None) -> Decimal:
    """Return what new orders may tie up: cash of a cash account, margin elsewhere."""
    worth = gateway.exchange.worth(entry.id)
    return (worth.cash if entry.is_cash else worth.available) - frozen(gateway, entry, without)


def cash_power(gateway: Gateway, entry: AccountEntry, without: Order | None = None) -> Decimal:
    """Return how much may be bought without borrowing."""
    cash = gateway.exchange.worth(entry.id).cash - frozen(gateway, entry, without)
    return max(cash, ZERO)


def power(gateway: Gateway, entry: AccountEntry) -> Decimal:
    """Return the most that may be bought, borrowed money included."""
    left = max(free(gateway, entry), ZERO)
    leveraged = not entry.is_cash and Kind.STOCK in entry.products
    return left / STOCK_MARGIN if leveraged else left


def most(cost: Callable[[Decimal], Decimal], instrument: Instrument, money: Decimal) -> Decimal:
    """Return the largest quantity in whole lots whose cost an amount covers."""
    one = instrument.size_step
    count = (money / cost(one)).quantize(Decimal(1), ROUND_UP) if money > 0 else ZERO
    while count > 0 and (over := cost(count * one) - money) > 0:
        count -= max((over / cost(one)).quantize(Decimal(1), ROUND_DOWN), Decimal(1))
    return max(count, ZERO) * one
