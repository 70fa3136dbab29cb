"""Instruments and their trading rules at Tiger."""

from omnibroker.kit.instruments import Resolved, parse
from omnibroker.kit.tables import known, translate
from omnibroker.kit.upstream import Parted, Upstream
from omnibroker_generated.tiger import models as tiger
from omnibroker_generated.tiger.api.contracts import all_symbol_names as tiger_all_symbol_names
from omnibroker_generated.tiger.api.contracts import contract as tiger_contract
from omnibroker_generated.tiger.api.contracts import contracts as tiger_contracts
from omnibroker_generated.tiger.api.futures import (
    future_contract_by_contract_code as tiger_future_contract_by_contract_code,
)
from omnibroker_generated.unified import models as unified
from omnibroker_generated.unified.types import UNSET, Unset
from omnibroker_handlers.tiger import _answers, _keys, _names, _symbols, _times
from omnibroker_handlers.tiger._markets import FUTURE_ZONE, ZONE, registry
from omnibroker_handlers.tiger._tables import (
    INSTRUMENT_TYPE,
    LANGUAGE,
    QUANTITY_UNIT,
    SEARCH_TYPE,
)

# Tiger's lists of names are sure to exist for these.
_SEARCHED = ("US", "HK")
_MOST_FOUND = 50
_RIGHT = {"CALL": "CALL", "PUT": "PUT"}
# Kinds that trade in their market's own hours.
_LISTED = frozenset({"STK", "OPT"})
_ONE_BY_ONE = frozenset({"STK", "CC", "FUND"})


async def search_instruments(
    upstream: Upstream,
    query: str,
    type: str | None = None,  # noqa: A002 - the parameter's name in the spec
    limit: int | None = None,
) -> Parted[unified.Instrument]:
    """Search shares by symbol and name in Tiger's lists of names, as Tiger has no search of its own."""
    kind = translate(SEARCH_TYPE, type, "search for") if type is not None else "STK"
    most = min(limit or _MOST_FOUND, _MOST_FOUND)
    found = await upstream.parts(
        {market: _search(upstream, query, market, kind, most) for market in _SEARCHED}
    )
    fitting = [row for row in found.rows if type in {None, row.type_}]
    return Parted(fitting[:limit], found.failed, found.by)


async def get_instrument(upstream: Upstream, instrument: str) -> unified.Instrument:
    """Return one instrument with what may be sent for it."""
    resolved = await upstream.resolve(instrument)
    if resolved.facts["asset_class"] == "FUT":
        return await _future(upstream, resolved)
    asked = _symbols.to_lookup(parse(resolved.key), upstream.account)
    body = tiger.ContractRequest.from_dict(asked.body)  # type: ignore[union-attr]
    answer = await upstream.call(tiger_contract.asyncio_detailed, body=body)
    rows = [(_keys.Contract.read(row), row) for row in _one_or_more(answer)]
    fitting = [(c, row) for c, row in rows if _keys.to_native(c) == resolved.native_id]
    contract, row = fitting[0] if fitting else (_symbols.to_contract(resolved), tiger.Contract())
    return from_contract(upstream, _key(upstream, resolved, contract), contract, row)


async def _search(
    upstream: Upstream, query: str, market: str, sec_type: str, most: int
) -> list[unified.Instrument]:
    """Search one market's list, then read what the best finds are."""
    asked = tiger.SymbolNamesRequest(market=market, lang=LANGUAGE)
    answer = await upstream.call(tiger_all_symbol_names.asyncio_detailed, body=asked)
    symbols = _names.best(_answers.items(answer, tiger.SymbolName), query, most)
    if not symbols:
        return []
    body = tiger.ContractsRequest(
        account=upstream.account.broker_account_id,
        symbols=symbols,
        sec_type=sec_type,
        lang=LANGUAGE,
    )
    details = await upstream.call(tiger_contracts.asyncio_detailed, body=body)
    rows = {_answers.text(row.symbol): row for row in _answers.items(details, tiger.Contract)}
    found = [(_keys.Contract.read(rows[name]), rows[name]) for name in symbols if name in rows]
    connection = upstream.account.connection
    return [from_contract(upstream, _keys.to_key(connection, c), c, row) for c, row in found]


async def _future(upstream: Upstream, resolved: Resolved) -> unified.Instrument:
    """Read the contract of a future, which alone says its month."""
    body = tiger.FutureContractRequest(contract_code=resolved.broker_symbol or "", lang=LANGUAGE)
    answer = await upstream.call(tiger_future_contract_by_contract_code.asyncio_detailed, body=body)
    listed = [answer] if isinstance(answer, tiger.FutureContract) else answer
    rows = _answers.rows(listed, tiger.FutureContract)
    row = next((r for r in rows if r.contract_code == resolved.broker_symbol), None)
    return from_future_contract(upstream, resolved, row or tiger.FutureContract())


def _key(upstream: Upstream, resolved: Resolved, contract: _keys.Contract) -> str:
    """Return the key of an instrument; asked for by Tiger's parts, it answers by its key if that is certain."""
    is_native = "@" in resolved.key
    return _keys.to_key(upstream.account.connection, contract) if is_native else resolved.key


def _one_or_more(answer: object) -> list[tiger.Contract]:
    """Return the contracts of an answer: the object itself, in a list, or in items."""
    if not isinstance(answer, tiger.Contract):
        return _answers.rows(answer, tiger.Contract)
    wrapped = answer.additional_properties.get("items")
    if isinstance(wrapped, list):
        return [tiger.Contract.from_dict(row) for row in wrapped if isinstance(row, dict)]
    return [answer]


