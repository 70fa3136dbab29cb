"""The instruments of the simulated market; options and futures are listed relative to the day asked for."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from functools import lru_cache

from omnibroker_sandbox.instruments import Instrument, Kind, TickTable

OPTION_EXPIRIES = 3
OPTION_STRIKES = tuple(Decimal(160 + 10 * step) for step in range(9))
FUTURE_EXPIRIES = 4
OPTION_KEY = re.compile(r"^OPT:([A-Z0-9.]+):([0-9]{8}):([CP]):([0-9.]+)$")
FUTURE_KEY = re.compile(r"^FUT:([A-Z0-9]+)\.([A-Z]+):([0-9]{6})$")


def _ticks(*rows: tuple[str, str]) -> TickTable:
    return tuple((Decimal(edge), Decimal(step)) for edge, step in rows)


US_TICKS = _ticks(("0", "0.0001"), ("1", "0.01"))
HK_TICKS = _ticks(
    *(("0", "0.001"), ("0.25", "0.005"), ("0.5", "0.01"), ("10", "0.02"), ("20", "0.05")),
    *(("100", "0.1"), ("200", "0.2"), ("500", "0.5"), ("1000", "1"), ("2000", "2")),
)
SG_TICKS = _ticks(("0", "0.001"), ("0.2", "0.005"), ("1", "0.01"))
OPTION_TICKS = _ticks(("0", "0.01"), ("3", "0.05"))

_US = (
    ("AAPL", "APPLE INC", "NASDAQ", "200", ("Technology", "Computers")),
    ("MSFT", "MICROSOFT CORP", "NASDAQ", "430", ("Technology", "Software")),
    ("NVDA", "NVIDIA CORP", "NASDAQ", "150", ("Technology", "Semiconductors")),
    ("AMZN", "AMAZON.COM INC", "NASDAQ", "210", ("Communications", "Internet")),
    ("GOOGL", "ALPHABET INC-CL A", "NASDAQ", "185", ("Communications", "Internet")),
    ("META", "META PLATFORMS INC-CLASS A", "NASDAQ", "590", ("Communications", "Internet")),
    ("TSLA", "TESLA INC", "NASDAQ", "320", ("Consumer, Cyclical", "Auto Manufacturers")),
    ("IBM", "INTL BUSINESS MACHINES CORP", "NYSE", "240", ("Technology", "Computers")),
    ("BRK.B", "BERKSHIRE HATHAWAY INC-CL B", "NYSE", "470", ("Financial", "Insurance")),
    ("JPM", "JPMORGAN CHASE & CO", "NYSE", "245", ("Financial", "Banks")),
    ("KO", "COCA-COLA CO/THE", "NYSE", "65", ("Consumer, Non-cyclical", "Beverages")),
    ("SPY", "SS SPDR S&P 500 ETF TRUST-US", "ARCA", "590", ("Funds", "Equity Fund")),
)


def _share(symbol: str, name: str, venue: str, price: str, trade: tuple[str, str]) -> Instrument:
    return Instrument(
        key=f"{symbol}.US",
        kind=Kind.STOCK,
        symbol=symbol,
        name=name,
        currency="USD",
        venue_code=venue,
        base_price=Decimal(price),
        ticks=US_TICKS,
        sector=trade[0],
        industry=trade[1],
    )


def _asian_share(
    key: str, name: str, venue: str, currency: str, price: str, *, ticks: TickTable, lot: int
) -> Instrument:
    return Instrument(
        key=key,
        kind=Kind.STOCK,
        symbol=key.rpartition(".")[0],
        name=name,
        currency=currency,
        venue_code=venue,
        base_price=Decimal(price),
        ticks=ticks,
        lot=Decimal(lot),
        size_step=Decimal(lot),
        typical_size=20 * lot,
        country=key.rpartition(".")[2],
        sector="Financial",
        industry="Banks",
    )


def _currency_pair(base: str, quote: str, price: str, tick: str, swing: int) -> Instrument:
    return Instrument(
        key=f"FX:{base}{quote}",
        kind=Kind.FX,
        symbol=base,
        name=f"{base}.{quote}",
        currency=quote,
        venue_code="IDEALPRO",
        base_price=Decimal(price),
        ticks=_ticks(("0", tick)),
        swing=swing,
        typical_size=1_000_000,
        base_currency=base,
    )


def _difference(key: str, underlying: Instrument, step: str) -> Instrument:
    """Return the contract for difference on another instrument: same prices, margined."""
    return replace(
        underlying,
        key=key,
        kind=Kind.CFD,
        noise_key=underlying.key,
        underlying=underlying.key,
        size_step=Decimal(step),
        lot=Decimal(step),
        spread_ticks=underlying.spread_ticks + 1,
    )


def _fixed() -> Iterator[Instrument]:
    shares = [_share(*row) for row in _US]
    yield from shares
    tencent = ("00700.HK", "TENCENT HOLDINGS LTD", "SEHK", "HKD", "420")
    hsbc = ("00005.HK", "HSBC HOLDINGS PLC", "SEHK", "HKD", "80")
    dbs = ("D05.SG", "DBS GROUP HOLDINGS LTD", "SGX", "SGD", "43")
    yield replace(
        _asian_share(*tencent, ticks=HK_TICKS, lot=100),
        sector="Communications",
        industry="Internet",
    )
    yield _asian_share(*hsbc, ticks=HK_TICKS, lot=400)
    yield _asian_share(*dbs, ticks=SG_TICKS, lot=100)
    pairs = [
        _currency_pair("EUR", "USD", "1.10", "0.00005", 200),
        _currency_pair("GBP", "USD", "1.27", "0.00005", 200),
        _currency_pair("USD", "JPY", "150", "0.005", 250),
        _currency_pair("USD", "HKD", "7.80", "0.00005", 10),
        _currency_pair("USD", "SGD", "1.34", "0.00005", 100),
    ]
    yield from pairs
    yield _difference("CFD:AAPL.US", shares[0], "1")
    yield _difference("CFD:EURUSD", pairs[0], "1")
    yield Instrument(
        key="CRYPTO:BTC-USD",
        kind=Kind.CRYPTO,
        symbol="BTC",
        name="Bitcoin",
        currency="USD",
        venue_code="PAXOS",
        base_price=Decimal(90000),
        ticks=_ticks(("0", "0.25")),
        size_step=Decimal("0.00000001"),
        swing=2000,
        spread_ticks=8,
        typical_size=1,
        base_currency="BTC",
    )


_FIXED = {instrument.key: instrument for instrument in _fixed()}


class Catalogue:
    """Look-up by key, and the lists of what is traded on a day."""

    def find(self, key: str) -> Instrument | None:
        """Return the instrument of a key, expired ones included, or None."""
        return _FIXED.get(key) or _derived(key)

    def get(self, key: str) -> Instrument:
        """Return the instrument of a key that is known to exist."""
        found = self.find(key)
        if found is None:
            raise KeyError(f"There is no instrument {key!r} in the sandbox.")
        return found

    def fixed(self) -> tuple[Instrument, ...]:
        """Return everything that does not expire."""
        return tuple(_FIXED.values())

    def options(self, underlying: str, today: date) -> tuple[Instrument, ...]:
        """Return the option chain listed on a day; only AAPL.US has one."""
        if underlying != "AAPL.US":
            return ()
        return tuple(
            self.get(f"OPT:{underlying}:{expiry:%Y%m%d}:{right}:{strike}")
            for expiry in option_expiries(today)
            for strike in OPTION_STRIKES
            for right in "CP"
        )

    def futures(self, product: str, today: date) -> tuple[Instrument, ...]:
        """Return the listed contracts of a product, nearest first; only ES is traded."""
        if product != "ES":
            return ()
        return tuple(self.get(f"FUT:ES.CME:{month:%Y%m}") for month in future_expiries(today))

    def listed(self, today: date) -> tuple[Instrument, ...]:
        """Return everything that can be traded on a day."""
        return (*self.fixed(), *self.options("AAPL.US", today), *self.futures("ES", today))


def third_friday(year: int, month: int) -> date:
    """Return the usual expiry day of a month."""
    first = date(year, month, 1)
    return first + timedelta(days=(4 - first.weekday()) % 7 + 14)


def option_expiries(today: date) -> tuple[date, ...]:
    """Return the next monthly expiries that are not before `today`."""
    return _upcoming(today, OPTION_EXPIRIES, range(1, 13))


def future_expiries(today: date) -> tuple[date, ...]:
    """Return the next quarterly expiries that are not before `today`."""
    return _upcoming(today, FUTURE_EXPIRIES, (3, 6, 9, 12))


def _upcoming(today: date, count: int, months: range | tuple[int, ...]) -> tuple[date, ...]:
    days = (
        third_friday(year, month) for year in range(today.year, today.year + 3) for month in months
    )
    return tuple(day for day in days if day >= today)[:count]


@lru_cache(maxsize=4096)
def _derived(key: str) -> Instrument | None:
    if match := OPTION_KEY.match(key):
        return _option(key, *match.groups())
    if match := FUTURE_KEY.match(key):
        return _future(key, *match.groups())
    return None


def _option(key: str, underlying: str, expiry: str, right: str, strike: str) -> Instrument | None:
    stock = _FIXED.get(underlying)
    if stock is None:
        return None
    return replace(
        stock,
        key=key,
        kind=Kind.OPTION,
        venue_code="CBOE",
        ticks=OPTION_TICKS,
        lot=Decimal(1),
        size_step=Decimal(1),
        multiplier=Decimal(100),
        spread_ticks=2,
        typical_size=40,
        underlying=underlying,
        expiry=date(int(expiry[:4]), int(expiry[4:6]), int(expiry[6:])),
        right=right,
        strike=Decimal(strike),
    )


def _future(key: str, product: str, venue: str, month: str) -> Instrument | None:
    if (product, venue) != ("ES", "CME") or month[4:] not in {"03", "06", "09", "12"}:
        return None
    return Instrument(
        key=key,
        kind=Kind.FUTURE,
        symbol=product,
        name="E-mini S&P 500",
        currency="USD",
        venue_code=venue,
        base_price=Decimal(5900),
        ticks=_ticks(("0", "0.25")),
        multiplier=Decimal(50),
        noise_key="FUT:ES.CME",
        swing=600,
        typical_size=60,
        expiry=third_friday(int(month[:4]), int(month[4:])),
    )
