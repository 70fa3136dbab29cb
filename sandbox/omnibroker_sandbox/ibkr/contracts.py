"""Finding contracts: definitions, search, derivatives step by step, rules, currencies."""

from collections.abc import Iterator
from typing import Any

from omnibroker_sandbox.answers import Answer
from omnibroker_sandbox.catalogue import future_expiries, option_expiries
from omnibroker_sandbox.ibkr import conids, wire
from omnibroker_sandbox.ibkr.definitions import contract_row, rules_row, secdef_row
from omnibroker_sandbox.ibkr.gateway import Gateway
from omnibroker_sandbox.ibkr.refusals import SERVER_ERROR, body_object, error, require
from omnibroker_sandbox.instruments import Instrument, Kind

MOST_CONIDS = 200
MEXICAN_LISTING = {"conid": 38708077, "exchange": "MEXI", "isUS": False}
"""A second listing of AAPL, so that a look-up by symbol alone is ambiguous as it really is."""


def security_definition_by_conid(
    gateway: Gateway, parameters: wire.Parameters, _body: Any
) -> Answer:
    """Return the definitions of up to 200 contracts; unknown ones are left out."""
    wanted = wire.items(parameters, "conids")
    require(wanted, error(400, "Bad Request: missing parameter conids"))
    require(len(wanted) <= MOST_CONIDS, error(400, "Bad Request: at most 200 conids"))
    found = [gateway.conids.find(wire.whole(each, "conids")) for each in wanted]
    return Answer(200, {"secdef": [secdef_row(gateway, each) for each in found if each]})


def contract_information_by_conid(
    gateway: Gateway, parameters: wire.Parameters, _body: Any
) -> Answer:
    """Return one contract's details."""
    return Answer(200, contract_row(gateway, _by_conid(gateway, wire.text(parameters, "conid"))))


def info_and_rules_by_conid(gateway: Gateway, parameters: wire.Parameters, _body: Any) -> Answer:
    """Return one contract's details with its trading rules."""
    instrument = _by_conid(gateway, wire.text(parameters, "conid"))
    is_buy = wire.flag(parameters, "isBuy", default=True)
    rules = rules_row(gateway, instrument, is_buy=is_buy)
    return Answer(200, {**contract_row(gateway, instrument), "rules": rules})


def search_contract_rules(gateway: Gateway, _parameters: wire.Parameters, body: Any) -> Answer:
    """Return a contract's trading rules; a failure sits in `error` of a 200."""
    request = body_object(body)
    require(request.get("conid") is not None, error(400, "Bad Request: conid is missing"))
    instrument = gateway.conids.find(wire.whole(request["conid"], "conid"))
    if instrument is None:
        return Answer(200, {"error": "Contract rules are not available", "orderTypes": []})
    is_buy = wire.boolean(request, "isBuy", default=True)
    return Answer(200, rules_row(gateway, instrument, is_buy=is_buy))


def search_contract_by_symbol(gateway: Gateway, parameters: wire.Parameters, _body: Any) -> Answer:
    """Search by symbol, or by name with `name=true`; unlocks strikes and derivatives of the finds."""
    symbol = wire.needed(parameters, "symbol")
    by_name = wire.flag(parameters, "name")
    kind = wire.text(parameters, "secType", "STK")
    require(kind in {"STK", "IND", "BOND", "FUT", "CASH", "CFD", "CRYPTO"}, SERVER_ERROR)
    rows = list(_search(gateway, symbol.upper(), kind, by_name=by_name))
    if not by_name:
        gateway.session.searched |= {str(row["conid"]) for row in rows}
        return Answer(200, rows)
    kept = ("conid", "companyName", "companyHeader", "symbol")
    return Answer(200, [{key: row[key] for key in kept} for row in rows])


def search_secdef_info_by_conid(
    gateway: Gateway, parameters: wire.Parameters, _body: Any
) -> Answer:
    """Return the derivatives of a month (and strike, and right); empty before the search."""
    kind = wire.needed(parameters, "sectype")
    number = wire.whole(wire.needed(parameters, "conid"), "conid")
    instrument = gateway.conids.find(number)
    if instrument is not None and (instrument.expiry or kind in {"STK", "CASH"}):
        return Answer(200, [_secdef_info_row(instrument)])
    month = wire.needed(parameters, "month").upper()
    right, strike = wire.text(parameters, "right"), wire.text(parameters, "strike")
    require(strike or kind != "OPT", error(400, "Bad Request: strike is needed for options"))
    rows = [
        _secdef_info_row(each)
        for each in _derivatives(gateway, number, kind, month)
        if right in {"", each.right} and (not each.strike or _same(strike, each))
    ]
    return Answer(200, rows)


