"""IBKR's contracts to instrument keys: how a row of an answer is named."""

import re
from dataclasses import dataclass

from omnibroker.kit.errors import NotSent
from omnibroker.kit.instruments import parse
from omnibroker.kit.tables import known
from omnibroker_handlers.ibkr import _times
from omnibroker_handlers.ibkr._exchanges import INDEX_EXCHANGES, MARKET

# The OCC symbol that IBKR puts in brackets behind a description begins with the trading class.
_OCC = re.compile(r"\[([A-Z0-9]{1,6}) *[0-9]{6}[CP][0-9]{8}[^\]]*\]")
_FUTURE_MONTH = re.compile(r"([A-Z]{3})([0-9]{4})")


def broker_symbol(symbol: str, market: str) -> str:
    """Return IBKR's ticker for a key's symbol: BRK.B in the US is `BRK B`, 00700 in Hong Kong is `700`."""
    if market == "HK":
        return symbol.lstrip("0")
    return symbol.replace(".", " ") if market == "US" else symbol


def key_symbol(ticker: str, market: str) -> str:
    """Return a key's symbol for IBKR's ticker: the inverse of `broker_symbol`."""
    if market == "HK":
        return ticker.zfill(5)
    return ticker.replace(" ", ".") if market == "US" else ticker


@dataclass(frozen=True, slots=True)
class Contract:
    """What a row or a definition says of a contract: IBKR's words, absent ones empty.

    `description` may end with the OCC symbol in brackets; `underlying` is the key of what a derivative
    is written on, `is_index` whether that is an index.
    """

    conid: str
    asset_class: str
    ticker: str = ""
    exchange: str = ""
    is_us: bool | None = None
    currency: str = ""
    expiry: str = ""
    strike: str = ""
    right: str = ""
    multiplier: str = ""
    description: str = ""
    underlying: str = ""
    is_index: bool = False


def to_key(connection: str, contract: Contract) -> str:
    """Return the canonical key of a contract where it is certain, else `<connection>@<contract id>`."""
    writer = known(_WRITERS, contract.asset_class)
    key = writer(contract) if writer else None
    return key if key is not None and _is_canonical(key) else f"{connection}@{contract.conid}"


def market_of(contract: Contract) -> str | None:
    """Return the listing registry or market identifier of a stock, or None where it is not certain."""
    listed = known(MARKET, contract.exchange)
    if contract.is_us is None or (listed == "US") == contract.is_us:
        return listed
    # An exchange that we do not know but IBKR counts as US.
    return "US" if contract.is_us and listed is None else None


def _stock_key(contract: Contract) -> str | None:
    market = market_of(contract)
    return f"{key_symbol(contract.ticker, market)}.{market}" if market else None


def _option_key(contract: Contract) -> str | None:
    """Name an option: without its underlying's key or its trading class there is no certain name."""
    occ = _OCC.search(contract.description)
    ticker = compact(contract.ticker)
    trading_class = occ[1] if occ else ("" if contract.is_index else ticker)
    if not contract.underlying or not trading_class or contract.multiplier != "100":
        return None
    key = f"OPT:{contract.underlying}:{contract.expiry}:{contract.right}:{contract.strike}"
    return f"{key}:{trading_class}" if contract.is_index or trading_class != ticker else key


def _future_key(contract: Contract) -> str | None:
    """Name a future by the month in its description; the month of its expiry may be another."""
    found = _FUTURE_MONTH.search(contract.description.removeprefix(contract.ticker))
    month = _times.contract_month(found[1], found[2]) if found else None
    return f"FUT:{contract.ticker}.{contract.exchange}:{month}" if month else None


def _pair_key(contract: Contract) -> str | None:
    return f"FX:{contract.ticker}{contract.currency}"


def _coin_key(contract: Contract) -> str | None:
    return f"CRYPTO:{contract.ticker}-{contract.currency}"


def _index_key(contract: Contract) -> str | None:
    markets = [m for m, names in INDEX_EXCHANGES.items() if contract.exchange in names]
    return f"IND:{contract.ticker}.{markets[0]}" if len(markets) == 1 else None


_WRITERS = {
    "STK": _stock_key,
    "OPT": _option_key,
    "FUT": _future_key,
    "CASH": _pair_key,
    "CRYPTO": _coin_key,
    "IND": _index_key,
}


def _is_canonical(text: str) -> bool:
    try:
        return parse(text).text == text
    except NotSent:
        return False


def compact(symbol: str) -> str:
    """Return a symbol as OCC writes it: without the separator of the share class."""
    return symbol.replace(".", "").replace(" ", "")
