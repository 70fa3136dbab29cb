"""Accounts, their funds, and how much may be traded."""

from decimal import Decimal
from typing import Any

from omnibroker_sandbox.accounts import MAINTENANCE_SHARE, ZERO, initial_margin
from omnibroker_sandbox.answers import Answer
from omnibroker_sandbox.futu import funding, messages, refusals, symbols, wire
from omnibroker_sandbox.futu.gateway import (
    ACCOUNTS,
    AccountEntry,
    Gateway,
    header_of,
)
from omnibroker_sandbox.futu.order_ids import find_order
from omnibroker_sandbox.futu.positions import sellable
from omnibroker_sandbox.futu.refusals import Refused, failure, require
from omnibroker_sandbox.futu.tickets import instrument_of
from omnibroker_sandbox.instruments import Instrument, Kind
from omnibroker_sandbox.orders import Order

CODES = {number: name for name, number in symbols.CURRENCIES.items()}
FIRM, NORMAL = 1, 1
SAFE = 3
SAFEST = 1
MOST_SECURITIES = 100
TRADE_CURRENCIES = ("HKD", "USD")


def accounts(_gateway: Gateway, _parameters: wire.Body, _body: wire.Body) -> Answer:
    """List all accounts of the login, real and simulated mixed."""
    return wire.ok({"acc_list": [_row(entry) for entry in ACCOUNTS.values()]})


def _row(entry: AccountEntry) -> dict[str, Any]:
    cards: dict[str, Any] = {}
    if entry.is_real:
        tail = entry.number % 1000
        cards = {
            "card_num": f"100100000000{tail:04d}",
            "uni_card_num": f"100200000000{tail:04d}",
            "security_firm": FIRM,
            "acc_role": NORMAL,
        }
    return wire.message(
        messages.TRD_ACC,
        trd_env=entry.env,
        acc_id=entry.number,
        trd_market_auth_list=list(entry.markets),
        acc_type=entry.kind,
        sim_acc_type=entry.sim_type,
        acc_status=entry.status,
        jp_acc_type=[],
        **cards,
    )


def sub_acc_push(gateway: Gateway, _parameters: wire.Body, body: wire.Body) -> Answer:
    """Take the full list of accounts whose events would be pushed."""
    wanted = [int(number) for number in wire.rows(body, "acc_id_list")]
    require(set(wanted) <= ACCOUNTS.keys(), refusals.UNKNOWN_ACCOUNT)
    gateway.pushed = wanted
    return wire.ok({})


def funds(gateway: Gateway, _parameters: wire.Body, body: wire.Body) -> Answer:
    """Return the funds of an account; real ones are asked in a currency of the caller's choice."""
    entry = gateway.account(body)
    currency = entry.currency
    if entry.is_real:
        currency = CODES.get(wire.whole(body, "currency") or 0, "")
        text = f"currency is required, supported: {', '.join(TRADE_CURRENCIES)}"
        require(currency in TRADE_CURRENCIES, failure(text))
    rate = gateway.exchange.rate(entry.currency, currency)
    amounts = _amounts(gateway, entry) | (_margins(gateway, entry) if entry.is_real else {})
    row = wire.message(
        messages.FUNDS,
        **{name: wire.money(amount * rate) for name, amount in amounts.items()},
        **(_standing(gateway, entry) if entry.is_real else {}),
        currency=symbols.CURRENCIES[currency],
        cash_info_list=_cash_rows(gateway, entry) if entry.is_real else [],
        market_info_list=_market_rows(gateway, entry, currency) if entry.is_real else [],
    )
    return wire.ok({"header": header_of(body), "funds": row})


def _amounts(gateway: Gateway, entry: AccountEntry) -> dict[str, Decimal]:
    """Return the required figures in the account's currency."""
    worth, frozen = gateway.exchange.worth(entry.id), funding.frozen(gateway, entry)
    futures = Kind.FUTURE in entry.products
    return {
        "power": funding.power(gateway, entry),
        "total_assets": worth.equity,
        "cash": worth.cash,
        "market_val": ZERO if futures else worth.positions,
        "frozen_cash": frozen,
        "debt_cash": _debt(gateway, entry),
        "avl_withdrawal_cash": max(min(worth.cash, worth.available) - frozen, ZERO),
    }


def _debt(gateway: Gateway, entry: AccountEntry) -> Decimal:
    purse = gateway.ledger(entry).cash
    owed = (
        -amount * gateway.exchange.rate(code, entry.currency)
        for code, amount in purse.items()
        if amount < 0
    )
    return sum(owed, ZERO)


def _margins(gateway: Gateway, entry: AccountEntry) -> dict[str, Decimal]:
    """Return the figures that real accounts have beside the required ones."""
    worth = gateway.exchange.worth(entry.id)
    if Kind.FUTURE in entry.products:
        realised = gateway.ledger(entry).realised.get(entry.currency, ZERO)
        own = {"available_funds": worth.available, "unrealized_pl": worth.unrealised}
        own["realized_pl"] = realised
    else:
        own = {
            "net_cash_power": funding.cash_power(gateway, entry),
            "max_power_short": funding.power(gateway, entry),
            "max_withdrawal": max(funding.free(gateway, entry), ZERO),
            "securities_assets": worth.equity,
            **_sides(gateway, entry),
        }
    margins = {
        "initial_margin": worth.initial_margin,
        "maintenance_margin": worth.maintenance_margin,
    }
    return own | margins