def search_strikes_by_conid(gateway: Gateway, parameters: wire.Parameters, _body: Any) -> Answer:
    """Return the strikes of a month; both lists are empty before the search."""
    number = wire.whole(wire.needed(parameters, "conid"), "conid")
    kind = wire.needed(parameters, "sectype")
    month = wire.needed(parameters, "month").upper()
    chain = list(_derivatives(gateway, number, kind, month))
    return Answer(
        200,
        {
            name: sorted({each.strike for each in chain if each.right == right and each.strike})
            for name, right in (("call", "C"), ("put", "P"))
        },
    )


def security_future_by_symbol(gateway: Gateway, parameters: wire.Parameters, _body: Any) -> Answer:
    """Return the contracts of futures products that have not expired."""
    symbols = wire.items(parameters, "symbols")
    require(symbols, error(400, "Bad Request: missing parameter symbols"))
    gateway.conids.listed()
    today = gateway.exchange.today
    catalogue = gateway.conids.catalogue
    products = {symbol: catalogue.futures(symbol, today) for symbol in symbols}
    return Answer(
        200,
        {
            symbol: [_future_row(each) for each in contracts]
            for symbol, contracts in products.items()
            if contracts
        },
    )


def security_stocks_by_symbol(gateway: Gateway, parameters: wire.Parameters, _body: Any) -> Answer:
    """Return the stocks of upper-case symbols; unknown symbols are left out."""
    symbols = wire.items(parameters, "symbols")
    require(symbols, error(400, "Bad Request: missing parameter symbols"))
    found: dict[str, list[dict[str, Any]]] = {}
    for instrument in _of_kind(gateway, Kind.STOCK):
        symbol = conids.symbol(instrument)
        if symbol in symbols:
            found.setdefault(symbol, []).append(_stock_row(instrument))
    return Answer(200, found)


def currency_pairs(gateway: Gateway, parameters: wire.Parameters, _body: Any) -> Answer:
    """Return the currency pairs of one currency under its own name."""
    currency = wire.needed(parameters, "currency")
    rows = [
        {
            "symbol": pair.name,
            "conid": conids.conid(pair),
            "ccyPair": pair.currency if pair.base_currency == currency else pair.base_currency,
        }
        for pair in _of_kind(gateway, Kind.FX)
        if currency in {pair.base_currency, pair.currency}
    ]
    return Answer(200, {currency: rows})


def currency_exchange_rate(gateway: Gateway, parameters: wire.Parameters, _body: Any) -> Answer:
    """Return units of target per one source."""
    source, target = wire.needed(parameters, "source"), wire.needed(parameters, "target")
    gateway.exchange.advance()
    try:
        rate = gateway.exchange.rate(source, target)
    except KeyError:
        return error(400, f"Bad Request: no rate from {source} to {target}")
    return Answer(200, {"rate": rate.quantize(wire.CENTS**4)})


def _by_conid(gateway: Gateway, number: str) -> Instrument:
    return gateway.conids.get(wire.whole(number, "conid"))


def _of_kind(gateway: Gateway, kind: Kind) -> list[Instrument]:
    return [each for each in gateway.conids.listed() if each.kind is kind]


def _search(gateway: Gateway, wanted: str, kind: str, *, by_name: bool) -> Iterator[dict[str, Any]]:
    kinds = {"STK": Kind.STOCK, "CASH": Kind.FX, "CFD": Kind.CFD, "CRYPTO": Kind.CRYPTO}
    if kind in {"IND", "FUT"} and wanted == "ES":
        yield _index_row(gateway)
    for instrument in gateway.conids.listed():
        searched = kinds.get(kind)
        anything = kind == "STK" and instrument.kind in {Kind.CRYPTO, Kind.FX}
        if instrument.kind is not searched and not anything:
            continue
        names = {conids.symbol(instrument), instrument.symbol, instrument.name}
        if wanted in names or (by_name and wanted in instrument.name.upper()):
            yield _search_row(gateway, instrument)


