"""Reading an order: what Futu's rules refuse, and what the exchange gets."""

from dataclasses import dataclass
from decimal import ROUND_DOWN, Decimal
from typing import Any

from omnibroker_sandbox.futu import funding, refusals, symbols, wire
from omnibroker_sandbox.futu.gateway import AccountEntry, Gateway
from omnibroker_sandbox.futu.positions import sellable
from omnibroker_sandbox.futu.refusals import Refused, failure, require, unknown_security
from omnibroker_sandbox.instruments import Instrument, Kind
from omnibroker_sandbox.orders import LIMITS, Order, OrderType, Terms

BUY, SELL = 1, 2
SIDES = {BUY: "BUY", SELL: "SELL"}
LIMIT, MARKET, ABSOLUTE_LIMIT, AUCTION, AUCTION_LIMIT, SPECIAL_LIMIT = 1, 2, 5, 6, 7, 8
STOP, STOP_LIMIT, TRAILING_STOP = 10, 11, 14
ORDER_TYPES = {
    LIMIT: OrderType.LIMIT,
    MARKET: OrderType.MARKET,
    ABSOLUTE_LIMIT: OrderType.LIMIT,
    AUCTION: OrderType.MARKET_ON_CLOSE,
    AUCTION_LIMIT: OrderType.LIMIT_ON_CLOSE,
    SPECIAL_LIMIT: OrderType.LIMIT,
    STOP: OrderType.STOP,
    STOP_LIMIT: OrderType.STOP_LIMIT,
    TRAILING_STOP: OrderType.TRAILING_STOP,
}
HK_ONLY = frozenset({ABSOLUTE_LIMIT, AUCTION, AUCTION_LIMIT, SPECIAL_LIMIT})
STOPPED = frozenset({OrderType.STOP, OrderType.STOP_LIMIT})
DAY, GTC, IOC, GTD = 0, 1, 2, 3
TIMES_IN_FORCE = {DAY: "DAY", GTC: "GTC", GTD: "GTD"}
ETH, ALL_HOURS, OVERNIGHT = 2, 3, 4
RATIO, AMOUNT = 1, 2
SEC_MARKETS = {number: market for market, number in symbols.SEC_MARKETS.items()}
MOST_REMARK_BYTES = 64
MOST_US_SHARES, MOST_US_VALUE = Decimal(500_000), Decimal(5_000_000)


@dataclass(frozen=True, slots=True)
class Ticket:
    """A readable order: its terms, and the fields as they were asked for."""

    entry: AccountEntry
    instrument: Instrument
    terms: Terms
    asked: wire.Body

    @property
    def signed(self) -> Decimal:
        """Return the change of the position."""
        return self.terms.quantity if self.terms.side == "BUY" else -self.terms.quantity


def instrument_of(gateway: Gateway, entry: AccountEntry, body: wire.Body) -> Instrument:
    """Return the security of an order, which has to be of the header's market; a prefix of the code wins."""
    market, code = _place(body)
    found = symbols.find(gateway.exchange, market, code)
    if found is None:
        raise Refused(unknown_security(symbols.PREFIXES.get(market, str(market)), code))
    wanted = wire.whole(wire.child(body, "header"), "trd_market")
    fits = found.kind in entry.products and symbols.trd_market(found, entry.env) == wanted
    require(fits, failure("the account cannot trade this security (simulated)"))
    return found


def _place(body: wire.Body) -> tuple[int, str]:
    code = wire.word(body, "code")
    prefix, _, rest = code.partition(".")
    if prefix in symbols.MARKETS and rest:
        return symbols.MARKETS[prefix], rest
    market = wire.whole(wire.child(body, "header"), "trd_market") or 0
    # Futu's own client says HK of every future.
    futures = market in {symbols.FUTURES, symbols.FUTURES_SIMULATED_US}
    named = None if futures else SEC_MARKETS.get(wire.whole(body, "sec_market") or 0)
    return named or symbols.TRD_ZONES.get(market, 0), code


