"""Tiger's contracts to instrument keys, and to the ids that stand where no key is certain."""

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Self

from omnibroker.kit.errors import NotSent
from omnibroker.kit.exact import canonical
from omnibroker.kit.instruments import parse
from omnibroker.kit.tables import known
from omnibroker_handlers.tiger import _answers
from omnibroker_handlers.tiger._markets import FUTURE_EXCHANGE, registry

RIGHT = {"CALL": "C", "PUT": "P"}
RIGHT_SENT = {"C": "CALL", "P": "PUT"}
# Options on indices have several classes under one symbol; which one is the standard, Tiger does not say.
INDEX_ROOTS = frozenset(
    {"SPX", "SPXW", "XSP", "NDX", "NDXP", "XND", "NQX", "RUT", "RUTW", "MRUT", "VIX", "VIXW"}
    | {"DJX", "OEX", "XEO"}
)
_FUTURE_CODE = re.compile(r"([A-Z0-9]*[A-Z])([0-9]{4})")
_OCC = re.compile(r"([A-Z0-9.]{1,6}) *[0-9]{6}[CP][0-9]{8}")
_NOT_IN_IDS = re.compile(r"[^A-Za-z0-9.-]")
_DAY = re.compile(r"[1-9][0-9]{7}")
_STRIKE = re.compile(r"[0-9]{1,9}(\.[0-9]{1,6})?")
_WITH_STRIKE = frozenset({"OPT", "FOP", "WAR", "IOPT"})


@dataclass(frozen=True, slots=True)
class Contract:
    """What a row says of a contract: Tiger's words, absent ones empty.

    `strike` is canonical text, `right` CALL or PUT, `expiry` YYYYMMDD, `month` YYYYMM.
    """

    sec_type: str
    symbol: str
    market: str = ""
    currency: str = ""
    expiry: str = ""
    right: str = ""
    strike: str = ""
    identifier: str = ""
    multiplier: str = ""
    exchange: str = ""
    month: str = ""

    @classmethod
    def read(cls, row: Any) -> Self:
        """Return what an order, a position, a fill or a contract (a model of the client) says."""
        return cls(
            sec_type=_answers.text(row.sec_type) or "",
            symbol=_answers.text(row.symbol) or "",
            market=_answers.text(row.market) or "",
            currency=_answers.currency(row.currency) or "",
            expiry=_answers.text(row.expiry) or "",
            right=(_answers.text(row.right) or "").upper(),
            strike=_answers.positive(row.strike) or "",
            identifier=_answers.text(row.identifier) or "",
            multiplier=_answers.positive(row.multiplier) or "",
        )


def to_native(contract: Contract) -> str:
    """Return the id that stands for a contract: kind, symbol and currency, then the parts of a derivative.

    Such as STK:AAPL:USD and OPT:AAPL:USD:20261218:C:200. A slash becomes an underscore.
    """
    symbol = _NOT_IN_IDS.sub("_", contract.symbol)
    native = f"{contract.sec_type}:{symbol}:{contract.currency}"
    if contract.sec_type not in _WITH_STRIKE:
        return native
    right = known(RIGHT, contract.right) or ""
    return f"{native}:{contract.expiry}:{right}:{contract.strike}"


def from_native(native: str) -> Contract | None:
    """Return the contract that an id stands for, or None where it is none of ours."""
    parts = native.split(":")
    sec_type = parts[0]
    if len(parts) != (6 if sec_type in _WITH_STRIKE else 3) or not parts[1]:
        return None
    contract = Contract(sec_type, parts[1].replace("_", "/"), currency=parts[2])
    if len(parts) == 3:
        return contract
    expiry, right, strike = parts[3:]
    if not (_DAY.fullmatch(expiry) and right in RIGHT_SENT and _STRIKE.fullmatch(strike)):
        return None
    if canonical(Decimal(strike)) != strike:
        return None
    return Contract(
        sec_type,
        contract.symbol,
        currency=contract.currency,
        expiry=expiry,
        right=RIGHT_SENT[right],
        strike=strike,
    )


def to_key(connection: str, contract: Contract) -> str:
    """Return the canonical key of a contract where it is certain, else `<connection>@<id>`."""
    writer = known(_WRITERS, contract.sec_type)
    key = writer(contract) if writer else None
    return key if key is not None and _is_canonical(key) else f"{connection}@{to_native(contract)}"


def _share_key(contract: Contract) -> str | None:
    listed = registry(contract.market, contract.symbol)
    # A separator is part of a symbol in the US only; elsewhere it would be a second spelling.
    if listed is None or (listed != "US" and "." in contract.symbol):
        return None
    return f"{contract.symbol}.{listed}"


def _option_key(contract: Contract) -> str | None:
    """Name a standard option on a US share: without its class there is no certain name."""
    root = _OCC.fullmatch(contract.identifier)
    certain = root is not None and root[1] == compact(contract.symbol)
    if not certain or contract.symbol in INDEX_ROOTS or contract.multiplier != "100":
        return None
    if contract.market != "US" or not _DAY.fullmatch(contract.expiry):
        return None
    right = known(RIGHT, contract.right)
    return f"OPT:{contract.symbol}.US:{contract.expiry}:{right}:{contract.strike}"


def _future_key(contract: Contract) -> str | None:
    """Name a future by its contract month, which not every row has; the day of its end is another thing."""
    code = _FUTURE_CODE.fullmatch(contract.symbol)
    exchange = known(FUTURE_EXCHANGE, contract.exchange)
    if code is None or exchange is None or not contract.month:
        return None
    return f"FUT:{code[1]}.{exchange}:{contract.month}"


def _coin_key(contract: Contract) -> str | None:
    base, slash, quote = contract.symbol.partition("/")
    return f"CRYPTO:{base}-{quote}" if slash else None


_WRITERS = {"STK": _share_key, "OPT": _option_key, "FUT": _future_key, "CC": _coin_key}


def compact(symbol: str) -> str:
    """Return a symbol as OCC writes it: without the separator of the share class."""
    return symbol.replace(".", "")


def _is_canonical(text: str) -> bool:
    try:
        return parse(text).text == text
    except NotSent:
        return False
