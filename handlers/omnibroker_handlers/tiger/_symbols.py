"""Instrument keys to Tiger's contracts: what to ask about a key and how to read the answers."""

from collections.abc import Callable
from typing import Any

from omnibroker.kit.errors import NotSent
from omnibroker.kit.instruments import Key, Lookup, Resolved
from omnibroker.kit.tables import known
from omnibroker.kit.upstream import Account
from omnibroker_generated.tiger import models as tiger
from omnibroker_handlers.tiger import _answers, _keys
from omnibroker_handlers.tiger._markets import FUTURE_EXCHANGE, MARKET, registry
from omnibroker_handlers.tiger._tables import INSTRUMENT_TYPE, LANGUAGE, QUANTITY_UNIT

VERSION = "3.0"
_LISTED = (
    "Tiger lists shares, options, futures and coins, written such as AAPL.US, "
    "OPT:AAPL.US:20261218:C:200, FUT:ES.CME:202612 and CRYPTO:BTC-USD."
)


def to_lookup(key: Key, account: Account) -> Lookup | Resolved:
    """Return the question to Tiger about a key; raises NotSent where Tiger cannot be asked."""
    ask = known(_FIRST, key.kind)
    if ask is None:
        raise NotSent("unknown_instrument", f"{key.text}: {_LISTED}")
    return ask(key, account)


def from_lookup(key: Key, lookup: Lookup, answer: Any) -> list[Resolved] | Lookup:
    """Return the instruments that fit: none, one or several.

    `answer` is decoded JSON of any shape; what does not fit its documentation is no match.
    """
    return _NEXT[lookup.step](key, lookup, answer)


def _ask_native(key: Key, account: Account) -> Lookup:
    contract = _keys.from_native(key.symbol)
    if contract is None or contract.sec_type not in INSTRUMENT_TYPE:
        detail = "Tiger's ids here are such as STK:AAPL:USD or OPT:AAPL:USD:20261218:C:200."
        raise NotSent("unknown_instrument", f"{key.text}: {detail}")
    return _contract(account, contract)


def _ask_share(key: Key, account: Account) -> Lookup:
    market = known(MARKET, key.market)
    if market is None:
        detail = f"Tiger has no listings of {key.market}; it has those of {', '.join(MARKET)}."
        raise NotSent("unknown_instrument", f"{key.text}: {detail}")
    if registry(market, key.symbol) != key.market:
        raise NotSent("unknown_instrument", f"{key.text} is not a share of {key.market}.")
    return _contract(account, _keys.Contract("STK", key.symbol))


def _ask_option(key: Key, account: Account) -> Lookup:
    if key.market != "US" or key.symbol in _keys.INDEX_ROOTS:
        raise _by_id(key, "OPT:TCH.HK:HKD:20261230:C:400")
    if key.trading_class == _keys.compact(key.symbol):
        standard = key.text.rpartition(":")[0]
        detail = f"{key.text}: the canonical form is {standard}."
        raise NotSent("non_canonical_instrument", detail)
    if key.trading_class:
        raise NotSent("unknown_instrument", f"{key.text}: Tiger has no trading classes.")
    right = _keys.RIGHT_SENT[key.right]
    return _contract(
        account,
        _keys.Contract("OPT", key.symbol, expiry=key.expiry, right=right, strike=key.strike),
    )


def _ask_future(key: Key, _account: Account) -> Lookup:
    if len(key.expiry) != len("YYYYMM") or key.market not in FUTURE_EXCHANGE.values():
        raise _by_id(key, "FUT:ES2612:USD")
    code = f"{key.symbol}{key.expiry[2:]}"
    asked = {"contract_code": code, "lang": LANGUAGE}
    return Lookup("future_contract_by_contract_code", {}, "future", body=asked)


def _ask_future_option(key: Key, _account: Account) -> Lookup:
    raise _by_id(key, "FOP:ES2612:USD:20261218:C:6000")


def _ask_coin(key: Key, account: Account) -> Lookup:
    return _contract(account, _keys.Contract("CC", key.symbol.replace("-", "/")))


_FIRST: dict[str, Callable[[Key, Account], Lookup]] = {
    "NATIVE": _ask_native,
    "STOCK": _ask_share,
    "OPTION": _ask_option,
    "FUTURE": _ask_future,
    "FUTURE_OPTION": _ask_future_option,
    "CRYPTO": _ask_coin,
}


def _by_id(key: Key, example: str) -> NotSent:
    detail = f"Tiger finds it by its own parts only; write <connection>@{example} or the like."
    return NotSent("unknown_instrument", f"{key.text}: {detail}")