def read_ticket(
    gateway: Gateway,
    entry: AccountEntry,
    body: wire.Body,
    instrument: Instrument,
    order: Order | None = None,
) -> Ticket:
    """Read an order, or what a working one shall become, or refuse what it asks for."""
    side = SIDES.get(wire.whole(body, "trd_side") or 0)
    if side is None:
        raise Refused(failure("trd_side must be 1 (buy) or 2 (sell)"))
    remark = wire.word(body, "remark")
    long = f"remark must be at most {MOST_REMARK_BYTES} bytes (simulated)"
    require(len(remark.encode()) <= MOST_REMARK_BYTES, failure(long))
    terms = Terms(
        key=instrument.key,
        side=side,
        type=_order_type(instrument, body),
        quantity=_quantity(instrument, body),
        tif=_tif(instrument, body),
        expires_ms=_expiry(instrument, body),
        extended=_extended(instrument, entry, body),
        reference=remark,
        **_prices(instrument, body),
    )
    ticket = Ticket(entry, instrument, terms, body)
    _check_size(ticket)
    _check_holding(gateway, ticket, order)
    return ticket


def _order_type(instrument: Instrument, body: wire.Body) -> OrderType:
    kind = wire.whole(body, "order_type") or 0
    known = kind in ORDER_TYPES
    require(known, failure(f"order_type {kind} is not supported (simulated)"))
    foreign = kind in HK_ONLY and symbols.market_of(instrument) != symbols.HK
    require(not foreign, failure(f"order_type {kind} is for HK only (simulated)"))
    return ORDER_TYPES[kind]


def _quantity(instrument: Instrument, body: wire.Body) -> Decimal:
    quantity = wire.number(body, "qty") or Decimal(0)
    require(quantity > 0, failure("qty must be greater than zero (simulated)"))
    lot = instrument.size_step
    text = f"qty must be a multiple of the lot {lot} (simulated)"
    require(quantity % lot == 0, failure(text))
    return quantity


def _tif(instrument: Instrument, body: wire.Body) -> str:
    tif, kind = wire.whole(body, "time_in_force") or DAY, wire.whole(body, "order_type")
    require(tif != IOC, failure("IOC is for crypto only (simulated)"))
    require(tif in TIMES_IN_FORCE, failure(f"time_in_force {tif} is not supported (simulated)"))
    hk = symbols.market_of(instrument) == symbols.HK or instrument.kind is Kind.FUTURE
    text = "market orders of HK and futures are valid for the day only (simulated)"
    require(not (kind == MARKET and hk and tif != DAY), failure(text))
    return "IOC" if kind == SPECIAL_LIMIT else TIMES_IN_FORCE[tif]


def _expiry(instrument: Instrument, body: wire.Body) -> int | None:
    if wire.whole(body, "time_in_force") != GTD or wire.whole(body, "order_type") == SPECIAL_LIMIT:
        return None
    text = wire.word(body, "expire_time")
    require(text, failure("GTD needs expire_time (simulated)"))
    return wire.read_time(text, symbols.zone_of(instrument), end=True)


def _extended(instrument: Instrument, entry: AccountEntry, body: wire.Body) -> bool:
    """Return whether the order may trade before and after US hours; refuse where that cannot be."""
    session, kind = wire.whole(body, "session"), wire.whole(body, "order_type")
    extended = bool(body.get("fill_outside_rth")) or session in {ETH, ALL_HOURS}
    require(session != OVERNIGHT, failure("the overnight session is not simulated (simulated)"))
    broken = {
        "market orders do not trade outside regular hours": kind == MARKET,
        "simulated accounts trade in regular hours only": not entry.is_real,
        "only the US has extended hours": symbols.market_of(instrument) != symbols.US,
        "session 3 takes limit orders only": session == ALL_HOURS and kind != LIMIT,
    }
    for text, forbidden in broken.items():
        require(not (extended and forbidden), failure(f"{text} (simulated)"))
    return extended


def _prices(instrument: Instrument, body: wire.Body) -> dict[str, Any]:
    """Return the prices that an order type needs; what it does not need is ignored."""
    kind = ORDER_TYPES[wire.whole(body, "order_type") or 0]
    prices: dict[str, Any] = {}
    if kind in LIMITS:
        prices["limit_price"] = _limit(instrument, body)
    if kind in STOPPED:
        prices["stop_price"] = _on_tick(instrument, _cut(instrument, body, "aux_price"))
    if kind is OrderType.TRAILING_STOP:
        how, value = wire.whole(body, "trail_type"), wire.number(body, "trail_value")
        text = "trail_type 1 or 2 and a positive trail_value are needed (simulated)"
        require(how in {RATIO, AMOUNT} and value is not None and value > 0, failure(text))
        prices["trail_percent" if how == RATIO else "trail_amount"] = value
    return prices


