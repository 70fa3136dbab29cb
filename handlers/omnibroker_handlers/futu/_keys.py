"""Futu's codes to instrument keys: how a row of an answer is named."""

import re

from omnibroker.kit.errors import NotSent, malformed
from omnibroker.kit.instruments import MARKETS, parse
from omnibroker_generated.futu import models as futu
from omnibroker_handlers.futu import _answers, _times
from omnibroker_handlers.futu._markets import FUNDS, FUTURES, PREFIX_OF_QOT_MARKET, QOT_MARKET
from omnibroker_handlers.futu._tables import (
    FUTURES_EXCHANGE,
    INSTRUMENT_TYPE,
    QUANTITY_UNIT,
    RIGHT_READ,
    known,
)

_OPTION = re.compile(r"([A-Z0-9.]{1,12})([0-9]{6})([CP])([0-9]{1,12})")
_FUTURE = re.compile(r"([A-Z][A-Z0-9]{0,9})([0-9]{4}|main)")
_FUTURE_MONTH = re.compile(r"([A-Z][A-Z0-9]{0,9})([0-9]{2})(0[1-9]|1[0-2])")
_CODE = re.compile(r"[A-Za-z0-9._-]{1,48}")
_EXCHANGE_OF = {listed: exchange for exchange, listed in FUTURES_EXCHANGE.items()}


def native_id(prefix: str, code: object) -> str:
    """Return the broker's id of a security: HK.00700. The prefix ends at the first dot (US..DJI)."""
    found = _answers.text(code, 64)
    if found is None or not _CODE.fullmatch(found):
        raise malformed("Futu's answer holds a row without a readable code.")
    return f"{prefix}.{found}"


def split(native: str) -> tuple[str, str] | None:
    """Return (prefix, code) of a broker's id, or None for anything else."""
    prefix, _, code = native.partition(".")
    return (prefix, code) if prefix in QOT_MARKET and _CODE.fullmatch(code) else None


def security(prefix: str, code: str) -> futu.RequestSecurity:
    """Return a security as a request names it."""
    return futu.RequestSecurity(market=QOT_MARKET[prefix], code=code)


def native_of(row: object) -> str | None:
    """Return the broker's id of a security that an answer names, or None."""
    if not isinstance(row, futu.Security) or not isinstance(row.market, int):
        return None
    # 2 is the obsolete number of Hong Kong's futures.
    prefix = "HK" if row.market == 2 else known_prefix(row.market)
    code = _answers.text(row.code, 64)
    return f"{prefix}.{code}" if prefix is not None and code is not None else None


def known_prefix(market: int) -> str | None:
    """Return the prefix of a market of quotes, or None."""
    return PREFIX_OF_QOT_MARKET.get(market)


def row_type(code: str, trd_market: object) -> str | None:
    """Return what a row of an account is about, where its market or the form of its code settles it.

    A share, a fund on the exchange and a warrant look alike.
    """
    if isinstance(trd_market, int) and trd_market in FUTURES:
        return "FUTURE"
    if isinstance(trd_market, int) and trd_market in FUNDS:
        return "FUND"
    return "OPTION" if is_option(code) else None


def row_unit(kind: str | None) -> str | None:
    """Return what a row's quantity counts; what cannot be told from a share counts like one."""
    return "SHARE" if kind is None else QUANTITY_UNIT.get(kind)


def row_key(connection: str, native: str, kind: str | None) -> str:
    """Return the canonical key of a listing, else `<connection>@<native id>`: of derivatives rows say too little."""
    found = split(native)
    if kind is None and found is not None:
        return _checked(listing_key(*found)) or f"{connection}@{native}"
    return f"{connection}@{native}"


def static_key(connection: str, native: str, row: futu.SecurityStaticInfo) -> str:
    """Return the canonical key of a security from its static facts, else `<connection>@<native id>`."""
    found = split(native)
    key = _static_key(*found, row) if found is not None else None
    return _checked(key) or f"{connection}@{native}"


def listing_key(prefix: str, code: str) -> str | None:
    """Return the key of a listed security, or None where its market has no registry."""
    return f"{code}.{prefix}" if prefix in MARKETS else None


def is_option(code: str) -> bool:
    """Say whether a code is an option's: root, day, right, strike times 1000."""
    return _OPTION.fullmatch(code) is not None


def is_future(code: str) -> bool:
    """Say whether a code looks like a future's: root and month, or root and `main`."""
    return _FUTURE.fullmatch(code) is not None


def option_root(code: object) -> str | None:
    """Return the trading class of an option's code, or None."""
    found = _OPTION.fullmatch(code) if isinstance(code, str) else None
    return found[1] if found else None


def compact(symbol: str) -> str:
    """Return a symbol as option codes begin with: without the separator of the share class."""
    return symbol.replace(".", "").replace("-", "")


def _static_key(prefix: str, code: str, row: futu.SecurityStaticInfo) -> str | None:
    basic = row.basic
    if not isinstance(basic, futu.SecurityStaticBasic):
        return None
    kind = known(INSTRUMENT_TYPE, basic.sec_type)
    if kind in {"STOCK", "ETF", "WARRANT"}:
        return listing_key(prefix, code)
    if kind == "OPTION" and isinstance(row.option_ex_data, futu.OptionStaticExData):
        return _option_key(code, row.option_ex_data)
    return _future_key(prefix, code, basic.exch_type) if kind == "FUTURE" else None


def _option_key(code: str, terms: futu.OptionStaticExData) -> str | None:
    """Name an option on a listed security; its class is left out only where it is the underlying's own symbol."""
    underlying = split(native_of(terms.owner) or "")
    root, day = option_root(code), _times.day_of(terms.strike_time)
    right, strike = known(RIGHT_READ, terms.type_), _answers.positive(terms.strike_price)
    if underlying is None or root is None or day is None or right is None or strike is None:
        return None
    listed = _checked(listing_key(*underlying))
    if listed is None:
        return None
    key = f"OPT:{listed}:{day.replace('-', '')}:{right}:{strike}"
    return key if root == compact(underlying[1]) else f"{key}:{root}"


def _future_key(prefix: str, code: str, exch_type: object) -> str | None:
    found = _FUTURE_MONTH.fullmatch(code)
    listed = (prefix, _answers.text(exch_type) or "")
    if found is None or listed not in _EXCHANGE_OF:
        return None
    return f"FUT:{found[1]}.{_EXCHANGE_OF[listed]}:20{found[2]}{found[3]}"


def _checked(key: str | None) -> str | None:
    """Return a key if it is canonical, else None."""
    try:
        return key if key is not None and parse(key).text == key else None
    except NotSent:
        return None
