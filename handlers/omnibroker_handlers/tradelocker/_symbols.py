"""Instrument keys to TradeLocker's instruments: what to ask about a key and how to read the answer."""

from typing import Any

from omnibroker.kit.answers import text
from omnibroker.kit.errors import NotSent, malformed
from omnibroker.kit.instruments import Key, Lookup, Resolved
from omnibroker.kit.upstream import Account
from omnibroker_generated.tradelocker import models as tradelocker
from omnibroker_handlers.tradelocker import _answers, _listing
from omnibroker_handlers.tradelocker._tables import QUANTITY_UNIT


def to_lookup(key: Key, account: Account) -> Lookup | Resolved:
    """Return the one question to TradeLocker about a key; raises NotSent for keys that it cannot have.

    The list alone settles it. Details have two places a second and come over a route that may be dead: what
    only they say (currency, lots, ticks) is read where it is wanted.
    """
    if key.kind == "NATIVE" and _answers.identifier(key.symbol) is None:
        detail = f"{key.text}: TradeLocker's ids are tradableInstrumentIds, digits only."
        raise NotSent("unknown_instrument", detail)
    if key.kind not in {"NATIVE", "CFD"}:
        raise NotSent("unknown_instrument", f"{key.text}: {_hint(key)}")
    asked = {"accountId": account.broker_account_id}
    # The answer holds no account: what `<connection>@<id>` begins with travels along.
    return Lookup("get_instruments", asked, carried={"connection": account.connection})


def from_lookup(key: Key, lookup: Lookup, answer: Any) -> list[Resolved] | Lookup:
    """Return the instruments of the list that fit: none, one, several.

    `answer` is decoded JSON; one that is not as documented raises `upstream_malformed`.
    """
    if not isinstance(answer, dict):
        raise malformed("TradeLocker's answer is not an object as documented.")
    read = tradelocker.InstrumentsResponse.from_dict(_narrowed(key, answer))
    listing = _listing.from_answer(lookup.carried["connection"], read)
    return [_resolved(key, each) for each in listing.values() if _fits(key, each)]


def _hint(key: Key) -> str:
    if key.kind == "FX":
        return f"TradeLocker trades pairs as contracts for difference; write CFD:{key.symbol}."
    if key.kind == "CRYPTO":
        pair = key.symbol.replace("-", "")
        return f"TradeLocker trades coins as contracts for difference; write CFD:{pair}."
    return "search for it, and write CFD:<name> or <connection>@<id>."


def _narrowed(key: Key, answer: dict[str, Any]) -> dict[str, Any]:
    """Return an answer with the lines of the wanted name: thousands are slow to read anew for each key.

    All lines of a name are needed, as twins have no key; what is no line at all stays, to be refused.
    """
    held = answer.get("d")
    lines = held.get("instruments") if isinstance(held, dict) else None
    if not isinstance(held, dict) or not isinstance(lines, list):
        return answer
    names = {text(line.get("name")) for line in lines if _is_wanted(key, line)}
    kept = [e for e in lines if not isinstance(e, dict) or text(e.get("name")) in names]
    return {**answer, "d": {**held, "instruments": kept}}


def _is_wanted(key: Key, line: Any) -> bool:
    if not isinstance(line, dict):
        return False
    if key.kind == "NATIVE":
        return _answers.identifier(line.get("tradableInstrumentId")) == key.symbol
    return text(line.get("name")) == key.symbol


def _fits(key: Key, listed: _listing.Listed) -> bool:
    if key.kind == "NATIVE":
        return listed.id == key.symbol
    return listed.type == "CFD" and listed.name == key.symbol


def _resolved(key: Key, listed: _listing.Listed) -> Resolved:
    facts = {
        "key": listed.key,
        "trade_route": listed.trade_route,
        "info_routes": list(listed.info_routes),
        "bar_source": listed.bar_source,
    }
    return Resolved(
        key=key.text,
        native_id=listed.id,
        type=listed.type,
        currency=None,
        quantity_unit=QUANTITY_UNIT,
        broker_symbol=listed.name or None,
        facts={name: value for name, value in facts.items() if value},
    )
