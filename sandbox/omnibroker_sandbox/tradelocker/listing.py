"""TradeLocker's names for the sandbox's instruments: ids, routes, lots, trading sessions."""

from dataclasses import dataclass
from decimal import Decimal

from omnibroker_sandbox.accounts import initial_margin
from omnibroker_sandbox.catalogue import Catalogue
from omnibroker_sandbox.funding import FX_MARGIN
from omnibroker_sandbox.instruments import Instrument, Kind

TRADE_ROUTE = 9912
INFO_ROUTE = 452
DEAD_INFO_ROUTE = 451
"""Listed first for one instrument; everything asked over it is refused."""
HUNDREDTH = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class Listing:
    """One line of the list; `id` is the tradableInstrumentId, a lot is `lot_size` units."""

    id: int
    symbol_id: int
    name: str
    type: str
    instrument: Instrument
    lot_size: Decimal
    lot_step: Decimal
    session_id: int
    info_routes: tuple[int, ...] = (INFO_ROUTE,)

    @property
    def status_id(self) -> int:
        """Return the id under which the state of its trading session is asked for."""
        return self.session_id % 1000 + 20

    def units(self, lots: Decimal) -> Decimal:
        """Return the exchange's quantity for so many lots."""
        return lots * self.lot_size

    def lots(self, units: Decimal) -> Decimal:
        """Return lots for a quantity of the exchange."""
        return units / self.lot_size

    def margin(self, units: Decimal, price: Decimal) -> Decimal:
        """Return what a position ties up, in the quoting currency; long and short alike."""
        if self.instrument.kind is Kind.FX:
            return abs(units) * price * FX_MARGIN
        return initial_margin(self.instrument, abs(units), price)

    @property
    def leverage(self) -> str:
        """Return units of exposure for one unit of margin, as text."""
        share = self.margin(Decimal(1), Decimal(1)) / self.instrument.multiplier
        return str((1 / share).quantize(HUNDREDTH))


_ROWS = (
    (206, 215, "BTCUSD", "CRYPTO", "CRYPTO:BTC-USD", ("1", "0.01", 1001)),
    (278, 315, "EURUSD", "FOREX", "FX:EURUSD", ("100000", "0.01", 1002)),
    (279, 316, "GBPUSD", "FOREX", "FX:GBPUSD", ("100000", "0.01", 1002)),
    (280, 317, "USDJPY", "FOREX", "FX:USDJPY", ("100000", "0.01", 1002)),
    (281, 318, "USDSGD", "FOREX", "FX:USDSGD", ("100000", "0.01", 1002)),
    (401, 451, "AAPL", "EQUITY_CFD", "CFD:AAPL.US", ("1", "1", 1003)),
)
_TWO_INFO_ROUTES = "GBPUSD"


class Listings:
    """Every instrument of the simulated broker, found by its id or by the exchange's key."""

    def __init__(self, catalogue: Catalogue) -> None:
        rows = [_listing(catalogue, *row) for row in _ROWS]
        self.by_id = {row.id: row for row in rows}
        self.by_key = {row.instrument.key: row for row in rows}

    def session(self, session_id: int) -> Listing | None:
        """Return an instrument that trades in a session, or None."""
        return next((row for row in self.by_id.values() if row.session_id == session_id), None)

    def status(self, status_id: int) -> Listing | None:
        """Return an instrument whose session has this status id, or None."""
        return next((row for row in self.by_id.values() if row.status_id == status_id), None)


def _listing(
    catalogue: Catalogue,
    number: int,
    symbol_id: int,
    name: str,
    kind: str,
    key: str,
    terms: tuple[str, str, int],
) -> Listing:
    return Listing(
        id=number,
        symbol_id=symbol_id,
        name=name,
        type=kind,
        instrument=catalogue.get(key),
        lot_size=Decimal(terms[0]),
        lot_step=Decimal(terms[1]),
        session_id=terms[2],
        info_routes=(DEAD_INFO_ROUTE, INFO_ROUTE) if name == _TWO_INFO_ROUTES else (INFO_ROUTE,),
    )
