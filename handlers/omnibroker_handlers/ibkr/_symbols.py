"""Instrument keys to IBKR's contracts: what to ask about a key and how to read the answers."""

from decimal import Decimal, InvalidOperation
from typing import Any

from omnibroker.kit.errors import NotSent
from omnibroker.kit.instruments import Key, Lookup, Resolved
from omnibroker.kit.tables import known, translate
from omnibroker.kit.upstream import Account
from omnibroker_handlers.ibkr import _answers, _times
from omnibroker_handlers.ibkr._exchanges import EXCHANGES, INDEX_EXCHANGES, INDEX_MARKET, MARKET
from omnibroker_handlers.ibkr._keys import broker_symbol, compact, key_symbol
from omnibroker_handlers.ibkr._tables import INSTRUMENT_TYPE, QUANTITY_UNIT

_MOST_DEFINITIONS = 200
# Kinds whose keys name the market of a listing; a future's names the exchange.
_LISTED = frozenset({"STOCK", "OPTION", "CFD", "INDEX"})


def to_lookup(key: Key, account: Account) -> Lookup | Resolved:  # noqa: ARG001 - as for every broker
    """Return the first question to IBKR about a key; raises NotSent where IBKR cannot be asked."""
    _refuse_exchange_name(key)
    return translate(_FIRST, key.kind, "kind of instrument")(key)


def from_lookup(key: Key, lookup: Lookup, answer: Any) -> list[Resolved] | Lookup:
    """Return what an answer settles: the instruments that fit (none, one, several) or the next question.

    `answer` is decoded JSON of any shape; what does not fit its documentation is no match.
    """
    return _NEXT[lookup.step](key, lookup, answer)


def _refuse_exchange_name(key: Key) -> None:
    """Refuse IBKR's own name of an exchange in the place of a market: one security has one key."""
    if key.kind not in _LISTED:
        return
    symbol, market = key.symbol, key.market
    if key.kind == "CFD":
        symbol, _, market = key.symbol.rpartition(".")
    markets = INDEX_MARKET if key.kind == "INDEX" else MARKET
    listed = known(markets, market)
    if listed is not None and listed != market:
        canonical = f"{_canonical_symbol(key.kind, symbol, listed)}.{listed}"
        text = key.text.replace(f"{symbol}.{market}", canonical)
        detail = (
            f"{key.text}: {market} is IBKR's name of an exchange; the canonical form is {text}."
        )
        raise NotSent("non_canonical_instrument", detail)


def _canonical_symbol(kind: str, symbol: str, market: str) -> str:
    return symbol if kind == "INDEX" else key_symbol(symbol, market)


def _ask_native(key: Key) -> Lookup:
    if _answers.digits(key.symbol) is None:
        raise NotSent(
            "unknown_instrument", f"{key.text}: IBKR's ids are contract ids, digits only."
        )
    return _definitions([key.symbol])


def _ask_stock(key: Key) -> Lookup:
    symbols = {"symbols": broker_symbol(key.symbol, key.market)}
    return Lookup("security_stocks_by_symbol", symbols, "stocks")


def _ask_option(key: Key) -> Lookup:
    return _search(broker_symbol(key.symbol, key.market), "STK", "option_underlying")


def _ask_future(key: Key) -> Lookup:
    return _search(key.symbol, "FUT", "future_underlying")


def _ask_future_option(key: Key) -> Lookup:
    detail = "options on futures are found by contract id; write <connection>@<contract id>."
    raise NotSent("unknown_instrument", f"{key.text}: {detail}")


def _ask_pair(key: Key) -> Lookup:
    return Lookup("currency_pairs", {"currency": key.symbol[3:]}, "pairs")


def _ask_index(key: Key) -> Lookup:
    return _search(key.symbol, "IND", "index")


def _ask_difference(key: Key) -> Lookup:
    symbol, _, market = key.symbol.rpartition(".")
    return _search(broker_symbol(symbol or market, market), "STK", "difference")


def _ask_crypto(key: Key) -> Lookup:
    return _search(key.symbol.partition("-")[0], "STK", "crypto")


_FIRST = {
    "NATIVE": _ask_native,
    "STOCK": _ask_stock,
    "OPTION": _ask_option,
    "FUTURE": _ask_future,
    "FUTURE_OPTION": _ask_future_option,
    "FX": _ask_pair,
    "INDEX": _ask_index,
    "CFD": _ask_difference,
    "CRYPTO": _ask_crypto,
}


def _search(symbol: str, sec_type: str, step: str) -> Lookup:
    # Derivatives can be asked for only after this search in the same session.
    return Lookup("search_contract_by_symbol", {"symbol": symbol, "secType": sec_type}, step)


def _definitions(conids: list[str]) -> Lookup:
    listed = ",".join(conids[:_MOST_DEFINITIONS])
    return Lookup("security_definition_by_conid", {"conids": listed}, "definitions")


