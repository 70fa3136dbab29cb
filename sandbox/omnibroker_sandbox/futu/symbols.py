"""Futu's markets and codes for the sandbox's instruments, both ways."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from functools import lru_cache
from hashlib import blake2b
from typing import Any

from omnibroker_sandbox.catalogue import Catalogue
from omnibroker_sandbox.exchange import Exchange
from omnibroker_sandbox.futu.refusals import Refused, unknown_security
from omnibroker_sandbox.instruments import Instrument, Kind

HK, US, SG = 1, 11, 31
"""Quote markets; the other two market enumerations number them differently."""
MARKETS = {"HK": HK, "US": US, "SG": SG}
PREFIXES = {number: name for name, number in MARKETS.items()}
ZONES = {HK: "Asia/Hong_Kong", US: "America/New_York", SG: "Asia/Singapore"}
SEC_MARKETS = {HK: 1, US: 2, SG: 41}
TRD_MARKETS = {HK: 1, US: 2, SG: 6}
TRD_ZONES = {1: HK, 2: US, 5: US, 6: SG, 11: US, 113: HK, 123: US}
FUTURES, FUTURES_SIMULATED_US = 5, 11
CURRENCIES = {"HKD": 1, "USD": 2, "SGD": 5}
EQUITY, TRUST, DERIVATIVE, FUTURE = 3, 4, 8, 10
EXCHANGES = {"SEHK": 1, "NYSE": 4, "NASDAQ": 5, "ARCA": 7, "CBOE": 8, "CME": 12, "SGX": 17}
LISTED = {"00700.HK": "2004-06-16"}
"""Listing days that are known; of others the text is empty."""
KINDS = frozenset({Kind.STOCK, Kind.OPTION, Kind.FUTURE})
FUNDS_SECTOR = "Funds"
MAIN = "main"
_IDS_SPAN = 10**14


def market_of(instrument: Instrument) -> int:
    """Return the quote market."""
    return MARKETS[instrument.country]


def zone_of(instrument: Instrument) -> str:
    """Return the time zone of an instrument's texts: Eastern for all of the US."""
    return ZONES[market_of(instrument)]


def sec_market(instrument: Instrument) -> int:
    """Return the market of a security as orders name it."""
    return SEC_MARKETS[market_of(instrument)]


def trd_market(instrument: Instrument, env: int) -> int:
    """Return the trading market: that of all futures, or of their simulation, or the country's."""
    if instrument.kind is Kind.FUTURE:
        return FUTURES if env else FUTURES_SIMULATED_US
    return TRD_MARKETS[market_of(instrument)]


def sec_type(instrument: Instrument) -> int:
    """Return the security type."""
    if instrument.kind is Kind.STOCK:
        return TRUST if instrument.sector == FUNDS_SECTOR else EQUITY
    return DERIVATIVE if instrument.kind is Kind.OPTION else FUTURE


def lot_size(instrument: Instrument) -> int:
    """Return the lot, which of contracts is the multiplier."""
    return int(instrument.lot if instrument.kind is Kind.STOCK else instrument.multiplier)


def code(instrument: Instrument) -> str:
    """Return the code without its market."""
    if instrument.kind is Kind.OPTION and instrument.expiry and instrument.strike is not None:
        strike = int(instrument.strike * 1000)
        return f"{instrument.symbol}{instrument.expiry:%y%m%d}{instrument.right}{strike}"
    if instrument.kind is Kind.FUTURE and instrument.expiry:
        return f"{instrument.symbol}{instrument.expiry:%y%m}"
    return instrument.symbol


def name(instrument: Instrument) -> str:
    """Return the name; contracts are told apart by what follows it."""
    if instrument.kind is Kind.OPTION and instrument.expiry:
        tail = f"{instrument.strike or Decimal(0):.2f}{instrument.right}"
        return f"{instrument.symbol} {instrument.expiry:%y%m%d} {tail}"
    if instrument.kind is Kind.FUTURE and instrument.expiry:
        return f"{instrument.name} ({instrument.expiry:%y%m})"
    return instrument.name


def security(instrument: Instrument) -> dict[str, Any]:
    """Return an instrument as the wire names it."""
    return {"market": market_of(instrument), "code": code(instrument)}


def security_id(instrument: Instrument) -> int:
    """Return a number that depends on the instrument alone; not the real one."""
    digest = blake2b(instrument.key.encode(), digest_size=8).digest()
    return int.from_bytes(digest) % _IDS_SPAN


def listed(exchange: Exchange) -> tuple[Instrument, ...]:
    """Return what Futu quotes today of what the sandbox has."""
    exchange.advance()
    return tuple(_codes(exchange.today).values())


@lru_cache(maxsize=8)
def _codes(today: date) -> dict[tuple[int, str], Instrument]:
    found = (each for each in Catalogue().listed(today) if each.kind in KINDS)
    return {(market_of(each), code(each)): each for each in found}


def find(exchange: Exchange, market: int, wanted: str) -> Instrument | None:
    """Return the instrument of a market and code, a main contract as the real one, or None."""
    exchange.advance()
    if market == US and wanted.endswith(MAIN):
        contracts = exchange.catalogue.futures(wanted.removesuffix(MAIN), exchange.today)
        return contracts[0] if contracts else None
    return _codes(exchange.today).get((market, wanted))


def needed(exchange: Exchange, row: Any) -> Instrument:
    """Return the instrument that a security names, or refuse it."""
    fields = row if isinstance(row, dict) else {}
    market, wanted = fields.get("market"), str(fields.get("code", ""))
    found = find(exchange, market, wanted) if isinstance(market, int) else None
    if found is None:
        prefix = PREFIXES.get(market, str(market)) if isinstance(market, int) else "?"
        raise Refused(unknown_security(prefix, wanted))
    return found


def all_needed(exchange: Exchange, rows: Iterable[Any]) -> list[Instrument]:
    """Return the instruments of a list; one unknown code refuses them all."""
    return [needed(exchange, row) for row in rows]
