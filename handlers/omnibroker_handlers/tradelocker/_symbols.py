"""Instrument keys to TradeLocker's instruments: what to ask about a key and how to read the answers."""

from typing import Any

from omnibroker.kit.answers import currency, positive
from omnibroker.kit.errors import NotSent, malformed
from omnibroker.kit.instruments import Key, Lookup, Resolved
from omnibroker.kit.upstream import Account
from omnibroker_generated.tradelocker import models as tradelocker
from omnibroker_handlers.tradelocker import _answers, _listing
from omnibroker_handlers.tradelocker._tables import QUANTITY_UNIT


def to_lookup(key: Key, account: Account) -> Lookup | Resolved:
    """Return the first question to TradeLocker about a key; raises NotSent for keys that it cannot have."""
    if key.kind == "NATIVE" and _answers.identifier(key.symbol) is None:
        detail = f"{key.text}: TradeLocker's ids are tradableInstrumentIds, digits only."
        raise NotSent("unknown_instrument", detail)
    if key.kind not in {"NATIVE", "CFD"}:
        raise NotSent("unknown_instrument", f"{key.text}: {_hint(key)}")
    asked = {"accountId": account.broker_account_id}
    # The answer holds no account: what `<connection>@<id>` begins with travels along.
    return Lookup("get_instruments", asked, "instruments", {"connection": account.connection})


def from_lookup(key: Key, lookup: Lookup, answer: Any) -> list[Resolved] | Lookup:
    """Return what an answer settles: the instruments that fit (none, one, several) or the next question.

    `answer` is decoded JSON; one that is not as documented raises `upstream_malformed`.
    """
    if not isinstance(answer, dict):
        raise malformed("TradeLocker's answer is not an object as documented.")
    return _NEXT[lookup.step](key, lookup, answer)


def _hint(key: Key) -> str:
    if key.kind == "FX":
        return f"TradeLocker trades pairs as contracts for difference; write CFD:{key.symbol}."
    if key.kind == "CRYPTO":
        pair = key.symbol.replace("-", "")
        return f"TradeLocker trades coins as contracts for difference; write CFD:{pair}."
    return "search for it, and write CFD:<name> or <connection>@<id>."


def _read_instruments(key: Key, lookup: Lookup, answer: dict[str, Any]) -> list[Resolved] | Lookup:
    read = tradelocker.InstrumentsResponse.from_dict(answer)
    listing = _listing.from_answer(lookup.carried["connection"], read)
    found = [each for each in listing.values() if _fits(key, each)]
    if len(found) != 1 or not found[0].info_routes:
        return [_resolved(key, each, tradelocker.InstrumentDetails()) for each in found]
    # Currency and lot size stand in the details only.
    asked = {"tradableInstrumentId": found[0].id, "routeId": found[0].info_routes[0]}
    return Lookup("get_instrument_details", asked, "details", {"listed": found[0]})


def _read_details(key: Key, lookup: Lookup, answer: dict[str, Any]) -> list[Resolved] | Lookup:
    read = tradelocker.InstrumentDetailsResponse.from_dict(answer)
    details = _answers.content(
        read, tradelocker.InstrumentDetailsResponse, tradelocker.InstrumentDetails
    )
    return [_resolved(key, lookup.carried["listed"], details)]


_NEXT = {"instruments": _read_instruments, "details": _read_details}


def _fits(key: Key, listed: _listing.Listed) -> bool:
    if key.kind == "NATIVE":
        return listed.id == key.symbol
    return listed.type == "CFD" and listed.name == key.symbol


def _resolved(
    key: Key, listed: _listing.Listed, details: tradelocker.InstrumentDetails
) -> Resolved:
    facts = {
        "key": listed.key,
        "name": listed.name,
        "trade_route": listed.trade_route,
        "info_routes": list(listed.info_routes),
        "bar_source": listed.bar_source,
        "units_per_quantity": positive(details.lot_size),
        "price_multiplier": "1",
    }
    return Resolved(
        key=key.text,
        native_id=listed.id,
        type=listed.type,
        currency=currency(details.quoting_currency),
        quantity_unit=QUANTITY_UNIT,
        broker_symbol=listed.name or None,
        facts={name: value for name, value in facts.items() if value},
    )
