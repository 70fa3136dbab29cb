"""Instruments and their trading rules at IBKR."""

from omnibroker.kit.instruments import Resolved, parse
from omnibroker.kit.tables import known, translate
from omnibroker.kit.upstream import Upstream
from omnibroker_generated.ibkr import models as ibkr
from omnibroker_generated.ibkr.api.contracts import (
    info_and_rules_by_conid as ibkr_info_and_rules_by_conid,
)
from omnibroker_generated.ibkr.api.contracts import (
    search_contract_by_symbol as ibkr_search_contract_by_symbol,
)
from omnibroker_generated.ibkr.api.contracts import (
    security_definition_by_conid as ibkr_security_definition_by_conid,
)
from omnibroker_generated.unified import models as unified
from omnibroker_generated.unified.types import UNSET, Unset
from omnibroker_handlers.ibkr import _answers, _definitions, _keys, _rules, _times
from omnibroker_handlers.ibkr._tables import QUANTITY_UNIT, SEARCH_TYPE

_RIGHT = {"C": "CALL", "P": "PUT"}
_DERIVATIVES = frozenset({"OPT", "FUT", "FOP", "WAR", "IOPT"})
_FUTURES = frozenset({"FUTURE", "FUTURE_OPTION"})
_MOST_EXCHANGES = 128


async def search_instruments(
    upstream: Upstream,
    query: str,
    type: str | None = None,  # noqa: A002 - the parameter's name in the spec
    limit: int | None = None,
) -> list[unified.Instrument]:
    """Search by symbol, then by name; derivatives hang below their underlying and are not found here."""
    kind = translate(SEARCH_TYPE, type, "search for") if type is not None else "STK"
    symbol = _keys.broker_symbol(query.upper(), "US")
    found = await _search(upstream, symbol, kind) or await _search(
        upstream, query, kind, by_name=True
    )
    definitions = await _defined(upstream, [conid for conid, _ in found])
    instruments = [from_search(upstream, conid, row, definitions) for conid, row in found]
    fitting = [each for each in instruments if type is None or each.type_ == type]
    return fitting[:limit]


async def get_instrument(upstream: Upstream, instrument: str) -> unified.Instrument:
    """Return one instrument with what may be sent for it."""
    resolved = await upstream.resolve(instrument)
    conid = resolved.native_id
    answers = await upstream.gather(
        [
            upstream.call(ibkr_info_and_rules_by_conid.asyncio_detailed, conid=conid),
            upstream.call(ibkr_security_definition_by_conid.asyncio_detailed, conids=conid),
        ]
    )
    contract = _answers.single(answers[0], ibkr.ContractInformation)
    definition = _definitions.by_conid(answers[1:]).get(conid)
    return from_contract(upstream, resolved, contract, definition)


async def _search(
    upstream: Upstream, symbol: str, sec_type: str, *, by_name: bool = False
) -> list[tuple[str, ibkr.ContractSearchResult]]:
    """Return what was found with its contract ids; issuers of bonds are found too and are no instruments."""
    named = {"name": "true"} if by_name else {}
    answer = await upstream.call(
        ibkr_search_contract_by_symbol.asyncio_detailed, symbol=symbol, sec_type=sec_type, **named
    )
    found = _answers.rows(answer, ibkr.ContractSearchResult)
    listed = [(_answers.digits(row.conid), row) for row in found if not row.issuers]
    return [(conid, row) for conid, row in listed if conid is not None]


async def _defined(upstream: Upstream, conids: list[str]) -> _definitions.Definitions:
    calls = [
        upstream.call(ibkr_security_definition_by_conid.asyncio_detailed, conids=listed)
        for listed in _definitions.batches(conids)
    ]
    return _definitions.by_conid(await upstream.gather(calls))


def from_search(
    upstream: Upstream,
    conid: str,
    row: ibkr.ContractSearchResult,
    definitions: _definitions.Definitions,
) -> unified.Instrument:
    """Return what was found; a find without a definition keeps its contract id for a name."""
    definition = definitions.get(conid)
    if definition is not None:
        key = _definitions.instrument_key(
            upstream.account.connection, conid, definition, definitions
        )
        return from_security_definition(upstream, key, conid, definition, definitions)
    account = upstream.account
    return unified.Instrument(
        instrument=f"{account.connection}@{conid}",
        broker=account.broker,
        connection=account.connection,
        broker_instrument_id=conid,
        broker_symbol=_answers.maybe(_answers.text(row.symbol)),
        type_="UNKNOWN",
        name=_answers.maybe(_answers.text(row.company_name, 256)),
        received_at=upstream.received_at,
    )


