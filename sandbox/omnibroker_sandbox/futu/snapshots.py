"""Snapshots: the common block, and the one of the security's type."""

from decimal import Decimal
from math import erf, exp, log, pi, sqrt
from typing import Any

from omnibroker_sandbox.answers import Answer
from omnibroker_sandbox.futu import messages, quotes, symbols, wire
from omnibroker_sandbox.futu.gateway import Gateway
from omnibroker_sandbox.futu.refusals import error, failure, require
from omnibroker_sandbox.futu.subscriptions import has_right
from omnibroker_sandbox.instruments import Instrument, Kind, last_second
from omnibroker_sandbox.market import VOLATILITY, YEAR_SECONDS, Quote

MOST, MOST_WITH_BMP = 400, 20
YEAR = 365 * 86_400
CALL, PUT = 1, 2
AMERICAN = 1
PER_SHARE = {"00700.HK": (Decimal("19.832"), Decimal("105.842"), Decimal("23.378"))}
"""Earnings, net assets and trailing earnings per share where they are known."""
RATIO = Decimal("0.001")
GREEK = Decimal("0.00001")


def snapshot(gateway: Gateway, _parameters: wire.Body, body: wire.Body) -> Answer:
    """Return snapshots, no subscription needed; one unknown code refuses all."""
    rows = wire.rows(body, "security_list")
    require(rows, error(400, "`security_list` must not be empty"))
    require(len(rows) <= MOST, failure(f"at most {MOST} securities (simulated)"))
    found = symbols.all_needed(gateway.exchange, rows)
    limited = [each for each in found if not has_right(gateway, each)]
    text = f"at most {MOST_WITH_BMP} HK securities without LV2 (simulated)"
    require(len(limited) <= MOST_WITH_BMP, failure(text))
    return wire.ok({"snapshot_list": [_row(gateway, each) for each in found]})


def _row(gateway: Gateway, instrument: Instrument) -> dict[str, Any]:
    quote = gateway.exchange.quote(instrument)
    blocks = {
        "equity_ex_data": _equity(instrument, quote),
        "option_ex_data": _option(gateway, instrument, quote),
        "future_ex_data": quotes.future_block(instrument, quote),
    }
    return wire.message(messages.SNAPSHOT, basic=_basic(gateway, instrument, quote), **blocks)


def _basic(gateway: Gateway, instrument: Instrument, quote: Quote) -> dict[str, Any]:
    exchange = gateway.exchange
    year = exchange.market.bar(instrument, (quote.time - YEAR, quote.time))
    us_stock = instrument.kind is Kind.STOCK and symbols.market_of(instrument) == symbols.US
    return wire.message(
        messages.SNAPSHOT_BASIC,
        **quotes.quoted(gateway, instrument, quote),
        type=symbols.sec_type(instrument),
        is_suspend=False,
        lot_size=symbols.lot_size(instrument),
        ask_price=quote.ask,
        bid_price=quote.bid,
        ask_vol=int(quote.ask_size),
        bid_vol=int(quote.bid_size),
        enable_margin=False,
        enable_short_sell=us_stock,
        highest52_weeks_price=year.high,
        lowest52_weeks_price=year.low,
        close_price5_minute=exchange.market.last(instrument, quote.time - 300),
    )


def _equity(instrument: Instrument, quote: Quote) -> dict[str, Any] | None:
    """Return the block of a share whose figures are known."""
    if instrument.key not in PER_SHARE:
        return None
    earned, assets, trailing = PER_SHARE[instrument.key]
    shares = Decimal(quotes.ISSUED[instrument.key])
    return wire.message(
        messages.EQUITY,
        issued_shares=int(shares),
        issued_market_val=wire.money(shares * quote.last),
        net_asset=wire.money(shares * assets),
        net_profit=wire.money(shares * earned),
        earnings_pershare=earned,
        outstanding_shares=int(shares),
        outstanding_market_val=wire.money(shares * quote.last),
        net_asset_pershare=assets,
        ey_rate=wire.percent(earned, quote.last),
        pe_rate=(quote.last / earned).quantize(RATIO),
        pb_rate=(quote.last / assets).quantize(RATIO),
        pe_ttm_rate=(quote.last / trailing).quantize(RATIO),
    )


def _option(gateway: Gateway, option: Instrument, quote: Quote) -> dict[str, Any] | None:
    """Return the block of an option; its greeks are those of Black and Scholes without interest."""
    if option.kind is not Kind.OPTION or option.expiry is None or option.strike is None:
        return None
    owner = gateway.exchange.catalogue.get(option.underlying)
    spot = gateway.exchange.price(owner)
    day = option.expiry.isoformat()
    even = option.strike + (quote.last if option.right == "C" else -quote.last)
    distance = even - spot if option.right == "C" else spot - even
    return wire.message(
        messages.OPTION_SNAPSHOT,
        type=CALL if option.right == "C" else PUT,
        owner=symbols.security(owner),
        strike_time=day,
        strike_timestamp=wire.stamp(wire.read_time(day, symbols.zone_of(option))),
        strike_price=option.strike,
        contract_size=int(option.multiplier),
        contract_size_float=option.multiplier,
        open_interest=0,
        implied_volatility=VOLATILITY * 100,
        premium=wire.percent(distance, spot),
        expiry_date_distance=(option.expiry - gateway.exchange.today).days,
        option_area_type=AMERICAN,
        contract_multiplier=option.multiplier,
        **_greeks(option, spot, quote.time),
    )


def _greeks(option: Instrument, spot: Decimal, now: int) -> dict[str, Decimal]:
    """Return greeks by share; vega and rho for one percent, theta for a day."""
    seconds = max((last_second(option) or now) - now, 1)
    years, sigma = seconds / float(YEAR_SECONDS), float(VOLATILITY)
    price, strike = float(spot), float(option.strike or spot)
    width = sigma * sqrt(years)
    d1 = log(price / strike) / width + width / 2
    density = exp(-d1 * d1 / 2) / sqrt(2 * pi)
    sign = 1 if option.right == "C" else -1
    found = {
        "delta": sign * _normal(sign * d1),
        "gamma": density / (price * width),
        "vega": price * density * sqrt(years) / 100,
        "theta": -price * density * sigma / (2 * sqrt(years)) / 365,
        "rho": sign * strike * years * _normal(sign * (d1 - width)) / 100,
    }
    return {name: Decimal(value).quantize(GREEK) for name, value in found.items()}


def _normal(value: float) -> float:
    return (1 + erf(value / sqrt(2))) / 2


OPERATIONS = {"snapshot": snapshot}
