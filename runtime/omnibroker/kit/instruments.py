"""Canonical instrument keys: parse, format, refuse what is not canonical."""

import re
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from omnibroker.kit.errors import NotSent
from omnibroker.kit.exact import canonical

# Venues whose listings have a registry code of their own: one security has exactly one key.
_REGISTERED = {
    "XNAS": "US",
    "XNYS": "US",
    "ARCX": "US",
    "XASE": "US",
    "BATS": "US",
    "IEXG": "US",
    "XHKG": "HK",
    "XSES": "SG",
    "XTKS": "JP",
    "XASX": "AU",
    "XKLS": "MY",
    "XSHG": "SH",
    "XSHE": "SZ",
}
MARKETS = frozenset({"US", "HK", "SG", "JP", "AU", "MY", "SH", "SZ"})
_MIC = re.compile(r"[A-Z0-9]{4}")
_SYMBOL = re.compile(r"[A-Z0-9]+([.-][A-Z0-9]+)*")
_DAY = re.compile(r"[0-9]{8}")
_MONTH = re.compile(r"[0-9]{6}([0-9]{2})?")


@dataclass(frozen=True, slots=True)
class Key:
    """One instrument, as its canonical text says it.

    `kind`: STOCK, OPTION, FUTURE, FUTURE_OPTION, FX, CFD, CRYPTO, INDEX or NATIVE. `market` is a
    registry code or an ISO 10383 MIC; `expiry` YYYYMMDD (a future: YYYYMM or YYYYMMDD); `right` C or P;
    NATIVE has `connection` and the broker's own id in `symbol`.
    """

    text: str
    kind: str
    symbol: str
    market: str = ""
    expiry: str = ""
    right: str = ""
    strike: str = ""
    trading_class: str = ""
    connection: str = ""


@dataclass(frozen=True, slots=True)
class Resolved:
    """An instrument as one broker knows it.

    `native_id` is the broker's id; `facts` what the look-up said of it (plain values).
    `quantity_unit` is SHARE, CONTRACT, LOT or BASE_UNIT.
    """

    key: str
    native_id: str
    type: str
    currency: str | None
    quantity_unit: str
    broker_symbol: str | None = None
    facts: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Lookup:
    """One broker call that helps to find an instrument: operation and its parameters as on the wire."""

    operation: str
    parameters: dict[str, str]
    step: str = "first"
    carried: dict[str, Any] = field(default_factory=dict)
    body: Any = None


def parse(text: str) -> Key:
    """Return the parsed key.

    Raises `non_canonical_instrument` (naming the canonical form where there is one) for any other
    spelling, so that an allow-list cannot be bypassed by one.
    """
    key = _parse(text)
    if key is None:
        hint = _suggestion(text)
        raise NotSent(
            "non_canonical_instrument",
            f"{text!r} is not a canonical instrument key; {hint}",
        )
    return key


def _parse(text: str) -> Key | None:
    if "@" in text:
        connection, _, native = text.partition("@")
        return Key(text, "NATIVE", native, connection=connection) if connection and native else None
    head, _, rest = text.partition(":")
    if not rest:
        return _listed(text)
    parser = _PREFIXES.get(head)
    return parser(text, rest) if parser else None


def _listed(text: str) -> Key | None:
    symbol, _, market = text.rpartition(".")
    if not _SYMBOL.fullmatch(symbol) or not (market in MARKETS or _is_mic(market)):
        return None
    if market == "HK" and not re.fullmatch(r"[0-9]{5}", symbol):
        return None
    if market in _REGISTERED or (market == "US" and "-" in symbol):
        return None
    return Key(text, "STOCK", symbol, market=market)


def _is_mic(market: str) -> bool:
    return _MIC.fullmatch(market) is not None


