"""Instruments and their trading rules at Futu."""

from omnibroker.kit.answers import currency
from omnibroker.kit.instruments import Resolved, parse
from omnibroker.kit.upstream import Upstream
from omnibroker_generated.futu import models as futu
from omnibroker_generated.futu.api.securities import future_info as futu_future_info
from omnibroker_generated.futu.api.securities import static_info as futu_static_info
from omnibroker_generated.unified import models as unified
from omnibroker_generated.unified.types import UNSET, Unset
from omnibroker_handlers.futu import _answers, _keys, _times
from omnibroker_handlers.futu._markets import ZONE
from omnibroker_handlers.futu._tables import EXCHANGE, RIGHT_NAME, known

_LISTED = frozenset({"STOCK", "ETF", "WARRANT"})
_ORDERED = _LISTED | {"OPTION", "FUTURE"}


async def get_instrument(upstream: Upstream, instrument: str) -> list[unified.Instrument]:
    """Return an instrument with what Futu says of it; steps of prices differ by price and are not among it."""
    resolved = await upstream.resolve(instrument)
    security = _keys.security(*_keys.split(resolved.native_id) or ("", ""))
    body = futu.StaticInfoRequest(security_list=[security])
    answer = await upstream.call(futu_static_info.asyncio_detailed, body=body)
    listed = _answers.content(answer, futu.StaticInfoS2C).static_info_list
    row = _row(resolved, _answers.rows(listed, futu.SecurityStaticInfo))
    found = from_static_info(upstream, resolved, row)
    if resolved.type == "FUTURE":
        _write_future(found, await _future(upstream, security, resolved))
    return [found]


async def _future(
    upstream: Upstream, security: futu.RequestSecurity, resolved: Resolved
) -> futu.FutureInfo:
    body = futu.FutureInfoRequest(security_list=[security])
    answer = await upstream.call(futu_future_info.asyncio_detailed, body=body)
    listed = _answers.content(answer, futu.FutureInfoS2C).future_info_list
    rows = _answers.rows(listed, futu.FutureInfo)
    found = [row for row in rows if _keys.native_of(row.security) == resolved.native_id]
    return found[0] if found else futu.FutureInfo()


def from_static_info(
    upstream: Upstream, resolved: Resolved, row: futu.SecurityStaticInfo
) -> unified.Instrument:
    """Return an instrument; asked for by Futu's code, it answers by its key."""
    account, facts = upstream.account, resolved.facts
    basic = row.basic if isinstance(row.basic, futu.SecurityStaticBasic) else None
    instrument = unified.Instrument(
        instrument=_key(account.connection, resolved, row),
        broker=account.broker,
        connection=account.connection,
        broker_instrument_id=resolved.native_id,
        broker_symbol=_answers.maybe(resolved.broker_symbol),
        type_=resolved.type,
        name=_answers.maybe(_answers.text(basic.name, 256) if basic else None),
        market=_answers.maybe(facts["prefix"] if resolved.type in _LISTED else None),
        exchanges=_exchanges(facts.get("exchange")),
        currency=_answers.maybe(resolved.currency),
        tradable=_is_tradable(resolved, basic),
        quantity_unit=_unit(resolved),
        units_per_quantity="1",
        price_multiplier=_answers.maybe(facts.get("price_multiplier")),
        lot_size=_answers.maybe(facts.get("lot_size")),
        size_step=_answers.maybe(_size_step(resolved)),
        time_zone=_answers.maybe(known(ZONE, facts["prefix"])),
        received_at=upstream.received_at,
    )
    if isinstance(row.option_ex_data, futu.OptionStaticExData):
        _write_option(instrument, row.option_ex_data, resolved)
    return instrument


def _key(connection: str, resolved: Resolved, row: futu.SecurityStaticInfo) -> str:
    is_native = "@" in resolved.key
    return _keys.static_key(connection, resolved.native_id, row) if is_native else resolved.key


def _row(resolved: Resolved, rows: list[futu.SecurityStaticInfo]) -> futu.SecurityStaticInfo:
    for row in rows:
        basic = row.basic
        security = basic.security if isinstance(basic, futu.SecurityStaticBasic) else None
        if _keys.native_of(security) == resolved.native_id:
            return row
    return futu.SecurityStaticInfo()


def _write_option(
    instrument: unified.Instrument, terms: futu.OptionStaticExData, resolved: Resolved
) -> None:
    day = _times.day_of(terms.strike_time)
    instrument.expiry_date = _answers.maybe(day)
    instrument.strike = _answers.maybe(_answers.positive(terms.strike_price))
    instrument.right = _answers.maybe(known(RIGHT_NAME, terms.type_))
    instrument.trading_class = _answers.maybe(_keys.option_root(resolved.broker_symbol))
    parsed = parse(instrument.instrument)
    if parsed.kind == "OPTION":
        instrument.underlying = f"{parsed.symbol}.{parsed.market}"


def _write_future(instrument: unified.Instrument, row: futu.FutureInfo) -> None:
    """Write what the contract's specification says: one price step, the currency, the last day."""
    instrument.tick_size = _answers.maybe(_answers.positive(row.min_var))
    instrument.currency = _answers.maybe(currency(row.quote_currency))
    instrument.last_trading_date = _answers.maybe(_times.day_of(row.last_trade_time))
    parsed = parse(instrument.instrument)
    if parsed.kind == "FUTURE":
        instrument.contract_month = parsed.expiry[:6]


def _exchanges(number: object) -> list[str] | Unset:
    name = known(EXCHANGE, number)
    return [name] if name is not None else UNSET


def _unit(resolved: Resolved) -> str | Unset:
    return resolved.quantity_unit if resolved.type in _ORDERED else UNSET


def _is_tradable(resolved: Resolved, basic: futu.SecurityStaticBasic | None) -> bool | Unset:
    """Say no where orders are refused here or the security is delisted; yes is for the broker to say."""
    delisted = basic is not None and basic.delisting is True
    return False if delisted or resolved.type not in _ORDERED else UNSET


def _size_step(resolved: Resolved) -> str | None:
    """Return the step of quantities where it is known: whole lots in Hong Kong, single shares in the US."""
    if resolved.type not in _LISTED:
        return "1" if resolved.type in _ORDERED else None
    steps = {"HK": resolved.facts.get("lot_size"), "US": "1"}
    return steps.get(resolved.facts["prefix"])
