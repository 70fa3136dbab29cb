"""Orders, fills and refusals of the simulated exchange."""

from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from omnibroker_sandbox.instruments import Instrument

NEVER = 2**62


class OrderRefused(Exception):
    """The exchange or the account's rules refuse an order; nothing has happened."""

    def __init__(self, code: str, text: str) -> None:
        super().__init__(f"{code}: {text}")
        self.code = code
        self.text = text


class OrderType(StrEnum):
    """What makes an order trade; the auction types trade at the regular close only."""

    MARKET = "MARKET"
    LIMIT = "LIMIT"
    STOP = "STOP"
    STOP_LIMIT = "STOP_LIMIT"
    TRAILING_STOP = "TRAILING_STOP"
    MARKET_ON_CLOSE = "MARKET_ON_CLOSE"
    LIMIT_ON_CLOSE = "LIMIT_ON_CLOSE"


class State(StrEnum):
    """Where an order stands; the last four are final."""

    HELD = "HELD"
    UNTRIGGERED = "UNTRIGGERED"
    WORKING = "WORKING"
    FILLED = "FILLED"
    CANCELLED = "CANCELLED"
    EXPIRED = "EXPIRED"
    REJECTED = "REJECTED"


FINAL = frozenset({State.FILLED, State.CANCELLED, State.EXPIRED, State.REJECTED})
STOPS = frozenset({OrderType.STOP, OrderType.STOP_LIMIT, OrderType.TRAILING_STOP})
LIMITS = frozenset({OrderType.LIMIT, OrderType.STOP_LIMIT, OrderType.LIMIT_ON_CLOSE})
ON_CLOSE = frozenset({OrderType.MARKET_ON_CLOSE, OrderType.LIMIT_ON_CLOSE})
TIMES_IN_FORCE = frozenset({"DAY", "GTC", "IOC", "GTD", "OPG"})


@dataclass(frozen=True, slots=True)
class Terms:
    """What a caller asks for. `side` is BUY or SELL; `expires_ms` only with GTD."""

    key: str
    side: str
    type: OrderType
    quantity: Decimal
    tif: str
    limit_price: Decimal | None = None
    stop_price: Decimal | None = None
    trail_amount: Decimal | None = None
    trail_percent: Decimal | None = None
    extended: bool = False
    expires_ms: int | None = None
    reference: str = ""
    parent_id: int | None = None
    bracket: str = ""
    cancel_group: str = ""


@dataclass(slots=True)
class Order:
    """One order of the exchange; times in milliseconds since 1970."""

    id: int
    account_id: str
    instrument: Instrument
    terms: Terms
    state: State
    created_ms: int
    scanned_ms: int
    ends_ms: int
    quantity: Decimal
    filled: Decimal = Decimal(0)
    value: Decimal = Decimal(0)
    fees: Decimal = Decimal(0)
    trigger_price: Decimal | None = None
    triggered: bool = False
    cancel_ms: int = NEVER
    updated_ms: int = 0
    last_fill_ms: int | None = None
    reason: str = ""
    tags: dict[str, object] = field(default_factory=dict)

    @property
    def remaining(self) -> Decimal:
        """Return what may still be filled."""
        return self.quantity - self.filled

    @property
    def average_price(self) -> Decimal | None:
        """Return the mean fill price, or None before the first fill."""
        return self.value / self.filled if self.filled else None

    @property
    def is_final(self) -> bool:
        """Tell whether nothing more can happen."""
        return self.state in FINAL

    @property
    def is_buy(self) -> bool:
        """Tell whether the order buys."""
        return self.terms.side == "BUY"


@dataclass(frozen=True, slots=True)
class Fill:
    """One execution; `quantity` is positive, `fee` in the instrument's currency."""

    id: str
    order_id: int
    account_id: str
    instrument: Instrument
    side: str
    quantity: Decimal
    price: Decimal
    fee: Decimal
    time_ms: int
    realised: Decimal = Decimal(0)

    @property
    def signed(self) -> Decimal:
        """Return the change of the position."""
        return self.quantity if self.side == "BUY" else -self.quantity
