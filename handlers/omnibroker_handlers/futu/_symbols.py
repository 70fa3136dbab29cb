"""Instrument keys to Futu's securities: what to ask about a key and how to read the answers."""

from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from omnibroker.kit.errors import NotSent
from omnibroker.kit.instruments import MARKETS, Key, Lookup, Resolved
from omnibroker.kit.upstream import Account
from omnibroker_handlers.futu import _answers, _keys, _times
from omnibroker_handlers.futu._markets import QOT_MARKET, currency_of
from omnibroker_handlers.futu._tables import (
    FUTURES_EXCHANGE,
    INSTRUMENT_TYPE,
    QUANTITY_UNIT,
    RIGHT,
    RIGHT_READ,
    known,
)

# Futu's codes of indices; those of the US are their symbol behind a dot.
_INDEX = {("HK", "HSI"): "800000", ("HK", "HSCEI"): "800100"}
_LISTED = frozenset({"STOCK", "ETF", "WARRANT"})
_DERIVATIVES = frozenset({"OPTION", "FUTURE"})
_KINDS = (
    "Futu lists shares, options, futures and indices, written such as 00700.HK, "
    "OPT:AAPL.US:20261218:C:200, FUT:ES.CME:202612 and IND:SPX.US; for what else it has, "
    "write <connection>@<market>.<code>."
)


def to_lookup(key: Key, _account: Account) -> Lookup | Resolved:
    """Return the first question to Futu about a key; raises NotSent where Futu cannot be asked."""
    ask = known(_FIRST, key.kind)
    if ask is None:
        raise NotSent("unknown_instrument", f"{key.text}: {_KINDS}")
    return ask(key)


def from_lookup(key: Key, lookup: Lookup, answer: Any) -> list[Resolved] | Lookup:
    """Return what an answer settles: the securities that fit (none, one, several) or the next question.

    `answer` is decoded JSON of any shape; what does not fit its documentation is no match.
    """
    return _NEXT[lookup.step](key, lookup, answer)


def _ask_native(key: Key) -> Lookup:
    found = _keys.split(key.symbol)
    if found is None:
        detail = "Futu's ids are a market and a code, such as HK.00700."
        raise NotSent("unknown_instrument", f"{key.text}: {detail}")
    return _static(*found)


def _ask_stock(key: Key) -> Lookup:
    if key.market not in MARKETS:
        detail = f"Futu has no listings of {key.market}."
        raise NotSent("unknown_instrument", f"{key.text}: {detail}")
    return _static(key.market, key.symbol)


def _ask_option(key: Key) -> Lookup:
    if key.market not in MARKETS:
        detail = f"Futu has no listings of {key.market}."
        raise NotSent("unknown_instrument", f"{key.text}: {detail}")
    day = _day(key)
    asked = {
        "owner": {"market": QOT_MARKET[key.market], "code": key.symbol},
        "type": RIGHT[key.right],
        "begin_time": day,
        "end_time": day,
    }
    return Lookup("option_chain", {}, "chain", {"prefix": key.market, "day": day}, asked)


def _ask_future(key: Key) -> Lookup:
    if key.market not in FUTURES_EXCHANGE:
        detail = f"write <connection>@<market>.<code>; of exchanges Futu has {', '.join(FUTURES_EXCHANGE)}."
        raise NotSent("unknown_instrument", f"{key.text}: {detail}")
    prefix, _ = FUTURES_EXCHANGE[key.market]
    return _static(prefix, f"{key.symbol}{key.expiry[2:6]}")


def _ask_index(key: Key) -> Lookup:
    if (key.market, key.symbol) in _INDEX:
        return _static(key.market, _INDEX[key.market, key.symbol])
    if key.market != "US":
        detail = "write the index by Futu's code, such as <connection>@HK.800000."
        raise NotSent("unknown_instrument", f"{key.text}: {detail}")
    return _static("US", f".{key.symbol}")


_FIRST = {
    "NATIVE": _ask_native,
    "STOCK": _ask_stock,
    "OPTION": _ask_option,
    "FUTURE": _ask_future,
    "INDEX": _ask_index,
}


def _static(prefix: str, code: str) -> Lookup:
    # Spelt as the generated client spells it: a handler's same question is then answered from the cache.
    asked = {"security_list": [{"code": code, "market": QOT_MARKET[prefix]}]}
    return Lookup("static_info", {}, "static", {"prefix": prefix, "code": code}, asked)


def _day(key: Key) -> str:
    text = f"{key.expiry[:4]}-{key.expiry[4:6]}-{key.expiry[6:]}"
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        raise NotSent("unknown_instrument", f"{key.text}: {text} is not a day.") from None


def _read_static(key: Key, lookup: Lookup, answer: Any) -> list[Resolved] | Lookup:
    prefix, code = lookup.carried["prefix"], lookup.carried["code"]
    rows = _objects(_member(_member(answer, "s2c"), "static_info_list"))
    asked = [row for row in rows if _names(_member(row, "basic"), prefix, code)]
    return [found for row in asked if (found := _resolved(key, prefix, row)) is not None]


