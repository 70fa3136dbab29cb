"""IBKR's security definitions to contracts that can be named, and to instruments."""

from collections.abc import Iterable, Mapping

from omnibroker.kit.tables import known
from omnibroker_generated.ibkr import models as ibkr
from omnibroker_handlers.ibkr import _answers, _keys
from omnibroker_handlers.ibkr._tables import INSTRUMENT_TYPE

# IBKR reads so many contract ids in one call.
_BATCH = 200
_DERIVATIVES = frozenset({"OPT", "FUT", "FOP", "WAR", "IOPT"})

Definitions = Mapping[str, ibkr.SecurityDefinition]


def batches(conids: Iterable[str]) -> list[str]:
    """Return comma lists of contract ids, each short enough for one call; none twice."""
    unique = list(dict.fromkeys(conids))
    return [",".join(unique[start : start + _BATCH]) for start in range(0, len(unique), _BATCH)]


def by_conid(answers: Iterable[object]) -> dict[str, ibkr.SecurityDefinition]:
    """Return the definitions of several answers by contract id."""
    listed = [
        definition
        for answer in answers
        for definition in _answers.rows(
            _answers.single(answer, ibkr.SecurityDefinitions).secdef, ibkr.SecurityDefinition
        )
    ]
    known = ((_answers.digits(definition.conid), definition) for definition in listed)
    return {conid: definition for conid, definition in known if conid is not None}


def underlying_conid(row: ibkr.SecurityDefinition | ibkr.Position) -> str | None:
    """Return the contract id beneath a derivative; IBKR says 0 for none."""
    conid = _answers.digits(row.und_conid)
    return None if conid == "0" or _answers.text(row.asset_class) not in _DERIVATIVES else conid


def instrument_key(
    connection: str, conid: str, row: ibkr.SecurityDefinition | ibkr.Position, known: Definitions
) -> str:
    """Return the key of a definition, or of a position that carries one."""
    return _keys.to_key(connection, contract(connection, conid, row, known))


def contract(
    connection: str, conid: str, row: ibkr.SecurityDefinition | ibkr.Position, known: Definitions
) -> _keys.Contract:
    """Return what a row says of its contract; the underlying comes from the definitions that are known."""
    beneath = known.get(underlying_conid(row) or "")
    return _keys.Contract(
        conid=conid,
        asset_class=_answers.text(row.asset_class) or "",
        ticker=_answers.text(row.ticker) or "",
        exchange=_answers.text(row.listing_exchange) or "",
        is_us=_answers.flag(row.is_us),
        currency=_answers.currency(row.currency) or "",
        expiry=_answers.text(row.expiry) or "",
        strike=_answers.positive(row.strike) or "",
        right=_answers.text(row.put_or_call) or "",
        multiplier=_answers.positive(row.multiplier) or "",
        description=_answers.text(row.full_name, 256) or "",
        underlying=_underlying(connection, beneath),
        is_index=beneath is not None and beneath.asset_class == "IND",
    )


def instrument_type(row: ibkr.SecurityDefinition | ibkr.Position) -> str | None:
    """Return the unified kind, or IBKR's own word where there is none."""
    asset_class = _answers.text(row.asset_class, 64)
    if asset_class == "STK" and row.type_ == "ETF":
        return "ETF"
    return known(INSTRUMENT_TYPE, asset_class) or asset_class


def _underlying(connection: str, beneath: ibkr.SecurityDefinition | None) -> str:
    """Return the listed form of an underlying as an option's key holds it, or nothing."""
    conid = _answers.digits(beneath.conid) if beneath is not None else None
    if beneath is None or conid is None:
        return ""
    key = instrument_key(connection, conid, beneath, {})
    return "" if "@" in key else key.removeprefix("IND:")