def _search_row(gateway: Gateway, instrument: Instrument) -> dict[str, Any]:
    sections: list[dict[str, Any]] = [{"secType": conids.sec_type(instrument)}]
    if gateway.conids.catalogue.options(instrument.key, gateway.exchange.today):
        expiries = option_expiries(gateway.exchange.today)
        months = ";".join(f"{day:%b%y}".upper() for day in expiries)
        sections.append({"secType": "OPT", "months": months, "exchange": "SMART;AMEX;CBOE"})
    return {
        "conid": str(conids.conid(instrument)),
        "companyHeader": f"{instrument.name} - {conids.listing(instrument)}",
        "companyName": instrument.name,
        "symbol": conids.symbol(instrument),
        "description": conids.listing(instrument),
        "restricted": None,
        "sections": sections,
    }


def _index_row(gateway: Gateway) -> dict[str, Any]:
    expiries = future_expiries(gateway.exchange.today)
    months = ";".join(f"{day:%b%y}".upper() for day in expiries)
    return {
        "conid": str(conids.ES_INDEX),
        "companyHeader": "E-mini S&P 500 - CME",
        "companyName": "E-mini S&P 500",
        "symbol": "ES",
        "description": "CME",
        "restricted": None,
        "sections": [
            {"secType": "IND"},
            {"secType": "FUT", "months": months, "exchange": "CME"},
        ],
    }


def _derivatives(gateway: Gateway, number: int, kind: str, month: str) -> Iterator[Instrument]:
    """Yield what hangs on an underlying, provided that it was searched in this session."""
    if str(number) not in gateway.session.searched:
        return
    for instrument in gateway.conids.listed():
        beneath = conids.underlying_conid(instrument, gateway.conids.catalogue)
        right_kind = conids.sec_type(instrument) == kind
        if right_kind and beneath == number and conids.month_code(instrument) == month:
            yield instrument


def _same(strike: str, option: Instrument) -> bool:
    return wire.plain(option.strike or wire.CENTS) == strike.removesuffix(".0")


def _secdef_info_row(instrument: Instrument) -> dict[str, Any]:
    expiry = instrument.expiry
    day = f"{expiry:%b %d '%y}".upper() if expiry else ""
    right = {"C": "Call", "P": "Put"}.get(instrument.right, "")
    strike = wire.plain(instrument.strike) if instrument.strike else ""
    return {
        "conid": conids.conid(instrument),
        "symbol": conids.symbol(instrument),
        "secType": conids.sec_type(instrument),
        "exchange": conids.listing(instrument),
        "listingExchange": conids.listing(instrument),
        "right": instrument.right,
        "strike": instrument.strike or 0,
        "currency": instrument.currency,
        "cusip": None,
        "coupon": "No Coupon",
        "desc1": conids.symbol(instrument),
        "desc2": " ".join(part for part in (day, strike, right) if part),
        "maturityDate": f"{expiry:%Y%m%d}" if expiry else "",
        "multiplier": wire.plain(instrument.multiplier),
        "tradingClass": conids.symbol(instrument),
        "validExchanges": conids.routes(instrument),
    }


def _future_row(future: Instrument) -> dict[str, Any]:
    day = int(f"{future.expiry:%Y%m%d}") if future.expiry else 0
    return {
        "symbol": future.symbol,
        "conid": conids.conid(future),
        "underlyingConid": conids.ES_INDEX,
        "expirationDate": day,
        "ltd": day,
        "shortFuturesCutOff": day,
        "longFuturesCutOff": day,
    }


def _stock_row(instrument: Instrument) -> dict[str, Any]:
    home = {
        "conid": conids.conid(instrument),
        "exchange": conids.listing(instrument),
        "isUS": instrument.country == "US",
    }
    abroad = [MEXICAN_LISTING] if instrument.key == "AAPL.US" else []
    return {
        "name": instrument.name,
        "chineseName": None,
        "assetClass": "STK",
        "contracts": [home, *abroad],
    }


OPERATIONS = {
    "security_definition_by_conid": security_definition_by_conid,
    "contract_information_by_conid": contract_information_by_conid,
    "info_and_rules_by_conid": info_and_rules_by_conid,
    "search_contract_rules": search_contract_rules,
    "search_contract_by_symbol": search_contract_by_symbol,
    "search_secdef_info_by_conid": search_secdef_info_by_conid,
    "search_strikes_by_conid": search_strikes_by_conid,
    "security_future_by_symbol": security_future_by_symbol,
    "security_stocks_by_symbol": security_stocks_by_symbol,
    "currency_pairs": currency_pairs,
    "currency_exchange_rate": currency_exchange_rate,
}