def from_contract(
    upstream: Upstream, key: str, contract: _keys.Contract, row: tiger.Contract
) -> unified.Instrument:
    """Return an instrument with its order rules, as far as Tiger says them."""
    account, kind = upstream.account, contract.sec_type
    market = registry(contract.market, contract.symbol)
    multiplier = "1" if kind in _ONE_BY_ONE else contract.multiplier or None
    instrument = unified.Instrument(
        instrument=key,
        broker=account.broker,
        connection=account.connection,
        broker_instrument_id=_keys.to_native(contract),
        broker_symbol=_answers.maybe(contract.symbol or None),
        type_="ETF" if row.is_etf is True else known(INSTRUMENT_TYPE, kind) or kind or "UNKNOWN",
        name=_answers.maybe(_answers.text(row.name, 256)),
        market=_answers.maybe(market if kind in _LISTED else None),
        exchanges=_exchanges(row),
        currency=_answers.maybe(contract.currency or None),
        tradable=_is_tradable(row),
        quantity_unit=_answers.maybe(known(QUANTITY_UNIT, kind)),
        units_per_quantity="1",
        price_multiplier=_answers.maybe(multiplier),
        lot_size=_answers.maybe(_answers.positive(row.lot_size)),
        time_zone=_answers.maybe(known(ZONE, contract.market) if kind in _LISTED else None),
        received_at=upstream.received_at,
    )
    instrument.tick_size, instrument.price_bands = _ticks(row)
    instrument.sessions = _sessions(contract, row)
    if contract.expiry:
        _write_derivative(instrument, contract, row)
    return instrument


def from_future_contract(
    upstream: Upstream, resolved: Resolved, row: tiger.FutureContract
) -> unified.Instrument:
    """Return a future with its order rules; asked for by its parts, it answers by its key."""
    account, key = upstream.account, _key(upstream, resolved, _symbols.from_future(row))
    tick, month = _answers.positive(row.min_tick), _answers.digits(row.contract_month)
    last_day = _times.calendar_date(_answers.text(row.last_trading_date))
    return unified.Instrument(
        instrument=key if row.contract_code == resolved.broker_symbol else resolved.key,
        broker=account.broker,
        connection=account.connection,
        broker_instrument_id=resolved.native_id,
        broker_symbol=_answers.maybe(resolved.broker_symbol),
        type_=resolved.type,
        name=_answers.maybe(_answers.text(row.name, 256)),
        market=_answers.maybe(resolved.facts.get("exchange")),
        currency=_answers.maybe(resolved.currency),
        tradable=_answers.maybe(_answers.flag(row.trade)),
        quantity_unit=resolved.quantity_unit,
        units_per_quantity="1",
        price_multiplier=_answers.maybe(resolved.facts.get("price_multiplier")),
        tick_size=_answers.maybe(tick),
        last_trading_date=_answers.maybe(last_day),
        contract_month=month if month is not None and len(month) == len("YYYYMM") else UNSET,
        time_zone=_answers.maybe(known(FUTURE_ZONE, resolved.facts.get("exchange"))),
        received_at=upstream.received_at,
    )


def _write_derivative(
    instrument: unified.Instrument, contract: _keys.Contract, row: tiger.Contract
) -> None:
    """Write what only derivatives have."""
    instrument.expiry_date = _answers.maybe(_times.calendar_date(contract.expiry))
    last_day = _answers.text(row.last_trading_date)
    instrument.last_trading_date = _answers.maybe(_times.calendar_date(last_day))
    instrument.strike = _answers.maybe(contract.strike or None)
    instrument.right = _answers.maybe(known(_RIGHT, contract.right))
    instrument.trading_class = _answers.maybe(_answers.text(row.trading_class, 64))
    if "@" not in instrument.instrument and contract.sec_type == "OPT":
        instrument.underlying = f"{contract.symbol}.{contract.market}"


def _exchanges(row: tiger.Contract) -> list[str] | Unset:
    names = (_answers.text(row.primary_exchange, 64), _answers.text(row.exchange, 64))
    return list(dict.fromkeys(name for name in names if name)) or UNSET


def _is_tradable(row: tiger.Contract) -> bool | Unset:
    tradable = _answers.flag(row.tradeable)
    return _answers.maybe(tradable if tradable is None else tradable and row.close_only is not True)


def _sessions(contract: _keys.Contract, row: tiger.Contract) -> list[str] | Unset:
    """Return the sessions of a share in the US; of other instruments Tiger says none."""
    if contract.sec_type != "STK" or contract.market != "US":
        return UNSET
    overnight = ["OVERNIGHT"] if row.support_overnight_trading is True else []
    return ["REGULAR", "EXTENDED", *overnight]


def _ticks(row: tiger.Contract) -> tuple[str | Unset, list[unified.PriceBand] | Unset]:
    """Return one tick size, or bands where it depends on the price."""
    rules = _answers.rows(row.tick_sizes or [], tiger.TickSize)
    steps = [(_answers.unsigned(r.begin), _answers.positive(r.tick_size)) for r in rules]
    bands = [
        unified.PriceBand(from_price=edge, tick_size=tick)
        for edge, tick in steps
        if edge is not None and tick is not None
    ]
    if len(bands) > 1:
        return UNSET, bands
    return (bands[0].tick_size if bands else _answers.maybe(_answers.positive(row.min_tick))), UNSET