def from_security_definition(
    upstream: Upstream,
    key: str,
    conid: str,
    row: ibkr.SecurityDefinition,
    definitions: _definitions.Definitions,
) -> unified.Instrument:
    """Return an instrument without its order rules."""
    account = upstream.account
    contract = _definitions.contract(account.connection, conid, row, definitions)
    asset_class = contract.asset_class
    instrument = unified.Instrument(
        instrument=key,
        broker=account.broker,
        connection=account.connection,
        broker_instrument_id=conid,
        broker_symbol=_answers.maybe(_answers.text(row.ticker)),
        type_=_definitions.instrument_type(row) or "UNKNOWN",
        name=_answers.maybe(_answers.text(row.name or row.full_name, 256)),
        market=_answers.maybe(_market(contract)),
        exchanges=_exchanges(row.all_exchanges),
        currency=_answers.maybe(_answers.currency(row.currency)),
        quantity_unit=_answers.maybe(known(QUANTITY_UNIT, asset_class)),
        units_per_quantity="1",
        price_multiplier=_answers.maybe(_multiplier(asset_class, row.multiplier)),
        received_at=upstream.received_at,
    )
    instrument.tick_size, instrument.price_bands = _ticks(row)
    _write_expiry(instrument, row)
    return instrument


def from_contract(
    upstream: Upstream,
    resolved: Resolved,
    contract: ibkr.ContractInformation,
    definition: ibkr.SecurityDefinition | None,
) -> unified.Instrument:
    """Return an instrument with its order rules; asked for by contract id, it answers by its key."""
    conid, row = resolved.native_id, definition or ibkr.SecurityDefinition()
    key = resolved.key
    if "@" in key:
        key = _definitions.instrument_key(upstream.account.connection, conid, row, {})
    instrument = from_security_definition(upstream, key, conid, row, {})
    instrument.type_ = resolved.type if instrument.type_ == "UNKNOWN" else instrument.type_
    instrument.quantity_unit = resolved.quantity_unit
    if resolved.type in _FUTURES:
        instrument.contract_month = _contract_month(contract.contract_month)
    instrument.trading_class = _answers.maybe(_answers.text(contract.trading_class, 64))
    instrument.underlying = _underlying(key)
    instrument.cross_references = _cross_references(contract.cusip)
    if isinstance(contract.rules, ibkr.ContractRules):
        _rules.apply(instrument, contract.rules, upstream.account.broker_account_id)
    return instrument


def _write_expiry(instrument: unified.Instrument, row: ibkr.SecurityDefinition) -> None:
    """Write what only derivatives have."""
    instrument.expiry_date = _answers.maybe(_times.calendar_date(row.expiry))
    instrument.last_trading_date = _answers.maybe(_times.calendar_date(row.last_trading_day))
    instrument.strike = _answers.maybe(_answers.positive(row.strike))
    instrument.right = _answers.maybe(known(_RIGHT, row.put_or_call))


def _market(contract: _keys.Contract) -> str | None:
    return _keys.market_of(contract) if contract.asset_class == "STK" else None


def _ticks(row: ibkr.SecurityDefinition) -> tuple[str | Unset, list[unified.PriceBand] | Unset]:
    """Return one tick size, or bands where it depends on the price."""
    rules = _answers.rows(row.increment_rules or [], ibkr.IncrementRule)
    steps = [(_answers.number(r.lower_edge), _answers.positive(r.increment)) for r in rules]
    bands = [
        unified.PriceBand(from_price=edge, tick_size=tick)
        for edge, tick in steps
        if edge is not None and tick is not None
    ]
    if len(bands) == 1:
        return bands[0].tick_size, UNSET
    return UNSET, bands or UNSET


def _multiplier(asset_class: str, value: object) -> str | None:
    """Return money per price unit; IBKR says 0 where nothing is multiplied."""
    found = _answers.positive(value)
    return found or (
        "1" if asset_class in QUANTITY_UNIT and asset_class not in _DERIVATIVES else None
    )


def _exchanges(value: object) -> list[str] | Unset:
    listed = (_answers.text(value, 4096) or "").split(",")
    return [name[:64] for name in listed if name][:_MOST_EXCHANGES] or UNSET


def _contract_month(value: object) -> str | Unset:
    month = _answers.digits(value)
    return month if month is not None and len(month) == len("YYYYMM") else UNSET


def _underlying(key: str) -> str | Unset:
    parsed = parse(key)
    return f"{parsed.symbol}.{parsed.market}" if parsed.kind == "OPTION" else UNSET


def _cross_references(cusip: object) -> list[unified.CrossReference] | Unset:
    found = _answers.text(cusip, 64)
    return [unified.CrossReference(scheme="CUSIP", value=found)] if found else UNSET