def _read_stocks(key: Key, lookup: Lookup, answer: Any) -> list[Resolved] | Lookup:
    found = _member(answer, lookup.parameters["symbols"])
    contracts = [c for company in _objects(found) for c in _objects(_member(company, "contracts"))]
    return _defined([c["conid"] for c in contracts if _is_listed(c, key.market)])


def _is_listed(contract: dict[str, Any], market: str) -> bool:
    """Say whether a contract belongs to a market: IBKR flags its US listings, the others by exchange."""
    if "conid" not in contract:
        return False
    if market == "US":
        return contract.get("isUS") is True
    return _in_market(contract.get("exchange"), market)


def _read_definitions(key: Key, lookup: Lookup, answer: Any) -> list[Resolved] | Lookup:
    wanted = set(lookup.parameters["conids"].split(","))
    definitions = _objects(_member(answer, "secdef"))
    fitting = [d for d in definitions if _answers.digits(d.get("conid")) in wanted]
    return [found for d in fitting if (found := _resolved(key, d)) is not None]


def _read_option_underlying(key: Key, _lookup: Lookup, answer: Any) -> list[Resolved] | Lookup:
    month = _times.month_code(key.expiry)
    for row in _objects(answer):
        section = _section(row, "OPT")
        listed = str(_member(section, "months")).split(";")
        if month in listed and _in_market(row.get("description"), key.market):
            return _strikes(row, month, is_index=False)
    return _search(key.symbol, "IND", "option_index")


def _read_option_index(key: Key, _lookup: Lookup, answer: Any) -> list[Resolved] | Lookup:
    month = _times.month_code(key.expiry)
    for row in _objects(answer):
        months = str(_member(_section(row, "OPT"), "months")).split(";")
        if month in months and _in_index_market(row.get("description"), key.market):
            return _strikes(row, month, is_index=True)
    return []


def _strikes(row: dict[str, Any], month: str, *, is_index: bool) -> list[Resolved] | Lookup:
    conid = _answers.digits(row.get("conid"))
    if conid is None:
        return []
    asked = {"conid": conid, "sectype": "OPT", "month": month}
    # Its answer is of no use here; without the call the contracts of the month may stay empty.
    return Lookup("search_strikes_by_conid", asked, "strikes", {"is_index": is_index})


def _read_strikes(key: Key, lookup: Lookup, _answer: Any) -> list[Resolved] | Lookup:
    asked = {**lookup.parameters, "strike": key.strike, "right": key.right}
    return Lookup("search_secdef_info_by_conid", asked, "options", lookup.carried)


def _read_options(key: Key, lookup: Lookup, answer: Any) -> list[Resolved] | Lookup:
    contracts = [row for row in _objects(answer) if _is_option(key, row)]
    standard = compact(key.symbol)
    wanted = key.trading_class or standard
    _refuse_other_spelling(key, standard, is_index=bool(lookup.carried["is_index"]))
    return [
        found
        for row in contracts
        if row.get("tradingClass") == wanted
        and (found := _resolved(key, {**row, "assetClass": "OPT"})) is not None
    ]


def _is_option(key: Key, row: dict[str, Any]) -> bool:
    same_day = str(row.get("maturityDate")) == key.expiry
    return same_day and row.get("right") == key.right and _is_same(row.get("strike"), key.strike)


def _refuse_other_spelling(key: Key, standard: str, *, is_index: bool) -> None:
    """Refuse a second spelling of one option: an allow-list would not know it."""
    if is_index and not key.trading_class:
        detail = f"name the trading class of an index option, such as {key.text}:{standard}."
        raise NotSent("non_canonical_instrument", f"{key.text}: {detail}")
    if not is_index and key.trading_class == standard:
        canonical = key.text.rpartition(":")[0]
        raise NotSent("non_canonical_instrument", f"{key.text}: the canonical form is {canonical}.")


def _read_future_underlying(key: Key, _lookup: Lookup, answer: Any) -> list[Resolved] | Lookup:
    month = _times.month_code(key.expiry)
    for row in _objects(answer):
        section, conid = _section(row, "FUT"), _answers.digits(row.get("conid"))
        if conid is not None and key.market in str(_member(section, "exchange")).split(";"):
            # `month` is the contract month; the day of expiry may fall into another one.
            asked = {"conid": conid, "sectype": "FUT", "month": month, "exchange": key.market}
            return Lookup("search_secdef_info_by_conid", asked, "futures")
    return []


def _read_futures(key: Key, _lookup: Lookup, answer: Any) -> list[Resolved] | Lookup:
    day = key.expiry if len(key.expiry) == len("YYYYMMDD") else None
    return _defined(
        [
            row["conid"]
            for row in _objects(answer)
            if row.get("secType") == "FUT"
            and "conid" in row
            and key.market in [row.get("exchange"), row.get("listingExchange")]
            and day in [None, str(row.get("maturityDate"))]
        ]
    )


def _read_pairs(key: Key, _lookup: Lookup, answer: Any) -> list[Resolved] | Lookup:
    base, quote = key.symbol[:3], key.symbol[3:]
    pairs = [p for p in _objects(_member(answer, quote)) if p.get("symbol") == f"{base}.{quote}"]
    return _defined([pair["conid"] for pair in pairs if "conid" in pair])


