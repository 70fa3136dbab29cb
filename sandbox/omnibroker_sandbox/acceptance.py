"""What the exchange checks before it takes an order, and when that order ends by itself."""

from decimal import Decimal

from omnibroker_sandbox.instruments import Instrument, last_second
from omnibroker_sandbox.market import Market
from omnibroker_sandbox.orders import (
    LIMITS,
    NEVER,
    TIMES_IN_FORCE,
    OrderRefused,
    OrderType,
    State,
    Terms,
)
from omnibroker_sandbox.sessions import next_close, next_open

AUCTION_MS = 5_000


def check_terms(instrument: Instrument, terms: Terms, now_ms: int) -> None:
    """Refuse terms that the exchange cannot work, saying which and why."""
    if terms.side not in {"BUY", "SELL"}:
        raise OrderRefused("side", f"Side {terms.side!r} is neither BUY nor SELL.")
    if terms.tif not in TIMES_IN_FORCE:
        raise OrderRefused("tif", f"Time in force {terms.tif!r} is not supported.")
    if (terms.tif == "GTD") != (terms.expires_ms is not None):
        raise OrderRefused("expiry", "GTD needs an expiry, and only GTD has one.")
    if terms.expires_ms is not None and terms.expires_ms <= now_ms:
        raise OrderRefused("expiry", "The order would expire before it starts.")
    check_quantity(instrument, terms.quantity)
    check_prices(instrument, terms)
    _check_life(instrument, now_ms)


def check_quantity(instrument: Instrument, quantity: Decimal) -> None:
    """Refuse a quantity that is not a positive multiple of the size step."""
    if quantity <= 0:
        raise OrderRefused("quantity", "The quantity must be greater than zero.")
    if quantity % instrument.size_step:
        step = instrument.size_step
        raise OrderRefused("lot", f"The quantity {quantity} is not a multiple of {step}.")


def check_prices(instrument: Instrument, terms: Terms) -> None:
    """Refuse missing prices and prices off the tick table."""
    needed = {"limit": terms.type in LIMITS, "stop": terms.type in _STOPPED}
    given = {"limit": terms.limit_price, "stop": terms.stop_price}
    for name, price in given.items():
        if needed[name] and price is None:
            raise OrderRefused("price", f"A {terms.type} order needs a {name} price.")
        if price is not None and (price <= 0 or not instrument.on_tick(price)):
            tick = instrument.tick_at(price)
            raise OrderRefused("tick", f"The {name} price {price} is not on the tick size {tick}.")
    trailing = terms.type is OrderType.TRAILING_STOP
    if trailing and (terms.trail_amount is None) == (terms.trail_percent is None):
        raise OrderRefused("price", "A trailing stop needs an amount or a percentage, not both.")


_STOPPED = frozenset({OrderType.STOP, OrderType.STOP_LIMIT})


def _check_life(instrument: Instrument, now_ms: int) -> None:
    ends = last_second(instrument)
    if ends is not None and ends * 1000 <= now_ms:
        raise OrderRefused("expired", f"{instrument.key} has expired.")


def end_of_life(instrument: Instrument, terms: Terms, now_ms: int) -> int:
    """Return when the order expires by itself, in milliseconds since 1970."""
    ends = last_second(instrument)
    own = _end_of_time_in_force(instrument, terms, now_ms)
    return own if ends is None else min(own, ends * 1000)


def _end_of_time_in_force(instrument: Instrument, terms: Terms, now_ms: int) -> int:
    if terms.tif == "IOC":
        return now_ms + 1
    if terms.tif == "GTC":
        return NEVER
    if terms.expires_ms is not None:
        return terms.expires_ms
    if terms.tif == "OPG":
        return next_open(instrument.venue, now_ms // 1000) * 1000 + AUCTION_MS
    return next_close(instrument.venue, now_ms // 1000, extended=terms.extended) * 1000


def first_state(terms: Terms) -> State:
    """Return where an accepted order starts."""
    if terms.parent_id is not None:
        return State.HELD
    if terms.type in {*_STOPPED, OrderType.TRAILING_STOP}:
        return State.UNTRIGGERED
    return State.WORKING


def first_trigger(
    market: Market, instrument: Instrument, terms: Terms, second: int
) -> Decimal | None:
    """Return the price at which a stop first triggers; a trailing one starts from the last price."""
    if terms.type is not OrderType.TRAILING_STOP:
        return terms.stop_price
    if terms.stop_price is not None:
        return terms.stop_price
    last = market.last(instrument, second)
    distance = terms.trail_amount or last * (terms.trail_percent or Decimal(0)) / 100
    return last + distance if terms.side == "BUY" else last - distance