def _option(text: str, rest: str) -> Key | None:
    parts = rest.split(":")
    if len(parts) not in {4, 5}:
        return None
    underlying, expiry, right, strike = parts[:4]
    listed = _listed(underlying)
    if listed is None or not _is_option(expiry, right, strike):
        return None
    trading_class = parts[4] if len(parts) == 5 else ""
    if len(parts) == 5 and not _SYMBOL.fullmatch(trading_class):
        return None
    return Key(text, "OPTION", listed.symbol, listed.market, expiry, right, strike, trading_class)


def _is_option(expiry: str, right: str, strike: str) -> bool:
    if not _DAY.fullmatch(expiry) or right not in {"C", "P"}:
        return False
    return (
        re.fullmatch(r"[0-9]+(\.[0-9]+)?", strike) is not None
        and canonical(Decimal(strike)) == strike
    )


def _future(text: str, rest: str) -> Key | None:
    parts = rest.split(":")
    if len(parts) != 2 or not _MONTH.fullmatch(parts[1]):
        return None
    product, market = _split(parts[0])
    return Key(text, "FUTURE", product, market, parts[1]) if product else None


def _future_option(text: str, rest: str) -> Key | None:
    parts = rest.split(":")
    if len(parts) != 5 or not _MONTH.fullmatch(parts[1]) or not _is_option(*parts[2:]):
        return None
    product, market = _split(parts[0])
    if not product:
        return None
    return Key(text, "FUTURE_OPTION", product, market, parts[2], parts[3], parts[4], parts[1])


def _fx(text: str, rest: str) -> Key | None:
    return Key(text, "FX", rest) if re.fullmatch(r"[A-Z]{6}", rest) else None


def _cfd(text: str, rest: str) -> Key | None:
    return Key(text, "CFD", rest) if _SYMBOL.fullmatch(rest) else None


def _crypto(text: str, rest: str) -> Key | None:
    return Key(text, "CRYPTO", rest) if re.fullmatch(r"[A-Z0-9]+-[A-Z0-9]+", rest) else None


def _index(text: str, rest: str) -> Key | None:
    symbol, market = _split(rest)
    return Key(text, "INDEX", symbol, market) if symbol else None


def _split(text: str) -> tuple[str, str]:
    """Return (code, exchange or market), both empty where one of them is none."""
    code, _, market = text.rpartition(".")
    fits = _SYMBOL.fullmatch(code) and re.fullmatch(r"[A-Z0-9]+", market)
    return (code, market) if fits else ("", "")


_PREFIXES = {
    "OPT": _option,
    "FUT": _future,
    "FOP": _future_option,
    "FX": _fx,
    "CFD": _cfd,
    "CRYPTO": _crypto,
    "IND": _index,
}


def _suggestion(text: str) -> str:
    if ":" in text and text.partition(":")[0].strip().upper() not in _PREFIXES:
        return f"it may begin with {', '.join(_PREFIXES)} and a colon, as in FX:EURUSD."
    upper = text.strip().upper()
    symbol, _, market = upper.rpartition(".")
    if market in _REGISTERED:
        market = _REGISTERED[market]
    if market == "US":
        upper = f"{symbol.replace('-', '.')}.US"
    elif symbol:
        upper = f"{symbol}.{market}"
    if market == "HK" and symbol.isdigit() and len(symbol) < 5:
        return f"the canonical form is {symbol.zfill(5)}.HK."
    for likely in (upper, _with_plain_strike(upper)):
        if likely != text and _parse(likely) is not None:
            return f"the canonical form is {likely}."
    if not market or not symbol:
        return f"write the listing too, such as {upper or 'AAPL'}.US."
    return "write it like AAPL.US, 00700.HK, OPT:AAPL.US:20271217:C:200 or FX:EURUSD."


def _with_plain_strike(text: str) -> str:
    """Return a key with the numbers of an option's strike written the canonical way."""
    parts = text.split(":")
    return ":".join(
        canonical(Decimal(part)) if re.fullmatch(r"[0-9]{1,9}\.[0-9]{1,9}", part) else part
        for part in parts
    )
