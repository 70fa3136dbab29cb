"""Tiger's names for the sandbox's instruments, both ways."""

from datetime import date
from decimal import Decimal
from hashlib import blake2b
from typing import Any

from omnibroker_sandbox.exchange import Exchange
from omnibroker_sandbox.instruments import Instrument, Kind
from omnibroker_sandbox.tiger import wire
from omnibroker_sandbox.tiger.refusals import Refused, business

SEC_TYPES = {Kind.STOCK: "STK", Kind.OPTION: "OPT", Kind.FUTURE: "FUT", Kind.CRYPTO: "CC"}
MARKETS = {"US": "NASDAQ", "HK": "SEHK", "SG": "SGX"}
"""The markets of the sandbox and the venue whose hours stand for each."""
CENTURY = "20"
MAIN = "main"
_IDS_FROM, _IDS_SPAN = 10_000_000, 80_000_000


def listed(exchange: Exchange) -> tuple[Instrument, ...]:
    """Return what Tiger trades today of what the sandbox has."""
    exchange.advance()
    return tuple(
        each for each in exchange.catalogue.listed(exchange.today) if each.kind in SEC_TYPES
    )


def shares(exchange: Exchange, market: str = "") -> tuple[Instrument, ...]:
    """Return the shares of one market, or of all."""
    found = (each for each in exchange.catalogue.fixed() if each.kind is Kind.STOCK)
    return tuple(each for each in found if market in {"", market_of(each)})


def sec_type(instrument: Instrument) -> str:
    """Return Tiger's security type."""
    return SEC_TYPES[instrument.kind]


def market_of(instrument: Instrument) -> str:
    """Return the market that an instrument belongs to."""
    return instrument.country


def symbol(instrument: Instrument) -> str:
    """Return Tiger's symbol: code and month of a future, base and quote of a crypto pair."""
    if instrument.kind is Kind.FUTURE and instrument.expiry:
        return f"{instrument.symbol}{instrument.expiry:%y%m}"
    if instrument.kind is Kind.CRYPTO:
        return f"{instrument.base_currency}/{instrument.currency}"
    return instrument.symbol


def identifier(instrument: Instrument) -> str:
    """Return the symbol, or the 21 characters of an option: root, day, right, strike in thousandths."""
    if instrument.kind is Kind.OPTION and instrument.expiry and instrument.strike is not None:
        thousandths = int(instrument.strike * 1000)
        return (
            f"{instrument.symbol:<6}{instrument.expiry:%y%m%d}{instrument.right}{thousandths:08d}"
        )
    return symbol(instrument)


def contract_id(instrument: Instrument) -> int:
    """Return a number that depends on the instrument alone; not the real one."""
    digest = blake2b(instrument.key.encode(), digest_size=8).digest()
    return _IDS_FROM + int.from_bytes(digest) % _IDS_SPAN


def right(instrument: Instrument) -> str:
    """Return CALL or PUT."""
    return "CALL" if instrument.right == "C" else "PUT"


def strike_text(instrument: Instrument) -> str:
    """Return a strike as Tiger writes it: text with at least one decimal."""
    strike = (instrument.strike or Decimal(0)).normalize()
    return f"{strike:.1f}" if strike == strike.to_integral_value() else f"{strike:f}"


def derivative_fields(instrument: Instrument) -> dict[str, Any]:
    """Return what an answer says of an option or a future beside the symbol."""
    fields: dict[str, Any] = {}
    if instrument.expiry:
        fields["expiry"] = f"{instrument.expiry:%Y%m%d}"
    if instrument.kind is Kind.OPTION:
        fields |= {"strike": strike_text(instrument), "right": right(instrument)}
    return fields


def find_share(exchange: Exchange, name: str) -> Instrument | None:
    """Return the share or crypto pair of a symbol, or None."""
    fixed = (each for each in exchange.catalogue.fixed() if each.kind in {Kind.STOCK, Kind.CRYPTO})
    return next((each for each in fixed if symbol(each) == name), None)


def find_future(exchange: Exchange, code: str, expiry: str = "") -> Instrument | None:
    """Return the future of a code such as ES2612, ESmain, or of a product with its expiry."""
    exchange.advance()
    contracts = exchange.catalogue.futures("ES", exchange.today)
    if code.endswith(MAIN):
        return next((each for each in contracts if each.symbol == code.removesuffix(MAIN)), None)
    wanted = f"{code}{expiry[2:6]}" if expiry and not code[-1:].isdigit() else code
    return next((each for each in contracts if symbol(each) == wanted), None)


def find_option(
    exchange: Exchange, underlying: str, expiry: date, side: str, strike: Decimal
) -> Instrument | None:
    """Return a listed option by its parts, or None."""
    exchange.advance()
    listed_options = exchange.catalogue.options(f"{underlying}.US", exchange.today)
    wanted = (expiry, side[:1].upper(), strike)
    return next(
        (each for each in listed_options if (each.expiry, each.right, each.strike) == wanted), None
    )


def find(exchange: Exchange, request: dict[str, Any]) -> Instrument | None:
    """Return the instrument that symbol, sec_type and the parts of a derivative name, or None."""
    name, kind = wire.text(request, "symbol"), wire.text(request, "sec_type") or "STK"
    expiry = wire.text(request, "expiry")
    if kind == "FUT":
        return find_future(exchange, name, expiry)
    if kind == "OPT":
        strike = wire.number(request, "strike")
        if not expiry or strike is None:
            raise Refused(business("an option needs 'expiry', 'strike' and 'right'"))
        on = wire.day(expiry, "expiry")
        return find_option(exchange, name, on, wire.text(request, "right"), strike)
    found = find_share(exchange, name)
    return found if found and sec_type(found) == kind else None


def needed(exchange: Exchange, request: dict[str, Any]) -> Instrument:
    """Return the instrument that a request names, or refuse it."""
    found = find(exchange, request)
    if found is None:
        raise Refused(business(f"field 'symbol' {request.get('symbol')} is not supported"))
    return found


def of_one_market(exchange: Exchange, request: dict[str, Any]) -> list[Instrument]:
    """Return the shares of a list of symbols; a second market refuses all, unknown ones are left out."""
    wanted = [str(each) for each in request.get("symbols") or ()]
    found = [each for name in wanted if (each := find_share(exchange, name))]
    for each in found:
        if market_of(each) != market_of(found[0]):
            market = market_of(found[0])
            raise Refused(business(f"field 'symbols' {symbol(each)} is not {market} stock symbol"))
    return found
