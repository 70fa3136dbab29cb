"""Options: expiry dates, chains and quotes. Strikes are text here."""

from datetime import date
from decimal import Decimal
from typing import Any

from omnibroker_sandbox.instruments import Instrument
from omnibroker_sandbox.tiger import symbols, wire
from omnibroker_sandbox.tiger.backend import Backend, Request
from omnibroker_sandbox.tiger.bars import expiry_ms, option_of

IMPLIED = Decimal("0.30")
GREEKS = {"gamma": "0.02", "theta": "-0.05", "vega": "0.1", "rho": "0.05"}
"""Invented and the same for every option; delta tells calls from puts and in from out of the money."""


def option_expiration(backend: Backend, request: Request) -> Any:
    """Return the expiry dates of underlyings; one without options has none."""
    backend.exchange.advance()
    rows = []
    for name in (str(each) for each in request.get("symbols") or ()):
        days = _days(backend, name)
        stamps = [wire.midnight_ms(day, "America/New_York") for day in days]
        rows.append(
            {
                "symbol": name,
                "optionSymbols": [name] * len(days),
                "count": len(days),
                "dates": [day.isoformat() for day in days],
                "timestamps": stamps,
                "periodTags": ["m"] * len(days),
            }
        )
    return [row for row in rows if row["count"]]


def _days(backend: Backend, name: str) -> list[date]:
    chain = backend.exchange.catalogue.options(f"{name}.US", backend.exchange.today)
    return sorted({each.expiry for each in chain if each.expiry})


def option_chain(backend: Backend, request: Request) -> Any:
    """Return put and call of every strike; only midnight of the expiry finds anything."""
    backend.exchange.advance()
    with_greeks = bool(request.get("return_greek_value"))
    rows = []
    for series in request.get("option_basic") or ():
        name, stamp = wire.text(series, "symbol"), wire.millis(series, "expiry")
        listed = backend.exchange.catalogue.options(f"{name}.US", backend.exchange.today)
        chain = [each for each in listed if expiry_ms(each) == stamp]
        items = _pairs(backend, chain, request, with_greeks=with_greeks)
        if items:
            rows.append({"symbol": name, "expiry": stamp, "items": items})
    return rows


def _pairs(
    backend: Backend, chain: list[Instrument], request: Request, *, with_greeks: bool
) -> list[dict[str, Any]]:
    pairs: dict[Decimal, dict[str, Any]] = {}
    wanted = (request.get("option_filter") or {}).get("in_the_money")
    for option in chain:
        if wanted is not None and in_the_money(backend, option) != wanted:
            continue
        side = symbols.right(option).lower()
        row = _side(backend, option) | (_greeks(backend, option) if with_greeks else {})
        pairs.setdefault(option.strike or Decimal(0), {})[side] = row
    return [pairs[strike] for strike in sorted(pairs)]


def in_the_money(backend: Backend, option: Instrument) -> bool:
    """Tell whether an option would be worth something today."""
    spot = backend.exchange.price(backend.exchange.catalogue.get(option.underlying))
    strike = option.strike or spot
    return spot > strike if option.right == "C" else spot < strike


def _side(backend: Backend, option: Instrument) -> dict[str, Any]:
    quote = backend.exchange.quote(option)
    return {
        "identifier": symbols.identifier(option),
        "strike": symbols.strike_text(option),
        "right": symbols.right(option).lower(),
        "askPrice": quote.ask,
        "askSize": int(quote.ask_size),
        "bidPrice": quote.bid,
        "bidSize": int(quote.bid_size),
        "latestPrice": quote.last,
        "preClose": quote.previous_close,
        "volume": int(quote.volume),
        "openInterest": int(quote.volume),
        "multiplier": int(option.multiplier),
        "lastTimestamp": quote.time * 1000,
    }


def _greeks(backend: Backend, option: Instrument) -> dict[str, Any]:
    size = Decimal("0.7") if in_the_money(backend, option) else Decimal("0.3")
    delta = size if option.right == "C" else -size
    return {"impliedVol": IMPLIED, "delta": delta, **{n: Decimal(v) for n, v in GREEKS.items()}}


def option_brief(backend: Backend, request: Request) -> Any:
    """Return quotes of options; unknown ones are left out."""
    found = (option_of(backend, key) for key in request.get("option_basic") or ())
    return [_brief(backend, option) for option in found if option]


def _brief(backend: Backend, option: Instrument) -> dict[str, Any]:
    quote, row = backend.exchange.quote(option), _side(backend, option)
    row["timestamp"] = row.pop("lastTimestamp")
    return row | {
        "symbol": symbols.symbol(option),
        "expiry": expiry_ms(option),
        "open": quote.open,
        "high": quote.high,
        "low": quote.low,
        "change": quote.last - quote.previous_close,
        "volatility": f"{IMPLIED * 100:.2f}%",
        "midPrice": (quote.bid + quote.ask) / 2,
        "midTimestamp": quote.time * 1000,
    }


OPERATIONS = {
    "option_expiration": option_expiration,
    "option_chain": option_chain,
    "option_brief": option_brief,
}
REAL_TIME = frozenset({"option_chain", "option_brief", "option_kline"})
"""What needs the permission for option quotes."""