def _limit(instrument: Instrument, body: wire.Body) -> Decimal:
    """Return the limit, moved onto the tick where that is asked for and within its cap."""
    price, cap = _cut(instrument, body, "price"), wire.number(body, "adjust_side_and_limit")
    if instrument.on_tick(price) or not body.get("adjust_price") or not cap:
        return _on_tick(instrument, price)
    moved = instrument.ceiling(price) if cap > 0 else instrument.floor(price)
    text = f"the price would have to move to {moved}, beyond adjust_side_and_limit (simulated)"
    require(abs(moved - price) <= abs(cap) * price, failure(text))
    return moved


def _cut(instrument: Instrument, body: wire.Body, name: str) -> Decimal:
    """Return a price without the decimals that Futu cuts off."""
    price = wire.number(body, name) or Decimal(0)
    cheap = symbols.market_of(instrument) == symbols.US and price < 1
    places = {Kind.FUTURE: 9, Kind.OPTION: 2}.get(instrument.kind, 4 if cheap else 3)
    cut = price.quantize(Decimal(1).scaleb(-places), ROUND_DOWN)
    require(cut > 0, failure(f"{name} must be greater than zero (simulated)"))
    return cut


def _on_tick(instrument: Instrument, price: Decimal) -> Decimal:
    unit = instrument.tick_at(price)
    text = f"price {price:f} is not on the tick, minimum unit {unit} (simulated)"
    require(instrument.on_tick(price), failure(text))
    return price


def _check_size(ticket: Ticket) -> None:
    """Refuse what a real order of US shares may not exceed."""
    instrument, terms = ticket.instrument, ticket.terms
    us = symbols.market_of(instrument) == symbols.US and instrument.kind is Kind.STOCK
    if not us or not ticket.entry.is_real:
        return
    require(
        terms.quantity <= MOST_US_SHARES, failure(f"at most {MOST_US_SHARES} shares (simulated)")
    )
    value = terms.quantity * (terms.limit_price or terms.stop_price or Decimal(0))
    require(value <= MOST_US_VALUE, failure(f"at most {MOST_US_VALUE} USD an order (simulated)"))


def _check_holding(gateway: Gateway, ticket: Ticket, order: Order | None) -> None:
    """Refuse to sell more than is held, to turn a position around, to go short where nobody may."""
    position = gateway.ledger(ticket.entry).positions.get(ticket.instrument.key)
    held = position.quantity if position else Decimal(0)
    size = ticket.terms.quantity - (order.filled if order else Decimal(0))
    long, short = sellable(gateway, ticket.entry, ticket.instrument, order)
    if held * ticket.signed < 0:
        left = long if held > 0 else short
        require(size <= left, failure(f"可卖数量不足: {left.normalize():f}"))
    elif ticket.signed < 0:
        shortable = not ticket.entry.is_cash and (
            symbols.market_of(ticket.instrument) == symbols.US
        )
        require(shortable, failure("可卖数量不足: 0"))


def check_power(gateway: Gateway, ticket: Ticket, order: Order | None = None) -> None:
    """Refuse what the account cannot pay or margin, the money of its other open orders left out."""
    signed = ticket.signed
    if order:
        signed = (ticket.terms.quantity - order.filled).copy_sign(signed)
    opened = funding.opening(gateway, ticket.entry, ticket.instrument, signed)
    if not opened:
        return
    price = funding.reserve_price(gateway, ticket.instrument, ticket.terms)
    cost = funding.required(gateway, ticket.entry, ticket.instrument, opened, price)
    enough = cost <= funding.free(gateway, ticket.entry, order)
    require(enough, refusals.NO_POWER)


def goes_short(gateway: Gateway, ticket: Ticket) -> bool:
    """Tell whether an order sells what nobody holds."""
    opened = funding.opening(gateway, ticket.entry, ticket.instrument, ticket.signed)
    return opened < 0