def _read_chain(key: Key, lookup: Lookup, answer: Any) -> list[Resolved] | Lookup:
    groups = _objects(_member(_member(answer, "s2c"), "option_chain"))
    pairs = [pair for group in groups for pair in _objects(_member(group, "option"))]
    rows = [pair["call" if key.right == "C" else "put"] for pair in pairs if _has(pair, key)]
    fitting = [row for row in rows if _is_option(key, lookup, row)]
    roots = {_keys.option_root(_code(row)) for row in fitting}
    _refuse_other_spelling(key, roots)
    wanted = key.trading_class or _keys.compact(key.symbol)
    prefix = lookup.carried["prefix"]
    listed = [row for row in fitting if _keys.option_root(_code(row)) == wanted]
    return [found for row in listed if (found := _resolved(key, prefix, row)) is not None]


_NEXT = {"static": _read_static, "chain": _read_chain}


def _has(pair: dict[str, Any], key: Key) -> bool:
    return isinstance(_member(pair, "call" if key.right == "C" else "put"), dict)


def _is_option(key: Key, lookup: Lookup, row: dict[str, Any]) -> bool:
    terms = _member(row, "option_ex_data")
    same_day = _times.day_of(_member(terms, "strike_time")) == lookup.carried["day"]
    same_right = known(RIGHT_READ, _member(terms, "type")) == key.right
    return same_day and same_right and _is_same(_member(terms, "strike_price"), key.strike)


def _refuse_other_spelling(key: Key, roots: set[str | None]) -> None:
    """Refuse a second spelling of one option: an allow-list would not know it."""
    standard = _keys.compact(key.symbol)
    if key.trading_class == standard:
        canonical = key.text.rpartition(":")[0]
        detail = f"{key.text}: the canonical form is {canonical}."
        raise NotSent("non_canonical_instrument", detail)
    others = sorted(root for root in roots if root is not None)
    if not key.trading_class and others and standard not in others:
        detail = f"name the trading class too, such as {key.text}:{others[0]}."
        raise NotSent("non_canonical_instrument", f"{key.text}: {detail}")


def _resolved(key: Key, prefix: str, row: dict[str, Any]) -> Resolved | None:
    """Return an instrument from its static facts, or None where it is of another kind than the key."""
    basic = _member(row, "basic")
    kind = known(INSTRUMENT_TYPE, _member(basic, "sec_type"))
    if kind is None or not _fits(key, kind, row):
        return None
    code = _code(row)
    return Resolved(
        key=key.text,
        native_id=f"{prefix}.{code}",
        type=kind,
        # A future may be quoted in another currency than its market's.
        currency=currency_of(prefix, code) if kind not in {"FUTURE", "INDEX"} else None,
        # Indices and bonds are not traded here; whatever is asked for them counts contracts.
        quantity_unit=known(QUANTITY_UNIT, kind) or "CONTRACT",
        broker_symbol=code,
        facts=_facts(prefix, kind, basic),
    )


def _fits(key: Key, kind: str, row: dict[str, Any]) -> bool:
    """Say whether what was found is of the key's kind; a future also on its exchange and, where named, its day."""
    if key.kind == "NATIVE":
        return True
    if key.kind == "STOCK":
        return kind in _LISTED
    if key.kind == "FUTURE":
        return kind == "FUTURE" and _is_future(key, row)
    return kind == key.kind


def _is_future(key: Key, row: dict[str, Any]) -> bool:
    basic, terms = _member(row, "basic"), _member(row, "future_ex_data")
    exchange = _answers.text(_member(basic, "exch_type"))
    if exchange != FUTURES_EXCHANGE[key.market][1] or _member(terms, "is_main_contract") is True:
        return False
    day = _times.day_of(_member(terms, "last_trade_time"))
    return len(key.expiry) == len("YYYYMM") or day == _day(key)


def _facts(prefix: str, kind: str, basic: Any) -> dict[str, Any]:
    """Return the factors of a value and where it trades; what Futu does not say is left out.

    Of derivatives the lot size is the multiplier.
    """
    lot = _answers.positive(_member(basic, "lot_size"))
    facts = {
        "prefix": prefix,
        "lot_size": "1" if kind in _DERIVATIVES else lot,
        "units_per_quantity": "1",
        "price_multiplier": lot if kind in _DERIVATIVES else "1",
        "exchange": _answers.text(_member(basic, "exch_type")),
    }
    return {name: value for name, value in facts.items() if value is not None}


def _names(basic: Any, prefix: str, code: str) -> bool:
    found = _member(basic, "security")
    # 2 is the obsolete number of Hong Kong's futures.
    markets = [QOT_MARKET[prefix], *([2] if prefix == "HK" else [])]
    return _member(found, "market") in markets and _member(found, "code") == code


def _code(row: dict[str, Any]) -> str:
    return _answers.text(_member(_member(_member(row, "basic"), "security"), "code"), 64) or ""


def _is_same(value: object, number: str) -> bool:
    """Compare numbers by value: a strike of 335 comes as 335.0."""
    found = _answers.number(value)
    try:
        return found is not None and Decimal(found) == Decimal(number)
    except InvalidOperation:
        return False


def _objects(value: object) -> list[dict[str, Any]]:
    return [row for row in value if isinstance(row, dict)] if isinstance(value, list) else []


def _member(value: object, name: str) -> Any:
    return value[name] if isinstance(value, dict) and name in value else None