def _read_index(key: Key, _lookup: Lookup, answer: Any) -> list[Resolved] | Lookup:
    return _defined(
        [
            row["conid"]
            for row in _objects(answer)
            if row.get("symbol") == key.symbol
            and "conid" in row
            and _section(row, "IND")
            and _in_index_market(row.get("description"), key.market)
        ]
    )


def _read_sections(key: Key, _lookup: Lookup, answer: Any) -> list[Resolved] | Lookup:
    """Read a search whose finds hang as sections below a row; the row's own id where a section has none."""
    kind = "CFD" if key.kind == "CFD" else "CRYPTO"
    market = key.symbol.rpartition(".")[2] if "." in key.symbol else ""
    found = []
    for row in _objects(answer):
        section = _section(row, kind)
        if section and (kind == "CRYPTO" or _in_market(row.get("description"), market)):
            found.append(section.get("conid") or row.get("conid"))
    return _defined(found)


_NEXT = {
    "definitions": _read_definitions,
    "stocks": _read_stocks,
    "option_underlying": _read_option_underlying,
    "option_index": _read_option_index,
    "strikes": _read_strikes,
    "options": _read_options,
    "future_underlying": _read_future_underlying,
    "futures": _read_futures,
    "pairs": _read_pairs,
    "index": _read_index,
    "difference": _read_sections,
    "crypto": _read_sections,
}


def _defined(conids: list[Any]) -> list[Resolved] | Lookup:
    """Ask for the definitions of what was found: currency, multiplier and exchange stand only there."""
    known = [conid for value in conids if (conid := _answers.digits(value)) is not None]
    return _definitions(list(dict.fromkeys(known))) if known else []


def _resolved(key: Key, definition: dict[str, Any]) -> Resolved | None:
    """Return an instrument from its definition, or None where it is of another kind than the key."""
    asset_class = _answers.text(definition.get("assetClass"))
    conid = _answers.digits(definition.get("conid"))
    if conid is None or asset_class not in INSTRUMENT_TYPE or not _fits(key, definition):
        return None
    return Resolved(
        key=key.text,
        native_id=conid,
        type=INSTRUMENT_TYPE[asset_class],
        currency=_answers.currency(definition.get("currency")),
        # Indices and bonds are not traded here; whatever is asked for them counts contracts.
        quantity_unit=known(QUANTITY_UNIT, asset_class) or "CONTRACT",
        broker_symbol=_answers.text(definition.get("ticker") or definition.get("symbol")),
        facts=_facts(definition),
    )


def _fits(key: Key, definition: dict[str, Any]) -> bool:
    """Say whether a definition is of the key's kind, and in its currency where the key names one."""
    if key.kind == "NATIVE":
        return True
    if INSTRUMENT_TYPE[definition["assetClass"]] != key.kind:
        return False
    quote = {"FX": key.symbol[3:], "CRYPTO": key.symbol.rpartition("-")[2]}
    return key.kind not in quote or definition.get("currency") == quote[key.kind]


def _facts(definition: dict[str, Any]) -> dict[str, Any]:
    """Return the factors of a value, and where it trades; what IBKR does not say is left out.

    Stocks, pairs and coins have no multiplier: IBKR sends 0 for them.
    """
    asset_class = definition["assetClass"]
    derivative = asset_class in {"OPT", "FUT", "FOP", "WAR", "IOPT"}
    multiplier = _answers.positive(definition.get("multiplier")) or (None if derivative else "1")
    facts = {
        "asset_class": asset_class,
        "units_per_quantity": "1",
        "price_multiplier": multiplier,
        "exchange": _answers.text(definition.get("listingExchange")),
        "country": _answers.text(definition.get("countryCode")),
    }
    return {name: value for name, value in facts.items() if value is not None}


def _in_market(exchange: object, market: str) -> bool:
    names = EXCHANGES[market] if market in EXCHANGES else frozenset({market})
    return _answers.text(exchange) in names


def _in_index_market(exchange: object, market: str) -> bool:
    names = INDEX_EXCHANGES[market] if market in INDEX_EXCHANGES else frozenset({market})
    return _answers.text(exchange) in names


def _is_same(value: object, number: str) -> bool:
    """Compare numbers by value: a strike of 40 comes as 40, 40.0 or "40"."""
    found = _answers.number(value)
    try:
        return found is not None and Decimal(found) == Decimal(number)
    except InvalidOperation:
        return False


def _objects(value: object) -> list[dict[str, Any]]:
    return [row for row in value if isinstance(row, dict)] if isinstance(value, list) else []


def _member(value: object, name: str) -> Any:
    return value[name] if isinstance(value, dict) and name in value else None


def _section(row: dict[str, Any], sec_type: str) -> dict[str, Any]:
    sections = _objects(_member(row, "sections"))
    return next((each for each in sections if each.get("secType") == sec_type), {})
