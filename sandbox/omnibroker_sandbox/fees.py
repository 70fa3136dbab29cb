"""Commissions of the simulated exchange, in the instrument's currency."""

from decimal import ROUND_HALF_UP, Decimal

from omnibroker_sandbox.instruments import Instrument, Kind

CENT = Decimal("0.01")

_PER_UNIT = {
    Kind.OPTION: (Decimal("0.65"), Decimal(1)),
    Kind.FUTURE: (Decimal("2.25"), Decimal(0)),
    Kind.CFD: (Decimal("0.005"), Decimal(1)),
}
"""Rows of (per unit, at least per order)."""

_OF_VALUE = {
    "HKD": (Decimal("0.0008"), Decimal(18)),
    "SGD": (Decimal("0.0008"), Decimal("2.5")),
    Kind.FX: (Decimal("0.00002"), Decimal(2)),
    Kind.CRYPTO: (Decimal("0.0018"), Decimal("1.75")),
}
"""Rows of (share of the value, at least per order)."""


def commission(instrument: Instrument, quantity: Decimal, value: Decimal) -> Decimal:
    """Return the whole commission of an order of which so much has been filled."""
    if not quantity:
        return Decimal(0)
    return _exact(instrument, quantity, value).quantize(CENT, rounding=ROUND_HALF_UP)


def _exact(instrument: Instrument, quantity: Decimal, value: Decimal) -> Decimal:
    if instrument.kind in _PER_UNIT:
        rate, least = _PER_UNIT[instrument.kind]
        return max(rate * quantity, least)
    key = instrument.kind if instrument.kind in _OF_VALUE else instrument.currency
    if key in _OF_VALUE:
        rate, least = _OF_VALUE[key]
        return max(rate * value, least)
    return min(max(Decimal("0.005") * quantity, Decimal(1)), value / 100)
