"""Futu's snapshots: sizes and volumes."""

from decimal import Decimal

from omnibroker_generated.futu import models as futu
from omnibroker_generated.unified import models as unified
from omnibroker_handlers.futu import market_data

ZERO = Decimal("0.0")
PRECISE = {"hp_volume": ZERO, "hp_bid_vol": ZERO, "hp_ask_vol": ZERO}


def quote(**fields):
    found = unified.Quote("AAPL.US", "futu", "futu", "REALTIME", "2026-03-02T14:30:05.120Z")
    row = futu.SnapshotBasicData.from_dict(fields)
    market_data._write_prices(found, row, "America/New_York")
    return found


def test_precise_sizes_of_zero_hide_no_sizes():
    """The precise sizes are for what trades in fractions; elsewhere they may be filled with 0."""
    found = quote(volume=1000, bid_vol=300, ask_vol=200, **PRECISE)
    assert (found.volume, found.bid_size, found.ask_size) == ("1000", "300", "200")


def test_precise_sizes_go_before_whole_ones():
    """What trades in fractions has its size in the precise field."""
    precise = {name: Decimal("0.5") for name in PRECISE}
    found = quote(volume=1, bid_vol=1, ask_vol=1, **precise)
    assert (found.volume, found.bid_size, found.ask_size) == ("0.5", "0.5", "0.5")
