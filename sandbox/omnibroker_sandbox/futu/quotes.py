"""The common fields of quotes and snapshots."""

from decimal import Decimal
from typing import Any

from omnibroker_sandbox.futu import messages, symbols, wire
from omnibroker_sandbox.futu.gateway import Gateway
from omnibroker_sandbox.instruments import Instrument, Kind
from omnibroker_sandbox.market import Quote

NORMAL = 1
NO_DARK_TRADING = 0
ISSUED = {"00700.HK": 9_599_810_645}
"""Issued shares where they are known; the turnover rate of other securities is 0."""


def quoted(gateway: Gateway, instrument: Instrument, quote: Quote) -> dict[str, Any]:
    """Return what quotes and snapshots say alike."""
    latest = gateway.exchange.market.calendar.last_trading_second(instrument.venue, quote.time)
    listed = symbols.LISTED.get(instrument.key, "")
    zone = symbols.zone_of(instrument)
    return {
        "security": symbols.security(instrument),
        "name": symbols.name(instrument),
        "list_time": listed,
        "list_timestamp": wire.stamp(wire.read_time(listed, zone)) if listed else None,
        "price_spread": instrument.tick_at(quote.last),
        "update_time": wire.text_time(latest * 1000, zone),
        "update_timestamp": Decimal(latest),
        "high_price": quote.high,
        "open_price": quote.open,
        "low_price": quote.low,
        "cur_price": quote.last,
        "last_close_price": quote.previous_close,
        "volume": int(quote.volume),
        "turnover": turnover(instrument, quote.last, quote.volume),
        "turnover_rate": wire.percent(quote.volume, Decimal(ISSUED.get(instrument.key, 0))),
        "amplitude": wire.percent(quote.high - quote.low, quote.previous_close),
        "sec_status": NORMAL,
    }


def turnover(instrument: Instrument, price: Decimal, volume: Decimal) -> Decimal:
    """Return the money of a volume at one price."""
    return wire.money(price * volume * instrument.multiplier)


def basic_quote(gateway: Gateway, instrument: Instrument) -> dict[str, Any]:
    """Return a quote as the subscription of type Basic has it: without bid and ask."""
    quote = gateway.exchange.quote(instrument)
    future = future_block(instrument, quote)
    block = {name: future[name] for name in FUTURE_QUOTE} if future else None
    return wire.message(
        messages.BASIC_QOT,
        **quoted(gateway, instrument, quote),
        is_suspended=False,
        dark_status=NO_DARK_TRADING,
        future_ex_data=block,
    )


FUTURE_QUOTE = ("last_settle_price", "position", "position_change")


def future_block(instrument: Instrument, quote: Quote) -> dict[str, Any] | None:
    """Return what snapshots say of a future; None of anything else."""
    if instrument.kind is not Kind.FUTURE or instrument.expiry is None:
        return None
    last_day = instrument.expiry.isoformat()
    return wire.message(
        messages.FUTURE_SNAPSHOT,
        last_settle_price=quote.previous_close,
        position=0,
        position_change=0,
        last_trade_time=last_day,
        last_trade_timestamp=wire.stamp(wire.read_time(last_day, symbols.zone_of(instrument))),
        is_main_contract=False,
    )
