"""Plates: the industries of the sandbox's shares."""

from dataclasses import dataclass
from hashlib import blake2b
from typing import Any

from omnibroker_sandbox.exchange import Exchange
from omnibroker_sandbox.futu import symbols, wire
from omnibroker_sandbox.futu.gateway import Gateway
from omnibroker_sandbox.futu.refusals import Refused, unknown_security
from omnibroker_sandbox.instruments import Instrument, Kind

ALL, INDUSTRY, REGION, CONCEPT = 0, 1, 2, 3
SETS = frozenset({ALL, INDUSTRY, REGION, CONCEPT})
FILLED_SETS = frozenset({ALL, INDUSTRY})
SORT_BY_PRICE = 2
CODES_FROM, CODES_SPAN = 1000, 9000


@dataclass(frozen=True, slots=True)
class Plate:
    """One industry of one market."""

    market: int
    name: str

    @property
    def code(self) -> str:
        """Return a code that depends on the name alone."""
        digest = blake2b(self.name.encode(), digest_size=4).digest()
        return f"BK{CODES_FROM + int.from_bytes(digest) % CODES_SPAN}"


def of_share(instrument: Instrument) -> tuple[Plate, ...]:
    """Return the plates of a share; contracts have none."""
    if instrument.kind is not Kind.STOCK:
        return ()
    return (Plate(symbols.market_of(instrument), instrument.industry),)


def of_market(exchange: Exchange, market: int) -> tuple[Plate, ...]:
    """Return the plates of a market by name."""
    found = {plate for each in symbols.listed(exchange) for plate in of_share(each)}
    return tuple(sorted((each for each in found if each.market == market), key=lambda p: p.name))


def row(plate: Plate) -> dict[str, Any]:
    """Return a plate as the wire names it."""
    security = {"market": plate.market, "code": plate.code}
    return {"plate": security, "name": plate.name, "plate_type": INDUSTRY}


def members(gateway: Gateway, security: wire.Body) -> list[Instrument]:
    """Return the shares of the plate that a security names, or refuse it."""
    market, code = wire.whole(security, "market") or 0, wire.word(security, "code")
    plate = next((each for each in of_market(gateway.exchange, market) if each.code == code), None)
    if plate is None:
        raise Refused(unknown_security(symbols.PREFIXES.get(market, str(market)), code))
    return [each for each in symbols.listed(gateway.exchange) if plate in of_share(each)]
