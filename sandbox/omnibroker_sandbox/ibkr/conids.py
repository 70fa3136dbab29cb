"""IBKR's names for the sandbox's instruments: contract ids, symbols, security types, exchanges.

Contract ids of well-known instruments are the real ones; the others are derived from the key.
"""

from hashlib import blake2b

from omnibroker_sandbox.catalogue import Catalogue
from omnibroker_sandbox.exchange import Exchange
from omnibroker_sandbox.ibkr.refusals import UNAVAILABLE, Refused
from omnibroker_sandbox.instruments import Instrument, Kind

KNOWN = {
    "AAPL.US": 265598,
    "MSFT.US": 272093,
    "NVDA.US": 4815747,
    "AMZN.US": 3691937,
    "GOOGL.US": 208813719,
    "META.US": 107113386,
    "TSLA.US": 76792991,
    "IBM.US": 8314,
    "BRK.B.US": 72063691,
    "JPM.US": 1520593,
    "KO.US": 8894,
    "SPY.US": 756733,
    "FX:EURUSD": 12087792,
    "FX:GBPUSD": 12087797,
    "FX:USDJPY": 15016059,
    "CRYPTO:BTC-USD": 479624278,
}
ES_INDEX = 11004968
SEC_TYPES = {
    Kind.STOCK: "STK",
    Kind.OPTION: "OPT",
    Kind.FUTURE: "FUT",
    Kind.FX: "CASH",
    Kind.CFD: "CFD",
    Kind.CRYPTO: "CRYPTO",
}
_DERIVED_FROM = 900_000_000
_DERIVED_SPAN = 90_000_000
_ROUTES = {
    "USD": "SMART,AMEX,NYSE,CBOE,PHLX,ISE,CHX,ARCA,NASDAQ,DRCTEDGE,BEX,BATS,EDGEA,IEX,OVERNIGHT",
    "HKD": "SEHK",
    "SGD": "SGX",
}


class Conids:
    """Both directions between contract ids and instruments; expired ones stay known."""

    def __init__(self, exchange: Exchange) -> None:
        self._exchange = exchange
        self._keys: dict[int, str] = {}

    @property
    def catalogue(self) -> Catalogue:
        """Return the exchange's instruments."""
        return self._exchange.catalogue

    def listed(self) -> tuple[Instrument, ...]:
        """Return what is listed today and remember its contract ids."""
        self._exchange.advance()
        listed = self.catalogue.listed(self._exchange.today)
        self._keys.update({conid(instrument): instrument.key for instrument in listed})
        return listed

    def find(self, number: int) -> Instrument | None:
        """Return the instrument of a contract id, or None."""
        if number not in self._keys:
            self.listed()
        key = self._keys.get(number)
        return self.catalogue.get(key) if key else None

    def get(self, number: int) -> Instrument:
        """Return the instrument of a contract id or refuse as the gateway does (503)."""
        instrument = self.find(number)
        if instrument is None:
            raise Refused(UNAVAILABLE)
        return instrument


def conid(instrument: Instrument) -> int:
    """Return the contract id of an instrument."""
    if instrument.key in KNOWN:
        return KNOWN[instrument.key]
    digest = blake2b(instrument.key.encode(), digest_size=8).digest()
    return _DERIVED_FROM + int.from_bytes(digest) % _DERIVED_SPAN


def underlying_conid(instrument: Instrument, catalogue: Catalogue) -> int:
    """Return the contract id beneath a derivative, else 0."""
    if instrument.kind is Kind.FUTURE:
        return ES_INDEX
    return conid(catalogue.get(instrument.underlying)) if instrument.underlying else 0


def symbol(instrument: Instrument) -> str:
    """Return IBKR's ticker: class shares with a space, Hong Kong codes without leading zeros."""
    if instrument.venue_code == "SEHK":
        return instrument.symbol.lstrip("0")
    return instrument.symbol.replace(".", " ")


def sec_type(instrument: Instrument) -> str:
    """Return IBKR's security type."""
    return SEC_TYPES[instrument.kind]


def listing(instrument: Instrument) -> str:
    """Return the listing exchange in IBKR's spelling."""
    return "SMART" if instrument.kind is Kind.CFD else instrument.venue_code


def routes(instrument: Instrument) -> str:
    """Return the valid exchanges as a comma list."""
    if instrument.kind is Kind.STOCK:
        return _ROUTES[instrument.currency]
    return (
        f"SMART,{instrument.venue_code}" if instrument.kind is Kind.OPTION else listing(instrument)
    )


def month_code(instrument: Instrument) -> str:
    """Return the contract month as IBKR writes it, like JAN27."""
    return f"{instrument.expiry:%b%y}".upper() if instrument.expiry else ""


def description(instrument: Instrument) -> str:
    """Return a one-line description of the contract."""
    ticker = symbol(instrument)
    if instrument.kind is Kind.OPTION and instrument.expiry and instrument.strike is not None:
        right = "Call" if instrument.right == "C" else "Put"
        return f"{ticker} {instrument.expiry:%b%d'%y} {instrument.strike:f} {right}"
    if instrument.kind is Kind.FUTURE and instrument.expiry:
        return f"{ticker} {instrument.expiry:%b%d'%y}"
    if instrument.kind in {Kind.FX, Kind.CRYPTO}:
        return f"{ticker}.{instrument.currency}"
    return ticker
