"""Securities, plates, option chains and futures contracts."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from omnibroker_sandbox.answers import Answer
from omnibroker_sandbox.futu import messages, plates, symbols, wire
from omnibroker_sandbox.futu.gateway import Gateway
from omnibroker_sandbox.futu.refusals import error, failure, require
from omnibroker_sandbox.instruments import Instrument, Kind
from omnibroker_sandbox.sessions import VENUES

CALL, PUT = 1, 2
WITHIN, OUTSIDE = 1, 2
WARRANTS, CONTRACTS = 1, 2
MONTHLY, STANDARD = 2, 1
MOST_CONTRACTS, MOST_OWNERS, MOST_CHAIN_DAYS = 200, 200, 30
DAY_MINUTES = 1440


def static_info(gateway: Gateway, _parameters: wire.Body, body: wire.Body) -> Answer:
    """Describe securities, or all of a market and a type."""
    if body.get("security_list") is not None:
        rows = wire.rows(body, "security_list")
        require(rows, error(400, "`security_list` must not be empty"))
        found = symbols.all_needed(gateway.exchange, rows)
    else:
        market, kind = wire.whole(body, "market"), wire.whole(body, "sec_type")
        text = "`security_list`, or `market` and `sec_type`, must be there"
        require(market is not None and kind is not None, error(400, text))
        found = [
            each
            for each in symbols.listed(gateway.exchange)
            if (symbols.market_of(each), symbols.sec_type(each)) == (market, kind)
        ]
    return wire.ok({"static_info_list": [static_row(each) for each in found]})


def static_row(instrument: Instrument) -> dict[str, Any]:
    """Return what does not change about a security."""
    listed = symbols.LISTED.get(instrument.key, "")
    zone = symbols.zone_of(instrument)
    basic = wire.message(
        messages.STATIC_BASIC,
        security=symbols.security(instrument),
        id=symbols.security_id(instrument),
        lot_size=symbols.lot_size(instrument),
        sec_type=symbols.sec_type(instrument),
        name=symbols.name(instrument),
        list_time=listed,
        delisting=False,
        list_timestamp=wire.stamp(wire.read_time(listed, zone)) if listed else None,
        exch_type=symbols.EXCHANGES[instrument.venue_code],
    )
    option, future = _option_block(instrument), _future_block(instrument)
    blocks = {"option_ex_data": option, "future_ex_data": future}
    return wire.message(messages.STATIC, basic=basic, **blocks)


def _option_block(option: Instrument) -> dict[str, Any] | None:
    if option.kind is not Kind.OPTION or option.expiry is None:
        return None
    day = option.expiry.isoformat()
    return wire.message(
        messages.OPTION_STATIC,
        type=CALL if option.right == "C" else PUT,
        owner={"market": symbols.market_of(option), "code": option.symbol},
        strike_time=day,
        strike_price=option.strike,
        suspend=False,
        market=option.country,
        strike_timestamp=_midnight(option, option.expiry),
        expiration_cycle=MONTHLY,
        option_standard_type=STANDARD,
    )


def _future_block(future: Instrument) -> dict[str, Any] | None:
    if future.kind is not Kind.FUTURE or future.expiry is None:
        return None
    return {
        "last_trade_time": future.expiry.isoformat(),
        "last_trade_timestamp": _midnight(future, future.expiry),
        "is_main_contract": False,
    }


def _midnight(instrument: Instrument, day: date) -> Decimal:
    return wire.stamp(wire.read_time(day.isoformat(), symbols.zone_of(instrument)))


def option_chain(gateway: Gateway, _parameters: wire.Body, body: wire.Body) -> Answer:
    """Return pairs of contracts by expiry, without prices; the days span thirty at most."""
    owner = symbols.needed(gateway.exchange, wire.needed(body, "owner"))
    begin, end = (_day(body, name) for name in ("begin_time", "end_time"))
    span = (end - begin).days
    text = f"begin_time to end_time may span {MOST_CHAIN_DAYS} days (simulated)"
    require(0 <= span <= MOST_CHAIN_DAYS, failure(text))
    require(not body.get("data_filter"), failure("data_filter is not simulated (simulated)"))
    chain = gateway.exchange.catalogue.options(owner.key, gateway.exchange.today)
    kept = [each for each in chain if each.expiry and begin <= each.expiry <= end]
    kept = [each for each in kept if _wanted(gateway, owner, each, body)]
    days = sorted({each.expiry for each in kept if each.expiry})
    groups = [
        {
            "strike_time": day.isoformat(),
            "option": _pairs([each for each in kept if each.expiry == day]),
            "strike_timestamp": _midnight(owner, day),
        }
        for day in days
    ]
    return wire.ok({"option_chain": groups})


def _day(body: wire.Body, name: str) -> date:
    milliseconds = wire.read_time(str(wire.needed(body, name)), "UTC")
    return date(1970, 1, 1) + timedelta(milliseconds=milliseconds)


def _wanted(gateway: Gateway, owner: Instrument, option: Instrument, body: wire.Body) -> bool:
    side, condition = wire.whole(body, "type"), wire.whole(body, "condition")
    right = CALL if option.right == "C" else PUT
    spot, strike = gateway.exchange.price(owner), option.strike or Decimal(0)
    inside = spot > strike if right == CALL else spot < strike
    wanted_side = side not in {CALL, PUT} or side == right
    return wanted_side and (condition not in {WITHIN, OUTSIDE} or (condition == WITHIN) is inside)


def _pairs(options: list[Instrument]) -> list[dict[str, Any]]:
    pairs: dict[Decimal, dict[str, Any]] = {}
    for option in options:
        pair = pairs.setdefault(option.strike or Decimal(0), {"call": None, "put": None})
        pair["call" if option.right == "C" else "put"] = static_row(option)
    return [pairs[strike] for strike in sorted(pairs)]


def future_info(gateway: Gateway, _parameters: wire.Body, body: wire.Body) -> Answer:
    """Describe futures contracts."""
    rows = wire.rows(body, "security_list")
    require(len(rows) <= MOST_CONTRACTS, failure(f"at most {MOST_CONTRACTS} contracts (simulated)"))
    found = symbols.all_needed(gateway.exchange, rows)
    futures = [each for each in found if each.kind is Kind.FUTURE]
    require(len(futures) == len(found), failure("not a future (simulated)"))
    return wire.ok({"future_info_list": [_contract(each) for each in futures]})


def _contract(future: Instrument) -> dict[str, Any]:
    expiry = future.expiry or date.min
    return wire.message(
        messages.FUTURE_INFO,
        name=symbols.name(future),
        security=symbols.security(future),
        last_trade_time=expiry.isoformat(),
        last_trade_timestamp=_midnight(future, expiry),
        owner_other="",
        exchange=future.venue_code,
        contract_type="Equity Index",
        contract_size=future.multiplier,
        contract_size_unit=future.currency,
        quote_currency=future.currency,
        min_var=future.tick_at(future.base_price),
        min_var_unit="Index point",
        trade_time=_trade_times(future),
        time_zone=VENUES[future.venue_code].zone,
        exchange_format_url="",
    )


def _trade_times(future: Instrument) -> list[dict[str, int]]:
    """Return the trading periods in minutes; the one that starts in the evening runs past midnight."""
    morning, evening = VENUES[future.venue_code].regular[0]
    return [{"begin": evening[0], "end": morning[1] + DAY_MINUTES}]


def reference(gateway: Gateway, _parameters: wire.Body, body: wire.Body) -> Answer:
    """List the contracts of a future; of warrants the sandbox has none."""
    security = wire.child(body, "security")
    kind = wire.whole(body, "reference_type")
    require(kind in {WARRANTS, CONTRACTS}, failure("unknown reference_type (simulated)"))
    instrument = symbols.needed(gateway.exchange, security)
    exchange = gateway.exchange
    found = (
        exchange.catalogue.futures(instrument.symbol, exchange.today) if kind == CONTRACTS else ()
    )
    return wire.ok({"static_info_list": [static_row(each) for each in found]})


def plate_set(gateway: Gateway, _parameters: wire.Body, body: wire.Body) -> Answer:
    """List the industries of a market: the sandbox has no regions and no concepts."""
    market, kind = wire.whole(body, "market"), wire.whole(body, "plate_set_type")
    text = "plate_set_type must be 0 to 3 (simulated)"
    require(kind in plates.SETS, failure(text))
    found = plates.of_market(gateway.exchange, market or 0) if kind in plates.FILLED_SETS else ()
    rows = [{**plates.row(each), "plate_type": None} for each in found]
    return wire.ok({"plate_info_list": rows})


def plate_security(gateway: Gateway, _parameters: wire.Body, body: wire.Body) -> Answer:
    """List the shares of a plate, by code or by price."""
    found = plates.members(gateway, wire.child(body, "plate"))
    by_price = wire.whole(body, "sort_field") == plates.SORT_BY_PRICE
    ascending = body.get("ascend") is not False
    ordered = sorted(
        found,
        key=lambda each: (gateway.exchange.price(each) if by_price else 0, symbols.code(each)),
        reverse=not ascending,
    )
    return wire.ok({"static_info_list": [static_row(each) for each in ordered]})


def owner_plate(gateway: Gateway, _parameters: wire.Body, body: wire.Body) -> Answer:
    """Return the industry of each share."""
    rows = wire.rows(body, "security_list")
    require(len(rows) <= MOST_OWNERS, failure(f"at most {MOST_OWNERS} securities (simulated)"))
    found = symbols.all_needed(gateway.exchange, rows)
    owned = [
        {
            "security": symbols.security(each),
            "name": symbols.name(each),
            "plate_info_list": [plates.row(plate) for plate in plates.of_share(each)],
        }
        for each in found
    ]
    return wire.ok({"owner_plate_list": owned})


def user_security(gateway: Gateway, _parameters: wire.Body, body: wire.Body) -> Answer:
    """Return a watch list: All, or the shares of a market."""
    group = wire.word(body, "group_name")
    known = {"All": tuple(symbols.MARKETS.values())}
    known |= {name: (market,) for name, market in symbols.MARKETS.items()}
    require(group in known, failure(f"unknown group: {group} (simulated)"))
    listed = symbols.listed(gateway.exchange)
    shares = [each for each in listed if each.kind is Kind.STOCK]
    found = [each for each in shares if symbols.market_of(each) in known[group]]
    return wire.ok({"static_info_list": [static_row(each) for each in found]})


OPERATIONS = {
    "static_info": static_info,
    "option_chain": option_chain,
    "future_info": future_info,
    "reference": reference,
    "plate_set": plate_set,
    "plate_security": plate_security,
    "owner_plate": owner_plate,
    "user_security": user_security,
}