def _sides(gateway: Gateway, entry: AccountEntry) -> dict[str, Decimal]:
    sides = {"long_mv": ZERO, "short_mv": ZERO}
    for position in gateway.ledger(entry).open_positions():
        rate = gateway.exchange.rate(position.instrument.currency, entry.currency)
        value = position.value(gateway.exchange.price(position.instrument)) * rate
        sides["long_mv" if value > 0 else "short_mv"] += value
    return sides


def _standing(_gateway: Gateway, entry: AccountEntry) -> dict[str, Any]:
    return {"risk_level": SAFE} if Kind.FUTURE in entry.products else {"risk_status": SAFEST}


def _cash_rows(gateway: Gateway, entry: AccountEntry) -> list[dict[str, Any]]:
    purse = gateway.ledger(entry).cash
    return [
        {
            "currency": symbols.CURRENCIES[code],
            "cash": wire.money(amount),
            "available_balance": wire.money(max(amount, ZERO)),
            "net_cash_power": wire.money(max(amount, ZERO)),
        }
        for code, amount in sorted(purse.items())
    ]


def _market_rows(gateway: Gateway, entry: AccountEntry, currency: str) -> list[dict[str, Any]]:
    """Return the worth of the positions of each market in which something is held."""
    assets: dict[int, Decimal] = {}
    for position in gateway.ledger(entry).open_positions():
        instrument = position.instrument
        market = symbols.trd_market(instrument, entry.env)
        rate = gateway.exchange.rate(instrument.currency, currency)
        value = position.value(gateway.exchange.price(instrument)) * rate
        assets[market] = assets.get(market, ZERO) + value
    return [{"trd_market": key, "assets": wire.money(assets[key])} for key in sorted(assets)]


def max_trd_qtys(gateway: Gateway, _parameters: wire.Body, body: wire.Body) -> Answer:
    """Say how much an account may buy and sell of a security at a price, in whole lots."""
    entry = gateway.unlocked_account(body)
    instrument = instrument_of(gateway, entry, body)
    price = wire.number(body, "price")
    if price is None or price <= 0:
        raise Refused(failure("a price greater than zero is needed (simulated)"))
    changed = find_order(gateway, entry, body)
    long, short = sellable(gateway, entry, instrument, changed)
    row = wire.message(
        messages.MAX_TRD_QTYS,
        max_position_sell=long,
        max_buy_back=None if entry.is_cash else short,
        session=wire.whole(body, "session"),
        **_most(gateway, entry, instrument, price, changed),
        **_required_margins(instrument, price),
    )
    return wire.ok({"header": header_of(body), "max_trd_qtys": row})


def _most(
    gateway: Gateway,
    entry: AccountEntry,
    instrument: Instrument,
    price: Decimal,
    changed: Order | None,
) -> dict[str, Decimal]:
    """Return the most that cash, and cash with margin, buys, and what may be sold short."""

    def cost(quantity: Decimal) -> Decimal:
        return funding.required(gateway, entry, instrument, quantity, price)

    def price_in_full(quantity: Decimal) -> Decimal:
        return funding.required(gateway, entry, instrument, quantity, price, in_full=True)

    cash = funding.cash_power(gateway, entry, changed)
    if instrument.kind is Kind.FUTURE:
        cash = ZERO
    found = {"max_cash_buy": funding.most(price_in_full, instrument, cash)}
    if entry.is_cash:
        return found
    free = funding.free(gateway, entry, changed)
    found["max_cash_and_margin_buy"] = funding.most(cost, instrument, free)
    if symbols.market_of(instrument) == symbols.US:
        short = funding.most(lambda quantity: cost(-quantity), instrument, free)
        found["max_sell_short"] = short
    return found


def _required_margins(instrument: Instrument, price: Decimal) -> dict[str, Decimal]:
    if instrument.kind is Kind.STOCK:
        return {}
    one = instrument.size_step
    return {
        "long_required_im": initial_margin(instrument, one, price),
        "short_required_im": initial_margin(instrument, -one, price),
    }


def margin_ratio(gateway: Gateway, _parameters: wire.Body, body: wire.Body) -> Answer:
    """Return the exchange's margins as percent of the worth."""
    entry = gateway.account(body)
    rows = wire.rows(body, "security_list")
    require(
        len(rows) <= MOST_SECURITIES, failure(f"at most {MOST_SECURITIES} securities (simulated)")
    )
    found = symbols.all_needed(gateway.exchange, rows)
    ratios = [_ratios(gateway, entry, each) for each in found]
    return wire.ok({"header": header_of(body), "margin_ratio_info_list": ratios})


def _ratios(gateway: Gateway, entry: AccountEntry, instrument: Instrument) -> dict[str, Any]:
    price, one = gateway.exchange.price(instrument), instrument.size_step
    worth = price * one * instrument.multiplier
    long = wire.percent(initial_margin(instrument, one, price), worth)
    short = wire.percent(initial_margin(instrument, -one, price), worth)
    shortable = not entry.is_cash and symbols.market_of(instrument) == symbols.US
    ratios = {"im_long_ratio": long, "mm_long_ratio": long * MAINTENANCE_SHARE}
    if shortable:
        ratios |= {"im_short_ratio": short, "mm_short_ratio": short * MAINTENANCE_SHARE}
    return wire.message(
        messages.MARGIN_RATIO,
        security=symbols.security(instrument),
        is_long_permit=not entry.is_cash,
        is_short_permit=shortable,
        **(ratios if not entry.is_cash else {}),
    )


OPERATIONS = {
    "accounts": accounts,
    "sub_acc_push": sub_acc_push,
    "funds": funds,
    "max_trd_qtys": max_trd_qtys,
    "margin_ratio": margin_ratio,
}