def _contract(account: Account, contract: _keys.Contract) -> Lookup:
    """Ask for one contract by its parts; what is not sent narrows nothing."""
    parts = {
        "account": account.broker_account_id,
        "symbol": contract.symbol,
        "sec_type": contract.sec_type,
        "currency": contract.currency,
        "expiry": contract.expiry,
        "strike": contract.strike,
        "right": contract.right,
        "lang": LANGUAGE,
        "version": VERSION,
    }
    body = tiger.ContractRequest.from_dict({n: value for n, value in parts.items() if value})
    # Written as the generated client writes it, so that both are one entry of the cache.
    return Lookup("contract", {}, "contract", {"contract": contract}, body.to_dict())


def _read_contract(key: Key, lookup: Lookup, answer: Any) -> list[Resolved] | Lookup:
    asked = lookup.carried["contract"]
    rows = [tiger.Contract.from_dict(row) for row in _objects(answer)]
    found = [(_keys.Contract.read(row), row) for row in rows]
    return [
        _resolved(key, contract, _answers.text(row.primary_exchange))
        for contract, row in found
        if _is_asked(asked, contract) and _fits(key, contract)
    ]


def _is_asked(asked: _keys.Contract, found: _keys.Contract) -> bool:
    """Say whether a contract is the one that was asked for, part by part."""
    parts = ("sec_type", "symbol", "currency", "expiry", "right", "strike")
    return all(getattr(asked, part) in {"", getattr(found, part)} for part in parts)


def _fits(key: Key, found: _keys.Contract) -> bool:
    """Say whether a contract is what its key says: in its market, and of the standard class."""
    if key.kind == "STOCK":
        return registry(found.market, found.symbol) == key.market
    if key.kind == "OPTION":
        return _keys.to_key("", found) == key.text
    return True


def _read_future(key: Key, lookup: Lookup, answer: Any) -> list[Resolved] | Lookup:
    rows = [tiger.FutureContract.from_dict(row) for row in _objects(answer)]
    contracts = [from_future(row) for row in rows if row.contract_code == _code(lookup)]
    return [_resolved(key, each, None) for each in contracts if _keys.to_key("", each) == key.text]


def _code(lookup: Lookup) -> Any:
    return lookup.body["contract_code"] if isinstance(lookup.body, dict) else None


_NEXT: dict[str, Callable[[Key, Lookup, Any], list[Resolved] | Lookup]] = {
    "contract": _read_contract,
    "future": _read_future,
}


def from_future(row: tiger.FutureContract) -> _keys.Contract:
    """Return what the contract of a future says, under the code by which it is ordered."""
    return _keys.Contract(
        sec_type="FUT",
        symbol=_answers.text(row.contract_code) or "",
        currency=_answers.currency(row.currency) or "",
        expiry=_answers.text(row.last_trading_date) or "",
        multiplier=_answers.positive(row.multiplier) or "",
        exchange=_answers.text(row.exchange) or "",
        month=_answers.text(row.contract_month) or "",
    )


def to_contract(resolved: Resolved) -> _keys.Contract:
    """Return the parts of an instrument that has been looked up, as orders and quotes repeat them."""
    facts = resolved.facts
    return _keys.Contract(
        sec_type=facts["asset_class"],
        symbol=resolved.broker_symbol or "",
        market=facts.get("market", ""),
        currency=resolved.currency or "",
        expiry=facts.get("expiry", ""),
        right=facts.get("right", ""),
        strike=facts.get("strike", ""),
        multiplier=facts.get("price_multiplier", ""),
        exchange=facts.get("exchange", ""),
    )


def _resolved(key: Key, contract: _keys.Contract, venue: str | None) -> Resolved:
    """Return an instrument with the parts that orders and quotes repeat; what is not known is left out.

    Shares and coins are counted one by one, whatever multiplier is sent with them.
    """
    kind, exchange = contract.sec_type, known(FUTURE_EXCHANGE, contract.exchange)
    facts = {
        "asset_class": kind,
        "units_per_quantity": "1",
        "price_multiplier": "1" if kind in {"STK", "CC", "FUND"} else contract.multiplier,
        "market": contract.market,
        "expiry": contract.expiry,
        "right": contract.right,
        "strike": contract.strike,
        "exchange": exchange or venue,
    }
    return Resolved(
        key=key.text,
        native_id=_keys.to_native(contract),
        type=INSTRUMENT_TYPE[kind],
        currency=contract.currency or None,
        quantity_unit=QUANTITY_UNIT[kind],
        broker_symbol=contract.symbol,
        facts={name: value for name, value in facts.items() if value},
    )


def _objects(answer: Any) -> list[dict[str, Any]]:
    """Return the rows of an answer that is one object, a list, or an object with items."""
    found = answer.get("items", [answer]) if isinstance(answer, dict) else answer
    return [row for row in found if isinstance(row, dict)] if isinstance(found, list) else []
