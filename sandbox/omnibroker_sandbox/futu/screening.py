"""Screening: the stock filter over the sandbox's shares; warrants and IPOs there are none."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from omnibroker_sandbox.answers import Answer
from omnibroker_sandbox.futu import plates, quotes, refusals, symbols, wire
from omnibroker_sandbox.futu.gateway import Gateway
from omnibroker_sandbox.futu.refusals import Refused, failure, require
from omnibroker_sandbox.instruments import Instrument, Kind
from omnibroker_sandbox.market import Bar

DAY, YEAR = 86_400, 365 * 86_400
MOST_ROWS, MOST_DAYS = 200, 365
DESCENDING = 2
UNSIMULATED = ("financial_filter_list", "pattern_filter_list", "custom_indicator_filter_list")

BASE: dict[int, Callable[[Instrument, Decimal, Bar], Decimal]] = {
    3: lambda _instrument, price, _year: price,
    4: lambda _instrument, price, year: wire.percent(price - year.high, year.high),
    5: lambda _instrument, price, year: wire.percent(price - year.low, year.low),
    10: lambda instrument, price, _year: price * instrument.lot,
}
"""Simple attributes by number: price, its distance to the highest and lowest of a year, price of a lot."""
ACCUMULATED: dict[int, Callable[[Instrument, Bar], Decimal]] = {
    1: lambda _instrument, bar: wire.percent(bar.close - bar.open, bar.open),
    2: lambda _instrument, bar: wire.percent(bar.high - bar.low, bar.open),
    3: lambda _instrument, bar: bar.volume,
    4: lambda instrument, bar: quotes.turnover(instrument, bar.close, bar.volume),
}
"""Attributes over some days by number: change, amplitude, volume, turnover."""


@dataclass(frozen=True, slots=True)
class Condition:
    """One filter and how to work its attribute out."""

    row: wire.Body
    value: Callable[[Instrument], Decimal]

    def holds(self, value: Decimal) -> bool:
        """Tell whether a value passes; a filter may only ask for the value."""
        if self.row.get("is_no_filter") is not False:
            return True
        least, most = wire.number(self.row, "filter_min"), wire.number(self.row, "filter_max")
        return (least is None or value >= least) and (most is None or value <= most)


def stock_filter(gateway: Gateway, _parameters: wire.Body, body: wire.Body) -> Answer:
    """Return a page of the shares that pass every filter, with the attributes that filters name."""
    begin, count = wire.whole(body, "begin") or 0, wire.whole(body, "num") or 0
    require(begin >= 0, failure("begin must not be negative (simulated)"))
    require(0 < count <= MOST_ROWS, failure(f"num must be 1 to {MOST_ROWS} (simulated)"))
    require(not any(body.get(each) for each in UNSIMULATED), _not_simulated("filter"))
    base = [_base(gateway, row) for row in wire.rows(body, "base_filter_list")]
    accumulated = [_accumulated(gateway, row) for row in wire.rows(body, "accumulate_filter_list")]
    conditions = [*base, *accumulated]
    found = []
    for instrument in _shares(gateway, body):
        values = [each.value(instrument) for each in conditions]
        if all(each.holds(value) for each, value in zip(conditions, values, strict=True)):
            found.append((instrument, values))
    for place, condition in enumerate(conditions):
        if direction := wire.whole(condition.row, "sort_dir"):
            found.sort(key=lambda pair: pair[1][place], reverse=direction == DESCENDING)
    page = [_row(instrument, values, base, accumulated) for instrument, values in found]
    last = begin + count >= len(page)
    rows = page[begin : begin + count]
    return wire.ok({"last_page": last, "all_count": len(page), "data_list": rows})


def _not_simulated(what: str) -> Answer:
    return failure(f"this {what} is not simulated (simulated)")


def _shares(gateway: Gateway, body: wire.Body) -> list[Instrument]:
    market = wire.whole(body, "market")
    if body.get("plate"):
        return plates.members(gateway, wire.child(body, "plate"))
    listed = symbols.listed(gateway.exchange)
    shares = (each for each in listed if each.kind is Kind.STOCK)
    return [each for each in shares if symbols.market_of(each) == market]


def _base(gateway: Gateway, row: wire.Body) -> Condition:
    worked_out = BASE.get(wire.whole(row, "field_name") or 0)
    if worked_out is None:
        raise Refused(_not_simulated("field_name"))
    market, now = gateway.exchange.market, gateway.exchange.second

    def value(instrument: Instrument) -> Decimal:
        year = market.bar(instrument, (now - YEAR, now))
        return worked_out(instrument, market.last(instrument, now), year)

    return Condition(row, value)


def _accumulated(gateway: Gateway, row: wire.Body) -> Condition:
    worked_out = ACCUMULATED.get(wire.whole(row, "field_name") or 0)
    days = wire.whole(row, "days") or 0
    if worked_out is None or not 0 < days <= MOST_DAYS:
        raise Refused(_not_simulated("field_name"))
    market, now = gateway.exchange.market, gateway.exchange.second

    def value(instrument: Instrument) -> Decimal:
        return worked_out(instrument, market.bar(instrument, (now - days * DAY, now)))

    return Condition(row, value)


def _row(
    instrument: Instrument,
    values: list[Decimal],
    base: list[Condition],
    accumulated: list[Condition],
) -> dict[str, Any]:
    own, rest = values[: len(base)], values[len(base) :]
    return {
        "security": symbols.security(instrument),
        "name": symbols.name(instrument),
        "base_data_list": [
            {"field_name": wire.whole(each.row, "field_name"), "value": value}
            for each, value in zip(base, own, strict=True)
        ],
        "accumulate_data_list": [
            {
                "field_name": wire.whole(each.row, "field_name"),
                "value": value,
                "days": wire.whole(each.row, "days"),
            }
            for each, value in zip(accumulated, rest, strict=True)
        ],
        "financial_data_list": [],
        "custom_indicator_data_list": [],
    }


def warrant(_gateway: Gateway, _parameters: wire.Body, _body: wire.Body) -> Answer:
    """Return no warrants: the sandbox lists none."""
    return wire.ok({"last_page": True, "all_count": 0, "warrant_data_list": []})


def ipo_list(_gateway: Gateway, _parameters: wire.Body, _body: wire.Body) -> Answer:
    """Return no IPOs: nothing new is listed in the sandbox."""
    return wire.ok({"ipo_list": []})


def no_capital_data(gateway: Gateway, _parameters: wire.Body, body: wire.Body) -> Answer:
    """Refuse capital flows: the sandbox's trades have no sizes of orders behind them."""
    symbols.needed(gateway.exchange, wire.needed(body, "security"))
    raise Refused(refusals.NO_QUOTE_RIGHT)


OPERATIONS = {
    "stock_filter": stock_filter,
    "warrant": warrant,
    "ipo_list": ipo_list,
    "capital_flow": no_capital_data,
    "capital_distribution": no_capital_data,
}
